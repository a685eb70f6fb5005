-- A merchant is warned or fined, appeals, and ops decide; a fine is in the next settlement, and so is its return.
begin;
select plan(28);
select tests.make_town();
select tests.act_as('postgres');
insert into auth.users (id, email) values (tests.person('finance'), 'finance@test.linli');
insert into public.ops_members (user_id, role) values (tests.person('finance'), 'finance');
select set_config('t.today', ((now() at time zone 'Asia/Shanghai')::date)::text, true);
create function pg_temp.fine(p_key text, p_amount bigint default 3000) returns jsonb language sql
as $$ select public.issue_penalty(tests.person('merchant'), 'fine', 'food_safety', '顾客投诉附照片', p_key, p_amount) $$;
create function pg_temp.penalty() returns uuid language sql as $$ select current_setting('t.penalty')::uuid $$;
create function pg_temp.settled(p_on date) returns text language sql as $$
  select string_agg(l.purpose || ' ' || l.amount_cents, ' ' order by l.ledger_entry_id)
  from public.settlement_lines l join public.settlement_statements s on s.id = l.statement_id
  where s.period_on = p_on and s.party = 'merchant' $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('staff');
select throws_ok($$ select pg_temp.fine('fine-000') $$, 'PT403', 'identity.not_allowed', 'a merchant fines nobody');
select tests.act_as('finance');
select throws_ok($$ select pg_temp.fine('fine-000') $$, 'PT403', 'identity.not_allowed', 'nor does finance');
select tests.act_as('ops');
select throws_ok($$ select pg_temp.fine('fine-000', 0) $$, 'PT422', 'penalty.amount_invalid', 'a fine is money');
select throws_ok($$ select pg_temp.fine('fine-000', 500001) $$, 'PT422', 'penalty.amount_invalid', 'up to the highest');
select throws_ok($$ select public.issue_penalty(tests.person('merchant'), 'warning', 'food_safety', 'x', 'fine-000', 5) $$,
  'PT422', 'penalty.amount_invalid', 'a warning costs nothing');
select throws_ok($$ select public.issue_penalty(tests.person('merchant'), 'fine', 'sold_out', 'x', 'fine-000', 5) $$,
  'PT422', 'order.reason_unknown', 'for a reason of penalties');
select throws_ok($$ select public.issue_penalty(tests.person('merchant'), 'fine', 'food_safety', ' ', 'fine-000', 5) $$,
  'PT422', 'penalty.note_required', 'with what happened');
select throws_ok($$ select public.issue_penalty(tests.person('merchant'), 'fine', 'food_safety', 'x', 'fine-000', 5, tests.person('other_store')) $$,
  'PT422', 'penalty.store_required', 'not for another merchant''s store');
select set_config('t.penalty', pg_temp.fine('fine-001') ->> 'id', true);
select is(pg_temp.fine('fine-001') ->> 'id', current_setting('t.penalty'), 'a repeat is the same fine');
select is(
  (select string_agg(a.kind || ' ' || e.purpose || ' ' || e.amount_cents, ', ' order by e.id) from public.ledger_entries e
   join public.ledger_accounts a on a.id = e.account_id),
  'merchant_payable penalty 3000, adjustments penalty -3000', 'posted once, from merchant to platform');
select public.issue_penalty(tests.person('merchant'), 'warning', 'many_rejections', '拒单率 30%', 'warn-001', p_store_id => tests.person('store'));
select is((select count(*) from public.ledger_transactions), 1::bigint, 'a warning moves no money');
select public.run_settlement(current_setting('t.today')::date);
select is(pg_temp.settled(current_setting('t.today')::date), 'penalty -3000', 'it is a line of the next statement');
select is((select (deducted_cents, net_cents, order_count)::text from public.settlement_statements), '(3000,-3000,0)', 'and deducted');

select tests.act_as('other_staff');
select is_empty($$ select 1 from public.merchant_penalties $$, 'other merchants do not see it');
select throws_ok($$ select public.appeal_penalty(pg_temp.penalty(), '不属实', 'appeal-0') $$, 'PT403', 'store.not_manager', 'or appeal');
select tests.act_as('clerk');
select throws_ok($$ select public.appeal_penalty(pg_temp.penalty(), '不属实', 'appeal-0') $$, 'PT403', 'store.not_manager', 'a clerk neither');
select tests.act_as('staff');
select is((select count(*) from public.merchant_penalties), 2::bigint, 'the manager sees both');
select throws_ok($$ select public.appeal_penalty(pg_temp.penalty(), '', 'appeal-0') $$, 'PT422', 'penalty.note_required', 'an appeal has words');
select is(public.appeal_penalty(pg_temp.penalty(), '照片不是本店', 'appeal-1') ->> 'status', 'appealed', 'and appeals');
select throws_ok($$ select public.appeal_penalty(pg_temp.penalty(), '再看看', 'appeal-2') $$, 'PT409', 'penalty.transition_refused', 'once');
select tests.act_as('ops');
select is(public.uphold_penalty(pg_temp.penalty(), '已核实', 'uphold-1') ->> 'status', 'upheld', 'ops uphold it');
select is(public.withdraw_penalty(pg_temp.penalty(), '误判', 'withdraw') ->> 'status', 'withdrawn', 'or see that they were wrong');
select throws_ok($$ select public.withdraw_penalty(pg_temp.penalty(), '误判', 'withdra2') $$, 'PT409', 'penalty.transition_refused', 'once');
select is((select sum(e.amount_cents) from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
  where a.kind = 'merchant_payable'), 0::numeric, 'the fine is given back');
select tests.act_as('postgres');
-- Only a test may move statements: as if the first were yesterday's.
alter table public.settlement_statements disable trigger settlement_statements_append_only;
update public.settlement_statements set period_on = period_on - 1;
alter table public.settlement_statements enable trigger settlement_statements_append_only;
select tests.act_as('service_role');
select public.run_settlement(current_setting('t.today')::date);
select is(pg_temp.settled(current_setting('t.today')::date), 'penalty 3000', 'in a line of the statement after');
select tests.act_as('postgres');
update public.merchant_penalties set appeal_due_at = now() - interval '1 second' where kind = 'warning';
select tests.act_as('staff');
select throws_ok($$ select public.appeal_penalty((select id from public.merchant_penalties where kind = 'warning'), 'x', 'appeal-3') $$,
  'PT409', 'penalty.appeal_too_late', 'not after the days');
select tests.act_as('postgres');
select is((select string_agg(payload ->> 'event', ' ' order by payload ->> 'event') from private.outbox_messages where payload ->> 'event' like 'penalty.%'),
  'penalty.decided penalty.decided penalty.issued penalty.issued', 'the manager is told');
select is((select string_agg(command, ' ' order by id) from public.penalty_events where penalty_id = pg_temp.penalty()),
  'issue appeal uphold withdraw', 'every step is written down');
select * from finish();
rollback;
