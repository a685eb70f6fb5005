create function private.require_ticket(p_ticket_id uuid)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if not exists (select 1 from public.tickets where id = p_ticket_id) then
    perform private.raise('support.not_found', 404);
  end if;
end;
$$;
comment on function private.require_ticket(uuid) is 'Refuses a ticket that does not exist.';

create function public.assign_ticket(p_ticket_id uuid, p_idempotency_key text, p_assignee_id uuid default null)
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('support', 'operations');
  v_answer jsonb := private.begin_command('assign_ticket', p_idempotency_key, v_user_id, p_ticket_id);
  v_ticket public.tickets;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.require_ticket(p_ticket_id);
  if p_assignee_id is not null and not exists (
    select 1 from public.ops_members where user_id = p_assignee_id and role in ('support', 'operations', 'admin'))
  then
    perform private.raise('support.assignee_invalid', 422);
  end if;
  v_ticket := private.apply_ticket_command(p_ticket_id, 'assign', 'ops', jsonb_build_object('assignee_id', p_assignee_id));
  update public.tickets set assignee_id = p_assignee_id where id = p_ticket_id returning * into v_ticket;
  return private.finish_command('assign_ticket', p_idempotency_key, v_user_id, private.ticket_row(v_ticket, true));
end;
$$;
comment on function public.assign_ticket(uuid, text, uuid) is 'Gives a ticket to a person of support, or to nobody.';

create function public.prioritize_ticket(p_ticket_id uuid, p_priority public.ticket_priority, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('support', 'operations');
  v_answer jsonb := private.begin_command('prioritize_ticket', p_idempotency_key, v_user_id, p_ticket_id);
  v_ticket public.tickets;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.require_ticket(p_ticket_id);
  v_ticket := private.apply_ticket_command(p_ticket_id, 'prioritize', 'ops', jsonb_build_object('priority', p_priority));
  -- Counted from when it was opened, or opened again.
  update public.tickets
  set priority = p_priority,
      first_response_due_at = created_at + private.ticket_time('first_response', p_priority),
      resolution_due_at = resolution_due_at - private.ticket_time('resolution', priority) + private.ticket_time('resolution', p_priority)
  where id = p_ticket_id
  returning * into v_ticket;
  v_ticket := private.set_ticket_due(v_ticket);
  return private.finish_command('prioritize_ticket', p_idempotency_key, v_user_id, private.ticket_row(v_ticket, true));
end;
$$;
comment on function public.prioritize_ticket(uuid, public.ticket_priority, text) is 'How urgent a ticket is; its due times follow.';

create function public.resolve_ticket(p_ticket_id uuid, p_resolution text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('support', 'operations');
  v_answer jsonb := private.begin_command('resolve_ticket', p_idempotency_key, v_user_id, p_ticket_id);
  v_ticket public.tickets;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.require_ticket(p_ticket_id);
  if coalesce(length(trim(p_resolution)), 0) not between 1 and 500 then
    perform private.raise('support.resolution_required', 422);
  end if;
  v_ticket := private.apply_ticket_command(p_ticket_id, 'resolve', 'ops', jsonb_build_object('resolution', trim(p_resolution)));
  update public.tickets set resolution = trim(p_resolution), assignee_id = coalesce(assignee_id, v_user_id)
  where id = p_ticket_id returning * into v_ticket;
  perform private.notify_ticket(v_ticket, 'ticket.resolved');
  return private.finish_command('resolve_ticket', p_idempotency_key, v_user_id, private.ticket_row(v_ticket, true));
end;
$$;
comment on function public.resolve_ticket(uuid, text, text) is 'Support is done and says with what outcome; silence closes the ticket later.';

create function public.reopen_ticket(p_ticket_id uuid, p_body text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_role public.actor_role := private.ticket_actor(p_ticket_id);
  v_answer jsonb := private.begin_command('reopen_ticket', p_idempotency_key, auth.uid(), p_ticket_id);
  v_ticket public.tickets;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.refuse_asked_store(p_ticket_id, v_role, 'reopen');
  if v_role <> 'ops' and exists (
    select 1 from public.tickets
    where id = p_ticket_id
      and closed_at < now() - make_interval(days => coalesce((private.setting('support.reopen_days') #>> '{}')::int, 7)))
  then
    perform private.raise('support.reopen_too_late', 409);
  end if;
  v_ticket := private.apply_ticket_command(p_ticket_id, 'reopen', v_role);
  -- What is rated is how it ends.
  update public.tickets set rating = null, rating_note = '', rated_at = null where id = p_ticket_id returning * into v_ticket;
  if v_role = 'ops' then
    perform private.add_ticket_message(p_ticket_id, 'ops', p_body, '{}'::text[], true);
  else
    perform private.add_ticket_message(p_ticket_id, v_role, p_body, '{}'::text[]);
  end if;
  return private.finish_command('reopen_ticket', p_idempotency_key, auth.uid(), private.ticket_row(v_ticket, v_role = 'ops'));
end;
$$;
comment on function public.reopen_ticket(uuid, text, text) is
  'Opens a resolved or closed ticket again and says why; who asked may do so for some days. Of support the reason is a note.';

create function public.close_ticket(p_ticket_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_role public.actor_role := private.ticket_actor(p_ticket_id);
  v_answer jsonb := private.begin_command('close_ticket', p_idempotency_key, auth.uid(), p_ticket_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.refuse_asked_store(p_ticket_id, v_role, 'close');
  return private.finish_command('close_ticket', p_idempotency_key, auth.uid(),
    private.ticket_row(private.apply_ticket_command(p_ticket_id, 'close', v_role), false));
end;
$$;
comment on function public.close_ticket(uuid, text) is 'Who asked needs no more help.';

create function public.rate_ticket(p_ticket_id uuid, p_rating int, p_idempotency_key text, p_note text default '')
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_role public.actor_role := private.ticket_actor(p_ticket_id);
  v_answer jsonb := private.begin_command('rate_ticket', p_idempotency_key, auth.uid(), p_ticket_id);
  v_ticket public.tickets;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.refuse_asked_store(p_ticket_id, v_role, 'rate');
  if p_rating is null or p_rating not between 1 and 5 then
    perform private.raise('support.rating_invalid', 422);
  end if;
  select * into v_ticket from public.tickets where id = p_ticket_id for update;
  if v_ticket.rated_at is not null then
    perform private.raise('support.already_rated', 409);
  end if;
  -- A resolved ticket that is rated is over.
  perform private.apply_ticket_command(p_ticket_id, 'rate', v_role, jsonb_build_object('rating', p_rating));
  update public.tickets set rating = p_rating, rating_note = left(trim(coalesce(p_note, '')), 300), rated_at = now()
  where id = p_ticket_id returning * into v_ticket;
  return private.finish_command('rate_ticket', p_idempotency_key, auth.uid(), private.ticket_row(v_ticket, false));
end;
$$;
comment on function public.rate_ticket(uuid, int, text, text) is 'Who asked says how it went, 1 to 5, once it is resolved or closed.';

create function private.close_silent_tickets()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
  v_count int := 0;
begin
  for v_id in
    select id from public.tickets where auto_close_at <= now() order by auto_close_at limit 200 for update skip locked
  loop
    perform private.apply_ticket_command(v_id, 'close', 'system');
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.close_silent_tickets() is 'Closes tickets whose opener stayed silent after an answer or a resolution; returns how many.';
