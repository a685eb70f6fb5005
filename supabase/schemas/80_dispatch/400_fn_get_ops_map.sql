create function public.get_ops_map(p_city_id uuid)
returns jsonb
language plpgsql
stable
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops();
  return jsonb_build_object(
    'city', (
      select jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'translations', c.translations,
        'lon', c.lon, 'lat', c.lat, 'attribution', c.attribution, 'currency', c.currency, 'timezone', c.timezone)
      from public.cities c where c.id = p_city_id),
    'zones', (
      select coalesce(jsonb_agg(jsonb_build_object('id', z.id, 'name', z.name, 'translations', z.translations,
        'area', extensions.st_asgeojson(z.area, 6)::jsonb)), '[]')
      from public.zones z where z.city_id = p_city_id and z.is_active),
    'riders', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'display_name', r.display_name, 'status', r.status,
        'lon', r.lon, 'lat', r.lat, 'heading', r.heading, 'position_at', r.position_at, 'zone_id', r.zone_id,
        'in_hand', (select count(*) from public.deliveries d where d.rider_id = r.id
          and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')))), '[]')
      from public.riders r where r.city_id = p_city_id and r.status = 'online' and r.lon is not null),
    'orders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'number', o.number, 'status', o.status, 'total_cents', o.total_cents, 'currency', o.currency,
        'placed_at', o.placed_at, 'dropoff_expected_at', o.dropoff_expected_at,
        'store', jsonb_build_object('id', s.id, 'name', s.name, 'translations', s.translations, 'lon', s.lon, 'lat', s.lat),
        'dropoff', case when k.lon is not null then jsonb_build_object('lon', k.lon, 'lat', k.lat) end,
        'delivery', (
          select jsonb_build_object('id', d.id, 'status', d.status, 'rider_id', d.rider_id,
            'why', (select f.explanation from public.dispatch_offers f where f.delivery_id = d.id
              order by f.created_at desc limit 1))
          from public.deliveries d where d.order_id = o.id)) order by o.placed_at desc), '[]')
      from public.orders o
      join public.stores s on s.id = o.store_id
      left join private.order_contacts k on k.order_id = o.id
      where o.city_id = p_city_id
        and o.status in ('placed', 'accepted', 'preparing', 'ready', 'in_delivery', 'awaiting_pickup')));
end;
$$;
comment on function public.get_ops_map(uuid) is 'The live map of a city in one answer: zones, online riders, open orders with their deliveries and why a rider was chosen. For ops.';

