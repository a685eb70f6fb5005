-- Dispatch says in which order a rider does their stops; the newest round that knew the rider counts.
begin;
select plan(3);
select tests.make_town();
select tests.paid_order('order');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.order')::uuid, 'accept-1');
select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select is(public.get_rider_home() -> 'tour', '[]'::jsonb, 'nobody has planned anything');
select tests.act_as('service_role');
select set_config('t.tick', public.begin_dispatch_tick(tests.person('zone')) ->> 'tick_id', true);
select public.commit_dispatch_tick(current_setting('t.tick')::uuid, jsonb_build_object(
  'offers', jsonb_build_array(), 'routes', jsonb_build_array(
    jsonb_build_object('rider', tests.person('rider'), 'stops', jsonb_build_array('+a', '-a')))));
select tests.act_as('rider');
select is(public.get_rider_home() -> 'tour', '["+a", "-a"]'::jsonb, 'the rider sees the planned tour');
select tests.act_as('postgres');
select private.keep_tours(jsonb_build_array(
  jsonb_build_object('rider', tests.person('rider'), 'stops', jsonb_build_array('-a'))));
select tests.act_as('rider');
select is(public.get_rider_home() -> 'tour', '["-a"]'::jsonb, 'and what was planned last');
select * from finish();
rollback;
