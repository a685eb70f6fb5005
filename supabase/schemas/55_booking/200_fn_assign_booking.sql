create function public.assign_booking(p_order_id uuid, p_worker_id uuid)
returns jsonb
language plpgsql
security definer -- bookings change by commands only
set search_path = ''
as $$
declare
  v_booking public.bookings;
begin
  -- A stranger learns nothing about whether the order exists.
  perform private.require_store_staff((select store_id from public.orders where id = p_order_id));
  perform 1 from public.orders where id = p_order_id for update;
  select * into v_booking from public.bookings where order_id = p_order_id for update;
  if not found then
    perform private.raise('booking.not_found', 404);
  end if;
  if v_booking.status not in ('requested', 'confirmed') then
    perform private.raise('booking.transition_refused', 409, jsonb_build_object('status', v_booking.status));
  end if;
  if not exists (
    select 1 from public.merchant_members m join public.stores s on s.merchant_id = m.merchant_id
    where s.id = v_booking.store_id and m.user_id = p_worker_id and (m.store_id is null or m.store_id = s.id))
  then
    perform private.raise('booking.worker_not_staff', 422);
  end if;
  if exists (
    select 1 from public.bookings b
    where b.worker_id = p_worker_id and b.id <> v_booking.id and b.status in ('requested', 'confirmed', 'in_service')
      and tstzrange(b.starts_at, b.ends_at) && tstzrange(v_booking.starts_at, v_booking.ends_at))
  then
    perform private.raise('booking.worker_busy', 409);
  end if;
  update public.bookings set worker_id = p_worker_id, updated_at = now() where id = v_booking.id returning * into v_booking;
  return to_jsonb(v_booking);
end;
$$;
comment on function public.assign_booking(uuid, uuid) is
  'Store names who of its staff goes to a booking; refused while that person has another booking at the time.';
