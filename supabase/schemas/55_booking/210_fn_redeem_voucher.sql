create function public.redeem_voucher(p_store_id uuid, p_code text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- vouchers change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_store_staff(p_store_id);
  v_answer jsonb := private.begin_command('redeem_voucher', p_idempotency_key, v_user_id, p_store_id);
  v_voucher public.vouchers;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_voucher := private.voucher_by_code(p_store_id, p_code);
  perform 1 from public.orders where id = v_voucher.order_id for update;
  -- As it is now that nobody else moves it.
  select * into v_voucher from public.vouchers where id = v_voucher.id;
  if v_voucher.status = 'redeemed' then
    perform private.raise('voucher.used', 409);
  elsif v_voucher.status = 'refunded' then
    perform private.raise('voucher.refunded', 409);
  elsif v_voucher.expires_at <= now() then
    perform private.raise('voucher.expired', 409);
  end if;
  v_voucher := private.apply_voucher_command(v_voucher.id, 'redeem', 'merchant');
  perform private.settle_voucher_order(v_voucher.order_id);
  return private.finish_command('redeem_voucher', p_idempotency_key, v_user_id, private.voucher_desk_row(v_voucher));
end;
$$;
comment on function public.redeem_voucher(uuid, text, text) is
  'Staff of the store take a voucher against its code, once. The order completes with its last open voucher.';
