create function private.next_midnight(p_store_id uuid)
returns timestamptz
language sql
stable
security definer -- the time zone of a store is public; reading it here must not depend on the caller
set search_path = ''
as $$
  select ((now() at time zone coalesce(s.timezone, c.timezone))::date + 1)::timestamp at time zone coalesce(s.timezone, c.timezone)
  from public.stores s
  join public.cities c on c.id = s.city_id
  where s.id = p_store_id;
$$;
comment on function private.next_midnight(uuid) is 'When the next day begins at a store.';

create function private.rule_stock(p_subject_id uuid, p_low_stock_count int, p_daily_count int)
returns public.stock_items
language plpgsql
set search_path = ''
as $$
declare
  v_row public.stock_items;
begin
  if p_low_stock_count < 0 or p_daily_count < 0 then
    perform private.raise('catalog.stock_negative', 400);
  end if;
  update public.stock_items
  set low_stock_count = p_low_stock_count, daily_count = p_daily_count,
      restock_at = case when p_daily_count is not null then private.next_midnight(store_id) end,
      updated_at = now()
  where id = p_subject_id
  returning * into v_row;
  if not found then
    perform private.raise('catalog.stock_uncounted', 409);
  end if;
  return v_row;
end;
$$;

create function public.set_stock_rules(p_subject_id uuid, p_low_stock_count int, p_daily_count int)
returns jsonb
language plpgsql
security definer -- stock rows are changed by functions only
set search_path = ''
as $$
begin
  perform private.require_store_staff((private.stock_subject(p_subject_id)).store_id, '{manager}');
  return to_jsonb(private.rule_stock(p_subject_id, p_low_stock_count, p_daily_count));
end;
$$;
comment on function public.set_stock_rules(uuid, int, int) is
  'When the store is warned and how many there are again every day; null for neither. The stock must be counted.';

create function private.run_stock_day()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_before public.stock_items;
  v_row public.stock_items;
  v_count int := 0;
begin
  -- Sorted, as orders take them; rows that an order holds right now come a minute later.
  for v_before in
    select * from public.stock_items where restock_at <= now() order by id limit 1000 for update skip locked
  loop
    update public.stock_items
    set on_hand_count = greatest(daily_count, reserved_count),
        restock_at = private.next_midnight(store_id), updated_at = now()
    where id = v_before.id
    returning * into v_row;
    perform private.move_stock(v_row, 'restocked', v_row.on_hand_count - v_before.on_hand_count);
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_stock_day() is
  'Puts the daily stock back on the shelf where a new day has begun; returns how many rows. Runs every minute: midnight comes at different times.';
