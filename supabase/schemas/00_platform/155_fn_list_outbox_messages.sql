create function public.list_outbox_messages(p_state text default null, p_before timestamptz default null, p_limit int default 50)
returns table (
  id uuid, kind text, subject text, state text, attempt_count int, last_error text,
  created_at timestamptz, available_at timestamptz, finished_at timestamptz)
language plpgsql
stable
security definer -- the outbox is private; numbers and words of messages stay there
set search_path = ''
as $$
begin
  perform private.require_ops();
  return query
  select m.id, m.kind, coalesce(m.payload ->> 'event', m.payload ->> 'template', ''), s.state, m.attempt_count, m.last_error,
    m.created_at, m.available_at, m.finished_at
  from private.outbox_messages m
  cross join lateral (select case
    when m.finished_at is not null and m.last_error is null then 'done'
    when m.attempt_count >= 8 then 'given_up'
    when m.last_error is not null then 'failing'
    when m.attempt_count > 0 then 'running'
    else 'waiting' end) as s (state)
  where (p_state is null or s.state = p_state)
    and (p_before is null or m.created_at < p_before)
  order by m.created_at desc
  limit least(greatest(p_limit, 1), 200);
end;
$$;
comment on function public.list_outbox_messages(text, timestamptz, int) is
  'What the workflow engine was given to send, newest first, without numbers and words: {kind, subject (event or template), state: waiting|running|failing|done|given_up, attempt_count, last_error, times}. For ops.';

create function public.retry_outbox_message(p_message_id uuid)
returns void
language plpgsql
security definer -- the outbox is private
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  update private.outbox_messages
  set attempt_count = 0, available_at = now(), finished_at = null
  where id = p_message_id and last_error is not null;
  if not found then
    perform private.raise('platform.message_not_failed', 409);
  end if;
end;
$$;
comment on function public.retry_outbox_message(uuid) is 'Gives a message that failed eight more attempts. Repeating it changes nothing. Operations.';
