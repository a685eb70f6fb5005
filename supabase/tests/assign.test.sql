-- Ops give a task by hand, also from one rider to another, until the goods have left the store.
begin;
select plan(12);
select tests.make_town();
select tests.paid_order('order');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.order')::uuid, 'accept-1');
select public.mark_order_ready(current_setting('tests.order')::uuid, 'ready-01');
select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select tests.act_as('postgres');
select set_config('t.delivery', (select id::text from public.deliveries), true);

create function pg_temp.assign(p_rider text, p_key text)
returns jsonb
language sql
as $$ select public.assign_delivery(current_setting('t.delivery')::uuid, tests.person(p_rider), p_key) $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('staff');
select throws_ok($$ select pg_temp.assign('rider', 'assign-0') $$, 'PT403', 'identity.not_allowed', 'a store does not choose riders');
select tests.act_as('ops');
select throws_ok($$ select pg_temp.assign('other_rider', 'assign-1') $$, 'PT409', 'dispatch.rider_not_available', 'a rider who is away gets nothing');
select is(pg_temp.assign('rider', 'assign-1') ->> 'status', 'assigned', 'a rider who is there does');
select is(pg_temp.assign('rider', 'assign-1') ->> 'status', 'assigned', 'a repeat gets the first answer');
select tests.act_as('rider');
select is(public.arrive_at_store(current_setting('t.delivery')::uuid, 'arrive-1') ->> 'status', 'arrived_at_store', 'the rider stands in the store');
select throws_ok($$ select public.go_offline() $$, 'PT409', 'rider.has_open_tasks', 'nobody leaves with a task in hand');

select tests.act_as('other_rider');
select public.go_online(120.153, 30.272);
select tests.act_as('ops');
select is(pg_temp.assign('other_rider', 'assign-2') ->> 'rider_id', tests.person('other_rider')::text, 'ops take the task away');
select tests.act_as('rider');
select throws_ok($$ select public.pick_up_delivery(current_setting('t.delivery')::uuid, 'pickup-1') $$, 'PT404', 'delivery.not_found', 'it is the first rider''s no more');
select is(public.arrive_at_store(current_setting('t.delivery')::uuid, 'arrive-1') ->> 'status', 'arrived_at_store',
  'whose outbox still gets its old answer');
select tests.act_as('other_rider');
select public.arrive_at_store(current_setting('t.delivery')::uuid, 'arrive-2');
select is(public.pick_up_delivery(current_setting('t.delivery')::uuid, 'pickup-2') ->> 'status', 'picked_up', 'the second picks it up');
select tests.act_as('ops');
select throws_ok($$ select pg_temp.assign('rider', 'assign-3') $$, 'PT409', 'delivery.transition_refused', 'then it is theirs to the end');
select throws_ok(
  $$ select public.assign_delivery(gen_random_uuid(), tests.person('rider'), 'assign-4') $$, 'PT404', 'delivery.not_found', 'no such task');
select * from finish();
rollback;
