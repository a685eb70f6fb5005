create function private.is_order_customer(p_order_id uuid)
returns boolean
language sql
stable
security definer -- used by policies on payments and refunds
set search_path = ''
as $$
  select exists (select 1 from public.orders where id = p_order_id and customer_id = (select auth.uid()));
$$;

