import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { TestPlatform } from '../support/platform.ts';

/**
 * Every query shape of supabase-js against plain SQL: the rows that the Data API gives must be the rows that the
 * statement beside it gives, as JSON made by PostgreSQL itself.
 */
const SCHEMA = `
  create type mood as enum ('calm', 'busy', 'closed');
  create table makers (id int primary key, name text not null, country text);
  create table items (
    id int primary key, maker_id int references makers on delete set null, name text, note text, price numeric,
    stock bigint, rating float8, is_open boolean, state mood, tags text[], numbers int[], meta jsonb, period tstzrange,
    made_on date, made_at timestamptz, stamp timestamp, opens time, code uuid, raw bytea, doc tsvector,
    place extensions.geography(point)
  );
  create table labels (id int primary key, title text);
  create table item_labels (item_id int references items on delete cascade, label_id int references labels on delete cascade, primary key (item_id, label_id));
  create view open_items as select id, name, maker_id from items where is_open;
  insert into makers values (1, 'Lin', 'CN'), (2, 'Ma "Quote"', null), (3, 'Zhu, Co', 'MC');
  insert into labels values (1, 'hot'), (2, 'cold'), (3, 'unused');
  insert into items
  select
    i, (i % 4 + 1) % 4 + case when (i % 4 + 1) % 4 = 0 then null else 0 end,
    (array['面条', 'rice', 'Tea_1', 'te%a', 'a,b', 'x(y)', 'q"q', null])[i % 8 + 1],
    case when i % 3 = 0 then null else 'note ' || i end, (i * 37 % 100) / 10.0,
    case when i % 5 = 0 then null else i * 9000000000 end, i / 3.0, (array[true, false, null])[i % 3 + 1],
    (array['calm', 'busy', 'closed'])[i % 3 + 1]::mood,
    (array['{}', '{a}', '{a,b}', '{"b c",d}'])[i % 4 + 1]::text[], array[i, i + 1],
    jsonb_build_object('n', i, 's', 'v' || i % 3, 'deep', jsonb_build_object('k', i % 2 = 0), 'list', jsonb_build_array(i, 'x')),
    tstzrange(timestamptz '2026-01-01 00:00+00' + i * interval '1 day', timestamptz '2026-01-03 00:00+00' + i * interval '1 day'),
    date '2026-01-01' + i, timestamptz '2026-01-01 10:00+08' + i * interval '1.5 hour', timestamp '2026-01-01 10:00' + i * interval '1 hour',
    time '08:00' + i * interval '10 min', ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, decode(lpad(i::text, 2, '0'), 'hex'),
    to_tsvector('english', 'the quick fox number ' || i), extensions.st_point(116 + i / 100.0, 39)::extensions.geography
  from generate_series(1, 40) as i;
  insert into item_labels select i, i % 2 + 1 from generate_series(1, 30) as i;
  alter table items enable row level security;
  create policy items_select_anon on items for select to anon using (id <> 13);
  grant select on items, makers, labels, item_labels, open_items to anon;
`;

type Query = ReturnType<ReturnType<ReturnType<TestPlatform['anon']>['from']>['select']>;

const FILTERS: [string, (query: Query) => unknown, string][] = [
  ['eq', (q) => q.eq('id', 5), 'id = 5'],
  ['eq text with a comma', (q) => q.eq('name', 'a,b'), "name = 'a,b'"],
  ['eq text with a quote', (q) => q.eq('name', 'q"q'), `name = 'q"q'`],
  ['eq Chinese', (q) => q.eq('name', '面条'), "name = '面条'"],
  ['eq boolean', (q) => q.eq('is_open', true), 'is_open = true'],
  ['eq enum', (q) => q.eq('state', 'busy'), "state = 'busy'"],
  [
    'eq uuid',
    (q) => q.eq('code', '00000000-0000-4000-8000-000000000007'),
    "code = '00000000-0000-4000-8000-000000000007'",
  ],
  ['eq bigint', (q) => q.eq('stock', 63000000000), 'stock = 63000000000'],
  ['eq date', (q) => q.eq('made_on', '2026-01-09'), "made_on = '2026-01-09'"],
  ['neq', (q) => q.neq('state', 'calm'), "state <> 'calm'"],
  ['gt', (q) => q.gt('price', 5.5), 'price > 5.5'],
  ['gte', (q) => q.gte('rating', 5), 'rating >= 5'],
  [
    'lt timestamptz',
    (q) => q.lt('made_at', '2026-01-02T00:00:00+08:00'),
    "made_at < '2026-01-02T00:00:00+08:00'",
  ],
  ['lte time', (q) => q.lte('opens', '09:00'), "opens <= '09:00'"],
  ['a range of one column', (q) => q.gte('id', 3).lte('id', 9), 'id between 3 and 9'],
  ['like', (q) => q.like('name', 'te%'), "name like 'te%'"],
  ['like with an escaped percent', (q) => q.like('name', 'te\\%a'), "name like 'te\\%a'"],
  ['ilike', (q) => q.ilike('name', '%TE%'), "name ilike '%TE%'"],
  ['ilike Chinese', (q) => q.ilike('name', '%面%'), "name ilike '%面%'"],
  ['likeAllOf', (q) => q.likeAllOf('name', ['t%', '%a']), "name like all ('{t%,%a}')"],
  ['likeAnyOf', (q) => q.likeAnyOf('name', ['r%', '%y)']), "name like any ('{r%,%y)}')"],
  ['ilikeAnyOf', (q) => q.ilikeAnyOf('name', ['R%', 'TE%']), "name ilike any ('{R%,TE%}')"],
  ['ilikeAllOf', (q) => q.ilikeAllOf('name', ['T%', '%A']), "name ilike all ('{T%,%A}')"],
  ['is null', (q) => q.is('note', null), 'note is null'],
  ['is true', (q) => q.is('is_open', true), 'is_open is true'],
  ['is false', (q) => q.is('is_open', false), 'is_open is false'],
  ['in numbers', (q) => q.in('id', [1, 2, 13, 39]), 'id in (1, 2, 13, 39)'],
  [
    'in texts with commas and brackets',
    (q) => q.in('name', ['a,b', 'x(y)', '面条']),
    "name in ('a,b', 'x(y)', '面条')",
  ],
  ['in nothing', (q) => q.in('id', []), 'false'],
  ['contains array', (q) => q.contains('tags', ['a']), "tags @> '{a}'"],
  ['contains array item with a space', (q) => q.contains('tags', ['b c']), `tags @> '{"b c"}'`],
  ['contains jsonb', (q) => q.contains('meta', { s: 'v1' }), `meta @> '{"s": "v1"}'`],
  [
    'contains nested jsonb',
    (q) => q.contains('meta', { deep: { k: true } }),
    `meta @> '{"deep": {"k": true}}'`,
  ],
  ['containedBy', (q) => q.containedBy('tags', ['a', 'b', 'x']), "tags <@ '{a,b,x}'"],
  ['overlaps', (q) => q.overlaps('numbers', [4, 5]), "numbers && '{4,5}'"],
  [
    'rangeGt',
    (q) => q.rangeGt('period', '[2026-01-10 00:00+00, 2026-01-12 00:00+00)'),
    "period >> '[2026-01-10 00:00+00, 2026-01-12 00:00+00)'",
  ],
  [
    'rangeLt',
    (q) => q.rangeLt('period', '[2026-01-10 00:00+00, 2026-01-12 00:00+00)'),
    "period << '[2026-01-10 00:00+00, 2026-01-12 00:00+00)'",
  ],
  [
    'rangeGte',
    (q) => q.rangeGte('period', '[2026-01-10,2026-01-12)'),
    "period &> tstzrange '[2026-01-10,2026-01-12)'",
  ],
  [
    'rangeLte',
    (q) => q.rangeLte('period', '[2026-01-10,2026-01-12)'),
    "period &< tstzrange '[2026-01-10,2026-01-12)'",
  ],
  [
    'rangeAdjacent',
    (q) => q.rangeAdjacent('period', '[2026-01-10 00:00+00, 2026-01-12 00:00+00)'),
    "period -|- '[2026-01-10 00:00+00, 2026-01-12 00:00+00)'",
  ],
  [
    'overlaps range',
    (q) => q.overlaps('period', '[2026-01-10 00:00+00, 2026-01-12 00:00+00)'),
    "period && '[2026-01-10 00:00+00, 2026-01-12 00:00+00)'",
  ],
  ['textSearch', (q) => q.textSearch('doc', "'fox' & '7'"), "doc @@ to_tsquery('fox & 7')"],
  [
    'textSearch websearch',
    (q) => q.textSearch('doc', 'quick 8', { type: 'websearch', config: 'english' }),
    "doc @@ websearch_to_tsquery('english', 'quick 8')",
  ],
  [
    'textSearch plain',
    (q) => q.textSearch('doc', 'foxes 9', { type: 'plain', config: 'english' }),
    "doc @@ plainto_tsquery('english', 'foxes 9')",
  ],
  ['match', (q) => q.match({ state: 'calm', is_open: false }), "state = 'calm' and is_open = false"],
  ['not eq', (q) => q.not('state', 'eq', 'calm'), "not state = 'calm'"],
  ['not is null', (q) => q.not('note', 'is', null), 'note is not null'],
  ['not in', (q) => q.not('id', 'in', '(1,2,3)'), 'id not in (1, 2, 3)'],
  ['not contains', (q) => q.not('tags', 'cs', '{a}'), "not tags @> '{a}'"],
  ['or', (q) => q.or('id.eq.3,name.eq.rice'), "id = 3 or name = 'rice'"],
  [
    'or with a nested and',
    (q) => q.or('id.eq.3,and(price.gt.5,is_open.is.true)'),
    'id = 3 or (price > 5 and is_open)',
  ],
  ['or with in', (q) => q.or('id.in.(1,2),note.is.null'), 'id in (1, 2) or note is null'],
  ['or with a quoted value', (q) => q.or('name.eq."a,b",name.eq."x(y)"'), "name in ('a,b', 'x(y)')"],
  ['or with not', (q) => q.or('id.lt.4,not.and(id.gt.2,id.lt.38)'), 'id < 4 or not (id > 2 and id < 38)'],
  ['or with ilike', (q) => q.or('name.ilike.%te%,note.ilike.%1%'), "name ilike '%te%' or note ilike '%1%'"],
  [
    'two or groups',
    (q) => q.or('id.lt.10,id.gt.35').or('is_open.is.true,price.gt.8'),
    '(id < 10 or id > 35) and (is_open or price > 8)',
  ],
  [
    'a filter and an or',
    (q) => q.eq('state', 'busy').or('id.lt.10,id.gt.30'),
    "state = 'busy' and (id < 10 or id > 30)",
  ],
  ['JSON text', (q) => q.eq('meta->>s', 'v2'), "meta ->> 's' = 'v2'"],
  ['JSON value', (q) => q.eq('meta->n', 7), "meta -> 'n' = '7'"],
  ['deep JSON text', (q) => q.eq('meta->deep->>k', 'true'), "meta -> 'deep' ->> 'k' = 'true'"],
  ['JSON array element', (q) => q.eq('meta->list->>0', '6'), "meta -> 'list' ->> 0 = '6'"],
  ['JSON value true', (q) => q.eq('meta->deep->k', true), "meta -> 'deep' -> 'k' = 'true'"],
  ['a text that looks like null', (q) => q.neq('name', 'null'), "name <> 'null'"],
  [
    'a text that looks like a boolean, in a list',
    (q) => q.in('name', ['true', 'rice']),
    "name in ('true', 'rice')",
  ],
  ['or with a quoted ilike', (q) => q.or('name.ilike."%a,%",id.eq.2'), "name ilike '%a,%' or id = 2"],
  [
    'or with a boolean JSON text',
    (q) => q.or('meta->deep->>k.eq.true,id.eq.1'),
    "meta -> 'deep' ->> 'k' = 'true' or id = 1",
  ],
  ['filter: operator by name', (q) => q.filter('id', 'gte', 38), 'id >= 38'],
  ['filter: regular expression without case', (q) => q.filter('name', 'imatch', '^T'), "name ~* '^t'"],
  [
    'textSearch phrase',
    (q) => q.textSearch('doc', 'quick fox', { type: 'phrase', config: 'english' }),
    "doc @@ phraseto_tsquery('english', 'quick fox')",
  ],
  ['filter: regular expression', (q) => q.filter('name', 'match', '^t'), "name ~ '^t'"],
  ['filter: is distinct', (q) => q.filter('note', 'isdistinct', 'note 1'), "note is distinct from 'note 1'"],
];

const SHAPES: [string, (platform: TestPlatform) => PromiseLike<{ data: unknown; error: unknown }>, string][] =
  [
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

/** Runs on a platform that other suites share; `shared` gives it once it has started. */
export function restContractSuite(shared: () => TestPlatform): void {
  describe('the Data API gives the rows of plain SQL', () => {
    let platform: TestPlatform;
    before(async () => {
      platform = shared();
      await platform.sql(SCHEMA);
    });

    for (const [name, apply, where] of FILTERS) {
      test(`filter ${name}`, async () => {
        const query = platform.anon().from('items').select('id').order('id');
        const { data, error } = await (apply(query as unknown as Query) as typeof query);
        assert.equal(error, null);
        const expected = await platform.sql(`select id from items where id <> 13 and (${where}) order by id`);
        assert.deepEqual(data, expected);
      });
    }

    for (const [name, ask, sql] of SHAPES) {
      test(`shape: ${name}`, async () => {
        const { data, error } = await ask(platform);
        assert.equal(error, null);
        const [row] = await platform.sql(`select coalesce(json_agg(x), '[]') as expected from (${sql}) as x`);
        const expected = row?.['expected'] as unknown[];
        assert.deepEqual(data, Array.isArray(data) ? expected : (expected[0] ?? null));
      });
    }

    test('counts: exact, and head without rows', async () => {
      const exact = await platform
        .anon()
        .from('items')
        .select('id', { count: 'exact' })
        .gt('id', 30)
        .limit(2);
      assert.deepEqual([exact.count, exact.data?.length], [10, 2]);
      const head = await platform.anon().from('items').select('*', { count: 'exact', head: true });
      assert.deepEqual([head.count, head.data], [39, null]);
    });

    test('single with more than one row is refused', async () => {
      const { error, status } = await platform.anon().from('items').select('id').single();
      assert.deepEqual([status, error?.code], [406, 'PGRST116']);
    });
  });
}
