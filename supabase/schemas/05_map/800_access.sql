alter table public.cities enable row level security;
alter table public.zones enable row level security;
alter table public.city_conditions enable row level security;
alter table private.road_nodes enable row level security;
alter table private.road_edges enable row level security;
alter table private.map_areas enable row level security;
alter table private.map_places enable row level security;

grant select on public.cities, public.zones to anon, authenticated, service_role;
grant select on public.city_conditions to anon, authenticated, service_role;
grant update (name, translations, is_active) on public.cities to authenticated;
grant update (name, translations, offer_timeout_seconds, max_in_hand, radius_meters,
  rider_base_pay_cents, rider_pay_per_km_cents, is_active) on public.zones to authenticated;

create policy select_active on public.cities for select to anon, authenticated
  using (is_active or (select private.is_ops()));
create policy update_ops on public.cities for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));

create policy select_all on public.city_conditions for select to anon, authenticated using (true);

create policy select_active on public.zones for select to anon, authenticated
  using (is_active or (select private.is_ops()));
create policy update_ops on public.zones for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));

grant execute on function public.map_tile(int, int, int) to anon, authenticated, service_role;
grant execute on function
  public.find_route(uuid, double precision, double precision, double precision, double precision)
  to authenticated, service_role;

grant execute on function public.set_city_condition(uuid, text, timestamptz, timestamptz, text, numeric) to authenticated, service_role;
