create function private.policy_rights(p_table oid, p_command text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when not (has_table_privilege('authenticated', c.oid, p_command)
      or p_command <> 'delete' and has_any_column_privilege('authenticated', c.oid, p_command)) then 'false'::jsonb
    when not c.relrowsecurity then 'true'::jsonb
    else coalesce((
      select jsonb_build_object('and', jsonb_build_array(
        jsonb_build_object('or', coalesce(jsonb_agg(part.tree) filter (where p.polpermissive), '[]')))
        || coalesce(jsonb_agg(part.tree) filter (where not p.polpermissive), '[]'))
      from pg_catalog.pg_policy p
      cross join lateral (
        select case p_command
          when 'insert' then private.policy_tree(pg_get_expr(coalesce(p.polwithcheck, p.polqual), c.oid))
          when 'update' then jsonb_build_object('and', jsonb_build_array(
            private.policy_tree(pg_get_expr(p.polqual, c.oid)), private.policy_tree(pg_get_expr(p.polwithcheck, c.oid))))
          else private.policy_tree(pg_get_expr(p.polqual, c.oid)) end as tree
      ) part
      where p.polrelid = c.oid
        and p.polcmd in ('*', case p_command when 'select' then 'r' when 'insert' then 'a' when 'update' then 'w' else 'd' end)
        and (p.polroles = '{0}' or 'authenticated'::regrole = any (p.polroles))
      having count(*) > 0), 'false'::jsonb) end
  from pg_catalog.pg_class c
  where c.oid = p_table;
$$;
comment on function private.policy_rights(oid, text) is 'What grants and policies say of a command for signed-in people, as one tree; false when nobody may.';

create function private.policy_predicate(p_table oid, p_command text)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when not (has_table_privilege('authenticated', c.oid, p_command)
      or p_command <> 'delete' and has_any_column_privilege('authenticated', c.oid, p_command)) then 'false'
    when not c.relrowsecurity then 'true'
    else coalesce((
      select '(' || coalesce(string_agg('coalesce(' || pg_get_expr(p.polqual, c.oid) || ', false)', ' or ') filter (where p.polpermissive), 'false') || ')'
        || coalesce(string_agg(' and coalesce(' || pg_get_expr(p.polqual, c.oid) || ', false)', '') filter (where not p.polpermissive), '')
      from pg_catalog.pg_policy p
      where p.polrelid = c.oid and p.polqual is not null
        and p.polcmd in ('*', case p_command when 'update' then 'w' else 'd' end)
        and (p.polroles = '{0}' or 'authenticated'::regrole = any (p.polroles))), 'false') end
  from pg_catalog.pg_class c
  where c.oid = p_table;
$$;
comment on function private.policy_predicate(oid, text) is 'On which rows a signed-in person may update or delete, as one SQL condition.';
