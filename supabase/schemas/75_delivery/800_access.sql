alter table public.riders enable row level security;
alter table public.deliveries enable row level security;
alter table public.delivery_transitions enable row level security;
alter table public.delivery_events enable row level security;

grant select on public.riders, public.deliveries, public.delivery_events to authenticated;
grant select, insert, update, delete on public.riders to service_role;
grant select on public.deliveries, public.delivery_events to service_role;
grant select on public.delivery_transitions to anon, authenticated, service_role;
grant update (display_name, phone, vehicle, is_active) on public.riders to authenticated;

create policy select_own on public.riders for select to authenticated
  using (id = (select auth.uid()) or (select private.is_ops()));
create policy update_ops on public.riders for update to authenticated
  using ((select private.is_ops())) with check ((select private.is_ops()));

create policy select_concerned on public.deliveries for select to authenticated
  using (
    (select private.is_ops())
    or rider_id = (select auth.uid())
    or store_id in (select private.my_store_ids())
    or exists (select 1 from public.orders o where o.id = order_id and o.customer_id = (select auth.uid())));
create policy select_concerned on public.delivery_events for select to authenticated
  using (exists (select 1 from public.deliveries d where d.id = delivery_id));
create policy select_all on public.delivery_transitions for select to anon, authenticated using (true);

grant execute on function
  public.go_online(double precision, double precision),
  public.go_offline(),
  public.report_position(double precision, double precision, double precision, timestamptz),
  public.arrive_at_store(uuid, text, timestamptz),
  public.pick_up_delivery(uuid, text, timestamptz),
  public.arrive_at_customer(uuid, text, timestamptz),
  public.deliver_delivery(uuid, text, timestamptz),
  public.get_rider_home()
  to authenticated;

