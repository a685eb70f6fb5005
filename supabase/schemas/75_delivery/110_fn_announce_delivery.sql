create function private.announce_delivery(p_delivery public.deliveries)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object(
    'delivery_id', p_delivery.id, 'order_id', p_delivery.order_id, 'status', p_delivery.status,
    'rider_id', p_delivery.rider_id, 'at', p_delivery.updated_at);
begin
  perform private.broadcast('order:' || p_delivery.order_id, 'delivery.updated', v_payload);
  perform private.broadcast('store:' || p_delivery.store_id, 'delivery.updated', v_payload);
  perform private.broadcast('city:' || p_delivery.city_id, 'delivery.updated', v_payload);
  if p_delivery.rider_id is not null then
    perform private.broadcast('rider:' || p_delivery.rider_id, 'delivery.updated', v_payload);
  end if;
end;
$$;

