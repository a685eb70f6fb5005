create function private.straight_seconds(
  p_from_lon double precision, p_from_lat double precision, p_to_lon double precision, p_to_lat double precision)
returns double precision
language sql
immutable
parallel safe
set search_path = ''
as $$
  -- Metres on a flat map; streets are about 1.4 times that; a town rider averages 5 m/s.
  select sqrt(power((p_to_lon - p_from_lon) * 111320 * cos(radians((p_from_lat + p_to_lat) / 2)), 2)
    + power((p_to_lat - p_from_lat) * 110574, 2)) * 1.4 / 5;
$$;
comment on function private.straight_seconds(double precision, double precision, double precision, double precision) is
  'The last resort where no road is known: straight line × 1.4 at 5 m/s.';

create function private.road_seconds(p_city_id uuid, p_from bigint[], p_to bigint[], p_is_reversed boolean)
returns table (from_node bigint, to_node bigint, seconds double precision)
language sql
stable
-- pgRouting's wrappers call their own helpers without a schema.
set search_path = extensions, pg_temp
as $$
  select case when p_is_reversed then c.end_vid else c.start_vid end,
    case when p_is_reversed then c.start_vid else c.end_vid end, c.agg_cost
  from extensions.pgr_dijkstracost(
    format(
      'select id, %s as source, %s as target, length_meters / speed_mps as cost,
         case when is_oneway then -1 else length_meters / speed_mps end as reverse_cost
       from private.road_edges where city_id = %L',
      case when p_is_reversed then 'target_id' else 'source_id' end,
      case when p_is_reversed then 'source_id' else 'target_id' end, p_city_id),
    case when p_is_reversed then p_to else p_from end, case when p_is_reversed then p_from else p_to end, true) c;
$$;
comment on function private.road_seconds(uuid, bigint[], bigint[], boolean) is
  'Seconds on the directed road graph. Reversed, one search from each target answers for all origins: cheaper when targets are few.';

create function private.fill_travel_cache(p_city_id uuid, p_from bigint[], p_to bigint[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_new bigint[];
  v_from bigint[];
  v_to bigint[];
begin
  -- Whoever is new here is searched from forwards to all; then all that is left are new targets.
  select coalesce(array_agg(f), '{}') into v_new
  from unnest(p_from) f
  where not exists (
    select 1 from private.travel_cache c
    where c.city_id = p_city_id and c.from_node = f and c.to_node = any (p_to));
  if cardinality(v_new) > 0 then
    insert into private.travel_cache (city_id, from_node, to_node, seconds)
    select p_city_id, f, t, case when f = t then 0 else coalesce(r.seconds, -1) end
    from unnest(v_new) f
    cross join unnest(p_to) t
    left join private.road_seconds(p_city_id, v_new, p_to, false) r on r.from_node = f and r.to_node = t
    order by f, t
    on conflict do nothing;
  end if;
  select array_agg(distinct f), array_agg(distinct t) into v_from, v_to
  from unnest(p_from) f
  cross join unnest(p_to) t
  where not exists (
    select 1 from private.travel_cache c where c.city_id = p_city_id and c.from_node = f and c.to_node = t);
  if v_to is not null then
    insert into private.travel_cache (city_id, from_node, to_node, seconds)
    select p_city_id, f, t, case when f = t then 0 else coalesce(r.seconds, -1) end
    from unnest(v_from) f
    cross join unnest(v_to) t
    left join private.road_seconds(p_city_id, v_from, v_to, true) r on r.from_node = f and r.to_node = t
    order by f, t
    on conflict do nothing;
  end if;
end;
$$;
comment on function private.fill_travel_cache(uuid, bigint[], bigint[]) is 'Searches the roads for those pairs that are not known yet.';

create function private.forget_travel()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  delete from private.travel_cache;
  return null;
end;
$$;
comment on function private.forget_travel() is 'The roads changed: what was searched on them no longer holds.';

create function private.speed_factor(p_zone_id uuid, p_at timestamptz default now())
returns double precision
language sql
stable
set search_path = ''
as $$
  select coalesce(f.factor, 1) * coalesce((select max(w.travel_factor) from private.zone_conditions(z.id, p_at) w), 1)
  from public.zones z
  join public.cities c on c.id = z.city_id
  left join private.speed_factors f
    on f.zone_id = z.id and f.hour = extract(hour from p_at at time zone c.timezone)::int
  where z.id = p_zone_id;
$$;
comment on function private.speed_factor(uuid, timestamptz) is 'Learnt factor of the hour times the greatest of what holds in the zone (weather, incident mode); multiplies seconds of the map.';

create function private.ride_seconds(
  p_city_id uuid, p_from_lon double precision, p_from_lat double precision,
  p_to_lon double precision, p_to_lat double precision)
returns double precision
language plpgsql
set search_path = ''
as $$
declare
  v_from bigint := private.nearest_road_node(p_city_id, p_from_lon, p_from_lat);
  v_to bigint := private.nearest_road_node(p_city_id, p_to_lon, p_to_lat);
  v_seconds real;
begin
  if v_from is not null then
    perform private.fill_travel_cache(p_city_id, array[v_from], array[v_to]);
    select seconds into v_seconds from private.travel_cache
    where city_id = p_city_id and from_node = v_from and to_node = v_to;
  end if;
  return case when v_seconds >= 0 then v_seconds
    else private.straight_seconds(p_from_lon, p_from_lat, p_to_lon, p_to_lat) end;
end;
$$;
comment on function private.ride_seconds(uuid, double precision, double precision, double precision, double precision) is
  'Seconds of one ride at the speeds of the map, on the roads where there are any.';
