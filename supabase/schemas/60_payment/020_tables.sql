create table public.payments (
  id uuid primary key default gen_random_uuid(),
  purpose text not null default 'order' check (purpose in ('order', 'top_up')),
  order_id uuid references public.orders on delete restrict,
  customer_id uuid not null references auth.users on delete restrict,
  provider public.payment_provider not null,
  status public.payment_status not null default 'pending',
  out_trade_no text not null unique,
  transaction_id text,
  amount_cents bigint not null check (amount_cents > 0),
  refunded_cents bigint not null default 0 check (refunded_cents >= 0),
  kept_cents bigint not null default 0 check (kept_cents >= 0),
  currency text not null,
  captured_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, transaction_id),
  check ((purpose = 'order') = (order_id is not null)),
  check (refunded_cents + kept_cents <= amount_cents)
);
comment on table public.payments is 'One attempt to charge an order, or to fill a wallet, with one provider. Changed by provider events only.';
comment on column public.payments.purpose is 'order: pays an order; top_up: fills the customer''s wallet.';
comment on column public.payments.out_trade_no is 'Our number for the charge, as the provider knows it.';
comment on column public.payments.kept_cents is 'A cancellation fee that the customer bears: it never goes back.';
create index payments_order_id on public.payments (order_id);
create index payments_customer_id on public.payments (customer_id, created_at desc);
create unique index payments_one_pending on public.payments (order_id, provider) where status = 'pending';
create index payments_stale on public.payments (created_at) where status = 'pending';
create index payments_voided on public.payments (updated_at) where status = 'voided';

create table public.payment_transitions (
  from_status public.payment_status not null,
  command text not null,
  to_status public.payment_status not null,
  primary key (from_status, command)
);
comment on table public.payment_transitions is 'The payment state machine; every command comes from a provider event or a timeout.';

create table public.payment_events (
  id bigint generated always as identity primary key,
  payment_id uuid not null references public.payments on delete restrict,
  provider public.payment_provider not null,
  provider_event_id text not null,
  command text not null,
  from_status public.payment_status not null,
  to_status public.payment_status not null,
  amount_cents bigint not null,
  payload jsonb not null default '{}',
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (provider, provider_event_id)
);
comment on table public.payment_events is 'What the provider told us, once per event.';
create index payment_events_payment_id on public.payment_events (payment_id, id);

create table public.refund_requests (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete restrict,
  payment_id uuid not null references public.payments on delete restrict,
  customer_id uuid not null references auth.users on delete restrict,
  store_id uuid not null references public.stores on delete restrict,
  status public.refund_status not null default 'requested',
  out_refund_no text not null unique,
  amount_cents bigint not null check (amount_cents > 0),
  liable_party public.liable_party not null,
  reason text not null,
  is_asked boolean not null default false,
  note text not null default '' check (length(note) <= 500),
  photos text[] not null default '{}' check (cardinality(photos) <= 9),
  answer text not null default '' check (length(answer) <= 500),
  due_at timestamptz,
  goods_cents bigint not null default 0 check (goods_cents >= 0),
  shares_posted_at timestamptz,
  attempt_count int not null default 0,
  next_attempt_at timestamptz not null default now(),
  refunded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.refund_requests is 'Money on its way back to the customer, and who bears it.';
comment on column public.refund_requests.is_asked is 'The customer asked for it; otherwise the money goes back by itself.';
comment on column public.refund_requests.photos is 'Names of objects in the bucket after-sale, in the customer''s folder.';
comment on column public.refund_requests.answer is 'What the store, or the platform after it, said.';
comment on column public.refund_requests.due_at is 'When the store''s silence counts as a yes.';
comment on column public.refund_requests.goods_cents is 'The part of the amount that paid for goods, once the shares are posted.';
comment on column public.refund_requests.shares_posted_at is 'When the refund of a completed order was taken from the party that bears it.';
create index refund_requests_order_id on public.refund_requests (order_id);
create index refund_requests_customer_id on public.refund_requests (customer_id, created_at desc, id);
create index refund_requests_store_id on public.refund_requests (store_id, created_at desc, id);
create index refund_requests_status on public.refund_requests (status, created_at desc, id);
create index refund_requests_due_at on public.refund_requests (due_at) where due_at is not null;
create index refund_requests_photos on public.refund_requests using gin (photos);
create unique index refund_requests_one_asked on public.refund_requests (order_id)
  where is_asked and status in ('requested', 'merchant_rejected', 'escalated');
create index refund_requests_payment_id on public.refund_requests (payment_id);
create index refund_requests_open on public.refund_requests (next_attempt_at) where status = 'refunding';

create table public.refund_request_lines (
  refund_request_id uuid not null references public.refund_requests on delete cascade,
  order_id uuid not null,
  line_number int not null,
  order_item_id uuid references public.order_items on delete set null,
  name text not null,
  quantity int not null check (quantity > 0),
  amount_cents bigint not null check (amount_cents >= 0),
  primary key (refund_request_id, line_number)
);
comment on table public.refund_request_lines is 'Which goods a refund is for; amount_cents is what was paid for them after their part of the discounts.';
create index refund_request_lines_order_id on public.refund_request_lines (order_id, line_number);
create index refund_request_lines_order_item_id on public.refund_request_lines (order_item_id);

create table public.refund_transitions (
  from_status public.refund_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.refund_status not null,
  primary key (from_status, command, actor)
);
comment on table public.refund_transitions is 'The refund state machine.';

create table public.refund_events (
  id bigint generated always as identity primary key,
  refund_request_id uuid not null references public.refund_requests on delete cascade,
  command text not null,
  from_status public.refund_status not null,
  to_status public.refund_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.refund_events is 'One row for each transition of a refund.';
create index refund_events_refund_request_id on public.refund_events (refund_request_id, id);

