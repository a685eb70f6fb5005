create function private.screen_problem(p_path text, p_key text, p_cut text, p_detail jsonb default '{}', p_is_error boolean default true)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('path', p_path, 'key', p_key, 'severity', case when p_is_error then 'error' else 'warning' end,
    'detail', p_detail, 'cut', p_cut);
$$;
comment on function private.screen_problem(text, text, text, jsonb, boolean) is
  'One fault of a screen definition: where (dots between keys and positions), what, how bad, and which part is left out because of it.';

create function private.nearest_name(p_name text, p_names text[])
returns text
language sql
immutable
set search_path = ''
as $$
  select n from unnest(p_names) n
  where extensions.similarity(n, p_name) > 0.3
  order by extensions.similarity(n, p_name) desc, n
  limit 1;
$$;

create function private.screen_roles()
returns text[]
language sql
stable
set search_path = ''
as $$
  select enum_range(null::public.ops_role)::text[] || enum_range(null::public.merchant_role)::text[];
$$;
comment on function private.screen_roles() is 'Roles that a screen can name; who has none of them never sees the back office.';

create function private.fit_widgets(p_kind text, p_is_reference boolean)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select case p_kind
    when 'text' then array['text', 'textarea', 'tag', 'choice', 'image', 'phone', 'url']
    when 'integer' then array['number', 'money', 'percent', 'duration', 'distance']
    when 'number' then array['number']
    when 'boolean' then array['switch']
    when 'datetime' then array['datetime', 'date']
    when 'date' then array['date']
    when 'time' then array['time']
    when 'enum' then array['tag', 'choice']
    when 'array' then array['tags']
    when 'json' then array['translations', 'tags']
    when 'geometry' then array['map']
    else array['text'] end
    || case when p_is_reference then array['reference', 'text'] else '{}' end || array['json'];
$$;
comment on function private.fit_widgets(text, boolean) is 'The widgets that can show values of this kind. The back office has one for each name here.';
