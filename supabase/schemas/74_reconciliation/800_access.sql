alter table public.reconciliation_runs enable row level security;
alter table public.reconciliation_items enable row level security;

grant select on public.reconciliation_runs, public.reconciliation_items to authenticated, service_role;
create policy select_finance on public.reconciliation_runs for select to authenticated
  using ((select private.has_ops_role('finance')));
create policy select_finance on public.reconciliation_items for select to authenticated
  using ((select private.has_ops_role('finance')));

grant execute on function public.import_provider_statement(public.payment_provider, date, jsonb) to authenticated, service_role;
grant execute on function public.resolve_reconciliation_item(bigint, text, text, boolean) to authenticated;
