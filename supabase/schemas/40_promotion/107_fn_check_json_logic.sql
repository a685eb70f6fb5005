create function private.check_json_logic(p_rule jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_count int;
  v_depth int;
  v_operator text;
begin
  with recursive nodes as (
    select coalesce(p_rule, 'null') as node, 1 as depth
    union all
    select child.value, n.depth + 1
    from nodes n
    cross join lateral (
      select a.value from jsonb_array_elements(case jsonb_typeof(n.node) when 'array' then n.node else '[]' end) a
      union all
      select o.value from jsonb_each(case jsonb_typeof(n.node) when 'object' then n.node else '{}' end) o
    ) child
    where n.depth <= 40
  )
  select count(*), max(n.depth), min(o.operator)
  into v_count, v_depth, v_operator
  from nodes n
  left join lateral (
    -- An object with one key is an operation; any other is a value.
    select min(k) as operator
    from jsonb_object_keys(case jsonb_typeof(n.node) when 'object' then n.node else '{}' end) k
    having count(*) = 1 and min(k) not in (
      'var', 'missing', 'missing_some', 'if', '?:', '==', '===', '!=', '!==', '!', '!!', 'or', 'and',
      '>', '>=', '<', '<=', 'max', 'min', '+', '-', '*', '/', '%', 'map', 'filter', 'reduce', 'all', 'none', 'some',
      'merge', 'in', 'cat', 'substr', 'log')
  ) o on true;
  if v_operator is not null then
    perform private.raise('promotion.rule_unknown_operator', 422, jsonb_build_object('operator', v_operator));
  end if;
  if v_count > 1000 or v_depth > 40 then
    perform private.raise('promotion.rule_too_complex', 422);
  end if;
end;
$$;
comment on function private.check_json_logic(jsonb) is
  'Refuses a rule with an operator that does not exist, more than 1000 parts or more than 40 levels: what is saved can be evaluated.';

create function private.fold_json_logic(p_rule jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  -- A rule that reads no data has one answer for ever.
  select case
    when jsonb_path_exists(p_rule, '$.** ? (exists(@.var) || exists(@.missing) || exists(@.missing_some))') then p_rule
    else to_jsonb(private.js_truthy(private.json_logic(p_rule, 'null')))
  end;
$$;
comment on function private.fold_json_logic(jsonb) is 'true or false for a rule that reads no data, else the rule.';
