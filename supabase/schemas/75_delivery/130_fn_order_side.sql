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

create function private.pay_failed_delivery(p_delivery public.deliveries, p_reason_code text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- The way was ridden all the same, unless the rider spoilt the goods.
  if p_reason_code is distinct from 'goods_damaged' and p_delivery.rider_pay_cents > 0 then
    perform private.post_ledger('delivery_failed', 'failed:' || p_delivery.id, p_delivery.order_id, o.currency, now(),
      jsonb_build_array(
        jsonb_build_object('account', 'delivery_revenue', 'purpose', 'rider_pay', 'amount_cents', p_delivery.rider_pay_cents),
        jsonb_build_object('account', 'rider_payable', 'owner_id', p_delivery.rider_id, 'purpose', 'rider_pay',
          'amount_cents', -p_delivery.rider_pay_cents)))
    from public.orders o where o.id = p_delivery.order_id;
  end if;
end;
$$;
comment on function private.pay_failed_delivery(public.deliveries, text) is 'Pays the rider for a delivery that failed with the goods in hand.';

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
    -- With the goods in hand only ops end an order: the goods go back to the store and the rider is paid.
    if v_delivery.status in ('picked_up', 'arrived_at_customer') then
      perform private.apply_delivery_command(v_delivery.id, 'fail', 'ops');
      update public.deliveries set is_return_due = true where id = v_delivery.id returning * into v_delivery;
      perform private.pay_failed_delivery(v_delivery, null);
      update public.delivery_incidents
      set status = 'resolved', resolution = 'fail', resolved_by = auth.uid(), resolved_at = now()
      where delivery_id = v_delivery.id and status = 'open';
    else
      perform private.withdraw_offers(v_delivery.id);
      perform private.apply_delivery_command(v_delivery.id, 'cancel', 'system');
    end if;
    -- The rider's tour has a hole now.
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
end;
$$;
comment on function private.cancel_delivery(uuid) is 'The order is over: its task is cancelled, or has failed where the rider carries the goods.';

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
