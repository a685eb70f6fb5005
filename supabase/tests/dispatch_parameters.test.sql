-- What ops set for a zone is checked and remembered; an incident mode changes it for a while and ends by itself.
begin;
select plan(14);
select tests.make_town();
select tests.act_as('ops');
select is((select commit_lead_seconds from public.dispatch_parameters), 160, 'a zone is made with its parameters');
select throws_ok($$ update public.dispatch_parameters set commit_lead_seconds = 20 $$, 'PT422', 'dispatch.parameter_invalid', 'nobody can answer after they should have left');
select throws_ok($$ update public.dispatch_parameters set weights = '{"speed": 3}' $$, 'PT422', 'dispatch.parameter_invalid', 'a weight that the engine does not know');
select throws_ok($$ update public.dispatch_parameters set weights = '{"mixCost": -1}' $$, 'PT422', 'dispatch.parameter_invalid', 'a weight below nothing');
select throws_ok($$ update public.dispatch_parameters set search_steps = 100000 $$, '23514', null, 'a search without end');
select lives_ok($$ update public.dispatch_parameters set weights = '{"mixCost": 60}', grab_after_seconds = 90 $$, 'what makes sense is kept');
select results_eq(
  $$ select changed_by, before, after from public.dispatch_parameter_changes $$,
  $$ values (tests.person('ops'), '{"weights": {}, "grab_after_seconds": 180}'::jsonb, '{"weights": {"mixCost": 60}, "grab_after_seconds": 90}'::jsonb) $$,
  'with who changed what');
update public.zones set max_in_hand = 4;
select is((select after from public.dispatch_parameter_changes order by id desc limit 1), '{"max_in_hand": 4}', 'also a limit of the zone itself');

select throws_ok(
  $$ select public.start_incident_mode(tests.person('zone'), 'rain', 60, '{"travel_factor": 9}', 'rain-bad') $$,
  'PT422', 'dispatch.parameter_invalid', 'rain does not stop the world');
select public.start_incident_mode(tests.person('zone'), 'rain', 60,
  '{"travel_factor": 1.5, "extra_promise_minutes": 10, "extra_in_hand": 2, "radius_factor": 0.5}', 'rain-one');
select tests.act_as('postgres');
select is(
  (select private.dispatch_settings(tests.person('zone')) - 'weights' @> '{"mode": "rain", "max_in_hand": 6, "radius_meters": 2500, "travel_factor": 1.5}'),
  true, 'in rain riders take more from nearer by');
select is(private.speed_factor(tests.person('zone')), 1.5::double precision, 'and ride slower');
select tests.paid_order('order');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.order')::uuid, 'accept-1');
select tests.act_as('postgres');
select is(
  (select d.dropoff_expected_at - o.dropoff_expected_at from public.deliveries d join public.orders o on o.id = d.order_id),
  interval '10 minutes', 'more is promised');
update public.incident_modes set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 minute';
select is(private.dispatch_settings(tests.person('zone')) ->> 'mode', null, 'it ends by itself');
select is((private.dispatch_settings(tests.person('zone')) ->> 'max_in_hand')::int, 4, 'and all is as before');
select * from finish();
rollback;
