create function private.check_proof_photo(p_delivery_id uuid, p_photo_path text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_photo_path is not null and (
    p_photo_path !~ ('^proofs/' || p_delivery_id || '/[^/]+$')
    or not exists (select 1 from storage.objects o where o.bucket_id = 'proofs' and o.name = p_photo_path))
  then
    perform private.raise('delivery.photo_invalid', 422);
  end if;
end;
$$;
comment on function private.check_proof_photo(uuid, text) is 'A photo, where one is named, is there and is this delivery''s.';

create function private.is_code_wrong(p_delivery_id uuid, p_code text)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_code private.delivery_codes;
begin
  select * into v_code from private.delivery_codes where delivery_id = p_delivery_id for update;
  if not found or p_code is null then
    return false;
  end if;
  if v_code.wrong_count >= 5 then
    perform private.raise('delivery.code_locked', 429);
  end if;
  if p_code = v_code.code then
    return false;
  end if;
  update private.delivery_codes set wrong_count = wrong_count + 1 where delivery_id = p_delivery_id;
  return true;
end;
$$;
comment on function private.is_code_wrong(uuid, text) is
  'Whether this is not the customer''s code. Wrong ones are counted, so the caller must answer and not raise; after five only ops can finish.';

create function private.keep_proof(p_delivery public.deliveries, p_rider public.riders, p_proof jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_rule text;
  v_code text;
begin
  select proof_rule into v_rule from public.dispatch_parameters where zone_id = p_delivery.zone_id;
  select code into v_code from private.delivery_codes where delivery_id = p_delivery.id;
  -- A code that was promised to the customer is asked for even after the zone's rule changed.
  if (v_code is not null and p_proof ->> 'code' is null)
    or (v_rule = 'photo' and p_proof ->> 'photo_path' is null and v_code is null)
  then
    perform private.raise('delivery.proof_required', 422,
      jsonb_build_object('kind', case when v_code is not null then 'code' else 'photo' end));
  end if;
  perform private.check_proof_photo(p_delivery.id, p_proof ->> 'photo_path');
  if v_code is not null or p_proof ->> 'photo_path' is not null then
    insert into public.delivery_proofs (delivery_id, kind, photo_path, lon, lat, created_by)
    values (p_delivery.id, case when p_proof ->> 'photo_path' is not null then 'photo' else 'code' end,
      p_proof ->> 'photo_path', p_rider.lon, p_rider.lat, p_rider.id)
    on conflict (delivery_id) do nothing;
  end if;
end;
$$;
comment on function private.keep_proof(public.deliveries, public.riders, jsonb) is
  'What the zone asks for at the door: nothing, a photo in proofs/<delivery id>/, or the customer''s code.';

create function private.close_delivery(p_delivery public.deliveries)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  update private.eta_predictions set actual_at = p_delivery.delivered_at where delivery_id = p_delivery.id;
  select * into v_order from public.orders where id = p_delivery.order_id;
  -- Late by the rider, not by the kitchen.
  if p_delivery.delivered_at > p_delivery.dropoff_expected_at + private.setting_interval('delivery.late_after_seconds', 600)
    and coalesce(v_order.ready_at, v_order.accepted_at) <= p_delivery.ready_expected_at + interval '5 minutes'
  then
    insert into public.breach_records (rider_id, delivery_id, kind, detail)
    values (p_delivery.rider_id, p_delivery.id, 'late', jsonb_build_object(
      'late_seconds', round(extract(epoch from p_delivery.delivered_at - p_delivery.dropoff_expected_at))))
    on conflict do nothing;
  end if;
end;
$$;
comment on function private.close_delivery(public.deliveries) is 'Delivered: what was predicted meets what came true; a late rider gets a breach record.';
