create function private.close_order(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_event public.order_events;
  v_policy public.order_cancel_policies;
  v_paid bigint;
begin
  perform private.settle_stock(p_order.id, false);
  perform private.release_slot(p_order.id);
  perform private.return_promotions(p_order.id);
  perform private.cancel_delivery(p_order.id);
  perform private.cancel_booking(p_order.id);
  update public.order_requests set status = 'expired', answered_at = now() where order_id = p_order.id and status = 'open';

  select * into v_event from public.order_events where order_id = p_order.id order by id desc limit 1;
  select * into v_policy from public.order_cancel_policies
  where command = v_event.command and from_status = v_event.from_status and actor = v_event.actor;
  -- What is on its way back already is no longer there to keep a fee of.
  select coalesce(sum(private.refundable_cents(p)), 0) into v_paid from public.payments p where p.order_id = p_order.id;
  perform private.post_cancellation(
    p_order.id, coalesce((v_event.detail ->> 'liable_party')::public.liable_party, v_policy.liable_party, 'platform'),
    v_paid - round(v_paid * coalesce(v_policy.refund_bps, 10000) / 10000.0)::bigint);
end;
$$;
comment on function private.close_order(public.orders) is
  'After reject, cancel, no-show or expiry: stock, budgets, coupons and points come back, rider and booking are released, and the money is returned as far as the policy of the state says. Who bears it ops have said, or else that policy.';
