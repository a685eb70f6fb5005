create function private.split_predicate(p_text text, p_operator text)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_parts text[] := '{}'::text[];
  v_depth int := 0;
  v_start int := 1;
  v_is_quoted boolean := false;
  v_at int := 1;
  v_mark text := ' ' || p_operator || ' ';
  v_char text;
begin
  while v_at <= length(p_text) loop
    v_char := substr(p_text, v_at, 1);
    if v_char = '''' then
      v_is_quoted := not v_is_quoted;
    elsif not v_is_quoted then
      v_depth := v_depth + case v_char when '(' then 1 when ')' then -1 else 0 end;
      if v_depth = 0 and substr(p_text, v_at, length(v_mark)) = v_mark then
        v_parts := v_parts || substr(p_text, v_start, v_at - v_start);
        v_start := v_at + length(v_mark);
        v_at := v_start - 1;
      end if;
    end if;
    v_at := v_at + 1;
  end loop;
  return v_parts || substr(p_text, v_start);
end;
$$;
comment on function private.split_predicate(text, text) is 'Splits the text of an expression at an operator outside of brackets and quotes.';

create function private.unwrap_predicate(p_text text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_text text := btrim(p_text);
  v_depth int;
  v_end int;
begin
  while left(v_text, 1) = '(' loop
    v_depth := 0;
    v_end := 0;
    loop
      v_end := v_end + 1;
      v_depth := v_depth + case substr(v_text, v_end, 1) when '(' then 1 when ')' then -1 else 0 end;
      exit when v_depth = 0;
    end loop;
    exit when v_end < length(v_text) or v_text ~* '^\(\s*select\s';
    v_text := btrim(substr(v_text, 2, length(v_text) - 2));
  end loop;
  return v_text;
end;
$$;
comment on function private.unwrap_predicate(text) is 'Takes off brackets that enclose the whole text, but not those of a subquery.';

create function private.stands_alone(p_predicate text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  execute 'select 1 where false and (' || p_predicate || ')';
  return true;
exception
  when undefined_column or undefined_table then
    return false;
end;
$$;
comment on function private.stands_alone(text) is 'Whether an expression names no column of a row. For texts that the database itself printed.';

create function private.row_predicate_question(p_predicate text)
returns text
language sql
immutable
set search_path = ''
as $$
  -- Predicates that take a row's id: the same question without the row. A test holds them to what happens.
  select case
    when p_predicate ~ '^private\.can_edit_menu\(' then
      'exists (select 1 from private.my_store_ids(''{manager}'')) or private.is_ops()'
  end;
$$;
comment on function private.row_predicate_question(text) is 'For a helper that is asked for each row: who it could ever say yes to, as SQL; null when anybody.';

create function private.policy_tree(p_predicate text)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_text text := private.unwrap_predicate(p_predicate);
  v_parts text[];
  v_match text;
begin
  if v_text is null then
    return 'true'::jsonb;
  end if;
  v_parts := private.split_predicate(v_text, 'OR');
  if cardinality(v_parts) > 1 then
    return jsonb_build_object('or', (select jsonb_agg(private.policy_tree(p)) from unnest(v_parts) p));
  end if;
  v_parts := private.split_predicate(v_text, 'AND');
  if cardinality(v_parts) > 1 then
    return jsonb_build_object('and', (select jsonb_agg(private.policy_tree(p)) from unnest(v_parts) p));
  end if;
  if private.stands_alone(v_text) then
    return jsonb_build_object('always', v_text);
  end if;
  v_match := (regexp_match(v_text, '^\S+ IN (\( SELECT .*\))$'))[1];
  if v_match is not null and private.stands_alone('exists ' || v_match) then
    return jsonb_build_object('own', 'exists ' || v_match);
  end if;
  v_match := private.row_predicate_question(v_text);
  if v_match is not null then
    return jsonb_build_object('own', v_match);
  end if;
  if v_text ~* '^EXISTS \(' then
    return jsonb_build_object('through', (
      select jsonb_agg(distinct m[1]) from regexp_matches(v_text, '(?:FROM|JOIN)\s+\(*(?:public\.)?([a-z_0-9]+)\M(?!\.)', 'gi') m));
  end if;
  return '"own"'::jsonb;
end;
$$;
comment on function private.policy_tree(text) is
  'A policy as {or|and: […]}, {always: sql} (no row needed), {own: sql} (some rows when true), {through: [tables]} (rows whose parents are readable), "own" or true.';
