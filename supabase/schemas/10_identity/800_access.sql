alter table public.profiles enable row level security;
alter table public.ops_members enable row level security;
alter table public.addresses enable row level security;

-- Policies call these as the reader.
grant execute on function private.is_ops() to anon, authenticated, service_role;
grant execute on function private.has_ops_role(public.ops_role[]) to anon, authenticated, service_role;
grant execute on function private.require_user() to authenticated;

grant select on public.profiles to authenticated, service_role;
grant update (display_name, locale, avatar_path) on public.profiles to authenticated;
create policy select_own on public.profiles for select to authenticated
  using (id = (select auth.uid()) or (select private.is_ops()));
create policy update_own on public.profiles for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));

grant select on public.ops_members to authenticated;
grant select, insert, update, delete on public.ops_members to service_role;
create policy select_ops on public.ops_members for select to authenticated using ((select private.is_ops()));

grant select, delete on public.addresses to authenticated;
grant insert (label, contact_name, contact_phone, street, detail, lon, lat, is_default) on public.addresses to authenticated;
grant update (label, contact_name, contact_phone, street, detail, lon, lat, is_default) on public.addresses to authenticated;
grant select on public.addresses to service_role;
create policy select_own on public.addresses for select to authenticated using (user_id = (select auth.uid()));
create policy insert_own on public.addresses for insert to authenticated with check (user_id = (select auth.uid()));
create policy update_own on public.addresses for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy delete_own on public.addresses for delete to authenticated using (user_id = (select auth.uid()));

grant execute on function public.get_my_roles() to authenticated;
grant execute on function public.set_default_address(uuid) to authenticated;

grant execute on function public.set_ops_member(text, public.ops_role), public.list_ops_members() to authenticated;
