create function private.json_schema_problems(p_schema jsonb, p_path text default '')
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  c_shape constant jsonb := '{
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "$schema": {"type": "string"}, "$comment": {"type": "string"}, "title": {"type": "string"},
      "description": {"type": "string"}, "default": true, "examples": {"type": "array"},
      "deprecated": {"type": "boolean"}, "readOnly": {"type": "boolean"}, "writeOnly": {"type": "boolean"},
      "type": {"anyOf": [
        {"enum": ["null", "boolean", "object", "array", "number", "string", "integer"]},
        {"type": "array", "minItems": 1, "uniqueItems": true,
          "items": {"enum": ["null", "boolean", "object", "array", "number", "string", "integer"]}}]},
      "enum": {"type": "array", "minItems": 1}, "const": true,
      "properties": {"type": "object", "additionalProperties": {"type": ["object", "boolean"]}},
      "required": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
      "additionalProperties": {"type": ["object", "boolean"]}, "items": {"type": ["object", "boolean"]},
      "minItems": {"type": "integer", "minimum": 0}, "maxItems": {"type": "integer", "minimum": 0},
      "uniqueItems": {"type": "boolean"},
      "minimum": {"type": "number"}, "maximum": {"type": "number"},
      "exclusiveMinimum": {"type": "number"}, "exclusiveMaximum": {"type": "number"},
      "multipleOf": {"type": "number", "exclusiveMinimum": 0},
      "minLength": {"type": "integer", "minimum": 0}, "maxLength": {"type": "integer", "minimum": 0},
      "pattern": {"type": "string"}, "format": {"enum": ["date", "date-time", "email", "uri", "textarea"]},
      "allOf": {"type": "array", "minItems": 1, "items": {"type": ["object", "boolean"]}},
      "anyOf": {"type": "array", "minItems": 1, "items": {"type": ["object", "boolean"]}},
      "oneOf": {"type": "array", "minItems": 1, "items": {"type": ["object", "boolean"]}},
      "not": {"type": ["object", "boolean"]}
    }
  }'::jsonb;
  v_problems jsonb;
  v_row record;
begin
  if jsonb_typeof(p_schema) = 'boolean' then
    return '[]'::jsonb;
  elsif jsonb_typeof(p_schema) <> 'object' then
    return private.json_schema_error(p_path, 'type', '"object"');
  end if;
  -- Labels, translations and hints for forms are the apps' own.
  v_problems := private.json_schema_errors(
    c_shape, coalesce((select jsonb_object_agg(key, value) from jsonb_each(p_schema) where key not like 'x-%'), '{}'), p_path);
  if v_problems <> '[]' then
    return v_problems;
  end if;
  if p_schema ? 'pattern' then
    begin
      perform '' ~ (p_schema ->> 'pattern');
    exception when invalid_regular_expression then
      v_problems := v_problems || private.json_schema_error(p_path || '/pattern', 'pattern', '"regular expression"');
    end;
  end if;
  for v_row in
    select k || coalesce('/' || s.step, '') as path, s.part
    from unnest(array['properties', 'allOf', 'anyOf', 'oneOf', 'additionalProperties', 'items', 'not']) k
    cross join lateral (
      select e.key as step, e.value as part from jsonb_each(p_schema -> k) e where k = 'properties'
      union all
      select (a.n - 1)::text, a.part from jsonb_array_elements(case when k like '%Of' then p_schema -> k end) with ordinality as a (part, n)
      union all
      select null, p_schema -> k where k in ('additionalProperties', 'items', 'not') and p_schema ? k
    ) s
  loop
    v_problems := v_problems || private.json_schema_problems(v_row.part, p_path || '/' || v_row.path);
  end loop;
  return v_problems;
end;
$$;
comment on function private.json_schema_problems(jsonb, text) is
  'What is wrong with a JSON Schema itself as [{path, key, expected}]: keywords that json_schema_errors does not know are refused, not ignored.';
