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
        'area', extensions.st_asgeojson(z.area, 6)::jsonb,
        'mode', case when m.id is not null then to_jsonb(m) - 'created_by' - 'zone_id' end,
        -- What the last round left waiting, and why.
        'held', coalesce((
          select t.plan -> 'held' from public.dispatch_ticks t
          where t.zone_id = z.id and t.finished_at > now() - interval '10 minutes'
          order by t.created_at desc limit 1), '[]')) order by z.name), '[]')
      from public.zones z
      cross join lateral private.dispatch_mode(z.id) m
      where z.city_id = p_city_id and z.is_active),
    'riders', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'display_name', r.display_name, 'status', r.status,
        'lon', r.lon, 'lat', r.lat, 'heading', r.heading, 'position_at', r.position_at, 'zone_id', r.zone_id, 'vehicle', r.vehicle,
        'in_hand', (select count(*) from public.deliveries d where d.rider_id = r.id
          and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')))), '[]')
      from public.riders r where r.city_id = p_city_id and r.status = 'online' and r.lon is not null),
    'orders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'number', o.number, 'status', o.status, 'total_cents', o.total_cents, 'currency', o.currency,
        'placed_at', o.placed_at, 'dropoff_expected_at', o.dropoff_expected_at,
        'store', jsonb_build_object('id', s.id, 'name', s.name, 'translations', s.translations, 'lon', s.lon, 'lat', s.lat),
        'dropoff', case when k.lon is not null then jsonb_build_object('lon', k.lon, 'lat', k.lat) end,
        'delivery', case when d.id is not null then jsonb_build_object(
          'id', d.id, 'status', d.status, 'rider_id', d.rider_id, 'zone_id', d.zone_id, 'needs', d.needs,
          'pinned_rider_id', d.pinned_rider_id, 'ready_expected_at', d.ready_expected_at,
          'dropoff_expected_at', d.dropoff_expected_at, 'eta_p50_at', d.eta_p50_at, 'eta_p90_at', d.eta_p90_at,
          'waiting_since', d.waiting_since,
          'offer', (
            select jsonb_build_object('rider_id', f.rider_id, 'expires_at', f.expires_at)
            from public.dispatch_offers f where f.delivery_id = d.id and f.status = 'offered'),
          'excluded_rider_ids', (
            select coalesce(jsonb_agg(x.rider_id), '[]') from private.dispatch_exclusions x where x.delivery_id = d.id),
          'incident', (
            select jsonb_build_object('id', i.id, 'reason_code', i.reason_code, 'note', i.note, 'photo_path', i.photo_path,
              'created_at', i.created_at)
            from public.delivery_incidents i
            where i.delivery_id = d.id and i.status = 'open' order by i.created_at limit 1)) end)
        order by o.placed_at desc), '[]')
      from public.orders o
      join public.stores s on s.id = o.store_id
      left join private.order_contacts k on k.order_id = o.id
      left join public.deliveries d on d.order_id = o.id
      where o.city_id = p_city_id
        and o.status in ('placed', 'accepted', 'preparing', 'ready', 'in_delivery', 'awaiting_pickup')),
    'returns', (
      select coalesce(jsonb_agg(jsonb_build_object('delivery_id', d.id, 'order_id', o.id, 'number', o.number,
        'rider_id', d.rider_id, 'reason_code', d.reason_code, 'closed_at', d.closed_at,
        'store', jsonb_build_object('id', s.id, 'name', s.name, 'translations', s.translations)) order by d.closed_at), '[]')
      from public.deliveries d
      join public.orders o on o.id = d.order_id
      join public.stores s on s.id = d.store_id
      where d.city_id = p_city_id and d.is_return_due and d.returned_at is null));
end;
$$;
comment on function public.get_ops_map(uuid) is 'The live map of a city in one answer: zones with the incident mode that holds and what the last round held back, online riders, open orders with their deliveries, open offers and incidents, and goods that have to go back to a store. For ops.';

