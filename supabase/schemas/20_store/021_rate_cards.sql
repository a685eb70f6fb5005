create table public.rate_cards (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  zone_id uuid references public.zones on delete cascade,
  store_id uuid references public.stores on delete cascade,
  version int not null default 1 check (version > 0),
  name text not null default '' check (length(name) <= 60),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reach_meters int not null check (reach_meters between 1 and 50000),
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  unique nulls not distinct (city_id, zone_id, store_id, version),
  check (ends_at > starts_at),
  check (zone_id is null or store_id is null)
);
comment on table public.rate_cards is 'Delivery fee of a city, of the stores in a zone, or of one store: the narrowest card of the hour counts, of equal ones the highest version. Never changed, only followed by a new version.';
comment on column public.rate_cards.reach_meters is 'Nobody delivers farther than this, straight from the store.';
create index rate_cards_zone_id on public.rate_cards (zone_id);
create index rate_cards_store_id on public.rate_cards (store_id);
create index rate_cards_created_by on public.rate_cards (created_by);
create index rate_cards_reach_meters on public.rate_cards (reach_meters);

create table public.rate_card_rules (
  id uuid primary key default gen_random_uuid(),
  rate_card_id uuid not null references public.rate_cards on delete cascade,
  position int not null check (position > 0),
  kind public.rate_rule_kind not null,
  label text not null check (length(label) between 1 and 40),
  translations jsonb not null default '{}',
  amount_cents bigint not null default 0 check (amount_cents >= 0),
  from_meters int,
  to_meters int,
  per_km_cents bigint,
  free_from_cents bigint,
  below_cents bigint,
  zone_id uuid references public.zones on delete cascade,
  weekdays int[],
  starts_at time,
  ends_at time,
  condition text,
  over_grams int,
  per_kg_cents bigint,
  unique (rate_card_id, position)
);
comment on table public.rate_card_rules is 'Rules of a rate card, read in order; each adds its line to the fee.';
comment on column public.rate_card_rules.amount_cents is 'What the rule adds when it applies.';
comment on column public.rate_card_rules.from_meters is 'distance: applies beyond it; per_km_cents counts each started kilometre from here up to to_meters.';
comment on column public.rate_card_rules.free_from_cents is 'amount: from this goods'' total on, what earlier rules added is free.';
comment on column public.rate_card_rules.below_cents is 'amount: amount_cents is added below this goods'' total.';
comment on column public.rate_card_rules.zone_id is 'zone: the customer''s place lies in it.';
comment on column public.rate_card_rules.starts_at is 'time_window: in the store''s time zone; a window that ends at or before it starts runs overnight and belongs to the weekday it starts.';
comment on column public.rate_card_rules.condition is 'weather: a condition of city_conditions, or the incident mode of the customer''s zone.';
comment on column public.rate_card_rules.over_grams is 'weight: applies beyond it; per_kg_cents counts each started kilogram from here.';
create index rate_card_rules_zone_id on public.rate_card_rules (zone_id);
