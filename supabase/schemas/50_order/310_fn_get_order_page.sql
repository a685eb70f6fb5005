create function public.get_order_page(p_order_id uuid)
returns jsonb
language plpgsql
stable
security definer -- gathers what the caller may see, masked by who the caller is
set search_path = ''
as $$
declare
  v_order public.orders;
  v_is_customer boolean;
  v_is_needed boolean;
begin
  select * into v_order from public.orders where id = p_order_id;
  if not found or not private.can_see_order(p_order_id) then
    perform private.raise('order.not_found', 404);
  end if;
  v_is_customer := v_order.customer_id = auth.uid();
  -- Full contact only for its owner, and for who goes there while the task or the booking is open.
  v_is_needed := v_is_customer or exists (
    select 1 from public.deliveries d
    where d.order_id = p_order_id and d.rider_id = auth.uid()
      and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'))
    or exists (select 1 from public.bookings b where b.order_id = p_order_id and private.knows_contact(b));
  return jsonb_build_object(
    'order', to_jsonb(v_order) - 'pickup_code' - 'quote_id' || jsonb_build_object(
      'pickup_code', case when v_is_customer then v_order.pickup_code end),
    'store', (
      select jsonb_build_object('id', s.id, 'name', s.name, 'translations', s.translations, 'phone', s.phone,
        'street', s.street, 'lon', s.lon, 'lat', s.lat, 'image_path', s.image_path, 'category_slug', c.slug)
      from public.stores s join public.categories c on c.id = s.category_id where s.id = v_order.store_id),
    'contact', (
      select jsonb_build_object(
        'contact_name', case when v_is_needed then t.contact_name else left(t.contact_name, 1) || '**' end,
        'contact_phone', case when v_is_needed then t.contact_phone else private.mask_phone(t.contact_phone) end,
        'street', t.street,
        'detail', case when v_is_needed then t.detail else '' end,
        'lon', t.lon, 'lat', t.lat)
      from private.order_contacts t where t.order_id = p_order_id),
    'items', (
      select coalesce(jsonb_agg(to_jsonb(i) - 'order_id' order by i.line_number), '[]')
      from public.order_items i where i.order_id = p_order_id),
    'adjustments', (
      select coalesce(jsonb_agg(to_jsonb(a) - 'order_id'), '[]')
      from public.order_adjustments a where a.order_id = p_order_id),
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'command', e.command, 'from_status', e.from_status, 'to_status', e.to_status,
        'actor', e.actor, 'reason_code', e.reason_code, 'created_at', e.created_at) order by e.id), '[]')
      from public.order_events e where e.order_id = p_order_id),
    'payment', (
      select jsonb_build_object('provider', p.provider, 'status', p.status, 'amount_cents', p.amount_cents,
        'refunded_cents', p.refunded_cents)
      from public.payments p where p.order_id = p_order_id order by p.created_at desc limit 1),
    'requests', (
      select coalesce(jsonb_agg(to_jsonb(r) - 'order_id' - 'asked_by_id' - 'answered_by_id' order by r.created_at), '[]')
      from public.order_requests r where r.order_id = p_order_id),
    'booking', (
      select to_jsonb(b) - 'order_id' - 'customer_id' from public.bookings b where b.order_id = p_order_id),
    'vouchers', (
      select coalesce(jsonb_agg(private.voucher_answer(v)
        || jsonb_build_object('code', case when v_is_customer then v.code end) order by v.id), '[]')
      from public.vouchers v where v.order_id = p_order_id),
    'delivery', private.delivery_view(p_order_id));
end;
$$;
comment on function public.get_order_page(uuid) is
  'Everything an order page shows in one answer. Contacts are masked for those who do not need them.';

