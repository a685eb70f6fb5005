alter table public.bookings enable row level security;
alter table public.booking_transitions enable row level security;
alter table public.booking_events enable row level security;
alter table public.vouchers enable row level security;
alter table public.voucher_transitions enable row level security;
alter table public.voucher_events enable row level security;

grant select on public.bookings, public.booking_events, public.voucher_events to authenticated, service_role;
grant select on public.booking_transitions, public.voucher_transitions to anon, authenticated, service_role;
-- Everything but the code, which only its customer is shown.
grant select (id, order_id, order_item_id, store_id, customer_id, status, code_hint, amount_cents, expires_at,
  redeemed_at, redeemed_by_id, created_at, updated_at) on public.vouchers to authenticated;
grant select on public.vouchers to service_role;

create policy select_concerned on public.bookings for select to authenticated
  using (
    customer_id = (select auth.uid())
    or worker_id = (select auth.uid())
    or exists (select 1 from public.orders o where o.id = order_id)
    or (select private.is_ops()));
create policy select_concerned on public.booking_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.bookings b where b.id = booking_id));
create policy select_concerned on public.vouchers for select to authenticated
  using (
    customer_id = (select auth.uid())
    or store_id in (select private.my_store_ids())
    or (select private.is_ops()));
create policy select_concerned on public.voucher_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.vouchers v where v.id = voucher_id));
create policy select_all on public.booking_transitions for select to anon, authenticated using (true);
create policy select_all on public.voucher_transitions for select to anon, authenticated using (true);

grant execute on function
  public.assign_booking(uuid, uuid),
  public.find_voucher(uuid, text),
  public.list_store_bookings(uuid, timestamptz, timestamptz),
  public.list_voucher_redemptions(uuid, timestamptz, timestamptz),
  public.redeem_voucher(uuid, text, text),
  public.refund_voucher(uuid, text)
  to authenticated;
