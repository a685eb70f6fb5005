create function private.post_refund_shares(p_refund_id uuid, p_amount_cents bigint)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests;
  v_order public.orders;
  v_rider uuid;
  v_liable public.liable_party;
  v_paid bigint;
  v_platform bigint;
  v_commission bigint;
  v_tax bigint;
  v_before bigint;
  v_merchant_before bigint;
  v_goods bigint;
  v_after numeric;
  v_share numeric;
  v_points bigint;
begin
  select * into v_refund from public.refund_requests where id = p_refund_id;
  select * into v_order from public.orders where id = v_refund.order_id;
  select d.rider_id into v_rider from public.deliveries d where d.order_id = v_order.id;
  v_liable := case
    when v_refund.liable_party = 'rider' and v_rider is null then 'platform'
    -- What a customer is given although nobody else is at fault, the platform gives.
    when v_refund.liable_party = 'customer' then 'platform'
    else v_refund.liable_party end;

  select coalesce(sum(g.total_cents - g.discount_cents), 0), coalesce(sum(g.discount_cents - g.merchant_discount_cents), 0)
  into v_paid, v_platform
  from private.order_goods(v_order.id) g;
  select coalesce(sum(amount_cents), 0) into v_commission from public.commission_lines where order_id = v_order.id;
  select coalesce(sum(amount_cents), 0) into v_tax from public.tax_lines where order_id = v_order.id;
  select coalesce(sum(goods_cents), 0), coalesce(sum(goods_cents) filter (where liable_party = 'merchant'), 0)
  into v_before, v_merchant_before
  from public.refund_requests where order_id = v_order.id and shares_posted_at is not null;
  v_goods := greatest(0, least(p_amount_cents, v_paid - v_before, coalesce(
    (select sum(l.amount_cents) from public.refund_request_lines l where l.refund_request_id = p_refund_id), p_amount_cents)));

  -- Running differences: refunding all goods bit by bit gives back exactly the commission and tax that were taken.
  v_after := case when v_paid > 0 then (v_merchant_before + v_goods)::numeric / v_paid else 0 end;
  v_share := case when v_paid > 0 then v_merchant_before::numeric / v_paid else 0 end;
  v_commission := round(v_commission * v_after) - round(v_commission * v_share);
  v_tax := round(v_tax * v_after) - round(v_tax * v_share);
  v_platform := round(v_platform * v_after) - round(v_platform * v_share);

  perform private.post_ledger(
    'refund_borne', 'refund_shares:' || p_refund_id, v_order.id, v_order.currency, now(),
    case v_liable
      when 'merchant' then jsonb_build_array(
        jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'refund',
          'amount_cents', p_amount_cents),
        jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'discount',
          'amount_cents', v_platform),
        jsonb_build_object('account', 'promo_expense', 'purpose', 'discount', 'amount_cents', -v_platform),
        jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'commission',
          'amount_cents', -v_commission),
        jsonb_build_object('account', 'platform_commission', 'purpose', 'commission', 'amount_cents', v_commission),
        jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'tax',
          'amount_cents', -v_tax),
        jsonb_build_object('account', 'tax_payable', 'purpose', 'tax', 'amount_cents', v_tax))
      when 'rider' then jsonb_build_array(
        jsonb_build_object('account', 'rider_payable', 'owner_id', v_rider, 'purpose', 'refund',
          'amount_cents', p_amount_cents))
      else jsonb_build_array(
        jsonb_build_object('account', 'adjustments', 'purpose', 'loss', 'amount_cents', p_amount_cents))
    end || jsonb_build_object('account', 'refund_liability', 'purpose', 'refund', 'amount_cents', -p_amount_cents));
  if v_paid > 0 then
    -- Points go with the goods: those earned are taken back, those spent are given back.
    select coalesce(-sum(e.amount_cents), 0) into v_points
    from public.ledger_transactions t
    join public.ledger_entries e on e.transaction_id = t.id
    join public.ledger_accounts a on a.id = e.account_id and a.kind = 'customer_points'
    where t.event_key = 'points_earned:' || v_order.id;
    select v_points + coalesce(sum(amount_cents), 0) into v_points
    from public.order_adjustments where order_id = v_order.id and kind = 'points';
    perform private.post_points('points_refunded', 'points_refunded:' || p_refund_id, v_order.id, v_order.customer_id,
      v_order.currency,
      (round(v_points * v_before::numeric / v_paid) - round(v_points * (v_before + v_goods)::numeric / v_paid))::bigint);
  end if;
  update public.refund_requests set goods_cents = v_goods, shares_posted_at = now() where id = p_refund_id;
end;
$$;
comment on function private.post_refund_shares(uuid, bigint) is
  'Takes a refund of a completed order from who bears it: the merchant with its part of commission, tax and the platform''s discount, the rider, or the platform as a loss.';
