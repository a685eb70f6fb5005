create function public.delay_order(p_order_id uuid, p_minutes int, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
begin
  if p_minutes is null or p_minutes not between 1 and 60 then
    perform private.raise('order.delay_invalid', 422);
  end if;
  if exists (
    select 1 from public.orders o
    where o.id = p_order_id and o.store_id in (select private.my_store_ids())
      and o.delayed_minutes + p_minutes > coalesce((private.setting('order.max_delay_minutes') #>> '{}')::int, 120))
  then
    perform private.raise('order.delay_too_long', 409);
  end if;
  return private.run_store_command(
    p_order_id, 'delay', p_idempotency_key, null, jsonb_build_object('minutes', p_minutes));
end;
$$;
comment on function public.delay_order(uuid, int, text) is
  'Store needs 1–60 minutes more: every promised time of order and rider moves, and everyone is told.';

create function private.delay_order(p_order public.orders, p_minutes int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_shift interval := make_interval(mins => p_minutes);
begin
  update public.orders
  set preparation_expected_at = preparation_expected_at + v_shift,
      pickup_expected_at = pickup_expected_at + v_shift,
      dropoff_expected_at = dropoff_expected_at + v_shift,
      delayed_minutes = delayed_minutes + p_minutes
  where id = p_order.id;
  perform private.shift_delivery(p_order.id, v_shift);
end;
$$;
comment on function private.delay_order(public.orders, int) is 'Moves every promised time of an order.';
