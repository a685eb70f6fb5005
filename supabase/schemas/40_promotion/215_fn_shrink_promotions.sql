create function private.flash_units(p_order_id uuid)
returns table (promotion_id uuid, product_id uuid, quantity int)
language sql
stable
set search_path = ''
as $$
  select a.promotion_id, i.product_id, sum(a.quantity)::int
  from public.order_adjustments a
  join public.order_items i on i.order_id = a.order_id and i.line_number = a.line_number
  where a.order_id = p_order_id and a.kind = 'flash_sale'
  group by a.promotion_id, i.product_id;
$$;
comment on function private.flash_units(uuid) is 'What an order holds of flash sales.';

create function private.shrink_promotions(p_order_id uuid, p_flash_before jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  for v_row in
    select u.promotion_id, u.customer_id, u.shard, u.amount_cents - left_over.amount_cents as less_cents,
      u.quantity - left_over.units as less_count, left_over.amount_cents, left_over.units
    from private.promotion_uses u
    cross join lateral (
      select coalesce(-sum(a.amount_cents), 0)::bigint as amount_cents,
        -- Flash sales count units, others orders.
        coalesce(case when min(a.kind) = 'flash_sale' then sum(a.quantity) else least(count(*), 1) end, 0)::int as units
      from public.order_adjustments a
      where a.order_id = u.order_id and a.promotion_id = u.promotion_id
    ) left_over
    where u.order_id = p_order_id and u.returned_at is null
      and (u.amount_cents, u.quantity) is distinct from (left_over.amount_cents, left_over.units)
    order by u.promotion_id
  loop
    update private.promotion_counters
    set used_cents = used_cents - v_row.less_cents, used_count = used_count - v_row.less_count
    where promotion_id = v_row.promotion_id and shard = v_row.shard;
    update private.promotion_customers
    set used_count = greatest(0, used_count - v_row.less_count)
    where promotion_id = v_row.promotion_id and customer_id = v_row.customer_id;
    update private.promotion_uses
    set amount_cents = v_row.amount_cents, quantity = v_row.units,
        returned_at = case when v_row.amount_cents = 0 then now() end
    where order_id = p_order_id and promotion_id = v_row.promotion_id;
  end loop;
  update private.flash_stock f
  set sold_count = f.sold_count - (b.quantity - coalesce(n.quantity, 0))
  from jsonb_to_recordset(p_flash_before) as b (promotion_id uuid, product_id uuid, quantity int)
  left join private.flash_units(p_order_id) n using (promotion_id, product_id)
  where f.promotion_id = b.promotion_id and f.product_id = b.product_id and b.quantity > coalesce(n.quantity, 0);
  update public.coupons c
  set status = 'returned', order_id = null, used_at = null
  where c.order_id = p_order_id and c.status = 'used'
    and not exists (select 1 from public.order_adjustments a where a.order_id = p_order_id and a.coupon_id = c.id);
end;
$$;
comment on function private.shrink_promotions(uuid, jsonb) is
  'After an edit made discounts smaller: budgets, counts and flash stock hold what is left, and a coupon that gives nothing any more is its customer''s again. p_flash_before: private.flash_units before the edit. What was used is locked by private.lock_promotions.';
