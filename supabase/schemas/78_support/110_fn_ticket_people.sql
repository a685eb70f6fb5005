create function private.can_see_ticket(p_ticket_id uuid)
returns boolean
language sql
stable
security definer -- the answer must not depend on the caller's row rights
set search_path = ''
as $$
  select private.is_ops() or exists (
    select 1 from public.tickets t
    where t.id = p_ticket_id and (
      t.opened_by = (select auth.uid())
      or (t.opened_as = 'merchant' or t.store_asked_at is not null) and t.store_id in (select private.my_store_ids('{manager,order_clerk}'))));
$$;
comment on function private.can_see_ticket(uuid) is 'Who asked, of a ticket of a store, or on which it was asked, its staff, and ops.';

create function private.my_ticket_ids()
returns setof uuid
language sql
stable
security definer -- used by the policy on messages
set search_path = ''
as $$
  select t.id from public.tickets t where t.opened_by = (select auth.uid())
  union
  select t.id from public.tickets t
  where (t.opened_as = 'merchant' or t.store_asked_at is not null) and t.store_id in (select private.my_store_ids('{manager,order_clerk}'));
$$;
comment on function private.my_ticket_ids() is 'Tickets that the caller, or a store in which the caller works, opened, or on which that store was asked.';

create function private.ticket_actor(p_ticket_id uuid)
returns public.actor_role
language plpgsql
stable
set search_path = ''
as $$
declare
  v_ticket public.tickets;
begin
  perform private.require_user();
  select * into v_ticket from public.tickets where id = p_ticket_id;
  if v_ticket.id is null or not private.can_see_ticket(p_ticket_id) then
    perform private.raise('support.not_found', 404);
  end if;
  if v_ticket.opened_by = auth.uid() then
    return v_ticket.opened_as;
  end if;
  if (v_ticket.opened_as = 'merchant' or v_ticket.store_asked_at is not null)
    and v_ticket.store_id in (select private.my_store_ids('{manager,order_clerk}'))
  then
    return 'merchant'::public.actor_role;
  end if;
  perform private.require_ops_role('support', 'operations');
  return 'ops'::public.actor_role;
end;
$$;
comment on function private.ticket_actor(uuid) is
  'As what the caller acts on a ticket: as the side that opened it, as the store that was asked, or as ops; refuses everybody else.';

create function private.refuse_asked_store(p_ticket_id uuid, p_role public.actor_role, p_command text)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_ticket public.tickets;
begin
  select * into v_ticket from public.tickets where id = p_ticket_id;
  if p_role = 'merchant' and v_ticket.opened_as <> 'merchant'
    and (p_command <> 'reply' or v_ticket.status in ('resolved', 'closed'))
  then
    perform private.raise('support.transition_refused', 409,
      jsonb_build_object('status', v_ticket.status, 'command', p_command, 'actor', p_role));
  end if;
end;
$$;
comment on function private.refuse_asked_store(uuid, public.actor_role, text) is
  'A store that was asked answers while the ticket is open; how it ends is between who asked and support.';

create function private.check_attachments(p_attachments text[])
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if cardinality(p_attachments) > 9
    or exists (select 1 from unnest(p_attachments) a where a is null or a not like auth.uid() || '/%')
  then
    perform private.raise('support.attachment_unknown', 422);
  end if;
end;
$$;
comment on function private.check_attachments(text[]) is 'Refuses files that are not in the caller''s own folder of the bucket after-sale.';

create function private.add_ticket_message(
  p_ticket_id uuid, p_role public.actor_role, p_body text, p_attachments text[], p_is_internal boolean default false)
returns public.ticket_messages
language plpgsql
set search_path = ''
as $$
declare
  v_body text := trim(coalesce(p_body, ''));
  v_row public.ticket_messages;
begin
  perform private.check_attachments(p_attachments);
  if length(v_body) > 4000 or (v_body = '' and coalesce(cardinality(p_attachments), 0) = 0) then
    perform private.raise('support.message_invalid', 422);
  end if;
  insert into public.ticket_messages (ticket_id, author_id, author_role, is_internal, body, attachments)
  values (p_ticket_id, auth.uid(), p_role, p_is_internal, v_body, coalesce(p_attachments, '{}'::text[]))
  returning * into v_row;
  return v_row;
end;
$$;
comment on function private.add_ticket_message(uuid, public.actor_role, text, text[], boolean) is 'Writes a message, or a note among support.';
