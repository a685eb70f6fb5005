create table public.delivery_incidents (
  id uuid primary key default gen_random_uuid(),
  delivery_id uuid not null references public.deliveries on delete cascade,
  rider_id uuid references public.riders on delete set null,
  reason_code text not null references public.reason_codes on delete restrict,
  status public.delivery_incident_status not null default 'open',
  note text not null default '' check (length(note) <= 500),
  photo_path text,
  lon double precision,
  lat double precision,
  resolution text check (resolution in ('rider_released', 'continue', 'fail', 'hand_over', 'finish')),
  resolution_note text not null default '' check (length(resolution_note) <= 500),
  resolved_by uuid references auth.users on delete set null,
  client_at timestamptz,
  created_at timestamptz not null default now(),
  resolved_at timestamptz
);
comment on table public.delivery_incidents is 'Something in the way of a delivery, told by its rider or seen by the system. Before pickup the task goes to another; after it ops decide.';
create index delivery_incidents_delivery_id on public.delivery_incidents (delivery_id);
create index delivery_incidents_rider_id on public.delivery_incidents (rider_id);
create index delivery_incidents_reason_code on public.delivery_incidents (reason_code);
create index delivery_incidents_resolved_by on public.delivery_incidents (resolved_by);
create index delivery_incidents_open on public.delivery_incidents (created_at) where status = 'open';

create table public.delivery_proofs (
  delivery_id uuid primary key references public.deliveries on delete cascade,
  kind text not null check (kind in ('photo', 'code', 'ops')),
  photo_path text,
  lon double precision,
  lat double precision,
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  check ((kind = 'photo') = (photo_path is not null))
);
comment on table public.delivery_proofs is 'What shows that the goods were handed over: a photo, the customer''s code, or ops who spoke to them.';
create index delivery_proofs_created_by on public.delivery_proofs (created_by);

create table private.delivery_codes (
  delivery_id uuid primary key references public.deliveries on delete cascade,
  code text not null check (code ~ '^[0-9]{4}$'),
  wrong_count int not null default 0
);
comment on table private.delivery_codes is 'The code that the customer tells the rider where the zone asks for one.';

create table public.breach_records (
  id uuid primary key default gen_random_uuid(),
  rider_id uuid not null references public.riders on delete cascade,
  delivery_id uuid references public.deliveries on delete set null,
  shift_id uuid references public.rider_shifts on delete set null,
  kind text not null check (kind in ('late', 'gave_back', 'went_dark', 'missed_shift')),
  detail jsonb not null default '{}',
  waived_by uuid references auth.users on delete set null,
  waived_at timestamptz,
  waive_note text not null default '' check (length(waive_note) <= 200),
  created_at timestamptz not null default now()
);
comment on table public.breach_records is 'Where a rider fell short of the rules. Ops may waive one with a note.';
create unique index breach_records_once on public.breach_records (delivery_id, rider_id, kind) where delivery_id is not null;
create index breach_records_rider_id on public.breach_records (rider_id, created_at desc);
create index breach_records_shift_id on public.breach_records (shift_id);
create index breach_records_waived_by on public.breach_records (waived_by);
