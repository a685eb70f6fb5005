create function private.check_screen_list(p_resource jsonb, p_definition jsonb)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_members(coalesce(p_definition -> 'list', '{}'), '{columns,sort,filters,page_size}', 'list', 'list')
  union all select * from private.check_list(p_definition #> '{list,columns}', 'list.columns')
  union all select * from private.check_list(p_definition #> '{list,filters}', 'list.filters')
  union all
  select found.* from private.part_list(p_definition #> '{list,columns}') c
  cross join lateral private.check_column(p_resource, c.value #>> '{}', 'list.columns.' || c.place, 'list.columns.' || c.place) found
  union all
  select found.* from private.part_list(p_definition #> '{list,filters}') f
  cross join lateral private.check_filter(p_resource, f.value, 'list.filters.' || f.place, 'list.filters.' || f.place) found
  union all
  select found.* from private.check_sort(p_resource, p_definition #> '{list,sort}', 'list.sort', 'list.sort') found
  where p_definition #> '{list,sort}' is not null
  union all
  select private.screen_problem('list.page_size', 'unknown_value', 'list.page_size', jsonb_build_object('name', p_definition #>> '{list,page_size}'))
  where coalesce(p_definition #>> '{list,page_size}', '50') not in ('20', '50', '100')
  union all select * from private.check_list(p_definition -> 'views', 'views')
  union all select * from private.check_repeats(p_definition -> 'views', 'key', 'views')
  union all
  -- A view without one of its filters would show other rows than its name says: it is left out whole.
  select found.* from private.part_list(p_definition -> 'views') v
  cross join lateral (select 'views.' || v.place as path) at
  cross join lateral (
    select * from private.check_members(v.value, '{key,labels,filters,sort,columns,visible_to}', at.path, at.path)
    union all
    select private.screen_problem(at.path || '.key', 'key_invalid', at.path, jsonb_build_object('name', v.value ->> 'key'))
    where coalesce(v.value ->> 'key', '') !~ '^[a-z][a-z0-9_]{0,39}$'
    union all select * from private.check_labels(v.value -> 'labels', at.path || '.labels')
    union all select * from private.check_roles(v.value -> 'visible_to', at.path || '.visible_to', at.path)
    union all select * from private.check_list(v.value -> 'filters', at.path || '.filters')
    union all
    select inner_found.* from private.part_list(v.value -> 'filters') f
    cross join lateral private.check_filter(p_resource, f.value, at.path || '.filters.' || f.place, at.path) inner_found
    union all
    select inner_found.* from private.check_sort(p_resource, v.value -> 'sort', at.path || '.sort', at.path || '.sort') inner_found
    where v.value ? 'sort'
    union all
    select inner_found.* from private.part_list(v.value -> 'columns') c
    cross join lateral private.check_column(p_resource, c.value #>> '{}', at.path || '.columns.' || c.place,
      at.path || '.columns.' || c.place) inner_found
  ) found;
$$;
comment on function private.check_screen_list(jsonb, jsonb) is 'Faults of the list and its saved views.';
