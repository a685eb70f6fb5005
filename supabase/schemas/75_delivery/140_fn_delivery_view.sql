create function private.delivery_view(p_order_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', d.id, 'status', d.status, 'ready_expected_at', d.ready_expected_at,
    'dropoff_expected_at', d.dropoff_expected_at, 'assigned_at', d.assigned_at,
    'eta', case when d.status not in ('delivered', 'failed', 'cancelled') and d.eta_p50_at is not null then
      jsonb_build_object('p50_at', d.eta_p50_at, 'p90_at', d.eta_p90_at) end,
    'promised_p90_at', d.promised_p90_at,
    'hand_over_code', case when exists (
        select 1 from public.orders o where o.id = d.order_id and o.customer_id = auth.uid())
      then (select c.code from private.delivery_codes c where c.delivery_id = d.id) end,
    'picked_up_at', d.picked_up_at, 'delivered_at', d.delivered_at,
    'rider', (
      select jsonb_build_object('id', r.id, 'display_name', r.display_name,
        'phone', private.mask_phone(r.phone), 'vehicle', r.vehicle,
        -- Where a rider is concerns the order only while the task is open.
        'lon', case when d.status not in ('delivered', 'failed', 'cancelled') then r.lon end,
        'lat', case when d.status not in ('delivered', 'failed', 'cancelled') then r.lat end,
        'heading', r.heading, 'position_at', r.position_at)
      from public.riders r where r.id = d.rider_id),
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'command', e.command, 'to_status', e.to_status, 'created_at', e.created_at, 'client_at', e.client_at)
        order by e.id), '[]')
      from public.delivery_events e where e.delivery_id = d.id))
  from public.deliveries d where d.order_id = p_order_id;
$$;

