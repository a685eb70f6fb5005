-- A service at the customer's place is sold where the store goes, at the quote and when it is placed.
begin;
select plan(6);
select tests.make_town();
insert into public.products (id, store_id, section_id, kind, name, price_cents) values
  (tests.person('repair'), tests.person('store'), tests.person('section'), 'service', '空调清洗', 9000);
insert into public.service_items (product_id, store_id, duration_minutes) values (tests.person('repair'), tests.person('store'), 90);
create function pg_temp.quote() returns uuid language sql as $$
  select (public.quote_order(tests.person('store'), jsonb_build_array(jsonb_build_object('product_id', tests.person('repair'), 'quantity', 1)),
    'on_site', tests.person('home'), 0, (
      select starts_at from public.list_slots(tests.person('store'), 'on_site', (now() at time zone 'Asia/Shanghai')::date + 1)
      order by 1 offset 20 limit 1)) ->> 'id')::uuid $$;
create function pg_temp.go_to(p_west float, p_south float, p_east float, p_north float) returns void language sql security definer as $$
  update public.stores set delivery_area = extensions.st_multi(extensions.st_makeenvelope(p_west, p_south, p_east, p_north, 4326))
  where id = tests.person('store') $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select lives_ok($$ select pg_temp.quote() $$, 'near enough');
select pg_temp.go_to(120.14, 30.26, 120.155, 30.28);
select throws_ok($$ select pg_temp.quote() $$, 'PT422', 'store.out_of_area', 'the home is not in its area');
select is(public.check_serviceability(tests.person('store'), 'on_site') ->> 'reason', null, 'without an address it is only asked whether the store serves');
select pg_temp.go_to(120.14, 30.26, 120.17, 30.28);
select set_config('t.quote', pg_temp.quote()::text, true);
select pg_temp.go_to(120.14, 30.26, 120.155, 30.28);
select throws_ok($$ select public.place_order(current_setting('t.quote')::uuid, 'place-01') $$, 'PT422', 'store.out_of_area', 'the area changed since the quote');
select tests.act_as('postgres');
update public.stores set delivery_area = null where id = tests.person('store');
update public.settings set value = '500' where key = 'booking.reach_meters';
select tests.act_as('customer');
select throws_ok($$ select pg_temp.quote() $$, 'PT422', 'store.out_of_area', 'a store without an area goes so far');
select tests.act_as('postgres');
update public.settings set value = '5000' where key = 'booking.reach_meters';
select tests.act_as('customer');
select lives_ok($$ select public.place_order(current_setting('t.quote')::uuid, 'place-02') $$, 'and the quote is good again');
select * from finish();
rollback;
