create function private.apply_payment_command(
  p_payment_id uuid, p_command text, p_provider_event_id text, p_amount_cents bigint,
  p_payload jsonb, p_occurred_at timestamptz)
returns public.payments
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_from public.payment_status;
  v_to public.payment_status;
begin
  select * into v_payment from public.payments where id = p_payment_id for update;
  select to_status into v_to
  from public.payment_transitions where from_status = v_payment.status and command = p_command;
  if not found then
    perform private.raise('payment.transition_refused', 409,
      jsonb_build_object('status', v_payment.status, 'command', p_command));
  end if;
  v_from := v_payment.status;
  update public.payments
  set status = v_to,
      captured_at = case when v_to = 'captured' then p_occurred_at else captured_at end,
      refunded_cents = refunded_cents + case when p_command in ('refund_part', 'refund_full') then p_amount_cents else 0 end,
      updated_at = now()
  where id = p_payment_id
  returning * into v_payment;
  insert into public.payment_events (
    payment_id, provider, provider_event_id, command, from_status, to_status, amount_cents, payload, occurred_at)
  values (
    p_payment_id, v_payment.provider, p_provider_event_id, p_command, v_from, v_to, p_amount_cents, p_payload, p_occurred_at);
  return v_payment;
end;
$$;

