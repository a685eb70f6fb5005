create function public.override_delivery(p_delivery_id uuid, p_change jsonb, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('override_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  if v_delivery.status not in ('unassigned', 'offered') then
    perform private.raise('delivery.transition_refused', 409,
      jsonb_build_object('status', v_delivery.status, 'command', 'override', 'actor', 'ops'));
  end if;
  if p_change ->> 'pinned_rider_id' is not null and not exists (
    select 1 from public.riders r
    where r.id = (p_change ->> 'pinned_rider_id')::uuid and r.city_id = v_delivery.city_id and r.is_active)
  then
    perform private.raise('dispatch.rider_not_available', 409);
  end if;
  insert into private.dispatch_exclusions (delivery_id, rider_id, reason)
  select p_delivery_id, r.id, 'ops'
  from jsonb_array_elements_text(coalesce(p_change -> 'exclude_rider_ids', '[]')) x
  join public.riders r on r.id = x::uuid
  on conflict do nothing;
  delete from private.dispatch_exclusions
  where delivery_id = p_delivery_id and rider_id in (
    select x::uuid from jsonb_array_elements_text(
      coalesce(p_change -> 'include_rider_ids', '[]') || coalesce(p_change -> 'pinned_rider_id', '[]')) x
    where x is not null);
  update public.deliveries
  set pinned_rider_id = case when p_change ? 'pinned_rider_id'
        then (p_change ->> 'pinned_rider_id')::uuid else pinned_rider_id end,
      needs = case when p_change ? 'needs'
        then array(select jsonb_array_elements_text(p_change -> 'needs')) else needs end,
      updated_at = now()
  where id = p_delivery_id
  returning * into v_delivery;
  -- An open offer that no longer fits is taken back.
  perform private.expire_offer(o.id, 'withdrawn')
  from public.dispatch_offers o
  where o.delivery_id = p_delivery_id and o.status = 'offered'
    and (o.rider_id <> v_delivery.pinned_rider_id or exists (
      select 1 from private.dispatch_exclusions x where x.delivery_id = p_delivery_id and x.rider_id = o.rider_id));
  insert into public.delivery_events (
    delivery_id, command, from_status, to_status, actor, actor_id, rider_id, detail)
  select id, 'override', status, status, 'ops', v_user_id, pinned_rider_id, p_change
  from public.deliveries where id = p_delivery_id;
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  return private.finish_command('override_delivery', p_idempotency_key, v_user_id, (
    select jsonb_build_object('id', d.id, 'status', d.status, 'pinned_rider_id', d.pinned_rider_id, 'needs', d.needs,
      'excluded_rider_ids', (
        select coalesce(jsonb_agg(x.rider_id), '[]') from private.dispatch_exclusions x where x.delivery_id = d.id))
    from public.deliveries d where d.id = p_delivery_id));
end;
$$;
comment on function public.override_delivery(uuid, jsonb, text) is
  'Ops bind the engine for a task without a rider: {pinned_rider_id: id|null, exclude_rider_ids, include_rider_ids, needs}; what is not named stays.';
