create function private.open_booking(p_order public.orders)
returns void
language sql
set search_path = ''
as $$
  insert into public.bookings (order_id, store_id, customer_id, starts_at, ends_at, skill, party_size)
  select p_order.id, p_order.store_id, p_order.customer_id, p_order.slot_starts_at,
    p_order.slot_starts_at + make_interval(mins => coalesce(
      sum(s.duration_minutes * i.quantity)::int, (private.setting('booking.default_minutes') #>> '{}')::int)),
    min(s.required_skill), p_order.party_size
  from public.order_items i
  join public.service_items s on s.product_id = i.product_id
  where i.order_id = p_order.id;
$$;
comment on function private.open_booking(public.orders) is
  'The booking of an order that was placed for a slot: as long as its services take, by one who has their skill.';

create function private.move_booking(p_order public.orders, p_command text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_booking_command text := case p_command
    when 'accept' then 'confirm'
    when 'start_service' then 'start'
    when 'complete' then 'finish'
    when 'no_show' then 'no_show'
  end;
  v_id uuid;
  v_actor public.actor_role;
begin
  if v_booking_command is null or p_order.fulfillment_type not in ('on_site', 'dine_in') then
    return;
  end if;
  select id into v_id from public.bookings where order_id = p_order.id;
  if v_id is not null then
    -- Who moved the order moves its booking.
    select actor into v_actor from public.order_events where order_id = p_order.id order by id desc limit 1;
    perform private.apply_booking_command(v_id, v_booking_command, v_actor);
  end if;
end;
$$;
comment on function private.move_booking(public.orders, text) is 'Moves the booking, if there is one, with its order.';

create function private.cancel_booking(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_booking public.bookings;
begin
  select * into v_booking from public.bookings where order_id = p_order_id;
  if found and v_booking.status in ('requested', 'confirmed', 'in_service') then
    perform private.apply_booking_command(v_booking.id, 'cancel', 'system');
  end if;
end;
$$;
comment on function private.cancel_booking(uuid) is 'Frees the booking of an order that ended early.';
