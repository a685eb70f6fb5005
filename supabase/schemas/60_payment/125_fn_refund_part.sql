create function private.refund_part(
  p_order_id uuid, p_amount_cents bigint, p_reason text, p_liable public.liable_party, p_lines jsonb default '[]')
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_lines jsonb := private.refund_lines(p_order_id, p_lines);
  v_amount bigint := coalesce(p_amount_cents, (
    select sum((l ->> 'amount_cents')::bigint)::bigint from jsonb_array_elements(v_lines) l));
  v_id uuid;
begin
  if v_amount is null or v_amount <= 0 then
    perform private.raise('refund.amount_invalid', 422);
  end if;
  -- Every command locks the order before its payments.
  perform 1 from public.orders where id = p_order_id for update;
  for v_payment in
    select * from public.payments
    where order_id = p_order_id and status in ('captured', 'partially_refunded')
    order by captured_at, id for update
  loop
    if private.refundable_cents(v_payment) >= v_amount then
      v_id := private.start_refund(v_payment, v_amount, p_reason, p_liable, v_lines);
      exit;
    end if;
  end loop;
  if v_id is null then
    perform private.raise('refund.above_paid', 422, jsonb_build_object('amount_cents', v_amount));
  end if;
  return v_id;
end;
$$;
comment on function private.refund_part(uuid, bigint, text, public.liable_party, jsonb) is
  'Sends a part of an order''s money back at once and answers the refund''s id. Lines [{order_item_id or line_number, quantity}] say what for; a null amount is what was paid for them. Never above what is paid and not already on its way back.';
