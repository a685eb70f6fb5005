create function public.give_refund(p_order_id uuid, p_idempotency_key text, p_note text, p_lines jsonb)
returns jsonb
language plpgsql
security definer -- refunds change by commands only
set search_path = ''
as $$
declare
  v_order public.orders;
  v_user_id uuid;
  v_answer jsonb;
  v_id uuid;
  v_refund public.refund_requests;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  -- A stranger learns nothing about whether the order exists.
  v_user_id := private.require_store_staff(v_order.store_id, '{manager}');
  v_answer := private.begin_command('give_refund', p_idempotency_key, v_user_id, p_order_id);
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(trim(p_note), '') = '' then
    perform private.raise('order.reason_required', 422);
  end if;
  -- Before it is handed over an order is edited or cancelled; vouchers are given back one by one.
  if v_order.status <> 'completed' or v_order.fulfillment_type = 'voucher' then
    perform private.raise('refund.not_possible', 409, jsonb_build_object('status', v_order.status));
  end if;
  if jsonb_typeof(p_lines) is distinct from 'array' or jsonb_array_length(p_lines) = 0 then
    perform private.raise('refund.amount_invalid', 422);
  end if;
  -- What the customer asks for is answered, not paid a second time.
  if exists (
    select 1 from public.refund_requests
    where order_id = p_order_id and is_asked and status in ('requested', 'merchant_rejected', 'escalated'))
  then
    perform private.raise('refund.already_open', 409);
  end if;
  v_id := private.refund_part(p_order_id, null, 'store_goodwill', 'merchant', (
    -- What a piece costs is never read from the client.
    select jsonb_agg(l - 'amount_cents') from jsonb_array_elements(p_lines) l));
  update public.refund_requests set answer = left(trim(p_note), 500) where id = v_id returning * into v_refund;
  return private.finish_command('give_refund', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;
comment on function public.give_refund(uuid, text, text, jsonb) is
  'A manager gives money of a completed order back on their own, at the store''s cost: what was paid for lines [{order_item_id or line_number, quantity}]; the note is kept with the refund.';
