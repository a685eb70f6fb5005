create function public.get_store_promotion_report(p_store_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql
stable
security definer -- uses are private; the store's manager reads those of its own orders
set search_path = ''
as $$
declare
  v_timezone text;
begin
  if not private.is_ops() then
    perform private.require_store_staff(p_store_id, '{manager}');
  end if;
  select private.store_timezone(s) into v_timezone from public.stores s where s.id = p_store_id;
  return (
    with uses as materialized (
      select u.promotion_id, u.order_id, u.amount_cents, u.customer_id, o.subtotal_cents,
        (u.created_at at time zone v_timezone)::date as used_on,
        (select coalesce(sum(private.merchant_part(to_jsonb(a))), 0) from public.order_adjustments a
          where a.order_id = u.order_id and a.promotion_id = u.promotion_id)::bigint as merchant_cents
      from public.orders o
      join private.promotion_uses u on u.order_id = o.id and u.returned_at is null
      -- An order is written before it is paid, and its uses are counted then.
      where o.store_id = p_store_id and o.created_at >= p_from - interval '1 day' and o.created_at < p_to
        and u.created_at >= p_from and u.created_at < p_to
    ), orders as (
      -- An order with two promotions is one order.
      select distinct order_id, used_on, subtotal_cents from uses
    )
    select jsonb_build_object(
      'order_count', (select count(*) from orders),
      'subtotal_cents', (select coalesce(sum(subtotal_cents), 0)::bigint from orders),
      'discount_cents', (select coalesce(sum(amount_cents), 0)::bigint from uses),
      'merchant_cents', (select coalesce(sum(merchant_cents), 0)::bigint from uses),
      'promotions', (
        select coalesce(jsonb_agg(to_jsonb(x) order by x.order_count desc, x.id), '[]')
        from (
          select p.id, p.name, p.translations, p.kind, p.status, p.store_id is not null as is_own, count(*) as order_count,
            count(distinct n.customer_id) as customer_count, sum(n.amount_cents)::bigint as discount_cents,
            sum(n.merchant_cents)::bigint as merchant_cents, sum(n.subtotal_cents)::bigint as subtotal_cents
          from uses n
          join public.promotions p on p.id = n.promotion_id
          group by p.id) x),
      'days', (
        select coalesce(jsonb_agg(to_jsonb(d) order by d.used_on), '[]')
        from (
          select o.used_on, count(*) as order_count, (
            select sum(n.merchant_cents)::bigint from uses n where n.used_on = o.used_on) as merchant_cents
          from orders o group by o.used_on) d)));
end;
$$;
comment on function public.get_store_promotion_report(uuid, timestamptz, timestamptz) is
  'What promotions did in a store, its own and the operator''s: {order_count, subtotal_cents, discount_cents, merchant_cents, promotions: [{id, name, translations, kind, status, is_own, order_count, customer_count, discount_cents, merchant_cents, subtotal_cents}], days: [{used_on, order_count, merchant_cents}]}. merchant_cents is what the store bears. Orders that were called off do not count.';
