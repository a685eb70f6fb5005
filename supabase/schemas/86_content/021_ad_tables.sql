create table public.ad_slots (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  position int not null check (position between 1 and 50),
  floor_cents bigint not null check (floor_cents > 0),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (city_id, position)
);
comment on table public.ad_slots is 'Places in the list of stores on the front page that merchants bid for, day by day.';
comment on column public.ad_slots.position is 'The store''s place in the list, from 1.';
comment on column public.ad_slots.floor_cents is 'The least that a day costs.';

create table public.ad_bids (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references public.ad_slots on delete restrict,
  store_id uuid not null references public.stores on delete cascade,
  amount_cents bigint not null check (amount_cents > 0),
  starts_on date not null,
  ends_on date not null,
  placed_by uuid references auth.users on delete set null,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  check (ends_on between starts_on and starts_on + 90)
);
comment on table public.ad_bids is 'The most that a store pays for a day in a slot, for each day from starts_on to ends_on.';
create index ad_bids_slot_id on public.ad_bids (slot_id, starts_on) where withdrawn_at is null;
create index ad_bids_slot_all on public.ad_bids (slot_id);
create index ad_bids_store_id on public.ad_bids (store_id, created_at desc);
create index ad_bids_placed_by on public.ad_bids (placed_by);

create table public.ad_runs (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references public.ad_slots on delete restrict,
  city_id uuid not null references public.cities on delete restrict,
  run_on date not null,
  bid_count int not null,
  bid_id uuid references public.ad_bids on delete set null,
  store_id uuid references public.stores on delete set null,
  price_cents bigint check (price_cents > 0),
  ledger_transaction_id uuid references public.ledger_transactions on delete restrict,
  created_at timestamptz not null default now(),
  unique (slot_id, run_on)
);
comment on table public.ad_runs is 'What a day''s auction of a slot came to: the highest bid wins and pays what the second offered, at least the floor. Without a winner the slot stays empty.';
create index ad_runs_city_id on public.ad_runs (city_id, run_on);
create index ad_runs_bid_id on public.ad_runs (bid_id);
create index ad_runs_store_id on public.ad_runs (store_id, run_on);
create index ad_runs_ledger_transaction_id on public.ad_runs (ledger_transaction_id);
