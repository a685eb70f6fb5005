create table public.merchants (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  legal_name text not null default '',
  status public.merchant_status not null default 'active',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.merchants is 'Legal party that sells and gets settled.';

create table public.categories (
  id uuid primary key default gen_random_uuid(),
  parent_id uuid references public.categories on delete restrict,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  icon text not null default 'store',
  sort_order int not null default 0,
  is_active boolean not null default true,
  attributes_schema jsonb not null default '{}' check (jsonb_typeof(attributes_schema) = 'object'),
  is_review_required boolean not null default false,
  required_license_kinds text[] not null default '{}',
  check (parent_id <> id)
);
comment on table public.categories is 'Category tree of the storefront, edited by ops.';
comment on column public.categories.attributes_schema is 'JSON Schema of the attributes that its products have besides those of the categories above.';
comment on column public.categories.required_license_kinds is 'Kinds of license_documents without which a store of this category or of those below sells nothing.';
comment on column public.categories.is_review_required is 'Products of this category and those below are shown after ops have read them.';
create index categories_parent_id on public.categories (parent_id);

create table public.stores (
  id uuid primary key default gen_random_uuid(),
  merchant_id uuid not null references public.merchants on delete restrict,
  city_id uuid not null references public.cities on delete restrict,
  category_id uuid not null references public.categories on delete restrict,
  name text not null check (length(name) between 1 and 80),
  translations jsonb not null default '{}',
  description text not null default '',
  phone text not null default '',
  street text not null default '',
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  location extensions.geography(point, 4326) not null generated always as
    (extensions.st_setsrid(extensions.st_makepoint(lon, lat), 4326)::extensions.geography) stored,
  delivery_area extensions.geometry(multipolygon, 4326),
  image_path text,
  is_published boolean not null default false,
  timezone text,
  closed_until timestamptz,
  rush_until timestamptz,
  rush_extra_minutes int not null default 0 check (rush_extra_minutes between 0 and 180),
  is_rush_delivery_paused boolean not null default false,
  slot_minutes int not null default 30 check (slot_minutes between 5 and 240),
  schedule_lead_minutes int not null default 30 check (schedule_lead_minutes between 0 and 10080),
  schedule_days_ahead int not null default 3 check (schedule_days_ahead between 0 and 60),
  preparation_minutes int not null default 15 check (preparation_minutes between 1 and 240),
  minimum_order_cents bigint not null default 0 check (minimum_order_cents >= 0),
  packaging_fee_cents bigint not null default 0 check (packaging_fee_cents >= 0),
  rating_average numeric(2, 1) check (rating_average between 1 and 5),
  rating_count int not null default 0,
  monthly_sales_count int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.stores is 'A place that sells. lon and lat are WGS-84; location is derived from them.';
comment on column public.stores.closed_until is 'Temporary close: the store takes no orders before this time and opens again by itself.';
comment on column public.stores.timezone is 'IANA name in which its hours and slots are read; null means the city''s.';
comment on column public.stores.rush_until is 'Rush mode: until then an order takes rush_extra_minutes more, or is_rush_delivery_paused stops deliveries; ends by itself.';
comment on column public.stores.slot_minutes is 'Length of its slots where no capacity is counted.';
comment on column public.stores.schedule_lead_minutes is 'A scheduled slot begins at least so many minutes from now.';
comment on column public.stores.schedule_days_ahead is 'How many days ahead, in the store''s calendar, a slot can be taken; 0 means today only.';
comment on column public.stores.delivery_area is 'Where the store delivers; null means the whole city by the rate card''s reach.';
create index stores_city_id on public.stores (city_id);
create index stores_category_id on public.stores (category_id);
create index stores_merchant_id on public.stores (merchant_id);
create index stores_name_trgm on public.stores using gin (name extensions.gin_trgm_ops);

create table public.merchant_members (
  merchant_id uuid not null references public.merchants on delete cascade,
  user_id uuid not null references auth.users on delete cascade,
  store_id uuid references public.stores on delete cascade,
  role public.merchant_role not null,
  created_at timestamptz not null default now(),
  primary key (merchant_id, user_id)
);
comment on table public.merchant_members is 'Staff of a merchant; store_id null means every store of it.';
create index merchant_members_user_id on public.merchant_members (user_id);
create index merchant_members_store_id on public.merchant_members (store_id);

create table public.store_hours (
  id uuid primary key default gen_random_uuid(),
  store_id uuid not null references public.stores on delete cascade,
  weekday int not null check (weekday between 0 and 6),
  opens_at time not null,
  closes_at time not null,
  unique (store_id, weekday, opens_at)
);
comment on table public.store_hours is 'Weekly ranges in the store''s time zone. A range that closes at or before it opens runs overnight and belongs to the day it opens.';
comment on column public.store_hours.weekday is '0 is Sunday.';

create table public.store_hour_exceptions (
  id uuid primary key default gen_random_uuid(),
  store_id uuid not null references public.stores on delete cascade,
  on_date date not null,
  opens_at time,
  closes_at time,
  unique nulls not distinct (store_id, on_date, opens_at),
  check ((opens_at is null) = (closes_at is null))
);
comment on table public.store_hour_exceptions is 'Replaces the weekly hours on one date, with one range or several; a row without times closes the date.';
