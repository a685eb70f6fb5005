create function private.json_schema_error(p_path text, p_key text, p_expected jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_array(jsonb_build_object('path', p_path, 'key', p_key, 'expected', p_expected));
$$;

create function private.has_json_format(p_value text, p_format text)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  case p_format
    when 'date' then
      if p_value !~ '^\d{4}-\d{2}-\d{2}$' then
        return false;
      end if;
      perform make_date(left(p_value, 4)::int, substr(p_value, 6, 2)::int, right(p_value, 2)::int);
      return left(p_value, 4) <> '0000';
    when 'date-time' then
      if p_value !~* '^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:\d{2})$' then
        return false;
      end if;
      perform p_value::timestamptz;
      return true;
    when 'email' then
      return p_value ~ '^[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$';
    when 'uri' then
      return p_value ~ '^[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9._~:/?#\[\]@!$&''()*+,;=-]|%[0-9A-Fa-f]{2})+$';
    else
      return true;
  end case;
exception
  when datetime_field_overflow or invalid_datetime_format then
    return false;
end;
$$;
comment on function private.has_json_format(text, text) is 'Whether a text is a date, date-time, email or uri (RFC 3339, 5321, 3986); other formats say nothing.';

create function private.json_schema_errors(p_schema jsonb, p_value jsonb, p_path text default '')
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_type text := jsonb_typeof(p_value);
  v_errors jsonb := '[]'::jsonb;
  v_key text;
  v_rule jsonb;
  v_number numeric;
  v_text text;
  v_count int;
  v_row record;
begin
  if jsonb_typeof(p_schema) = 'boolean' then
    return case when p_schema::boolean then v_errors else private.json_schema_error(p_path, 'false', 'false') end;
  end if;
  if v_type = 'number' then
    v_number := p_value::numeric;
  elsif v_type = 'string' then
    v_text := p_value #>> '{}';
  end if;

  for v_key, v_rule in select key, value from jsonb_each(p_schema) loop
    -- What a keyword says about one kind of value says nothing about the others.
    if (case v_key
        when 'type' then not exists (
          select 1
          from jsonb_array_elements_text(case jsonb_typeof(v_rule) when 'array' then v_rule else jsonb_build_array(v_rule) end) t
          where t = v_type or (t = 'integer' and v_number = trunc(v_number)))
        when 'enum' then not exists (select 1 from jsonb_array_elements(v_rule) e where e = p_value)
        when 'const' then v_rule <> p_value
        when 'minimum' then v_number < v_rule::numeric
        when 'maximum' then v_number > v_rule::numeric
        when 'exclusiveMinimum' then v_number <= v_rule::numeric
        when 'exclusiveMaximum' then v_number >= v_rule::numeric
        when 'multipleOf' then mod(v_number, v_rule::numeric) <> 0
        when 'minLength' then length(v_text) < v_rule::numeric
        when 'maxLength' then length(v_text) > v_rule::numeric
        -- A word's edge is written differently here.
        when 'pattern' then v_text !~ regexp_replace(v_rule #>> '{}', '(^|[^\\])((?:\\\\)*)\\b', '\1\2\\y', 'g')
        when 'format' then not private.has_json_format(v_text, v_rule #>> '{}')
        when 'minItems' then v_type = 'array' and jsonb_array_length(p_value) < v_rule::numeric
        when 'maxItems' then v_type = 'array' and jsonb_array_length(p_value) > v_rule::numeric
        when 'uniqueItems' then v_type = 'array' and v_rule::boolean and exists (
          select 1 from jsonb_array_elements(case v_type when 'array' then p_value else '[]' end) e group by e having count(*) > 1)
        when 'anyOf' then not exists (
          select 1 from jsonb_array_elements(v_rule) s where private.json_schema_errors(s, p_value) = '[]')
        when 'oneOf' then (
          select count(*) from jsonb_array_elements(v_rule) s where private.json_schema_errors(s, p_value) = '[]') <> 1
        when 'not' then private.json_schema_errors(v_rule, p_value) = '[]'
      end)
    then
      v_errors := v_errors || private.json_schema_error(p_path, v_key, v_rule);
    end if;

    if v_key = 'allOf' then
      for v_row in select s from jsonb_array_elements(v_rule) s loop
        v_errors := v_errors || private.json_schema_errors(v_row.s, p_value, p_path);
      end loop;
    elsif v_key = 'items' and v_type = 'array' then
      v_count := 0;
      for v_row in select e from jsonb_array_elements(p_value) e loop
        v_errors := v_errors || private.json_schema_errors(v_rule, v_row.e, p_path || '/' || v_count);
        v_count := v_count + 1;
      end loop;
    elsif v_type = 'object' then
      if v_key = 'required' then
        for v_row in select r from jsonb_array_elements_text(v_rule) r where not p_value ? r loop
          v_errors := v_errors || private.json_schema_error(
            p_path || '/' || replace(replace(v_row.r, '~', '~0'), '/', '~1'), 'required', 'true');
        end loop;
      elsif v_key = 'properties' then
        for v_row in select key, value from jsonb_each(p_value) where v_rule ? key loop
          v_errors := v_errors || private.json_schema_errors(
            v_rule -> v_row.key, v_row.value, p_path || '/' || replace(replace(v_row.key, '~', '~0'), '/', '~1'));
        end loop;
      elsif v_key = 'additionalProperties' then
        for v_row in
          select key, value from jsonb_each(p_value) where not coalesce(p_schema -> 'properties' ? key, false)
        loop
          v_text := p_path || '/' || replace(replace(v_row.key, '~', '~0'), '/', '~1');
          v_errors := v_errors || case when v_rule = 'false'
            then private.json_schema_error(v_text, 'additionalProperties', 'false')
            else private.json_schema_errors(v_rule, v_row.value, v_text) end;
        end loop;
      end if;
    end if;
  end loop;
  return v_errors;
end;
$$;
comment on function private.json_schema_errors(jsonb, jsonb, text) is
  'What is wrong with a value by a JSON Schema (draft 2020-12: the keywords that json_schema_problems lets pass) as [{path, key, expected}]: path is a JSON pointer, key the keyword. A missing property is named by its own path.';
