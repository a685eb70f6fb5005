create function private.snapshot_places(p_zone public.zones, p_points jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  -- Points at one road node are one place; without roads, points within about ten metres.
  with points as (
    select p ->> 'key' as key, (p ->> 'lon')::double precision as lon, (p ->> 'lat')::double precision as lat,
      (p ->> 'is_target')::boolean as is_target,
      private.nearest_road_node(p_zone.city_id, (p ->> 'lon')::double precision, (p ->> 'lat')::double precision) as node
    from jsonb_array_elements(p_points) p
  ), named as (
    select *, coalesce(node::text, round(lon::numeric, 4) || ',' || round(lat::numeric, 4)) as name from points
  ), places as (
    select name, row_number() over (order by name) - 1 as place, min(node) as node,
      avg(lon) as lon, avg(lat) as lat, bool_or(is_target) as is_target
    from named group by name
  )
  select jsonb_build_object(
    'places', (
      select coalesce(jsonb_agg(jsonb_build_object('lon', round(p.lon::numeric, 6), 'lat', round(p.lat::numeric, 6),
        -- Metres on a flat map around the city's middle.
        'x', round((p.lon - c.lon) * 111320 * cos(radians(c.lat))), 'y', round((p.lat - c.lat) * 110574),
        'node', p.node, 'is_target', p.is_target) order by p.place), '[]')
      from places p, public.cities c where c.id = p_zone.city_id),
    'place_of', (
      select coalesce(jsonb_object_agg(n.key, p.place), '{}') from named n join places p using (name)));
$$;
comment on function private.snapshot_places(public.zones, jsonb) is
  'Points [{key, lon, lat, is_target}] as {places: [{lon, lat, x, y, node, is_target}], place_of: {key: index}}.';

create function private.snapshot_travel(p_zone public.zones, p_places jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_factor double precision := private.speed_factor(p_zone.id);
  v_from bigint[];
  v_to bigint[];
  v_table jsonb;
  v_guessed int;
begin
  -- A table of more places would cost more than the rest of the round.
  if jsonb_array_length(p_places) > 300 then
    return jsonb_build_object('kind', 'straight', 'source', 'straight_line',
      'metersPerMinute', round((300 / v_factor)::numeric, 2), 'detour', 1.4);
  end if;
  select array_agg((p ->> 'node')::bigint), array_agg((p ->> 'node')::bigint) filter (where (p ->> 'is_target')::boolean)
  into v_from, v_to
  from jsonb_array_elements(p_places) p where p ->> 'node' is not null;
  if v_to is not null then
    perform private.fill_travel_cache(p_zone.city_id, v_from, v_to);
  end if;

  with places as (
    select o - 1 as place, (p ->> 'node')::bigint as node, (p ->> 'lon')::double precision as lon,
      (p ->> 'lat')::double precision as lat, (p ->> 'is_target')::boolean as is_target
    from jsonb_array_elements(p_places) with ordinality e (p, o)
  ), pairs as (
    select a.place as from_place, b.place as to_place,
      case
        when not b.is_target then -1
        when a.place = b.place then 0
        when c.seconds >= 0 then c.seconds * v_factor
        else private.straight_seconds(a.lon, a.lat, b.lon, b.lat) * v_factor end as seconds,
      b.is_target and a.place <> b.place and coalesce(c.seconds, -1) < 0 as is_guess
    from places a
    cross join places b
    left join private.travel_cache c
      on c.city_id = p_zone.city_id and c.from_node = a.node and c.to_node = b.node
  ), lines as (
    select from_place, jsonb_agg(round(seconds)::int order by to_place) as line, count(*) filter (where is_guess) as guessed
    from pairs group by from_place
  )
  select jsonb_agg(line order by from_place), sum(guessed)::int into v_table, v_guessed from lines;
  return jsonb_build_object('kind', 'table', 'table', coalesce(v_table, '[]'), 'factor', round(v_factor::numeric, 3),
    'guessed_count', coalesce(v_guessed, 0),
    'source', case when v_to is null then 'straight_line' else 'road' end);
end;
$$;
comment on function private.snapshot_travel(public.zones, jsonb) is
  'Seconds between places now: roads × learnt factor of the hour × incident mode; guessed_count pairs have no road and are straight lines. -1 towards places where nobody has to go.';
