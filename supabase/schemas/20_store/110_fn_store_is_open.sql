create function private.store_is_open(p_store_id uuid, p_at timestamptz default now())
returns boolean
language sql
stable
security definer -- hours are public; reading them here must not depend on the caller
set search_path = ''
as $$
  with local as (
    select s.id, s.closed_until, (p_at at time zone c.timezone) as at
    from public.stores s
    join public.cities c on c.id = s.city_id and c.is_active
    join public.merchants m on m.id = s.merchant_id and m.status = 'active'
    where s.id = p_store_id and s.is_published
  ),
  -- Today's ranges, and yesterday's that run over midnight.
  ranges as (
    select d.day, coalesce(e.opens_at, h.opens_at) as opens_at, coalesce(e.closes_at, h.closes_at) as closes_at
    from local l
    cross join lateral (values (l.at::date), (l.at::date - 1)) as d (day)
    left join public.store_hour_exceptions e on e.store_id = l.id and e.on_date = d.day
    left join public.store_hours h
      on h.store_id = l.id and h.weekday = extract(dow from d.day) and e.store_id is null
  )
  select exists (
    select 1
    from local l
    join ranges r on r.opens_at is not null
    where (l.closed_until is null or l.closed_until <= p_at)
      and l.at >= r.day + r.opens_at
      and l.at < r.day + r.closes_at
        + case when r.closes_at <= r.opens_at then interval '1 day' else interval '0' end);
$$;
comment on function private.store_is_open(uuid, timestamptz) is 'Published, of an active merchant in an active town, within its hours in its own time zone, and not temporarily closed.';

