create function private.statement_day(p_provider public.payment_provider, p_at timestamptz)
returns date
language sql
stable
set search_path = ''
as $$
  select (p_at at time zone case p_provider when 'stripe' then 'UTC' else 'Asia/Shanghai' end)::date;
$$;
comment on function private.statement_day(public.payment_provider, timestamptz) is 'The day of a provider''s statement that an instant belongs to.';

create function private.our_money(p_provider public.payment_provider)
returns table (
  kind text, out_trade_no text, out_refund_no text, payment_id uuid, refund_request_id uuid, amount_cents bigint,
  currency text, occurred_at timestamptz)
language sql
stable
set search_path = ''
as $$
  select 'payment', p.out_trade_no, null::text, p.id, null::uuid, p.amount_cents, p.currency, p.captured_at
  from public.payments p where p.provider = p_provider and p.captured_at is not null
  union all
  select 'refund', p.out_trade_no, r.out_refund_no, p.id, r.id, r.amount_cents, p.currency, r.refunded_at
  from public.refund_requests r join public.payments p on p.id = r.payment_id
  where p.provider = p_provider and r.status = 'refunded';
$$;
comment on function private.our_money(public.payment_provider) is 'What our books say went through a provider.';

create function public.import_provider_statement(p_provider public.payment_provider, p_on date, p_rows jsonb)
returns jsonb
language plpgsql
security definer -- for the service role and finance; runs and items are written by this function only
set search_path = ''
as $$
declare
  v_run public.reconciliation_runs;
  v_fee record;
begin
  if (select auth.role()) is distinct from 'service_role' then
    perform private.require_ops_role('finance');
  end if;
  -- Two imports of one day wait for each other here.
  insert into public.reconciliation_runs (provider, on_date) values (p_provider, p_on)
  on conflict (provider, on_date) do update set import_count = reconciliation_runs.import_count + 1, updated_at = now()
  returning * into v_run;

  insert into public.reconciliation_items (
    run_id, kind, status, out_trade_no, out_refund_no, provider_transaction_id, payment_id, refund_request_id,
    ours_cents, theirs_cents, fee_cents, currency, occurred_at)
  select v_run.id, t.kind,
    (case when o.payment_id is null then 'missing_here'
      when o.amount_cents <> t.amount_cents or o.currency <> t.currency then 'amount_differs'
      else 'matched' end)::public.reconciliation_status,
    t.out_trade_no, t.out_refund_no, t.provider_transaction_id, o.payment_id, o.refund_request_id,
    coalesce(o.amount_cents, 0), t.amount_cents, coalesce(t.fee_cents, 0), t.currency, t.occurred_at
  from (
    select distinct on (x.kind, x.out_trade_no, x.out_refund_no) x.*
    from jsonb_to_recordset(p_rows) as x (
      kind text, out_trade_no text, out_refund_no text, provider_transaction_id text, amount_cents bigint,
      fee_cents bigint, currency text, occurred_at timestamptz)
    order by x.kind, x.out_trade_no, x.out_refund_no
  ) t
  left join private.our_money(p_provider) o on o.kind = t.kind
    and case t.kind when 'payment' then o.out_trade_no = t.out_trade_no else o.out_refund_no = t.out_refund_no end
  on conflict (run_id, kind, out_trade_no, out_refund_no) do update
  set status = excluded.status, payment_id = excluded.payment_id, refund_request_id = excluded.refund_request_id,
      ours_cents = excluded.ours_cents, theirs_cents = excluded.theirs_cents,
      fee_cents = case when reconciliation_items.is_fee_posted then reconciliation_items.fee_cents else excluded.fee_cents end
  where reconciliation_items.resolved_at is null;

  -- What came a day earlier or later than our clock says is no difference.
  update public.reconciliation_items i
  set resolved_at = now(), resolution = 'in the statement of ' || p_on
  from public.reconciliation_items found
  where found.run_id = v_run.id and found.status = 'matched' and i.run_id <> v_run.id and i.resolved_at is null
    and i.status = 'missing_there' and i.kind = found.kind
    and i.payment_id = found.payment_id and i.refund_request_id is not distinct from found.refund_request_id;
  insert into public.reconciliation_items (
    run_id, kind, status, out_trade_no, out_refund_no, payment_id, refund_request_id, ours_cents, currency, occurred_at)
  select v_run.id, o.kind, 'missing_there', o.out_trade_no, o.out_refund_no, o.payment_id, o.refund_request_id,
    o.amount_cents, o.currency, o.occurred_at
  from private.our_money(p_provider) o
  where o.occurred_at >= p_on::timestamptz - interval '2 days' and o.occurred_at < p_on::timestamptz + interval '3 days'
    and private.statement_day(p_provider, o.occurred_at) = p_on
    and not exists (
      select 1 from public.reconciliation_items i
      where i.payment_id = o.payment_id and i.kind = o.kind and i.refund_request_id is not distinct from o.refund_request_id)
  on conflict (run_id, kind, out_trade_no, out_refund_no) do nothing;

  for v_fee in
    with posted as (
      update public.reconciliation_items set is_fee_posted = true
      where run_id = v_run.id and not is_fee_posted and theirs_cents > 0
      returning currency, fee_cents
    )
    select currency, sum(fee_cents)::bigint as cents from posted group by currency having sum(fee_cents) <> 0
  loop
    perform private.post_ledger(
      'provider_fee', 'provider_fee:' || v_run.id || ':' || v_run.import_count || ':' || v_fee.currency, null,
      v_fee.currency, now(), jsonb_build_array(
        jsonb_build_object('account', 'provider_fees', 'purpose', 'provider_fee', 'amount_cents', v_fee.cents),
        jsonb_build_object('account', 'psp_clearing', 'purpose', 'provider_fee', 'amount_cents', -v_fee.cents)));
  end loop;
  perform private.count_reconciliation(r.id)
  from public.reconciliation_runs r where r.provider = p_provider and r.difference_count > 0 and r.id <> v_run.id;
  return private.count_reconciliation(v_run.id);
end;
$$;
comment on function public.import_provider_statement(public.payment_provider, date, jsonb) is
  'Compares a provider''s statement of a day with our books: rows [{kind payment|refund, out_trade_no, out_refund_no, provider_transaction_id, amount_cents, fee_cents, currency, occurred_at}], amounts positive. Fees are posted once. Safe to repeat.';

create function private.count_reconciliation(p_run_id uuid)
returns jsonb
language sql
set search_path = ''
as $$
  update public.reconciliation_runs r
  set row_count = c.row_count, matched_count = c.matched_count, difference_count = c.difference_count, fee_cents = c.fee_cents
  from (
    select count(*) filter (where status <> 'missing_there') as row_count,
      count(*) filter (where status = 'matched') as matched_count,
      count(*) filter (where status <> 'matched' and resolved_at is null) as difference_count,
      coalesce(sum(fee_cents), 0) as fee_cents
    from public.reconciliation_items where run_id = p_run_id
  ) c
  where r.id = p_run_id
  returning jsonb_build_object('run_id', r.id, 'rows', r.row_count, 'matched', r.matched_count,
    'differences', r.difference_count, 'fee_cents', r.fee_cents);
$$;
comment on function private.count_reconciliation(uuid) is 'Counts a run anew.';
