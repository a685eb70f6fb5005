create function private.json_schema_kind(p_schema jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when p_schema ->> 'type' = 'string' and p_schema ? 'enum' then 'enum'
    when p_schema ->> 'type' = 'string' and p_schema ->> 'format' = 'date' then 'date'
    when p_schema ->> 'type' = 'string' and p_schema ->> 'format' = 'date-time' then 'datetime'
    when p_schema ->> 'type' = 'string' then 'text'
    when p_schema ->> 'type' in ('integer', 'number', 'boolean', 'array') then p_schema ->> 'type'
    else 'json' end;
$$;
comment on function private.json_schema_kind(jsonb) is 'The kind of value a custom field holds, in the words of private.value_kind.';

create function private.json_schema_is_fit(p_schema jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_typeof(p_schema) = 'object'
    and p_schema ->> 'type' in ('string', 'integer', 'number', 'boolean', 'array')
    and (p_schema ->> 'type' <> 'array' or p_schema #>> '{items,type}' in ('string', 'integer', 'number'))
    and private.json_schema_problems(p_schema) = '[]', false);
$$;
comment on function private.json_schema_is_fit(jsonb) is 'Whether a JSON Schema can be that of a custom field: a sound one, of a single value or a list of them.';
