create function private.take_slot(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- Where nothing is counted, an order for as soon as possible takes no slot.
  if p_order.slot_starts_at is not null
    or p_order.fulfillment_type <> 'voucher' and exists (
      select 1 from public.slot_capacities c
      where c.fulfillment_type = p_order.fulfillment_type
        and (c.store_id = p_order.store_id or c.zone_id in (select z.id from public.zones z where z.city_id = p_order.city_id)))
  then
    perform private.reserve_slot(p_order.id, coalesce(p_order.slot_starts_at, now()));
  end if;
end;
$$;
comment on function private.take_slot(public.orders) is 'Holds the slot that an order is for, in the kitchen and in the zone.';
