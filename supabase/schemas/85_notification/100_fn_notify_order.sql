create function private.render_text(p_text text, p_params jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select replace(replace(replace(replace(replace(p_text,
    '{number}', coalesce(p_params ->> 'number', '')),
    '{store}', coalesce(p_params ->> 'store', '')),
    '{total}', coalesce(p_params ->> 'total', '')),
    '{product}', coalesce(p_params ->> 'product', '')),
    '{left}', coalesce(p_params ->> 'left', ''));
$$;

create function private.notify_order(p_order public.orders, p_event text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_params jsonb;
begin
  -- An order that was never paid concerns nobody but the customer's own screen.
  if p_order.placed_at is null then
    return;
  end if;
  v_params := jsonb_build_object(
    'number', p_order.number,
    'store', (select name from public.stores where id = p_order.store_id),
    'total', to_char(p_order.total_cents / 100.0, 'FM999999990.00'));
  insert into private.outbox_messages (kind, payload)
  select 'notify.' || r.channel,
    case r.channel
      when 'sms' then jsonb_build_object('phone', u.phone, 'template', r.template, 'params', v_params)
      else jsonb_build_object('user_id', u.id, 'event', r.event, 'order_id', p_order.id,
        'title', private.render_text(coalesce(r.translations #>> array[p.locale, 'title'], r.title), v_params),
        'body', private.render_text(coalesce(r.translations #>> array[p.locale, 'body'], r.body), v_params))
    end
  from public.notification_rules r
  cross join lateral (
    select p_order.customer_id as user_id where r.audience = 'customer'
    union
    select m.user_id from public.merchant_members m
    where r.audience = 'merchant' and m.merchant_id = p_order.merchant_id
      and (m.store_id is null or m.store_id = p_order.store_id)
  ) who
  join auth.users u on u.id = who.user_id
  left join public.profiles p on p.id = u.id
  where r.is_active and r.event = 'order.' || p_event
    and (r.channel = 'in_app' or coalesce(u.phone, '') <> '');
end;
$$;
comment on function private.notify_order(public.orders, text) is
  'Puts the messages that the rules ask for into the outbox, in the transaction of the event.';

