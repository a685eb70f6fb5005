create function private.create_delivery(p_order_id uuid)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
  v_zone_id uuid;
begin
  insert into public.deliveries (
    order_id, store_id, city_id, zone_id, rider_pay_cents, distance_meters, ready_expected_at, dropoff_expected_at)
  select o.id, o.store_id, o.city_id, z.id,
    coalesce(z.rider_base_pay_cents + z.rider_pay_per_km_cents * ceil(q.distance_meters / 1000.0)::bigint, 0),
    q.distance_meters, o.preparation_expected_at, o.dropoff_expected_at
  from public.orders o
  join public.quotes q on q.id = o.quote_id
  join public.stores s on s.id = o.store_id
  left join lateral (
    select z.* from public.zones z
    where z.city_id = o.city_id and z.is_active
    order by z.area operator(extensions.<->) s.location::extensions.geometry
    limit 1
  ) z on true
  where o.id = p_order_id
  returning id, zone_id into v_id, v_zone_id;
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_zone_id));
  return v_id;
end;
$$;
comment on function private.create_delivery(uuid) is 'Makes the rider''s task of an accepted order in the zone of its store, and asks dispatch for a rider.';

