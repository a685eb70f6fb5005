create function private.voucher_answer(p_voucher public.vouchers)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_voucher.id, 'order_id', p_voucher.order_id, 'status', p_voucher.status, 'code_hint', p_voucher.code_hint,
    'amount_cents', p_voucher.amount_cents, 'expires_at', p_voucher.expires_at, 'redeemed_at', p_voucher.redeemed_at,
    'name', i.name, 'translations', i.translations)
  from public.order_items i where i.id = p_voucher.order_item_id;
$$;
comment on function private.voucher_answer(public.vouchers) is 'A voucher as apps show it, without its code.';
