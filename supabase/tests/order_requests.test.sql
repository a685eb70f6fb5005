-- After acceptance a customer asks to cancel and the store answers; the store puts off, the customer urges.
begin;
select plan(20);
select tests.make_town();
select tests.paid_order('first');
select tests.act_as('customer');
select throws_ok($$ select public.request_cancel(current_setting('tests.first')::uuid, 'ask-0001', 'changed_mind') $$,
  'PT409', 'order.transition_refused', 'what is not accepted needs no consent');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.first')::uuid, 'accept-1');
select tests.act_as('customer');
select throws_ok($$ select public.cancel_order(current_setting('tests.first')::uuid, 'cancel-1', 'changed_mind') $$,
  'PT409', 'order.transition_refused', 'what is accepted cannot just be cancelled');
select throws_ok($$ select public.request_cancel(current_setting('tests.first')::uuid, 'ask-0001', 'kitchen_problem') $$,
  'PT422', 'order.reason_unknown', 'with a reason of one''s own');
select set_config('t.request', public.request_cancel(current_setting('tests.first')::uuid, 'ask-0002', 'changed_mind') ->> 'id', true);
select throws_ok($$ select public.answer_order_request(current_setting('t.request')::uuid, true, 'answer-1') $$,
  'PT404', 'order.request_not_found', 'nobody answers their own question');
select tests.act_as('other_staff');
select throws_ok($$ select public.answer_order_request(current_setting('t.request')::uuid, true, 'answer-1') $$,
  'PT404', 'order.request_not_found', 'nor another store');
select tests.act_as('postgres');
insert into public.ops_members (user_id, role) values (tests.person('other_customer'), 'finance');
select tests.act_as('other_customer');
select throws_ok($$ select public.answer_order_request(current_setting('t.request')::uuid, true, 'answer-1') $$,
  'PT404', 'order.request_not_found', 'nor ops whose work it is not');
select tests.act_as('clerk');
select is(public.answer_order_request(current_setting('t.request')::uuid, false, 'answer-2') ->> 'status', 'accepted', 'declined, it goes on');
select throws_ok($$ select public.answer_order_request(current_setting('t.request')::uuid, true, 'answer-3') $$,
  'PT409', 'order.request_closed', 'answered once');
select public.start_preparing(current_setting('tests.first')::uuid, 'start-01');
select tests.act_as('customer');
select set_config('t.request', public.request_cancel(current_setting('tests.first')::uuid, 'ask-0003', 'too_long') ->> 'id', true);
select tests.act_as('clerk');
select is(public.answer_order_request(current_setting('t.request')::uuid, true, 'answer-4') ->> 'status', 'cancelled', 'agreed');
select tests.act_as('postgres');
select is((select r.amount_cents from public.refund_requests r where r.order_id = current_setting('tests.first')::uuid), 1750::bigint,
  'what was being made costs half, as the policy says');

select tests.paid_order('second');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.second')::uuid, 'accept-2');
select tests.act_as('customer');
select public.request_cancel(current_setting('tests.second')::uuid, 'ask-0004', 'changed_mind');
select set_config('t.due', (select dropoff_expected_at from public.orders where id = current_setting('tests.second')::uuid)::text, true);
select tests.act_as('staff');
select lives_ok($$ select public.delay_order(current_setting('tests.second')::uuid, 20, 'delay-01') $$, 'put off');
select is(
  (select dropoff_expected_at || '' from public.orders where id = current_setting('tests.second')::uuid),
  (current_setting('t.due')::timestamptz + interval '20 minutes') || '', 'every promise moves');
select is(
  (select d.dropoff_expected_at || '' from public.deliveries d where order_id = current_setting('tests.second')::uuid),
  (current_setting('t.due')::timestamptz + interval '20 minutes') || '', 'the rider''s too');
select throws_ok($$ select public.delay_order(current_setting('tests.second')::uuid, 90, 'delay-02') $$, 'PT422', 'order.delay_invalid', 'an hour at most');
select tests.act_as('customer');
select lives_ok($$ select public.urge_order(current_setting('tests.second')::uuid, 'urge-001') $$, 'urged');
select throws_ok($$ select public.urge_order(current_setting('tests.second')::uuid, 'urge-002') $$, 'PT429', 'order.urged_too_often', 'but not all the time');
select tests.act_as('postgres');
update public.order_requests set due_at = now() where status = 'open';
select is((select count(*) from generate_series(1, 3) where private.end_due_request()), 1::bigint, 'a store that does not answer');
select is((select status::text from public.orders where id = current_setting('tests.second')::uuid), 'cancelled', 'has agreed');
select is((select amount_cents from public.refund_requests where order_id = current_setting('tests.second')::uuid), 3500::bigint, 'and all goes back');
select tests.act_as('customer');
select is(
  public.reorder(current_setting('tests.second')::uuid) #>> '{items,0,product_id}', tests.person('noodles')::text, 'the same again');
select * from finish();
rollback;
