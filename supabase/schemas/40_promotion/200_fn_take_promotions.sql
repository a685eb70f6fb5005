create function private.take_promotions(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_row record;
  v_shard smallint;
begin
  select * into v_order from public.orders where id = p_order_id;
  if exists (select 1 from private.promotion_uses where order_id = p_order_id) then
    return;
  end if;
  -- Counters of all promotions, then customers, then flash stock, then coupons, then points: everyone in this order.
  for v_row in
    select p.id, p.name, p.kind, p.status, -sum(a.amount_cents)::bigint as amount_cents,
      case p.kind when 'flash_sale' then sum(a.quantity)::int else 1 end as units
    from public.order_adjustments a
    join public.promotions p on p.id = a.promotion_id
    where a.order_id = p_order_id
    group by p.id
    order by p.id
  loop
    v_shard := case when v_row.status = 'published' or (v_row.kind = 'coupon' and v_row.status = 'ended')
      then private.count_promotion_use(v_row.id, v_row.amount_cents, v_row.units) end;
    if v_shard is null then
      perform private.raise('promotion.used_up', 409,
        jsonb_build_object('promotion_id', v_row.id, 'name', v_row.name));
    end if;
    insert into private.promotion_uses (order_id, promotion_id, customer_id, amount_cents, quantity, shard)
    values (p_order_id, v_row.id, v_order.customer_id, v_row.amount_cents, v_row.units, v_shard);
  end loop;

  for v_row in
    select p.id, p.name, p.customer_cap, u.quantity
    from private.promotion_uses u
    join public.promotions p on p.id = u.promotion_id
    where u.order_id = p_order_id and p.customer_cap is not null
    order by p.id
  loop
    insert into private.promotion_customers as c (promotion_id, customer_id, used_count)
    select v_row.id, v_order.customer_id, v_row.quantity where v_row.quantity <= v_row.customer_cap
    on conflict (promotion_id, customer_id) do update set used_count = c.used_count + excluded.used_count
      where c.used_count + excluded.used_count <= v_row.customer_cap;
    if not found then
      perform private.raise('promotion.used_up', 409,
        jsonb_build_object('promotion_id', v_row.id, 'name', v_row.name));
    end if;
  end loop;

  for v_row in
    select p.id, p.name, i.product_id, sum(a.quantity)::int as quantity
    from public.order_adjustments a
    join public.promotions p on p.id = a.promotion_id and p.kind = 'flash_sale'
    join public.order_items i on i.order_id = a.order_id and i.line_number = a.line_number
    where a.order_id = p_order_id
    group by p.id, i.product_id
    order by p.id, i.product_id
  loop
    update private.flash_stock
    set sold_count = sold_count + v_row.quantity
    where promotion_id = v_row.id and product_id = v_row.product_id and stock_count - sold_count >= v_row.quantity;
    if not found then
      perform private.raise('promotion.used_up', 409,
        jsonb_build_object('promotion_id', v_row.id, 'name', v_row.name));
    end if;
  end loop;

  for v_row in
    select a.coupon_id as id, a.name from public.order_adjustments a
    where a.order_id = p_order_id and a.coupon_id is not null
    order by a.coupon_id
  loop
    update public.coupons
    set status = 'used', order_id = p_order_id, used_at = now()
    where id = v_row.id and customer_id = v_order.customer_id
      and status in ('issued', 'claimed', 'returned') and expires_at > now();
    if not found then
      perform private.raise('promotion.coupon_unusable', 409,
        jsonb_build_object('coupon_id', v_row.id, 'name', v_row.name));
    end if;
  end loop;
  perform private.spend_points(v_order);
end;
$$;
comment on function private.take_promotions(uuid) is
  'Counts what the adjustments of a new order use: budgets, caps, flash stock, coupons, points. Called last, so that nothing is held long; all or nothing (promotion.used_up, promotion.coupon_unusable, member.points_short).';
