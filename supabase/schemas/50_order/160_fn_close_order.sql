create function private.close_order(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.settle_stock(p_order.id, false);
  update public.promotions p
  set used_cents = greatest(0, p.used_cents + a.amount_cents)
  from (
    select promotion_id, sum(amount_cents) as amount_cents
    from public.order_adjustments where order_id = p_order.id group by promotion_id
  ) a
  where p.id = a.promotion_id;
  perform private.cancel_delivery(p_order.id);
  perform private.refund_order_payment(p_order.id, 'order_closed');
end;
$$;
comment on function private.close_order(public.orders) is
  'After reject, cancel or expire: stock and promotion budget come back, the rider is released, the money is returned.';

