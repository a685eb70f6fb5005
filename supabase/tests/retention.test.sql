-- What nobody needs any more is forgotten after its time, and what never succeeds is not tried for ever.
begin;
select plan(7);
select tests.make_town();
insert into private.outbox_messages (kind, payload, created_at, available_at, attempt_count) values
  ('notify.in_app', '{"n": "old"}', now() - interval '31 days', now() - interval '1 day', 0),
  ('notify.in_app', '{"n": "hopeless"}', now() - interval '1 day', now() - interval '1 minute', 8),
  ('notify.in_app', '{"n": "open"}', now(), now() - interval '1 minute', 7);
insert into public.notifications (user_id, event, title, body, created_at)
select tests.person('customer'), 'test.' || d, 't', 'b', now() - make_interval(days => d) from unnest(array[179, 181]) d;
insert into public.workflow_failures (workflow, execution, message, created_at)
select 'w', d::text, 'm', now() - make_interval(days => d) from unnest(array[89, 91]) d;
select private.run_day();
select is((select count(*) from private.outbox_messages where payload ->> 'n' = 'old'), 0::bigint, 'an unsent message of last month');
select is((select array_agg(event) from public.notifications where event like 'test.%'), array['test.179'], 'notifications');
select is((select array_agg(execution) from public.workflow_failures where workflow = 'w'), array['89'], 'workflow failures');
select tests.act_as('service_role');
select is((select array_agg(payload ->> 'n') from public.claim_outbox_messages() where payload ? 'n'), array['open'], 'eight attempts are enough');
select tests.act_as('postgres');
select lives_ok('select private.forget_job_runs()', 'the owner of the jobs may forget their runs');
insert into private.travel_cache (city_id, from_node, to_node, seconds)
select tests.person('city'), 1, n, 1 from generate_series(2, 4) n;
select private.forget_large_travel_cache(3);
select is((select count(*) from private.travel_cache), 3::bigint, 'a cache within its size stays');
select private.forget_large_travel_cache(2);
select is_empty('select 1 from private.travel_cache', 'one beyond it starts anew');
select * from finish();
rollback;
