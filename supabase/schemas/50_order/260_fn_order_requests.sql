create function private.hold_store_order(p_order_id uuid)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  -- A stranger learns nothing about whether the order exists.
  perform private.require_store_staff(v_order.store_id);
  if v_order.placed_at is null then
    perform private.raise('order.not_found', 404);
  end if;
  return v_order;
end;
$$;
comment on function private.hold_store_order(uuid) is 'A paid order of the caller''s store, locked.';

create function private.hold_own_order(p_order_id uuid)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_order public.orders;
begin
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  return v_order;
end;
$$;
comment on function private.hold_own_order(uuid) is 'An order of the calling customer, locked.';

create function private.order_knows_command(p_order public.orders, p_command text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.order_transitions
    where from_status = p_order.status and command = p_command and p_order.fulfillment_type = any (fulfillment_types));
$$;

create function public.propose_slot(p_order_id uuid, p_starts_at timestamptz, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_order public.orders := private.hold_store_order(p_order_id);
  v_answer jsonb := private.begin_command('propose_slot', p_idempotency_key, auth.uid(), p_order_id);
  v_store public.stores;
  v_ends_at timestamptz;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not private.order_knows_command(v_order, 'reschedule') or p_starts_at is null then
    perform private.raise('order.transition_refused', 409, jsonb_build_object('status', v_order.status, 'command', 'reschedule'));
  end if;
  select * into v_store from public.stores where id = v_order.store_id;
  v_ends_at := private.check_slot(v_store, v_order.fulfillment_type, p_starts_at);
  if private.slot_left_count(v_store, v_order.fulfillment_type, p_starts_at) <= 0 then
    perform private.raise('store.slot_full', 409, jsonb_build_object('starts_at', p_starts_at));
  end if;
  return private.finish_command('propose_slot', p_idempotency_key, auth.uid(), to_jsonb(private.open_order_request(
    v_order, 'slot', 'merchant', jsonb_build_object('starts_at', p_starts_at, 'ends_at', v_ends_at))));
end;
$$;
comment on function public.propose_slot(uuid, timestamptz, text) is 'Store asks the customer for another slot; nothing moves before the answer.';

create function public.request_cancel(p_order_id uuid, p_idempotency_key text, p_reason_code text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_order public.orders := private.hold_own_order(p_order_id);
  v_answer jsonb := private.begin_command('request_cancel', p_idempotency_key, auth.uid(), p_order_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if p_reason_code is null then
    perform private.raise('order.reason_required', 422);
  end if;
  perform private.check_order_reason(p_reason_code, 'cancel', 'customer');
  if not private.order_knows_command(v_order, 'agree_cancel') then
    perform private.raise('order.transition_refused', 409, jsonb_build_object('status', v_order.status, 'command', 'request_cancel'));
  end if;
  return private.finish_command('request_cancel', p_idempotency_key, auth.uid(),
    to_jsonb(private.open_order_request(v_order, 'cancel', 'customer', '{}', p_reason_code)));
end;
$$;
comment on function public.request_cancel(uuid, text, text) is
  'Customer asks the store to cancel an order that it has accepted; what goes back is the policy''s share.';

create function public.answer_order_request(p_request_id uuid, p_is_accepted boolean, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('answer_request', p_idempotency_key, v_user_id, p_request_id);
  v_request public.order_requests;
  v_order public.orders;
  v_actor public.actor_role;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_request from public.order_requests where id = p_request_id;
  select * into v_order from public.orders where id = v_request.order_id for update;
  v_actor := (case
    when v_request.kind <> 'cancel' and v_order.customer_id = v_user_id then 'customer'
    when v_request.kind = 'cancel' and v_order.store_id in (select private.my_store_ids('{manager,order_clerk}')) then 'merchant'
    when v_request.kind = 'cancel' and private.has_ops_role('operations', 'support') then 'ops'
  end)::public.actor_role;
  if v_actor is null then
    perform private.raise('order.request_not_found', 404);
  end if;
  v_order := private.settle_order_request(p_request_id, coalesce(p_is_accepted, false), v_actor);
  return private.finish_command('answer_request', p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function public.answer_order_request(uuid, boolean, text) is
  'The customer agrees to another slot or to edited lines, the store (or operations and support for it) to a cancellation; or not.';
