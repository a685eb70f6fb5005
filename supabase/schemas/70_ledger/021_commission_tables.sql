create table public.commission_plans (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 60),
  translations jsonb not null default '{}',
  is_default boolean not null default false,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.commission_plans is 'A set of commission rules that a contract names; the default plan serves merchants without a contract.';
create unique index commission_plans_one_default on public.commission_plans (is_default) where is_default;

create table public.commission_plan_versions (
  plan_id uuid not null references public.commission_plans on delete cascade,
  version int not null,
  changed_by uuid references auth.users on delete set null,
  content jsonb not null,
  created_at timestamptz not null default now(),
  primary key (plan_id, version)
);
comment on table public.commission_plan_versions is 'What a plan was after each change, with its rules in order: {name, translations, is_default, is_active, rules}.';
create index commission_plan_versions_changed_by on public.commission_plan_versions (changed_by);

create table public.commission_rules (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references public.commission_plans on delete cascade,
  name text not null default '' check (length(name) <= 60),
  category_id uuid references public.categories on delete restrict,
  fulfillment_type public.fulfillment_type,
  promotion_id uuid references public.promotions on delete restrict,
  percent_bps int not null default 0 check (percent_bps between 0 and 10000),
  fixed_cents bigint not null default 0 check (fixed_cents >= 0),
  minimum_cents bigint not null default 0 check (minimum_cents >= 0),
  maximum_cents bigint check (maximum_cents >= minimum_cents),
  sort_order int not null default 100,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.commission_rules is 'Each line of an order is charged by the first rule of the plan that fits it; all lines of a rule are charged together.';
comment on column public.commission_rules.category_id is 'Fits goods of this category or below it; null fits all.';
comment on column public.commission_rules.promotion_id is 'Fits orders that used this campaign; null fits all.';
comment on column public.commission_rules.percent_bps is 'Of the goods after the merchant''s own part of discounts, in hundredths of a percent.';
create index commission_rules_plan_id on public.commission_rules (plan_id, sort_order);
create index commission_rules_category_id on public.commission_rules (category_id);
create index commission_rules_promotion_id on public.commission_rules (promotion_id);

create table public.merchant_contracts (
  id uuid primary key default gen_random_uuid(),
  merchant_id uuid not null references public.merchants on delete restrict,
  plan_id uuid not null references public.commission_plans on delete restrict,
  number text not null default '' check (length(number) <= 60),
  starts_on date not null default current_date,
  ends_on date check (ends_on >= starts_on),
  note text not null default '' check (length(note) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (merchant_id, starts_on)
);
comment on table public.merchant_contracts is 'The terms of a merchant from a date on; of several that hold on a day the latest begun counts.';
create index merchant_contracts_plan_id on public.merchant_contracts (plan_id);

create table public.commission_lines (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete cascade,
  rule_id uuid references public.commission_rules on delete set null,
  contract_id uuid references public.merchant_contracts on delete set null,
  name text not null default '',
  line_numbers int[] not null,
  percent_bps int not null,
  fixed_cents bigint not null,
  minimum_cents bigint not null,
  maximum_cents bigint,
  base_cents bigint not null,
  amount_cents bigint not null
);
comment on table public.commission_lines is 'The commission of an order by the terms that held when it was placed; later changes of a plan do not reach it.';
create index commission_lines_order_id on public.commission_lines (order_id);
create index commission_lines_rule_id on public.commission_lines (rule_id);
create index commission_lines_contract_id on public.commission_lines (contract_id);

create table public.tax_lines (
  order_id uuid not null references public.orders on delete cascade,
  tax_bps int not null check (tax_bps between 1 and 10000),
  line_numbers int[] not null,
  amount_cents bigint not null,
  primary key (order_id, tax_bps)
);
comment on table public.tax_lines is 'Tax within the prices of an order that the platform collects for the state, by rate.';
