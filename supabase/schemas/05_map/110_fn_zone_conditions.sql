create function private.zone_conditions(p_zone_id uuid, p_at timestamptz)
returns table (condition text, travel_factor numeric)
language sql
stable
set search_path = ''
as $$
  select c.condition, c.travel_factor
  from public.zones z
  join public.city_conditions c on c.city_id = z.city_id and c.starts_at <= p_at and c.ends_at > p_at
  where z.id = p_zone_id
  union all
  (select m.kind, m.travel_factor
   from public.incident_modes m
   where m.zone_id = p_zone_id and m.starts_at <= p_at and coalesce(m.ended_at, m.ends_at) > p_at
   order by m.starts_at desc
   limit 1);
$$;
comment on function private.zone_conditions(uuid, timestamptz) is
  'What holds in a zone at an instant, whoever said so: the conditions of its city and its own incident mode. Fees, pay and travel times all ask here.';
