create function public.set_payout_account(
  p_party public.settlement_party, p_party_id uuid, p_holder_name text, p_bank_name text, p_account_number text,
  p_currency text default 'CNY')
returns jsonb
language plpgsql
security definer -- accounts are private
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
  -- Card numbers are written with gaps; in a wallet's id a dash means something.
  v_number text := case when p_account_number ~ '^[0-9\s-]+$'
    then regexp_replace(p_account_number, '[\s-]', '', 'g') else btrim(coalesce(p_account_number, '')) end;
begin
  if not private.may_manage_money(p_party, p_party_id) then
    perform private.raise('identity.not_allowed', 403);
  end if;
  if v_number !~ '^[A-Za-z0-9@._-]{6,64}$' or coalesce(p_holder_name, '') = '' or coalesce(p_bank_name, '') = '' then
    perform private.raise('payout.account_invalid', 422);
  end if;
  update private.payout_accounts set is_active = false
  where party_id = p_party_id and currency = p_currency and is_active;
  insert into private.payout_accounts (
    id, party_id, currency, holder_name, bank_name, account_masked, account_secret_id, created_by)
  values (v_id, p_party_id, p_currency, left(p_holder_name, 60), left(p_bank_name, 60),
    '****' || right(v_number, 4), vault.create_secret(v_number, 'payout_account:' || v_id), auth.uid());
  return jsonb_build_object('id', v_id, 'bank_name', p_bank_name, 'account_masked', '****' || right(v_number, 4));
end;
$$;
comment on function public.set_payout_account(public.settlement_party, uuid, text, text, text, text) is
  'Where the caller''s merchant, or the rider that the caller is, is paid. The number is kept encrypted and shown masked.';

create function public.get_payout_balance(p_party public.settlement_party, p_party_id uuid, p_currency text default 'CNY')
returns jsonb
language plpgsql
security definer -- reads the ledger for its party, or for ops
set search_path = ''
as $$
begin
  if not private.may_manage_money(p_party, p_party_id) then
    perform private.require_ops_role('finance');
  end if;
  return jsonb_build_object(
    'currency', p_currency,
    'balance_cents', -private.account_balance(private.payable_account(p_party, p_party_id, p_currency)),
    'settled_cents', private.settled_balance(p_party, p_party_id, p_currency),
    'available_cents', private.available_cents(p_party, p_party_id, p_currency),
    'minimum_cents', coalesce((private.setting('payout.minimum_cents') #>> '{}')::bigint, 100),
    'pending_cents', (
      select coalesce(sum(p.amount_cents), 0) from public.payouts p
      where p.party = p_party and p.party_id = p_party_id and p.currency = p_currency and p.status in ('pending', 'processing')),
    'account', (
      select jsonb_build_object('holder_name', left(a.holder_name, 1) || '**', 'bank_name', a.bank_name,
        'account_masked', a.account_masked)
      from private.payout_accounts a where a.party_id = p_party_id and a.currency = p_currency and a.is_active));
end;
$$;
comment on function public.get_payout_balance(public.settlement_party, uuid, text) is
  'Money of a merchant or rider: {balance_cents (earned and not paid out), settled_cents, available_cents, pending_cents, minimum_cents, account}.';

create function public.request_payout(
  p_party public.settlement_party, p_party_id uuid, p_amount_cents bigint, p_idempotency_key text,
  p_currency text default 'CNY')
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb;
  v_account private.payout_accounts;
  v_payout public.payouts;
  v_id uuid := gen_random_uuid();
  v_available bigint;
  v_ledger_account_id uuid;
begin
  if not private.may_manage_money(p_party, p_party_id) then
    perform private.raise('identity.not_allowed', 403);
  end if;
  v_answer := private.begin_command('request_payout', p_idempotency_key, v_user_id, p_party_id);
  if v_answer is not null then
    return v_answer;
  end if;
  -- Requests of one party wait for each other here; earnings need not wait.
  v_ledger_account_id := private.payable_account(p_party, p_party_id, p_currency);
  perform 1 from public.ledger_accounts where id = v_ledger_account_id for no key update;
  select * into v_account from private.payout_accounts
  where party_id = p_party_id and currency = p_currency and is_active;
  if not found then
    perform private.raise('payout.account_missing', 409);
  end if;
  v_available := private.available_cents(p_party, p_party_id, p_currency);
  if p_amount_cents is null or p_amount_cents < coalesce((private.setting('payout.minimum_cents') #>> '{}')::bigint, 100) then
    perform private.raise('payout.amount_invalid', 422,
      jsonb_build_object('minimum_cents', private.setting('payout.minimum_cents')));
  end if;
  if p_amount_cents > v_available then
    perform private.raise('payout.above_balance', 409, jsonb_build_object('available_cents', v_available));
  end if;
  insert into public.payouts (
    id, party, party_id, currency, amount_cents, payout_account_id, account_masked, out_payout_no, requested_by)
  values (v_id, p_party, p_party_id, p_currency, p_amount_cents, v_account.id, v_account.account_masked,
    'LP' || left(replace(v_id::text, '-', ''), 30), v_user_id)
  returning * into v_payout;
  insert into public.payout_events (payout_id, command, from_status, to_status, actor, actor_id)
  values (v_id, 'request', 'pending', 'pending', p_party::text::public.actor_role, v_user_id);
  perform private.post_payout(v_payout, 'requested');
  return private.finish_command('request_payout', p_idempotency_key, v_user_id, private.payout_answer(v_payout));
end;
$$;
comment on function public.request_payout(public.settlement_party, uuid, bigint, text, text) is
  'A merchant''s manager or a rider withdraws settled money, up to what is available; finance approves it.';

create function public.cancel_payout(p_payout_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('cancel_payout', p_idempotency_key, v_user_id, p_payout_id);
  v_payout public.payouts;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_payout from public.payouts where id = p_payout_id;
  if not coalesce(private.may_manage_money(v_payout.party, v_payout.party_id), false)
    and not private.has_ops_role('finance')
  then
    perform private.raise('payout.not_found', 404);
  end if;
  v_payout := private.apply_payout_command(p_payout_id, 'cancel',
    case when private.may_manage_money(v_payout.party, v_payout.party_id)
      then v_payout.party::text::public.actor_role else 'ops' end);
  return private.finish_command('cancel_payout', p_idempotency_key, v_user_id, private.payout_answer(v_payout));
end;
$$;
comment on function public.cancel_payout(uuid, text) is 'The party, or finance, takes a payout back that is not approved yet; the money is owed again.';
