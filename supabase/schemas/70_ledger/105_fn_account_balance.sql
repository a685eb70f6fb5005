create function private.account_balance(p_account_id uuid)
returns bigint
language sql
stable
set search_path = ''
as $$
  select (coalesce(s.balance_cents, 0) + coalesce((
    select sum(e.amount_cents) from public.ledger_entries e
    where e.account_id = p_account_id and e.id > coalesce(s.up_to_entry_id, 0)), 0))::bigint
  from (values (1)) one
  left join private.ledger_snapshots s on s.account_id = p_account_id;
$$;
comment on function private.account_balance(uuid) is
  'Derived from the entries: the last nightly sum and what came after it. Positive is debit.';

create function private.snapshot_ledger()
returns int
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
set lock_timeout = '5s'
as $$
declare
  v_up_to bigint;
  v_from bigint;
  v_count int;
begin
  -- With writers waiting, every entry up to the highest id is in sight: nothing can appear below it later.
  lock table public.ledger_entries in share mode;
  select coalesce(max(id), 0) into v_up_to from public.ledger_entries;
  select coalesce(max(up_to_entry_id), 0) into v_from from private.ledger_snapshots;
  insert into private.ledger_snapshots (account_id, balance_cents, up_to_entry_id)
  select e.account_id, sum(e.amount_cents), v_up_to
  from public.ledger_entries e
  where e.id > v_from and e.id <= v_up_to
  group by e.account_id
  on conflict (account_id) do update
  set balance_cents = ledger_snapshots.balance_cents + excluded.balance_cents, up_to_entry_id = excluded.up_to_entry_id;
  get diagnostics v_count = row_count;
  return v_count;
exception
  -- A busy night: the next one sums more.
  when lock_not_available then return 0;
end;
$$;
comment on function private.snapshot_ledger() is
  'Sums the entries since the last snapshot into each account''s; answers how many accounts moved.';

create function private.check_ledger()
returns table (problem text, subject text, amount_cents numeric)
language sql
stable
set search_path = ''
as $$
  select 'transaction does not balance', e.transaction_id::text, sum(e.amount_cents)
  from public.ledger_entries e group by e.transaction_id having sum(e.amount_cents) <> 0
  union all
  select 'currency does not balance', a.currency, sum(e.amount_cents)
  from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
  group by a.currency having sum(e.amount_cents) <> 0
  union all
  select 'transaction mixes currencies', e.transaction_id::text, count(distinct a.currency)
  from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
  group by e.transaction_id having count(distinct a.currency) > 1
  union all
  select 'snapshot differs from its entries', s.account_id::text, s.balance_cents - coalesce(sum(e.amount_cents), 0)
  from private.ledger_snapshots s
  left join public.ledger_entries e on e.account_id = s.account_id and e.id <= s.up_to_entry_id
  group by s.account_id, s.balance_cents having s.balance_cents <> coalesce(sum(e.amount_cents), 0)
  union all
  select 'wallet is overdrawn', a.owner_id::text, sum(e.amount_cents)
  from public.ledger_accounts a join public.ledger_entries e on e.account_id = a.id
  where a.kind = 'customer_wallet' group by a.id having sum(e.amount_cents) > 0;
$$;
comment on function private.check_ledger() is 'What is wrong with the books: no row when all is well.';
