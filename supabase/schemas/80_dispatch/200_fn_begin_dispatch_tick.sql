create function public.begin_dispatch_tick(p_zone_id uuid, p_is_routed boolean default true)
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_zone public.zones;
  v_tick_id uuid := gen_random_uuid();
  v_settings jsonb;
  v_deliveries jsonb;
  v_snapshot jsonb;
begin
  select * into v_zone from public.zones where id = p_zone_id and is_active;
  if not found then
    perform private.raise('dispatch.zone_not_found', 404);
  end if;
  insert into private.dispatch_leases as l (zone_id, tick_id, leased_until)
  values (p_zone_id, v_tick_id, now() + interval '15 seconds')
  on conflict (zone_id) do update
    set tick_id = excluded.tick_id, leased_until = excluded.leased_until
    where l.leased_until <= now();
  if not found then
    return jsonb_build_object('is_busy', true);
  end if;
  perform private.run_offer_timeouts(p_zone_id);

  v_settings := private.dispatch_settings(p_zone_id);
  v_deliveries := private.snapshot_deliveries(v_zone, v_settings);
  if coalesce(v_deliveries #>> '{0,status}', '') <> 'unassigned' then
    delete from private.dispatch_leases where zone_id = p_zone_id and tick_id = v_tick_id;
    return jsonb_build_object('is_idle', true);
  end if;
  v_snapshot := private.take_snapshot(v_zone, v_tick_id, v_settings, v_deliveries, p_is_routed);
  insert into public.dispatch_ticks (id, zone_id, snapshot) values (v_tick_id, p_zone_id, v_snapshot);
  return v_snapshot;
end;
$$;
comment on function public.begin_dispatch_tick(uuid, boolean) is
  'Leases a zone and returns what the engine decides from: settings, places, travel seconds between them (left out for a caller with a routing service of its own), open deliveries, riders. {is_busy} while another tick holds the zone, {is_idle} when nothing waits.';
