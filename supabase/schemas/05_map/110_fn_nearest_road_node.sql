create function private.nearest_road_node(p_city_id uuid, p_lon double precision, p_lat double precision)
returns bigint
language sql
stable
set search_path = ''
as $$
  select id
  from private.road_nodes
  where city_id = p_city_id
  order by geom operator(extensions.<->) private.point(p_lon, p_lat)
  limit 1;
$$;

