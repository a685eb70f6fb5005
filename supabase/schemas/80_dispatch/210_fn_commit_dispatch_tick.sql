create function private.commit_offer(p_tick public.dispatch_ticks, p_zone public.zones, p_batch_id uuid, p_offer jsonb)
returns text
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_rider_id uuid := (p_offer ->> 'rider_id')::uuid;
  v_most int := coalesce((p_tick.snapshot #>> '{settings,max_in_hand}')::int, p_zone.max_in_hand);
  v_offer public.dispatch_offers;
begin
  -- What a command holds just now is decided again in the next round.
  select * into v_delivery from public.deliveries where id = (p_offer ->> 'delivery_id')::uuid for update skip locked;
  if v_delivery.status is distinct from 'unassigned' or v_delivery.pinned_rider_id <> v_rider_id
    or exists (select 1 from private.dispatch_exclusions x where x.delivery_id = v_delivery.id and x.rider_id = v_rider_id)
  then
    return 'delivery_taken';
  end if;
  if not exists (select 1 from public.riders r where r.id = v_rider_id and r.status = 'online' and r.is_active) then
    return 'rider_offline';
  end if;
  if exists (
    select 1 from public.dispatch_offers o
    where o.rider_id = v_rider_id and o.status = 'offered' and o.batch_id is distinct from p_batch_id)
  then
    return 'rider_has_offer';
  end if;
  if v_most <= (
    select count(*) from public.deliveries d
    where (d.rider_id = v_rider_id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')))
    + (select count(*) from public.dispatch_offers o where o.rider_id = v_rider_id and o.status = 'offered')
  then
    return 'rider_full';
  end if;
  insert into public.dispatch_offers (tick_id, batch_id, delivery_id, rider_id, to_store_seconds, explanation, expires_at)
  values (p_tick.id, p_batch_id, v_delivery.id, v_rider_id, (p_offer ->> 'to_store_seconds')::int,
    coalesce(p_offer -> 'explanation', '{}'), now() + make_interval(secs => p_zone.offer_timeout_seconds))
  returning * into v_offer;
  perform private.apply_delivery_command(v_delivery.id, 'offer', 'system', null, null, null,
    jsonb_build_object('offer_id', v_offer.id, 'rider_id', v_rider_id));
  perform private.broadcast('rider:' || v_rider_id, 'offer.created',
    jsonb_build_object('offer_id', v_offer.id, 'delivery_id', v_offer.delivery_id, 'batch_id', p_batch_id,
      'expires_at', v_offer.expires_at));
  return 'offered';
end;
$$;
comment on function private.commit_offer(public.dispatch_ticks, public.zones, uuid, jsonb) is
  'Makes one offer of a plan unless the town moved on: offered, delivery_taken, rider_offline, rider_has_offer, rider_full.';

create function private.keep_waiting_hints(p_snapshot jsonb, p_waiting jsonb)
returns void
language sql
set search_path = ''
as $$
  -- Who was seen and is not named now stays where they are.
  delete from private.waiting_hints h
  using jsonb_array_elements(p_snapshot -> 'riders') r
  where h.rider_id = (r ->> 'id')::uuid
    and not exists (select 1 from jsonb_array_elements(p_waiting) w where w ->> 'rider_id' = r ->> 'id');
  insert into private.waiting_hints as h (rider_id, store_id, saves_seconds)
  select w.rider_id, w.store_id, w.saves_seconds
  from jsonb_to_recordset(p_waiting) w (rider_id uuid, store_id uuid, saves_seconds int)
  join public.riders r on r.id = w.rider_id
  join public.stores s on s.id = w.store_id
  on conflict (rider_id) do update
    set store_id = excluded.store_id, saves_seconds = excluded.saves_seconds, created_at = now();
$$;
comment on function private.keep_waiting_hints(jsonb, jsonb) is
  'Remembers where the riders of a round had better wait: [{rider_id, store_id, saves_seconds}].';

create function private.keep_tours(p_routes jsonb)
returns void
language sql
set search_path = ''
as $$
  insert into private.rider_tours as t (rider_id, stops)
  select x.rider, x.stops
  from jsonb_to_recordset(p_routes) x (rider uuid, stops jsonb)
  join public.riders r on r.id = x.rider
  on conflict (rider_id) do update set stops = excluded.stops, planned_at = now();
$$;
comment on function private.keep_tours(jsonb) is 'Remembers in which order riders should do their stops: [{rider, stops}].';

create function public.commit_dispatch_tick(p_tick_id uuid, p_plan jsonb)
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_tick public.dispatch_ticks;
  v_zone public.zones;
  v_row record;
  v_batch_id uuid;
  v_result jsonb := jsonb_build_array();
begin
  select * into v_tick from public.dispatch_ticks where id = p_tick_id for update;
  if not found or v_tick.finished_at is not null then
    perform private.raise('dispatch.tick_not_open', 409);
  end if;
  select * into v_zone from public.zones where id = v_tick.zone_id;
  -- A tick that lost its lease decided from a town that is gone.
  if not exists (select 1 from private.dispatch_leases where zone_id = v_zone.id and tick_id = p_tick_id) then
    perform private.raise('dispatch.tick_not_open', 409);
  end if;
  -- Zones share the riders of their city: one commit at a time, so that no rider decides on two tours.
  perform pg_advisory_xact_lock(hashtext('commit_dispatch_tick'), hashtext(v_zone.city_id::text));
  for v_row in
    select o ->> 'rider_id' as rider_id, jsonb_agg(o order by o ->> 'delivery_id') as offers
    from jsonb_array_elements(p_plan -> 'offers') o
    group by o ->> 'rider_id'
    order by min(o ->> 'delivery_id')
  loop
    insert into public.dispatch_batches (tick_id, zone_id, rider_id)
    values (p_tick_id, v_zone.id, v_row.rider_id::uuid) returning id into v_batch_id;
    select v_result || jsonb_agg(jsonb_build_object('delivery_id', o -> 'delivery_id', 'rider_id', o -> 'rider_id',
      'outcome', private.commit_offer(v_tick, v_zone, v_batch_id, o)) order by n)
    into v_result
    from jsonb_array_elements(v_row.offers) with ordinality e (o, n);
    delete from public.dispatch_batches b
    where b.id = v_batch_id and not exists (select 1 from public.dispatch_offers f where f.batch_id = b.id);
  end loop;
  perform private.plan_etas(p_plan -> 'etas');
  perform private.keep_tours(coalesce(p_plan -> 'routes', '[]'));
  perform private.keep_waiting_hints(v_tick.snapshot, coalesce(p_plan -> 'waiting', '[]'));
  update public.dispatch_ticks
  set plan = p_plan - 'travel', result = v_result, finished_at = now(),
      snapshot = case when p_plan ? 'travel' then snapshot || jsonb_build_object('travel', p_plan -> 'travel') else snapshot end
  where id = p_tick_id;
  delete from private.dispatch_leases where zone_id = v_tick.zone_id and tick_id = p_tick_id;
  return v_result;
end;
$$;
comment on function public.commit_dispatch_tick(uuid, jsonb) is
  'Turns a plan {offers: [{delivery_id, rider_id, to_store_seconds, explanation}], held, waiting: [{rider_id, store_id, saves_seconds}], etas: [{delivery_id, dropoff_at}], routes} into offers, a batch for each rider; each row answers for itself, since the town moved on meanwhile. travel is kept with the snapshot when the caller brought its own.';
