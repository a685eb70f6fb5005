create table public.bookings (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null unique references public.orders on delete cascade,
  store_id uuid not null references public.stores on delete restrict,
  customer_id uuid not null references auth.users on delete restrict,
  status public.booking_status not null default 'requested',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  skill text,
  party_size int,
  worker_id uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at)
);
comment on table public.bookings is 'An appointment of an order: a service at the customer''s address, or a table. It moves with its order.';
comment on column public.bookings.skill is 'What the worker must be able to do; null for a table.';
comment on column public.bookings.worker_id is 'Who of the store goes.';
create index bookings_store_id on public.bookings (store_id, starts_at);
create index bookings_customer_id on public.bookings (customer_id);
create index bookings_worker_id on public.bookings (worker_id, starts_at);

create table public.booking_transitions (
  from_status public.booking_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.booking_status not null,
  primary key (from_status, command, actor)
);
comment on table public.booking_transitions is 'The booking state machine. What is not listed is refused.';

create table public.booking_events (
  id bigint generated always as identity primary key,
  booking_id uuid not null references public.bookings on delete cascade,
  command text not null,
  from_status public.booking_status not null,
  to_status public.booking_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.booking_events is 'One row for each transition of a booking.';
create index booking_events_booking_id on public.booking_events (booking_id, id);

create table public.vouchers (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete restrict,
  order_item_id uuid not null references public.order_items on delete restrict,
  store_id uuid not null references public.stores on delete restrict,
  customer_id uuid not null references auth.users on delete restrict,
  status public.voucher_status not null default 'issued',
  code text not null unique check (code ~ '^\d{12}$'),
  code_hint text not null generated always as (right(code, 4)) stored,
  amount_cents bigint not null check (amount_cents >= 0),
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  redeemed_by_id uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.vouchers is 'One use of a group-buy voucher that a paid order issued. Its code is shown to its customer only.';
comment on column public.vouchers.code is 'Twelve random digits. Not granted: get_order_page shows it to its customer.';
comment on column public.vouchers.amount_cents is 'What was paid for it after discounts; the vouchers of an order add up to its total.';
create index vouchers_order_id on public.vouchers (order_id);
create index vouchers_order_item_id on public.vouchers (order_item_id);
create index vouchers_store_id on public.vouchers (store_id, created_at desc, id);
create index vouchers_customer_id on public.vouchers (customer_id);
create index vouchers_redeemed_by_id on public.vouchers (redeemed_by_id);
create index vouchers_redeemed_at on public.vouchers (store_id, redeemed_at desc) where status = 'redeemed';
create index vouchers_expires_at on public.vouchers (expires_at) where status = 'issued';

create table public.voucher_transitions (
  from_status public.voucher_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.voucher_status not null,
  primary key (from_status, command, actor)
);
comment on table public.voucher_transitions is 'The voucher state machine. What is not listed is refused.';

create table public.voucher_events (
  id bigint generated always as identity primary key,
  voucher_id uuid not null references public.vouchers on delete cascade,
  command text not null,
  from_status public.voucher_status not null,
  to_status public.voucher_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.voucher_events is 'One row for each transition of a voucher.';
create index voucher_events_voucher_id on public.voucher_events (voucher_id, id);
