create function public.start_incident_mode(p_zone_id uuid, p_kind text, p_minutes int, p_change jsonb, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('start_incident_mode', p_idempotency_key, v_user_id, p_zone_id);
  v_mode public.incident_modes;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not exists (select 1 from public.zones where id = p_zone_id) then
    perform private.raise('dispatch.zone_not_found', 404);
  end if;
  update public.incident_modes set ended_at = now()
  where zone_id = p_zone_id and ended_at is null and starts_at < now() and ends_at > now();
  begin
    insert into public.incident_modes (
      zone_id, kind, ends_at, travel_factor, extra_promise_minutes, extra_in_hand, radius_factor, note, created_by)
    values (p_zone_id, p_kind, now() + make_interval(mins => p_minutes),
      coalesce((p_change ->> 'travel_factor')::numeric, 1), coalesce((p_change ->> 'extra_promise_minutes')::int, 0),
      coalesce((p_change ->> 'extra_in_hand')::int, 0), coalesce((p_change ->> 'radius_factor')::numeric, 1),
      coalesce(p_change ->> 'note', ''), v_user_id)
    returning * into v_mode;
  exception when check_violation or not_null_violation or invalid_text_representation then
    perform private.raise('dispatch.parameter_invalid', 422, jsonb_build_object('detail', sqlerrm));
  end;
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', p_zone_id));
  return private.finish_command('start_incident_mode', p_idempotency_key, v_user_id, to_jsonb(v_mode));
end;
$$;
comment on function public.start_incident_mode(uuid, text, int, jsonb, text) is
  'Ops switch a zone to rain, shortage, road_closed or event for so many minutes: {travel_factor, extra_promise_minutes, extra_in_hand, radius_factor, note}. Replaces the mode that holds; ends by itself.';

create function public.end_incident_mode(p_mode_id uuid)
returns void
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations', 'support');
  update public.incident_modes set ended_at = now() where id = p_mode_id and ended_at is null and ends_at > now();
end;
$$;
comment on function public.end_incident_mode(uuid) is 'Ops end an incident mode before its time; one that is over stays as it was.';
