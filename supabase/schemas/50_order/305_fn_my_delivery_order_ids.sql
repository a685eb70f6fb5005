create function private.my_delivery_order_ids()
returns setof uuid
language sql
stable
security definer -- used by the policy on orders
set search_path = ''
as $$
  select d.order_id from public.deliveries d
  where d.rider_id = (select auth.uid()) and (
    d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
    or coalesce(d.delivered_at, d.closed_at) > now() - interval '1 day'
    or d.is_return_due and d.returned_at is null);
$$;
comment on function private.my_delivery_order_ids() is
  'Orders that the rider carries, has to bring back, or was done with less than a day ago.';

