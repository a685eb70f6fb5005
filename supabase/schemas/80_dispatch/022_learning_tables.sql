create table private.travel_cache (
  city_id uuid not null references public.cities on delete cascade,
  from_node bigint not null,
  to_node bigint not null,
  seconds real not null,
  primary key (city_id, from_node, to_node)
);
comment on table private.travel_cache is 'Seconds between road nodes at the speeds of the map; -1 where there is no way. Forgotten when the roads change.';

create table private.speed_factors (
  zone_id uuid not null references public.zones on delete cascade,
  hour int not null check (hour between 0 and 23),
  factor real not null check (factor between 0.3 and 5),
  leg_count int not null,
  learnt_at timestamptz not null default now(),
  primary key (zone_id, hour)
);
comment on table private.speed_factors is 'How much longer than on the map a ride took, by zone and hour of its city, learnt from finished legs.';

create table private.travel_legs (
  id bigint generated always as identity primary key,
  delivery_id uuid not null references public.deliveries on delete cascade,
  zone_id uuid not null references public.zones on delete cascade,
  hour int not null,
  expected_seconds real not null,
  actual_seconds real not null,
  created_at timestamptz not null default now()
);
comment on table private.travel_legs is 'Rides between a counter or door and the next door: what the map said and what it took.';
create index travel_legs_delivery_id on private.travel_legs (delivery_id);
create index travel_legs_zone_id on private.travel_legs (zone_id, created_at);

create table private.learnt_quantiles (
  kind text not null check (kind in ('preparation', 'preparation_excess', 'pickup_service', 'dropoff_service', 'eta_error')),
  subject_id uuid not null,
  -- Hour of the city, or -1 for all hours.
  hour int not null check (hour between -1 and 23),
  -- Load band 0 … 2 of a kitchen, stage 0 … 2 of a delivery, or -1 for all.
  band int not null check (band between -1 and 2),
  p50_seconds real not null,
  p90_seconds real not null,
  sample_count int not null,
  learnt_at timestamptz not null default now(),
  primary key (kind, subject_id, hour, band)
);
comment on table private.learnt_quantiles is 'Learnt durations: preparation by store, what kitchens take beyond what they say by city, counter and door by zone, error of the ETA by zone and by city.';

create table private.eta_predictions (
  delivery_id uuid not null references public.deliveries on delete cascade,
  stage int not null check (stage between 0 and 2),
  zone_id uuid references public.zones on delete cascade,
  predicted_at timestamptz not null default now(),
  raw_at timestamptz not null,
  p50_at timestamptz not null,
  p90_at timestamptz not null,
  actual_at timestamptz,
  -- What the estimate was made of: when the kitchen would be ready, seconds of the map to the counter and to the door.
  kitchen_at timestamptz,
  approach_seconds real not null default 0,
  ride_seconds real,
  primary key (delivery_id, stage)
);
comment on table private.eta_predictions is 'What was predicted when a delivery began (0), got its rider (1) and was picked up (2), from which parts, and what came true.';
create index eta_predictions_zone_id on private.eta_predictions (zone_id, predicted_at);
