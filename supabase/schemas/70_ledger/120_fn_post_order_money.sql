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
