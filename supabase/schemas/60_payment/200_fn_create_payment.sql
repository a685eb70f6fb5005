create function private.payment_answer(p_payment public.payments, p_expires_at timestamptz, p_description text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'payment_id', p_payment.id, 'purpose', p_payment.purpose, 'order_id', p_payment.order_id, 'provider', p_payment.provider,
    'out_trade_no', p_payment.out_trade_no, 'amount_cents', p_payment.amount_cents, 'currency', p_payment.currency,
    'status', p_payment.status, 'expires_at', p_expires_at, 'description', p_description);
$$;

create function private.void_pending_payments(p_order_id uuid, p_except public.payment_provider default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
begin
  for v_payment in
    select * from public.payments
    where order_id = p_order_id and status = 'pending' and provider is distinct from p_except
    order by id for update
  loop
    perform private.apply_payment_command(
      v_payment.id, 'void', 'void:' || v_payment.id, v_payment.amount_cents, '{}', now());
  end loop;
end;
$$;
comment on function private.void_pending_payments(uuid, public.payment_provider) is
  'Gives up the open charges of an order, but for one provider''s. What is paid there all the same is taken, or sent back.';

create function private.check_payable(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_check jsonb;
begin
  if p_order.status <> 'pending_payment' or p_order.due_at <= now() then
    perform private.raise('payment.order_not_payable', 409, jsonb_build_object('status', p_order.status));
  end if;
  perform private.check_not_held(p_order.id);
  select public.check_serviceability(q.store_id, q.fulfillment_type,
    (q.address ->> 'lon')::double precision, (q.address ->> 'lat')::double precision, q.subtotal_cents,
    coalesce(p_order.slot_starts_at, now()), p_order.id)
  into v_check from public.quotes q where q.id = p_order.quote_id;
  if not (v_check ->> 'is_serviceable')::boolean then
    perform private.raise(v_check ->> 'reason', 422, v_check);
  end if;
end;
$$;
comment on function private.check_payable(public.orders) is 'The order waits for payment and the store still serves it.';

create function public.create_payment(p_order_id uuid, p_provider public.payment_provider)
returns jsonb
language plpgsql
security definer -- payments are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_order public.orders;
  v_payment public.payments;
  v_id uuid := gen_random_uuid();
begin
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  select * into v_payment from public.payments
  where order_id = p_order_id and provider = p_provider and status in ('pending', 'captured')
  order by created_at desc limit 1;
  if v_payment.id is null then
    perform private.check_payable(v_order);
    perform private.void_pending_payments(p_order_id, p_provider);
    insert into public.payments (id, order_id, customer_id, provider, out_trade_no, amount_cents, currency)
    values (v_id, p_order_id, v_user_id, p_provider, 'LL' || left(replace(v_id::text, '-', ''), 30),
      v_order.total_cents, v_order.currency)
    returning * into v_payment;
    if p_provider = 'wallet' then
      v_payment := private.capture_from_wallet(v_payment.id);
    end if;
  end if;
  return private.payment_answer(v_payment, v_order.due_at,
    (select s.name from public.stores s where s.id = v_order.store_id) || ' ' || v_order.number);
end;
$$;
comment on function public.create_payment(uuid, public.payment_provider) is
  'The open charge of an order with a provider, made on first call: {payment_id, purpose, order_id, provider, out_trade_no, amount_cents, currency, status, expires_at, description}. The provider is then asked by an edge function; the wallet pays at once. Open charges at other providers are given up.';
