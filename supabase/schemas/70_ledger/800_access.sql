alter table public.ledger_accounts enable row level security;
alter table public.ledger_transactions enable row level security;
alter table private.ledger_snapshots enable row level security;
alter table public.ledger_entries enable row level security;
alter table public.settlement_statements enable row level security;
alter table public.settlement_lines enable row level security;

grant select on public.ledger_accounts, public.ledger_transactions, public.ledger_entries,
  public.settlement_statements, public.settlement_lines to authenticated, service_role;

create policy select_ops on public.ledger_accounts for select to authenticated using ((select private.is_ops()));
create policy select_ops on public.ledger_transactions for select to authenticated using ((select private.is_ops()));
create policy select_ops on public.ledger_entries for select to authenticated using ((select private.is_ops()));

grant execute on function private.my_settled_party_ids() to authenticated;
create policy select_party on public.settlement_statements for select to authenticated
  using (party_id in (select private.my_settled_party_ids()) or (select private.is_ops()));
create policy select_party on public.settlement_lines for select to authenticated
  using (exists (select 1 from public.settlement_statements s where s.id = statement_id));

grant execute on function public.get_order_ledger(uuid), public.get_money_flow(uuid, date, date) to authenticated;
grant execute on function public.run_settlement(date) to authenticated, service_role;
grant execute on function public.preview_split(jsonb, jsonb), public.set_merchant_plan(uuid, uuid),
  public.save_commission_plan(jsonb, text, uuid) to authenticated;


alter table public.commission_plans enable row level security;
alter table public.commission_rules enable row level security;
alter table public.commission_plan_versions enable row level security;
alter table public.merchant_contracts enable row level security;
alter table public.commission_lines enable row level security;
alter table public.tax_lines enable row level security;

grant select on public.commission_plans, public.commission_rules, public.merchant_contracts, public.commission_lines,
  public.tax_lines to authenticated, service_role;

-- A merchant sees the terms that it is under; finance writes them.
create policy select_party on public.merchant_contracts for select to authenticated
  using (merchant_id in (select private.my_settled_party_ids()) or (select private.is_ops()));
grant insert (merchant_id, plan_id, number, starts_on, ends_on, note),
  update (plan_id, number, starts_on, ends_on, note) on public.merchant_contracts to authenticated;
create policy insert_finance on public.merchant_contracts for insert to authenticated
  with check ((select private.has_ops_role('finance')));
create policy update_finance on public.merchant_contracts for update to authenticated
  using ((select private.has_ops_role('finance'))) with check ((select private.has_ops_role('finance')));

create policy select_party on public.commission_plans for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.merchant_contracts c where c.plan_id = commission_plans.id));

create policy select_party on public.commission_rules for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.commission_plans p where p.id = plan_id));

grant select on public.commission_plan_versions to authenticated;
create policy select_ops on public.commission_plan_versions for select to authenticated using ((select private.is_ops()));

create policy select_party on public.commission_lines for select to authenticated
  using ((select private.is_ops()) or exists (
    select 1 from public.orders o where o.id = order_id and o.merchant_id in (select private.my_settled_party_ids())));
create policy select_party on public.tax_lines for select to authenticated
  using ((select private.is_ops()) or exists (
    select 1 from public.orders o where o.id = order_id and o.merchant_id in (select private.my_settled_party_ids())));
