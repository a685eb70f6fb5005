create function private.refund_answer(p_refund public.refund_requests)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_refund.id, 'order_id', p_refund.order_id, 'status', p_refund.status, 'amount_cents', p_refund.amount_cents,
    'liable_party', p_refund.liable_party, 'due_at', p_refund.due_at, 'updated_at', p_refund.updated_at);
$$;
comment on function private.refund_answer(public.refund_requests) is 'What every refund command returns.';

create function private.lock_refund(p_refund_id uuid)
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests;
begin
  select * into v_refund from public.refund_requests where id = p_refund_id;
  -- Order, payment, refund: as every command.
  perform 1 from public.orders where id = v_refund.order_id for update;
  perform 1 from public.payments where id = v_refund.payment_id for update;
  select * into v_refund from public.refund_requests where id = p_refund_id for update;
  return v_refund;
end;
$$;
comment on function private.lock_refund(uuid) is 'The refund with its order and payment locked.';

create function private.send_agreed_refund(p_refund_id uuid)
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests;
  v_left bigint;
begin
  select * into v_refund from public.refund_requests where id = p_refund_id;
  select private.refundable_cents(p) into v_left from public.payments p where p.id = v_refund.payment_id;
  if v_refund.amount_cents > v_left then
    perform private.raise('refund.above_paid', 422, jsonb_build_object('amount_cents', v_refund.amount_cents, 'left_cents', v_left));
  end if;
  return private.send_refund(p_refund_id);
end;
$$;
comment on function private.send_agreed_refund(uuid) is 'Sends a refund that was agreed to, if so much is still there.';

create function public.request_refund(
  p_order_id uuid, p_idempotency_key text, p_reason_code text, p_lines jsonb default '[]', p_note text default '',
  p_photos text[] default '{}')
returns jsonb
language plpgsql
security definer -- refunds change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('request_refund', p_idempotency_key, v_user_id, p_order_id);
  v_order public.orders;
  v_payment public.payments;
  v_refund public.refund_requests;
  v_lines jsonb;
  v_amount bigint;
  v_id uuid := gen_random_uuid();
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  if v_order.placed_at is null or v_order.closed_at is not null
    -- Vouchers are given back one by one.
    or (v_order.fulfillment_type = 'voucher' and v_order.status <> 'completed')
    or v_order.completed_at < now() - make_interval(days => coalesce((private.setting('refund.request_days') #>> '{}')::int, 7))
  then
    perform private.raise('refund.not_possible', 409, jsonb_build_object('status', v_order.status));
  end if;
  if not exists (
    select 1 from public.reason_codes r
    where r.code = p_reason_code and r.applies_to = 'refund_request' and r.actor = 'customer' and r.is_active)
  then
    perform private.raise('order.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;
  if exists (
    select 1 from public.refund_requests
    where order_id = p_order_id and is_asked and status in ('requested', 'merchant_rejected', 'escalated'))
  then
    perform private.raise('refund.already_open', 409);
  end if;
  if exists (select 1 from unnest(p_photos) photo where photo not like v_user_id || '/%') then
    perform private.raise('refund.photo_unknown', 422);
  end if;

  -- What a piece costs is never read from the client.
  v_lines := private.refund_lines(p_order_id, (
    select coalesce(jsonb_agg(l - 'amount_cents'), '[]') from jsonb_array_elements(coalesce(p_lines, '[]')) l));
  select p.* into v_payment from public.payments p
  where p.order_id = p_order_id and p.status in ('captured', 'partially_refunded')
  order by private.refundable_cents(p) desc, p.id limit 1;
  perform 1 from public.payments where id = v_payment.id for update;
  v_amount := case
    when jsonb_array_length(v_lines) > 0 then (
      select sum((l ->> 'amount_cents')::bigint)::bigint from jsonb_array_elements(v_lines) l)
    -- Once it was carried, the way is not asked back with the goods; the platform may still decide so.
    when v_order.status = 'completed' then least(private.refundable_cents(v_payment), v_order.packaging_fee_cents + (
      select sum(g.total_cents - g.discount_cents)::bigint from private.order_goods(p_order_id) g) - (
      select coalesce(sum(r.amount_cents), 0)::bigint from public.refund_requests r
      where r.payment_id = v_payment.id and r.status in ('refunding', 'refunded') and r.reason <> 'order_edited'))
    else private.refundable_cents(v_payment) end;
  if coalesce(v_amount, 0) <= 0 or v_amount > private.refundable_cents(v_payment) then
    perform private.raise('refund.above_paid', 422, jsonb_build_object(
      'amount_cents', v_amount, 'left_cents', coalesce(private.refundable_cents(v_payment), 0)));
  end if;

  insert into public.refund_requests (
    id, order_id, payment_id, customer_id, store_id, out_refund_no, amount_cents, liable_party, reason, is_asked, note,
    photos, due_at)
  values (v_id, p_order_id, v_payment.id, v_user_id, v_order.store_id, 'LR' || replace(v_id::text, '-', ''), v_amount,
    'merchant', p_reason_code, true, left(coalesce(p_note, ''), 500), coalesce(p_photos, '{}'),
    now() + private.setting_interval('refund.answer_seconds', 86400))
  returning * into v_refund;
  perform private.keep_refund_lines(v_id, p_order_id, v_lines);
  insert into public.refund_events (refund_request_id, command, from_status, to_status, actor, actor_id, detail)
  values (v_id, 'request', 'requested', 'requested', 'customer', v_user_id,
    jsonb_build_object('reason_code', p_reason_code, 'amount_cents', v_amount));
  perform private.announce_refund(v_refund);
  return private.finish_command('request_refund', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;
comment on function public.request_refund(uuid, text, text, jsonb, text, text[]) is
  'The customer asks money back: for lines [{order_item_id or line_number, quantity}], or for all of it without lines. Photos are names in the bucket after-sale. The store answers in time or has agreed.';
