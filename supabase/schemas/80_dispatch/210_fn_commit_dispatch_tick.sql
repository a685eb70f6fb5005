create function public.commit_dispatch_tick(p_tick_id uuid, p_plan jsonb)
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_tick public.dispatch_ticks;
  v_zone public.zones;
  v_row record;
  v_delivery public.deliveries;
  v_offer public.dispatch_offers;
  v_result jsonb := jsonb_build_array();
  v_outcome text;
begin
  select * into v_tick from public.dispatch_ticks where id = p_tick_id for update;
  if not found or v_tick.finished_at is not null then
    perform private.raise('dispatch.tick_not_open', 409);
  end if;
  select * into v_zone from public.zones where id = v_tick.zone_id;
  -- Zones share the riders of their city: one commit at a time, so that no rider decides on two offers.
  perform pg_advisory_xact_lock(hashtext('commit_dispatch_tick'), hashtext(v_zone.city_id::text));
  for v_row in
    select * from jsonb_to_recordset(p_plan -> 'offers') as o (
      delivery_id uuid, rider_id uuid, to_store_seconds int, explanation jsonb)
    order by delivery_id
  loop
    select * into v_delivery from public.deliveries where id = v_row.delivery_id for update;
    v_outcome := case
      when v_delivery.status is distinct from 'unassigned' then 'delivery_taken'
      when not exists (select 1 from public.riders r where r.id = v_row.rider_id and r.status = 'online' and r.is_active)
        then 'rider_offline'
      when exists (select 1 from public.dispatch_offers o where o.rider_id = v_row.rider_id and o.status = 'offered')
        then 'rider_has_offer'
      else 'offered' end;
    if v_outcome = 'offered' then
      insert into public.dispatch_offers (tick_id, delivery_id, rider_id, to_store_seconds, explanation, expires_at)
      values (p_tick_id, v_row.delivery_id, v_row.rider_id, v_row.to_store_seconds, coalesce(v_row.explanation, '{}'),
        now() + make_interval(secs => v_zone.offer_timeout_seconds))
      returning * into v_offer;
      perform private.apply_delivery_command(v_row.delivery_id, 'offer', 'system', null, null, null,
        jsonb_build_object('offer_id', v_offer.id, 'rider_id', v_row.rider_id));
      perform private.broadcast('rider:' || v_row.rider_id, 'offer.created',
        jsonb_build_object('offer_id', v_offer.id, 'delivery_id', v_offer.delivery_id, 'expires_at', v_offer.expires_at));
    end if;
    v_result := v_result || jsonb_build_array(jsonb_build_object(
      'delivery_id', v_row.delivery_id, 'rider_id', v_row.rider_id, 'outcome', v_outcome));
  end loop;
  update public.dispatch_ticks set plan = p_plan, result = v_result, finished_at = now() where id = p_tick_id;
  delete from private.dispatch_leases where zone_id = v_tick.zone_id and tick_id = p_tick_id;
  return v_result;
end;
$$;
comment on function public.commit_dispatch_tick(uuid, jsonb) is
  'Turns a plan {offers: [{delivery_id, rider_id, to_store_seconds, explanation}]} into offers; each row answers for itself, since the town moved on meanwhile.';

