create function private.resource_catalogue()
returns private.resource_catalogues
language plpgsql
security definer -- reads and keeps private.resource_catalogues; the answer holds no row of anybody
set search_path = ''
as $$
declare
  v_version text := private.catalogue_version();
  v_row private.resource_catalogues;
begin
  select * into v_row from private.resource_catalogues where version = v_version;
  if found then
    return v_row;
  end if;
  v_row.version := v_version;
  v_row.made_at := now();
  with built as materialized (
    select c.oid, c.relname::text as name,
      jsonb_build_object(
        'select', private.policy_rights(c.oid, 'select'), 'insert', private.policy_rights(c.oid, 'insert'),
        'update', private.policy_rights(c.oid, 'update'), 'delete', private.policy_rights(c.oid, 'delete')) as rights
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and not exists (select 1 from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
  )
  select jsonb_object_agg(b.name, b.rights),
    jsonb_object_agg(b.name, jsonb_build_object(
      'update', private.policy_predicate(b.oid, 'update'), 'delete', private.policy_predicate(b.oid, 'delete'))),
    jsonb_agg(jsonb_build_object(
    'name', b.name,
    'kind', case when c.relkind in ('r', 'p') then 'table' else 'view' end,
    'comment', obj_description(b.oid, 'pg_class'),
    'has_rls', c.relrowsecurity,
    'is_custom', exists (select 1 from public.custom_resources x where x.name = b.name),
    'primary_key', coalesce((
      select jsonb_agg(a.attname order by place) from pg_catalog.pg_constraint k
      cross join unnest(k.conkey) with ordinality key (attnum, place)
      join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.attnum
      where k.conrelid = b.oid and k.contype = 'p'), '[]'),
    'label_column', private.label_column(b.oid),
    'columns', private.describe_columns(b.oid),
    'checks', coalesce((
      select jsonb_agg(jsonb_build_object('name', k.conname, 'expression', pg_get_expr(k.conbin, k.conrelid)) order by k.conname)
      from pg_catalog.pg_constraint k
      where k.conrelid = b.oid and k.contype = 'c' and cardinality(k.conkey) > 1), '[]'),
    'policies', coalesce((
      select jsonb_agg(jsonb_build_object('name', p.polname,
        'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end)
        order by p.polname)
      from pg_catalog.pg_policy p where p.polrelid = b.oid), '[]'),
    'children', coalesce((
      select jsonb_agg(jsonb_build_object('table', child.relname, 'column', a.attname) order by child.relname, a.attname)
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class child on child.oid = k.conrelid and child.relnamespace = 'public'::regnamespace
      join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.confrelid = b.oid and k.contype = 'f' and cardinality(k.conkey) = 1), '[]')) order by b.name)
    filter (where b.rights <> '{"select": false, "insert": false, "update": false, "delete": false}')
  into v_row.rights, v_row.predicates, v_row.resources
  from built b
  join pg_catalog.pg_class c on c.oid = b.oid;

  select coalesce(jsonb_agg(distinct q), '[]') into v_row.questions
  from jsonb_path_query(v_row.rights, 'strict $.**.always') q
  where jsonb_typeof(q) = 'string';
  select v_row.questions || coalesce(jsonb_agg(distinct q), '[]') into v_row.questions
  from jsonb_path_query(v_row.rights, 'strict $.**.own') q
  where jsonb_typeof(q) = 'string';

  delete from private.resource_catalogues where version <> v_version;
  insert into private.resource_catalogues values (v_row.*) on conflict do nothing;
  return v_row;
end;
$$;
comment on function private.resource_catalogue() is 'What the database says of itself, made again after a migration and kept until the next one.';
