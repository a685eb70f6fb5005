alter table public.order_invoices enable row level security;
alter table public.invoice_transitions enable row level security;
alter table public.invoice_events enable row level security;
alter table public.commission_invoices enable row level security;
alter table public.commission_invoice_lines enable row level security;
alter table private.invoice_counters enable row level security;

-- Everything but e-mail and tax number, which get_invoice shows to those who need them.
grant select (id, order_id, customer_id, merchant_id, store_id, city_id, status, buyer_kind, title, currency, amount_cents,
  owed_cents, number, file_path, issued_at, issued_by, reason, created_at, updated_at)
  on public.order_invoices to authenticated;
grant select on public.order_invoices to service_role;
grant select on public.invoice_events, public.commission_invoices, public.commission_invoice_lines to authenticated, service_role;
grant select on public.invoice_transitions to anon, authenticated, service_role;

create policy select_concerned on public.order_invoices for select to authenticated
  using (customer_id = (select auth.uid()) or store_id in (select private.my_store_ids('{manager,order_clerk}'))
    or (select private.is_ops()));
create policy select_concerned on public.invoice_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.order_invoices i where i.id = invoice_id));
create policy select_concerned on public.commission_invoices for select to authenticated
  using (merchant_id in (select private.my_settled_party_ids()) or (select private.is_ops()));
create policy select_concerned on public.commission_invoice_lines for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.commission_invoices i where i.id = invoice_id));
create policy select_all on public.invoice_transitions for select to anon, authenticated using (true);

grant execute on function
  public.request_invoice(uuid, public.invoice_buyer, text, text, text, text),
  public.withdraw_invoice(uuid, text),
  public.issue_invoice(uuid, text, text, text),
  public.decline_invoice(uuid, text, text),
  public.void_invoice(uuid, text, text),
  public.get_invoice(uuid),
  public.void_commission_invoice(uuid, text, text),
  public.issue_commission_invoice(uuid, text)
  to authenticated;
