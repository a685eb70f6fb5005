create function public.begin_dispatch_tick(p_zone_id uuid)
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_zone public.zones;
  v_tick_id uuid := gen_random_uuid();
  v_deliveries jsonb;
  v_riders jsonb;
  v_snapshot jsonb;
begin
  select * into v_zone from public.zones where id = p_zone_id and is_active;
  if not found then
    perform private.raise('dispatch.zone_not_found', 404);
  end if;
  insert into private.dispatch_leases as l (zone_id, tick_id, leased_until)
  values (p_zone_id, v_tick_id, now() + interval '10 seconds')
  on conflict (zone_id) do update
    set tick_id = excluded.tick_id, leased_until = excluded.leased_until
    where l.leased_until <= now();
  if not found then
    return jsonb_build_object('is_busy', true);
  end if;
  perform private.run_offer_timeouts(p_zone_id);

  v_deliveries := private.snapshot_deliveries(p_zone_id);
  if jsonb_array_length(v_deliveries) = 0 then
    delete from private.dispatch_leases where zone_id = p_zone_id and tick_id = v_tick_id;
    return jsonb_build_object('is_idle', true);
  end if;
  v_riders := private.snapshot_riders(v_zone);
  v_snapshot := jsonb_build_object(
    'tick_id', v_tick_id, 'zone_id', p_zone_id, 'at', now(),
    'params', jsonb_build_object(
      'offer_timeout_seconds', v_zone.offer_timeout_seconds, 'max_in_hand', v_zone.max_in_hand,
      'radius_meters', v_zone.radius_meters),
    'deliveries', v_deliveries, 'riders', v_riders,
    'travel', private.snapshot_travel(v_zone.city_id, v_riders, v_deliveries));
  insert into public.dispatch_ticks (id, zone_id, snapshot) values (v_tick_id, p_zone_id, v_snapshot);
  return v_snapshot;
end;
$$;
comment on function public.begin_dispatch_tick(uuid) is
  'Leases a zone and returns what the engine decides from: open deliveries, free riders, travel seconds between them on the roads. {is_busy} while another tick holds the zone, {is_idle} when nothing waits.';

