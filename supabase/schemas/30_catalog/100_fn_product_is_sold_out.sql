create function private.product_is_sold_out(p_product public.products)
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(p_product.sold_out_until > now(), false)
    or coalesce((
      select s.on_hand_count - s.reserved_count <= 0
      from public.stock_items s where s.product_id = p_product.id), false);
$$;

