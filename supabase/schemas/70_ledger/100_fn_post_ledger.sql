create function private.ledger_account(p_kind public.ledger_account_kind, p_owner_id uuid, p_currency text)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
begin
  select id into v_id from public.ledger_accounts
  where kind = p_kind and owner_id is not distinct from p_owner_id and currency = p_currency;
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
  v_id uuid;
  v_sum numeric;
begin
  select coalesce(sum((e ->> 'amount_cents')::bigint), 0) into v_sum from jsonb_array_elements(p_entries) e;
  if v_sum <> 0 then
    raise exception 'ledger transaction % does not balance: %', p_event_key, v_sum;
  end if;
  insert into public.ledger_transactions (kind, event_key, order_id, event_at)
  values (p_kind, p_event_key, p_order_id, p_event_at)
  returning id into v_id;
  insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents)
  select v_id,
    private.ledger_account((e ->> 'account')::public.ledger_account_kind, (e ->> 'owner_id')::uuid, p_currency),
    e ->> 'purpose', (e ->> 'amount_cents')::bigint
  from jsonb_array_elements(p_entries) e
  where (e ->> 'amount_cents')::bigint <> 0;
  return v_id;
end;
$$;
comment on function private.post_ledger(text, text, uuid, text, timestamptz, jsonb) is
  'Posts entries [{account, owner_id, purpose, amount_cents}] that must sum to zero; the event key may be posted once.';

