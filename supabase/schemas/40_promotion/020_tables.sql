create table public.promotions (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  store_id uuid references public.stores on delete cascade,
  kind public.promotion_kind not null,
  name text not null check (length(name) between 1 and 60),
  translations jsonb not null default '{}',
  tiers jsonb not null,
  cost_bearer public.cost_bearer not null default 'platform',
  priority int not null default 100,
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  is_active boolean not null default false,
  budget_cents bigint check (budget_cents >= 0),
  used_cents bigint not null default 0 check (used_cents >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at),
  check (budget_cents is null or used_cents <= budget_cents)
);
comment on table public.promotions is 'A discount that ops or a store set without code; store_id null means every store of the city.';
comment on column public.promotions.tiers is 'Array of {"min_cents", "discount_cents"}; the highest tier reached by the goods'' subtotal counts.';
comment on column public.promotions.cost_bearer is 'Who pays the discount; settlement reads it from the order''s adjustment.';
create index promotions_city_id on public.promotions (city_id, store_id) where is_active;
create index promotions_store_id on public.promotions (store_id);

