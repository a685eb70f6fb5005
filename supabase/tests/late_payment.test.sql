-- Money that comes too late or twice goes back by itself; the money of a living order stays.
begin;
select plan(9);
select tests.make_town();

create function pg_temp.captured(p_trade_no text, p_event text, p_amount bigint default 3500)
returns jsonb
language sql
as $$ select public.record_payment_event('wechat_pay', p_event, 'captured', p_trade_no, 'tx-' || p_event, p_amount, now()) $$;
grant execute on all functions in schema pg_temp to public;

select tests.placed_order('late');
select set_config('t.late', public.create_payment(current_setting('tests.late')::uuid, 'wechat_pay') ->> 'out_trade_no', true);
select tests.act_as('postgres');
update public.orders set due_at = now() where id = current_setting('tests.late')::uuid;
select private.end_due_order();
select is((select status from public.payments where out_trade_no = current_setting('t.late')), 'voided', 'an expired order gives its charge up');
select tests.act_as('service_role');
select is(pg_temp.captured(current_setting('t.late'), 'late') ->> 'status', 'captured', 'paid all the same');
select is(
  (select status || ' ' || amount_cents from public.refund_requests where order_id = current_setting('tests.late')::uuid),
  'refunding 3500', 'it goes back');
select tests.act_as('postgres');
select is((select status from public.orders where id = current_setting('tests.late')::uuid), 'expired', 'and the order stays closed');

select tests.placed_order('twice');
select set_config('t.one', public.create_payment(current_setting('tests.twice')::uuid, 'wechat_pay') ->> 'out_trade_no', true);
select tests.act_as('service_role');
select public.record_payment_event('wechat_pay', 'one-closed', 'closed', current_setting('t.one'), null, null, now());
select tests.act_as('customer');
select set_config('t.two', public.create_payment(current_setting('tests.twice')::uuid, 'wechat_pay') ->> 'out_trade_no', true);
select isnt(current_setting('t.two'), current_setting('t.one'), 'a closed charge is followed by another');
select tests.act_as('service_role');
select throws_ok($$ select pg_temp.captured(current_setting('t.two'), 'wrong', 3499) $$, 'PT422', 'payment.amount_mismatch', 'one cent short is not paid');
select pg_temp.captured(current_setting('t.two'), 'two');
select pg_temp.captured(current_setting('t.one'), 'one');
select tests.act_as('postgres');
select is((select status from public.orders where id = current_setting('tests.twice')::uuid), 'placed', 'the order lives');
select is(
  (select array_agg(p.out_trade_no) from public.refund_requests r join public.payments p on p.id = r.payment_id
   where r.order_id = current_setting('tests.twice')::uuid),
  array[current_setting('t.one')], 'only the second money goes back');
select is(
  (select sum(e.amount_cents) from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
   where a.kind = 'psp_clearing'), 10500::numeric, 'three captures stand in the ledger');
select * from finish();
rollback;
