alter table public.merchants enable row level security;
alter table public.categories enable row level security;
alter table public.stores enable row level security;
alter table public.merchant_members enable row level security;
alter table public.store_hours enable row level security;
alter table public.store_hour_exceptions enable row level security;
alter table public.rate_cards enable row level security;
alter table public.rate_card_rules enable row level security;
alter table public.slot_capacities enable row level security;
alter table public.license_documents enable row level security;
alter table public.onboarding_applications enable row level security;
alter table public.onboarding_transitions enable row level security;
alter table public.onboarding_events enable row level security;
alter table private.store_listings enable row level security;
alter table private.slot_counts enable row level security;
alter table private.slot_reservations enable row level security;

grant execute on function private.my_store_ids(public.merchant_role[]) to authenticated;
grant execute on function private.my_merchant_ids() to authenticated;

grant select on public.merchants to authenticated, service_role;
grant insert (name, legal_name, status), update (name, legal_name, status)
  on public.merchants to authenticated;
create policy select_member on public.merchants for select to authenticated
  using (id in (select private.my_merchant_ids()) or (select private.is_ops()));
create policy insert_ops on public.merchants for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.merchants for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));

grant select on public.categories to anon, authenticated, service_role;
grant insert, update, delete on public.categories to authenticated;
create policy select_active on public.categories for select to anon, authenticated
  using (is_active or (select private.is_ops()));
create policy insert_ops on public.categories for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.categories for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.categories for delete to authenticated using ((select private.has_ops_role('operations')));

grant select on public.stores to anon, authenticated, service_role;
grant update (name, translations, description, phone, street, image_path, is_published, closed_until, timezone,
  slot_minutes, schedule_lead_minutes, schedule_days_ahead, preparation_minutes, minimum_order_cents, packaging_fee_cents) on public.stores to authenticated;
create policy select_published on public.stores for select to anon using (is_published);
create policy select_published_or_own on public.stores for select to authenticated
  using (is_published or id in (select private.my_store_ids()) or (select private.is_ops()));
create policy update_manager on public.stores for update to authenticated
  using (id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant select on public.merchant_members to authenticated;
grant select, insert, update, delete on public.merchant_members to service_role;
create policy select_own_merchant on public.merchant_members for select to authenticated
  using (user_id = (select auth.uid()) or merchant_id in (select private.my_merchant_ids()) or (select private.is_ops()));

grant select on public.store_hours, public.store_hour_exceptions, public.rate_cards, public.rate_card_rules to anon, authenticated, service_role;
grant insert (store_id, weekday, opens_at, closes_at), update (weekday, opens_at, closes_at), delete
  on public.store_hours to authenticated;
grant insert (store_id, on_date, opens_at, closes_at), update (on_date, opens_at, closes_at), delete
  on public.store_hour_exceptions to authenticated;
create policy select_all on public.store_hours for select to anon, authenticated using (true);
create policy insert_manager on public.store_hours for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.store_hours for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.store_hours for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

create policy select_all on public.store_hour_exceptions for select to anon, authenticated using (true);
create policy insert_manager on public.store_hour_exceptions for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.store_hour_exceptions for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.store_hour_exceptions for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

create policy select_all on public.rate_cards for select to anon, authenticated using (true);
create policy select_all on public.rate_card_rules for select to anon, authenticated using (true);

grant select on public.slot_capacities to anon, authenticated, service_role;
grant insert (store_id, zone_id, fulfillment_type, weekdays, starts_at, ends_at, slot_minutes, capacity_count),
  update (weekdays, starts_at, ends_at, slot_minutes, capacity_count),
  delete on public.slot_capacities to authenticated;
create policy select_all on public.slot_capacities for select to anon, authenticated using (true);
create policy insert_manager on public.slot_capacities for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.slot_capacities for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.slot_capacities for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant execute on function
  public.save_rate_card(uuid, int, jsonb, text, uuid, uuid, text, timestamptz, timestamptz),
  public.end_rate_card(uuid),
  public.preview_rate_card(uuid, double precision, double precision, bigint, int, timestamptz, jsonb, int),
  public.set_delivery_area(uuid, jsonb),
  public.set_rush_mode(uuid, timestamptz, int, boolean),
  public.close_store_temporarily(uuid, timestamptz)
  to authenticated;
grant execute on function
  public.check_serviceability(uuid, public.fulfillment_type, double precision, double precision, bigint, timestamptz, uuid),
  public.list_slots(uuid, public.fulfillment_type, date),
  public.find_stores(double precision, double precision, uuid, text, text, text, int, text),
  public.get_store_page(uuid)
  to anon, authenticated, service_role;


grant select on public.license_documents, public.onboarding_applications, public.onboarding_events to authenticated, service_role;
grant select on public.onboarding_transitions to anon, authenticated, service_role;
create policy select_manager on public.license_documents for select to authenticated
  using ((store_id is null and merchant_id in (select private.my_merchant_ids()))
    or store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));
create policy select_own on public.onboarding_applications for select to authenticated
  using (applicant_id = (select auth.uid()) or (select private.is_ops()));
create policy select_own on public.onboarding_events for select to authenticated
  using (application_id in (select a.id from public.onboarding_applications a where a.applicant_id = (select auth.uid()))
    or (select private.is_ops()));
create policy select_all on public.onboarding_transitions for select to anon, authenticated using (true);

grant execute on function
  public.submit_license(uuid, text, text, text, text, date, uuid),
  public.review_license(uuid, boolean, text, text),
  public.apply_to_sell(uuid, uuid, text, text, text, text, text, double precision, double precision, jsonb, text, uuid),
  public.withdraw_application(uuid, text),
  public.mend_application(uuid, uuid, text, text, text, text, text, double precision, double precision, jsonb, text),
  public.return_application(uuid, text, text),
  public.review_application(uuid, text),
  public.reject_application(uuid, text, text),
  public.approve_application(uuid, text),
  public.set_staff(uuid, text, public.merchant_role, uuid),
  public.remove_staff(uuid, uuid),
  public.list_staff(uuid)
  to authenticated;
