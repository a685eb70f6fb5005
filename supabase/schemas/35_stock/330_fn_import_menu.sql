create function private.menu_input(p_format text, p_content text)
returns table (line_number int, menu_row jsonb)
language plpgsql
stable
set search_path = ''
as $$
declare
  v_rows jsonb;
begin
  if octet_length(p_content) > 8000000 then
    perform private.raise('catalog.import_too_large', 413);
  elsif p_format = 'json' then
    begin
      v_rows := p_content::jsonb;
    exception when invalid_text_representation or untranslatable_character then
      perform private.raise('catalog.json_invalid', 422);
    end;
    v_rows := case jsonb_typeof(v_rows) when 'object' then v_rows -> 'rows' else v_rows end;
    if jsonb_typeof(v_rows) is distinct from 'array' then
      perform private.raise('catalog.json_invalid', 422);
    end if;
    return query
    select r.n::int, case jsonb_typeof(r.item) when 'object' then r.item else '{}' end
    from jsonb_array_elements(v_rows) with ordinality as r (item, n);
  elsif p_format = 'csv' then
    return query
    with line as materialized (select l.line_number as n, l.cells from private.parse_csv(p_content) l),
    header as (select lower(trim(h.name)) as name, h.position
      from line l cross join unnest(l.cells) with ordinality as h (name, position) where l.n = 1)
    select l.n, jsonb_object_agg(h.name, private.csv_value(coalesce(l.cells[h.position], '')))
    from line l
    join header h on h.name <> ''
    -- Spreadsheets like to leave lines without anything at the end.
    where l.n > 1 and exists (select 1 from unnest(l.cells) c where trim(c) <> '')
    group by l.n;
  else
    perform private.raise('catalog.format_unknown', 400);
  end if;
end;
$$;
comment on function private.menu_input(text, text) is
  'The rows of an import: of JSON the n-th element, of CSV the n-th line with its cells by their column''s name.';

create function public.import_menu(
  p_store_id uuid, p_format text, p_content text, p_is_dry_run boolean default false, p_is_all_or_nothing boolean default false)
returns jsonb
language plpgsql
security definer -- writes stock and many tables; the caller is checked here and triggers still know who it is
set search_path = ''
as $$
declare
  v_types jsonb := private.menu_types();
  v_rows jsonb[] := '{}'::jsonb[];
  v_is_failed boolean := false;
  v_unknown text[] := '{}'::text[];
  v_refs jsonb := '{}'::jsonb;
  v_row record;
  v_done jsonb;
  v_error jsonb;
  v_detail text;
  v_column text;
  v_constraint text;
  v_is_applied boolean := true;
begin
  if not private.has_ops_role('operations') then
    perform private.require_store_staff(p_store_id, '{manager}');
  elsif not exists (select 1 from public.stores where id = p_store_id) then
    perform private.raise('store.not_found', 404);
  end if;
  begin
    for v_row in
      select i.line_number, i.menu_row, i.menu_row ->> 'type' as type, coalesce(i.menu_row ->> 'ref', '') as ref,
        coalesce(i.menu_row ->> 'name', '') as name, coalesce(i.menu_row ->> 'parent', '') as parent
      from private.menu_input(p_format, coalesce(p_content, '')) i
      -- What others hang on first, wherever it stands in the file.
      order by (v_types -> (i.menu_row ->> 'type') ->> 'rank')::int nulls last, i.line_number
    loop
      v_error := null;
      v_unknown := array(
        select unnest(v_unknown)
        union
        select jsonb_object_keys(v_row.menu_row)
        except
        select unnest(private.menu_header()));
      begin
        v_done := private.import_menu_row(p_store_id, v_row.menu_row, v_refs);
      exception when others then
        get stacked diagnostics v_detail = pg_exception_detail, v_column = column_name, v_constraint = constraint_name;
        v_error := case
          when sqlstate like 'PT%' then jsonb_build_object('key', sqlerrm, 'detail', v_detail::jsonb)
          when sqlstate = '23505' and v_constraint like '%\_sku' then jsonb_build_object('key', 'catalog.sku_taken', 'detail', '{"column": "sku"}'::jsonb)
          when sqlstate like '23%' then jsonb_build_object('key', 'catalog.import_value_invalid', 'detail', jsonb_build_object(
            'column', coalesce(nullif(v_column, ''), private.constraint_column(v_constraint))))
        end;
        -- Anything else is no fault of the row.
        if v_error is null then
          raise;
        end if;
      end;
      v_is_failed := v_is_failed or v_error is not null;
      -- What the file calls by another name than the store does.
      if v_error is null and v_row.ref <> v_done ->> 'id' then
        v_refs := v_refs || jsonb_build_object(
          v_row.type || ':' || case v_row.ref when '' then v_row.parent || '/' || v_row.name else v_row.ref end, v_done -> 'id');
      end if;
      v_rows := v_rows || jsonb_build_object(
        'row', v_row.line_number, 'type', v_row.type, 'name', v_row.name,
        'key', coalesce(nullif(v_row.ref, ''), v_row.name),
        'id', case when v_error is null then v_done -> 'id' end,
        'status', case when v_error is null then v_done ->> 'status' else 'failed' end,
        'errors', case when v_error is null then '[]' else jsonb_build_array(v_error) end);
    end loop;
    if p_is_dry_run or (p_is_all_or_nothing and v_is_failed) then
      raise exception using errcode = 'ZZ001', message = 'undo';
    end if;
  exception when sqlstate 'ZZ001' then
    v_is_applied := false;
  end;
  return (
    select jsonb_build_object(
      'is_applied', v_is_applied,
      'unknown_columns', v_unknown,
      'created', count(*) filter (where r ->> 'status' = 'created'),
      'updated', count(*) filter (where r ->> 'status' = 'updated'),
      'unchanged', count(*) filter (where r ->> 'status' = 'unchanged'),
      'failed', count(*) filter (where r ->> 'status' = 'failed'),
      'rows', coalesce(jsonb_agg(r order by (r ->> 'row')::int), '[]'))
    from unnest(v_rows) r);
end;
$$;
comment on function public.import_menu(uuid, text, text, boolean, boolean) is
  'Adds to and changes a store''s menu from csv or json as export_menu writes it; removes nothing, and columns that are left out stay as they are. A row is known again by its ref, else its sku, else its name where it hangs; parent is a ref of the file, an id, a name, or parent/name. Each row by itself or all or nothing; a dry run only reports. Answers {is_applied, unknown_columns, created, updated, unchanged, failed, rows: [{row, type, name, key, id, status, errors: [{key, detail}]}]}.';
