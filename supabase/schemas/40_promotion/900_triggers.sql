create trigger promotions_check_tiers
before insert or update of city_id, store_id, kind, tiers on public.promotions
for each row execute function private.check_promotion_tiers();

create trigger promotions_touch_updated_at
before update on public.promotions
for each row execute function private.touch_updated_at();
