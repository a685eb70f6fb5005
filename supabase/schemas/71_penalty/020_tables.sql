create table public.merchant_penalties (
  id uuid primary key default gen_random_uuid(),
  merchant_id uuid not null references public.merchants on delete restrict,
  store_id uuid references public.stores on delete restrict,
  order_id uuid references public.orders on delete restrict,
  city_id uuid not null references public.cities on delete restrict,
  kind public.penalty_kind not null,
  status public.penalty_status not null default 'issued',
  reason_code text not null references public.reason_codes on delete restrict,
  amount_cents bigint check (amount_cents > 0),
  currency text not null,
  note text not null check (length(note) between 1 and 1000),
  issued_by uuid references auth.users on delete set null,
  appeal_due_at timestamptz not null,
  appeal text not null default '' check (length(appeal) <= 1000),
  appealed_by uuid references auth.users on delete set null,
  appealed_at timestamptz,
  answer text not null default '' check (length(answer) <= 1000),
  decided_by uuid references auth.users on delete set null,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((kind = 'fine') = (amount_cents is not null))
);
comment on table public.merchant_penalties is 'What a merchant, or one of its stores, did wrong: a warning or a fine. A fine is taken with the next settlement; withdrawn, it comes back with the next one.';
comment on column public.merchant_penalties.city_id is 'In whose settlement a fine is: the store''s city.';
comment on column public.merchant_penalties.note is 'What happened and what shows it.';
comment on column public.merchant_penalties.appeal_due_at is 'Until when the merchant may appeal.';
comment on column public.merchant_penalties.answer is 'Why it was upheld or withdrawn.';
create index merchant_penalties_merchant_id on public.merchant_penalties (merchant_id, created_at desc, id desc);
create index merchant_penalties_store_id on public.merchant_penalties (store_id);
create index merchant_penalties_order_id on public.merchant_penalties (order_id);
create index merchant_penalties_city_id on public.merchant_penalties (city_id, created_at desc, id desc);
create index merchant_penalties_status on public.merchant_penalties (status, created_at desc, id desc);
create index merchant_penalties_reason_code on public.merchant_penalties (reason_code);
create index merchant_penalties_issued_by on public.merchant_penalties (issued_by);
create index merchant_penalties_appealed_by on public.merchant_penalties (appealed_by);
create index merchant_penalties_decided_by on public.merchant_penalties (decided_by);

create table public.penalty_transitions (
  from_status public.penalty_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.penalty_status not null,
  primary key (from_status, command, actor)
);
comment on table public.penalty_transitions is 'The state machine of penalties. What is not listed is refused.';

create table public.penalty_events (
  id bigint generated always as identity primary key,
  penalty_id uuid not null references public.merchant_penalties on delete cascade,
  command text not null,
  from_status public.penalty_status not null,
  to_status public.penalty_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  note text not null default '',
  created_at timestamptz not null default now()
);
comment on table public.penalty_events is 'One row for each step of a penalty: who, when, why.';
create index penalty_events_penalty_id on public.penalty_events (penalty_id, id);
