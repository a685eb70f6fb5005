create function private.store_zone_id(p_store public.stores)
returns uuid
language sql
stable
security definer -- zones that are off are hidden from readers, not from rules
set search_path = ''
as $$
  select z.id
  from public.zones z
  where z.city_id = p_store.city_id and z.is_active
  order by z.area operator(extensions.<->) p_store.location::extensions.geometry, z.id
  limit 1;
$$;
comment on function private.store_zone_id(public.stores) is 'The zone whose riders fetch from a store: the nearest of its city.';

create function private.find_rate_card(p_store public.stores, p_at timestamptz)
returns public.rate_cards
language sql
stable
set search_path = ''
as $$
  select r
  from public.rate_cards r
  where r.city_id = p_store.city_id
    and (r.store_id is null or r.store_id = p_store.id)
    and (r.zone_id is null or r.zone_id = private.store_zone_id(p_store))
    and r.starts_at <= p_at and (r.ends_at is null or r.ends_at > p_at)
  order by r.store_id is not null desc, r.zone_id is not null desc, r.version desc
  limit 1;
$$;
comment on function private.find_rate_card(public.stores, timestamptz) is 'The card that prices a store''s deliveries at an instant: its own, its zone''s, or its city''s.';
