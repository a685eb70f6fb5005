create function private.post_payout(p_payout public.payouts, p_step text, p_event_id bigint default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payable text := case p_payout.party when 'merchant' then 'merchant_payable' else 'rider_payable' end;
  v_party jsonb := jsonb_build_object('account', v_payable, 'owner_id', p_payout.party_id, 'purpose', 'payout');
  v_transit jsonb := jsonb_build_object('account', 'cash_in_transit', 'purpose', 'payout');
  v_cash jsonb := jsonb_build_object('account', 'psp_clearing', 'purpose', 'payout');
begin
  perform private.post_ledger(
    'payout_' || p_step, concat_ws(':', 'payout_' || p_step, p_payout.id, p_event_id), null, p_payout.currency, now(),
    case p_step
      when 'requested' then jsonb_build_array(
        v_party || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_transit || jsonb_build_object('amount_cents', -p_payout.amount_cents))
      when 'paid' then jsonb_build_array(
        v_transit || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_cash || jsonb_build_object('amount_cents', -p_payout.amount_cents))
      when 'paid_late' then jsonb_build_array(
        v_party || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_cash || jsonb_build_object('amount_cents', -p_payout.amount_cents))
      when 'dropped' then jsonb_build_array(
        v_transit || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_party || jsonb_build_object('amount_cents', -p_payout.amount_cents))
      when 'returned' then jsonb_build_array(
        v_cash || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_party || jsonb_build_object('amount_cents', -p_payout.amount_cents))
    end);
end;
$$;
comment on function private.post_payout(public.payouts, text, bigint) is
  'requested: owed money becomes cash in transit; paid: it leaves psp_clearing; dropped and returned: it is owed again; paid_late: what was dropped or returned left after all. The last two may happen more than once, so their event is in the key.';

create function private.apply_payout_command(
  p_payout_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}', p_event_id text default null)
returns public.payouts
language plpgsql
set search_path = ''
as $$
declare
  v_payout public.payouts;
  v_from public.payout_status;
  v_to public.payout_status;
  v_event_id bigint;
begin
  select * into v_payout from public.payouts where id = p_payout_id for update;
  if not found then
    perform private.raise('payout.not_found', 404);
  end if;
  select to_status into v_to
  from public.payout_transitions where from_status = v_payout.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('payout.transition_refused', 409,
      jsonb_build_object('status', v_payout.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_payout.status;
  update public.payouts
  set status = v_to,
      paid_at = case when v_to = 'paid' then now() else paid_at end,
      method = coalesce((p_detail ->> 'method')::public.payout_method, method),
      reference = coalesce(p_detail ->> 'reference', reference),
      failure = case when v_to = 'failed' then p_detail ->> 'reason' else failure end,
      updated_at = now()
  where id = p_payout_id
  returning * into v_payout;
  insert into public.payout_events (payout_id, command, from_status, to_status, actor, actor_id, provider_event_id, detail)
  values (p_payout_id, p_command, v_from, v_to, p_actor, auth.uid(), p_event_id, p_detail)
  returning id into v_event_id;
  case
    when v_to = 'paid' and v_from = 'failed' then perform private.post_payout(v_payout, 'paid_late', v_event_id);
    when v_to = 'paid' then perform private.post_payout(v_payout, 'paid');
    when v_to in ('failed', 'cancelled') and v_from = 'paid' then perform private.post_payout(v_payout, 'returned', v_event_id);
    when v_to in ('failed', 'cancelled') then perform private.post_payout(v_payout, 'dropped');
    else null;
  end case;
  return v_payout;
end;
$$;
comment on function private.apply_payout_command(uuid, text, public.actor_role, jsonb, text) is
  'The only way a payout changes state; the ledger follows in the same transaction.';

create function private.payout_answer(p_payout public.payouts)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select to_jsonb(p_payout) - '{payout_account_id,requested_by,attempt_count,next_attempt_at}'::text[];
$$;
comment on function private.payout_answer(public.payouts) is 'What every payout command returns.';
