create function private.reserve_stock(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  -- Sorted, so that two orders never wait for each other in a circle.
  for v_row in
    select i.product_id, sum(i.quantity)::int as quantity, min(i.name) as name
    from public.order_items i
    join public.stock_items s on s.product_id = i.product_id
    where i.order_id = p_order_id
    group by i.product_id
    order by i.product_id
  loop
    update public.stock_items
    set reserved_count = reserved_count + v_row.quantity
    where product_id = v_row.product_id and on_hand_count - reserved_count >= v_row.quantity;
    if not found then
      perform private.raise('stock.sold_out', 409,
        jsonb_build_object('product_id', v_row.product_id, 'name', v_row.name));
    end if;
    insert into public.stock_reservations (order_id, product_id, quantity)
    values (p_order_id, v_row.product_id, v_row.quantity);
  end loop;
end;
$$;
comment on function private.reserve_stock(uuid) is 'Holds counted stock for an order, all or nothing.';

create function private.settle_stock(p_order_id uuid, p_is_sold boolean)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  -- Sorted, as they were reserved.
  for v_row in
    select product_id, quantity from public.stock_reservations where order_id = p_order_id order by product_id
  loop
    update public.stock_items
    set reserved_count = reserved_count - v_row.quantity,
        on_hand_count = on_hand_count - case when p_is_sold then v_row.quantity else 0 end
    where product_id = v_row.product_id;
  end loop;
  delete from public.stock_reservations where order_id = p_order_id;
end;
$$;
comment on function private.settle_stock(uuid, boolean) is 'Ends an order''s reservations: sold stock leaves the shelf, other stock is free again.';

