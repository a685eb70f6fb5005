create function private.list_changed_stores()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
begin
  perform private.refresh_store_listings(array_agg(n.id))
  from new_rows n
  left join old_rows o on o.id = n.id
  where (n.merchant_id, n.city_id, n.category_id, n.name, n.translations, n.lon, n.lat, n.is_published, n.timezone,
      n.closed_until, n.rush_until, n.is_rush_delivery_paused, n.rating_average, n.monthly_sales_count)
    is distinct from (o.merchant_id, o.city_id, o.category_id, o.name, o.translations, o.lon, o.lat, o.is_published, o.timezone,
      o.closed_until, o.rush_until, o.is_rush_delivery_paused, o.rating_average, o.monthly_sales_count)
    or n.delivery_area::text is distinct from o.delivery_area::text;
  return null;
end;
$$;

create function private.list_new_stores()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
begin
  perform private.refresh_store_listings(array_agg(n.id)) from new_rows n;
  return null;
end;
$$;

create function private.list_stores_of_rows()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
begin
  -- Hours and their exceptions: rows that name their store.
  if tg_op = 'DELETE' then
    perform private.refresh_store_listings(array_agg(distinct o.store_id)) from old_rows o;
  elsif tg_op = 'INSERT' then
    perform private.refresh_store_listings(array_agg(distinct n.store_id)) from new_rows n;
  else
    perform private.refresh_store_listings(array_agg(distinct c.store_id))
    from (select o.store_id from old_rows o union select n.store_id from new_rows n) c;
  end if;
  return null;
end;
$$;

create function private.list_stores_of_city()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
declare
  v_row jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
begin
  -- A town, a zone or a rate card: everything that its stores show may change.
  perform private.refresh_store_listings(array_agg(s.id))
  from public.stores s
  where s.city_id = (case tg_table_name when 'cities' then v_row ->> 'id' else v_row ->> 'city_id' end)::uuid
    and (v_row ->> 'store_id' is null or s.id = (v_row ->> 'store_id')::uuid);
  return null;
end;
$$;

create function private.list_stores_of_merchant()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
declare
  v_row jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
begin
  -- A merchant, or a licence of it.
  perform private.refresh_store_listings(array_agg(s.id))
  from public.stores s
  where s.merchant_id = (case tg_table_name when 'merchants' then v_row ->> 'id' else v_row ->> 'merchant_id' end)::uuid;
  return null;
end;
$$;

create function private.list_stores_of_category()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
begin
  perform private.refresh_store_listings(array_agg(s.id))
  from public.stores s
  where s.category_id in (
    with recursive below as (
      select new.id as id
      union
      select c.id from public.categories c join below b on c.parent_id = b.id
    )
    select b.id from below b);
  return null;
end;
$$;
