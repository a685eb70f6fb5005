create function private.row_filter(p_resource text)
returns text
language sql
stable
set search_path = ''
as $$
  -- Null for a table without a key of one column, and for what is no table.
  select format('public.%I where %I = cast($1 as %s)', c.relname, a.attname, format_type(a.atttypid, a.atttypmod))
  from pg_catalog.pg_class c
  join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and cardinality(k.conkey) = 1
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname = p_resource;
$$;

create function private.can_read_row(p_resource text, p_row_id text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
  v_filter text := private.row_filter(p_resource);
  v_found boolean;
begin
  if v_filter is null then
    return false;
  end if;
  execute 'select exists (select from ' || v_filter || ')' into v_found using p_row_id;
  return v_found;
exception
  when insufficient_privilege or invalid_text_representation or numeric_value_out_of_range then
    return false;
end;
$$;
comment on function private.can_read_row(text, text) is 'Whether the caller sees this row: the row''s own policies answer.';

create function private.can_change_row(p_resource text, p_row_id text)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_filter text := private.row_filter(p_resource);
  v_found boolean;
begin
  if v_filter is null then
    return false;
  end if;
  -- Locking a row asks the policies for update, without changing anything.
  execute 'select true from ' || v_filter || ' for key share' into v_found using p_row_id;
  return coalesce(v_found, false);
exception
  when insufficient_privilege or invalid_text_representation or numeric_value_out_of_range then
    return false;
end;
$$;
comment on function private.can_change_row(text, text) is 'Whether the caller may change this row: the row''s own policies answer.';

create function private.can_read_custom_field(p_resource text, p_key text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (select 1 from public.custom_fields where resource = p_resource and key = p_key);
$$;
comment on function private.can_read_custom_field(text, text) is 'Whether the caller may know this field; internal ones are for ops.';
