create table private.slot_reservations (
  order_id uuid not null references public.orders on delete cascade,
  capacity_id uuid not null references public.slot_capacities on delete restrict,
  starts_at timestamptz not null,
  primary key (order_id, capacity_id)
);
comment on table private.slot_reservations is 'Which slots an order holds; gone when released.';
create index slot_reservations_capacity_id on private.slot_reservations (capacity_id, starts_at);
