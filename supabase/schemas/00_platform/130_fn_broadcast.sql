create function private.broadcast(p_topic text, p_event text, p_payload jsonb)
returns void
language sql
security definer -- callers hold no insert right on realtime.messages
set search_path = ''
as $$
  select realtime.send(p_payload, p_event, p_topic, true);
$$;
comment on function private.broadcast(text, text, jsonb) is
  'Sends to a private topic: order:<id>, store:<id>, rider:<id>, zone:<id>, ticket:<id> or user:<id>.';

