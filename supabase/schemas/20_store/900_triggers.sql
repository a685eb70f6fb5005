create trigger merchants_touch_updated_at
before update on public.merchants
for each row execute function private.touch_updated_at();

create trigger stores_touch_updated_at
before update on public.stores
for each row execute function private.touch_updated_at();

