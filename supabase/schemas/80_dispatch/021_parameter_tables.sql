create table public.dispatch_parameters (
  zone_id uuid primary key references public.zones on delete cascade,
  commit_lead_seconds int not null default 160,
  pickup_service_seconds int not null default 180 check (pickup_service_seconds between 0 and 1800),
  dropoff_service_seconds int not null default 180 check (dropoff_service_seconds between 0 and 1800),
  grab_after_seconds int not null default 180 check (grab_after_seconds between 0 and 3600),
  position_max_age_seconds int not null default 300 check (position_max_age_seconds between 30 and 3600),
  dark_after_seconds int not null default 600 check (dark_after_seconds between 60 and 7200),
  decline_peace_seconds int not null default 120 check (decline_peace_seconds between 0 and 3600),
  search_steps int not null default 1800 check (search_steps between 0 and 20000),
  weights jsonb not null default '{}',
  proof_rule text not null default 'none' check (proof_rule in ('none', 'photo', 'code')),
  updated_at timestamptz not null default now()
);
comment on table public.dispatch_parameters is 'What ops set for the engine in a zone, beside the zone''s own limits. One row a zone, made with it.';
comment on column public.dispatch_parameters.commit_lead_seconds is 'A rider is asked so long before having to leave; longer than the time to answer.';
comment on column public.dispatch_parameters.grab_after_seconds is 'A task that waited so long may be grabbed by any rider near.';
comment on column public.dispatch_parameters.dark_after_seconds is 'A rider with tasks who was not heard of for so long is dark: what is not picked up goes to others.';
comment on column public.dispatch_parameters.decline_peace_seconds is 'Who let an offer pass is not asked for the same task so long.';
comment on column public.dispatch_parameters.weights is 'Costs of the engine by name (lateWeight, mixCost, …), each 0 or more; what is not named keeps its default.';
comment on column public.dispatch_parameters.proof_rule is 'What a rider must show to hand over: nothing, a photo, or the customer''s code.';

create table public.dispatch_parameter_changes (
  id bigint generated always as identity primary key,
  zone_id uuid not null references public.zones on delete cascade,
  changed_by uuid references auth.users on delete set null,
  before jsonb not null,
  after jsonb not null,
  created_at timestamptz not null default now()
);
comment on table public.dispatch_parameter_changes is 'Who changed which dispatch parameter of a zone, with the values before and after.';
create index dispatch_parameter_changes_zone_id on public.dispatch_parameter_changes (zone_id, id desc);
create index dispatch_parameter_changes_changed_by on public.dispatch_parameter_changes (changed_by);

create table public.incident_modes (
  id uuid primary key default gen_random_uuid(),
  zone_id uuid not null references public.zones on delete cascade,
  kind text not null check (kind in ('rain', 'shortage', 'road_closed', 'event')),
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null,
  ended_at timestamptz,
  travel_factor numeric not null default 1 check (travel_factor between 0.5 and 4),
  extra_promise_minutes int not null default 0 check (extra_promise_minutes between 0 and 120),
  extra_in_hand int not null default 0 check (extra_in_hand between -5 and 10),
  radius_factor numeric not null default 1 check (radius_factor between 0.2 and 5),
  note text not null default '' check (length(note) <= 200),
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
);
comment on table public.incident_modes is 'Rain, too few riders, a closed road: for a while a zone promises more, bundles more or reaches elsewhere. Ends by itself.';
create index incident_modes_zone_id on public.incident_modes (zone_id, ends_at desc);
create index incident_modes_created_by on public.incident_modes (created_by);
