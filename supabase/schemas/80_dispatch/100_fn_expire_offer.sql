create function private.expire_offer(p_offer_id uuid, p_status public.dispatch_offer_status, p_reason_code text default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_offer public.dispatch_offers;
  v_status public.delivery_status;
begin
  -- The delivery is locked before its offer, as everywhere.
  perform 1 from public.deliveries
  where id = (select delivery_id from public.dispatch_offers where id = p_offer_id) for update;
  update public.dispatch_offers
  set status = p_status, reason_code = p_reason_code, answered_at = now()
  where id = p_offer_id and status = 'offered'
  returning * into v_offer;
  if not found then
    return;
  end if;
  perform private.broadcast('rider:' || v_offer.rider_id, 'offer.closed',
    jsonb_build_object('offer_id', v_offer.id, 'status', p_status));
  select status into v_status from public.deliveries where id = v_offer.delivery_id;
  if v_status = 'offered' then
    perform private.apply_delivery_command(v_offer.delivery_id, 'withdraw_offer', 'system', v_offer.rider_id);
  end if;
end;
$$;
comment on function private.expire_offer(uuid, public.dispatch_offer_status, text) is
  'Closes an open offer as declined, expired or withdrawn and frees its delivery.';

create function private.withdraw_offers(p_delivery_id uuid)
returns void
language sql
set search_path = ''
as $$
  select private.expire_offer(o.id, 'withdrawn')
  from public.dispatch_offers o
  where o.delivery_id = p_delivery_id and o.status = 'offered';
$$;

