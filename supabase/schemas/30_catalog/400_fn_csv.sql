create function private.parse_csv(p_content text)
returns table (line_number int, cells text[])
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_content text := ltrim(p_content, U&'\FEFF');
  v_cells text[];
  v_ends text[];
begin
  if v_content !~ '[\r\n]$' then
    v_content := v_content || E'\n';
  end if;
  select array_agg(m.parts[1] order by m.n), array_agg(m.parts[2] order by m.n) into v_cells, v_ends
  from regexp_matches(v_content, '("(?:[^"]|"")*"|[^",\r\n][^,\r\n]*|)(,|\r\n|\n|\r)', 'g') with ordinality as m (parts, n);
  -- A cell that goes on after its closing quote leaves text that no cell took.
  if length(array_to_string(v_cells, '') || array_to_string(v_ends, '')) <> length(v_content) then
    perform private.raise('catalog.csv_invalid', 422);
  end if;
  return query
  select p.line::int, array_agg(
    case when p.cell like '"%' then replace(substr(p.cell, 2, length(p.cell) - 2), '""', '"') else p.cell end order by p.n)
  from (
    select c.cell, c.n, 1 + coalesce(sum(case c.ending when ',' then 0 else 1 end)
      over (order by c.n rows between unbounded preceding and 1 preceding), 0) as line
    from unnest(v_cells, v_ends) with ordinality as c (cell, ending, n)
  ) p
  group by p.line
  order by p.line;
end;
$$;
comment on function private.parse_csv(text) is
  'Lines of a CSV text (RFC 4180; any line end, with or without a byte order mark): quoted cells may hold commas, quotes and line ends.';

create function private.csv_cell(p_value text)
returns text
language sql
immutable
set search_path = ''
as $$
  -- A spreadsheet would run a cell that begins like a formula; the apostrophe says that it is text.
  select case when g.value ~ '[",\r\n]|^\s|\s$' then '"' || replace(g.value, '"', '""') || '"' else g.value end
  from (select case when p_value ~ '^[=+@\t\r''-]' then '''' || p_value else coalesce(p_value, '') end as value) g;
$$;
comment on function private.csv_cell(text) is 'A value as a CSV cell: quoted where needed, and guarded so that no spreadsheet takes it for a formula.';

create function private.csv_value(p_cell text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when p_cell ~ '^''[=+@\t\r''-]' then substr(p_cell, 2) else p_cell end;
$$;
comment on function private.csv_value(text) is 'The value of a cell that csv_cell may have guarded.';
