create function public.assign_delivery(p_delivery_id uuid, p_rider_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('assign_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  -- Held, so that the rider does not go offline meanwhile.
  perform 1 from public.riders
  where id = p_rider_id and city_id = v_delivery.city_id and is_active and status = 'online'
  for share;
  if not found then
    perform private.raise('dispatch.rider_not_available', 409);
  end if;
  perform private.withdraw_offers(p_delivery_id);
  select * into v_delivery from public.deliveries where id = p_delivery_id;
  if v_delivery.status in ('assigned', 'arrived_at_store') then
    perform private.broadcast('rider:' || v_delivery.rider_id, 'delivery.unassigned',
      jsonb_build_object('delivery_id', p_delivery_id));
    perform private.apply_delivery_command(p_delivery_id, 'unassign', 'ops');
  end if;
  v_delivery := private.apply_delivery_command(p_delivery_id, 'assign', 'ops', p_rider_id);
  perform private.predict_eta(p_delivery_id, 1);
  return private.finish_command('assign_delivery', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_delivery.id, 'status', v_delivery.status, 'rider_id', v_delivery.rider_id));
end;
$$;
comment on function public.assign_delivery(uuid, uuid, text) is 'Ops give a task to a rider by hand, taking it from another when needed; possible until it is picked up.';

