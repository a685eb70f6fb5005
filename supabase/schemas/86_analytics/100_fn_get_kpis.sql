create function private.kpi_orders(
  p_city_id uuid, p_from timestamptz, p_to timestamptz, p_zone_id uuid, p_category_id uuid)
returns table (
  created_at timestamptz, total_cents bigint, customer_id uuid, merchant_id uuid, is_lost boolean, category_id uuid, zone_id uuid,
  is_delivered boolean, is_on_time boolean)
language sql
stable
set search_path = ''
as $$
  select o.created_at, o.total_cents, o.customer_id, o.merchant_id, o.closed_at is not null, s.category_id, d.zone_id,
    d.delivered_at is not null, d.delivered_at <= coalesce(d.promised_p90_at, o.dropoff_expected_at)
  from public.orders o
  join public.stores s on s.id = o.store_id
  left join public.deliveries d on d.order_id = o.id
  where o.city_id = p_city_id and o.created_at >= p_from and o.created_at < p_to and o.placed_at is not null
    and (p_zone_id is null or d.zone_id = p_zone_id)
    and (p_category_id is null or s.category_id = p_category_id);
$$;
comment on function private.kpi_orders(uuid, timestamptz, timestamptz, uuid, uuid) is
  'Paid orders of a city in a span, by the index on city and time, with what they are counted by.';

create function private.kpi_span(
  p_city_id uuid, p_from timestamptz, p_to timestamptz, p_zone_id uuid, p_category_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'gmv_cents', coalesce(sum(k.total_cents) filter (where not k.is_lost), 0),
    'order_count', count(*),
    'lost_count', count(*) filter (where k.is_lost),
    'customer_count', count(distinct k.customer_id),
    'merchant_count', count(distinct k.merchant_id),
    'delivered_count', count(*) filter (where k.is_delivered),
    'on_time_count', count(*) filter (where k.is_on_time))
  from private.kpi_orders(p_city_id, p_from, p_to, p_zone_id, p_category_id) k;
$$;
comment on function private.kpi_span(uuid, timestamptz, timestamptz, uuid, uuid) is 'The numbers of a span.';

create function public.get_kpis(p_city_id uuid, p_zone_id uuid default null, p_category_id uuid default null, p_at timestamptz default now())
returns jsonb
language plpgsql
stable
security definer -- counts over all orders, whoever of ops asks
set search_path = ''
as $$
declare
  v_city public.cities;
  v_from timestamptz;
begin
  perform private.require_ops();
  select * into v_city from public.cities where id = p_city_id;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  v_from := date_trunc('day', p_at, v_city.timezone);
  return jsonb_build_object(
    'at', p_at,
    'currency', v_city.currency,
    'today', private.kpi_span(p_city_id, v_from, p_at, p_zone_id, p_category_id),
    -- The same hours a week ago: a weekday against its like.
    'before', private.kpi_span(p_city_id, v_from - interval '7 days', p_at - interval '7 days', p_zone_id, p_category_id),
    'live', jsonb_build_object(
      'open_count', (
        select count(*) from public.orders o
        where o.city_id = p_city_id
          and o.status in ('placed', 'accepted', 'preparing', 'ready', 'in_delivery', 'in_service', 'awaiting_pickup')),
      'rider_count', (select count(*) from public.riders r where r.city_id = p_city_id and r.status = 'online'),
      'store_count', (select count(*) from public.stores s where s.city_id = p_city_id and s.is_published),
      'merchant_count', (select count(*) from public.merchants m where m.status = 'active'),
      'user_count', (select count(*) from public.profiles),
      'active_count', (
        select count(distinct o.customer_id) from public.orders o
        where o.city_id = p_city_id and o.created_at >= p_at - interval '30 days' and o.created_at < p_at
          and o.placed_at is not null)),
    'hours', (
      select jsonb_agg(jsonb_build_object('hour', h.hour, 'gmv_cents', coalesce(t.gmv, 0), 'order_count', coalesce(t.n, 0),
        'before_gmv_cents', coalesce(b.gmv, 0), 'before_order_count', coalesce(b.n, 0)) order by h.hour)
      from generate_series(0, 23) as h (hour)
      left join (
        select extract(hour from k.created_at at time zone v_city.timezone)::int as hour, count(*) as n,
          sum(k.total_cents) filter (where not k.is_lost) as gmv
        from private.kpi_orders(p_city_id, v_from, p_at, p_zone_id, p_category_id) k group by 1) t using (hour)
      left join (
        select extract(hour from k.created_at at time zone v_city.timezone)::int as hour, count(*) as n,
          sum(k.total_cents) filter (where not k.is_lost) as gmv
        from private.kpi_orders(p_city_id, v_from - interval '7 days', v_from - interval '6 days', p_zone_id, p_category_id) k
        group by 1) b using (hour)),
    'zones', (
      select coalesce(jsonb_agg(jsonb_build_object('id', z.id, 'name', z.name, 'translations', z.translations,
        'order_count', k.n, 'gmv_cents', k.gmv, 'delivered_count', k.delivered, 'on_time_count', k.on_time) order by k.gmv desc, z.id), '[]')
      from (
        select zone_id, count(*) as n, coalesce(sum(total_cents) filter (where not is_lost), 0) as gmv,
          count(*) filter (where is_delivered) as delivered, count(*) filter (where is_on_time) as on_time
        from private.kpi_orders(p_city_id, v_from, p_at, null, p_category_id) group by zone_id) k
      join public.zones z on z.id = k.zone_id),
    'categories', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'translations', c.translations,
        'order_count', k.n, 'gmv_cents', k.gmv, 'delivered_count', k.delivered, 'on_time_count', k.on_time) order by k.gmv desc, c.id), '[]')
      from (
        select category_id, count(*) as n, coalesce(sum(total_cents) filter (where not is_lost), 0) as gmv,
          count(*) filter (where is_delivered) as delivered, count(*) filter (where is_on_time) as on_time
        from private.kpi_orders(p_city_id, v_from, p_at, p_zone_id, null) group by category_id) k
      join public.categories c on c.id = k.category_id));
end;
$$;
comment on function public.get_kpis(uuid, uuid, uuid, timestamptz) is
  'The wall of a city for ops: today until now beside the same hours a week ago, what is live, by hour, zone and category; drilled down by a zone or a category.';
