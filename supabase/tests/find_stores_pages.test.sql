-- The list goes on after its last row, whatever it is sorted by, and says of each store what the one predicate says.
begin;
select plan(16);
select tests.make_town();
select tests.act_as('postgres');
-- Thirty stores: some at one and the same place, some closed, some with a small area.
insert into public.stores (id, merchant_id, city_id, category_id, name, lon, lat, is_published, rating_average, monthly_sales_count)
select tests.person('store-' || n), tests.person('merchant'), tests.person('city'), tests.person('category'), '店' || n,
  120.15 + (n / 3) * 0.001, 30.27, true, 1 + n % 5, n % 7
from generate_series(1, 30) n;
insert into public.store_hours (store_id, weekday, opens_at, closes_at)
select tests.person('store-' || n), d, '00:00', '24:00' from generate_series(1, 30) n, generate_series(0, 6) d where n % 4 <> 0;
update public.stores set delivery_area = extensions.st_multi(extensions.st_makeenvelope(lon - 0.001, lat - 0.001, lon + 0.001, lat + 0.001, 4326))
where name in ('店9', '店20', '店21');

create function pg_temp.walk(p_sort text, p_size int)
returns text[]
language plpgsql
as $$
declare
  v_names text[] := '{}';
  v_after text;
  v_count int;
begin
  loop
    select v_names || coalesce(array_agg(f.name order by f.line), '{}'), (array_agg(f.page_cursor order by f.line desc))[1], count(*)
    into v_names, v_after, v_count
    from public.find_stores(120.151, 30.2705, p_sort => p_sort, p_limit => p_size, p_after => v_after) with ordinality
      as f (id, city_id, name, translations, category_slug, image_path, lon, lat, rating_average, rating_count, monthly_sales_count,
        preparation_minutes, minimum_order_cents, currency, distance_meters, delivery_fee_cents, estimated_minutes, is_open,
        is_deliverable, promotions, page_cursor, line);
    exit when v_count < p_size;
  end loop;
  return v_names;
end;
$$;
grant execute on all functions in schema pg_temp to public;
select tests.act_as('anon');
select is(cardinality(pg_temp.walk('distance', 100)), 32, 'all stores in one page');
select is(pg_temp.walk('distance', 7), pg_temp.walk('distance', 100), 'by distance: pages of seven are the same list');
select is(pg_temp.walk('distance', 1), pg_temp.walk('distance', 100), 'and pages of one, though places are shared');
select is(pg_temp.walk('rating', 7), pg_temp.walk('rating', 100), 'by rating');
select is(pg_temp.walk('sales', 3), pg_temp.walk('sales', 100), 'by sales');
select throws_ok($$ select * from public.find_stores(120.151, 30.271, p_after => '0/x') $$, 'PT400', 'store.cursor_invalid', 'a cursor that is none');
select ok(
  (select bool_and(is_open and is_deliverable) from (select * from public.find_stores(120.151, 30.2705, p_limit => 20)) f),
  'the first page holds what can be ordered now');
select is(
  (select count(*)::int from public.find_stores(120.151, 30.2705, p_limit => 100) f
   cross join lateral public.check_serviceability(f.id, 'delivery', 120.151, 30.2705) c
   where (f.is_open and f.is_deliverable) <> (c ->> 'is_serviceable')::boolean
     or (f.is_deliverable and f.delivery_fee_cents <> (c ->> 'delivery_fee_cents')::bigint)
     or f.distance_meters <> (c ->> 'distance_meters')::int), 0, 'each row agrees with the predicate: open, area, distance, fee');

select tests.act_as('postgres');
create function pg_temp.first_page()
returns text[]
language sql
as $$ select array_agg(f.name) from public.find_stores(120.151, 30.2705, p_limit => 5) f where f.is_open and f.is_deliverable $$;
select ok('店3' = any (pg_temp.first_page()), 'a near store is on the first page');
update public.stores set closed_until = now() + interval '1 hour' where name = '店3';
select ok('店3' <> all (pg_temp.first_page()), 'not while it is closed');
update public.stores set closed_until = null, rush_until = now() + interval '1 hour', is_rush_delivery_paused = true where name = '店3';
select ok('店3' <> all (pg_temp.first_page()), 'not while it takes no deliveries');
update public.stores set rush_until = null where name = '店3';
select ok('店3' = any (pg_temp.first_page()), 'and then again');
insert into public.store_hour_exceptions (store_id, on_date)
select tests.person('store-3'), d from unnest(array[current_date - 1, current_date, current_date + 1]) d;
select ok('店3' <> all (pg_temp.first_page()), 'not on a date on which it is closed');
delete from public.store_hour_exceptions where store_id = tests.person('store-3');
select ok('店3' = any (pg_temp.first_page()), 'when the date is taken back, again');

-- A card that begins in a minute counts from then on.
insert into public.rate_cards (city_id, version, currency, reach_meters, starts_at) values (tests.person('city'), 2, 'CNY', 10, now() + interval '1 minute');
select is((select max(refresh_at) from private.store_listings), now() + interval '1 minute', 'listings wait for the next card');
update public.rate_cards set starts_at = now() - interval '1 second' where version = 2;
update private.store_listings set refresh_at = now();
select private.refresh_due_listings();
select is(pg_temp.first_page(), null, 'with a reach of ten metres nobody delivers');
select * from finish();
rollback;
