create function public.run_settlement(p_on date default null)
returns jsonb
language plpgsql
security definer -- for the service role and ops; statements are written by this function only
set search_path = ''
as $$
declare
  v_statements int;
  v_lines int;
begin
  if (select auth.role()) is distinct from 'service_role' then
    perform private.require_ops_role('finance');
  end if;
  -- Two runs at once must not see the same open entries.
  perform pg_advisory_xact_lock(hashtext('run_settlement'));

  with settling as (
    select e.id as ledger_entry_id, t.order_id, e.purpose, -e.amount_cents as amount_cents,
      (case a.kind when 'merchant_payable' then 'merchant' else 'rider' end)::public.settlement_party as party,
      a.owner_id as party_id, c.id as city_id, a.currency, closes.period_on
    from public.ledger_entries e
    join public.ledger_accounts a on a.id = e.account_id and a.kind in ('merchant_payable', 'rider_payable')
    join public.ledger_transactions t on t.id = e.transaction_id
    left join public.orders o on o.id = t.order_id
    -- A guarantee has no order: the zone of its shift says where it was earned; advertising has its slot's city.
    -- Payouts have none of them and stay out.
    left join public.rider_shifts s
      on s.id = case when t.kind = 'shift_guarantee' then split_part(t.event_key, ':', 2)::uuid end
    left join public.zones z on z.id = s.zone_id
    -- Nor has a fine: it names its city.
    left join public.merchant_penalties f
      on f.id = case when t.kind in ('merchant_penalty', 'penalty_withdrawn') then split_part(t.event_key, ':', 2)::uuid end
    left join public.ad_runs ad on ad.id = case when t.kind = 'ad_charged' then split_part(t.event_key, ':', 2)::uuid end
    join public.cities c on c.id = coalesce(o.city_id, z.city_id, f.city_id, ad.city_id)
    cross join lateral (
      -- A day that has not begun cannot be settled.
      select least(coalesce(p_on, local.today - 1), local.today) as period_on
      from (select (now() at time zone c.timezone)::date as today) local
    ) closes
    where (t.event_at at time zone c.timezone)::date <= closes.period_on
      and not exists (select 1 from public.settlement_lines l where l.ledger_entry_id = e.id)
  ), made as (
    insert into public.settlement_statements (
      party, party_id, city_id, period_on, currency, opening_cents, order_count, gross_cents, deducted_cents, net_cents)
    select s.party, s.party_id, s.city_id, s.period_on, s.currency,
      private.settled_balance(s.party, s.party_id, s.currency), count(distinct s.order_id),
      coalesce(sum(s.amount_cents) filter (where s.amount_cents > 0), 0),
      coalesce(-sum(s.amount_cents) filter (where s.amount_cents < 0), 0),
      sum(s.amount_cents)
    from settling s
    group by s.party, s.party_id, s.city_id, s.period_on, s.currency
    on conflict (party, party_id, city_id, period_on) do nothing
    returning id, party, party_id, city_id, period_on
  ), kept as (
    insert into public.settlement_lines (ledger_entry_id, statement_id, order_id, purpose, amount_cents)
    select s.ledger_entry_id, m.id, s.order_id, s.purpose, s.amount_cents
    from settling s
    join made m using (party, party_id, city_id, period_on)
    returning 1
  )
  select (select count(*) from made), (select count(*) from kept) into v_statements, v_lines;
  return jsonb_build_object('statements', v_statements, 'lines', v_lines);
end;
$$;
comment on function public.run_settlement(date) is
  'Makes the statements of a local day (default: yesterday in each city). Safe to run twice: an entry is settled once, a statement never changes, late entries go to the next day''s statement.';

