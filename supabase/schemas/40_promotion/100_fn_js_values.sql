-- JavaScript's conversions on JSON values. SQL null is `undefined`; numeric 'NaN' is NaN.
create function private.js_truthy(p_value jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return p_value is not null and p_value not in ('null', 'false', '0', '""', '[]');
end;
$$;
comment on function private.js_truthy(jsonb) is 'JsonLogic''s truth: null, false, 0, "" and [] are false, everything else is true.';

create function private.js_text(p_value jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case jsonb_typeof(p_value)
    when 'string' then p_value #>> '{}'
    when 'number' then trim_scale((p_value #>> '{}')::numeric)::text
    when 'boolean' then p_value #>> '{}'
    when 'null' then 'null'
    when 'object' then '[object Object]'
    when 'array' then (
      select coalesce(string_agg(case jsonb_typeof(e.value) when 'null' then '' else private.js_text(e.value) end,
        ',' order by e.n), '')
      from jsonb_array_elements(p_value) with ordinality as e (value, n))
    else 'undefined'
  end;
end;
$$;

create function private.js_number(p_value jsonb)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_text text;
begin
  case jsonb_typeof(p_value)
    when 'number' then return (p_value #>> '{}')::numeric;
    when 'boolean' then return case when p_value = 'true' then 1 else 0 end;
    when 'null' then return 0;
    when 'string' then v_text := btrim(p_value #>> '{}', E' \t\n\r');
    when 'array' then v_text := btrim(private.js_text(p_value), E' \t\n\r');
    else return 'NaN'::numeric;
  end case;
  if v_text = '' then
    return 0;
  elsif v_text ~ '^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$' and length(v_text) <= 400 then
    return v_text::numeric;
  elsif v_text ~ '^0[xX][0-9a-fA-F]{1,15}$' then
    return ('x' || lpad(substr(v_text, 3), 16, '0'))::bit(64)::bigint;
  end if;
  return 'NaN'::numeric;
end;
$$;
comment on function private.js_number(jsonb) is 'What Number(value) is.';

create function private.js_parse_float(p_value jsonb)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_text text;
begin
  if jsonb_typeof(p_value) = 'number' then
    return (p_value #>> '{}')::numeric;
  end if;
  v_text := substring(left(ltrim(private.js_text(p_value), E' \t\n\r'), 400)
    from '^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?');
  return coalesce(v_text::numeric, 'NaN');
end;
$$;
comment on function private.js_parse_float(jsonb) is 'What parseFloat(value) is: the number that the text begins with.';

create function private.js_json(p_number numeric)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- What has no JSON number is null, as JSON.stringify writes it.
  return case
    when p_number in ('NaN', 'Infinity', '-Infinity') or abs(p_number) >= 1e308 then jsonb 'null'
    when scale(p_number) > 20 then to_jsonb(trim_scale(round(p_number, 20)))
    else to_jsonb(p_number)
  end;
end;
$$;

create function private.js_equals(p_a jsonb, p_b jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_a text := coalesce(jsonb_typeof(p_a), 'null');
  v_b text := coalesce(jsonb_typeof(p_b), 'null');
begin
  if v_a = 'null' or v_b = 'null' then
    return v_a = v_b;
  elsif v_a = v_b then
    return p_a = p_b;
  elsif v_a in ('array', 'object') and v_b in ('array', 'object') then
    return false;
  elsif v_a in ('array', 'object') then
    return private.js_equals(to_jsonb(private.js_text(p_a)), p_b);
  elsif v_b in ('array', 'object') then
    return private.js_equals(p_a, to_jsonb(private.js_text(p_b)));
  end if;
  return private.js_number(p_a) = private.js_number(p_b)
    and private.js_number(p_a) <> 'NaN' and private.js_number(p_b) <> 'NaN';
end;
$$;
comment on function private.js_equals(jsonb, jsonb) is
  'JavaScript''s ==, but lists and objects are equal when their contents are: JSON has no identity.';

create function private.js_less(p_a jsonb, p_b jsonb, p_or_equal boolean)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_a numeric;
  v_b numeric;
begin
  if jsonb_typeof(p_a) in ('string', 'array', 'object') and jsonb_typeof(p_b) in ('string', 'array', 'object') then
    return case when p_or_equal
      then private.js_text(p_a) collate "C" <= private.js_text(p_b) collate "C"
      else private.js_text(p_a) collate "C" < private.js_text(p_b) collate "C" end;
  end if;
  v_a := private.js_number(p_a);
  v_b := private.js_number(p_b);
  if v_a = 'NaN' or v_b = 'NaN' then
    return false;
  end if;
  return v_a < v_b or (p_or_equal and v_a = v_b);
end;
$$;
