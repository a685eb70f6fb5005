create function private.setting(p_key text)
returns jsonb
language sql
stable
security definer -- settings are readable by ops only; every command needs its parameters
set search_path = ''
as $$
  select value from public.settings where key = p_key;
$$;

create function private.setting_interval(p_key text, p_default_seconds int)
returns interval
language sql
stable
set search_path = ''
as $$
  select make_interval(secs => coalesce((private.setting(p_key) #>> '{}')::double precision, p_default_seconds));
$$;
comment on function private.setting_interval(text, int) is 'A setting in seconds as an interval.';

