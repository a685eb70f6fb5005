create function private.apply_application_command(
  p_application_id uuid, p_command text, p_actor public.actor_role, p_reason text default '')
returns public.onboarding_applications
language plpgsql
set search_path = ''
as $$
declare
  v_row public.onboarding_applications;
  v_from public.application_status;
  v_to public.application_status;
begin
  select * into v_row from public.onboarding_applications where id = p_application_id for update;
  if not found then
    perform private.raise('store.application_not_found', 404);
  end if;
  select to_status into v_to
  from public.onboarding_transitions
  where from_status = v_row.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('store.application_refused', 409,
      jsonb_build_object('status', v_row.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_row.status;
  update public.onboarding_applications
  set status = v_to, reason = left(coalesce(p_reason, ''), 300)
  where id = p_application_id
  returning * into v_row;
  insert into public.onboarding_events (application_id, command, from_status, to_status, actor, actor_id, reason)
  values (p_application_id, p_command, v_from, v_to, p_actor, auth.uid(), left(coalesce(p_reason, ''), 300));
  return v_row;
end;
$$;
comment on function private.apply_application_command(uuid, text, public.actor_role, text) is
  'The only way an application changes state: looks the command up in onboarding_transitions and writes the event.';
