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
    select r.store_id, r.on_date,
      (r.on_date + r.opens_at) at time zone coalesce(s.timezone, c.timezone) as starts_at,
      (r.on_date + r.closes_at + case when r.closes_at <= r.opens_at then interval '1 day' else interval '0' end)
        at time zone coalesce(s.timezone, c.timezone) as ends_at
    from (
      select h.store_id, p_from + n as on_date, h.opens_at, h.closes_at
      from public.store_hours h
      join generate_series(0, p_to - p_from) n on h.weekday = extract(dow from p_from + n)::int
      where h.store_id = any (p_store_ids) and not exists (
        select 1 from public.store_hour_exceptions e where e.store_id = h.store_id and e.on_date = p_from + n)
      union all
      select e.store_id, e.on_date, e.opens_at, e.closes_at
      from public.store_hour_exceptions e
      where e.store_id = any (p_store_ids) and e.on_date between p_from and p_to and e.opens_at is not null
    ) r
    join public.stores s on s.id = r.store_id
    join public.cities c on c.id = s.city_id
  ) o
  -- The hour that a clock change leaves out is no time at all.
  where o.starts_at < o.ends_at;
$$;
comment on function private.find_open_periods(uuid[], date, date) is
  'When stores open on the dates from p_from to p_to of their own calendars, as instants; a night belongs to the date it opens.';
