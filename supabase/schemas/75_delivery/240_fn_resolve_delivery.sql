create function private.fail_delivery(p_delivery public.deliveries, p_reason_code text)
returns public.deliveries
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_order public.orders;
begin
  v_delivery := private.apply_delivery_command(p_delivery.id, 'fail', 'ops', null, p_reason_code);
  update public.deliveries set is_return_due = true where id = p_delivery.id returning * into v_delivery;
  v_order := private.apply_order_command(p_delivery.order_id, 'cancel', 'ops', 'delivery_failed');
  perform private.close_order(v_order);
  perform private.pay_failed_delivery(v_delivery, p_reason_code);
  return v_delivery;
end;
$$;
comment on function private.fail_delivery(public.deliveries, text) is
  'Ends a delivery that cannot be handed over: the customer gets the money back, the rider the pay, the store the goods.';

create function public.resolve_delivery(
  p_delivery_id uuid, p_resolution text, p_idempotency_key text, p_note text default '',
  p_rider_id uuid default null, p_reason_code text default null)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('resolve_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id where d.id = p_delivery_id for update of o;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  case p_resolution
    when 'continue' then
      null;
    when 'fail' then
      v_delivery := private.fail_delivery(v_delivery, coalesce(p_reason_code, (
        select i.reason_code from public.delivery_incidents i
        where i.delivery_id = p_delivery_id order by i.created_at desc limit 1)));
    when 'hand_over' then
      perform 1 from public.riders
      where id = p_rider_id and id <> v_delivery.rider_id and city_id = v_delivery.city_id and is_active and status = 'online'
      for share;
      if not found then
        perform private.raise('dispatch.rider_not_available', 409);
      end if;
      perform private.broadcast('rider:' || v_delivery.rider_id, 'delivery.unassigned',
        jsonb_build_object('delivery_id', p_delivery_id));
      v_delivery := private.apply_delivery_command(p_delivery_id, 'hand_over', 'ops', p_rider_id);
    when 'finish' then
      insert into public.delivery_proofs (delivery_id, kind, created_by)
      values (p_delivery_id, 'ops', v_user_id) on conflict do nothing;
      v_delivery := private.apply_delivery_command(p_delivery_id, 'deliver', 'ops', null, null, null,
        jsonb_build_object('note', p_note));
      perform private.apply_order_command(v_delivery.order_id, 'complete', 'ops');
      perform private.complete_order(v_delivery.order_id);
      perform private.close_delivery(v_delivery);
    else
      perform private.raise('delivery.resolution_unknown', 422, jsonb_build_object('resolution', p_resolution));
  end case;
  update public.delivery_incidents
  set status = 'resolved', resolution = p_resolution, resolution_note = left(coalesce(p_note, ''), 500),
      resolved_by = v_user_id, resolved_at = now()
  where delivery_id = p_delivery_id and status = 'open';
  return private.finish_command('resolve_delivery', p_idempotency_key, v_user_id, jsonb_build_object(
    'id', v_delivery.id, 'status', v_delivery.status, 'rider_id', v_delivery.rider_id,
    'is_return_due', v_delivery.is_return_due));
end;
$$;
comment on function public.resolve_delivery(uuid, text, text, text, uuid, text) is
  'Ops decide about goods under way: continue, fail (money back, goods return), hand_over to another rider who met the first, finish (the customer has it). Closes the open incidents.';

create function public.waive_breach(p_breach_id uuid, p_note text)
returns void
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations', 'support');
  update public.breach_records
  set waived_by = auth.uid(), waived_at = now(), waive_note = left(coalesce(p_note, ''), 200)
  where id = p_breach_id and waived_at is null;
  if not found then
    perform private.raise('delivery.breach_not_found', 404);
  end if;
end;
$$;
comment on function public.waive_breach(uuid, text) is 'Ops let a breach go, with a note why.';
