create function private.payable_account(p_party public.settlement_party, p_party_id uuid, p_currency text)
returns uuid
language sql
set search_path = ''
as $$
  select private.ledger_account(
    (case p_party when 'merchant' then 'merchant_payable' else 'rider_payable' end)::public.ledger_account_kind,
    p_party_id, p_currency);
$$;

create function private.settled_balance(p_party public.settlement_party, p_party_id uuid, p_currency text)
returns bigint
language sql
stable
set search_path = ''
as $$
  select (coalesce((
      select sum(s.net_cents) from public.settlement_statements s
      where s.party = p_party and s.party_id = p_party_id and s.currency = p_currency), 0)
    - coalesce((
      select sum(p.amount_cents) from public.payouts p
      where p.party = p_party and p.party_id = p_party_id and p.currency = p_currency
        and p.status in ('pending', 'processing', 'paid')), 0))::bigint;
$$;
comment on function private.settled_balance(public.settlement_party, uuid, text) is
  'What statements say is owed to a party, less what was or is being paid out; a negative balance is carried to the next statement.';

create function private.available_cents(p_party public.settlement_party, p_party_id uuid, p_currency text)
returns bigint
language sql
set search_path = ''
as $$
  -- A refund after the last statement has already lowered what is owed.
  select greatest(0, least(
    private.settled_balance(p_party, p_party_id, p_currency),
    -private.account_balance(private.payable_account(p_party, p_party_id, p_currency))));
$$;
comment on function private.available_cents(public.settlement_party, uuid, text) is 'What a party may have paid out now.';

create function private.may_manage_money(p_party public.settlement_party, p_party_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_party_id in (select private.my_settled_party_ids())
    and (p_party = 'rider') = (p_party_id = (select auth.uid()));
$$;
comment on function private.may_manage_money(public.settlement_party, uuid) is 'The caller is that rider, or manages all of that merchant.';
