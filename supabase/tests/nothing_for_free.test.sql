-- Ways to have money or goods for nothing, each of them closed.
begin;
select plan(11);
select tests.make_town();
update public.stock_items set on_hand_count = 99;

-- Points are the platform's money: no store hands them out.
select tests.act_as('staff');
select throws_ok(
  $$insert into public.promotions (city_id, store_id, kind, name, effect, cost_bearer)
    values (tests.person('city'), tests.person('store'), 'points', '送积分', '{"earn_bps": 100000}', 'merchant')$$,
  'promotion.effect_invalid', 'a store promises no points');

-- A discount that asks about the customer is asked again after another order.
select tests.act_as('ops');
insert into public.promotions (city_id, kind, name, tiers, conditions, cost_bearer)
values (tests.person('city'), 'spend_and_save', '首单', '[{"min_cents": 1000, "discount_cents": 900}]',
  '{"==": [{"var": "customer.is_first_order"}, true]}', 'platform');
select public.publish_promotion(id, 'publish-first') from public.promotions where name = '首单';
select tests.act_as('customer');
create temporary table quoted on commit drop as
select n, public.quote_order(tests.person('store'), jsonb_build_array(jsonb_build_object(
  'product_id', tests.person('noodles'), 'quantity', 1, 'modifier_ids', jsonb_build_array(tests.person('mild')))),
  'delivery', tests.person('home')) as quote
from generate_series(1, 2) n;
select lives_ok($$select public.place_order((quote ->> 'id')::uuid, 'place-first-1') from quoted where n = 1$$,
  'the first order has the discount of a first order');
-- Both were quoted in this one transaction, whose clock stands still.
select throws_ok($$select public.place_order((quote ->> 'id')::uuid, 'place-first-2') from quoted where n = 2$$,
  'order.quote_expired', 'a second quote from before it is no longer good');

select tests.act_as('ops');
select public.pause_promotion(id, 'pause-first') from public.promotions where name = '首单';

-- What a piece costs is never read from the customer.
select tests.act_as('postgres');
select tests.delivered_order('eaten');
select tests.act_as('customer');
select is(
  (public.request_refund(current_setting('tests.eaten')::uuid, 'ask-too-much', 'item_missing',
    '[{"line_number": 2, "quantity": 1, "amount_cents": 3500}]') ->> 'amount_cents')::bigint < 3500,
  true, 'a line comes back at what it cost, whatever the request says');

-- Points earned go back with the goods.
select tests.act_as('postgres');
select private.points_cents(tests.person('customer'), 'CNY') as before \gset
select tests.delivered_order('returned');
select tests.act_as('postgres');
select cmp_ok(private.points_cents(tests.person('customer'), 'CNY'), '>', :before::bigint, 'an order earns points');
select tests.act_as('customer');
select public.request_refund(current_setting('tests.returned')::uuid, 'ask-for-all', 'item_bad');
select tests.act_as('staff');
select public.answer_refund(id, 'agree-all', true, '') from public.refund_requests
where order_id = current_setting('tests.returned')::uuid;
select tests.act_as('postgres');
select is(private.points_cents(tests.person('customer'), 'CNY'), :before::bigint, 'a full refund takes them back');

-- Nobody is a no-show who was not awaited.
select tests.act_as('customer');
create temporary table table_order on commit drop as
select public.place_order((public.quote_order(tests.person('store'), jsonb_build_array(jsonb_build_object(
  'product_id', tests.person('noodles'), 'quantity', 1, 'modifier_ids', jsonb_build_array(tests.person('mild')))),
  'dine_in') ->> 'id')::uuid, 'place-table') ->> 'id' as id;
grant select on table_order to public;
create temporary table table_charge on commit drop as
select public.create_payment(id::uuid, 'wechat_pay') as charge from table_order;
grant select on table_charge to public;
select tests.act_as('service_role');
select public.record_payment_event('wechat_pay', 'paid-table', 'captured', charge ->> 'out_trade_no', 'tx-table',
  (charge ->> 'amount_cents')::bigint, now()) from table_charge;
select tests.act_as('staff');
select public.accept_order(id::uuid, 'accept-table') from table_order;
select public.mark_order_ready(id::uuid, 'ready-table') from table_order;
select throws_ok($$select public.mark_no_show(id::uuid, 'no-show-table') from table_order$$, 'booking.not_begun',
  'a table without a booking cannot be kept as a no-show');

-- A second payment that arrives after completion leaves the books as they were.
select tests.act_as('postgres');
select tests.placed_order('twice');
select tests.act_as('customer');
create temporary table charges on commit drop as
select p.provider, public.create_payment(current_setting('tests.twice')::uuid, p.provider::public.payment_provider) as charge
from (values (1, 'alipay'), (2, 'wechat_pay')) p (n, provider);
grant select on charges to public;
select tests.act_as('service_role');
select public.record_payment_event('wechat_pay', 'paid-w', 'captured', charge ->> 'out_trade_no', 'tx-w',
  (charge ->> 'amount_cents')::bigint, now()) from charges where provider = 'wechat_pay';
select tests.act_as('postgres');
update public.orders set status = 'in_delivery', accepted_at = now() where id = current_setting('tests.twice')::uuid;
select private.apply_order_command(current_setting('tests.twice')::uuid, 'complete', 'ops');
select private.complete_order(current_setting('tests.twice')::uuid);
select tests.act_as('service_role');
select public.record_payment_event('alipay', 'paid-a', 'captured', charge ->> 'out_trade_no', 'tx-a',
  (charge ->> 'amount_cents')::bigint, now()) from charges where provider = 'alipay';
select public.record_payment_event('alipay', 'back-a', 'refunded', charge ->> 'out_trade_no', null,
  (charge ->> 'amount_cents')::bigint, now(), jsonb_build_object('out_refund_no', (
    select out_refund_no from public.refund_requests where order_id = current_setting('tests.twice')::uuid)))
from charges where provider = 'alipay';
select tests.act_as('postgres');
select is(
  (select coalesce(sum(e.amount_cents), 0)
   from public.ledger_entries e
   join public.ledger_accounts a on a.id = e.account_id
   join public.ledger_transactions t on t.id = e.transaction_id
   where t.order_id = current_setting('tests.twice')::uuid and a.kind in ('refund_liability', 'adjustments')),
  0::numeric, 'money paid twice goes back without a loss');

-- Consent is to what was shown.
select tests.act_as('postgres');
select tests.paid_order('edited');
select tests.act_as('staff');
select public.propose_edit(current_setting('tests.edited')::uuid, jsonb_build_array(jsonb_build_object(
  'line_number', 1, 'quantity', 0, 'item', jsonb_build_object('product_id', tests.person('tea'), 'quantity', 1))), 'propose-other');
update public.products set price_cents = price_cents + 100 where id = tests.person('tea');
select tests.act_as('customer');
select throws_ok(
  $$select public.answer_order_request(id, true, 'agree-other') from public.order_requests where status = 'open'$$,
  'order.edit_changed', 'an edit whose price has changed since is not done');

-- Open top-ups are few.
select lives_ok(
  $$select public.create_top_up(100, 'wechat_pay', 'top-up-key-' || n) from generate_series(1, 5) n$$, 'a few top-ups');
select throws_ok($$select public.create_top_up(100, 'wechat_pay', 'top-up-key-6')$$, 'wallet.too_many_top_ups', 'and not one more');

select * from finish();
rollback;
