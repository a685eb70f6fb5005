alter table public.dispatch_ticks enable row level security;
alter table private.dispatch_leases enable row level security;
alter table public.dispatch_offers enable row level security;
alter table public.dispatch_batches enable row level security;
alter table public.dispatch_parameters enable row level security;
alter table public.dispatch_parameter_changes enable row level security;
alter table public.incident_modes enable row level security;
alter table private.waiting_hints enable row level security;
alter table private.rider_tours enable row level security;
alter table private.dispatch_exclusions enable row level security;
alter table private.travel_cache enable row level security;
alter table private.speed_factors enable row level security;
alter table private.travel_legs enable row level security;
alter table private.learnt_quantiles enable row level security;
alter table private.eta_predictions enable row level security;

grant select on public.dispatch_ticks, public.dispatch_offers to authenticated, service_role;
create policy select_ops on public.dispatch_ticks for select to authenticated using ((select private.is_ops()));
create policy select_own on public.dispatch_offers for select to authenticated
  using (rider_id = (select auth.uid()) or (select private.is_ops()));

grant select on public.dispatch_batches, public.incident_modes to authenticated, service_role;
create policy select_own on public.dispatch_batches for select to authenticated
  using (rider_id = (select auth.uid()) or (select private.is_ops()));
create policy select_ops on public.incident_modes for select to authenticated using ((select private.is_ops()));

grant select on public.dispatch_parameters, public.dispatch_parameter_changes to authenticated;
grant update (commit_lead_seconds, pickup_service_seconds, dropoff_service_seconds, grab_after_seconds,
  position_max_age_seconds, dark_after_seconds, decline_peace_seconds, search_steps, weights, proof_rule)
  on public.dispatch_parameters to authenticated;
create policy select_ops on public.dispatch_parameters for select to authenticated using ((select private.is_ops()));
create policy update_ops on public.dispatch_parameters for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy select_ops on public.dispatch_parameter_changes for select to authenticated
  using ((select private.is_ops()));

grant execute on function
  public.begin_dispatch_tick(uuid, boolean),
  public.get_dispatch_tick(uuid),
  public.commit_dispatch_tick(uuid, jsonb),
  public.list_dispatch_zones()
  to service_role;
grant execute on function
  public.accept_offer(uuid, text),
  public.decline_offer(uuid, text),
  public.assign_delivery(uuid, uuid, text),
  public.get_ops_map(uuid),
  public.take_back_delivery(uuid, boolean, text),
  public.adjust_delivery(uuid, int, int, text),
  public.list_delivery_candidates(uuid),
  public.get_eta_calibration_days(uuid, timestamptz, timestamptz),
  public.get_dispatch_tick(uuid),
  public.list_grab_pool(),
  public.grab_delivery(uuid, text),
  public.override_delivery(uuid, jsonb, text),
  public.start_incident_mode(uuid, text, int, jsonb, text),
  public.end_incident_mode(uuid),
  public.get_eta_calibration(uuid, timestamptz, timestamptz),
  public.predict_eta(uuid)
  to authenticated;

