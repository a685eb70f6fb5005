create function private.ticket_row(p_ticket public.tickets, p_is_ops boolean)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_ticket.id, 'number', p_ticket.number, 'status', p_ticket.status, 'priority', p_ticket.priority,
    'subject', (
      select jsonb_build_object('code', r.code, 'label', r.label, 'translations', r.translations)
      from public.reason_codes r where r.code = p_ticket.subject_code),
    'opened_as', p_ticket.opened_as, 'opened_by', p_ticket.opened_by,
    'opener_name', (select p.display_name from public.profiles p where p.id = p_ticket.opened_by),
    'order_id', p_ticket.order_id, 'order_number', (select o.number from public.orders o where o.id = p_ticket.order_id),
    'refund_request_id', p_ticket.refund_request_id,
    'store_id', p_ticket.store_id, 'store_name', (select s.name from public.stores s where s.id = p_ticket.store_id),
    'store_asked_at', p_ticket.store_asked_at, 'city_id', p_ticket.city_id,
    'last_message', (
      select jsonb_build_object('body', left(m.body, 140), 'author_role', m.author_role, 'is_internal', m.is_internal,
        'attachment_count', cardinality(m.attachments), 'created_at', m.created_at)
      from public.ticket_messages m
      where m.ticket_id = p_ticket.id and (p_is_ops or not m.is_internal)
      order by m.created_at desc limit 1),
    'resolution', p_ticket.resolution, 'resolved_at', p_ticket.resolved_at, 'closed_at', p_ticket.closed_at,
    'closes_at', p_ticket.auto_close_at, 'first_responded_at', p_ticket.first_responded_at,
    'rating', p_ticket.rating, 'rating_note', p_ticket.rating_note, 'rated_at', p_ticket.rated_at,
    'created_at', p_ticket.created_at, 'updated_at', p_ticket.updated_at)
  || case when p_is_ops then jsonb_build_object(
    'assignee_id', p_ticket.assignee_id,
    'assignee_name', (select p.display_name from public.profiles p where p.id = p_ticket.assignee_id),
    'first_response_due_at', p_ticket.first_response_due_at, 'resolution_due_at', p_ticket.resolution_due_at,
    'due_at', p_ticket.due_at, 'is_overdue', coalesce(p_ticket.due_at < now(), false))
    else '{}'::jsonb end;
$$;
comment on function private.ticket_row(public.tickets, boolean) is 'A ticket as lists and commands show it; what is support''s own only to ops.';
