create function public.set_stock(p_product_id uuid, p_on_hand_count int)
returns jsonb
language plpgsql
security definer -- stock rows are changed by functions only
set search_path = ''
as $$
declare
  v_store_id uuid;
  v_row public.stock_items;
begin
  select store_id into v_store_id from public.products where id = p_product_id;
  if v_store_id is null then
    perform private.raise('catalog.product_not_found', 404);
  end if;
  perform private.require_store_staff(v_store_id, '{manager,order_clerk}');
  if p_on_hand_count is null then
    delete from public.stock_items where product_id = p_product_id and reserved_count = 0;
    if not found and exists (select 1 from public.stock_items where product_id = p_product_id) then
      perform private.raise('catalog.stock_reserved', 409);
    end if;
    return null;
  end if;
  if p_on_hand_count < 0 then
    perform private.raise('catalog.stock_negative', 400);
  end if;
  insert into public.stock_items as s (product_id, on_hand_count)
  values (p_product_id, p_on_hand_count)
  on conflict (product_id) do update
    set on_hand_count = excluded.on_hand_count, updated_at = now()
    where s.reserved_count <= excluded.on_hand_count
  returning * into v_row;
  if v_row.product_id is null then
    perform private.raise('catalog.stock_reserved', 409);
  end if;
  return to_jsonb(v_row);
end;
$$;
comment on function public.set_stock(uuid, int) is 'Sets the counted stock of a product; null stops counting. Refused below what orders have reserved.';

