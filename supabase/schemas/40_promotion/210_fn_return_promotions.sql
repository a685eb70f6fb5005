create function private.lock_promotions(p_order_ids uuid[])
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform 1 from private.promotion_counters c
  where (c.promotion_id, c.shard) in (
    select u.promotion_id, u.shard from private.promotion_uses u where u.order_id = any (p_order_ids))
  order by c.promotion_id, c.shard for update;
  perform 1 from private.promotion_customers c
  where (c.promotion_id, c.customer_id) in (
    select u.promotion_id, u.customer_id from private.promotion_uses u where u.order_id = any (p_order_ids))
  order by c.promotion_id, c.customer_id for update;
  perform 1 from private.flash_stock f
  where (f.promotion_id, f.product_id) in (
    select a.promotion_id, i.product_id
    from public.order_adjustments a
    join public.order_items i on i.order_id = a.order_id and i.line_number = a.line_number
    where a.order_id = any (p_order_ids))
  order by f.promotion_id, f.product_id for update;
  perform 1 from public.coupons c where c.order_id = any (p_order_ids) order by c.id for update;
end;
$$;
comment on function private.lock_promotions(uuid[]) is
  'Locks what several orders have used in the order in which a new order takes it; for a command that ends many at once.';

create function private.return_promotions(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  perform private.lock_promotions(array[p_order_id]);
  for v_row in
    update private.promotion_uses set returned_at = now()
    where order_id = p_order_id and returned_at is null
    returning promotion_id, customer_id, amount_cents, quantity, shard
  loop
    update private.promotion_counters
    set used_cents = used_cents - v_row.amount_cents, used_count = used_count - v_row.quantity
    where promotion_id = v_row.promotion_id and shard = v_row.shard;
    update private.promotion_customers
    set used_count = greatest(0, used_count - v_row.quantity)
    where promotion_id = v_row.promotion_id and customer_id = v_row.customer_id;
    update private.flash_stock f
    set sold_count = f.sold_count - t.quantity
    from (
      select i.product_id, sum(a.quantity)::int as quantity
      from public.order_adjustments a
      join public.order_items i on i.order_id = a.order_id and i.line_number = a.line_number
      where a.order_id = p_order_id and a.promotion_id = v_row.promotion_id
      group by i.product_id
    ) t
    where f.promotion_id = v_row.promotion_id and f.product_id = t.product_id;
  end loop;
  update public.coupons
  set status = 'returned', order_id = null, used_at = null
  where order_id = p_order_id and status = 'used';
  perform private.return_points(p_order_id);
end;
$$;
comment on function private.return_promotions(uuid) is
  'Gives back once what a cancelled, rejected or expired order used: budgets, caps, flash stock, coupons, points.';
