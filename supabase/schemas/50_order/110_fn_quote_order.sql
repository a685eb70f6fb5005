create function public.quote_order(
  p_store_id uuid,
  p_items jsonb,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_address_id uuid default null,
  p_tip_cents bigint default 0,
  p_slot_starts_at timestamptz default null,
  p_coupon_ids uuid[] default '{}',
  p_coupon_code text default null,
  p_points int default 0,
  p_party jsonb default null)
returns jsonb
language plpgsql
security definer -- quotes are written by this function only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_at timestamptz := coalesce(p_slot_starts_at, now());
  v_store public.stores;
  v_currency text;
  v_address public.addresses;
  v_lines jsonb;
  v_choice jsonb := jsonb_build_object('coupon_ids', p_coupon_ids, 'coupon_code', p_coupon_code, 'points', p_points);
  v_promotions jsonb;
  v_subtotal bigint;
  v_packaging bigint;
  v_fee bigint := 0;
  v_discount bigint;
  v_check jsonb;
  v_price jsonb := '{}'::jsonb;
  v_weight int;
  v_slot_ends_at timestamptz;
  v_quote public.quotes;
begin
  perform private.check_quote_rate(v_user_id);
  select s.* into v_store from public.stores s where s.id = p_store_id and s.is_published;
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  select currency into v_currency from public.cities where id = v_store.city_id;
  if coalesce(p_tip_cents, 0) not between 0 and 100000 then
    perform private.raise('order.tip_invalid', 422);
  end if;
  if p_fulfillment_type in ('delivery', 'on_site') then
    select a.* into v_address from public.addresses a where a.id = p_address_id and a.user_id = v_user_id;
    if not found then
      perform private.raise('identity.address_not_found', 404);
    end if;
  end if;
  v_slot_ends_at := private.check_slot(v_store, p_fulfillment_type, p_slot_starts_at);

  v_lines := private.price_lines(v_store.id, p_items, p_fulfillment_type, v_at);
  select sum((l ->> 'total_cents')::bigint), sum((l ->> 'weight_grams')::int) into v_subtotal, v_weight
  from jsonb_array_elements(v_lines) l;
  v_check := public.check_serviceability(
    v_store.id, p_fulfillment_type, v_address.lon, v_address.lat, v_subtotal, v_at);
  if not (v_check ->> 'is_serviceable')::boolean then
    perform private.raise(v_check ->> 'reason', 422, v_check);
  end if;

  v_packaging := case when p_fulfillment_type in ('delivery', 'pickup') then v_store.packaging_fee_cents else 0 end;
  if p_fulfillment_type = 'delivery' then
    v_price := private.price_delivery(v_store, v_address.lon, v_address.lat, v_subtotal, v_weight, v_at);
    v_fee := (v_price ->> 'fee_cents')::bigint;
  end if;
  v_promotions := private.apply_promotions(v_store, v_user_id, v_lines, v_fee, p_fulfillment_type, now(), v_choice);
  v_discount := (v_promotions ->> 'discount_cents')::bigint;

  insert into public.quotes (
    customer_id, store_id, fulfillment_type, address, lines, adjustments, currency, subtotal_cents,
    packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents,
    distance_meters, estimated_minutes, slot_starts_at, slot_ends_at, party, choice, explanations, fee_lines, expires_at)
  values (
    v_user_id, v_store.id, p_fulfillment_type,
    case when v_address.id is not null then to_jsonb(v_address) - '{user_id,is_default,created_at,updated_at}'::text[] end,
    v_lines, v_promotions -> 'adjustments', v_currency, v_subtotal, v_packaging, v_fee, v_discount,
    coalesce(p_tip_cents, 0), v_subtotal + v_packaging + v_fee + coalesce(p_tip_cents, 0) - v_discount,
    (v_check ->> 'distance_meters')::int,
    private.estimate_minutes((v_check ->> 'preparation_minutes')::int, (v_check ->> 'distance_meters')::double precision),
    p_slot_starts_at, v_slot_ends_at, private.check_party(p_fulfillment_type, p_party),
    v_choice, v_promotions -> 'explanations', coalesce(v_price -> 'lines', '[]'),
    now() + private.setting_interval('order.quote_seconds', 900))
  returning * into v_quote;
  return to_jsonb(v_quote) - 'customer_id';
end;
$$;
comment on function public.quote_order(uuid, jsonb, public.fulfillment_type, uuid, bigint, timestamptz, uuid[], text, int, jsonb) is
  'Prices a cart for the caller and keeps the quote until expires_at. items: [{product_id, variant_id, quantity, modifier_ids, note}]; p_slot_starts_at: begin of a slot of the store, null for as soon as possible; p_party: {table_label, party_size} of a dine-in order.';
