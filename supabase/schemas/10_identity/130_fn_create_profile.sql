create function private.create_profile()
returns trigger
language plpgsql
security definer -- auth.users is written by the auth server's role
set search_path = ''
as $$
begin
  insert into public.profiles (id, display_name, locale)
  values (
    new.id,
    left(coalesce(new.raw_user_meta_data ->> 'display_name', ''), 60),
    case when new.raw_user_meta_data ->> 'locale' = 'en' then 'en' else 'zh-CN' end)
  on conflict (id) do nothing;
  return new;
end;
$$;

