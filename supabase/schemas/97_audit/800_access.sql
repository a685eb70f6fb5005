alter table public.audit_log enable row level security;
grant select on public.audit_log to authenticated;
create policy select_concerned on public.audit_log for select to authenticated
  using (
    (select private.has_ops_role('admin'))
    or store_id in (select private.my_store_ids('{manager}'))
    or merchant_id in (select private.my_settled_party_ids()));
grant execute on function public.list_audit_log(jsonb, bigint, int) to authenticated;
grant execute on function public.list_versions(text, text) to authenticated;
