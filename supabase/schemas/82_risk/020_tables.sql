create table public.blocks (
  id uuid primary key default gen_random_uuid(),
  subject public.block_subject not null,
  subject_id uuid not null,
  refuses public.block_action[] not null check (cardinality(refuses) > 0),
  reason text not null check (length(reason) between 2 and 300),
  until timestamptz,
  blocked_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references auth.users on delete set null,
  lift_reason text not null default '' check (length(lift_reason) <= 300)
);
comment on table public.blocks is 'What a customer, merchant or rider is refused, why and until when. Rows stay: they are the log.';
comment on column public.blocks.subject_id is 'A user of that kind, or a merchant.';
comment on column public.blocks.until is 'Null until it is lifted.';
create index blocks_subject_id on public.blocks (subject_id, created_at desc);
create index blocks_active on public.blocks (subject, subject_id) where lifted_at is null;
create index blocks_created_at on public.blocks (created_at desc, id desc);
create index blocks_blocked_by on public.blocks (blocked_by);
create index blocks_lifted_by on public.blocks (lifted_by);

create table public.risk_rules (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9_]{0,39}$'),
  moment public.risk_moment not null,
  name text not null check (length(name) between 1 and 60),
  translations jsonb not null default '{}',
  conditions jsonb not null,
  score int not null check (score between 1 and 1000),
  is_active boolean not null default true,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.risk_rules is 'What makes an order, a claim or a rider suspicious, and by how much. The scores of the rules that hold are summed.';
comment on column public.risk_rules.conditions is
  'JsonLogic over {customer: {…as for segments, orders_hour, orders_day, cancelled_month, refunds_month, refund_percent, claims_hour, claims_day}}; for an order also {order: {total_cents, discount_cents, coupon_count, fulfillment_type}, shared: {phone_customers, origin_customers}, store: {customer_orders_day, is_own}}; for a rider {rider: {jumps_hour, jumps_day, deliveries_day}}.';

create table public.risk_cases (
  id uuid primary key default gen_random_uuid(),
  moment public.risk_moment not null,
  subject_id uuid not null,
  order_id uuid unique references public.orders on delete cascade,
  city_id uuid references public.cities on delete set null,
  score int not null,
  decision public.risk_decision not null,
  is_open boolean not null,
  reasons jsonb not null,
  facts jsonb not null,
  decided_by uuid references auth.users on delete set null,
  decided_at timestamptz,
  note text not null default '' check (length(note) <= 500),
  created_at timestamptz not null default now()
);
comment on table public.risk_cases is 'What rules found suspicious: the evidence of that moment, and what was decided by them or by people.';
comment on column public.risk_cases.subject_id is 'The customer, or the rider.';
comment on column public.risk_cases.decision is 'hold waits for people; an order on hold cannot be paid.';
comment on column public.risk_cases.reasons is 'The rules that held: [{rule_id, slug, name, translations, score, version}].';
create index risk_cases_open on public.risk_cases (score desc, created_at) where is_open;
create index risk_cases_subject_id on public.risk_cases (subject_id, created_at desc);
create index risk_cases_created_at on public.risk_cases (created_at desc, id desc);
create index risk_cases_city_id on public.risk_cases (city_id);
create index risk_cases_decided_by on public.risk_cases (decided_by);

create table public.risk_events (
  id bigint generated always as identity primary key,
  case_id uuid not null references public.risk_cases on delete cascade,
  decision public.risk_decision not null,
  actor_id uuid references auth.users on delete set null,
  note text not null default '',
  created_at timestamptz not null default now()
);
comment on table public.risk_events is 'Each decision on a case: by the rules without an actor, else by that person.';
create index risk_events_case_id on public.risk_events (case_id, id);
create index risk_events_actor_id on public.risk_events (actor_id);

create table private.order_origins (
  order_id uuid primary key references public.orders on delete cascade,
  origin text not null,
  customer_id uuid not null,
  created_at timestamptz not null default now()
);
comment on table private.order_origins is 'A hash of the network and browser that an order was placed from; forgotten after 30 days.';
create index order_origins_origin on private.order_origins (origin, created_at);

create table private.rider_jumps (
  id bigint generated always as identity primary key,
  rider_id uuid not null references public.riders on delete cascade,
  meters int not null,
  seconds int not null,
  created_at timestamptz not null default now()
);
comment on table private.rider_jumps is 'Reports of a place that no vehicle reaches in the time since the last; forgotten after 30 days.';
create index rider_jumps_rider_id on private.rider_jumps (rider_id, created_at);
