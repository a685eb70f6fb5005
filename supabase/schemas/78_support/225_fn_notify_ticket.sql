create function private.notify_ticket(p_ticket public.tickets, p_event text)
returns void
language sql
set search_path = ''
as $$
  insert into private.outbox_messages (kind, payload)
  select 'notify.in_app', jsonb_build_object('user_id', p_ticket.opened_by, 'event', r.event, 'order_id', p_ticket.order_id,
    'title', private.render_text(coalesce(r.translations #>> array[p.locale, 'title'], r.title), v.params),
    'body', private.render_text(coalesce(r.translations #>> array[p.locale, 'body'], r.body), v.params))
  from public.notification_rules r
  cross join (select jsonb_build_object('number', p_ticket.number,
    'store', (select s.name from public.stores s where s.id = p_ticket.store_id)) as params) v
  left join public.profiles p on p.id = p_ticket.opened_by
  where r.is_active and r.event = p_event and r.channel = 'in_app' and r.audience = p_ticket.opened_as::text;
$$;
comment on function private.notify_ticket(public.tickets, text) is
  'Puts the message that the rules ask for into the outbox of who opened the ticket.';
