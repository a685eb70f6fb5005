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
  v_check jsonb;
begin
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  select * into v_payment from public.payments
  where order_id = p_order_id and provider = p_provider and status in ('pending', 'captured')
  order by created_at desc limit 1;
  if v_payment.id is null then
    if v_order.status <> 'pending_payment' or v_order.due_at <= now() then
      perform private.raise('payment.order_not_payable', 409, jsonb_build_object('status', v_order.status));
    end if;
    select public.check_serviceability(q.store_id, q.fulfillment_type,
      (q.address ->> 'lon')::double precision, (q.address ->> 'lat')::double precision, q.subtotal_cents)
    into v_check from public.quotes q where q.id = v_order.quote_id;
    if not (v_check ->> 'is_serviceable')::boolean then
      perform private.raise(v_check ->> 'reason', 422, v_check);
    end if;
    insert into public.payments (id, order_id, provider, out_trade_no, amount_cents, currency)
    values (v_id, p_order_id, p_provider, 'LL' || left(replace(v_id::text, '-', ''), 30), v_order.total_cents, v_order.currency)
    returning * into v_payment;
  end if;
  return jsonb_build_object(
    'payment_id', v_payment.id, 'out_trade_no', v_payment.out_trade_no, 'amount_cents', v_payment.amount_cents,
    'currency', v_payment.currency, 'status', v_payment.status, 'expires_at', v_order.due_at,
    'description', (select s.name from public.stores s where s.id = v_order.store_id) || ' ' || v_order.number);
end;
$$;
comment on function public.create_payment(uuid, public.payment_provider) is
  'The open charge of an order with a provider, made on first call. The provider is then asked by an edge function.';

