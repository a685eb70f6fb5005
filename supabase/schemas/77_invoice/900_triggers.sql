create trigger refund_requests_follow_refund
after update of status on public.refund_requests
for each row when (new.status = 'refunding') execute function private.follow_refund();

create trigger commission_invoices_append_only
before update or delete on public.commission_invoices
for each row execute function private.refuse_ledger_change();

create trigger commission_invoice_lines_append_only
before update or delete on public.commission_invoice_lines
for each row execute function private.refuse_ledger_change();
