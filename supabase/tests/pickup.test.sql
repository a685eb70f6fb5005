-- A pickup order waits for its customer and is handed over against the code that only they can see.
begin;
select plan(11);
select tests.make_town();
select tests.act_as('customer');
select set_config('t.order', public.place_order(
  (public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'pickup', null, 200) ->> 'id')::uuid, 'place-01') ->> 'id', true);
select set_config('t.pay', public.create_payment(current_setting('t.order')::uuid, 'wechat_pay') ->> 'out_trade_no', true);
select tests.act_as('service_role');
select public.record_payment_event('wechat_pay', 'e1', 'captured', current_setting('t.pay'), 'tx1', 3500, now());
select tests.act_as('customer');
select set_config('t.code', public.get_order_page(current_setting('t.order')::uuid) #>> '{order,pickup_code}', true);
select matches(current_setting('t.code'), '^\d{4}$', 'its customer sees the code');

select tests.act_as('clerk');
select is(
  public.get_order_page(current_setting('t.order')::uuid) #>> '{order,pickup_code}', null, 'staff do not');
select throws_ok($$ select pickup_code from public.orders $$, '42501', null, 'not even in the table');
select lives_ok($$ select public.accept_order(current_setting('t.order')::uuid, 'accept-01') $$, 'accepted');
select is(
  public.mark_order_ready(current_setting('t.order')::uuid, 'ready-01') ->> 'status', 'awaiting_pickup', 'ready, it waits for its customer');
select throws_ok(
  format('select public.collect_order(%L, %L, %L)', current_setting('t.order'), 'collect-0', 'none'),
  'PT422', 'order.pickup_code_wrong', 'a wrong code');
select throws_ok(
  format('select public.collect_order(%L, %L, null)', current_setting('t.order'), 'collect-0'),
  'PT422', 'order.pickup_code_wrong', 'no code');
select is(
  public.collect_order(current_setting('t.order')::uuid, 'collect-1', current_setting('t.code')) ->> 'status', 'completed', 'the right code');
select tests.act_as('postgres');
select is_empty($$ select 1 from public.deliveries $$, 'no rider was asked');
select is(
  (select -sum(e.amount_cents) from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
   where a.kind = 'merchant_payable'), (3600 + 200 + 200 - 540)::numeric, 'goods, packaging and tip less commission are the merchant''s');
select is(
  (select sum(e.amount_cents) from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
   where a.kind = 'refund_liability'), 0::numeric, 'and nothing stays open');
select * from finish();
rollback;
