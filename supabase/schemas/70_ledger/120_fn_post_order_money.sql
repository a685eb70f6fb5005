create function private.post_capture(p_payment public.payments)
returns void
language sql
set search_path = ''
as $$
  -- Until the order is completed the money is owed back to the customer.
  select private.post_ledger(
    'payment_captured', 'capture:' || p_payment.id, p_payment.order_id, p_payment.currency, p_payment.captured_at,
    jsonb_build_array(
      jsonb_build_object('account', 'psp_clearing', 'purpose', 'capture', 'amount_cents', p_payment.amount_cents),
      jsonb_build_object('account', 'refund_liability', 'purpose', 'capture', 'amount_cents', -p_payment.amount_cents)));
$$;

create function private.post_refund(p_refund public.refund_requests)
returns void
language sql
set search_path = ''
as $$
  select private.post_ledger(
    'payment_refunded', 'refund:' || p_refund.id, p_refund.order_id, p.currency, now(),
    jsonb_build_array(
      jsonb_build_object('account', 'refund_liability', 'purpose', 'refund', 'amount_cents', p_refund.amount_cents),
      jsonb_build_object('account', 'psp_clearing', 'purpose', 'refund', 'amount_cents', -p_refund.amount_cents)))
  from public.payments p where p.id = p_refund.payment_id;
$$;

create function private.post_order_split(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_bps int;
  v_goods_discount bigint;
  v_fee_discount bigint;
  v_platform_discount bigint;
  v_commission bigint;
  v_rider_id uuid;
  v_rider_pay bigint;
begin
  select * into v_order from public.orders where id = p_order_id;
  select commission_bps into v_bps from public.merchants where id = v_order.merchant_id;
  select
    coalesce(-sum(amount_cents) filter (where cost_bearer = 'merchant' and kind = 'spend_and_save'), 0),
    coalesce(-sum(amount_cents) filter (where cost_bearer = 'merchant' and kind = 'delivery_discount'), 0),
    coalesce(-sum(amount_cents) filter (where cost_bearer = 'platform'), 0)
  into v_goods_discount, v_fee_discount, v_platform_discount
  from public.order_adjustments where order_id = p_order_id;
  select d.rider_id, d.rider_pay_cents into v_rider_id, v_rider_pay
  from public.deliveries d where d.order_id = p_order_id and d.status = 'delivered';
  v_commission := round((v_order.subtotal_cents - v_goods_discount) * v_bps / 10000.0);

  -- A tip without a rider (pickup) belongs to the store's people.
  perform private.post_ledger(
    'order_completed', 'complete:' || p_order_id, p_order_id, v_order.currency, v_order.completed_at,
    jsonb_build_array(
      jsonb_build_object('account', 'refund_liability', 'purpose', 'order', 'amount_cents', v_order.total_cents),
      jsonb_build_object('account', 'promo_expense', 'purpose', 'discount', 'amount_cents', v_platform_discount),
      jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'goods',
        'amount_cents', -v_order.subtotal_cents),
      jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'packaging',
        'amount_cents', -v_order.packaging_fee_cents),
      jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'discount',
        'amount_cents', v_goods_discount + v_fee_discount),
      jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'commission',
        'amount_cents', v_commission),
      jsonb_build_object('account', 'platform_commission', 'purpose', 'commission', 'amount_cents', -v_commission),
      jsonb_build_object('account', 'delivery_revenue', 'purpose', 'delivery_fee',
        'amount_cents', -v_order.delivery_fee_cents),
      jsonb_build_object('account', 'delivery_revenue', 'purpose', 'rider_pay', 'amount_cents', coalesce(v_rider_pay, 0)),
      jsonb_build_object('account', 'rider_payable', 'owner_id', v_rider_id, 'purpose', 'rider_pay',
        'amount_cents', -coalesce(v_rider_pay, 0)),
      jsonb_build_object(
        'account', case when v_rider_id is null then 'merchant_payable' else 'rider_payable' end,
        'owner_id', coalesce(v_rider_id, v_order.merchant_id), 'purpose', 'tip',
        'amount_cents', -v_order.tip_cents)));
end;
$$;
comment on function private.post_order_split(uuid) is
  'Splits a completed order between merchant, rider and platform; every cent of the total is named.';

