create function private.apply_promotions(
  p_store public.stores, p_customer_id uuid, p_lines jsonb, p_delivery_fee_cents bigint,
  p_fulfillment_type public.fulfillment_type, p_at timestamptz, p_choice jsonb default '{}')
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return private.evaluate_promotions(
    p_store, p_customer_id, p_lines, p_delivery_fee_cents, p_fulfillment_type, p_at, coalesce(p_choice, '{}'));
end;
$$;
comment on function private.apply_promotions(
  public.stores, uuid, jsonb, bigint, public.fulfillment_type, timestamptz, jsonb) is
  'Discounts of a priced cart: {adjustments, explanations, discount_cents}. p_choice: {coupon_ids, coupon_code, points}.';
