create function public.preview_edit(p_order_id uuid, p_lines jsonb)
returns jsonb
language plpgsql
stable
security definer -- prices the edit as the command will; the caller is checked here
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  select * into v_order from public.orders where id = p_order_id;
  -- A stranger learns nothing about whether the order exists.
  perform private.require_store_staff(v_order.store_id);
  if not private.order_knows_command(v_order, 'edit') then
    perform private.raise('order.transition_refused', 409, jsonb_build_object('status', v_order.status, 'command', 'edit'));
  end if;
  return private.plan_edit(v_order, p_lines) || jsonb_build_object('is_consented', v_order.is_edit_consented);
end;
$$;
comment on function public.preview_edit(uuid, jsonb) is
  'What propose_edit would make of an order: {new_lines, adjustments, subtotal_cents, discount_cents, total_cents, refund_cents, is_consented}. Changes nothing.';
