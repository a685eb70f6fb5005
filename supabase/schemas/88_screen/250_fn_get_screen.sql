create function private.preview_screen(p_definition jsonb)
returns jsonb
language sql
set search_path = ''
as $$
  select jsonb_build_object('definition', private.clean_screen(p_definition, p.problems), 'problems', p.problems)
  from (select private.check_screen(p_definition) as problems) p;
$$;

create function public.preview_screen(p_definition jsonb)
returns jsonb
language plpgsql
security definer -- asked by ops, whom it tells of all custom fields
set search_path = ''
as $$
begin
  perform private.require_ops();
  return private.preview_screen(p_definition);
end;
$$;
comment on function public.preview_screen(jsonb) is
  'What a definition would show today: {definition, problems}; parts that no longer fit the schema are left out. For ops.';

create function public.get_screen(p_resource text)
returns jsonb
language plpgsql
security definer -- a screen is shown to everybody as the schema allows it; what is wrong with it only to ops
set search_path = ''
as $$
declare
  v_row public.screen_definitions;
begin
  perform private.require_user();
  select * into v_row from public.screen_definitions where resource = p_resource and status = 'published';
  if not found then
    return jsonb_build_object('resource', p_resource, 'version', null, 'definition', null, 'problems', '[]'::jsonb);
  end if;
  return private.preview_screen(v_row.definition)
    || case when private.is_ops() then '{}' else '{"problems": []}'::jsonb end
    || jsonb_build_object('resource', p_resource, 'version', v_row.version, 'published_at', v_row.published_at);
end;
$$;
comment on function public.get_screen(text) is
  'The published screen of a resource as the schema allows it now: {resource, version, published_at, definition, problems}; problems are for ops, others get none. definition is null while nothing was published: the screen is then made from the columns alone.';
