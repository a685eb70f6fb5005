create function private.product_is_sold_out(p_product public.products)
returns boolean
language plpgsql -- called for every product of a page: its plans are kept, those of a nested sql function are not
stable
set search_path = ''
as $$
begin
  return coalesce(p_product.sold_out_until > now(), false)
    or coalesce((
      select k.on_hand_count <= k.reserved_count from public.stock_items k where k.id = p_product.id), false)
    -- Or every one of its variants is.
    or coalesce((
      select bool_and(not v.is_available or coalesce(v.sold_out_until > now(), false)
        or coalesce(k.on_hand_count <= k.reserved_count, false))
      from public.product_variants v
      left join public.stock_items k on k.id = v.id
      where v.product_id = p_product.id), false);
end;
$$;
comment on function private.product_is_sold_out(public.products) is
  'Nothing of it can be sold now: marked so, nothing left, or no variant left.';
