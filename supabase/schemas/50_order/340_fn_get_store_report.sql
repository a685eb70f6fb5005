create function public.get_store_report(p_store_id uuid, p_from date, p_to date)
returns jsonb
language plpgsql
stable
security definer -- counts over the whole store in one answer; the caller is checked here
set search_path = ''
as $$
declare
  v_zone text;
  v_since timestamptz;
  v_until timestamptz;
begin
  if not private.has_ops_role('operations', 'finance') then
    perform private.require_store_staff(p_store_id, '{manager}');
  end if;
  if p_from is null or p_to is null or p_to < p_from or p_to - p_from > 366 then
    perform private.raise('order.report_range_invalid', 422);
  end if;
  select private.store_timezone(s) into v_zone from public.stores s where s.id = p_store_id;
  v_since := p_from::timestamp at time zone v_zone;
  v_until := (p_to + 1)::timestamp at time zone v_zone;
  return (
    with o as materialized (
      select o.id, o.customer_id, o.total_cents, o.discount_cents, o.placed_at, o.accepted_at, o.fulfillment_type,
        (o.placed_at at time zone v_zone)::date as day, extract(hour from o.placed_at at time zone v_zone)::int as hour,
        o.status in ('rejected', 'cancelled', 'expired') as is_lost
      from public.orders o
      where o.store_id = p_store_id and o.placed_at >= v_since and o.placed_at < v_until
    ), sold as (
      select * from o where not is_lost
    ), back as (
      select (r.refunded_at at time zone v_zone)::date as day, sum(r.amount_cents)::bigint as cents
      from public.refund_requests r
      where r.store_id = p_store_id and r.status = 'refunded' and r.refunded_at >= v_since and r.refunded_at < v_until
        -- A lost order's money is in no sale.
        and exists (select 1 from public.orders x where x.id = r.order_id and x.status not in ('rejected', 'cancelled', 'expired'))
      group by 1
    ), by_day as (
      select d::date as day,
        (select count(*) from sold s where s.day = d::date) as order_count,
        (select count(*) from o where o.is_lost and o.day = d::date) as lost_count,
        (select coalesce(sum(s.total_cents), 0)::bigint from sold s where s.day = d::date) as sales_cents,
        (select coalesce(sum(s.discount_cents), 0)::bigint from sold s where s.day = d::date) as discount_cents,
        coalesce((select b.cents from back b where b.day = d::date), 0) as refund_cents
      from generate_series(p_from, p_to, interval '1 day') as d
    ), buyer as (
      select s.customer_id, count(*) as order_count,
        exists (
          select 1 from public.orders x
          where x.store_id = p_store_id and x.customer_id = s.customer_id and x.placed_at < v_since
            and x.status not in ('rejected', 'cancelled', 'expired')) as is_known
      from sold s group by s.customer_id
    )
    select jsonb_build_object(
      'days', (select jsonb_agg(to_jsonb(b) order by b.day) from by_day b),
      'hours', (
        select jsonb_agg(coalesce(c.count, 0) order by h)
        from generate_series(0, 23) h left join (select s.hour, count(*) from sold s group by s.hour) c on c.hour = h),
      'ways', coalesce((
        select jsonb_agg(jsonb_build_object('fulfillment_type', w.fulfillment_type, 'order_count', w.count, 'sales_cents', w.cents) order by w.count desc)
        from (select s.fulfillment_type, count(*), sum(s.total_cents)::bigint as cents from sold s group by s.fulfillment_type) w), '[]'),
      'items', coalesce((
        select jsonb_agg(to_jsonb(t) order by t.quantity desc, t.name)
        from (
          select coalesce(i.product_id::text, i.name) as id, max(i.name) as name,
            (array_agg(i.translations))[1] as translations,
            sum(i.quantity)::bigint as quantity, sum(i.total_cents)::bigint as sales_cents, count(distinct i.order_id) as order_count
          from public.order_items i join sold s on s.id = i.order_id
          where i.quantity > 0
          group by coalesce(i.product_id::text, i.name)
          order by 4 desc limit 200) t), '[]'),
      'customers', (
        select jsonb_build_object('count', count(*), 'new_count', count(*) filter (where not b.is_known),
          'repeat_count', count(*) filter (where b.is_known or b.order_count > 1))
        from buyer b),
      'answer_seconds', (
        select round(avg(extract(epoch from o.accepted_at - o.placed_at)))::int from o where o.accepted_at is not null)));
end;
$$;
comment on function public.get_store_report(uuid, date, date) is
  'A store''s sales from one local day to another (a year at most), for its managers: {days, hours (orders by local hour of placing), ways, items (200 at most), customers, answer_seconds}. Lost orders (rejected, cancelled, expired) are counted apart.';
