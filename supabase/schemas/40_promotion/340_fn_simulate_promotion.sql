create function private.promotion_cost_of_order(p_promotion public.promotions, p_order public.orders)
returns bigint
language plpgsql
stable
set search_path = ''
as $$
declare
  v_store public.stores;
  v_lines jsonb;
  v_cents bigint[];
  v_value bigint;
begin
  select * into v_store from public.stores where id = p_order.store_id;
  select coalesce(jsonb_agg(to_jsonb(i) order by i.line_number), '[]'), array_agg(i.total_cents order by i.line_number)
  into v_lines, v_cents
  from public.order_items i where i.order_id = p_order.id;
  if not private.is_in_windows(p_promotion.windows, (
      select p_order.created_at at time zone c.timezone from public.cities c where c.id = p_order.city_id))
    or (p_promotion.conditions <> 'true' and not private.js_truthy(private.json_logic(p_promotion.conditions,
      private.promotion_data(v_store, p_order.customer_id, v_lines, p_order.delivery_fee_cents,
        p_order.fulfillment_type, p_order.created_at))))
  then
    return 0;
  end if;
  if p_promotion.kind in ('item_discount', 'flash_sale') then
    select sum(private.unit_saving_cents(p_promotion, l)
      * least((l ->> 'quantity')::int, (p_promotion.effect ->> 'max_quantity')::int)) into v_value
    from jsonb_array_elements(v_lines) l;
    return least(coalesce(v_value, 0), (p_promotion.effect ->> 'max_discount_cents')::bigint);
  elsif p_promotion.kind = 'points' then
    return trunc(p_order.subtotal_cents * (p_promotion.effect ->> 'earn_bps')::int / 10000.0);
  end if;
  return private.order_saving_cents(p_promotion, v_lines, v_cents, p_order.subtotal_cents, p_order.delivery_fee_cents);
end;
$$;
comment on function private.promotion_cost_of_order(public.promotions, public.orders) is
  'What a promotion alone would have cost on a past order, by its conditions, times and effect.';

create function public.simulate_promotion(p_promotion jsonb, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql
stable
security definer -- reads orders of the whole city for ops, of the own store for its manager
set search_path = ''
as $$
declare
  v_store_id uuid := (p_promotion ->> 'store_id')::uuid;
  v_city_id uuid := coalesce((select city_id from public.stores where id = v_store_id), (p_promotion ->> 'city_id')::uuid);
  v_promotion public.promotions;
  v_share int;
  v_answer jsonb;
begin
  if not private.is_ops() then
    perform private.require_store_staff(v_store_id, '{manager}');
  end if;
  v_promotion := private.draft_promotion(p_promotion, v_city_id);
  v_share := case v_promotion.cost_bearer when 'merchant' then 10000 when 'shared' then v_promotion.merchant_share_bps else 0 end;
  with past as (
    select o as placed from public.orders o
    where o.city_id = v_city_id and o.created_at >= p_from and o.created_at < p_to
      and (v_promotion.store_id is null or o.store_id = v_promotion.store_id)
      and (not v_promotion.is_for_enrolled or o.store_id in (
        select e.store_id from public.campaign_enrolments e where e.promotion_id = v_promotion.id))
      and o.status not in ('draft', 'pending_payment', 'cancelled', 'rejected', 'expired')
    order by o.created_at
    limit 5000
  ),
  costs as (
    select (p.placed).id, (p.placed).customer_id, (p.placed).created_at, (p.placed).subtotal_cents,
      private.promotion_cost_of_order(v_promotion, p.placed) as cents
    from past p
  ),
  running as (
    select c.*, sum(c.cents) over (order by c.created_at, c.id) as total,
      count(*) filter (where c.cents > 0) over (order by c.created_at, c.id) as uses,
      count(*) filter (where c.cents > 0) over (partition by c.customer_id order by c.created_at, c.id) as nth
    from costs c
  ),
  counted as (
    select r.*, (r.created_at at time zone c.timezone)::date as placed_on,
      r.cents > 0 and (v_promotion.budget_cents is null or r.total <= v_promotion.budget_cents)
      and (v_promotion.usage_cap is null or r.uses <= v_promotion.usage_cap)
      and (v_promotion.customer_cap is null or r.nth <= v_promotion.customer_cap) as counts
    from running r
    join public.cities c on c.id = v_city_id
  )
  select jsonb_build_object(
    'order_count', count(*), 'applied_count', count(*) filter (where r.counts),
    'cost_cents', coalesce(sum(r.cents) filter (where r.counts), 0),
    'merchant_cents', coalesce(sum(round(r.cents * v_share / 10000.0)) filter (where r.counts), 0)::bigint,
    'subtotal_cents', coalesce(sum(r.subtotal_cents) filter (where r.counts), 0),
    'is_budget_reached', coalesce(bool_or(r.total > v_promotion.budget_cents), false),
    'is_sample', count(*) = 5000,
    'days', (
      select coalesce(jsonb_agg(to_jsonb(d) order by d.placed_on), '[]')
      from (
        select o.placed_on, count(*) as order_count, count(*) filter (where o.counts) as applied_count,
          coalesce(sum(o.cents) filter (where o.counts), 0) as cost_cents
        from counted o group by o.placed_on) d))
  into v_answer
  from counted r;
  return v_answer;
end;
$$;
comment on function public.simulate_promotion(jsonb, timestamptz, timestamptz) is
  'What a promotion would have cost on the orders of a past time (the first 5000): {order_count, applied_count, cost_cents, merchant_cents, subtotal_cents, is_budget_reached, is_sample, days: [{placed_on, order_count, applied_count, cost_cents}]}. For ops, or the manager of its store.';
