create function private.reserve_stock(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_item public.stock_items;
  v_is_counted boolean := false;
begin
  -- Sorted, so that two orders never wait for each other in a circle.
  for v_row in
    select w.stock_item_id, sum(w.quantity)::int as quantity, min(w.name) as name
    from private.stock_wanted(p_order_id) w
    group by w.stock_item_id
    order by w.stock_item_id
  loop
    update public.stock_items
    set reserved_count = reserved_count + v_row.quantity
    where id = v_row.stock_item_id and on_hand_count - reserved_count >= v_row.quantity
    returning * into v_item;
    if not found then
      perform private.raise('stock.sold_out', 409,
        jsonb_build_object('stock_item_id', v_row.stock_item_id, 'name', v_row.name));
    end if;
    perform private.warn_low_stock(v_item, v_item.on_hand_count - v_item.reserved_count + v_row.quantity);
    v_is_counted := true;
  end loop;
  if v_is_counted then
    insert into public.stock_reservations (order_item_id, stock_item_id, order_id, quantity)
    select w.order_item_id, w.stock_item_id, p_order_id, w.quantity from private.stock_wanted(p_order_id) w;
  end if;
end;
$$;
comment on function private.reserve_stock(uuid) is 'Holds counted stock for an order, all or nothing.';
