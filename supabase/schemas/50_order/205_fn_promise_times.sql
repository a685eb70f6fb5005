create function private.promise_times(p_order_id uuid, p_preparation_minutes int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_ready_at timestamptz := now() + make_interval(mins => p_preparation_minutes);
begin
  update public.orders o
  set preparation_expected_at = v_ready_at,
      pickup_expected_at = v_ready_at,
      dropoff_expected_at = case when o.fulfillment_type = 'delivery'
        then now() + make_interval(mins => private.estimate_minutes(p_preparation_minutes, q.distance_meters))
        else v_ready_at end
  from public.quotes q
  where o.id = p_order_id and q.id = o.quote_id;
end;
$$;
comment on function private.promise_times(uuid, int) is 'Sets when the order should be ready, picked up and at the door, from the store''s minutes.';

