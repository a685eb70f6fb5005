create function private.find_open_periods(p_store_ids uuid[], p_from date, p_to date)
returns table (store_id uuid, on_date date, starts_at timestamptz, ends_at timestamptz)
language sql
stable
security definer -- hours are public; reading them here must not depend on the caller
rows 20
set search_path = ''
as $$
  select o.store_id, o.on_date, o.starts_at, o.ends_at
  from (
    select s.id as store_id, d.day as on_date,
      (d.day + r.opens_at) at time zone z.timezone as starts_at,
      (d.day + r.closes_at + case when r.closes_at <= r.opens_at then interval '1 day' else interval '0' end)
        at time zone z.timezone as ends_at
    from public.stores s
    join public.cities c on c.id = s.city_id
    cross join lateral (select coalesce(s.timezone, c.timezone) as timezone) z
    cross join lateral (
      select p_from + n as day from generate_series(0, p_to - p_from) n) d
    cross join lateral (
      select e.opens_at, e.closes_at
      from public.store_hour_exceptions e
      where e.store_id = s.id and e.on_date = d.day and e.opens_at is not null
      union all
      select h.opens_at, h.closes_at
      from public.store_hours h
      where h.store_id = s.id and h.weekday = extract(dow from d.day)
        and not exists (
          select 1 from public.store_hour_exceptions e where e.store_id = s.id and e.on_date = d.day)) r
    where s.id = any (p_store_ids)) o
  -- The hour that a clock change leaves out is no time at all.
  where o.starts_at < o.ends_at;
$$;
comment on function private.find_open_periods(uuid[], date, date) is
  'When stores open on the dates from p_from to p_to of their own calendars, as instants; a night belongs to the date it opens.';
