create function private.knows_contact(p_booking public.bookings)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_booking.worker_id = (select auth.uid()) and p_booking.status in ('confirmed', 'in_service');
$$;
comment on function private.knows_contact(public.bookings) is 'Who goes to a booking has to find the door, while it is open.';

create function private.store_booking_row(p_booking public.bookings)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select to_jsonb(p_booking) - 'customer_id' || jsonb_build_object(
    'order_number', o.number, 'order_status', o.status, 'fulfillment_type', o.fulfillment_type,
    'table_label', o.table_label, 'note', o.note,
    'worker_name', (select nullif(p.display_name, '') from public.profiles p where p.id = p_booking.worker_id),
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object('name', i.name, 'translations', i.translations, 'quantity', i.quantity)
        order by i.line_number), '[]')
      from public.order_items i where i.order_id = o.id),
    'contact', (
      select jsonb_build_object(
        'name', case when private.knows_contact(p_booking) then t.contact_name else left(t.contact_name, 1) || '**' end,
        'phone', case when private.knows_contact(p_booking) then t.contact_phone else private.mask_phone(t.contact_phone) end,
        'street', t.street,
        'detail', case when private.knows_contact(p_booking) then t.detail else '' end)
      from private.order_contacts t where t.order_id = o.id),
    'proposed_at', (
      select r.detail ->> 'starts_at' from public.order_requests r
      where r.order_id = o.id and r.kind = 'slot' and r.status = 'open' limit 1))
  from public.orders o where o.id = p_booking.order_id;
$$;
comment on function private.store_booking_row(public.bookings) is 'A booking as the store''s desk shows it; the customer is masked but for who goes there.';

create function public.list_store_bookings(p_store_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql
stable
security definer -- contacts are private; they are shown masked
set search_path = ''
as $$
begin
  perform private.require_store_staff(p_store_id);
  if p_from is null or p_to is null or p_to <= p_from or p_to > p_from + interval '32 days' then
    perform private.raise('order.report_range_invalid', 422);
  end if;
  return jsonb_build_object(
    'bookings', (
      select coalesce(jsonb_agg(private.store_booking_row(b) order by b.starts_at, b.id), '[]')
      from public.bookings b
      join public.orders o on o.id = b.order_id
      where b.store_id = p_store_id and b.starts_at >= p_from and b.starts_at < p_to
        -- One that is not paid is not the store's yet.
        and o.placed_at is not null),
    'workers', (
      select coalesce(jsonb_agg(jsonb_build_object('user_id', w.user_id, 'name', coalesce(nullif(w.display_name, ''), '–'))
        order by w.display_name, w.user_id), '[]')
      from (
        select distinct m.user_id, p.display_name
        from public.merchant_members m
        join public.stores s on s.merchant_id = m.merchant_id and s.id = p_store_id
        left join public.profiles p on p.id = m.user_id
        where m.store_id is null or m.store_id = p_store_id) w));
end;
$$;
comment on function public.list_store_bookings(uuid, timestamptz, timestamptz) is
  'Bookings of a store that begin in a time of 32 days at most, and who of its staff may go: {bookings: [{id, order_id, order_number, order_status, fulfillment_type, status, starts_at, ends_at, skill, party_size, table_label, note, worker_id, worker_name, items, contact, proposed_at}], workers: [{user_id, name}]}. proposed_at is a time that the store asked for and the customer has not answered.';
