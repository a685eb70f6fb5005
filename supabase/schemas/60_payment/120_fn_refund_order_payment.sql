create function private.refund_order_payment(
  p_order_id uuid, p_reason text, p_liable public.liable_party default 'platform', p_payment_id uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_refund_id uuid;
  v_open bigint;
begin
  for v_payment in
    select * from public.payments
    where order_id = p_order_id and (p_payment_id is null or id = p_payment_id)
    order by id for update
  loop
    if v_payment.status = 'pending' then
      perform private.apply_payment_command(
        v_payment.id, 'void', 'void:' || v_payment.id, v_payment.amount_cents, '{}', now());
    elsif v_payment.status in ('captured', 'partially_refunded') then
      select coalesce(sum(amount_cents), 0) into v_open
      from public.refund_requests where payment_id = v_payment.id and status <> 'withdrawn';
      if v_payment.amount_cents > v_open then
        v_refund_id := gen_random_uuid();
        insert into public.refund_requests (id, order_id, payment_id, out_refund_no, amount_cents, liable_party, reason)
        values (v_refund_id, p_order_id, v_payment.id, 'LR' || replace(v_refund_id::text, '-', ''),
          v_payment.amount_cents - v_open, p_liable, p_reason);
        perform private.apply_refund_command(v_refund_id, 'start', 'system');
        perform private.call_function('payment-refund');
      end if;
    end if;
  end loop;
end;
$$;
comment on function private.refund_order_payment(uuid, text, public.liable_party, uuid) is
  'Voids what is not paid yet and sends back all that is paid and not already on its way back; of one payment only when it is named.';

