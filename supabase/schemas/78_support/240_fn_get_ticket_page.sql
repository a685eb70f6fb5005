-- One ticket with everything that its page shows. Answer:
-- {
--   "ticket": as in list_tickets,
--   "messages": [{"id", "author_role", "author_id" and "author_name" (of support to ops only), "is_mine", "is_internal", "body", "attachments", "created_at"}], oldest first,
--   "commands": what the caller may do now: reply, note, ask_store, assign, prioritize, resolve, reopen, close, rate,
--   "order": {"id", "number", "status", "fulfillment_type", "total_cents", "currency", "store_id", "store_name", "placed_at", "completed_at"} or null,
--   "refunds": requests of the order, newest first: [{"id", "status", "amount_cents", "currency", "liable_party", "reason", "is_asked", "note",
--     "photos", "answer", "due_at", "created_at", "can_decide": decide_refund is possible now}],
--   -- to ops only:
--   "events": [{"command", "from_status", "to_status", "actor", "actor_id", "actor_name", "detail", "created_at"}], oldest first,
--   "other_ticket_count": further tickets of the same opener
-- }
-- Files are read from the bucket after-sale (createSignedUrl) by whoever sees the message.
create function public.get_ticket_page(p_ticket_id uuid)
returns jsonb
language plpgsql
stable
security definer -- checks who asks; names are not the reader's to see otherwise
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_is_ops boolean := private.is_ops();
  v_ticket public.tickets;
  v_role public.actor_role;
begin
  select * into v_ticket from public.tickets where id = p_ticket_id;
  if v_ticket.id is null or not private.can_see_ticket(p_ticket_id) then
    perform private.raise('support.not_found', 404);
  end if;
  v_role := case
    when v_ticket.opened_by = v_user_id then v_ticket.opened_as
    when v_is_ops then 'ops'
    else 'merchant' end;
  v_is_ops := v_role = 'ops';
  return jsonb_build_object(
    'ticket', private.ticket_row(v_ticket, v_is_ops),
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'author_role', m.author_role,
        'author_id', case when v_is_ops or m.author_role <> 'ops' then m.author_id end,
        'author_name', case when v_is_ops or m.author_role <> 'ops' then p.display_name end,
        'is_mine', coalesce(m.author_id = v_user_id, false), 'is_internal', m.is_internal, 'body', m.body,
        'attachments', m.attachments, 'created_at', m.created_at) order by m.created_at, m.id), '[]')
      from public.ticket_messages m
      left join public.profiles p on p.id = m.author_id
      where m.ticket_id = p_ticket_id and (v_is_ops or not m.is_internal)),
    'commands', (
      select coalesce(jsonb_agg(t.command order by t.command), '[]')
      from public.ticket_transitions t
      where t.from_status = v_ticket.status and t.actor = v_role
        and (t.command <> 'rate' or v_ticket.rated_at is null)
        and (t.command <> 'ask_store'
          or v_ticket.opened_as <> 'merchant' and v_ticket.store_id is not null and v_ticket.store_asked_at is null)
        -- A store that was asked answers while the ticket is open.
        and (v_role <> 'merchant' or v_ticket.opened_as = 'merchant'
          or t.command = 'reply' and v_ticket.status not in ('resolved', 'closed'))
        and (v_role <> 'ops' or private.has_ops_role('support', 'operations') or (t.command = 'note' and private.has_ops_role('finance')))),
    'order', (
      select jsonb_build_object('id', o.id, 'number', o.number, 'status', o.status, 'fulfillment_type', o.fulfillment_type,
        'total_cents', o.total_cents, 'currency', o.currency, 'store_id', o.store_id, 'store_name', s.name,
        'placed_at', o.placed_at, 'completed_at', o.completed_at)
      from public.orders o join public.stores s on s.id = o.store_id where o.id = v_ticket.order_id),
    'refunds', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'status', r.status, 'amount_cents', r.amount_cents,
        'currency', o.currency, 'liable_party', r.liable_party, 'reason', r.reason, 'is_asked', r.is_asked, 'note', r.note,
        'photos', r.photos, 'answer', r.answer, 'due_at', r.due_at, 'created_at', r.created_at,
        'can_decide', v_role = 'ops' and private.has_ops_role('support', 'finance') and exists (
          select 1 from public.refund_transitions x
          where x.from_status = r.status and x.command = 'decide' and x.actor = 'ops')) order by r.created_at desc, r.id), '[]')
      from public.refund_requests r join public.orders o on o.id = r.order_id
      -- A rider has nothing to do with the money.
      where r.order_id = v_ticket.order_id and v_role <> 'rider'))
  || case when v_is_ops then jsonb_build_object(
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object('command', e.command, 'from_status', e.from_status, 'to_status', e.to_status,
        'actor', e.actor, 'actor_id', e.actor_id, 'actor_name', p.display_name, 'detail', e.detail,
        'created_at', e.created_at) order by e.id), '[]')
      from public.ticket_events e left join public.profiles p on p.id = e.actor_id where e.ticket_id = p_ticket_id),
    'other_ticket_count', (
      select count(*) from public.tickets t where t.opened_by = v_ticket.opened_by and t.id <> p_ticket_id))
    else '{}'::jsonb end;
end;
$$;
comment on function public.get_ticket_page(uuid) is
  'A ticket with its conversation, its order and the order''s refunds, and what the caller may do now; notes and the log only for ops.';
