-- Towns of a thousand stores each on a grid of half a degree; every store is open 18 hours of the day,
-- beginning at an hour of its own, so that at any time about a quarter is closed.
create schema bench;

create table bench.hours (opens_at int primary key, open_periods tstzmultirange not null);
insert into bench.hours
select h, range_agg(tstzrange(d, d + interval '18 hours'))
from generate_series(0, 23) h
cross join lateral generate_series(
  date_trunc('day', now()) - interval '2 days' + make_interval(hours => h),
  now() + interval '4 days', interval '1 day') d
group by h;

create function bench.uuid(p_kind text, p_number bigint)
returns uuid
language sql
immutable
as $$ select md5(p_kind || p_number)::uuid $$;

create function bench.town_place(p_town bigint)
returns point
language sql
immutable
as $$ select point(100 + (p_town % 40) * 0.5, 22 + (p_town / 40) * 0.5) $$;

create function bench.add_towns(p_from bigint, p_to bigint)
returns void
language sql
as $$
  insert into public.categories (id, slug, name) values (bench.uuid('category', 0), 'bench', '面馆') on conflict do nothing;
  insert into public.cities (id, slug, name, timezone, currency, lon, lat)
  select bench.uuid('city', n), 'bench-' || n, '镇' || n, 'Asia/Shanghai', 'CNY', (bench.town_place(n))[0], (bench.town_place(n))[1]
  from generate_series(p_from, p_to) n;
  insert into public.zones (city_id, name, area)
  select bench.uuid('city', n), '全镇', extensions.st_multi(extensions.st_makeenvelope(
    (bench.town_place(n))[0] - 0.1, (bench.town_place(n))[1] - 0.1, (bench.town_place(n))[0] + 0.1, (bench.town_place(n))[1] + 0.1, 4326))
  from generate_series(p_from, p_to) n;
  insert into public.rate_cards (id, city_id, currency, reach_meters, starts_at)
  select bench.uuid('card', n), bench.uuid('city', n), 'CNY', 6000, '2026-01-01' from generate_series(p_from, p_to) n;
  insert into public.rate_card_rules (rate_card_id, position, kind, label, amount_cents, from_meters, per_km_cents,
    below_cents, weekdays, starts_at, ends_at, condition, over_grams, per_kg_cents)
  select bench.uuid('card', n), r.*
  from generate_series(p_from, p_to) n
  cross join (values
    (1, 'base'::public.rate_rule_kind, '起步价', 300, null::int, null::bigint, null::bigint, null::int[], null::time, null::time, null, null::int, null::bigint),
    (2, 'distance', '里程费', 0, 2000, 100, null, null, null, null, null, null, null),
    (3, 'amount', '小单', 150, null, null, 2000, null, null, null, null, null, null),
    (4, 'time_window', '夜间', 200, null, null, null, '{0,1,2,3,4,5,6}', '22:00', '06:00', null, null, null),
    (5, 'weather', '雨天', 100, null, null, null, null, null, null, 'rain', null, null),
    (6, 'weight', '超重', 0, null, null, null, null, null, null, null, 5000, 50)) r;
  insert into public.merchants (id, name)
  select bench.uuid('merchant', n), '商户' || n from generate_series(p_from, p_to) n;
  insert into public.promotions (city_id, store_id, kind, name, tiers, status)
  select bench.uuid('city', n), null, 'spend_and_save', '满30减5', '[{"min_cents": 3000, "discount_cents": 500}]', 'published'
  from generate_series(p_from, p_to) n;
$$;

create procedure bench.add_stores(p_from bigint, p_to bigint)
language plpgsql
as $$
begin
  insert into public.stores (id, merchant_id, city_id, category_id, name, lon, lat, delivery_area, is_published, rating_average)
  select bench.uuid('store', n), bench.uuid('merchant', n / 1000), bench.uuid('city', n / 1000), bench.uuid('category', 0),
    '店' || n, p.lon, p.lat,
    -- Every other store draws its area: about 8 km across, with a dent.
    case when n % 2 = 0 then extensions.st_multi(extensions.st_makepolygon(extensions.st_makeline(array[
      extensions.st_point(p.lon - 0.04, p.lat - 0.04, 4326), extensions.st_point(p.lon, p.lat - 0.03, 4326),
      extensions.st_point(p.lon + 0.04, p.lat - 0.04, 4326), extensions.st_point(p.lon + 0.05, p.lat, 4326),
      extensions.st_point(p.lon + 0.04, p.lat + 0.04, 4326), extensions.st_point(p.lon - 0.04, p.lat + 0.04, 4326),
      extensions.st_point(p.lon - 0.04, p.lat - 0.04, 4326)]))) end,
    true, 4
  from generate_series(p_from, p_to) n
  cross join lateral (
    -- Denser towards the middle, as towns are: a random way out in a random direction, 6 km at most.
    select (bench.town_place(n / 1000))[0] + d.r * cos(d.w) as lon, (bench.town_place(n / 1000))[1] + d.r * sin(d.w) as lat
    from (select random() * 0.055 as r, random() * 2 * pi() + n * 0 as w) d) p;
  -- What refresh_store_listings would write of such stores; find_stores does not read the hours themselves.
  insert into private.store_listings (store_id, city_id, category_id, name, timezone, location, delivery_area, rate_card_id, reach_meters,
    open_periods, rating_average, monthly_sales_count, refresh_at)
  select s.id, s.city_id, s.category_id, s.name, 'Asia/Shanghai', s.location, s.delivery_area, bench.uuid('card', n / 1000), 6000, h.open_periods,
    s.rating_average, 0, now() + interval '1 day'
  from generate_series(p_from, p_to) n
  join public.stores s on s.id = bench.uuid('store', n)
  join bench.hours h on h.opens_at = n % 24;
end;
$$;
