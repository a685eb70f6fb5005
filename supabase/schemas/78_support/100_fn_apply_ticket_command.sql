create function private.announce_ticket(p_ticket public.tickets, p_event text, p_detail jsonb default '{}')
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := p_detail || jsonb_build_object(
    'ticket_id', p_ticket.id, 'number', p_ticket.number, 'status', p_ticket.status, 'at', p_ticket.updated_at);
begin
  perform private.broadcast('ticket:' || p_ticket.id, p_event, v_payload);
  if p_ticket.opened_as = 'merchant' or p_ticket.store_asked_at is not null then
    perform private.broadcast('store:' || p_ticket.store_id, p_event, v_payload);
  end if;
  if p_ticket.opened_as <> 'merchant' then
    perform private.broadcast('user:' || p_ticket.opened_by, p_event, v_payload);
  end if;
end;
$$;
comment on function private.announce_ticket(public.tickets, text, jsonb) is
  'Tells those who look at the ticket, who asked, and the staff of a store that asked or was asked.';

create function private.apply_ticket_command(
  p_ticket_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}')
returns public.tickets
language plpgsql
set search_path = ''
as $$
declare
  v_ticket public.tickets;
  v_from public.ticket_status;
  v_to public.ticket_status;
begin
  select * into v_ticket from public.tickets where id = p_ticket_id for update;
  select to_status into v_to
  from public.ticket_transitions
  where from_status = v_ticket.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('support.transition_refused', 409,
      jsonb_build_object('status', v_ticket.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_ticket.status;
  update public.tickets
  set status = v_to,
      first_responded_at = case when p_command = 'reply' and p_actor = 'ops'
        then coalesce(first_responded_at, now()) else first_responded_at end,
      resolution_due_at = case when p_command = 'reopen'
        then now() + private.ticket_time('resolution', priority) else resolution_due_at end,
      resolved_at = case when v_to = 'resolved' then coalesce(resolved_at, now()) when v_to = 'closed' then resolved_at end,
      closed_at = case when v_to = 'closed' then coalesce(closed_at, now()) end,
      auto_close_at = case
        when v_to = v_from and p_command <> 'reply' then auto_close_at
        when v_to = 'answered' then now() + private.setting_interval('support.silence_seconds', 259200)
        when v_to = 'resolved' then now() + private.setting_interval('support.close_seconds', 172800) end,
      updated_at = now()
  where id = p_ticket_id
  returning * into v_ticket;
  v_ticket := private.set_ticket_due(v_ticket);
  insert into public.ticket_events (ticket_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_ticket_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
  -- A note, or who works on it, is nothing to who asks.
  if p_command not in ('note', 'assign', 'prioritize') then
    perform private.announce_ticket(v_ticket, 'ticket.updated', jsonb_build_object('command', p_command));
  end if;
  return v_ticket;
end;
$$;
comment on function private.apply_ticket_command(uuid, text, public.actor_role, jsonb) is
  'The only way a ticket changes state: looks the command up in ticket_transitions, keeps the times and writes the event.';

create function private.ticket_time(p_what text, p_priority public.ticket_priority)
returns interval
language sql
stable
set search_path = ''
as $$
  select private.setting_interval('support.' || p_what || '_seconds.' || p_priority,
    case p_what when 'first_response' then 1800 else 86400 end);
$$;
comment on function private.ticket_time(text, public.ticket_priority) is
  'How long support has for the first_response or the resolution.';

create function private.set_ticket_due(p_ticket public.tickets)
returns public.tickets
language sql
set search_path = ''
as $$
  update public.tickets
  set due_at = case
    when p_ticket.status in ('resolved', 'closed') then null
    when p_ticket.first_responded_at is null then p_ticket.first_response_due_at
    else p_ticket.resolution_due_at end
  where id = p_ticket.id
  returning *;
$$;
comment on function private.set_ticket_due(public.tickets) is 'Keeps what support owes next.';
