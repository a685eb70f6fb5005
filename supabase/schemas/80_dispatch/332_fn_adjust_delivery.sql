create function public.adjust_delivery(
  p_delivery_id uuid, p_ready_minutes int, p_promise_minutes int, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('adjust_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_ready interval := make_interval(mins => coalesce(p_ready_minutes, 0));
  v_promise interval := make_interval(mins => coalesce(p_promise_minutes, 0));
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id where d.id = p_delivery_id for update of o;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  if v_delivery.status in ('delivered', 'failed', 'cancelled')
    or v_delivery.status in ('picked_up', 'arrived_at_customer') and coalesce(p_ready_minutes, 0) <> 0
  then
    perform private.raise('delivery.transition_refused', 409,
      jsonb_build_object('status', v_delivery.status, 'command', 'adjust', 'actor', 'ops'));
  end if;
  if coalesce(p_ready_minutes, 0) not between -60 and 60 or coalesce(p_promise_minutes, 0) not between -60 and 60
    or v_promise < interval '0' and v_delivery.dropoff_expected_at + v_promise < now()
  then
    perform private.raise('dispatch.adjustment_invalid', 422);
  end if;
  update public.orders
  set preparation_expected_at = preparation_expected_at + v_ready,
      pickup_expected_at = pickup_expected_at + v_ready,
      dropoff_expected_at = dropoff_expected_at + v_promise
  where id = v_delivery.order_id;
  update public.deliveries
  set ready_expected_at = ready_expected_at + v_ready, dropoff_expected_at = dropoff_expected_at + v_promise, updated_at = now()
  where id = p_delivery_id;
  perform private.predict_eta(p_delivery_id,
    case when v_delivery.status in ('picked_up', 'arrived_at_customer') then 2 when v_delivery.rider_id is null then 0 else 1 end);
  insert into public.delivery_events (delivery_id, command, from_status, to_status, actor, actor_id, rider_id, detail)
  values (p_delivery_id, 'adjust', v_delivery.status, v_delivery.status, 'ops', v_user_id, v_delivery.rider_id,
    jsonb_build_object('ready_minutes', p_ready_minutes, 'promise_minutes', p_promise_minutes));
  select * into v_delivery from public.deliveries where id = p_delivery_id;
  perform private.announce_delivery(v_delivery);
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  return private.finish_command('adjust_delivery', p_idempotency_key, v_user_id, jsonb_build_object(
    'id', v_delivery.id, 'status', v_delivery.status, 'ready_expected_at', v_delivery.ready_expected_at,
    'dropoff_expected_at', v_delivery.dropoff_expected_at));
end;
$$;
comment on function public.adjust_delivery(uuid, int, int, text) is
  'Ops move the time the goods are ready (until they are picked up) and the promise to the customer, each by up to 60 minutes either way; dispatch plans anew.';
