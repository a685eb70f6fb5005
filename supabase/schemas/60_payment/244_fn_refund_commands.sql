create function private.run_customer_refund(p_refund_id uuid, p_command text, p_idempotency_key text, p_note text)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command(p_command || '_refund', p_idempotency_key, v_user_id, p_refund_id);
  v_refund public.refund_requests;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_refund := private.lock_refund(p_refund_id);
  if v_refund.customer_id is distinct from v_user_id then
    perform private.raise('refund.not_found', 404);
  end if;
  v_refund := private.apply_refund_command(p_refund_id, p_command, 'customer', jsonb_build_object('note', p_note));
  return private.finish_command(p_command || '_refund', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;

create function public.escalate_refund(p_refund_id uuid, p_idempotency_key text, p_note text default '')
returns jsonb
language sql
security definer -- refunds change by commands only
set search_path = ''
as $$
  select private.run_customer_refund(p_refund_id, 'escalate', p_idempotency_key, left(coalesce(p_note, ''), 500));
$$;
comment on function public.escalate_refund(uuid, text, text) is 'The customer does not accept the store''s no: the platform decides.';

create function public.withdraw_refund(p_refund_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- refunds change by commands only
set search_path = ''
as $$
  select private.run_customer_refund(p_refund_id, 'withdraw', p_idempotency_key, '');
$$;
comment on function public.withdraw_refund(uuid, text) is 'The customer takes a request back that was not agreed to yet.';

create function public.decide_refund(
  p_refund_id uuid, p_idempotency_key text, p_amount_cents bigint, p_liable_party public.liable_party default null,
  p_note text default '')
returns jsonb
language plpgsql
security definer -- refunds change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('support', 'finance');
  v_answer jsonb := private.begin_command('decide_refund', p_idempotency_key, v_user_id, p_refund_id);
  v_refund public.refund_requests;
  v_liable public.liable_party;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_refund := private.lock_refund(p_refund_id);
  if v_refund.id is null then
    perform private.raise('refund.not_found', 404);
  end if;
  v_liable := coalesce(p_liable_party, private.liable_of_reason(v_refund.reason), v_refund.liable_party);
  if p_amount_cents is null or p_amount_cents < 0 then
    perform private.raise('refund.amount_invalid', 422);
  end if;
  v_refund := private.apply_refund_command(
    p_refund_id, case when p_amount_cents = 0 then 'dismiss' else 'decide' end, 'ops',
    jsonb_build_object('asked_cents', v_refund.amount_cents, 'amount_cents', p_amount_cents,
      'liable_party', v_liable, 'note', p_note));
  update public.refund_requests
  set amount_cents = case when p_amount_cents = 0 then amount_cents else p_amount_cents end,
      liable_party = v_liable, answer = left(coalesce(p_note, ''), 500)
  where id = p_refund_id;
  if p_amount_cents > 0 then
    v_refund := private.send_agreed_refund(p_refund_id);
  end if;
  return private.finish_command('decide_refund', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;
comment on function public.decide_refund(uuid, text, bigint, public.liable_party, text) is
  'Support decides a request: how much goes back and who bears it (left out: whom the reason names); an amount of 0 refuses it.';
