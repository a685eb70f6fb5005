create function public.list_my_deliveries(p_before timestamptz default null, p_limit int default 20)
returns table (
  id uuid, order_id uuid, number text, currency text, store_name text, store_translations jsonb,
  delivered_at timestamptz, distance_meters int, pay_cents bigint, tip_cents bigint)
language sql
stable
security definer -- a rider does not see the order for ever, but what it earned
set search_path = ''
as $$
  select d.id, d.order_id, o.number, o.currency, s.name, s.translations, d.delivered_at, d.distance_meters, d.rider_pay_cents, o.tip_cents
  from public.deliveries d
  join public.orders o on o.id = d.order_id
  join public.stores s on s.id = d.store_id
  where d.rider_id = auth.uid() and d.status = 'delivered' and (p_before is null or d.delivered_at < p_before)
  order by d.delivered_at desc
  limit least(greatest(p_limit, 1), 100);
$$;
comment on function public.list_my_deliveries(timestamptz, int) is
  'What the rider delivered and earned with it, newest first; p_before is the last delivered_at of the page before.';
