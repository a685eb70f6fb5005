create function private.announce_order(p_order public.orders, p_from public.order_status)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object(
    'order_id', p_order.id, 'number', p_order.number, 'status', p_order.status, 'from_status', p_from,
    'store_id', p_order.store_id, 'at', p_order.updated_at);
begin
  perform private.broadcast('order:' || p_order.id, 'order.updated', v_payload);
  perform private.broadcast('user:' || p_order.customer_id, 'order.updated', v_payload);
  -- A store hears of an order once it is paid.
  if p_order.placed_at is not null then
    perform private.broadcast('store:' || p_order.store_id, 'order.updated', v_payload);
    perform private.broadcast('city:' || p_order.city_id, 'order.updated', v_payload);
  end if;
end;
$$;

