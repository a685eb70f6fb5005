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
        select 1 from public.deliveries d where d.order_id = o.id and d.rider_id = (select auth.uid()))))
  or private.is_ops();
$$;
comment on function private.can_see_order(uuid) is 'Customer, staff of the store (once paid), the assigned rider, ops.';

