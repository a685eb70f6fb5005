create function private.delivery_candidates(p_delivery public.deliveries, p_settings jsonb)
returns table (rider public.riders, in_hand int, free_at timestamptz, lon double precision, lat double precision, meters double precision)
language sql
stable
set search_path = ''
as $$
  select r, hand.in_hand, greatest(now(), hand.free_at), place.lon, place.lat,
    extensions.st_distance(s.location, private.point(place.lon, place.lat)::extensions.geography)
  from public.riders r
  join public.stores s on s.id = p_delivery.store_id
  cross join lateral (
    -- Where and when the last door of what they have is reached.
    select count(*)::int as in_hand, max(d.eta_p50_at) as free_at,
      (array_agg(k.lon order by d.eta_p50_at desc nulls last))[1] as lon,
      (array_agg(k.lat order by d.eta_p50_at desc nulls last))[1] as lat
    from public.deliveries d
    join private.order_contacts k on k.order_id = d.order_id
    where d.rider_id = r.id and d.id <> p_delivery.id
      and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
  ) hand
  cross join lateral (select coalesce(hand.lon, r.lon) as lon, coalesce(hand.lat, r.lat) as lat) place
  where r.city_id = p_delivery.city_id and r.status = 'online' and r.is_active and r.lon is not null
    and r.id is distinct from p_delivery.rider_id
  order by 6, r.id
  limit 60;
$$;
comment on function private.delivery_candidates(public.deliveries, jsonb) is
  'The sixty riders online nearest to the store, each from where and when they are through with what they have.';

create function public.list_delivery_candidates(p_delivery_id uuid)
returns jsonb
language plpgsql
stable
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_settings jsonb;
  v_store public.stores;
  v_contact private.order_contacts;
  v_factor double precision;
  v_node bigint;
  v_ride double precision;
begin
  perform private.require_ops();
  select * into v_delivery from public.deliveries where id = p_delivery_id;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  v_settings := private.dispatch_settings(v_delivery.zone_id);
  v_factor := coalesce(private.speed_factor(v_delivery.zone_id), 1);
  select * into v_store from public.stores where id = v_delivery.store_id;
  select * into v_contact from private.order_contacts where order_id = v_delivery.order_id;
  v_node := private.nearest_road_node(v_delivery.city_id, v_store.lon, v_store.lat);
  v_ride := private.straight_seconds(v_store.lon, v_store.lat, v_contact.lon, v_contact.lat) * v_factor
    + coalesce((v_settings ->> 'pickup_service_seconds')::int, 180) / 2.0
    + coalesce((v_settings ->> 'dropoff_service_seconds')::int, 180) / 2.0;
  return (
    with near as materialized (
      select c.*, private.nearest_road_node(v_delivery.city_id, c.lon, c.lat) as node
      from private.delivery_candidates(v_delivery, v_settings) c
    ), road as materialized (
      select w.from_node, w.seconds
      from private.road_seconds(v_delivery.city_id,
        (select array_agg(distinct n.node) from near n where n.node is not null), array[v_node], true) w
      where v_node is not null
    ), timed as (
      select n.*, coalesce(case when n.node = v_node then 0 else w.seconds end,
        private.straight_seconds(n.lon, n.lat, v_store.lon, v_store.lat)) * v_factor as seconds
      from near n left join road w on w.from_node = n.node
    ), planned as (
      select t.*, t.free_at + make_interval(secs => t.seconds) as store_at,
        greatest(t.free_at + make_interval(secs => t.seconds), v_delivery.ready_expected_at)
          + make_interval(secs => v_ride) as door_at
      from timed t
    )
    select coalesce(jsonb_agg(jsonb_build_object(
      'rider_id', (p.rider).id, 'display_name', (p.rider).display_name, 'vehicle', (p.rider).vehicle,
      'in_hand', p.in_hand, 'to_store_meters', round(p.meters), 'to_store_seconds', round(p.seconds),
      'free_at', p.free_at, 'store_at', p.store_at, 'door_at', p.door_at,
      'wait_seconds', greatest(0, round(extract(epoch from v_delivery.ready_expected_at - p.store_at))),
      'late_seconds', greatest(0, round(extract(epoch from p.door_at - v_delivery.dropoff_expected_at))),
      'obstacles', to_jsonb(array_remove(array[
        case when exists (select 1 from private.dispatch_exclusions x
          where x.delivery_id = p_delivery_id and x.rider_id = (p.rider).id) then 'excluded' end,
        case when exists (select 1 from public.dispatch_offers f
          where f.delivery_id = p_delivery_id and f.rider_id = (p.rider).id and f.status = 'declined') then 'declined' end,
        case when exists (select 1 from public.dispatch_offers f
          where f.rider_id = (p.rider).id and f.status = 'offered' and f.delivery_id <> p_delivery_id) then 'has_offer' end,
        case when p.in_hand >= (v_settings ->> 'max_in_hand')::int then 'full' end,
        case when p.meters > (v_settings ->> 'radius_meters')::int then 'far' end,
        case when not v_delivery.needs <@ ((p.rider).skills || (p.rider).vehicle) then 'lacks_needs' end,
        case when (p.rider).position_at < now() - make_interval(secs => (v_settings ->> 'position_max_age_seconds')::int)
          then 'no_position' end], null)))
      order by p.door_at, p.meters), '[]')
    from planned p);
end;
$$;
comment on function public.list_delivery_candidates(uuid) is
  'Riders who could take a delivery, who is at the door first comes first: [{rider_id, display_name, vehicle, in_hand, to_store_meters, to_store_seconds, free_at, store_at, door_at, wait_seconds, late_seconds, obstacles}]. Times count after all they have. obstacles say why dispatch would not ask them: excluded, declined, has_offer, full, far, lacks_needs, no_position. For ops.';
