create function public.begin_dispatch_tick(p_zone_id uuid)
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_zone public.zones;
  v_tick_id uuid := gen_random_uuid();
  v_snapshot jsonb;
  v_from bigint[];
  v_to bigint[];
begin
  select * into v_zone from public.zones where id = p_zone_id and is_active;
  if not found then
    perform private.raise('dispatch.zone_not_found', 404);
  end if;
  insert into private.dispatch_leases as l (zone_id, tick_id, leased_until)
  values (p_zone_id, v_tick_id, now() + interval '10 seconds')
  on conflict (zone_id) do update
    set tick_id = excluded.tick_id, leased_until = excluded.leased_until
    where l.leased_until <= now();
  if not found then
    return jsonb_build_object('is_busy', true);
  end if;
  perform private.run_offer_timeouts(p_zone_id);

  create temporary table tick_deliveries on commit drop as
  select d.id, s.lon as store_lon, s.lat as store_lat, k.lon, k.lat,
    d.ready_expected_at, d.dropoff_expected_at, d.created_at,
    private.nearest_road_node(d.city_id, s.lon, s.lat) as store_node,
    (select coalesce(jsonb_agg(distinct o.rider_id), '[]')
     from public.dispatch_offers o
     where o.delivery_id = d.id
       and (o.status = 'declined' or (o.status in ('expired', 'withdrawn') and o.answered_at > now() - interval '2 minutes'))
    ) as excluded_rider_ids
  from public.deliveries d
  join public.stores s on s.id = d.store_id
  join private.order_contacts k on k.order_id = d.order_id
  where d.zone_id = p_zone_id and d.status = 'unassigned'
  order by d.created_at
  limit 500;

  create temporary table tick_riders on commit drop as
  select r.id, r.display_name, r.lon, r.lat, r.position_at, hand.in_hand,
    private.nearest_road_node(r.city_id, coalesce(hand.last_lon, r.lon), coalesce(hand.last_lat, r.lat)) as free_node,
    coalesce(hand.free_at, now()) as free_at
  from public.riders r
  cross join lateral (
    select count(*)::int as in_hand,
      max(d.dropoff_expected_at) as free_at,
      (array_agg(k.lon order by d.dropoff_expected_at desc))[1] as last_lon,
      (array_agg(k.lat order by d.dropoff_expected_at desc))[1] as last_lat
    from public.deliveries d
    join private.order_contacts k on k.order_id = d.order_id
    where d.rider_id = r.id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
  ) hand
  where r.city_id = v_zone.city_id and r.status = 'online' and r.is_active
    and r.position_at > now() - private.setting_interval('dispatch.position_max_age_seconds', 300)
    and hand.in_hand < v_zone.max_in_hand
    and not exists (select 1 from public.dispatch_offers o where o.rider_id = r.id and o.status = 'offered')
  limit 1000;

  select array_agg(distinct free_node) into v_from from pg_temp.tick_riders where free_node is not null;
  select array_agg(distinct store_node) into v_to from pg_temp.tick_deliveries where store_node is not null;

  select jsonb_build_object(
    'tick_id', v_tick_id, 'zone_id', p_zone_id, 'at', now(),
    'params', jsonb_build_object(
      'offer_timeout_seconds', v_zone.offer_timeout_seconds, 'max_in_hand', v_zone.max_in_hand,
      'radius_meters', v_zone.radius_meters),
    'deliveries', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', t.id, 'store', jsonb_build_object('lon', t.store_lon, 'lat', t.store_lat),
        'dropoff', jsonb_build_object('lon', t.lon, 'lat', t.lat),
        'ready_at', t.ready_expected_at, 'promised_at', t.dropoff_expected_at, 'created_at', t.created_at,
        'excluded_rider_ids', t.excluded_rider_ids)) from pg_temp.tick_deliveries t), '[]'),
    'riders', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', t.id, 'lon', t.lon, 'lat', t.lat, 'in_hand', t.in_hand, 'free_at', t.free_at, 'position_at', t.position_at))
      from pg_temp.tick_riders t), '[]'),
    'travel', coalesce((
      select jsonb_agg(jsonb_build_object('rider_id', r.id, 'delivery_id', d.id, 'seconds', round(m.seconds)))
      from (
        select v_from[1] as from_id, v_from[1] as to_id, 0::double precision as seconds where false
        union all
        select tm.from_id, tm.to_id, tm.seconds
        from private.travel_matrix(v_zone.city_id, v_from, v_to) tm
        where v_from is not null and v_to is not null
        union all
        select n, n, 0 from unnest(v_from) n where n = any (v_to)
      ) m
      join pg_temp.tick_riders r on r.free_node = m.from_id
      join pg_temp.tick_deliveries d on d.store_node = m.to_id), '[]'))
  into v_snapshot;
  drop table pg_temp.tick_deliveries, pg_temp.tick_riders;

  if jsonb_array_length(v_snapshot -> 'deliveries') = 0 then
    delete from private.dispatch_leases where zone_id = p_zone_id and tick_id = v_tick_id;
    return jsonb_build_object('is_idle', true);
  end if;
  insert into public.dispatch_ticks (id, zone_id, snapshot) values (v_tick_id, p_zone_id, v_snapshot);
  return v_snapshot;
end;
$$;
comment on function public.begin_dispatch_tick(uuid) is
  'Leases a zone and returns what the engine decides from: open deliveries, free riders, travel seconds between them on the roads. {is_busy} while another tick holds the zone, {is_idle} when nothing waits.';

