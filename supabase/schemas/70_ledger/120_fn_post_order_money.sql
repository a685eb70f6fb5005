create function private.money_side(p_payment public.payments)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case p_payment.provider
    when 'wallet' then jsonb_build_object('account', 'customer_wallet', 'owner_id', p_payment.customer_id)
    else jsonb_build_object('account', 'psp_clearing') end;
$$;
comment on function private.money_side(public.payments) is 'The account that a payment comes from and goes back to.';

create function private.post_capture(p_payment public.payments)
returns void
language sql
set search_path = ''
as $$
  -- Until the order is completed the money is owed back to the customer.
  select private.post_ledger(
    case p_payment.purpose when 'top_up' then 'wallet_filled' else 'payment_captured' end,
    'capture:' || p_payment.id, p_payment.order_id, p_payment.currency, p_payment.captured_at,
    jsonb_build_array(
      private.money_side(p_payment) || jsonb_build_object('purpose', 'capture', 'amount_cents', p_payment.amount_cents),
      case p_payment.purpose
        when 'top_up' then jsonb_build_object('account', 'customer_wallet', 'owner_id', p_payment.customer_id, 'purpose', 'top_up')
        else jsonb_build_object('account', 'refund_liability', 'purpose', 'capture') end
        || jsonb_build_object('amount_cents', -p_payment.amount_cents)));
$$;
comment on function private.post_capture(public.payments) is 'Money has come in: for an order, or into a wallet.';

create function private.post_refund(p_refund public.refund_requests)
returns void
language sql
set search_path = ''
as $$
  select private.post_ledger(
    'payment_refunded', 'refund:' || p_refund.id, p_refund.order_id, p.currency, now(),
    jsonb_build_array(
      jsonb_build_object('account', 'refund_liability', 'purpose', 'refund', 'amount_cents', p_refund.amount_cents),
      private.money_side(p) || jsonb_build_object('purpose', 'refund', 'amount_cents', -p_refund.amount_cents)))
  from public.payments p where p.id = p_refund.payment_id;
$$;
comment on function private.post_refund(public.refund_requests) is 'Money has gone back to the customer.';
