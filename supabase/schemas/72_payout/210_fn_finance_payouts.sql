create function private.run_finance_payout(p_payout_id uuid, p_command text, p_idempotency_key text, p_detail jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('finance');
  v_answer jsonb := private.begin_command(p_command || '_payout', p_idempotency_key, v_user_id, p_payout_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  return private.finish_command(p_command || '_payout', p_idempotency_key, v_user_id,
    private.payout_answer(private.apply_payout_command(p_payout_id, p_command, 'ops', p_detail)));
end;
$$;

create function public.approve_payout(
  p_payout_id uuid, p_idempotency_key text, p_method public.payout_method default 'manual')
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
declare
  v_answer jsonb := private.run_finance_payout(
    p_payout_id, 'approve', p_idempotency_key, jsonb_build_object('method', p_method));
begin
  if p_method = 'provider' then
    perform private.call_function('payout');
  end if;
  return v_answer;
end;
$$;
comment on function public.approve_payout(uuid, text, public.payout_method) is
  'Finance lets a payout go: by hand, or by the payout provider.';

create function public.mark_payout_paid(p_payout_id uuid, p_idempotency_key text, p_reference text)
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
begin
  if coalesce(p_reference, '') = '' then
    perform private.raise('payout.reference_required', 422);
  end if;
  return private.run_finance_payout(p_payout_id, 'mark_paid', p_idempotency_key,
    jsonb_build_object('reference', left(p_reference, 100)));
end;
$$;
comment on function public.mark_payout_paid(uuid, text, text) is 'Finance has transferred it by hand; the reference is the bank''s.';

create function public.fail_payout(p_payout_id uuid, p_idempotency_key text, p_reason text)
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
begin
  if coalesce(p_reason, '') = '' then
    perform private.raise('order.reason_required', 422);
  end if;
  return private.run_finance_payout(p_payout_id, 'fail', p_idempotency_key, jsonb_build_object('reason', left(p_reason, 300)));
end;
$$;
comment on function public.fail_payout(uuid, text, text) is 'A payout did not arrive, or came back after it was paid: the money is owed again.';

create function public.reveal_payout_account(p_payout_id uuid)
returns jsonb
language plpgsql
security definer -- the number is in the vault
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('finance');
  v_payout public.payouts;
begin
  select * into v_payout from public.payouts where id = p_payout_id;
  if not found then
    perform private.raise('payout.not_found', 404);
  end if;
  insert into public.payout_events (payout_id, command, from_status, to_status, actor, actor_id)
  values (p_payout_id, 'reveal', v_payout.status, v_payout.status, 'ops', v_user_id);
  return (
    select jsonb_build_object('holder_name', a.holder_name, 'bank_name', a.bank_name, 'account_number', s.decrypted_secret)
    from private.payout_accounts a
    join vault.decrypted_secrets s on s.id = a.account_secret_id
    where a.id = v_payout.payout_account_id);
end;
$$;
comment on function public.reveal_payout_account(uuid) is 'The account to transfer to, for finance; each look is written down.';
