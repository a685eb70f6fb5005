create function public.set_delivery_area(p_store_id uuid, p_area jsonb)
returns jsonb
language plpgsql
security definer -- an area is checked before it is written, so nobody writes the column
set search_path = ''
as $$
declare
  v_area extensions.geometry;
  v_location extensions.geometry;
begin
  if not private.has_ops_role('operations') then
    perform private.require_store_staff(p_store_id, '{manager}');
  end if;
  select s.location::extensions.geometry into v_location from public.stores s where s.id = p_store_id;
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  if p_area is not null then
    begin
      v_area := extensions.st_multi(extensions.st_setsrid(extensions.st_geomfromgeojson(p_area::text), 4326));
    exception
      when others then
        perform private.raise('store.area_invalid', 422);
    end;
    -- One that cannot be drawn, or lies around another place than the store, was drawn by mistake.
    if extensions.geometrytype(v_area) <> 'MULTIPOLYGON' or not extensions.st_isvalid(v_area)
      or extensions.st_npoints(v_area) > 2000
      or not extensions.st_dwithin(v_area::extensions.geography, v_location::extensions.geography, 50000)
    then
      perform private.raise('store.area_invalid', 422);
    end if;
  end if;
  update public.stores set delivery_area = v_area where id = p_store_id;
  return extensions.st_asgeojson(v_area, 6)::jsonb;
end;
$$;
comment on function public.set_delivery_area(uuid, jsonb) is
  'Where a store delivers, as a GeoJSON Polygon or MultiPolygon within 50 km of it; null means as far as its rate card reaches. For its manager and ops.';
