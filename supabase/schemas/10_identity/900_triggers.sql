create trigger users_create_profile
after insert on auth.users
for each row execute function private.create_profile();

create trigger profiles_touch_updated_at
before update on public.profiles
for each row execute function private.touch_updated_at();

create trigger addresses_touch_updated_at
before update on public.addresses
for each row execute function private.touch_updated_at();

create trigger settings_touch_updated_at
before update on public.settings
for each row execute function private.touch_updated_at();

