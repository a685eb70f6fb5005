create function public.describe_role_rights()
returns jsonb
language plpgsql
security definer -- looks through the eyes of each role: the caller's own membership is changed and put back
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('admin');
  v_role public.ops_role;
  v_answer jsonb := '{}'::jsonb;
  v_rights jsonb;
begin
  for v_role in select unnest(enum_range(null::public.ops_role)) loop
    begin
      update public.ops_members set role = v_role where user_id = v_user_id;
      v_rights := private.my_rights();
      -- Nothing of this stays.
      raise exception using errcode = 'PT200', message = 'asked';
    exception
      when sqlstate 'PT200' then
        v_answer := v_answer || jsonb_build_object(v_role, v_rights);
    end;
  end loop;
  return v_answer;
end;
$$;
comment on function public.describe_role_rights() is
  'What each role of the operator may do with each table, weighed from grants and policies: {role: {table: {select|insert|update|delete: none|own|all}}}. For administrators.';
