create function private.apply_delivery_command(
  p_delivery_id uuid, p_command text, p_actor public.actor_role,
  p_rider_id uuid default null, p_reason_code text default null,
  p_client_at timestamptz default null, p_detail jsonb default '{}')
returns public.deliveries
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_from public.delivery_status;
  v_to public.delivery_status;
begin
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  select to_status into v_to
  from public.delivery_transitions
  where from_status = v_delivery.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('delivery.transition_refused', 409,
      jsonb_build_object('status', v_delivery.status, 'command', p_command, 'actor', p_actor));
  end if;
  if p_reason_code is not null and not exists (
    select 1 from public.reason_codes r where r.code = p_reason_code and r.is_active and r.applies_to = 'delivery_fail')
  then
    perform private.raise('delivery.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;

  v_from := v_delivery.status;
  update public.deliveries
  set status = v_to,
      rider_id = case when v_to = 'unassigned' then null else coalesce(p_rider_id, rider_id) end,
      reason_code = coalesce(p_reason_code, reason_code),
      waiting_since = case when v_to = 'unassigned' and rider_id is not null then now() else waiting_since end,
      assigned_at = case when v_to = 'assigned' then now() when v_to = 'unassigned' then null else assigned_at end,
      picked_up_at = case when v_to = 'picked_up' then coalesce(picked_up_at, now()) else picked_up_at end,
      delivered_at = case when v_to = 'delivered' then now() else delivered_at end,
      closed_at = case when v_to in ('failed', 'cancelled') then coalesce(closed_at, now()) else closed_at end,
      updated_at = now()
  where id = p_delivery_id
  returning * into v_delivery;
  insert into public.delivery_events (
    delivery_id, command, from_status, to_status, actor, actor_id, rider_id, reason_code, client_at, detail)
  values (
    p_delivery_id, p_command, v_from, v_to, p_actor, auth.uid(),
    coalesce(p_rider_id, v_delivery.rider_id), p_reason_code, p_client_at, p_detail);
  perform private.announce_delivery(v_delivery);
  return v_delivery;
end;
$$;
comment on function private.apply_delivery_command(uuid, text, public.actor_role, uuid, text, timestamptz, jsonb) is
  'The only way a delivery changes state: looks the command up in delivery_transitions, writes the event, tells everyone.';

