create function private.slot_left_count(p_store public.stores, p_fulfillment_type public.fulfillment_type, p_at timestamptz)
returns int
language plpgsql
stable
set search_path = ''
as $$
declare
  v_zone_id uuid := case when p_fulfillment_type = 'delivery' then private.store_zone_id(p_store) end;
  v_timezone text;
begin
  -- Most stores count nothing.
  if not exists (select 1 from public.slot_capacities where store_id = p_store.id and fulfillment_type = p_fulfillment_type)
    and not exists (select 1 from public.slot_capacities where zone_id = v_zone_id)
  then
    return null;
  end if;
  v_timezone := private.store_timezone(p_store);
  return (
    select min(k.left_count)
    from generate_series(-1, 0) d
    cross join lateral private.capacity_slots(
      p_store.id, v_zone_id, p_fulfillment_type, v_timezone, (p_at at time zone v_timezone)::date + d) k
    where k.starts_at <= p_at and k.ends_at > p_at);
end;
$$;
comment on function private.slot_left_count(public.stores, public.fulfillment_type, timestamptz) is
  'How many more orders fit at an instant; null where nothing is counted.';

create function private.reserve_slot(p_order_id uuid, p_starts_at timestamptz)
returns tstzrange
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_store public.stores;
  v_timezone text;
  v_slot tstzrange;
  v_row record;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  select * into v_store from public.stores where id = v_order.store_id;
  v_timezone := private.store_timezone(v_store);
  perform private.release_slot(p_order_id);
  select tstzrange(s.starts_at, s.ends_at) into v_slot
  from generate_series(-1, 0) d
  cross join lateral private.find_slots(v_store, v_order.fulfillment_type, (p_starts_at at time zone v_timezone)::date + d) s
  where s.starts_at <= p_starts_at and s.ends_at > p_starts_at
  order by s.starts_at desc
  limit 1;
  if v_slot is null then
    perform private.raise('store.closed', 422, jsonb_build_object('starts_at', p_starts_at));
  end if;
  -- Sorted, so that two orders never wait for each other in a circle.
  for v_row in
    select k.capacity_id, k.starts_at
    from generate_series(-1, 0) d
    cross join lateral private.capacity_slots(
      v_store.id, case when v_order.fulfillment_type = 'delivery' then private.store_zone_id(v_store) end,
      v_order.fulfillment_type, v_timezone, (p_starts_at at time zone v_timezone)::date + d) k
    where k.starts_at <= p_starts_at and k.ends_at > p_starts_at
    order by k.capacity_id, k.starts_at
  loop
    insert into private.slot_counts (capacity_id, starts_at)
    values (v_row.capacity_id, v_row.starts_at)
    on conflict do nothing;
    update private.slot_counts c
    set reserved_count = c.reserved_count + 1
    from public.slot_capacities k
    where c.capacity_id = v_row.capacity_id and c.starts_at = v_row.starts_at
      and k.id = c.capacity_id and c.reserved_count < k.capacity_count;
    if not found then
      perform private.raise('store.slot_full', 409, jsonb_build_object('starts_at', p_starts_at));
    end if;
    insert into private.slot_reservations (order_id, capacity_id, starts_at)
    values (p_order_id, v_row.capacity_id, v_row.starts_at);
  end loop;
  return v_slot;
end;
$$;
comment on function private.reserve_slot(uuid, timestamptz) is
  'Holds the slot that contains an instant for an order, in the kitchen and in the zone, all or nothing, instead of any slot it held; returns the slot. An order without a wish takes the slot of now().';

create function private.release_slot(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  -- Sorted, as they were reserved.
  for v_row in
    select capacity_id, starts_at from private.slot_reservations where order_id = p_order_id order by capacity_id, starts_at
  loop
    update private.slot_counts
    set reserved_count = reserved_count - 1
    where capacity_id = v_row.capacity_id and starts_at = v_row.starts_at;
  end loop;
  delete from private.slot_reservations where order_id = p_order_id;
end;
$$;
comment on function private.release_slot(uuid) is 'Frees the slots of an order that is not going to be made; without any it does nothing.';
