create function private.call_function(p_name text, p_body jsonb default '{}')
returns bigint
language plpgsql
security definer -- reads the service key from the vault
set search_path = ''
as $$
declare
  v_url text;
  v_key text;
begin
  select decrypted_secret into v_url from vault.decrypted_secrets where name = 'project_url';
  select decrypted_secret into v_key from vault.decrypted_secrets where name = 'service_role_key';
  if v_url is null or v_key is null then
    return null;
  end if;
  return net.http_post(
    url => v_url || '/functions/v1/' || p_name,
    body => p_body,
    headers => jsonb_build_object(
      'content-type', 'application/json', 'authorization', 'Bearer ' || v_key, 'apikey', v_key),
    timeout_milliseconds => 60000);
end;
$$;
comment on function private.call_function(text, jsonb) is
  'Queues a call of an edge function after commit; null while the vault names no project.';

