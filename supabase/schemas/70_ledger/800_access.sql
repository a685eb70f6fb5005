alter table public.ledger_accounts enable row level security;
alter table public.ledger_transactions enable row level security;
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

grant execute on function public.get_order_ledger(uuid) to authenticated;
grant execute on function public.run_settlement(date) to authenticated, service_role;

