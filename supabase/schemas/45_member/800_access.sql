alter table public.member_tiers enable row level security;
alter table public.members enable row level security;
alter table public.customer_tags enable row level security;
alter table public.segments enable row level security;

grant select on public.member_tiers to anon, authenticated;
grant insert (slug, level, name, translations, min_spend_cents, min_order_count, earn_bps, benefits),
  update (level, name, translations, min_spend_cents, min_order_count, earn_bps, benefits), delete
  on public.member_tiers to authenticated;
create policy select_all on public.member_tiers for select to anon, authenticated using (true);
create policy insert_ops on public.member_tiers for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.member_tiers for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.member_tiers for delete to authenticated using ((select private.has_ops_role('operations')));

grant select on public.members to authenticated;
create policy select_own on public.members for select to authenticated
  using (customer_id = (select auth.uid()) or (select private.is_ops()));

grant select, insert (customer_id, tag), delete on public.customer_tags to authenticated;
create policy select_ops on public.customer_tags for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.customer_tags for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.customer_tags for delete to authenticated using ((select private.has_ops_role('operations')));

grant execute on function public.get_my_membership(), public.exchange_points(uuid, text) to authenticated;

grant select, delete on public.segments to authenticated;
grant insert (slug, name, translations, conditions, is_active), update (name, translations, conditions, is_active)
  on public.segments to authenticated;
create policy select_ops on public.segments for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.segments for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.segments for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.segments for delete to authenticated using ((select private.has_ops_role('operations')));
grant execute on function public.preview_segment(jsonb) to authenticated;

alter table public.customer_notes enable row level security;
alter table public.contact_reveals enable row level security;
grant select on public.customer_notes, public.contact_reveals to authenticated;
create policy select_ops on public.customer_notes for select to authenticated using ((select private.is_ops()));
create policy select_ops on public.contact_reveals for select to authenticated using ((select private.is_ops()));

grant execute on function
  public.list_customers(jsonb, jsonb, int), public.get_customer_page(uuid),
  public.list_customer_movements(uuid, public.ledger_account_kind, text, bigint, int),
  public.add_customer_note(uuid, text, text), public.list_customer_notes(uuid, bigint, int),
  public.reveal_customer_contact(uuid, text)
  to authenticated;
