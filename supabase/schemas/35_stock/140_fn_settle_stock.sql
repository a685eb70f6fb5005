create function private.settle_stock(p_order_id uuid, p_is_sold boolean)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_item public.stock_items;
begin
  -- Sorted, as they were reserved.
  for v_row in
    select stock_item_id, sum(quantity)::int as quantity
    from public.stock_reservations where order_id = p_order_id
    group by stock_item_id order by stock_item_id
  loop
    update public.stock_items
    set reserved_count = reserved_count - v_row.quantity,
        on_hand_count = on_hand_count - case when p_is_sold then v_row.quantity else 0 end
    where id = v_row.stock_item_id
    returning * into v_item;
    if p_is_sold then
      perform private.move_stock(v_item, 'sold', -v_row.quantity, '', p_order_id);
    end if;
  end loop;
  delete from public.stock_reservations where order_id = p_order_id;
end;
$$;
comment on function private.settle_stock(uuid, boolean) is 'Ends an order''s reservations: sold stock leaves the shelf, other stock is free again.';
