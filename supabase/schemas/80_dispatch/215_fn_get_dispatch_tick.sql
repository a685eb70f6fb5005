create function public.get_dispatch_tick(p_tick_id uuid)
returns jsonb
language plpgsql
stable
security definer -- ops and the service read ticks whole
set search_path = ''
as $$
declare
  v_tick jsonb;
begin
  if coalesce(auth.role(), '') <> 'service_role' then
    perform private.require_ops();
  end if;
  select to_jsonb(t) into v_tick from public.dispatch_ticks t where t.id = p_tick_id;
  if v_tick is null then
    perform private.raise('dispatch.tick_not_found', 404);
  end if;
  return v_tick || jsonb_build_object('offers', (
    select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'delivery_id', o.delivery_id, 'rider_id', o.rider_id,
      'status', o.status, 'answered_at', o.answered_at)), '[]')
    from public.dispatch_offers o where o.tick_id = p_tick_id));
end;
$$;
comment on function public.get_dispatch_tick(uuid) is 'A stored round: {id, zone_id, snapshot, plan, result, offers, created_at, finished_at}. For ops and for the replay.';
