create function private.new_voucher_code()
returns text
language sql
volatile
set search_path = ''
as $$
  -- Twelve digits of a cryptographic generator: guessing one of a store's open codes takes billions of tries.
  select lpad((('x' || encode(extensions.gen_random_bytes(7), 'hex'))::bit(56)::bigint % 1000000000000)::text, 12, '0');
$$;

create function private.issue_vouchers(p_order public.orders)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  -- Every use bears its part of what was paid, by price; running totals make the parts add up exactly.
  insert into public.vouchers (order_id, order_item_id, store_id, customer_id, code, amount_cents, expires_at)
  select p_order.id, u.id, p_order.store_id, p_order.customer_id, private.new_voucher_code(),
    case when p_order.subtotal_cents = 0 then 0 else
      round(p_order.total_cents * u.until_cents / p_order.subtotal_cents)
      - round(p_order.total_cents * (u.until_cents - u.use_cents) / p_order.subtotal_cents) end,
    now() + make_interval(days => u.valid_days)
  from (
    select i.id, v.valid_days, i.unit_price_cents::numeric / v.use_count as use_cents,
      sum(i.unit_price_cents::numeric / v.use_count) over (order by i.line_number, n rows unbounded preceding) as until_cents
    from public.order_items i
    join public.voucher_products v on v.product_id = i.product_id
    cross join lateral generate_series(1, i.quantity * v.use_count) n
    where i.order_id = p_order.id
  ) u;
  insert into public.voucher_events (voucher_id, command, from_status, to_status, actor)
  select id, 'issue', 'issued', 'issued', 'system' from public.vouchers where order_id = p_order.id;
  perform private.settle_stock(p_order.id, true);
  v_order := private.apply_order_command(p_order.id, 'issue', 'system');
  if not exists (select 1 from public.vouchers where order_id = p_order.id) then
    -- The store stopped selling them between order and payment: cancelled and paid back.
    perform private.settle_voucher_order(p_order.id);
    select * into v_order from public.orders where id = p_order.id;
  end if;
  return v_order;
end;
$$;
comment on function private.issue_vouchers(public.orders) is
  'One voucher for each use that a paid order bought; the order stays in service until none of them is open.';
