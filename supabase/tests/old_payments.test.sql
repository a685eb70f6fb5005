-- Charges and top-ups that nobody paid end by themselves; money that comes all the same is taken.
begin;
select plan(7);
select tests.make_town();
select tests.placed_order('order');
select set_config('t.order_payment', public.create_payment(current_setting('tests.order')::uuid, 'wechat_pay') ->> 'payment_id', true);
select set_config('t.old', public.create_top_up(5000, 'alipay', 'top-up-01')::text, true);
select set_config('t.new', public.create_top_up(6000, 'alipay', 'top-up-02')::text, true);
select tests.act_as('postgres');
update public.payments set created_at = now() - interval '121 minutes'
where id in (current_setting('t.order_payment')::uuid, (current_setting('t.old')::jsonb ->> 'payment_id')::uuid);
update public.payments set created_at = now() - interval '119 minutes' where id = (current_setting('t.new')::jsonb ->> 'payment_id')::uuid;
select is(private.end_old_payments(), 2, 'two are too old');
select is(private.end_old_payments(), 0, 'once');
select is((select string_agg(status::text, ' ' order by amount_cents) from public.payments), 'voided voided pending', 'the younger one waits on');
select is((select count(*) from public.list_stale_payments() where is_given_up), 2::bigint, 'their providers are told to close them');
select tests.act_as('service_role');
select is(public.record_payment_event('alipay', 'late-1', 'captured', current_setting('t.old')::jsonb ->> 'out_trade_no', 'tx-late', 5000, now()) ->> 'status',
  'captured', 'who paid all the same');
select tests.act_as('customer');
select is(public.get_wallet() ->> 'balance_cents', '5000', 'has it in the wallet');
select tests.act_as('postgres');
select ok(pg_get_functiondef('private.run_minute'::regproc) like '%end_old_payments%', 'the job does it every minute');
select * from finish();
rollback;
