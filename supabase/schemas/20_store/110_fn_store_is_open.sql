create function private.store_is_open(p_store_id uuid, p_at timestamptz default now())
returns boolean
language plpgsql
stable
security definer -- hours are public; reading them here must not depend on the caller
set search_path = ''
as $$
begin
  return exists (
    select 1
    from public.stores s
    join public.cities c on c.id = s.city_id and c.is_active
    join public.merchants m on m.id = s.merchant_id and m.status = 'active'
    cross join lateral (select (p_at at time zone coalesce(s.timezone, c.timezone))::date as today) l
    -- Yesterday's ranges may run over midnight.
    cross join lateral private.find_open_periods(array[s.id], l.today - 1, l.today) o
    where s.id = p_store_id and s.is_published
      and (s.closed_until is null or s.closed_until <= p_at)
      and o.starts_at <= p_at and o.ends_at > p_at);
end;
$$;
comment on function private.store_is_open(uuid, timestamptz) is 'Published, of an active merchant in an active town, within its hours in its own time zone, and not temporarily closed.';
