create function private.value_kind(p_type oid)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when t.typtype = 'e' then 'enum'
    when t.typcategory = 'A' then 'array'
    when t.typname = 'uuid' then 'uuid'
    when t.typcategory = 'S' then 'text'
    when t.typname in ('int2', 'int4', 'int8') then 'integer'
    when t.typname in ('numeric', 'float4', 'float8') then 'number'
    when t.typname = 'bool' then 'boolean'
    when t.typname in ('timestamptz', 'timestamp') then 'datetime'
    when t.typname in ('date', 'time', 'interval') then t.typname
    when t.typname in ('json', 'jsonb') then 'json'
    when t.typname in ('geometry', 'geography') then 'geometry'
    else 'other' end
  from pg_catalog.pg_type t
  where t.oid = p_type;
$$;
comment on function private.value_kind(oid) is 'What a person would call the type: text, integer, datetime, enum, array, geometry …';

create function private.label_column(p_table oid)
returns text
language sql
stable
set search_path = ''
as $$
  select a.attname::text
  from pg_catalog.pg_attribute a
  left join unnest(array['name', 'title', 'label', 'display_name', 'number', 'code', 'slug', 'key'])
    with ordinality wanted (name, place) on wanted.name = a.attname
  left join pg_catalog.pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p' and a.attnum = any (k.conkey)
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped
  order by wanted.place, k.oid is null, a.attnum
  limit 1;
$$;
comment on function private.label_column(oid) is 'The column by which people know a row; the key where there is no better one.';

create function private.reference_target(p_table oid)
returns oid
language sql
stable
set search_path = ''
as $$
  -- People live in auth.users, which nobody reads; profiles shows them.
  select case when c.relnamespace = 'public'::regnamespace then c.oid
    when p_table = 'auth.users'::regclass then 'public.profiles'::regclass::oid end
  from pg_catalog.pg_class c
  where c.oid = p_table;
$$;
comment on function private.reference_target(oid) is 'The exposed table that shows what a foreign key points to, or null.';

create function private.describe_columns(p_table oid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'name', a.attname,
    'kind', private.value_kind(a.atttypid),
    'type', format_type(a.atttypid, a.atttypmod),
    'enum', (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_catalog.pg_enum e
      where e.enumtypid = case when t.typcategory = 'A' then t.typelem else t.oid end),
    'element', case when t.typcategory = 'A' then private.value_kind(t.typelem) end,
    'is_required', a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '',
    'is_nullable', not a.attnotnull,
    'is_generated', a.attgenerated <> '' or a.attidentity <> '',
    'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
    'comment', col_description(a.attrelid, a.attnum),
    'checks', (select jsonb_agg(pg_get_expr(k.conbin, k.conrelid) order by k.conname) from pg_catalog.pg_constraint k
      where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]),
    'references', (
      select jsonb_build_object('table', target.relname, 'column', target_key.attname,
        'label', private.label_column(target.oid))
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class target on target.oid = private.reference_target(k.confrelid)
      join pg_catalog.pg_constraint key on key.conrelid = target.oid and key.contype = 'p' and cardinality(key.conkey) = 1
      join pg_catalog.pg_attribute target_key on target_key.attrelid = target.oid and target_key.attnum = key.conkey[1]
      where k.conrelid = a.attrelid and k.contype = 'f' and k.conkey = array[a.attnum]
      limit 1),
    'is_indexed', exists (select 1 from pg_catalog.pg_index i where i.indrelid = a.attrelid and i.indkey[0] = a.attnum),
    'may', jsonb_build_object(
      'select', has_column_privilege('authenticated', a.attrelid, a.attnum, 'select'),
      'insert', a.attgenerated = '' and a.attidentity = '' and has_column_privilege('authenticated', a.attrelid, a.attnum, 'insert'),
      'update', a.attgenerated = '' and a.attidentity = '' and has_column_privilege('authenticated', a.attrelid, a.attnum, 'update'))))
    order by a.attnum)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped
    and has_column_privilege('authenticated', a.attrelid, a.attnum, 'select,insert,update');
$$;
comment on function private.describe_columns(oid) is 'The columns of a table that a signed-in person may reach: kinds, enums, references, checks, comments, grants.';
