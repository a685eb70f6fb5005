-- plpgsql, since these are asked for in every checkout: its plans are kept, those of a nested sql function are not.
create function private.daypart_is_on(p_daypart_id uuid, p_local timestamp)
returns boolean
language plpgsql
stable
security definer -- times of sale are public; reading them here must not depend on the caller
set search_path = ''
as $$
begin
  -- Windows of today, and yesterday's that run over midnight.
  return exists (
    select 1
    from (values (p_local::date), (p_local::date - 1)) as d (day)
    join public.daypart_windows w on w.daypart_id = p_daypart_id and w.weekday = extract(dow from d.day)
    where p_local >= d.day + w.starts_at
      and p_local < d.day + w.ends_at
        + case when w.ends_at <= w.starts_at then interval '1 day' else interval '0' end);
end;
$$;
comment on function private.daypart_is_on(uuid, timestamp) is 'Whether a daypart runs at a local time of its store.';

create function private.local_time(p_store_id uuid, p_at timestamptz default now())
returns timestamp
language plpgsql
stable
security definer -- the time zone of a store is public; reading it here must not depend on the caller
set search_path = ''
as $$
begin
  return (
    select p_at at time zone coalesce(s.timezone, c.timezone)
    from public.stores s
    join public.cities c on c.id = s.city_id
    where s.id = p_store_id);
end;
$$;
comment on function private.local_time(uuid, timestamptz) is 'What the clock on a store''s wall shows at an instant.';
