create function public.report_incident(
  p_delivery_id uuid, p_reason_code text, p_idempotency_key text, p_note text default '',
  p_photo_path text default null, p_client_at timestamptz default now())
returns jsonb
language plpgsql
security definer -- deliveries change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command('report_incident', p_idempotency_key, v_rider.id, p_delivery_id);
  v_delivery public.deliveries;
  v_incident_id uuid;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id where d.id = p_delivery_id for update of o;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if v_delivery.rider_id is distinct from v_rider.id
    or v_delivery.status not in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
  then
    perform private.raise('delivery.not_found', 404);
  end if;
  if not exists (
    select 1 from public.reason_codes
    where code = p_reason_code and applies_to = 'delivery_fail' and actor = 'rider' and is_active)
  then
    perform private.raise('delivery.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;
  perform private.check_proof_photo(p_delivery_id, p_photo_path);
  v_incident_id := private.open_incident(p_delivery_id, v_rider.id, p_reason_code, left(p_note, 500), p_photo_path, p_client_at);
  if v_delivery.status in ('assigned', 'arrived_at_store') then
    v_delivery := private.apply_delivery_command(p_delivery_id, 'give_back', 'rider', v_rider.id, p_reason_code, p_client_at);
    insert into private.dispatch_exclusions (delivery_id, rider_id, reason)
    values (p_delivery_id, v_rider.id, p_reason_code) on conflict do nothing;
    update public.delivery_incidents
    set status = 'resolved', resolution = 'rider_released', resolved_at = now() where id = v_incident_id;
    -- What the store or the street did is not the rider's breach.
    if p_reason_code not in ('store_closed', 'goods_not_ready', 'accident') then
      insert into public.breach_records (rider_id, delivery_id, kind, detail)
      values (v_rider.id, p_delivery_id, 'gave_back', jsonb_build_object('reason_code', p_reason_code))
      on conflict do nothing;
    end if;
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
  return private.finish_command('report_incident', p_idempotency_key, v_rider.id, jsonb_build_object(
    'incident_id', v_incident_id, 'delivery_id', p_delivery_id, 'status', v_delivery.status));
end;
$$;
comment on function public.report_incident(uuid, text, text, text, text, timestamptz) is
  'Rider tells what is in the way. Before pickup the task is given back and goes to another; after it ops are called and decide.';

create function public.return_delivery(p_delivery_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- deliveries change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('return_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_delivery public.deliveries;
  v_actor public.actor_role;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  v_actor := (case
    when v_delivery.rider_id = v_user_id then 'rider'
    when v_delivery.store_id in (select private.my_store_ids()) then 'merchant'
    when private.has_ops_role('operations', 'support') then 'ops' end)::public.actor_role;
  if v_actor is null then
    perform private.raise('delivery.not_found', 404);
  end if;
  if not v_delivery.is_return_due or v_delivery.returned_at is not null then
    perform private.raise('delivery.transition_refused', 409,
      jsonb_build_object('status', v_delivery.status, 'command', 'return', 'actor', v_actor));
  end if;
  perform private.apply_delivery_command(p_delivery_id, 'return', v_actor);
  update public.deliveries set returned_at = now() where id = p_delivery_id returning * into v_delivery;
  return private.finish_command('return_delivery', p_idempotency_key, v_user_id, jsonb_build_object(
    'id', v_delivery.id, 'status', v_delivery.status, 'returned_at', v_delivery.returned_at));
end;
$$;
comment on function public.return_delivery(uuid, text) is 'The goods of a failed delivery are back in the store; its rider, the store or ops say so.';
