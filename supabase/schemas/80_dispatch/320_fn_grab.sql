create function private.grabbable(p_rider public.riders)
returns setof public.deliveries
language sql
stable
set search_path = ''
as $$
  select d.*
  from public.deliveries d
  join public.zones z on z.id = d.zone_id
  join public.stores s on s.id = d.store_id
  cross join lateral private.dispatch_settings(z.id) g
  where d.city_id = p_rider.city_id and d.status = 'unassigned' and p_rider.lon is not null
    and d.waiting_since <= now() - make_interval(secs => (g ->> 'grab_after_seconds')::int)
    -- Not before a rider would have to leave for it anyway.
    and d.ready_expected_at <= now() + interval '15 minutes'
    and (d.pinned_rider_id is null or d.pinned_rider_id = p_rider.id)
    and d.needs <@ (p_rider.skills || p_rider.vehicle)
    and extensions.st_dwithin(s.location, private.point(p_rider.lon, p_rider.lat)::extensions.geography,
      (g ->> 'radius_meters')::int)
    and not exists (
      select 1 from private.dispatch_exclusions x where x.delivery_id = d.id and x.rider_id = p_rider.id);
$$;
comment on function private.grabbable(public.riders) is 'Tasks near a rider that waited longer than the zone''s interval and are not kept from them.';

create function public.list_grab_pool()
returns jsonb
language plpgsql
stable
security definer -- shows a rider what waits, without its people
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  if v_rider.status <> 'online' then
    return jsonb_build_array();
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'delivery_id', d.id, 'rider_pay_cents', d.rider_pay_cents, 'tip_cents', o.tip_cents, 'currency', o.currency,
      'distance_meters', d.distance_meters, 'ready_expected_at', d.ready_expected_at, 'waiting_since', d.waiting_since,
      'dropoff_expected_at', d.dropoff_expected_at,
      'to_store_meters', round(extensions.st_distance(s.location,
        private.point(v_rider.lon, v_rider.lat)::extensions.geography)),
      'store', jsonb_build_object('name', s.name, 'translations', s.translations, 'street', s.street, 'lon', s.lon, 'lat', s.lat),
      'dropoff', jsonb_build_object('street', k.street, 'lon', k.lon, 'lat', k.lat)) order by d.waiting_since, d.id), '[]')
    from (select * from private.grabbable(v_rider) g order by g.waiting_since limit 50) d
    join public.orders o on o.id = d.order_id
    join public.stores s on s.id = d.store_id
    join private.order_contacts k on k.order_id = d.order_id);
end;
$$;
comment on function public.list_grab_pool() is 'Tasks near the rider that anyone may grab because nobody took them in time, oldest first.';

create function public.grab_delivery(p_delivery_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- deliveries change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command('grab_delivery', p_idempotency_key, v_rider.id, p_delivery_id);
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id where d.id = p_delivery_id for update of o;
  -- Two fingers at once: the second waits here and finds it taken.
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  -- Held, so that they neither go offline nor grab two at once beyond what they may hold.
  select * into v_rider from public.riders where id = v_rider.id for update;
  if v_rider.status <> 'online' then
    perform private.raise('dispatch.rider_not_available', 409);
  end if;
  if v_delivery.id is null or not exists (select 1 from private.grabbable(v_rider) g where g.id = p_delivery_id) then
    perform private.raise('dispatch.grab_gone', 409);
  end if;
  if (private.dispatch_settings(v_delivery.zone_id) ->> 'max_in_hand')::int <= (
    select count(*) from public.deliveries
    where rider_id = v_rider.id and status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'))
  then
    perform private.raise('dispatch.hands_full', 409);
  end if;
  v_delivery := private.apply_delivery_command(p_delivery_id, 'grab', 'rider', v_rider.id);
  perform private.predict_eta(p_delivery_id, 1);
  return private.finish_command('grab_delivery', p_idempotency_key, v_rider.id,
    jsonb_build_object('id', v_delivery.id, 'order_id', v_delivery.order_id, 'status', v_delivery.status));
end;
$$;
comment on function public.grab_delivery(uuid, text) is 'Rider takes a task out of the pool; the first gets it (dispatch.grab_gone for the rest).';
