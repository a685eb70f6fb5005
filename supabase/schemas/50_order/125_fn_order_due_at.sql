create function private.order_due_at(p_order public.orders, p_status public.order_status)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case p_status
    when 'pending_payment' then now() + private.setting_interval('order.payment_timeout_seconds', 900)
    -- A scheduled order may wait: the store's time to answer runs from when the order has to be begun.
    when 'placed' then
      case when p_order.slot_starts_at is null then now()
        else greatest(now(), p_order.slot_starts_at - private.setting_interval('order.schedule_lead_seconds', 3600)) end
      + case when p_order.fulfillment_type = 'on_site'
          then private.setting_interval('order.booking_accept_timeout_seconds', 1800)
          else private.setting_interval('order.accept_timeout_seconds', 300) end
    when 'accepted' then private.delivery_due_at(p_order)
    when 'preparing' then private.delivery_due_at(p_order)
  end;
$$;
comment on function private.order_due_at(public.orders, public.order_status) is
  'When the system acts by itself on an order that enters a state; null while it only waits for people.';

create function private.delivery_due_at(p_order public.orders)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select due_at
  from (select p_order.slot_starts_at - private.setting_interval('order.schedule_lead_seconds', 3600) as due_at) lead
  where p_order.fulfillment_type = 'delivery' and due_at > now();
$$;
comment on function private.delivery_due_at(public.orders) is
  'When a scheduled delivery''s rider is called; null when that is at once, or never.';
