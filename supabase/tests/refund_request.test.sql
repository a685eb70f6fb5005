-- A customer asks money back; the store answers, the platform decides, silence is a yes; each refund goes out once.
begin;
select plan(27);
select tests.make_town();
select tests.act_as('postgres');
insert into auth.users (id, email) values (tests.person('finance'), 'finance@test.linli'), (tests.person('operations'), 'operations@test.linli');
insert into public.ops_members (user_id, role) values (tests.person('finance'), 'finance'), (tests.person('operations'), 'operations');
select tests.delivered_order('order');

create function pg_temp.ask(p_key text, p_lines jsonb default '[]')
returns jsonb
language sql
as $$ select public.request_refund(current_setting('tests.order')::uuid, p_key, 'item_bad', p_lines, '凉了', array[tests.person('customer') || '/a.jpg']) $$;
create function pg_temp.refund()
returns uuid
language sql
as $$ select current_setting('t.refund')::uuid $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('other_customer');
select throws_ok($$ select pg_temp.ask('ask-0000') $$, 'PT404', 'order.not_found', 'a stranger''s order');
select tests.act_as('customer');
select throws_ok(
  $$ select public.request_refund(current_setting('tests.order')::uuid, 'ask-0000', 'sold_out') $$, 'PT422', 'order.reason_unknown', 'not a customer''s reason');
select throws_ok(
  $$ select public.request_refund(current_setting('tests.order')::uuid, 'ask-0000', 'item_bad', '[]', '', '{other/a.jpg}') $$,
  'PT422', 'refund.photo_unknown', 'somebody else''s photo');
select set_config('t.refund', pg_temp.ask('ask-0001', '[{"line_number": 2}]') ->> 'id', true);
select is(pg_temp.ask('ask-0001', '[{"line_number": 2}]') ->> 'id', current_setting('t.refund'), 'a repeat is the same request');
select throws_ok($$ select pg_temp.ask('ask-0002') $$, 'PT409', 'refund.already_open', 'one at a time');
select is((select (status, amount_cents, liable_party)::text from public.refund_requests), '(requested,689,merchant)', 'for what was paid for the tea');

select tests.act_as('other_staff');
select throws_ok($$ select public.answer_refund(pg_temp.refund(), 'answer-00', true) $$, 'PT403', 'store.not_staff', 'another store does not answer');
select is_empty($$ select 1 from public.refund_requests $$, 'or see it');
select tests.act_as('staff');
select throws_ok($$ select public.answer_refund(pg_temp.refund(), 'answer-00', false) $$, 'PT422', 'order.reason_required', 'a no needs a reason');
select is(public.answer_refund(pg_temp.refund(), 'answer-01', false, '是热的') ->> 'status', 'merchant_rejected', 'the store says no');
select tests.act_as('other_customer');
select throws_ok($$ select public.escalate_refund(pg_temp.refund(), 'escalate1') $$, 'PT404', 'refund.not_found', 'only its customer goes on');
select tests.act_as('customer');
select is(public.escalate_refund(pg_temp.refund(), 'escalate1', '不是') ->> 'status', 'escalated', 'the customer goes on');
select throws_ok($$ select public.decide_refund(pg_temp.refund(), 'decide-01', 600, 'rider') $$, 'PT403', 'identity.not_allowed', 'a customer decides nothing');
select tests.act_as('operations');
select throws_ok($$ select public.decide_refund(pg_temp.refund(), 'decide-01', 600, 'rider') $$, 'PT403', 'identity.not_allowed', 'nor do operations');
select tests.act_as('finance');
select throws_ok($$ select public.decide_refund(pg_temp.refund(), 'decide-00', 3501, 'rider') $$, 'PT422', 'refund.above_paid', 'never above paid');
select is(public.decide_refund(pg_temp.refund(), 'decide-01', 600, 'rider', '骑手迟到') ->> 'status', 'refunding', 'finance or support do');
select is(public.decide_refund(pg_temp.refund(), 'decide-01', 600, 'rider', '骑手迟到') ->> 'status', 'refunding', 'once');
select is(
  (select sum(e.amount_cents) from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
   where a.kind = 'rider_payable' and e.purpose = 'refund'), 600::numeric, 'the rider bears it');
select is(
  (select string_agg(command || '>' || to_status, ' ' order by e.id) from public.refund_events e where refund_request_id = pg_temp.refund()),
  'request>requested reject>merchant_rejected escalate>escalated decide>platform_decided start>refunding', 'every step is written down');

select tests.act_as('customer');
select set_config('t.refund', pg_temp.ask('ask-0003') ->> 'id', true);
select is((select amount_cents from public.refund_requests where id = pg_temp.refund()), 2700::bigint,
  'a whole request is what is left of goods and packaging');
select is(public.withdraw_refund(pg_temp.refund(), 'withdraw1') ->> 'status', 'withdrawn', 'taken back');
select set_config('t.refund', pg_temp.ask('ask-0004', '[{"line_number": 1}]') ->> 'id', true);
select tests.act_as('postgres');
select is(private.run_refund_timeouts(), 0, 'the store has time');
update public.refund_requests set due_at = now() where id = pg_temp.refund();
select is(private.run_refund_timeouts(), 1, 'and then it has agreed');
select is((select (status, amount_cents)::text from public.refund_requests where id = pg_temp.refund()), '(refunding,2411)', 'the money goes out');

-- An order that ends takes open requests with it.
select tests.paid_order('ended');
select set_config('tests.order', current_setting('tests.ended'), true);
select tests.act_as('customer');
select is(pg_temp.ask('ask-0005') ->> 'amount_cents', '3500', 'before completion all of it may be asked for');
select public.cancel_order(current_setting('tests.order')::uuid, 'cancel-5', 'changed_mind');
select is(
  (select string_agg(status || ' ' || amount_cents, ', ' order by is_asked) from public.refund_requests where order_id = current_setting('tests.order')::uuid),
  'refunding 3500, withdrawn 3500', 'the money goes back once');
select tests.act_as('postgres');
select is_empty($$ select * from private.check_ledger() $$, 'the books are right');
select * from finish();
rollback;
