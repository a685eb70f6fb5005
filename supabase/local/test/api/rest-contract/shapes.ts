import type { TestPlatform } from '../../support/platform.ts';

/** Each shape of an answer: its name, the query, and the statement that gives the same rows. */
export const shapes: [
  string,
  (platform: TestPlatform) => PromiseLike<{ data: unknown; error: unknown }>,
  string,
][] = [
  [
    'every column type as JSON',
    (p) =>
      p
        .anon()
        .from('items')
        .select(
          'id,name,price,stock,rating,is_open,state,tags,numbers,meta,period,made_on,made_at,stamp,opens,code,raw',
        )
        .order('id')
        .limit(9),
    `select id, name, price, stock, rating, is_open, state, tags, numbers, meta, period, made_on, made_at, stamp, opens, code, raw
     from items where id <> 13 order by id limit 9`,
  ],
  [
    'a geography',
    (p) => p.anon().from('items').select('id,place').order('id').limit(2),
    'select id, place from items order by id limit 2',
  ],
  [
    'aliases and casts',
    (p) => p.anon().from('items').select('key:id,label:price::text').order('id').limit(3),
    'select id as key, price::text as label from items order by id limit 3',
  ],
  [
    'JSON paths',
    (p) => p.anon().from('items').select('id,s:meta->>s,k:meta->deep->k').order('id').limit(3),
    "select id, meta ->> 's' as s, meta -> 'deep' -> 'k' as k from items order by id limit 3",
  ],
  [
    'order by two columns, nulls first',
    (p) =>
      p.anon().from('items').select('id').order('name', { ascending: false, nullsFirst: true }).order('id'),
    'select id from items where id <> 13 order by name desc nulls first, id',
  ],
  [
    'order, nulls last',
    (p) => p.anon().from('items').select('id').order('note', { nullsFirst: false }).order('id'),
    'select id from items where id <> 13 order by note asc nulls last, id',
  ],
  [
    'range',
    (p) => p.anon().from('items').select('id').order('id').range(10, 14),
    'select id from items where id <> 13 order by id offset 10 limit 5',
  ],
  [
    'single',
    (p) => p.anon().from('items').select('id,name').eq('id', 2).single(),
    'select id, name from items where id = 2',
  ],
  [
    'maybeSingle, none',
    (p) => p.anon().from('items').select('id').eq('id', 999).maybeSingle(),
    'select id from items where false',
  ],
  [
    'embed to one',
    (p) => p.anon().from('items').select('id,makers(name)').order('id').limit(6),
    'select i.id, (select to_json(m) from (select name from makers where makers.id = i.maker_id) as m) as makers from items as i order by i.id limit 6',
  ],
  [
    'embed to one, inner',
    (p) => p.anon().from('items').select('id,makers!inner(name)').eq('makers.name', 'Lin').order('id'),
    "select i.id, json_build_object('name', m.name) as makers from items as i join makers as m on m.id = i.maker_id where i.id <> 13 and m.name = 'Lin' order by i.id",
  ],
  [
    'embed to many with its own filter, order and limit',
    (p) =>
      p
        .anon()
        .from('makers')
        .select('id,items(id,price)')
        .gt('items.price', 3)
        .order('price', { referencedTable: 'items', ascending: false })
        .order('id', { referencedTable: 'items' })
        .limit(3, { referencedTable: 'items' })
        .order('id'),
    `select m.id, coalesce((select json_agg(x) from (
       select i.id, i.price from items as i where i.maker_id = m.id and i.id <> 13 and i.price > 3 order by i.price desc, i.id limit 3
     ) as x), '[]') as items from makers as m order by m.id`,
  ],
  [
    'embed many to many',
    (p) => p.anon().from('items').select('id,labels(title)').in('id', [1, 2, 31]).order('id'),
    `select i.id, coalesce((select json_agg(json_build_object('title', l.title)) from labels as l join item_labels as x on x.label_id = l.id where x.item_id = i.id), '[]') as labels
     from items as i where i.id in (1, 2, 31) order by i.id`,
  ],
  [
    'embed two levels',
    (p) =>
      p
        .anon()
        .from('makers')
        .select('name,items(id,item_labels(label_id))')
        .eq('id', 1)
        .order('id', { referencedTable: 'items' })
        .limit(2, { referencedTable: 'items' }),
    `select m.name, (select json_agg(x) from (
       select i.id, (select coalesce(json_agg(json_build_object('label_id', l.label_id)), '[]') from item_labels as l where l.item_id = i.id) as item_labels
       from items as i where i.maker_id = m.id and i.id <> 13 order by i.id limit 2) as x) as items
     from makers as m where m.id = 1`,
  ],
  [
    'embed two levels that a third table ties too',
    (p) => p.anon().from('reviews').select('id,items!inner(id,by:makers(name))').order('id'),
    `select r.id, json_build_object('id', i.id, 'by', (select to_json(m) from (select name from makers where makers.id = i.maker_id) as m)) as items
     from reviews as r join items as i on i.id = r.item_id order by r.id`,
  ],
  [
    'embed with alias and hint',
    (p) => p.anon().from('items').select('id,by:makers!items_maker_id_fkey(name)').eq('id', 5),
    'select i.id, (select to_json(m) from (select name from makers where makers.id = i.maker_id) as m) as by from items as i where i.id = 5',
  ],
  [
    'spread',
    (p) => p.anon().from('items').select('id,...makers(maker:name)').order('id').limit(5),
    'select i.id, m.name as maker from items as i left join makers as m on m.id = i.maker_id order by i.id limit 5',
  ],
  [
    'embedded count',
    (p) => p.anon().from('makers').select('id,items(count)').order('id'),
    `select m.id, json_build_array(json_build_object('count', (select count(*) from items as i where i.maker_id = m.id and i.id <> 13))) as items from makers as m order by m.id`,
  ],
  [
    'a view',
    (p) => p.anon().from('open_items').select('id,name').order('id'),
    'select id, name from open_items order by id',
  ],
  [
    'a view with an embed',
    (p) => p.anon().from('open_items').select('id,makers(name)').order('id').limit(4),
    'select i.id, (select to_json(m) from (select name from makers where makers.id = i.maker_id) as m) as makers from open_items as i order by i.id limit 4',
  ],
];
