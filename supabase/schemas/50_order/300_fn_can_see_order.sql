create function private.can_see_order(p_order_id uuid)
returns boolean
language sql
stable
security definer -- the answer must not depend on the caller's row rights
set search_path = ''
as $$
  select exists (
    select 1 from public.orders o
    where o.id = p_order_id and (
      o.customer_id = (select auth.uid())
      or (o.placed_at is not null and o.store_id in (select private.my_store_ids()))
      or exists (
        select 1 from public.deliveries d
        where d.order_id = o.id and d.rider_id = (select auth.uid()) and (
          d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
          or coalesce(d.delivered_at, d.closed_at) > now() - interval '1 day'
          or d.is_return_due and d.returned_at is null))))
  or private.is_ops();
$$;
comment on function private.can_see_order(uuid) is 'Customer, staff of the store (once paid), the rider until a day after, ops.';

