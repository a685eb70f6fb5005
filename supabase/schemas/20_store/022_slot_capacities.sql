create table public.slot_capacities (
  id uuid primary key default gen_random_uuid(),
  store_id uuid references public.stores on delete cascade,
  zone_id uuid references public.zones on delete cascade,
  fulfillment_type public.fulfillment_type not null,
  weekdays int[] not null default '{0,1,2,3,4,5,6}'
    check (cardinality(weekdays) between 1 and 7 and weekdays <@ '{0,1,2,3,4,5,6}'),
  starts_at time not null default '00:00',
  ends_at time not null default '24:00',
  slot_minutes int not null default 30 check (slot_minutes between 5 and 1440),
  capacity_count int not null check (capacity_count between 0 and 100000),
  check ((store_id is null) <> (zone_id is null)),
  check (zone_id is null or fulfillment_type = 'delivery')
);
comment on table public.slot_capacities is 'How many orders a store''s kitchen, or the riders of a zone, take in each slot of a daily window, in the store''s time zone. A window that ends at or before it starts runs overnight and belongs to the weekday it starts.';
comment on column public.slot_capacities.weekdays is '0 is Sunday.';
create index slot_capacities_store_id on public.slot_capacities (store_id, fulfillment_type);
create index slot_capacities_zone_id on public.slot_capacities (zone_id);

create table private.slot_counts (
  capacity_id uuid not null references public.slot_capacities on delete cascade,
  starts_at timestamptz not null,
  reserved_count int not null default 0 check (reserved_count >= 0),
  primary key (capacity_id, starts_at)
);
comment on table private.slot_counts is 'Orders that hold a slot. Changed by one conditional update, never above the capacity.';
