alter table public.promotions enable row level security;
alter table public.promotion_versions enable row level security;
alter table public.campaign_enrolments enable row level security;
alter table public.coupons enable row level security;
alter table private.promotion_counters enable row level security;
alter table private.promotion_uses enable row level security;
alter table private.promotion_customers enable row level security;
alter table private.flash_stock enable row level security;
alter table private.coupon_codes enable row level security;
alter table private.coupon_issues enable row level security;
alter table private.coupon_attempts enable row level security;

-- What a promotion costs whom is between the operator and its stores.
grant select (id, city_id, store_id, kind, name, translations, status, conditions, effect, tiers, starts_at, ends_at, windows)
  on public.promotions to anon;
grant select on public.promotions to authenticated, service_role;
grant insert (city_id, store_id, is_for_enrolled, is_enrolment_open, enrolment_share_bps, kind, name, translations,
    conditions, effect, tiers, cost_bearer, merchant_share_bps, priority, stack_group, excludes, starts_at, ends_at,
    windows, budget_cents, usage_cap, customer_cap),
  update (is_enrolment_open, enrolment_share_bps, name, translations, conditions, effect, tiers, priority, stack_group,
    excludes, starts_at, ends_at, windows, budget_cents, usage_cap, customer_cap)
  on public.promotions to authenticated;
grant delete on public.promotions to authenticated;
create policy select_published on public.promotions for select to anon using (status = 'published');
create policy select_own_or_campaign on public.promotions for select to authenticated
  using (store_id in (select private.my_store_ids()) or (select private.is_ops())
    or (status = 'published' and store_id is null and (select exists (select private.my_store_ids()))));
-- A store promises its own money only.
create policy insert_bearer on public.promotions for insert to authenticated
  with check ((select private.has_ops_role('operations'))
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));
create policy update_bearer on public.promotions for update to authenticated
  using ((select private.has_ops_role('operations'))
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))))
  with check ((select private.has_ops_role('operations'))
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));
create policy delete_bearer on public.promotions for delete to authenticated
  using ((select private.has_ops_role('operations'))
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));

grant select on public.promotion_versions to authenticated;
create policy select_editor on public.promotion_versions for select to authenticated
  using ((select private.is_ops()) or promotion_id in (
    select p.id from public.promotions p where p.store_id in (select private.my_store_ids())));

grant select, insert (promotion_id, store_id, merchant_share_bps), update (merchant_share_bps), delete
  on public.campaign_enrolments to authenticated;
create policy select_concerned on public.campaign_enrolments for select to authenticated
  using (store_id in (select private.my_store_ids()) or (select private.is_ops()));
create policy insert_concerned on public.campaign_enrolments for insert to authenticated
  with check ((select private.has_ops_role('operations')) or (
    store_id in (select private.my_store_ids('{manager}'))
    and exists (
      select 1 from public.promotions p
      where p.id = promotion_id and p.is_enrolment_open and p.status = 'published'
        and campaign_enrolments.merchant_share_bps >= p.enrolment_share_bps)));
create policy update_ops on public.campaign_enrolments for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_concerned on public.campaign_enrolments for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant select on public.coupons to authenticated;
create policy select_own on public.coupons for select to authenticated
  using (customer_id = (select auth.uid()) or (select private.is_ops()));

grant execute on function public.used_cents(public.promotions) to authenticated;
grant execute on function
  public.publish_promotion(uuid, text), public.pause_promotion(uuid, text), public.end_promotion(uuid, text)
  to authenticated;
grant execute on function
  public.claim_coupon(uuid, text), public.redeem_coupon_code(text),
  public.list_my_coupons(uuid, jsonb, public.fulfillment_type, bigint),
  public.issue_coupons(uuid, text, uuid[], jsonb, int), public.set_coupon_code(uuid, text),
  public.preview_promotions(uuid, jsonb, uuid, timestamptz, jsonb, public.fulfillment_type, bigint, jsonb),
  public.simulate_promotion(jsonb, timestamptz, timestamptz),
  public.describe_promotion_facts(), public.get_promotion_report(uuid, timestamptz, timestamptz),
  public.get_store_promotion_report(uuid, timestamptz, timestamptz)
  to authenticated;
