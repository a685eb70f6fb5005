-- JSON Schema: each keyword of the subset, by schema, value and what is found wrong (keyword at path).
begin;
create temporary table cases (schema jsonb, value jsonb, wanted text) on commit drop;
insert into cases values
  ('{}', 'null', ''), ('true', '1', ''), ('false', '1', 'false@'),
  -- type
  ('{"type": "null"}', 'null', ''), ('{"type": "null"}', '0', 'type@'), ('{"type": "null"}', '""', 'type@'),
  ('{"type": "boolean"}', 'true', ''), ('{"type": "boolean"}', '"true"', 'type@'), ('{"type": "boolean"}', '0', 'type@'),
  ('{"type": "string"}', '"a"', ''), ('{"type": "string"}', '1', 'type@'), ('{"type": "string"}', 'null', 'type@'),
  ('{"type": "number"}', '1.5', ''), ('{"type": "number"}', '"1"', 'type@'),
  ('{"type": "integer"}', '3', ''), ('{"type": "integer"}', '3.0', ''), ('{"type": "integer"}', '3.1', 'type@'),
  ('{"type": "integer"}', '1e30', ''), ('{"type": "integer"}', '"3"', 'type@'), ('{"type": "integer"}', '[]', 'type@'),
  ('{"type": "array"}', '[]', ''), ('{"type": "array"}', '{}', 'type@'),
  ('{"type": "object"}', '{}', ''), ('{"type": "object"}', '[]', 'type@'),
  ('{"type": ["string", "null"]}', 'null', ''), ('{"type": ["string", "null"]}', '"a"', ''), ('{"type": ["string", "null"]}', '1', 'type@'),
  ('{"type": ["integer", "string"]}', '1.5', 'type@'), ('{"type": ["integer", "null"]}', '2', ''),
  -- enum, const
  ('{"enum": [1, "a", null, {"b": [1]}]}', '1.0', ''), ('{"enum": [1, "a", null, {"b": [1]}]}', '{"b": [1]}', ''),
  ('{"enum": [1, "a", null, {"b": [1]}]}', 'null', ''), ('{"enum": [1, "a", null, {"b": [1]}]}', '"A"', 'enum@'),
  ('{"enum": [false]}', '0', 'enum@'), ('{"enum": [0]}', 'false', 'enum@'),
  ('{"const": null}', 'null', ''), ('{"const": null}', 'false', 'const@'), ('{"const": {"a": 1, "b": 2}}', '{"b": 2, "a": 1.0}', ''),
  ('{"const": [1, 2]}', '[2, 1]', 'const@'), ('{"const": 0}', 'false', 'const@'),
  -- numbers
  ('{"minimum": 1.1}', '1.1', ''), ('{"minimum": 1.1}', '0.6', 'minimum@'), ('{"minimum": 1.1}', '"a"', ''), ('{"minimum": -2}', '-2.0001', 'minimum@'),
  ('{"maximum": 3}', '3', ''), ('{"maximum": 3}', '3.5', 'maximum@'), ('{"maximum": 3}', 'null', ''),
  ('{"exclusiveMinimum": 1}', '1', 'exclusiveMinimum@'), ('{"exclusiveMinimum": 1}', '1.01', ''),
  ('{"exclusiveMaximum": 3}', '3', 'exclusiveMaximum@'), ('{"exclusiveMaximum": 3}', '2.99', ''), ('{"exclusiveMaximum": 3}', '[9]', ''),
  ('{"multipleOf": 2}', '7', 'multipleOf@'), ('{"multipleOf": 1.5}', '4.5', ''), ('{"multipleOf": 1.5}', '35', 'multipleOf@'),
  ('{"multipleOf": 0.0001}', '0.0075', ''), ('{"multipleOf": 0.0001}', '0.00751', 'multipleOf@'), ('{"multipleOf": 2}', '0', ''), ('{"multipleOf": 2}', '-4', ''),
  -- strings
  ('{"minLength": 2}', '"f"', 'minLength@'), ('{"minLength": 2}', '"fo"', ''), ('{"minLength": 2}', '1', ''), ('{"minLength": 2}', '"💩"', 'minLength@'),
  ('{"minLength": 2.0}', '"牛肉"', ''), ('{"maxLength": 2}', '"牛肉面"', 'maxLength@'), ('{"maxLength": 2}', '"💩💩"', ''), ('{"maxLength": 2}', '["a", "b", "c"]', ''),
  ('{"pattern": "^a*$"}', '"aaa"', ''), ('{"pattern": "^a*$"}', '"abc"', 'pattern@'), ('{"pattern": "a+"}', '"xxaayy"', ''), ('{"pattern": "^a*$"}', '1', ''),
  ('{"pattern": "\\d{3}"}', '"ab12"', 'pattern@'), ('{"pattern": "\\bhot\\b"}', '"very hot soup"', ''), ('{"pattern": "\\bhot\\b"}', '"shots"', 'pattern@'),
  ('{"pattern": "a\\\\b"}', '"a\\b"', ''), ('{"pattern": "^a$"}', '"a\nb"', 'pattern@'), ('{"pattern": "(?!x)."}', '"x"', 'pattern@'),
  ('{"format": "date"}', '"2026-02-28"', ''), ('{"format": "date"}', '"2026-02-29"', 'format@'), ('{"format": "date"}', '"2028-02-29"', ''),
  ('{"format": "date"}', '"2026-13-01"', 'format@'), ('{"format": "date"}', '"2026-1-1"', 'format@'), ('{"format": "date"}', '"1.1.2026"', 'format@'), ('{"format": "date"}', '20260101', ''),
  ('{"format": "email"}', '"joe.bloggs@example.com"', ''), ('{"format": "email"}', '"joe"', 'format@'), ('{"format": "email"}', '".joe@example.com"', 'format@'),
  ('{"format": "email"}', '"te..st@example.com"', 'format@'), ('{"format": "email"}', '"te~st@example.com"', ''), ('{"format": "email"}', '"a@b c"', 'format@'), ('{"format": "email"}', '7', ''),
  ('{"format": "uri"}', '"https://linli.example/a?b=c#d"', ''), ('{"format": "uri"}', '"//foo.bar/?q=1"', 'format@'), ('{"format": "uri"}', '"urn:isbn:0451450523"', ''),
  ('{"format": "uri"}', '"https:// no"', 'format@'), ('{"format": "uri"}', '"https://a/%zz"', 'format@'), ('{"format": "uri"}', '"tel:+1-816-555-1212"', ''), ('{"format": "uri"}', '"abc"', 'format@'),
  -- arrays
  ('{"items": {"type": "integer"}}', '[1, 2]', ''), ('{"items": {"type": "integer"}}', '[1, "x", 2, null]', 'type@/1 type@/3'), ('{"items": {"type": "integer"}}', '{"0": "x"}', ''),
  ('{"items": false}', '[]', ''), ('{"items": false}', '[1]', 'false@/0'), ('{"items": {"items": {"minimum": 0}}}', '[[1], [2, -1]]', 'minimum@/1/1'),
  ('{"minItems": 1}', '[]', 'minItems@'), ('{"minItems": 1}', '[0]', ''), ('{"minItems": 1}', '""', ''), ('{"maxItems": 1}', '[1, 2]', 'maxItems@'), ('{"maxItems": 1}', '"abc"', ''),
  ('{"uniqueItems": true}', '[1, 2]', ''), ('{"uniqueItems": true}', '[1, 1.0]', 'uniqueItems@'), ('{"uniqueItems": true}', '[{"a": 1, "b": 2}, {"b": 2, "a": 1}]', 'uniqueItems@'),
  ('{"uniqueItems": true}', '[0, false, "", null, [], {}]', ''), ('{"uniqueItems": false}', '[1, 1]', ''), ('{"uniqueItems": true}', '"aa"', ''),
  -- objects
  ('{"properties": {"a": {"type": "integer"}}}', '{"a": 1}', ''), ('{"properties": {"a": {"type": "integer"}}}', '{"a": "x", "b": "x"}', 'type@/a'), ('{"properties": {"a": false}}', '{"a": 1}', 'false@/a'),
  ('{"properties": {"a": {"type": "integer"}}}', '[]', ''), ('{"properties": {"a/b": {"type": "null"}, "m~n": {"type": "null"}}}', '{"a/b": 1, "m~n": 1}', 'type@/a~1b type@/m~0n'),
  ('{"required": ["a", "b"]}', '{"a": null}', 'required@/b'), ('{"required": ["a"]}', '"a"', ''), ('{"required": []}', '{}', ''),
  ('{"properties": {"a": {"required": ["b"]}}}', '{"a": {}}', 'required@/a/b'),
  ('{"properties": {"a": {}}, "additionalProperties": false}', '{"a": 1, "b": 2}', 'additionalProperties@/b'), ('{"additionalProperties": false}', '{"a": 1}', 'additionalProperties@/a'),
  ('{"properties": {"a": {}}, "additionalProperties": {"type": "string"}}', '{"a": 1, "b": 2, "c": "x"}', 'type@/b'), ('{"additionalProperties": false}', '[1]', ''), ('{"additionalProperties": true}', '{"a": 1}', ''),
  -- combinations
  ('{"allOf": [{"minimum": 2}, {"maximum": 4}]}', '3', ''), ('{"allOf": [{"minimum": 2}, {"multipleOf": 2}]}', '1', 'minimum@ multipleOf@'),
  ('{"anyOf": [{"type": "integer"}, {"minimum": 2}]}', '1', ''), ('{"anyOf": [{"type": "integer"}, {"minimum": 2}]}', '2.5', ''), ('{"anyOf": [{"type": "integer"}, {"minimum": 2}]}', '1.5', 'anyOf@'),
  ('{"oneOf": [{"type": "integer"}, {"minimum": 2}]}', '1', ''), ('{"oneOf": [{"type": "integer"}, {"minimum": 2}]}', '3', 'oneOf@'), ('{"oneOf": [{"type": "integer"}, {"minimum": 2}]}', '1.5', 'oneOf@'),
  ('{"oneOf": [true, false]}', '1', ''), ('{"anyOf": [false, false]}', '1', 'anyOf@'),
  ('{"not": {"type": "integer"}}', '"a"', ''), ('{"not": {"type": "integer"}}', '1', 'not@'), ('{"not": {}}', '1', 'not@'), ('{"not": {"properties": {"a": {"type": "string"}}}}', '{"a": 1}', ''),
  ('{"properties": {"a": {"allOf": [{"minLength": 2}, {"pattern": "^x"}]}}}', '{"a": "b"}', 'minLength@/a pattern@/a'),
  -- annotations say nothing
  ('{"title": "a", "description": "b", "default": 1, "examples": [1], "x-label": {"en": "A"}, "x-translations": {}}', '7', '');

select plan((select count(*)::int from cases) + 25);
select is(
  (select coalesce(string_agg((e ->> 'key') || '@' || (e ->> 'path'), ' ' order by e ->> 'key', e ->> 'path'), '')
   from jsonb_array_elements(private.json_schema_errors(c.schema, c.value)) e),
  c.wanted, left(c.schema::text || ' ' || c.value::text, 120))
from cases c;
select is(private.json_schema_errors('{"properties": {"a": {"minimum": 3}}}', '{"a": 1}'), '[{"path": "/a", "key": "minimum", "expected": 3}]', 'an error says where, which keyword, and what was expected');
select is(private.json_schema_problems(c.schema), '[]', 'a sound schema: ' || left(c.schema::text, 100))
from (select distinct schema from cases where wanted = '' order by schema limit 4) c;

create temporary table broken (schema jsonb, wanted text) on commit drop;
insert into broken values
  ('7', 'type@'), ('{"typ": "string"}', 'additionalProperties@/typ'), ('{"type": "text"}', 'anyOf@/type'), ('{"type": []}', 'anyOf@/type'),
  ('{"enum": []}', 'minItems@/enum'), ('{"required": "a"}', 'type@/required'), ('{"required": ["a", "a"]}', 'uniqueItems@/required'),
  ('{"minLength": -1}', 'minimum@/minLength'), ('{"multipleOf": 0}', 'exclusiveMinimum@/multipleOf'), ('{"minimum": "1"}', 'type@/minimum'),
  ('{"pattern": "("}', 'pattern@/pattern'), ('{"format": "phone"}', 'enum@/format'), ('{"allOf": []}', 'minItems@/allOf'), ('{"not": 1}', 'type@/not'),
  ('{"properties": {"a": {"$ref": "#/b"}}}', 'additionalProperties@/properties/a/$ref'), ('{"properties": {"a": 1}}', 'type@/properties/a'),
  ('{"items": {"anyOf": [{"type": "string"}, {"maxItems": 1.5}]}}', 'type@/items/anyOf/1/maxItems'),
  ('{"additionalProperties": {"type": "any"}}', 'anyOf@/additionalProperties/type'), ('{"x-label": 1, "prefixItems": []}', 'additionalProperties@/prefixItems'),
  ('{"not": {"oneOf": [{"uniqueItems": 1}]}}', 'type@/not/oneOf/0/uniqueItems');
select is(
  (select string_agg((e ->> 'key') || '@' || (e ->> 'path'), ' ') from jsonb_array_elements(private.json_schema_problems(b.schema)) e),
  b.wanted, 'an unsound schema: ' || b.schema::text)
from broken b;
select * from finish();
rollback;
