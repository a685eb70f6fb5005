create function private.order_answer(p_order public.orders)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id, 'number', p_order.number, 'status', p_order.status, 'store_id', p_order.store_id,
    'total_cents', p_order.total_cents, 'currency', p_order.currency, 'updated_at', p_order.updated_at);
$$;
comment on function private.order_answer(public.orders) is 'What every order command returns.';

