create table public.ledger_accounts (
  id uuid primary key default gen_random_uuid(),
  kind public.ledger_account_kind not null,
  owner_id uuid,
  currency text not null,
  created_at timestamptz not null default now(),
  unique nulls not distinct (kind, owner_id, currency)
);
comment on table public.ledger_accounts is 'One account per kind, owner (merchant, rider, customer; null for the platform) and currency.';

create table public.ledger_transactions (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind ~ '^[a-z_]+$'),
  event_key text not null unique,
  order_id uuid references public.orders on delete restrict,
  event_at timestamptz not null,
  created_at timestamptz not null default now()
);
comment on table public.ledger_transactions is 'Append-only. event_key makes a repeat impossible.';
create index ledger_transactions_order_id on public.ledger_transactions (order_id);
create index ledger_transactions_event_at on public.ledger_transactions (event_at);

create table public.ledger_entries (
  id bigint generated always as identity primary key,
  transaction_id uuid not null references public.ledger_transactions on delete restrict,
  account_id uuid not null references public.ledger_accounts on delete restrict,
  purpose text not null,
  amount_cents bigint not null check (amount_cents <> 0)
);
comment on table public.ledger_entries is 'Append-only. Positive is debit, negative is credit; each transaction sums to zero.';
create index ledger_entries_transaction_id on public.ledger_entries (transaction_id);
create index ledger_entries_account_id on public.ledger_entries (account_id, id);


create table private.ledger_snapshots (
  account_id uuid primary key references public.ledger_accounts on delete restrict,
  balance_cents bigint not null,
  up_to_entry_id bigint not null
);
comment on table private.ledger_snapshots is 'Each account''s sum up to an entry, made every night: a balance reads only what came after it.';
