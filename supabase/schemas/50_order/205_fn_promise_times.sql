create function private.promise_times(p_order_id uuid, p_preparation_minutes int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_meters int;
  v_travel interval;
  v_ready_at timestamptz := now() + make_interval(mins => p_preparation_minutes);
begin
  select * into v_order from public.orders where id = p_order_id;
  select distance_meters into v_meters from public.quotes where id = v_order.quote_id;
  v_travel := case when v_order.fulfillment_type = 'delivery'
    then make_interval(mins => private.estimate_minutes(p_preparation_minutes, v_meters) - p_preparation_minutes)
    else interval '0' end;
  -- A scheduled order is there within its slot: preparation is counted back from the slot's begin.
  if v_order.slot_starts_at is not null then
    v_ready_at := greatest(v_ready_at, v_order.slot_starts_at - v_travel);
  end if;
  update public.orders
  set preparation_expected_at = v_ready_at,
      pickup_expected_at = v_ready_at,
      dropoff_expected_at = v_ready_at + v_travel
  where id = p_order_id;
end;
$$;
comment on function private.promise_times(uuid, int) is
  'Sets when the order should be ready, picked up and at the door, from the store''s minutes and the slot, if any.';
