create function private.move_stock(
  p_item public.stock_items, p_kind text, p_change_count int, p_reason text default '', p_order_id uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_change_count <> 0 or p_kind in ('counted', 'uncounted') then
    insert into public.stock_movements (
      store_id, stock_item_id, kind, change_count, on_hand_count, reason, order_id, actor_id)
    values (p_item.store_id, p_item.id, p_kind, p_change_count, p_item.on_hand_count, p_reason, p_order_id, auth.uid());
  end if;
end;
$$;
comment on function private.move_stock(public.stock_items, text, int, text, uuid) is
  'Writes down why the shelf changed; p_item is the row after the change.';
