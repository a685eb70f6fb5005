create function private.ledger_account(p_kind public.ledger_account_kind, p_owner_id uuid, p_currency text)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
begin
  -- Two branches, since an index does not serve "is not distinct from".
  if p_owner_id is null then
    select id into v_id from public.ledger_accounts where kind = p_kind and owner_id is null and currency = p_currency;
  else
    select id into v_id from public.ledger_accounts where kind = p_kind and owner_id = p_owner_id and currency = p_currency;
  end if;
  if v_id is null then
    insert into public.ledger_accounts (kind, owner_id, currency)
    values (p_kind, p_owner_id, p_currency)
    on conflict (kind, owner_id, currency) do update set currency = excluded.currency
    returning id into v_id;
  end if;
  return v_id;
end;
$$;
comment on function private.ledger_account(public.ledger_account_kind, uuid, text) is 'The account, made when it is first needed.';

create function private.post_ledger(
  p_kind text, p_event_key text, p_order_id uuid, p_currency text, p_event_at timestamptz, p_entries jsonb)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  insert into public.ledger_transactions (id, kind, event_key, order_id, event_at)
  values (v_id, p_kind, p_event_key, p_order_id, p_event_at);
  -- Balances are not kept beside the entries, so no account is locked and a hot one takes postings side by side;
  -- the trigger on the table refuses what does not sum to zero.
  insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents)
  select v_id, private.ledger_account(e.account, e.owner_id, p_currency), e.purpose, e.amount_cents
  from jsonb_to_recordset(p_entries) as e (
    account public.ledger_account_kind, owner_id uuid, purpose text, amount_cents bigint)
  where e.amount_cents <> 0;
  return v_id;
end;
$$;
comment on function private.post_ledger(text, text, uuid, text, timestamptz, jsonb) is
  'Posts entries [{account, owner_id, purpose, amount_cents}] that must sum to zero; the event key may be posted once.';

create function private.reverse_ledger(p_transaction_id uuid, p_reason text)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  insert into public.ledger_transactions (id, kind, event_key, order_id, event_at)
  select v_id, 'reversal', 'reverse:' || p_transaction_id || ':' || p_reason, t.order_id, now()
  from public.ledger_transactions t where t.id = p_transaction_id;
  if not found then
    perform private.raise('ledger.transaction_not_found', 404);
  end if;
  insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents)
  select v_id, e.account_id, e.purpose, -e.amount_cents
  from public.ledger_entries e where e.transaction_id = p_transaction_id;
  return v_id;
end;
$$;
comment on function private.reverse_ledger(uuid, text) is
  'Posts the opposite of a transaction; once for each reason. Nothing in the ledger is corrected otherwise.';
