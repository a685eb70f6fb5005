create function private.check_members(p_part jsonb, p_allowed text[], p_path text, p_cut text)
returns setof jsonb
language sql
immutable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'not_an_object', p_cut) where jsonb_typeof(p_part) <> 'object'
  union all
  select private.screen_problem(ltrim(p_path || '.' || k, '.'), 'unknown_key', ltrim(p_path || '.' || k, '.'),
    jsonb_build_object('name', k, 'nearest', private.nearest_name(k, p_allowed)))
  from jsonb_object_keys(case when jsonb_typeof(p_part) = 'object' then p_part else '{}' end) k
  where k <> all (p_allowed);
$$;

create function private.check_labels(p_labels jsonb, p_path text)
returns setof jsonb
language sql
immutable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'not_an_object', p_path) where jsonb_typeof(p_labels) <> 'object'
  union all
  select private.screen_problem(p_path || '.' || l.key,
    case when l.key in ('zh-CN', 'en') then 'text_invalid' else 'unknown_locale' end, p_path || '.' || l.key,
    jsonb_build_object('name', l.key, 'max', 500))
  from jsonb_each(case when jsonb_typeof(p_labels) = 'object' then p_labels else '{}' end) l
  where l.key not in ('zh-CN', 'en') or jsonb_typeof(l.value) <> 'string' or length(l.value #>> '{}') > 500;
$$;

create function private.check_roles(p_roles jsonb, p_path text, p_cut text)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'not_a_list', p_cut) where jsonb_typeof(p_roles) <> 'array'
  union all
  select private.screen_problem(p_path, 'unknown_role', p_cut,
    jsonb_build_object('name', r, 'nearest', private.nearest_name(r, private.screen_roles())))
  from jsonb_array_elements_text(case when jsonb_typeof(p_roles) = 'array' then p_roles else '[]' end) r
  where r <> all (private.screen_roles());
$$;
comment on function private.check_roles(jsonb, text, text) is
  'A part with an unknown role is left out whole: shown to nobody is safer than shown to everybody.';

create function private.check_list(p_list jsonb, p_path text)
returns setof jsonb
language sql
immutable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'not_a_list', p_path) where p_list is not null and jsonb_typeof(p_list) <> 'array';
$$;

create function private.part_list(p_part jsonb)
returns table (value jsonb, place text)
language sql
immutable
set search_path = ''
as $$
  select e.value, (e.ordinality - 1)::text
  from jsonb_array_elements(case when jsonb_typeof(p_part) = 'array' then p_part else '[]' end) with ordinality e;
$$;
comment on function private.part_list(jsonb) is 'The members of a list with their positions; nothing when it is none.';

create function private.check_repeats(p_list jsonb, p_key text, p_path text)
returns setof jsonb
language sql
immutable
set search_path = ''
as $$
  select private.screen_problem(p_path || '.' || l.place, 'repeated', p_path || '.' || l.place,
    jsonb_build_object('name', l.value ->> p_key))
  from private.part_list(p_list) l
  where exists (
    select 1 from private.part_list(p_list) other
    where other.place::int < l.place::int and other.value ->> p_key = l.value ->> p_key);
$$;
