create table public.settlement_statements (
  id uuid primary key default gen_random_uuid(),
  party public.settlement_party not null,
  party_id uuid not null,
  city_id uuid not null references public.cities on delete restrict,
  period_on date not null,
  currency text not null,
  opening_cents bigint not null default 0,
  order_count int not null,
  gross_cents bigint not null,
  deducted_cents bigint not null,
  net_cents bigint not null check (net_cents = gross_cents - deducted_cents),
  created_at timestamptz not null default now(),
  unique (party, party_id, city_id, period_on)
);
comment on table public.settlement_statements is 'What a merchant or rider earned up to the end of a local day, from ledger entries that no earlier statement holds. Never changed.';
comment on column public.settlement_statements.opening_cents is 'What earlier statements had left open, less payouts; a debt is carried here. Opening and net are what is owed now.';
create index settlement_statements_party on public.settlement_statements (party_id, period_on desc);
create index settlement_statements_city_id on public.settlement_statements (city_id);
create index settlement_statements_created_at on public.settlement_statements (created_at);

create table public.settlement_lines (
  ledger_entry_id bigint primary key references public.ledger_entries on delete restrict,
  statement_id uuid not null references public.settlement_statements on delete restrict,
  order_id uuid references public.orders on delete restrict,
  purpose text not null,
  amount_cents bigint not null
);
comment on column public.settlement_lines.order_id is 'Null for what is of no order: a shift''s guarantee, a fine.';
comment on table public.settlement_lines is 'One ledger entry is in at most one statement: its id is the key. Positive is owed to the party.';
create index settlement_lines_statement_id on public.settlement_lines (statement_id);
create index settlement_lines_order_id on public.settlement_lines (order_id);

