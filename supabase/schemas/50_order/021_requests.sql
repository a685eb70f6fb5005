create table public.order_cancel_policies (
  command text not null check (command in ('cancel', 'agree_cancel', 'reject', 'expire', 'time_out', 'no_show')),
  from_status public.order_status not null,
  actor public.actor_role not null,
  refund_bps int not null default 10000 check (refund_bps between 0 and 10000),
  liable_party public.liable_party not null,
  primary key (command, from_status, actor),
  check (refund_bps = 10000 or liable_party = 'customer')
);
comment on table public.order_cancel_policies is 'What an order that ends early costs: by command, the state it ended in, and who ended it. Without a row all is refunded at the platform''s cost.';
comment on column public.order_cancel_policies.refund_bps is 'Part of the paid amount that goes back, in hundredths of a percent; the store keeps the rest.';

create table public.order_requests (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete cascade,
  kind public.order_request_kind not null,
  status public.order_request_status not null default 'open',
  asked_by public.actor_role not null,
  asked_by_id uuid references auth.users on delete set null,
  detail jsonb not null default '{}',
  reason_code text references public.reason_codes on delete restrict,
  due_at timestamptz not null,
  answered_at timestamptz,
  answered_by_id uuid references auth.users on delete set null,
  created_at timestamptz not null default now()
);
comment on table public.order_requests is 'What one side may do to an order only with the other side''s consent: a changed slot or edited lines (the customer answers), a late cancellation (the store answers).';
comment on column public.order_requests.detail is 'slot: {starts_at, ends_at}; edit: {lines: [{line_number, quantity, item}], new_lines, adjustments, subtotal_cents, discount_cents, total_cents, refund_cents}; cancel: {}.';
comment on column public.order_requests.due_at is 'Unanswered until then, a slot or edit is declined and a cancellation is agreed to.';
create unique index order_requests_one_open on public.order_requests (order_id) where status = 'open';
create index order_requests_order_id on public.order_requests (order_id, created_at);
create index order_requests_due_at on public.order_requests (due_at) where status = 'open';
create index order_requests_reason_code on public.order_requests (reason_code);
create index order_requests_asked_by_id on public.order_requests (asked_by_id);
create index order_requests_answered_by_id on public.order_requests (answered_by_id);
