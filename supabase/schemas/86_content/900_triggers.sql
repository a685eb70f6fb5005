create trigger banners_check
before insert or update of link, city_id on public.banners
for each row execute function private.check_banner();

create trigger banners_touch_updated_at
before update on public.banners
for each row execute function private.touch_updated_at();

create trigger articles_stamp
before insert or update of is_published on public.articles
for each row execute function private.stamp_article();

create trigger articles_touch_updated_at
before update on public.articles
for each row execute function private.touch_updated_at();

create trigger ad_slots_touch_updated_at
before update on public.ad_slots
for each row execute function private.touch_updated_at();
