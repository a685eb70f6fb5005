create function private.reschedule_order(p_order_id uuid, p_starts_at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_shift interval;
  v_slot tstzrange;
begin
  select * into v_order from public.orders where id = p_order_id;
  v_shift := p_starts_at - coalesce(v_order.slot_starts_at, v_order.dropoff_expected_at, now());
  -- Takes the new slot instead of the old one, if it is still free.
  v_slot := private.reserve_slot(p_order_id, p_starts_at);
  update public.orders
  set slot_starts_at = p_starts_at,
      slot_ends_at = upper(v_slot),
      preparation_expected_at = preparation_expected_at + v_shift,
      pickup_expected_at = pickup_expected_at + v_shift,
      dropoff_expected_at = dropoff_expected_at + v_shift
  where id = p_order_id
  returning * into v_order;
  update public.orders set due_at = private.order_due_at(v_order, v_order.status) where id = p_order_id;
  update public.bookings
  set starts_at = p_starts_at, ends_at = p_starts_at + (ends_at - starts_at), updated_at = now()
  where order_id = p_order_id;
  perform private.shift_delivery(p_order_id, v_shift);
  perform private.apply_order_command(p_order_id, 'reschedule', 'system', p_detail => jsonb_build_object('starts_at', p_starts_at));
end;
$$;
comment on function private.reschedule_order(uuid, timestamptz) is 'Moves an order to the slot that both sides agreed on, with every time that was promised.';
