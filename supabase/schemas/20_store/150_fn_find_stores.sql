create function private.near_listings(
  p_here extensions.geography, p_rank int, p_meters double precision, p_at timestamptz, p_city_id uuid, p_category_ids uuid[],
  p_pattern text, p_sort text, p_after_sort double precision, p_after_meters double precision, p_after_id uuid, p_limit int)
returns table (
  store_id uuid, rank int, sort double precision, meters double precision, rate_card_id uuid, timezone text, is_open boolean)
language plpgsql
stable
rows 20
-- The nearest come out of the index in order: to fetch all within reach and sort them is never better.
set enable_sort = off
set enable_bitmapscan = off
-- Planned once a session: planning costs more than the answer.
set plan_cache_mode = force_generic_plan
set search_path = ''
as $$
declare
  v_point extensions.geometry := p_here::extensions.geometry;
begin
  -- rank: 0 delivers to the place now, 1 delivers there but is closed, 2 does not deliver there.
  if p_sort = 'distance' then
    return query
    select l.store_id, p_rank, 0.0::double precision, l.location operator(extensions.<->) p_here,
      l.rate_card_id, l.timezone, l.open_periods operator(pg_catalog.@>) p_at
    from private.store_listings l
    where l.location operator(extensions.&&) extensions._st_expand(p_here, p_meters)
      and p_rank = case
        when l.location operator(extensions.<->) p_here > l.reach_meters or l.paused_until > p_at
          or not extensions.st_covers(l.delivery_area, v_point) then 2
        when l.open_periods operator(pg_catalog.@>) p_at then 0
        else 1 end
      and (p_city_id is null or l.city_id = p_city_id)
      and (p_category_ids is null or l.category_id = any (p_category_ids))
      and (p_pattern is null or l.name ilike p_pattern or private.listing_sells(l.store_id, p_pattern))
      and (p_after_id is null or l.location operator(extensions.<->) p_here > p_after_meters
        or (l.location operator(extensions.<->) p_here = p_after_meters and l.store_id > p_after_id))
    -- All at the last distance come along; who asks puts equals in order and cuts.
    order by l.location operator(extensions.<->) p_here
    fetch first (p_limit) rows with ties;
  else
    return query
    select n.store_id, p_rank, n.sort, n.meters, n.rate_card_id, n.timezone, n.is_open
    from (
      select l.store_id, l.location operator(extensions.<->) p_here as meters, l.rate_card_id, l.timezone,
        l.open_periods operator(pg_catalog.@>) p_at as is_open,
        case p_sort when 'rating' then -coalesce(l.rating_average, 0) else -l.monthly_sales_count end::double precision as sort
      from private.store_listings l
      where l.location operator(extensions.&&) extensions._st_expand(p_here, p_meters)
        and p_rank = case
          when l.location operator(extensions.<->) p_here > l.reach_meters or l.paused_until > p_at
            or not extensions.st_covers(l.delivery_area, v_point) then 2
          when l.open_periods operator(pg_catalog.@>) p_at then 0
          else 1 end
        and (p_city_id is null or l.city_id = p_city_id)
        and (p_category_ids is null or l.category_id = any (p_category_ids))
        and (p_pattern is null or l.name ilike p_pattern or private.listing_sells(l.store_id, p_pattern))
    ) n
    where p_after_id is null or (n.sort, n.meters, n.store_id) > (p_after_sort, p_after_meters, p_after_id)
    order by n.sort, n.meters, n.store_id
    limit p_limit;
  end if;
end;
$$;
comment on function private.near_listings(extensions.geography, int, double precision, timestamptz, uuid, uuid[], text, text, double precision, double precision, uuid, int) is
  'Listings of one rank within a distance, in order, after a place in that order; with all that tie with the last one.';

create function private.listing_sells(p_store_id uuid, p_pattern text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.products p
    where p.store_id = p_store_id and p.is_available and p.status = 'published'
      and (p.name ilike p_pattern or p.translations #>> '{en,name}' ilike p_pattern));
$$;
comment on function private.listing_sells(uuid, text) is 'Whether a store has something on its menu with such a name.';

create function public.find_stores(
  p_lon double precision,
  p_lat double precision,
  p_city_id uuid default null,
  p_category_slug text default null,
  p_query text default null,
  p_sort text default 'distance',
  p_limit int default 20,
  p_after text default null)
returns table (
  id uuid, city_id uuid, name text, translations jsonb, category_slug text, image_path text,
  lon double precision, lat double precision, rating_average numeric, rating_count int,
  monthly_sales_count int, preparation_minutes int, minimum_order_cents bigint, currency text,
  distance_meters int, delivery_fee_cents bigint, estimated_minutes int,
  is_open boolean, is_deliverable boolean, promotions jsonb, page_cursor text)
language plpgsql
stable
security definer -- reads listings of published stores only; the same for everyone
-- Planned once a session: planning costs more than the answer.
set plan_cache_mode = force_generic_plan
set search_path = ''
as $$
declare
  v_at timestamptz := now();
  v_here extensions.geography;
  v_category_ids uuid[];
  v_pattern text := '%' || replace(replace(replace(nullif(trim(p_query), ''), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  v_limit int := least(greatest(p_limit, 1), 100);
  v_reach int;
  v_after text[] := string_to_array(p_after, '/');
  v_rank int := 0;
  v_ids uuid[] := '{}'::uuid[];
  v_ranks int[] := '{}'::int[];
  v_sorts double precision[] := '{}'::double precision[];
  v_meters double precision[] := '{}'::double precision[];
  v_card_ids uuid[] := '{}'::uuid[];
  v_timezones text[] := '{}'::text[];
  v_open boolean[] := '{}'::boolean[];
begin
  perform private.check_point(p_lon, p_lat);
  if p_sort not in ('distance', 'rating', 'sales') then
    perform private.raise('store.sort_unknown', 400);
  end if;
  if p_after !~ '^[012](/-?\d+(\.\d+)?(e-?\d+)?){2}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform private.raise('store.cursor_invalid', 400);
  end if;
  v_here := private.point(p_lon, p_lat)::extensions.geography;
  if p_category_slug is not null then
    with recursive wanted as (
      select c.id from public.categories c where c.slug = p_category_slug
      union
      select c.id from public.categories c join wanted w on c.parent_id = w.id
    )
    select coalesce(array_agg(w.id), '{}') into v_category_ids from wanted w;
  end if;
  select max(r.reach_meters) into v_reach from public.rate_cards r;
  v_rank := coalesce(v_after[1]::int, 0);
  -- Those that deliver here now, then those that are closed, then those that do not come so far.
  while v_rank <= 2 and cardinality(v_ids) < v_limit loop
    select v_ids || coalesce(array_agg(n.store_id), '{}'), v_ranks || coalesce(array_agg(n.rank), '{}'),
      v_sorts || coalesce(array_agg(n.sort), '{}'), v_meters || coalesce(array_agg(n.meters), '{}'),
      v_card_ids || coalesce(array_agg(n.rate_card_id), '{}'), v_timezones || coalesce(array_agg(n.timezone), '{}'), v_open || coalesce(array_agg(n.is_open), '{}')
    into v_ids, v_ranks, v_sorts, v_meters, v_card_ids, v_timezones, v_open
    from (
      select n.* 
    from private.near_listings(
      v_here, v_rank, case v_rank when 2 then greatest(v_reach, 30000) else v_reach end, v_at,
      p_city_id, v_category_ids, v_pattern, p_sort,
      case when v_after[1]::int = v_rank then v_after[2]::double precision end,
      case when v_after[1]::int = v_rank then v_after[3]::double precision end,
      case when v_after[1]::int = v_rank then v_after[4]::uuid end,
      v_limit - cardinality(v_ids)) n
      order by n.sort, n.meters, n.store_id
      limit v_limit - cardinality(v_ids)) n;
    v_rank := v_rank + 1;
  end loop;
  return query
  select s.id, s.city_id, s.name, s.translations, c.slug, s.image_path, s.lon, s.lat, s.rating_average, s.rating_count,
    s.monthly_sales_count, w.minutes, s.minimum_order_cents, t.currency, round(n.meters)::int, f.cents,
    private.estimate_minutes(w.minutes, n.meters), n.is_open, n.rank < 2, coalesce(g.tags, '[]'),
    concat_ws('/', n.rank, n.sort, n.meters, s.id)
  from unnest(v_ids, v_ranks, v_sorts, v_meters, v_open) with ordinality as n (store_id, rank, sort, meters, is_open, line)
  join public.stores s on s.id = n.store_id
  join public.categories c on c.id = s.category_id
  join public.cities t on t.id = s.city_id
  cross join lateral (select private.preparation_minutes(s, v_at) as minutes offset 0) w
  left join (
    -- The cart is not known yet: no amount and no weight is asked.
    select l.item, sum(l.amount_cents)::bigint as cents
    from private.rate_lines(v_card_ids, v_meters, v_timezones, p_lon, p_lat, null, 0, v_at) l
    group by l.item
  ) f on f.item = n.line
  left join private.list_promotion_tags(v_ids) g on g.store_id = n.store_id
  order by n.line;
end;
$$;
comment on function public.find_stores(double precision, double precision, uuid, text, text, text, int, text) is
  'Visible stores around a point: those that deliver there now, then the closed, then those too far (within 30 km). p_sort: distance, rating or sales; p_query matches stores and products; p_after is the page_cursor of the last row seen.';
