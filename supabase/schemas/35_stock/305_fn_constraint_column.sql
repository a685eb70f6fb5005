create function private.constraint_column(p_constraint text)
returns text
language sql
stable
security definer -- reads the catalogue only
set search_path = ''
as $$
  select string_agg(a.attname, ', ' order by a.attnum)
  from pg_catalog.pg_constraint c
  join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
  where c.conname = p_constraint and c.connamespace = 'public'::regnamespace;
$$;
comment on function private.constraint_column(text) is 'The columns that a constraint speaks of.';
