create function public.export_menu(p_store_id uuid, p_format text default 'csv')
returns text
language plpgsql
stable
security definer -- drafts and stock of the whole menu in one answer; the caller is checked here
set search_path = ''
as $$
begin
  if not private.has_ops_role('operations') then
    perform private.require_store_staff(p_store_id, '{manager}');
  end if;
  if not exists (select 1 from public.stores where id = p_store_id) then
    perform private.raise('store.not_found', 404);
  end if;
  if p_format = 'json' then
    return (
      select jsonb_build_object('version', 1, 'rows', coalesce(jsonb_agg(r.menu_row order by r.place), '[]'))::text
      from private.menu_rows(p_store_id) r);
  elsif p_format <> 'csv' then
    perform private.raise('catalog.format_unknown', 400);
  end if;
  return U&'\FEFF' || array_to_string(private.menu_header(), ',') || E'\r\n' || coalesce((
    select string_agg(l.line, E'\r\n' order by l.place) || E'\r\n'
    from (
      select r.place, string_agg(private.csv_cell(
        case jsonb_typeof(r.menu_row -> h.name)
          when 'array' then case h.name when 'fulfillment_types'
            then (select string_agg(e, ' ') from jsonb_array_elements_text(r.menu_row -> h.name) e)
            else r.menu_row ->> h.name end
          when 'object' then case r.menu_row -> h.name when '{}' then '' else r.menu_row ->> h.name end
          else r.menu_row ->> h.name
        end), ',' order by h.n) as line
      from private.menu_rows(p_store_id) r
      cross join unnest(private.menu_header()) with ordinality as h (name, n)
      group by r.place
    ) l), '');
end;
$$;
comment on function public.export_menu(uuid, text) is
  'A store''s whole menu as text, csv or json {version, rows}: dayparts, sections, products, variants, modifier groups and modifiers with their stock. ref is a row''s id, parent the ref of what it hangs on; import_menu reads it back.';
