create function private.custom_column_sql(p_column jsonb)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  v_name text := p_column ->> 'name';
  v_type text := p_column ->> 'type';
  v_target text := p_column ->> 'references';
  v_max int := coalesce((p_column ->> 'max_length')::int, case v_type when 'long_text' then 4000 else 200 end);
  v_sql text;
begin
  if v_name is null or v_name !~ '^[a-z][a-z0-9_]{0,39}$'
    or v_name in ('id', 'created_at', 'updated_at', 'created_by', 'store_id', 'oid', 'ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid') then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'name'));
  end if;
  -- A name tells its kind everywhere in the back office.
  if v_type = 'money' and v_name !~ '_cents$' or v_type <> 'money' and v_name ~ '_cents$'
    or v_type = 'image' and v_name !~ '_path$' or v_type = 'reference' and v_name !~ '_id$' then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'suffix'));
  end if;
  if v_type in ('text', 'long_text') and v_max not between 1 and 10000 then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'max_length'));
  end if;
  if v_type = 'choice' and (jsonb_typeof(p_column -> 'choices') is distinct from 'array'
    or jsonb_array_length(p_column -> 'choices') not between 1 and 50
    or exists (select 1 from jsonb_array_elements_text(p_column -> 'choices') c where c !~ '^[a-z][a-z0-9_]{0,39}$')) then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'choices'));
  end if;
  -- Working rows come and go by the thousand; nothing lasting can hang on them.
  if v_type = 'reference' and (private.row_filter(v_target) is null
    or v_target ~ '^(quotes|audit_log|notifications|workflow_failures)$|^dispatch_') then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'references'));
  end if;
  v_sql := case v_type
    when 'text' then format('text check (length(%I) <= %s)', v_name, v_max)
    when 'long_text' then format('text check (length(%I) <= %s)', v_name, v_max)
    when 'integer' then 'int'
    when 'decimal' then 'numeric(16, 4)'
    when 'money' then format('bigint check (%I >= 0)', v_name)
    when 'boolean' then 'boolean'
    when 'date' then 'date'
    when 'datetime' then 'timestamptz'
    when 'image' then 'text'
    when 'translations' then 'jsonb'
    when 'choice' then format('text check (%I in (%s))', v_name, (
      select string_agg(quote_literal(c), ', ') from jsonb_array_elements_text(p_column -> 'choices') c))
    -- Goes with its row, or forgets it: whoever may delete that is never held up by a table of ops.
    when 'reference' then (
      select format('%s references public.%I on delete %s', format_type(a.atttypid, a.atttypmod), c.relname,
        case when (p_column ->> 'is_required')::boolean then 'cascade' else 'set null' end)
      from pg_catalog.pg_class c
      join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where c.relnamespace = 'public'::regnamespace and c.relname = v_target) end;
  if v_sql is null then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'type'));
  end if;
  return format('%I %s', v_name, v_sql)
    || case when coalesce((p_column ->> 'is_required')::boolean, false) then ' not null' else '' end
    || case v_type when 'boolean' then ' default false' when 'translations' then ' default ''{}''' else '' end
    || case when coalesce((p_column ->> 'is_unique')::boolean, false) then ' unique' else '' end;
end;
$$;
comment on function private.custom_column_sql(jsonb) is
  'One column of a custom resource as checked SQL: {name, type, is_required, is_unique, max_length, choices, references}. Every name is quoted, every type is one of a list.';
