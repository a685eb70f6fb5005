create function public.send_test_notification(
  p_channel text, p_template text, p_title text, p_body text, p_params jsonb, p_idempotency_key text, p_phone text default null)
returns jsonb
language plpgsql
security definer -- the outbox is private
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('send_test_notification', p_idempotency_key, v_user_id, null);
  v_phone text := coalesce(nullif(btrim(p_phone), ''), (select u.phone from auth.users u where u.id = v_user_id));
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if p_channel = 'sms' and coalesce(v_phone, '') !~ '^\+?\d{6,15}$' then
    perform private.raise('notification.phone_missing', 422);
  end if;
  -- Nobody floods a number by trying.
  if (select count(*) from private.outbox_messages m
      where m.payload ->> 'test_by' = v_user_id::text and m.created_at > now() - interval '1 hour') >= 20
  then
    perform private.raise('notification.too_many_tests', 429);
  end if;
  perform private.enqueue_message('notify.' || p_channel, jsonb_build_object('test_by', v_user_id) || case p_channel
    when 'sms' then jsonb_build_object('phone', v_phone, 'template', p_template, 'params', coalesce(p_params, '{}'))
    else jsonb_build_object('user_id', v_user_id, 'event', 'test', 'order_id', null,
      'title', private.render_text(p_title, p_params), 'body', private.render_text(p_body, p_params)) end);
  return private.finish_command('send_test_notification', p_idempotency_key, v_user_id, jsonb_build_object('channel', p_channel));
end;
$$;
comment on function public.send_test_notification(text, text, text, text, jsonb, text, text) is
  'Sends a wording with sample values on its usual way: in the app to the caller, by SMS to p_phone or the caller''s number. Operations, twenty an hour.';
