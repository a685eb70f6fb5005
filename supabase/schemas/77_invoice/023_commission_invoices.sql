create table public.commission_invoices (
  id uuid primary key default gen_random_uuid(),
  statement_id uuid not null references public.settlement_statements on delete restrict,
  merchant_id uuid not null references public.merchants on delete restrict,
  city_id uuid not null references public.cities on delete restrict,
  number text not null unique,
  period_on date not null,
  legal_name text not null,
  currency text not null,
  net_cents bigint not null,
  tax_bps int not null check (tax_bps between 0 and 10000),
  tax_cents bigint not null,
  gross_cents bigint not null check (gross_cents = net_cents + tax_cents and gross_cents <> 0),
  issue_count int not null default 1 check (issue_count > 0),
  corrects_id uuid unique references public.commission_invoices on delete restrict,
  reason text not null default '' check (length(reason) <= 300),
  issued_at timestamptz not null default now(),
  check ((corrects_id is null) = (reason = ''))
);
comment on table public.commission_invoices is 'The platform''s invoice of its commission in a merchant''s settlement statement; below zero it is a credit note. Never changed.';
comment on column public.commission_invoices.number is 'Running without a gap for each city and year.';
comment on column public.commission_invoices.tax_cents is 'Within the commission: gross is what was deducted.';
comment on column public.commission_invoices.issue_count is 'The how manieth invoice of its statement; it is issued anew after one was taken back.';
comment on column public.commission_invoices.corrects_id is 'The invoice that this credit note takes back as a whole.';
comment on column public.commission_invoices.reason is 'Why it was taken back; for credit notes only.';
create unique index commission_invoices_one_issue on public.commission_invoices (statement_id, issue_count) where corrects_id is null;
create index commission_invoices_statement_id on public.commission_invoices (statement_id);
create index commission_invoices_merchant_id on public.commission_invoices (merchant_id, issued_at desc, id desc);
create index commission_invoices_city_id on public.commission_invoices (city_id, issued_at desc, id desc);

create table public.commission_invoice_lines (
  invoice_id uuid not null references public.commission_invoices on delete cascade,
  position int not null,
  kind text not null check (kind in ('charged', 'returned')),
  order_count int not null,
  amount_cents bigint not null,
  primary key (invoice_id, position)
);
comment on table public.commission_invoice_lines is 'Commission charged, and commission given back with refunds.';

create table private.invoice_counters (
  city_id uuid not null references public.cities on delete cascade,
  year int not null,
  last_number int not null,
  primary key (city_id, year)
);
comment on table private.invoice_counters is 'The last number given; a row, not a sequence, so that no number is lost.';
