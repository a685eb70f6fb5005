create function private.close_order(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  perform private.settle_stock(p_order.id, false);
  -- Sorted, as they were counted.
  for v_row in
    select promotion_id, sum(amount_cents) as amount_cents
    from public.order_adjustments where order_id = p_order.id
    group by promotion_id
    order by promotion_id
  loop
    update public.promotions set used_cents = greatest(0, used_cents + v_row.amount_cents) where id = v_row.promotion_id;
  end loop;
  perform private.cancel_delivery(p_order.id);
  perform private.refund_order_payment(p_order.id, 'order_closed');
end;
$$;
comment on function private.close_order(public.orders) is
  'After reject, cancel or expire: stock and promotion budget come back, the rider is released, the money is returned.';

