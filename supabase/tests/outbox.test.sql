-- Messages are leased, come again until they are finished, are given up in the end, and take effect once.
begin;
select plan(15);
select tests.make_town();
select tests.act_as('postgres');
delete from private.outbox_messages;
update public.settings set value = '"http://127.0.0.1:1/outbox"' where key = 'workflow.outbox_webhook_url';
insert into public.settings (key, value) values ('workflow.outbox_webhook_url', '"http://127.0.0.1:1/outbox"') on conflict do nothing;
create function pg_temp.calls()
returns bigint
language sql
security definer
as $$ select count(*) from net.http_request_queue where url = 'http://127.0.0.1:1/outbox' $$;
grant execute on all functions in schema pg_temp to public;

select tests.paid_order('other');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.other')::uuid, 'accept-1');
select tests.act_as('postgres');
delete from private.outbox_messages;
delete from net.http_request_queue;
select tests.act_as('staff');
select public.start_preparing(current_setting('tests.other')::uuid, 'start-01');
select is(pg_temp.calls(), 0::bigint, 'an event that concerns nobody wakes nobody');
select tests.paid_order('order');
select is(pg_temp.calls(), 1::bigint, 'one with messages wakes the workflows once');

select tests.act_as('service_role');
select is((select count(*) from public.claim_outbox_messages(100, 60)), 2::bigint, 'one message for each of the staff');
select is_empty($$ select 1 from public.claim_outbox_messages(100, 60) $$, 'claimed, they are leased');
select tests.act_as('postgres');
update private.outbox_messages set available_at = now();
select set_config('t.message', (select id::text from private.outbox_messages limit 1), true);
select tests.act_as('service_role');
select results_eq($$ select attempts from public.claim_outbox_messages(100, 60) $$, array[2, 2], 'after the lease they come again');
select lives_ok($$ select public.finish_outbox_message(current_setting('t.message')::uuid, 'no answer') $$, 'a failure');
select tests.act_as('postgres');
select is(
  (select (finished_at is null, available_at > now() + interval '10 seconds', last_error)::text
   from private.outbox_messages where id = current_setting('t.message')::uuid), '(t,t,"no answer")', 'waits longer');
update private.outbox_messages set attempt_count = 8 where id = current_setting('t.message')::uuid;
select tests.act_as('service_role');
select public.finish_outbox_message(current_setting('t.message')::uuid, 'still no answer');
select tests.act_as('postgres');
select ok(
  (select finished_at is not null from private.outbox_messages where id = current_setting('t.message')::uuid), 'and is given up after eight tries');

select tests.act_as('service_role');
select public.deliver_notification(current_setting('t.message')::uuid);
select public.deliver_notification(current_setting('t.message')::uuid);
select tests.act_as('postgres');
select is((select count(*) from public.notifications), 1::bigint, 'delivered twice, it is there once');
select is(
  (select user_id::text from public.notifications),
  (select payload ->> 'user_id' from private.outbox_messages where id = current_setting('t.message')::uuid), 'for its reader');
select is(
  (select count(*) from realtime.messages where event = 'notification.created'), 1::bigint, 'who is told once');
select tests.act_as('service_role');
select throws_ok($$ select public.deliver_notification(gen_random_uuid()) $$, 'PT404', 'notification.message_not_found', 'no such message');
select tests.act_as('ops');
select throws_ok($$ select public.claim_outbox_messages() $$, '42501', null, 'the outbox is the workflows'' alone');
select throws_ok($$ select public.deliver_notification(gen_random_uuid()) $$, '42501', null, 'as is its delivery');
select throws_ok($$ select 1 from private.outbox_messages $$, '42501', null, 'and its table');
select * from finish();
rollback;
