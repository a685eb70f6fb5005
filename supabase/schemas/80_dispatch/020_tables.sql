create table public.dispatch_ticks (
  id uuid primary key default gen_random_uuid(),
  zone_id uuid not null references public.zones on delete cascade,
  snapshot jsonb not null,
  plan jsonb,
  result jsonb,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
comment on table public.dispatch_ticks is 'Every decision round of a zone: what it saw, what it decided, what came of it.';
create index dispatch_ticks_zone_id on public.dispatch_ticks (zone_id, created_at desc);
create index dispatch_ticks_created_at on public.dispatch_ticks (created_at);

create table private.dispatch_leases (
  zone_id uuid primary key references public.zones on delete cascade,
  tick_id uuid not null,
  leased_until timestamptz not null
);
comment on table private.dispatch_leases is 'One tick a zone at a time; a tick that dies gives the zone back when its lease ends.';

create table public.dispatch_batches (
  id uuid primary key default gen_random_uuid(),
  tick_id uuid references public.dispatch_ticks on delete set null,
  zone_id uuid not null references public.zones on delete cascade,
  rider_id uuid not null references public.riders on delete cascade,
  created_at timestamptz not null default now()
);
comment on table public.dispatch_batches is 'Tasks that one tick offers to one rider together because they are one tour. Each is answered for itself.';
create index dispatch_batches_tick_id on public.dispatch_batches (tick_id);
create index dispatch_batches_zone_id on public.dispatch_batches (zone_id, created_at desc);
create index dispatch_batches_rider_id on public.dispatch_batches (rider_id, created_at desc);

create table public.dispatch_offers (
  id uuid primary key default gen_random_uuid(),
  tick_id uuid references public.dispatch_ticks on delete set null,
  batch_id uuid references public.dispatch_batches on delete set null,
  delivery_id uuid not null references public.deliveries on delete cascade,
  rider_id uuid not null references public.riders on delete cascade,
  status public.dispatch_offer_status not null default 'offered',
  to_store_seconds int,
  explanation jsonb not null default '{}',
  reason_code text references public.reason_codes on delete restrict,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  answered_at timestamptz
);
comment on table public.dispatch_offers is 'A task offered to one rider for a short time; explanation says why this rider.';
create unique index dispatch_offers_one_open on public.dispatch_offers (delivery_id) where status = 'offered';
create index dispatch_offers_delivery_id on public.dispatch_offers (delivery_id, created_at desc);
create index dispatch_offers_rider_open on public.dispatch_offers (rider_id) where status = 'offered';
create index dispatch_offers_rider_id on public.dispatch_offers (rider_id, created_at desc);
create index dispatch_offers_expires_at on public.dispatch_offers (expires_at) where status = 'offered';
create index dispatch_offers_tick_id on public.dispatch_offers (tick_id);
create index dispatch_offers_batch_id on public.dispatch_offers (batch_id);
create index dispatch_offers_reason_code on public.dispatch_offers (reason_code);

create table private.waiting_hints (
  rider_id uuid primary key references public.riders on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  saves_seconds int not null,
  created_at timestamptz not null default now()
);
comment on table private.waiting_hints is 'Where a rider with nothing to do had better wait, as the last round of the zone saw it.';
create index waiting_hints_store_id on private.waiting_hints (store_id);

create table private.rider_tours (
  rider_id uuid primary key references public.riders on delete cascade,
  -- Stops in their order: '+' or '-' with the id of the delivery that is fetched or brought.
  stops jsonb not null check (jsonb_typeof(stops) = 'array'),
  planned_at timestamptz not null default now()
);
comment on table private.rider_tours is 'In which order a rider should do their stops, as the last round that knew them planned it.';

create table private.dispatch_exclusions (
  delivery_id uuid not null references public.deliveries on delete cascade,
  rider_id uuid not null references public.riders on delete cascade,
  reason text not null,
  created_at timestamptz not null default now(),
  primary key (delivery_id, rider_id)
);
comment on table private.dispatch_exclusions is 'Riders who must not get a delivery again: ops said so, or they gave it back.';
create index dispatch_exclusions_rider_id on private.dispatch_exclusions (rider_id);
