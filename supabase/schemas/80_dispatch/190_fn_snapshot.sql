create function private.snapshot_deliveries(p_zone_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', d.id, 'store', jsonb_build_object('lon', s.lon, 'lat', s.lat),
    'dropoff', jsonb_build_object('lon', k.lon, 'lat', k.lat),
    'ready_at', d.ready_expected_at, 'promised_at', d.dropoff_expected_at, 'created_at', d.created_at,
    'node', private.nearest_road_node(d.city_id, s.lon, s.lat),
    'excluded_rider_ids', (
      -- Who said no is not asked again; who did not answer has two minutes of peace.
      select coalesce(jsonb_agg(distinct o.rider_id), '[]')
      from public.dispatch_offers o
      where o.delivery_id = d.id
        and (o.status = 'declined'
          or (o.status in ('expired', 'withdrawn') and o.answered_at > now() - interval '2 minutes')))
  ) order by d.created_at), '[]')
  from (
    select * from public.deliveries
    where zone_id = p_zone_id and status = 'unassigned'
    order by created_at
    limit 500
  ) d
  join public.stores s on s.id = d.store_id
  join private.order_contacts k on k.order_id = d.order_id;
$$;
comment on function private.snapshot_deliveries(uuid) is 'Deliveries of a zone that wait for a rider, oldest first.';

create function private.snapshot_riders(p_zone public.zones)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', r.id, 'display_name', r.display_name, 'lon', r.lon, 'lat', r.lat, 'position_at', r.position_at,
    'in_hand', hand.in_hand, 'free_at', coalesce(hand.free_at, now()),
    'node', private.nearest_road_node(r.city_id, coalesce(hand.last_lon, r.lon), coalesce(hand.last_lat, r.lat)))), '[]')
  from public.riders r
  cross join lateral (
    -- A rider with tasks is free at the last door, when it was promised.
    select count(*)::int as in_hand,
      greatest(max(d.dropoff_expected_at), now()) as free_at,
      (array_agg(k.lon order by d.dropoff_expected_at desc))[1] as last_lon,
      (array_agg(k.lat order by d.dropoff_expected_at desc))[1] as last_lat
    from public.deliveries d
    join private.order_contacts k on k.order_id = d.order_id
    where d.rider_id = r.id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
  ) hand
  where r.city_id = p_zone.city_id and r.status = 'online' and r.is_active
    and r.position_at > now() - private.setting_interval('dispatch.position_max_age_seconds', 300)
    and hand.in_hand < p_zone.max_in_hand
    and not exists (select 1 from public.dispatch_offers o where o.rider_id = r.id and o.status = 'offered');
$$;
comment on function private.snapshot_riders(public.zones) is 'Riders of the city who are online, seen lately, not full and not deciding on another offer.';

create function private.snapshot_travel(p_city_id uuid, p_riders jsonb, p_deliveries jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_from bigint[];
  v_to bigint[];
  v_travel jsonb;
begin
  select array_agg(distinct (r ->> 'node')::bigint) into v_from
  from jsonb_array_elements(p_riders) r where r ->> 'node' is not null;
  select array_agg(distinct (d ->> 'node')::bigint) into v_to
  from jsonb_array_elements(p_deliveries) d where d ->> 'node' is not null;
  if v_from is null or v_to is null then
    return jsonb_build_array();
  end if;
  select coalesce(jsonb_agg(jsonb_build_object(
    'rider_id', r ->> 'id', 'delivery_id', d ->> 'id', 'seconds', round(m.seconds))), '[]')
  into v_travel
  from (
    select tm.from_id, tm.to_id, tm.seconds from private.travel_matrix(p_city_id, v_from, v_to) tm
    union all
    select n, n, 0 from unnest(v_from) n where n = any (v_to)
  ) m
  join jsonb_array_elements(p_riders) r on (r ->> 'node')::bigint = m.from_id
  join jsonb_array_elements(p_deliveries) d on (d ->> 'node')::bigint = m.to_id;
  return v_travel;
end;
$$;
comment on function private.snapshot_travel(uuid, jsonb, jsonb) is
  'Seconds on the roads from where each rider will be free to each store; pairs without a road are absent.';
