-- Roads are searched once, speeds and kitchens are learnt, and every delivery says when it will be there.
begin;
select plan(20);
select tests.make_town();
insert into private.road_nodes (id, city_id, geom)
select n, tests.person('city'), private.point(120.150 + n * 0.002, 30.271) from generate_series(1, 5) n;
insert into private.road_edges (id, city_id, source_id, target_id, geom, class, is_oneway, length_meters, speed_mps)
select n, tests.person('city'), n, n + 1, extensions.st_makeline(a.geom, b.geom), 'residential', n = 2, 200, 5
from generate_series(1, 4) n
join private.road_nodes a on a.id = n join private.road_nodes b on b.id = n + 1;
select private.fill_travel_cache(tests.person('city'), '{1,2}', '{2,4}');
select is((select jsonb_object_agg(from_node || '>' || to_node, seconds) from private.travel_cache),
  '{"1>2": 40, "1>4": 120, "2>2": 0, "2>4": 80}', 'seconds on the roads');
select private.fill_travel_cache(tests.person('city'), '{1,2,4}', '{1,2,4}');
select is((select seconds from private.travel_cache where from_node = 4 and to_node = 1), -1::real, 'no way against a one-way street');
select is((select seconds from private.travel_cache where from_node = 2 and to_node = 1), 40::real, 'new places are searched backwards too');
update private.road_edges set is_oneway = false where id = 2;
select is((select count(*) from private.travel_cache), 0::bigint, 'another map forgets what was known');

select tests.paid_order('order');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.order')::uuid, 'accept-1');
select tests.act_as('customer');
select ok((public.predict_eta(current_setting('tests.order')::uuid) ->> 'p90_at')::timestamptz
  > (public.predict_eta(current_setting('tests.order')::uuid) ->> 'p50_at')::timestamptz, 'the customer is told a window');
select isnt(public.get_order_page(current_setting('tests.order')::uuid) #>> '{delivery,eta,p90_at}', null, 'on the order''s page');
select tests.act_as('other_customer');
select throws_ok($$ select public.predict_eta(current_setting('tests.order')::uuid) $$, 'PT404', 'order.not_found', 'nobody else');

select tests.act_as('rider');
select public.go_online(120.152, 30.271);
select tests.act_as('service_role');
select set_config('t.snapshot', public.begin_dispatch_tick(tests.person('zone'))::text, true);
select is(current_setting('t.snapshot')::jsonb #>> '{travel,source}', 'road', 'a round rides on roads');
select is((current_setting('t.snapshot')::jsonb #>> '{travel,guessed_count}')::int, 0, 'without a guess');
select is(
  jsonb_array_length(current_setting('t.snapshot')::jsonb #> '{travel,table,0}'),
  jsonb_array_length(current_setting('t.snapshot')::jsonb -> 'places'), 'between all places');
select tests.act_as('postgres');
delete from private.dispatch_leases;
insert into private.travel_legs (delivery_id, zone_id, hour, expected_seconds, actual_seconds)
select d.id, d.zone_id, extract(hour from now() at time zone 'Asia/Shanghai')::int, 100, 150
from public.deliveries d, generate_series(1, 200);
insert into private.eta_predictions (delivery_id, stage, zone_id, raw_at, p50_at, p90_at, actual_at)
select id, 1, zone_id, now(), now(), now() + interval '5 minutes', now() + interval '4 minutes' from public.deliveries;
select private.learn_from_deliveries();
select is(round(private.speed_factor(tests.person('zone'))::numeric, 2), 1.49, 'the hour is slower than the map');
insert into private.learnt_quantiles (kind, subject_id, hour, band, p50_seconds, p90_seconds, sample_count) values
  ('eta_error', tests.person('zone'), -1, 0, 120, 400, 100), ('eta_error', tests.person('city'), -1, 0, 60, 300, 50),
  ('preparation', tests.person('store'), -1, -1, 1500, 2400, 3);
select results_eq(
  $$ select p50_at - now(), p90_at - now() from private.eta_window(tests.person('zone'), 0, now()) $$,
  $$ values (interval '120 seconds', interval '400 seconds') $$, 'the window is as wide as the errors were');
update private.learnt_quantiles set sample_count = 99 where kind = 'eta_error' and subject_id = tests.person('zone');
select results_eq(
  $$ select p50_at - now(), p90_at - now() from private.eta_window(tests.person('zone'), 0, now()) $$,
  $$ values (interval '60 seconds', interval '300 seconds') $$, 'while a zone has few, as those of its city');
select is(
  array[private.food_at(now() - interval '1 minute', now(), 14, now()), private.food_at(null, now() - interval '9 minutes', 14, now()),
    private.food_at(null, now() + interval '9 minutes', 14, now())],
  array[now() - interval '1 minute', now() + interval '2 minutes', now() + interval '9 minutes'],
  'packed is packed; an overdue kitchen needs a seventh of its time more; else what it said counts');
select is(private.predict_ready_at(o), null, 'three dishes teach nothing') from public.orders o;
insert into private.learnt_quantiles (kind, subject_id, hour, band, p50_seconds, p90_seconds, sample_count) values
  ('preparation_excess', tests.person('city'), -1, -1, 120, 300, 30);
select is(private.predict_ready_at(o) - o.preparation_expected_at, interval '2 minutes', 'but the kitchens of the city may')
from public.orders o;
update private.learnt_quantiles set sample_count = 30 where kind = 'preparation';
select is(private.predict_ready_at(o) - o.accepted_at, interval '25 minutes', 'thirty do') from public.orders o;

select tests.act_as('ops');
select is(
  (select c - 'zone_name' - 'zone_id' from jsonb_array_elements(
    public.get_eta_calibration(tests.person('city'), now() - interval '1 hour', now() + interval '1 hour')) c),
  '{"stage": 1, "count": 1, "held_p90_share": 1.0000, "held_p50_share": 0.0000, "mean_error_seconds": 240, "mean_width_seconds": 300}',
  'ops see how often promises held');
select tests.act_as('staff');
select throws_ok($$ select public.get_eta_calibration(tests.person('city'), now(), now()) $$, 'PT403', 'identity.not_allowed', 'ops only');
select public.delay_order(current_setting('tests.order')::uuid, 10, 'delay-it');
select tests.act_as('postgres');
select ok((select eta_p50_at > promised_p90_at - interval '20 minutes' and eta_p90_at <> promised_p90_at from public.deliveries), 'a delay moves the window, not the promise');
select * from finish();
rollback;
