create table public.order_invoices (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete restrict,
  customer_id uuid not null references auth.users on delete restrict,
  merchant_id uuid not null references public.merchants on delete restrict,
  store_id uuid not null references public.stores on delete restrict,
  city_id uuid not null references public.cities on delete restrict,
  status public.invoice_status not null default 'requested',
  buyer_kind public.invoice_buyer not null,
  title text not null check (length(title) between 1 and 120),
  tax_number text check (tax_number ~ '^[0-9A-Za-z-]{6,30}$'),
  email text not null check (length(email) <= 200 and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
  currency text not null,
  amount_cents bigint not null check (amount_cents > 0),
  owed_cents bigint not null check (owed_cents >= 0),
  number text check (length(number) between 1 and 60),
  file_path text check (length(file_path) <= 300),
  issued_at timestamptz,
  issued_by uuid references auth.users on delete set null,
  reason text not null default '' check (length(reason) <= 300),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (buyer_kind = 'person' or tax_number is not null),
  check ((status in ('issued', 'voided')) = (number is not null))
);
comment on table public.order_invoices is 'A customer wants an invoice of a completed order; the store, or ops for it, issues or declines it. E-mail and tax number are read by get_invoice only.';
comment on column public.order_invoices.amount_cents is 'What the invoice is of. Once issued it stays; a refund after that shows in owed_cents.';
comment on column public.order_invoices.owed_cents is 'What was paid for the order less what went back, now. An issued invoice of another amount has to be issued anew, or voided when nothing is left.';
comment on column public.order_invoices.file_path is 'Name of the object in the bucket invoices: <store id>/<file>.';
create unique index order_invoices_one_open on public.order_invoices (order_id) where status in ('requested', 'issued');
create unique index order_invoices_number on public.order_invoices (merchant_id, number) where number is not null;
create index order_invoices_order_id on public.order_invoices (order_id);
create index order_invoices_customer_id on public.order_invoices (customer_id, created_at desc, id desc);
create index order_invoices_store_id on public.order_invoices (store_id, created_at desc, id desc);
create index order_invoices_city_id on public.order_invoices (city_id, created_at desc, id desc);
create index order_invoices_issued_by on public.order_invoices (issued_by);
create index order_invoices_file_path on public.order_invoices (file_path);

create table public.invoice_transitions (
  from_status public.invoice_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.invoice_status not null,
  primary key (from_status, command, actor)
);
comment on table public.invoice_transitions is 'The state machine of customers'' invoices. What is not listed is refused.';

create table public.invoice_events (
  id bigint generated always as identity primary key,
  invoice_id uuid not null references public.order_invoices on delete cascade,
  command text not null,
  from_status public.invoice_status not null,
  to_status public.invoice_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.invoice_events is 'One row for each step of an invoice, and for each change of what is owed after it.';
create index invoice_events_invoice_id on public.invoice_events (invoice_id, id);
