-- A cancelled, paid order goes back whole and once; the ledger ends where it began.
begin;
select plan(14);
select tests.make_town();
select tests.paid_order('order');
select tests.act_as('customer');
select is(
  public.cancel_order(current_setting('tests.order')::uuid, 'cancel-01', 'changed_mind') ->> 'status', 'cancelled', 'cancelled');
select is((select (status, amount_cents)::text from public.refund_requests), '(refunding,3500)', 'the whole amount is on its way');

select tests.act_as('service_role');
select set_config('t.out_trade_no', (select out_trade_no from public.payments), true);
select set_config('t.out_refund_no', (select out_refund_no from public.claim_refunds(10)), true);
select is_empty($$ select 1 from public.claim_refunds(10) $$, 'a claimed refund is leased');

create function pg_temp.told(p_event text, p_kind text, p_amount bigint)
returns jsonb
language sql
as $$
  select public.record_payment_event('wechat_pay', p_event, p_kind, current_setting('t.out_trade_no'), null, p_amount, now(),
    jsonb_build_object('out_refund_no', current_setting('t.out_refund_no')));
$$;
grant execute on all functions in schema pg_temp to public;
select throws_ok($$ select pg_temp.told('r-0', 'refunded', 3499) $$, 'PT422', 'payment.amount_mismatch', 'another amount is not ours');
select is(pg_temp.told('r-1', 'refund_failed', 3500) ->> 'status', 'captured', 'a failed try changes no money');
select is(pg_temp.told('r-2', 'refunded', 3500) ->> 'status', 'refunded', 'the provider confirms');
select is(pg_temp.told('r-2', 'refunded', 3500) ->> 'is_duplicate', 'true', 'the same event again');
select is(pg_temp.told('r-3', 'refunded', 3500) ->> 'is_duplicate', 'true', 'the same refund in another event');
select throws_ok(
  $$ select public.record_payment_event('wechat_pay', 'r-4', 'refunded', current_setting('t.out_trade_no'), null, 1, now(), '{"out_refund_no": "x"}') $$,
  'PT404', 'refund.not_found', 'a refund that nobody asked for');
select throws_ok($$ select pg_temp.told('r-5', 'stolen', 1) $$, 'PT422', 'payment.event_unknown', 'an unknown event');

select tests.act_as('postgres');
select is(
  (select sum(e.amount_cents)::text || ' ' || count(*) from public.ledger_entries e
   join public.ledger_accounts a on a.id = e.account_id where a.kind = 'refund_liability'), '0 2', 'nothing is owed any more');
select is((select refunded_cents from public.payments), 3500::bigint, 'the payment knows');
select tests.act_as('other_customer');
select is_empty($$ select 1 from public.refund_requests $$, 'another customer sees nothing of it');
select throws_ok($$ select pg_temp.told('r-6', 'refunded', 3500) $$, '42501', null, 'nor may anyone signed in tell us of money');
select * from finish();
rollback;
