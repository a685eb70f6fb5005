create function private.check_screen_actions(p_resource jsonb, p_definition jsonb)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_list(p_definition -> 'actions', 'actions')
  union all select * from private.check_repeats(p_definition -> 'actions', 'key', 'actions')
  union all
  select found.* from private.part_list(p_definition -> 'actions') a
  cross join lateral (select 'actions.' || a.place as path) at
  left join lateral (
    select f.oid, array(select n from unnest(f.proargnames[1 : f.pronargs]) n) as names, f.pronargs - f.pronargdefaults as needed
    from pg_catalog.pg_proc f
    where f.pronamespace = 'public'::regnamespace and f.proname = a.value ->> 'rpc' and f.prokind = 'f'
    order by f.oid limit 1
  ) rpc on true
  cross join lateral (
    select * from private.check_members(a.value,
      '{key,labels,help,confirm,rpc,arguments,inputs,is_bulk,is_danger,visible_to}', at.path, at.path)
    union all
    select private.screen_problem(at.path || '.key', 'key_invalid', at.path, jsonb_build_object('name', a.value ->> 'key'))
    where coalesce(a.value ->> 'key', '') !~ '^[a-z][a-z0-9_]{0,39}$'
    union all select * from private.check_labels(a.value -> 'labels', at.path || '.labels')
    union all select * from private.check_labels(a.value -> 'help', at.path || '.help')
    union all select * from private.check_labels(a.value -> 'confirm', at.path || '.confirm')
    union all select * from private.check_roles(a.value -> 'visible_to', at.path || '.visible_to', at.path)
    union all
    select private.screen_problem(at.path || '.rpc', 'unknown_rpc', at.path, jsonb_build_object('name', a.value ->> 'rpc',
      'nearest', private.nearest_name(a.value ->> 'rpc', array(
        select f.proname::text from pg_catalog.pg_proc f where f.pronamespace = 'public'::regnamespace))))
    where rpc.oid is null
    union all
    select private.screen_problem(at.path || '.rpc', 'missing_right', at.path, jsonb_build_object('name', a.value ->> 'rpc', 'command', 'execute'))
    where rpc.oid is not null and not has_function_privilege('authenticated', rpc.oid, 'execute')
    union all
    select private.screen_problem(at.path || '.arguments.' || g.key, 'unknown_argument', at.path,
      jsonb_build_object('name', g.key, 'nearest', private.nearest_name(g.key, rpc.names)))
    from jsonb_object_keys(case when jsonb_typeof(a.value -> 'arguments') = 'object' then a.value -> 'arguments' else '{}' end) g (key)
    where rpc.oid is not null and g.key <> all (rpc.names)
    union all
    select private.screen_problem(at.path || '.arguments', 'missing_argument', at.path, jsonb_build_object('name', n))
    from unnest(rpc.names[1 : rpc.needed]) n
    where not coalesce((a.value -> 'arguments') ? n, false)
    union all
    select inner_found.* from jsonb_each(case when jsonb_typeof(a.value -> 'arguments') = 'object' then a.value -> 'arguments' else '{}' end) g
    cross join lateral (
      select * from private.check_column(p_resource, g.value ->> 'column', at.path || '.arguments.' || g.key, at.path) c
      where g.value ->> 'from' = 'row'
      union all
      select private.screen_problem(at.path || '.arguments.' || g.key, 'unknown_input', at.path, jsonb_build_object('name', g.value ->> 'name'))
      where g.value ->> 'from' = 'input' and not exists (
        select 1 from private.part_list(a.value -> 'inputs') i where i.value ->> 'name' = g.value ->> 'name')
      union all
      select private.screen_problem(at.path || '.arguments.' || g.key, 'unknown_value', at.path, jsonb_build_object('name', g.value ->> 'from'))
      where coalesce(g.value ->> 'from', '') not in ('row', 'input', 'value', 'idempotency_key')
    ) inner_found
    union all
    select inner_found.* from private.part_list(a.value -> 'inputs') i
    cross join lateral (
      select * from private.check_members(i.value, '{name,labels,kind,is_required}', at.path || '.inputs.' || i.place, at.path)
      union all select * from private.check_labels(i.value -> 'labels', at.path || '.inputs.' || i.place || '.labels')
      union all
      select private.screen_problem(at.path || '.inputs.' || i.place || '.kind', 'unknown_value', at.path, jsonb_build_object('name', i.value ->> 'kind'))
      where coalesce(i.value ->> 'kind', 'text') not in ('text', 'integer', 'money', 'boolean', 'datetime')
    ) inner_found
  ) found;
$$;
comment on function private.check_screen_actions(jsonb, jsonb) is 'Faults of actions: each calls one RPC with arguments from the row, from what a person types, or fixed.';
