/** Tables with every column type and relation that the contract asks about. */
export const schema = `
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
  create table reviews (id int primary key, item_id int references items on delete cascade, maker_id int references makers on delete cascade, stars int);
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
  insert into reviews values (1, 1, 1, 5), (2, 2, 3, 4);
  insert into item_labels select i, i % 2 + 1 from generate_series(1, 30) as i;
  alter table items enable row level security;
  create policy items_select_anon on items for select to anon using (id <> 13);
  create table shelves (id int primary key);
  create table places (id int primary key, shelf_id int references shelves on delete cascade, label_id int references labels on delete cascade);
  grant select on items, makers, labels, item_labels, open_items, reviews, shelves, places to anon;
`;
