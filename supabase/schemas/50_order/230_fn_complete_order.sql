create function private.complete_order(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.settle_stock(p_order_id, true);
  -- Earned first, so that money which goes back with the split takes its points with it.
  perform private.earn_points(p_order_id);
  perform private.post_order_split(p_order_id);
  update public.stores s
  set monthly_sales_count = s.monthly_sales_count + 1
  from public.orders o
  where o.id = p_order_id and s.id = o.store_id;
end;
$$;
comment on function private.complete_order(uuid) is 'After completion: stock leaves the shelf and the money is split.';

