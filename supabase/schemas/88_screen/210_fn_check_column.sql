create function private.screen_columns(p_resource jsonb)
returns table (name text, kind text, is_reference boolean, column_of jsonb)
language sql
stable
set search_path = ''
as $$
  select c ->> 'name', c ->> 'kind', c ? 'references', c from jsonb_array_elements(p_resource -> 'columns') c
  union all
  select 'custom.' || f.key, private.json_schema_kind(f.schema), false,
    jsonb_build_object('name', 'custom.' || f.key, 'may', '{"select": true, "insert": true, "update": true}'::jsonb,
      'enum', f.schema -> 'enum')
  from public.custom_fields f
  where f.resource = p_resource ->> 'name' and f.is_active;
$$;
comment on function private.screen_columns(jsonb) is 'The columns of a described resource and its custom fields, named custom.<key>.';

create function private.check_column(p_resource jsonb, p_name text, p_path text, p_cut text)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'unknown_column', p_cut, jsonb_build_object('name', p_name,
    'nearest', private.nearest_name(p_name, (select array_agg(c.name) from private.screen_columns(p_resource) c))))
  where p_name is null or not exists (select 1 from private.screen_columns(p_resource) c where c.name = p_name)
  union all
  select private.screen_problem(p_path, 'missing_right', p_cut, jsonb_build_object('name', p_name, 'command', 'select'))
  from private.screen_columns(p_resource) c
  where c.name = p_name and not (c.column_of #>> '{may,select}')::boolean;
$$;

create function private.check_sort(p_resource jsonb, p_sort jsonb, p_path text, p_cut text)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_members(p_sort, '{column,order}', p_path, p_cut)
  union all
  select * from private.check_column(p_resource, p_sort ->> 'column', p_path || '.column', p_cut)
  union all
  select private.screen_problem(p_path || '.column', 'not_sortable', p_cut, jsonb_build_object('name', p_sort ->> 'column'))
  where p_sort ->> 'column' like 'custom.%'
  union all
  select private.screen_problem(p_path || '.order', 'unknown_value', p_cut, jsonb_build_object('name', p_sort ->> 'order'))
  where coalesce(p_sort ->> 'order', 'asc') not in ('asc', 'desc');
$$;

create function private.check_filter(p_resource jsonb, p_filter jsonb, p_path text, p_cut text)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_members(p_filter, '{column,operator,value}', p_path, p_cut)
  union all
  select * from private.check_column(p_resource, p_filter ->> 'column', p_path || '.column', p_cut)
  union all
  select private.screen_problem(p_path || '.operator', 'unfit_operator', p_cut,
    jsonb_build_object('name', p_filter ->> 'operator', 'kind', c.kind))
  from private.screen_columns(p_resource) c
  where c.name = p_filter ->> 'column' and coalesce(p_filter ->> 'operator', '') <> all (
    array['eq', 'ne', 'in', 'null', 'nnull'] || case
      when c.kind = 'text' then array['contains', 'startswith']
      when c.kind in ('integer', 'number', 'datetime', 'date', 'time') then array['lt', 'lte', 'gt', 'gte', 'between']
      else '{}' end)
  union all
  select private.screen_problem(p_path || '.value', 'unknown_value', p_cut,
    jsonb_build_object('name', v, 'nearest', private.nearest_name(v, array(select jsonb_array_elements_text(c.column_of -> 'enum')))))
  from private.screen_columns(p_resource) c
  cross join lateral jsonb_array_elements_text(
    case jsonb_typeof(p_filter -> 'value') when 'array' then p_filter -> 'value' when 'string' then jsonb_build_array(p_filter -> 'value') else '[]' end) v
  where c.name = p_filter ->> 'column' and jsonb_typeof(c.column_of -> 'enum') = 'array' and not (c.column_of -> 'enum') ? v;
$$;
comment on function private.check_filter(jsonb, jsonb, text, text) is 'One filter {column, operator, value} against the kind of its column.';
