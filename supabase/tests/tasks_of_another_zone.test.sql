-- Zones share the riders around them: a round sees all that they have, from whichever zone it came.
begin;
select plan(4);
select tests.make_town();
select tests.paid_order('order');
select tests.paid_order('second');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.order')::uuid, 'accept-1');
select public.accept_order(current_setting('tests.second')::uuid, 'accept-2');
select tests.act_as('rider');
select public.go_online(120.152, 30.272);

select tests.act_as('postgres');
insert into public.zones (id, city_id, name, area)
select 'b0000000-0000-4000-8000-000000000001', city_id, '隔壁', area from public.zones where id = tests.person('zone');
insert into public.dispatch_parameters (zone_id) values ('b0000000-0000-4000-8000-000000000001') on conflict do nothing;
select set_config('t.second', (
  select id::text from public.deliveries where order_id = current_setting('tests.second')::uuid), true);
update public.deliveries set zone_id = 'b0000000-0000-4000-8000-000000000001' where id = current_setting('t.second')::uuid;

create function pg_temp.seen()
returns jsonb
language plpgsql
as $$
declare
  v_tick jsonb;
begin
  perform tests.act_as('service_role');
  v_tick := public.begin_dispatch_tick(tests.person('zone'));
  perform public.commit_dispatch_tick((v_tick ->> 'tick_id')::uuid, jsonb_build_object('offers', jsonb_build_array()));
  perform tests.act_as('postgres');
  return (
    select jsonb_build_object('status', d -> 'status', 'only', d -> 'only_rider_id', 'holder', d -> 'holder_id')
    from jsonb_array_elements(v_tick -> 'deliveries') d where d ->> 'id' = current_setting('t.second'));
end;
$$;

select is(pg_temp.seen(), null, 'what waits next door is that zone''s matter');

select tests.act_as('service_role');
select set_config('t.tick', public.begin_dispatch_tick('b0000000-0000-4000-8000-000000000001') ->> 'tick_id', true);
select public.commit_dispatch_tick(current_setting('t.tick')::uuid, jsonb_build_object('offers', jsonb_build_array(
  jsonb_build_object('delivery_id', current_setting('t.second'), 'rider_id', tests.person('rider')))));
select tests.act_as('postgres');
select is(pg_temp.seen(), jsonb_build_object('status', 'offered', 'only', tests.person('rider'), 'holder', null),
  'what a rider is asked for next door may be theirs in a moment');

select tests.act_as('postgres');
select set_config('t.offer', (select id::text from public.dispatch_offers where status = 'offered'), true);
select tests.act_as('rider');
select public.accept_offer(current_setting('t.offer')::uuid, 'accept-offer-1');
select tests.act_as('postgres');
select is(pg_temp.seen(), jsonb_build_object('status', 'assigned', 'only', tests.person('rider'), 'holder', null),
  'what a rider accepted next door is known here');

select tests.act_as('staff');
select public.mark_order_ready(current_setting('tests.second')::uuid, 'ready-02');
select tests.act_as('rider');
select public.arrive_at_store(current_setting('t.second')::uuid, 'arrive-2');
select public.pick_up_delivery(current_setting('t.second')::uuid, 'pick-up-2');
select tests.act_as('postgres');
select is(pg_temp.seen(), jsonb_build_object('status', 'picked_up', 'only', null, 'holder', tests.person('rider')),
  'and so is what they carry');
select * from finish();
rollback;
