create function private.refresh_store_listings(p_store_ids uuid[])
returns void
language plpgsql
security definer -- listings are private; whoever changes a store changes its listing
set search_path = ''
as $$
declare
  v_today date := (now() at time zone 'utc')::date;
begin
  -- Two changes of a store follow one another, and the later one sees what the earlier wrote.
  perform 1 from public.stores s where s.id = any (p_store_ids) order by s.id for no key update;
  delete from private.store_listings l
  where l.store_id = any (p_store_ids) and not exists (
    select 1
    from public.stores s
    join public.cities c on c.id = s.city_id and c.is_active
    join public.merchants m on m.id = s.merchant_id and m.status = 'active'
    where s.id = l.store_id and s.is_published);
  with periods as (
    select o.store_id, range_agg(tstzrange(o.starts_at, o.ends_at)) as open_periods
    from private.find_open_periods(p_store_ids, v_today - 2, v_today + 4) o
    group by o.store_id
  )
  insert into private.store_listings (store_id, city_id, category_id, name, timezone, location, delivery_area, rate_card_id, reach_meters,
    open_periods, paused_until, rating_average, monthly_sales_count, refresh_at)
  select s.id, s.city_id, s.category_id, concat_ws(' ', s.name, s.translations #>> '{en,name}'),
    coalesce(s.timezone, c.timezone), s.location, s.delivery_area,
    r.id, coalesce(r.reach_meters, 0),
    coalesce(p.open_periods, '{}') - tstzmultirange(tstzrange(null, coalesce(s.closed_until, '-infinity')))
      - tstzmultirange(tstzrange(private.licensed_until(s), null)),
    case when s.is_rush_delivery_paused then s.rush_until end, s.rating_average, s.monthly_sales_count,
    least(now() + interval '1 day', private.next_rate_card_change(s.city_id))
  from public.stores s
  join public.cities c on c.id = s.city_id and c.is_active
  join public.merchants m on m.id = s.merchant_id and m.status = 'active'
  left join lateral private.find_rate_card(s, now()) r on true
  left join periods p on p.store_id = s.id
  where s.id = any (p_store_ids) and s.is_published
  order by s.id
  on conflict (store_id) do update
    set city_id = excluded.city_id, category_id = excluded.category_id, name = excluded.name, timezone = excluded.timezone, location = excluded.location,
        delivery_area = excluded.delivery_area, rate_card_id = excluded.rate_card_id, reach_meters = excluded.reach_meters,
        open_periods = excluded.open_periods, paused_until = excluded.paused_until, rating_average = excluded.rating_average,
        monthly_sales_count = excluded.monthly_sales_count, refresh_at = excluded.refresh_at;
end;
$$;
comment on function private.refresh_store_listings(uuid[]) is
  'Makes the listings of stores true again: visible ones are written, others removed.';

create function private.refresh_due_listings(p_limit int default 5000)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_ids uuid[];
begin
  select array_agg(store_id) into v_ids
  from (
    -- The store first, as every change of a store does it.
    select l.store_id from private.store_listings l
    join public.stores s on s.id = l.store_id
    where l.refresh_at <= now() order by l.refresh_at limit p_limit for no key update of s skip locked
  ) due;
  if v_ids is not null then
    perform private.refresh_store_listings(v_ids);
  end if;
  return coalesce(cardinality(v_ids), 0);
end;
$$;
comment on function private.refresh_due_listings(int) is 'Refreshes listings whose time has come; returns how many.';
