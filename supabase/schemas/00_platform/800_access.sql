alter table public.settings enable row level security;
alter table public.reason_codes enable row level security;
alter table public.workflow_failures enable row level security;
alter table private.idempotency_keys enable row level security;
alter table private.outbox_messages enable row level security;

grant select on public.settings to authenticated;
grant update (value) on public.settings to authenticated;
grant select on public.reason_codes to anon, authenticated;
grant insert, update, delete on public.reason_codes to authenticated;
grant select on public.workflow_failures to authenticated;
grant select on public.settings, public.reason_codes, public.workflow_failures to service_role;

create policy select_ops on public.settings for select to authenticated using ((select private.is_ops()));
create policy update_ops on public.settings for update to authenticated
  using ((select private.has_ops_role('admin'))) with check ((select private.has_ops_role('admin')));

create policy select_all on public.reason_codes for select to anon, authenticated using (true);
create policy insert_ops on public.reason_codes for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.reason_codes for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
-- What timeouts name must stay.
create policy delete_ops on public.reason_codes for delete to authenticated
  using (actor <> 'system' and (select private.has_ops_role('operations')));

create policy select_ops on public.workflow_failures for select to authenticated using ((select private.is_ops()));

grant execute on function private.raise(text, int, jsonb) to anon, authenticated, service_role;
grant execute on function public.list_outbox_messages(text, timestamptz, int), public.retry_outbox_message(uuid) to authenticated;
grant execute on function public.claim_outbox_messages(int, int) to service_role;
grant execute on function public.finish_outbox_message(uuid, text) to service_role;
grant execute on function public.record_workflow_failure(text, text, text) to service_role;

