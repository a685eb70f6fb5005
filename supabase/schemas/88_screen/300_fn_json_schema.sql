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
    and not exists (
      select 1 from jsonb_object_keys(p_schema) k
      where k not in ('type', 'enum', 'format', 'minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'items', 'maxItems'))
    and coalesce(p_schema ->> 'format', 'date') in ('date', 'date-time', 'uri', 'email', 'textarea')
    and (not p_schema ? 'enum' or jsonb_typeof(p_schema -> 'enum') = 'array' and jsonb_array_length(p_schema -> 'enum') between 1 and 100)
    and (p_schema ->> 'type' <> 'array' or coalesce(p_schema #>> '{items,type}' in ('string', 'integer', 'number'), false))
    and not exists (
      select 1 from unnest(array['minLength', 'maxLength', 'minimum', 'maximum', 'maxItems']) k
      where p_schema ? k and jsonb_typeof(p_schema -> k) <> 'number'), false);
$$;
comment on function private.json_schema_is_fit(jsonb) is 'Whether a JSON Schema uses only what json_schema_fault understands.';

create function private.json_schema_fault(p_schema jsonb, p_value jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_text text := p_value #>> '{}';
  v_type text := p_schema ->> 'type';
begin
  if jsonb_typeof(p_value) <> (case v_type when 'integer' then 'number' else v_type end)
    or v_type = 'integer' and (p_value::numeric <> trunc(p_value::numeric)) then
    return 'type';
  end if;
  if p_schema ? 'enum' and not (p_schema -> 'enum') @> jsonb_build_array(p_value) then
    return 'enum';
  end if;
  if v_type = 'string' then
    if length(v_text) < coalesce((p_schema ->> 'minLength')::int, 0) or length(v_text) > coalesce((p_schema ->> 'maxLength')::int, 2000) then
      return 'length';
    end if;
    if p_schema ? 'pattern' and v_text !~ (p_schema ->> 'pattern') then
      return 'pattern';
    end if;
    begin
      if p_schema ->> 'format' = 'date' then
        if v_text::date::text <> v_text then
          return 'format';
        end if;
      elsif p_schema ->> 'format' = 'date-time' then
        perform v_text::timestamptz;
      end if;
    exception when invalid_datetime_format or datetime_field_overflow then
      return 'format';
    end;
    if p_schema ->> 'format' = 'uri' and v_text !~ '^https?://\S+$' or p_schema ->> 'format' = 'email' and v_text !~ '^\S+@\S+$' then
      return 'format';
    end if;
  elsif v_type in ('integer', 'number') then
    if p_value::numeric < (p_schema ->> 'minimum')::numeric or p_value::numeric > (p_schema ->> 'maximum')::numeric then
      return 'range';
    end if;
  elsif v_type = 'array' then
    if jsonb_array_length(p_value) > coalesce((p_schema ->> 'maxItems')::int, 100) then
      return 'length';
    end if;
    return (select min(private.json_schema_fault(p_schema -> 'items', i)) from jsonb_array_elements(p_value) i);
  end if;
  return null;
end;
$$;
comment on function private.json_schema_fault(jsonb, jsonb) is
  'Why a value does not fit its schema: type, enum, length, pattern, format, range; null when it does. Keywords as in JSON Schema 2020-12.';
