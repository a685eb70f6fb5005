create function public.map_tile(z int, x int, y int)
returns public."application/vnd.mapbox-vector-tile"
language plpgsql
stable
security definer -- the road tables are private; a tile shows only what a street map shows
set search_path = ''
as $$
declare
  v_bounds extensions.geometry;
  v_area extensions.geometry;
  v_tile bytea;
  -- What a tile may hold in one layer: a crowded one loses the rest, it never grows without end.
  v_most constant int := 20000;
  -- Degrees of a pixel: what is smaller is not drawn.
  v_pixel double precision := 360 / (2 ^ z * 256);
begin
  if z not between 0 and 20 or x < 0 or y < 0 or x >= 2 ^ z or y >= 2 ^ z then
    perform private.raise('map.tile_out_of_range', 400);
  end if;
  v_bounds := extensions.st_tileenvelope(z, x, y);
  v_area := extensions.st_transform(extensions.st_tileenvelope(z, x, y, margin => 64.0 / 4096), 4326);
  perform set_config('response.headers', '[{"cache-control": "public, max-age=3600"}]', true);

  -- The base map of a town is not drawn from farther away; such a tile would read all of every town.
  if z < 8 then
    return ''::bytea;
  end if;

  select
    (select extensions.st_asmvt(t, 'areas', 4096, 'geom') from (
      select a.kind, a.name, a.translations -> 'en' ->> 'name' as name_en,
        extensions.st_asmvtgeom(extensions.st_transform(a.geom, 3857), v_bounds, 4096, 64) as geom
      from private.map_areas a
      where a.geom operator(extensions.&&) v_area and (a.kind <> 'building' or z >= 15)
        and extensions.st_xmax(a.geom) - extensions.st_xmin(a.geom) >= v_pixel
      limit v_most
    ) t where t.geom is not null)
    ||
    (select extensions.st_asmvt(t, 'roads', 4096, 'geom') from (
      select e.class, e.name, e.is_oneway as oneway, e.translations -> 'en' ->> 'name' as name_en,
        extensions.st_asmvtgeom(extensions.st_transform(e.geom, 3857), v_bounds, 4096, 64) as geom
      from private.road_edges e
      where e.geom operator(extensions.&&) v_area
        and (z >= 14 or e.class in ('motorway', 'primary', 'secondary') or (z >= 12 and e.class = 'residential'))
      limit v_most
    ) t where t.geom is not null)
    ||
    (select extensions.st_asmvt(t, 'places', 4096, 'geom') from (
      select p.kind, p.name, p.translations -> 'en' ->> 'name' as name_en,
        extensions.st_asmvtgeom(extensions.st_transform(p.geom, 3857), v_bounds, 4096, 64) as geom
      from private.map_places p
      where p.geom operator(extensions.&&) v_area and z >= 11
      limit v_most
    ) t where t.geom is not null)
  into v_tile;
  return coalesce(v_tile, ''::bytea);
end;
$$;
comment on function public.map_tile(int, int, int) is
  'Vector tile (Mapbox Vector Tile 2) of the base map with layers areas, roads, places; web-mercator z/x/y. Empty below zoom 8.';

