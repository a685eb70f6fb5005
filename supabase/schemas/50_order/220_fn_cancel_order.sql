create function public.cancel_order(
  p_order_id uuid, p_idempotency_key text, p_reason_code text, p_liable_party public.liable_party default null)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_order public.orders;
  v_answer jsonb;
begin
  if p_reason_code is null then
    perform private.raise('order.reason_required', 422);
  end if;
  if not exists (select 1 from public.orders where id = p_order_id and customer_id = v_user_id) then
    return private.run_store_command(p_order_id, 'cancel', p_idempotency_key, p_reason_code,
      jsonb_strip_nulls(jsonb_build_object('liable_party', p_liable_party)));
  end if;
  if p_liable_party is not null then
    perform private.raise('identity.not_allowed', 403);
  end if;
  v_answer := private.begin_command('cancel', p_idempotency_key, v_user_id, p_order_id);
  if v_answer is not null then
    return v_answer;
  end if;
  v_order := private.apply_order_command(p_order_id, 'cancel', 'customer', p_reason_code);
  perform private.close_order(v_order);
  return private.finish_command('cancel', p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function public.cancel_order(uuid, text, text, public.liable_party) is
  'Customer, store or ops end the order while the machine lets them; money comes back. Ops may say who bears it; left out, it is whom the reason names.';

