-- Settled money is paid out once: requested by its party, sent by finance or the provider, owed again when it fails.
begin;
select plan(34);
select tests.make_town();
select tests.delivered_order('order');
select tests.act_as('service_role');
select public.run_settlement((now() at time zone 'Asia/Shanghai')::date);
select tests.act_as('postgres');

create function pg_temp.ask(p_cents bigint, p_key text)
returns jsonb
language sql
as $$ select public.request_payout('merchant', tests.person('merchant'), p_cents, p_key) $$;
create function pg_temp.owed()
returns text
language sql
as $$ select (b ->> 'balance_cents') || ' ' || (b ->> 'available_cents') || ' ' || (b ->> 'pending_cents')
      from public.get_payout_balance('merchant', tests.person('merchant')) b $$;
create function pg_temp.cash()
returns bigint
language sql security definer
as $$ select coalesce(sum(private.account_balance(a.id)), 0)::bigint from public.ledger_accounts a where a.kind = 'cash_in_transit' $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('clerk');
select throws_ok($$ select pg_temp.ask(100, 'payout-000') $$, 'PT403', 'identity.not_allowed', 'a clerk withdraws nothing');
select tests.act_as('other_staff');
select throws_ok($$ select pg_temp.owed() $$, 'PT403', 'identity.not_allowed', 'another merchant sees no balance');
select tests.act_as('staff');
select is(pg_temp.owed(), '3060 3060 0', 'what the statement says');
select throws_ok($$ select pg_temp.ask(1000, 'payout-000') $$, 'PT409', 'payout.account_missing', 'to whom?');
select throws_ok(
  $$ select public.set_payout_account('merchant', tests.person('merchant'), '张三', '工商银行', '12') $$, 'PT422', 'payout.account_invalid', 'no number');
select is(
  public.set_payout_account('merchant', tests.person('merchant'), '张三', '工商银行', '6222 0200 1234 5678') ->> 'account_masked', '****5678', 'masked');
select throws_ok($$ select pg_temp.ask(99, 'payout-000') $$, 'PT422', 'payout.amount_invalid', 'too little');
select throws_ok($$ select pg_temp.ask(3061, 'payout-000') $$, 'PT409', 'payout.above_balance', 'too much');
select set_config('t.one', pg_temp.ask(2000, 'payout-001') ->> 'id', true);
select is(pg_temp.ask(2000, 'payout-001') ->> 'id', current_setting('t.one'), 'a repeat is the same payout');
select is(pg_temp.owed(), '1060 1060 2000', 'and takes the money once');
select set_config('t.two', pg_temp.ask(500, 'payout-002') ->> 'id', true);
select is(public.cancel_payout(current_setting('t.two')::uuid, 'cancel-02') ->> 'status', 'cancelled', 'taken back');
select throws_ok(
  $$ select public.approve_payout(current_setting('t.one')::uuid, 'approve-1') $$, 'PT403', 'identity.not_allowed', 'nobody approves the own payout');

select tests.act_as('ops');
select throws_ok(
  $$ select public.mark_payout_paid(current_setting('t.one')::uuid, 'paid-0001', 'B1') $$, 'PT409', 'payout.transition_refused', 'approved first');
select is(public.approve_payout(current_setting('t.one')::uuid, 'approve-1') ->> 'method', 'manual', 'by hand');
select is(public.reveal_payout_account(current_setting('t.one')::uuid) ->> 'account_number', '6222020012345678', 'finance reads where to');
select throws_ok(
  $$ select public.mark_payout_paid(current_setting('t.one')::uuid, 'paid-0001', '') $$, 'PT422', 'payout.reference_required', 'with the bank''s reference');
select is(pg_temp.cash(), -2000::bigint, 'until then it is in transit');
select is(public.mark_payout_paid(current_setting('t.one')::uuid, 'paid-0001', 'B1') ->> 'status', 'paid', 'paid');
select is(pg_temp.cash(), 0::bigint, 'and has left us');
select throws_ok(
  $$ select public.cancel_payout(current_setting('t.one')::uuid, 'cancel-01') $$, 'PT409', 'payout.transition_refused', 'what is paid is paid');
select is(public.fail_payout(current_setting('t.one')::uuid, 'fail-0001', '账户不存在') ->> 'status', 'failed', 'the bank sent it back');
select tests.act_as('staff');
select is(pg_temp.owed(), '3060 3060 0', 'it is owed again');

select set_config('t.three', pg_temp.ask(3060, 'payout-003') ->> 'id', true);
select tests.act_as('ops');
select public.approve_payout(current_setting('t.three')::uuid, 'approve-3', 'provider');
select tests.act_as('service_role');
select is((select account_number || ' ' || amount_cents || ' ' || attempt_count from public.claim_payouts()), '6222020012345678 3060 1', 'the provider is asked');
select is_empty($$ select 1 from public.claim_payouts() $$, 'by one at a time');
select throws_ok($$ select public.record_payout_event((select out_payout_no from public.payouts where status = 'processing'), 'p-0', 'paid', 1) $$,
  'PT422', 'payment.amount_mismatch', 'another amount is not ours');
select set_config('t.no', (select out_payout_no from public.payouts where status = 'processing'), true);
select is(public.record_payout_event(current_setting('t.no'), 'p-1', 'paid', 3060, 'X1') ->> 'status', 'paid', 'it says paid');
select is(public.record_payout_event(current_setting('t.no'), 'p-1', 'paid', 3060, 'X1') ->> 'is_duplicate', 'true', 'twice');

select public.record_payout_event(current_setting('t.no'), 'p-2', 'failed', 3060);
select is(public.record_payout_event(current_setting('t.no'), 'p-3', 'paid', 3060, 'X1') ->> 'status', 'paid', 'sent back and paid after all');
select results_eq($$ select from_status::text from public.payout_events where provider_event_id = 'p-3' $$, array['failed'], 'which its events tell');
select tests.act_as('staff');
select is(pg_temp.owed(), '0 0 0', 'what left us is not owed again');
select is(pg_temp.cash(), 0::bigint, 'and nothing is in transit');

-- A refund after the payout leaves a debt that the next statement carries.
select tests.act_as('postgres');
select private.refund_part(current_setting('tests.order')::uuid, null, 'cold', 'merchant', '[{"line_number": 2}]');
select tests.act_as('staff');
select is(pg_temp.owed(), '-680 0 0', 'the merchant owes us');
select tests.act_as('postgres');
alter table public.ledger_transactions disable trigger ledger_transactions_append_only;
update public.ledger_transactions set event_at = event_at - interval '1 day' where kind = 'refund_borne';
alter table public.settlement_statements disable trigger settlement_statements_append_only;
update public.settlement_statements set period_on = period_on - 2;
select public.run_settlement() from (select tests.act_as('service_role')) one;
select tests.act_as('postgres');
select results_eq(
  $$ select opening_cents, net_cents from public.settlement_statements where party = 'merchant' order by period_on $$,
  $$ values (0::bigint, 3060::bigint), (0, -680) $$, 'the correction is on the next statement');
select is_empty($$ select * from private.check_ledger() $$, 'the books are right');
select * from finish();
rollback;
