-- Support sends money back by itself: what a preview says is what is done, and a preview leaves nothing.
begin;
select plan(15);
select tests.make_town();
select tests.delivered_order('order');
select tests.paid_order('early');
select tests.act_as('postgres');
create function pg_temp.sum_of(p_preview jsonb)
returns numeric
language sql
as $$ select sum((e ->> 'amount_cents')::bigint) from jsonb_array_elements(p_preview -> 'entries') e $$;
create function pg_temp.net(p_preview jsonb, p_account text)
returns numeric
language sql
as $$ select sum((e ->> 'amount_cents')::bigint) from jsonb_array_elements(p_preview -> 'entries') e where e ->> 'account' = p_account $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select throws_ok($$ select public.preview_refund(current_setting('tests.order')::uuid, 'merchant') $$, 'PT403', 'identity.not_allowed', 'for support and finance');
select throws_ok($$ select public.refund_order(current_setting('tests.order')::uuid, 'ops-refund-0', 'merchant', 'x') $$, 'PT403', 'identity.not_allowed', 'only they send it');
select tests.act_as('ops');
select set_config('tests.preview', public.preview_refund(current_setting('tests.order')::uuid, 'merchant', '[{"line_number": 2, "amount_cents": 1}]')::text, true);
select is((current_setting('tests.preview')::jsonb ->> 'amount_cents')::int, 689, 'a line costs what was paid for it, whatever the client says');
select is(pg_temp.sum_of(current_setting('tests.preview')::jsonb), 0::numeric, 'it adds up');
select is(pg_temp.net(current_setting('tests.preview')::jsonb, 'merchant_payable'), 680::numeric, 'the merchant bears the goods and the discount, less its commission');
select is((select count(*)::int from public.refund_requests), 0, 'nothing was sent');
select throws_ok($$ select public.refund_order(current_setting('tests.order')::uuid, 'ops-refund-1', 'merchant', ' ') $$, 'PT422', 'order.reason_required', 'with a reason');
select is(
  public.refund_order(current_setting('tests.order')::uuid, 'ops-refund-2', 'merchant', '少送', '[{"line_number": 2}]') ->> 'amount_cents',
  '689', 'as previewed');
select is(
  (select sum(amount_cents)::text from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
    join public.ledger_transactions t on t.id = e.transaction_id and t.kind = 'refund_borne' where a.kind = 'merchant_payable'),
  '680', 'in the ledger too');
select public.refund_order(current_setting('tests.order')::uuid, 'ops-refund-2', 'merchant', '少送', '[{"line_number": 2}]');
select is((select count(*)::int from public.refund_requests), 1, 'a repeat sends nothing');
select is((public.preview_refund(current_setting('tests.order')::uuid, 'platform') ->> 'amount_cents')::int, 2811, 'without lines all that is left');
select is(pg_temp.net(public.preview_refund(current_setting('tests.order')::uuid, 'platform', '[]', 100), 'adjustments'), 100::numeric, 'an amount at the cost of the platform');
select is(pg_temp.sum_of(public.preview_refund(current_setting('tests.early')::uuid, 'merchant', '[]', 200)), 0::numeric, 'before completion too');
select is(
  (public.get_order_trail(current_setting('tests.order')::uuid) #>> '{refunds,0,answer}')
    || ' ' || (public.get_order_trail(current_setting('tests.order')::uuid) ->> 'refundable_cents'),
  '少送 2811', 'the trail tells what went back, why, and what is left');
select tests.act_as('customer');
select throws_ok($$ select public.get_order_trail(current_setting('tests.order')::uuid) $$, 'PT403', 'identity.not_allowed', 'the trail is for ops');
select * from finish();
rollback;
