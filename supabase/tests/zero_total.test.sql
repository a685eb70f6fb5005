-- An order that costs nothing needs no payment and still splits what the platform bears.
begin;
select plan(7);
select tests.make_town();
select tests.act_as('postgres');
update public.stores set packaging_fee_cents = 0 where id = tests.person('store');
update public.promotions set tiers = '[{"min_cents": 3600, "discount_cents": 3600}]' where id = tests.person('full_cut');
select tests.act_as('customer');
select set_config('t.order', public.place_order(
  (public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'pickup') ->> 'id')::uuid, 'place-01') ->> 'id', true);
select is((select (status, total_cents)::text from public.orders), '(placed,0)', 'placed at once');
select throws_ok($$ select public.create_payment(current_setting('t.order')::uuid, 'wechat_pay') $$,
  'PT409', 'payment.order_not_payable', 'there is nothing to pay');
select tests.act_as('staff');
select public.accept_order(current_setting('t.order')::uuid, 'accept-1');
select public.mark_order_ready(current_setting('t.order')::uuid, 'ready-01');
select tests.act_as('postgres');
select set_config('t.code', (select pickup_code from public.orders), true);
select tests.act_as('staff');
select lives_ok($$ select public.collect_order(current_setting('t.order')::uuid, 'collect-1', current_setting('t.code')) $$, 'handed over');
select tests.act_as('ops');
select results_eq(
  $$ select account::text, purpose, amount_cents from public.get_order_ledger(current_setting('t.order')::uuid) order by 1, 2 $$,
  $$ values ('merchant_payable', 'commission', 540::bigint), ('merchant_payable', 'goods', -3600),
    ('platform_commission', 'commission', -540), ('promo_expense', 'discount', 3600) $$, 'the platform pays the merchant');

select tests.act_as('customer');
select set_config('t.order', public.place_order(
  (public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'pickup') ->> 'id')::uuid, 'place-02') ->> 'id', true);
select is(
  public.cancel_order(current_setting('t.order')::uuid, 'cancel-2', 'changed_mind') ->> 'status', 'cancelled', 'another is cancelled');
select tests.act_as('postgres');
select is_empty($$ select 1 from public.refund_requests $$, 'nothing goes back');
select is((select sum(used_cents) from private.promotion_counters where promotion_id = tests.person('full_cut')), 3600::numeric, 'but its discount does');
select * from finish();
rollback;
