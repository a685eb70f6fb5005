create function private.check_screen(p_definition jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_catalogue private.resource_catalogues := private.resource_catalogue();
  v_resource jsonb;
begin
  select r into v_resource from jsonb_array_elements(v_catalogue.resources) r where r ->> 'name' = p_definition ->> 'resource';
  if v_resource is null then
    return jsonb_build_array(private.screen_problem('resource', 'unknown_resource', '', jsonb_build_object(
      'name', p_definition ->> 'resource', 'nearest', private.nearest_name(p_definition ->> 'resource',
        array(select jsonb_array_elements(v_catalogue.resources) ->> 'name')))));
  end if;
  return coalesce((
    select jsonb_agg(p.problem order by p.problem ->> 'severity', p.place)
    from (
      select problem, row_number() over () as place
      from (
        select * from private.check_members(p_definition,
          '{format,resource,labels,help,groups,fields,list,views,actions}', '', '') m (problem)
        union all
        select private.screen_problem('format', 'unknown_value', '', jsonb_build_object('name', p_definition -> 'format'))
        where p_definition -> 'format' is distinct from '1'
        union all select * from private.check_labels(p_definition -> 'labels', 'labels')
        union all select * from private.check_labels(p_definition -> 'help', 'help')
        union all select * from private.check_screen_fields(v_resource, p_definition)
        union all select * from private.check_screen_list(v_resource, p_definition)
        union all select * from private.check_screen_actions(v_resource, p_definition)
      ) found
    ) p), '[]');
end;
$$;
comment on function private.check_screen(jsonb) is
  'Every fault of a screen definition against the schema as it is now: [{path, key, severity: error|warning, detail, cut}]. Empty when it may be published. A fault may tell the names of fields that are for ops.';

create function public.check_screen(p_definition jsonb)
returns jsonb
language plpgsql
security definer -- asked by ops, whom it tells of all custom fields
set search_path = ''
as $$
begin
  perform private.require_ops();
  return private.check_screen(p_definition);
end;
$$;
comment on function public.check_screen(jsonb) is
  'Every fault of a screen definition against the schema as it is now: [{path, key, severity: error|warning, detail, cut}]. Empty when it may be published. For ops.';

create function private.clean_screen(p_definition jsonb, p_problems jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_definition jsonb := p_definition;
  v_cut text[];
begin
  -- Last positions first, so that the positions before stay true.
  for v_cut in
    select c.cut
    from (
      select distinct string_to_array(p ->> 'cut', '.') as cut
      from jsonb_array_elements(p_problems) p
      where p ->> 'severity' = 'error' and p ->> 'cut' not in ('', 'none')
    ) c
    order by array(select case when part ~ '^\d+$' then lpad(part, 6, '0') else part end from unnest(c.cut) part) desc
  loop
    v_definition := v_definition #- v_cut;
  end loop;
  return v_definition;
end;
$$;
