create function public.take_back_delivery(p_delivery_id uuid, p_is_excluded boolean, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('take_back_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_delivery public.deliveries;
  v_rider_id uuid;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id where d.id = p_delivery_id for update of o;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  v_rider_id := coalesce(v_delivery.rider_id, (
    select f.rider_id from public.dispatch_offers f where f.delivery_id = p_delivery_id and f.status = 'offered'));
  if v_delivery.status = 'offered' then
    perform private.withdraw_offers(p_delivery_id);
  else
    perform private.apply_delivery_command(p_delivery_id, 'unassign', 'ops');
    perform private.broadcast('rider:' || v_rider_id, 'delivery.unassigned', jsonb_build_object('delivery_id', p_delivery_id));
  end if;
  if p_is_excluded then
    insert into private.dispatch_exclusions (delivery_id, rider_id, reason)
    values (p_delivery_id, v_rider_id, 'ops') on conflict do nothing;
  end if;
  update public.deliveries
  set pinned_rider_id = nullif(pinned_rider_id, v_rider_id)
  where id = p_delivery_id
  returning * into v_delivery;
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  return private.finish_command('take_back_delivery', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_delivery.id, 'status', v_delivery.status, 'from_rider_id', v_rider_id));
end;
$$;
comment on function public.take_back_delivery(uuid, boolean, text) is
  'Ops take a task from the rider who has it or is asked, until it is picked up; excluded riders are not asked for it again. Dispatch decides anew.';
