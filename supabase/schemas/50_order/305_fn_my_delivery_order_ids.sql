create function private.my_delivery_order_ids()
returns setof uuid
language sql
stable
security definer -- used by the policy on orders
set search_path = ''
as $$
  select d.order_id from public.deliveries d where d.rider_id = (select auth.uid());
$$;

