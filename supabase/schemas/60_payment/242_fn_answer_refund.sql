create function public.answer_refund(p_refund_id uuid, p_idempotency_key text, p_is_approved boolean, p_note text default '')
returns jsonb
language plpgsql
security definer -- refunds change by commands only
set search_path = ''
as $$
declare
  v_refund public.refund_requests := private.lock_refund(p_refund_id);
  v_user_id uuid := private.require_store_staff(v_refund.store_id);
  v_answer jsonb := private.begin_command('answer_refund', p_idempotency_key, v_user_id, p_refund_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not coalesce(p_is_approved, false) and coalesce(p_note, '') = '' then
    perform private.raise('order.reason_required', 422);
  end if;
  v_refund := private.apply_refund_command(p_refund_id, case when p_is_approved then 'approve' else 'reject' end, 'merchant',
    jsonb_build_object('note', p_note));
  update public.refund_requests set answer = left(coalesce(p_note, ''), 500) where id = p_refund_id;
  if p_is_approved then
    v_refund := private.send_agreed_refund(p_refund_id);
  end if;
  return private.finish_command('answer_refund', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;
comment on function public.answer_refund(uuid, text, boolean, text) is
  'The store agrees to a refund, which then goes out at its cost, or says no with a reason.';

create function private.run_refund_timeouts()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_left bigint;
  v_count int := 0;
begin
  -- Orders first: a refund whose order somebody works on waits for the next minute.
  for v_row in
    select r.id, r.payment_id, r.amount_cents
    from public.refund_requests r
    join public.orders o on o.id = r.order_id
    where r.due_at <= now() and r.status = 'requested'
    order by o.id limit 100 for update of o skip locked
  loop
    select private.refundable_cents(p) into v_left from public.payments p where p.id = v_row.payment_id for update;
    if (select status from public.refund_requests where id = v_row.id for update) <> 'requested' then
      continue;
    elsif v_row.amount_cents > v_left then
      perform private.apply_refund_command(v_row.id, 'close', 'system', jsonb_build_object('left_cents', v_left));
    else
      perform private.apply_refund_command(v_row.id, 'time_out', 'system');
      perform private.send_refund(v_row.id);
    end if;
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_refund_timeouts() is 'Refunds that the store left unanswered go out; returns how many requests ended.';
