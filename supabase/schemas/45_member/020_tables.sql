create table public.member_tiers (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9_]{0,29}$'),
  level int not null unique check (level >= 0),
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  min_spend_cents bigint not null default 0 check (min_spend_cents >= 0),
  min_order_count int not null default 0 check (min_order_count >= 0),
  earn_bps int not null default 0 check (earn_bps between 0 and 10000),
  benefits jsonb not null default '[]' check (jsonb_typeof(benefits) = 'array'),
  created_at timestamptz not null default now()
);
comment on table public.member_tiers is
  'Levels of membership. A member has the highest tier whose two minimums the completed orders of the last year reach; promotions ask for it in their conditions.';
comment on column public.member_tiers.earn_bps is 'Points for what is paid for goods, in hundredths of a percent of its value.';
comment on column public.member_tiers.benefits is 'What the tier page lists: [{"text", "translations"}].';

create table public.members (
  customer_id uuid primary key references auth.users on delete cascade,
  tier_id uuid references public.member_tiers on delete set null,
  spend_cents bigint not null default 0,
  order_count int not null default 0,
  joined_at timestamptz not null default now(),
  evaluated_at timestamptz not null default now()
);
comment on table public.members is 'Customers with a completed order or points. Points are money: their balance is the customer_points account of the ledger.';
comment on column public.members.spend_cents is 'Paid for goods in completed orders of the last year, when the tier was last computed.';
create index members_tier_id on public.members (tier_id);
create index members_evaluated_at on public.members (evaluated_at);

create table public.customer_tags (
  customer_id uuid not null references auth.users on delete cascade,
  tag text not null check (tag ~ '^[a-z][a-z0-9_]{0,39}$'),
  created_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  primary key (customer_id, tag)
);
comment on table public.customer_tags is 'Segments that ops put customers in; conditions of promotions read them as customer.tags.';
create index customer_tags_tag on public.customer_tags (tag, customer_id);
create index customer_tags_created_by on public.customer_tags (created_by);

create table public.segments (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9_]{0,39}$'),
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  conditions jsonb not null default 'true',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.segments is
  'Customers whom a rule means. Who belongs is asked of the rule whenever it matters, so nobody stays in a segment that has left it.';
comment on column public.segments.slug is 'Its name in conditions: {"in": ["<slug>", {"var": "customer.segments"}]}.';
comment on column public.segments.conditions is
  'JsonLogic over {customer: {order_count, is_first_order, spent_cents, days_since_order, member_days, tier, tier_level, tags}}.';
