create function private.kitchen_band(p_open_count bigint)
returns int
language sql
immutable
set search_path = ''
as $$
  select case when p_open_count <= 1 then 0 when p_open_count <= 4 then 1 else 2 end;
$$;
comment on function private.kitchen_band(bigint) is 'How busy a kitchen is: 0 at most one order beside this, 1 up to four, 2 more.';

create function private.learnt(p_kind text, p_subject_id uuid, p_hour int, p_band int)
returns private.learnt_quantiles
language sql
stable
set search_path = ''
as $$
  -- The closest match that has seen enough: a median of fewer says more about those few than about the next.
  select q from private.learnt_quantiles q
  where q.kind = p_kind and q.subject_id = p_subject_id and q.hour in (p_hour, -1) and q.band in (p_band, -1)
    and q.sample_count >= 20
  order by (q.hour >= 0)::int + (q.band >= 0)::int desc, q.hour desc
  limit 1;
$$;

create function private.predict_ready_at(p_order public.orders)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select coalesce(p_order.accepted_at + make_interval(secs => own.p50_seconds),
    p_order.preparation_expected_at + make_interval(secs => city.p50_seconds))
  from public.cities c
  left join lateral private.learnt('preparation', p_order.store_id,
    extract(hour from p_order.accepted_at at time zone c.timezone)::int,
    private.kitchen_band((
      select count(*) from public.orders o
      where o.store_id = p_order.store_id and o.id <> p_order.id and o.status in ('accepted', 'preparing')))) own on true
  left join lateral private.learnt('preparation_excess', c.id, -1, -1) city on true
  where c.id = p_order.city_id;
$$;
comment on function private.predict_ready_at(public.orders) is
  'When an accepted order should be packed: by what the store took at this hour and load, else by what the city''s kitchens take beyond what they say; null while too little is known.';

create function private.food_at(
  p_ready_at timestamptz, p_expected_at timestamptz, p_preparation_minutes int, p_now timestamptz)
returns timestamptz
language sql
immutable
set search_path = ''
as $$
  -- Kitchens vary by about a quarter: whose time is up takes a seventh of it more, as long as nobody says it is packed.
  select case when p_ready_at <= p_now then p_ready_at
    else greatest(p_expected_at, p_now + make_interval(secs => 60 * p_preparation_minutes / 7.0)) end;
$$;
comment on function private.food_at(timestamptz, timestamptz, int, timestamptz) is
  'When the goods are, or will be, packed as far as is known at p_now: an overdue kitchen is not taken for done.';

create function private.estimate_parts(p_delivery public.deliveries)
returns table (kitchen_at timestamptz, approach_seconds double precision, ride_seconds double precision)
language plpgsql
set search_path = ''
as $$
declare
  v_store public.stores;
  v_contact private.order_contacts;
  v_rider public.riders;
begin
  select * into v_store from public.stores where id = p_delivery.store_id;
  select * into v_contact from private.order_contacts where order_id = p_delivery.order_id;
  select * into v_rider from public.riders where id = p_delivery.rider_id;
  if p_delivery.status = 'picked_up' and v_rider.lon is not null then
    return query select null::timestamptz, 0::double precision,
      private.ride_seconds(p_delivery.city_id, v_rider.lon, v_rider.lat, v_contact.lon, v_contact.lat);
    return;
  end if;
  return query select (
      select private.food_at(o.ready_at, p_delivery.ready_expected_at, v_store.preparation_minutes, now())
      from public.orders o where o.id = p_delivery.order_id),
    case when p_delivery.status = 'assigned' and v_rider.lon is not null then
      private.ride_seconds(p_delivery.city_id, v_rider.lon, v_rider.lat, v_store.lon, v_store.lat) else 0 end,
    private.ride_seconds(p_delivery.city_id, v_store.lon, v_store.lat, v_contact.lon, v_contact.lat);
end;
$$;
comment on function private.estimate_parts(public.deliveries) is
  'What the time at the door is made of: the kitchen (none with the goods in hand), seconds of the map to the counter and to the door.';

create function private.join_parts(
  p_from timestamptz, p_kitchen_at timestamptz, p_approach_seconds double precision, p_ride_seconds double precision,
  p_factor double precision, p_pickup_seconds double precision, p_dropoff_seconds double precision)
returns timestamptz
language sql
immutable
set search_path = ''
as $$
  -- Half of a service is over when the goods change hands.
  select case when p_kitchen_at is null then p_from
      else greatest(p_from + make_interval(secs => p_factor * p_approach_seconds), p_kitchen_at)
        + make_interval(secs => p_pickup_seconds / 2) end
    + make_interval(secs => p_factor * p_ride_seconds + p_dropoff_seconds / 2);
$$;
comment on function private.join_parts(
  timestamptz, timestamptz, double precision, double precision, double precision, double precision, double precision) is
  'When a delivery would be at the door if nothing else came between: kitchen, counter, ride, door.';

create function private.eta_window(p_zone_id uuid, p_stage int, p_raw_at timestamptz)
returns table (p50_at timestamptz, p90_at timestamptz)
language sql
stable
set search_path = ''
as $$
  -- The errors of the past say how wide the window is; before there are any, a quarter of the time and five minutes.
  select p_raw_at + make_interval(secs => coalesce(q.p50_seconds, 0)),
    p_raw_at + make_interval(secs => coalesce(greatest(q.p90_seconds, q.p50_seconds),
      300 + 0.25 * greatest(0, extract(epoch from p_raw_at - now()))))
  from (select 1) one
  left join lateral (
    select e.p50_seconds, e.p90_seconds
    from public.zones z
    join private.learnt_quantiles e on e.subject_id in (z.id, z.city_id)
    where z.id = p_zone_id and e.kind = 'eta_error' and e.hour = -1 and e.band = p_stage
      and e.sample_count >= case when e.subject_id = z.id then 100 else 5 end
    order by e.subject_id = z.id desc
    limit 1) q on true;
$$;
comment on function private.eta_window(uuid, int, timestamptz) is 'The window around an estimate that held half the time (p50) and nine times in ten (p90): by the zone''s errors, while there are few by its city''s.';

create function private.predict_eta(p_delivery_id uuid, p_stage int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_settings jsonb;
  v_parts record;
  v_raw timestamptz;
  v_window record;
begin
  select * into v_delivery from public.deliveries where id = p_delivery_id;
  v_settings := private.dispatch_settings(v_delivery.zone_id);
  select * into v_parts from private.estimate_parts(v_delivery);
  v_raw := private.join_parts(now(), v_parts.kitchen_at, v_parts.approach_seconds, v_parts.ride_seconds,
    coalesce(private.speed_factor(v_delivery.zone_id), 1),
    coalesce((v_settings ->> 'pickup_service_seconds')::int, 180),
    coalesce((v_settings ->> 'dropoff_service_seconds')::int, 180));
  select * into v_window from private.eta_window(v_delivery.zone_id, p_stage, v_raw);
  update public.deliveries
  set eta_p50_at = v_window.p50_at, eta_p90_at = v_window.p90_at,
      promised_p90_at = coalesce(promised_p90_at, v_window.p90_at)
  where id = p_delivery_id;
  -- The first word counts; a second rider's is not compared with the first's.
  insert into private.eta_predictions (
    delivery_id, stage, zone_id, raw_at, p50_at, p90_at, kitchen_at, approach_seconds, ride_seconds)
  values (p_delivery_id, p_stage, v_delivery.zone_id, v_raw, v_window.p50_at, v_window.p90_at,
    v_parts.kitchen_at, v_parts.approach_seconds, v_parts.ride_seconds)
  on conflict do nothing;
end;
$$;
comment on function private.predict_eta(uuid, int) is 'Tells a delivery when it will be at the door, and remembers what was told: 0 begun, 1 has a rider, 2 picked up.';

create function private.plan_etas(p_etas jsonb)
returns void
language sql
set search_path = ''
as $$
  update public.deliveries d
  set eta_p50_at = w.p50_at, eta_p90_at = w.p90_at
  from jsonb_to_recordset(p_etas) e (delivery_id uuid, dropoff_at double precision)
  join public.deliveries x on x.id = e.delivery_id
  cross join lateral private.eta_window(x.zone_id,
    case x.status when 'picked_up' then 2 when 'assigned' then 1 when 'arrived_at_store' then 1 else 0 end,
    to_timestamp(e.dropoff_at)) w
  where d.id = e.delivery_id and d.status in ('unassigned', 'offered', 'assigned', 'arrived_at_store', 'picked_up');
$$;
comment on function private.plan_etas(jsonb) is 'The planned tours know better when each door is reached.';

create function public.predict_eta(p_order_id uuid)
returns jsonb
language plpgsql
stable
security definer -- anyone who may see the order may know when it comes
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
begin
  if not private.can_see_order(p_order_id) then
    perform private.raise('order.not_found', 404);
  end if;
  select * into v_delivery from public.deliveries where order_id = p_order_id;
  if not found then
    return null;
  end if;
  return jsonb_build_object('delivery_id', v_delivery.id, 'status', v_delivery.status,
    'p50_at', v_delivery.eta_p50_at, 'p90_at', v_delivery.eta_p90_at, 'promised_p90_at', v_delivery.promised_p90_at,
    'delivered_at', v_delivery.delivered_at);
end;
$$;
comment on function public.predict_eta(uuid) is
  'When an order will be at the door: {p50_at, p90_at} as of now, promised_p90_at as first told. Null without a delivery.';
