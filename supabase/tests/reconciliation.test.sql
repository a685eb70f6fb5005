-- A provider's statement beside our books: every difference is found once, settled by finance, and fees are posted once.
begin;
select plan(15);
select tests.make_town();
select tests.refunded_order('refunded');
select tests.paid_order('same');
select tests.paid_order('other');
select tests.paid_order('lost');
select tests.act_as('postgres');
select set_config('t.on', (now() at time zone 'Asia/Shanghai')::date::text, true);

create function pg_temp.row_of(p_order text, p_cents bigint, p_fee bigint)
returns jsonb
language sql
as $$
  select jsonb_build_object('kind', 'payment', 'out_trade_no', p.out_trade_no, 'out_refund_no', null,
    'provider_transaction_id', 'x', 'amount_cents', p_cents, 'fee_cents', p_fee, 'currency', 'CNY', 'occurred_at', now())
  from public.payments p where p.order_id = current_setting('tests.' || p_order)::uuid
$$;
create function pg_temp.statement()
returns jsonb
language sql
as $$
  select jsonb_build_array(
    pg_temp.row_of('same', 3500, 21), pg_temp.row_of('other', 3400, 20), pg_temp.row_of('refunded', 3500, 21),
    pg_temp.row_of('same', 3500, 21) || '{"out_trade_no": "LLstranger", "amount_cents": 700, "fee_cents": 4}',
    pg_temp.row_of('refunded', 3500, -21) || jsonb_build_object('kind', 'refund',
      'out_refund_no', (select out_refund_no from public.refund_requests where status = 'refunded')))
$$;
create function pg_temp.import(p_rows jsonb)
returns jsonb
language sql
as $$ select public.import_provider_statement('wechat_pay', current_setting('t.on')::date, p_rows) - 'run_id' $$;
grant execute on all functions in schema pg_temp to public;
select set_config('t.rows', pg_temp.statement()::text, true);

select tests.act_as('ops');
select tests.act_as('staff');
select throws_ok($$ select pg_temp.import('[]') $$, 'PT403', 'identity.not_allowed', 'only finance gives a file by hand');
select tests.act_as('service_role');
select is(pg_temp.import(current_setting('t.rows')::jsonb), '{"rows": 5, "matched": 3, "differences": 3, "fee_cents": 45}', 'what it comes to');
select is(pg_temp.import(current_setting('t.rows')::jsonb), '{"rows": 5, "matched": 3, "differences": 3, "fee_cents": 45}', 'a repeat changes nothing');
select tests.act_as('postgres');
select results_eq(
  $$ select kind, status::text, ours_cents, theirs_cents from public.reconciliation_items where status <> 'matched' order by status $$,
  $$ values ('payment', 'amount_differs', 3500::bigint, 3400::bigint), ('payment', 'missing_here', 0, 700), ('payment', 'missing_there', 3500, 0) $$,
  'every difference by its kind');
select is(
  (select sum(e.amount_cents) from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id where a.kind = 'provider_fees'),
  45::numeric, 'fees are posted once');

select tests.act_as('staff');
select is_empty($$ select 1 from public.reconciliation_items $$, 'not for merchants');
create function pg_temp.resolve(p_status public.reconciliation_status, p_key text, p_note text, p_is_posted boolean default true)
returns text
language sql
as $$ select r ->> 'posted_cents' from public.resolve_reconciliation_item(
  (select id from public.reconciliation_items where status = p_status), p_key, p_note, p_is_posted) r $$;
select tests.act_as('postgres');
grant execute on all functions in schema pg_temp to public;
select tests.act_as('staff');
select throws_ok($$ select public.resolve_reconciliation_item(1, 'resolve-0', 'x') $$, 'PT403', 'identity.not_allowed', 'nor settled by them');
select tests.act_as('ops');
select throws_ok($$ select pg_temp.resolve('amount_differs', 'resolve-0', '') $$, 'PT422', 'order.reason_required', 'with a note');
select is(pg_temp.resolve('amount_differs', 'resolve-1', '渠道补贴'), '-100', 'money less');
select is(pg_temp.resolve('amount_differs', 'resolve-1', '渠道补贴'), '-100', 'once');
select throws_ok($$ select pg_temp.resolve('amount_differs', 'resolve-2', '再来') $$, 'PT409', 'reconciliation.nothing_open', 'and not again');
select is(pg_temp.resolve('missing_here', 'resolve-3', '查明为测试款', false), '0', 'closed without a posting');

-- The next day's statement has what ours had a day early.
select tests.act_as('service_role');
select public.import_provider_statement('wechat_pay', current_setting('t.on')::date + 1,
  (select jsonb_build_array(current_setting('t.rows')::jsonb -> 0 || jsonb_build_object('out_trade_no', p.out_trade_no))
   from public.payments p where p.order_id = current_setting('tests.lost')::uuid));
select tests.act_as('ops');
select is((select resolution from public.reconciliation_items where status = 'missing_there'),
  'in the statement of ' || (current_setting('t.on')::date + 1), 'what comes late is no difference');
select is((select sum(e.amount_cents) from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id where a.kind = 'psp_clearing'),
  (select 3500 * 4 - 3500 - 45 - 21 - 100)::numeric, 'our books say what the provider holds');
select tests.act_as('postgres');
select is_empty($$ select * from private.check_ledger() $$, 'the books are right');
select * from finish();
rollback;
