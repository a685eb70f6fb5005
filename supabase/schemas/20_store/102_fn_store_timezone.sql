create function private.store_timezone(p_store public.stores)
returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(p_store.timezone, (select c.timezone from public.cities c where c.id = p_store.city_id));
$$;
comment on function private.store_timezone(public.stores) is 'The IANA time zone in which a store lives.';
