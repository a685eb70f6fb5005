create function private.raise(p_key text, p_status int, p_detail jsonb default '{}')
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using
    errcode = 'PT' || p_status,
    message = p_key,
    detail = p_detail::text;
end;
$$;
comment on function private.raise(text, int, jsonb) is
  'Fails with a stable key that apps translate. p_status is the HTTP status; p_detail is JSON for the message.';

