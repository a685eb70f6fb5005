create function private.delivery_order_ready(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
begin
  update public.deliveries
  set ready_expected_at = least(ready_expected_at, now()), updated_at = now()
  where order_id = p_order_id
  returning * into v_delivery;
  if found then
    perform private.announce_delivery(v_delivery);
    if v_delivery.status = 'unassigned' then
      perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
    end if;
  end if;
end;
$$;
comment on function private.delivery_order_ready(uuid) is 'The order is packed: the rider may come at once.';

create function private.cancel_delivery(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
begin
  select * into v_delivery from public.deliveries where order_id = p_order_id for update;
  if found and v_delivery.status not in ('delivered', 'failed', 'cancelled') then
    perform private.withdraw_offers(v_delivery.id);
    perform private.apply_delivery_command(v_delivery.id, 'cancel', 'system');
    -- The rider's tour has a hole now.
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
end;
$$;

create function private.shift_delivery(p_order_id uuid, p_shift interval)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
begin
  update public.deliveries
  set ready_expected_at = ready_expected_at + p_shift, dropoff_expected_at = dropoff_expected_at + p_shift, updated_at = now()
  where order_id = p_order_id and status not in ('picked_up', 'arrived_at_customer', 'delivered', 'failed', 'cancelled')
  returning * into v_delivery;
  if found then
    perform private.predict_eta(v_delivery.id, case when v_delivery.rider_id is null then 0 else 1 end);
    perform private.announce_delivery(v_delivery);
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
end;
$$;
comment on function private.shift_delivery(uuid, interval) is
  'Moves a rider''s task that is not picked up yet: it is planned afresh and the customer sees a new window.';
