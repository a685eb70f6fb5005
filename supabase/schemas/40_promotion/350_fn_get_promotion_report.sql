create function public.get_promotion_report(p_promotion_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql
stable
security definer -- uses are private; ops read all, a store's staff their own promotion's
set search_path = ''
as $$
declare
  v_promotion public.promotions;
  v_timezone text;
begin
  perform private.require_user();
  select * into v_promotion from public.promotions p
  where p.id = p_promotion_id and (private.is_ops() or p.store_id in (select private.my_store_ids('{manager}')));
  if not found then
    perform private.raise('promotion.not_found', 404);
  end if;
  select c.timezone into v_timezone from public.cities c where c.id = v_promotion.city_id;
  return (
    with uses as (
      select u.amount_cents, u.customer_id, u.returned_at is not null as is_returned, o.subtotal_cents, o.total_cents,
        (u.created_at at time zone v_timezone)::date as used_on,
        (select coalesce(sum(private.merchant_part(to_jsonb(a))), 0) from public.order_adjustments a
          where a.order_id = u.order_id and a.promotion_id = p_promotion_id) as merchant_cents,
        not exists (select 1 from public.orders e
          where e.customer_id = u.customer_id and e.created_at < o.created_at
            and e.status not in ('cancelled', 'rejected', 'expired')) as is_first
      from private.promotion_uses u
      join public.orders o on o.id = u.order_id
      where u.promotion_id = p_promotion_id and u.created_at >= p_from and u.created_at < p_to
    )
    select jsonb_build_object(
      'order_count', count(*) filter (where not is_returned),
      'returned_count', count(*) filter (where is_returned),
      'customer_count', count(distinct customer_id) filter (where not is_returned),
      'first_count', count(*) filter (where is_first and not is_returned),
      'discount_cents', coalesce(sum(amount_cents) filter (where not is_returned), 0)::bigint,
      'merchant_cents', coalesce(sum(merchant_cents) filter (where not is_returned), 0)::bigint,
      'subtotal_cents', coalesce(sum(subtotal_cents) filter (where not is_returned), 0)::bigint,
      'total_cents', coalesce(sum(total_cents) filter (where not is_returned), 0)::bigint,
      'days', (
        select coalesce(jsonb_agg(to_jsonb(d) order by d.used_on), '[]')
        from (
          select n.used_on, count(*) as order_count, sum(n.amount_cents)::bigint as discount_cents,
            sum(n.subtotal_cents)::bigint as subtotal_cents
          from uses n where not n.is_returned group by n.used_on) d))
    from uses);
end;
$$;
comment on function public.get_promotion_report(uuid, timestamptz, timestamptz) is
  'What a promotion did in a time: {order_count, returned_count, customer_count, first_count, discount_cents, merchant_cents, subtotal_cents, total_cents, days: [{used_on, order_count, discount_cents, subtotal_cents}]}; days are the city''s. Uses of orders that were called off count as returned only. For ops, or the manager of its store.';
