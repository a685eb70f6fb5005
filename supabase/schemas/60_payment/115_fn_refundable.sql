create function private.refundable_cents(p_payment public.payments)
returns bigint
language sql
stable
set search_path = ''
as $$
  select case when p_payment.status in ('captured', 'partially_refunded') then
    p_payment.amount_cents - p_payment.kept_cents - coalesce((
      select sum(r.amount_cents)::bigint from public.refund_requests r
      where r.payment_id = p_payment.id and r.status in ('refunding', 'refunded')), 0)
    else 0 end;
$$;
comment on function private.refundable_cents(public.payments) is
  'What of a payment may still go back: captured, not kept as a fee and not on its way back.';

create function private.keep_refund_lines(p_refund_id uuid, p_order_id uuid, p_lines jsonb)
returns void
language sql
set search_path = ''
as $$
  insert into public.refund_request_lines (refund_request_id, order_id, line_number, order_item_id, name, quantity, amount_cents)
  select p_refund_id, p_order_id, l.line_number, l.order_item_id, l.name, l.quantity, l.amount_cents
  from jsonb_to_recordset(p_lines) as l (line_number int, order_item_id uuid, name text, quantity int, amount_cents bigint);
$$;
comment on function private.keep_refund_lines(uuid, uuid, jsonb) is 'Keeps what private.refund_lines answered.';

create function private.start_refund(
  p_payment public.payments, p_amount_cents bigint, p_reason text, p_liable public.liable_party, p_lines jsonb default '[]')
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  insert into public.refund_requests (
    id, order_id, payment_id, customer_id, store_id, out_refund_no, amount_cents, liable_party, reason)
  select v_id, o.id, p_payment.id, o.customer_id, o.store_id, 'LR' || replace(v_id::text, '-', ''), p_amount_cents,
    p_liable, p_reason
  from public.orders o where o.id = p_payment.order_id;
  perform private.keep_refund_lines(v_id, p_payment.order_id, p_lines);
  perform private.send_refund(v_id);
  return v_id;
end;
$$;
comment on function private.start_refund(public.payments, bigint, text, public.liable_party, jsonb) is
  'Sends a part of a payment back at once; the caller has locked the payment and checked the amount.';

create function private.send_refund(p_refund_id uuid)
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests := private.apply_refund_command(p_refund_id, 'start', 'system');
begin
  -- A second payment that came too late was never shared out.
  if v_refund.reason <> 'paid_after_close'
    and exists (select 1 from public.orders where id = v_refund.order_id and status = 'completed')
  then
    perform private.post_refund_shares(p_refund_id, v_refund.amount_cents);
  end if;
  if exists (select 1 from public.payments where id = v_refund.payment_id and provider = 'wallet') then
    return private.confirm_refund(p_refund_id, 'refund:' || p_refund_id, now());
  end if;
  perform private.call_function('payment-refund');
  return v_refund;
end;
$$;
comment on function private.send_refund(uuid) is
  'The provider is to be asked; a wallet is filled at once. What a completed order has already shared out is taken back from the party that bears the refund.';

create function private.confirm_refund(
  p_refund_id uuid, p_event_id text, p_occurred_at timestamptz, p_payload jsonb default '{}')
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests := private.apply_refund_command(p_refund_id, 'confirm', 'system', p_payload);
  v_payment public.payments;
begin
  select * into v_payment from public.payments where id = v_refund.payment_id;
  perform private.apply_payment_command(
    v_payment.id,
    case when v_payment.refunded_cents + v_refund.amount_cents = v_payment.amount_cents
      then 'refund_full' else 'refund_part' end,
    p_event_id, v_refund.amount_cents, p_payload, p_occurred_at);
  perform private.post_refund(v_refund);
  return v_refund;
end;
$$;
comment on function private.confirm_refund(uuid, text, timestamptz, jsonb) is 'The money is back with the customer.';
