-- The board of ops: who could take a task and why not, times moved, a task taken back, what a delivery would pay.
begin;
select plan(22);
select tests.make_town();
select tests.paid_order('order');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.order')::uuid, 'accept-1');
select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select tests.act_as('other_rider');
select public.go_online(120.190, 30.310);
select tests.act_as('postgres');
select set_config('t.delivery', (select id::text from public.deliveries), true);
update public.zones set radius_meters = 2000;

select tests.act_as('staff');
select throws_ok($$ select public.list_delivery_candidates(current_setting('t.delivery')::uuid) $$, 'PT403', 'identity.not_allowed', 'candidates are for ops');
select throws_ok($$ select public.adjust_delivery(current_setting('t.delivery')::uuid, 5, 5, 'adjust-0') $$, 'PT403', 'identity.not_allowed', 'so are times');
select throws_ok($$ select public.take_back_delivery(current_setting('t.delivery')::uuid, false, 'back-000') $$, 'PT403', 'identity.not_allowed', 'and taking back');
select tests.act_as('ops');
select throws_ok($$ select public.list_delivery_candidates(gen_random_uuid()) $$, 'PT404', 'delivery.not_found', 'no such task');
select results_eq(
  $$ select (c ->> 'rider_id')::uuid, c -> 'obstacles' from jsonb_array_elements(
       public.list_delivery_candidates(current_setting('t.delivery')::uuid)) c $$,
  $$ values (tests.person('rider'), '[]'::jsonb), (tests.person('other_rider'), '["far"]') $$,
  'who is at the door first comes first, with what stands against it');
select public.override_delivery(current_setting('t.delivery')::uuid,
  jsonb_build_object('exclude_rider_ids', jsonb_build_array(tests.person('rider'))), 'exclude-1');
select is(public.list_delivery_candidates(current_setting('t.delivery')::uuid) #> '{0,obstacles}', '["excluded"]', 'an excluded rider is marked');
select is(public.get_ops_map(tests.person('city')) #> '{orders,0,delivery,excluded_rider_ids}', jsonb_build_array(tests.person('rider')), 'on the map too');

select set_config('t.before', (select jsonb_build_object('dropoff_expected_at', dropoff_expected_at, 'preparation_expected_at', preparation_expected_at)::text from public.orders where id = current_setting('tests.order')::uuid), true);
select is(
  (public.adjust_delivery(current_setting('t.delivery')::uuid, 5, 10, 'adjust-1') ->> 'dropoff_expected_at')::timestamptz
    - (current_setting('t.before')::jsonb ->> 'dropoff_expected_at')::timestamptz, interval '10 minutes', 'the promise moves');
select is(
  public.adjust_delivery(current_setting('t.delivery')::uuid, 5, 10, 'adjust-1') ->> 'id', current_setting('t.delivery'), 'a repeat changes nothing');
select is(o.preparation_expected_at - (current_setting('t.before')::jsonb ->> 'preparation_expected_at')::timestamptz, interval '5 minutes', 'so does the kitchen')
from public.orders o where o.id = current_setting('tests.order')::uuid;
select throws_ok($$ select public.adjust_delivery(current_setting('t.delivery')::uuid, 61, 0, 'adjust-2') $$, 'PT422', 'dispatch.adjustment_invalid', 'by an hour at most');
select throws_ok($$ select public.adjust_delivery(current_setting('t.delivery')::uuid, 0, -60, 'adjust-3') $$, 'PT422', 'dispatch.adjustment_invalid', 'no promise of the past');

select throws_ok($$ select public.take_back_delivery(current_setting('t.delivery')::uuid, false, 'back-001') $$, 'PT409', 'delivery.transition_refused', 'nobody has it');
select public.assign_delivery(current_setting('t.delivery')::uuid, tests.person('other_rider'), 'assign-1');
select is(public.take_back_delivery(current_setting('t.delivery')::uuid, true, 'back-002') ->> 'status', 'unassigned', 'a task comes back');
select is(
  (select count(*) from jsonb_array_elements(public.list_delivery_candidates(current_setting('t.delivery')::uuid)) c
   where c -> 'obstacles' ? 'excluded'), 2::bigint, 'and does not go there again');
select public.assign_delivery(current_setting('t.delivery')::uuid, tests.person('rider'), 'assign-2');
select tests.act_as('staff');
select public.mark_order_ready(current_setting('tests.order')::uuid, 'ready-01');
select tests.act_as('rider');
select public.arrive_at_store(current_setting('t.delivery')::uuid, 'arrive-1');
select public.pick_up_delivery(current_setting('t.delivery')::uuid, 'pickup-1');
select tests.act_as('ops');
select throws_ok($$ select public.take_back_delivery(current_setting('t.delivery')::uuid, false, 'back-003') $$, 'PT409', 'delivery.transition_refused', 'goods under way are not taken back');
select throws_ok($$ select public.adjust_delivery(current_setting('t.delivery')::uuid, 5, 0, 'adjust-4') $$, 'PT409', 'delivery.transition_refused', 'nor made later by the kitchen');
select tests.act_as('rider');
select public.report_incident(current_setting('t.delivery')::uuid, 'address_wrong', 'incident-1');
select tests.act_as('ops');
select is(public.get_ops_map(tests.person('city')) #>> '{orders,0,delivery,incident,reason_code}', 'address_wrong', 'an incident shows on the map');
select public.resolve_delivery(current_setting('t.delivery')::uuid, 'fail', 'fail-001');
select is(jsonb_array_length(public.get_ops_map(tests.person('city')) -> 'returns'), 1, 'what failed has to go back');

insert into public.rider_pay_rules (zone_id, kind, label, amount_cents, mode) values (tests.person('zone'), 'weather', '雨天', 200, 'rain');
select is(jsonb_array_length(public.preview_rider_pay(tests.person('zone'), 2300, now())), 2, 'base and distance are paid');
select is(public.preview_rider_pay(tests.person('zone'), 2300, now(), 'rain') #>> '{2,label}', '雨天', 'and what rain would add');
select tests.act_as('postgres');
update private.eta_predictions set actual_at = p90_at - interval '1 second' where stage = 0;
select tests.act_as('ops');
select is(
  public.get_eta_calibration_days(tests.person('city'), now() - interval '1 day', now() + interval '1 day') #>> '{0,held_p90_count}',
  '1', 'what held is counted by day');
select * from finish();
rollback;
