create function private.run_ops_refund(
  p_order_id uuid, p_liable_party public.liable_party, p_lines jsonb, p_amount_cents bigint, p_reason text)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_left bigint;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  if v_order.placed_at is null or v_order.closed_at is not null
    -- Vouchers are given back one by one.
    or (v_order.fulfillment_type = 'voucher' and v_order.status <> 'completed')
  then
    perform private.raise('refund.not_possible', 409, jsonb_build_object('status', v_order.status));
  end if;
  if p_liable_party is null then
    perform private.raise('refund.amount_invalid', 422);
  end if;
  if p_amount_cents is null and jsonb_array_length(coalesce(p_lines, '[]')) = 0 then
    select max(private.refundable_cents(p)) into v_left from public.payments p where p.order_id = p_order_id;
    return private.refund_part(p_order_id, coalesce(v_left, 0), p_reason, p_liable_party);
  end if;
  return private.refund_part(p_order_id, p_amount_cents, p_reason, p_liable_party, (
    -- What a piece costs is never read from the client.
    select coalesce(jsonb_agg(l - 'amount_cents'), '[]') from jsonb_array_elements(coalesce(p_lines, '[]')) l));
end;
$$;
comment on function private.run_ops_refund(uuid, public.liable_party, jsonb, bigint, text) is
  'Sends money of an order back by a decision of ops: for lines, an amount, or all that is left.';

create function public.refund_order(
  p_order_id uuid, p_idempotency_key text, p_liable_party public.liable_party, p_note text, p_lines jsonb default '[]',
  p_amount_cents bigint default null, p_reason_code text default null)
returns jsonb
language plpgsql
security definer -- refunds change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('support', 'finance');
  v_answer jsonb := private.begin_command('refund_order', p_idempotency_key, v_user_id, p_order_id);
  v_id uuid;
  v_refund public.refund_requests;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(trim(p_note), '') = '' then
    perform private.raise('order.reason_required', 422);
  end if;
  if p_reason_code is not null and not exists (
    select 1 from public.reason_codes r where r.code = p_reason_code and r.applies_to = 'refund_request' and r.is_active)
  then
    perform private.raise('order.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;
  v_id := private.run_ops_refund(p_order_id, coalesce(p_liable_party, private.liable_of_reason(p_reason_code)), p_lines,
    p_amount_cents, coalesce(p_reason_code, 'ops_decided'));
  update public.refund_requests set answer = left(trim(p_note), 500) where id = v_id returning * into v_refund;
  return private.finish_command('refund_order', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;
comment on function public.refund_order(uuid, text, public.liable_party, text, jsonb, bigint, text) is
  'Support or finance send money of an order back at once and say who bears it (null: whom p_reason_code, a reason for refunds, names): for lines [{order_item_id or line_number, quantity}], an amount, or all that is left; the note is kept with the refund.';

create function public.preview_refund(
  p_order_id uuid, p_liable_party public.liable_party, p_lines jsonb default '[]', p_amount_cents bigint default null)
returns jsonb
language plpgsql
security definer -- refunds change by commands only; what is tried here is undone
set search_path = ''
as $$
declare
  v_id uuid;
  v_last bigint;
  v_preview jsonb;
begin
  perform private.require_ops_role('support', 'finance');
  begin
    select coalesce(max(id), 0) into v_last from public.ledger_entries;
    v_id := private.run_ops_refund(p_order_id, p_liable_party, p_lines, p_amount_cents, 'preview');
    if (select status from public.refund_requests where id = v_id) = 'refunding' then
      perform private.confirm_refund(v_id, 'preview:' || v_id, now());
    end if;
    select jsonb_build_object(
      'amount_cents', r.amount_cents,
      'currency', o.currency,
      'left_cents', private.refundable_cents(p),
      'lines', (
        select coalesce(jsonb_agg(jsonb_build_object('line_number', l.line_number, 'name', l.name, 'quantity', l.quantity,
          'amount_cents', l.amount_cents) order by l.line_number), '[]')
        from public.refund_request_lines l where l.refund_request_id = r.id),
      'entries', (
        select coalesce(jsonb_agg(jsonb_build_object('account', x.kind, 'owner_id', x.owner_id, 'owner_name', x.owner_name,
          'purpose', x.purpose, 'amount_cents', x.amount_cents)), '[]')
        from (
          select a.kind, a.owner_id, e.purpose, sum(e.amount_cents)::bigint as amount_cents,
            coalesce((select m.name from public.merchants m where m.id = a.owner_id),
              (select d.display_name from public.riders d where d.id = a.owner_id),
              (select f.display_name from public.profiles f where f.id = a.owner_id)) as owner_name
          from public.ledger_entries e
          join public.ledger_transactions t on t.id = e.transaction_id
          join public.ledger_accounts a on a.id = e.account_id
          where e.id > v_last and t.order_id = p_order_id
          group by a.kind, a.owner_id, e.purpose
          having sum(e.amount_cents) <> 0
          order by a.kind, e.purpose) x))
    into v_preview
    from public.refund_requests r
    join public.orders o on o.id = r.order_id
    join public.payments p on p.id = r.payment_id
    where r.id = v_id;
    -- Nothing of this stays.
    raise exception using errcode = 'PT200', message = 'preview';
  exception
    when sqlstate 'PT200' then return v_preview;
  end;
end;
$$;
comment on function public.preview_refund(uuid, public.liable_party, jsonb, bigint) is
  'What a refund would do, to the cent: {amount_cents, left_cents, currency, lines, entries}; the entries sum to zero. Nothing is changed.';
