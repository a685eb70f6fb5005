create function public.get_rider_home()
returns jsonb
language plpgsql
security definer -- gathers the caller's own tasks with what a rider needs for them
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  return jsonb_build_object(
    'rider', to_jsonb(v_rider) - 'created_at' - 'reported_at',
    'city', (
      select jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'translations', c.translations,
        'lon', c.lon, 'lat', c.lat, 'attribution', c.attribution, 'currency', c.currency, 'timezone', c.timezone)
      from public.cities c where c.id = v_rider.city_id),
    'offers', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'delivery_id', o.delivery_id, 'batch_id', o.batch_id, 'expires_at', o.expires_at, 'created_at', o.created_at,
        'rider_pay_cents', d.rider_pay_cents, 'tip_cents', r.tip_cents, 'currency', r.currency,
        'distance_meters', d.distance_meters, 'ready_expected_at', d.ready_expected_at,
        'to_store_seconds', o.to_store_seconds,
        'store', jsonb_build_object('name', s.name, 'translations', s.translations, 'street', s.street, 'lon', s.lon, 'lat', s.lat),
        'dropoff', jsonb_build_object('street', k.street, 'lon', k.lon, 'lat', k.lat)) order by o.created_at), '[]')
      from public.dispatch_offers o
      join public.deliveries d on d.id = o.delivery_id
      join public.orders r on r.id = d.order_id
      join public.stores s on s.id = d.store_id
      join private.order_contacts k on k.order_id = d.order_id
      where o.rider_id = v_rider.id and o.status = 'offered' and o.expires_at > now()),
    'deliveries', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', d.id, 'order_id', d.order_id, 'status', d.status, 'number', r.number, 'order_status', r.status,
        'rider_pay_cents', d.rider_pay_cents, 'tip_cents', r.tip_cents, 'currency', r.currency, 'note', r.note,
        'ready_expected_at', d.ready_expected_at, 'dropoff_expected_at', d.dropoff_expected_at,
        'proof_kind', case
          when exists (select 1 from private.delivery_codes c where c.delivery_id = d.id) then 'code'
          when exists (select 1 from public.dispatch_parameters p where p.zone_id = d.zone_id and p.proof_rule = 'photo')
            then 'photo' else 'none' end,
        'has_incident', exists (
          select 1 from public.delivery_incidents i where i.delivery_id = d.id and i.status = 'open'),
        'pay_lines', (
          select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'label', l.label, 'translations', l.translations,
            'amount_cents', l.amount_cents) order by l.line_number), '[]')
          from public.delivery_pay_lines l where l.delivery_id = d.id and l.amount_cents > 0),
        'store', jsonb_build_object('name', s.name, 'translations', s.translations, 'street', s.street,
          'phone', s.phone, 'lon', s.lon, 'lat', s.lat),
        'dropoff', jsonb_build_object('contact_name', k.contact_name, 'contact_phone', private.mask_phone(k.contact_phone),
          'street', k.street, 'detail', k.detail, 'lon', k.lon, 'lat', k.lat),
        'items', (
          select jsonb_agg(jsonb_build_object('name', i.name, 'translations', i.translations, 'quantity', i.quantity) order by i.line_number)
          from public.order_items i where i.order_id = d.order_id)) order by d.assigned_at), '[]')
      from public.deliveries d
      join public.orders r on r.id = d.order_id
      join public.stores s on s.id = d.store_id
      join private.order_contacts k on k.order_id = d.order_id
      where d.rider_id = v_rider.id
        and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')),
    -- The order of stops by which customers were told their times.
    'tour', coalesce((select t.stops from private.rider_tours t where t.rider_id = v_rider.id), '[]'),
    'returns', (
      select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'order_id', d.order_id, 'number', r.number,
        'store', jsonb_build_object('name', s.name, 'translations', s.translations, 'street', s.street, 'lon', s.lon, 'lat', s.lat))
        order by d.closed_at), '[]')
      from public.deliveries d
      join public.orders r on r.id = d.order_id
      join public.stores s on s.id = d.store_id
      where d.rider_id = v_rider.id and d.status = 'failed' and d.is_return_due and d.returned_at is null),
    -- Advice grows old: a quarter of an hour later the town is another one.
    'waiting_place', (
      select jsonb_build_object('name', s.name, 'translations', s.translations, 'street', s.street, 'lon', s.lon, 'lat', s.lat,
        'saves_seconds', h.saves_seconds)
      from private.waiting_hints h
      join public.stores s on s.id = h.store_id
      where h.rider_id = v_rider.id and v_rider.status = 'online' and h.created_at > now() - interval '15 minutes'
        and extensions.st_distance(s.location, private.point(v_rider.lon, v_rider.lat)::extensions.geography) > 150
        and not exists (
          select 1 from public.deliveries d
          where d.rider_id = v_rider.id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'))),
    'pool_count', case when v_rider.status = 'online' then (select count(*) from private.grabbable(v_rider)) else 0 end,
    'shift', (
      select to_jsonb(s) from public.rider_shifts s
      where s.rider_id = v_rider.id and s.status = 'started' order by s.ends_at limit 1),
    'today', (
      select jsonb_build_object('delivered_count', count(*),
        'earned_cents', coalesce(sum(d.rider_pay_cents + r.tip_cents), 0))
      from public.deliveries d
      join public.orders r on r.id = d.order_id
      join public.cities c on c.id = d.city_id
      where d.rider_id = v_rider.id and d.status = 'delivered'
        and (d.delivered_at at time zone c.timezone)::date = (now() at time zone c.timezone)::date));
end;
$$;
comment on function public.get_rider_home() is 'The rider''s whole screen in one answer: own state, open offers, tasks in hand, today''s income.';

