create function private.menu_patch(p_columns jsonb, p_row jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_patch jsonb := '{}'::jsonb;
  v_column text;
  v_kind text;
  v_text text;
begin
  for v_column, v_kind in select key, value from jsonb_each_text(p_columns) where p_row ? key loop
    v_text := p_row ->> v_column;
    if coalesce(v_text, '') = '' then
      -- An empty cell empties what may be empty and leaves the rest as it is.
      v_patch := v_patch || case
        when v_kind like '%?' then jsonb_build_object(v_column, null)
        when v_kind = 'text' then jsonb_build_object(v_column, '')
        when v_kind = 'json' then jsonb_build_object(v_column, '{}'::jsonb)
        else '{}' end;
    elsif v_kind = 'json' then
      begin
        v_patch := v_patch || jsonb_build_object(v_column, v_text::jsonb);
      exception when invalid_text_representation then
        perform private.raise('catalog.import_value_invalid', 422, jsonb_build_object('column', v_column));
      end;
    elsif v_kind = 'list?' then
      v_patch := v_patch || jsonb_build_object(v_column, case jsonb_typeof(p_row -> v_column)
        when 'array' then p_row -> v_column else to_jsonb(regexp_split_to_array(trim(v_text), '[\s|;]+')) end);
    else
      v_patch := v_patch || jsonb_build_object(v_column, case v_kind when 'text' then v_text else trim(v_text) end);
    end if;
  end loop;
  return v_patch;
end;
$$;
comment on function private.menu_patch(jsonb, jsonb) is 'The columns that a row of an import names, as a JSON of its table.';

create function private.find_menu_item(p_store_id uuid, p_type text, p_ref text, p_refs jsonb)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  v_id uuid := (p_refs ->> (p_type || ':' || p_ref))::uuid;
  v_table text := private.menu_types() -> p_type ->> 'table';
begin
  if v_id is null and p_ref ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    execute format('select t.id from public.%I t where t.id = $1 and t.store_id = $2', v_table) into v_id using p_ref::uuid, p_store_id;
  end if;
  if v_id is null and p_type in ('daypart', 'section', 'product') then
    execute format('select t.id from public.%I t where t.name = $1 and t.store_id = $2 order by t.sort_order, t.id limit 1', v_table)
    into v_id using p_ref, p_store_id;
  end if;
  return v_id;
end;
$$;
comment on function private.find_menu_item(uuid, text, text, jsonb) is
  'What a row of an import means by a ref: a row of the same file, an id of the store, or a name.';

create function private.import_menu_row(p_store_id uuid, p_row jsonb, p_refs jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_type text := p_row ->> 'type';
  v_spec jsonb := private.menu_types() -> v_type;
  v_table text := v_spec ->> 'table';
  v_patch jsonb;
  v_old jsonb;
  v_new jsonb;
  v_id uuid;
  v_parent_id uuid;
  v_is_changed boolean := false;
  v_columns text;
begin
  if v_spec is null then
    perform private.raise('catalog.import_type_unknown', 422, jsonb_build_object('column', 'type'));
  end if;
  v_patch := private.menu_patch(v_spec -> 'columns', p_row);
  if v_spec ? 'parent' and coalesce(p_row ->> 'parent', '') <> '' then
    v_parent_id := private.find_menu_item(p_store_id, v_spec ->> 'parent', p_row ->> 'parent', p_refs);
    if v_parent_id is null then
      perform private.raise('catalog.import_parent_unknown', 422, jsonb_build_object('column', 'parent'));
    end if;
    v_patch := v_patch || jsonb_build_object(v_spec ->> 'parent_column', v_parent_id);
  end if;
  if v_type in ('section', 'product') and p_row ? 'daypart' then
    v_patch := v_patch || jsonb_build_object('daypart_id', private.find_menu_item(p_store_id, 'daypart', p_row ->> 'daypart', p_refs));
    if coalesce(p_row ->> 'daypart', '') <> '' and v_patch ->> 'daypart_id' is null then
      perform private.raise('catalog.import_parent_unknown', 422, jsonb_build_object('column', 'daypart'));
    end if;
  end if;
  if v_type = 'product' and p_row ? 'category' then
    v_patch := v_patch || jsonb_build_object('category_id', (select id from public.categories where slug = p_row ->> 'category'));
    if coalesce(p_row ->> 'category', '') <> '' and v_patch ->> 'category_id' is null then
      perform private.raise('catalog.category_not_found', 422, jsonb_build_object('column', 'category'));
    end if;
  end if;

  -- The same row as before: by its id, else by its number in the store, else by its name where it hangs.
  execute format(
    'select to_jsonb(t) from public.%I t where t.store_id = $1 and (t.id = $2 or ($2 is null and (%s))) order by %s t.sort_order, t.id limit 1',
    v_table,
    case when v_patch ->> 'sku' is null then ''
        when v_type = 'product' then 't.sku = $4 or ' else 't.sku = $4 and t.product_id = $5 or ' end
      || case when v_spec ? 'parent' then format('t.name = $3 and t.%I = $5', v_spec ->> 'parent_column') else 't.name = $3' end,
    case when v_patch ->> 'sku' is not null then 't.sku is distinct from $4,' else '' end)
  into v_old
  using p_store_id, (
      case when p_row ->> 'ref' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        then private.own_menu_id(p_store_id, v_table, (p_row ->> 'ref')::uuid) end),
    p_row ->> 'name', v_patch ->> 'sku', v_parent_id;
  if v_old ->> 'kind' <> v_patch ->> 'kind' then
    perform private.raise('catalog.kind_mismatch', 422, jsonb_build_object('kind', v_old -> 'kind', 'column', 'kind'));
  end if;

  if v_old is null and v_spec ? 'parent' and v_parent_id is null then
    perform private.raise('catalog.import_parent_unknown', 422, jsonb_build_object('column', 'parent'));
  elsif coalesce(v_old ->> 'name', v_patch ->> 'name') is null then
    perform private.raise('catalog.import_value_invalid', 422, jsonb_build_object('column', 'name'));
  end if;

  v_id := coalesce((v_old ->> 'id')::uuid, gen_random_uuid());
  begin
    execute format('select to_jsonb(r) from jsonb_populate_record(null::public.%I, $1) r', v_table)
    into v_new using coalesce(v_old, '{}') || v_patch || jsonb_build_object('id', v_id, 'store_id', p_store_id);
  exception when data_exception then
    perform private.raise('catalog.import_value_invalid', 422,
      jsonb_build_object('column', private.bad_menu_column(v_table, v_patch)));
  end;
  select string_agg(quote_ident(key), ', ') into v_columns
  from jsonb_each(v_patch) where v_old is null or v_old -> key is distinct from v_new -> key;
  if v_old is null then
    execute format('insert into public.%1$I (id, store_id, %2$s) select id, store_id, %2$s from jsonb_populate_record(null::public.%1$I, $1)',
      v_table, v_columns) using v_new;
  elsif v_columns is not null then
    execute format('update public.%1$I t set (%2$s) = (select %3$s from jsonb_populate_record(null::public.%1$I, $1) r) where t.id = $2',
      v_table, v_columns, 'r.' || replace(v_columns, ', ', ', r.')) using v_new, v_id;
    v_is_changed := true;
  end if;

  v_is_changed := private.import_menu_parts(p_store_id, v_type, v_id, p_row) or v_is_changed;
  return jsonb_build_object('id', v_id,
    'status', case when v_old is null then 'created' when v_is_changed then 'updated' else 'unchanged' end);
end;
$$;
comment on function private.import_menu_row(uuid, jsonb, jsonb) is 'Writes one row of an import and answers {id, status}; raises what is wrong with it.';
