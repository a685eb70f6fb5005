create function private.write_order(p_quote public.quotes, p_note text, p_is_edit_consented boolean)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  insert into public.orders (
    number, customer_id, merchant_id, store_id, city_id, quote_id, fulfillment_type, currency,
    subtotal_cents, packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents,
    note, pickup_code, phone_suffix, slot_starts_at, slot_ends_at, table_label, party_size, is_edit_consented, dropoff_expected_at)
  select
    private.next_order_number(c.timezone), p_quote.customer_id, s.merchant_id, s.id, s.city_id, p_quote.id,
    p_quote.fulfillment_type, p_quote.currency, p_quote.subtotal_cents, p_quote.packaging_fee_cents,
    p_quote.delivery_fee_cents, p_quote.discount_cents, p_quote.tip_cents, p_quote.total_cents,
    left(coalesce(p_note, ''), 200),
    case when p_quote.fulfillment_type = 'pickup' then lpad((floor(random() * 10000))::text, 4, '0') end,
    right(regexp_replace(p_quote.address ->> 'contact_phone', '\D', '', 'g'), 4),
    p_quote.slot_starts_at, p_quote.slot_ends_at, p_quote.party ->> 'table_label', (p_quote.party ->> 'party_size')::int,
    coalesce(p_is_edit_consented, false),
    coalesce(p_quote.slot_starts_at, now() + make_interval(mins => p_quote.estimated_minutes))
  from public.stores s
  join public.cities c on c.id = s.city_id
  where s.id = p_quote.store_id
  returning * into v_order;

  if p_quote.address is not null then
    insert into private.order_contacts (order_id, contact_name, contact_phone, street, detail, lon, lat)
    values (v_order.id, p_quote.address ->> 'contact_name', p_quote.address ->> 'contact_phone',
      p_quote.address ->> 'street', coalesce(p_quote.address ->> 'detail', ''),
      (p_quote.address ->> 'lon')::double precision, (p_quote.address ->> 'lat')::double precision);
  end if;

  insert into public.order_items (
    order_id, line_number, product_id, variant_id, category_id, section_id, name, variant_name, translations, modifiers,
    note, quantity, unit_price_cents, total_cents, tax_bps)
  select v_order.id, l.line_number, l.product_id, l.variant_id, l.category_id, l.section_id, l.name, l.variant_name,
    l.translations, l.modifiers, l.note, l.quantity, l.unit_price_cents, l.total_cents, coalesce(l.tax_bps, 0)
  from rows from (jsonb_to_recordset(p_quote.lines) as (
    product_id uuid, variant_id uuid, category_id uuid, section_id uuid, name text, variant_name text,
    translations jsonb, modifiers jsonb, note text,
    quantity int, unit_price_cents bigint, total_cents bigint, tax_bps int)) with ordinality as l (
    product_id, variant_id, category_id, section_id, name, variant_name,
    translations, modifiers, note, quantity, unit_price_cents, total_cents, tax_bps, line_number);

  insert into public.order_adjustments (
    order_id, promotion_id, coupon_id, kind, name, translations, cost_bearer, merchant_share_bps, scope,
    line_number, quantity, amount_cents)
  select v_order.id, a.promotion_id, a.coupon_id, a.kind, a.name, a.translations, a.cost_bearer, a.merchant_share_bps,
    a.scope, a.line_number, a.quantity, a.amount_cents
  from jsonb_to_recordset(p_quote.adjustments) as a (
    promotion_id uuid, coupon_id uuid, kind public.promotion_kind, name text, translations jsonb,
    cost_bearer public.cost_bearer, merchant_share_bps int, scope text, line_number int, quantity int, amount_cents bigint);

  if p_quote.slot_starts_at is not null and p_quote.fulfillment_type in ('on_site', 'dine_in') then
    perform private.open_booking(v_order);
  end if;
  return v_order;
end;
$$;
comment on function private.write_order(public.quotes, text, boolean) is
  'Writes the draft of an order with its lines, discounts, contact and booking as the quote says.';
