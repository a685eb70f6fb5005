create function private.post_cancellation(p_order_id uuid, p_liable public.liable_party, p_fee_cents bigint default 0)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_rider uuid;
  v_payment public.payments;
  v_fee bigint := greatest(0, coalesce(p_fee_cents, 0));
  v_kept bigint := 0;
  v_part bigint;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  select d.rider_id into v_rider from public.deliveries d where d.order_id = p_order_id;
  if p_liable = 'customer' and v_fee > 0 then
    for v_payment in
      select * from public.payments
      where order_id = p_order_id and status in ('captured', 'partially_refunded')
      order by captured_at, id for update
    loop
      v_part := least(v_fee - v_kept, private.refundable_cents(v_payment));
      update public.payments set kept_cents = kept_cents + v_part, updated_at = now()
      where id = v_payment.id and v_part > 0;
      v_kept := v_kept + v_part;
    end loop;
    -- A customer cannot owe more than was paid.
    v_fee := v_kept;
  end if;
  if v_fee > 0 then
    perform private.post_ledger(
      'order_cancelled', 'cancel:' || p_order_id, p_order_id, v_order.currency, now(),
      jsonb_build_array(
        jsonb_build_object(
          'account', case
            when p_liable = 'customer' then 'refund_liability'
            when p_liable = 'merchant' then 'merchant_payable'
            when p_liable = 'rider' and v_rider is not null then 'rider_payable'
            else 'adjustments' end,
          'owner_id', case p_liable when 'merchant' then v_order.merchant_id when 'rider' then v_rider end,
          'purpose', 'cancellation_fee', 'amount_cents', v_fee),
        -- The store that had begun is made good; otherwise the fee is the platform's.
        case when p_liable <> 'merchant' and v_order.accepted_at is not null
          then jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id,
            'purpose', 'cancellation_fee', 'amount_cents', -v_fee)
          else jsonb_build_object('account', 'adjustments', 'purpose', 'cancellation_fee', 'amount_cents', -v_fee) end));
  end if;
  perform private.refund_order_payment(p_order_id, 'order_closed', p_liable);
end;
$$;
comment on function private.post_cancellation(uuid, public.liable_party, bigint) is
  'The money of an order that ends before completion: the liable party bears the fee (kept from the customer''s money, or owed by merchant, rider or platform), the rest goes back.';
