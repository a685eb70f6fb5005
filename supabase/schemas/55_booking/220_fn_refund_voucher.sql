create function public.refund_voucher(p_voucher_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- vouchers change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('refund_voucher', p_idempotency_key, v_user_id, p_voucher_id);
  v_voucher public.vouchers;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_voucher from public.vouchers where id = p_voucher_id and customer_id = v_user_id;
  if not found then
    perform private.raise('voucher.not_found', 404);
  end if;
  perform 1 from public.orders where id = v_voucher.order_id for update;
  v_voucher := private.refund_voucher(v_voucher, 'customer', 'voucher_unused');
  return private.finish_command('refund_voucher', p_idempotency_key, v_user_id, private.voucher_answer(v_voucher));
end;
$$;
comment on function public.refund_voucher(uuid, text) is 'Customer gives back an unused voucher for what was paid for it.';
