create function private.own_menu_id(p_store_id uuid, p_table text, p_id uuid)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  v_id uuid;
begin
  execute format('select t.id from public.%I t where t.id = $1 and t.store_id = $2', p_table) into v_id using p_id, p_store_id;
  return v_id;
end;
$$;
comment on function private.own_menu_id(uuid, text, uuid) is 'The id when the store has it: a menu of another store is copied, not taken.';

create function private.bad_menu_column(p_table text, p_patch jsonb)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  v_column text;
begin
  for v_column in select key from jsonb_each(p_patch) loop
    begin
      execute format('select 1 from jsonb_populate_record(null::public.%I, $1)', p_table) using jsonb_build_object(v_column, p_patch -> v_column);
    exception when data_exception then
      return v_column;
    end;
  end loop;
  return null;
end;
$$;
comment on function private.bad_menu_column(text, jsonb) is 'The first column whose value its table cannot hold.';

create function private.import_menu_parts(p_store_id uuid, p_type text, p_id uuid, p_row jsonb)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_before jsonb;
  v_given jsonb;
  v_stock public.stock_items;
  v_column text;
  v_is_changed boolean := false;
begin
  begin
    if p_type = 'daypart' and p_row ? 'windows' then
      v_column := 'windows';
      v_before := private.daypart_windows_of(p_id);
      v_given := coalesce(nullif(p_row ->> 'windows', ''), '[]')::jsonb;
      if v_given <> v_before then
        delete from public.daypart_windows where daypart_id = p_id;
        insert into public.daypart_windows (daypart_id, store_id, weekday, starts_at, ends_at)
        select p_id, p_store_id, w.weekday, w.starts_at, w.ends_at
        from jsonb_to_recordset(v_given) as w (weekday int, starts_at time, ends_at time);
        v_is_changed := private.daypart_windows_of(p_id) <> v_before;
      end if;
    end if;
    if p_type = 'product' and coalesce(p_row ->> 'details', '') <> '' then
      v_column := 'details';
      v_before := private.product_details(p_id);
      v_given := coalesce(v_before, '{}') || (p_row ->> 'details')::jsonb
        || jsonb_build_object('product_id', p_id, 'store_id', p_store_id);
      if (select kind from public.products where id = p_id) = 'service' then
        v_given := '{"capacity_per_slot": 1, "is_on_site": true, "is_at_store": false}' || v_given;
        insert into public.service_items select * from jsonb_populate_record(null::public.service_items, v_given)
        on conflict (product_id) do update set duration_minutes = excluded.duration_minutes,
          required_skill = excluded.required_skill, capacity_per_slot = excluded.capacity_per_slot,
          is_on_site = excluded.is_on_site, is_at_store = excluded.is_at_store;
      else
        v_given := '{"use_count": 1, "terms": ""}' || v_given;
        insert into public.voucher_products select * from jsonb_populate_record(null::public.voucher_products, v_given)
        on conflict (product_id) do update set valid_days = excluded.valid_days,
          face_value_cents = excluded.face_value_cents, use_count = excluded.use_count, terms = excluded.terms;
      end if;
      v_is_changed := private.product_details(p_id) is distinct from v_before;
    end if;
    if p_type in ('product', 'variant', 'modifier') and p_row ?| '{stock_count,low_stock_count,daily_count}' then
      v_column := 'stock_count';
      select * into v_stock from public.stock_items where id = p_id;
      if p_row ? 'stock_count' and v_stock.on_hand_count is distinct from nullif(trim(p_row ->> 'stock_count'), '')::int then
        perform private.count_stock(p_id, nullif(trim(p_row ->> 'stock_count'), '')::int);
        v_is_changed := true;
      end if;
      v_column := 'low_stock_count';
      v_given := jsonb_build_object(
        'low', case when p_row ? 'low_stock_count' then nullif(trim(p_row ->> 'low_stock_count'), '')::int else v_stock.low_stock_count end,
        'daily', case when p_row ? 'daily_count' then nullif(trim(p_row ->> 'daily_count'), '')::int else v_stock.daily_count end);
      if exists (select 1 from public.stock_items where id = p_id)
        and v_given <> jsonb_build_object('low', v_stock.low_stock_count, 'daily', v_stock.daily_count) then
        perform private.rule_stock(p_id, (v_given ->> 'low')::int, (v_given ->> 'daily')::int);
        v_is_changed := true;
      end if;
    end if;
  exception when data_exception or not_null_violation then
    perform private.raise('catalog.import_value_invalid', 422, jsonb_build_object('column', v_column));
  end;
  return v_is_changed;
end;
$$;
comment on function private.import_menu_parts(uuid, text, uuid, jsonb) is
  'Writes what a row of an import says beside its own table: windows, service or voucher details, stock. Answers whether anything changed.';
