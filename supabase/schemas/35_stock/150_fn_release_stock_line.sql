create function private.release_stock_line(p_order_item_id uuid, p_quantity int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  -- Sorted, as they were reserved. A piece of the line may take several of a modifier.
  for v_row in
    select r.stock_item_id, r.quantity, r.quantity / i.quantity * p_quantity as released
    from public.stock_reservations r
    join public.order_items i on i.id = r.order_item_id
    where r.order_item_id = p_order_item_id
    order by r.stock_item_id
  loop
    if p_quantity < 1 or v_row.released > v_row.quantity then
      perform private.raise('stock.release_invalid', 422, jsonb_build_object('order_item_id', p_order_item_id));
    end if;
    update public.stock_items set reserved_count = reserved_count - v_row.released where id = v_row.stock_item_id;
    if v_row.released = v_row.quantity then
      delete from public.stock_reservations
      where order_item_id = p_order_item_id and stock_item_id = v_row.stock_item_id;
    else
      update public.stock_reservations set quantity = quantity - v_row.released
      where order_item_id = p_order_item_id and stock_item_id = v_row.stock_item_id;
    end if;
  end loop;
end;
$$;
comment on function private.release_stock_line(uuid, int) is
  'Frees what so many pieces of an order line hold. To be called before the line''s own quantity is changed.';
