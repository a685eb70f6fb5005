create function public.deliver_notification(p_message_id uuid)
returns void
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_message private.outbox_messages;
  v_id uuid;
begin
  select * into v_message from private.outbox_messages where id = p_message_id and kind = 'notify.in_app';
  if not found then
    perform private.raise('notification.message_not_found', 404);
  end if;
  insert into private.delivered_messages (message_id) values (p_message_id) on conflict do nothing;
  if not found then
    return;
  end if;
  insert into public.notifications (user_id, event, order_id, title, body)
  values (
    (v_message.payload ->> 'user_id')::uuid, v_message.payload ->> 'event', (v_message.payload ->> 'order_id')::uuid,
    v_message.payload ->> 'title', v_message.payload ->> 'body')
  returning id into v_id;
  perform private.broadcast('user:' || (v_message.payload ->> 'user_id'), 'notification.created',
    jsonb_build_object('notification_id', v_id, 'event', v_message.payload ->> 'event',
      'order_id', v_message.payload ->> 'order_id', 'title', v_message.payload ->> 'title',
      'body', v_message.payload ->> 'body'));
end;
$$;
comment on function public.deliver_notification(uuid) is 'Puts an in-app message of the outbox before its reader, once.';

