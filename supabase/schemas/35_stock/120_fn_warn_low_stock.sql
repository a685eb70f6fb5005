create function private.warn_low_stock(p_item public.stock_items, p_left_before int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_left int := p_item.on_hand_count - p_item.reserved_count;
  v_event text := case
    when v_left = 0 and p_left_before > 0 then 'stock.sold_out'
    when v_left <= p_item.low_stock_count and p_left_before > p_item.low_stock_count then 'stock.low' end;
begin
  if v_event is null then
    return;
  end if;
  perform private.broadcast('store:' || p_item.store_id, v_event, jsonb_build_object(
    'stock_item_id', p_item.id, 'product_id', p_item.product_id, 'variant_id', p_item.variant_id,
    'modifier_id', p_item.modifier_id, 'left_count', v_left));
  perform private.notify_stock(p_item, v_event, v_left);
end;
$$;
comment on function private.warn_low_stock(public.stock_items, int) is
  'Tells the store once when what is left falls to its threshold or to nothing.';
