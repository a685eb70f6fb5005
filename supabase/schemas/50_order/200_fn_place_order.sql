create function public.place_order(p_quote_id uuid, p_idempotency_key text, p_note text default '')
returns jsonb
language plpgsql
security definer -- orders are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('place_order', p_idempotency_key, v_user_id, p_quote_id);
  v_quote public.quotes;
  v_check jsonb;
  v_order public.orders;
  v_row record;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_quote from public.quotes where id = p_quote_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.quote_not_found', 404);
  end if;
  if v_quote.expires_at <= now() then
    perform private.raise('order.quote_expired', 409);
  end if;
  if exists (select 1 from public.orders where quote_id = v_quote.id) then
    perform private.raise('order.quote_used', 409);
  end if;
  v_check := public.check_serviceability(
    v_quote.store_id, v_quote.fulfillment_type,
    (v_quote.address ->> 'lon')::double precision, (v_quote.address ->> 'lat')::double precision,
    v_quote.subtotal_cents);
  if not (v_check ->> 'is_serviceable')::boolean then
    perform private.raise(v_check ->> 'reason', 422, v_check);
  end if;
  -- Prices hold as quoted, but what has left the menu since is not sold.
  perform private.price_lines(v_quote.store_id, (
    select jsonb_agg(jsonb_build_object(
      'product_id', l -> 'product_id', 'variant_id', l -> 'variant_id', 'quantity', l -> 'quantity',
      'modifier_ids', jsonb_path_query_array(l, '$.modifiers[*].id')))
    from jsonb_array_elements(v_quote.lines) l), v_quote.fulfillment_type);

  insert into public.orders (
    number, customer_id, merchant_id, store_id, city_id, quote_id, fulfillment_type, currency,
    subtotal_cents, packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents,
    note, pickup_code, dropoff_expected_at)
  select
    private.next_order_number(c.timezone), v_user_id, s.merchant_id, s.id, s.city_id, v_quote.id,
    v_quote.fulfillment_type, v_quote.currency, v_quote.subtotal_cents, v_quote.packaging_fee_cents,
    v_quote.delivery_fee_cents, v_quote.discount_cents, v_quote.tip_cents, v_quote.total_cents,
    left(coalesce(p_note, ''), 200),
    case when v_quote.fulfillment_type = 'pickup' then lpad((floor(random() * 10000))::text, 4, '0') end,
    now() + make_interval(mins => v_quote.estimated_minutes)
  from public.stores s
  join public.cities c on c.id = s.city_id
  where s.id = v_quote.store_id
  returning * into v_order;

  insert into private.order_contacts (order_id, contact_name, contact_phone, street, detail, lon, lat)
  select v_order.id, v_quote.address ->> 'contact_name', v_quote.address ->> 'contact_phone',
    v_quote.address ->> 'street', coalesce(v_quote.address ->> 'detail', ''),
    (v_quote.address ->> 'lon')::double precision, (v_quote.address ->> 'lat')::double precision
  where v_quote.address is not null;

  insert into public.order_items (
    order_id, line_number, product_id, variant_id, name, translations, modifiers, note, quantity, unit_price_cents, total_cents)
  select v_order.id, l.line_number, l.product_id, l.variant_id, l.name, l.translations, l.modifiers, l.note,
    l.quantity, l.unit_price_cents, l.total_cents
  from rows from (jsonb_to_recordset(v_quote.lines) as (
    product_id uuid, variant_id uuid, name text, translations jsonb, modifiers jsonb, note text,
    quantity int, unit_price_cents bigint, total_cents bigint)) with ordinality as l (
    product_id, variant_id, name, translations, modifiers, note, quantity, unit_price_cents, total_cents, line_number);
  perform private.reserve_stock(v_order.id);

  for v_row in
    select * from jsonb_to_recordset(v_quote.adjustments) as a (
      promotion_id uuid, kind public.promotion_kind, name text, translations jsonb,
      cost_bearer public.cost_bearer, amount_cents bigint)
    order by promotion_id
  loop
    update public.promotions
    set used_cents = used_cents - v_row.amount_cents
    where id = v_row.promotion_id and is_active
      and (budget_cents is null or used_cents - v_row.amount_cents <= budget_cents);
    if not found then
      perform private.raise('promotion.used_up', 409,
        jsonb_build_object('promotion_id', v_row.promotion_id, 'name', v_row.name));
    end if;
    insert into public.order_adjustments (
      order_id, promotion_id, kind, name, translations, cost_bearer, scope, amount_cents)
    values (v_order.id, v_row.promotion_id, v_row.kind, v_row.name, v_row.translations, v_row.cost_bearer,
      case v_row.kind when 'delivery_discount' then 'delivery' else 'goods' end, v_row.amount_cents);
  end loop;

  perform private.freeze_commission(v_order.id);

  v_order := private.apply_order_command(v_order.id, 'place', 'customer');
  if v_order.total_cents = 0 then
    v_order := private.apply_order_command(v_order.id, 'pay', 'system');
  end if;
  return private.finish_command('place_order', p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function public.place_order(uuid, text, text) is
  'Turns a quote into an order awaiting payment: checks again, reserves stock, counts promotion budgets. A repeat with the same key returns the first answer.';

