create table private.payout_accounts (
  id uuid primary key default gen_random_uuid(),
  party_id uuid not null,
  currency text not null,
  holder_name text not null check (length(holder_name) between 1 and 60),
  bank_name text not null check (length(bank_name) between 1 and 60),
  account_masked text not null,
  account_secret_id uuid not null,
  is_active boolean not null default true,
  created_by uuid,
  created_at timestamptz not null default now()
);
comment on table private.payout_accounts is 'Where a merchant or rider is paid; the number itself is a secret of the vault. A changed account is a new row.';
create unique index payout_accounts_one_active on private.payout_accounts (party_id, currency) where is_active;

create table public.payouts (
  id uuid primary key default gen_random_uuid(),
  party public.settlement_party not null,
  party_id uuid not null,
  currency text not null,
  amount_cents bigint not null check (amount_cents > 0),
  status public.payout_status not null default 'pending',
  method public.payout_method,
  payout_account_id uuid not null references private.payout_accounts on delete restrict,
  account_masked text not null,
  out_payout_no text not null unique,
  reference text,
  failure text,
  attempt_count int not null default 0,
  next_attempt_at timestamptz not null default now(),
  requested_by uuid not null,
  paid_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.payouts is 'Settled money on its way to a merchant or rider. Changed by commands and provider events only.';
comment on column public.payouts.method is 'manual: finance transfers and notes the reference; provider: an edge function asks the provider. Chosen at approval.';
comment on column public.payouts.out_payout_no is 'Our number for the payout, as the provider or the bank statement knows it.';
create index payouts_party on public.payouts (party_id, created_at desc, id);
create index payouts_status on public.payouts (status, created_at desc, id);
create index payouts_payout_account_id on public.payouts (payout_account_id);
create index payouts_due on public.payouts (next_attempt_at) where status = 'processing' and method = 'provider';

create table public.payout_transitions (
  from_status public.payout_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.payout_status not null,
  primary key (from_status, command, actor)
);
comment on table public.payout_transitions is 'The payout state machine. What is not listed is refused.';

create table public.payout_events (
  id bigint generated always as identity primary key,
  payout_id uuid not null references public.payouts on delete restrict,
  command text not null,
  from_status public.payout_status not null,
  to_status public.payout_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  provider_event_id text unique,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.payout_events is 'One row for each transition of a payout, and for each time its account number was read.';
create index payout_events_payout_id on public.payout_events (payout_id, id);
