create function public.find_stores(
  p_lon double precision,
  p_lat double precision,
  p_city_id uuid default null,
  p_category_slug text default null,
  p_query text default null,
  p_sort text default 'distance',
  p_limit int default 20,
  p_offset int default 0)
returns table (
  id uuid, city_id uuid, name text, translations jsonb, category_slug text, image_path text,
  lon double precision, lat double precision, rating_average numeric, rating_count int,
  monthly_sales_count int, preparation_minutes int, minimum_order_cents bigint, currency text,
  distance_meters int, delivery_fee_cents bigint, estimated_minutes int,
  is_open boolean, is_deliverable boolean, promotions jsonb)
language plpgsql
stable
security definer -- reads published stores only; rate cards and promotions are joined for everyone alike
set search_path = ''
as $$
declare
  v_here extensions.geography;
  v_query text := nullif(trim(p_query), '');
begin
  perform private.check_point(p_lon, p_lat);
  if p_sort not in ('distance', 'rating', 'sales') then
    perform private.raise('store.sort_unknown', 400);
  end if;
  v_here := private.point(p_lon, p_lat)::extensions.geography;
  return query
  with recursive wanted as (
    select c.id from public.categories c where c.slug = p_category_slug
    union
    select c.id from public.categories c join wanted w on c.parent_id = w.id
  ),
  near as (
    select s.*, private.store_distance(s.location, p_lon, p_lat) as meters
    from public.stores s
    where s.is_published
      and (p_city_id is null or s.city_id = p_city_id)
      and (p_category_slug is null or s.category_id in (select w.id from wanted w))
      and (v_query is null
        or s.name ilike '%' || v_query || '%'
        or s.translations #>> '{en,name}' ilike '%' || v_query || '%'
        or exists (
          select 1 from public.products p
          where p.store_id = s.id and p.is_available
            and (p.name ilike '%' || v_query || '%' or p.translations #>> '{en,name}' ilike '%' || v_query || '%')))
  ),
  rated as (
    select n.*, c.slug as cat_slug, ci.currency as city_currency, st as store,
      private.store_is_open(n.id) as open_now,
      rc.id is not null and n.meters <= rc.reach_meters
        and coalesce(extensions.st_covers(n.delivery_area, private.point(p_lon, p_lat)), true) as in_reach
    from near n
    join public.cities ci on ci.id = n.city_id and ci.is_active
    join public.categories c on c.id = n.category_id
    join public.stores st on st.id = n.id
    left join lateral private.find_rate_card(st, now()) rc on true
  )
  select r.id, r.city_id, r.name, r.translations, r.cat_slug, r.image_path, r.lon, r.lat,
    r.rating_average, r.rating_count, r.monthly_sales_count, r.preparation_minutes,
    r.minimum_order_cents, r.city_currency, round(r.meters)::int,
    (private.price_delivery(r.store, p_lon, p_lat, null, 0, now()) ->> 'fee_cents')::bigint,
    private.estimate_minutes(r.preparation_minutes, r.meters),
    r.open_now, r.in_reach,
    private.store_promotion_tags(r.id, r.city_id)
  from rated r
  order by
    r.in_reach desc, r.open_now desc,
    case when p_sort = 'rating' then -r.rating_average when p_sort = 'sales' then -r.monthly_sales_count end nulls last,
    r.meters, r.id
  limit least(greatest(p_limit, 1), 100) offset greatest(p_offset, 0);
end;
$$;
comment on function public.find_stores(double precision, double precision, uuid, text, text, text, int, int) is
  'Published stores around a point, those that deliver there and are open first. p_sort: distance, rating or sales; p_query matches stores and products.';

