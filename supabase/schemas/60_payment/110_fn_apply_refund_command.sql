create function private.announce_refund(p_refund public.refund_requests)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object(
    'refund_id', p_refund.id, 'order_id', p_refund.order_id, 'status', p_refund.status,
    'amount_cents', p_refund.amount_cents, 'at', p_refund.updated_at);
begin
  perform private.broadcast('order:' || p_refund.order_id, 'refund.updated', v_payload);
  perform private.broadcast('user:' || p_refund.customer_id, 'refund.updated', v_payload);
  if p_refund.is_asked then
    perform private.broadcast('store:' || p_refund.store_id, 'refund.updated', v_payload);
  end if;
end;
$$;
comment on function private.announce_refund(public.refund_requests) is 'Tells customer, order page and, of what was asked for, the store.';

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
      due_at = case when v_to = 'requested' then due_at end,
      updated_at = now()
  where id = p_refund_id
  returning * into v_refund;
  insert into public.refund_events (refund_request_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_refund_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
  perform private.announce_refund(v_refund);
  return v_refund;
end;
$$;

