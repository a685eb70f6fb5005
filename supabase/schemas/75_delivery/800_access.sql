alter table public.riders enable row level security;
alter table public.deliveries enable row level security;
alter table public.delivery_transitions enable row level security;
alter table public.delivery_events enable row level security;

alter table public.rider_pay_rules enable row level security;
alter table public.delivery_pay_lines enable row level security;
alter table public.rider_shift_slots enable row level security;
alter table public.rider_shifts enable row level security;
alter table public.delivery_incidents enable row level security;
alter table public.delivery_proofs enable row level security;
alter table public.breach_records enable row level security;
alter table private.delivery_codes enable row level security;

grant select on public.riders to authenticated;
-- Customers and stores read these too: not what the rider earns, whom ops want, or where a proof was made.
grant select (id, order_id, store_id, city_id, zone_id, rider_id, status, distance_meters, ready_expected_at, dropoff_expected_at,
  eta_p50_at, eta_p90_at, promised_p90_at, assigned_at, picked_up_at, delivered_at, closed_at, is_return_due, returned_at,
  reason_code, created_at, updated_at) on public.deliveries to authenticated;
grant select (id, delivery_id, command, from_status, to_status, actor, reason_code, client_at, created_at)
  on public.delivery_events to authenticated;
grant select (delivery_id, kind, photo_path, created_at) on public.delivery_proofs to authenticated;
grant select, insert, update, delete on public.riders to service_role;
grant select on public.deliveries, public.delivery_events to service_role;
grant select on public.delivery_transitions to anon, authenticated, service_role;
grant update (display_name, phone, vehicle, skills, is_active) on public.riders to authenticated;

create policy select_own on public.riders for select to authenticated
  using (id = (select auth.uid()) or (select private.is_ops()));
create policy update_ops on public.riders for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));

create policy select_concerned on public.deliveries for select to authenticated
  using (
    (select private.is_ops())
    or rider_id = (select auth.uid())
    or store_id in (select private.my_store_ids())
    or exists (select 1 from public.orders o where o.id = order_id and o.customer_id = (select auth.uid())));
create policy select_concerned on public.delivery_events for select to authenticated
  using (exists (select 1 from public.deliveries d where d.id = delivery_id));
create policy select_all on public.delivery_transitions for select to anon, authenticated using (true);

grant select on public.delivery_pay_lines, public.delivery_incidents, public.breach_records,
  public.rider_shifts, public.rider_shift_slots, public.rider_pay_rules to authenticated;
grant insert (zone_id, kind, label, translations, amount_cents, weekdays, starts_at, ends_at, mode, is_active),
  update (label, translations, amount_cents, weekdays, starts_at, ends_at, mode, is_active), delete
  on public.rider_pay_rules to authenticated;
grant insert (zone_id, starts_at, ends_at, capacity), update (capacity), delete on public.rider_shift_slots to authenticated;

create policy select_concerned on public.delivery_pay_lines for select to authenticated
  using ((select private.is_ops()) or delivery_id in (
    select d.id from public.deliveries d where d.rider_id = (select auth.uid())));
create policy select_concerned on public.delivery_incidents for select to authenticated
  using ((select private.is_ops()) or rider_id = (select auth.uid()));
create policy select_concerned on public.delivery_proofs for select to authenticated
  using (exists (select 1 from public.deliveries d where d.id = delivery_id));
create policy select_own on public.breach_records for select to authenticated
  using ((select private.is_ops()) or rider_id = (select auth.uid()));
create policy select_own on public.rider_shifts for select to authenticated
  using ((select private.is_ops()) or rider_id = (select auth.uid()));
create policy select_ops on public.rider_shift_slots for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.rider_shift_slots for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.rider_shift_slots for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.rider_shift_slots for delete to authenticated using ((select private.has_ops_role('operations')));
create policy select_ops on public.rider_pay_rules for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.rider_pay_rules for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.rider_pay_rules for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.rider_pay_rules for delete to authenticated using ((select private.has_ops_role('operations')));

create policy linli_insert_proof on storage.objects for insert to authenticated
  with check (bucket_id = 'proofs' and name ~ '^proofs/[0-9a-f-]{36}/[^/]+$' and split_part(name, '/', 2) in (
    select d.id::text from public.deliveries d
    where d.rider_id = (select auth.uid())
      and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')));
-- Who may see the delivery may see its photos.
create policy linli_select_proof on storage.objects for select to authenticated
  using (bucket_id = 'proofs' and exists (
    select 1 from public.deliveries d where d.id::text = split_part(storage.objects.name, '/', 2)));

grant execute on function
  public.go_online(double precision, double precision),
  public.go_offline(),
  public.report_position(double precision, double precision, double precision, timestamptz),
  public.arrive_at_store(uuid, text, timestamptz),
  public.pick_up_delivery(uuid, text, timestamptz),
  public.arrive_at_customer(uuid, text, timestamptz),
  public.deliver_delivery(uuid, text, timestamptz, jsonb),
  public.report_incident(uuid, text, text, text, text, timestamptz),
  public.return_delivery(uuid, text),
  public.resolve_delivery(uuid, text, text, text, uuid, text),
  public.waive_breach(uuid, text),
  public.preview_rider_pay(uuid, int, timestamptz, text),
  public.book_shift(uuid, text),
  public.release_shift(uuid, text),
  public.get_my_shifts(),
  public.get_rider_home(),
  public.list_my_deliveries(timestamptz, int)
  to authenticated;

