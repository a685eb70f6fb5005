create function private.zone_id_at(p_city_id uuid, p_lon double precision, p_lat double precision)
returns uuid
language sql
stable
security definer -- zones that are off are hidden from readers, not from rules
set search_path = ''
as $$
  select z.id
  from public.zones z
  where z.city_id = p_city_id and z.is_active and extensions.st_covers(z.area, private.point(p_lon, p_lat))
  order by z.id
  limit 1;
$$;
comment on function private.zone_id_at(uuid, double precision, double precision) is 'The active zone of a city that covers a place; null outside.';
