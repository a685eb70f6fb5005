create function private.riders_around(p_zone public.zones, p_settings jsonb)
returns setof uuid
language sql
stable
rows 100
set search_path = ''
as $$
  select r.id from public.riders r
  where r.city_id = p_zone.city_id and r.status = 'online' and r.is_active and r.lon is not null
    -- Someone else's area, but only as far as they would be asked, unless ops named them.
    and (extensions.st_dwithin(p_zone.area::extensions.geography, private.point(r.lon, r.lat)::extensions.geography,
        (p_settings ->> 'radius_meters')::int)
      or exists (
        select 1 from public.deliveries d
        where d.zone_id = p_zone.id and d.status = 'unassigned' and d.pinned_rider_id = r.id))
    and (r.position_at > now() - make_interval(secs => (p_settings ->> 'position_max_age_seconds')::int)
      or exists (
        select 1 from public.deliveries d
        where d.rider_id = r.id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')));
$$;
comment on function private.riders_around(public.zones, jsonb) is
  'Riders online in and around a zone, whose position is fresh or who have a task.';

create function private.snapshot_deliveries(p_zone public.zones, p_settings jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with open as (
    (select d.* from public.deliveries d
     where d.zone_id = p_zone.id and d.status = 'unassigned'
     order by d.created_at limit 500)
    union all
    -- What riders around already have goes along, wherever it is from: it says where they will be, and takes new tasks
    -- in between.
    select d.* from private.riders_around(p_zone, p_settings) r
    join public.deliveries d on d.rider_id = r
    where d.status in ('assigned', 'arrived_at_store', 'picked_up')
    union all
    select d.* from public.deliveries d where d.zone_id = p_zone.id and d.status = 'offered'
    union all
    -- Who thinks about another zone's offer may have it by the time the plan is made.
    select d.* from private.riders_around(p_zone, p_settings) r
    join public.dispatch_offers f on f.rider_id = r and f.status = 'offered'
    join public.deliveries d on d.id = f.delivery_id
    where d.status = 'offered' and d.zone_id is distinct from p_zone.id
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', d.id, 'store_id', d.store_id, 'status', d.status,
    'store', jsonb_build_object('lon', s.lon, 'lat', s.lat),
    'dropoff', jsonb_build_object('lon', k.lon, 'lat', k.lat),
    'placed_at', extract(epoch from coalesce(o.placed_at, d.created_at))::bigint,
    'ready_at', extract(epoch from private.food_at(o.ready_at, d.ready_expected_at, s.preparation_minutes, now()))::bigint,
    'promised_at', extract(epoch from d.dropoff_expected_at)::bigint,
    'needs', d.needs,
    'only_rider_id', coalesce(
      case when d.status in ('assigned', 'arrived_at_store') then d.rider_id end,
      (select f.rider_id from public.dispatch_offers f where f.delivery_id = d.id and f.status = 'offered'),
      d.pinned_rider_id),
    'holder_id', case when d.status = 'picked_up' then d.rider_id end,
    'excluded_rider_ids', (
      -- Who said no is not asked again; who did not answer has a while of peace. Whom ops named since is asked all the same.
      select coalesce(jsonb_agg(distinct x.rider_id) filter (where x.rider_id is distinct from d.pinned_rider_id), '[]')
      from (
        select f.rider_id from public.dispatch_offers f
        where f.delivery_id = d.id
          and (f.status = 'declined' or (f.status in ('expired', 'withdrawn')
            and f.answered_at > now() - make_interval(secs => (p_settings ->> 'decline_peace_seconds')::int)))
        union all
        select e.rider_id from private.dispatch_exclusions e where e.delivery_id = d.id
      ) x))
    order by d.status <> 'unassigned', d.created_at, d.id), '[]')
  from open d
  join public.orders o on o.id = d.order_id
  join public.stores s on s.id = d.store_id
  join private.order_contacts k on k.order_id = d.order_id;
$$;
comment on function private.snapshot_deliveries(public.zones, jsonb) is
  'Open deliveries of a zone and all that riders around it have: those that wait first, oldest first. Times in seconds since 1970.';

create function private.snapshot_riders(p_zone public.zones, p_settings jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', r.id, 'display_name', r.display_name,
    'lon', coalesce(hand.door_lon, r.lon), 'lat', coalesce(hand.door_lat, r.lat),
    -- Who stands at a door is free when it is handed over.
    'free_at', extract(epoch from greatest(now(),
      hand.at_door_at + make_interval(secs => (p_settings ->> 'dropoff_service_seconds')::int)))::bigint,
    'off_at', extract(epoch from coalesce(shift.ends_at, now() + interval '4 hours'))::bigint,
    'open_count', hand.open_count,
    'has_offer', exists (select 1 from public.dispatch_offers o where o.rider_id = r.id and o.status = 'offered'),
    'has', to_jsonb(r.skills || r.vehicle),
    'guaranteed_left', shift.guaranteed_left) order by r.id), '[]')
  from private.riders_around(p_zone, p_settings) around
  join public.riders r on r.id = around
  cross join lateral (
    select count(*)::int as open_count,
      max(d.updated_at) filter (where d.status = 'arrived_at_customer') as at_door_at,
      (array_agg(k.lon order by d.updated_at desc) filter (where d.status = 'arrived_at_customer'))[1] as door_lon,
      (array_agg(k.lat order by d.updated_at desc) filter (where d.status = 'arrived_at_customer'))[1] as door_lat
    from public.deliveries d
    join private.order_contacts k on k.order_id = d.order_id
    where d.rider_id = r.id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
  ) hand
  left join lateral private.shift_view(r.id) shift on true;
$$;
comment on function private.snapshot_riders(public.zones, jsonb) is
  'Riders online in and around a zone: where they are, when they are next free, how much they have, until when they ride.';

create function private.snapshot_demand(p_zone public.zones)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('key', 'demand:' || s.id, 'lon', s.lon, 'lat', s.lat, 'is_target', true,
    'weight', s.weight, 'store_id', s.id)), '[]')
  from (
    select s.id, s.lon, s.lat, s.monthly_sales_count + 1 as weight
    from public.stores s
    where s.city_id = p_zone.city_id and s.is_published
      and extensions.st_intersects(p_zone.area, s.location::extensions.geometry)
    order by s.monthly_sales_count desc, s.id
    limit 20
  ) s;
$$;
comment on function private.snapshot_demand(public.zones) is 'Where tasks of the zone start: its twenty busiest stores by their sales.';

create function private.snapshot_previous(p_zone_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce((
    select t.plan -> 'routes' from public.dispatch_ticks t
    where t.zone_id = p_zone_id and t.created_at > now() - interval '5 minutes' and t.finished_at is not null
    order by t.created_at desc
    limit 1), '[]');
$$;
comment on function private.snapshot_previous(uuid) is 'Routes of the last plan, from which the next search starts.';
