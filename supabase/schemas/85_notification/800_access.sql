alter table public.notification_rules enable row level security;
alter table public.notifications enable row level security;
alter table private.delivered_messages enable row level security;

grant select, insert, update, delete on public.notification_rules to authenticated;
grant select on public.notification_rules to service_role;
create policy select_ops on public.notification_rules for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.notification_rules for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.notification_rules for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.notification_rules for delete to authenticated using ((select private.has_ops_role('operations')));

grant select on public.notifications to authenticated, service_role;
grant update (read_at) on public.notifications to authenticated;
create policy select_own on public.notifications for select to authenticated using (user_id = (select auth.uid()));
create policy update_own on public.notifications for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));

grant execute on function public.deliver_notification(uuid) to service_role;
grant execute on function public.send_test_notification(text, text, text, text, jsonb, text, text) to authenticated;

