create function private.apply_booking_command(
  p_booking_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}')
returns public.bookings
language plpgsql
set search_path = ''
as $$
declare
  v_booking public.bookings;
  v_from public.booking_status;
  v_to public.booking_status;
begin
  select * into v_booking from public.bookings where id = p_booking_id for update;
  if not found then
    perform private.raise('booking.not_found', 404);
  end if;
  select to_status into v_to
  from public.booking_transitions
  where from_status = v_booking.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('booking.transition_refused', 409,
      jsonb_build_object('status', v_booking.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_booking.status;
  update public.bookings set status = v_to, updated_at = now() where id = p_booking_id returning * into v_booking;
  insert into public.booking_events (booking_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_booking_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
  return v_booking;
end;
$$;
comment on function private.apply_booking_command(uuid, text, public.actor_role, jsonb) is
  'The only way a booking changes state: looks the command up in booking_transitions and writes the event. Its order tells everyone.';
