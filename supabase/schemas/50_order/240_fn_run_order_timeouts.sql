create function private.run_order_timeouts()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_ids uuid[];
  v_row record;
  v_order public.orders;
  v_count int := 0;
begin
  select array_agg(id) into v_ids
  from (
    select id from public.orders where due_at <= now() order by due_at limit 200 for update skip locked
  ) due;
  -- Many orders end in one transaction: all their stock is locked before any promotion, both sorted, as an order does it.
  perform 1 from public.stock_items
  where id in (select stock_item_id from public.stock_reservations where order_id = any (v_ids))
  order by id for update;
  perform 1 from public.promotions
  where id in (select promotion_id from public.order_adjustments where order_id = any (v_ids))
  order by id for update;
  for v_row in
    select id, status from public.orders where id = any (v_ids) order by due_at
  loop
    v_order := private.apply_order_command(
      v_row.id,
      case v_row.status when 'pending_payment' then 'expire' else 'time_out' end,
      'system',
      case v_row.status when 'pending_payment' then 'payment_overdue' else 'store_no_answer' end);
    perform private.close_order(v_order);
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_order_timeouts() is
  'Ends orders whose payment or acceptance is overdue and refunds them; returns how many.';

