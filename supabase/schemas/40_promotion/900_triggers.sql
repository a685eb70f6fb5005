create trigger promotions_check
before insert or update of city_id, store_id, kind, tiers, effect, conditions, windows on public.promotions
for each row execute function private.check_promotion();

create trigger promotions_count_version
before update on public.promotions
for each row execute function private.count_promotion_version();

create trigger promotions_touch_updated_at
before update on public.promotions
for each row execute function private.touch_updated_at();

create trigger promotions_keep_version
after insert or update on public.promotions
for each row execute function private.keep_promotion_version();

create trigger promotions_spread_caps_of_new
after insert on public.promotions
for each row execute function private.spread_changed_caps();

create trigger promotions_spread_caps
after update of budget_cents, usage_cap on public.promotions
for each row when (new.budget_cents is distinct from old.budget_cents or new.usage_cap is distinct from old.usage_cap)
execute function private.spread_changed_caps();

create trigger promotions_sync_flash_stock
after insert or update of effect on public.promotions
for each row when (new.kind = 'flash_sale')
execute function private.sync_flash_stock();

create trigger campaign_enrolments_check
before insert or update on public.campaign_enrolments
for each row execute function private.check_enrolment();
