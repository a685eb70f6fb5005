create function private.run_store_command(
  p_order_id uuid, p_command text, p_idempotency_key text,
  p_reason_code text default null, p_detail jsonb default '{}')
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid;
  v_store_id uuid;
  v_answer jsonb;
  v_order public.orders;
  v_detail jsonb := p_detail;
begin
  select store_id into v_store_id from public.orders where id = p_order_id;
  if private.has_ops_role('operations', 'support') and v_store_id is not null
    and not exists (select 1 from private.my_store_ids() id where id = v_store_id)
  then
    v_user_id := auth.uid();
    v_answer := private.begin_command(p_command, p_idempotency_key, v_user_id, p_order_id);
    if v_answer is not null then
      return v_answer;
    end if;
    if p_command in ('cancel', 'reject') then
      v_detail := jsonb_build_object('liable_party', coalesce(private.liable_of_reason(p_reason_code), 'platform')) || p_detail;
    end if;
    v_order := private.apply_order_command(p_order_id, p_command, 'ops', p_reason_code, null, v_detail);
  else
    -- A stranger learns nothing about whether the order exists.
    v_user_id := private.require_store_staff(v_store_id);
    if p_detail ? 'liable_party' then
      perform private.raise('identity.not_allowed', 403);
    end if;
    v_answer := private.begin_command(p_command, p_idempotency_key, v_user_id, p_order_id);
    if v_answer is not null then
      return v_answer;
    end if;
    v_order := private.apply_order_command(p_order_id, p_command, 'merchant', p_reason_code, null, p_detail);
  end if;
  perform private.after_store_command(v_order, p_command, p_detail);
  select * into v_order from public.orders where id = p_order_id;
  return private.finish_command(p_command, p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function private.run_store_command(uuid, text, text, text, jsonb) is
  'Runs a store''s command as its staff, or as ops who act for it; an order that ops end names who bears its refund.';

create function private.after_store_command(p_order public.orders, p_command text, p_detail jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.move_booking(p_order, p_command);
  case p_command
    when 'accept' then
      perform private.promise_times(p_order.id, (p_detail ->> 'preparation_minutes')::int);
      -- The rider of a scheduled order is called when its time comes.
      if p_order.fulfillment_type = 'delivery' and p_order.due_at is null then
        perform private.create_delivery(p_order.id);
      end if;
    when 'mark_ready' then
      if p_order.fulfillment_type = 'delivery'
        and not exists (select 1 from public.deliveries where order_id = p_order.id)
      then
        perform private.create_delivery(p_order.id);
      end if;
      perform private.delivery_order_ready(p_order.id);
      if p_order.fulfillment_type = 'pickup' then
        perform private.apply_order_command(p_order.id, 'await_pickup', 'system');
      end if;
    when 'delay' then
      perform private.delay_order(p_order, (p_detail ->> 'minutes')::int);
    when 'reject', 'cancel', 'no_show', 'agree_cancel' then
      perform private.close_order(p_order);
    when 'collect', 'complete' then
      perform private.complete_order(p_order.id);
    else null;
  end case;
end;
$$;
comment on function private.after_store_command(public.orders, text, jsonb) is 'What follows from a store''s command for booking, rider, stock and money.';

create function public.accept_order(p_order_id uuid, p_idempotency_key text, p_preparation_minutes int default null)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_minutes int;
begin
  if p_preparation_minutes not between 1 and 240 then
    perform private.raise('order.preparation_invalid', 422);
  end if;
  select coalesce(p_preparation_minutes, s.preparation_minutes) into v_minutes
  from public.orders o join public.stores s on s.id = o.store_id where o.id = p_order_id;
  return private.run_store_command(
    p_order_id, 'accept', p_idempotency_key, null, jsonb_build_object('preparation_minutes', v_minutes));
end;
$$;
comment on function public.accept_order(uuid, text, int) is
  'Store takes the order; preparation in minutes (1–240) moves the promised times and creates the delivery.';

create function public.start_preparing(p_order_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- orders change by commands only
set search_path = ''
as $$
  select private.run_store_command(p_order_id, 'start_preparing', p_idempotency_key);
$$;
comment on function public.start_preparing(uuid, text) is 'The kitchen has begun.';

create function public.mark_order_ready(p_order_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- orders change by commands only
set search_path = ''
as $$
  select private.run_store_command(p_order_id, 'mark_ready', p_idempotency_key);
$$;
comment on function public.mark_order_ready(uuid, text) is 'Packed; waits for the rider or the customer.';

create function public.reject_order(p_order_id uuid, p_idempotency_key text, p_reason_code text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
begin
  if p_reason_code is null then
    perform private.raise('order.reason_required', 422);
  end if;
  return private.run_store_command(p_order_id, 'reject', p_idempotency_key, p_reason_code);
end;
$$;
comment on function public.reject_order(uuid, text, text) is 'Store does not take the order; the customer is refunded.';

create function public.collect_order(p_order_id uuid, p_idempotency_key text, p_pickup_code text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
begin
  if not exists (select 1 from public.orders where id = p_order_id and pickup_code = p_pickup_code)
    and exists (select 1 from public.orders where id = p_order_id and store_id in (select private.my_store_ids('{manager,order_clerk}')))
  then
    perform private.raise('order.pickup_code_wrong', 422);
  end if;
  return private.run_store_command(p_order_id, 'collect', p_idempotency_key);
end;
$$;
comment on function public.collect_order(uuid, text, text) is 'Customer takes a pickup order against the four-digit code.';

create function public.start_service(p_order_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- orders change by commands only
set search_path = ''
as $$
  select private.run_store_command(p_order_id, 'start_service', p_idempotency_key);
$$;
comment on function public.start_service(uuid, text) is 'The worker has begun at the customer''s place, or the table is being served.';

create function public.complete_service(p_order_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- orders change by commands only
set search_path = ''
as $$
  select private.run_store_command(p_order_id, 'complete', p_idempotency_key);
$$;
comment on function public.complete_service(uuid, text) is 'The service is done, or the table has been served: completes the order and splits the money.';

create function public.mark_no_show(p_order_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
begin
  -- Without a booking that has begun nobody was awaited.
  if exists (select 1 from public.orders where id = p_order_id and store_id in (select private.my_store_ids('{manager,order_clerk}')))
    and not exists (select 1 from public.bookings where order_id = p_order_id and starts_at <= now())
  then
    perform private.raise('booking.not_begun', 409);
  end if;
  return private.run_store_command(p_order_id, 'no_show', p_idempotency_key, 'customer_no_show');
end;
$$;
comment on function public.mark_no_show(uuid, text) is
  'The customer of a booking did not come or was not there: ends the order; what goes back is the policy''s share.';
