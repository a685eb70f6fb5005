-- A rider with nothing to do is told where orders will come from, until the town is another one.
begin;
select plan(7);
select tests.make_town();
select tests.paid_order('order');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.order')::uuid, 'accept-1');
select tests.act_as('rider');
select public.go_online(120.152, 30.280);
select tests.act_as('service_role');
select set_config('t.snapshot', public.begin_dispatch_tick(tests.person('zone'))::text, true);
select ok(current_setting('t.snapshot')::jsonb -> 'demand' @> jsonb_build_array(jsonb_build_object('store_id', tests.person('store'))),
  'a round knows which stores are busy');
select public.commit_dispatch_tick((current_setting('t.snapshot')::jsonb ->> 'tick_id')::uuid, jsonb_build_object(
  'offers', '[]'::jsonb, 'held', '[]'::jsonb, 'etas', '[]'::jsonb, 'routes', '[]'::jsonb, 'waiting',
  jsonb_build_array(jsonb_build_object('rider_id', tests.person('rider'), 'store_id', tests.person('store'), 'saves_seconds', 240))));
select tests.act_as('rider');
select is(public.get_rider_home() #>> '{waiting_place,saves_seconds}', '240', 'the rider sees where to wait');
select isnt(public.get_rider_home() #>> '{waiting_place,name}', null, 'by the name of the store');
select tests.act_as('postgres');
update private.waiting_hints set created_at = now() - interval '20 minutes';
select tests.act_as('rider');
select is(public.get_rider_home() -> 'waiting_place', 'null'::jsonb, 'advice grows old');
select tests.act_as('postgres');
update private.waiting_hints set created_at = now();
update public.riders r set lon = s.lon, lat = s.lat from public.stores s
where r.id = tests.person('rider') and s.id = tests.person('store');
select tests.act_as('rider');
select is(public.get_rider_home() -> 'waiting_place', 'null'::jsonb, 'who is there needs none');
select tests.act_as('other_rider');
select is(public.get_rider_home() -> 'waiting_place', 'null'::jsonb, 'nor does anybody else see it');
select tests.act_as('postgres');
select private.keep_waiting_hints(current_setting('t.snapshot')::jsonb, '[]');
select is_empty($$ select 1 from private.waiting_hints $$, 'a round that names nobody takes it back');
select * from finish();
rollback;
