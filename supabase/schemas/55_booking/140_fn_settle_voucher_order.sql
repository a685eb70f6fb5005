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
  if least(v_voucher.amount_cents, v_left) > 0 then
    perform private.refund_part(v_voucher.order_id, least(v_voucher.amount_cents, v_left), p_reason, 'merchant');
  end if;
  perform private.settle_voucher_order(v_voucher.order_id);
  return v_voucher;
end;
$$;
comment on function private.refund_voucher(public.vouchers, public.actor_role, text) is 'Gives back what was paid for one unused voucher.';
