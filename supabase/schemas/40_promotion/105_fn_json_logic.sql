create function private.json_logic_var(p_data jsonb, p_path jsonb, p_default jsonb default null)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_value jsonb := p_data;
  v_part text;
begin
  if p_path is null or p_path in ('null', '""') then
    return coalesce(p_data, 'null');
  end if;
  foreach v_part in array string_to_array(private.js_text(p_path), '.') loop
    v_value := case jsonb_typeof(v_value)
      when 'object' then v_value -> v_part
      when 'array' then case
        when v_part ~ '^(0|[1-9]\d{0,8})$' then v_value -> v_part::int
        when v_part = 'length' then to_jsonb(jsonb_array_length(v_value)) end
      when 'string' then case
        when v_part ~ '^(0|[1-9]\d{0,8})$' then to_jsonb(nullif(substr(v_value #>> '{}', v_part::int + 1, 1), ''))
        when v_part = 'length' then to_jsonb(length(v_value #>> '{}')) end
    end;
    if v_value is null then
      return coalesce(p_default, 'null');
    end if;
  end loop;
  return v_value;
end;
$$;
comment on function private.json_logic_var(jsonb, jsonb, jsonb) is 'The value at a dotted path; the default when the path leads nowhere.';

create function private.json_logic_missing(p_data jsonb, p_keys jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(k.key order by k.n), '[]')
    from jsonb_array_elements(p_keys) with ordinality as k (key, n)
    where private.json_logic_var(p_data, k.key) in ('null', '""'));
end;
$$;

-- p_budget bounds the rounds of nested lists: a list of n leaves each of its rounds 1/n of it. No counter has to be shared.
create function private.json_logic_eval(p_rule jsonb, p_data jsonb, p_depth int, p_budget int)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_keys text[];
  v_op text;
  v_raw jsonb;
  v jsonb[];
  v_count int;
  v_list jsonb;
  v_item jsonb;
  v_logic jsonb;
  v_result jsonb;
  v_number numeric;
  v_text text;
  v_budget int;
begin
  if p_depth > 60 or p_budget < 1 then
    perform private.raise('promotion.rule_too_complex', 422);
  end if;
  case jsonb_typeof(p_rule)
    when 'array' then
      return (
        select coalesce(jsonb_agg(private.json_logic_eval(e.value, p_data, p_depth + 1, p_budget) order by e.n), '[]')
        from jsonb_array_elements(p_rule) with ordinality as e (value, n));
    when 'object' then null;
    else return p_rule;
  end case;
  v_keys := array(select jsonb_object_keys(p_rule));
  if cardinality(v_keys) <> 1 then
    return p_rule;
  end if;
  v_op := v_keys[1];
  v_raw := p_rule -> v_op;
  if jsonb_typeof(v_raw) <> 'array' then
    v_raw := jsonb_build_array(v_raw);
  end if;
  v_count := jsonb_array_length(v_raw);

  -- These decide themselves what is evaluated.
  case
    when v_op in ('if', '?:') then
      for i in 0 .. v_count - 2 by 2 loop
        if private.js_truthy(private.json_logic_eval(v_raw -> i, p_data, p_depth + 1, p_budget)) then
          return private.json_logic_eval(v_raw -> (i + 1), p_data, p_depth + 1, p_budget);
        end if;
      end loop;
      return case when v_count % 2 = 1
        then private.json_logic_eval(v_raw -> (v_count - 1), p_data, p_depth + 1, p_budget) else 'null' end;
    when v_op in ('and', 'or') then
      v_result := 'null';
      for i in 0 .. v_count - 1 loop
        v_result := private.json_logic_eval(v_raw -> i, p_data, p_depth + 1, p_budget);
        exit when private.js_truthy(v_result) = (v_op = 'or');
      end loop;
      return v_result;
    when v_op in ('map', 'filter', 'reduce', 'all', 'none', 'some') then
      v_list := private.json_logic_eval(v_raw -> 0, p_data, p_depth + 1, p_budget);
      v_logic := coalesce(v_raw -> 1, 'null');
      v_result := case v_op
        when 'reduce' then coalesce(private.json_logic_eval(v_raw -> 2, p_data, p_depth + 1, p_budget), 'null')
        when 'all' then 'false'
        when 'none' then 'true'
        when 'some' then 'false'
        else '[]' end;
      if coalesce(jsonb_typeof(v_list), 'null') <> 'array' or jsonb_array_length(v_list) = 0 then
        return v_result;
      end if;
      v_budget := p_budget / jsonb_array_length(v_list);
      case v_op
        when 'map' then
          select jsonb_agg(private.json_logic_eval(v_logic, e.value, p_depth + 1, v_budget) order by e.n) into v_result
          from jsonb_array_elements(v_list) with ordinality as e (value, n);
        when 'filter' then
          select coalesce(jsonb_agg(e.value order by e.n), '[]') into v_result
          from jsonb_array_elements(v_list) with ordinality as e (value, n)
          where private.js_truthy(private.json_logic_eval(v_logic, e.value, p_depth + 1, v_budget));
        when 'reduce' then
          for v_item in select value from jsonb_array_elements(v_list) loop
            v_result := private.json_logic_eval(v_logic,
              jsonb_build_object('current', v_item, 'accumulator', v_result), p_depth + 1, v_budget);
          end loop;
        else
          for v_item in select value from jsonb_array_elements(v_list) loop
            if private.js_truthy(private.json_logic_eval(v_logic, v_item, p_depth + 1, v_budget)) <> (v_op = 'all') then
              return to_jsonb(v_op = 'some');
            end if;
          end loop;
          v_result := to_jsonb(v_op <> 'some');
      end case;
      return v_result;
    else null;
  end case;

  for i in 0 .. v_count - 1 loop
    v[i + 1] := case when jsonb_typeof(v_raw -> i) in ('object', 'array')
      then private.json_logic_eval(v_raw -> i, p_data, p_depth + 1, p_budget) else v_raw -> i end;
  end loop;
  case v_op
    when 'var' then
      return private.json_logic_var(p_data, v[1], v[2]);
    when 'missing' then
      return private.json_logic_missing(p_data, case jsonb_typeof(v[1]) when 'array' then v[1] else to_jsonb(coalesce(v, '{}')) end);
    when 'missing_some' then
      v_list := case jsonb_typeof(v[2]) when 'array' then v[2] else '[]' end;
      v_result := private.json_logic_missing(p_data, v_list);
      return case when jsonb_array_length(v_list) - jsonb_array_length(v_result) >= private.js_number(v[1])
        then '[]' else v_result end;
    when '==' then return to_jsonb(private.js_equals(v[1], v[2]));
    when '!=' then return to_jsonb(not private.js_equals(v[1], v[2]));
    when '===' then return to_jsonb(v[1] is not distinct from v[2]);
    when '!==' then return to_jsonb(v[1] is distinct from v[2]);
    when '!' then return to_jsonb(not private.js_truthy(v[1]));
    when '!!' then return to_jsonb(private.js_truthy(v[1]));
    when '<' then
      return to_jsonb(private.js_less(v[1], v[2], false) and (v_count < 3 or private.js_less(v[2], v[3], false)));
    when '<=' then
      return to_jsonb(private.js_less(v[1], v[2], true) and (v_count < 3 or private.js_less(v[2], v[3], true)));
    when '>' then return to_jsonb(private.js_less(v[2], v[1], false));
    when '>=' then return to_jsonb(private.js_less(v[2], v[1], true));
    when '+' then
      v_number := 0;
      for i in 1 .. v_count loop
        v_number := v_number + private.js_parse_float(v[i]);
      end loop;
      return private.js_json(v_number);
    when '*' then
      if v_count < 2 then
        return coalesce(v[1], 'null');
      end if;
      v_number := 1;
      for i in 1 .. v_count loop
        v_number := round(v_number * private.js_parse_float(v[i]), 40);
        exit when abs(v_number) >= 1e308;
      end loop;
      return private.js_json(v_number);
    when '-' then
      return private.js_json(case when v_count < 2 then -private.js_number(v[1])
        else private.js_number(v[1]) - private.js_number(v[2]) end);
    when '/' then
      v_number := private.js_number(v[2]);
      return case when v_number = 0 then 'null' else private.js_json(private.js_number(v[1]) / v_number) end;
    when '%' then
      v_number := private.js_number(v[2]);
      return case when v_number = 0 then 'null' else private.js_json(private.js_number(v[1]) % v_number) end;
    when 'min', 'max' then
      for i in 1 .. v_count loop
        -- NaN is the greatest number in PostgreSQL and wins over everything in JavaScript.
        v_number := case
          when v_number = 'NaN' or private.js_number(v[i]) = 'NaN' then 'NaN'
          when v_op = 'min' then least(v_number, private.js_number(v[i]))
          else greatest(v_number, private.js_number(v[i])) end;
      end loop;
      return coalesce(private.js_json(v_number), 'null');
    when 'merge' then
      v_result := '[]';
      for i in 1 .. v_count loop
        -- A list joined to a list is its elements; anything else is one element.
        v_result := v_result || case jsonb_typeof(v[i]) when 'array' then v[i] else jsonb_build_array(v[i]) end;
      end loop;
      if jsonb_array_length(v_result) > 2000 then
        perform private.raise('promotion.rule_too_complex', 422);
      end if;
      return v_result;
    when 'in' then
      return to_jsonb(coalesce(case jsonb_typeof(v[2])
        when 'array' then exists (select 1 from jsonb_array_elements(v[2]) e where e.value = v[1])
        when 'string' then v[2] <> '""' and strpos(v[2] #>> '{}', private.js_text(v[1])) > 0
        else false end, false));
    when 'cat' then
      v_text := '';
      for i in 1 .. v_count loop
        v_text := v_text || case jsonb_typeof(v[i]) when 'null' then '' else private.js_text(v[i]) end;
      end loop;
      if length(v_text) > 10000 then
        perform private.raise('promotion.rule_too_complex', 422);
      end if;
      return to_jsonb(v_text);
    when 'substr' then
      return to_jsonb(private.js_substr(private.js_text(v[1]), private.js_number(v[2]),
        case when v_count > 2 then private.js_number(v[3]) end));
    when 'log' then return coalesce(v[1], 'null');
    else
      perform private.raise('promotion.rule_unknown_operator', 422, jsonb_build_object('operator', v_op));
  end case;
  return null;
end;
$$;

create function private.js_substr(p_text text, p_start numeric, p_length numeric)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_start int := case when p_start = 'NaN' then 0 else trunc(greatest(-10000, least(p_start, 10000))) end;
  v_length int := case when p_length = 'NaN' then 0 else trunc(greatest(-10000, least(p_length, 10000))) end;
  v_rest text;
begin
  v_rest := case when v_start >= 0 then substr(p_text, v_start + 1) else right(p_text, -v_start) end;
  -- A negative length leaves out that many at the end.
  return case
    when p_length is null then v_rest
    when v_length < 0 then left(v_rest, greatest(length(v_rest) + v_length, 0))
    else left(v_rest, v_length) end;
end;
$$;

create function private.json_logic(rule jsonb, data jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  if jsonb_typeof(rule) in ('boolean', 'null', 'number', 'string') then
    return rule;
  end if;
  if pg_column_size(rule) > 65536 then
    perform private.raise('promotion.rule_too_complex', 422);
  end if;
  return private.json_logic_eval(rule, data, 1, 20000);
end;
$$;
comment on function private.json_logic(jsonb, jsonb) is
  'Evaluates a JsonLogic rule (jsonlogic.com, all published operators, as json-logic-js 2 does). Numbers are exact decimals; NaN and infinity are null. Refuses with promotion.rule_too_complex beyond depth 60 or 20 000 rounds of nested lists.';
