create table public.reconciliation_runs (
  id uuid primary key default gen_random_uuid(),
  provider public.payment_provider not null,
  on_date date not null,
  import_count int not null default 0,
  row_count int not null default 0,
  matched_count int not null default 0,
  difference_count int not null default 0,
  fee_cents bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, on_date)
);
comment on table public.reconciliation_runs is 'A provider''s statement of a day beside our own books. Importing it again changes only what is new.';
comment on column public.reconciliation_runs.on_date is 'The day in the provider''s time zone.';
comment on column public.reconciliation_runs.difference_count is 'Items that do not match and that nobody has resolved.';

create table public.reconciliation_items (
  id bigint generated always as identity primary key,
  run_id uuid not null references public.reconciliation_runs on delete restrict,
  kind text not null check (kind in ('payment', 'refund')),
  status public.reconciliation_status not null,
  out_trade_no text not null,
  out_refund_no text,
  provider_transaction_id text,
  payment_id uuid references public.payments on delete restrict,
  refund_request_id uuid references public.refund_requests on delete restrict,
  ours_cents bigint not null default 0,
  theirs_cents bigint not null default 0,
  fee_cents bigint not null default 0,
  is_fee_posted boolean not null default false,
  currency text not null,
  occurred_at timestamptz,
  resolved_at timestamptz,
  resolved_by uuid,
  resolution text,
  created_at timestamptz not null default now(),
  unique nulls not distinct (run_id, kind, out_trade_no, out_refund_no)
);
comment on table public.reconciliation_items is 'One line of a provider''s statement, or one of ours that the statement lacks.';
create index reconciliation_items_open on public.reconciliation_items (run_id) where status <> 'matched' and resolved_at is null;
create index reconciliation_items_payment_id on public.reconciliation_items (payment_id);
create index reconciliation_items_refund_request_id on public.reconciliation_items (refund_request_id);
