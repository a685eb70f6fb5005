create function private.notify_ticket(p_ticket public.tickets, p_event text)
returns void
language sql
set search_path = ''
as $$
  insert into private.outbox_messages (kind, payload)
  select 'notify.in_app', jsonb_build_object('user_id', u.id, 'event', r.event, 'order_id', p_ticket.order_id,
    'title', private.render_text(coalesce(r.translations #>> array[p.locale, 'title'], r.title), v.params),
    'body', private.render_text(coalesce(r.translations #>> array[p.locale, 'body'], r.body), v.params))
  from public.notification_rules r
  cross join (select jsonb_build_object('number', p_ticket.number,
    'store', (select s.name from public.stores s where s.id = p_ticket.store_id)) as params) v
  cross join lateral (
    select p_ticket.opened_by as id where p_event <> 'ticket.store_asked'
    union
    select m.user_id
    from public.merchant_members m
    join public.stores s on s.merchant_id = m.merchant_id and (m.store_id is null or m.store_id = s.id)
    where p_event = 'ticket.store_asked' and s.id = p_ticket.store_id and m.role in ('manager', 'order_clerk')) u
  left join public.profiles p on p.id = u.id
  where r.is_active and r.event = p_event and r.channel = 'in_app' and r.audience = case p_event when 'ticket.store_asked' then 'merchant' else p_ticket.opened_as::text end;
$$;
comment on function private.notify_ticket(public.tickets, text) is
  'Puts the message that the rules ask for into the outbox of who opened the ticket, or of the store''s staff when they are asked.';
