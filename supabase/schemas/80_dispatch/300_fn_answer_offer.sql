create function public.accept_offer(p_offer_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- offers change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb;
  v_offer public.dispatch_offers;
  v_delivery public.deliveries;
begin
  select * into v_offer from public.dispatch_offers where id = p_offer_id and rider_id = v_rider.id;
  if not found then
    perform private.raise('dispatch.offer_not_found', 404);
  end if;
  v_answer := private.begin_command('accept_offer', p_idempotency_key, v_rider.id, p_offer_id);
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id
  where d.id = v_offer.delivery_id for update of o;
  perform 1 from public.deliveries where id = v_offer.delivery_id for update;
  update public.dispatch_offers set status = 'accepted', answered_at = now()
  where id = p_offer_id and status = 'offered' and expires_at > now();
  if not found then
    perform private.raise('dispatch.offer_gone', 409);
  end if;
  v_delivery := private.apply_delivery_command(v_offer.delivery_id, 'accept_offer', 'rider', v_rider.id);
  perform private.predict_eta(v_delivery.id, 1);
  return private.finish_command('accept_offer', p_idempotency_key, v_rider.id,
    jsonb_build_object('id', v_delivery.id, 'order_id', v_delivery.order_id, 'status', v_delivery.status));
end;
$$;
comment on function public.accept_offer(uuid, text) is 'Rider takes the task; refused when the offer has ended.';

create function public.decline_offer(p_offer_id uuid, p_reason_code text default null)
returns void
language plpgsql
security definer -- offers change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_zone_id uuid;
begin
  if p_reason_code is not null and not exists (
    select 1 from public.reason_codes where code = p_reason_code and applies_to = 'offer_decline' and is_active)
  then
    perform private.raise('dispatch.reason_unknown', 422);
  end if;
  select d.zone_id into v_zone_id
  from public.dispatch_offers o join public.deliveries d on d.id = o.delivery_id
  where o.id = p_offer_id and o.rider_id = v_rider.id;
  if not found then
    perform private.raise('dispatch.offer_not_found', 404);
  end if;
  perform private.expire_offer(p_offer_id, 'declined', p_reason_code);
  -- Whom ops wanted does not want: it goes to everyone.
  update public.deliveries set pinned_rider_id = null
  where pinned_rider_id = v_rider.id
    and id = (select delivery_id from public.dispatch_offers where id = p_offer_id and status = 'declined');
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_zone_id));
end;
$$;
comment on function public.decline_offer(uuid, text) is 'Rider does not take the task; the next tick offers it to another.';

