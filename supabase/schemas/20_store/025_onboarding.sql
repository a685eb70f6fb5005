create table public.onboarding_applications (
  id uuid primary key default gen_random_uuid(),
  applicant_id uuid not null references auth.users on delete cascade,
  merchant_id uuid references public.merchants on delete set null,
  store_id uuid references public.stores on delete set null,
  city_id uuid not null references public.cities on delete restrict,
  category_id uuid not null references public.categories on delete restrict,
  status public.application_status not null default 'applied',
  merchant_name text not null check (length(merchant_name) between 1 and 80),
  legal_name text not null check (length(legal_name) between 1 and 120),
  contact_phone text not null check (contact_phone ~ '^\+?[0-9 -]{5,20}$'),
  store_name text not null check (length(store_name) between 1 and 80),
  street text not null check (length(street) between 1 and 200),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  licenses jsonb not null default '[]' check (jsonb_typeof(licenses) = 'array'),
  reason text not null default '' check (length(reason) <= 300),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.onboarding_applications is 'Who wants to sell here. Approval makes the merchant, its store and its manager.';
comment on column public.onboarding_applications.merchant_id is 'The merchant it became, or the one that asks for a further store.';
comment on column public.onboarding_applications.licenses is 'Array of {"kind", "number", "file_path", "expires_on"}; approved with the application.';
create index onboarding_applications_applicant_id on public.onboarding_applications (applicant_id);
create index onboarding_applications_merchant_id on public.onboarding_applications (merchant_id);
create index onboarding_applications_store_id on public.onboarding_applications (store_id);
create index onboarding_applications_city_id on public.onboarding_applications (city_id, status, created_at, id);
create index onboarding_applications_category_id on public.onboarding_applications (category_id);

create table public.onboarding_transitions (
  from_status public.application_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.application_status not null,
  primary key (from_status, command, actor)
);
comment on table public.onboarding_transitions is 'The state machine of applications. What is not listed is refused.';

create table public.onboarding_events (
  id bigint generated always as identity primary key,
  application_id uuid not null references public.onboarding_applications on delete cascade,
  command text not null,
  from_status public.application_status not null,
  to_status public.application_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  reason text not null default '',
  created_at timestamptz not null default now()
);
comment on table public.onboarding_events is 'One row for each transition of an application: who, when, why.';
create index onboarding_events_application_id on public.onboarding_events (application_id, id);
