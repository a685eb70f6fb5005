create function private.run_rider_command(
  p_delivery_id uuid, p_command text, p_idempotency_key text, p_client_at timestamptz, p_proof jsonb default '{}')
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command(p_command, p_idempotency_key, v_rider.id, p_delivery_id);
  v_order_id uuid;
  v_order public.orders;
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select order_id into v_order_id from public.deliveries where id = p_delivery_id;
  -- Lock in the order of every command: order first, then its delivery; only then it is sure whose task it is.
  select * into v_order from public.orders where id = v_order_id for update;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if v_delivery.rider_id is distinct from v_rider.id then
    perform private.raise('delivery.not_found', 404);
  end if;
  if p_command = 'pick_up' and v_order.status <> 'ready' then
    perform private.raise('delivery.order_not_ready', 409, jsonb_build_object('status', v_order.status));
  end if;
  if p_command = 'arrive_at_customer' and v_delivery.status = 'picked_up' then
    perform private.record_leg(v_delivery);
  elsif p_command = 'deliver' and v_delivery.status = 'arrived_at_customer' then
    if private.is_code_wrong(p_delivery_id, p_proof ->> 'code') then
      return private.finish_command(p_command, p_idempotency_key, v_rider.id,
        jsonb_build_object('id', v_delivery.id, 'status', v_delivery.status, 'refused', 'delivery.code_wrong'));
    end if;
    perform private.keep_proof(v_delivery, v_rider, p_proof);
  end if;
  v_delivery := private.apply_delivery_command(p_delivery_id, p_command, 'rider', null, null, p_client_at);
  if p_command = 'pick_up' then
    perform private.apply_order_command(v_order_id, 'depart', 'rider', null, p_client_at);
    perform private.predict_eta(p_delivery_id, 2);
  elsif p_command = 'deliver' then
    perform private.apply_order_command(v_order_id, 'complete', 'rider', null, p_client_at);
    perform private.complete_order(v_order_id);
    perform private.close_delivery(v_delivery);
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
  return private.finish_command(p_command, p_idempotency_key, v_rider.id,
    jsonb_build_object('id', v_delivery.id, 'order_id', v_delivery.order_id, 'status', v_delivery.status));
end;
$$;
comment on function private.run_rider_command(uuid, text, text, timestamptz, jsonb) is 'Runs a command of the assigned rider and what follows for the order.';

create function public.arrive_at_store(p_delivery_id uuid, p_idempotency_key text, p_client_at timestamptz default now())
returns jsonb language sql security definer -- deliveries change by commands only
set search_path = '' as $$
  select private.run_rider_command(p_delivery_id, 'arrive_at_store', p_idempotency_key, p_client_at);
$$;
comment on function public.arrive_at_store(uuid, text, timestamptz) is 'Rider stands in the store.';

create function public.pick_up_delivery(p_delivery_id uuid, p_idempotency_key text, p_client_at timestamptz default now())
returns jsonb language sql security definer -- deliveries change by commands only
set search_path = '' as $$
  select private.run_rider_command(p_delivery_id, 'pick_up', p_idempotency_key, p_client_at);
$$;
comment on function public.pick_up_delivery(uuid, text, timestamptz) is 'Rider has the goods; refused until the store marked the order ready.';

create function public.arrive_at_customer(p_delivery_id uuid, p_idempotency_key text, p_client_at timestamptz default now())
returns jsonb language sql security definer -- deliveries change by commands only
set search_path = '' as $$
  select private.run_rider_command(p_delivery_id, 'arrive_at_customer', p_idempotency_key, p_client_at);
$$;
comment on function public.arrive_at_customer(uuid, text, timestamptz) is 'Rider is at the door.';

create function public.deliver_delivery(
  p_delivery_id uuid, p_idempotency_key text, p_client_at timestamptz default now(), p_proof jsonb default '{}')
returns jsonb language sql security definer -- deliveries change by commands only
set search_path = '' as $$
  select private.run_rider_command(p_delivery_id, 'deliver', p_idempotency_key, p_client_at, p_proof);
$$;
comment on function public.deliver_delivery(uuid, text, timestamptz, jsonb) is
  'Handed over: completes the order and splits the money. p_proof {photo_path} or {code} where the zone asks for one. A wrong code changes nothing and is answered with refused: delivery.code_wrong; after five the task is locked and ops finish it.';

