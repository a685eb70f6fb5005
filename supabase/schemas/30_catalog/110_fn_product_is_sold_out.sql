create function private.stock_left(p_id uuid)
returns int
language sql
stable
set search_path = ''
as $$
  select s.on_hand_count - s.reserved_count from public.stock_items s where s.id = p_id;
$$;
comment on function private.stock_left(uuid) is 'What can still be sold of a product, variant or modifier; null when it is not counted.';

create function private.product_is_sold_out(p_product public.products)
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(p_product.sold_out_until > now(), false)
    or coalesce(private.stock_left(p_product.id) <= 0, false)
    -- Or every one of its variants is.
    or coalesce((
      select bool_and(not v.is_available or coalesce(v.sold_out_until > now(), false)
        or coalesce(private.stock_left(v.id) <= 0, false))
      from public.product_variants v where v.product_id = p_product.id), false);
$$;
