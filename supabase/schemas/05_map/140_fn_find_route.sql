create function public.find_route(
  p_city_id uuid,
  p_from_lon double precision, p_from_lat double precision,
  p_to_lon double precision, p_to_lat double precision)
returns jsonb
language plpgsql
stable
security definer -- the road tables are private
-- pgRouting's wrappers call their own helpers without a schema.
set search_path = extensions, pg_temp
as $$
declare
  v_start extensions.geometry;
  v_end extensions.geometry;
  v_meters double precision;
  v_from bigint;
  v_to bigint;
  v_margin double precision;
  v_area extensions.geometry;
  v_path extensions.geometry;
  v_seconds double precision;
  v_line extensions.geometry;
begin
  perform private.check_point(p_from_lon, p_from_lat);
  perform private.check_point(p_to_lon, p_to_lat);
  v_start := private.point(p_from_lon, p_from_lat);
  v_end := private.point(p_to_lon, p_to_lat);
  v_meters := extensions.st_distance(v_start::extensions.geography, v_end::extensions.geography);
  -- A way of the town: what is farther would read its roads for nothing.
  if v_meters > 50000 or not exists (
    select 1 from public.cities c
    where c.id = p_city_id
      and extensions.st_dwithin(private.point(c.lon, c.lat)::extensions.geography, v_start::extensions.geography, 100000)
      and extensions.st_dwithin(private.point(c.lon, c.lat)::extensions.geography, v_end::extensions.geography, 100000))
  then
    perform private.raise('map.route_too_far', 422);
  end if;
  v_from := private.nearest_road_node(p_city_id, p_from_lon, p_from_lat);
  v_to := private.nearest_road_node(p_city_id, p_to_lon, p_to_lat);

  if v_from is not null and v_to is not null and v_from <> v_to then
    -- The roads around the two places, then those of a wider ring: never the whole town for two streets.
    foreach v_margin in array array[1500 + 0.3 * v_meters, 5000 + 1.5 * v_meters] loop
      v_area := extensions.st_expand(extensions.st_makeline(v_start, v_end),
        v_margin / (111320 * greatest(cos(radians(p_from_lat)), 0.1)), v_margin / 110574);
      select
        extensions.st_makeline(
          case when r.node = e.source_id then e.geom else extensions.st_reverse(e.geom) end order by r.path_seq),
        sum(r.cost)
      into v_path, v_seconds
      from extensions.pgr_dijkstra(
        format(
          'select id, source_id as source, target_id as target, length_meters / speed_mps as cost,
             case when is_oneway then -1 else length_meters / speed_mps end as reverse_cost
           from private.road_edges where city_id = %L and geom operator(extensions.&&) %L::extensions.geometry',
          p_city_id, v_area::text),
        v_from, v_to, true) r
      join private.road_edges e on e.id = r.edge;
      exit when v_path is not null;
    end loop;
  end if;

  v_line := extensions.st_makeline(array_remove(array[
    private.point(p_from_lon, p_from_lat), v_path, private.point(p_to_lon, p_to_lat)], null));
  return jsonb_build_object(
    'geometry', extensions.st_asgeojson(v_line, 6)::jsonb,
    'distance_meters', round(extensions.st_length(v_line::extensions.geography)),
    'duration_seconds', round(coalesce(v_seconds, extensions.st_length(v_line::extensions.geography) * 1.4 / 5)),
    'is_on_roads', v_path is not null);
end;
$$;
comment on function public.find_route(uuid, double precision, double precision, double precision, double precision) is
  'Fastest way on the town''s roads as GeoJSON LineString with metres and seconds; is_on_roads is false when only a straight line was possible. For ways of up to 50 km.';
