create function private.enqueue_message(p_kind text, p_payload jsonb)
returns void
language sql
set search_path = ''
as $$
  insert into private.outbox_messages (kind, payload) values (p_kind, p_payload);
$$;

create function public.claim_outbox_messages(p_limit int default 50, p_lease_seconds int default 60)
returns table (id uuid, kind text, payload jsonb, attempts int)
language sql
security definer -- the outbox is private; execute is granted to service_role only
set search_path = ''
as $$
  with due as (
    select m.id
    from private.outbox_messages m
    where m.finished_at is null and m.available_at <= now() and m.attempt_count < 8
    order by m.available_at
    limit least(p_limit, 200)
    for update skip locked
  )
  update private.outbox_messages m
  set available_at = now() + make_interval(secs => greatest(p_lease_seconds, 5)),
      attempt_count = m.attempt_count + 1
  from due
  where m.id = due.id
  returning m.id, m.kind, m.payload, m.attempt_count;
$$;
comment on function public.claim_outbox_messages(int, int) is
  'Leases due messages to the workflow engine. A message that is not finished before its lease ends comes again, eight times at most.';

create function public.finish_outbox_message(p_id uuid, p_error text default null)
returns void
language sql
security definer -- the outbox is private; execute is granted to service_role only
set search_path = ''
as $$
  update private.outbox_messages
  set finished_at = case when p_error is null or attempt_count >= 8 then now() end,
      last_error = left(p_error, 500),
      available_at = case when p_error is null then available_at
        else now() + make_interval(secs => least(3600, 5 * 2 ^ attempt_count)) end
  where id = p_id and finished_at is null;
$$;
comment on function public.finish_outbox_message(uuid, text) is
  'Ends a message, or puts it back with a growing delay; given up after eight attempts.';

create function public.record_workflow_failure(p_workflow text, p_execution text, p_message text)
returns void
language sql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  insert into public.workflow_failures (workflow, execution, message)
  values (left(p_workflow, 200), left(p_execution, 200), left(p_message, 2000));
$$;
comment on function public.record_workflow_failure(text, text, text) is 'Keeps what the error workflow reports.';

create function private.nudge_workflows()
returns trigger
language plpgsql
security definer -- net and settings are not granted to the writer
set search_path = ''
as $$
declare
  v_url text := private.setting('workflow.outbox_webhook_url') #>> '{}';
  v_key text;
begin
  if v_url is not null and exists (select 1 from added) then
    select decrypted_secret into v_key from vault.decrypted_secrets where name = 'workflow_webhook_key';
    perform net.http_post(
      url => v_url,
      body => '{}'::jsonb,
      headers => jsonb_build_object('content-type', 'application/json', 'x-linli-key', coalesce(v_key, '')),
      timeout_milliseconds => 5000);
  end if;
  return null;
end;
$$;

