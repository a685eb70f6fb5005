create function private.screen_parts(p_value jsonb, p_path text default '')
returns table (path text, value jsonb)
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_member record;
begin
  if jsonb_typeof(p_value) = 'object' and p_value <> '{}' then
    for v_member in select key, m.value from jsonb_each(p_value) m loop
      return query select * from private.screen_parts(v_member.value, ltrim(p_path || '.' || v_member.key, '.'));
    end loop;
  elsif jsonb_typeof(p_value) = 'array' and jsonb_typeof(p_value -> 0) = 'object' and (p_value -> 0 ? 'column' or p_value -> 0 ? 'key') then
    -- Members are known by their names, so a moved field is one change and not two.
    for v_member in
      select m.value, coalesce(m.value ->> 'column', m.value ->> 'key', m.ordinality::text) as name, m.ordinality
      from jsonb_array_elements(p_value) with ordinality m
    loop
      return query select * from private.screen_parts(v_member.value, p_path || '[' || v_member.name || ']');
    end loop;
    return query select p_path || '.order', (
      select jsonb_agg(coalesce(m ->> 'column', m ->> 'key')) from jsonb_array_elements(p_value) m);
  else
    return query select p_path, p_value;
  end if;
end;
$$;
comment on function private.screen_parts(jsonb, text) is 'A definition as leaves with paths; fields, groups, views and actions by their names.';

create function public.diff_screens(p_before jsonb, p_after jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'path', coalesce(b.path, a.path),
    'change', case when b.path is null then 'added' when a.path is null then 'removed' else 'changed' end,
    'before', b.value, 'after', a.value) order by coalesce(b.path, a.path)), '[]')
  from private.screen_parts(coalesce(p_before, '{}')) b
  full join private.screen_parts(coalesce(p_after, '{}')) a on a.path = b.path
  where b.value is distinct from a.value;
$$;
comment on function public.diff_screens(jsonb, jsonb) is 'What differs between two definitions: [{path, change: added|removed|changed, before, after}].';
