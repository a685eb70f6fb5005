alter table public.quotes enable row level security;
alter table public.orders enable row level security;
alter table private.order_contacts enable row level security;
alter table public.order_items enable row level security;
alter table public.order_adjustments enable row level security;
alter table public.order_transitions enable row level security;
alter table public.order_events enable row level security;
alter table public.order_cancel_policies enable row level security;
alter table public.order_requests enable row level security;

grant select on public.quotes, public.order_items, public.order_adjustments,
  public.order_events, public.order_requests to authenticated, service_role;
grant select on public.order_transitions, public.order_cancel_policies to anon, authenticated, service_role;
grant update (refund_bps, liable_party) on public.order_cancel_policies to authenticated;
-- Everything but the pickup code, which only its customer is shown.
grant select (id, number, customer_id, merchant_id, store_id, city_id, quote_id, fulfillment_type, status, currency,
  subtotal_cents, packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents, note,
  phone_suffix, slot_starts_at, slot_ends_at, table_label, party_size, is_edit_consented, urge_count, urged_at, delayed_minutes,
  preparation_expected_at, pickup_expected_at, dropoff_expected_at, due_at, reason_code, placed_at, accepted_at,
  ready_at, completed_at, closed_at, created_at, updated_at) on public.orders to authenticated;
grant select on public.orders to service_role;

create policy select_own on public.quotes for select to authenticated using (customer_id = (select auth.uid()));

-- The parts that an index can serve are spelled out; can_see_order says the same for one order.
create policy select_concerned on public.orders for select to authenticated
  using (
    customer_id = (select auth.uid())
    or (placed_at is not null and store_id in (select private.my_store_ids()))
    or id in (select private.my_delivery_order_ids())
    or (select private.is_ops()));
grant execute on function private.my_delivery_order_ids() to authenticated;

-- An order's parts are seen by who sees the order: a subquery, since a function would run for every row of a list.
create policy select_concerned on public.order_items for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.orders o where o.id = order_id));
create policy select_concerned on public.order_adjustments for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.orders o where o.id = order_id));
create policy select_concerned on public.order_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.orders o where o.id = order_id));
create policy select_concerned on public.order_requests for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.orders o where o.id = order_id));
create policy select_all on public.order_cancel_policies for select to anon, authenticated using (true);
create policy update_ops on public.order_cancel_policies for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy select_all on public.order_transitions for select to anon, authenticated using (true);

grant execute on function
  public.quote_order(uuid, jsonb, public.fulfillment_type, uuid, bigint, timestamptz, uuid[], text, int, jsonb),
  public.place_order(uuid, text, text, boolean),
  public.accept_order(uuid, text, int),
  public.start_preparing(uuid, text),
  public.mark_order_ready(uuid, text),
  public.reject_order(uuid, text, text),
  public.collect_order(uuid, text, text),
  public.cancel_order(uuid, text, text, public.liable_party),
  public.start_service(uuid, text),
  public.complete_service(uuid, text),
  public.mark_no_show(uuid, text),
  public.delay_order(uuid, int, text),
  public.urge_order(uuid, text),
  public.propose_slot(uuid, timestamptz, text),
  public.propose_edit(uuid, jsonb, text),
  public.preview_edit(uuid, jsonb),
  public.request_cancel(uuid, text, text),
  public.answer_order_request(uuid, boolean, text),
  public.reorder(uuid),
  public.list_orders(uuid, uuid, public.order_status[], text, timestamptz, timestamptz, jsonb, int, uuid),
  public.get_order_page(uuid),
  public.get_store_report(uuid, date, date)
  to authenticated;

