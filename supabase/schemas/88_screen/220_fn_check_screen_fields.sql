create function private.check_screen_fields(p_resource jsonb, p_definition jsonb)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_list(p_definition -> 'groups', 'groups')
  union all select * from private.check_list(p_definition -> 'fields', 'fields')
  union all select * from private.check_repeats(p_definition -> 'groups', 'key', 'groups')
  union all select * from private.check_repeats(p_definition -> 'fields', 'column', 'fields')
  union all
  select found.* from private.part_list(p_definition -> 'groups') g
  cross join lateral (
    select * from private.check_members(g.value, '{key,labels,help,is_collapsed}', 'groups.' || g.place, 'groups.' || g.place)
    union all
    select private.screen_problem('groups.' || g.place || '.key', 'key_invalid', 'groups.' || g.place,
      jsonb_build_object('name', g.value ->> 'key'))
    where coalesce(g.value ->> 'key', '') !~ '^[a-z][a-z0-9_]{0,39}$'
    union all select * from private.check_labels(g.value -> 'labels', 'groups.' || g.place || '.labels')
    union all select * from private.check_labels(g.value -> 'help', 'groups.' || g.place || '.help')
  ) found
  union all
  select found.* from private.part_list(p_definition -> 'fields') f
  cross join lateral (select 'fields.' || f.place as path) at
  left join private.screen_columns(p_resource) c on c.name = f.value ->> 'column'
  cross join lateral (
    select * from private.check_members(f.value,
      '{column,labels,help,group,widget,width,visible_to,editable_by,required_for}', at.path, at.path)
    union all select * from private.check_column(p_resource, f.value ->> 'column', at.path || '.column', at.path)
    union all select * from private.check_labels(f.value -> 'labels', at.path || '.labels')
    union all select * from private.check_labels(f.value -> 'help', at.path || '.help')
    union all select * from private.check_roles(f.value -> 'visible_to', at.path || '.visible_to', at.path)
    union all select * from private.check_roles(f.value -> 'editable_by', at.path || '.editable_by', at.path)
    union all select * from private.check_roles(f.value -> 'required_for', at.path || '.required_for', at.path || '.required_for')
    union all
    select private.screen_problem(at.path || '.group', 'unknown_group', at.path || '.group',
      jsonb_build_object('name', f.value ->> 'group'))
    where f.value ? 'group' and not exists (
      select 1 from private.part_list(p_definition -> 'groups') g where g.value ->> 'key' = f.value ->> 'group')
    union all
    select private.screen_problem(at.path || '.width', 'unknown_value', at.path || '.width', jsonb_build_object('name', f.value ->> 'width'))
    where coalesce(f.value ->> 'width', 'full') not in ('full', 'half')
    union all
    select private.screen_problem(at.path || '.widget', 'unfit_widget', at.path || '.widget',
      jsonb_build_object('name', f.value ->> 'widget', 'kind', c.kind))
    where c.name is not null and f.value ? 'widget'
      and coalesce(f.value ->> 'widget', '') <> all (private.fit_widgets(c.kind, c.is_reference))
    union all
    select private.screen_problem(at.path || '.' || k.member, 'missing_right', at.path || '.' || k.member,
      jsonb_build_object('name', c.name, 'command', 'update'))
    from unnest(array['editable_by', 'required_for']) k (member)
    where f.value ? k.member and not ((c.column_of #>> '{may,insert}')::boolean or (c.column_of #>> '{may,update}')::boolean)
    union all
    select private.screen_problem(at.path || '.visible_to', 'hidden_required', at.path || '.visible_to',
      jsonb_build_object('name', c.name), false)
    where jsonb_typeof(f.value -> 'visible_to') = 'array' and jsonb_array_length(f.value -> 'visible_to') = 0
      and (c.column_of ->> 'is_required')::boolean and (c.column_of #>> '{may,insert}')::boolean
  ) found
  union all
  -- Without these no new row can be saved; the form shows them all the same.
  select private.screen_problem('fields', 'required_absent', 'none', jsonb_build_object('name', c.name), false)
  from private.screen_columns(p_resource) c
  where (c.column_of ->> 'is_required')::boolean and (c.column_of #>> '{may,insert}')::boolean
    and jsonb_array_length(case when jsonb_typeof(p_definition -> 'fields') = 'array' then p_definition -> 'fields' else '[]' end) > 0
    and not exists (select 1 from private.part_list(p_definition -> 'fields') f where f.value ->> 'column' = c.name);
$$;
comment on function private.check_screen_fields(jsonb, jsonb) is 'Faults of groups and fields.';
