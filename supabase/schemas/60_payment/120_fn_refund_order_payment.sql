create function private.refund_order_payment(
  p_order_id uuid, p_reason text, p_liable public.liable_party default 'platform', p_payment_id uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_open bigint;
  v_refund_id uuid;
begin
  -- Every command locks the order before its payments.
  perform 1 from public.orders where id = p_order_id for update;
  if p_payment_id is null then
    -- What was asked for in part goes back with the whole.
    for v_refund_id in
      select id from public.refund_requests
      where order_id = p_order_id and status in ('requested', 'merchant_rejected', 'escalated') order by id
    loop
      perform private.apply_refund_command(v_refund_id, 'close', 'system');
    end loop;
  end if;
  for v_payment in
    select * from public.payments
    where order_id = p_order_id and (p_payment_id is null or id = p_payment_id)
    order by id for update
  loop
    if v_payment.status = 'pending' then
      perform private.apply_payment_command(
        v_payment.id, 'void', 'void:' || v_payment.id, v_payment.amount_cents, '{}', now());
    else
      v_open := private.refundable_cents(v_payment);
      if v_open > 0 then
        perform private.start_refund(v_payment, v_open, p_reason, p_liable);
      end if;
    end if;
  end loop;
end;
$$;
comment on function private.refund_order_payment(uuid, text, public.liable_party, uuid) is
  'Voids what is not paid yet and sends back all that is paid and not already on its way back; of one payment only when it is named.';
