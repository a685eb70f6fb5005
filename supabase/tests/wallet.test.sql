-- A wallet is filled by a payment, pays at once, is never overdrawn, and takes refunds at once.
begin;
select plan(19);
select tests.make_town();

create function pg_temp.captured(p_charge jsonb, p_event text)
returns text
language sql
as $$
  select public.record_payment_event((p_charge ->> 'provider')::public.payment_provider, p_event, 'captured',
    p_charge ->> 'out_trade_no', 'tx-' || p_event, (p_charge ->> 'amount_cents')::bigint, now()) ->> 'is_duplicate'
$$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select is(public.get_wallet() ->> 'balance_cents', '0', 'an empty wallet');
select throws_ok($$ select public.create_top_up(50, 'alipay', 'top-up-0') $$, 'PT422', 'wallet.top_up_invalid', 'too little');
select throws_ok($$ select public.create_top_up(5000, 'wallet', 'top-up-0') $$, 'PT422', 'wallet.top_up_invalid', 'not from itself');
select set_config('t.top_up', public.create_top_up(5000, 'alipay', 'top-up-1')::text, true);
select is(public.create_top_up(5000, 'alipay', 'top-up-1') ->> 'out_trade_no', current_setting('t.top_up')::jsonb ->> 'out_trade_no', 'a repeat is the same charge');
select tests.act_as('service_role');
select is(pg_temp.captured(current_setting('t.top_up')::jsonb, 'e-1'), 'false', 'paid');
select is(pg_temp.captured(current_setting('t.top_up')::jsonb, 'e-1'), 'true', 'told twice');
select tests.act_as('customer');
select is((public.get_wallet() ->> 'balance_cents') || ' ' || (public.get_wallet() #>> '{entries,0,kind}'), '5000 wallet_filled', 'filled once');

select tests.placed_order('one');
select tests.placed_order('two');
select set_config('t.open', public.create_payment(current_setting('tests.one')::uuid, 'wechat_pay')::text, true);
select is(public.pay_with_wallet(current_setting('tests.one')::uuid, 'wallet-01') ->> 'status', 'captured', 'paid at once');
select is(public.pay_with_wallet(current_setting('tests.one')::uuid, 'wallet-01') ->> 'status', 'captured', 'a repeat answers the same');
select is((select status::text from public.orders where id = current_setting('tests.one')::uuid), 'placed', 'the store sees it');
select is((select string_agg(provider || ' ' || status, ', ' order by provider) from public.payments where order_id = current_setting('tests.one')::uuid),
  'wechat_pay voided, wallet captured', 'the other charge is given up');
select throws_ok($$ select public.pay_with_wallet(current_setting('tests.two')::uuid, 'wallet-02') $$, 'PT409', 'wallet.balance_low', 'never overdrawn');
select is(public.get_wallet() ->> 'balance_cents', '1500', 'what is left');

select public.cancel_order(current_setting('tests.one')::uuid, 'cancel-1', 'changed_mind');
select is(public.get_wallet() ->> 'balance_cents', '5000', 'a refund is there at once');
select is((select status::text from public.refund_requests), 'refunded', 'and done');
select is(public.create_payment(current_setting('tests.two')::uuid, 'wallet') ->> 'status', 'captured', 'the wallet is a provider like the others');

select tests.act_as('service_role');
select pg_temp.captured(current_setting('t.open')::jsonb, 'e-2');
select tests.act_as('postgres');
select is(
  (select string_agg(r.amount_cents || ' ' || r.status, ', ') from public.refund_requests r
   join public.payments p on p.id = r.payment_id and p.provider = 'wechat_pay'), '3500 refunding', 'what is paid all the same goes back');
select is_empty($$ select * from private.check_ledger() $$, 'the books are right');
select private.snapshot_ledger();
insert into public.ledger_transactions (id, kind, event_key, event_at) values (tests.person('t'), 'test', 'test', now());
insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents)
select tests.person('t'), private.ledger_account('customer_wallet', tests.person('customer'), 'CNY'), 'test', x from unnest(array[7, -7, -3, 3]) x;
select is(
  (select count(*) from public.ledger_accounts a where private.account_balance(a.id) <> (
    select coalesce(sum(e.amount_cents), 0) from public.ledger_entries e where e.account_id = a.id)),
  0::bigint, 'a balance is its snapshot and what came after');
select * from finish();
rollback;
