create table public.riders (
  id uuid primary key references auth.users on delete cascade,
  city_id uuid not null references public.cities on delete restrict,
  display_name text not null check (length(display_name) between 1 and 40),
  phone text not null default '',
  vehicle text not null default 'e_bike' check (vehicle in ('bike', 'e_bike', 'motorbike', 'car')),
  status public.rider_status not null default 'offline',
  is_active boolean not null default true,
  skills text[] not null default '{}',
  zone_id uuid references public.zones on delete set null,
  lon double precision,
  lat double precision,
  heading double precision,
  position_at timestamptz,
  reported_at timestamptz,
  created_at timestamptz not null default now()
);
comment on column public.riders.skills is 'What the rider has beside the vehicle (bag, cold_box, …): a delivery goes only to riders who have all it needs.';
comment on column public.riders.position_at is 'When the last place reached us.';
comment on column public.riders.reported_at is 'The phone''s clock at the last report; it orders reports, whatever that clock says.';
comment on table public.riders is 'People who deliver; id is their user id. Position and status change by RPC.';
create index riders_city_id on public.riders (city_id) where status = 'online';
create index riders_zone_id on public.riders (zone_id);

create table public.deliveries (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null unique references public.orders on delete restrict,
  store_id uuid not null references public.stores on delete restrict,
  city_id uuid not null references public.cities on delete restrict,
  zone_id uuid references public.zones on delete set null,
  rider_id uuid references public.riders on delete restrict,
  status public.delivery_status not null default 'unassigned',
  rider_pay_cents bigint not null default 0 check (rider_pay_cents >= 0),
  distance_meters int not null,
  ready_expected_at timestamptz not null,
  dropoff_expected_at timestamptz not null,
  needs text[] not null default '{}',
  pinned_rider_id uuid references public.riders on delete set null,
  eta_p50_at timestamptz,
  eta_p90_at timestamptz,
  promised_p90_at timestamptz,
  waiting_since timestamptz not null default now(),
  assigned_at timestamptz,
  picked_up_at timestamptz,
  delivered_at timestamptz,
  closed_at timestamptz,
  is_return_due boolean not null default false,
  returned_at timestamptz,
  reason_code text references public.reason_codes on delete restrict,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.deliveries is 'The rider''s task for an order. Changed by commands only.';
comment on column public.deliveries.pinned_rider_id is 'Ops want this rider; the engine gives it to nobody else.';
comment on column public.deliveries.eta_p90_at is 'At the door by then nine times in ten, as of now; eta_p50_at every other time.';
comment on column public.deliveries.promised_p90_at is 'The first eta_p90_at: what the customer was told; never changes.';
comment on column public.deliveries.waiting_since is 'Without a rider since; the grab pool opens a while after.';
comment on column public.deliveries.is_return_due is 'Failed with the goods in hand: they go back to the store.';
create index deliveries_rider_id on public.deliveries (rider_id, created_at desc);
create index deliveries_store_id on public.deliveries (store_id);
create index deliveries_city_id on public.deliveries (city_id);
create index deliveries_zone_open on public.deliveries (zone_id) where status in ('unassigned', 'offered');
create index deliveries_rider_open on public.deliveries (rider_id)
  where status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer');
create index deliveries_pinned_rider_id on public.deliveries (pinned_rider_id);
create index deliveries_return_due on public.deliveries (city_id) where is_return_due and returned_at is null;
create index deliveries_reason_code on public.deliveries (reason_code);

create table public.delivery_transitions (
  from_status public.delivery_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.delivery_status not null,
  primary key (from_status, command, actor)
);
comment on table public.delivery_transitions is 'The delivery state machine. What is not listed is refused.';

create table public.delivery_events (
  id bigint generated always as identity primary key,
  delivery_id uuid not null references public.deliveries on delete cascade,
  command text not null,
  from_status public.delivery_status not null,
  to_status public.delivery_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  rider_id uuid,
  reason_code text,
  client_at timestamptz,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.delivery_events is 'One row for each transition of a delivery; client_at is the rider''s clock, which may be earlier when they were offline.';
create index delivery_events_delivery_id on public.delivery_events (delivery_id, id);

