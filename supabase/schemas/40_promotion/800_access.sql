alter table public.promotions enable row level security;

grant select on public.promotions to anon, authenticated, service_role;
grant insert (city_id, store_id, kind, name, translations, tiers, cost_bearer, priority, starts_at, ends_at,
    is_active, budget_cents),
  update (name, translations, tiers, priority, starts_at, ends_at, is_active, budget_cents)
  on public.promotions to authenticated;
grant delete on public.promotions to authenticated;
create policy select_active on public.promotions for select to anon using (is_active);
create policy select_active_or_own on public.promotions for select to authenticated
  using (is_active or store_id in (select private.my_store_ids()) or (select private.is_ops()));
-- A store promises its own money only.
create policy insert_bearer on public.promotions for insert to authenticated
  with check ((select private.is_ops())
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));
create policy update_bearer on public.promotions for update to authenticated
  using ((select private.is_ops())
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))))
  with check ((select private.is_ops())
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));
create policy delete_bearer on public.promotions for delete to authenticated
  using ((select private.is_ops())
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));

