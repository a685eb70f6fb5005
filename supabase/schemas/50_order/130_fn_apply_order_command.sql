create function private.apply_order_command(
  p_order_id uuid,
  p_command text,
  p_actor public.actor_role,
  p_reason_code text default null,
  p_client_at timestamptz default null,
  p_detail jsonb default '{}')
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_from public.order_status;
  v_to public.order_status;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  select to_status into v_to
  from public.order_transitions
  where from_status = v_order.status and command = p_command and actor = p_actor
    and v_order.fulfillment_type = any (fulfillment_types);
  if not found then
    perform private.raise('order.transition_refused', 409,
      jsonb_build_object('status', v_order.status, 'command', p_command, 'actor', p_actor));
  end if;
  if p_reason_code is not null then
    perform private.check_order_reason(p_reason_code, p_command, p_actor);
  end if;

  v_from := v_order.status;
  if v_to = v_from then
    -- Something happened to the order without a new state.
    update public.orders set updated_at = now() where id = p_order_id returning * into v_order;
  else
    update public.orders
    set status = v_to,
        reason_code = coalesce(p_reason_code, reason_code),
        placed_at = case when v_to = 'placed' then now() else placed_at end,
        accepted_at = case when v_to = 'accepted' then now() else accepted_at end,
        ready_at = case when v_to = 'ready' then now() else ready_at end,
        completed_at = case when v_to = 'completed' then now() else completed_at end,
        closed_at = case when v_to in ('rejected', 'cancelled', 'expired') then now() else closed_at end,
        due_at = private.order_due_at(v_order, v_to),
        updated_at = now()
    where id = p_order_id
    returning * into v_order;
  end if;

  insert into public.order_events (
    order_id, command, from_status, to_status, actor, actor_id, reason_code, client_at, detail)
  values (
    p_order_id, p_command, v_from, v_to, p_actor, auth.uid(), p_reason_code, p_client_at, p_detail);

  perform private.announce_order(v_order, v_from);
  perform private.notify_order(v_order, case when v_to = v_from then p_command else v_to::text end);
  if v_to = 'placed' and v_order.fulfillment_type = 'voucher' then
    v_order := private.issue_vouchers(v_order);
  end if;
  return v_order;
end;
$$;
comment on function private.apply_order_command(uuid, text, public.actor_role, text, timestamptz, jsonb) is
  'The only way an order changes state: looks the command up in order_transitions, writes the event, tells everyone. Callers check who the actor is. A paid voucher order goes on to issue its vouchers.';
