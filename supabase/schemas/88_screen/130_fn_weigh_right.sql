create function private.weigh_right(p_tree jsonb, p_answers jsonb, p_rights jsonb, p_depth int default 0)
returns int
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_weight int;
begin
  case
    when jsonb_typeof(p_tree) = 'boolean' then
      return case when p_tree::boolean then 2 else 0 end;
    when jsonb_typeof(p_tree) = 'string' or p_depth > 12 then
      return 1;
    when p_tree ? 'or' then
      select max(private.weigh_right(t, p_answers, p_rights, p_depth + 1)) into v_weight from jsonb_array_elements(p_tree -> 'or') t;
      return coalesce(v_weight, 0);
    when p_tree ? 'and' then
      select min(private.weigh_right(t, p_answers, p_rights, p_depth + 1)) into v_weight from jsonb_array_elements(p_tree -> 'and') t;
      return coalesce(v_weight, 2);
    when p_tree ? 'through' then
      -- A table that is not exposed is read by nobody's rights but the policy's own.
      select min(least(1, private.weigh_right(coalesce(p_rights -> t -> 'select', '"own"'), p_answers, p_rights, p_depth + 1)))
      into v_weight from jsonb_array_elements_text(p_tree -> 'through') t;
      return coalesce(v_weight, 1);
    else
      return case when (p_answers ->> coalesce(p_tree ->> 'always', p_tree ->> 'own'))::boolean
        then case when p_tree ? 'always' then 2 else 1 end else 0 end;
  end case;
end;
$$;
comment on function private.weigh_right(jsonb, jsonb, jsonb, int) is 'A policy tree for one caller: 0 no row, 1 some rows, 2 every row.';

create function private.my_rights()
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_catalogue private.resource_catalogues := private.resource_catalogue();
  v_answers jsonb := '{}'::jsonb;
  v_question text;
  v_answer boolean;
begin
  -- As the caller: the policies' own questions with the policies' own answers.
  for v_question in select jsonb_array_elements_text(v_catalogue.questions) loop
    execute 'select ' || v_question into v_answer;
    v_answers := v_answers || jsonb_build_object(v_question, coalesce(v_answer, false));
  end loop;
  return (
    select jsonb_object_agg(r.name, (
      select jsonb_object_agg(c.command, (array['none', 'own', 'all'])
        [1 + private.weigh_right(c.tree, v_answers, v_catalogue.rights)])
      from jsonb_each(r.commands) c (command, tree)))
    from jsonb_each(v_catalogue.rights) r (name, commands));
end;
$$;
comment on function private.my_rights() is
  'What grants and policies allow the caller: {table: {select|insert|update|delete: none|own|all}}. "own" is some rows, whichever the policies choose.';
