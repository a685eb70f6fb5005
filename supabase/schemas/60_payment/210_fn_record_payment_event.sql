create function public.record_payment_event(
  p_provider public.payment_provider, p_event_id text, p_kind text, p_out_trade_no text,
  p_transaction_id text, p_amount_cents bigint, p_occurred_at timestamptz, p_payload jsonb default '{}')
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_order public.orders;
  v_refund public.refund_requests;
begin
  select * into v_payment from public.payments
  where provider = p_provider and out_trade_no = p_out_trade_no;
  if not found then
    perform private.raise('payment.not_found', 404, jsonb_build_object('out_trade_no', p_out_trade_no));
  end if;
  -- Lock in the order of every command: order first, then its payment.
  select * into v_order from public.orders where id = v_payment.order_id for update;
  select * into v_payment from public.payments where id = v_payment.id for update;
  if exists (
    select 1 from public.payment_events where provider = p_provider and provider_event_id = p_event_id)
  then
    return jsonb_build_object('is_duplicate', true, 'status', v_payment.status);
  end if;

  case p_kind
    when 'captured' then
      if v_payment.captured_at is not null then
        return jsonb_build_object('is_duplicate', true, 'status', v_payment.status);
      end if;
      if p_amount_cents is distinct from v_payment.amount_cents then
        perform private.raise('payment.amount_mismatch', 422,
          jsonb_build_object('expected', v_payment.amount_cents, 'told', p_amount_cents));
      end if;
      update public.payments set transaction_id = p_transaction_id where id = v_payment.id;
      v_payment := private.apply_payment_command(
        v_payment.id, 'capture', p_event_id, p_amount_cents, p_payload, p_occurred_at);
      perform private.post_capture(v_payment);
      if v_payment.order_id is null then
        null;
      elsif v_order.status = 'pending_payment' then
        perform private.void_pending_payments(v_order.id);
        perform private.apply_order_command(v_order.id, 'pay', 'system');
      else
        -- Paid too late, or paid twice: this money goes back by itself.
        perform private.refund_order_payment(v_order.id, 'paid_after_close', p_payment_id => v_payment.id);
      end if;
    when 'closed' then
      if v_payment.status = 'pending' then
        v_payment := private.apply_payment_command(
          v_payment.id, 'fail', p_event_id, v_payment.amount_cents, p_payload, p_occurred_at);
      end if;
    when 'refunded' then
      select * into v_refund from public.refund_requests
      where payment_id = v_payment.id and out_refund_no = p_payload ->> 'out_refund_no' for update;
      if not found then
        perform private.raise('refund.not_found', 404, jsonb_build_object('out_refund_no', p_payload ->> 'out_refund_no'));
      end if;
      if v_refund.status = 'refunded' then
        return jsonb_build_object('is_duplicate', true, 'status', v_payment.status);
      end if;
      if p_amount_cents is distinct from v_refund.amount_cents then
        perform private.raise('payment.amount_mismatch', 422,
          jsonb_build_object('expected', v_refund.amount_cents, 'told', p_amount_cents));
      end if;
      perform private.confirm_refund(v_refund.id, p_event_id, p_occurred_at, p_payload);
      select * into v_payment from public.payments where id = v_payment.id;
      perform private.announce_order(v_order, v_order.status);
    when 'refund_failed' then
      update public.refund_requests
      set next_attempt_at = now() + interval '10 minutes', updated_at = now()
      where payment_id = v_payment.id and out_refund_no = p_payload ->> 'out_refund_no' and status = 'refunding';
    else
      perform private.raise('payment.event_unknown', 422, jsonb_build_object('kind', p_kind));
  end case;
  return jsonb_build_object('is_duplicate', false, 'status', v_payment.status);
end;
$$;
comment on function public.record_payment_event(public.payment_provider, text, text, text, text, bigint, timestamptz, jsonb) is
  'Takes a verified event of the provider: captured, closed, refunded or refund_failed. Any number of repeats has one effect.';

