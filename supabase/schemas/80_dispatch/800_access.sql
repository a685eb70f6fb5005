alter table public.dispatch_ticks enable row level security;
alter table private.dispatch_leases enable row level security;
alter table public.dispatch_offers enable row level security;

grant select on public.dispatch_ticks, public.dispatch_offers to authenticated, service_role;
create policy select_ops on public.dispatch_ticks for select to authenticated using ((select private.is_ops()));
create policy select_own on public.dispatch_offers for select to authenticated
  using (rider_id = (select auth.uid()) or (select private.is_ops()));

grant execute on function
  public.begin_dispatch_tick(uuid),
  public.commit_dispatch_tick(uuid, jsonb),
  public.list_dispatch_zones()
  to service_role;
grant execute on function
  public.accept_offer(uuid, text),
  public.decline_offer(uuid, text),
  public.assign_delivery(uuid, uuid, text),
  public.get_ops_map(uuid)
  to authenticated;

