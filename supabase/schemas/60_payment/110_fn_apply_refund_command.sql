create function private.apply_refund_command(
  p_refund_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}')
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests;
  v_from public.refund_status;
  v_to public.refund_status;
begin
  select * into v_refund from public.refund_requests where id = p_refund_id for update;
  select to_status into v_to
  from public.refund_transitions
  where from_status = v_refund.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('refund.transition_refused', 409,
      jsonb_build_object('status', v_refund.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_refund.status;
  update public.refund_requests
  set status = v_to,
      refunded_at = case when v_to = 'refunded' then now() else refunded_at end,
      updated_at = now()
  where id = p_refund_id
  returning * into v_refund;
  insert into public.refund_events (refund_request_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_refund_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
  return v_refund;
end;
$$;

