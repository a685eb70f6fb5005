create function private.begin_command(p_command text, p_key text, p_actor_id uuid, p_subject_id uuid)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_key private.idempotency_keys;
begin
  if p_key is null or length(p_key) not between 8 and 128 then
    perform private.raise('platform.idempotency_key_invalid', 400);
  end if;
  -- A concurrent twin waits here until the first one commits or rolls back.
  insert into private.idempotency_keys (actor_id, command, key, subject_id)
  values (p_actor_id, p_command, p_key, p_subject_id)
  on conflict do nothing;
  if found then
    return null;
  end if;
  select * into v_key
  from private.idempotency_keys
  where actor_id = p_actor_id and command = p_command and key = p_key;
  if v_key.subject_id is distinct from p_subject_id then
    perform private.raise('platform.idempotency_key_reused', 422);
  end if;
  return v_key.response;
end;
$$;
comment on function private.begin_command(text, text, uuid, uuid) is
  'Null for a new command; the first answer for a repeat. p_subject_id is the order, delivery, offer or quote that it is about.';

create function private.finish_command(p_command text, p_key text, p_actor_id uuid, p_response jsonb)
returns jsonb
language sql
set search_path = ''
as $$
  update private.idempotency_keys
  set response = p_response
  where actor_id = p_actor_id and command = p_command and key = p_key
  returning response;
$$;

