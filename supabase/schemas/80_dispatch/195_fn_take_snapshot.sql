create function private.take_snapshot(p_zone public.zones, p_tick_id uuid, p_settings jsonb, p_deliveries jsonb, p_is_routed boolean)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_riders jsonb := private.snapshot_riders(p_zone, p_settings);
  v_demand jsonb := private.snapshot_demand(p_zone);
  v_points jsonb;
  v_made jsonb;
  v_of jsonb;
begin
  select coalesce(jsonb_agg(p), '[]') into v_points
  from (
    select jsonb_build_object('key', 'rider:' || (r ->> 'id'), 'lon', r -> 'lon', 'lat', r -> 'lat', 'is_target', false) as p
    from jsonb_array_elements(v_riders) r
    union all
    select jsonb_build_object('key', 'store:' || (d ->> 'store_id'), 'lon', d #> '{store,lon}', 'lat', d #> '{store,lat}', 'is_target', true)
    from jsonb_array_elements(p_deliveries) d
    union all
    select jsonb_build_object('key', 'door:' || (d ->> 'id'), 'lon', d #> '{dropoff,lon}', 'lat', d #> '{dropoff,lat}', 'is_target', true)
    from jsonb_array_elements(p_deliveries) d
    union all
    select d - 'weight' - 'store_id' from jsonb_array_elements(v_demand) d
  ) points;
  v_made := private.snapshot_places(p_zone, v_points);
  v_of := v_made -> 'place_of';
  return jsonb_build_object(
    'tick_id', p_tick_id, 'zone_id', p_zone.id, 'at', extract(epoch from now())::bigint,
    -- Any number does; the same tick has the same.
    'seed', abs(hashtext(p_tick_id::text)),
    'settings', p_settings,
    'places', v_made -> 'places',
    'travel', case when p_is_routed then private.snapshot_travel(p_zone, v_made -> 'places') end,
    'deliveries', (
      select coalesce(jsonb_agg(d || jsonb_build_object('pickup_place', v_of -> ('store:' || (d ->> 'store_id')),
        'dropoff_place', v_of -> ('door:' || (d ->> 'id'))) order by o), '[]')
      from jsonb_array_elements(p_deliveries) with ordinality e (d, o)),
    'riders', (
      select coalesce(jsonb_agg(r || jsonb_build_object('place', v_of -> ('rider:' || (r ->> 'id'))) order by o), '[]')
      from jsonb_array_elements(v_riders) with ordinality e (r, o)),
    'demand', (
      select coalesce(jsonb_agg(jsonb_build_object('place', v_of -> (d ->> 'key'), 'weight', d -> 'weight',
        'store_id', d -> 'store_id')), '[]')
      from jsonb_array_elements(v_demand) d),
    'tasks_per_hour', (
      select count(*) * 2 from public.deliveries
      where zone_id = p_zone.id and created_at > now() - interval '30 minutes'),
    'previous', private.snapshot_previous(p_zone.id));
end;
$$;
comment on function private.take_snapshot(public.zones, uuid, jsonb, jsonb, boolean) is
  'All that the engine may know of a zone in one document, kept with the tick so that it can be decided again.';
