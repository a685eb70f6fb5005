-- A part of an order goes back: never above what was paid, a piece once, borne by the party at fault.
begin;
select plan(17);
select tests.make_town();
select tests.delivered_order('order');
select tests.act_as('postgres');

create function pg_temp.shares(p_order_id uuid)
returns jsonb
language sql
as $$
  select jsonb_object_agg(x.what, x.cents) from (
    select a.kind || ' ' || e.purpose as what, sum(e.amount_cents) as cents
    from public.ledger_transactions t
    join public.ledger_entries e on e.transaction_id = t.id
    join public.ledger_accounts a on a.id = e.account_id
    where t.order_id = p_order_id and t.kind in ('refund_borne', 'order_cancelled')
    group by 1) x
$$;
create function pg_temp.refund(p_amount bigint, p_liable public.liable_party, p_lines jsonb default '[]')
returns uuid
language sql
as $$ select private.refund_part(current_setting('tests.order')::uuid, p_amount, 'test', p_liable, p_lines) $$;

-- 3600 of goods less 500 by the platform, 800 of it tea: 689 was paid for the tea, 2411 for the noodles.
select throws_ok($$ select pg_temp.refund(0, 'merchant') $$, 'PT422', 'refund.amount_invalid', 'nothing is not refunded');
select throws_ok($$ select pg_temp.refund(3501, 'merchant') $$, 'PT422', 'refund.above_paid', 'never above paid');
select throws_ok($$ select pg_temp.refund(null, 'merchant', '[{"line_number": 7}]') $$, 'PT422', 'refund.line_unknown', 'no such line');
select throws_ok($$ select pg_temp.refund(null, 'merchant', '[{"line_number": 2, "quantity": 2}]') $$, 'PT422', 'refund.line_gone', 'only what was sold');

select lives_ok($$ select pg_temp.refund(null, 'merchant', '[{"line_number": 2, "quantity": 1}]') $$, 'the tea goes back');
select is((select (amount_cents, goods_cents, status)::text from public.refund_requests), '(689,689,refunding)', 'at what was paid for it');
select is((select sum(amount_cents) from public.refund_request_lines), 689::numeric, 'line by line');
select is(
  pg_temp.shares(current_setting('tests.order')::uuid),
  '{"merchant_payable refund": 689, "merchant_payable discount": 111, "promo_expense discount": -111,
    "merchant_payable commission": -120, "platform_commission commission": 120, "refund_liability refund": -689}'::jsonb,
  'the merchant gives back the tea and gets its commission back');
select throws_ok($$ select pg_temp.refund(null, 'merchant', '[{"line_number": 2}]') $$, 'PT422', 'refund.line_gone', 'the tea is refunded once');
select pg_temp.refund(null, 'merchant', '[{"line_number": 1}]');
select is(
  pg_temp.shares(current_setting('tests.order')::uuid),
  '{"merchant_payable refund": 3100, "merchant_payable discount": 500, "promo_expense discount": -500,
    "merchant_payable commission": -540, "platform_commission commission": 540, "refund_liability refund": -3100}'::jsonb,
  'all goods bit by bit give back all of the commission');
select pg_temp.refund(100, 'rider');
select pg_temp.refund(100, 'platform');
select is(
  pg_temp.shares(current_setting('tests.order')::uuid) - '{merchant_payable refund,merchant_payable discount,promo_expense discount,merchant_payable commission,platform_commission commission}'::text[],
  '{"rider_payable refund": 100, "adjustments loss": 100, "refund_liability refund": -3300}'::jsonb, 'rider and platform bear theirs');
select throws_ok($$ select pg_temp.refund(201, 'platform') $$, 'PT422', 'refund.above_paid', 'what is left is left');
select pg_temp.refund(200, 'platform');

-- Before completion the shares wait for the split.
select tests.paid_order('early');
select tests.act_as('postgres');
select private.refund_part(current_setting('tests.early')::uuid, 300, 'test', 'merchant');
select is(pg_temp.shares(current_setting('tests.early')::uuid), null, 'nothing is shared out yet');
update public.orders set status = 'completed', completed_at = now() where id = current_setting('tests.early')::uuid;
select private.post_order_split(current_setting('tests.early')::uuid);
select is(
  pg_temp.shares(current_setting('tests.early')::uuid) ->> 'merchant_payable refund', '300', 'the merchant bears it after the split');
select is(
  (select sum(e.amount_cents) from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
   where a.kind = 'refund_liability'), -3800::numeric, 'what is owed to customers is what is on its way to them');

-- A cancellation with a fee.
select tests.paid_order('gone');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.gone')::uuid, 'accept-gone');
select tests.act_as('postgres');
select private.post_cancellation(current_setting('tests.gone')::uuid, 'customer', 500);
select is(
  pg_temp.shares(current_setting('tests.gone')::uuid),
  '{"refund_liability cancellation_fee": 500, "merchant_payable cancellation_fee": -500}'::jsonb, 'the store that had begun gets the fee');
select private.refund_order_payment(current_setting('tests.gone')::uuid, 'again');
select is(
  (select array_agg(amount_cents) from public.refund_requests where order_id = current_setting('tests.gone')::uuid),
  array[3000::bigint], 'the rest goes back, once');
select * from finish();
rollback;
