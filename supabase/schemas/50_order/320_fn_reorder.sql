create function public.reorder(p_order_id uuid)
returns jsonb
language plpgsql
stable
security definer -- an own order's lines, and whether the menu still has them
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_order public.orders;
  v_line record;
  v_item jsonb;
  v_items jsonb := jsonb_build_array();
  v_missing jsonb := jsonb_build_array();
  v_key text;
begin
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  for v_line in select * from public.order_items where order_id = p_order_id and quantity > 0 order by line_number loop
    v_item := jsonb_build_object(
      'product_id', v_line.product_id, 'variant_id', v_line.variant_id, 'quantity', v_line.quantity, 'note', v_line.note,
      'modifier_ids', jsonb_path_query_array(v_line.modifiers, '$[*].id'));
    begin
      perform private.price_lines(v_order.store_id, jsonb_build_array(v_item), v_order.fulfillment_type);
      v_items := v_items || jsonb_build_array(v_item);
    exception when others then
      get stacked diagnostics v_key = message_text;
      v_missing := v_missing || jsonb_build_array(jsonb_build_object(
        'line_number', v_line.line_number, 'name', v_line.name, 'translations', v_line.translations, 'reason', v_key));
    end;
  end loop;
  return jsonb_build_object(
    'store_id', v_order.store_id, 'fulfillment_type', v_order.fulfillment_type, 'items', v_items, 'missing', v_missing);
end;
$$;
comment on function public.reorder(uuid) is
  'The lines of an own order as cart items {product_id, variant_id, quantity, modifier_ids, note}, and which of them cannot be had now: missing [{line_number, name, translations, reason}], reason an error key.';
