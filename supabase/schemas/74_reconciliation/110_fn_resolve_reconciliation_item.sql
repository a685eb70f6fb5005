create function public.resolve_reconciliation_item(
  p_item_id bigint, p_idempotency_key text, p_note text, p_is_posted boolean default true)
returns jsonb
language plpgsql
security definer -- items and the ledger are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('finance');
  v_run_id uuid;
  v_answer jsonb;
  v_item public.reconciliation_items;
  v_cents bigint;
begin
  select run_id into v_run_id from public.reconciliation_items where id = p_item_id;
  v_answer := private.begin_command('resolve_reconciliation', p_idempotency_key, v_user_id, v_run_id);
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_item from public.reconciliation_items where id = p_item_id for update;
  if not found then
    perform private.raise('reconciliation.item_not_found', 404);
  end if;
  if v_item.status = 'matched' or v_item.resolved_at is not null then
    perform private.raise('reconciliation.nothing_open', 409);
  end if;
  if coalesce(p_note, '') = '' then
    perform private.raise('order.reason_required', 422);
  end if;
  -- A payment that they have and we do not is money more; a refund is money less.
  v_cents := (v_item.theirs_cents - v_item.ours_cents) * case v_item.kind when 'payment' then 1 else -1 end;
  if p_is_posted and v_cents <> 0 then
    perform private.post_ledger(
      'reconciled', 'reconcile:' || v_item.id, null, v_item.currency, now(), jsonb_build_array(
        jsonb_build_object('account', 'psp_clearing', 'purpose', 'reconciliation', 'amount_cents', v_cents),
        jsonb_build_object('account', 'adjustments', 'purpose', 'reconciliation', 'amount_cents', -v_cents)));
  end if;
  update public.reconciliation_items
  set resolved_at = now(), resolved_by = v_user_id, resolution = left(p_note, 500)
  where id = p_item_id;
  return private.finish_command('resolve_reconciliation', p_idempotency_key, v_user_id,
    private.count_reconciliation(v_item.run_id) || jsonb_build_object('posted_cents', case when p_is_posted then v_cents else 0 end));
end;
$$;
comment on function public.resolve_reconciliation_item(bigint, text, text, boolean) is
  'Finance settles a difference with a note: posted to adjustments so that our books say what the provider holds, or only closed.';
