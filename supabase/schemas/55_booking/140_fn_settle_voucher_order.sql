create function private.settle_voucher_order(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  if exists (select 1 from public.vouchers where order_id = p_order_id and status in ('issued', 'expired')) then
    return;
  end if;
  if exists (select 1 from public.vouchers where order_id = p_order_id and status = 'redeemed') then
    perform private.apply_order_command(p_order_id, 'complete', 'system');
    perform private.complete_order(p_order_id);
  else
    v_order := private.apply_order_command(p_order_id, 'cancel', 'system', 'vouchers_refunded');
    perform private.close_order(v_order);
  end if;
end;
$$;
comment on function private.settle_voucher_order(uuid) is
  'Ends an order none of whose vouchers is open: completed and split when one was used, cancelled when all were refunded.';

create function private.restock_voucher(p_voucher public.vouchers)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_item public.stock_items;
begin
  for v_row in
    -- Sorted, as they were reserved.
    select w.stock_item_id, w.quantity / i.quantity as per_piece
    from public.order_items i
    join private.stock_wanted(i.order_id) w on w.order_item_id = i.id
    cross join lateral (
      select count(*) as issued_count, count(*) filter (where v.status = 'refunded') as refunded_count
      from public.vouchers v where v.order_item_id = i.id
    ) u
    -- A piece of several uses is on sale again when all of its uses came back.
    where i.id = p_voucher.order_item_id and i.quantity > 0 and u.refunded_count % greatest(1, u.issued_count / i.quantity) = 0
      -- What was not counted when it was sold is not put back.
      and exists (
        select 1 from public.stock_movements m
        where m.stock_item_id = w.stock_item_id and m.order_id = i.order_id and m.kind = 'sold')
    order by w.stock_item_id
  loop
    update public.stock_items set on_hand_count = on_hand_count + v_row.per_piece
    where id = v_row.stock_item_id
    returning * into v_item;
    perform private.move_stock(v_item, 'returned', v_row.per_piece, '', p_voucher.order_id);
  end loop;
end;
$$;
comment on function private.restock_voucher(public.vouchers) is 'Puts what an unused voucher was sold from on sale again.';

create function private.refund_voucher(p_voucher public.vouchers, p_actor public.actor_role, p_reason text)
returns public.vouchers
language plpgsql
set search_path = ''
as $$
declare
  v_voucher public.vouchers := private.apply_voucher_command(p_voucher.id, 'refund', p_actor, jsonb_build_object('reason', p_reason));
  v_left bigint := (
    select coalesce(max(private.refundable_cents(p)), 0) from public.payments p where p.order_id = p_voucher.order_id);
begin
  perform private.restock_voucher(v_voucher);
  if least(v_voucher.amount_cents, v_left) > 0 then
    perform private.refund_part(v_voucher.order_id, least(v_voucher.amount_cents, v_left), p_reason, 'merchant');
  end if;
  perform private.settle_voucher_order(v_voucher.order_id);
  return v_voucher;
end;
$$;
comment on function private.refund_voucher(public.vouchers, public.actor_role, text) is 'Gives back what was paid for one unused voucher.';
