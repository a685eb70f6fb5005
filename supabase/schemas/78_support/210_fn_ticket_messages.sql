create function public.reply_ticket(p_ticket_id uuid, p_body text, p_idempotency_key text, p_attachments text[] default '{}')
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_role public.actor_role := private.ticket_actor(p_ticket_id);
  v_answer jsonb := private.begin_command('reply_ticket', p_idempotency_key, auth.uid(), p_ticket_id);
  v_ticket public.tickets;
  v_message public.ticket_messages;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.refuse_asked_store(p_ticket_id, v_role, 'reply');
  v_ticket := private.apply_ticket_command(p_ticket_id, 'reply', v_role);
  v_message := private.add_ticket_message(p_ticket_id, v_role, p_body, p_attachments);
  -- Who answers an unassigned ticket has it.
  if v_role = 'ops' and v_ticket.assignee_id is null then
    update public.tickets set assignee_id = auth.uid() where id = p_ticket_id returning * into v_ticket;
  end if;
  perform private.announce_ticket(v_ticket, 'ticket.message',
    jsonb_build_object('message_id', v_message.id, 'author_role', v_role));
  if v_role = 'ops' then
    perform private.notify_ticket(v_ticket, 'ticket.answered');
  end if;
  return private.finish_command('reply_ticket', p_idempotency_key, auth.uid(), private.ticket_row(v_ticket, v_role = 'ops'));
end;
$$;
comment on function public.reply_ticket(uuid, text, text, text[]) is
  'Says something on a ticket: support answers, so does a store that was asked, who asked goes on; an answer to a resolved ticket opens it again.';

create function public.note_ticket(p_ticket_id uuid, p_body text, p_idempotency_key text, p_attachments text[] default '{}')
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('support', 'operations', 'finance');
  v_answer jsonb := private.begin_command('note_ticket', p_idempotency_key, v_user_id, p_ticket_id);
  v_ticket public.tickets;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.require_ticket(p_ticket_id);
  v_ticket := private.apply_ticket_command(p_ticket_id, 'note', 'ops');
  perform private.add_ticket_message(p_ticket_id, 'ops', p_body, p_attachments, true);
  return private.finish_command('note_ticket', p_idempotency_key, v_user_id, private.ticket_row(v_ticket, true));
end;
$$;
comment on function public.note_ticket(uuid, text, text, text[]) is 'Writes a note among support, which who asked never sees.';

create function public.ask_store(p_ticket_id uuid, p_body text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('support', 'operations');
  v_answer jsonb := private.begin_command('ask_store', p_idempotency_key, v_user_id, p_ticket_id);
  v_ticket public.tickets;
  v_message public.ticket_messages;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.require_ticket(p_ticket_id);
  select * into v_ticket from public.tickets where id = p_ticket_id for update;
  if v_ticket.opened_as = 'merchant' or v_ticket.store_id is null or v_ticket.store_asked_at is not null then
    perform private.raise('support.no_store_to_ask', 409);
  end if;
  update public.tickets set store_asked_at = now(), assignee_id = coalesce(assignee_id, v_user_id) where id = p_ticket_id;
  v_ticket := private.apply_ticket_command(p_ticket_id, 'ask_store', 'ops');
  v_message := private.add_ticket_message(p_ticket_id, 'ops', p_body, '{}'::text[]);
  perform private.announce_ticket(v_ticket, 'ticket.message',
    jsonb_build_object('message_id', v_message.id, 'author_role', 'ops'));
  perform private.notify_ticket(v_ticket, 'ticket.store_asked');
  return private.finish_command('ask_store', p_idempotency_key, v_user_id, private.ticket_row(v_ticket, true));
end;
$$;
comment on function public.ask_store(uuid, text, text) is
  'Brings the store of the order into a ticket of a customer or rider: its staff see the conversation, without the notes, and answer. The words are for all to read.';
