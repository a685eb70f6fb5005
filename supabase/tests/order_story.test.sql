begin;
select plan(24);
select tests.make_town();

select tests.paid_order('order');
select tests.act_as('postgres');
select is(
  (select status from public.orders where id = current_setting('tests.order')::uuid), 'placed', 'a paid order waits for its store');
select is(
  (select (subtotal_cents, packaging_fee_cents, delivery_fee_cents, discount_cents, total_cents)::text
   from public.orders where id = current_setting('tests.order')::uuid),
  '(3600,200,400,700,3500)', 'goods 36, packaging 2, delivery 4, less 5 and 2');
select is(
  (select on_hand_count || '/' || reserved_count from public.stock_items where product_id = tests.person('tea')),
  '3/1', 'one tea is held');

select tests.act_as('staff');
select lives_ok(
  format('select public.accept_order(%L, %L, 12)', current_setting('tests.order'), 'accept-0001'), 'staff accept');
select is(
  public.accept_order(current_setting('tests.order')::uuid, 'accept-0001', 12) ->> 'status', 'accepted',
  'a repeat of the same command returns the first answer');
select throws_ok(
  format('select public.accept_order(%L, %L)', current_setting('tests.order'), 'accept-0002'),
  'PT409', 'order.transition_refused', 'a second accept is refused');
select lives_ok(
  format('select public.mark_order_ready(%L, %L)', current_setting('tests.order'), 'ready-0001'), 'staff mark it ready');

select tests.act_as('rider');
select lives_ok($$ select public.go_online(120.152, 30.272) $$, 'rider goes online');

select tests.act_as('service_role');
select set_config('tests.tick', public.begin_dispatch_tick(tests.person('zone'))::text, true);
select is(
  jsonb_array_length(current_setting('tests.tick')::jsonb -> 'deliveries'), 1, 'the snapshot holds the delivery');
select is(
  current_setting('tests.tick')::jsonb #>> '{riders,0,id}', tests.person('rider')::text, 'and the online rider');
select is(
  public.begin_dispatch_tick(tests.person('zone')) ->> 'is_busy', 'true', 'a second tick finds the zone busy');
select is(
  public.commit_dispatch_tick(
    (current_setting('tests.tick')::jsonb ->> 'tick_id')::uuid,
    jsonb_build_object('offers', jsonb_build_array(jsonb_build_object(
      'delivery_id', current_setting('tests.tick')::jsonb #>> '{deliveries,0,id}',
      'rider_id', tests.person('rider'), 'to_store_seconds', 60)))) #>> '{0,outcome}',
  'offered', 'the plan becomes an offer');

select tests.act_as('rider');
select is(jsonb_array_length(public.get_rider_home() -> 'offers'), 1, 'the rider sees the offer');
select lives_ok(
  format('select public.accept_offer(%L, %L)', public.get_rider_home() #>> '{offers,0,id}', 'offer-0001'), 'and takes it');
select set_config('tests.delivery', public.get_rider_home() #>> '{deliveries,0,id}', true);
select throws_ok(
  format('select public.deliver_delivery(%L, %L)', current_setting('tests.delivery'), 'deliver-0'),
  'PT409', 'delivery.transition_refused', 'nothing is delivered before it was picked up');
select lives_ok(format('select public.arrive_at_store(%L, %L)', current_setting('tests.delivery'), 'arrive-1'), 'at the store');
select lives_ok(format('select public.pick_up_delivery(%L, %L)', current_setting('tests.delivery'), 'pickup-1'), 'picked up');
select lives_ok(format('select public.arrive_at_customer(%L, %L)', current_setting('tests.delivery'), 'door-0001'), 'at the door');
select lives_ok(format('select public.deliver_delivery(%L, %L)', current_setting('tests.delivery'), 'deliver-1'), 'delivered');

select tests.act_as('postgres');
select is(
  (select status from public.orders where id = current_setting('tests.order')::uuid), 'completed', 'the order is complete');
select is(
  (select on_hand_count || '/' || reserved_count from public.stock_items where product_id = tests.person('tea')),
  '2/0', 'the tea has left the shelf');

select tests.act_as('ops');
select results_eq(
  format('select account::text, purpose, amount_cents from public.get_order_ledger(%L) where transaction_kind = ''order_completed'' order by account::text, purpose',
    current_setting('tests.order')),
  $$ values
    ('delivery_revenue', 'delivery_fee', -400::bigint), ('delivery_revenue', 'rider_pay', 500),
    ('merchant_payable', 'commission', 540), ('merchant_payable', 'discount', 200),
    ('merchant_payable', 'goods', -3600), ('merchant_payable', 'packaging', -200),
    ('platform_commission', 'commission', -540), ('promo_expense', 'discount', 500),
    ('refund_liability', 'order', 3500), ('rider_payable', 'rider_pay', -500) $$,
  'every cent has its owner');
select is(
  (select sum(amount_cents) from public.get_order_ledger(current_setting('tests.order')::uuid)), 0::numeric, 'and they sum to zero');

select tests.act_as('service_role');
select is(
  (select public.run_settlement((now() at time zone 'Asia/Shanghai')::date)::text || public.run_settlement((now() at time zone 'Asia/Shanghai')::date)::text),
  '{"lines": 5, "statements": 2}{"lines": 0, "statements": 0}', 'statements are made once');
select * from finish();
rollback;
