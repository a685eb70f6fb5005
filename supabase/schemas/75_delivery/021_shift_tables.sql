create table public.rider_pay_rules (
  id uuid primary key default gen_random_uuid(),
  zone_id uuid not null references public.zones on delete cascade,
  kind text not null check (kind in ('peak', 'weather', 'guarantee')),
  label text not null check (length(label) between 1 and 40),
  translations jsonb not null default '{}',
  amount_cents bigint not null check (amount_cents > 0),
  weekdays int[] not null default '{0,1,2,3,4,5,6}' check (weekdays <@ '{0,1,2,3,4,5,6}'),
  starts_at time,
  ends_at time,
  mode text check (mode ~ '^[a-z_]{2,30}$'),
  is_active boolean not null default true,
  check ((kind = 'peak') = (starts_at is not null and ends_at is not null)),
  check ((kind = 'weather') = (mode is not null))
);
comment on table public.rider_pay_rules is 'What a delivery pays beside the zone''s base and distance: peak hours, a condition of the city or an incident mode; and what an hour of a shift pays at least (guarantee).';
comment on column public.rider_pay_rules.weekdays is '0 Sunday … 6 Saturday, in the city''s time; a range over midnight belongs to the day it begins.';
create index rider_pay_rules_zone_id on public.rider_pay_rules (zone_id);

create table public.delivery_pay_lines (
  delivery_id uuid not null references public.deliveries on delete cascade,
  line_number int not null,
  kind text not null check (kind in ('base', 'distance', 'peak', 'weather')),
  label text not null,
  translations jsonb not null default '{}',
  rule_id uuid references public.rider_pay_rules on delete set null,
  amount_cents bigint not null check (amount_cents >= 0),
  primary key (delivery_id, line_number)
);
comment on table public.delivery_pay_lines is 'How a delivery''s pay came about; the lines add up to rider_pay_cents. The tip comes on top, with the order.';
create index delivery_pay_lines_rule_id on public.delivery_pay_lines (rule_id);

create table public.rider_shift_slots (
  id uuid primary key default gen_random_uuid(),
  zone_id uuid not null references public.zones on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity int not null check (capacity between 1 and 1000),
  booked_count int not null default 0,
  created_at timestamptz not null default now(),
  check (ends_at > starts_at and ends_at <= starts_at + interval '16 hours'),
  check (booked_count between 0 and capacity)
);
comment on table public.rider_shift_slots is 'Hours for which a zone wants riders, and how many.';
create index rider_shift_slots_zone_id on public.rider_shift_slots (zone_id, starts_at);

create table public.rider_shifts (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null references public.rider_shift_slots on delete restrict,
  rider_id uuid not null references public.riders on delete restrict,
  zone_id uuid not null references public.zones on delete restrict,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status public.rider_shift_status not null default 'booked',
  guaranteed_cents_per_hour bigint not null default 0 check (guaranteed_cents_per_hour >= 0),
  started_at timestamptz,
  ended_at timestamptz,
  left_at timestamptz,
  absent_seconds int not null default 0 check (absent_seconds >= 0),
  earned_cents bigint,
  topped_up_cents bigint,
  created_at timestamptz not null default now()
);
comment on table public.rider_shifts is 'A rider''s booking of a slot with the guarantee as it was then; topped_up_cents is what the guarantee added at the end.';
comment on column public.rider_shifts.left_at is 'Offline since, within a started shift; null while the rider is there.';
comment on column public.rider_shifts.absent_seconds is 'Time away that is over; the guarantee does not pay for it.';
create unique index rider_shifts_one_a_slot on public.rider_shifts (slot_id, rider_id) where status <> 'released';
create index rider_shifts_rider_id on public.rider_shifts (rider_id, starts_at desc);
create index rider_shifts_zone_id on public.rider_shifts (zone_id, starts_at);
create index rider_shifts_open on public.rider_shifts (ends_at) where status in ('booked', 'started');
