set check_function_bodies = off;

-- 20_store/005_types.sql
create type public.fulfillment_type as enum ('delivery', 'pickup', 'dine_in', 'on_site', 'voucher');

-- 00_platform/010_schemas.sql
create extension if not exists postgis with schema extensions;
create extension if not exists pgrouting with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists pg_trgm with schema extensions;

-- Nothing is reachable unless a file here says so.
alter default privileges for role postgres revoke execute on functions from public;
alter default privileges for role postgres in schema public
  revoke all on tables from anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  revoke all on sequences from anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  revoke execute on functions from anon, authenticated, service_role;

create schema if not exists private;
comment on schema private is 'Working tables, secrets and helpers. Never exposed by the Data API; roles get usage only because policies call helpers here.';
grant usage on schema private to anon, authenticated, service_role;

-- 05_map/010_types.sql
create domain public."application/vnd.mapbox-vector-tile" as bytea;
comment on domain public."application/vnd.mapbox-vector-tile" is
  'Answers with this type leave the Data API raw, with this media type.';

-- 10_identity/010_types.sql
create type public.ops_role as enum ('admin', 'operations', 'finance', 'support');
create type public.merchant_role as enum ('manager', 'order_clerk', 'courier');
create type public.rider_status as enum ('offline', 'online');

-- 20_store/010_types.sql
create type public.merchant_status as enum ('applied', 'active', 'suspended');
create type public.rate_rule_kind as enum ('base', 'distance', 'amount', 'zone', 'time_window', 'weather', 'weight');
create type public.license_status as enum ('submitted', 'approved', 'rejected');
create type public.application_status as enum ('applied', 'in_review', 'approved', 'rejected', 'withdrawn');

-- 30_catalog/010_types.sql
create type public.product_kind as enum ('goods', 'service', 'voucher');
comment on type public.product_kind is 'goods are handed over, a service is done by somebody at a time, a voucher is redeemed later.';

create type public.product_status as enum ('draft', 'in_review', 'published', 'refused');
comment on type public.product_status is 'Where a product stands in review; only published ones are shown and sold.';

-- 40_promotion/010_types.sql
create type public.promotion_kind as enum (
  'item_discount', 'flash_sale', 'spend_and_save', 'coupon', 'points', 'delivery_discount');
create type public.cost_bearer as enum ('platform', 'merchant', 'shared');

create type public.promotion_status as enum ('draft', 'published', 'paused', 'ended');
create type public.coupon_status as enum ('issued', 'claimed', 'used', 'returned', 'expired');

-- 50_order/010_types.sql
create type public.order_status as enum (
  'draft', 'pending_payment', 'placed', 'accepted', 'preparing', 'ready', 'in_delivery', 'awaiting_pickup',
  'in_service', 'completed', 'rejected', 'cancelled', 'expired');

create type public.order_request_kind as enum ('slot', 'edit', 'cancel');
create type public.order_request_status as enum ('open', 'accepted', 'declined', 'expired');

-- 55_booking/010_types.sql
create type public.booking_status as enum ('requested', 'confirmed', 'in_service', 'done', 'no_show', 'cancelled');
create type public.voucher_status as enum ('issued', 'redeemed', 'expired', 'refunded');

-- 60_payment/010_types.sql
create type public.payment_provider as enum ('wechat_pay', 'alipay', 'stripe', 'wallet');
create type public.payment_status as enum (
  'pending', 'authorized', 'captured', 'partially_refunded', 'refunded', 'failed', 'voided');
create type public.refund_status as enum (
  'requested', 'merchant_approved', 'merchant_rejected', 'escalated', 'platform_decided',
  'refunding', 'refunded', 'withdrawn');
create type public.liable_party as enum ('customer', 'merchant', 'rider', 'platform');

-- 70_ledger/010_types.sql
create type public.ledger_account_kind as enum (
  'psp_clearing', 'customer_wallet', 'customer_points', 'merchant_payable', 'rider_payable', 'platform_commission',
  'delivery_revenue', 'promo_expense', 'refund_liability', 'tax_payable', 'cash_in_transit', 'adjustments', 'provider_fees');

create type public.settlement_party as enum ('merchant', 'rider');

-- 72_payout/010_types.sql
create type public.payout_status as enum ('pending', 'processing', 'paid', 'failed', 'cancelled');
create type public.payout_method as enum ('manual', 'provider');

-- 74_reconciliation/010_types.sql
create type public.reconciliation_status as enum ('matched', 'missing_here', 'missing_there', 'amount_differs');

-- 75_delivery/010_types.sql
create type public.delivery_status as enum (
  'unassigned', 'offered', 'assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer',
  'delivered', 'failed', 'cancelled');

-- 80_dispatch/010_types.sql
create type public.dispatch_offer_status as enum ('offered', 'accepted', 'declined', 'expired', 'withdrawn');

-- 88_screen/010_types.sql
create type public.screen_status as enum ('draft', 'published', 'archived');
comment on type public.screen_status is 'A resource has at most one draft and at most one published screen; older ones are archived.';

create type public.resource_template as enum ('ops_only', 'public_read', 'store_owned');
comment on type public.resource_template is 'Who may read and change the rows of a resource that was made without a deploy.';

-- 00_platform/015_types.sql
create type public.actor_role as enum ('customer', 'merchant', 'rider', 'ops', 'system');
comment on type public.actor_role is 'Who may issue a command in a state machine.';

-- 75_delivery/015_types.sql
create type public.delivery_incident_status as enum ('open', 'resolved');
create type public.rider_shift_status as enum ('booked', 'started', 'ended', 'released', 'missed');

-- 00_platform/020_tables.sql
create table public.settings (
  key text primary key check (key ~ '^[a-z][a-z0-9_.]*$'),
  value jsonb not null,
  description text not null default '',
  updated_at timestamptz not null default now()
);
comment on table public.settings is 'Parameters that ops change without code: timeouts, addresses of the workflow engine.';

create table public.reason_codes (
  code text primary key check (code ~ '^[a-z][a-z0-9_]*$'),
  applies_to text not null check (applies_to in ('order_cancel', 'order_reject', 'delivery_fail', 'offer_decline', 'refund_request')),
  actor public.actor_role not null,
  label text not null,
  translations jsonb not null default '{}',
  is_active boolean not null default true,
  sort_order int not null default 0
);
comment on table public.reason_codes is 'Why an order was cancelled or rejected, a delivery failed, an offer was declined.';

create table private.idempotency_keys (
  actor_id uuid not null,
  command text not null,
  key text not null check (length(key) between 8 and 128),
  subject_id uuid,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (actor_id, command, key)
);
comment on column private.idempotency_keys.subject_id is 'What the command was given to; a key never answers for anything else.';
create index idempotency_keys_created_at on private.idempotency_keys (created_at);

create table private.outbox_messages (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('notify.sms', 'notify.in_app')),
  payload jsonb not null,
  created_at timestamptz not null default now(),
  available_at timestamptz not null default now(),
  attempt_count int not null default 0,
  last_error text,
  finished_at timestamptz
);
comment on table private.outbox_messages is 'What the workflow engine still has to send. Written in the transaction of the event, leased by claim_outbox_messages.';
create index outbox_messages_open on private.outbox_messages (available_at) where finished_at is null;

create table public.workflow_failures (
  id bigint generated always as identity primary key,
  workflow text not null,
  execution text not null,
  message text not null,
  created_at timestamptz not null default now()
);
comment on table public.workflow_failures is 'Failed workflow executions, reported by the error workflow.';

-- 05_map/020_tables.sql
create table public.cities (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  translations jsonb not null default '{}',
  timezone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  attribution text not null default '',
  is_demo boolean not null default false,
  is_active boolean not null default true,
  is_tax_collected boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table public.cities is 'A town that the operator serves. lon and lat (WGS-84) are where its map opens.';
comment on column public.cities.is_tax_collected is 'The platform withholds the tax within the prices and pays it to the state.';
comment on column public.cities.attribution is 'Credit of the map data; shown on every map of the town.';

create table public.zones (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  name text not null,
  translations jsonb not null default '{}',
  area extensions.geometry(multipolygon, 4326) not null,
  offer_timeout_seconds int not null default 40 check (offer_timeout_seconds between 5 and 600),
  max_in_hand int not null default 3 check (max_in_hand between 1 and 20),
  radius_meters int not null default 5000 check (radius_meters between 100 and 50000),
  rider_base_pay_cents bigint not null default 400 check (rider_base_pay_cents >= 0),
  rider_pay_per_km_cents bigint not null default 100 check (rider_pay_per_km_cents >= 0),
  is_active boolean not null default true
);
comment on table public.zones is 'Dispatch area with its parameters.';
create index zones_city_id on public.zones (city_id);
create index zones_area on public.zones using gist (area);

create table public.city_conditions (
  city_id uuid not null references public.cities on delete cascade,
  condition text not null check (condition ~ '^[a-z_]{2,30}$'),
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null,
  source text not null default '',
  primary key (city_id, condition),
  check (ends_at > starts_at)
);
comment on table public.city_conditions is 'What lies over a town for a while (rain, heavy_rain, snow, heat, wind …): set by ops or a weather service, ends by itself. Rate cards ask for it.';
comment on column public.city_conditions.source is 'Who said so: ops, or the name of the service.';

create table private.road_nodes (
  id bigint primary key,
  city_id uuid not null references public.cities on delete cascade,
  geom extensions.geometry(point, 4326) not null
);
create index road_nodes_geom on private.road_nodes using gist (geom);
create index road_nodes_city_id on private.road_nodes (city_id);

create table private.road_edges (
  id bigint primary key,
  city_id uuid not null references public.cities on delete cascade,
  source_id bigint not null references private.road_nodes on delete cascade,
  target_id bigint not null references private.road_nodes on delete cascade,
  geom extensions.geometry(linestring, 4326) not null,
  name text,
  translations jsonb not null default '{}',
  class text not null check (class in ('motorway', 'primary', 'secondary', 'residential', 'path')),
  is_oneway boolean not null default false,
  length_meters double precision not null check (length_meters >= 0),
  speed_mps double precision not null check (speed_mps > 0)
);
comment on column private.road_edges.is_oneway is 'Passable from source to target only.';
create index road_edges_city_id on private.road_edges (city_id);
create index road_edges_source_id on private.road_edges (source_id);
create index road_edges_target_id on private.road_edges (target_id);
create index road_edges_geom on private.road_edges using gist (geom);

create table private.map_areas (
  id bigint generated always as identity primary key,
  city_id uuid not null references public.cities on delete cascade,
  kind text not null check (kind in ('water', 'park', 'building', 'land')),
  name text,
  translations jsonb not null default '{}',
  geom extensions.geometry(geometry, 4326) not null
);
create index map_areas_geom on private.map_areas using gist (geom);
create index map_areas_city_id on private.map_areas (city_id);

create table private.map_places (
  id bigint generated always as identity primary key,
  city_id uuid not null references public.cities on delete cascade,
  kind text not null,
  name text not null,
  translations jsonb not null default '{}',
  geom extensions.geometry(point, 4326) not null
);
create index map_places_geom on private.map_places using gist (geom);
create index map_places_city_id on private.map_places (city_id);

-- 10_identity/020_tables.sql
create table public.profiles (
  id uuid primary key references auth.users on delete cascade,
  display_name text not null default '' check (length(display_name) <= 60),
  locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
  avatar_path text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.profiles is 'What a person shows of themself. Phone and e-mail stay in auth.users.';

create table public.ops_members (
  user_id uuid primary key references auth.users on delete cascade,
  role public.ops_role not null,
  created_at timestamptz not null default now()
);
comment on table public.ops_members is 'Staff of the operator.';

create table public.addresses (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users on delete cascade,
  label text not null default '' check (length(label) <= 20),
  contact_name text not null check (length(contact_name) between 1 and 60),
  contact_phone text not null check (contact_phone ~ '^\+?[0-9 -]{5,20}$'),
  street text not null check (length(street) between 1 and 200),
  detail text not null default '' check (length(detail) <= 200),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.addresses is 'A customer''s address book; lon and lat (WGS-84) are the pin.';
create index addresses_user_id on public.addresses (user_id);
create unique index addresses_one_default on public.addresses (user_id) where is_default;

-- 20_store/020_tables.sql
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

-- 30_catalog/020_tables.sql
create table public.dayparts (
  id uuid primary key default gen_random_uuid(),
  store_id uuid not null references public.stores on delete cascade,
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  sort_order int not null default 0
);
comment on table public.dayparts is 'Times of a store''s week in which sections and products that name it are sold: breakfast, lunch, late night.';
create index dayparts_store_id on public.dayparts (store_id, sort_order);

create table public.daypart_windows (
  id uuid primary key default gen_random_uuid(),
  daypart_id uuid not null references public.dayparts on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  weekday int not null check (weekday between 0 and 6),
  starts_at time not null,
  ends_at time not null,
  unique (daypart_id, weekday, starts_at)
);
comment on table public.daypart_windows is 'Weekly ranges in the store''s time zone. A range that ends at or before it starts runs overnight and belongs to the day it starts.';
comment on column public.daypart_windows.weekday is '0 is Sunday.';
comment on column public.daypart_windows.store_id is 'The daypart''s store, kept here for the policies.';
create index daypart_windows_store_id on public.daypart_windows (store_id);

create table public.menu_sections (
  id uuid primary key default gen_random_uuid(),
  store_id uuid not null references public.stores on delete cascade,
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  daypart_id uuid references public.dayparts on delete restrict,
  sort_order int not null default 0
);
comment on table public.menu_sections is 'Headings of a store''s menu.';
comment on column public.menu_sections.daypart_id is 'When its products are sold; null means always.';
create index menu_sections_store_id on public.menu_sections (store_id, sort_order);
create index menu_sections_daypart_id on public.menu_sections (daypart_id);

create table public.products (
  id uuid primary key default gen_random_uuid(),
  store_id uuid not null references public.stores on delete cascade,
  section_id uuid not null references public.menu_sections on delete restrict,
  category_id uuid references public.categories on delete restrict,
  kind public.product_kind not null default 'goods',
  status public.product_status not null default 'published',
  review_note text not null default '',
  name text not null check (length(name) between 1 and 80),
  translations jsonb not null default '{}',
  description text not null default '',
  price_cents bigint not null check (price_cents >= 0),
  original_price_cents bigint check (original_price_cents > price_cents),
  sku text check (length(sku) between 1 and 64),
  barcode text check (length(barcode) between 1 and 64),
  weight_grams int not null default 0 check (weight_grams between 0 and 1000000),
  tax_bps int not null default 0 check (tax_bps between 0 and 10000),
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  fulfillment_types public.fulfillment_type[] check (cardinality(fulfillment_types) > 0),
  daypart_id uuid references public.dayparts on delete restrict,
  image_path text,
  is_available boolean not null default true,
  sold_out_until timestamptz,
  monthly_sales_count int not null default 0,
  sort_order int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.products is 'What a store sells; prices in minor units of the city''s currency.';
comment on column public.products.category_id is 'Decides the attributes and whether ops review it; null means the store''s own category.';
comment on column public.products.is_available is 'The store''s own switch: on the menu or not.';
comment on column public.products.price_cents is 'Price of one piece; a product with variants is sold at its variant''s price and shows this one.';
comment on column public.products.tax_bps is 'Tax contained in the price, in hundredths of a percent.';
comment on column public.products.fulfillment_types is 'Narrows how it may be sold; null means every way that its kind can be.';
comment on column public.products.daypart_id is 'When it is sold, within its section''s times; null means always.';
create index products_store_id on public.products (store_id, sort_order);
create index products_section_id on public.products (section_id);
create index products_category_id on public.products (category_id);
create index products_daypart_id on public.products (daypart_id);
create index products_in_review on public.products (updated_at, id) where status = 'in_review';
create unique index products_sku on public.products (store_id, sku);
create index products_name_trgm on public.products using gin (name extensions.gin_trgm_ops);

create table public.product_reviews (
  id bigint generated always as identity primary key,
  product_id uuid not null references public.products on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  from_status public.product_status not null,
  to_status public.product_status not null,
  note text not null default '',
  actor_id uuid,
  created_at timestamptz not null default now()
);
comment on table public.product_reviews is 'Each step of a product through review: who, when, why.';
create index product_reviews_product_id on public.product_reviews (product_id, id);
create index product_reviews_store_id on public.product_reviews (store_id, id);

create table public.product_variants (
  id uuid primary key default gen_random_uuid(),
  product_id uuid not null references public.products on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  price_cents bigint not null check (price_cents >= 0),
  original_price_cents bigint check (original_price_cents > price_cents),
  sku text check (length(sku) between 1 and 64),
  barcode text check (length(barcode) between 1 and 64),
  weight_grams int check (weight_grams between 0 and 1000000),
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  is_available boolean not null default true,
  sold_out_until timestamptz,
  sort_order int not null default 0
);
comment on table public.product_variants is 'Sizes or kinds of a product, each with its own price; who buys the product names one of them.';
comment on column public.product_variants.store_id is 'The product''s store, kept here for the policies.';
comment on column public.product_variants.weight_grams is 'Null means the product''s weight.';
create index product_variants_product_id on public.product_variants (product_id, sort_order);
create unique index product_variants_sku on public.product_variants (store_id, sku);

create table public.modifier_groups (
  id uuid primary key default gen_random_uuid(),
  product_id uuid not null references public.products on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  min_count int not null default 0 check (min_count >= 0),
  max_count int not null default 1,
  free_count int not null default 0 check (free_count >= 0),
  is_required boolean not null default true,
  sort_order int not null default 0,
  check (max_count >= greatest(min_count, 1))
);
comment on table public.modifier_groups is 'Choices of a product: at least min_count, at most max_count pieces of its modifiers.';
comment on column public.modifier_groups.store_id is 'The product''s store, kept here for the policies.';
comment on column public.modifier_groups.free_count is 'The first so many pieces, in the order in which they are chosen, cost nothing.';
comment on column public.modifier_groups.is_required is 'False: choosing nothing is fine too, and min_count holds for who chooses.';
create index modifier_groups_product_id on public.modifier_groups (product_id, sort_order);
create index modifier_groups_store_id on public.modifier_groups (store_id);

create table public.modifiers (
  id uuid primary key default gen_random_uuid(),
  group_id uuid not null references public.modifier_groups on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  price_cents bigint not null default 0 check (price_cents >= 0),
  max_quantity int not null default 1 check (max_quantity between 1 and 99),
  is_available boolean not null default true,
  sold_out_until timestamptz,
  sort_order int not null default 0
);
comment on table public.modifiers is 'One option of a modifier group.';
comment on column public.modifiers.store_id is 'The group''s store, kept here for the policies.';
comment on column public.modifiers.max_quantity is 'How many pieces of it one piece of the product may have, within the group''s max_count.';
create index modifiers_group_id on public.modifiers (group_id, sort_order);
create index modifiers_store_id on public.modifiers (store_id);

create table public.service_items (
  product_id uuid primary key references public.products on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  required_skill text check (required_skill ~ '^[a-z][a-z0-9_]*$'),
  capacity_per_slot int not null default 1 check (capacity_per_slot between 1 and 1000),
  is_on_site boolean not null default true,
  is_at_store boolean not null default false,
  check (is_on_site or is_at_store)
);
comment on table public.service_items is 'How a product of kind service is done.';
comment on column public.service_items.store_id is 'The product''s store, kept here for the policies.';
comment on column public.service_items.required_skill is 'What the worker must be certified for; null means anybody of the store.';
comment on column public.service_items.capacity_per_slot is 'How many may be booked for one start.';
comment on column public.service_items.is_on_site is 'Done at the customer''s place, sold as on_site.';
comment on column public.service_items.is_at_store is 'Done in the store, sold as dine_in.';
create index service_items_store_id on public.service_items (store_id);

create table public.voucher_products (
  product_id uuid primary key references public.products on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  valid_days int not null check (valid_days between 1 and 3650),
  face_value_cents bigint not null check (face_value_cents >= 0),
  use_count int not null default 1 check (use_count between 1 and 1000),
  terms text not null default ''
);
comment on table public.voucher_products is 'What the buyer of a product of kind voucher gets; the codes are issued when its order is paid.';
comment on column public.voucher_products.store_id is 'The product''s store, kept here for the policies.';
comment on column public.voucher_products.valid_days is 'Days after payment in which it can be redeemed.';
comment on column public.voucher_products.face_value_cents is 'What it is worth in the store, minor units.';
comment on column public.voucher_products.use_count is 'How many times one voucher can be redeemed.';
create index voucher_products_store_id on public.voucher_products (store_id);

-- 35_stock/020_tables.sql
create table public.stock_items (
  id uuid primary key,
  store_id uuid not null references public.stores on delete cascade,
  product_id uuid unique references public.products on delete cascade,
  variant_id uuid unique references public.product_variants on delete cascade,
  modifier_id uuid unique references public.modifiers on delete cascade,
  on_hand_count int not null check (on_hand_count >= 0),
  reserved_count int not null default 0 check (reserved_count >= 0),
  low_stock_count int check (low_stock_count >= 0),
  daily_count int check (daily_count >= 0),
  restock_at timestamptz,
  updated_at timestamptz not null default now(),
  check (reserved_count <= on_hand_count),
  check (num_nonnulls(product_id, variant_id, modifier_id) = 1),
  check ((daily_count is null) = (restock_at is null))
-- A popular item's row changes with every order: room on its page keeps the change off the indexes.
) with (fillfactor = 50);
comment on table public.stock_items is 'Counted stock of a product, a variant or a modifier; what has no row is not counted.';
comment on column public.stock_items.id is 'The id of the product, variant or modifier that it counts.';
comment on column public.stock_items.low_stock_count is 'The store is told when no more than so many are left.';
comment on column public.stock_items.daily_count is 'How many there are again at the start of each day; null means that nothing comes by itself.';
comment on column public.stock_items.restock_at is 'When daily_count comes next: midnight of the store.';
create index stock_items_store_id on public.stock_items (store_id);
create index stock_items_restock_at on public.stock_items (restock_at) where restock_at is not null;

create table public.stock_movements (
  id bigint generated always as identity primary key,
  store_id uuid not null references public.stores on delete cascade,
  stock_item_id uuid not null,
  kind text not null check (kind in ('counted', 'adjusted', 'sold', 'restocked', 'uncounted')),
  change_count int not null,
  on_hand_count int not null,
  reason text not null default '' check (length(reason) <= 200),
  order_id uuid,
  actor_id uuid,
  created_at timestamptz not null default now()
);
comment on table public.stock_movements is 'Why the shelf has what it has: one row for each change of on_hand_count, never changed. Reservations move nothing.';
comment on column public.stock_movements.stock_item_id is 'No reference: the log outlives the stock it speaks of.';
comment on column public.stock_movements.order_id is 'No reference: the log outlives the order it speaks of.';
create index stock_movements_item on public.stock_movements (stock_item_id, id desc);
create index stock_movements_store_id on public.stock_movements (store_id, id desc);

-- 40_promotion/020_tables.sql
create table public.promotions (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  store_id uuid references public.stores on delete cascade,
  is_for_enrolled boolean not null default false,
  is_enrolment_open boolean not null default false,
  enrolment_share_bps int not null default 10000 check (enrolment_share_bps between 0 and 10000),
  kind public.promotion_kind not null,
  name text not null check (length(name) between 1 and 60),
  translations jsonb not null default '{}',
  status public.promotion_status not null default 'draft',
  conditions jsonb not null default 'true',
  effect jsonb not null default '{}' check (jsonb_typeof(effect) = 'object'),
  tiers jsonb not null default '[]',
  cost_bearer public.cost_bearer not null default 'platform',
  merchant_share_bps int not null default 0 check (merchant_share_bps between 0 and 10000),
  priority int not null default 100,
  stack_group text check (stack_group ~ '^[a-z][a-z0-9_]{0,39}$'),
  excludes uuid[] not null default '{}',
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  windows jsonb not null default '[]',
  budget_cents bigint check (budget_cents >= 0),
  usage_cap int check (usage_cap > 0),
  customer_cap int check (customer_cap > 0),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at),
  check (store_id is null or not is_for_enrolled),
  check (is_for_enrolled or not is_enrolment_open),
  check ((cost_bearer = 'shared') = (merchant_share_bps > 0))
);
comment on table public.promotions is
  'A discount that ops or a store set without code. Valid for every store of the city, for store_id, or for the stores of campaign_enrolments. What it has spent is kept apart, so that orders never lock this row.';
comment on column public.promotions.is_for_enrolled is 'Only the stores in campaign_enrolments take part.';
comment on column public.promotions.is_enrolment_open is 'Merchants may enrol their stores themselves.';
comment on column public.promotions.enrolment_share_bps is 'The least part of the discount that a store bears that enrols itself, in hundredths of a percent.';
comment on column public.promotions.conditions is
  'JsonLogic over {cart: {subtotal_cents, quantity, line_count, lines, product_ids, section_ids, category_ids}, store: {id, merchant_id, category_id, city_id}, customer: {id, order_count, is_first_order, store_order_count, tier, tier_level, tags}, now: {weekday, hour, minute, month_day, date, is_member_day}, fulfillment_type, delivery_fee_cents}. now is the city''s time, weekday 0 is Sunday.';
comment on column public.promotions.effect is
  'By kind. item_discount: {percent_bps | amount_cents | price_cents, targets, max_quantity, max_discount_cents}. flash_sale: {items: [{product_id, price_cents, stock_count}], max_quantity}. coupon: {distribution, amount_cents | percent_bps, max_discount_cents, min_cents, scope, targets, valid_days, issue_count, customer_count, points_price}. points: {earn_bps}. spend_and_save: {targets}. targets: {product_ids, section_ids, category_ids}, absent for all goods.';
comment on column public.promotions.tiers is
  'spend_and_save and delivery_discount: array of {"min_cents", "discount_cents"}; the highest tier reached by the goods at their item prices counts.';
comment on column public.promotions.cost_bearer is 'Who pays the discount; settlement reads it from the order''s adjustment.';
comment on column public.promotions.merchant_share_bps is 'The merchant''s part of a shared discount, in hundredths of a percent; a store''s enrolment says it for that store.';
comment on column public.promotions.stack_group is 'Of one group only the promotion that is best for the customer applies. Null is the group of its kind; item prices are then chosen line by line.';
comment on column public.promotions.excludes is 'Promotions that do not apply together with this one; the earlier priority wins.';
comment on column public.promotions.windows is 'Weekly times of the city: array of {"weekdays": [0–6], "from": "HH:MM", "to": "HH:MM"}; one that ends before it begins runs over midnight. Empty is always.';
comment on column public.promotions.usage_cap is 'Orders (flash sale: units) that may use it in all.';
comment on column public.promotions.customer_cap is 'Orders (flash sale: units) of one customer that may use it.';
comment on column public.promotions.version is 'Counts the changes; each is kept in promotion_versions.';
create index promotions_city_id on public.promotions (city_id, store_id) where status = 'published';
create index promotions_city_all on public.promotions (city_id, priority, created_at desc);
create index promotions_store_id on public.promotions (store_id);

create table public.promotion_versions (
  promotion_id uuid not null references public.promotions on delete cascade,
  version int not null,
  changed_by uuid references auth.users on delete set null,
  content jsonb not null,
  created_at timestamptz not null default now(),
  primary key (promotion_id, version)
);
comment on table public.promotion_versions is 'What a promotion was after each change, and who changed it.';
create index promotion_versions_changed_by on public.promotion_versions (changed_by);

create table public.campaign_enrolments (
  promotion_id uuid not null references public.promotions on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  merchant_share_bps int not null check (merchant_share_bps between 0 and 10000),
  enrolled_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  primary key (promotion_id, store_id)
);
comment on table public.campaign_enrolments is 'Stores of a promotion for several stores: put there by ops, or joined by their manager, with the part of the discount that the store bears.';
create index campaign_enrolments_store_id on public.campaign_enrolments (store_id);
create index campaign_enrolments_enrolled_by on public.campaign_enrolments (enrolled_by);

-- 45_member/020_tables.sql
create table public.member_tiers (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9_]{0,29}$'),
  level int not null unique check (level >= 0),
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  min_spend_cents bigint not null default 0 check (min_spend_cents >= 0),
  min_order_count int not null default 0 check (min_order_count >= 0),
  earn_bps int not null default 0 check (earn_bps between 0 and 10000),
  benefits jsonb not null default '[]' check (jsonb_typeof(benefits) = 'array'),
  created_at timestamptz not null default now()
);
comment on table public.member_tiers is
  'Levels of membership. A member has the highest tier whose two minimums the completed orders of the last year reach; promotions ask for it in their conditions.';
comment on column public.member_tiers.earn_bps is 'Points for what is paid for goods, in hundredths of a percent of its value.';
comment on column public.member_tiers.benefits is 'What the tier page lists: [{"text", "translations"}].';

create table public.members (
  customer_id uuid primary key references auth.users on delete cascade,
  tier_id uuid references public.member_tiers on delete set null,
  spend_cents bigint not null default 0,
  order_count int not null default 0,
  joined_at timestamptz not null default now(),
  evaluated_at timestamptz not null default now()
);
comment on table public.members is 'Customers with a completed order or points. Points are money: their balance is the customer_points account of the ledger.';
comment on column public.members.spend_cents is 'Paid for goods in completed orders of the last year, when the tier was last computed.';
create index members_tier_id on public.members (tier_id);
create index members_evaluated_at on public.members (evaluated_at);

create table public.customer_tags (
  customer_id uuid not null references auth.users on delete cascade,
  tag text not null check (tag ~ '^[a-z][a-z0-9_]{0,39}$'),
  created_by uuid default auth.uid() references auth.users on delete set null,
  created_at timestamptz not null default now(),
  primary key (customer_id, tag)
);
comment on table public.customer_tags is 'Segments that ops put customers in; conditions of promotions read them as customer.tags.';
create index customer_tags_tag on public.customer_tags (tag, customer_id);
create index customer_tags_created_by on public.customer_tags (created_by);

-- 50_order/020_tables.sql
create table public.quotes (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null references auth.users on delete cascade,
  store_id uuid not null references public.stores on delete cascade,
  fulfillment_type public.fulfillment_type not null,
  address jsonb,
  lines jsonb not null,
  adjustments jsonb not null,
  currency text not null,
  subtotal_cents bigint not null,
  packaging_fee_cents bigint not null,
  delivery_fee_cents bigint not null,
  discount_cents bigint not null,
  tip_cents bigint not null,
  total_cents bigint not null check (total_cents >= 0),
  distance_meters int,
  estimated_minutes int not null,
  slot_starts_at timestamptz,
  slot_ends_at timestamptz,
  party jsonb,
  choice jsonb not null default '{}',
  explanations jsonb not null default '[]',
  fee_lines jsonb not null default '[]',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((slot_starts_at is null) = (slot_ends_at is null)),
  check (total_cents = subtotal_cents + packaging_fee_cents + delivery_fee_cents + tip_cents - discount_cents)
);
comment on table public.quotes is 'A priced cart. The only source of the amount that an order charges.';
comment on column public.quotes.slot_starts_at is 'The slot that a scheduled order is wanted for; null for as soon as possible.';
comment on column public.quotes.party is 'Of a dine-in order: {table_label, party_size}.';
comment on column public.quotes.choice is 'What the customer chose to redeem: {coupon_ids, coupon_code, points}.';
comment on column public.quotes.explanations is 'Why each promotion applies or does not.';
comment on column public.quotes.fee_lines is 'What the delivery fee is made of.';
create index quotes_customer_id on public.quotes (customer_id, created_at);
create index quotes_store_id on public.quotes (store_id);

create table public.orders (
  id uuid primary key default gen_random_uuid(),
  number text not null unique,
  customer_id uuid not null references auth.users on delete restrict,
  merchant_id uuid not null references public.merchants on delete restrict,
  store_id uuid not null references public.stores on delete restrict,
  city_id uuid not null references public.cities on delete restrict,
  quote_id uuid not null unique references public.quotes on delete restrict,
  fulfillment_type public.fulfillment_type not null,
  status public.order_status not null default 'draft',
  currency text not null,
  subtotal_cents bigint not null,
  packaging_fee_cents bigint not null,
  delivery_fee_cents bigint not null,
  discount_cents bigint not null,
  tip_cents bigint not null,
  total_cents bigint not null check (total_cents >= 0),
  note text not null default '' check (length(note) <= 200),
  pickup_code text,
  phone_suffix text,
  slot_starts_at timestamptz,
  slot_ends_at timestamptz,
  table_label text,
  party_size int,
  is_edit_consented boolean not null default false,
  urge_count int not null default 0,
  urged_at timestamptz,
  delayed_minutes int not null default 0,
  preparation_expected_at timestamptz,
  pickup_expected_at timestamptz,
  dropoff_expected_at timestamptz,
  due_at timestamptz,
  reason_code text references public.reason_codes on delete restrict,
  placed_at timestamptz,
  accepted_at timestamptz,
  ready_at timestamptz,
  completed_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.orders is 'The order core. Changed by commands only; each change leaves a row in order_events.';
comment on column public.orders.due_at is 'When the system acts by itself: payment or acceptance overdue, or a scheduled order''s rider to be called.';
comment on column public.orders.slot_starts_at is 'The slot of a scheduled order or booking; null for as soon as possible.';
comment on column public.orders.table_label is 'Where a dine-in order is served.';
comment on column public.orders.is_edit_consented is 'The customer agreed beforehand that the store removes or replaces what has sold out.';
comment on column public.orders.delayed_minutes is 'By how much the store has put the promised times off in all.';
comment on column public.orders.closed_at is 'When the order was rejected, cancelled or expired.';
comment on column public.orders.phone_suffix is 'Last four digits of the contact''s phone, to find the order by.';
create index orders_customer_id on public.orders (customer_id, created_at, id);
create index orders_store_id on public.orders (store_id, created_at, id);
create index orders_store_status on public.orders (store_id, status, created_at, id);
create index orders_city_id on public.orders (city_id, created_at, id);
create index orders_city_status on public.orders (city_id, status, created_at, id);
create index orders_number_reversed on public.orders (reverse(number) text_pattern_ops);
create index orders_phone_suffix on public.orders (phone_suffix);
create index orders_unpaid on public.orders (customer_id) where status = 'pending_payment';
create index orders_merchant_id on public.orders (merchant_id);
create index orders_reason_code on public.orders (reason_code);
create index orders_due_at on public.orders (due_at) where due_at is not null;

create table private.order_contacts (
  order_id uuid primary key references public.orders on delete cascade,
  contact_name text not null,
  contact_phone text not null,
  street text not null,
  detail text not null default '',
  lon double precision,
  lat double precision
);
comment on table private.order_contacts is 'Where an order goes and whom to call: shown in full only to those who need it, while they need it.';

create table public.order_items (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete cascade,
  line_number int not null,
  product_id uuid references public.products on delete set null,
  variant_id uuid references public.product_variants on delete set null,
  category_id uuid,
  section_id uuid,
  name text not null,
  variant_name text,
  translations jsonb not null default '{}',
  modifiers jsonb not null default '[]',
  note text not null default '',
  quantity int not null check (quantity >= 0),
  removed_quantity int not null default 0 check (removed_quantity >= 0),
  replaces_line int,
  tax_bps int not null default 0,
  unit_price_cents bigint not null check (unit_price_cents >= 0),
  total_cents bigint not null check (total_cents = unit_price_cents * quantity),
  unique (order_id, line_number)
);
comment on table public.order_items is 'Lines as sold. unit_price_cents includes the modifiers.';
comment on column public.order_items.removed_quantity is 'What the store took off the line after payment.';
comment on column public.order_items.replaces_line is 'The line that this one came in for after payment.';
comment on column public.order_items.variant_id is 'The variant as sold; it may be gone from the menu.';
create index order_items_product_id on public.order_items (product_id);
create index order_items_variant_id on public.order_items (variant_id);

create table public.order_adjustments (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete cascade,
  promotion_id uuid references public.promotions on delete restrict,
  kind public.promotion_kind not null,
  name text not null,
  translations jsonb not null default '{}',
  cost_bearer public.cost_bearer not null,
  merchant_share_bps int not null default 0 check (merchant_share_bps between 0 and 10000),
  scope text not null default 'goods' check (scope in ('goods', 'delivery')),
  line_number int,
  coupon_id uuid,
  quantity int check (quantity > 0),
  amount_cents bigint not null check (amount_cents < 0)
);
comment on table public.order_adjustments is 'Every discount with its source and who bears it.';
comment on column public.order_adjustments.merchant_share_bps is 'The merchant''s part of a shared discount, in hundredths of a percent; the rest is the platform''s.';
comment on column public.order_adjustments.scope is 'What the discount makes cheaper: the goods or the delivery fee.';
comment on column public.order_adjustments.line_number is 'The order line that it belongs to; null when it is of the whole order.';
comment on column public.order_adjustments.quantity is 'Units of the line that an item price covers.';
create index order_adjustments_order_id on public.order_adjustments (order_id);
create index order_adjustments_coupon_id on public.order_adjustments (coupon_id);
create index order_adjustments_promotion_id on public.order_adjustments (promotion_id);

create table public.order_transitions (
  from_status public.order_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.order_status not null,
  fulfillment_types public.fulfillment_type[] not null default '{delivery,pickup,dine_in,on_site,voucher}',
  primary key (from_status, command, actor)
);
comment on table public.order_transitions is 'The order state machine. What is not listed is refused.';
comment on column public.order_transitions.fulfillment_types is 'The kinds of order that know the command in this state.';

create table public.order_events (
  id bigint generated always as identity primary key,
  order_id uuid not null references public.orders on delete cascade,
  command text not null,
  from_status public.order_status not null,
  to_status public.order_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  reason_code text,
  client_at timestamptz,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.order_events is 'One row for each transition: who, when, why.';
create index order_events_order_id on public.order_events (order_id, id);

-- 55_booking/020_tables.sql
create table public.bookings (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null unique references public.orders on delete cascade,
  store_id uuid not null references public.stores on delete restrict,
  customer_id uuid not null references auth.users on delete restrict,
  status public.booking_status not null default 'requested',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  skill text,
  party_size int,
  worker_id uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at)
);
comment on table public.bookings is 'An appointment of an order: a service at the customer''s address, or a table. It moves with its order.';
comment on column public.bookings.skill is 'What the worker must be able to do; null for a table.';
comment on column public.bookings.worker_id is 'Who of the store goes.';
create index bookings_store_id on public.bookings (store_id, starts_at);
create index bookings_customer_id on public.bookings (customer_id);
create index bookings_worker_id on public.bookings (worker_id, starts_at);

create table public.booking_transitions (
  from_status public.booking_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.booking_status not null,
  primary key (from_status, command, actor)
);
comment on table public.booking_transitions is 'The booking state machine. What is not listed is refused.';

create table public.booking_events (
  id bigint generated always as identity primary key,
  booking_id uuid not null references public.bookings on delete cascade,
  command text not null,
  from_status public.booking_status not null,
  to_status public.booking_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.booking_events is 'One row for each transition of a booking.';
create index booking_events_booking_id on public.booking_events (booking_id, id);

create table public.vouchers (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete restrict,
  order_item_id uuid not null references public.order_items on delete restrict,
  store_id uuid not null references public.stores on delete restrict,
  customer_id uuid not null references auth.users on delete restrict,
  status public.voucher_status not null default 'issued',
  code text not null unique check (code ~ '^\d{12}$'),
  code_hint text not null generated always as (right(code, 4)) stored,
  amount_cents bigint not null check (amount_cents >= 0),
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  redeemed_by_id uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.vouchers is 'One use of a group-buy voucher that a paid order issued. Its code is shown to its customer only.';
comment on column public.vouchers.code is 'Twelve random digits. Not granted: get_order_page shows it to its customer.';
comment on column public.vouchers.amount_cents is 'What was paid for it after discounts; the vouchers of an order add up to its total.';
create index vouchers_order_id on public.vouchers (order_id);
create index vouchers_order_item_id on public.vouchers (order_item_id);
create index vouchers_store_id on public.vouchers (store_id, created_at desc, id);
create index vouchers_customer_id on public.vouchers (customer_id);
create index vouchers_redeemed_by_id on public.vouchers (redeemed_by_id);
create index vouchers_expires_at on public.vouchers (expires_at) where status = 'issued';

create table public.voucher_transitions (
  from_status public.voucher_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.voucher_status not null,
  primary key (from_status, command, actor)
);
comment on table public.voucher_transitions is 'The voucher state machine. What is not listed is refused.';

create table public.voucher_events (
  id bigint generated always as identity primary key,
  voucher_id uuid not null references public.vouchers on delete cascade,
  command text not null,
  from_status public.voucher_status not null,
  to_status public.voucher_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.voucher_events is 'One row for each transition of a voucher.';
create index voucher_events_voucher_id on public.voucher_events (voucher_id, id);

-- 60_payment/020_tables.sql
create table public.payments (
  id uuid primary key default gen_random_uuid(),
  purpose text not null default 'order' check (purpose in ('order', 'top_up')),
  order_id uuid references public.orders on delete restrict,
  customer_id uuid not null references auth.users on delete restrict,
  provider public.payment_provider not null,
  status public.payment_status not null default 'pending',
  out_trade_no text not null unique,
  transaction_id text,
  amount_cents bigint not null check (amount_cents > 0),
  refunded_cents bigint not null default 0 check (refunded_cents >= 0),
  kept_cents bigint not null default 0 check (kept_cents >= 0),
  currency text not null,
  captured_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, transaction_id),
  check ((purpose = 'order') = (order_id is not null)),
  check (refunded_cents + kept_cents <= amount_cents)
);
comment on table public.payments is 'One attempt to charge an order, or to fill a wallet, with one provider. Changed by provider events only.';
comment on column public.payments.purpose is 'order: pays an order; top_up: fills the customer''s wallet.';
comment on column public.payments.out_trade_no is 'Our number for the charge, as the provider knows it.';
comment on column public.payments.kept_cents is 'A cancellation fee that the customer bears: it never goes back.';
create index payments_order_id on public.payments (order_id);
create index payments_customer_id on public.payments (customer_id, created_at desc);
create unique index payments_one_pending on public.payments (order_id, provider) where status = 'pending';
create index payments_stale on public.payments (created_at) where status = 'pending';
create index payments_voided on public.payments (updated_at) where status = 'voided';

create table public.payment_transitions (
  from_status public.payment_status not null,
  command text not null,
  to_status public.payment_status not null,
  primary key (from_status, command)
);
comment on table public.payment_transitions is 'The payment state machine; every command comes from a provider event or a timeout.';

create table public.payment_events (
  id bigint generated always as identity primary key,
  payment_id uuid not null references public.payments on delete restrict,
  provider public.payment_provider not null,
  provider_event_id text not null,
  command text not null,
  from_status public.payment_status not null,
  to_status public.payment_status not null,
  amount_cents bigint not null,
  payload jsonb not null default '{}',
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (provider, provider_event_id)
);
comment on table public.payment_events is 'What the provider told us, once per event.';
create index payment_events_payment_id on public.payment_events (payment_id, id);

create table public.refund_requests (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete restrict,
  payment_id uuid not null references public.payments on delete restrict,
  customer_id uuid not null references auth.users on delete restrict,
  store_id uuid not null references public.stores on delete restrict,
  status public.refund_status not null default 'requested',
  out_refund_no text not null unique,
  amount_cents bigint not null check (amount_cents > 0),
  liable_party public.liable_party not null,
  reason text not null,
  is_asked boolean not null default false,
  note text not null default '' check (length(note) <= 500),
  photos text[] not null default '{}' check (cardinality(photos) <= 9),
  answer text not null default '' check (length(answer) <= 500),
  due_at timestamptz,
  goods_cents bigint not null default 0 check (goods_cents >= 0),
  shares_posted_at timestamptz,
  attempt_count int not null default 0,
  next_attempt_at timestamptz not null default now(),
  refunded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.refund_requests is 'Money on its way back to the customer, and who bears it.';
comment on column public.refund_requests.is_asked is 'The customer asked for it; otherwise the money goes back by itself.';
comment on column public.refund_requests.photos is 'Names of objects in the bucket after-sale, in the customer''s folder.';
comment on column public.refund_requests.answer is 'What the store, or the platform after it, said.';
comment on column public.refund_requests.due_at is 'When the store''s silence counts as a yes.';
comment on column public.refund_requests.goods_cents is 'The part of the amount that paid for goods, once the shares are posted.';
comment on column public.refund_requests.shares_posted_at is 'When the refund of a completed order was taken from the party that bears it.';
create index refund_requests_order_id on public.refund_requests (order_id);
create index refund_requests_customer_id on public.refund_requests (customer_id, created_at desc, id);
create index refund_requests_store_id on public.refund_requests (store_id, created_at desc, id);
create index refund_requests_status on public.refund_requests (status, created_at desc, id);
create index refund_requests_due_at on public.refund_requests (due_at) where due_at is not null;
create index refund_requests_photos on public.refund_requests using gin (photos);
create unique index refund_requests_one_asked on public.refund_requests (order_id)
  where is_asked and status in ('requested', 'merchant_rejected', 'escalated');
create index refund_requests_payment_id on public.refund_requests (payment_id);
create index refund_requests_open on public.refund_requests (next_attempt_at) where status = 'refunding';

create table public.refund_request_lines (
  refund_request_id uuid not null references public.refund_requests on delete cascade,
  order_id uuid not null,
  line_number int not null,
  order_item_id uuid references public.order_items on delete set null,
  name text not null,
  quantity int not null check (quantity > 0),
  amount_cents bigint not null check (amount_cents >= 0),
  primary key (refund_request_id, line_number)
);
comment on table public.refund_request_lines is 'Which goods a refund is for; amount_cents is what was paid for them after their part of the discounts.';
create index refund_request_lines_order_id on public.refund_request_lines (order_id, line_number);
create index refund_request_lines_order_item_id on public.refund_request_lines (order_item_id);

create table public.refund_transitions (
  from_status public.refund_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.refund_status not null,
  primary key (from_status, command, actor)
);
comment on table public.refund_transitions is 'The refund state machine.';

create table public.refund_events (
  id bigint generated always as identity primary key,
  refund_request_id uuid not null references public.refund_requests on delete cascade,
  command text not null,
  from_status public.refund_status not null,
  to_status public.refund_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.refund_events is 'One row for each transition of a refund.';
create index refund_events_refund_request_id on public.refund_events (refund_request_id, id);

-- 70_ledger/020_tables.sql
create table public.ledger_accounts (
  id uuid primary key default gen_random_uuid(),
  kind public.ledger_account_kind not null,
  owner_id uuid,
  currency text not null,
  created_at timestamptz not null default now(),
  unique nulls not distinct (kind, owner_id, currency)
);
comment on table public.ledger_accounts is 'One account per kind, owner (merchant, rider, customer; null for the platform) and currency.';

create table public.ledger_transactions (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind ~ '^[a-z_]+$'),
  event_key text not null unique,
  order_id uuid references public.orders on delete restrict,
  event_at timestamptz not null,
  created_at timestamptz not null default now()
);
comment on table public.ledger_transactions is 'Append-only. event_key makes a repeat impossible.';
create index ledger_transactions_order_id on public.ledger_transactions (order_id);

create table public.ledger_entries (
  id bigint generated always as identity primary key,
  transaction_id uuid not null references public.ledger_transactions on delete restrict,
  account_id uuid not null references public.ledger_accounts on delete restrict,
  purpose text not null,
  amount_cents bigint not null check (amount_cents <> 0)
);
comment on table public.ledger_entries is 'Append-only. Positive is debit, negative is credit; each transaction sums to zero.';
create index ledger_entries_transaction_id on public.ledger_entries (transaction_id);
create index ledger_entries_account_id on public.ledger_entries (account_id, id);


create table private.ledger_snapshots (
  account_id uuid primary key references public.ledger_accounts on delete restrict,
  balance_cents bigint not null,
  up_to_entry_id bigint not null
);
comment on table private.ledger_snapshots is 'Each account''s sum up to an entry, made every night: a balance reads only what came after it.';

-- 72_payout/020_tables.sql
create table private.payout_accounts (
  id uuid primary key default gen_random_uuid(),
  party_id uuid not null,
  currency text not null,
  holder_name text not null check (length(holder_name) between 1 and 60),
  bank_name text not null check (length(bank_name) between 1 and 60),
  account_masked text not null,
  account_secret_id uuid not null,
  is_active boolean not null default true,
  created_by uuid,
  created_at timestamptz not null default now()
);
comment on table private.payout_accounts is 'Where a merchant or rider is paid; the number itself is a secret of the vault. A changed account is a new row.';
create unique index payout_accounts_one_active on private.payout_accounts (party_id, currency) where is_active;

create table public.payouts (
  id uuid primary key default gen_random_uuid(),
  party public.settlement_party not null,
  party_id uuid not null,
  currency text not null,
  amount_cents bigint not null check (amount_cents > 0),
  status public.payout_status not null default 'pending',
  method public.payout_method,
  payout_account_id uuid not null references private.payout_accounts on delete restrict,
  account_masked text not null,
  out_payout_no text not null unique,
  reference text,
  failure text,
  attempt_count int not null default 0,
  next_attempt_at timestamptz not null default now(),
  requested_by uuid not null,
  paid_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.payouts is 'Settled money on its way to a merchant or rider. Changed by commands and provider events only.';
comment on column public.payouts.method is 'manual: finance transfers and notes the reference; provider: an edge function asks the provider. Chosen at approval.';
comment on column public.payouts.out_payout_no is 'Our number for the payout, as the provider or the bank statement knows it.';
create index payouts_party on public.payouts (party_id, created_at desc, id);
create index payouts_status on public.payouts (status, created_at desc, id);
create index payouts_payout_account_id on public.payouts (payout_account_id);
create index payouts_due on public.payouts (next_attempt_at) where status = 'processing' and method = 'provider';

create table public.payout_transitions (
  from_status public.payout_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.payout_status not null,
  primary key (from_status, command, actor)
);
comment on table public.payout_transitions is 'The payout state machine. What is not listed is refused.';

create table public.payout_events (
  id bigint generated always as identity primary key,
  payout_id uuid not null references public.payouts on delete restrict,
  command text not null,
  from_status public.payout_status not null,
  to_status public.payout_status not null,
  actor public.actor_role not null,
  actor_id uuid,
  provider_event_id text unique,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now()
);
comment on table public.payout_events is 'One row for each transition of a payout, and for each time its account number was read.';
create index payout_events_payout_id on public.payout_events (payout_id, id);

-- 74_reconciliation/020_tables.sql
create table public.reconciliation_runs (
  id uuid primary key default gen_random_uuid(),
  provider public.payment_provider not null,
  on_date date not null,
  import_count int not null default 0,
  row_count int not null default 0,
  matched_count int not null default 0,
  difference_count int not null default 0,
  fee_cents bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, on_date)
);
comment on table public.reconciliation_runs is 'A provider''s statement of a day beside our own books. Importing it again changes only what is new.';
comment on column public.reconciliation_runs.on_date is 'The day in the provider''s time zone.';
comment on column public.reconciliation_runs.difference_count is 'Items that do not match and that nobody has resolved.';

create table public.reconciliation_items (
  id bigint generated always as identity primary key,
  run_id uuid not null references public.reconciliation_runs on delete restrict,
  kind text not null check (kind in ('payment', 'refund')),
  status public.reconciliation_status not null,
  out_trade_no text not null,
  out_refund_no text,
  provider_transaction_id text,
  payment_id uuid references public.payments on delete restrict,
  refund_request_id uuid references public.refund_requests on delete restrict,
  ours_cents bigint not null default 0,
  theirs_cents bigint not null default 0,
  fee_cents bigint not null default 0,
  is_fee_posted boolean not null default false,
  currency text not null,
  occurred_at timestamptz,
  resolved_at timestamptz,
  resolved_by uuid,
  resolution text,
  created_at timestamptz not null default now(),
  unique nulls not distinct (run_id, kind, out_trade_no, out_refund_no)
);
comment on table public.reconciliation_items is 'One line of a provider''s statement, or one of ours that the statement lacks.';
create index reconciliation_items_open on public.reconciliation_items (run_id) where status <> 'matched' and resolved_at is null;
create index reconciliation_items_payment_id on public.reconciliation_items (payment_id);
create index reconciliation_items_refund_request_id on public.reconciliation_items (refund_request_id);

-- 75_delivery/020_tables.sql
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

-- 80_dispatch/020_tables.sql
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

create table private.dispatch_exclusions (
  delivery_id uuid not null references public.deliveries on delete cascade,
  rider_id uuid not null references public.riders on delete cascade,
  reason text not null,
  created_at timestamptz not null default now(),
  primary key (delivery_id, rider_id)
);
comment on table private.dispatch_exclusions is 'Riders who must not get a delivery again: ops said so, or they gave it back.';
create index dispatch_exclusions_rider_id on private.dispatch_exclusions (rider_id);

-- 85_notification/020_tables.sql
create table public.notification_rules (
  id uuid primary key default gen_random_uuid(),
  event text not null check (event ~ '^(order|stock|license)\.[a-z_]+$'),
  audience text not null check (audience in ('customer', 'merchant')),
  channel text not null check (channel in ('in_app', 'sms')),
  template text not null,
  title text not null,
  body text not null,
  translations jsonb not null default '{}',
  is_active boolean not null default true,
  unique (event, audience, channel)
);
comment on table public.notification_rules is 'Which event of an order or of stock tells whom, how, in which words; edited by ops. {number}, {store} and {total} of an order, {product}, {store} and {left} of stock are filled in.';
comment on column public.notification_rules.template is 'Name of the provider''s approved template for SMS.';

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users on delete cascade,
  event text not null,
  order_id uuid references public.orders on delete cascade,
  title text not null,
  body text not null,
  read_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.notifications is 'In-app messages of one person.';
create index notifications_user_id on public.notifications (user_id, created_at desc);
create index notifications_order_id on public.notifications (order_id);

create table private.delivered_messages (
  message_id uuid primary key,
  created_at timestamptz not null default now()
);
comment on table private.delivered_messages is 'Outbox messages whose effect exists already: a second delivery changes nothing.';

-- 88_screen/020_tables.sql
create table private.resource_catalogues (
  version text primary key,
  resources jsonb not null,
  rights jsonb not null,
  questions jsonb not null,
  predicates jsonb not null,
  made_at timestamptz not null default now()
);
comment on table private.resource_catalogues is 'What the database says of itself, kept until a migration changes it.';
comment on column private.resource_catalogues.rights is 'Table → command → policy as a tree; see private.policy_tree.';
comment on column private.resource_catalogues.questions is 'The parts of all policies that do not depend on a row, as SQL; asked once for each caller.';
comment on column private.resource_catalogues.predicates is 'Table → update and delete → policies as one SQL condition on a row.';

create table public.screen_definitions (
  id uuid primary key default gen_random_uuid(),
  resource text not null check (resource ~ '^[a-z][a-z0-9_]{0,62}$'),
  version int not null check (version > 0),
  status public.screen_status not null default 'draft',
  definition jsonb not null check (jsonb_typeof(definition) = 'object' and pg_column_size(definition) <= 200000),
  note text not null default '' check (length(note) <= 200),
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  updated_by uuid references auth.users on delete set null,
  updated_at timestamptz not null default now(),
  published_by uuid references auth.users on delete set null,
  published_at timestamptz,
  unique (resource, version)
);
comment on table public.screen_definitions is 'How the back office shows a resource, by version. Changed by save_screen_draft, publish_screen, roll_back_screen and discard_screen_draft.';
comment on column public.screen_definitions.definition is 'Labels, groups, fields, list, views and actions; private.check_screen says what must hold.';
create unique index screen_definitions_one_draft on public.screen_definitions (resource) where status = 'draft';
create unique index screen_definitions_one_published on public.screen_definitions (resource) where status = 'published';
create index screen_definitions_created_by on public.screen_definitions (created_by);
create index screen_definitions_updated_by on public.screen_definitions (updated_by);
create index screen_definitions_published_by on public.screen_definitions (published_by);

create table public.custom_fields (
  resource text not null check (resource ~ '^[a-z][a-z0-9_]{0,62}$'),
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  schema jsonb not null,
  labels jsonb not null default '{}' check (jsonb_typeof(labels) = 'object'),
  help jsonb not null default '{}' check (jsonb_typeof(help) = 'object'),
  is_required boolean not null default false,
  is_internal boolean not null default true,
  is_active boolean not null default true,
  sort_order int not null default 0,
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  primary key (resource, key)
);
comment on table public.custom_fields is 'Fields that ops added to a resource without a deploy.';
comment on column public.custom_fields.schema is 'JSON Schema of one value; private.json_schema_errors reads it.';
comment on column public.custom_fields.is_internal is 'Only ops read and write it; otherwise whoever may read or change the row itself.';
create index custom_fields_created_by on public.custom_fields (created_by);

create table public.custom_values (
  resource text not null,
  row_id text not null check (length(row_id) between 1 and 200),
  key text not null,
  value jsonb not null check (octet_length(value::text) <= 2000),
  updated_by uuid references auth.users on delete set null,
  updated_at timestamptz not null default now(),
  primary key (resource, row_id, key),
  foreign key (resource, key) references public.custom_fields on delete cascade
);
comment on table public.custom_values is 'Values of custom fields. Rights follow the row that they belong to; written by set_custom_values.';
create index custom_values_key on public.custom_values (resource, key, value);
create index custom_values_updated_by on public.custom_values (updated_by);

create table public.custom_resources (
  name text primary key check (name ~ '^x_[a-z][a-z0-9_]{1,38}$'),
  template public.resource_template not null,
  columns jsonb not null,
  labels jsonb not null default '{}' check (jsonb_typeof(labels) = 'object'),
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now()
);
comment on table public.custom_resources is 'Tables that ops made without a deploy. Their names begin with x_, so no table of the product can meet them.';
create index custom_resources_created_by on public.custom_resources (created_by);

-- 97_audit/020_tables.sql
create table public.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_role text not null,
  table_name text not null,
  row_key text not null,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  command text not null default '',
  store_id uuid,
  merchant_id uuid,
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  request_id text
);
comment on table public.audit_log is 'Who changed what in the back office: written by one trigger, append-only, kept for audit.retention_months.';
comment on column public.audit_log.actor_role is 'ops:<role>, merchant:<role>, customer, or service_role for functions and workflows.';
comment on column public.audit_log.command is 'The path of the request: the table or the command that was called.';
comment on column public.audit_log.before is 'Of an update only what changed; personal data and secrets are masked.';
create index audit_log_table_name on public.audit_log (table_name, id desc);
create index audit_log_row_key on public.audit_log (row_key, id desc);
create index audit_log_actor_id on public.audit_log (actor_id, id desc);
create index audit_log_store_id on public.audit_log (store_id, id desc);
create index audit_log_merchant_id on public.audit_log (merchant_id, id desc);
create index audit_log_at on public.audit_log using brin (at);

-- 20_store/021_rate_cards.sql
create table public.rate_cards (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  zone_id uuid references public.zones on delete cascade,
  store_id uuid references public.stores on delete cascade,
  version int not null default 1 check (version > 0),
  name text not null default '' check (length(name) <= 60),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reach_meters int not null check (reach_meters between 1 and 50000),
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  created_by uuid references auth.users on delete set null,
  created_at timestamptz not null default now(),
  unique nulls not distinct (city_id, zone_id, store_id, version),
  check (ends_at > starts_at),
  check (zone_id is null or store_id is null)
);
comment on table public.rate_cards is 'Delivery fee of a city, of the stores in a zone, or of one store: the narrowest card of the hour counts, of equal ones the highest version. Never changed, only followed by a new version.';
comment on column public.rate_cards.reach_meters is 'Nobody delivers farther than this, straight from the store.';
create index rate_cards_zone_id on public.rate_cards (zone_id);
create index rate_cards_store_id on public.rate_cards (store_id);
create index rate_cards_created_by on public.rate_cards (created_by);
create index rate_cards_reach_meters on public.rate_cards (reach_meters);

create table public.rate_card_rules (
  id uuid primary key default gen_random_uuid(),
  rate_card_id uuid not null references public.rate_cards on delete cascade,
  position int not null check (position > 0),
  kind public.rate_rule_kind not null,
  label text not null check (length(label) between 1 and 40),
  translations jsonb not null default '{}',
  amount_cents bigint not null default 0 check (amount_cents >= 0),
  from_meters int,
  to_meters int,
  per_km_cents bigint,
  free_from_cents bigint,
  below_cents bigint,
  zone_id uuid references public.zones on delete cascade,
  weekdays int[],
  starts_at time,
  ends_at time,
  condition text,
  over_grams int,
  per_kg_cents bigint,
  unique (rate_card_id, position)
);
comment on table public.rate_card_rules is 'Rules of a rate card, read in order; each adds its line to the fee.';
comment on column public.rate_card_rules.amount_cents is 'What the rule adds when it applies.';
comment on column public.rate_card_rules.from_meters is 'distance: applies beyond it; per_km_cents counts each started kilometre from here up to to_meters.';
comment on column public.rate_card_rules.free_from_cents is 'amount: from this goods'' total on, what earlier rules added is free.';
comment on column public.rate_card_rules.below_cents is 'amount: amount_cents is added below this goods'' total.';
comment on column public.rate_card_rules.zone_id is 'zone: the customer''s place lies in it.';
comment on column public.rate_card_rules.starts_at is 'time_window: in the store''s time zone; a window that ends at or before it starts runs overnight and belongs to the weekday it starts.';
comment on column public.rate_card_rules.condition is 'weather: a condition of city_conditions.';
comment on column public.rate_card_rules.over_grams is 'weight: applies beyond it; per_kg_cents counts each started kilogram from here.';
create index rate_card_rules_zone_id on public.rate_card_rules (zone_id);

-- 50_order/021_requests.sql
create table public.order_cancel_policies (
  command text not null check (command in ('cancel', 'agree_cancel', 'reject', 'expire', 'time_out', 'no_show')),
  from_status public.order_status not null,
  actor public.actor_role not null,
  refund_bps int not null default 10000 check (refund_bps between 0 and 10000),
  liable_party public.liable_party not null,
  primary key (command, from_status, actor),
  check (refund_bps = 10000 or liable_party = 'customer')
);
comment on table public.order_cancel_policies is 'What an order that ends early costs: by command, the state it ended in, and who ended it. Without a row all is refunded at the platform''s cost.';
comment on column public.order_cancel_policies.refund_bps is 'Part of the paid amount that goes back, in hundredths of a percent; the store keeps the rest.';

create table public.order_requests (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete cascade,
  kind public.order_request_kind not null,
  status public.order_request_status not null default 'open',
  asked_by public.actor_role not null,
  asked_by_id uuid references auth.users on delete set null,
  detail jsonb not null default '{}',
  reason_code text references public.reason_codes on delete restrict,
  due_at timestamptz not null,
  answered_at timestamptz,
  answered_by_id uuid references auth.users on delete set null,
  created_at timestamptz not null default now()
);
comment on table public.order_requests is 'What one side may do to an order only with the other side''s consent: a changed slot or edited lines (the customer answers), a late cancellation (the store answers).';
comment on column public.order_requests.detail is 'slot: {starts_at, ends_at}; edit: {lines: [{line_number, quantity, item}], new_lines, adjustments, subtotal_cents, discount_cents, total_cents, refund_cents}; cancel: {}.';
comment on column public.order_requests.due_at is 'Unanswered until then, a slot or edit is declined and a cancellation is agreed to.';
create unique index order_requests_one_open on public.order_requests (order_id) where status = 'open';
create index order_requests_order_id on public.order_requests (order_id, created_at);
create index order_requests_due_at on public.order_requests (due_at) where status = 'open';
create index order_requests_reason_code on public.order_requests (reason_code);
create index order_requests_asked_by_id on public.order_requests (asked_by_id);
create index order_requests_answered_by_id on public.order_requests (answered_by_id);

-- 70_ledger/021_commission_tables.sql
create table public.commission_plans (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 60),
  translations jsonb not null default '{}',
  is_default boolean not null default false,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.commission_plans is 'A set of commission rules that a contract names; the default plan serves merchants without a contract.';
create unique index commission_plans_one_default on public.commission_plans (is_default) where is_default;

create table public.commission_rules (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references public.commission_plans on delete cascade,
  name text not null default '' check (length(name) <= 60),
  category_id uuid references public.categories on delete restrict,
  fulfillment_type public.fulfillment_type,
  promotion_id uuid references public.promotions on delete restrict,
  percent_bps int not null default 0 check (percent_bps between 0 and 10000),
  fixed_cents bigint not null default 0 check (fixed_cents >= 0),
  minimum_cents bigint not null default 0 check (minimum_cents >= 0),
  maximum_cents bigint check (maximum_cents >= minimum_cents),
  sort_order int not null default 100,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.commission_rules is 'Each line of an order is charged by the first rule of the plan that fits it; all lines of a rule are charged together.';
comment on column public.commission_rules.category_id is 'Fits goods of this category or below it; null fits all.';
comment on column public.commission_rules.promotion_id is 'Fits orders that used this campaign; null fits all.';
comment on column public.commission_rules.percent_bps is 'Of the goods after the merchant''s own part of discounts, in hundredths of a percent.';
create index commission_rules_plan_id on public.commission_rules (plan_id, sort_order);
create index commission_rules_category_id on public.commission_rules (category_id);
create index commission_rules_promotion_id on public.commission_rules (promotion_id);

create table public.merchant_contracts (
  id uuid primary key default gen_random_uuid(),
  merchant_id uuid not null references public.merchants on delete restrict,
  plan_id uuid not null references public.commission_plans on delete restrict,
  number text not null default '' check (length(number) <= 60),
  starts_on date not null default current_date,
  ends_on date check (ends_on >= starts_on),
  note text not null default '' check (length(note) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (merchant_id, starts_on)
);
comment on table public.merchant_contracts is 'The terms of a merchant from a date on; of several that hold on a day the latest begun counts.';
create index merchant_contracts_plan_id on public.merchant_contracts (plan_id);

create table public.commission_lines (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete cascade,
  rule_id uuid references public.commission_rules on delete set null,
  contract_id uuid references public.merchant_contracts on delete set null,
  name text not null default '',
  line_numbers int[] not null,
  percent_bps int not null,
  fixed_cents bigint not null,
  minimum_cents bigint not null,
  maximum_cents bigint,
  base_cents bigint not null,
  amount_cents bigint not null
);
comment on table public.commission_lines is 'The commission of an order by the terms that held when it was placed; later changes of a plan do not reach it.';
create index commission_lines_order_id on public.commission_lines (order_id);
create index commission_lines_rule_id on public.commission_lines (rule_id);
create index commission_lines_contract_id on public.commission_lines (contract_id);

create table public.tax_lines (
  order_id uuid not null references public.orders on delete cascade,
  tax_bps int not null check (tax_bps between 1 and 10000),
  line_numbers int[] not null,
  amount_cents bigint not null,
  primary key (order_id, tax_bps)
);
comment on table public.tax_lines is 'Tax within the prices of an order that the platform collects for the state, by rate.';

-- 75_delivery/021_shift_tables.sql
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
  mode text check (mode in ('rain', 'shortage', 'road_closed', 'event')),
  is_active boolean not null default true,
  check ((kind = 'peak') = (starts_at is not null and ends_at is not null)),
  check ((kind = 'weather') = (mode is not null))
);
comment on table public.rider_pay_rules is 'What a delivery pays beside the zone''s base and distance: peak hours, an incident mode; and what an hour of a shift pays at least (guarantee).';
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

-- 80_dispatch/021_parameter_tables.sql
create table public.dispatch_parameters (
  zone_id uuid primary key references public.zones on delete cascade,
  commit_lead_seconds int not null default 160,
  pickup_service_seconds int not null default 180 check (pickup_service_seconds between 0 and 1800),
  dropoff_service_seconds int not null default 180 check (dropoff_service_seconds between 0 and 1800),
  grab_after_seconds int not null default 180 check (grab_after_seconds between 0 and 3600),
  position_max_age_seconds int not null default 300 check (position_max_age_seconds between 30 and 3600),
  dark_after_seconds int not null default 600 check (dark_after_seconds between 60 and 7200),
  decline_peace_seconds int not null default 120 check (decline_peace_seconds between 0 and 3600),
  search_steps int not null default 600 check (search_steps between 0 and 20000),
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

-- 20_store/022_slot_capacities.sql
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

-- 70_ledger/022_settlement_tables.sql
create table public.settlement_statements (
  id uuid primary key default gen_random_uuid(),
  party public.settlement_party not null,
  party_id uuid not null,
  city_id uuid not null references public.cities on delete restrict,
  period_on date not null,
  currency text not null,
  opening_cents bigint not null default 0,
  order_count int not null,
  gross_cents bigint not null,
  deducted_cents bigint not null,
  net_cents bigint not null check (net_cents = gross_cents - deducted_cents),
  created_at timestamptz not null default now(),
  unique (party, party_id, city_id, period_on)
);
comment on table public.settlement_statements is 'What a merchant or rider earned up to the end of a local day, from ledger entries that no earlier statement holds. Never changed.';
comment on column public.settlement_statements.opening_cents is 'What earlier statements had left open, less payouts; a debt is carried here. Opening and net are what is owed now.';
create index settlement_statements_party on public.settlement_statements (party_id, period_on desc);
create index settlement_statements_city_id on public.settlement_statements (city_id);

create table public.settlement_lines (
  ledger_entry_id bigint primary key references public.ledger_entries on delete restrict,
  statement_id uuid not null references public.settlement_statements on delete restrict,
  order_id uuid references public.orders on delete restrict,
  purpose text not null,
  amount_cents bigint not null
);
comment on column public.settlement_lines.order_id is 'Null for what no order earned: a shift''s guarantee.';
comment on table public.settlement_lines is 'One ledger entry is in at most one statement: its id is the key. Positive is owed to the party.';
create index settlement_lines_statement_id on public.settlement_lines (statement_id);
create index settlement_lines_order_id on public.settlement_lines (order_id);

-- 75_delivery/022_incident_tables.sql
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

-- 80_dispatch/022_learning_tables.sql
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
  kind text not null check (kind in ('preparation', 'pickup_service', 'dropoff_service', 'eta_error')),
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
comment on table private.learnt_quantiles is 'Learnt durations: preparation and counter by store, door and error of the ETA by zone.';

create table private.eta_predictions (
  delivery_id uuid not null references public.deliveries on delete cascade,
  stage int not null check (stage between 0 and 2),
  zone_id uuid references public.zones on delete cascade,
  predicted_at timestamptz not null default now(),
  raw_at timestamptz not null,
  p50_at timestamptz not null,
  p90_at timestamptz not null,
  actual_at timestamptz,
  primary key (delivery_id, stage)
);
comment on table private.eta_predictions is 'What was predicted when a delivery began (0), got its rider (1) and was picked up (2), and what came true.';
create index eta_predictions_zone_id on private.eta_predictions (zone_id, predicted_at);

-- 20_store/023_store_listings.sql
create table private.store_listings (
  store_id uuid primary key references public.stores on delete cascade,
  city_id uuid not null,
  category_id uuid not null,
  name text not null,
  timezone text not null,
  location extensions.geography(point, 4326) not null,
  delivery_area extensions.geometry(multipolygon, 4326),
  rate_card_id uuid,
  reach_meters int not null,
  open_periods tstzmultirange not null,
  paused_until timestamptz,
  rating_average numeric(2, 1),
  monthly_sales_count int not null,
  refresh_at timestamptz not null
);
comment on table private.store_listings is 'What find_stores asks of each visible store, made ready by refresh_store_listings: one narrow row, no look-up beside it.';
comment on column private.store_listings.name is 'Every language''s name, for the search.';
comment on column private.store_listings.reach_meters is 'Of the rate card that counts now; 0 without one.';
comment on column private.store_listings.open_periods is 'When the store sells in the coming days: its hours without its temporary close, while it is licensed.';
comment on column private.store_listings.refresh_at is 'When something in the row may be old: a rate card begins or ends, or a day has passed.';
create index store_listings_location on private.store_listings using gist (location);
create index store_listings_refresh_at on private.store_listings (refresh_at);

-- 20_store/024_licenses.sql
create table public.license_documents (
  id uuid primary key default gen_random_uuid(),
  merchant_id uuid not null references public.merchants on delete cascade,
  store_id uuid references public.stores on delete cascade,
  kind text not null check (kind ~ '^[a-z_]{2,40}$'),
  number text not null check (length(number) between 1 and 80),
  file_path text not null check (length(file_path) between 1 and 300),
  expires_on date,
  status public.license_status not null default 'submitted',
  reason text not null default '' check (length(reason) <= 300),
  submitted_by uuid references auth.users on delete set null,
  reviewed_by uuid references auth.users on delete set null,
  reviewed_at timestamptz,
  flagged_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table public.license_documents is 'Licences of a merchant or of one of its stores. Read by ops; the approved ones count until they expire.';
comment on column public.license_documents.kind is 'For instance business_license, food_permit, drug_permit; categories name the kinds that they demand.';
comment on column public.license_documents.file_path is 'In the private bucket "licenses".';
comment on column public.license_documents.expires_on is 'The last day on which it is good, by the store''s calendar; null when it does not expire.';
comment on column public.license_documents.flagged_at is 'When the merchant was told that it expires soon.';
create index license_documents_merchant_id on public.license_documents (merchant_id, kind);
create index license_documents_store_id on public.license_documents (store_id);
create index license_documents_submitted_by on public.license_documents (submitted_by);
create index license_documents_reviewed_by on public.license_documents (reviewed_by);
create index license_documents_expires_on on public.license_documents (expires_on) where status = 'approved';
create index license_documents_open on public.license_documents (created_at, id) where status = 'submitted';

-- 20_store/025_onboarding.sql
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

-- 35_stock/025_reservation_tables.sql
create table public.stock_reservations (
  order_item_id uuid not null references public.order_items on delete cascade,
  stock_item_id uuid not null references public.stock_items on delete cascade,
  order_id uuid not null references public.orders on delete cascade,
  quantity int not null check (quantity > 0),
  created_at timestamptz not null default now(),
  primary key (order_item_id, stock_item_id)
);
comment on table public.stock_reservations is 'Counted stock that open orders hold, by line. It ends with its order: sold on completion, free again on cancel, and on orders.due_at while nothing is paid.';
create index stock_reservations_order_id on public.stock_reservations (order_id);
create index stock_reservations_stock_item_id on public.stock_reservations (stock_item_id);

-- 40_promotion/025_use_tables.sql
create table private.promotion_counters (
  promotion_id uuid not null references public.promotions on delete cascade,
  shard smallint not null check (shard between 0 and 15),
  quota_cents bigint check (quota_cents >= 0),
  used_cents bigint not null default 0,
  quota_count int check (quota_count >= 0),
  used_count int not null default 0,
  primary key (promotion_id, shard),
  check (used_cents <= quota_cents),
  check (used_count <= quota_count)
) with (fillfactor = 50);
comment on table private.promotion_counters is
  'What orders have spent of a promotion, spread over rows so that many orders count at once. The quotas of a capped promotion sum to its caps.';

create table private.promotion_uses (
  order_id uuid not null references public.orders on delete cascade,
  promotion_id uuid not null references public.promotions on delete cascade,
  customer_id uuid not null,
  amount_cents bigint not null,
  quantity int not null,
  shard smallint not null,
  created_at timestamptz not null default now(),
  returned_at timestamptz,
  primary key (order_id, promotion_id)
);
comment on table private.promotion_uses is 'One row for each promotion of an order: a use is counted once and returned once.';
create index promotion_uses_promotion_id on private.promotion_uses (promotion_id, created_at);

create table private.promotion_customers (
  promotion_id uuid not null references public.promotions on delete cascade,
  customer_id uuid not null references auth.users on delete cascade,
  used_count int not null check (used_count >= 0),
  primary key (promotion_id, customer_id)
);
comment on table private.promotion_customers is 'How often a customer has used a promotion that has a cap per customer.';
create index promotion_customers_customer_id on private.promotion_customers (customer_id);

create table private.flash_stock (
  promotion_id uuid not null references public.promotions on delete cascade,
  product_id uuid not null references public.products on delete cascade,
  stock_count int not null,
  sold_count int not null default 0 check (sold_count >= 0),
  primary key (promotion_id, product_id),
  check (sold_count <= stock_count)
) with (fillfactor = 50);
comment on table private.flash_stock is 'Units of a flash sale, apart from the product''s own stock.';
create index flash_stock_product_id on private.flash_stock (product_id);

create table private.coupon_codes (
  code text primary key check (code ~ '^[A-Z0-9]{4,24}$'),
  promotion_id uuid not null unique references public.promotions on delete cascade
);
comment on table private.coupon_codes is 'The code that everyone redeems for a coupon of this campaign; unlike the campaign it is secret.';

create table private.coupon_issues (
  promotion_id uuid primary key references public.promotions on delete cascade,
  issued_count int not null check (issued_count >= 0)
);
comment on table private.coupon_issues is 'How many coupons of a campaign people and codes have; its row makes those who claim wait for each other.';

create table private.coupon_attempts (
  customer_id uuid not null references auth.users on delete cascade,
  attempted_at timestamptz not null default now()
);
comment on table private.coupon_attempts is 'Codes that did not exist: a customer may try ten an hour.';
create index coupon_attempts_customer_id on private.coupon_attempts (customer_id, attempted_at);

create table public.coupons (
  id uuid primary key default gen_random_uuid(),
  promotion_id uuid not null references public.promotions on delete restrict,
  customer_id uuid references auth.users on delete cascade,
  code text unique check (code ~ '^[A-Z0-9]{4,24}$'),
  status public.coupon_status not null default 'issued',
  source text not null check (source in ('claim', 'issue', 'first_order', 'code', 'exchange')),
  order_id uuid references public.orders on delete set null,
  issued_at timestamptz not null default now(),
  used_at timestamptz,
  expires_at timestamptz not null
);
comment on table public.coupons is 'Coupons in people''s wallets, and codes that nobody has redeemed yet (customer_id null). Changed by functions only.';
comment on column public.coupons.status is 'issued by ops, claimed by the customer, used by order_id, returned from a cancelled order (usable again), expired.';
create index coupons_customer_id on public.coupons (customer_id, status, expires_at);
create index coupons_promotion_id on public.coupons (promotion_id, customer_id);
create index coupons_order_id on public.coupons (order_id);
create index coupons_expires_at on public.coupons (expires_at) where status in ('issued', 'claimed', 'returned');

alter table public.order_adjustments
  add constraint order_adjustments_coupon_id_fkey foreign key (coupon_id) references public.coupons on delete restrict;

-- 20_store/030_slot_reservations.sql
create table private.slot_reservations (
  order_id uuid not null references public.orders on delete cascade,
  capacity_id uuid not null references public.slot_capacities on delete restrict,
  starts_at timestamptz not null,
  primary key (order_id, capacity_id)
);
comment on table private.slot_reservations is 'Which slots an order holds; gone when released.';
create index slot_reservations_capacity_id on private.slot_reservations (capacity_id, starts_at);

-- 00_platform/100_fn_raise.sql
create function private.raise(p_key text, p_status int, p_detail jsonb default '{}')
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise exception using
    errcode = 'PT' || p_status,
    message = p_key,
    detail = p_detail::text;
end;
$$;
comment on function private.raise(text, int, jsonb) is
  'Fails with a stable key that apps translate. p_status is the HTTP status; p_detail is JSON for the message.';

-- 05_map/100_fn_point.sql
create function private.point(p_lon double precision, p_lat double precision)
returns extensions.geometry
language sql
immutable
strict
parallel safe
set search_path = ''
as $$
  select extensions.st_setsrid(extensions.st_makepoint(p_lon, p_lat), 4326);
$$;
comment on function private.point(double precision, double precision) is 'WGS-84 point; longitude first.';

create function private.check_point(p_lon double precision, p_lat double precision)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_lon is null or p_lat is null or p_lon not between -180 and 180 or p_lat not between -90 and 90 then
    perform private.raise('map.position_invalid', 400);
  end if;
end;
$$;

-- 10_identity/100_fn_current_user.sql
create function private.require_user()
returns uuid
language plpgsql
stable
set search_path = ''
as $$
begin
  if auth.uid() is null then
    perform private.raise('identity.sign_in_required', 401);
  end if;
  return auth.uid();
end;
$$;
comment on function private.require_user() is 'The signed-in user, or identity.sign_in_required.';

-- 20_store/100_fn_my_store_ids.sql
create function private.my_store_ids(p_roles public.merchant_role[] default null)
returns setof uuid
language sql
stable
security definer -- used by policies on stores and members themselves
set search_path = ''
as $$
  select s.id
  from public.merchant_members m
  join public.stores s on s.merchant_id = m.merchant_id and (m.store_id is null or m.store_id = s.id)
  where m.user_id = (select auth.uid()) and (p_roles is null or m.role = any (p_roles));
$$;
comment on function private.my_store_ids(public.merchant_role[]) is 'Stores in which the caller works, optionally in one of the given roles.';

create function private.my_merchant_ids()
returns setof uuid
language sql
stable
security definer -- used by policies on merchants
set search_path = ''
as $$
  select m.merchant_id from public.merchant_members m where m.user_id = (select auth.uid());
$$;

create function private.require_store_staff(p_store_id uuid, p_roles public.merchant_role[] default '{manager,order_clerk}')
returns uuid
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require_user();
  if not exists (select 1 from private.my_store_ids(p_roles) id where id = p_store_id) then
    perform private.raise('store.not_staff', 403);
  end if;
  return auth.uid();
end;
$$;

-- 30_catalog/100_fn_daypart_is_on.sql
-- plpgsql, since these are asked for in every checkout: its plans are kept, those of a nested sql function are not.
create function private.daypart_is_on(p_daypart_id uuid, p_local timestamp)
returns boolean
language plpgsql
stable
security definer -- times of sale are public; reading them here must not depend on the caller
set search_path = ''
as $$
begin
  -- Windows of today, and yesterday's that run over midnight.
  return exists (
    select 1
    from (values (p_local::date), (p_local::date - 1)) as d (day)
    join public.daypart_windows w on w.daypart_id = p_daypart_id and w.weekday = extract(dow from d.day)
    where p_local >= d.day + w.starts_at
      and p_local < d.day + w.ends_at
        + case when w.ends_at <= w.starts_at then interval '1 day' else interval '0' end);
end;
$$;
comment on function private.daypart_is_on(uuid, timestamp) is 'Whether a daypart runs at a local time of its store.';

create function private.local_time(p_store_id uuid, p_at timestamptz default now())
returns timestamp
language plpgsql
stable
security definer -- the time zone of a store is public; reading it here must not depend on the caller
set search_path = ''
as $$
begin
  return (
    select p_at at time zone coalesce(s.timezone, c.timezone)
    from public.stores s
    join public.cities c on c.id = s.city_id
    where s.id = p_store_id);
end;
$$;
comment on function private.local_time(uuid, timestamptz) is 'What the clock on a store''s wall shows at an instant.';

-- 35_stock/100_fn_stock_wanted.sql
create function private.stock_wanted(p_order_id uuid)
returns table (order_item_id uuid, stock_item_id uuid, name text, quantity int)
language plpgsql -- run twice for every order: its plan is kept
stable
set search_path = ''
as $$
begin
  return query
  select i.id, s.id, min(i.name), (i.quantity * count(*))::int
  from public.order_items i
  cross join lateral (
    select i.product_id as id
    union all
    select i.variant_id
    union all
    select (m ->> 'id')::uuid from jsonb_array_elements(i.modifiers) m
  ) x
  join public.stock_items s on s.id = x.id
  where i.order_id = p_order_id
  group by i.id, i.quantity, s.id;
end;
$$;
comment on function private.stock_wanted(uuid) is 'What the lines of an order take of everything counted: product, variant and each piece of a modifier.';

-- 40_promotion/100_fn_js_values.sql
-- JavaScript's conversions on JSON values. SQL null is `undefined`; numeric 'NaN' is NaN.
create function private.js_truthy(p_value jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return p_value is not null and p_value not in ('null', 'false', '0', '""', '[]');
end;
$$;
comment on function private.js_truthy(jsonb) is 'JsonLogic''s truth: null, false, 0, "" and [] are false, everything else is true.';

create function private.js_text(p_value jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return case jsonb_typeof(p_value)
    when 'string' then p_value #>> '{}'
    when 'number' then trim_scale((p_value #>> '{}')::numeric)::text
    when 'boolean' then p_value #>> '{}'
    when 'null' then 'null'
    when 'object' then '[object Object]'
    when 'array' then (
      select coalesce(string_agg(case jsonb_typeof(e.value) when 'null' then '' else private.js_text(e.value) end,
        ',' order by e.n), '')
      from jsonb_array_elements(p_value) with ordinality as e (value, n))
    else 'undefined'
  end;
end;
$$;

create function private.js_number(p_value jsonb)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_text text;
begin
  case jsonb_typeof(p_value)
    when 'number' then return (p_value #>> '{}')::numeric;
    when 'boolean' then return case when p_value = 'true' then 1 else 0 end;
    when 'null' then return 0;
    when 'string' then v_text := btrim(p_value #>> '{}', E' \t\n\r');
    when 'array' then v_text := btrim(private.js_text(p_value), E' \t\n\r');
    else return 'NaN'::numeric;
  end case;
  if v_text = '' then
    return 0;
  elsif v_text ~ '^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$' and length(v_text) <= 400 then
    return v_text::numeric;
  elsif v_text ~ '^0[xX][0-9a-fA-F]{1,15}$' then
    return ('x' || lpad(substr(v_text, 3), 16, '0'))::bit(64)::bigint;
  end if;
  return 'NaN'::numeric;
end;
$$;
comment on function private.js_number(jsonb) is 'What Number(value) is.';

create function private.js_parse_float(p_value jsonb)
returns numeric
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_text text;
begin
  if jsonb_typeof(p_value) = 'number' then
    return (p_value #>> '{}')::numeric;
  end if;
  v_text := substring(left(ltrim(private.js_text(p_value), E' \t\n\r'), 400)
    from '^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?');
  return coalesce(v_text::numeric, 'NaN');
end;
$$;
comment on function private.js_parse_float(jsonb) is 'What parseFloat(value) is: the number that the text begins with.';

create function private.js_json(p_number numeric)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- What has no JSON number is null, as JSON.stringify writes it.
  return case
    when p_number in ('NaN', 'Infinity', '-Infinity') or abs(p_number) >= 1e308 then jsonb 'null'
    when scale(p_number) > 20 then to_jsonb(trim_scale(round(p_number, 20)))
    else to_jsonb(p_number)
  end;
end;
$$;

create function private.js_equals(p_a jsonb, p_b jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_a text := coalesce(jsonb_typeof(p_a), 'null');
  v_b text := coalesce(jsonb_typeof(p_b), 'null');
begin
  if v_a = 'null' or v_b = 'null' then
    return v_a = v_b;
  elsif v_a = v_b then
    return p_a = p_b;
  elsif v_a in ('array', 'object') and v_b in ('array', 'object') then
    return false;
  elsif v_a in ('array', 'object') then
    return private.js_equals(to_jsonb(private.js_text(p_a)), p_b);
  elsif v_b in ('array', 'object') then
    return private.js_equals(p_a, to_jsonb(private.js_text(p_b)));
  end if;
  return private.js_number(p_a) = private.js_number(p_b)
    and private.js_number(p_a) <> 'NaN' and private.js_number(p_b) <> 'NaN';
end;
$$;
comment on function private.js_equals(jsonb, jsonb) is
  'JavaScript''s ==, but lists and objects are equal when their contents are: JSON has no identity.';

create function private.js_less(p_a jsonb, p_b jsonb, p_or_equal boolean)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_a numeric;
  v_b numeric;
begin
  if jsonb_typeof(p_a) in ('string', 'array', 'object') and jsonb_typeof(p_b) in ('string', 'array', 'object') then
    return case when p_or_equal
      then private.js_text(p_a) collate "C" <= private.js_text(p_b) collate "C"
      else private.js_text(p_a) collate "C" < private.js_text(p_b) collate "C" end;
  end if;
  v_a := private.js_number(p_a);
  v_b := private.js_number(p_b);
  if v_a = 'NaN' or v_b = 'NaN' then
    return false;
  end if;
  return v_a < v_b or (p_or_equal and v_a = v_b);
end;
$$;

-- 45_member/100_fn_customer_facts.sql
create function private.customer_facts(p_customer_id uuid, p_store_id uuid default null, p_at timestamptz default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'id', p_customer_id,
      'order_count', o.order_count, 'is_first_order', o.order_count = 0, 'store_order_count', o.store_order_count,
      'tier', t.slug, 'tier_level', coalesce(t.level, 0),
      'tags', (select coalesce(jsonb_agg(c.tag order by c.tag), '[]') from public.customer_tags c where c.customer_id = p_customer_id))
    from (
      select count(*) as order_count, count(*) filter (where store_id = p_store_id) as store_order_count
      from public.orders
      where customer_id = p_customer_id and status not in ('cancelled', 'rejected', 'expired')
        and (p_at is null or created_at < p_at)
    ) o
    left join public.members m on m.customer_id = p_customer_id
    left join public.member_tiers t on t.id = m.tier_id);
end;
$$;
comment on function private.customer_facts(uuid, uuid, timestamptz) is 'What conditions may know about a customer: orders before p_at that were not called off, tier and tags.';

create function private.is_member_day(p_on date)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select coalesce((
      select s.value -> 'weekdays' @> to_jsonb(extract(dow from p_on)::int)
        or s.value -> 'month_days' @> to_jsonb(extract(day from p_on)::int)
      from (select private.setting('member.day') as value) s), false));
end;
$$;
comment on function private.is_member_day(date) is 'Whether the setting member.day {weekdays, month_days} names this local date.';

-- 55_booking/100_fn_apply_booking_command.sql
create function private.apply_booking_command(
  p_booking_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}')
returns public.bookings
language plpgsql
set search_path = ''
as $$
declare
  v_booking public.bookings;
  v_from public.booking_status;
  v_to public.booking_status;
begin
  select * into v_booking from public.bookings where id = p_booking_id for update;
  if not found then
    perform private.raise('booking.not_found', 404);
  end if;
  select to_status into v_to
  from public.booking_transitions
  where from_status = v_booking.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('booking.transition_refused', 409,
      jsonb_build_object('status', v_booking.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_booking.status;
  update public.bookings set status = v_to, updated_at = now() where id = p_booking_id returning * into v_booking;
  insert into public.booking_events (booking_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_booking_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
  return v_booking;
end;
$$;
comment on function private.apply_booking_command(uuid, text, public.actor_role, jsonb) is
  'The only way a booking changes state: looks the command up in booking_transitions and writes the event. Its order tells everyone.';

-- 60_payment/100_fn_apply_payment_command.sql
create function private.apply_payment_command(
  p_payment_id uuid, p_command text, p_provider_event_id text, p_amount_cents bigint,
  p_payload jsonb, p_occurred_at timestamptz)
returns public.payments
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_from public.payment_status;
  v_to public.payment_status;
begin
  select * into v_payment from public.payments where id = p_payment_id for update;
  select to_status into v_to
  from public.payment_transitions where from_status = v_payment.status and command = p_command;
  if not found then
    perform private.raise('payment.transition_refused', 409,
      jsonb_build_object('status', v_payment.status, 'command', p_command));
  end if;
  v_from := v_payment.status;
  update public.payments
  set status = v_to,
      captured_at = case when v_to = 'captured' then p_occurred_at else captured_at end,
      refunded_cents = refunded_cents + case when p_command in ('refund_part', 'refund_full') then p_amount_cents else 0 end,
      updated_at = now()
  where id = p_payment_id
  returning * into v_payment;
  insert into public.payment_events (
    payment_id, provider, provider_event_id, command, from_status, to_status, amount_cents, payload, occurred_at)
  values (
    p_payment_id, v_payment.provider, p_provider_event_id, p_command, v_from, v_to, p_amount_cents, p_payload, p_occurred_at);
  return v_payment;
end;
$$;

-- 70_ledger/100_fn_post_ledger.sql
create function private.ledger_account(p_kind public.ledger_account_kind, p_owner_id uuid, p_currency text)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
begin
  -- Two branches, since an index does not serve "is not distinct from".
  if p_owner_id is null then
    select id into v_id from public.ledger_accounts where kind = p_kind and owner_id is null and currency = p_currency;
  else
    select id into v_id from public.ledger_accounts where kind = p_kind and owner_id = p_owner_id and currency = p_currency;
  end if;
  if v_id is null then
    insert into public.ledger_accounts (kind, owner_id, currency)
    values (p_kind, p_owner_id, p_currency)
    on conflict (kind, owner_id, currency) do update set currency = excluded.currency
    returning id into v_id;
  end if;
  return v_id;
end;
$$;
comment on function private.ledger_account(public.ledger_account_kind, uuid, text) is 'The account, made when it is first needed.';

create function private.post_ledger(
  p_kind text, p_event_key text, p_order_id uuid, p_currency text, p_event_at timestamptz, p_entries jsonb)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  insert into public.ledger_transactions (id, kind, event_key, order_id, event_at)
  values (v_id, p_kind, p_event_key, p_order_id, p_event_at);
  -- Balances are not kept beside the entries, so no account is locked and a hot one takes postings side by side;
  -- the trigger on the table refuses what does not sum to zero.
  insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents)
  select v_id, private.ledger_account(e.account, e.owner_id, p_currency), e.purpose, e.amount_cents
  from jsonb_to_recordset(p_entries) as e (
    account public.ledger_account_kind, owner_id uuid, purpose text, amount_cents bigint)
  where e.amount_cents <> 0;
  return v_id;
end;
$$;
comment on function private.post_ledger(text, text, uuid, text, timestamptz, jsonb) is
  'Posts entries [{account, owner_id, purpose, amount_cents}] that must sum to zero; the event key may be posted once.';

create function private.reverse_ledger(p_transaction_id uuid, p_reason text)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  insert into public.ledger_transactions (id, kind, event_key, order_id, event_at)
  select v_id, 'reversal', 'reverse:' || p_transaction_id || ':' || p_reason, t.order_id, now()
  from public.ledger_transactions t where t.id = p_transaction_id;
  if not found then
    perform private.raise('ledger.transaction_not_found', 404);
  end if;
  insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents)
  select v_id, e.account_id, e.purpose, -e.amount_cents
  from public.ledger_entries e where e.transaction_id = p_transaction_id;
  return v_id;
end;
$$;
comment on function private.reverse_ledger(uuid, text) is
  'Posts the opposite of a transaction; once for each reason. Nothing in the ledger is corrected otherwise.';

-- 72_payout/100_fn_payout_balance.sql
create function private.payable_account(p_party public.settlement_party, p_party_id uuid, p_currency text)
returns uuid
language sql
set search_path = ''
as $$
  select private.ledger_account(
    (case p_party when 'merchant' then 'merchant_payable' else 'rider_payable' end)::public.ledger_account_kind,
    p_party_id, p_currency);
$$;

create function private.settled_balance(p_party public.settlement_party, p_party_id uuid, p_currency text)
returns bigint
language sql
stable
set search_path = ''
as $$
  select (coalesce((
      select sum(s.net_cents) from public.settlement_statements s
      where s.party = p_party and s.party_id = p_party_id and s.currency = p_currency), 0)
    - coalesce((
      select sum(p.amount_cents) from public.payouts p
      where p.party = p_party and p.party_id = p_party_id and p.currency = p_currency
        and p.status in ('pending', 'processing', 'paid')), 0))::bigint;
$$;
comment on function private.settled_balance(public.settlement_party, uuid, text) is
  'What statements say is owed to a party, less what was or is being paid out; a negative balance is carried to the next statement.';

create function private.available_cents(p_party public.settlement_party, p_party_id uuid, p_currency text)
returns bigint
language sql
set search_path = ''
as $$
  -- A refund after the last statement has already lowered what is owed.
  select greatest(0, least(
    private.settled_balance(p_party, p_party_id, p_currency),
    -private.account_balance(private.payable_account(p_party, p_party_id, p_currency))));
$$;
comment on function private.available_cents(public.settlement_party, uuid, text) is 'What a party may have paid out now.';

create function private.may_manage_money(p_party public.settlement_party, p_party_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_party_id in (select private.my_settled_party_ids())
    and (p_party = 'rider') = (p_party_id = (select auth.uid()));
$$;
comment on function private.may_manage_money(public.settlement_party, uuid) is 'The caller is that rider, or manages all of that merchant.';

-- 74_reconciliation/100_fn_import_provider_statement.sql
create function private.statement_day(p_provider public.payment_provider, p_at timestamptz)
returns date
language sql
stable
set search_path = ''
as $$
  select (p_at at time zone case p_provider when 'stripe' then 'UTC' else 'Asia/Shanghai' end)::date;
$$;
comment on function private.statement_day(public.payment_provider, timestamptz) is 'The day of a provider''s statement that an instant belongs to.';

create function private.our_money(p_provider public.payment_provider)
returns table (
  kind text, out_trade_no text, out_refund_no text, payment_id uuid, refund_request_id uuid, amount_cents bigint,
  currency text, occurred_at timestamptz)
language sql
stable
set search_path = ''
as $$
  select 'payment', p.out_trade_no, null::text, p.id, null::uuid, p.amount_cents, p.currency, p.captured_at
  from public.payments p where p.provider = p_provider and p.captured_at is not null
  union all
  select 'refund', p.out_trade_no, r.out_refund_no, p.id, r.id, r.amount_cents, p.currency, r.refunded_at
  from public.refund_requests r join public.payments p on p.id = r.payment_id
  where p.provider = p_provider and r.status = 'refunded';
$$;
comment on function private.our_money(public.payment_provider) is 'What our books say went through a provider.';

create function public.import_provider_statement(p_provider public.payment_provider, p_on date, p_rows jsonb)
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_run public.reconciliation_runs;
  v_fee record;
begin
  -- Two imports of one day wait for each other here.
  insert into public.reconciliation_runs (provider, on_date) values (p_provider, p_on)
  on conflict (provider, on_date) do update set import_count = reconciliation_runs.import_count + 1, updated_at = now()
  returning * into v_run;

  insert into public.reconciliation_items (
    run_id, kind, status, out_trade_no, out_refund_no, provider_transaction_id, payment_id, refund_request_id,
    ours_cents, theirs_cents, fee_cents, currency, occurred_at)
  select v_run.id, t.kind,
    (case when o.payment_id is null then 'missing_here'
      when o.amount_cents <> t.amount_cents or o.currency <> t.currency then 'amount_differs'
      else 'matched' end)::public.reconciliation_status,
    t.out_trade_no, t.out_refund_no, t.provider_transaction_id, o.payment_id, o.refund_request_id,
    coalesce(o.amount_cents, 0), t.amount_cents, coalesce(t.fee_cents, 0), t.currency, t.occurred_at
  from (
    select distinct on (x.kind, x.out_trade_no, x.out_refund_no) x.*
    from jsonb_to_recordset(p_rows) as x (
      kind text, out_trade_no text, out_refund_no text, provider_transaction_id text, amount_cents bigint,
      fee_cents bigint, currency text, occurred_at timestamptz)
    order by x.kind, x.out_trade_no, x.out_refund_no
  ) t
  left join private.our_money(p_provider) o on o.kind = t.kind
    and case t.kind when 'payment' then o.out_trade_no = t.out_trade_no else o.out_refund_no = t.out_refund_no end
  on conflict (run_id, kind, out_trade_no, out_refund_no) do update
  set status = excluded.status, payment_id = excluded.payment_id, refund_request_id = excluded.refund_request_id,
      ours_cents = excluded.ours_cents, theirs_cents = excluded.theirs_cents,
      fee_cents = case when reconciliation_items.is_fee_posted then reconciliation_items.fee_cents else excluded.fee_cents end
  where reconciliation_items.resolved_at is null;

  -- What came a day earlier or later than our clock says is no difference.
  update public.reconciliation_items i
  set resolved_at = now(), resolution = 'in the statement of ' || p_on
  from public.reconciliation_items found
  where found.run_id = v_run.id and found.status = 'matched' and i.run_id <> v_run.id and i.resolved_at is null
    and i.status = 'missing_there' and i.kind = found.kind
    and i.payment_id = found.payment_id and i.refund_request_id is not distinct from found.refund_request_id;
  insert into public.reconciliation_items (
    run_id, kind, status, out_trade_no, out_refund_no, payment_id, refund_request_id, ours_cents, currency, occurred_at)
  select v_run.id, o.kind, 'missing_there', o.out_trade_no, o.out_refund_no, o.payment_id, o.refund_request_id,
    o.amount_cents, o.currency, o.occurred_at
  from private.our_money(p_provider) o
  where o.occurred_at >= p_on::timestamptz - interval '2 days' and o.occurred_at < p_on::timestamptz + interval '3 days'
    and private.statement_day(p_provider, o.occurred_at) = p_on
    and not exists (
      select 1 from public.reconciliation_items i
      where i.payment_id = o.payment_id and i.kind = o.kind and i.refund_request_id is not distinct from o.refund_request_id)
  on conflict (run_id, kind, out_trade_no, out_refund_no) do nothing;

  for v_fee in
    with posted as (
      update public.reconciliation_items set is_fee_posted = true
      where run_id = v_run.id and not is_fee_posted and theirs_cents > 0
      returning currency, fee_cents
    )
    select currency, sum(fee_cents)::bigint as cents from posted group by currency having sum(fee_cents) <> 0
  loop
    perform private.post_ledger(
      'provider_fee', 'provider_fee:' || v_run.id || ':' || v_run.import_count || ':' || v_fee.currency, null,
      v_fee.currency, now(), jsonb_build_array(
        jsonb_build_object('account', 'provider_fees', 'purpose', 'provider_fee', 'amount_cents', v_fee.cents),
        jsonb_build_object('account', 'psp_clearing', 'purpose', 'provider_fee', 'amount_cents', -v_fee.cents)));
  end loop;
  perform private.count_reconciliation(r.id)
  from public.reconciliation_runs r where r.provider = p_provider and r.difference_count > 0 and r.id <> v_run.id;
  return private.count_reconciliation(v_run.id);
end;
$$;
comment on function public.import_provider_statement(public.payment_provider, date, jsonb) is
  'Compares a provider''s statement of a day with our books: rows [{kind payment|refund, out_trade_no, out_refund_no, provider_transaction_id, amount_cents, fee_cents, currency, occurred_at}], amounts positive. Fees are posted once. Safe to repeat.';

create function private.count_reconciliation(p_run_id uuid)
returns jsonb
language sql
set search_path = ''
as $$
  update public.reconciliation_runs r
  set row_count = c.row_count, matched_count = c.matched_count, difference_count = c.difference_count, fee_cents = c.fee_cents
  from (
    select count(*) filter (where status <> 'missing_there') as row_count,
      count(*) filter (where status = 'matched') as matched_count,
      count(*) filter (where status <> 'matched' and resolved_at is null) as difference_count,
      coalesce(sum(fee_cents), 0) as fee_cents
    from public.reconciliation_items where run_id = p_run_id
  ) c
  where r.id = p_run_id
  returning jsonb_build_object('run_id', r.id, 'rows', r.row_count, 'matched', r.matched_count,
    'differences', r.difference_count, 'fee_cents', r.fee_cents);
$$;
comment on function private.count_reconciliation(uuid) is 'Counts a run anew.';

-- 75_delivery/100_fn_apply_delivery_command.sql
create function private.apply_delivery_command(
  p_delivery_id uuid, p_command text, p_actor public.actor_role,
  p_rider_id uuid default null, p_reason_code text default null,
  p_client_at timestamptz default null, p_detail jsonb default '{}')
returns public.deliveries
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_from public.delivery_status;
  v_to public.delivery_status;
begin
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  select to_status into v_to
  from public.delivery_transitions
  where from_status = v_delivery.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('delivery.transition_refused', 409,
      jsonb_build_object('status', v_delivery.status, 'command', p_command, 'actor', p_actor));
  end if;
  if p_reason_code is not null and not exists (
    select 1 from public.reason_codes r where r.code = p_reason_code and r.is_active and r.applies_to = 'delivery_fail')
  then
    perform private.raise('delivery.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;

  v_from := v_delivery.status;
  update public.deliveries
  set status = v_to,
      rider_id = case when v_to = 'unassigned' then null else coalesce(p_rider_id, rider_id) end,
      reason_code = coalesce(p_reason_code, reason_code),
      waiting_since = case when v_to = 'unassigned' and rider_id is not null then now() else waiting_since end,
      assigned_at = case when v_to = 'assigned' then now() when v_to = 'unassigned' then null else assigned_at end,
      picked_up_at = case when v_to = 'picked_up' then coalesce(picked_up_at, now()) else picked_up_at end,
      delivered_at = case when v_to = 'delivered' then now() else delivered_at end,
      closed_at = case when v_to in ('failed', 'cancelled') then coalesce(closed_at, now()) else closed_at end,
      updated_at = now()
  where id = p_delivery_id
  returning * into v_delivery;
  insert into public.delivery_events (
    delivery_id, command, from_status, to_status, actor, actor_id, rider_id, reason_code, client_at, detail)
  values (
    p_delivery_id, p_command, v_from, v_to, p_actor, auth.uid(),
    coalesce(p_rider_id, v_delivery.rider_id), p_reason_code, p_client_at, p_detail);
  perform private.announce_delivery(v_delivery);
  return v_delivery;
end;
$$;
comment on function private.apply_delivery_command(uuid, text, public.actor_role, uuid, text, timestamptz, jsonb) is
  'The only way a delivery changes state: looks the command up in delivery_transitions, writes the event, tells everyone.';

-- 80_dispatch/100_fn_dispatch_settings.sql
create function private.dispatch_mode(p_zone_id uuid, p_at timestamptz default now())
returns public.incident_modes
language sql
stable
set search_path = ''
as $$
  select m from public.incident_modes m
  where m.zone_id = p_zone_id and m.starts_at <= p_at and coalesce(m.ended_at, m.ends_at) > p_at
  order by m.starts_at desc
  limit 1;
$$;
comment on function private.dispatch_mode(uuid, timestamptz) is 'The incident mode that holds in a zone; the latest begun wins. A row of nulls when there is none.';

create function private.dispatch_settings(p_zone_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'offer_timeout_seconds', z.offer_timeout_seconds,
    'max_in_hand', least(20, greatest(1, z.max_in_hand + coalesce(m.extra_in_hand, 0))),
    'radius_meters', round(z.radius_meters * coalesce(m.radius_factor, 1)),
    'commit_lead_seconds', p.commit_lead_seconds,
    'pickup_service_seconds', coalesce(round(qp.p50_seconds), p.pickup_service_seconds),
    'dropoff_service_seconds', coalesce(round(qd.p50_seconds), p.dropoff_service_seconds),
    'grab_after_seconds', p.grab_after_seconds,
    'position_max_age_seconds', p.position_max_age_seconds,
    'dark_after_seconds', p.dark_after_seconds,
    'decline_peace_seconds', p.decline_peace_seconds,
    'search_steps', p.search_steps,
    'weights', p.weights,
    'proof_rule', p.proof_rule,
    'mode', case when m.id is not null then m.kind end,
    'travel_factor', coalesce(m.travel_factor, 1),
    'extra_promise_minutes', coalesce(m.extra_promise_minutes, 0))
  from public.zones z
  join public.dispatch_parameters p on p.zone_id = z.id
  cross join lateral private.dispatch_mode(z.id) m
  left join private.learnt_quantiles qp
    on qp.kind = 'pickup_service' and qp.subject_id = z.id and qp.hour = -1 and qp.band = -1
  left join private.learnt_quantiles qd
    on qd.kind = 'dropoff_service' and qd.subject_id = z.id and qd.hour = -1 and qd.band = -1
  where z.id = p_zone_id;
$$;
comment on function private.dispatch_settings(uuid) is
  'What dispatch goes by in a zone now: its limits and parameters, learnt service times, changed by the incident mode that holds.';

-- 80_dispatch/100_fn_expire_offer.sql
create function private.expire_offer(p_offer_id uuid, p_status public.dispatch_offer_status, p_reason_code text default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_offer public.dispatch_offers;
  v_status public.delivery_status;
begin
  -- The delivery is locked before its offer, as everywhere.
  perform 1 from public.deliveries
  where id = (select delivery_id from public.dispatch_offers where id = p_offer_id) for update;
  update public.dispatch_offers
  set status = p_status, reason_code = p_reason_code, answered_at = now()
  where id = p_offer_id and status = 'offered'
  returning * into v_offer;
  if not found then
    return;
  end if;
  perform private.broadcast('rider:' || v_offer.rider_id, 'offer.closed',
    jsonb_build_object('offer_id', v_offer.id, 'status', p_status));
  select status into v_status from public.deliveries where id = v_offer.delivery_id;
  if v_status = 'offered' then
    perform private.apply_delivery_command(v_offer.delivery_id, 'withdraw_offer', 'system', v_offer.rider_id);
  end if;
end;
$$;
comment on function private.expire_offer(uuid, public.dispatch_offer_status, text) is
  'Closes an open offer as declined, expired or withdrawn and frees its delivery.';

create function private.withdraw_offers(p_delivery_id uuid)
returns void
language sql
set search_path = ''
as $$
  select private.expire_offer(o.id, 'withdrawn')
  from public.dispatch_offers o
  where o.delivery_id = p_delivery_id and o.status = 'offered';
$$;

-- 85_notification/100_fn_notify_order.sql
create function private.render_text(p_text text, p_params jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select replace(replace(replace(replace(replace(p_text,
    '{number}', coalesce(p_params ->> 'number', '')),
    '{store}', coalesce(p_params ->> 'store', '')),
    '{total}', coalesce(p_params ->> 'total', '')),
    '{product}', coalesce(p_params ->> 'product', '')),
    '{left}', coalesce(p_params ->> 'left', ''));
$$;

create function private.notify_order(p_order public.orders, p_event text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_params jsonb;
begin
  -- An order that was never paid concerns nobody but the customer's own screen.
  if p_order.placed_at is null then
    return;
  end if;
  v_params := jsonb_build_object(
    'number', p_order.number,
    'store', (select name from public.stores where id = p_order.store_id),
    'total', to_char(p_order.total_cents / 100.0, 'FM999999990.00'));
  insert into private.outbox_messages (kind, payload)
  select 'notify.' || r.channel,
    case r.channel
      when 'sms' then jsonb_build_object('phone', u.phone, 'template', r.template, 'params', v_params)
      else jsonb_build_object('user_id', u.id, 'event', r.event, 'order_id', p_order.id,
        'title', private.render_text(coalesce(r.translations #>> array[p.locale, 'title'], r.title), v_params),
        'body', private.render_text(coalesce(r.translations #>> array[p.locale, 'body'], r.body), v_params))
    end
  from public.notification_rules r
  cross join lateral (
    select p_order.customer_id as user_id where r.audience = 'customer'
    union
    select m.user_id from public.merchant_members m
    where r.audience = 'merchant' and m.merchant_id = p_order.merchant_id
      and (m.store_id is null or m.store_id = p_order.store_id)
  ) who
  join auth.users u on u.id = who.user_id
  left join public.profiles p on p.id = u.id
  where r.is_active and r.event = 'order.' || p_event
    and (r.channel = 'in_app' or coalesce(u.phone, '') <> '');
end;
$$;
comment on function private.notify_order(public.orders, text) is
  'Puts the messages that the rules ask for into the outbox, in the transaction of the event.';

-- 88_screen/100_fn_catalogue_version.sql
create function private.catalogue_version()
returns text
language sql
stable
set search_path = ''
as $$
  -- A changed catalogue row has a new xmin, or within one transaction a new place: the sum changes with every
  -- migration, grant and comment.
  select md5(string_agg(part, ' ' order by part))
  from (
    select 'class ' || count(*) || ' ' || sum(hashtextextended(c.oid || ':' || c.xmin || c.ctid::text, 0)) as part
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    union all
    select 'attribute ' || count(*) || ' ' || sum(hashtextextended(a.attrelid || ':' || a.attnum || ':' || a.xmin || a.ctid::text, 0))
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0
    union all
    select 'constraint ' || count(*) || ' ' || sum(hashtextextended(k.oid || ':' || k.xmin || k.ctid::text, 0))
    from pg_catalog.pg_constraint k where k.connamespace = 'public'::regnamespace
    union all
    select 'policy ' || count(*) || ' ' || sum(hashtextextended(p.oid || ':' || p.xmin || p.ctid::text, 0)) from pg_catalog.pg_policy p
    union all
    select 'enum ' || count(*) || ' ' || sum(hashtextextended(e.oid || ':' || e.xmin || e.ctid::text, 0)) from pg_catalog.pg_enum e
    union all
    select 'function ' || count(*) || ' ' || sum(hashtextextended(f.oid || ':' || f.xmin || f.ctid::text, 0))
    from pg_catalog.pg_proc f where f.pronamespace = 'public'::regnamespace
    union all
    select 'description ' || count(*) || ' ' || sum(hashtextextended(d.objoid || ':' || d.objsubid || ':' || d.xmin || d.ctid::text, 0))
    from pg_catalog.pg_description d where d.classoid = 'pg_catalog.pg_class'::regclass
  ) parts;
$$;
comment on function private.catalogue_version() is 'Changes whenever anything that describe_resources tells may have changed.';

-- 90_realtime/100_fn_can_read_topic.sql
create function private.can_read_topic(p_topic text)
returns boolean
language plpgsql
stable
security definer -- used by the policy on realtime.messages
set search_path = ''
as $$
declare
  v_kind text := split_part(p_topic, ':', 1);
  v_id uuid;
begin
  if split_part(p_topic, ':', 2) !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or split_part(p_topic, ':', 3) <> '' then
    return false;
  end if;
  v_id := split_part(p_topic, ':', 2)::uuid;
  return case v_kind
    when 'order' then private.can_see_order(v_id)
    when 'store' then v_id in (select private.my_store_ids()) or private.is_ops()
    when 'rider' then v_id = auth.uid() or private.is_ops()
    when 'user' then v_id = auth.uid()
    when 'city' then private.is_ops()
    else false
  end;
end;
$$;
comment on function private.can_read_topic(text) is
  'Who may listen: order:<id> those concerned, store:<id> its staff, rider:<id> that rider, user:<id> that person, city:<id> ops.';

-- 95_storage/100_fn_can_edit_store_folder.sql
create function private.can_edit_store_folder(p_name text)
returns boolean
language plpgsql
stable
security definer -- used by policies on storage.objects
set search_path = ''
as $$
begin
  if p_name !~ '^stores/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[^/]+$' then
    return false;
  end if;
  return private.can_edit_menu(split_part(p_name, '/', 2)::uuid);
end;
$$;
comment on function private.can_edit_store_folder(text) is 'Pictures live in stores/<store id>/<file>; the store''s manager and ops write there.';

-- 97_audit/100_fn_audit_row.sql
create function private.mask_audited(p_table text, p_row jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(f.key, case
    when jsonb_typeof(f.value) = 'null' then f.value
    when f.key ~ '(phone|password|secret|token|email|contact|street|address|account_n|holder|id_number|legal_name)'
      then '"***"'::jsonb
    -- Nobody but its author knows what a custom field holds.
    when p_table = 'custom_values' and f.key = 'value' then '"***"'::jsonb
    when p_table = 'settings' and f.key = 'value' and p_row ->> 'key' ~ '(secret|password|token|_key)' then '"***"'::jsonb
    else f.value end), '{}')
  from jsonb_each(p_row) f;
$$;
comment on function private.mask_audited(text, jsonb) is 'A row without what the log must not keep: personal data and secrets.';

create function private.audit_actor_role()
returns text
language sql
stable
security definer -- must not depend on the caller's own rights on memberships
set search_path = ''
as $$
  select case
    when auth.uid() is null then auth.role()
    else coalesce(
      (select 'ops:' || o.role from public.ops_members o where o.user_id = auth.uid()),
      (select 'merchant:' || m.role from public.merchant_members m where m.user_id = auth.uid() order by m.role limit 1),
      (select 'rider' from public.riders r where r.id = auth.uid()),
      'customer') end;
$$;

create function private.audit_row()
returns trigger
language plpgsql
security definer -- nobody may write the log otherwise
set search_path = ''
as $$
declare
  v_old jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - 'location' - 'updated_at' else '{}' end;
  v_new jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - 'location' - 'updated_at' else '{}' end;
  v_row jsonb := case when tg_op = 'DELETE' then v_old else v_new end;
  v_before jsonb := v_old;
  v_after jsonb := v_new;
  v_store_id uuid;
begin
  -- Migrations and the seed are not people; what they write is in the repository.
  if auth.uid() is null and coalesce(auth.role(), '') <> 'service_role' then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    select coalesce(jsonb_object_agg(o.key, o.value), '{}'), coalesce(jsonb_object_agg(o.key, v_new -> o.key), '{}')
    into v_before, v_after
    from jsonb_each(v_old) o
    where v_new -> o.key is distinct from o.value;
    if v_before = '{}' then
      return null;
    end if;
    v_before := private.mask_audited(tg_table_name, v_before || jsonb_strip_nulls(jsonb_build_object('key', v_row -> 'key')));
    v_after := private.mask_audited(tg_table_name, v_after || jsonb_strip_nulls(jsonb_build_object('key', v_row -> 'key')));
  else
    v_before := private.mask_audited(tg_table_name, v_before);
    v_after := private.mask_audited(tg_table_name, v_after);
  end if;
  v_store_id := case
    when tg_table_name = 'stores' then (v_row ->> 'id')::uuid
    when v_row ? 'store_id' then (v_row ->> 'store_id')::uuid
    when v_row ? 'product_id' then (
      select p.store_id from public.products p where p.id = (v_row ->> 'product_id')::uuid) end;
  insert into public.audit_log (
    actor_id, actor_role, table_name, row_key, operation, command, store_id, merchant_id, before, after, request_id)
  values (
    auth.uid(), coalesce(private.audit_actor_role(), ''), tg_table_name,
    (select string_agg(v_row ->> key_column, '/' order by place) from unnest(tg_argv) with ordinality as k (key_column, place)),
    lower(tg_op), coalesce(current_setting('request.path', true), ''), v_store_id,
    case when tg_table_name = 'merchants' then (v_row ->> 'id')::uuid when v_row ? 'merchant_id' then (v_row ->> 'merchant_id')::uuid end,
    v_before, v_after, nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-request-id');
  return null;
end;
$$;
comment on function private.audit_row() is 'Writes a change of a back-office table to the log; its arguments name the key columns.';

create function private.audit_table(p_table regclass)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_keys text;
  v_columns text;
begin
  select string_agg(quote_literal(a.attname), ', ' order by k.place) into v_keys
  from pg_catalog.pg_index i
  cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
  join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
  where i.indrelid = p_table and i.indisprimary;
  -- Counters and places that the system keeps by itself are no changes by people: their updates do not even call the trigger.
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into v_columns
  from pg_catalog.pg_attribute a
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
    and a.attname !~ '^(used|issued|claimed|taken|reserved|sold|on_hand)_(count|cents)$|^(rating|monthly_sales)_|^(created_at|updated_at)$'
    and not (p_table = 'public.riders'::regclass
      and a.attname in ('status', 'zone_id', 'lon', 'lat', 'heading', 'position_at', 'reported_at'));
  execute format('drop trigger if exists audit on %s', p_table);
  execute format(
    'create trigger audit after insert or delete or update of %s on %s for each row execute function private.audit_row(%s)',
    v_columns, p_table, v_keys);
end;
$$;
comment on function private.audit_table(regclass) is 'Puts a table under audit.';

create function private.refuse_audit_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and old.at < now() - make_interval(months => private.audit_months()) then
    return old;
  end if;
  raise exception 'the audit log is append-only';
end;
$$;

create function private.audit_months()
returns int
language sql
stable
set search_path = ''
as $$
  select greatest(1, coalesce((private.setting('audit.retention_months') #>> '{}')::int, 24));
$$;

create function private.forget_audit_log()
returns void
language sql
security definer -- runs as the job's owner
set search_path = ''
as $$
  delete from public.audit_log where at < now() - make_interval(months => private.audit_months());
$$;
comment on function private.forget_audit_log() is 'Forgets what is older than audit.retention_months.';

-- 99_jobs/100_fn_run_minute.sql
create function private.run_step(p_name text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  execute format('select private.%I()', p_name);
exception when others then
  raise warning 'job step % failed: % (%)', p_name, sqlerrm, sqlstate;
end;
$$;
comment on function private.run_step(text) is 'Runs one private function of a job; when it fails, the steps before and after it still count.';

create function private.call_due_functions()
returns void
language plpgsql
set search_path = ''
as $$
begin
  if exists (select 1 from public.refund_requests where status = 'refunding' and next_attempt_at <= now()) then
    perform private.call_function('payment-refund');
  end if;
  if exists (
    select 1 from public.payouts where status = 'processing' and method = 'provider' and next_attempt_at <= now())
  then
    perform private.call_function('payout');
  end if;
  if exists (select 1 from public.list_stale_payments(1)) then
    perform private.call_function('payment-sync');
  end if;
end;
$$;
comment on function private.call_due_functions() is 'Wakes the edge functions that ask payment providers, where something waits for them.';

create function private.tick_dispatch()
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- The function goes on ticking until the next minute's call.
  if exists (select 1 from public.list_dispatch_zones()) then
    perform private.call_function('dispatch-tick', jsonb_build_object('loop_seconds', 55));
  end if;
end;
$$;
comment on function private.tick_dispatch() is 'Wakes the dispatcher where a zone has work.';

create function private.run_minute()
returns void
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
begin
  perform private.run_step('run_offer_timeouts');
  perform private.run_step('run_stock_day');
  perform private.run_step('run_refund_timeouts');
  perform private.run_step('refresh_due_listings');
  perform private.run_step('call_due_functions');
  perform private.run_step('tick_dispatch');
end;
$$;
comment on function private.run_minute() is 'Everything that waits is looked after at least once a minute.';

-- 20_store/102_fn_store_timezone.sql
create function private.store_timezone(p_store public.stores)
returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(p_store.timezone, (select c.timezone from public.cities c where c.id = p_store.city_id));
$$;
comment on function private.store_timezone(public.stores) is 'The IANA time zone in which a store lives.';

-- 20_store/103_fn_licensed_until.sql
create function private.required_license_kinds(p_category_id uuid)
returns text[]
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    with recursive above as (
      select c.id, c.parent_id, c.required_license_kinds from public.categories c where c.id = p_category_id
      union
      select c.id, c.parent_id, c.required_license_kinds from public.categories c join above a on c.id = a.parent_id
    )
    select coalesce(array_agg(distinct k), '{}') from above a cross join lateral unnest(a.required_license_kinds) k);
end;
$$;
comment on function private.required_license_kinds(uuid) is 'Licences that a category and those above it demand.';

create function private.licensed_until(p_store public.stores)
returns timestamptz
language plpgsql
stable
security definer -- documents are for staff and ops; whether they are good concerns every order
set search_path = ''
as $$
declare
  v_kinds text[] := private.required_license_kinds(p_store.category_id);
begin
  if v_kinds = '{}' then
    return 'infinity'::timestamptz;
  end if;
  return (
    select coalesce(min(coalesce(good.until, '-infinity')), 'infinity')
    from unnest(v_kinds) as k (kind)
    left join lateral (
      select max(coalesce((d.expires_on + 1)::timestamp at time zone private.store_timezone(p_store), 'infinity')) as until
      from public.license_documents d
      where d.merchant_id = p_store.merchant_id and (d.store_id is null or d.store_id = p_store.id)
        and d.kind = k.kind and d.status = 'approved'
    ) good on true);
end;
$$;
comment on function private.licensed_until(public.stores) is
  'Until when a store has every licence that its category demands: infinity when none expires, -infinity when one is missing.';

-- 05_map/105_fn_zone_id_at.sql
create function private.zone_id_at(p_city_id uuid, p_lon double precision, p_lat double precision)
returns uuid
language sql
stable
security definer -- zones that are off are hidden from readers, not from rules
set search_path = ''
as $$
  select z.id
  from public.zones z
  where z.city_id = p_city_id and z.is_active and extensions.st_covers(z.area, private.point(p_lon, p_lat))
  order by z.id
  limit 1;
$$;
comment on function private.zone_id_at(uuid, double precision, double precision) is 'The active zone of a city that covers a place; null outside.';

-- 20_store/105_fn_find_open_periods.sql
create function private.find_open_periods(p_store_ids uuid[], p_from date, p_to date)
returns table (store_id uuid, on_date date, starts_at timestamptz, ends_at timestamptz)
language sql
stable
security definer -- hours are public; reading them here must not depend on the caller
rows 20
set search_path = ''
as $$
  select o.store_id, o.on_date, o.starts_at, o.ends_at
  from (
    select r.store_id, r.on_date,
      (r.on_date + r.opens_at) at time zone coalesce(s.timezone, c.timezone) as starts_at,
      (r.on_date + r.closes_at + case when r.closes_at <= r.opens_at then interval '1 day' else interval '0' end)
        at time zone coalesce(s.timezone, c.timezone) as ends_at
    from (
      select h.store_id, p_from + n as on_date, h.opens_at, h.closes_at
      from public.store_hours h
      join generate_series(0, p_to - p_from) n on h.weekday = extract(dow from p_from + n)::int
      where h.store_id = any (p_store_ids) and not exists (
        select 1 from public.store_hour_exceptions e where e.store_id = h.store_id and e.on_date = p_from + n)
      union all
      select e.store_id, e.on_date, e.opens_at, e.closes_at
      from public.store_hour_exceptions e
      where e.store_id = any (p_store_ids) and e.on_date between p_from and p_to and e.opens_at is not null
    ) r
    join public.stores s on s.id = r.store_id
    join public.cities c on c.id = s.city_id
  ) o
  -- The hour that a clock change leaves out is no time at all.
  where o.starts_at < o.ends_at;
$$;
comment on function private.find_open_periods(uuid[], date, date) is
  'When stores open on the dates from p_from to p_to of their own calendars, as instants; a night belongs to the date it opens.';

-- 40_promotion/105_fn_json_logic.sql
create function private.json_logic_var(p_data jsonb, p_path jsonb, p_default jsonb default null)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_value jsonb := p_data;
  v_part text;
begin
  if p_path is null or p_path in ('null', '""') then
    return coalesce(p_data, 'null');
  end if;
  foreach v_part in array string_to_array(private.js_text(p_path), '.') loop
    v_value := case jsonb_typeof(v_value)
      when 'object' then v_value -> v_part
      when 'array' then case
        when v_part ~ '^(0|[1-9]\d{0,8})$' then v_value -> v_part::int
        when v_part = 'length' then to_jsonb(jsonb_array_length(v_value)) end
      when 'string' then case
        when v_part ~ '^(0|[1-9]\d{0,8})$' then to_jsonb(nullif(substr(v_value #>> '{}', v_part::int + 1, 1), ''))
        when v_part = 'length' then to_jsonb(length(v_value #>> '{}')) end
    end;
    if v_value is null then
      return coalesce(p_default, 'null');
    end if;
  end loop;
  return v_value;
end;
$$;
comment on function private.json_logic_var(jsonb, jsonb, jsonb) is 'The value at a dotted path; the default when the path leads nowhere.';

create function private.json_logic_missing(p_data jsonb, p_keys jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(k.key order by k.n), '[]')
    from jsonb_array_elements(p_keys) with ordinality as k (key, n)
    where private.json_logic_var(p_data, k.key) in ('null', '""'));
end;
$$;

-- p_budget bounds the rounds of nested lists: a list of n leaves each of its rounds 1/n of it. No counter has to be shared.
create function private.json_logic_eval(p_rule jsonb, p_data jsonb, p_depth int, p_budget int)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_keys text[];
  v_op text;
  v_raw jsonb;
  v jsonb[];
  v_count int;
  v_list jsonb;
  v_item jsonb;
  v_logic jsonb;
  v_result jsonb;
  v_number numeric;
  v_text text;
  v_budget int;
begin
  if p_depth > 60 or p_budget < 1 then
    perform private.raise('promotion.rule_too_complex', 422);
  end if;
  case jsonb_typeof(p_rule)
    when 'array' then
      return (
        select coalesce(jsonb_agg(private.json_logic_eval(e.value, p_data, p_depth + 1, p_budget) order by e.n), '[]')
        from jsonb_array_elements(p_rule) with ordinality as e (value, n));
    when 'object' then null;
    else return p_rule;
  end case;
  v_keys := array(select jsonb_object_keys(p_rule));
  if cardinality(v_keys) <> 1 then
    return p_rule;
  end if;
  v_op := v_keys[1];
  v_raw := p_rule -> v_op;
  if jsonb_typeof(v_raw) <> 'array' then
    v_raw := jsonb_build_array(v_raw);
  end if;
  v_count := jsonb_array_length(v_raw);

  -- These decide themselves what is evaluated.
  case
    when v_op in ('if', '?:') then
      for i in 0 .. v_count - 2 by 2 loop
        if private.js_truthy(private.json_logic_eval(v_raw -> i, p_data, p_depth + 1, p_budget)) then
          return private.json_logic_eval(v_raw -> (i + 1), p_data, p_depth + 1, p_budget);
        end if;
      end loop;
      return case when v_count % 2 = 1
        then private.json_logic_eval(v_raw -> (v_count - 1), p_data, p_depth + 1, p_budget) else 'null' end;
    when v_op in ('and', 'or') then
      v_result := 'null';
      for i in 0 .. v_count - 1 loop
        v_result := private.json_logic_eval(v_raw -> i, p_data, p_depth + 1, p_budget);
        exit when private.js_truthy(v_result) = (v_op = 'or');
      end loop;
      return v_result;
    when v_op in ('map', 'filter', 'reduce', 'all', 'none', 'some') then
      v_list := private.json_logic_eval(v_raw -> 0, p_data, p_depth + 1, p_budget);
      v_logic := coalesce(v_raw -> 1, 'null');
      v_result := case v_op
        when 'reduce' then coalesce(private.json_logic_eval(v_raw -> 2, p_data, p_depth + 1, p_budget), 'null')
        when 'all' then 'false'
        when 'none' then 'true'
        when 'some' then 'false'
        else '[]' end;
      if coalesce(jsonb_typeof(v_list), 'null') <> 'array' or jsonb_array_length(v_list) = 0 then
        return v_result;
      end if;
      v_budget := p_budget / jsonb_array_length(v_list);
      case v_op
        when 'map' then
          select jsonb_agg(private.json_logic_eval(v_logic, e.value, p_depth + 1, v_budget) order by e.n) into v_result
          from jsonb_array_elements(v_list) with ordinality as e (value, n);
        when 'filter' then
          select coalesce(jsonb_agg(e.value order by e.n), '[]') into v_result
          from jsonb_array_elements(v_list) with ordinality as e (value, n)
          where private.js_truthy(private.json_logic_eval(v_logic, e.value, p_depth + 1, v_budget));
        when 'reduce' then
          for v_item in select value from jsonb_array_elements(v_list) loop
            v_result := private.json_logic_eval(v_logic,
              jsonb_build_object('current', v_item, 'accumulator', v_result), p_depth + 1, v_budget);
          end loop;
        else
          for v_item in select value from jsonb_array_elements(v_list) loop
            if private.js_truthy(private.json_logic_eval(v_logic, v_item, p_depth + 1, v_budget)) <> (v_op = 'all') then
              return to_jsonb(v_op = 'some');
            end if;
          end loop;
          v_result := to_jsonb(v_op <> 'some');
      end case;
      return v_result;
    else null;
  end case;

  for i in 0 .. v_count - 1 loop
    v[i + 1] := case when jsonb_typeof(v_raw -> i) in ('object', 'array')
      then private.json_logic_eval(v_raw -> i, p_data, p_depth + 1, p_budget) else v_raw -> i end;
  end loop;
  case v_op
    when 'var' then
      return private.json_logic_var(p_data, v[1], v[2]);
    when 'missing' then
      return private.json_logic_missing(p_data, case jsonb_typeof(v[1]) when 'array' then v[1] else to_jsonb(coalesce(v, '{}')) end);
    when 'missing_some' then
      v_list := case jsonb_typeof(v[2]) when 'array' then v[2] else '[]' end;
      v_result := private.json_logic_missing(p_data, v_list);
      return case when jsonb_array_length(v_list) - jsonb_array_length(v_result) >= private.js_number(v[1])
        then '[]' else v_result end;
    when '==' then return to_jsonb(private.js_equals(v[1], v[2]));
    when '!=' then return to_jsonb(not private.js_equals(v[1], v[2]));
    when '===' then return to_jsonb(v[1] is not distinct from v[2]);
    when '!==' then return to_jsonb(v[1] is distinct from v[2]);
    when '!' then return to_jsonb(not private.js_truthy(v[1]));
    when '!!' then return to_jsonb(private.js_truthy(v[1]));
    when '<' then
      return to_jsonb(private.js_less(v[1], v[2], false) and (v_count < 3 or private.js_less(v[2], v[3], false)));
    when '<=' then
      return to_jsonb(private.js_less(v[1], v[2], true) and (v_count < 3 or private.js_less(v[2], v[3], true)));
    when '>' then return to_jsonb(private.js_less(v[2], v[1], false));
    when '>=' then return to_jsonb(private.js_less(v[2], v[1], true));
    when '+' then
      v_number := 0;
      for i in 1 .. v_count loop
        v_number := v_number + private.js_parse_float(v[i]);
      end loop;
      return private.js_json(v_number);
    when '*' then
      if v_count < 2 then
        return coalesce(v[1], 'null');
      end if;
      v_number := 1;
      for i in 1 .. v_count loop
        v_number := round(v_number * private.js_parse_float(v[i]), 40);
        exit when abs(v_number) >= 1e308;
      end loop;
      return private.js_json(v_number);
    when '-' then
      return private.js_json(case when v_count < 2 then -private.js_number(v[1])
        else private.js_number(v[1]) - private.js_number(v[2]) end);
    when '/' then
      v_number := private.js_number(v[2]);
      return case when v_number = 0 then 'null' else private.js_json(private.js_number(v[1]) / v_number) end;
    when '%' then
      v_number := private.js_number(v[2]);
      return case when v_number = 0 then 'null' else private.js_json(private.js_number(v[1]) % v_number) end;
    when 'min', 'max' then
      for i in 1 .. v_count loop
        -- NaN is the greatest number in PostgreSQL and wins over everything in JavaScript.
        v_number := case
          when v_number = 'NaN' or private.js_number(v[i]) = 'NaN' then 'NaN'
          when v_op = 'min' then least(v_number, private.js_number(v[i]))
          else greatest(v_number, private.js_number(v[i])) end;
      end loop;
      return coalesce(private.js_json(v_number), 'null');
    when 'merge' then
      v_result := '[]';
      for i in 1 .. v_count loop
        -- A list joined to a list is its elements; anything else is one element.
        v_result := v_result || case jsonb_typeof(v[i]) when 'array' then v[i] else jsonb_build_array(v[i]) end;
      end loop;
      if jsonb_array_length(v_result) > 2000 then
        perform private.raise('promotion.rule_too_complex', 422);
      end if;
      return v_result;
    when 'in' then
      return to_jsonb(coalesce(case jsonb_typeof(v[2])
        when 'array' then exists (select 1 from jsonb_array_elements(v[2]) e where e.value = v[1])
        when 'string' then v[2] <> '""' and strpos(v[2] #>> '{}', private.js_text(v[1])) > 0
        else false end, false));
    when 'cat' then
      v_text := '';
      for i in 1 .. v_count loop
        v_text := v_text || case jsonb_typeof(v[i]) when 'null' then '' else private.js_text(v[i]) end;
      end loop;
      if length(v_text) > 10000 then
        perform private.raise('promotion.rule_too_complex', 422);
      end if;
      return to_jsonb(v_text);
    when 'substr' then
      return to_jsonb(private.js_substr(private.js_text(v[1]), private.js_number(v[2]),
        case when v_count > 2 then private.js_number(v[3]) end));
    when 'log' then return coalesce(v[1], 'null');
    else
      perform private.raise('promotion.rule_unknown_operator', 422, jsonb_build_object('operator', v_op));
  end case;
  return null;
end;
$$;

create function private.js_substr(p_text text, p_start numeric, p_length numeric)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_start int := case when p_start = 'NaN' then 0 else trunc(greatest(-10000, least(p_start, 10000))) end;
  v_length int := case when p_length = 'NaN' then 0 else trunc(greatest(-10000, least(p_length, 10000))) end;
  v_rest text;
begin
  v_rest := case when v_start >= 0 then substr(p_text, v_start + 1) else right(p_text, -v_start) end;
  -- A negative length leaves out that many at the end.
  return case
    when p_length is null then v_rest
    when v_length < 0 then left(v_rest, greatest(length(v_rest) + v_length, 0))
    else left(v_rest, v_length) end;
end;
$$;

create function private.json_logic(rule jsonb, data jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  if jsonb_typeof(rule) in ('boolean', 'null', 'number', 'string') then
    return rule;
  end if;
  if pg_column_size(rule) > 65536 then
    perform private.raise('promotion.rule_too_complex', 422);
  end if;
  return private.json_logic_eval(rule, data, 1, 20000);
end;
$$;
comment on function private.json_logic(jsonb, jsonb) is
  'Evaluates a JsonLogic rule (jsonlogic.com, all published operators, as json-logic-js 2 does). Numbers are exact decimals; NaN and infinity are null. Refuses with promotion.rule_too_complex beyond depth 60 or 20 000 rounds of nested lists.';

-- 50_order/105_fn_check_quote.sql
create function private.check_quote_rate(p_customer_id uuid)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if (
    select count(*) from public.quotes where customer_id = p_customer_id and created_at > now() - interval '1 minute'
  ) >= coalesce((private.setting('order.quotes_per_minute') #>> '{}')::int, 60) then
    perform private.raise('order.too_many_quotes', 429);
  end if;
end;
$$;
comment on function private.check_quote_rate(uuid) is 'Refuses a customer who asks for quotes faster than a person can.';

create function private.check_slot(p_store public.stores, p_fulfillment_type public.fulfillment_type, p_starts_at timestamptz)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  v_ends_at timestamptz;
begin
  if p_starts_at is null then
    if p_fulfillment_type = 'on_site' then
      perform private.raise('order.slot_required', 422);
    end if;
    return null;
  end if;
  -- A slot after midnight may be of the calendar day before.
  select s.ends_at into v_ends_at
  from generate_series(-1, 0) d
  cross join lateral private.find_slots(
    p_store, p_fulfillment_type, (p_starts_at at time zone private.store_timezone(p_store))::date + d) s
  where s.starts_at = p_starts_at
  limit 1;
  if p_fulfillment_type = 'voucher' or p_starts_at <= now() or v_ends_at is null then
    perform private.raise('order.slot_invalid', 422);
  end if;
  return v_ends_at;
end;
$$;
comment on function private.check_slot(public.stores, public.fulfillment_type, timestamptz) is
  'The end of the slot that begins at an instant; refuses what is no slot, and a service without one. Whether it is free, check_serviceability tells.';

create function private.check_party(p_fulfillment_type public.fulfillment_type, p_party jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_fulfillment_type <> 'dine_in' or p_party is null then
    return null;
  end if;
  if coalesce(p_party ->> 'party_size', '1') !~ '^[1-9]\d?$' or length(coalesce(p_party ->> 'table_label', '')) > 20 then
    perform private.raise('order.party_invalid', 422);
  end if;
  return jsonb_build_object(
    'table_label', p_party ->> 'table_label', 'party_size', coalesce((p_party ->> 'party_size')::int, 1));
end;
$$;
comment on function private.check_party(public.fulfillment_type, jsonb) is 'Table and number of guests (1–99) of a dine-in order.';

-- 60_payment/105_fn_merchant_part.sql
create function private.merchant_part(p_adjustment jsonb)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select case p_adjustment ->> 'cost_bearer'
    when 'merchant' then -(p_adjustment ->> 'amount_cents')::bigint
    when 'shared' then round(
      -(p_adjustment ->> 'amount_cents')::bigint * coalesce((p_adjustment ->> 'merchant_share_bps')::int, 0) / 10000.0)::bigint
    else 0 end;
$$;
comment on function private.merchant_part(jsonb) is 'How much of a discount {amount_cents, cost_bearer, merchant_share_bps} the merchant bears.';

-- 70_ledger/105_fn_account_balance.sql
create function private.account_balance(p_account_id uuid)
returns bigint
language sql
stable
set search_path = ''
as $$
  select (coalesce(s.balance_cents, 0) + coalesce((
    select sum(e.amount_cents) from public.ledger_entries e
    where e.account_id = p_account_id and e.id > coalesce(s.up_to_entry_id, 0)), 0))::bigint
  from (values (1)) one
  left join private.ledger_snapshots s on s.account_id = p_account_id;
$$;
comment on function private.account_balance(uuid) is
  'Derived from the entries: the last nightly sum and what came after it. Positive is debit.';

create function private.snapshot_ledger()
returns int
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
set lock_timeout = '5s'
as $$
declare
  v_up_to bigint;
  v_from bigint;
  v_count int;
begin
  -- With writers waiting, every entry up to the highest id is in sight: nothing can appear below it later.
  lock table public.ledger_entries in share mode;
  select coalesce(max(id), 0) into v_up_to from public.ledger_entries;
  select coalesce(max(up_to_entry_id), 0) into v_from from private.ledger_snapshots;
  insert into private.ledger_snapshots (account_id, balance_cents, up_to_entry_id)
  select e.account_id, sum(e.amount_cents), v_up_to
  from public.ledger_entries e
  where e.id > v_from and e.id <= v_up_to
  group by e.account_id
  on conflict (account_id) do update
  set balance_cents = ledger_snapshots.balance_cents + excluded.balance_cents, up_to_entry_id = excluded.up_to_entry_id;
  get diagnostics v_count = row_count;
  return v_count;
exception
  -- A busy night: the next one sums more.
  when lock_not_available then return 0;
end;
$$;
comment on function private.snapshot_ledger() is
  'Sums the entries since the last snapshot into each account''s; answers how many accounts moved.';

create function private.check_ledger()
returns table (problem text, subject text, amount_cents numeric)
language sql
stable
set search_path = ''
as $$
  select 'transaction does not balance', e.transaction_id::text, sum(e.amount_cents)
  from public.ledger_entries e group by e.transaction_id having sum(e.amount_cents) <> 0
  union all
  select 'currency does not balance', a.currency, sum(e.amount_cents)
  from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
  group by a.currency having sum(e.amount_cents) <> 0
  union all
  select 'transaction mixes currencies', e.transaction_id::text, count(distinct a.currency)
  from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
  group by e.transaction_id having count(distinct a.currency) > 1
  union all
  select 'snapshot differs from its entries', s.account_id::text, s.balance_cents - coalesce(sum(e.amount_cents), 0)
  from private.ledger_snapshots s
  left join public.ledger_entries e on e.account_id = s.account_id and e.id <= s.up_to_entry_id
  group by s.account_id, s.balance_cents having s.balance_cents <> coalesce(sum(e.amount_cents), 0)
  union all
  select 'wallet is overdrawn', a.owner_id::text, sum(e.amount_cents)
  from public.ledger_accounts a join public.ledger_entries e on e.account_id = a.id
  where a.kind = 'customer_wallet' group by a.id having sum(e.amount_cents) > 0;
$$;
comment on function private.check_ledger() is 'What is wrong with the books: no row when all is well.';

-- 80_dispatch/105_fn_parameter_triggers.sql
create function private.add_dispatch_parameters()
returns trigger
language plpgsql
security definer -- whoever makes a zone makes its parameters
set search_path = ''
as $$
begin
  insert into public.dispatch_parameters (zone_id) values (new.id) on conflict do nothing;
  return null;
end;
$$;

create function private.check_dispatch_parameters()
returns trigger
language plpgsql
security definer -- compares with the zone, whoever writes
set search_path = ''
as $$
declare
  v_bad text;
  v_timeout int;
begin
  select offer_timeout_seconds into v_timeout from public.zones where id = new.zone_id;
  if new.commit_lead_seconds not between v_timeout and 3600 then
    perform private.raise('dispatch.parameter_invalid', 422, jsonb_build_object(
      'name', 'commit_lead_seconds', 'least', v_timeout, 'most', 3600));
  end if;
  if jsonb_typeof(new.weights) <> 'object' then
    perform private.raise('dispatch.parameter_invalid', 422, '{"name": "weights"}');
  end if;
  select w.key into v_bad
  from jsonb_each(new.weights) w
  where w.key not in ('riderTimeLeast', 'riderTimeMost', 'riderTimeKnee', 'lateWeight', 'dreadWeight', 'dreadSeconds',
      'returnWeight', 'payWeight', 'mixCost', 'unservedCost', 'candidates')
    or jsonb_typeof(w.value) <> 'number' or (w.value)::numeric not between 0 and 10000000
    or (w.key = 'candidates' and (w.value)::numeric not between 1 and 1000)
  limit 1;
  if found then
    perform private.raise('dispatch.parameter_invalid', 422, jsonb_build_object('name', 'weights.' || v_bad));
  end if;
  new.updated_at := now();
  return new;
end;
$$;
comment on function private.check_dispatch_parameters() is 'Refuses what the engine would not understand, with the name of the parameter.';

create function private.keep_parameter_change()
returns trigger
language plpgsql
security definer -- the history is written by nobody else
set search_path = ''
as $$
declare
  v_before jsonb := to_jsonb(old) - 'updated_at' - 'area';
  v_after jsonb := to_jsonb(new) - 'updated_at' - 'area';
begin
  if v_before <> v_after then
    insert into public.dispatch_parameter_changes (zone_id, changed_by, before, after)
    select coalesce(v_after ->> 'zone_id', v_after ->> 'id')::uuid, auth.uid(),
      jsonb_object_agg(b.key, b.value), jsonb_object_agg(b.key, v_after -> b.key)
    from jsonb_each(v_before) b
    where b.value is distinct from v_after -> b.key;
  end if;
  return null;
end;
$$;
comment on function private.keep_parameter_change() is 'Writes who changed which parameter of a zone, before and after.';

-- 88_screen/105_fn_policy_tree.sql
create function private.split_predicate(p_text text, p_operator text)
returns text[]
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_parts text[] := '{}'::text[];
  v_depth int := 0;
  v_start int := 1;
  v_is_quoted boolean := false;
  v_at int := 1;
  v_mark text := ' ' || p_operator || ' ';
  v_char text;
begin
  while v_at <= length(p_text) loop
    v_char := substr(p_text, v_at, 1);
    if v_char = '''' then
      v_is_quoted := not v_is_quoted;
    elsif not v_is_quoted then
      v_depth := v_depth + case v_char when '(' then 1 when ')' then -1 else 0 end;
      if v_depth = 0 and substr(p_text, v_at, length(v_mark)) = v_mark then
        v_parts := v_parts || substr(p_text, v_start, v_at - v_start);
        v_start := v_at + length(v_mark);
        v_at := v_start - 1;
      end if;
    end if;
    v_at := v_at + 1;
  end loop;
  return v_parts || substr(p_text, v_start);
end;
$$;
comment on function private.split_predicate(text, text) is 'Splits the text of an expression at an operator outside of brackets and quotes.';

create function private.unwrap_predicate(p_text text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_text text := btrim(p_text);
  v_depth int;
  v_end int;
begin
  while left(v_text, 1) = '(' loop
    v_depth := 0;
    v_end := 0;
    loop
      v_end := v_end + 1;
      v_depth := v_depth + case substr(v_text, v_end, 1) when '(' then 1 when ')' then -1 else 0 end;
      exit when v_depth = 0;
    end loop;
    exit when v_end < length(v_text) or v_text ~* '^\(\s*select\s';
    v_text := btrim(substr(v_text, 2, length(v_text) - 2));
  end loop;
  return v_text;
end;
$$;
comment on function private.unwrap_predicate(text) is 'Takes off brackets that enclose the whole text, but not those of a subquery.';

create function private.stands_alone(p_predicate text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  execute 'select 1 where false and (' || p_predicate || ')';
  return true;
exception
  when undefined_column or undefined_table then
    return false;
end;
$$;
comment on function private.stands_alone(text) is 'Whether an expression names no column of a row. For texts that the database itself printed.';

create function private.row_predicate_question(p_predicate text)
returns text
language sql
immutable
set search_path = ''
as $$
  -- Predicates that take a row's id: the same question without the row. A test holds them to what happens.
  select case
    when p_predicate ~ '^private\.can_edit_menu\(' then
      'exists (select 1 from private.my_store_ids(''{manager}'')) or private.is_ops()'
  end;
$$;
comment on function private.row_predicate_question(text) is 'For a helper that is asked for each row: who it could ever say yes to, as SQL; null when anybody.';

create function private.policy_tree(p_predicate text)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_text text := private.unwrap_predicate(p_predicate);
  v_parts text[];
  v_match text;
begin
  if v_text is null then
    return 'true'::jsonb;
  end if;
  v_parts := private.split_predicate(v_text, 'OR');
  if cardinality(v_parts) > 1 then
    return jsonb_build_object('or', (select jsonb_agg(private.policy_tree(p)) from unnest(v_parts) p));
  end if;
  v_parts := private.split_predicate(v_text, 'AND');
  if cardinality(v_parts) > 1 then
    return jsonb_build_object('and', (select jsonb_agg(private.policy_tree(p)) from unnest(v_parts) p));
  end if;
  if private.stands_alone(v_text) then
    return jsonb_build_object('always', v_text);
  end if;
  v_match := (regexp_match(v_text, '^\S+ IN (\( SELECT .*\))$'))[1];
  if v_match is not null and private.stands_alone('exists ' || v_match) then
    return jsonb_build_object('own', 'exists ' || v_match);
  end if;
  v_match := private.row_predicate_question(v_text);
  if v_match is not null then
    return jsonb_build_object('own', v_match);
  end if;
  if v_text ~* '^EXISTS \(' then
    return jsonb_build_object('through', (
      select jsonb_agg(distinct m[1]) from regexp_matches(v_text, '(?:FROM|JOIN)\s+\(*(?:public\.)?([a-z_0-9]+)\M(?!\.)', 'gi') m));
  end if;
  return '"own"'::jsonb;
end;
$$;
comment on function private.policy_tree(text) is
  'A policy as {or|and: […]}, {always: sql} (no row needed), {own: sql} (some rows when true), {through: [tables]} (rows whose parents are readable), "own" or true.';

-- 99_jobs/105_fn_run_day.sql
create function private.forget_working_rows()
returns void
language sql
set search_path = ''
as $$
  delete from private.idempotency_keys where created_at < now() - interval '7 days';
  delete from private.slot_counts where starts_at < now() - interval '7 days';
  delete from public.dispatch_ticks where created_at < now() - interval '14 days';
$$;

create function private.forget_messages()
returns void
language sql
set search_path = ''
as $$
  -- What could not be sent for a month is nobody's news any more.
  delete from private.outbox_messages where created_at < now() - interval '30 days';
  delete from private.delivered_messages where created_at < now() - interval '30 days';
  delete from public.notifications where created_at < now() - interval '180 days';
  delete from public.workflow_failures where created_at < now() - interval '90 days';
$$;

create function private.forget_job_runs()
returns void
language sql
set search_path = ''
as $$
  delete from cron.job_run_details where start_time < now() - interval '7 days';
$$;

create function private.forget_quotes()
returns void
language sql
set search_path = ''
as $$
  delete from public.quotes q
  where q.expires_at < now() - interval '7 days' and not exists (select 1 from public.orders o where o.quote_id = q.id);
$$;

create function private.forget_large_travel_cache(p_max_rows bigint default 5000000)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if (select count(*) from (select 1 from private.travel_cache limit p_max_rows + 1) c) > p_max_rows then
    truncate private.travel_cache;
  end if;
end;
$$;
comment on function private.forget_large_travel_cache(bigint) is
  'Starts the cache of travel times anew when it has grown too large; it fills again by itself.';

create function private.run_day()
returns void
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
begin
  perform private.run_step('forget_working_rows');
  perform private.run_step('forget_messages');
  perform private.run_step('forget_job_runs');
  perform private.run_step('flag_expiring_licenses');
  perform private.run_step('forget_audit_log');
  perform private.run_step('forget_quotes');
  perform private.run_step('forget_large_travel_cache');
end;
$$;
comment on function private.run_day() is
  'Forgets what nobody needs any more. Members and the ledger have jobs of their own: they lock what deliveries need.';

-- 40_promotion/107_fn_check_json_logic.sql
create function private.check_json_logic(p_rule jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_count int;
  v_depth int;
  v_operator text;
begin
  with recursive nodes as (
    select coalesce(p_rule, 'null') as node, 1 as depth
    union all
    select child.value, n.depth + 1
    from nodes n
    cross join lateral (
      select a.value from jsonb_array_elements(case jsonb_typeof(n.node) when 'array' then n.node else '[]' end) a
      union all
      select o.value from jsonb_each(case jsonb_typeof(n.node) when 'object' then n.node else '{}' end) o
    ) child
    where n.depth <= 40
  )
  select count(*), max(n.depth), min(o.operator)
  into v_count, v_depth, v_operator
  from nodes n
  left join lateral (
    -- An object with one key is an operation; any other is a value.
    select min(k) as operator
    from jsonb_object_keys(case jsonb_typeof(n.node) when 'object' then n.node else '{}' end) k
    having count(*) = 1 and min(k) not in (
      'var', 'missing', 'missing_some', 'if', '?:', '==', '===', '!=', '!==', '!', '!!', 'or', 'and',
      '>', '>=', '<', '<=', 'max', 'min', '+', '-', '*', '/', '%', 'map', 'filter', 'reduce', 'all', 'none', 'some',
      'merge', 'in', 'cat', 'substr', 'log')
  ) o on true;
  if v_operator is not null then
    perform private.raise('promotion.rule_unknown_operator', 422, jsonb_build_object('operator', v_operator));
  end if;
  if v_count > 1000 or v_depth > 40 then
    perform private.raise('promotion.rule_too_complex', 422);
  end if;
end;
$$;
comment on function private.check_json_logic(jsonb) is
  'Refuses a rule with an operator that does not exist, more than 1000 parts or more than 40 levels: what is saved can be evaluated.';

create function private.fold_json_logic(p_rule jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  -- A rule that reads no data has one answer for ever.
  select case
    when jsonb_path_exists(p_rule, '$.** ? (exists(@.var) || exists(@.missing) || exists(@.missing_some))') then p_rule
    else to_jsonb(private.js_truthy(private.json_logic(p_rule, 'null')))
  end;
$$;
comment on function private.fold_json_logic(jsonb) is 'true or false for a rule that reads no data, else the rule.';

-- 00_platform/110_fn_setting.sql
create function private.setting(p_key text)
returns jsonb
language sql
stable
security definer -- settings are readable by ops only; every command needs its parameters
set search_path = ''
as $$
  select value from public.settings where key = p_key;
$$;

create function private.setting_interval(p_key text, p_default_seconds int)
returns interval
language sql
stable
set search_path = ''
as $$
  select make_interval(secs => coalesce((private.setting(p_key) #>> '{}')::double precision, p_default_seconds));
$$;
comment on function private.setting_interval(text, int) is 'A setting in seconds as an interval.';

-- 05_map/110_fn_nearest_road_node.sql
create function private.nearest_road_node(p_city_id uuid, p_lon double precision, p_lat double precision)
returns bigint
language sql
stable
set search_path = ''
as $$
  select id
  from private.road_nodes
  where city_id = p_city_id
  order by geom operator(extensions.<->) private.point(p_lon, p_lat)
  limit 1;
$$;

-- 10_identity/110_fn_is_ops.sql
create function private.is_ops()
returns boolean
language sql
stable
security definer -- used by policies; must not depend on the reader's own rights on ops_members
set search_path = ''
as $$
  select exists (select 1 from public.ops_members where user_id = (select auth.uid()));
$$;

create function private.require_ops()
returns uuid
language plpgsql
stable
set search_path = ''
as $$
begin
  if not private.is_ops() then
    perform private.raise('identity.not_allowed', 403);
  end if;
  return auth.uid();
end;
$$;

-- 20_store/110_fn_store_is_open.sql
create function private.store_is_open(p_store_id uuid, p_at timestamptz default now())
returns boolean
language plpgsql
stable
security definer -- hours are public; reading them here must not depend on the caller
set search_path = ''
as $$
begin
  return exists (
    select 1
    from public.stores s
    join public.cities c on c.id = s.city_id and c.is_active
    join public.merchants m on m.id = s.merchant_id and m.status = 'active'
    cross join lateral (select (p_at at time zone coalesce(s.timezone, c.timezone))::date as today) l
    -- Yesterday's ranges may run over midnight.
    cross join lateral private.find_open_periods(array[s.id], l.today - 1, l.today) o
    where s.id = p_store_id and s.is_published
      and (s.closed_until is null or s.closed_until <= p_at)
      and o.starts_at <= p_at and o.ends_at > p_at);
end;
$$;
comment on function private.store_is_open(uuid, timestamptz) is 'Published, of an active merchant in an active town, within its hours in its own time zone, and not temporarily closed.';

-- 30_catalog/110_fn_name_variant.sql
create function private.name_variant(p_translations jsonb, p_variant_name text, p_variant_translations jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_translations || coalesce((
    select jsonb_object_agg(t.locale, coalesce(p_translations -> t.locale, '{}')
      || jsonb_build_object('variant_name', coalesce(t.words ->> 'name', p_variant_name)))
    from jsonb_each(p_variant_translations) as t (locale, words)), '{}');
$$;
comment on function private.name_variant(jsonb, text, jsonb) is 'A product''s translations with the names of its variant beside them.';

-- 30_catalog/110_fn_product_is_sold_out.sql
create function private.product_is_sold_out(p_product public.products)
returns boolean
language plpgsql -- called for every product of a page: its plans are kept, those of a nested sql function are not
stable
set search_path = ''
as $$
begin
  return coalesce(p_product.sold_out_until > now(), false)
    or coalesce((
      select k.on_hand_count <= k.reserved_count from public.stock_items k where k.id = p_product.id), false)
    -- Or every one of its variants is.
    or coalesce((
      select bool_and(not v.is_available or coalesce(v.sold_out_until > now(), false)
        or coalesce(k.on_hand_count <= k.reserved_count, false))
      from public.product_variants v
      left join public.stock_items k on k.id = v.id
      where v.product_id = p_product.id), false);
end;
$$;
comment on function private.product_is_sold_out(public.products) is
  'Nothing of it can be sold now: marked so, nothing left, or no variant left.';

-- 35_stock/110_fn_move_stock.sql
create function private.move_stock(
  p_item public.stock_items, p_kind text, p_change_count int, p_reason text default '', p_order_id uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_change_count <> 0 or p_kind in ('counted', 'uncounted') then
    insert into public.stock_movements (
      store_id, stock_item_id, kind, change_count, on_hand_count, reason, order_id, actor_id)
    values (p_item.store_id, p_item.id, p_kind, p_change_count, p_item.on_hand_count, p_reason, p_order_id, auth.uid());
  end if;
end;
$$;
comment on function private.move_stock(public.stock_items, text, int, text, uuid) is
  'Writes down why the shelf changed; p_item is the row after the change.';

-- 40_promotion/110_fn_check_promotion.sql
create function private.is_int(p_value jsonb, p_min bigint, p_max bigint)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(case when jsonb_typeof(p_value) = 'number' and p_value #>> '{}' ~ '^-?\d{1,12}$'
    then (p_value #>> '{}')::bigint between p_min and p_max end, false);
$$;
comment on function private.is_int(jsonb, bigint, bigint) is 'A JSON number without fraction or exponent, between two bounds.';

create function private.tiers_are_valid(p_kind public.promotion_kind, p_tiers jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case
    when p_kind not in ('spend_and_save', 'delivery_discount') then p_tiers = '[]'
    when jsonb_typeof(p_tiers) is distinct from 'array' then false
    else jsonb_array_length(p_tiers) between 1 and 10 and not exists (
      select 1 from jsonb_array_elements(p_tiers) t
      where not private.is_int(t -> 'min_cents', 0, 999999999)
        or not private.is_int(t -> 'discount_cents', 1, 999999999)
        or (p_kind = 'spend_and_save' and (t -> 'discount_cents') > (t -> 'min_cents')))
  end;
$$;

create function private.targets_are_valid(p_targets jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_targets is null or (jsonb_typeof(p_targets) = 'object' and not exists (
    select 1 from jsonb_each(case jsonb_typeof(p_targets) when 'object' then p_targets else '{}' end) as t (key, value)
    where t.key not in ('product_ids', 'section_ids', 'category_ids')
      or jsonb_typeof(t.value) <> 'array'
      or jsonb_path_exists(t.value, '$[*] ? (!(@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))')));
$$;
comment on function private.targets_are_valid(jsonb) is 'Which goods: {product_ids, section_ids, category_ids}, or null for all.';

create function private.effect_problem(p_kind public.promotion_kind, p_effect jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_known text[] := (case p_kind
    when 'item_discount' then '{percent_bps,amount_cents,price_cents,targets,max_quantity,max_discount_cents}'
    when 'flash_sale' then '{items,max_quantity}'
    when 'coupon' then '{distribution,amount_cents,percent_bps,max_discount_cents,min_cents,scope,targets,valid_days,issue_count,customer_count,points_price}'
    when 'points' then '{earn_bps}'
    else '{targets}' end)::text[];
  v_bad text;
begin
  select min(k) into v_bad from jsonb_object_keys(p_effect) k where k <> all (v_known);
  if v_bad is not null then
    return v_bad;
  end if;
  if not private.targets_are_valid(p_effect -> 'targets') then
    return 'targets';
  end if;
  if p_kind in ('item_discount', 'coupon') then
    if 1 <> (select count(*) from jsonb_object_keys(p_effect) k where k in ('percent_bps', 'amount_cents', 'price_cents'))
      or not coalesce(private.is_int(p_effect -> 'percent_bps', 1, 10000), true) and p_effect ? 'percent_bps'
      or p_effect ? 'amount_cents' and not private.is_int(p_effect -> 'amount_cents', 1, 999999999)
      or p_effect ? 'price_cents' and not private.is_int(p_effect -> 'price_cents', 0, 999999999)
    then
      return 'amount';
    end if;
  end if;
  select min(k.key) into v_bad
  from jsonb_each(p_effect) k
  where k.key in ('max_quantity', 'max_discount_cents', 'min_cents', 'valid_days', 'issue_count', 'customer_count', 'points_price')
    and not private.is_int(k.value, case k.key when 'min_cents' then 0 else 1 end, 999999999);
  if v_bad is not null then
    return v_bad;
  end if;
  if p_kind = 'flash_sale' and (
    jsonb_typeof(p_effect -> 'items') is distinct from 'array'
    or jsonb_array_length(p_effect -> 'items') not between 1 and 200
    or exists (
      select 1 from jsonb_array_elements(p_effect -> 'items') i
      where not private.targets_are_valid(jsonb_build_object('product_ids', jsonb_build_array(i -> 'product_id')))
        or not private.is_int(i -> 'price_cents', 0, 999999999)
        or not private.is_int(i -> 'stock_count', 1, 9999999))
    or (select count(distinct i -> 'product_id') from jsonb_array_elements(p_effect -> 'items') i)
      <> jsonb_array_length(p_effect -> 'items'))
  then
    return 'items';
  end if;
  if p_kind = 'coupon' then
    if coalesce(p_effect ->> 'distribution', '') not in ('claim', 'issue', 'first_order', 'code', 'exchange') then
      return 'distribution';
    end if;
    if coalesce(p_effect ->> 'scope', 'goods') not in ('goods', 'delivery') then
      return 'scope';
    end if;
    if (p_effect ->> 'distribution' = 'exchange') <> (p_effect ? 'points_price') then
      return 'points_price';
    end if;
  end if;
  if p_kind = 'points' and not private.is_int(p_effect -> 'earn_bps', 1, 100000) then
    return 'earn_bps';
  end if;
  return null;
end;
$$;
comment on function private.effect_problem(public.promotion_kind, jsonb) is 'The part of an effect that its kind does not take; null when it is right.';

create function private.windows_are_valid(p_windows jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case when jsonb_typeof(p_windows) is distinct from 'array' then false
    else jsonb_array_length(p_windows) <= 20 and not exists (
      select 1 from jsonb_array_elements(p_windows) w
      where jsonb_typeof(w -> 'weekdays') is distinct from 'array'
        or jsonb_array_length(case jsonb_typeof(w -> 'weekdays') when 'array' then w -> 'weekdays' else '[]' end) = 0
        or not (w -> 'weekdays') <@ '[0, 1, 2, 3, 4, 5, 6]'
        or coalesce(w ->> 'from', '') !~ '^([01]\d|2[0-3]):[0-5]\d$'
        or coalesce(w ->> 'to', '') !~ '^([01]\d|2[0-3]):[0-5]\d$') end;
$$;

create function private.check_promotion()
returns trigger
language plpgsql
security definer -- its checks are private functions
set search_path = ''
as $$
declare
  v_problem text;
begin
  if not private.tiers_are_valid(new.kind, new.tiers) then
    perform private.raise('promotion.tiers_invalid', 422);
  end if;
  v_problem := private.effect_problem(new.kind, new.effect);
  if v_problem is not null then
    perform private.raise('promotion.effect_invalid', 422, jsonb_build_object('field', v_problem));
  end if;
  if not private.windows_are_valid(new.windows) then
    perform private.raise('promotion.windows_invalid', 422);
  end if;
  if new.kind = 'points' and new.cost_bearer <> 'platform' then
    -- Points are always the platform's money.
    perform private.raise('promotion.effect_invalid', 422, '{"field": "cost_bearer"}');
  end if;
  perform private.check_json_logic(new.conditions);
  new.conditions := private.fold_json_logic(new.conditions);
  if new.store_id is not null and not exists (
    select 1 from public.stores where id = new.store_id and city_id = new.city_id)
  then
    perform private.raise('promotion.store_of_other_city', 422);
  end if;
  return new;
end;
$$;

create function private.check_enrolment()
returns trigger
language plpgsql
security definer -- the answer must not depend on the caller's row rights
set search_path = ''
as $$
begin
  if not exists (
    select 1
    from public.promotions p
    join public.stores s on s.city_id = p.city_id
    where p.id = new.promotion_id and s.id = new.store_id and p.is_for_enrolled)
  then
    perform private.raise('promotion.store_of_other_city', 422);
  end if;
  return new;
end;
$$;

-- 45_member/110_fn_points.sql
create function private.cents_per_point()
returns bigint
language plpgsql
stable
set search_path = ''
as $$
begin
  return greatest(1, coalesce((private.setting('member.cents_per_point') #>> '{}')::bigint, 1));
end;
$$;

create function private.points_cents(p_customer_id uuid, p_currency text)
returns bigint
language sql
stable
set search_path = ''
as $$
  select coalesce(-sum(e.amount_cents), 0)::bigint
  from public.ledger_accounts a
  join public.ledger_entries e on e.account_id = a.id
  where a.kind = 'customer_points' and a.owner_id = p_customer_id and a.currency = p_currency;
$$;
comment on function private.points_cents(uuid, text) is 'What a customer''s points are worth, in minor units: the balance of their account.';

create function private.usable_points_cents(p_customer_id uuid, p_city_id uuid, p_points bigint, p_goods_cents bigint)
returns bigint
language plpgsql
stable
set search_path = ''
as $$
begin
  if coalesce(p_points, 0) <= 0 then
    return 0;
  end if;
  return (
    select greatest(0, least(
        p_points,
        private.points_cents(p_customer_id, c.currency) / private.cents_per_point(),
        p_goods_cents * coalesce((private.setting('member.points_max_share_bps') #>> '{}')::int, 5000) / 10000
          / private.cents_per_point()) * private.cents_per_point())
    from public.cities c where c.id = p_city_id);
end;
$$;
comment on function private.usable_points_cents(uuid, uuid, bigint, bigint) is
  'What the wanted points take off goods: whole points, no more than there are and than the share that may be paid with points.';

create function private.post_points(
  p_kind text, p_event_key text, p_order_id uuid, p_customer_id uuid, p_currency text, p_cents bigint)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_cents <> 0 and not exists (select 1 from public.ledger_transactions where event_key = p_event_key) then
    perform private.post_ledger(p_kind, p_event_key, p_order_id, p_currency, now(), jsonb_build_array(
      jsonb_build_object('account', 'promo_expense', 'purpose', p_kind, 'amount_cents', p_cents),
      jsonb_build_object('account', 'customer_points', 'owner_id', p_customer_id, 'purpose', p_kind, 'amount_cents', -p_cents)));
  end if;
end;
$$;
comment on function private.post_points(text, text, uuid, uuid, text, bigint) is
  'Gives a customer points of a value (minor units, negative takes them): promo_expense against customer_points, once per event key.';

create function private.lock_member(p_customer_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into public.members (customer_id) values (p_customer_id) on conflict do nothing;
  perform 1 from public.members where customer_id = p_customer_id for no key update;
end;
$$;
comment on function private.lock_member(uuid) is 'One spender of points at a time.';

create function private.spend_points(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_cents bigint;
begin
  select -sum(amount_cents) into v_cents
  from public.order_adjustments where order_id = p_order.id and kind = 'points';
  if v_cents is null or exists (
    select 1 from public.ledger_transactions where event_key = 'points_spent:' || p_order.id)
  then
    return;
  end if;
  perform private.lock_member(p_order.customer_id);
  if private.points_cents(p_order.customer_id, p_order.currency) < v_cents then
    perform private.raise('member.points_short', 409);
  end if;
  perform private.post_points('points_spent', 'points_spent:' || p_order.id, p_order.id, p_order.customer_id,
    p_order.currency, -v_cents);
end;
$$;

create function private.return_points(p_order_id uuid)
returns void
language sql
set search_path = ''
as $$
  select private.post_points('points_returned', 'points_returned:' || o.id, o.id, o.customer_id, o.currency, -sum(a.amount_cents)::bigint)
  from public.orders o
  join public.order_adjustments a on a.order_id = o.id and a.kind = 'points'
  where o.id = p_order_id
    and exists (select 1 from public.ledger_transactions t where t.event_key = 'points_spent:' || o.id)
  group by o.id;
$$;

create function private.earn_points(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_store public.stores;
  v_local timestamp;
  v_paid bigint;
  v_bps int;
  v_bonus int;
  v_data jsonb;
begin
  select * into v_order from public.orders where id = p_order_id;
  if not found or v_order.status <> 'completed' then
    return;
  end if;
  select * into v_store from public.stores where id = v_order.store_id;
  select v_order.subtotal_cents + coalesce(sum(a.amount_cents), 0) into v_paid
  from public.order_adjustments a where a.order_id = p_order_id and a.scope = 'goods';
  select v_order.created_at at time zone c.timezone into v_local from public.cities c where c.id = v_order.city_id;
  perform private.lock_member(v_order.customer_id);
  select coalesce(max(t.earn_bps), (private.setting('member.earn_bps') #>> '{}')::int, 0) into v_bps
  from public.members m join public.member_tiers t on t.id = m.tier_id
  where m.customer_id = v_order.customer_id;
  if private.is_member_day(v_local::date) then
    v_bps := v_bps * coalesce((private.setting('member.day') ->> 'earn_times')::int, 1);
  end if;
  if exists (select 1 from public.promotions where city_id = v_order.city_id and kind = 'points' and status = 'published') then
    v_data := private.promotion_data(v_store, v_order.customer_id, (
      select coalesce(jsonb_agg(to_jsonb(i) order by i.line_number), '[]') from public.order_items i where i.order_id = p_order_id),
      v_order.delivery_fee_cents, v_order.fulfillment_type, v_order.created_at);
    select max((p.effect ->> 'earn_bps')::int) into v_bonus
    from public.promotions p
    where p.city_id = v_order.city_id and p.kind = 'points' and p.status = 'published'
      and (p.store_id is null or p.store_id = v_order.store_id)
      and p.starts_at <= v_order.created_at and (p.ends_at is null or p.ends_at > v_order.created_at)
      and (not p.is_for_enrolled or exists (
        select 1 from public.campaign_enrolments e where e.promotion_id = p.id and e.store_id = v_order.store_id))
      and private.is_in_windows(p.windows, v_local)
      and private.js_truthy(private.json_logic(p.conditions, v_data));
  end if;
  perform private.post_points('points_earned', 'points_earned:' || p_order_id, p_order_id, v_order.customer_id, v_order.currency,
    trunc(greatest(v_paid, 0) * (v_bps + coalesce(v_bonus, 0)) / 10000.0 / private.cents_per_point())::bigint
      * private.cents_per_point());
  perform private.compute_tier(v_order.customer_id);
end;
$$;
comment on function private.earn_points(uuid) is
  'After completion, once per order: points for what was paid for goods, by tier, member day and the best points promotion; then the tier is computed again.';

-- 50_order/110_fn_quote_order.sql
create function public.quote_order(
  p_store_id uuid,
  p_items jsonb,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_address_id uuid default null,
  p_tip_cents bigint default 0,
  p_slot_starts_at timestamptz default null,
  p_coupon_ids uuid[] default '{}',
  p_coupon_code text default null,
  p_points int default 0,
  p_party jsonb default null)
returns jsonb
language plpgsql
security definer -- quotes are written by this function only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_at timestamptz := coalesce(p_slot_starts_at, now());
  v_store public.stores;
  v_currency text;
  v_address public.addresses;
  v_lines jsonb;
  v_choice jsonb := jsonb_build_object('coupon_ids', p_coupon_ids, 'coupon_code', p_coupon_code, 'points', p_points);
  v_promotions jsonb;
  v_subtotal bigint;
  v_packaging bigint;
  v_fee bigint := 0;
  v_discount bigint;
  v_check jsonb;
  v_price jsonb := '{}'::jsonb;
  v_weight int;
  v_slot_ends_at timestamptz;
  v_quote public.quotes;
begin
  perform private.check_quote_rate(v_user_id);
  select s.* into v_store from public.stores s where s.id = p_store_id and s.is_published;
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  select currency into v_currency from public.cities where id = v_store.city_id;
  if coalesce(p_tip_cents, 0) not between 0 and 100000 then
    perform private.raise('order.tip_invalid', 422);
  end if;
  if p_fulfillment_type in ('delivery', 'on_site') then
    select a.* into v_address from public.addresses a where a.id = p_address_id and a.user_id = v_user_id;
    if not found then
      perform private.raise('identity.address_not_found', 404);
    end if;
  end if;
  v_slot_ends_at := private.check_slot(v_store, p_fulfillment_type, p_slot_starts_at);

  v_lines := private.price_lines(v_store.id, p_items, p_fulfillment_type, v_at);
  select sum((l ->> 'total_cents')::bigint), sum((l ->> 'weight_grams')::int) into v_subtotal, v_weight
  from jsonb_array_elements(v_lines) l;
  v_check := public.check_serviceability(
    v_store.id, p_fulfillment_type, v_address.lon, v_address.lat, v_subtotal, v_at);
  if not (v_check ->> 'is_serviceable')::boolean then
    perform private.raise(v_check ->> 'reason', 422, v_check);
  end if;

  v_packaging := case when p_fulfillment_type in ('delivery', 'pickup') then v_store.packaging_fee_cents else 0 end;
  if p_fulfillment_type = 'delivery' then
    v_price := private.price_delivery(v_store, v_address.lon, v_address.lat, v_subtotal, v_weight, v_at);
    v_fee := (v_price ->> 'fee_cents')::bigint;
  end if;
  v_promotions := private.apply_promotions(v_store, v_user_id, v_lines, v_fee, p_fulfillment_type, now(), v_choice);
  v_discount := (v_promotions ->> 'discount_cents')::bigint;

  insert into public.quotes (
    customer_id, store_id, fulfillment_type, address, lines, adjustments, currency, subtotal_cents,
    packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents,
    distance_meters, estimated_minutes, slot_starts_at, slot_ends_at, party, choice, explanations, fee_lines, expires_at)
  values (
    v_user_id, v_store.id, p_fulfillment_type,
    case when v_address.id is not null then to_jsonb(v_address) - '{user_id,is_default,created_at,updated_at}'::text[] end,
    v_lines, v_promotions -> 'adjustments', v_currency, v_subtotal, v_packaging, v_fee, v_discount,
    coalesce(p_tip_cents, 0), v_subtotal + v_packaging + v_fee + coalesce(p_tip_cents, 0) - v_discount,
    (v_check ->> 'distance_meters')::int,
    private.estimate_minutes((v_check ->> 'preparation_minutes')::int, (v_check ->> 'distance_meters')::double precision),
    p_slot_starts_at, v_slot_ends_at, private.check_party(p_fulfillment_type, p_party),
    v_choice, v_promotions -> 'explanations', coalesce(v_price -> 'lines', '[]'),
    now() + private.setting_interval('order.quote_seconds', 900))
  returning * into v_quote;
  return to_jsonb(v_quote) - 'customer_id';
end;
$$;
comment on function public.quote_order(uuid, jsonb, public.fulfillment_type, uuid, bigint, timestamptz, uuid[], text, int, jsonb) is
  'Prices a cart for the caller and keeps the quote until expires_at. items: [{product_id, variant_id, quantity, modifier_ids, note}]; p_slot_starts_at: begin of a slot of the store, null for as soon as possible; p_party: {table_label, party_size} of a dine-in order.';

-- 55_booking/110_fn_move_booking.sql
create function private.open_booking(p_order public.orders)
returns void
language sql
set search_path = ''
as $$
  insert into public.bookings (order_id, store_id, customer_id, starts_at, ends_at, skill, party_size)
  select p_order.id, p_order.store_id, p_order.customer_id, p_order.slot_starts_at,
    p_order.slot_starts_at + make_interval(mins => coalesce(
      sum(s.duration_minutes * i.quantity)::int, (private.setting('booking.default_minutes') #>> '{}')::int)),
    min(s.required_skill), p_order.party_size
  from public.order_items i
  join public.service_items s on s.product_id = i.product_id
  where i.order_id = p_order.id;
$$;
comment on function private.open_booking(public.orders) is
  'The booking of an order that was placed for a slot: as long as its services take, by one who has their skill.';

create function private.move_booking(p_order public.orders, p_command text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_booking_command text := case p_command
    when 'accept' then 'confirm'
    when 'start_service' then 'start'
    when 'complete' then 'finish'
    when 'no_show' then 'no_show'
  end;
  v_id uuid;
  v_actor public.actor_role;
begin
  if v_booking_command is null or p_order.fulfillment_type not in ('on_site', 'dine_in') then
    return;
  end if;
  select id into v_id from public.bookings where order_id = p_order.id;
  if v_id is not null then
    -- Who moved the order moves its booking.
    select actor into v_actor from public.order_events where order_id = p_order.id order by id desc limit 1;
    perform private.apply_booking_command(v_id, v_booking_command, v_actor);
  end if;
end;
$$;
comment on function private.move_booking(public.orders, text) is 'Moves the booking, if there is one, with its order.';

create function private.cancel_booking(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_booking public.bookings;
begin
  select * into v_booking from public.bookings where order_id = p_order_id;
  if found and v_booking.status in ('requested', 'confirmed', 'in_service') then
    perform private.apply_booking_command(v_booking.id, 'cancel', 'system');
  end if;
end;
$$;
comment on function private.cancel_booking(uuid) is 'Frees the booking of an order that ended early.';

-- 60_payment/110_fn_apply_refund_command.sql
create function private.announce_refund(p_refund public.refund_requests)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object(
    'refund_id', p_refund.id, 'order_id', p_refund.order_id, 'status', p_refund.status,
    'amount_cents', p_refund.amount_cents, 'at', p_refund.updated_at);
begin
  perform private.broadcast('order:' || p_refund.order_id, 'refund.updated', v_payload);
  perform private.broadcast('user:' || p_refund.customer_id, 'refund.updated', v_payload);
  if p_refund.is_asked then
    perform private.broadcast('store:' || p_refund.store_id, 'refund.updated', v_payload);
  end if;
end;
$$;
comment on function private.announce_refund(public.refund_requests) is 'Tells customer, order page and, of what was asked for, the store.';

create function private.apply_refund_command(
  p_refund_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}')
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests;
  v_from public.refund_status;
  v_to public.refund_status;
begin
  select * into v_refund from public.refund_requests where id = p_refund_id for update;
  select to_status into v_to
  from public.refund_transitions
  where from_status = v_refund.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('refund.transition_refused', 409,
      jsonb_build_object('status', v_refund.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_refund.status;
  update public.refund_requests
  set status = v_to,
      refunded_at = case when v_to = 'refunded' then now() else refunded_at end,
      due_at = case when v_to = 'requested' then due_at end,
      updated_at = now()
  where id = p_refund_id
  returning * into v_refund;
  insert into public.refund_events (refund_request_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_refund_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
  perform private.announce_refund(v_refund);
  return v_refund;
end;
$$;

-- 70_ledger/110_fn_guards.sql
create function private.refuse_ledger_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'the ledger is append-only: correct by a reversing transaction';
end;
$$;

create function private.check_ledger_balance()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
begin
  select e.transaction_id into v_id
  from public.ledger_entries e
  where e.transaction_id in (select transaction_id from added)
  group by e.transaction_id having sum(e.amount_cents) <> 0
  limit 1;
  if found then
    raise exception 'ledger transaction % does not balance', v_id;
  end if;
  return null;
end;
$$;

-- 72_payout/110_fn_apply_payout_command.sql
create function private.post_payout(p_payout public.payouts, p_step text, p_event_id bigint default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payable text := case p_payout.party when 'merchant' then 'merchant_payable' else 'rider_payable' end;
  v_party jsonb := jsonb_build_object('account', v_payable, 'owner_id', p_payout.party_id, 'purpose', 'payout');
  v_transit jsonb := jsonb_build_object('account', 'cash_in_transit', 'purpose', 'payout');
  v_cash jsonb := jsonb_build_object('account', 'psp_clearing', 'purpose', 'payout');
begin
  perform private.post_ledger(
    'payout_' || p_step, concat_ws(':', 'payout_' || p_step, p_payout.id, p_event_id), null, p_payout.currency, now(),
    case p_step
      when 'requested' then jsonb_build_array(
        v_party || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_transit || jsonb_build_object('amount_cents', -p_payout.amount_cents))
      when 'paid' then jsonb_build_array(
        v_transit || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_cash || jsonb_build_object('amount_cents', -p_payout.amount_cents))
      when 'paid_late' then jsonb_build_array(
        v_party || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_cash || jsonb_build_object('amount_cents', -p_payout.amount_cents))
      when 'dropped' then jsonb_build_array(
        v_transit || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_party || jsonb_build_object('amount_cents', -p_payout.amount_cents))
      when 'returned' then jsonb_build_array(
        v_cash || jsonb_build_object('amount_cents', p_payout.amount_cents),
        v_party || jsonb_build_object('amount_cents', -p_payout.amount_cents))
    end);
end;
$$;
comment on function private.post_payout(public.payouts, text, bigint) is
  'requested: owed money becomes cash in transit; paid: it leaves psp_clearing; dropped and returned: it is owed again; paid_late: what was dropped or returned left after all. The last two may happen more than once, so their event is in the key.';

create function private.apply_payout_command(
  p_payout_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}', p_event_id text default null)
returns public.payouts
language plpgsql
set search_path = ''
as $$
declare
  v_payout public.payouts;
  v_from public.payout_status;
  v_to public.payout_status;
  v_event_id bigint;
begin
  select * into v_payout from public.payouts where id = p_payout_id for update;
  if not found then
    perform private.raise('payout.not_found', 404);
  end if;
  select to_status into v_to
  from public.payout_transitions where from_status = v_payout.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('payout.transition_refused', 409,
      jsonb_build_object('status', v_payout.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_payout.status;
  update public.payouts
  set status = v_to,
      paid_at = case when v_to = 'paid' then now() else paid_at end,
      method = coalesce((p_detail ->> 'method')::public.payout_method, method),
      reference = coalesce(p_detail ->> 'reference', reference),
      failure = case when v_to = 'failed' then p_detail ->> 'reason' else failure end,
      updated_at = now()
  where id = p_payout_id
  returning * into v_payout;
  insert into public.payout_events (payout_id, command, from_status, to_status, actor, actor_id, provider_event_id, detail)
  values (p_payout_id, p_command, v_from, v_to, p_actor, auth.uid(), p_event_id, p_detail)
  returning id into v_event_id;
  case
    when v_to = 'paid' and v_from = 'failed' then perform private.post_payout(v_payout, 'paid_late', v_event_id);
    when v_to = 'paid' then perform private.post_payout(v_payout, 'paid');
    when v_to in ('failed', 'cancelled') and v_from = 'paid' then perform private.post_payout(v_payout, 'returned', v_event_id);
    when v_to in ('failed', 'cancelled') then perform private.post_payout(v_payout, 'dropped');
    else null;
  end case;
  return v_payout;
end;
$$;
comment on function private.apply_payout_command(uuid, text, public.actor_role, jsonb, text) is
  'The only way a payout changes state; the ledger follows in the same transaction.';

create function private.payout_answer(p_payout public.payouts)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select to_jsonb(p_payout) - '{payout_account_id,requested_by,attempt_count,next_attempt_at}'::text[];
$$;
comment on function private.payout_answer(public.payouts) is 'What every payout command returns.';

-- 74_reconciliation/110_fn_resolve_reconciliation_item.sql
create function public.resolve_reconciliation_item(
  p_item_id bigint, p_idempotency_key text, p_note text, p_is_posted boolean default true)
returns jsonb
language plpgsql
security definer -- items and the ledger are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('finance');
  v_run_id uuid;
  v_answer jsonb;
  v_item public.reconciliation_items;
  v_cents bigint;
begin
  select run_id into v_run_id from public.reconciliation_items where id = p_item_id;
  v_answer := private.begin_command('resolve_reconciliation', p_idempotency_key, v_user_id, v_run_id);
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_item from public.reconciliation_items where id = p_item_id for update;
  if not found then
    perform private.raise('reconciliation.item_not_found', 404);
  end if;
  if v_item.status = 'matched' or v_item.resolved_at is not null then
    perform private.raise('reconciliation.nothing_open', 409);
  end if;
  if coalesce(p_note, '') = '' then
    perform private.raise('order.reason_required', 422);
  end if;
  -- A payment that they have and we do not is money more; a refund is money less.
  v_cents := (v_item.theirs_cents - v_item.ours_cents) * case v_item.kind when 'payment' then 1 else -1 end;
  if p_is_posted and v_cents <> 0 then
    perform private.post_ledger(
      'reconciled', 'reconcile:' || v_item.id, null, v_item.currency, now(), jsonb_build_array(
        jsonb_build_object('account', 'psp_clearing', 'purpose', 'reconciliation', 'amount_cents', v_cents),
        jsonb_build_object('account', 'adjustments', 'purpose', 'reconciliation', 'amount_cents', -v_cents)));
  end if;
  update public.reconciliation_items
  set resolved_at = now(), resolved_by = v_user_id, resolution = left(p_note, 500)
  where id = p_item_id;
  return private.finish_command('resolve_reconciliation', p_idempotency_key, v_user_id,
    private.count_reconciliation(v_item.run_id) || jsonb_build_object('posted_cents', case when p_is_posted then v_cents else 0 end));
end;
$$;
comment on function public.resolve_reconciliation_item(bigint, text, text, boolean) is
  'Finance settles a difference with a note: posted to adjustments so that our books say what the provider holds, or only closed.';

-- 75_delivery/110_fn_announce_delivery.sql
create function private.announce_delivery(p_delivery public.deliveries)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object(
    'delivery_id', p_delivery.id, 'order_id', p_delivery.order_id, 'status', p_delivery.status,
    'rider_id', p_delivery.rider_id, 'at', p_delivery.updated_at);
begin
  perform private.broadcast('order:' || p_delivery.order_id, 'delivery.updated', v_payload);
  perform private.broadcast('store:' || p_delivery.store_id, 'delivery.updated', v_payload);
  perform private.broadcast('city:' || p_delivery.city_id, 'delivery.updated', v_payload);
  if p_delivery.rider_id is not null then
    perform private.broadcast('rider:' || p_delivery.rider_id, 'delivery.updated', v_payload);
  end if;
end;
$$;

-- 80_dispatch/110_fn_run_offer_timeouts.sql
create function private.run_offer_timeouts(p_zone_id uuid default null)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
  v_count int := 0;
begin
  for v_id in
    select o.id
    from public.dispatch_offers o
    join public.deliveries d on d.id = o.delivery_id
    where o.status = 'offered' and o.expires_at <= now() and (p_zone_id is null or d.zone_id = p_zone_id)
    limit 200
    for update of d skip locked
  loop
    perform private.expire_offer(v_id, 'expired');
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_offer_timeouts(uuid) is 'Closes offers that nobody answered in time; returns how many. What another command holds is left to the next run.';

-- 85_notification/110_fn_notify_stock.sql
create function private.notify_stock(p_item public.stock_items, p_event text, p_left_count int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_params jsonb;
begin
  v_params := jsonb_build_object(
    'store', (select name from public.stores where id = p_item.store_id),
    'product', coalesce(
      (select name from public.products where id = p_item.product_id),
      (select p.name || ' ' || v.name from public.product_variants v
       join public.products p on p.id = v.product_id where v.id = p_item.variant_id),
      (select name from public.modifiers where id = p_item.modifier_id)),
    'left', p_left_count);
  insert into private.outbox_messages (kind, payload)
  select 'notify.in_app', jsonb_build_object('user_id', m.user_id, 'event', r.event,
    'title', private.render_text(coalesce(r.translations #>> array[p.locale, 'title'], r.title), v_params),
    'body', private.render_text(coalesce(r.translations #>> array[p.locale, 'body'], r.body), v_params))
  from public.notification_rules r
  join public.stores s on s.id = p_item.store_id
  join public.merchant_members m on m.merchant_id = s.merchant_id and (m.store_id is null or m.store_id = s.id)
  left join public.profiles p on p.id = m.user_id
  where r.is_active and r.event = p_event and r.audience = 'merchant' and r.channel = 'in_app';
end;
$$;
comment on function private.notify_stock(public.stock_items, text, int) is
  'Puts the messages about stock that the rules ask for into the outbox of a store''s staff.';

-- 88_screen/110_fn_describe_columns.sql
create function private.value_kind(p_type oid)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when t.typtype = 'e' then 'enum'
    when t.typcategory = 'A' then 'array'
    when t.typname = 'uuid' then 'uuid'
    when t.typcategory = 'S' then 'text'
    when t.typname in ('int2', 'int4', 'int8') then 'integer'
    when t.typname in ('numeric', 'float4', 'float8') then 'number'
    when t.typname = 'bool' then 'boolean'
    when t.typname in ('timestamptz', 'timestamp') then 'datetime'
    when t.typname in ('date', 'time', 'interval') then t.typname
    when t.typname in ('json', 'jsonb') then 'json'
    when t.typname in ('geometry', 'geography') then 'geometry'
    else 'other' end
  from pg_catalog.pg_type t
  where t.oid = p_type;
$$;
comment on function private.value_kind(oid) is 'What a person would call the type: text, integer, datetime, enum, array, geometry …';

create function private.label_column(p_table oid)
returns text
language sql
stable
set search_path = ''
as $$
  select a.attname::text
  from pg_catalog.pg_attribute a
  left join unnest(array['name', 'title', 'label', 'display_name', 'number', 'code', 'slug', 'key'])
    with ordinality wanted (name, place) on wanted.name = a.attname
  left join pg_catalog.pg_constraint k on k.conrelid = a.attrelid and k.contype = 'p' and a.attnum = any (k.conkey)
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped
  order by wanted.place, k.oid is null, a.attnum
  limit 1;
$$;
comment on function private.label_column(oid) is 'The column by which people know a row; the key where there is no better one.';

create function private.reference_target(p_table oid)
returns oid
language sql
stable
set search_path = ''
as $$
  -- People live in auth.users, which nobody reads; profiles shows them.
  select case when c.relnamespace = 'public'::regnamespace then c.oid
    when p_table = 'auth.users'::regclass then 'public.profiles'::regclass::oid end
  from pg_catalog.pg_class c
  where c.oid = p_table;
$$;
comment on function private.reference_target(oid) is 'The exposed table that shows what a foreign key points to, or null.';

create function private.describe_columns(p_table oid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'name', a.attname,
    'kind', private.value_kind(a.atttypid),
    'type', format_type(a.atttypid, a.atttypmod),
    'enum', (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_catalog.pg_enum e
      where e.enumtypid = case when t.typcategory = 'A' then t.typelem else t.oid end),
    'element', case when t.typcategory = 'A' then private.value_kind(t.typelem) end,
    'is_required', a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '',
    'is_nullable', not a.attnotnull,
    'is_generated', a.attgenerated <> '' or a.attidentity <> '',
    'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
    'comment', col_description(a.attrelid, a.attnum),
    'checks', (select jsonb_agg(pg_get_expr(k.conbin, k.conrelid) order by k.conname) from pg_catalog.pg_constraint k
      where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]),
    'references', (
      select jsonb_build_object('table', target.relname, 'column', target_key.attname,
        'label', private.label_column(target.oid))
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class target on target.oid = private.reference_target(k.confrelid)
      join pg_catalog.pg_constraint key on key.conrelid = target.oid and key.contype = 'p' and cardinality(key.conkey) = 1
      join pg_catalog.pg_attribute target_key on target_key.attrelid = target.oid and target_key.attnum = key.conkey[1]
      where k.conrelid = a.attrelid and k.contype = 'f' and k.conkey = array[a.attnum]
      limit 1),
    'is_indexed', exists (select 1 from pg_catalog.pg_index i where i.indrelid = a.attrelid and i.indkey[0] = a.attnum),
    'may', jsonb_build_object(
      'select', has_column_privilege('authenticated', a.attrelid, a.attnum, 'select'),
      'insert', a.attgenerated = '' and a.attidentity = '' and has_column_privilege('authenticated', a.attrelid, a.attnum, 'insert'),
      'update', a.attgenerated = '' and a.attidentity = '' and has_column_privilege('authenticated', a.attrelid, a.attnum, 'update'))))
    order by a.attnum)
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped
    and has_column_privilege('authenticated', a.attrelid, a.attnum, 'select,insert,update');
$$;
comment on function private.describe_columns(oid) is 'The columns of a table that a signed-in person may reach: kinds, enums, references, checks, comments, grants.';

-- 99_jobs/110_fn_run_due_orders.sql
create procedure private.run_due_orders(p_limit int default 500)
language plpgsql
as $$
begin
  for n in 1 .. p_limit loop
    exit when not private.end_due_order();
    commit;
  end loop;
  for n in 1 .. p_limit loop
    exit when not private.end_due_request();
    commit;
  end loop;
  while private.run_voucher_expiry(1) > 0 loop
    commit;
  end loop;
end;
$$;
comment on procedure private.run_due_orders(int) is
  'Orders, requests and vouchers whose time is over, each in a transaction of its own, so that none waits for another. No search path: a procedure that sets one may not commit.';

-- 10_identity/112_fn_has_ops_role.sql
create function private.has_ops_role(variadic p_roles public.ops_role[])
returns boolean
language sql
stable
security definer -- used by policies; must not depend on the reader's own rights on ops_members
set search_path = ''
as $$
  select exists (
    select 1 from public.ops_members
    where user_id = (select auth.uid()) and (role = 'admin' or role = any (p_roles)));
$$;
comment on function private.has_ops_role(public.ops_role[]) is 'The caller is an administrator of the operator or has one of the roles.';

create function private.require_ops_role(variadic p_roles public.ops_role[])
returns uuid
language plpgsql
stable
set search_path = ''
as $$
begin
  if not private.has_ops_role(variadic p_roles) then
    perform private.raise('identity.not_allowed', 403);
  end if;
  return auth.uid();
end;
$$;
comment on function private.require_ops_role(public.ops_role[]) is 'The caller with one of the roles, or identity.not_allowed.';

-- 40_promotion/112_fn_keep_promotion_version.sql
create function private.count_promotion_version()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.version := old.version + 1;
  return new;
end;
$$;

create function private.keep_promotion_version()
returns trigger
language plpgsql
security definer -- versions are written by this trigger only
set search_path = ''
as $$
begin
  insert into public.promotion_versions (promotion_id, version, changed_by, content)
  values (new.id, new.version, auth.uid(), to_jsonb(new) - '{id,version,created_at,updated_at}'::text[]);
  return null;
end;
$$;

-- 20_store/115_fn_find_rate_card.sql
create function private.store_zone_id(p_store public.stores)
returns uuid
language sql
stable
security definer -- zones that are off are hidden from readers, not from rules
set search_path = ''
as $$
  select z.id
  from public.zones z
  where z.city_id = p_store.city_id and z.is_active
  order by z.area operator(extensions.<->) p_store.location::extensions.geometry, z.id
  limit 1;
$$;
comment on function private.store_zone_id(public.stores) is 'The zone whose riders fetch from a store: the nearest of its city.';

create function private.find_rate_card(p_store public.stores, p_at timestamptz)
returns public.rate_cards
language sql
stable
set search_path = ''
as $$
  select r
  from public.rate_cards r
  where r.city_id = p_store.city_id
    and (r.store_id is null or r.store_id = p_store.id)
    and (r.zone_id is null or r.zone_id = private.store_zone_id(p_store))
    and r.starts_at <= p_at and (r.ends_at is null or r.ends_at > p_at)
  order by r.store_id is not null desc, r.zone_id is not null desc, r.version desc
  limit 1;
$$;
comment on function private.find_rate_card(public.stores, timestamptz) is 'The card that prices a store''s deliveries at an instant: its own, its zone''s, or its city''s.';

-- 40_promotion/115_fn_promotion_counters.sql
create function private.spread_promotion_caps(p_promotion_id uuid, p_budget_cents bigint, p_usage_cap int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_left_cents bigint;
  v_left_count bigint;
begin
  insert into private.promotion_counters (promotion_id, shard)
  select p_promotion_id, n from generate_series(0, 15) n
  on conflict do nothing;
  perform 1 from private.promotion_counters where promotion_id = p_promotion_id order by shard for update;
  select p_budget_cents - sum(used_cents), p_usage_cap - sum(used_count) into v_left_cents, v_left_count
  from private.promotion_counters where promotion_id = p_promotion_id;
  if least(v_left_cents, v_left_count) < 0 then
    perform private.raise('promotion.cap_below_used', 409);
  end if;
  update private.promotion_counters
  set quota_cents = used_cents + v_left_cents / 16 + (shard < v_left_cents % 16)::int,
      quota_count = used_count + v_left_count / 16 + (shard < v_left_count % 16)::int
  where promotion_id = p_promotion_id;
end;
$$;
comment on function private.spread_promotion_caps(uuid, bigint, int) is
  'Spreads what is left of a budget and a usage cap evenly over the counters; null caps take the quotas away. Locks all of them.';

create function private.spread_changed_caps()
returns trigger
language plpgsql
security definer -- counters are private
set search_path = ''
as $$
begin
  if new.budget_cents is not null or new.usage_cap is not null or tg_op = 'UPDATE' then
    perform private.spread_promotion_caps(new.id, new.budget_cents, new.usage_cap);
  end if;
  return null;
end;
$$;

create function private.sync_flash_stock()
returns trigger
language plpgsql
security definer -- flash stock is private
set search_path = ''
as $$
declare
  v_row record;
begin
  for v_row in
    select (i ->> 'product_id')::uuid as product_id, (i ->> 'stock_count')::int as stock_count
    from jsonb_array_elements(new.effect -> 'items') i order by 1
  loop
    begin
      insert into private.flash_stock as s (promotion_id, product_id, stock_count)
      values (new.id, v_row.product_id, v_row.stock_count)
      on conflict (promotion_id, product_id) do update set stock_count = excluded.stock_count;
    exception
      when check_violation then
        perform private.raise('promotion.cap_below_used', 409);
      when foreign_key_violation then
        perform private.raise('promotion.effect_invalid', 422, jsonb_build_object('field', 'items'));
    end;
  end loop;
  return null;
end;
$$;

create function private.promotion_left(p_promotion_id uuid, out cents bigint, out uses bigint)
language plpgsql
stable
set search_path = ''
as $$
begin
  select sum(c.quota_cents - c.used_cents), sum(c.quota_count - c.used_count) into cents, uses
  from private.promotion_counters c where c.promotion_id = p_promotion_id;
end;
$$;
comment on function private.promotion_left(uuid) is 'What is left of the caps; null without a cap.';

create function private.count_promotion_use(p_promotion_id uuid, p_amount_cents bigint, p_count int)
returns smallint
language plpgsql
set search_path = ''
as $$
declare
  v_shard smallint := pg_backend_pid() % 16;
  v_left record;
  v_counted smallint;
begin
  -- Each connection counts in a row of its own. A subtransaction lets go of the row again when its quota is too small.
  begin
    insert into private.promotion_counters as c (promotion_id, shard, used_cents, used_count)
    values (p_promotion_id, v_shard, p_amount_cents, p_count)
    on conflict (promotion_id, shard) do update
      set used_cents = c.used_cents + excluded.used_cents, used_count = c.used_count + excluded.used_count
      where (c.quota_cents is null or c.used_cents + excluded.used_cents <= c.quota_cents)
        and (c.quota_count is null or c.used_count + excluded.used_count <= c.quota_count)
    returning shard into v_counted;
    if v_counted is not null then
      return v_counted;
    end if;
    raise exception using errcode = 'LN001';
  exception
    when sqlstate 'LN001' then null;
  end;
  -- Gather what is left from all rows, which everyone locks in the same order.
  perform 1 from private.promotion_counters where promotion_id = p_promotion_id order by shard for update;
  select cents, uses into v_left from private.promotion_left(p_promotion_id);
  if v_left.cents < p_amount_cents or v_left.uses < p_count then
    return null;
  end if;
  update private.promotion_counters c
  set used_cents = c.used_cents + case when c.shard = v_shard then p_amount_cents else 0 end,
      used_count = c.used_count + case when c.shard = v_shard then p_count else 0 end,
      quota_cents = c.used_cents + case when c.shard = v_shard then p_amount_cents else 0 end
        + (v_left.cents - p_amount_cents) / 16 + (c.shard < (v_left.cents - p_amount_cents) % 16)::int,
      quota_count = c.used_count + case when c.shard = v_shard then p_count else 0 end
        + (v_left.uses - p_count) / 16 + (c.shard < (v_left.uses - p_count) % 16)::int
  where c.promotion_id = p_promotion_id;
  return v_shard;
end;
$$;
comment on function private.count_promotion_use(uuid, bigint, int) is
  'Counts a use and answers the counter that holds it; null when the caps do not allow it. Caps are never exceeded.';

-- 50_order/115_fn_next_order_number.sql
create sequence private.order_numbers;

create function private.next_order_number(p_timezone text)
returns text
language sql
volatile
set search_path = ''
as $$
  select to_char(now() at time zone p_timezone, 'YYMMDD')
    || case when n < 1000000 then lpad(n::text, 6, '0') else n::text end
  from nextval('private.order_numbers') n;
$$;
comment on function private.next_order_number(text) is 'Order number people can read out: local date and a running number.';

-- 60_payment/115_fn_refundable.sql
create function private.refundable_cents(p_payment public.payments)
returns bigint
language sql
stable
set search_path = ''
as $$
  select case when p_payment.status in ('captured', 'partially_refunded') then
    p_payment.amount_cents - p_payment.kept_cents - coalesce((
      select sum(r.amount_cents)::bigint from public.refund_requests r
      where r.payment_id = p_payment.id and r.status in ('refunding', 'refunded')), 0)
    else 0 end;
$$;
comment on function private.refundable_cents(public.payments) is
  'What of a payment may still go back: captured, not kept as a fee and not on its way back.';

create function private.keep_refund_lines(p_refund_id uuid, p_order_id uuid, p_lines jsonb)
returns void
language sql
set search_path = ''
as $$
  insert into public.refund_request_lines (refund_request_id, order_id, line_number, order_item_id, name, quantity, amount_cents)
  select p_refund_id, p_order_id, l.line_number, l.order_item_id, l.name, l.quantity, l.amount_cents
  from jsonb_to_recordset(p_lines) as l (line_number int, order_item_id uuid, name text, quantity int, amount_cents bigint);
$$;
comment on function private.keep_refund_lines(uuid, uuid, jsonb) is 'Keeps what private.refund_lines answered.';

create function private.start_refund(
  p_payment public.payments, p_amount_cents bigint, p_reason text, p_liable public.liable_party, p_lines jsonb default '[]')
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
begin
  insert into public.refund_requests (
    id, order_id, payment_id, customer_id, store_id, out_refund_no, amount_cents, liable_party, reason)
  select v_id, o.id, p_payment.id, o.customer_id, o.store_id, 'LR' || replace(v_id::text, '-', ''), p_amount_cents,
    p_liable, p_reason
  from public.orders o where o.id = p_payment.order_id;
  perform private.keep_refund_lines(v_id, p_payment.order_id, p_lines);
  perform private.send_refund(v_id);
  return v_id;
end;
$$;
comment on function private.start_refund(public.payments, bigint, text, public.liable_party, jsonb) is
  'Sends a part of a payment back at once; the caller has locked the payment and checked the amount.';

create function private.send_refund(p_refund_id uuid)
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests := private.apply_refund_command(p_refund_id, 'start', 'system');
begin
  -- A second payment that came too late was never shared out.
  if v_refund.reason <> 'paid_after_close'
    and exists (select 1 from public.orders where id = v_refund.order_id and status = 'completed')
  then
    perform private.post_refund_shares(p_refund_id, v_refund.amount_cents);
  end if;
  if exists (select 1 from public.payments where id = v_refund.payment_id and provider = 'wallet') then
    return private.confirm_refund(p_refund_id, 'refund:' || p_refund_id, now());
  end if;
  perform private.call_function('payment-refund');
  return v_refund;
end;
$$;
comment on function private.send_refund(uuid) is
  'The provider is to be asked; a wallet is filled at once. What a completed order has already shared out is taken back from the party that bears the refund.';

create function private.confirm_refund(
  p_refund_id uuid, p_event_id text, p_occurred_at timestamptz, p_payload jsonb default '{}')
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests := private.apply_refund_command(p_refund_id, 'confirm', 'system', p_payload);
  v_payment public.payments;
begin
  select * into v_payment from public.payments where id = v_refund.payment_id;
  perform private.apply_payment_command(
    v_payment.id,
    case when v_payment.refunded_cents + v_refund.amount_cents = v_payment.amount_cents
      then 'refund_full' else 'refund_part' end,
    p_event_id, v_refund.amount_cents, p_payload, p_occurred_at);
  perform private.post_refund(v_refund);
  return v_refund;
end;
$$;
comment on function private.confirm_refund(uuid, text, timestamptz, jsonb) is 'The money is back with the customer.';

-- 70_ledger/115_fn_split_order.sql
create function private.commission_amount(
  p_base_cents bigint, p_percent_bps int, p_fixed_cents bigint, p_minimum_cents bigint, p_maximum_cents bigint)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select least(p_maximum_cents,
    greatest(p_minimum_cents, round(p_base_cents * p_percent_bps / 10000.0)::bigint + p_fixed_cents));
$$;
comment on function private.commission_amount(bigint, int, bigint, bigint, bigint) is 'Percent of the base plus a fixed amount, kept between minimum and maximum.';

create function private.match_commission(p_rules jsonb, p_facts jsonb)
returns table (rule jsonb, line_numbers int[])
language sql
immutable
set search_path = ''
as $$
  select first.rule, array_agg((l ->> 'line_number')::int order by (l ->> 'line_number')::int)
  from jsonb_array_elements(p_facts -> 'lines') l
  cross join lateral (
    select r.rule, r.place
    from jsonb_array_elements(p_rules) with ordinality as r (rule, place)
    where (r.rule ->> 'category_id' is null or l -> 'category_ids' ? (r.rule ->> 'category_id'))
      and (r.rule ->> 'fulfillment_type' is null or r.rule ->> 'fulfillment_type' = p_facts ->> 'fulfillment_type')
      and (r.rule ->> 'promotion_id' is null or exists (
        select 1 from jsonb_array_elements(p_facts -> 'adjustments') a
        where a ->> 'promotion_id' = r.rule ->> 'promotion_id'))
    order by r.place limit 1
  ) first
  group by first.place, first.rule;
$$;
comment on function private.match_commission(jsonb, jsonb) is 'Which lines of an order each rule charges: the first rule that fits a line.';

create function private.split_order(p_facts jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_lines jsonb := coalesce(p_facts -> 'lines', '[]');
  v_adjustments jsonb := coalesce(p_facts -> 'adjustments', '[]');
  v_merchant text := p_facts ->> 'merchant_id';
  v_rider text := p_facts ->> 'rider_id';
  v_subtotal bigint;
  v_merchant_discount bigint;
  v_platform_discount bigint;
  v_fee bigint := coalesce((p_facts ->> 'delivery_fee_cents')::bigint, 0);
  v_packaging bigint := coalesce((p_facts ->> 'packaging_fee_cents')::bigint, 0);
  v_tip bigint := coalesce((p_facts ->> 'tip_cents')::bigint, 0);
  v_rider_pay bigint := case when v_rider is null then 0 else coalesce((p_facts ->> 'rider_pay_cents')::bigint, 0) end;
  v_commission jsonb;
  v_commission_cents bigint;
  v_tax jsonb;
  v_tax_cents bigint;
begin
  select coalesce(sum((l ->> 'total_cents')::bigint), 0) into v_subtotal from jsonb_array_elements(v_lines) l;
  select coalesce(sum(private.merchant_part(a)), 0),
    coalesce(-sum((a ->> 'amount_cents')::bigint) - sum(private.merchant_part(a)), 0)
  into v_merchant_discount, v_platform_discount
  from jsonb_array_elements(v_adjustments) a;

  with goods as (
    select * from private.allocate_goods(v_lines, v_adjustments)
  ), term as (
    select t.*, row_number() over (order by cardinality(t.line_numbers) desc, t.place) = 1 as is_widest
    from rows from (jsonb_to_recordset(coalesce(p_facts -> 'commission', '[]')) as (
      id uuid, name text, line_numbers int[], percent_bps int, fixed_cents bigint, minimum_cents bigint,
      maximum_cents bigint)) with ordinality as t (
      id, name, line_numbers, percent_bps, fixed_cents, minimum_cents, maximum_cents, place)
  ), based as (
    -- A line that came into the order later is charged as most of it is.
    select t.id, t.name, t.place, t.percent_bps, t.fixed_cents, t.minimum_cents, t.maximum_cents, count(g.*) as line_count,
      coalesce(sum(g.total_cents - g.merchant_discount_cents), 0)::bigint as base_cents
    from term t
    left join goods g on g.line_number = any (t.line_numbers)
      or (t.is_widest and not exists (select 1 from term o where g.line_number = any (o.line_numbers)))
    group by t.id, t.name, t.place, t.percent_bps, t.fixed_cents, t.minimum_cents, t.maximum_cents
  ), charged as (
    select b.*, case when b.line_count = 0 then 0 else private.commission_amount(
      b.base_cents, b.percent_bps, b.fixed_cents, b.minimum_cents, b.maximum_cents) end as amount_cents
    from based b
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'base_cents', c.base_cents,
      'percent_bps', c.percent_bps, 'fixed_cents', c.fixed_cents, 'amount_cents', c.amount_cents) order by c.place), '[]'),
    coalesce(sum(c.amount_cents), 0)
  into v_commission, v_commission_cents
  from charged c;

  with goods as (
    select * from private.allocate_goods(v_lines, v_adjustments)
  ), rated as (
    select t.tax_bps, coalesce(sum(g.total_cents - g.merchant_discount_cents), 0)::bigint as base_cents
    from jsonb_to_recordset(coalesce(p_facts -> 'tax', '[]')) as t (tax_bps int, line_numbers int[])
    join goods g on g.line_number = any (t.line_numbers)
    group by t.tax_bps
  ), taxed as (
    -- Prices include the tax.
    select r.*, round(r.base_cents * r.tax_bps::numeric / (10000 + r.tax_bps))::bigint as amount_cents from rated r
  )
  select coalesce(jsonb_agg(to_jsonb(t) order by t.tax_bps), '[]'), coalesce(sum(t.amount_cents), 0)
  into v_tax, v_tax_cents
  from taxed t;

  return jsonb_build_object(
    'total_cents', v_subtotal + v_packaging + v_fee + v_tip - v_merchant_discount - v_platform_discount,
    'commission', v_commission, 'tax', v_tax,
    'entries', (
      select jsonb_agg(jsonb_build_object(
        'account', e.account, 'owner_id', e.owner_id, 'purpose', e.purpose, 'amount_cents', e.amount_cents) order by e.place)
      from (values
        (1, 'refund_liability', null, 'order',
          v_subtotal + v_packaging + v_fee + v_tip - v_merchant_discount - v_platform_discount),
        -- Spending points has already moved what they are worth from the customer's points to this account.
        (2, 'promo_expense', null, 'discount', v_platform_discount),
        (3, 'merchant_payable', v_merchant, 'goods', -v_subtotal),
        (4, 'merchant_payable', v_merchant, 'packaging', -v_packaging),
        (5, 'merchant_payable', v_merchant, 'discount', v_merchant_discount),
        (6, 'merchant_payable', v_merchant, 'commission', v_commission_cents),
        (7, 'platform_commission', null, 'commission', -v_commission_cents),
        (8, 'merchant_payable', v_merchant, 'tax', v_tax_cents),
        (9, 'tax_payable', null, 'tax', -v_tax_cents),
        (10, 'delivery_revenue', null, 'delivery_fee', -v_fee),
        (11, 'delivery_revenue', null, 'rider_pay', v_rider_pay),
        (12, 'rider_payable', v_rider, 'rider_pay', -v_rider_pay),
        -- A tip without a rider (pickup) belongs to the store's people.
        (13, case when v_rider is null then 'merchant_payable' else 'rider_payable' end,
          coalesce(v_rider, v_merchant), 'tip', -v_tip)
      ) as e (place, account, owner_id, purpose, amount_cents)
      where e.amount_cents <> 0));
end;
$$;
comment on function private.split_order(jsonb) is
  'Who pays and who receives each cent of an order given as facts (merchant_id, rider_id, rider_pay_cents, lines, adjustments, fees, commission terms, tax rates): {total_cents, commission, tax, entries}; the entries sum to zero.';

-- 75_delivery/115_fn_rider_pay.sql
create function private.price_rider_pay(p_zone public.zones, p_distance_meters int, p_at timestamptz)
returns table (kind text, label text, translations jsonb, rule_id uuid, amount_cents bigint)
language sql
stable
set search_path = ''
as $$
  select 'base', '基础', '{"en": {"label": "Base"}}'::jsonb, null::uuid, p_zone.rider_base_pay_cents
  union all
  select 'distance', '里程', '{"en": {"label": "Distance"}}'::jsonb, null,
    p_zone.rider_pay_per_km_cents * ceil(p_distance_meters / 1000.0)::bigint
  union all
  (select r.kind, r.label, r.translations, r.id, r.amount_cents
   from public.rider_pay_rules r
   join public.cities c on c.id = p_zone.city_id
   cross join lateral (select p_at at time zone c.timezone as local_at) t
   cross join lateral (
     -- After midnight a range over midnight still belongs to yesterday.
     select extract(dow from t.local_at
       - case when r.ends_at <= r.starts_at and t.local_at::time < r.ends_at then interval '1 day' else interval '0' end)::int
       as weekday) w
   left join public.incident_modes m
     on r.kind = 'weather' and m.zone_id = r.zone_id and m.kind = r.mode
     and m.starts_at <= p_at and coalesce(m.ended_at, m.ends_at) > p_at
   where r.zone_id = p_zone.id and r.is_active
     and case r.kind
       when 'peak' then w.weekday = any (r.weekdays) and case when r.ends_at > r.starts_at
         then t.local_at::time >= r.starts_at and t.local_at::time < r.ends_at
         else t.local_at::time >= r.starts_at or t.local_at::time < r.ends_at end
       when 'weather' then m.id is not null
       else false end
   group by r.id
   order by r.kind, r.id);
$$;
comment on function private.price_rider_pay(public.zones, int, timestamptz) is
  'The lines of a delivery''s pay: base, every begun kilometre, peak and weather supplements that hold at that time.';

-- 88_screen/115_fn_policy_rights.sql
create function private.policy_rights(p_table oid, p_command text)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select case
    when not (has_table_privilege('authenticated', c.oid, p_command)
      or p_command <> 'delete' and has_any_column_privilege('authenticated', c.oid, p_command)) then 'false'::jsonb
    when not c.relrowsecurity then 'true'::jsonb
    else coalesce((
      select jsonb_build_object('and', jsonb_build_array(
        jsonb_build_object('or', coalesce(jsonb_agg(part.tree) filter (where p.polpermissive), '[]')))
        || coalesce(jsonb_agg(part.tree) filter (where not p.polpermissive), '[]'))
      from pg_catalog.pg_policy p
      cross join lateral (
        select case p_command
          when 'insert' then private.policy_tree(pg_get_expr(coalesce(p.polwithcheck, p.polqual), c.oid))
          when 'update' then jsonb_build_object('and', jsonb_build_array(
            private.policy_tree(pg_get_expr(p.polqual, c.oid)), private.policy_tree(pg_get_expr(p.polwithcheck, c.oid))))
          else private.policy_tree(pg_get_expr(p.polqual, c.oid)) end as tree
      ) part
      where p.polrelid = c.oid
        and p.polcmd in ('*', case p_command when 'select' then 'r' when 'insert' then 'a' when 'update' then 'w' else 'd' end)
        and (p.polroles = '{0}' or 'authenticated'::regrole = any (p.polroles))
      having count(*) > 0), 'false'::jsonb) end
  from pg_catalog.pg_class c
  where c.oid = p_table;
$$;
comment on function private.policy_rights(oid, text) is 'What grants and policies say of a command for signed-in people, as one tree; false when nobody may.';

create function private.policy_predicate(p_table oid, p_command text)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when not (has_table_privilege('authenticated', c.oid, p_command)
      or p_command <> 'delete' and has_any_column_privilege('authenticated', c.oid, p_command)) then 'false'
    when not c.relrowsecurity then 'true'
    else coalesce((
      select '(' || coalesce(string_agg('coalesce(' || pg_get_expr(p.polqual, c.oid) || ', false)', ' or ') filter (where p.polpermissive), 'false') || ')'
        || coalesce(string_agg(' and coalesce(' || pg_get_expr(p.polqual, c.oid) || ', false)', '') filter (where not p.polpermissive), '')
      from pg_catalog.pg_policy p
      where p.polrelid = c.oid and p.polqual is not null
        and p.polcmd in ('*', case p_command when 'update' then 'w' else 'd' end)
        and (p.polroles = '{0}' or 'authenticated'::regrole = any (p.polroles))), 'false') end
  from pg_catalog.pg_class c
  where c.oid = p_table;
$$;
comment on function private.policy_predicate(oid, text) is 'On which rows a signed-in person may update or delete, as one SQL condition.';

-- 20_store/116_fn_next_rate_card_change.sql
create function private.next_rate_card_change(p_city_id uuid)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select min(b.at)
  from public.rate_cards r
  cross join lateral (values (r.starts_at), (r.ends_at)) as b (at)
  where r.city_id = p_city_id and b.at > now();
$$;
comment on function private.next_rate_card_change(uuid) is 'When the next rate card of a city begins or ends; null when none is set to.';

-- 60_payment/116_fn_refund_lines.sql
create function private.allocate_goods(p_lines jsonb, p_adjustments jsonb)
returns table (line_number int, quantity int, total_cents bigint, discount_cents bigint, merchant_discount_cents bigint)
language sql
immutable
set search_path = ''
as $$
  with line as (
    select (l ->> 'line_number')::int as line_number, coalesce((l ->> 'quantity')::int, 1) as quantity,
      (l ->> 'total_cents')::bigint as total_cents
    from jsonb_array_elements(p_lines) l
  ), discount as (
    select (a ->> 'line_number')::int as line_number, -(a ->> 'amount_cents')::bigint as amount_cents,
      private.merchant_part(a) as merchant_cents
    from jsonb_array_elements(p_adjustments) a
    where coalesce(a ->> 'scope', 'goods') = 'goods'
  ), own as (
    select line.line_number, line.quantity, line.total_cents,
      coalesce(sum(d.amount_cents), 0)::bigint as own_cents, coalesce(sum(d.merchant_cents), 0)::bigint as own_merchant_cents
    from line left join discount d on d.line_number = line.line_number
    group by line.line_number, line.quantity, line.total_cents
  ), whole as (
    select coalesce(sum(d.amount_cents), 0) as amount_cents, coalesce(sum(d.merchant_cents), 0) as merchant_cents
    from discount d
    where d.line_number is null or not exists (select 1 from line where line.line_number = d.line_number)
  ), net as (
    select own.*, greatest(0, own.total_cents - own.own_cents) as net_cents from own
  ), run as (
    -- Shares are differences of rounded running totals: no cent is lost and no line pays more than it costs.
    select net.*, sum(net.net_cents) over (order by net.line_number) as upto_cents, sum(net.net_cents) over () as all_cents
    from net
  ), shared as (
    select run.*,
      coalesce(round(whole.amount_cents * run.upto_cents / nullif(run.all_cents, 0))
        - round(whole.amount_cents * (run.upto_cents - run.net_cents) / nullif(run.all_cents, 0)), 0) as share_cents,
      whole.amount_cents as whole_cents, whole.merchant_cents as whole_merchant_cents
    from run cross join whole
  ), summed as (
    select shared.*, sum(shared.share_cents) over (order by shared.line_number) as shared_upto from shared
  )
  select s.line_number, s.quantity, s.total_cents, (s.own_cents + s.share_cents)::bigint,
    (s.own_merchant_cents + coalesce(round(s.whole_merchant_cents * s.shared_upto / nullif(s.whole_cents, 0))
      - round(s.whole_merchant_cents * (s.shared_upto - s.share_cents) / nullif(s.whole_cents, 0)), 0))::bigint
  from summed s
  order by s.line_number;
$$;
comment on function private.allocate_goods(jsonb, jsonb) is
  'Each line with its part of the goods'' discounts, and how much of that the merchant bears; the parts sum to the whole.';

create function private.order_goods(p_order_id uuid)
returns table (line_number int, quantity int, total_cents bigint, discount_cents bigint, merchant_discount_cents bigint)
language sql
stable
set search_path = ''
as $$
  select g.* from private.allocate_goods(
    (select coalesce(jsonb_agg(jsonb_build_object(
       'line_number', i.line_number, 'quantity', i.quantity, 'total_cents', i.total_cents)), '[]')
     from public.order_items i where i.order_id = p_order_id),
    (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from public.order_adjustments a where a.order_id = p_order_id)) g;
$$;
comment on function private.order_goods(uuid) is 'The lines of an order with their part of its discounts.';

create function private.refund_lines(p_order_id uuid, p_lines jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_lines jsonb;
  v_bad record;
begin
  -- One answer per line: a line named twice counts once with the sum.
  with asked as (
    select i.id, i.line_number, i.name, i.quantity as sold_count, sum(coalesce(l.quantity, i.quantity))::int as quantity,
      sum(l.amount_cents)::bigint as amount_cents,
      coalesce((
        select sum(x.quantity) from public.refund_request_lines x
        join public.refund_requests r on r.id = x.refund_request_id
        where x.order_id = p_order_id and x.line_number = i.line_number
          and r.status not in ('withdrawn', 'merchant_rejected')), 0)::int as gone_count
    from jsonb_to_recordset(p_lines) as l (order_item_id uuid, line_number int, quantity int, amount_cents bigint)
    join public.order_items i on i.order_id = p_order_id
      and (i.id = l.order_item_id or (l.order_item_id is null and i.line_number = l.line_number))
    group by i.id
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'order_item_id', a.id, 'line_number', a.line_number, 'name', a.name, 'quantity', a.quantity,
    'sold_count', a.sold_count, 'gone_count', a.gone_count,
    'amount_cents', coalesce(a.amount_cents,
      -- Running differences again: all pieces of a line together give exactly what was paid for it.
      round((g.total_cents - g.discount_cents) * (a.gone_count + a.quantity)::numeric / a.sold_count)
      - round((g.total_cents - g.discount_cents) * a.gone_count::numeric / a.sold_count))) order by a.line_number), '[]')
  into v_lines
  from asked a
  join private.order_goods(p_order_id) g on g.line_number = a.line_number;

  if jsonb_array_length(v_lines) < (
    select count(distinct coalesce(l ->> 'order_item_id', l ->> 'line_number')) from jsonb_array_elements(p_lines) l)
  then
    perform private.raise('refund.line_unknown', 422);
  end if;
  select l.line_number, l.quantity, l.sold_count, l.gone_count into v_bad
  from jsonb_to_recordset(v_lines) as l (line_number int, quantity int, sold_count int, gone_count int)
  where l.quantity < 1 or l.quantity + l.gone_count > l.sold_count
  limit 1;
  if found then
    perform private.raise('refund.line_gone', 422, jsonb_build_object(
      'line_number', v_bad.line_number, 'left', v_bad.sold_count - v_bad.gone_count));
  end if;
  return v_lines;
end;
$$;
comment on function private.refund_lines(uuid, jsonb) is
  'Lines [{order_item_id or line_number, quantity}] of an order with the amount that was paid for them; a piece is refunded once.';

-- 75_delivery/116_fn_shift_view.sql
create function private.shift_earned(p_shift public.rider_shifts, p_until timestamptz)
returns bigint
language sql
stable
set search_path = ''
as $$
  select coalesce(sum(d.rider_pay_cents), 0)::bigint
  from public.deliveries d
  cross join lateral (select coalesce(p_shift.started_at, p_shift.starts_at) as at) began
  where d.rider_id = p_shift.rider_id
    and (d.status = 'delivered' and d.delivered_at between began.at and p_until
      or d.status = 'failed' and d.reason_code is distinct from 'goods_damaged' and d.closed_at between began.at and p_until);
$$;
comment on function private.shift_earned(public.rider_shifts, timestamptz) is
  'Pay of deliveries within a shift, failed ones that are paid among them, without tips.';

create function private.shift_seconds(p_shift public.rider_shifts)
returns numeric
language sql
immutable
set search_path = ''
as $$
  select greatest(0, extract(epoch from p_shift.ends_at - coalesce(p_shift.started_at, p_shift.starts_at))
    - p_shift.absent_seconds
    - greatest(0, coalesce(extract(epoch from p_shift.ends_at - p_shift.left_at), 0)));
$$;
comment on function private.shift_seconds(public.rider_shifts) is
  'How long the guarantee of a shift pays: from its start to its end without the time away.';

create function private.shift_view(p_rider_id uuid)
returns table (ends_at timestamptz, guaranteed_left numeric)
language sql
stable
set search_path = ''
as $$
  -- How many tasks at the zone's base pay still fit under the guarantee: they cost nothing more.
  select s.ends_at, case when s.guaranteed_cents_per_hour > 0 then greatest(0, floor(
    (s.guaranteed_cents_per_hour * private.shift_seconds(s) / 3600 - private.shift_earned(s, now()))
    / greatest(1, z.rider_base_pay_cents))) end
  from public.rider_shifts s
  join public.zones z on z.id = s.zone_id
  where s.rider_id = p_rider_id and s.status = 'started' and s.ends_at > now()
  order by s.ends_at
  limit 1;
$$;
comment on function private.shift_view(uuid) is 'The running shift of a rider as dispatch sees it; no row without one.';

-- 70_ledger/117_fn_freeze_commission.sql
create function private.category_path(p_category_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with recursive up as (
    select c.id, c.parent_id, 1 as depth from public.categories c where c.id = p_category_id
    union all
    select c.id, c.parent_id, up.depth + 1 from up join public.categories c on c.id = up.parent_id where up.depth < 16
  )
  select coalesce(jsonb_agg(up.id order by up.depth), '[]') from up;
$$;
comment on function private.category_path(uuid) is 'A category and those above it, nearest first.';

create function private.freeze_commission(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_contract public.merchant_contracts;
  v_rules jsonb;
  v_facts jsonb;
begin
  select * into v_order from public.orders where id = p_order_id;
  select c.* into v_contract
  from public.merchant_contracts c
  join public.cities city on city.id = v_order.city_id
  where c.merchant_id = v_order.merchant_id
    and (now() at time zone city.timezone)::date between c.starts_on and coalesce(c.ends_on, 'infinity')
  order by c.starts_on desc limit 1;
  select jsonb_agg(to_jsonb(r) order by r.sort_order, r.id) into v_rules
  from public.commission_rules r
  where r.is_active and r.plan_id = coalesce(
    v_contract.plan_id, (select p.id from public.commission_plans p where p.is_default));

  v_rules := coalesce(v_rules, '[]');

  select jsonb_build_object(
    'fulfillment_type', v_order.fulfillment_type,
    'lines', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'line_number', i.line_number, 'quantity', i.quantity, 'total_cents', i.total_cents,
        'tax_bps', coalesce((l.line ->> 'tax_bps')::int, 0),
        'category_ids', case when v_rules @? '$[*] ? (@.category_id != null)' then private.category_path(
          coalesce((l.line ->> 'category_id')::uuid, (select s.category_id from public.stores s where s.id = v_order.store_id)))
          else '[]' end)), '[]')
      from public.order_items i
      left join jsonb_array_elements(q.lines) with ordinality as l (line, place)
        on coalesce((l.line ->> 'line_number')::int, l.place) = i.line_number
      where i.order_id = p_order_id),
    'adjustments', (
      select coalesce(jsonb_agg(to_jsonb(a)), '[]') from public.order_adjustments a where a.order_id = p_order_id))
  into v_facts
  from public.quotes q where q.id = v_order.quote_id;

  with goods as (
    select * from private.allocate_goods(v_facts -> 'lines', v_facts -> 'adjustments')
  ), matched as (
    select r.*, m.line_numbers, (
      select coalesce(sum(g.total_cents - g.merchant_discount_cents), 0)::bigint
      from goods g where g.line_number = any (m.line_numbers)) as base_cents
    from private.match_commission(v_rules, v_facts) m
    cross join lateral jsonb_populate_record(null::public.commission_rules, m.rule) r
  )
  insert into public.commission_lines (
    order_id, rule_id, contract_id, name, line_numbers, percent_bps, fixed_cents, minimum_cents, maximum_cents,
    base_cents, amount_cents)
  select p_order_id, m.id, v_contract.id, m.name, m.line_numbers, m.percent_bps, m.fixed_cents, m.minimum_cents,
    m.maximum_cents, m.base_cents, private.commission_amount(
      m.base_cents, m.percent_bps, m.fixed_cents, m.minimum_cents, m.maximum_cents)
  from matched m;

  insert into public.tax_lines (order_id, tax_bps, line_numbers, amount_cents)
  select p_order_id, (l ->> 'tax_bps')::int, array_agg((l ->> 'line_number')::int order by (l ->> 'line_number')::int), 0
  from jsonb_array_elements(v_facts -> 'lines') l
  where (l ->> 'tax_bps')::int > 0
    and (select c.is_tax_collected from public.cities c where c.id = v_order.city_id)
  group by 2;
end;
$$;
comment on function private.freeze_commission(uuid) is
  'Writes down the commission terms and tax rates of an order as they are now: the rules of the merchant''s contract, else of the default plan. Called once the order''s lines and discounts are written.';

-- 20_store/118_fn_refresh_store_listings.sql
create function private.refresh_store_listings(p_store_ids uuid[])
returns void
language plpgsql
security definer -- listings are private; whoever changes a store changes its listing
set search_path = ''
as $$
declare
  v_today date := (now() at time zone 'utc')::date;
begin
  -- Two changes of a store follow one another, and the later one sees what the earlier wrote.
  perform 1 from public.stores s where s.id = any (p_store_ids) order by s.id for no key update;
  delete from private.store_listings l
  where l.store_id = any (p_store_ids) and not exists (
    select 1
    from public.stores s
    join public.cities c on c.id = s.city_id and c.is_active
    join public.merchants m on m.id = s.merchant_id and m.status = 'active'
    where s.id = l.store_id and s.is_published);
  with periods as (
    select o.store_id, range_agg(tstzrange(o.starts_at, o.ends_at)) as open_periods
    from private.find_open_periods(p_store_ids, v_today - 2, v_today + 4) o
    group by o.store_id
  )
  insert into private.store_listings (store_id, city_id, category_id, name, timezone, location, delivery_area, rate_card_id, reach_meters,
    open_periods, paused_until, rating_average, monthly_sales_count, refresh_at)
  select s.id, s.city_id, s.category_id, concat_ws(' ', s.name, s.translations #>> '{en,name}'),
    coalesce(s.timezone, c.timezone), s.location, s.delivery_area,
    r.id, coalesce(r.reach_meters, 0),
    coalesce(p.open_periods, '{}') - tstzmultirange(tstzrange(null, coalesce(s.closed_until, '-infinity')))
      - tstzmultirange(tstzrange(private.licensed_until(s), null)),
    case when s.is_rush_delivery_paused then s.rush_until end, s.rating_average, s.monthly_sales_count,
    least(now() + interval '1 day', private.next_rate_card_change(s.city_id))
  from public.stores s
  join public.cities c on c.id = s.city_id and c.is_active
  join public.merchants m on m.id = s.merchant_id and m.status = 'active'
  left join lateral private.find_rate_card(s, now()) r on true
  left join periods p on p.store_id = s.id
  where s.id = any (p_store_ids) and s.is_published
  order by s.id
  on conflict (store_id) do update
    set city_id = excluded.city_id, category_id = excluded.category_id, name = excluded.name, timezone = excluded.timezone, location = excluded.location,
        delivery_area = excluded.delivery_area, rate_card_id = excluded.rate_card_id, reach_meters = excluded.reach_meters,
        open_periods = excluded.open_periods, paused_until = excluded.paused_until, rating_average = excluded.rating_average,
        monthly_sales_count = excluded.monthly_sales_count, refresh_at = excluded.refresh_at;
end;
$$;
comment on function private.refresh_store_listings(uuid[]) is
  'Makes the listings of stores true again: visible ones are written, others removed.';

create function private.refresh_due_listings(p_limit int default 5000)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_ids uuid[];
begin
  select array_agg(store_id) into v_ids
  from (
    -- The store first, as every change of a store does it.
    select l.store_id from private.store_listings l
    join public.stores s on s.id = l.store_id
    where l.refresh_at <= now() order by l.refresh_at limit p_limit for no key update of s skip locked
  ) due;
  if v_ids is not null then
    perform private.refresh_store_listings(v_ids);
  end if;
  return coalesce(cardinality(v_ids), 0);
end;
$$;
comment on function private.refresh_due_listings(int) is 'Refreshes listings whose time has come; returns how many.';

-- 00_platform/120_fn_idempotency.sql
create function private.begin_command(p_command text, p_key text, p_actor_id uuid, p_subject_id uuid)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_key private.idempotency_keys;
begin
  if p_key is null or length(p_key) not between 8 and 128 then
    perform private.raise('platform.idempotency_key_invalid', 400);
  end if;
  -- A concurrent twin waits here until the first one commits or rolls back.
  insert into private.idempotency_keys (actor_id, command, key, subject_id)
  values (p_actor_id, p_command, p_key, p_subject_id)
  on conflict do nothing;
  if found then
    return null;
  end if;
  select * into v_key
  from private.idempotency_keys
  where actor_id = p_actor_id and command = p_command and key = p_key;
  if v_key.subject_id is distinct from p_subject_id then
    perform private.raise('platform.idempotency_key_reused', 422);
  end if;
  return v_key.response;
end;
$$;
comment on function private.begin_command(text, text, uuid, uuid) is
  'Null for a new command; the first answer for a repeat. p_subject_id is the order, delivery, offer or quote that it is about.';

create function private.finish_command(p_command text, p_key text, p_actor_id uuid, p_response jsonb)
returns jsonb
language sql
set search_path = ''
as $$
  update private.idempotency_keys
  set response = p_response
  where actor_id = p_actor_id and command = p_command and key = p_key
  returning response;
$$;

-- 05_map/120_fn_map_tile.sql
create function public.map_tile(z int, x int, y int)
returns public."application/vnd.mapbox-vector-tile"
language plpgsql
stable
security definer -- the road tables are private; a tile shows only what a street map shows
set search_path = ''
as $$
declare
  v_bounds extensions.geometry;
  v_area extensions.geometry;
  v_tile bytea;
  -- What a tile may hold in one layer: a crowded one loses the rest, it never grows without end.
  v_most constant int := 20000;
  -- Degrees of a pixel: what is smaller is not drawn.
  v_pixel double precision := 360 / (2 ^ z * 256);
begin
  if z not between 0 and 20 or x < 0 or y < 0 or x >= 2 ^ z or y >= 2 ^ z then
    perform private.raise('map.tile_out_of_range', 400);
  end if;
  v_bounds := extensions.st_tileenvelope(z, x, y);
  v_area := extensions.st_transform(extensions.st_tileenvelope(z, x, y, margin => 64.0 / 4096), 4326);
  perform set_config('response.headers', '[{"cache-control": "public, max-age=3600"}]', true);

  -- The base map of a town is not drawn from farther away; such a tile would read all of every town.
  if z < 8 then
    return ''::bytea;
  end if;

  select
    (select extensions.st_asmvt(t, 'areas', 4096, 'geom') from (
      select a.kind, a.name, a.translations -> 'en' ->> 'name' as name_en,
        extensions.st_asmvtgeom(extensions.st_transform(a.geom, 3857), v_bounds, 4096, 64) as geom
      from private.map_areas a
      where a.geom operator(extensions.&&) v_area and (a.kind <> 'building' or z >= 15)
        and extensions.st_xmax(a.geom) - extensions.st_xmin(a.geom) >= v_pixel
      limit v_most
    ) t where t.geom is not null)
    ||
    (select extensions.st_asmvt(t, 'roads', 4096, 'geom') from (
      select e.class, e.name, e.is_oneway as oneway, e.translations -> 'en' ->> 'name' as name_en,
        extensions.st_asmvtgeom(extensions.st_transform(e.geom, 3857), v_bounds, 4096, 64) as geom
      from private.road_edges e
      where e.geom operator(extensions.&&) v_area
        and (z >= 14 or e.class in ('motorway', 'primary', 'secondary') or (z >= 12 and e.class = 'residential'))
      limit v_most
    ) t where t.geom is not null)
    ||
    (select extensions.st_asmvt(t, 'places', 4096, 'geom') from (
      select p.kind, p.name, p.translations -> 'en' ->> 'name' as name_en,
        extensions.st_asmvtgeom(extensions.st_transform(p.geom, 3857), v_bounds, 4096, 64) as geom
      from private.map_places p
      where p.geom operator(extensions.&&) v_area and z >= 11
      limit v_most
    ) t where t.geom is not null)
  into v_tile;
  return coalesce(v_tile, ''::bytea);
end;
$$;
comment on function public.map_tile(int, int, int) is
  'Vector tile (Mapbox Vector Tile 2) of the base map with layers areas, roads, places; web-mercator z/x/y. Empty below zoom 8.';

-- 10_identity/120_fn_mask_phone.sql
create function private.mask_phone(p_phone text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when length(p_phone) > 7
    then left(p_phone, length(p_phone) - 8) || '****' || right(p_phone, 4)
    else '****' end;
$$;
comment on function private.mask_phone(text) is 'Keeps the last four digits.';

-- 20_store/120_fn_rate_lines.sql
create function private.rate_lines(
  p_card_ids uuid[], p_meters double precision[], p_timezones text[],
  p_lon double precision, p_lat double precision, p_goods_cents bigint, p_weight_grams int, p_at timestamptz)
returns table (item int, rule_id uuid, amount_cents bigint)
language plpgsql
stable
security definer -- zones that are off are hidden from readers, not from rules
rows 100
-- Planned once a session: planning costs more than the answer.
set plan_cache_mode = force_generic_plan
set search_path = ''
as $$
begin
  return query
  select i.line::int, r.id, coalesce(case r.kind
    when 'base' then r.amount_cents
    when 'distance' then case when i.meters > r.from_meters then r.amount_cents
      + coalesce(r.per_km_cents, 0) * ceil((least(i.meters, r.to_meters) - r.from_meters) / 1000)::bigint end
    when 'amount' then case when p_goods_cents < r.below_cents then r.amount_cents end
    when 'zone' then (
      select r.amount_cents from public.zones z
      where z.id = r.zone_id and z.is_active and extensions.st_covers(z.area, private.point(p_lon, p_lat)))
    when 'time_window' then (
      select r.amount_cents
      from (select p_at at time zone i.timezone as local_time offset 0) t
      where case
        when r.starts_at < r.ends_at then t.local_time::time >= r.starts_at and t.local_time::time < r.ends_at
          and extract(dow from t.local_time)::int = any (r.weekdays)
        -- A night counts for the weekday on which it begins.
        else t.local_time::time >= r.starts_at and extract(dow from t.local_time)::int = any (r.weekdays)
          or t.local_time::time < r.ends_at and extract(dow from t.local_time - interval '1 day')::int = any (r.weekdays)
        end)
    when 'weather' then (
      select r.amount_cents
      from public.rate_cards c
      join public.city_conditions w on w.city_id = c.city_id and w.condition = r.condition
      where c.id = r.rate_card_id and w.starts_at <= p_at and w.ends_at > p_at)
    when 'weight' then case when p_weight_grams > r.over_grams then r.amount_cents
      + coalesce(r.per_kg_cents, 0) * ceil((p_weight_grams - r.over_grams) / 1000.0)::bigint end
  end, 0)
  from unnest(p_card_ids, p_meters, p_timezones) with ordinality as i (card_id, meters, timezone, line)
  join public.rate_card_rules r on r.rate_card_id = i.card_id;
end;
$$;
comment on function private.rate_lines(uuid[], double precision[], text[], double precision, double precision, bigint, int, timestamptz) is
  'What each rule of some stores'' cards adds to the fee to one place, in minor units, 0 when it does not apply; item counts the arrays, which give a store''s card, its distance and its time zone. An unknown goods'' total (null) meets no amount rule; taking back for free delivery is left to the caller.';

-- 30_catalog/120_fn_product_view.sql
create function private.product_view(p_product public.products)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_product.id, 'kind', p_product.kind, 'name', p_product.name, 'translations', p_product.translations,
    'description', p_product.description, 'price_cents', p_product.price_cents,
    'original_price_cents', p_product.original_price_cents, 'image_path', p_product.image_path,
    'monthly_sales_count', p_product.monthly_sales_count, 'attributes', p_product.attributes,
    'weight_grams', p_product.weight_grams, 'fulfillment_types', p_product.fulfillment_types,
    'daypart_id', p_product.daypart_id,
    'is_on_now', p_product.daypart_id is null
      or private.daypart_is_on(p_product.daypart_id, private.local_time(p_product.store_id)),
    'left_count', (
      select k.on_hand_count - k.reserved_count from public.stock_items k where k.id = p_product.id),
    'is_sold_out', private.product_is_sold_out(p_product),
    'service', (
      select jsonb_build_object('duration_minutes', s.duration_minutes, 'required_skill', s.required_skill,
        'capacity_per_slot', s.capacity_per_slot, 'is_on_site', s.is_on_site, 'is_at_store', s.is_at_store)
      from public.service_items s where p_product.kind = 'service' and s.product_id = p_product.id),
    'voucher', (
      select jsonb_build_object('valid_days', v.valid_days, 'face_value_cents', v.face_value_cents,
        'use_count', v.use_count, 'terms', v.terms)
      from public.voucher_products v where p_product.kind = 'voucher' and v.product_id = p_product.id),
    'variants', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', v.id, 'name', v.name, 'translations', v.translations, 'price_cents', v.price_cents,
        'original_price_cents', v.original_price_cents, 'attributes', v.attributes,
        'left_count', k.on_hand_count - k.reserved_count,
        'is_sold_out', coalesce(v.sold_out_until > now(), false) or coalesce(k.on_hand_count <= k.reserved_count, false)
        ) order by v.sort_order, v.id), '[]')
      from public.product_variants v left join public.stock_items k on k.id = v.id where v.product_id = p_product.id and v.is_available),
    'modifier_groups', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'name', g.name, 'translations', g.translations,
        'min_count', g.min_count, 'max_count', g.max_count, 'free_count', g.free_count, 'is_required', g.is_required,
        'modifiers', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'id', m.id, 'name', m.name, 'translations', m.translations,
            'price_cents', m.price_cents, 'max_quantity', m.max_quantity,
            'left_count', k.on_hand_count - k.reserved_count,
            'is_available', m.is_available and coalesce(m.sold_out_until <= now(), true)
              and coalesce(k.on_hand_count > k.reserved_count, true)) order by m.sort_order, m.id), '[]')
          from public.modifiers m left join public.stock_items k on k.id = m.id where m.group_id = g.id)
      ) order by g.sort_order, g.id), '[]')
      from public.modifier_groups g where g.product_id = p_product.id));
$$;
comment on function private.product_view(public.products) is 'A product as the store page shows it, amounts in minor units; is_on_now is about its own daypart, its section''s is the section''s.';

-- 35_stock/120_fn_warn_low_stock.sql
create function private.warn_low_stock(p_item public.stock_items, p_left_before int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_left int := p_item.on_hand_count - p_item.reserved_count;
  v_event text := case
    when v_left = 0 and p_left_before > 0 then 'stock.sold_out'
    when v_left <= p_item.low_stock_count and p_left_before > p_item.low_stock_count then 'stock.low' end;
begin
  if v_event is null then
    return;
  end if;
  perform private.broadcast('store:' || p_item.store_id, v_event, jsonb_build_object(
    'stock_item_id', p_item.id, 'product_id', p_item.product_id, 'variant_id', p_item.variant_id,
    'modifier_id', p_item.modifier_id, 'left_count', v_left));
  perform private.notify_stock(p_item, v_event, v_left);
end;
$$;
comment on function private.warn_low_stock(public.stock_items, int) is
  'Tells the store once when what is left falls to its threshold or to nothing.';

-- 40_promotion/120_fn_promotion_tag.sql
create function private.promotion_tag(p_promotion public.promotions)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_promotion.id, 'kind', p_promotion.kind, 'name', p_promotion.name,
    'translations', p_promotion.translations, 'tiers', p_promotion.tiers);
$$;
comment on function private.promotion_tag(public.promotions) is 'A promotion as store cards and pages show it.';

create function private.list_promotion_tags(p_store_ids uuid[])
returns table (store_id uuid, tags jsonb)
language plpgsql
stable
rows 20
-- Planned once a session: a page of stores asks it, and planning costs more than the answer.
set plan_cache_mode = force_generic_plan
set search_path = ''
as $$
begin
  return query
  with running as materialized (
    select p.id, p.city_id, p.store_id, p.is_for_enrolled, p.priority, private.promotion_tag(p) as tag
    from public.promotions p
    where p.city_id in (select s.city_id from public.stores s where s.id = any (p_store_ids))
      and p.status = 'published'
      and (p.store_id is null or p.store_id = any (p_store_ids))
      and p.kind not in ('coupon', 'points')
      and p.starts_at <= now() and (p.ends_at is null or p.ends_at > now())
      and (p.budget_cents is null and p.usage_cap is null
        or exists (select 1 from private.promotion_left(p.id) l where coalesce(l.cents, 1) > 0 and coalesce(l.uses, 1) > 0))
  )
  select s.id, jsonb_agg(r.tag order by r.priority, r.id)
  from public.stores s
  join running r on r.city_id = s.city_id and (r.store_id is null or r.store_id = s.id)
  where s.id = any (p_store_ids)
    and (not r.is_for_enrolled or exists (
      select 1 from public.campaign_enrolments e where e.promotion_id = r.id and e.store_id = s.id))
  group by s.id;
end;
$$;
comment on function private.list_promotion_tags(uuid[]) is 'Promotions that run at stores now and have something left, as tags; a store without any is left out.';

create function private.store_promotion_tags(p_store_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce((select t.tags from private.list_promotion_tags(array[p_store_id]) t), '[]');
$$;
comment on function private.store_promotion_tags(uuid) is 'The same of one store, as an array.';

-- 45_member/120_fn_compute_tier.sql
create function private.compute_tier(p_customer_id uuid)
returns void
language sql
set search_path = ''
as $$
  with done as (
    select count(*)::int as order_count, coalesce(sum(o.subtotal_cents - o.discount_cents), 0)::bigint as spend_cents
    from public.orders o
    where o.customer_id = p_customer_id and o.status = 'completed' and o.completed_at > now() - interval '1 year'
  )
  update public.members m
  set order_count = d.order_count, spend_cents = d.spend_cents, evaluated_at = now(),
      tier_id = (
        select t.id from public.member_tiers t
        where t.min_spend_cents <= d.spend_cents and t.min_order_count <= d.order_count
        order by t.level desc limit 1)
  from done d
  where m.customer_id = p_customer_id;
$$;
comment on function private.compute_tier(uuid) is 'Sets a member''s tier by the completed orders of the last year.';

-- 55_booking/120_fn_apply_voucher_command.sql
create function private.apply_voucher_command(
  p_voucher_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}')
returns public.vouchers
language plpgsql
set search_path = ''
as $$
declare
  v_voucher public.vouchers;
  v_from public.voucher_status;
  v_to public.voucher_status;
begin
  select * into v_voucher from public.vouchers where id = p_voucher_id for update;
  if not found then
    perform private.raise('voucher.not_found', 404);
  end if;
  select to_status into v_to
  from public.voucher_transitions
  where from_status = v_voucher.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('voucher.transition_refused', 409,
      jsonb_build_object('status', v_voucher.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_voucher.status;
  update public.vouchers
  set status = v_to,
      redeemed_at = case when v_to = 'redeemed' then now() else redeemed_at end,
      redeemed_by_id = case when v_to = 'redeemed' then auth.uid() else redeemed_by_id end,
      updated_at = now()
  where id = p_voucher_id
  returning * into v_voucher;
  insert into public.voucher_events (voucher_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_voucher_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
  return v_voucher;
end;
$$;
comment on function private.apply_voucher_command(uuid, text, public.actor_role, jsonb) is
  'The only way a voucher changes state: looks the command up in voucher_transitions and writes the event.';

-- 60_payment/120_fn_refund_order_payment.sql
create function private.refund_order_payment(
  p_order_id uuid, p_reason text, p_liable public.liable_party default 'platform', p_payment_id uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_open bigint;
  v_refund_id uuid;
begin
  -- Every command locks the order before its payments.
  perform 1 from public.orders where id = p_order_id for update;
  if p_payment_id is null then
    -- What was asked for in part goes back with the whole.
    for v_refund_id in
      select id from public.refund_requests
      where order_id = p_order_id and status in ('requested', 'merchant_rejected', 'escalated') order by id
    loop
      perform private.apply_refund_command(v_refund_id, 'close', 'system');
    end loop;
  end if;
  for v_payment in
    select * from public.payments
    where order_id = p_order_id and (p_payment_id is null or id = p_payment_id)
    order by id for update
  loop
    if v_payment.status = 'pending' then
      perform private.apply_payment_command(
        v_payment.id, 'void', 'void:' || v_payment.id, v_payment.amount_cents, '{}', now());
    else
      v_open := private.refundable_cents(v_payment);
      if v_open > 0 then
        perform private.start_refund(v_payment, v_open, p_reason, p_liable);
      end if;
    end if;
  end loop;
end;
$$;
comment on function private.refund_order_payment(uuid, text, public.liable_party, uuid) is
  'Voids what is not paid yet and sends back all that is paid and not already on its way back; of one payment only when it is named.';

-- 70_ledger/120_fn_post_order_money.sql
create function private.money_side(p_payment public.payments)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case p_payment.provider
    when 'wallet' then jsonb_build_object('account', 'customer_wallet', 'owner_id', p_payment.customer_id)
    else jsonb_build_object('account', 'psp_clearing') end;
$$;
comment on function private.money_side(public.payments) is 'The account that a payment comes from and goes back to.';

create function private.post_capture(p_payment public.payments)
returns void
language sql
set search_path = ''
as $$
  -- Until the order is completed the money is owed back to the customer.
  select private.post_ledger(
    case p_payment.purpose when 'top_up' then 'wallet_filled' else 'payment_captured' end,
    'capture:' || p_payment.id, p_payment.order_id, p_payment.currency, p_payment.captured_at,
    jsonb_build_array(
      private.money_side(p_payment) || jsonb_build_object('purpose', 'capture', 'amount_cents', p_payment.amount_cents),
      case p_payment.purpose
        when 'top_up' then jsonb_build_object('account', 'customer_wallet', 'owner_id', p_payment.customer_id, 'purpose', 'top_up')
        else jsonb_build_object('account', 'refund_liability', 'purpose', 'capture') end
        || jsonb_build_object('amount_cents', -p_payment.amount_cents)));
$$;
comment on function private.post_capture(public.payments) is 'Money has come in: for an order, or into a wallet.';

create function private.post_refund(p_refund public.refund_requests)
returns void
language sql
set search_path = ''
as $$
  select private.post_ledger(
    'payment_refunded', 'refund:' || p_refund.id, p_refund.order_id, p.currency, now(),
    jsonb_build_array(
      jsonb_build_object('account', 'refund_liability', 'purpose', 'refund', 'amount_cents', p_refund.amount_cents),
      private.money_side(p) || jsonb_build_object('purpose', 'refund', 'amount_cents', -p_refund.amount_cents)))
  from public.payments p where p.id = p_refund.payment_id;
$$;
comment on function private.post_refund(public.refund_requests) is 'Money has gone back to the customer.';

-- 75_delivery/120_fn_create_delivery.sql
create function private.create_delivery(p_order_id uuid)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_zone public.zones;
  v_distance int;
  v_id uuid;
begin
  select * into v_order from public.orders where id = p_order_id;
  select q.distance_meters into v_distance from public.quotes q where q.id = v_order.quote_id;
  select z.* into v_zone
  from public.zones z, public.stores s
  where s.id = v_order.store_id and z.city_id = v_order.city_id and z.is_active
  order by z.area operator(extensions.<->) s.location::extensions.geometry
  limit 1;

  insert into public.deliveries (
    order_id, store_id, city_id, zone_id, distance_meters, ready_expected_at, dropoff_expected_at)
  values (p_order_id, v_order.store_id, v_order.city_id, v_zone.id, v_distance,
    -- A kitchen begins a scheduled order when its slot asks for it.
    coalesce(case when v_order.slot_starts_at is null then private.predict_ready_at(v_order) end,
      v_order.preparation_expected_at),
    v_order.dropoff_expected_at
      + make_interval(mins => coalesce((private.dispatch_mode(v_zone.id)).extra_promise_minutes, 0)))
  returning id into v_id;
  if v_zone.id is not null then
    insert into public.delivery_pay_lines (delivery_id, line_number, kind, label, translations, rule_id, amount_cents)
    select v_id, row_number() over (), p.kind, p.label, p.translations, p.rule_id, p.amount_cents
    from private.price_rider_pay(v_zone, v_distance, now()) p;
    update public.deliveries
    set rider_pay_cents = (select sum(amount_cents) from public.delivery_pay_lines where delivery_id = v_id)
    where id = v_id;
    if (select proof_rule = 'code' from public.dispatch_parameters where zone_id = v_zone.id) then
      insert into private.delivery_codes (delivery_id, code) values (v_id, lpad((random() * 9999)::int::text, 4, '0'));
    end if;
  end if;
  perform private.predict_eta(v_id, 0);
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_zone.id));
  return v_id;
end;
$$;
comment on function private.create_delivery(uuid) is
  'Makes the rider''s task of an accepted order in the zone of its store: its pay line by line, the promise to the customer, the code where one is asked for; then asks dispatch for a rider.';

-- 88_screen/120_fn_resource_catalogue.sql
create function private.resource_catalogue()
returns private.resource_catalogues
language plpgsql
security definer -- reads and keeps private.resource_catalogues; the answer holds no row of anybody
set search_path = ''
as $$
declare
  v_version text := private.catalogue_version();
  v_row private.resource_catalogues;
begin
  select * into v_row from private.resource_catalogues where version = v_version;
  if found then
    return v_row;
  end if;
  v_row.version := v_version;
  v_row.made_at := now();
  with built as materialized (
    select c.oid, c.relname::text as name,
      jsonb_build_object(
        'select', private.policy_rights(c.oid, 'select'), 'insert', private.policy_rights(c.oid, 'insert'),
        'update', private.policy_rights(c.oid, 'update'), 'delete', private.policy_rights(c.oid, 'delete')) as rights
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and not exists (select 1 from pg_catalog.pg_depend d where d.objid = c.oid and d.deptype = 'e')
  )
  select jsonb_object_agg(b.name, b.rights),
    jsonb_object_agg(b.name, jsonb_build_object(
      'update', private.policy_predicate(b.oid, 'update'), 'delete', private.policy_predicate(b.oid, 'delete'))),
    jsonb_agg(jsonb_build_object(
    'name', b.name,
    'kind', case when c.relkind in ('r', 'p') then 'table' else 'view' end,
    'comment', obj_description(b.oid, 'pg_class'),
    'has_rls', c.relrowsecurity,
    'is_custom', exists (select 1 from public.custom_resources x where x.name = b.name),
    'primary_key', coalesce((
      select jsonb_agg(a.attname order by place) from pg_catalog.pg_constraint k
      cross join unnest(k.conkey) with ordinality key (attnum, place)
      join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = key.attnum
      where k.conrelid = b.oid and k.contype = 'p'), '[]'),
    'label_column', private.label_column(b.oid),
    'columns', private.describe_columns(b.oid),
    'checks', coalesce((
      select jsonb_agg(jsonb_build_object('name', k.conname, 'expression', pg_get_expr(k.conbin, k.conrelid)) order by k.conname)
      from pg_catalog.pg_constraint k
      where k.conrelid = b.oid and k.contype = 'c' and cardinality(k.conkey) > 1), '[]'),
    'policies', coalesce((
      select jsonb_agg(jsonb_build_object('name', p.polname,
        'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end)
        order by p.polname)
      from pg_catalog.pg_policy p where p.polrelid = b.oid), '[]'),
    'children', coalesce((
      select jsonb_agg(jsonb_build_object('table', child.relname, 'column', a.attname) order by child.relname, a.attname)
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class child on child.oid = k.conrelid and child.relnamespace = 'public'::regnamespace
      join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.confrelid = b.oid and k.contype = 'f' and cardinality(k.conkey) = 1), '[]')) order by b.name)
    filter (where b.rights <> '{"select": false, "insert": false, "update": false, "delete": false}')
  into v_row.rights, v_row.predicates, v_row.resources
  from built b
  join pg_catalog.pg_class c on c.oid = b.oid;

  select coalesce(jsonb_agg(distinct q), '[]') into v_row.questions
  from jsonb_path_query(v_row.rights, 'strict $.**.always') q
  where jsonb_typeof(q) = 'string';
  select v_row.questions || coalesce(jsonb_agg(distinct q), '[]') into v_row.questions
  from jsonb_path_query(v_row.rights, 'strict $.**.own') q
  where jsonb_typeof(q) = 'string';

  delete from private.resource_catalogues where version <> v_version;
  insert into private.resource_catalogues values (v_row.*) on conflict do nothing;
  return v_row;
end;
$$;
comment on function private.resource_catalogue() is 'What the database says of itself, made again after a migration and kept until the next one.';

-- 20_store/122_fn_price_delivery.sql
create function private.store_distance(p_location extensions.geography, p_lon double precision, p_lat double precision)
returns double precision
language sql
immutable
parallel safe
set search_path = ''
as $$
  -- On the sphere, as the index orders by; the ellipsoid differs by less than half a percent.
  select extensions.st_distance(p_location, private.point(p_lon, p_lat)::extensions.geography, false);
$$;
comment on function private.store_distance(extensions.geography, double precision, double precision) is 'Straight metres from a store to a place.';

create function private.price_delivery(
  p_store public.stores, p_lon double precision, p_lat double precision,
  p_goods_cents bigint, p_weight_grams int, p_at timestamptz)
returns jsonb
language plpgsql
stable
security definer -- rules and conditions are read for everyone alike
set search_path = ''
as $$
declare
  v_card public.rate_cards := private.find_rate_card(p_store, p_at);
  v_meters double precision := private.store_distance(p_store.location, p_lon, p_lat);
  v_rule record;
  v_amount bigint;
  v_fee bigint := 0;
  v_lines jsonb := '[]'::jsonb;
begin
  for v_rule in
    select r.id, r.kind, r.label, r.translations, r.free_from_cents, l.amount_cents as amount
    from private.rate_lines(array[v_card.id], array[v_meters], array[private.store_timezone(p_store)],
      p_lon, p_lat, p_goods_cents, p_weight_grams, p_at) l
    join public.rate_card_rules r on r.id = l.rule_id
    order by r.position
  loop
    v_amount := case when v_rule.free_from_cents <= p_goods_cents then -v_fee else v_rule.amount end;
    continue when v_amount = 0;
    v_fee := v_fee + v_amount;
    v_lines := v_lines || jsonb_build_array(jsonb_build_object(
      'rule_id', v_rule.id, 'kind', v_rule.kind, 'label', v_rule.label, 'translations', v_rule.translations,
      'amount_cents', v_amount));
  end loop;
  return jsonb_build_object(
    'rate_card_id', v_card.id,
    'distance_meters', round(v_meters),
    'fee_cents', case when v_card.id is not null then v_fee end,
    'lines', v_lines);
end;
$$;
comment on function private.price_delivery(public.stores, double precision, double precision, bigint, int, timestamptz) is
  'Delivery fee to a place at an instant: {rate_card_id, distance_meters, fee_cents, lines: [{rule_id, kind, label, translations, amount_cents}]}. The lines sum to the fee; without a card both are null and empty.';

-- 20_store/124_fn_check_rate_rule.sql
create function private.check_rate_rule()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_field text;
begin
  v_field := case new.kind
    when 'distance' then case
      when new.from_meters is null or new.from_meters < 0 then 'from_meters'
      when new.to_meters <= new.from_meters then 'to_meters'
      when new.per_km_cents < 0 then 'per_km_cents' end
    when 'amount' then case
      when num_nonnulls(new.free_from_cents, new.below_cents) <> 1 then 'free_from_cents'
      when new.free_from_cents < 0 or (new.free_from_cents is not null and new.amount_cents <> 0) then 'free_from_cents'
      when new.below_cents <= 0 then 'below_cents' end
    when 'zone' then case
      when not exists (
        select 1 from public.zones z
        join public.rate_cards c on c.city_id = z.city_id
        where z.id = new.zone_id and c.id = new.rate_card_id) then 'zone_id' end
    when 'time_window' then case
      when new.starts_at is null then 'starts_at'
      when new.ends_at is null then 'ends_at'
      when new.weekdays is null or cardinality(new.weekdays) = 0 or not new.weekdays <@ '{0,1,2,3,4,5,6}' then 'weekdays' end
    when 'weather' then case when coalesce(new.condition, '') !~ '^[a-z_]{2,30}$' then 'condition' end
    when 'weight' then case
      when new.over_grams is null or new.over_grams < 0 then 'over_grams'
      when new.per_kg_cents < 0 then 'per_kg_cents' end
    else null
  end;
  -- A column of another kind would be read by nobody.
  v_field := coalesce(v_field, case
    when new.kind <> 'distance' and num_nonnulls(new.from_meters, new.to_meters, new.per_km_cents) > 0 then 'from_meters'
    when new.kind <> 'amount' and num_nonnulls(new.free_from_cents, new.below_cents) > 0 then 'free_from_cents'
    when new.kind <> 'zone' and new.zone_id is not null then 'zone_id'
    when new.kind <> 'time_window' and num_nonnulls(new.weekdays, new.starts_at, new.ends_at) > 0 then 'starts_at'
    when new.kind <> 'weather' and new.condition is not null then 'condition'
    when new.kind <> 'weight' and num_nonnulls(new.over_grams, new.per_kg_cents) > 0 then 'over_grams' end);
  if v_field is not null then
    perform private.raise('store.rate_rule_invalid', 422,
      jsonb_build_object('position', new.position, 'kind', new.kind, 'field', v_field));
  end if;
  return new;
end;
$$;
comment on function private.check_rate_rule() is 'A rule has what its kind needs and nothing else.';

-- 20_store/124_fn_rate_rule_name.sql
create function private.rate_rule_name(p_kind public.rate_rule_kind)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('label', n.zh, 'translations', jsonb_build_object('en', jsonb_build_object('label', n.en)))
  from (values
    ('base', '起步价', 'Base fee'),
    ('distance', '里程费', 'Distance'),
    ('amount', '订单金额', 'Order amount'),
    ('zone', '区域附加', 'Zone'),
    ('time_window', '时段附加', 'Time of day'),
    ('weather', '天气附加', 'Weather'),
    ('weight', '重量附加', 'Weight')
  ) as n (kind, zh, en)
  where n.kind = p_kind::text;
$$;
comment on function private.rate_rule_name(public.rate_rule_kind) is 'What a rule of a rate card is called when nobody named it: {label, translations}.';

-- 50_order/125_fn_order_due_at.sql
create function private.order_due_at(p_order public.orders, p_status public.order_status)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select case p_status
    when 'pending_payment' then now() + private.setting_interval('order.payment_timeout_seconds', 900)
    -- A scheduled order may wait: the store's time to answer runs from when the order has to be begun.
    when 'placed' then
      case when p_order.slot_starts_at is null then now()
        else greatest(now(), p_order.slot_starts_at - private.setting_interval('order.schedule_lead_seconds', 3600)) end
      + case when p_order.fulfillment_type = 'on_site'
          then private.setting_interval('order.booking_accept_timeout_seconds', 1800)
          else private.setting_interval('order.accept_timeout_seconds', 300) end
    when 'accepted' then private.delivery_due_at(p_order)
    when 'preparing' then private.delivery_due_at(p_order)
  end;
$$;
comment on function private.order_due_at(public.orders, public.order_status) is
  'When the system acts by itself on an order that enters a state; null while it only waits for people.';

create function private.delivery_due_at(p_order public.orders)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select due_at
  from (select p_order.slot_starts_at - private.setting_interval('order.schedule_lead_seconds', 3600) as due_at) lead
  where p_order.fulfillment_type = 'delivery' and due_at > now();
$$;
comment on function private.delivery_due_at(public.orders) is
  'When a scheduled delivery''s rider is called; null when that is at once, or never.';

-- 60_payment/125_fn_refund_part.sql
create function private.refund_part(
  p_order_id uuid, p_amount_cents bigint, p_reason text, p_liable public.liable_party, p_lines jsonb default '[]')
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_lines jsonb := private.refund_lines(p_order_id, p_lines);
  v_amount bigint := coalesce(p_amount_cents, (
    select sum((l ->> 'amount_cents')::bigint)::bigint from jsonb_array_elements(v_lines) l));
  v_id uuid;
begin
  if v_amount is null or v_amount <= 0 then
    perform private.raise('refund.amount_invalid', 422);
  end if;
  -- Every command locks the order before its payments.
  perform 1 from public.orders where id = p_order_id for update;
  for v_payment in
    select * from public.payments
    where order_id = p_order_id and status in ('captured', 'partially_refunded')
    order by captured_at, id for update
  loop
    if private.refundable_cents(v_payment) >= v_amount then
      v_id := private.start_refund(v_payment, v_amount, p_reason, p_liable, v_lines);
      exit;
    end if;
  end loop;
  if v_id is null then
    perform private.raise('refund.above_paid', 422, jsonb_build_object('amount_cents', v_amount));
  end if;
  return v_id;
end;
$$;
comment on function private.refund_part(uuid, bigint, text, public.liable_party, jsonb) is
  'Sends a part of an order''s money back at once and answers the refund''s id. Lines [{order_item_id or line_number, quantity}] say what for; a null amount is what was paid for them. Never above what is paid and not already on its way back.';

-- 70_ledger/125_fn_post_order_split.sql
create function private.order_facts(p_order_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'merchant_id', o.merchant_id, 'currency', o.currency,
    'rider_id', d.rider_id, 'rider_pay_cents', d.rider_pay_cents,
    'packaging_fee_cents', o.packaging_fee_cents, 'delivery_fee_cents', o.delivery_fee_cents, 'tip_cents', o.tip_cents,
    'lines', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'line_number', i.line_number, 'quantity', i.quantity, 'total_cents', i.total_cents)), '[]')
      from public.order_items i where i.order_id = o.id),
    'adjustments', (
      select coalesce(jsonb_agg(to_jsonb(a)), '[]') from public.order_adjustments a where a.order_id = o.id),
    'commission', (
      select coalesce(jsonb_agg(to_jsonb(c)), '[]') from public.commission_lines c where c.order_id = o.id),
    'tax', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from public.tax_lines t where t.order_id = o.id))
  from public.orders o
  left join public.deliveries d on d.order_id = o.id and d.status = 'delivered'
  where o.id = p_order_id;
$$;
comment on function private.order_facts(uuid) is 'What private.split_order needs to know of an order.';

create function private.post_order_split(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_split jsonb := private.split_order(private.order_facts(p_order_id));
  v_owed bigint;
  v_row record;
begin
  select * into v_order from public.orders where id = p_order_id;
  perform private.post_ledger(
    'order_completed', 'complete:' || p_order_id, p_order_id, v_order.currency, v_order.completed_at, v_split -> 'entries');
  update public.commission_lines c
  set base_cents = s.base_cents, amount_cents = s.amount_cents
  from jsonb_to_recordset(v_split -> 'commission') as s (id uuid, base_cents bigint, amount_cents bigint)
  where c.id = s.id and (c.base_cents, c.amount_cents) is distinct from (s.base_cents, s.amount_cents);
  update public.tax_lines t
  set amount_cents = s.amount_cents
  from jsonb_to_recordset(v_split -> 'tax') as s (tax_bps int, amount_cents bigint)
  where t.order_id = p_order_id and t.tax_bps = s.tax_bps;

  -- Money that went back before now, and that the order's own lines do not yet lack, is taken from who bears it.
  select (v_split ->> 'total_cents')::bigint - coalesce(sum(
    p.amount_cents - p.kept_cents - (
      select coalesce(sum(r.amount_cents), 0) from public.refund_requests r
      where r.payment_id = p.id and r.status in ('refunding', 'refunded'))), 0)
  into v_owed
  from public.payments p
  where p.order_id = p_order_id and p.captured_at is not null;
  for v_row in
    select r.id, r.amount_cents from public.refund_requests r
    where r.order_id = p_order_id and r.status in ('refunding', 'refunded') and r.reason not in ('paid_after_close', 'order_edited')
    order by r.created_at, r.id
  loop
    exit when v_owed <= 0;
    perform private.post_refund_shares(v_row.id, least(v_owed, v_row.amount_cents));
    v_owed := v_owed - v_row.amount_cents;
  end loop;
end;
$$;
comment on function private.post_order_split(uuid) is
  'Splits a completed order between merchant, rider and platform; every cent of the total is named.';

-- 20_store/126_fn_save_rate_card.sql
create function public.save_rate_card(
  p_city_id uuid,
  p_reach_meters int,
  p_rules jsonb,
  p_idempotency_key text,
  p_zone_id uuid default null,
  p_store_id uuid default null,
  p_name text default '',
  p_starts_at timestamptz default now(),
  p_ends_at timestamptz default null)
returns jsonb
language plpgsql
security definer -- cards and rules are written by this function only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('save_rate_card', p_idempotency_key, v_user_id, p_city_id);
  v_city public.cities;
  v_card public.rate_cards;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- Versions of a city are numbered one at a time.
  select * into v_city from public.cities where id = p_city_id for update;
  if not found then
    perform private.raise('map.city_not_found', 404);
  end if;
  if num_nonnulls(p_zone_id, p_store_id) > 1
    or (p_zone_id is not null and not exists (select 1 from public.zones where id = p_zone_id and city_id = p_city_id))
    or (p_store_id is not null and not exists (select 1 from public.stores where id = p_store_id and city_id = p_city_id))
    or p_reach_meters is null or p_reach_meters not between 1 and 50000
    or p_ends_at <= coalesce(p_starts_at, now())
  then
    perform private.raise('store.rate_card_invalid', 422);
  end if;
  if jsonb_typeof(p_rules) is distinct from 'array' or jsonb_array_length(p_rules) not between 1 and 50 then
    perform private.raise('store.rate_card_invalid', 422, '{"field": "rules"}');
  end if;
  insert into public.rate_cards (city_id, zone_id, store_id, version, name, currency, reach_meters, starts_at, ends_at, created_by)
  select p_city_id, p_zone_id, p_store_id, coalesce(max(c.version), 0) + 1, left(coalesce(p_name, ''), 60), v_city.currency,
    p_reach_meters, coalesce(p_starts_at, now()), p_ends_at, v_user_id
  from public.rate_cards c
  where c.city_id = p_city_id and c.zone_id is not distinct from p_zone_id and c.store_id is not distinct from p_store_id
  returning * into v_card;
  begin
    insert into public.rate_card_rules (rate_card_id, position, kind, label, translations, amount_cents, from_meters, to_meters,
      per_km_cents, free_from_cents, below_cents, zone_id, weekdays, starts_at, ends_at, condition, over_grams, per_kg_cents)
    select v_card.id, l.line, r.kind, coalesce(r.label, n.name ->> 'label'),
      coalesce(r.translations, case when r.label is null then n.name -> 'translations' end, '{}'), coalesce(r.amount_cents, 0),
      r.from_meters, r.to_meters, r.per_km_cents, r.free_from_cents, r.below_cents, r.zone_id, r.weekdays, r.starts_at, r.ends_at,
      r.condition, r.over_grams, r.per_kg_cents
    from jsonb_array_elements(p_rules) with ordinality as l (rule, line)
    cross join lateral jsonb_populate_record(null::public.rate_card_rules, l.rule) as r
    cross join lateral private.rate_rule_name(r.kind) as n (name);
  exception
    when data_exception or check_violation or not_null_violation then
      perform private.raise('store.rate_rule_invalid', 422, jsonb_build_object('message', sqlerrm));
  end;
  return private.finish_command('save_rate_card', p_idempotency_key, v_user_id, private.rate_card_view(v_card));
end;
$$;
comment on function public.save_rate_card(uuid, int, jsonb, text, uuid, uuid, text, timestamptz, timestamptz) is
  'The next version of a city''s, a zone''s or a store''s card, with its rules in order as objects of rate_card_rules'' columns. One with an end gives way to the version before.';

create function private.rate_card_view(p_card public.rate_cards)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select to_jsonb(p_card) || jsonb_build_object('rules', (
    select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(r)) - 'rate_card_id' order by r.position), '[]')
    from public.rate_card_rules r where r.rate_card_id = p_card.id));
$$;

create function public.end_rate_card(p_rate_card_id uuid)
returns jsonb
language plpgsql
security definer -- cards and rules are written by functions only
set search_path = ''
as $$
declare
  v_card public.rate_cards;
begin
  perform private.require_ops_role('operations');
  select * into v_card from public.rate_cards where id = p_rate_card_id for update;
  if not found then
    perform private.raise('store.rate_card_not_found', 404);
  end if;
  if v_card.starts_at >= now() then
    -- It has priced nothing yet.
    delete from public.rate_cards where id = p_rate_card_id;
  elsif v_card.ends_at is null or v_card.ends_at > now() then
    update public.rate_cards set ends_at = now() where id = p_rate_card_id returning * into v_card;
  end if;
  return private.rate_card_view(v_card);
end;
$$;
comment on function public.end_rate_card(uuid) is 'Ends a card now; the version or the scope before it counts again. A card that has not begun is removed.';

-- 70_ledger/126_fn_post_refund_shares.sql
create function private.post_refund_shares(p_refund_id uuid, p_amount_cents bigint)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests;
  v_order public.orders;
  v_rider uuid;
  v_liable public.liable_party;
  v_paid bigint;
  v_platform bigint;
  v_commission bigint;
  v_tax bigint;
  v_before bigint;
  v_merchant_before bigint;
  v_goods bigint;
  v_after numeric;
  v_share numeric;
  v_points bigint;
begin
  select * into v_refund from public.refund_requests where id = p_refund_id;
  select * into v_order from public.orders where id = v_refund.order_id;
  select d.rider_id into v_rider from public.deliveries d where d.order_id = v_order.id;
  v_liable := case
    when v_refund.liable_party = 'rider' and v_rider is null then 'platform'
    -- What a customer is given although nobody else is at fault, the platform gives.
    when v_refund.liable_party = 'customer' then 'platform'
    else v_refund.liable_party end;

  select coalesce(sum(g.total_cents - g.discount_cents), 0), coalesce(sum(g.discount_cents - g.merchant_discount_cents), 0)
  into v_paid, v_platform
  from private.order_goods(v_order.id) g;
  select coalesce(sum(amount_cents), 0) into v_commission from public.commission_lines where order_id = v_order.id;
  select coalesce(sum(amount_cents), 0) into v_tax from public.tax_lines where order_id = v_order.id;
  select coalesce(sum(goods_cents), 0), coalesce(sum(goods_cents) filter (where liable_party = 'merchant'), 0)
  into v_before, v_merchant_before
  from public.refund_requests where order_id = v_order.id and shares_posted_at is not null;
  v_goods := greatest(0, least(p_amount_cents, v_paid - v_before, coalesce(
    (select sum(l.amount_cents) from public.refund_request_lines l where l.refund_request_id = p_refund_id), p_amount_cents)));

  -- Running differences: refunding all goods bit by bit gives back exactly the commission and tax that were taken.
  v_after := case when v_paid > 0 then (v_merchant_before + v_goods)::numeric / v_paid else 0 end;
  v_share := case when v_paid > 0 then v_merchant_before::numeric / v_paid else 0 end;
  v_commission := round(v_commission * v_after) - round(v_commission * v_share);
  v_tax := round(v_tax * v_after) - round(v_tax * v_share);
  v_platform := round(v_platform * v_after) - round(v_platform * v_share);

  perform private.post_ledger(
    'refund_borne', 'refund_shares:' || p_refund_id, v_order.id, v_order.currency, now(),
    case v_liable
      when 'merchant' then jsonb_build_array(
        jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'refund',
          'amount_cents', p_amount_cents),
        jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'discount',
          'amount_cents', v_platform),
        jsonb_build_object('account', 'promo_expense', 'purpose', 'discount', 'amount_cents', -v_platform),
        jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'commission',
          'amount_cents', -v_commission),
        jsonb_build_object('account', 'platform_commission', 'purpose', 'commission', 'amount_cents', v_commission),
        jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'tax',
          'amount_cents', -v_tax),
        jsonb_build_object('account', 'tax_payable', 'purpose', 'tax', 'amount_cents', v_tax))
      when 'rider' then jsonb_build_array(
        jsonb_build_object('account', 'rider_payable', 'owner_id', v_rider, 'purpose', 'refund',
          'amount_cents', p_amount_cents))
      else jsonb_build_array(
        jsonb_build_object('account', 'adjustments', 'purpose', 'loss', 'amount_cents', p_amount_cents))
    end || jsonb_build_object('account', 'refund_liability', 'purpose', 'refund', 'amount_cents', -p_amount_cents));
  if v_paid > 0 then
    -- Points go with the goods: those earned are taken back, those spent are given back.
    select coalesce(-sum(e.amount_cents), 0) into v_points
    from public.ledger_transactions t
    join public.ledger_entries e on e.transaction_id = t.id
    join public.ledger_accounts a on a.id = e.account_id and a.kind = 'customer_points'
    where t.event_key = 'points_earned:' || v_order.id;
    select v_points + coalesce(sum(amount_cents), 0) into v_points
    from public.order_adjustments where order_id = v_order.id and kind = 'points';
    perform private.post_points('points_refunded', 'points_refunded:' || p_refund_id, v_order.id, v_order.customer_id,
      v_order.currency,
      (round(v_points * v_before::numeric / v_paid) - round(v_points * (v_before + v_goods)::numeric / v_paid))::bigint);
  end if;
  update public.refund_requests set goods_cents = v_goods, shares_posted_at = now() where id = p_refund_id;
end;
$$;
comment on function private.post_refund_shares(uuid, bigint) is
  'Takes a refund of a completed order from who bears it: the merchant with its part of commission, tax and the platform''s discount, the rider, or the platform as a loss.';

-- 20_store/127_fn_preparation_minutes.sql
create function private.preparation_minutes(p_store public.stores, p_at timestamptz default now())
returns int
language plpgsql -- cheaper to call for each row of a list than a function in SQL, which cannot be inlined here
stable
set search_path = ''
as $$
begin
  return p_store.preparation_minutes + case when p_store.rush_until > p_at then p_store.rush_extra_minutes else 0 end;
end;
$$;
comment on function private.preparation_minutes(public.stores, timestamptz) is 'What the kitchen needs at an instant, with the extra of rush mode.';

-- 50_order/127_fn_check_order_reason.sql
create function private.check_order_reason(p_reason_code text, p_command text, p_actor public.actor_role)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if not exists (
    select 1 from public.reason_codes r
    where r.code = p_reason_code and (r.is_active or p_actor = 'system')
      and r.applies_to = case p_command when 'reject' then 'order_reject' else 'order_cancel' end
      -- Ops may name any reason, and who agrees to a cancellation repeats the customer's; everyone else their own.
      and (r.actor = p_actor or p_actor = 'ops' or (p_command = 'agree_cancel' and r.actor = 'customer')))
  then
    perform private.raise('order.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;
end;
$$;
comment on function private.check_order_reason(text, text, public.actor_role) is 'Refuses a reason that the actor cannot give for the command.';

-- 70_ledger/127_fn_post_cancellation.sql
create function private.post_cancellation(p_order_id uuid, p_liable public.liable_party, p_fee_cents bigint default 0)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_rider uuid;
  v_payment public.payments;
  v_fee bigint := greatest(0, coalesce(p_fee_cents, 0));
  v_kept bigint := 0;
  v_part bigint;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  select d.rider_id into v_rider from public.deliveries d where d.order_id = p_order_id;
  if p_liable = 'customer' and v_fee > 0 then
    for v_payment in
      select * from public.payments
      where order_id = p_order_id and status in ('captured', 'partially_refunded')
      order by captured_at, id for update
    loop
      v_part := least(v_fee - v_kept, private.refundable_cents(v_payment));
      update public.payments set kept_cents = kept_cents + v_part, updated_at = now()
      where id = v_payment.id and v_part > 0;
      v_kept := v_kept + v_part;
    end loop;
    -- A customer cannot owe more than was paid.
    v_fee := v_kept;
  end if;
  if v_fee > 0 then
    perform private.post_ledger(
      'order_cancelled', 'cancel:' || p_order_id, p_order_id, v_order.currency, now(),
      jsonb_build_array(
        jsonb_build_object(
          'account', case
            when p_liable = 'customer' then 'refund_liability'
            when p_liable = 'merchant' then 'merchant_payable'
            when p_liable = 'rider' and v_rider is not null then 'rider_payable'
            else 'adjustments' end,
          'owner_id', case p_liable when 'merchant' then v_order.merchant_id when 'rider' then v_rider end,
          'purpose', 'cancellation_fee', 'amount_cents', v_fee),
        -- The store that had begun is made good; otherwise the fee is the platform's.
        case when p_liable <> 'merchant' and v_order.accepted_at is not null
          then jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id,
            'purpose', 'cancellation_fee', 'amount_cents', -v_fee)
          else jsonb_build_object('account', 'adjustments', 'purpose', 'cancellation_fee', 'amount_cents', -v_fee) end));
  end if;
  perform private.refund_order_payment(p_order_id, 'order_closed', p_liable);
end;
$$;
comment on function private.post_cancellation(uuid, public.liable_party, bigint) is
  'The money of an order that ends before completion: the liable party bears the fee (kept from the customer''s money, or owed by merchant, rider or platform), the rest goes back.';

-- 20_store/128_fn_find_slots.sql
create function private.capacity_slots(
  p_store_id uuid, p_zone_id uuid, p_fulfillment_type public.fulfillment_type, p_timezone text, p_on date)
returns table (capacity_id uuid, is_of_store boolean, starts_at timestamptz, ends_at timestamptz, capacity_count int, left_count int)
language sql
stable
security definer -- counts are private; what is left is told to everyone
set search_path = ''
as $$
  select k.id, k.store_id is not null, n.starts_at, least(n.starts_at + make_interval(mins => k.slot_minutes), w.ends_at),
    k.capacity_count, greatest(0, k.capacity_count - coalesce(c.reserved_count, 0))
  from public.slot_capacities k
  cross join lateral (
    select (p_on + k.starts_at) at time zone p_timezone as starts_at,
      (p_on + k.ends_at + case when k.ends_at <= k.starts_at then interval '1 day' else interval '0' end)
        at time zone p_timezone as ends_at
  ) w
  -- Steps are real minutes: a clock change makes a window longer or shorter, never a slot.
  cross join lateral generate_series(w.starts_at, w.ends_at - interval '1 second', make_interval(mins => k.slot_minutes)) as n (starts_at)
  left join private.slot_counts c on c.capacity_id = k.id and c.starts_at = n.starts_at
  where (k.store_id = p_store_id or k.zone_id = p_zone_id)
    and k.fulfillment_type = p_fulfillment_type
    and extract(dow from p_on)::int = any (k.weekdays);
$$;
comment on function private.capacity_slots(uuid, uuid, public.fulfillment_type, text, date) is
  'Counted slots of a store and of its zone whose window begins on a date.';

create function private.find_slots(p_store public.stores, p_fulfillment_type public.fulfillment_type, p_on date)
returns table (starts_at timestamptz, ends_at timestamptz, left_count int)
language plpgsql
stable
set search_path = ''
as $$
declare
  v_timezone text := private.store_timezone(p_store);
  v_zone_id uuid := case when p_fulfillment_type = 'delivery' then private.store_zone_id(p_store) end;
  v_step interval := make_interval(mins => p_store.slot_minutes);
begin
  return query
  with counted as (
    -- A slot after midnight may lie in a window of the day before, and the other way round.
    select distinct on (k.capacity_id, k.starts_at) k.*
    from generate_series(-1, 1) d
    cross join lateral private.capacity_slots(p_store.id, v_zone_id, p_fulfillment_type, v_timezone, p_on + d) k
  ),
  own as (
    select distinct k.starts_at, k.ends_at from counted k where k.is_of_store
  ),
  grid as (
    select g.starts_at, g.ends_at
    from own g
    join private.find_open_periods(array[p_store.id], p_on, p_on) o
      on g.starts_at >= o.starts_at and g.starts_at < o.ends_at
    union
    -- Where the store counts nothing, its hours are cut into equal slots.
    select n.starts_at, least(n.starts_at + v_step, o.ends_at)
    from private.find_open_periods(array[p_store.id], p_on, p_on) o
    cross join lateral generate_series(o.starts_at, o.ends_at - interval '1 second', v_step) as n (starts_at)
    where not exists (select 1 from own)
  )
  select g.starts_at, g.ends_at, min(k.left_count)
  from grid g
  left join counted k on k.starts_at <= g.starts_at and k.ends_at > g.starts_at
  group by g.starts_at, g.ends_at
  order by g.starts_at, g.ends_at;
end;
$$;
comment on function private.find_slots(public.stores, public.fulfillment_type, date) is
  'Slots that begin within the opening periods of a date of the store''s calendar; left_count null means not counted.';

-- 20_store/129_fn_slots.sql
create function private.slot_left_count(p_store public.stores, p_fulfillment_type public.fulfillment_type, p_at timestamptz)
returns int
language plpgsql
stable
set search_path = ''
as $$
declare
  v_zone_id uuid := case when p_fulfillment_type = 'delivery' then private.store_zone_id(p_store) end;
  v_timezone text;
begin
  -- Most stores count nothing.
  if not exists (select 1 from public.slot_capacities where store_id = p_store.id and fulfillment_type = p_fulfillment_type)
    and not exists (select 1 from public.slot_capacities where zone_id = v_zone_id)
  then
    return null;
  end if;
  v_timezone := private.store_timezone(p_store);
  return (
    select min(k.left_count)
    from generate_series(-1, 0) d
    cross join lateral private.capacity_slots(
      p_store.id, v_zone_id, p_fulfillment_type, v_timezone, (p_at at time zone v_timezone)::date + d) k
    where k.starts_at <= p_at and k.ends_at > p_at);
end;
$$;
comment on function private.slot_left_count(public.stores, public.fulfillment_type, timestamptz) is
  'How many more orders fit at an instant; null where nothing is counted.';

create function private.reserve_slot(p_order_id uuid, p_starts_at timestamptz)
returns tstzrange
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_store public.stores;
  v_timezone text;
  v_slot tstzrange;
  v_row record;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  select * into v_store from public.stores where id = v_order.store_id;
  v_timezone := private.store_timezone(v_store);
  perform private.release_slot(p_order_id);
  select tstzrange(s.starts_at, s.ends_at) into v_slot
  from generate_series(-1, 0) d
  cross join lateral private.find_slots(v_store, v_order.fulfillment_type, (p_starts_at at time zone v_timezone)::date + d) s
  where s.starts_at <= p_starts_at and s.ends_at > p_starts_at
  order by s.starts_at desc
  limit 1;
  if v_slot is null then
    perform private.raise('store.closed', 422, jsonb_build_object('starts_at', p_starts_at));
  end if;
  -- Sorted, so that two orders never wait for each other in a circle.
  for v_row in
    select k.capacity_id, k.starts_at
    from generate_series(-1, 0) d
    cross join lateral private.capacity_slots(
      v_store.id, case when v_order.fulfillment_type = 'delivery' then private.store_zone_id(v_store) end,
      v_order.fulfillment_type, v_timezone, (p_starts_at at time zone v_timezone)::date + d) k
    where k.starts_at <= p_starts_at and k.ends_at > p_starts_at
    order by k.capacity_id, k.starts_at
  loop
    insert into private.slot_counts (capacity_id, starts_at)
    values (v_row.capacity_id, v_row.starts_at)
    on conflict do nothing;
    update private.slot_counts c
    set reserved_count = c.reserved_count + 1
    from public.slot_capacities k
    where c.capacity_id = v_row.capacity_id and c.starts_at = v_row.starts_at
      and k.id = c.capacity_id and c.reserved_count < k.capacity_count;
    if not found then
      perform private.raise('store.slot_full', 409, jsonb_build_object('starts_at', p_starts_at));
    end if;
    insert into private.slot_reservations (order_id, capacity_id, starts_at)
    values (p_order_id, v_row.capacity_id, v_row.starts_at);
  end loop;
  return v_slot;
end;
$$;
comment on function private.reserve_slot(uuid, timestamptz) is
  'Holds the slot that contains an instant for an order, in the kitchen and in the zone, all or nothing, instead of any slot it held; returns the slot. An order without a wish takes the slot of now().';

create function private.release_slot(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  -- Sorted, as they were reserved.
  for v_row in
    select capacity_id, starts_at from private.slot_reservations where order_id = p_order_id order by capacity_id, starts_at
  loop
    update private.slot_counts
    set reserved_count = reserved_count - 1
    where capacity_id = v_row.capacity_id and starts_at = v_row.starts_at;
  end loop;
  delete from private.slot_reservations where order_id = p_order_id;
end;
$$;
comment on function private.release_slot(uuid) is 'Frees the slots of an order that is not going to be made; without any it does nothing.';

-- 00_platform/130_fn_broadcast.sql
create function private.broadcast(p_topic text, p_event text, p_payload jsonb)
returns void
language sql
security definer -- callers hold no insert right on realtime.messages
set search_path = ''
as $$
  select realtime.send(p_payload, p_event, p_topic, true);
$$;
comment on function private.broadcast(text, text, jsonb) is
  'Sends to a private topic: order:<id>, store:<id>, rider:<id>, zone:<id> or user:<id>.';

-- 05_map/130_fn_travel_matrix.sql
create function private.travel_matrix(p_city_id uuid, p_from bigint[], p_to bigint[])
returns table (from_id bigint, to_id bigint, seconds double precision)
language sql
stable
-- pgRouting's wrappers call their own helpers without a schema.
set search_path = extensions, pg_temp
as $$
  select start_vid, end_vid, agg_cost
  from extensions.pgr_dijkstracost(
    format(
      'select id, source_id as source, target_id as target, length_meters / speed_mps as cost,
         case when is_oneway then -1 else length_meters / speed_mps end as reverse_cost
       from private.road_edges where city_id = %L', p_city_id),
    p_from, p_to, true);
$$;
comment on function private.travel_matrix(uuid, bigint[], bigint[]) is
  'Seconds between road nodes on the directed road graph; pairs without a path are absent.';

-- 10_identity/130_fn_create_profile.sql
create function private.create_profile()
returns trigger
language plpgsql
security definer -- auth.users is written by the auth server's role
set search_path = ''
as $$
begin
  insert into public.profiles (id, display_name, locale)
  values (
    new.id,
    left(coalesce(new.raw_user_meta_data ->> 'display_name', ''), 60),
    case when new.raw_user_meta_data ->> 'locale' = 'en' then 'en' else 'zh-CN' end)
  on conflict (id) do nothing;
  return new;
end;
$$;

-- 20_store/130_fn_check_serviceability.sql
create function private.slot_reason(p_store public.stores, p_at timestamptz)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when p_at <= now() then null
    when p_at < now() + make_interval(mins => p_store.schedule_lead_minutes) then 'store.too_soon'
    when (p_at at time zone z.timezone)::date > (now() at time zone z.timezone)::date + p_store.schedule_days_ahead
      then 'store.too_far_ahead'
  end
  from (select private.store_timezone(p_store) as timezone) z;
$$;
comment on function private.slot_reason(public.stores, timestamptz) is
  'Why a later instant cannot be wished for: too soon, or too many days ahead. Now and before are no wish.';

create function public.check_serviceability(
  p_store_id uuid,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_lon double precision default null,
  p_lat double precision default null,
  p_subtotal_cents bigint default null,
  p_at timestamptz default now(),
  p_order_id uuid default null)
returns jsonb
language plpgsql
stable
security definer -- one predicate for everyone; it reveals nothing that a store page does not
set search_path = ''
as $$
declare
  v_store public.stores;
  v_card public.rate_cards;
  v_price jsonb := '{}'::jsonb;
  v_is_delivery boolean := p_fulfillment_type = 'delivery';
  v_is_held boolean;
  v_preparation_minutes int;
  v_licensed_until timestamptz;
  v_reason text;
begin
  select * into v_store from public.stores where id = p_store_id and is_published;
  if not found then
    return jsonb_build_object('is_serviceable', false, 'reason', 'store.not_found');
  end if;
  if v_is_delivery then
    perform private.check_point(p_lon, p_lat);
    v_price := private.price_delivery(v_store, p_lon, p_lat, p_subtotal_cents, 0, p_at);
    select * into v_card from public.rate_cards where id = (v_price ->> 'rate_card_id')::uuid;
  end if;
  v_licensed_until := private.licensed_until(v_store);
  v_preparation_minutes := private.preparation_minutes(v_store, p_at);
  -- What an order has reserved is not asked of it again.
  v_is_held := exists (select 1 from private.slot_reservations where order_id = p_order_id);
  v_reason := case
    -- A voucher is bought at any hour.
    when p_fulfillment_type = 'voucher' then (
      select 'store.closed' from public.merchants m where m.id = v_store.merchant_id and m.status <> 'active')
    when not private.store_is_open(v_store.id, p_at) then 'store.closed'
    when v_licensed_until = '-infinity' then 'store.licence_missing'
    when v_licensed_until <= p_at then 'store.licence_expired'
    when v_is_delivery and v_store.is_rush_delivery_paused and v_store.rush_until > p_at then 'store.delivery_paused'
    when v_is_delivery and (
      v_card.id is null
      or (v_price ->> 'distance_meters')::int > v_card.reach_meters
      or not coalesce(extensions.st_covers(v_store.delivery_area, private.point(p_lon, p_lat)), true))
      then 'store.out_of_area'
    when not v_is_held then coalesce(
      private.slot_reason(v_store, p_at),
      case when private.slot_left_count(v_store, p_fulfillment_type, p_at) <= 0 then 'store.slot_full' end)
  end;
  if v_reason is null and v_is_delivery and p_subtotal_cents < v_store.minimum_order_cents then
    v_reason := 'store.below_minimum';
  end if;
  return jsonb_strip_nulls(jsonb_build_object(
    'is_serviceable', v_reason is null,
    'reason', v_reason,
    'minimum_order_cents', v_store.minimum_order_cents,
    'preparation_minutes', v_preparation_minutes,
    'distance_meters', v_price -> 'distance_meters',
    'delivery_fee_cents', v_price -> 'fee_cents'));
end;
$$;
comment on function public.check_serviceability(uuid, public.fulfillment_type, double precision, double precision, bigint, timestamptz, uuid) is
  'The one answer to "can this store serve this order": list, page, quote, place and pay all ask it. p_at in the future is a scheduled slot; p_order_id is the order that already holds its slot. reason is an error key.';

-- 30_catalog/130_fn_can_edit_menu.sql
create function private.can_edit_menu(p_store_id uuid)
returns boolean
language sql
stable
security definer -- used by policies of a store's parts
set search_path = ''
as $$
  select private.has_ops_role('operations') or p_store_id in (select private.my_store_ids('{manager}'));
$$;

-- 35_stock/130_fn_reserve_stock.sql
create function private.reserve_stock(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_item public.stock_items;
  v_is_counted boolean := false;
begin
  -- Sorted, so that two orders never wait for each other in a circle.
  for v_row in
    select w.stock_item_id, sum(w.quantity)::int as quantity, min(w.name) as name
    from private.stock_wanted(p_order_id) w
    group by w.stock_item_id
    order by w.stock_item_id
  loop
    update public.stock_items
    set reserved_count = reserved_count + v_row.quantity
    where id = v_row.stock_item_id and on_hand_count - reserved_count >= v_row.quantity
    returning * into v_item;
    if not found then
      perform private.raise('stock.sold_out', 409,
        jsonb_build_object('stock_item_id', v_row.stock_item_id, 'name', v_row.name));
    end if;
    perform private.warn_low_stock(v_item, v_item.on_hand_count - v_item.reserved_count + v_row.quantity);
    v_is_counted := true;
  end loop;
  if v_is_counted then
    insert into public.stock_reservations (order_item_id, stock_item_id, order_id, quantity)
    select w.order_item_id, w.stock_item_id, p_order_id, w.quantity from private.stock_wanted(p_order_id) w;
  end if;
end;
$$;
comment on function private.reserve_stock(uuid) is 'Holds counted stock for an order, all or nothing.';

-- 40_promotion/130_fn_promotion_data.sql
create function private.promotion_data(
  p_store public.stores, p_customer_id uuid, p_lines jsonb, p_delivery_fee_cents bigint,
  p_fulfillment_type public.fulfillment_type, p_at timestamptz)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'cart', (
        select jsonb_build_object(
          'subtotal_cents', coalesce(sum((l ->> 'total_cents')::bigint), 0),
          'quantity', coalesce(sum((l ->> 'quantity')::int), 0),
          'line_count', count(*),
          'lines', coalesce(jsonb_agg(l), '[]'),
          'product_ids', coalesce(jsonb_agg(distinct l -> 'product_id'), '[]'),
          'section_ids', coalesce(jsonb_agg(distinct l -> 'section_id') filter (where l -> 'section_id' <> 'null'), '[]'),
          'category_ids', coalesce(jsonb_agg(distinct l -> 'category_id') filter (where l -> 'category_id' <> 'null'), '[]'))
        from jsonb_array_elements(p_lines) l),
      'store', jsonb_build_object('id', p_store.id, 'merchant_id', p_store.merchant_id,
        'category_id', p_store.category_id, 'city_id', p_store.city_id),
      'customer', private.customer_facts(p_customer_id, p_store.id, p_at),
      'now', (
        select jsonb_build_object('weekday', extract(dow from t.at)::int, 'hour', extract(hour from t.at)::int,
          'minute', extract(minute from t.at)::int, 'month_day', extract(day from t.at)::int, 'date', t.at::date,
          'is_member_day', private.is_member_day(t.at::date))
        from (select p_at at time zone c.timezone as at from public.cities c where c.id = p_store.city_id) t),
      'fulfillment_type', p_fulfillment_type,
      'delivery_fee_cents', p_delivery_fee_cents));
end;
$$;
comment on function private.promotion_data(public.stores, uuid, jsonb, bigint, public.fulfillment_type, timestamptz) is
  'What the conditions of promotions read; see promotions.conditions.';

create function private.is_in_windows(p_windows jsonb, p_local timestamp)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return p_windows = '[]' or exists (
    select 1
    from jsonb_array_elements(p_windows) w
    -- Today's windows, and yesterday's that run over midnight.
    cross join (values (0), (1)) as d (days_ago)
    where w -> 'weekdays' @> to_jsonb(extract(dow from p_local::date - d.days_ago)::int)
      and p_local >= p_local::date - d.days_ago + (w ->> 'from')::time
      and p_local < p_local::date - d.days_ago + (w ->> 'to')::time
        + case when (w ->> 'to')::time <= (w ->> 'from')::time then interval '1 day' else interval '0' end);
end;
$$;
comment on function private.is_in_windows(jsonb, timestamp) is 'Whether a local time is within weekly windows; none is always.';

-- 50_order/130_fn_apply_order_command.sql
create function private.apply_order_command(
  p_order_id uuid,
  p_command text,
  p_actor public.actor_role,
  p_reason_code text default null,
  p_client_at timestamptz default null,
  p_detail jsonb default '{}')
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_from public.order_status;
  v_to public.order_status;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  select to_status into v_to
  from public.order_transitions
  where from_status = v_order.status and command = p_command and actor = p_actor
    and v_order.fulfillment_type = any (fulfillment_types);
  if not found then
    perform private.raise('order.transition_refused', 409,
      jsonb_build_object('status', v_order.status, 'command', p_command, 'actor', p_actor));
  end if;
  if p_reason_code is not null then
    perform private.check_order_reason(p_reason_code, p_command, p_actor);
  end if;

  v_from := v_order.status;
  if v_to = v_from then
    -- Something happened to the order without a new state.
    update public.orders set updated_at = now() where id = p_order_id returning * into v_order;
  else
    update public.orders
    set status = v_to,
        reason_code = coalesce(p_reason_code, reason_code),
        placed_at = case when v_to = 'placed' then now() else placed_at end,
        accepted_at = case when v_to = 'accepted' then now() else accepted_at end,
        ready_at = case when v_to = 'ready' then now() else ready_at end,
        completed_at = case when v_to = 'completed' then now() else completed_at end,
        closed_at = case when v_to in ('rejected', 'cancelled', 'expired') then now() else closed_at end,
        due_at = private.order_due_at(v_order, v_to),
        updated_at = now()
    where id = p_order_id
    returning * into v_order;
  end if;

  insert into public.order_events (
    order_id, command, from_status, to_status, actor, actor_id, reason_code, client_at, detail)
  values (
    p_order_id, p_command, v_from, v_to, p_actor, auth.uid(), p_reason_code, p_client_at, p_detail);

  perform private.announce_order(v_order, v_from);
  perform private.notify_order(v_order, case when v_to = v_from then p_command else v_to::text end);
  if v_to = 'placed' and v_order.fulfillment_type = 'voucher' then
    v_order := private.issue_vouchers(v_order);
  end if;
  return v_order;
end;
$$;
comment on function private.apply_order_command(uuid, text, public.actor_role, text, timestamptz, jsonb) is
  'The only way an order changes state: looks the command up in order_transitions, writes the event, tells everyone. Callers check who the actor is. A paid voucher order goes on to issue its vouchers.';

-- 55_booking/130_fn_issue_vouchers.sql
create function private.new_voucher_code()
returns text
language sql
volatile
set search_path = ''
as $$
  -- Twelve digits of a cryptographic generator: guessing one of a store's open codes takes billions of tries.
  select lpad((('x' || encode(extensions.gen_random_bytes(7), 'hex'))::bit(56)::bigint % 1000000000000)::text, 12, '0');
$$;

create function private.issue_vouchers(p_order public.orders)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  -- Every use bears its part of what was paid, by price; running totals make the parts add up exactly.
  insert into public.vouchers (order_id, order_item_id, store_id, customer_id, code, amount_cents, expires_at)
  select p_order.id, u.id, p_order.store_id, p_order.customer_id, private.new_voucher_code(),
    case when p_order.subtotal_cents = 0 then 0 else
      round(p_order.total_cents * u.until_cents / p_order.subtotal_cents)
      - round(p_order.total_cents * (u.until_cents - u.use_cents) / p_order.subtotal_cents) end,
    now() + make_interval(days => u.valid_days)
  from (
    select i.id, v.valid_days, i.unit_price_cents::numeric / v.use_count as use_cents,
      sum(i.unit_price_cents::numeric / v.use_count) over (order by i.line_number, n rows unbounded preceding) as until_cents
    from public.order_items i
    join public.voucher_products v on v.product_id = i.product_id
    cross join lateral generate_series(1, i.quantity * v.use_count) n
    where i.order_id = p_order.id
  ) u;
  insert into public.voucher_events (voucher_id, command, from_status, to_status, actor)
  select id, 'issue', 'issued', 'issued', 'system' from public.vouchers where order_id = p_order.id;
  perform private.settle_stock(p_order.id, true);
  v_order := private.apply_order_command(p_order.id, 'issue', 'system');
  if not exists (select 1 from public.vouchers where order_id = p_order.id) then
    -- The store stopped selling them between order and payment: cancelled and paid back.
    perform private.settle_voucher_order(p_order.id);
    select * into v_order from public.orders where id = p_order.id;
  end if;
  return v_order;
end;
$$;
comment on function private.issue_vouchers(public.orders) is
  'One voucher for each use that a paid order bought; the order stays in service until none of them is open.';

-- 75_delivery/130_fn_order_side.sql
create function private.delivery_order_ready(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
begin
  update public.deliveries
  set ready_expected_at = least(ready_expected_at, now()), updated_at = now()
  where order_id = p_order_id
  returning * into v_delivery;
  if found then
    perform private.announce_delivery(v_delivery);
    if v_delivery.status = 'unassigned' then
      perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
    end if;
  end if;
end;
$$;
comment on function private.delivery_order_ready(uuid) is 'The order is packed: the rider may come at once.';

create function private.pay_failed_delivery(p_delivery public.deliveries, p_reason_code text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- The way was ridden all the same, unless the rider spoilt the goods.
  if p_reason_code is distinct from 'goods_damaged' and p_delivery.rider_pay_cents > 0 then
    perform private.post_ledger('delivery_failed', 'failed:' || p_delivery.id, p_delivery.order_id, o.currency, now(),
      jsonb_build_array(
        jsonb_build_object('account', 'delivery_revenue', 'purpose', 'rider_pay', 'amount_cents', p_delivery.rider_pay_cents),
        jsonb_build_object('account', 'rider_payable', 'owner_id', p_delivery.rider_id, 'purpose', 'rider_pay',
          'amount_cents', -p_delivery.rider_pay_cents)))
    from public.orders o where o.id = p_delivery.order_id;
  end if;
end;
$$;
comment on function private.pay_failed_delivery(public.deliveries, text) is 'Pays the rider for a delivery that failed with the goods in hand.';

create function private.cancel_delivery(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
begin
  select * into v_delivery from public.deliveries where order_id = p_order_id for update;
  if found and v_delivery.status not in ('delivered', 'failed', 'cancelled') then
    -- With the goods in hand only ops end an order: the goods go back to the store and the rider is paid.
    if v_delivery.status in ('picked_up', 'arrived_at_customer') then
      perform private.apply_delivery_command(v_delivery.id, 'fail', 'ops');
      update public.deliveries set is_return_due = true where id = v_delivery.id returning * into v_delivery;
      perform private.pay_failed_delivery(v_delivery, null);
      update public.delivery_incidents
      set status = 'resolved', resolution = 'fail', resolved_by = auth.uid(), resolved_at = now()
      where delivery_id = v_delivery.id and status = 'open';
    else
      perform private.withdraw_offers(v_delivery.id);
      perform private.apply_delivery_command(v_delivery.id, 'cancel', 'system');
    end if;
    -- The rider's tour has a hole now.
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
end;
$$;
comment on function private.cancel_delivery(uuid) is 'The order is over: its task is cancelled, or has failed where the rider carries the goods.';

create function private.shift_delivery(p_order_id uuid, p_shift interval)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
begin
  update public.deliveries
  set ready_expected_at = ready_expected_at + p_shift, dropoff_expected_at = dropoff_expected_at + p_shift, updated_at = now()
  where order_id = p_order_id and status not in ('picked_up', 'arrived_at_customer', 'delivered', 'failed', 'cancelled')
  returning * into v_delivery;
  if found then
    perform private.predict_eta(v_delivery.id, case when v_delivery.rider_id is null then 0 else 1 end);
    perform private.announce_delivery(v_delivery);
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
end;
$$;
comment on function private.shift_delivery(uuid, interval) is
  'Moves a rider''s task that is not picked up yet: it is planned afresh and the customer sees a new window.';

-- 80_dispatch/130_fn_travel.sql
create function private.straight_seconds(
  p_from_lon double precision, p_from_lat double precision, p_to_lon double precision, p_to_lat double precision)
returns double precision
language sql
immutable
parallel safe
set search_path = ''
as $$
  -- Metres on a flat map; streets are about 1.4 times that; a town rider averages 5 m/s.
  select sqrt(power((p_to_lon - p_from_lon) * 111320 * cos(radians((p_from_lat + p_to_lat) / 2)), 2)
    + power((p_to_lat - p_from_lat) * 110574, 2)) * 1.4 / 5;
$$;
comment on function private.straight_seconds(double precision, double precision, double precision, double precision) is
  'The last resort where no road is known: straight line × 1.4 at 5 m/s.';

create function private.road_seconds(p_city_id uuid, p_from bigint[], p_to bigint[], p_is_reversed boolean)
returns table (from_node bigint, to_node bigint, seconds double precision)
language sql
stable
-- pgRouting's wrappers call their own helpers without a schema.
set search_path = extensions, pg_temp
as $$
  select case when p_is_reversed then c.end_vid else c.start_vid end,
    case when p_is_reversed then c.start_vid else c.end_vid end, c.agg_cost
  from extensions.pgr_dijkstracost(
    format(
      'select id, %s as source, %s as target, length_meters / speed_mps as cost,
         case when is_oneway then -1 else length_meters / speed_mps end as reverse_cost
       from private.road_edges where city_id = %L',
      case when p_is_reversed then 'target_id' else 'source_id' end,
      case when p_is_reversed then 'source_id' else 'target_id' end, p_city_id),
    case when p_is_reversed then p_to else p_from end, case when p_is_reversed then p_from else p_to end, true) c;
$$;
comment on function private.road_seconds(uuid, bigint[], bigint[], boolean) is
  'Seconds on the directed road graph. Reversed, one search from each target answers for all origins: cheaper when targets are few.';

create function private.fill_travel_cache(p_city_id uuid, p_from bigint[], p_to bigint[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_new bigint[];
  v_from bigint[];
  v_to bigint[];
begin
  -- Whoever is new here is searched from forwards to all; then all that is left are new targets.
  select coalesce(array_agg(f), '{}') into v_new
  from unnest(p_from) f
  where not exists (
    select 1 from private.travel_cache c
    where c.city_id = p_city_id and c.from_node = f and c.to_node = any (p_to));
  if cardinality(v_new) > 0 then
    insert into private.travel_cache (city_id, from_node, to_node, seconds)
    select p_city_id, f, t, case when f = t then 0 else coalesce(r.seconds, -1) end
    from unnest(v_new) f
    cross join unnest(p_to) t
    left join private.road_seconds(p_city_id, v_new, p_to, false) r on r.from_node = f and r.to_node = t
    order by f, t
    on conflict do nothing;
  end if;
  select array_agg(distinct f), array_agg(distinct t) into v_from, v_to
  from unnest(p_from) f
  cross join unnest(p_to) t
  where not exists (
    select 1 from private.travel_cache c where c.city_id = p_city_id and c.from_node = f and c.to_node = t);
  if v_to is not null then
    insert into private.travel_cache (city_id, from_node, to_node, seconds)
    select p_city_id, f, t, case when f = t then 0 else coalesce(r.seconds, -1) end
    from unnest(v_from) f
    cross join unnest(v_to) t
    left join private.road_seconds(p_city_id, v_from, v_to, true) r on r.from_node = f and r.to_node = t
    order by f, t
    on conflict do nothing;
  end if;
end;
$$;
comment on function private.fill_travel_cache(uuid, bigint[], bigint[]) is 'Searches the roads for those pairs that are not known yet.';

create function private.forget_travel()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  delete from private.travel_cache;
  return null;
end;
$$;
comment on function private.forget_travel() is 'The roads changed: what was searched on them no longer holds.';

create function private.speed_factor(p_zone_id uuid, p_at timestamptz default now())
returns double precision
language sql
stable
set search_path = ''
as $$
  select coalesce(f.factor, 1) * coalesce(m.travel_factor, 1)
  from public.zones z
  join public.cities c on c.id = z.city_id
  cross join lateral private.dispatch_mode(z.id, p_at) m
  left join private.speed_factors f
    on f.zone_id = z.id and f.hour = extract(hour from p_at at time zone c.timezone)::int
  where z.id = p_zone_id;
$$;
comment on function private.speed_factor(uuid, timestamptz) is 'Learnt factor of the hour times that of the incident mode; multiplies seconds of the map.';

create function private.ride_seconds(
  p_city_id uuid, p_from_lon double precision, p_from_lat double precision,
  p_to_lon double precision, p_to_lat double precision)
returns double precision
language plpgsql
set search_path = ''
as $$
declare
  v_from bigint := private.nearest_road_node(p_city_id, p_from_lon, p_from_lat);
  v_to bigint := private.nearest_road_node(p_city_id, p_to_lon, p_to_lat);
  v_seconds real;
begin
  if v_from is not null then
    perform private.fill_travel_cache(p_city_id, array[v_from], array[v_to]);
    select seconds into v_seconds from private.travel_cache
    where city_id = p_city_id and from_node = v_from and to_node = v_to;
  end if;
  return case when v_seconds >= 0 then v_seconds
    else private.straight_seconds(p_from_lon, p_from_lat, p_to_lon, p_to_lat) end;
end;
$$;
comment on function private.ride_seconds(uuid, double precision, double precision, double precision, double precision) is
  'Seconds of one ride at the speeds of the map, on the roads where there are any.';

-- 88_screen/130_fn_weigh_right.sql
create function private.weigh_right(p_tree jsonb, p_answers jsonb, p_rights jsonb, p_depth int default 0)
returns int
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_weight int;
begin
  case
    when jsonb_typeof(p_tree) = 'boolean' then
      return case when p_tree::boolean then 2 else 0 end;
    when jsonb_typeof(p_tree) = 'string' or p_depth > 12 then
      return 1;
    when p_tree ? 'or' then
      select max(private.weigh_right(t, p_answers, p_rights, p_depth + 1)) into v_weight from jsonb_array_elements(p_tree -> 'or') t;
      return coalesce(v_weight, 0);
    when p_tree ? 'and' then
      select min(private.weigh_right(t, p_answers, p_rights, p_depth + 1)) into v_weight from jsonb_array_elements(p_tree -> 'and') t;
      return coalesce(v_weight, 2);
    when p_tree ? 'through' then
      -- A table that is not exposed is read by nobody's rights but the policy's own.
      select min(least(1, private.weigh_right(coalesce(p_rights -> t -> 'select', '"own"'), p_answers, p_rights, p_depth + 1)))
      into v_weight from jsonb_array_elements_text(p_tree -> 'through') t;
      return coalesce(v_weight, 1);
    else
      return case when (p_answers ->> coalesce(p_tree ->> 'always', p_tree ->> 'own'))::boolean
        then case when p_tree ? 'always' then 2 else 1 end else 0 end;
  end case;
end;
$$;
comment on function private.weigh_right(jsonb, jsonb, jsonb, int) is 'A policy tree for one caller: 0 no row, 1 some rows, 2 every row.';

create function private.my_rights()
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_catalogue private.resource_catalogues := private.resource_catalogue();
  v_answers jsonb := '{}'::jsonb;
  v_question text;
  v_answer boolean;
begin
  -- As the caller: the policies' own questions with the policies' own answers.
  for v_question in select jsonb_array_elements_text(v_catalogue.questions) loop
    execute 'select ' || v_question into v_answer;
    v_answers := v_answers || jsonb_build_object(v_question, coalesce(v_answer, false));
  end loop;
  return (
    select jsonb_object_agg(r.name, (
      select jsonb_object_agg(c.command, (array['none', 'own', 'all'])
        [1 + private.weigh_right(c.tree, v_answers, v_catalogue.rights)])
      from jsonb_each(r.commands) c (command, tree)))
    from jsonb_each(v_catalogue.rights) r (name, commands));
end;
$$;
comment on function private.my_rights() is
  'What grants and policies allow the caller: {table: {select|insert|update|delete: none|own|all}}. "own" is some rows, whichever the policies choose.';

-- 20_store/135_fn_list_slots.sql
create function public.list_slots(
  p_store_id uuid, p_fulfillment_type public.fulfillment_type default 'delivery', p_on date default null)
returns table (starts_at timestamptz, ends_at timestamptz, left_count int, is_available boolean, reason text)
language plpgsql
stable
security definer -- slots of published stores are public; counts are told, not who took them
set search_path = ''
as $$
declare
  v_store public.stores;
begin
  select * into v_store from public.stores s where s.id = p_store_id and s.is_published;
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  return query
  select s.starts_at, s.ends_at, s.left_count, w.reason is null, w.reason
  from private.find_slots(
    v_store, p_fulfillment_type, coalesce(p_on, (now() at time zone private.store_timezone(v_store))::date)) s
  cross join lateral (
    select case
      when not private.store_is_open(v_store.id, s.starts_at) then 'store.closed'
      when private.licensed_until(v_store) <= s.starts_at then 'store.licence_expired'
      when p_fulfillment_type = 'delivery' and v_store.is_rush_delivery_paused and v_store.rush_until > s.starts_at
        then 'store.delivery_paused'
      when s.starts_at <= now() then 'store.too_soon'
      when private.slot_reason(v_store, s.starts_at) is not null then private.slot_reason(v_store, s.starts_at)
      when s.left_count <= 0 then 'store.slot_full'
    end as reason
  ) w;
end;
$$;
comment on function public.list_slots(uuid, public.fulfillment_type, date) is
  'Slots of a date of the store''s calendar (today when not given), as instants; left_count null means not counted, reason is an error key.';

-- 40_promotion/135_fn_discounts.sql
create function private.line_is_target(p_targets jsonb, p_line jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return coalesce(p_targets, '{}') = '{}'
    or coalesce(p_targets -> 'product_ids' ? (p_line ->> 'product_id'), false)
    or coalesce(p_targets -> 'section_ids' ? (p_line ->> 'section_id'), false)
    or coalesce(p_targets -> 'category_ids' ? (p_line ->> 'category_id'), false);
end;
$$;

create function private.unit_saving_cents(p_promotion public.promotions, p_line jsonb)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_unit bigint := (p_line ->> 'unit_price_cents')::bigint;
  v_price bigint;
begin
  if p_promotion.kind = 'flash_sale' then
    select (i ->> 'price_cents')::bigint into v_price
    from jsonb_array_elements(p_promotion.effect -> 'items') i where i -> 'product_id' = p_line -> 'product_id';
    if v_price is null then
      return 0;
    end if;
  elsif not private.line_is_target(p_promotion.effect -> 'targets', p_line) then
    return 0;
  elsif p_promotion.effect ? 'percent_bps' then
    return round(v_unit * (p_promotion.effect ->> 'percent_bps')::numeric / 10000);
  elsif p_promotion.effect ? 'amount_cents' then
    return least(v_unit, (p_promotion.effect ->> 'amount_cents')::bigint);
  else
    v_price := (p_promotion.effect ->> 'price_cents')::bigint;
  end if;
  -- A price is the product's own; what was added to it is paid as before.
  return greatest(0, v_unit - v_price - coalesce((
    select sum((m ->> 'price_cents')::bigint) from jsonb_array_elements(p_line -> 'modifiers') m), 0));
end;
$$;
comment on function private.unit_saving_cents(public.promotions, jsonb) is 'What an item price saves on one unit of a line; 0 when the line is not meant.';

create function private.order_saving_cents(
  p_promotion public.promotions, p_lines jsonb, p_line_cents bigint[], p_left_cents bigint, p_fee_cents bigint)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_basis bigint;
  v_amount bigint;
  v_is_delivery boolean := p_promotion.kind = 'delivery_discount'
    or coalesce(p_promotion.effect ->> 'scope', '') = 'delivery';
begin
  select coalesce(sum(p_line_cents[l.n]), 0) into v_basis
  from jsonb_array_elements(p_lines) with ordinality as l (line, n)
  where private.line_is_target(p_promotion.effect -> 'targets', l.line);
  if p_promotion.kind = 'coupon' then
    if v_basis < coalesce((p_promotion.effect ->> 'min_cents')::bigint, 0) then
      return 0;
    end if;
    v_amount := coalesce(
      (p_promotion.effect ->> 'amount_cents')::bigint,
      round(case when v_is_delivery then p_fee_cents else v_basis end * (p_promotion.effect ->> 'percent_bps')::numeric / 10000));
    v_amount := least(v_amount, (p_promotion.effect ->> 'max_discount_cents')::bigint);
  else
    select max((t ->> 'discount_cents')::bigint) into v_amount
    from jsonb_array_elements(p_promotion.tiers) t
    where (t ->> 'min_cents')::bigint <= v_basis;
  end if;
  return greatest(0, least(coalesce(v_amount, 0),
    case when v_is_delivery then p_fee_cents else least(v_basis, p_left_cents) end));
end;
$$;
comment on function private.order_saving_cents(public.promotions, jsonb, bigint[], bigint, bigint) is
  'What a promotion of the whole order saves: thresholds look at the goods at their item prices (p_line_cents), the discount never takes more than what is left.';

-- 88_screen/135_fn_get_row_rights.sql
create function public.get_row_rights(p_resource text, p_keys jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_catalogue private.resource_catalogues := private.resource_catalogue();
  v_match text;
  v_answer jsonb;
begin
  perform private.require_user();
  if jsonb_typeof(p_keys) is distinct from 'array' or jsonb_array_length(p_keys) > 200 then
    perform private.raise('screen.too_many_rows', 422, jsonb_build_object('max', 200));
  end if;
  select string_agg(format('%I.%I = cast(key.value ->> %L as %s)', c.relname, a.attname, a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
  into v_match
  from pg_catalog.pg_class c
  join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
  where c.relnamespace = 'public'::regnamespace and c.relname = p_resource;
  if v_match is null or v_catalogue.predicates -> p_resource is null then
    perform private.raise('screen.resource_unfit', 422, jsonb_build_object('resource', p_resource));
  end if;
  execute format(
    'select coalesce(jsonb_agg(jsonb_build_object(''update'', coalesce(may.may_update, false), ''delete'', coalesce(may.may_delete, false)) order by key.place), ''[]'')
     from jsonb_array_elements($1) with ordinality key (value, place)
     left join lateral (select %s as may_update, %s as may_delete from public.%I where %s) may on true',
    v_catalogue.predicates #>> array[p_resource, 'update'], v_catalogue.predicates #>> array[p_resource, 'delete'], p_resource, v_match)
  into v_answer using p_keys;
  return v_answer;
end;
$$;
comment on function public.get_row_rights(text, jsonb) is
  'Which of the given rows ([{key column: value}], at most 200) the caller may change or delete: [{update, delete}] in the same order. The policies'' own conditions answer, as the caller.';

-- 40_promotion/137_fn_adjustment.sql
create function private.stack_group_of(p_promotion public.promotions)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return coalesce(p_promotion.stack_group,
    p_promotion.kind || case when p_promotion.effect ->> 'scope' = 'delivery' then ':delivery' else '' end);
end;
$$;

create function private.adjustment(
  p_promotion public.promotions, p_coupon_id uuid, p_share_bps int, p_scope text,
  p_line_number int, p_quantity int, p_amount_cents bigint)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'promotion_id', p_promotion.id, 'coupon_id', p_coupon_id, 'kind', p_promotion.kind, 'scope', p_scope,
    'line_number', p_line_number, 'quantity', p_quantity,
    'name', p_promotion.name, 'translations', p_promotion.translations,
    'cost_bearer', case p_share_bps when 0 then 'platform' when 10000 then 'merchant' else 'shared' end,
    'merchant_share_bps', case when p_share_bps in (0, 10000) then 0 else p_share_bps end,
    'amount_cents', -p_amount_cents, 'points', null);
end;
$$;
comment on function private.adjustment(public.promotions, uuid, int, text, int, int, bigint) is 'A discount as quotes and orders keep it.';

create function private.points_adjustment(p_amount_cents bigint)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'promotion_id', null, 'coupon_id', null, 'kind', 'points', 'scope', 'goods', 'line_number', null, 'quantity', null,
    'name', '积分抵扣', 'translations', jsonb_build_object('en', jsonb_build_object('name', 'Points')),
    'cost_bearer', 'platform', 'merchant_share_bps', 0, 'amount_cents', -p_amount_cents,
    'points', p_amount_cents / private.cents_per_point());
end;
$$;

create function private.flash_left_count(p_promotion public.promotions, p_line jsonb)
returns int
language plpgsql
stable
set search_path = ''
as $$
begin
  return coalesce((
    select f.stock_count - f.sold_count from private.flash_stock f
    where f.promotion_id = p_promotion.id and f.product_id = (p_line ->> 'product_id')::uuid), (
    -- A draft has no stock of its own yet.
    select (i ->> 'stock_count')::int from jsonb_array_elements(p_promotion.effect -> 'items') i
    where i -> 'product_id' = p_line -> 'product_id'), 0);
end;
$$;
comment on function private.flash_left_count(public.promotions, jsonb) is 'Units of a line''s product that a flash sale still has.';

-- 00_platform/140_fn_call_function.sql
create function private.call_function(p_name text, p_body jsonb default '{}')
returns bigint
language plpgsql
security definer -- reads the service key from the vault
set search_path = ''
as $$
declare
  v_url text;
  v_key text;
begin
  select decrypted_secret into v_url from vault.decrypted_secrets where name = 'project_url';
  select decrypted_secret into v_key from vault.decrypted_secrets where name = 'service_role_key';
  if v_url is null or v_key is null then
    return null;
  end if;
  return net.http_post(
    url => v_url || '/functions/v1/' || p_name,
    body => p_body,
    headers => jsonb_build_object(
      'content-type', 'application/json', 'authorization', 'Bearer ' || v_key, 'apikey', v_key),
    timeout_milliseconds => 60000);
end;
$$;
comment on function private.call_function(text, jsonb) is
  'Queues a call of an edge function after commit; null while the vault names no project.';

-- 05_map/140_fn_find_route.sql
create function public.find_route(
  p_city_id uuid,
  p_from_lon double precision, p_from_lat double precision,
  p_to_lon double precision, p_to_lat double precision)
returns jsonb
language plpgsql
stable
security definer -- the road tables are private
-- pgRouting's wrappers call their own helpers without a schema.
set search_path = extensions, pg_temp
as $$
declare
  v_start extensions.geometry;
  v_end extensions.geometry;
  v_meters double precision;
  v_from bigint;
  v_to bigint;
  v_margin double precision;
  v_area extensions.geometry;
  v_path extensions.geometry;
  v_seconds double precision;
  v_line extensions.geometry;
begin
  perform private.check_point(p_from_lon, p_from_lat);
  perform private.check_point(p_to_lon, p_to_lat);
  v_start := private.point(p_from_lon, p_from_lat);
  v_end := private.point(p_to_lon, p_to_lat);
  v_meters := extensions.st_distance(v_start::extensions.geography, v_end::extensions.geography);
  -- A way of the town: what is farther would read its roads for nothing.
  if v_meters > 50000 or not exists (
    select 1 from public.cities c
    where c.id = p_city_id
      and extensions.st_dwithin(private.point(c.lon, c.lat)::extensions.geography, v_start::extensions.geography, 100000)
      and extensions.st_dwithin(private.point(c.lon, c.lat)::extensions.geography, v_end::extensions.geography, 100000))
  then
    perform private.raise('map.route_too_far', 422);
  end if;
  v_from := private.nearest_road_node(p_city_id, p_from_lon, p_from_lat);
  v_to := private.nearest_road_node(p_city_id, p_to_lon, p_to_lat);

  if v_from is not null and v_to is not null and v_from <> v_to then
    -- The roads around the two places, then those of a wider ring: never the whole town for two streets.
    foreach v_margin in array array[1500 + 0.3 * v_meters, 5000 + 1.5 * v_meters] loop
      v_area := extensions.st_expand(extensions.st_makeline(v_start, v_end),
        v_margin / (111320 * greatest(cos(radians(p_from_lat)), 0.1)), v_margin / 110574);
      select
        extensions.st_makeline(
          case when r.node = e.source_id then e.geom else extensions.st_reverse(e.geom) end order by r.path_seq),
        sum(r.cost)
      into v_path, v_seconds
      from extensions.pgr_dijkstra(
        format(
          'select id, source_id as source, target_id as target, length_meters / speed_mps as cost,
             case when is_oneway then -1 else length_meters / speed_mps end as reverse_cost
           from private.road_edges where city_id = %L and geom operator(extensions.&&) %L::extensions.geometry',
          p_city_id, v_area::text),
        v_from, v_to, true) r
      join private.road_edges e on e.id = r.edge;
      exit when v_path is not null;
    end loop;
  end if;

  v_line := extensions.st_makeline(array_remove(array[
    private.point(p_from_lon, p_from_lat), v_path, private.point(p_to_lon, p_to_lat)], null));
  return jsonb_build_object(
    'geometry', extensions.st_asgeojson(v_line, 6)::jsonb,
    'distance_meters', round(extensions.st_length(v_line::extensions.geography)),
    'duration_seconds', round(coalesce(v_seconds, extensions.st_length(v_line::extensions.geography) * 1.4 / 5)),
    'is_on_roads', v_path is not null);
end;
$$;
comment on function public.find_route(uuid, double precision, double precision, double precision, double precision) is
  'Fastest way on the town''s roads as GeoJSON LineString with metres and seconds; is_on_roads is false when only a straight line was possible. For ways of up to 50 km.';

-- 10_identity/140_fn_get_my_roles.sql
create function public.get_my_roles()
returns jsonb
language sql
stable
security definer -- reads the caller's own memberships only
set search_path = ''
as $$
  select jsonb_build_object(
    'user_id', auth.uid(),
    'display_name', (select p.display_name from public.profiles p where p.id = auth.uid()),
    'ops_role', (select o.role from public.ops_members o where o.user_id = auth.uid()),
    'is_rider', exists (select 1 from public.riders r where r.id = auth.uid()),
    'stores', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'name', s.name, 'translations', s.translations, 'merchant_id', s.merchant_id,
        'city_id', s.city_id, 'role', m.role) order by s.name)
      from public.merchant_members m
      join public.stores s on s.merchant_id = m.merchant_id and (m.store_id is null or m.store_id = s.id)
      where m.user_id = auth.uid()), '[]'));
$$;
comment on function public.get_my_roles() is 'Every role of the signed-in person: ops, rider, stores with the role in each.';

-- 20_store/140_fn_estimate_minutes.sql
create function private.estimate_minutes(p_preparation_minutes int, p_distance_meters double precision)
returns int
language plpgsql -- cheaper to call for each row of a list than a function in SQL, which cannot be inlined here
immutable
set search_path = ''
as $$
begin
  -- Streets are about 1.4 times the straight line; a town rider averages 5 m/s; three minutes at the doors.
  return (p_preparation_minutes + 3 + ceil(coalesce(p_distance_meters, 0) * 1.4 / 5 / 60))::int;
end;
$$;
comment on function private.estimate_minutes(int, double precision) is 'Minutes from placing to the door before a rider is known.';

-- 30_catalog/140_fn_json_schema_errors.sql
create function private.json_schema_error(p_path text, p_key text, p_expected jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_array(jsonb_build_object('path', p_path, 'key', p_key, 'expected', p_expected));
$$;

create function private.has_json_format(p_value text, p_format text)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  case p_format
    when 'date' then
      if p_value !~ '^\d{4}-\d{2}-\d{2}$' then
        return false;
      end if;
      perform make_date(left(p_value, 4)::int, substr(p_value, 6, 2)::int, right(p_value, 2)::int);
      return left(p_value, 4) <> '0000';
    when 'date-time' then
      if p_value !~* '^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:\d{2})$' then
        return false;
      end if;
      perform p_value::timestamptz;
      return true;
    when 'email' then
      return p_value ~ '^[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$';
    when 'uri' then
      return p_value ~ '^[A-Za-z][A-Za-z0-9+.-]*:([A-Za-z0-9._~:/?#\[\]@!$&''()*+,;=-]|%[0-9A-Fa-f]{2})+$';
    else
      return true;
  end case;
exception
  when datetime_field_overflow or invalid_datetime_format then
    return false;
end;
$$;
comment on function private.has_json_format(text, text) is 'Whether a text is a date, date-time, email or uri (RFC 3339, 5321, 3986); other formats say nothing.';

create function private.json_schema_errors(p_schema jsonb, p_value jsonb, p_path text default '')
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_type text := jsonb_typeof(p_value);
  v_errors jsonb := '[]'::jsonb;
  v_key text;
  v_rule jsonb;
  v_number numeric;
  v_text text;
  v_count int;
  v_row record;
begin
  if jsonb_typeof(p_schema) = 'boolean' then
    return case when p_schema::boolean then v_errors else private.json_schema_error(p_path, 'false', 'false') end;
  end if;
  if v_type = 'number' then
    v_number := p_value::numeric;
  elsif v_type = 'string' then
    v_text := p_value #>> '{}';
  end if;

  for v_key, v_rule in select key, value from jsonb_each(p_schema) loop
    -- What a keyword says about one kind of value says nothing about the others.
    if (case v_key
        when 'type' then not exists (
          select 1
          from jsonb_array_elements_text(case jsonb_typeof(v_rule) when 'array' then v_rule else jsonb_build_array(v_rule) end) t
          where t = v_type or (t = 'integer' and v_number = trunc(v_number)))
        when 'enum' then not exists (select 1 from jsonb_array_elements(v_rule) e where e = p_value)
        when 'const' then v_rule <> p_value
        when 'minimum' then v_number < v_rule::numeric
        when 'maximum' then v_number > v_rule::numeric
        when 'exclusiveMinimum' then v_number <= v_rule::numeric
        when 'exclusiveMaximum' then v_number >= v_rule::numeric
        when 'multipleOf' then mod(v_number, v_rule::numeric) <> 0
        when 'minLength' then length(v_text) < v_rule::numeric
        when 'maxLength' then length(v_text) > v_rule::numeric
        -- A word's edge is written differently here.
        when 'pattern' then v_text !~ regexp_replace(v_rule #>> '{}', '(^|[^\\])((?:\\\\)*)\\b', '\1\2\\y', 'g')
        when 'format' then not private.has_json_format(v_text, v_rule #>> '{}')
        when 'minItems' then v_type = 'array' and jsonb_array_length(p_value) < v_rule::numeric
        when 'maxItems' then v_type = 'array' and jsonb_array_length(p_value) > v_rule::numeric
        when 'uniqueItems' then v_type = 'array' and v_rule::boolean and exists (
          select 1 from jsonb_array_elements(case v_type when 'array' then p_value else '[]' end) e group by e having count(*) > 1)
        when 'anyOf' then not exists (
          select 1 from jsonb_array_elements(v_rule) s where private.json_schema_errors(s, p_value) = '[]')
        when 'oneOf' then (
          select count(*) from jsonb_array_elements(v_rule) s where private.json_schema_errors(s, p_value) = '[]') <> 1
        when 'not' then private.json_schema_errors(v_rule, p_value) = '[]'
      end)
    then
      v_errors := v_errors || private.json_schema_error(p_path, v_key, v_rule);
    end if;

    if v_key = 'allOf' then
      for v_row in select s from jsonb_array_elements(v_rule) s loop
        v_errors := v_errors || private.json_schema_errors(v_row.s, p_value, p_path);
      end loop;
    elsif v_key = 'items' and v_type = 'array' then
      v_count := 0;
      for v_row in select e from jsonb_array_elements(p_value) e loop
        v_errors := v_errors || private.json_schema_errors(v_rule, v_row.e, p_path || '/' || v_count);
        v_count := v_count + 1;
      end loop;
    elsif v_type = 'object' then
      if v_key = 'required' then
        for v_row in select r from jsonb_array_elements_text(v_rule) r where not p_value ? r loop
          v_errors := v_errors || private.json_schema_error(
            p_path || '/' || replace(replace(v_row.r, '~', '~0'), '/', '~1'), 'required', 'true');
        end loop;
      elsif v_key = 'properties' then
        for v_row in select key, value from jsonb_each(p_value) where v_rule ? key loop
          v_errors := v_errors || private.json_schema_errors(
            v_rule -> v_row.key, v_row.value, p_path || '/' || replace(replace(v_row.key, '~', '~0'), '/', '~1'));
        end loop;
      elsif v_key = 'additionalProperties' then
        for v_row in
          select key, value from jsonb_each(p_value) where not coalesce(p_schema -> 'properties' ? key, false)
        loop
          v_text := p_path || '/' || replace(replace(v_row.key, '~', '~0'), '/', '~1');
          v_errors := v_errors || case when v_rule = 'false'
            then private.json_schema_error(v_text, 'additionalProperties', 'false')
            else private.json_schema_errors(v_rule, v_row.value, v_text) end;
        end loop;
      end if;
    end if;
  end loop;
  return v_errors;
end;
$$;
comment on function private.json_schema_errors(jsonb, jsonb, text) is
  'What is wrong with a value by a JSON Schema (draft 2020-12: the keywords that json_schema_problems lets pass) as [{path, key, expected}]: path is a JSON pointer, key the keyword. A missing property is named by its own path.';

-- 35_stock/140_fn_settle_stock.sql
create function private.settle_stock(p_order_id uuid, p_is_sold boolean)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_item public.stock_items;
begin
  -- Sorted, as they were reserved.
  for v_row in
    select stock_item_id, sum(quantity)::int as quantity
    from public.stock_reservations where order_id = p_order_id
    group by stock_item_id order by stock_item_id
  loop
    update public.stock_items
    set reserved_count = reserved_count - v_row.quantity,
        on_hand_count = on_hand_count - case when p_is_sold then v_row.quantity else 0 end
    where id = v_row.stock_item_id
    returning * into v_item;
    if p_is_sold then
      perform private.move_stock(v_item, 'sold', -v_row.quantity, '', p_order_id);
    end if;
  end loop;
  delete from public.stock_reservations where order_id = p_order_id;
end;
$$;
comment on function private.settle_stock(uuid, boolean) is 'Ends an order''s reservations: sold stock leaves the shelf, other stock is free again.';

-- 40_promotion/140_fn_evaluate_promotions.sql
create function private.find_promotions(
  p_store public.stores, p_customer_id uuid, p_at timestamptz, p_choice jsonb, p_is_dry_run boolean)
returns table (promotion public.promotions, coupon public.coupons, enrolled_share_bps int)
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
  select p, null::public.coupons, e.merchant_share_bps
  from public.promotions p
  left join public.campaign_enrolments e on p.is_for_enrolled and e.promotion_id = p.id and e.store_id = p_store.id
  where p.city_id = p_store.city_id
    and (p.store_id is null or p.store_id = p_store.id)
    and p.kind not in ('coupon', 'points')
    and (p.status = 'published' or (p_is_dry_run and p.status = 'paused'))
    and (p.ends_at is null or p.ends_at > p_at)
    and (p_is_dry_run or p.starts_at <= p_at)
    and (p_is_dry_run or not p.is_for_enrolled or e.store_id is not null);
  if coalesce(p_choice -> 'coupon_ids', '[]') = '[]' and p_choice ->> 'coupon_code' is null then
    return;
  end if;
  return query
  select p, c, e.merchant_share_bps
  from public.coupons c
  join public.promotions p on p.id = c.promotion_id
  left join public.campaign_enrolments e on p.is_for_enrolled and e.promotion_id = p.id and e.store_id = p_store.id
  where c.customer_id = p_customer_id
    and (p_choice -> 'coupon_ids' ? c.id::text or c.code = upper(p_choice ->> 'coupon_code'));
end;
$$;
comment on function private.find_promotions(public.stores, uuid, timestamptz, jsonb, boolean) is
  'Promotions that run at a store, and the coupons that its customer has chosen.';

create function private.promotion_refusal(
  p_promotion public.promotions, p_coupon public.coupons, p_enrolled_share_bps int, p_store public.stores,
  p_customer_id uuid, p_at timestamptz, p_local timestamp)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  v_left record;
begin
  if p_promotion.city_id <> p_store.city_id or p_promotion.store_id <> p_store.id then
    return 'promotion.other_store';
  elsif p_promotion.is_for_enrolled and p_enrolled_share_bps is null then
    return 'promotion.not_enrolled';
  elsif p_promotion.status = 'paused' then
    return 'promotion.paused';
  end if;
  if p_coupon.id is not null then
    -- A coupon outlives its campaign.
    if p_coupon.status not in ('issued', 'claimed', 'returned') then
      return 'promotion.coupon_unusable';
    elsif p_coupon.expires_at <= p_at then
      return 'promotion.coupon_expired';
    end if;
  elsif p_promotion.starts_at > p_at then
    return 'promotion.not_started';
  elsif p_promotion.ends_at <= p_at then
    return 'promotion.over';
  end if;
  if not private.is_in_windows(p_promotion.windows, p_local) then
    return 'promotion.not_in_window';
  end if;
  if p_promotion.budget_cents is not null or p_promotion.usage_cap is not null then
    select cents, uses into v_left from private.promotion_left(p_promotion.id);
    if v_left.cents <= 0 or v_left.uses <= 0 then
      return 'promotion.budget_spent';
    end if;
  end if;
  if p_promotion.customer_cap is not null and exists (
    select 1 from private.promotion_customers c
    where c.promotion_id = p_promotion.id and c.customer_id = p_customer_id and c.used_count >= p_promotion.customer_cap)
  then
    return 'promotion.customer_cap_reached';
  end if;
  return null;
end;
$$;
comment on function private.promotion_refusal(public.promotions, public.coupons, int, public.stores, uuid, timestamptz, timestamp) is
  'Why a promotion does not run here and now for this customer, before its conditions; null when it does.';

create function private.evaluate_promotions(
  p_store public.stores, p_customer_id uuid, p_lines jsonb, p_delivery_fee_cents bigint,
  p_fulfillment_type public.fulfillment_type, p_at timestamptz, p_choice jsonb,
  p_is_dry_run boolean default false, p_draft public.promotions default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_local timestamp;
  v_data jsonb;
  v_row record;
  v_stage text;
  v_group text;
  v_best int;
  v_saving bigint;
  v_units int;
  v_amount bigint;
  -- The promotions, each by its number.
  v_count int := 0;
  v_promotion public.promotions[] := '{}'::public.promotions[];
  v_coupon uuid[] := '{}'::uuid[];
  v_share int[] := '{}'::int[];
  v_reason text[] := '{}'::text[];
  v_detail jsonb[] := '{}'::jsonb[];
  v_value bigint[] := '{}'::bigint[];
  v_applied bigint[] := '{}'::bigint[];
  v_left_budget bigint[] := '{}'::bigint[];
  v_left_units int[] := '{}'::int[];
  -- The lines, each by its place.
  v_lines jsonb[] := array(select l from jsonb_array_elements(p_lines) l);
  v_line_promotion int[] := '{}'::int[];
  v_line_units int[] := '{}'::int[];
  v_line_cents bigint[] := array(select (l ->> 'total_cents')::bigint from jsonb_array_elements(p_lines) l);
  v_adjustments jsonb := '[]'::jsonb;
  v_explanations jsonb := '[]'::jsonb;
  v_goods bigint;
  v_left_goods bigint;
  v_left record;
  v_left_fee bigint := coalesce(p_delivery_fee_cents, 0);
begin
  select coalesce(sum(c), 0) into v_goods from unnest(v_line_cents) c;
  select p_at at time zone c.timezone into v_local from public.cities c where c.id = p_store.city_id;

  -- 1. Who runs at all, and what each would save alone.
  for v_row in
    select * from (
      select f.promotion, f.coupon, f.enrolled_share_bps
      from private.find_promotions(p_store, p_customer_id, p_at, p_choice, p_is_dry_run) f
      where p_draft.id is null or (f.promotion).id <> p_draft.id
      union all
      select p_draft, null, case when p_draft.is_for_enrolled then coalesce((
        select e.merchant_share_bps from public.campaign_enrolments e
        where e.promotion_id = p_draft.id and e.store_id = p_store.id), p_draft.enrolment_share_bps) end
      where p_draft.id is not null
    ) candidates
    order by (promotion).priority, (promotion).id, (coupon).id
  loop
    v_count := v_count + 1;
    v_promotion[v_count] := v_row.promotion;
    v_coupon[v_count] := (v_row.coupon).id;
    v_share[v_count] := coalesce(v_row.enrolled_share_bps, case (v_row.promotion).cost_bearer
      when 'merchant' then 10000 when 'shared' then (v_row.promotion).merchant_share_bps else 0 end);
    v_reason[v_count] := private.promotion_refusal(
      v_row.promotion, v_row.coupon, v_row.enrolled_share_bps, p_store, p_customer_id, p_at, v_local);
    v_applied[v_count] := 0;
    v_value[v_count] := 0;
    if v_reason[v_count] is null and ((v_row.promotion).conditions <> 'true'
      or (v_row.promotion).effect ->> 'distribution' = 'first_order')
    then
      v_data := coalesce(v_data, private.promotion_data(
        p_store, p_customer_id, p_lines, p_delivery_fee_cents, p_fulfillment_type, p_at));
      if not private.js_truthy(private.json_logic((v_row.promotion).conditions, v_data)) then
        v_reason[v_count] := 'promotion.condition_not_met';
      elsif (v_row.promotion).effect ->> 'distribution' = 'first_order'
        and v_data #> '{customer,is_first_order}' <> 'true'
      then
        v_reason[v_count] := 'promotion.first_order_only';
      end if;
    end if;
    continue when v_reason[v_count] is not null;
    if (v_row.promotion).budget_cents is not null or (v_row.promotion).usage_cap is not null then
      v_left := private.promotion_left((v_row.promotion).id);
      v_left_budget[v_count] := v_left.cents;
      v_left_units[v_count] := least(v_left.uses, 1000000);
    end if;
    if (v_row.promotion).kind in ('item_discount', 'flash_sale') then
      if (v_row.promotion).kind = 'flash_sale' then
        v_left_units[v_count] := least(v_left_units[v_count], (v_row.promotion).customer_cap - coalesce((
          select c.used_count from private.promotion_customers c
          where c.promotion_id = (v_row.promotion).id and c.customer_id = p_customer_id), 0));
      else
        v_left_units[v_count] := null;
      end if;
      v_left_units[v_count] := least(v_left_units[v_count], ((v_row.promotion).effect ->> 'max_quantity')::int);
      v_value[v_count] := (
        select coalesce(sum(private.unit_saving_cents(v_row.promotion, l) * (l ->> 'quantity')::int), 0) from unnest(v_lines) l);
    else
      v_value[v_count] := private.order_saving_cents(v_row.promotion, p_lines, v_line_cents, v_goods, v_left_fee);
    end if;
    if v_value[v_count] = 0 then
      v_reason[v_count] := case
        when (v_row.promotion).kind = 'delivery_discount' and v_left_fee = 0 then 'promotion.nothing_left'
        when (v_row.promotion).kind in ('item_discount', 'flash_sale') then 'promotion.no_target'
        else 'promotion.below_minimum' end;
    end if;
  end loop;

  -- 2. Who may not stand beside whom: the earlier priority wins.
  for i in 2 .. v_count loop
    for j in 1 .. i - 1 loop
      if v_reason[i] is null and v_reason[j] is null and (
        (v_promotion[j]).id = any ((v_promotion[i]).excludes) or (v_promotion[i]).id = any ((v_promotion[j]).excludes))
      then
        v_reason[i] := 'promotion.excluded';
        v_detail[i] := jsonb_build_object('by', (v_promotion[j]).name, 'promotion_id', (v_promotion[j]).id);
      end if;
    end loop;
  end loop;

  -- 3. Of a named stack group only the best for the customer.
  for i in 1 .. v_count loop
    for j in 1 .. v_count loop
      if i <> j and v_reason[i] is null and v_reason[j] is null
        and (v_promotion[i]).stack_group = (v_promotion[j]).stack_group
        and (v_value[j] > v_value[i] or (v_value[j] = v_value[i] and j < i))
      then
        v_reason[i] := 'promotion.other_of_group';
        v_detail[i] := jsonb_build_object('by', (v_promotion[j]).name, 'promotion_id', (v_promotion[j]).id);
      end if;
    end loop;
  end loop;

  -- 4. Item prices: each line gets the one that saves most on it.
  for n in 1 .. cardinality(v_lines) loop
    v_best := null;
    v_saving := 0;
    for i in 1 .. v_count loop
      continue when v_reason[i] is not null or (v_promotion[i]).kind not in ('item_discount', 'flash_sale');
      v_amount := private.unit_saving_cents(v_promotion[i], v_lines[n]);
      continue when v_amount = 0;
      v_units := least((v_lines[n] ->> 'quantity')::int, v_left_units[i]);
      if (v_promotion[i]).kind = 'flash_sale' then
        v_units := least(v_units, private.flash_left_count(v_promotion[i], v_lines[n]) - (
          select coalesce(sum(t.units), 0) from unnest(v_lines, v_line_promotion, v_line_units) as t (line, promotion, units)
          where t.promotion = i and t.line -> 'product_id' = v_lines[n] -> 'product_id'));
      end if;
      continue when v_units <= 0;
      v_amount := least(v_amount * v_units, ((v_promotion[i]).effect ->> 'max_discount_cents')::bigint - v_applied[i]);
      if v_amount > v_left_budget[i] then
        v_reason[i] := case when v_applied[i] = 0 then 'promotion.budget_spent' end;
        continue;
      end if;
      if v_amount > v_saving then
        v_best := i;
        v_saving := v_amount;
        v_line_units[n] := v_units;
      end if;
    end loop;
    continue when v_best is null;
    v_line_promotion[n] := v_best;
    v_units := v_line_units[n];
    v_applied[v_best] := v_applied[v_best] + v_saving;
    v_left_budget[v_best] := v_left_budget[v_best] - v_saving;
    v_left_units[v_best] := v_left_units[v_best] - v_units;
    v_line_cents[n] := v_line_cents[n] - v_saving;
    v_adjustments := v_adjustments || private.adjustment(
      v_promotion[v_best], null, v_share[v_best], 'goods', coalesce((v_lines[n] ->> 'line_number')::int, n), v_units, v_saving);
  end loop;
  for i in 1 .. v_count loop
    if v_reason[i] is null and v_applied[i] = 0 and (v_promotion[i]).kind in ('item_discount', 'flash_sale') then
      v_reason[i] := case when v_left_units[i] <= 0 then 'promotion.customer_cap_reached' else 'promotion.better_price' end;
    end if;
  end loop;

  -- 5. The rest one after another: of each group the best that is left to take.
  select coalesce(sum(c), 0) into v_left_goods from unnest(v_line_cents) c;
  foreach v_stage in array array['spend_and_save', 'coupon', 'points', 'delivery_discount'] loop
    if v_stage = 'points' then
      v_amount := private.usable_points_cents(p_customer_id, p_store.city_id, (p_choice ->> 'points')::bigint, v_left_goods);
      if v_amount > 0 then
        v_left_goods := v_left_goods - v_amount;
        v_adjustments := v_adjustments || private.points_adjustment(v_amount);
      end if;
      continue;
    end if;
    for i in 1 .. v_count loop
      continue when v_reason[i] is not null or v_applied[i] > 0 or (v_promotion[i]).kind::text <> v_stage;
      v_group := private.stack_group_of(v_promotion[i]);
      v_best := null;
      v_saving := 0;
      for j in 1 .. v_count loop
        continue when v_reason[j] is not null or (v_promotion[j]).kind::text <> v_stage
          or private.stack_group_of(v_promotion[j]) <> v_group;
        v_amount := private.order_saving_cents(v_promotion[j], p_lines, v_line_cents, v_left_goods, v_left_fee);
        if v_amount = 0 then
          v_reason[j] := case when v_value[j] > 0 and (v_left_goods = 0 or v_left_fee = 0) then 'promotion.nothing_left'
            else 'promotion.below_minimum' end;
        elsif v_amount > v_left_budget[j] then
          v_reason[j] := 'promotion.budget_spent';
        elsif v_amount > v_saving then
          v_best := j;
          v_saving := v_amount;
        end if;
      end loop;
      for j in 1 .. v_count loop
        if j <> v_best and v_reason[j] is null and (v_promotion[j]).kind::text = v_stage
          and private.stack_group_of(v_promotion[j]) = v_group
        then
          v_reason[j] := 'promotion.other_of_group';
          v_detail[j] := jsonb_build_object('by', (v_promotion[v_best]).name, 'promotion_id', (v_promotion[v_best]).id);
        end if;
      end loop;
      continue when v_best is null;
      v_applied[v_best] := v_saving;
      if v_stage = 'delivery_discount' or (v_promotion[v_best]).effect ->> 'scope' = 'delivery' then
        v_left_fee := v_left_fee - v_saving;
      else
        v_left_goods := v_left_goods - v_saving;
      end if;
      v_adjustments := v_adjustments || private.adjustment(
        v_promotion[v_best], v_coupon[v_best], v_share[v_best],
        case when v_stage = 'delivery_discount' then 'delivery' else coalesce((v_promotion[v_best]).effect ->> 'scope', 'goods') end,
        null, null, v_saving);
    end loop;
  end loop;

  for i in 1 .. v_count loop
    v_explanations := v_explanations || jsonb_build_object(
      'promotion_id', (v_promotion[i]).id, 'coupon_id', v_coupon[i], 'kind', (v_promotion[i]).kind,
      'name', (v_promotion[i]).name, 'translations', (v_promotion[i]).translations,
      'is_applied', v_applied[i] > 0, 'amount_cents', -v_applied[i],
      'reason', case when v_applied[i] = 0 then v_reason[i] end, 'detail', coalesce(v_detail[i], '{}'));
  end loop;
  return jsonb_build_object(
    'adjustments', v_adjustments,
    'explanations', v_explanations,
    'discount_cents', (select coalesce(-sum((a ->> 'amount_cents')::bigint), 0) from jsonb_array_elements(v_adjustments) a));
end;
$$;
comment on function private.evaluate_promotions(
  public.stores, uuid, jsonb, bigint, public.fulfillment_type, timestamptz, jsonb, boolean, public.promotions) is
  'Applies what runs, in the order item price, spend-and-save, coupon, points, delivery discount, and says of each promotion why or why not. A dry run also looks at paused and coming promotions and at a draft.';

-- 50_order/140_fn_announce_order.sql
create function private.announce_order(p_order public.orders, p_from public.order_status)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object(
    'order_id', p_order.id, 'number', p_order.number, 'status', p_order.status, 'from_status', p_from,
    'store_id', p_order.store_id, 'at', p_order.updated_at);
begin
  perform private.broadcast('order:' || p_order.id, 'order.updated', v_payload);
  perform private.broadcast('user:' || p_order.customer_id, 'order.updated', v_payload);
  -- A store hears of an order once it is paid.
  if p_order.placed_at is not null then
    perform private.broadcast('store:' || p_order.store_id, 'order.updated', v_payload);
    perform private.broadcast('city:' || p_order.city_id, 'order.updated', v_payload);
  end if;
end;
$$;

-- 55_booking/140_fn_settle_voucher_order.sql
create function private.settle_voucher_order(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  if exists (select 1 from public.vouchers where order_id = p_order_id and status in ('issued', 'expired')) then
    return;
  end if;
  if exists (select 1 from public.vouchers where order_id = p_order_id and status = 'redeemed') then
    perform private.apply_order_command(p_order_id, 'complete', 'system');
    perform private.complete_order(p_order_id);
  else
    v_order := private.apply_order_command(p_order_id, 'cancel', 'system', 'vouchers_refunded');
    perform private.close_order(v_order);
  end if;
end;
$$;
comment on function private.settle_voucher_order(uuid) is
  'Ends an order none of whose vouchers is open: completed and split when one was used, cancelled when all were refunded.';

create function private.refund_voucher(p_voucher public.vouchers, p_actor public.actor_role, p_reason text)
returns public.vouchers
language plpgsql
set search_path = ''
as $$
declare
  v_voucher public.vouchers := private.apply_voucher_command(p_voucher.id, 'refund', p_actor, jsonb_build_object('reason', p_reason));
  v_left bigint := (
    select coalesce(max(private.refundable_cents(p)), 0) from public.payments p where p.order_id = p_voucher.order_id);
begin
  if least(v_voucher.amount_cents, v_left) > 0 then
    perform private.refund_part(v_voucher.order_id, least(v_voucher.amount_cents, v_left), p_reason, 'merchant');
  end if;
  perform private.settle_voucher_order(v_voucher.order_id);
  return v_voucher;
end;
$$;
comment on function private.refund_voucher(public.vouchers, public.actor_role, text) is 'Gives back what was paid for one unused voucher.';

-- 75_delivery/140_fn_delivery_view.sql
create function private.delivery_view(p_order_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', d.id, 'status', d.status, 'ready_expected_at', d.ready_expected_at,
    'dropoff_expected_at', d.dropoff_expected_at, 'assigned_at', d.assigned_at,
    'eta', case when d.status not in ('delivered', 'failed', 'cancelled') and d.eta_p50_at is not null then
      jsonb_build_object('p50_at', d.eta_p50_at, 'p90_at', d.eta_p90_at) end,
    'promised_p90_at', d.promised_p90_at,
    'hand_over_code', case when exists (
        select 1 from public.orders o where o.id = d.order_id and o.customer_id = auth.uid())
      then (select c.code from private.delivery_codes c where c.delivery_id = d.id) end,
    'picked_up_at', d.picked_up_at, 'delivered_at', d.delivered_at,
    'rider', (
      select jsonb_build_object('id', r.id, 'display_name', r.display_name,
        'phone', private.mask_phone(r.phone), 'vehicle', r.vehicle,
        -- Where a rider is concerns the order only while the task is open.
        'lon', case when d.status not in ('delivered', 'failed', 'cancelled') then r.lon end,
        'lat', case when d.status not in ('delivered', 'failed', 'cancelled') then r.lat end,
        'heading', r.heading, 'position_at', r.position_at)
      from public.riders r where r.id = d.rider_id),
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'command', e.command, 'to_status', e.to_status, 'created_at', e.created_at, 'client_at', e.client_at)
        order by e.id), '[]')
      from public.delivery_events e where e.delivery_id = d.id))
  from public.deliveries d where d.order_id = p_order_id;
$$;

-- 80_dispatch/140_fn_predict.sql
create function private.kitchen_band(p_open_count bigint)
returns int
language sql
immutable
set search_path = ''
as $$
  select case when p_open_count <= 1 then 0 when p_open_count <= 4 then 1 else 2 end;
$$;
comment on function private.kitchen_band(bigint) is 'How busy a kitchen is: 0 at most one order beside this, 1 up to four, 2 more.';

create function private.learnt(p_kind text, p_subject_id uuid, p_hour int, p_band int)
returns private.learnt_quantiles
language sql
stable
set search_path = ''
as $$
  -- The closest match that has seen enough.
  select q from private.learnt_quantiles q
  where q.kind = p_kind and q.subject_id = p_subject_id and q.hour in (p_hour, -1) and q.band in (p_band, -1)
    and q.sample_count >= 5
  order by (q.hour >= 0)::int + (q.band >= 0)::int desc, q.hour desc
  limit 1;
$$;

create function private.predict_ready_at(p_order public.orders)
returns timestamptz
language sql
stable
set search_path = ''
as $$
  select p_order.accepted_at + make_interval(secs => q.p50_seconds)
  from public.cities c
  cross join lateral private.learnt('preparation', p_order.store_id,
    extract(hour from p_order.accepted_at at time zone c.timezone)::int,
    private.kitchen_band((
      select count(*) from public.orders o
      where o.store_id = p_order.store_id and o.id <> p_order.id and o.status in ('accepted', 'preparing')))) q
  where c.id = p_order.city_id and q.p50_seconds is not null;
$$;
comment on function private.predict_ready_at(public.orders) is
  'When an accepted order should be packed by what the store took at this hour and load; null while too little is known.';

create function private.estimate_dropoff(p_delivery public.deliveries, p_settings jsonb)
returns timestamptz
language plpgsql
set search_path = ''
as $$
declare
  v_factor double precision := coalesce(private.speed_factor(p_delivery.zone_id), 1);
  v_store public.stores;
  v_contact private.order_contacts;
  v_rider public.riders;
  v_at timestamptz := now();
begin
  select * into v_store from public.stores where id = p_delivery.store_id;
  select * into v_contact from private.order_contacts where order_id = p_delivery.order_id;
  select * into v_rider from public.riders where id = p_delivery.rider_id;
  if p_delivery.status = 'picked_up' and v_rider.lon is not null then
    return v_at + make_interval(secs => v_factor
      * private.ride_seconds(p_delivery.city_id, v_rider.lon, v_rider.lat, v_contact.lon, v_contact.lat)
      + coalesce((p_settings ->> 'dropoff_service_seconds')::int, 180) / 2.0);
  end if;
  if p_delivery.status = 'assigned' and v_rider.lon is not null then
    v_at := v_at + make_interval(secs => v_factor
      * private.ride_seconds(p_delivery.city_id, v_rider.lon, v_rider.lat, v_store.lon, v_store.lat));
  end if;
  return greatest(v_at, p_delivery.ready_expected_at) + make_interval(secs =>
    v_factor * private.ride_seconds(p_delivery.city_id, v_store.lon, v_store.lat, v_contact.lon, v_contact.lat)
    + coalesce((p_settings ->> 'pickup_service_seconds')::int, 180) / 2.0
    + coalesce((p_settings ->> 'dropoff_service_seconds')::int, 180) / 2.0);
end;
$$;
comment on function private.estimate_dropoff(public.deliveries, jsonb) is
  'When a delivery would be at the door if nothing else came between: kitchen, counter, ride, door.';

create function private.eta_window(p_zone_id uuid, p_stage int, p_raw_at timestamptz)
returns table (p50_at timestamptz, p90_at timestamptz)
language sql
stable
set search_path = ''
as $$
  -- The errors of the past say how wide the window is; before there are any, a quarter of the time and five minutes.
  select p_raw_at + make_interval(secs => coalesce(q.p50_seconds, 0)),
    p_raw_at + make_interval(secs => coalesce(greatest(q.p90_seconds, q.p50_seconds),
      300 + 0.25 * greatest(0, extract(epoch from p_raw_at - now()))))
  from (select 1) one
  left join lateral private.learnt('eta_error', p_zone_id, -1, p_stage) q on q.p50_seconds is not null;
$$;
comment on function private.eta_window(uuid, int, timestamptz) is 'The window around an estimate that held half the time (p50) and nine times in ten (p90).';

create function private.predict_eta(p_delivery_id uuid, p_stage int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_raw timestamptz;
  v_window record;
begin
  select * into v_delivery from public.deliveries where id = p_delivery_id;
  v_raw := private.estimate_dropoff(v_delivery, private.dispatch_settings(v_delivery.zone_id));
  select * into v_window from private.eta_window(v_delivery.zone_id, p_stage, v_raw);
  update public.deliveries
  set eta_p50_at = v_window.p50_at, eta_p90_at = v_window.p90_at,
      promised_p90_at = coalesce(promised_p90_at, v_window.p90_at)
  where id = p_delivery_id;
  -- The first word counts; a second rider's is not compared with the first's.
  insert into private.eta_predictions (delivery_id, stage, zone_id, raw_at, p50_at, p90_at)
  values (p_delivery_id, p_stage, v_delivery.zone_id, v_raw, v_window.p50_at, v_window.p90_at)
  on conflict do nothing;
end;
$$;
comment on function private.predict_eta(uuid, int) is 'Tells a delivery when it will be at the door, and remembers what was told: 0 begun, 1 has a rider, 2 picked up.';

create function private.plan_etas(p_etas jsonb)
returns void
language sql
set search_path = ''
as $$
  update public.deliveries d
  set eta_p50_at = w.p50_at, eta_p90_at = w.p90_at
  from jsonb_to_recordset(p_etas) e (delivery_id uuid, dropoff_at double precision)
  join public.deliveries x on x.id = e.delivery_id
  cross join lateral private.eta_window(x.zone_id,
    case x.status when 'picked_up' then 2 when 'assigned' then 1 when 'arrived_at_store' then 1 else 0 end,
    to_timestamp(e.dropoff_at)) w
  where d.id = e.delivery_id and d.status in ('unassigned', 'offered', 'assigned', 'arrived_at_store', 'picked_up');
$$;
comment on function private.plan_etas(jsonb) is 'The planned tours know better when each door is reached.';

create function public.predict_eta(p_order_id uuid)
returns jsonb
language plpgsql
stable
security definer -- anyone who may see the order may know when it comes
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
begin
  if not private.can_see_order(p_order_id) then
    perform private.raise('order.not_found', 404);
  end if;
  select * into v_delivery from public.deliveries where order_id = p_order_id;
  if not found then
    return null;
  end if;
  return jsonb_build_object('delivery_id', v_delivery.id, 'status', v_delivery.status,
    'p50_at', v_delivery.eta_p50_at, 'p90_at', v_delivery.eta_p90_at, 'promised_p90_at', v_delivery.promised_p90_at,
    'delivered_at', v_delivery.delivered_at);
end;
$$;
comment on function public.predict_eta(uuid) is
  'When an order will be at the door: {p50_at, p90_at} as of now, promised_p90_at as first told. Null without a delivery.';

-- 88_screen/140_fn_describe_resources.sql
create function public.describe_resources(p_known_version text default null)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_catalogue private.resource_catalogues := private.resource_catalogue();
  v_rights jsonb := private.my_rights();
  v_fields jsonb;
  v_version text;
begin
  perform private.require_user();
  select coalesce(jsonb_object_agg(f.resource, f.fields), '{}') into v_fields
  from (
    select c.resource, jsonb_agg(jsonb_build_object('key', c.key, 'schema', c.schema, 'labels', c.labels, 'help', c.help,
      'is_required', c.is_required, 'is_internal', c.is_internal) order by c.sort_order, c.key) as fields
    from public.custom_fields c where c.is_active group by c.resource
  ) f;
  v_version := md5(v_catalogue.version || v_rights::text || v_fields::text);
  if v_version = p_known_version then
    return jsonb_build_object('version', v_version, 'resources', null);
  end if;
  return jsonb_build_object('version', v_version, 'resources', coalesce((
    select jsonb_agg(r || jsonb_build_object(
      'rights', v_rights -> (r ->> 'name'),
      'custom_fields', coalesce(v_fields -> (r ->> 'name'), '[]'),
      'custom_labels', (select x.labels from public.custom_resources x where x.name = r ->> 'name'),
      'row_estimate', (select greatest(c.reltuples, 0)::bigint from pg_catalog.pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relname = r ->> 'name')) order by r ->> 'name')
    from jsonb_array_elements(v_catalogue.resources) r
    where v_rights -> (r ->> 'name') ->> 'select' <> 'none' or v_rights -> (r ->> 'name') ->> 'insert' <> 'none'), '[]'));
end;
$$;
comment on function public.describe_resources(text) is
  'The exposed tables as the caller may use them: {version, resources: [{name, kind, comment, has_rls, is_custom, primary_key, label_column, columns, checks, policies, children, rights, custom_fields, row_estimate}]}. resources is null when p_known_version is still true.';

-- 10_identity/145_fn_set_default_address.sql
create function public.set_default_address(p_address_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_user();
  perform 1 from public.addresses where id = p_address_id and user_id = auth.uid();
  if not found then
    perform private.raise('identity.address_not_found', 404);
  end if;
  update public.addresses set is_default = false where user_id = auth.uid() and is_default and id <> p_address_id;
  update public.addresses set is_default = true where id = p_address_id;
end;
$$;
comment on function public.set_default_address(uuid) is 'Makes one of the caller''s addresses the default, and no other.';

-- 40_promotion/145_fn_apply_promotions.sql
create function private.apply_promotions(
  p_store public.stores, p_customer_id uuid, p_lines jsonb, p_delivery_fee_cents bigint,
  p_fulfillment_type public.fulfillment_type, p_at timestamptz, p_choice jsonb default '{}')
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return private.evaluate_promotions(
    p_store, p_customer_id, p_lines, p_delivery_fee_cents, p_fulfillment_type, p_at, coalesce(p_choice, '{}'));
end;
$$;
comment on function private.apply_promotions(
  public.stores, uuid, jsonb, bigint, public.fulfillment_type, timestamptz, jsonb) is
  'Discounts of a priced cart: {adjustments, explanations, discount_cents}. p_choice: {coupon_ids, coupon_code, points}.';

-- 00_platform/150_fn_outbox.sql
create function private.enqueue_message(p_kind text, p_payload jsonb)
returns void
language sql
set search_path = ''
as $$
  insert into private.outbox_messages (kind, payload) values (p_kind, p_payload);
$$;

create function public.claim_outbox_messages(p_limit int default 50, p_lease_seconds int default 60)
returns table (id uuid, kind text, payload jsonb, attempts int)
language sql
security definer -- the outbox is private; execute is granted to service_role only
set search_path = ''
as $$
  with due as (
    select m.id
    from private.outbox_messages m
    where m.finished_at is null and m.available_at <= now() and m.attempt_count < 8
    order by m.available_at
    limit least(p_limit, 200)
    for update skip locked
  )
  update private.outbox_messages m
  set available_at = now() + make_interval(secs => greatest(p_lease_seconds, 5)),
      attempt_count = m.attempt_count + 1
  from due
  where m.id = due.id
  returning m.id, m.kind, m.payload, m.attempt_count;
$$;
comment on function public.claim_outbox_messages(int, int) is
  'Leases due messages to the workflow engine. A message that is not finished before its lease ends comes again, eight times at most.';

create function public.finish_outbox_message(p_id uuid, p_error text default null)
returns void
language sql
security definer -- the outbox is private; execute is granted to service_role only
set search_path = ''
as $$
  update private.outbox_messages
  set finished_at = case when p_error is null or attempt_count >= 8 then now() end,
      last_error = left(p_error, 500),
      available_at = case when p_error is null then available_at
        else now() + make_interval(secs => least(3600, 5 * 2 ^ attempt_count)) end
  where id = p_id and finished_at is null;
$$;
comment on function public.finish_outbox_message(uuid, text) is
  'Ends a message, or puts it back with a growing delay; given up after eight attempts.';

create function public.record_workflow_failure(p_workflow text, p_execution text, p_message text)
returns void
language sql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  insert into public.workflow_failures (workflow, execution, message)
  values (left(p_workflow, 200), left(p_execution, 200), left(p_message, 2000));
$$;
comment on function public.record_workflow_failure(text, text, text) is 'Keeps what the error workflow reports.';

create function private.nudge_workflows()
returns trigger
language plpgsql
security definer -- net and settings are not granted to the writer
set search_path = ''
as $$
declare
  v_url text := private.setting('workflow.outbox_webhook_url') #>> '{}';
  v_key text;
begin
  if v_url is not null and exists (select 1 from added) then
    select decrypted_secret into v_key from vault.decrypted_secrets where name = 'workflow_webhook_key';
    perform net.http_post(
      url => v_url,
      body => '{}'::jsonb,
      headers => jsonb_build_object('content-type', 'application/json', 'x-linli-key', coalesce(v_key, '')),
      timeout_milliseconds => 5000);
  end if;
  return null;
end;
$$;

-- 05_map/150_fn_city_conditions.sql
create function private.live_conditions(p_city_id uuid, p_at timestamptz)
returns text[]
language sql
stable
set search_path = ''
as $$
  select coalesce(array_agg(c.condition), '{}')
  from public.city_conditions c
  where c.city_id = p_city_id and c.starts_at <= p_at and c.ends_at > p_at;
$$;
comment on function private.live_conditions(uuid, timestamptz) is 'What lies over a city at an instant.';

create function public.set_city_condition(
  p_city_id uuid, p_condition text, p_ends_at timestamptz, p_starts_at timestamptz default now(), p_source text default 'ops')
returns jsonb
language plpgsql
security definer -- conditions are written by this function only
set search_path = ''
as $$
declare
  v_row public.city_conditions;
begin
  if (select auth.role()) is distinct from 'service_role' then
    perform private.require_ops_role('operations');
  end if;
  if not exists (select 1 from public.cities where id = p_city_id) then
    perform private.raise('map.city_not_found', 404);
  end if;
  if p_condition is null or p_condition !~ '^[a-z_]{2,30}$' then
    perform private.raise('map.condition_invalid', 422);
  end if;
  if p_ends_at is null or p_ends_at <= greatest(now(), p_starts_at) then
    delete from public.city_conditions where city_id = p_city_id and condition = p_condition;
    return null;
  end if;
  insert into public.city_conditions as c (city_id, condition, starts_at, ends_at, source)
  values (p_city_id, p_condition, coalesce(p_starts_at, now()), p_ends_at, left(coalesce(p_source, ''), 60))
  on conflict (city_id, condition) do update
    set starts_at = excluded.starts_at, ends_at = excluded.ends_at, source = excluded.source
  returning * into v_row;
  return to_jsonb(v_row);
end;
$$;
comment on function public.set_city_condition(uuid, text, timestamptz, timestamptz, text) is
  'Says until when a condition lies over a city; an end that is past or null lifts it. For ops and for a weather service.';

-- 10_identity/150_fn_set_ops_member.sql
create function public.set_ops_member(p_account text, p_role public.ops_role default null)
returns jsonb
language plpgsql
security definer -- memberships are written by this command only
set search_path = ''
as $$
declare
  v_user_id uuid;
begin
  perform private.require_ops_role('admin');
  select u.id into v_user_id
  from auth.users u
  where u.id::text = p_account or lower(u.email) = lower(p_account) or u.phone = ltrim(p_account, '+')
  limit 1;
  if v_user_id is null then
    perform private.raise('identity.person_not_found', 404);
  end if;
  -- Two administrators who remove each other wait here.
  perform 1 from public.ops_members where role = 'admin' order by user_id for update;
  if p_role is distinct from 'admin'
    and exists (select 1 from public.ops_members where user_id = v_user_id and role = 'admin')
    and not exists (select 1 from public.ops_members where user_id <> v_user_id and role = 'admin')
  then
    perform private.raise('identity.last_admin', 409);
  end if;
  if p_role is null then
    delete from public.ops_members where user_id = v_user_id;
  else
    insert into public.ops_members (user_id, role) values (v_user_id, p_role)
    on conflict (user_id) do update set role = excluded.role;
  end if;
  return jsonb_build_object('user_id', v_user_id, 'role', p_role);
end;
$$;
comment on function public.set_ops_member(text, public.ops_role) is
  'An administrator gives a person (user id, e-mail or phone) a role in the back office, or takes it with a null role. The last administrator stays.';

create function public.list_ops_members()
returns table (user_id uuid, display_name text, account text, role public.ops_role, created_at timestamptz)
language plpgsql
stable
security definer -- contacts live in auth.users
set search_path = ''
as $$
begin
  perform private.require_ops_role('admin');
  return query
  select m.user_id, p.display_name,
    coalesce(nullif(private.mask_phone(u.phone::text), '****'), regexp_replace(u.email, '^(.).*@', '\1***@')),
    m.role, m.created_at
  from public.ops_members m
  join auth.users u on u.id = m.user_id
  left join public.profiles p on p.id = m.user_id
  order by m.created_at, m.user_id;
end;
$$;
comment on function public.list_ops_members() is 'Staff of the operator with masked contacts; for administrators.';

-- 20_store/150_fn_find_stores.sql
create function private.near_listings(
  p_here extensions.geography, p_rank int, p_meters double precision, p_at timestamptz, p_city_id uuid, p_category_ids uuid[],
  p_pattern text, p_sort text, p_after_sort double precision, p_after_meters double precision, p_after_id uuid, p_limit int)
returns table (
  store_id uuid, rank int, sort double precision, meters double precision, rate_card_id uuid, timezone text, is_open boolean)
language plpgsql
stable
rows 20
-- The nearest come out of the index in order: to fetch all within reach and sort them is never better.
set enable_sort = off
set enable_bitmapscan = off
-- Planned once a session: planning costs more than the answer.
set plan_cache_mode = force_generic_plan
set search_path = ''
as $$
declare
  v_point extensions.geometry := p_here::extensions.geometry;
begin
  -- rank: 0 delivers to the place now, 1 delivers there but is closed, 2 does not deliver there.
  if p_sort = 'distance' then
    return query
    select l.store_id, p_rank, 0.0::double precision, l.location operator(extensions.<->) p_here,
      l.rate_card_id, l.timezone, l.open_periods operator(pg_catalog.@>) p_at
    from private.store_listings l
    where l.location operator(extensions.&&) extensions._st_expand(p_here, p_meters)
      and p_rank = case
        when l.location operator(extensions.<->) p_here > l.reach_meters or l.paused_until > p_at
          or not extensions.st_covers(l.delivery_area, v_point) then 2
        when l.open_periods operator(pg_catalog.@>) p_at then 0
        else 1 end
      and (p_city_id is null or l.city_id = p_city_id)
      and (p_category_ids is null or l.category_id = any (p_category_ids))
      and (p_pattern is null or l.name ilike p_pattern or private.listing_sells(l.store_id, p_pattern))
      and (p_after_id is null or l.location operator(extensions.<->) p_here > p_after_meters
        or (l.location operator(extensions.<->) p_here = p_after_meters and l.store_id > p_after_id))
    -- All at the last distance come along; who asks puts equals in order and cuts.
    order by l.location operator(extensions.<->) p_here
    fetch first (p_limit) rows with ties;
  else
    return query
    select n.store_id, p_rank, n.sort, n.meters, n.rate_card_id, n.timezone, n.is_open
    from (
      select l.store_id, l.location operator(extensions.<->) p_here as meters, l.rate_card_id, l.timezone,
        l.open_periods operator(pg_catalog.@>) p_at as is_open,
        case p_sort when 'rating' then -coalesce(l.rating_average, 0) else -l.monthly_sales_count end::double precision as sort
      from private.store_listings l
      where l.location operator(extensions.&&) extensions._st_expand(p_here, p_meters)
        and p_rank = case
          when l.location operator(extensions.<->) p_here > l.reach_meters or l.paused_until > p_at
            or not extensions.st_covers(l.delivery_area, v_point) then 2
          when l.open_periods operator(pg_catalog.@>) p_at then 0
          else 1 end
        and (p_city_id is null or l.city_id = p_city_id)
        and (p_category_ids is null or l.category_id = any (p_category_ids))
        and (p_pattern is null or l.name ilike p_pattern or private.listing_sells(l.store_id, p_pattern))
    ) n
    where p_after_id is null or (n.sort, n.meters, n.store_id) > (p_after_sort, p_after_meters, p_after_id)
    order by n.sort, n.meters, n.store_id
    limit p_limit;
  end if;
end;
$$;
comment on function private.near_listings(extensions.geography, int, double precision, timestamptz, uuid, uuid[], text, text, double precision, double precision, uuid, int) is
  'Listings of one rank within a distance, in order, after a place in that order; with all that tie with the last one.';

create function private.listing_sells(p_store_id uuid, p_pattern text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.products p
    where p.store_id = p_store_id and p.is_available and p.status = 'published'
      and (p.name ilike p_pattern or p.translations #>> '{en,name}' ilike p_pattern));
$$;
comment on function private.listing_sells(uuid, text) is 'Whether a store has something on its menu with such a name.';

create function public.find_stores(
  p_lon double precision,
  p_lat double precision,
  p_city_id uuid default null,
  p_category_slug text default null,
  p_query text default null,
  p_sort text default 'distance',
  p_limit int default 20,
  p_after text default null)
returns table (
  id uuid, city_id uuid, name text, translations jsonb, category_slug text, image_path text,
  lon double precision, lat double precision, rating_average numeric, rating_count int,
  monthly_sales_count int, preparation_minutes int, minimum_order_cents bigint, currency text,
  distance_meters int, delivery_fee_cents bigint, estimated_minutes int,
  is_open boolean, is_deliverable boolean, promotions jsonb, page_cursor text)
language plpgsql
stable
security definer -- reads listings of published stores only; the same for everyone
-- Planned once a session: planning costs more than the answer.
set plan_cache_mode = force_generic_plan
set search_path = ''
as $$
declare
  v_at timestamptz := now();
  v_here extensions.geography;
  v_category_ids uuid[];
  v_pattern text := '%' || replace(replace(replace(nullif(trim(p_query), ''), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  v_limit int := least(greatest(p_limit, 1), 100);
  v_reach int;
  v_after text[] := string_to_array(p_after, '/');
  v_rank int := 0;
  v_ids uuid[] := '{}'::uuid[];
  v_ranks int[] := '{}'::int[];
  v_sorts double precision[] := '{}'::double precision[];
  v_meters double precision[] := '{}'::double precision[];
  v_card_ids uuid[] := '{}'::uuid[];
  v_timezones text[] := '{}'::text[];
  v_open boolean[] := '{}'::boolean[];
begin
  perform private.check_point(p_lon, p_lat);
  if p_sort not in ('distance', 'rating', 'sales') then
    perform private.raise('store.sort_unknown', 400);
  end if;
  if p_after !~ '^[012](/-?\d+(\.\d+)?(e-?\d+)?){2}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform private.raise('store.cursor_invalid', 400);
  end if;
  v_here := private.point(p_lon, p_lat)::extensions.geography;
  if p_category_slug is not null then
    with recursive wanted as (
      select c.id from public.categories c where c.slug = p_category_slug
      union
      select c.id from public.categories c join wanted w on c.parent_id = w.id
    )
    select coalesce(array_agg(w.id), '{}') into v_category_ids from wanted w;
  end if;
  select max(r.reach_meters) into v_reach from public.rate_cards r;
  v_rank := coalesce(v_after[1]::int, 0);
  -- Those that deliver here now, then those that are closed, then those that do not come so far.
  while v_rank <= 2 and cardinality(v_ids) < v_limit loop
    select v_ids || coalesce(array_agg(n.store_id), '{}'), v_ranks || coalesce(array_agg(n.rank), '{}'),
      v_sorts || coalesce(array_agg(n.sort), '{}'), v_meters || coalesce(array_agg(n.meters), '{}'),
      v_card_ids || coalesce(array_agg(n.rate_card_id), '{}'), v_timezones || coalesce(array_agg(n.timezone), '{}'), v_open || coalesce(array_agg(n.is_open), '{}')
    into v_ids, v_ranks, v_sorts, v_meters, v_card_ids, v_timezones, v_open
    from (
      select n.* 
    from private.near_listings(
      v_here, v_rank, case v_rank when 2 then greatest(v_reach, 30000) else v_reach end, v_at,
      p_city_id, v_category_ids, v_pattern, p_sort,
      case when v_after[1]::int = v_rank then v_after[2]::double precision end,
      case when v_after[1]::int = v_rank then v_after[3]::double precision end,
      case when v_after[1]::int = v_rank then v_after[4]::uuid end,
      v_limit - cardinality(v_ids)) n
      order by n.sort, n.meters, n.store_id
      limit v_limit - cardinality(v_ids)) n;
    v_rank := v_rank + 1;
  end loop;
  return query
  select s.id, s.city_id, s.name, s.translations, c.slug, s.image_path, s.lon, s.lat, s.rating_average, s.rating_count,
    s.monthly_sales_count, w.minutes, s.minimum_order_cents, t.currency, round(n.meters)::int, f.cents,
    private.estimate_minutes(w.minutes, n.meters), n.is_open, n.rank < 2, coalesce(g.tags, '[]'),
    concat_ws('/', n.rank, n.sort, n.meters, s.id)
  from unnest(v_ids, v_ranks, v_sorts, v_meters, v_open) with ordinality as n (store_id, rank, sort, meters, is_open, line)
  join public.stores s on s.id = n.store_id
  join public.categories c on c.id = s.category_id
  join public.cities t on t.id = s.city_id
  cross join lateral (select private.preparation_minutes(s, v_at) as minutes offset 0) w
  left join (
    -- The cart is not known yet: no amount and no weight is asked.
    select l.item, sum(l.amount_cents)::bigint as cents
    from private.rate_lines(v_card_ids, v_meters, v_timezones, p_lon, p_lat, null, 0, v_at) l
    group by l.item
  ) f on f.item = n.line
  left join private.list_promotion_tags(v_ids) g on g.store_id = n.store_id
  order by n.line;
end;
$$;
comment on function public.find_stores(double precision, double precision, uuid, text, text, text, int, text) is
  'Visible stores around a point: those that deliver there now, then the closed, then those too far (within 30 km). p_sort: distance, rating or sales; p_query matches stores and products; p_after is the page_cursor of the last row seen.';

-- 30_catalog/150_fn_json_schema_problems.sql
create function private.json_schema_problems(p_schema jsonb, p_path text default '')
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  c_shape constant jsonb := '{
    "type": "object",
    "additionalProperties": false,
    "properties": {
      "$schema": {"type": "string"}, "$comment": {"type": "string"}, "title": {"type": "string"},
      "description": {"type": "string"}, "default": true, "examples": {"type": "array"},
      "deprecated": {"type": "boolean"}, "readOnly": {"type": "boolean"}, "writeOnly": {"type": "boolean"},
      "type": {"anyOf": [
        {"enum": ["null", "boolean", "object", "array", "number", "string", "integer"]},
        {"type": "array", "minItems": 1, "uniqueItems": true,
          "items": {"enum": ["null", "boolean", "object", "array", "number", "string", "integer"]}}]},
      "enum": {"type": "array", "minItems": 1}, "const": true,
      "properties": {"type": "object", "additionalProperties": {"type": ["object", "boolean"]}},
      "required": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
      "additionalProperties": {"type": ["object", "boolean"]}, "items": {"type": ["object", "boolean"]},
      "minItems": {"type": "integer", "minimum": 0}, "maxItems": {"type": "integer", "minimum": 0},
      "uniqueItems": {"type": "boolean"},
      "minimum": {"type": "number"}, "maximum": {"type": "number"},
      "exclusiveMinimum": {"type": "number"}, "exclusiveMaximum": {"type": "number"},
      "multipleOf": {"type": "number", "exclusiveMinimum": 0},
      "minLength": {"type": "integer", "minimum": 0}, "maxLength": {"type": "integer", "minimum": 0},
      "pattern": {"type": "string"}, "format": {"enum": ["date", "date-time", "email", "uri", "textarea"]},
      "allOf": {"type": "array", "minItems": 1, "items": {"type": ["object", "boolean"]}},
      "anyOf": {"type": "array", "minItems": 1, "items": {"type": ["object", "boolean"]}},
      "oneOf": {"type": "array", "minItems": 1, "items": {"type": ["object", "boolean"]}},
      "not": {"type": ["object", "boolean"]}
    }
  }'::jsonb;
  v_problems jsonb;
  v_row record;
begin
  if jsonb_typeof(p_schema) = 'boolean' then
    return '[]'::jsonb;
  elsif jsonb_typeof(p_schema) <> 'object' then
    return private.json_schema_error(p_path, 'type', '"object"');
  end if;
  -- Labels, translations and hints for forms are the apps' own.
  v_problems := private.json_schema_errors(
    c_shape, coalesce((select jsonb_object_agg(key, value) from jsonb_each(p_schema) where key not like 'x-%'), '{}'), p_path);
  if v_problems <> '[]' then
    return v_problems;
  end if;
  if p_schema ? 'pattern' then
    begin
      perform '' ~ (p_schema ->> 'pattern');
    exception when invalid_regular_expression then
      v_problems := v_problems || private.json_schema_error(p_path || '/pattern', 'pattern', '"regular expression"');
    end;
  end if;
  for v_row in
    select k || coalesce('/' || s.step, '') as path, s.part
    from unnest(array['properties', 'allOf', 'anyOf', 'oneOf', 'additionalProperties', 'items', 'not']) k
    cross join lateral (
      select e.key as step, e.value as part from jsonb_each(p_schema -> k) e where k = 'properties'
      union all
      select (a.n - 1)::text, a.part from jsonb_array_elements(case when k like '%Of' then p_schema -> k end) with ordinality as a (part, n)
      union all
      select null, p_schema -> k where k in ('additionalProperties', 'items', 'not') and p_schema ? k
    ) s
  loop
    v_problems := v_problems || private.json_schema_problems(v_row.part, p_path || '/' || v_row.path);
  end loop;
  return v_problems;
end;
$$;
comment on function private.json_schema_problems(jsonb, text) is
  'What is wrong with a JSON Schema itself as [{path, key, expected}]: keywords that json_schema_errors does not know are refused, not ignored.';

-- 35_stock/150_fn_release_stock_line.sql
create function private.release_stock_line(p_order_item_id uuid, p_quantity int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  -- Sorted, as they were reserved. A piece of the line may take several of a modifier.
  for v_row in
    select r.stock_item_id, r.quantity, r.quantity / i.quantity * p_quantity as released
    from public.stock_reservations r
    join public.order_items i on i.id = r.order_item_id
    where r.order_item_id = p_order_item_id
    order by r.stock_item_id
  loop
    if p_quantity < 1 or v_row.released > v_row.quantity then
      perform private.raise('stock.release_invalid', 422, jsonb_build_object('order_item_id', p_order_item_id));
    end if;
    update public.stock_items set reserved_count = reserved_count - v_row.released where id = v_row.stock_item_id;
    if v_row.released = v_row.quantity then
      delete from public.stock_reservations
      where order_item_id = p_order_item_id and stock_item_id = v_row.stock_item_id;
    else
      update public.stock_reservations set quantity = quantity - v_row.released
      where order_item_id = p_order_item_id and stock_item_id = v_row.stock_item_id;
    end if;
  end loop;
end;
$$;
comment on function private.release_stock_line(uuid, int) is
  'Frees what so many pieces of an order line hold. To be called before the line''s own quantity is changed.';

-- 40_promotion/150_fn_allocate_discount.sql
create function private.allocate_discount(p_lines jsonb, p_amount_cents bigint)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  with lines as (
    select (l ->> 'line_number')::int as line_number, (l ->> 'amount_cents')::bigint as cents,
      sum((l ->> 'amount_cents')::bigint) over () as total
    from jsonb_array_elements(p_lines) l
  ),
  shares as (
    select line_number, trunc(p_amount_cents * cents::numeric / nullif(total, 0)) as share,
      p_amount_cents * cents::numeric % nullif(total, 0) as rest
    from lines
  ),
  ranked as (
    select line_number, coalesce(share, 0) as share,
      row_number() over (order by abs(rest) desc, line_number) as place,
      p_amount_cents - coalesce(sum(share) over (), p_amount_cents) as missing
    from shares
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'line_number', line_number,
    'amount_cents', (share + case when place <= abs(missing) then sign(missing) else 0 end)::bigint) order by line_number), '[]')
  from ranked;
$$;
comment on function private.allocate_discount(jsonb, bigint) is
  'Spreads an amount over lines [{line_number, amount_cents}] in proportion to what they cost, the odd cents to the largest remainders: the parts always sum to the amount.';

-- 50_order/150_fn_order_answer.sql
create function private.order_answer(p_order public.orders)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id, 'number', p_order.number, 'status', p_order.status, 'store_id', p_order.store_id,
    'total_cents', p_order.total_cents, 'currency', p_order.currency, 'updated_at', p_order.updated_at);
$$;
comment on function private.order_answer(public.orders) is 'What every order command returns.';

-- 55_booking/150_fn_voucher_answer.sql
create function private.voucher_answer(p_voucher public.vouchers)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_voucher.id, 'order_id', p_voucher.order_id, 'status', p_voucher.status, 'code_hint', p_voucher.code_hint,
    'amount_cents', p_voucher.amount_cents, 'expires_at', p_voucher.expires_at, 'redeemed_at', p_voucher.redeemed_at,
    'name', i.name, 'translations', i.translations)
  from public.order_items i where i.id = p_voucher.order_item_id;
$$;
comment on function private.voucher_answer(public.vouchers) is 'A voucher as apps show it, without its code.';

-- 75_delivery/150_fn_close_delivery.sql
create function private.check_proof_photo(p_delivery_id uuid, p_photo_path text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_photo_path is not null and (
    p_photo_path !~ ('^proofs/' || p_delivery_id || '/[^/]+$')
    or not exists (select 1 from storage.objects o where o.bucket_id = 'proofs' and o.name = p_photo_path))
  then
    perform private.raise('delivery.photo_invalid', 422);
  end if;
end;
$$;
comment on function private.check_proof_photo(uuid, text) is 'A photo, where one is named, is there and is this delivery''s.';

create function private.is_code_wrong(p_delivery_id uuid, p_code text)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_code private.delivery_codes;
begin
  select * into v_code from private.delivery_codes where delivery_id = p_delivery_id for update;
  if not found or p_code is null then
    return false;
  end if;
  if v_code.wrong_count >= 5 then
    perform private.raise('delivery.code_locked', 429);
  end if;
  if p_code = v_code.code then
    return false;
  end if;
  update private.delivery_codes set wrong_count = wrong_count + 1 where delivery_id = p_delivery_id;
  return true;
end;
$$;
comment on function private.is_code_wrong(uuid, text) is
  'Whether this is not the customer''s code. Wrong ones are counted, so the caller must answer and not raise; after five only ops can finish.';

create function private.keep_proof(p_delivery public.deliveries, p_rider public.riders, p_proof jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_rule text;
  v_code text;
begin
  select proof_rule into v_rule from public.dispatch_parameters where zone_id = p_delivery.zone_id;
  select code into v_code from private.delivery_codes where delivery_id = p_delivery.id;
  -- A code that was promised to the customer is asked for even after the zone's rule changed.
  if (v_code is not null and p_proof ->> 'code' is null)
    or (v_rule = 'photo' and p_proof ->> 'photo_path' is null and v_code is null)
  then
    perform private.raise('delivery.proof_required', 422,
      jsonb_build_object('kind', case when v_code is not null then 'code' else 'photo' end));
  end if;
  perform private.check_proof_photo(p_delivery.id, p_proof ->> 'photo_path');
  if v_code is not null or p_proof ->> 'photo_path' is not null then
    insert into public.delivery_proofs (delivery_id, kind, photo_path, lon, lat, created_by)
    values (p_delivery.id, case when p_proof ->> 'photo_path' is not null then 'photo' else 'code' end,
      p_proof ->> 'photo_path', p_rider.lon, p_rider.lat, p_rider.id)
    on conflict (delivery_id) do nothing;
  end if;
end;
$$;
comment on function private.keep_proof(public.deliveries, public.riders, jsonb) is
  'What the zone asks for at the door: nothing, a photo in proofs/<delivery id>/, or the customer''s code.';

create function private.close_delivery(p_delivery public.deliveries)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  update private.eta_predictions set actual_at = p_delivery.delivered_at where delivery_id = p_delivery.id;
  select * into v_order from public.orders where id = p_delivery.order_id;
  -- Late by the rider, not by the kitchen.
  if p_delivery.delivered_at > p_delivery.dropoff_expected_at + private.setting_interval('delivery.late_after_seconds', 600)
    and coalesce(v_order.ready_at, v_order.accepted_at) <= p_delivery.ready_expected_at + interval '5 minutes'
  then
    insert into public.breach_records (rider_id, delivery_id, kind, detail)
    values (p_delivery.rider_id, p_delivery.id, 'late', jsonb_build_object(
      'late_seconds', round(extract(epoch from p_delivery.delivered_at - p_delivery.dropoff_expected_at))))
    on conflict do nothing;
  end if;
end;
$$;
comment on function private.close_delivery(public.deliveries) is 'Delivered: what was predicted meets what came true; a late rider gets a breach record.';

-- 80_dispatch/150_fn_learn.sql
create function private.record_leg(p_delivery public.deliveries)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_from record;
  v_contact private.order_contacts;
  v_seconds double precision;
  v_actual double precision;
begin
  -- From the last counter or door of this rider to this door.
  select e.created_at, case when e.to_status = 'picked_up' then s.lon else k.lon end as lon,
    case when e.to_status = 'picked_up' then s.lat else k.lat end as lat
  into v_from
  from public.delivery_events e
  join public.deliveries d on d.id = e.delivery_id
  join public.stores s on s.id = d.store_id
  join private.order_contacts k on k.order_id = d.order_id
  where e.rider_id = p_delivery.rider_id and e.to_status in ('picked_up', 'delivered')
    and e.created_at > now() - interval '2 hours'
  order by e.id desc
  limit 1;
  select * into v_contact from private.order_contacts where order_id = p_delivery.order_id;
  if v_from.lon is null or p_delivery.zone_id is null then
    return;
  end if;
  v_actual := extract(epoch from now() - v_from.created_at);
  v_seconds := private.ride_seconds(p_delivery.city_id, v_from.lon, v_from.lat, v_contact.lon, v_contact.lat);
  -- Steps across the yard and forgotten taps teach nothing.
  if v_seconds >= 60 and v_actual between v_seconds / 5 and v_seconds * 5 then
    insert into private.travel_legs (delivery_id, zone_id, hour, expected_seconds, actual_seconds)
    select p_delivery.id, p_delivery.zone_id, extract(hour from now() at time zone c.timezone)::int, v_seconds, v_actual
    from public.cities c where c.id = p_delivery.city_id;
  end if;
end;
$$;
comment on function private.record_leg(public.deliveries) is 'A rider reached a door: what the ride took beside what the map said.';

create function private.learn_speeds()
returns void
language sql
set search_path = ''
as $$
  -- Ten minutes at the map's speed weigh against few legs.
  insert into private.speed_factors as f (zone_id, hour, factor, leg_count)
  select zone_id, hour,
    greatest(0.3, least(5, (sum(actual_seconds) + 600) / (sum(expected_seconds) + 600))), count(*)
  from private.travel_legs
  where created_at > now() - interval '28 days'
  group by zone_id, hour
  on conflict (zone_id, hour) do update
    set factor = excluded.factor, leg_count = excluded.leg_count, learnt_at = now();
$$;

create function private.learn_durations()
returns void
language sql
set search_path = ''
as $$
  with done as (
    select d.*, o.accepted_at, o.ready_at, o.slot_starts_at, c.timezone
    from public.deliveries d
    join public.orders o on o.id = d.order_id
    join public.cities c on c.id = d.city_id
    where d.status = 'delivered' and d.delivered_at > now() - interval '28 days'
  ), steps as (
    select d.id, d.store_id, d.zone_id,
      max(e.created_at) filter (where e.to_status = 'arrived_at_store') as at_store_at,
      max(e.created_at) filter (where e.to_status = 'picked_up') as picked_at,
      max(e.created_at) filter (where e.to_status = 'arrived_at_customer') as at_door_at,
      max(e.created_at) filter (where e.to_status = 'delivered') as delivered_at,
      max(d.ready_at) as ready_at
    from done d join public.delivery_events e on e.delivery_id = d.id
    group by d.id, d.store_id, d.zone_id
  ), samples as (
    select 'preparation' as kind, d.store_id as subject_id,
      extract(hour from d.accepted_at at time zone d.timezone)::int as hour,
      private.kitchen_band((
        select count(*) from public.orders o
        where o.store_id = d.store_id and o.id <> d.order_id
          and o.accepted_at <= d.accepted_at and o.ready_at > d.accepted_at)) as band,
      extract(epoch from d.ready_at - d.accepted_at) as seconds
    from done d where d.ready_at > d.accepted_at and d.slot_starts_at is null
    union all
    -- Waiting for the kitchen is the kitchen's time, not the counter's.
    select 'pickup_service', s.zone_id, -1, -1, extract(epoch from s.picked_at - greatest(s.at_store_at, s.ready_at))
    from steps s where s.picked_at >= s.at_store_at and s.zone_id is not null
    union all
    select 'dropoff_service', s.zone_id, -1, -1, extract(epoch from s.delivered_at - s.at_door_at)
    from steps s where s.delivered_at >= s.at_door_at and s.zone_id is not null
    union all
    select 'eta_error', p.zone_id, -1, p.stage, extract(epoch from p.actual_at - p.raw_at)
    from private.eta_predictions p
    where p.actual_at is not null and p.zone_id is not null and p.predicted_at > now() - interval '14 days'
  )
  insert into private.learnt_quantiles (kind, subject_id, hour, band, p50_seconds, p90_seconds, sample_count)
  select kind, subject_id, coalesce(hour, -1), coalesce(band, -1),
    percentile_cont(0.5) within group (order by seconds), percentile_cont(0.9) within group (order by seconds), count(*)
  from samples
  where seconds is not null
  group by grouping sets ((kind, subject_id, hour, band), (kind, subject_id))
  -- An error is learnt for its stage alone; what knows no hour has one row only.
  having (kind = 'eta_error' and band is not null) or kind = 'preparation'
    or (kind in ('pickup_service', 'dropoff_service') and hour is null)
  on conflict (kind, subject_id, hour, band) do update
    set p50_seconds = excluded.p50_seconds, p90_seconds = excluded.p90_seconds,
        sample_count = excluded.sample_count, learnt_at = now();
$$;
comment on function private.learn_durations() is
  'Learns from finished deliveries: preparation by store, hour and load; counter, door and the errors of the ETA by zone.';

create function private.learn_from_deliveries()
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.learn_speeds();
  perform private.learn_durations();
  delete from private.travel_legs where created_at < now() - interval '60 days';
  delete from public.dispatch_batches where created_at < now() - interval '60 days';
  delete from private.eta_predictions where predicted_at < now() - interval '60 days';
end;
$$;
comment on function private.learn_from_deliveries() is 'Once an hour: what the last weeks teach about roads, kitchens, doors and promises.';

create function public.get_eta_calibration(p_city_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql
stable
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  return (
    select coalesce(jsonb_agg(to_jsonb(r) order by r.zone_id, r.stage), '[]')
    from (
      select z.id as zone_id, z.name as zone_name, p.stage, count(*) as count,
        round(avg((p.actual_at <= p.p90_at)::int), 4) as held_p90_share,
        round(avg((p.actual_at <= p.p50_at)::int), 4) as held_p50_share,
        round(avg(extract(epoch from p.actual_at - p.p50_at))) as mean_error_seconds,
        round(avg(extract(epoch from p.p90_at - p.p50_at))) as mean_width_seconds
      from private.eta_predictions p
      join public.zones z on z.id = p.zone_id
      where z.city_id = p_city_id and p.actual_at is not null and p.predicted_at >= p_from and p.predicted_at < p_to
      group by z.id, p.stage
    ) r);
end;
$$;
comment on function public.get_eta_calibration(uuid, timestamptz, timestamptz) is
  'How often the told windows held, by zone and stage (0 promised, 1 with a rider, 2 picked up): [{zone_id, stage, count, held_p90_share, held_p50_share, mean_error_seconds, mean_width_seconds}]. For ops.';

-- 40_promotion/155_fn_require_promotion_editor.sql
create function private.require_promotion_editor(p_promotion_id uuid)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require_user();
  if not exists (
    select 1 from public.promotions p
    where p.id = p_promotion_id and (private.has_ops_role('operations') or (
      p.cost_bearer = 'merchant' and p.store_id in (select private.my_store_ids('{manager}')))))
  then
    perform private.raise('promotion.not_found', 404);
  end if;
end;
$$;
comment on function private.require_promotion_editor(uuid) is 'Ops, or a manager of the store that pays for the promotion.';

-- 20_store/160_fn_get_store_page.sql
create function public.get_store_page(p_store_id uuid)
returns jsonb
language plpgsql
stable
security definer -- shows published stores to everyone, others to their staff and ops
set search_path = ''
as $$
declare
  v_store public.stores;
begin
  select * into v_store from public.stores s
  where s.id = p_store_id
    and (s.is_published or private.is_ops() or s.id in (select private.my_store_ids()));
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  return jsonb_build_object(
    'store', (
      select jsonb_build_object(
        'id', s.id, 'city_id', s.city_id, 'name', s.name, 'translations', s.translations,
        'description', s.description, 'phone', s.phone, 'street', s.street, 'lon', s.lon, 'lat', s.lat,
        'image_path', s.image_path, 'rating_average', s.rating_average, 'rating_count', s.rating_count,
        'monthly_sales_count', s.monthly_sales_count, 'preparation_minutes', s.preparation_minutes,
        'minimum_order_cents', s.minimum_order_cents, 'packaging_fee_cents', s.packaging_fee_cents,
        'closed_until', s.closed_until, 'category_slug', c.slug, 'currency', ci.currency,
        'timezone', ci.timezone, 'is_open', private.store_is_open(s.id))
      from public.stores s
      join public.categories c on c.id = s.category_id
      join public.cities ci on ci.id = s.city_id
      where s.id = v_store.id),
    'hours', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'weekday', h.weekday, 'opens_at', h.opens_at, 'closes_at', h.closes_at) order by h.weekday, h.opens_at), '[]')
      from public.store_hours h where h.store_id = v_store.id),
    'promotions', private.store_promotion_tags(v_store.id),
    'sections', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', ms.id, 'name', ms.name, 'translations', ms.translations, 'daypart_id', ms.daypart_id,
        'is_on_now', ms.daypart_id is null or private.daypart_is_on(ms.daypart_id, private.local_time(ms.store_id)),
        'products', (
          select coalesce(jsonb_agg(private.product_view(p) order by p.sort_order, p.id), '[]')
          from public.products p where p.section_id = ms.id and p.is_available and p.status = 'published')
      ) order by ms.sort_order, ms.id), '[]')
      from public.menu_sections ms where ms.store_id = v_store.id),
    'dayparts', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', d.id, 'name', d.name, 'translations', d.translations,
        'windows', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'weekday', w.weekday, 'starts_at', w.starts_at, 'ends_at', w.ends_at) order by w.weekday, w.starts_at), '[]')
          from public.daypart_windows w where w.daypart_id = d.id)
      ) order by d.sort_order, d.id), '[]')
      from public.dayparts d where d.store_id = v_store.id));
end;
$$;
comment on function public.get_store_page(uuid) is 'Everything a store page shows in one answer: store, hours, live promotions, sections with products, their variants and modifier groups, dayparts.';

-- 30_catalog/160_fn_category_schema.sql
create function private.category_ancestry(p_category_id uuid)
returns setof public.categories
language plpgsql -- called for every product that is written: its plan is kept, that of a nested sql function is not
stable
security definer -- a category may be hidden from the writer and still rule its products
set search_path = ''
as $$
begin
  return query
  with recursive up as (
    select c.id, c.parent_id, 1 as step from public.categories c where c.id = p_category_id
    union all
    select c.id, c.parent_id, u.step + 1 from up u join public.categories c on c.id = u.parent_id
  )
  select c.* from up u join public.categories c on c.id = u.id order by u.step desc;
end;
$$;
comment on function private.category_ancestry(uuid) is 'A category after those above it, the root first.';

create function private.category_schema(p_category_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_schema jsonb := '{}'::jsonb;
  v_own jsonb;
  v_rest jsonb;
begin
  -- One object schema of all, so that additionalProperties knows the properties of every level.
  for v_own in
    select attributes_schema from private.category_ancestry(p_category_id) where attributes_schema <> '{}'
  loop
    v_rest := v_own - '{type,properties,required,additionalProperties,title,description,$schema}'::text[];
    v_schema := v_schema || jsonb_strip_nulls(jsonb_build_object(
      'additionalProperties', coalesce(v_own -> 'additionalProperties', v_schema -> 'additionalProperties')))
      || case when v_own ? 'properties'
        then jsonb_build_object('properties', coalesce(v_schema -> 'properties', '{}') || (v_own -> 'properties')) else '{}' end
      || case when v_own ? 'required'
        then jsonb_build_object('required', coalesce(v_schema -> 'required', '[]') || (v_own -> 'required')) else '{}' end
      || case when v_rest <> '{}'
        then jsonb_build_object('allOf', coalesce(v_schema -> 'allOf', '[]') || v_rest) else '{}' end;
  end loop;
  return v_schema;
end;
$$;
comment on function private.category_schema(uuid) is
  'The schema of the attributes of a category''s products: those of the categories above it, refined by its own.';

create function public.get_category_schema(p_category_id uuid)
returns jsonb
language sql
stable
security definer -- schemas are public; a category that is switched off still has products to edit
set search_path = ''
as $$
  select private.category_schema(p_category_id);
$$;
comment on function public.get_category_schema(uuid) is
  'JSON Schema of the attributes of a category''s products, inherited along the tree; {} when there are none.';

-- 40_promotion/160_fn_used_cents.sql
create function public.used_cents(p_promotion public.promotions)
returns bigint
language sql
stable
security definer -- counters are private; only who may edit the promotion learns what it has spent
set search_path = ''
as $$
  select coalesce(sum(c.used_cents), 0)::bigint
  from private.promotion_counters c
  where c.promotion_id = p_promotion.id
    -- The caller may write any row; only the stored one says whose it is.
    and (private.is_ops() or exists (
      select 1 from public.promotions p
      where p.id = p_promotion.id and p.store_id in (select private.my_store_ids())))
$$;
comment on function public.used_cents(public.promotions) is
  'What orders have spent of a promotion, as a computed column (select=*,used_cents); 0 for others than ops and the store.';

-- 50_order/160_fn_close_order.sql
create function private.close_order(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_event public.order_events;
  v_policy public.order_cancel_policies;
  v_paid bigint;
begin
  perform private.settle_stock(p_order.id, false);
  perform private.release_slot(p_order.id);
  perform private.return_promotions(p_order.id);
  perform private.cancel_delivery(p_order.id);
  perform private.cancel_booking(p_order.id);
  update public.order_requests set status = 'expired', answered_at = now() where order_id = p_order.id and status = 'open';

  select * into v_event from public.order_events where order_id = p_order.id order by id desc limit 1;
  select * into v_policy from public.order_cancel_policies
  where command = v_event.command and from_status = v_event.from_status and actor = v_event.actor;
  -- What is on its way back already is no longer there to keep a fee of.
  select coalesce(sum(private.refundable_cents(p)), 0) into v_paid from public.payments p where p.order_id = p_order.id;
  perform private.post_cancellation(
    p_order.id, coalesce(v_policy.liable_party, 'platform'),
    v_paid - round(v_paid * coalesce(v_policy.refund_bps, 10000) / 10000.0)::bigint);
end;
$$;
comment on function private.close_order(public.orders) is
  'After reject, cancel, no-show or expiry: stock, budgets, coupons and points come back, rider and booking are released, and the money is returned as far as the policy of the state says.';

-- 75_delivery/160_fn_release_rider.sql
create function private.release_rider(p_rider_id uuid, p_why text)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_count int := 0;
begin
  perform private.expire_offer(o.id, 'withdrawn')
  from public.dispatch_offers o where o.rider_id = p_rider_id and o.status = 'offered';
  update public.deliveries set pinned_rider_id = null
  where pinned_rider_id = p_rider_id and status in ('unassigned', 'offered');
  for v_row in
    select d.id, d.status, d.zone_id
    from public.orders o
    join public.deliveries d on d.order_id = o.id
    where d.rider_id = p_rider_id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
    order by o.id
    for update of o skip locked
  loop
    v_count := v_count + 1;
    -- What is still in the store goes to another; where the goods are only ops can find out.
    if v_row.status in ('assigned', 'arrived_at_store') then
      perform private.apply_delivery_command(v_row.id, 'unassign', 'system', null, null, null,
        jsonb_build_object('why', p_why, 'from_rider_id', p_rider_id));
      insert into private.dispatch_exclusions (delivery_id, rider_id, reason)
      values (v_row.id, p_rider_id, p_why) on conflict do nothing;
      perform private.broadcast('rider:' || p_rider_id, 'delivery.unassigned', jsonb_build_object('delivery_id', v_row.id));
      perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_row.zone_id));
    elsif not exists (
      select 1 from public.delivery_incidents i where i.delivery_id = v_row.id and i.status = 'open')
    then
      perform private.open_incident(v_row.id, p_rider_id, 'rider_dark', p_why);
    end if;
    if p_why = 'dark' then
      insert into public.breach_records (rider_id, delivery_id, kind)
      values (p_rider_id, v_row.id, 'went_dark') on conflict do nothing;
    end if;
  end loop;
  return v_count;
end;
$$;
comment on function private.release_rider(uuid, text) is
  'A rider is gone (dark, deactivated): offers and tasks still in the store are freed, for goods in hand ops get an incident.';

create function private.open_incident(
  p_delivery_id uuid, p_rider_id uuid, p_reason_code text, p_note text,
  p_photo_path text default null, p_client_at timestamptz default null)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
  v_delivery public.deliveries;
begin
  insert into public.delivery_incidents (delivery_id, rider_id, reason_code, note, photo_path, client_at, lon, lat)
  select p_delivery_id, r.id, p_reason_code, coalesce(p_note, ''), p_photo_path, p_client_at, r.lon, r.lat
  from public.riders r where r.id = p_rider_id
  returning id into v_id;
  select * into v_delivery from public.deliveries where id = p_delivery_id;
  perform private.broadcast('city:' || v_delivery.city_id, 'incident.created', jsonb_build_object(
    'incident_id', v_id, 'delivery_id', p_delivery_id, 'order_id', v_delivery.order_id, 'reason_code', p_reason_code));
  return v_id;
end;
$$;

create function private.rider_deactivated()
returns trigger
language plpgsql
security definer -- ops change is_active; what follows goes by commands
set search_path = ''
as $$
begin
  perform private.release_rider(new.id, 'deactivated');
  update public.riders set status = 'offline' where id = new.id;
  return null;
end;
$$;

create function private.watch_riders()
returns int
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
declare
  v_id uuid;
  v_is_active boolean;
  v_count int := 0;
begin
  for v_id, v_is_active in
    select r.id, r.is_active
    from public.riders r
    left join public.dispatch_parameters p on p.zone_id = r.zone_id
    where r.status = 'online' and r.position_at < now() - make_interval(secs => coalesce(p.dark_after_seconds, 600))
      -- A task that was locked when its rider was deactivated, or given at that moment.
      or not r.is_active and exists (
        select 1 from public.deliveries d where d.rider_id = r.id and d.status in ('assigned', 'arrived_at_store'))
    for update of r skip locked
  loop
    perform private.release_rider(v_id, case when v_is_active then 'dark' else 'deactivated' end);
    -- With goods in hand they stay on the map until ops have decided.
    update public.riders r set status = 'offline'
    where r.id = v_id and not exists (
      select 1 from public.deliveries d
      where d.rider_id = v_id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'));
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.watch_riders() is 'Every minute: who was not heard of for the zone''s time, or is deactivated and still has a task in a store, is released; returns how many.';

-- 20_store/170_fn_rush_mode.sql
create function public.set_rush_mode(
  p_store_id uuid, p_until timestamptz, p_extra_minutes int default 15, p_is_delivery_paused boolean default false)
returns jsonb
language plpgsql
security definer -- clerks hold no right to change a store's row
set search_path = ''
as $$
declare
  v_store public.stores;
begin
  perform private.require_store_staff(p_store_id, '{manager,order_clerk}');
  if p_until > now() + interval '24 hours' or coalesce(p_extra_minutes, 0) not between 0 and 180 then
    perform private.raise('store.rush_invalid', 422);
  end if;
  update public.stores
  set rush_until = case when p_until > now() then p_until end,
      rush_extra_minutes = coalesce(p_extra_minutes, 0),
      is_rush_delivery_paused = coalesce(p_is_delivery_paused, false)
  where id = p_store_id
  returning * into v_store;
  return jsonb_build_object('rush_until', v_store.rush_until, 'rush_extra_minutes', v_store.rush_extra_minutes,
    'is_rush_delivery_paused', v_store.is_rush_delivery_paused);
end;
$$;
comment on function public.set_rush_mode(uuid, timestamptz, int, boolean) is
  'The kitchen is behind: until p_until (24 hours at most) orders take p_extra_minutes longer, or no delivery is taken. Null or a past time ends it.';

create function public.close_store_temporarily(p_store_id uuid, p_until timestamptz)
returns jsonb
language plpgsql
security definer -- clerks hold no right to change a store's row
set search_path = ''
as $$
declare
  v_store public.stores;
begin
  perform private.require_store_staff(p_store_id, '{manager,order_clerk}');
  if p_until > now() + interval '1 year' then
    perform private.raise('store.close_invalid', 422);
  end if;
  update public.stores set closed_until = case when p_until > now() then p_until end
  where id = p_store_id
  returning * into v_store;
  return jsonb_build_object('closed_until', v_store.closed_until);
end;
$$;
comment on function public.close_store_temporarily(uuid, timestamptz) is
  'The store takes no orders before p_until and opens again by itself; null or a past time opens it now.';

-- 30_catalog/170_fn_move_category.sql
create function public.move_category(p_category_id uuid, p_parent_id uuid, p_position int default null)
returns jsonb
language plpgsql
security definer -- reorders many rows at once; the caller is checked here
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  -- One tree, one move at a time: two moves could close a circle that neither sees.
  perform pg_advisory_xact_lock(hashtext('public.categories'));
  if not exists (select 1 from public.categories where id = p_category_id)
    or (p_parent_id is not null and not exists (select 1 from public.categories where id = p_parent_id)) then
    perform private.raise('catalog.category_not_found', 404);
  end if;
  update public.categories set parent_id = p_parent_id where id = p_category_id;
  update public.categories c
  set sort_order = o.position * 10
  from (
    select s.id, row_number() over (order by s.place, s.sort_order, s.id) as position
    from (
      select x.id, x.sort_order,
        case when x.id = p_category_id then least(greatest(coalesce(p_position, 1000000), 0), 1000000) - 0.5
          else row_number() over (partition by x.id = p_category_id order by x.sort_order, x.id) - 1 end as place
      from public.categories x where x.parent_id is not distinct from p_parent_id
    ) s
  ) o
  where c.id = o.id and c.sort_order <> o.position * 10;
  return (
    select jsonb_agg(jsonb_build_object('id', c.id, 'parent_id', c.parent_id, 'sort_order', c.sort_order) order by c.sort_order)
    from public.categories c where c.parent_id is not distinct from p_parent_id);
end;
$$;
comment on function public.move_category(uuid, uuid, int) is
  'Puts a category under another (null: among the roots) at a position from 0 (null: last) and answers with its new siblings in order. Refused below itself.';

-- 20_store/175_fn_set_delivery_area.sql
create function public.set_delivery_area(p_store_id uuid, p_area jsonb)
returns jsonb
language plpgsql
security definer -- an area is checked before it is written, so nobody writes the column
set search_path = ''
as $$
declare
  v_area extensions.geometry;
  v_location extensions.geometry;
begin
  if not private.has_ops_role('operations') then
    perform private.require_store_staff(p_store_id, '{manager}');
  end if;
  select s.location::extensions.geometry into v_location from public.stores s where s.id = p_store_id;
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  if p_area is not null then
    begin
      v_area := extensions.st_multi(extensions.st_setsrid(extensions.st_geomfromgeojson(p_area::text), 4326));
    exception
      when others then
        perform private.raise('store.area_invalid', 422);
    end;
    -- One that cannot be drawn, or lies around another place than the store, was drawn by mistake.
    if extensions.geometrytype(v_area) <> 'MULTIPOLYGON' or not extensions.st_isvalid(v_area)
      or extensions.st_npoints(v_area) > 2000
      or not extensions.st_dwithin(v_area::extensions.geography, v_location::extensions.geography, 50000)
    then
      perform private.raise('store.area_invalid', 422);
    end if;
  end if;
  update public.stores set delivery_area = v_area where id = p_store_id;
  return extensions.st_asgeojson(v_area, 6)::jsonb;
end;
$$;
comment on function public.set_delivery_area(uuid, jsonb) is
  'Where a store delivers, as a GeoJSON Polygon or MultiPolygon within 50 km of it; null means as far as its rate card reaches. For its manager and ops.';

-- 20_store/180_fn_check_store_rows.sql
create function private.check_store_timezone()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.timezone is not null and not exists (select 1 from pg_catalog.pg_timezone_names where name = new.timezone) then
    perform private.raise('store.timezone_unknown', 422);
  end if;
  return new;
end;
$$;

create function private.check_hour_exception()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- One writer a store, so that two of them cannot pass each other.
  perform 1 from public.stores where id = new.store_id for no key update;
  if exists (
    select 1 from public.store_hour_exceptions e
    where e.store_id = new.store_id and e.on_date = new.on_date and e.id <> new.id
      and (e.opens_at is null) <> (new.opens_at is null))
  then
    perform private.raise('store.exception_conflict', 422, jsonb_build_object('on_date', new.on_date));
  end if;
  return new;
end;
$$;
comment on function private.check_hour_exception() is 'A date is closed, or has ranges, not both.';

create function private.check_slot_capacity()
returns trigger
language plpgsql
security definer -- reservations are private
set search_path = ''
as $$
begin
  if exists (
    select 1 from private.slot_reservations r where r.capacity_id = old.id and r.starts_at >= now() - interval '1 day')
    and (tg_op = 'DELETE'
      or (old.weekdays, old.starts_at, old.ends_at, old.slot_minutes) is distinct from
        (new.weekdays, new.starts_at, new.ends_at, new.slot_minutes))
  then
    perform private.raise('store.capacity_in_use', 409);
  end if;
  if tg_op = 'DELETE' then
    delete from private.slot_reservations where capacity_id = old.id;
    return old;
  end if;
  return new;
end;
$$;
comment on function private.check_slot_capacity() is 'The grid of slots that orders hold stays; how many fit may change at any time.';

-- 80_dispatch/180_fn_snapshot_travel.sql
create function private.snapshot_places(p_zone public.zones, p_points jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  -- Points at one road node are one place; without roads, points within about ten metres.
  with points as (
    select p ->> 'key' as key, (p ->> 'lon')::double precision as lon, (p ->> 'lat')::double precision as lat,
      (p ->> 'is_target')::boolean as is_target,
      private.nearest_road_node(p_zone.city_id, (p ->> 'lon')::double precision, (p ->> 'lat')::double precision) as node
    from jsonb_array_elements(p_points) p
  ), named as (
    select *, coalesce(node::text, round(lon::numeric, 4) || ',' || round(lat::numeric, 4)) as name from points
  ), places as (
    select name, row_number() over (order by name) - 1 as place, min(node) as node,
      avg(lon) as lon, avg(lat) as lat, bool_or(is_target) as is_target
    from named group by name
  )
  select jsonb_build_object(
    'places', (
      select coalesce(jsonb_agg(jsonb_build_object('lon', round(p.lon::numeric, 6), 'lat', round(p.lat::numeric, 6),
        -- Metres on a flat map around the city's middle.
        'x', round((p.lon - c.lon) * 111320 * cos(radians(c.lat))), 'y', round((p.lat - c.lat) * 110574),
        'node', p.node, 'is_target', p.is_target) order by p.place), '[]')
      from places p, public.cities c where c.id = p_zone.city_id),
    'place_of', (
      select coalesce(jsonb_object_agg(n.key, p.place), '{}') from named n join places p using (name)));
$$;
comment on function private.snapshot_places(public.zones, jsonb) is
  'Points [{key, lon, lat, is_target}] as {places: [{lon, lat, x, y, node, is_target}], place_of: {key: index}}.';

create function private.snapshot_travel(p_zone public.zones, p_places jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_factor double precision := private.speed_factor(p_zone.id);
  v_from bigint[];
  v_to bigint[];
  v_table jsonb;
  v_guessed int;
begin
  -- A table of more places would cost more than the rest of the round.
  if jsonb_array_length(p_places) > 300 then
    return jsonb_build_object('kind', 'straight', 'source', 'straight_line',
      'metersPerMinute', round((300 / v_factor)::numeric, 2), 'detour', 1.4);
  end if;
  select array_agg((p ->> 'node')::bigint), array_agg((p ->> 'node')::bigint) filter (where (p ->> 'is_target')::boolean)
  into v_from, v_to
  from jsonb_array_elements(p_places) p where p ->> 'node' is not null;
  if v_to is not null then
    perform private.fill_travel_cache(p_zone.city_id, v_from, v_to);
  end if;

  with places as (
    select o - 1 as place, (p ->> 'node')::bigint as node, (p ->> 'lon')::double precision as lon,
      (p ->> 'lat')::double precision as lat, (p ->> 'is_target')::boolean as is_target
    from jsonb_array_elements(p_places) with ordinality e (p, o)
  ), pairs as (
    select a.place as from_place, b.place as to_place,
      case
        when not b.is_target then -1
        when a.place = b.place then 0
        when c.seconds >= 0 then c.seconds * v_factor
        else private.straight_seconds(a.lon, a.lat, b.lon, b.lat) * v_factor end as seconds,
      b.is_target and a.place <> b.place and coalesce(c.seconds, -1) < 0 as is_guess
    from places a
    cross join places b
    left join private.travel_cache c
      on c.city_id = p_zone.city_id and c.from_node = a.node and c.to_node = b.node
  ), lines as (
    select from_place, jsonb_agg(round(seconds)::int order by to_place) as line, count(*) filter (where is_guess) as guessed
    from pairs group by from_place
  )
  select jsonb_agg(line order by from_place), sum(guessed)::int into v_table, v_guessed from lines;
  return jsonb_build_object('kind', 'table', 'table', coalesce(v_table, '[]'), 'factor', round(v_factor::numeric, 3),
    'guessed_count', coalesce(v_guessed, 0),
    'source', case when v_to is null then 'straight_line' else 'road' end);
end;
$$;
comment on function private.snapshot_travel(public.zones, jsonb) is
  'Seconds between places now: roads × learnt factor of the hour × incident mode; guessed_count pairs have no road and are straight lines. -1 towards places where nobody has to go.';

-- 20_store/185_fn_listing_triggers.sql
create function private.list_changed_stores()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
begin
  perform private.refresh_store_listings(array_agg(n.id))
  from new_rows n
  left join old_rows o on o.id = n.id
  where (n.merchant_id, n.city_id, n.category_id, n.name, n.translations, n.lon, n.lat, n.is_published, n.timezone,
      n.closed_until, n.rush_until, n.is_rush_delivery_paused, n.rating_average, n.monthly_sales_count)
    is distinct from (o.merchant_id, o.city_id, o.category_id, o.name, o.translations, o.lon, o.lat, o.is_published, o.timezone,
      o.closed_until, o.rush_until, o.is_rush_delivery_paused, o.rating_average, o.monthly_sales_count)
    or n.delivery_area::text is distinct from o.delivery_area::text;
  return null;
end;
$$;

create function private.list_new_stores()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
begin
  perform private.refresh_store_listings(array_agg(n.id)) from new_rows n;
  return null;
end;
$$;

create function private.list_stores_of_rows()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
begin
  -- Hours and their exceptions: rows that name their store.
  if tg_op = 'DELETE' then
    perform private.refresh_store_listings(array_agg(distinct o.store_id)) from old_rows o;
  elsif tg_op = 'INSERT' then
    perform private.refresh_store_listings(array_agg(distinct n.store_id)) from new_rows n;
  else
    perform private.refresh_store_listings(array_agg(distinct c.store_id))
    from (select o.store_id from old_rows o union select n.store_id from new_rows n) c;
  end if;
  return null;
end;
$$;

create function private.list_stores_of_city()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
declare
  v_row jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
begin
  -- A town, a zone or a rate card: everything that its stores show may change.
  perform private.refresh_store_listings(array_agg(s.id))
  from public.stores s
  where s.city_id = (case tg_table_name when 'cities' then v_row ->> 'id' else v_row ->> 'city_id' end)::uuid
    and (v_row ->> 'store_id' is null or s.id = (v_row ->> 'store_id')::uuid);
  return null;
end;
$$;

create function private.list_stores_of_merchant()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
declare
  v_row jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
begin
  -- A merchant, or a licence of it.
  perform private.refresh_store_listings(array_agg(s.id))
  from public.stores s
  where s.merchant_id = (case tg_table_name when 'merchants' then v_row ->> 'id' else v_row ->> 'merchant_id' end)::uuid;
  return null;
end;
$$;

create function private.list_stores_of_category()
returns trigger
language plpgsql
security definer -- the writer holds no right on listings
set search_path = ''
as $$
begin
  perform private.refresh_store_listings(array_agg(s.id))
  from public.stores s
  where s.category_id in (
    with recursive below as (
      select new.id as id
      union
      select c.id from public.categories c join below b on c.parent_id = b.id
    )
    select b.id from below b);
  return null;
end;
$$;

-- 10_identity/190_fn_touch_updated_at.sql
create function private.touch_updated_at()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end;
$$;

-- 50_order/190_fn_check_quote_still_good.sql
create function private.check_quote_still_good(p_quote public.quotes)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_check jsonb;
begin
  v_check := public.check_serviceability(
    p_quote.store_id, p_quote.fulfillment_type,
    (p_quote.address ->> 'lon')::double precision, (p_quote.address ->> 'lat')::double precision,
    p_quote.subtotal_cents, coalesce(p_quote.slot_starts_at, now()));
  if not (v_check ->> 'is_serviceable')::boolean then
    perform private.raise(v_check ->> 'reason', 422, v_check);
  end if;
  -- Prices hold as quoted, but what has left the menu since is not sold.
  perform private.price_lines(p_quote.store_id, private.quote_items(p_quote),
    p_quote.fulfillment_type, coalesce(p_quote.slot_starts_at, now()));
end;
$$;
comment on function private.check_quote_still_good(public.quotes) is
  'Refuses what can no longer be had as quoted: the place, the time or the goods.';

create function private.quote_items(p_quote public.quotes)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_agg(jsonb_build_object(
    'product_id', l -> 'product_id', 'variant_id', l -> 'variant_id', 'quantity', l -> 'quantity', 'note', l -> 'note',
    'modifier_ids', jsonb_path_query_array(l, '$.modifiers[*].id')))
  from jsonb_array_elements(p_quote.lines) l;
$$;
comment on function private.quote_items(public.quotes) is 'The cart that a quote was made from.';

-- 80_dispatch/190_fn_snapshot.sql
create function private.snapshot_deliveries(p_zone_id uuid, p_settings jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with open as (
    (select d.* from public.deliveries d
     where d.zone_id = p_zone_id and d.status = 'unassigned'
     order by d.created_at limit 500)
    union
    -- What riders of the zone already have goes along: it says where they will be, and takes new tasks in between.
    (select d.* from public.deliveries d
     join public.riders r on r.id = d.rider_id
     where (d.zone_id = p_zone_id or r.zone_id = p_zone_id)
       and d.status in ('assigned', 'arrived_at_store', 'picked_up'))
    union
    (select d.* from public.deliveries d where d.zone_id = p_zone_id and d.status = 'offered')
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', d.id, 'store_id', d.store_id, 'status', d.status,
    'store', jsonb_build_object('lon', s.lon, 'lat', s.lat),
    'dropoff', jsonb_build_object('lon', k.lon, 'lat', k.lat),
    'placed_at', extract(epoch from coalesce(o.placed_at, d.created_at))::bigint,
    'ready_at', extract(epoch from case when o.ready_at is not null then least(o.ready_at, now())
      else greatest(d.ready_expected_at, now()) end)::bigint,
    'promised_at', extract(epoch from d.dropoff_expected_at)::bigint,
    'needs', d.needs,
    'only_rider_id', coalesce(
      case when d.status in ('assigned', 'arrived_at_store') then d.rider_id end,
      (select f.rider_id from public.dispatch_offers f where f.delivery_id = d.id and f.status = 'offered'),
      d.pinned_rider_id),
    'holder_id', case when d.status = 'picked_up' then d.rider_id end,
    'excluded_rider_ids', (
      -- Who said no is not asked again; who did not answer has a while of peace. Whom ops named since is asked all the same.
      select coalesce(jsonb_agg(distinct x.rider_id) filter (where x.rider_id is distinct from d.pinned_rider_id), '[]')
      from (
        select f.rider_id from public.dispatch_offers f
        where f.delivery_id = d.id
          and (f.status = 'declined' or (f.status in ('expired', 'withdrawn')
            and f.answered_at > now() - make_interval(secs => (p_settings ->> 'decline_peace_seconds')::int)))
        union all
        select e.rider_id from private.dispatch_exclusions e where e.delivery_id = d.id
      ) x))
    order by d.status <> 'unassigned', d.created_at, d.id), '[]')
  from open d
  join public.orders o on o.id = d.order_id
  join public.stores s on s.id = d.store_id
  join private.order_contacts k on k.order_id = d.order_id;
$$;
comment on function private.snapshot_deliveries(uuid, jsonb) is
  'Open deliveries of a zone and of its riders: those that wait first, oldest first. Times in seconds since 1970.';

create function private.snapshot_riders(p_zone public.zones, p_settings jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', r.id, 'display_name', r.display_name,
    'lon', coalesce(hand.door_lon, r.lon), 'lat', coalesce(hand.door_lat, r.lat),
    -- Who stands at a door is free when it is handed over.
    'free_at', extract(epoch from greatest(now(),
      hand.at_door_at + make_interval(secs => (p_settings ->> 'dropoff_service_seconds')::int)))::bigint,
    'off_at', extract(epoch from coalesce(shift.ends_at, now() + interval '4 hours'))::bigint,
    'open_count', hand.open_count,
    'has_offer', exists (select 1 from public.dispatch_offers o where o.rider_id = r.id and o.status = 'offered'),
    'has', to_jsonb(r.skills || r.vehicle),
    'guaranteed_left', shift.guaranteed_left) order by r.id), '[]')
  from public.riders r
  cross join lateral (
    select count(*)::int as open_count,
      max(d.updated_at) filter (where d.status = 'arrived_at_customer') as at_door_at,
      (array_agg(k.lon order by d.updated_at desc) filter (where d.status = 'arrived_at_customer'))[1] as door_lon,
      (array_agg(k.lat order by d.updated_at desc) filter (where d.status = 'arrived_at_customer'))[1] as door_lat
    from public.deliveries d
    join private.order_contacts k on k.order_id = d.order_id
    where d.rider_id = r.id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
  ) hand
  left join lateral private.shift_view(r.id) shift on true
  where r.city_id = p_zone.city_id and r.status = 'online' and r.is_active and r.lon is not null
    -- Someone else's area, but only as far as they would be asked, unless ops named them.
    and (extensions.st_dwithin(p_zone.area::extensions.geography, private.point(r.lon, r.lat)::extensions.geography,
        (p_settings ->> 'radius_meters')::int)
      or exists (
        select 1 from public.deliveries d
        where d.zone_id = p_zone.id and d.status = 'unassigned' and d.pinned_rider_id = r.id))
    and (hand.open_count > 0
      or r.position_at > now() - make_interval(secs => (p_settings ->> 'position_max_age_seconds')::int));
$$;
comment on function private.snapshot_riders(public.zones, jsonb) is
  'Riders online in and around a zone: where they are, when they are next free, how much they have, until when they ride.';

create function private.snapshot_demand(p_zone public.zones)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('key', 'demand:' || s.id, 'lon', s.lon, 'lat', s.lat, 'is_target', true,
    'weight', s.weight)), '[]')
  from (
    select s.id, s.lon, s.lat, s.monthly_sales_count + 1 as weight
    from public.stores s
    where s.city_id = p_zone.city_id and s.is_published
      and extensions.st_intersects(p_zone.area, s.location::extensions.geometry)
    order by s.monthly_sales_count desc, s.id
    limit 20
  ) s;
$$;
comment on function private.snapshot_demand(public.zones) is 'Where tasks of the zone start: its twenty busiest stores by their sales.';

create function private.snapshot_previous(p_zone_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce((
    select t.plan -> 'routes' from public.dispatch_ticks t
    where t.zone_id = p_zone_id and t.created_at > now() - interval '5 minutes' and t.finished_at is not null
    order by t.created_at desc
    limit 1), '[]');
$$;
comment on function private.snapshot_previous(uuid) is 'Routes of the last plan, from which the next search starts.';

-- 50_order/192_fn_is_quote_overtaken.sql
create function private.is_quote_overtaken(p_quote public.quotes)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return exists (
      select 1 from public.orders where customer_id = p_quote.customer_id and created_at >= p_quote.created_at)
    and exists (
      select 1
      from jsonb_to_recordset(p_quote.adjustments) as a (promotion_id uuid)
      join public.promotions p on p.id = a.promotion_id
      where p.conditions::text like '%customer%' or p.effect ->> 'distribution' = 'first_order');
end;
$$;
comment on function private.is_quote_overtaken(public.quotes) is
  'Whether a discount of the quote asks about its customer, who has placed another order since: it must be asked again.';

-- 50_order/195_fn_write_order.sql
create function private.write_order(p_quote public.quotes, p_note text, p_is_edit_consented boolean)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  insert into public.orders (
    number, customer_id, merchant_id, store_id, city_id, quote_id, fulfillment_type, currency,
    subtotal_cents, packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents,
    note, pickup_code, phone_suffix, slot_starts_at, slot_ends_at, table_label, party_size, is_edit_consented, dropoff_expected_at)
  select
    private.next_order_number(c.timezone), p_quote.customer_id, s.merchant_id, s.id, s.city_id, p_quote.id,
    p_quote.fulfillment_type, p_quote.currency, p_quote.subtotal_cents, p_quote.packaging_fee_cents,
    p_quote.delivery_fee_cents, p_quote.discount_cents, p_quote.tip_cents, p_quote.total_cents,
    left(coalesce(p_note, ''), 200),
    case when p_quote.fulfillment_type = 'pickup' then lpad((floor(random() * 10000))::text, 4, '0') end,
    right(regexp_replace(p_quote.address ->> 'contact_phone', '\D', '', 'g'), 4),
    p_quote.slot_starts_at, p_quote.slot_ends_at, p_quote.party ->> 'table_label', (p_quote.party ->> 'party_size')::int,
    coalesce(p_is_edit_consented, false),
    coalesce(p_quote.slot_starts_at, now() + make_interval(mins => p_quote.estimated_minutes))
  from public.stores s
  join public.cities c on c.id = s.city_id
  where s.id = p_quote.store_id
  returning * into v_order;

  if p_quote.address is not null then
    insert into private.order_contacts (order_id, contact_name, contact_phone, street, detail, lon, lat)
    values (v_order.id, p_quote.address ->> 'contact_name', p_quote.address ->> 'contact_phone',
      p_quote.address ->> 'street', coalesce(p_quote.address ->> 'detail', ''),
      (p_quote.address ->> 'lon')::double precision, (p_quote.address ->> 'lat')::double precision);
  end if;

  insert into public.order_items (
    order_id, line_number, product_id, variant_id, category_id, section_id, name, variant_name, translations, modifiers,
    note, quantity, unit_price_cents, total_cents, tax_bps)
  select v_order.id, l.line_number, l.product_id, l.variant_id, l.category_id, l.section_id, l.name, l.variant_name,
    l.translations, l.modifiers, l.note, l.quantity, l.unit_price_cents, l.total_cents, coalesce(l.tax_bps, 0)
  from rows from (jsonb_to_recordset(p_quote.lines) as (
    product_id uuid, variant_id uuid, category_id uuid, section_id uuid, name text, variant_name text,
    translations jsonb, modifiers jsonb, note text,
    quantity int, unit_price_cents bigint, total_cents bigint, tax_bps int)) with ordinality as l (
    product_id, variant_id, category_id, section_id, name, variant_name,
    translations, modifiers, note, quantity, unit_price_cents, total_cents, tax_bps, line_number);

  insert into public.order_adjustments (
    order_id, promotion_id, coupon_id, kind, name, translations, cost_bearer, merchant_share_bps, scope,
    line_number, quantity, amount_cents)
  select v_order.id, a.promotion_id, a.coupon_id, a.kind, a.name, a.translations, a.cost_bearer, a.merchant_share_bps,
    a.scope, a.line_number, a.quantity, a.amount_cents
  from jsonb_to_recordset(p_quote.adjustments) as a (
    promotion_id uuid, coupon_id uuid, kind public.promotion_kind, name text, translations jsonb,
    cost_bearer public.cost_bearer, merchant_share_bps int, scope text, line_number int, quantity int, amount_cents bigint);

  if p_quote.slot_starts_at is not null and p_quote.fulfillment_type in ('on_site', 'dine_in') then
    perform private.open_booking(v_order);
  end if;
  return v_order;
end;
$$;
comment on function private.write_order(public.quotes, text, boolean) is
  'Writes the draft of an order with its lines, discounts, contact and booking as the quote says.';

-- 80_dispatch/195_fn_take_snapshot.sql
create function private.take_snapshot(p_zone public.zones, p_tick_id uuid, p_settings jsonb, p_deliveries jsonb, p_is_routed boolean)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_riders jsonb := private.snapshot_riders(p_zone, p_settings);
  v_demand jsonb := private.snapshot_demand(p_zone);
  v_points jsonb;
  v_made jsonb;
  v_of jsonb;
begin
  select coalesce(jsonb_agg(p), '[]') into v_points
  from (
    select jsonb_build_object('key', 'rider:' || (r ->> 'id'), 'lon', r -> 'lon', 'lat', r -> 'lat', 'is_target', false) as p
    from jsonb_array_elements(v_riders) r
    union all
    select jsonb_build_object('key', 'store:' || (d ->> 'store_id'), 'lon', d #> '{store,lon}', 'lat', d #> '{store,lat}', 'is_target', true)
    from jsonb_array_elements(p_deliveries) d
    union all
    select jsonb_build_object('key', 'door:' || (d ->> 'id'), 'lon', d #> '{dropoff,lon}', 'lat', d #> '{dropoff,lat}', 'is_target', true)
    from jsonb_array_elements(p_deliveries) d
    union all
    select d - 'weight' from jsonb_array_elements(v_demand) d
  ) points;
  v_made := private.snapshot_places(p_zone, v_points);
  v_of := v_made -> 'place_of';
  return jsonb_build_object(
    'tick_id', p_tick_id, 'zone_id', p_zone.id, 'at', extract(epoch from now())::bigint,
    -- Any number does; the same tick has the same.
    'seed', abs(hashtext(p_tick_id::text)),
    'settings', p_settings,
    'places', v_made -> 'places',
    'travel', case when p_is_routed then private.snapshot_travel(p_zone, v_made -> 'places') end,
    'deliveries', (
      select coalesce(jsonb_agg(d || jsonb_build_object('pickup_place', v_of -> ('store:' || (d ->> 'store_id')),
        'dropoff_place', v_of -> ('door:' || (d ->> 'id'))) order by o), '[]')
      from jsonb_array_elements(p_deliveries) with ordinality e (d, o)),
    'riders', (
      select coalesce(jsonb_agg(r || jsonb_build_object('place', v_of -> ('rider:' || (r ->> 'id'))) order by o), '[]')
      from jsonb_array_elements(v_riders) with ordinality e (r, o)),
    'demand', (
      select coalesce(jsonb_agg(jsonb_build_object('place', v_of -> (d ->> 'key'), 'weight', d -> 'weight')), '[]')
      from jsonb_array_elements(v_demand) d),
    'tasks_per_hour', (
      select count(*) * 2 from public.deliveries
      where zone_id = p_zone.id and created_at > now() - interval '30 minutes'),
    'previous', private.snapshot_previous(p_zone.id));
end;
$$;
comment on function private.take_snapshot(public.zones, uuid, jsonb, jsonb, boolean) is
  'All that the engine may know of a zone in one document, kept with the tick so that it can be decided again.';

-- 50_order/197_fn_take_slot.sql
create function private.take_slot(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- Where nothing is counted, an order for as soon as possible takes no slot.
  if p_order.slot_starts_at is not null
    or p_order.fulfillment_type <> 'voucher' and exists (
      select 1 from public.slot_capacities c
      where c.fulfillment_type = p_order.fulfillment_type
        and (c.store_id = p_order.store_id or c.zone_id in (select z.id from public.zones z where z.city_id = p_order.city_id)))
  then
    perform private.reserve_slot(p_order.id, coalesce(p_order.slot_starts_at, now()));
  end if;
end;
$$;
comment on function private.take_slot(public.orders) is 'Holds the slot that an order is for, in the kitchen and in the zone.';

-- 20_store/200_fn_require_manager.sql
create function private.require_manager(p_merchant_id uuid, p_store_id uuid default null)
returns uuid
language plpgsql
stable
security definer -- the answer must not depend on the caller's row rights
set search_path = ''
as $$
begin
  perform private.require_user();
  if not exists (
    select 1 from public.merchant_members m
    where m.merchant_id = p_merchant_id and m.user_id = auth.uid() and m.role = 'manager'
      and (m.store_id is null or m.store_id = p_store_id))
  then
    perform private.raise('store.not_manager', 403);
  end if;
  if p_store_id is not null and not exists (
    select 1 from public.stores s where s.id = p_store_id and s.merchant_id = p_merchant_id)
  then
    perform private.raise('store.not_found', 404);
  end if;
  return auth.uid();
end;
$$;
comment on function private.require_manager(uuid, uuid) is
  'The caller as manager of the merchant, or of the one store; refuses a store of another merchant.';

-- 30_catalog/200_fn_price_lines.sql
create function private.price_lines(
  p_store_id uuid,
  p_items jsonb,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_at timestamptz default now())
returns jsonb
language plpgsql
stable
set search_path = ''
set plan_cache_mode = 'force_generic_plan' -- planning the one large query costs many times its execution
as $$
declare
  -- Ids are read in any letter case; whatever is not one finds nothing.
  c_uuid constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
  v_local timestamp := private.local_time(p_store_id, p_at);
  v_lines jsonb;
  v_problem jsonb;
begin
  if jsonb_typeof(p_items) is distinct from 'array' or jsonb_array_length(p_items) = 0 then
    perform private.raise('cart.empty', 422);
  end if;
  if jsonb_array_length(p_items) > 100 then
    perform private.raise('cart.too_many_lines', 422);
  end if;

  with item as (
    select l.line_number,
      case when l.item ->> 'product_id' ~ c_uuid then (l.item ->> 'product_id')::uuid end as product_id,
      case when l.item ->> 'variant_id' ~ c_uuid then (l.item ->> 'variant_id')::uuid end as variant_id,
      coalesce(l.item ->> 'variant_id', '') <> '' as has_variant,
      case when l.item ->> 'quantity' ~ '^[1-9][0-9]{0,2}$' then (l.item ->> 'quantity')::int end as quantity,
      case jsonb_typeof(l.item -> 'modifier_ids') when 'array' then l.item -> 'modifier_ids' else '[]' end as modifier_ids,
      left(coalesce(l.item ->> 'note', ''), 100) as note
    from jsonb_array_elements(p_items) with ordinality as l (item, line_number)
  ),
  line as (
    select i.line_number, i.product_id, v.id as variant_id, i.quantity, i.note,
      coalesce(p.category_id, s.category_id) as category_id, p.section_id, p.name, p.translations, p.tax_bps,
      v.name as variant_name, v.translations as variant_translations, p.kind, chosen.modifiers,
      coalesce(v.price_cents, p.price_cents) + chosen.price_cents as unit_price_cents,
      coalesce(v.weight_grams, p.weight_grams) as weight_grams,
      wrong.group_name, wrong.min_count, wrong.max_count,
      case
        when p.id is null or i.quantity is null then 'cart.product_unavailable'
        when not case p.kind
            when 'goods' then p_fulfillment_type in ('delivery', 'pickup', 'dine_in')
            when 'service' then coalesce(
              case p_fulfillment_type when 'on_site' then si.is_on_site when 'dine_in' then si.is_at_store end, false)
            else p_fulfillment_type = 'voucher' and vp.product_id is not null
          end
          or not p_fulfillment_type = any (coalesce(p.fulfillment_types, array[p_fulfillment_type]))
          then 'cart.fulfillment_unsupported'
        when (p.daypart_id is not null and not private.daypart_is_on(p.daypart_id, v_local))
          or (ms.daypart_id is not null and not private.daypart_is_on(ms.daypart_id, v_local))
          then 'cart.not_now'
        when p.sold_out_until > p_at or v.sold_out_until > p_at then 'stock.sold_out'
        when i.has_variant and v.id is null then 'cart.variant_unavailable'
        when v.id is null and exists (select 1 from public.product_variants x where x.product_id = p.id)
          then 'cart.variant_required'
        when chosen.has_unknown then 'cart.modifier_unavailable'
        when wrong.group_name is not null then 'cart.modifier_count'
      end as problem
    from item i
    join public.stores s on s.id = p_store_id
    -- One look-up for each line by limit: nobody knows how few lines a cart has, and a store's whole menu is not read.
    left join lateral (
      select x.* from public.products x
      where x.id = i.product_id and x.store_id = p_store_id and x.is_available and x.status = 'published'
      limit 1
    ) p on true
    left join public.menu_sections ms on ms.id = p.section_id
    left join public.service_items si on p.kind = 'service' and si.product_id = p.id
    left join public.voucher_products vp on p.kind = 'voucher' and vp.product_id = p.id
    left join lateral (
      select x.* from public.product_variants x where x.id = i.variant_id and x.product_id = p.id and x.is_available limit 1
    ) v on true
    -- One entry for each chosen piece; the first free ones of a group cost nothing.
    cross join lateral (
      select
        coalesce(sum(c.charged_cents), 0)::bigint as price_cents,
        coalesce(bool_or(c.id is null or c.piece > c.max_quantity), false) as has_unknown,
        array_agg(c.group_id) as group_ids,
        coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'group', c.group_name, 'name', c.name, 'translations', c.translations,
          'price_cents', c.charged_cents) order by c.sort_order, c.group_id, c.position), '[]') as modifiers
      from (
        select m.id, m.name, m.translations, m.max_quantity, g.id as group_id, g.name as group_name, g.sort_order, e.position,
          row_number() over (partition by m.id order by e.position) as piece,
          case when row_number() over (partition by g.id order by e.position) > g.free_count
            then m.price_cents else 0 end as charged_cents
        from jsonb_array_elements_text(i.modifier_ids) with ordinality as e (id, position)
        left join (public.modifiers m join public.modifier_groups g on g.id = m.group_id)
          on m.id = case when e.id ~ c_uuid then e.id::uuid end and g.product_id = p.id
            and m.is_available and coalesce(m.sold_out_until <= p_at, true)
      ) c
    ) chosen
    left join lateral (
      select g.name as group_name, g.min_count, g.max_count
      from public.modifier_groups g
      cross join lateral (select cardinality(array_positions(chosen.group_ids, g.id)) as pieces) n
      where g.product_id = p.id
        and coalesce(n.pieces, 0) not between g.min_count and g.max_count
        and (g.is_required or n.pieces > 0)
      order by g.sort_order, g.id
      limit 1
    ) wrong on true
  )
  select
    jsonb_agg(jsonb_build_object(
      'line_number', l.line_number, 'product_id', l.product_id, 'variant_id', l.variant_id,
      'category_id', l.category_id, 'section_id', l.section_id, 'kind', l.kind,
      'name', l.name, 'variant_name', l.variant_name,
      'translations', case when l.variant_id is null then l.translations
        else private.name_variant(l.translations, l.variant_name, l.variant_translations) end,
      'modifiers', l.modifiers, 'note', l.note, 'quantity', l.quantity,
      'unit_price_cents', l.unit_price_cents, 'total_cents', l.unit_price_cents * l.quantity,
      'weight_grams', l.weight_grams * l.quantity, 'tax_bps', l.tax_bps) order by l.line_number),
    (array_agg(jsonb_build_object(
      'key', l.problem, 'line_number', l.line_number, 'product_id', l.product_id, 'name', l.name,
      'group_name', l.group_name, 'min_count', l.min_count, 'max_count', l.max_count) order by l.line_number)
      filter (where l.problem is not null))[1]
  into v_lines, v_problem
  from line l;
  if v_lines is null then
    perform private.raise('store.not_found', 404);
  end if;
  if v_problem is not null then
    perform private.raise(
      v_problem ->> 'key', case v_problem ->> 'key' when 'stock.sold_out' then 409 else 422 end,
      jsonb_strip_nulls(v_problem - 'key'));
  end if;

  -- Everything counted in the cart, over all of its lines.
  select jsonb_build_object('product_id', (array_agg(w.product_id))[1], 'name', (array_agg(w.name))[1]) into v_problem
  from (
    select x.id, l.product_id, l.name, l.quantity
    from jsonb_to_recordset(v_lines) as l (product_id uuid, variant_id uuid, name text, quantity int, modifiers jsonb)
    cross join lateral (
      select l.product_id as id
      union all
      select l.variant_id
      union all
      select (m ->> 'id')::uuid from jsonb_array_elements(l.modifiers) m
    ) x
  ) w
  join public.stock_items s on s.id = w.id
  group by s.id, s.on_hand_count, s.reserved_count
  having sum(w.quantity) > s.on_hand_count - s.reserved_count
  limit 1;
  if found then
    perform private.raise('stock.sold_out', 409, v_problem);
  end if;
  return v_lines;
end;
$$;
comment on function private.price_lines(uuid, jsonb, public.fulfillment_type, timestamptz) is
  'Cart items [{product_id, variant_id, quantity, modifier_ids, note}] as lines priced for a way of selling at a time; refuses with a key what cannot be sold. modifier_ids names a modifier once for each piece. weight_grams and total_cents are of the whole line; modifiers has one entry a piece with what it costs.';

-- 35_stock/200_fn_set_stock.sql
create function private.stock_subject(p_id uuid)
returns public.stock_items
language plpgsql
stable
set search_path = ''
as $$
declare
  v_item public.stock_items;
begin
  select t.store_id, t.product_id, t.variant_id, t.modifier_id
  into v_item.store_id, v_item.product_id, v_item.variant_id, v_item.modifier_id
  from (
    select p.store_id, p.id as product_id, null::uuid as variant_id, null::uuid as modifier_id
    from public.products p where p.id = p_id
    union all
    select v.store_id, null, v.id, null from public.product_variants v where v.id = p_id
    union all
    select m.store_id, null, null, m.id from public.modifiers m where m.id = p_id
  ) t;
  if v_item.store_id is null then
    perform private.raise('catalog.product_not_found', 404);
  end if;
  v_item.id := p_id;
  return v_item;
end;
$$;
comment on function private.stock_subject(uuid) is 'What a stock row of this product, variant or modifier would say of whom it counts.';

create function private.count_stock(p_subject_id uuid, p_on_hand_count int)
returns public.stock_items
language plpgsql
set search_path = ''
as $$
declare
  v_subject public.stock_items := private.stock_subject(p_subject_id);
  v_before public.stock_items;
  v_row public.stock_items;
begin
  select * into v_before from public.stock_items where id = p_subject_id for update;
  if p_on_hand_count is null then
    if v_before.reserved_count > 0 then
      perform private.raise('catalog.stock_reserved', 409);
    end if;
    delete from public.stock_items where id = p_subject_id;
    if found then
      v_before.on_hand_count := 0;
      perform private.move_stock(v_before, 'uncounted', 0);
    end if;
    return null;
  end if;
  if p_on_hand_count < 0 then
    perform private.raise('catalog.stock_negative', 400);
  end if;
  insert into public.stock_items as s (id, store_id, product_id, variant_id, modifier_id, on_hand_count)
  values (p_subject_id, v_subject.store_id, v_subject.product_id, v_subject.variant_id, v_subject.modifier_id, p_on_hand_count)
  on conflict (id) do update
    set on_hand_count = excluded.on_hand_count, updated_at = now()
    where s.reserved_count <= excluded.on_hand_count
  returning * into v_row;
  if v_row.id is null then
    perform private.raise('catalog.stock_reserved', 409);
  end if;
  perform private.move_stock(v_row, 'counted', p_on_hand_count - coalesce(v_before.on_hand_count, 0));
  perform private.warn_low_stock(v_row, v_before.on_hand_count - v_before.reserved_count);
  return v_row;
end;
$$;
comment on function private.count_stock(uuid, int) is
  'Sets the counted stock of a product, variant or modifier; null stops counting. Refused below what orders have reserved.';

create function public.set_stock(p_subject_id uuid, p_on_hand_count int)
returns jsonb
language plpgsql
security definer -- stock rows are changed by functions only
set search_path = ''
as $$
declare
  v_row public.stock_items;
begin
  perform private.require_store_staff((private.stock_subject(p_subject_id)).store_id, '{manager,order_clerk}');
  v_row := private.count_stock(p_subject_id, p_on_hand_count);
  return case when v_row.id is not null then to_jsonb(v_row) end;
end;
$$;
comment on function public.set_stock(uuid, int) is
  'Sets the counted stock of a product, variant or modifier; null stops counting. Refused below what orders have reserved.';

-- 40_promotion/200_fn_take_promotions.sql
create function private.take_promotions(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_row record;
  v_shard smallint;
begin
  select * into v_order from public.orders where id = p_order_id;
  if exists (select 1 from private.promotion_uses where order_id = p_order_id) then
    return;
  end if;
  -- Counters of all promotions, then customers, then flash stock, then coupons, then points: everyone in this order.
  for v_row in
    select p.id, p.name, p.kind, p.status, -sum(a.amount_cents)::bigint as amount_cents,
      case p.kind when 'flash_sale' then sum(a.quantity)::int else 1 end as units
    from public.order_adjustments a
    join public.promotions p on p.id = a.promotion_id
    where a.order_id = p_order_id
    group by p.id
    order by p.id
  loop
    v_shard := case when v_row.status = 'published' or (v_row.kind = 'coupon' and v_row.status = 'ended')
      then private.count_promotion_use(v_row.id, v_row.amount_cents, v_row.units) end;
    if v_shard is null then
      perform private.raise('promotion.used_up', 409,
        jsonb_build_object('promotion_id', v_row.id, 'name', v_row.name));
    end if;
    insert into private.promotion_uses (order_id, promotion_id, customer_id, amount_cents, quantity, shard)
    values (p_order_id, v_row.id, v_order.customer_id, v_row.amount_cents, v_row.units, v_shard);
  end loop;

  for v_row in
    select p.id, p.name, p.customer_cap, u.quantity
    from private.promotion_uses u
    join public.promotions p on p.id = u.promotion_id
    where u.order_id = p_order_id and p.customer_cap is not null
    order by p.id
  loop
    insert into private.promotion_customers as c (promotion_id, customer_id, used_count)
    select v_row.id, v_order.customer_id, v_row.quantity where v_row.quantity <= v_row.customer_cap
    on conflict (promotion_id, customer_id) do update set used_count = c.used_count + excluded.used_count
      where c.used_count + excluded.used_count <= v_row.customer_cap;
    if not found then
      perform private.raise('promotion.used_up', 409,
        jsonb_build_object('promotion_id', v_row.id, 'name', v_row.name));
    end if;
  end loop;

  for v_row in
    select p.id, p.name, i.product_id, sum(a.quantity)::int as quantity
    from public.order_adjustments a
    join public.promotions p on p.id = a.promotion_id and p.kind = 'flash_sale'
    join public.order_items i on i.order_id = a.order_id and i.line_number = a.line_number
    where a.order_id = p_order_id
    group by p.id, i.product_id
    order by p.id, i.product_id
  loop
    update private.flash_stock
    set sold_count = sold_count + v_row.quantity
    where promotion_id = v_row.id and product_id = v_row.product_id and stock_count - sold_count >= v_row.quantity;
    if not found then
      perform private.raise('promotion.used_up', 409,
        jsonb_build_object('promotion_id', v_row.id, 'name', v_row.name));
    end if;
  end loop;

  for v_row in
    select a.coupon_id as id, a.name from public.order_adjustments a
    where a.order_id = p_order_id and a.coupon_id is not null
    order by a.coupon_id
  loop
    update public.coupons
    set status = 'used', order_id = p_order_id, used_at = now()
    where id = v_row.id and customer_id = v_order.customer_id
      and status in ('issued', 'claimed', 'returned') and expires_at > now();
    if not found then
      perform private.raise('promotion.coupon_unusable', 409,
        jsonb_build_object('coupon_id', v_row.id, 'name', v_row.name));
    end if;
  end loop;
  perform private.spend_points(v_order);
end;
$$;
comment on function private.take_promotions(uuid) is
  'Counts what the adjustments of a new order use: budgets, caps, flash stock, coupons, points. Called last, so that nothing is held long; all or nothing (promotion.used_up, promotion.coupon_unusable, member.points_short).';

-- 45_member/200_fn_get_my_membership.sql
create function public.get_my_membership()
returns jsonb
language plpgsql
stable
security definer -- sums the caller's own account of the ledger
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_member public.members;
  v_tier public.member_tiers;
begin
  select * into v_member from public.members where customer_id = v_user_id;
  select * into v_tier from public.member_tiers where id = v_member.tier_id;
  return jsonb_build_object(
    'tier', case when v_tier.id is not null then to_jsonb(v_tier) - 'created_at' end,
    'next_tier', (
      select to_jsonb(t) - 'created_at' from public.member_tiers t
      where t.level > coalesce(v_tier.level, -1) order by t.level limit 1),
    'spend_cents', coalesce(v_member.spend_cents, 0), 'order_count', coalesce(v_member.order_count, 0),
    'cents_per_point', private.cents_per_point(),
    'points', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'currency', a.currency, 'cents', b.cents, 'points', b.cents / private.cents_per_point()) order by a.currency), '[]')
      from public.ledger_accounts a
      cross join lateral private.points_cents(v_user_id, a.currency) as b (cents)
      where a.kind = 'customer_points' and a.owner_id = v_user_id),
    'recent', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', r.kind, 'order_id', r.order_id, 'points', r.cents / private.cents_per_point(), 'at', r.event_at) order by r.id desc), '[]')
      from (
        select e.id, t.kind, t.order_id, -e.amount_cents as cents, t.event_at
        from public.ledger_accounts a
        join public.ledger_entries e on e.account_id = a.id
        join public.ledger_transactions t on t.id = e.transaction_id
        where a.kind = 'customer_points' and a.owner_id = v_user_id
        order by e.id desc limit 50
      ) r),
    'member_day', private.setting('member.day'));
end;
$$;
comment on function public.get_my_membership() is
  'The caller''s tier and the next one, points by currency with the last fifty movements, and the member day.';

-- 50_order/200_fn_place_order.sql
create function public.place_order(
  p_quote_id uuid, p_idempotency_key text, p_note text default '', p_is_edit_consented boolean default false)
returns jsonb
language plpgsql
security definer -- orders are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('place_order', p_idempotency_key, v_user_id, p_quote_id);
  v_quote public.quotes;
  v_order public.orders;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- One customer's orders wait for each other: limits and discounts of a customer count every order before.
  perform pg_advisory_xact_lock(hashtextextended('place_order:' || v_user_id, 0));
  select * into v_quote from public.quotes where id = p_quote_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.quote_not_found', 404);
  end if;
  if v_quote.expires_at <= now() then
    perform private.raise('order.quote_expired', 409);
  end if;
  if exists (select 1 from public.orders where quote_id = v_quote.id) then
    perform private.raise('order.quote_used', 409);
  end if;
  if private.is_quote_overtaken(v_quote) then
    perform private.raise('order.quote_expired', 409);
  end if;
  if (select count(*) from public.orders where customer_id = v_user_id and status = 'pending_payment')
    >= coalesce((private.setting('order.max_unpaid') #>> '{}')::int, 10)
  then
    perform private.raise('order.too_many_unpaid', 429);
  end if;
  perform private.check_quote_still_good(v_quote);

  v_order := private.write_order(v_quote, p_note, p_is_edit_consented);
  perform private.freeze_commission(v_order.id);
  v_order := private.apply_order_command(v_order.id, 'place', 'customer');
  -- What many orders share is held only from here to the commit: stock, slots, promotions, in this order everywhere.
  perform private.reserve_stock(v_order.id);
  perform private.take_slot(v_order);
  perform private.take_promotions(v_order.id);
  if v_order.total_cents = 0 then
    v_order := private.apply_order_command(v_order.id, 'pay', 'system');
  end if;
  return private.finish_command('place_order', p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function public.place_order(uuid, text, text, boolean) is
  'Turns a quote into an order awaiting payment: checks again, reserves stock and slot, counts promotions. p_is_edit_consented: the store may remove or replace what has sold out without asking. A repeat with the same key returns the first answer.';

-- 55_booking/200_fn_assign_booking.sql
create function public.assign_booking(p_order_id uuid, p_worker_id uuid)
returns jsonb
language plpgsql
security definer -- bookings change by commands only
set search_path = ''
as $$
declare
  v_booking public.bookings;
begin
  select * into v_booking from public.bookings where order_id = p_order_id;
  perform private.require_store_staff(v_booking.store_id);
  perform 1 from public.orders where id = p_order_id for update;
  select * into v_booking from public.bookings where order_id = p_order_id for update;
  if v_booking.status not in ('requested', 'confirmed') then
    perform private.raise('booking.transition_refused', 409, jsonb_build_object('status', v_booking.status));
  end if;
  if not exists (
    select 1 from public.merchant_members m join public.stores s on s.merchant_id = m.merchant_id
    where s.id = v_booking.store_id and m.user_id = p_worker_id and (m.store_id is null or m.store_id = s.id))
  then
    perform private.raise('booking.worker_not_staff', 422);
  end if;
  if exists (
    select 1 from public.bookings b
    where b.worker_id = p_worker_id and b.id <> v_booking.id and b.status in ('requested', 'confirmed', 'in_service')
      and tstzrange(b.starts_at, b.ends_at) && tstzrange(v_booking.starts_at, v_booking.ends_at))
  then
    perform private.raise('booking.worker_busy', 409);
  end if;
  update public.bookings set worker_id = p_worker_id, updated_at = now() where id = v_booking.id returning * into v_booking;
  return to_jsonb(v_booking);
end;
$$;
comment on function public.assign_booking(uuid, uuid) is
  'Store names who of its staff goes to a booking; refused while that person has another booking at the time.';

-- 60_payment/200_fn_create_payment.sql
create function private.payment_answer(p_payment public.payments, p_expires_at timestamptz, p_description text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'payment_id', p_payment.id, 'purpose', p_payment.purpose, 'order_id', p_payment.order_id, 'provider', p_payment.provider,
    'out_trade_no', p_payment.out_trade_no, 'amount_cents', p_payment.amount_cents, 'currency', p_payment.currency,
    'status', p_payment.status, 'expires_at', p_expires_at, 'description', p_description);
$$;

create function private.void_pending_payments(p_order_id uuid, p_except public.payment_provider default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
begin
  for v_payment in
    select * from public.payments
    where order_id = p_order_id and status = 'pending' and provider is distinct from p_except
    order by id for update
  loop
    perform private.apply_payment_command(
      v_payment.id, 'void', 'void:' || v_payment.id, v_payment.amount_cents, '{}', now());
  end loop;
end;
$$;
comment on function private.void_pending_payments(uuid, public.payment_provider) is
  'Gives up the open charges of an order, but for one provider''s. What is paid there all the same is taken, or sent back.';

create function private.check_payable(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_check jsonb;
begin
  if p_order.status <> 'pending_payment' or p_order.due_at <= now() then
    perform private.raise('payment.order_not_payable', 409, jsonb_build_object('status', p_order.status));
  end if;
  select public.check_serviceability(q.store_id, q.fulfillment_type,
    (q.address ->> 'lon')::double precision, (q.address ->> 'lat')::double precision, q.subtotal_cents,
    coalesce(p_order.slot_starts_at, now()), p_order.id)
  into v_check from public.quotes q where q.id = p_order.quote_id;
  if not (v_check ->> 'is_serviceable')::boolean then
    perform private.raise(v_check ->> 'reason', 422, v_check);
  end if;
end;
$$;
comment on function private.check_payable(public.orders) is 'The order waits for payment and the store still serves it.';

create function public.create_payment(p_order_id uuid, p_provider public.payment_provider)
returns jsonb
language plpgsql
security definer -- payments are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_order public.orders;
  v_payment public.payments;
  v_id uuid := gen_random_uuid();
begin
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  select * into v_payment from public.payments
  where order_id = p_order_id and provider = p_provider and status in ('pending', 'captured')
  order by created_at desc limit 1;
  if v_payment.id is null then
    perform private.check_payable(v_order);
    perform private.void_pending_payments(p_order_id, p_provider);
    insert into public.payments (id, order_id, customer_id, provider, out_trade_no, amount_cents, currency)
    values (v_id, p_order_id, v_user_id, p_provider, 'LL' || left(replace(v_id::text, '-', ''), 30),
      v_order.total_cents, v_order.currency)
    returning * into v_payment;
    if p_provider = 'wallet' then
      v_payment := private.capture_from_wallet(v_payment.id);
    end if;
  end if;
  return private.payment_answer(v_payment, v_order.due_at,
    (select s.name from public.stores s where s.id = v_order.store_id) || ' ' || v_order.number);
end;
$$;
comment on function public.create_payment(uuid, public.payment_provider) is
  'The open charge of an order with a provider, made on first call: {payment_id, purpose, order_id, provider, out_trade_no, amount_cents, currency, status, expires_at, description}. The provider is then asked by an edge function; the wallet pays at once. Open charges at other providers are given up.';

-- 70_ledger/200_fn_get_order_ledger.sql
create function public.get_order_ledger(p_order_id uuid)
returns table (
  transaction_kind text, event_at timestamptz, account public.ledger_account_kind,
  owner_id uuid, owner_name text, purpose text, amount_cents bigint, currency text)
language plpgsql
stable
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops();
  return query
  select t.kind, t.event_at, a.kind, a.owner_id,
    coalesce((select m.name from public.merchants m where m.id = a.owner_id),
      (select r.display_name from public.riders r where r.id = a.owner_id),
      (select p.display_name from public.profiles p where p.id = a.owner_id)),
    e.purpose, e.amount_cents, a.currency
  from public.ledger_transactions t
  join public.ledger_entries e on e.transaction_id = t.id
  join public.ledger_accounts a on a.id = e.account_id
  where t.order_id = p_order_id
  order by e.id;
end;
$$;
comment on function public.get_order_ledger(uuid) is 'Who paid and who received each cent of an order; for ops.';

-- 72_payout/200_fn_request_payout.sql
create function public.set_payout_account(
  p_party public.settlement_party, p_party_id uuid, p_holder_name text, p_bank_name text, p_account_number text,
  p_currency text default 'CNY')
returns jsonb
language plpgsql
security definer -- accounts are private
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
  -- Card numbers are written with gaps; in a wallet's id a dash means something.
  v_number text := case when p_account_number ~ '^[0-9\s-]+$'
    then regexp_replace(p_account_number, '[\s-]', '', 'g') else btrim(coalesce(p_account_number, '')) end;
begin
  if not private.may_manage_money(p_party, p_party_id) then
    perform private.raise('identity.not_allowed', 403);
  end if;
  if v_number !~ '^[A-Za-z0-9@._-]{6,64}$' or coalesce(p_holder_name, '') = '' or coalesce(p_bank_name, '') = '' then
    perform private.raise('payout.account_invalid', 422);
  end if;
  update private.payout_accounts set is_active = false
  where party_id = p_party_id and currency = p_currency and is_active;
  insert into private.payout_accounts (
    id, party_id, currency, holder_name, bank_name, account_masked, account_secret_id, created_by)
  values (v_id, p_party_id, p_currency, left(p_holder_name, 60), left(p_bank_name, 60),
    '****' || right(v_number, 4), vault.create_secret(v_number, 'payout_account:' || v_id), auth.uid());
  return jsonb_build_object('id', v_id, 'bank_name', p_bank_name, 'account_masked', '****' || right(v_number, 4));
end;
$$;
comment on function public.set_payout_account(public.settlement_party, uuid, text, text, text, text) is
  'Where the caller''s merchant, or the rider that the caller is, is paid. The number is kept encrypted and shown masked.';

create function public.get_payout_balance(p_party public.settlement_party, p_party_id uuid, p_currency text default 'CNY')
returns jsonb
language plpgsql
security definer -- reads the ledger for its party, or for ops
set search_path = ''
as $$
begin
  if not private.may_manage_money(p_party, p_party_id) then
    perform private.require_ops_role('finance');
  end if;
  return jsonb_build_object(
    'currency', p_currency,
    'balance_cents', -private.account_balance(private.payable_account(p_party, p_party_id, p_currency)),
    'settled_cents', private.settled_balance(p_party, p_party_id, p_currency),
    'available_cents', private.available_cents(p_party, p_party_id, p_currency),
    'minimum_cents', coalesce((private.setting('payout.minimum_cents') #>> '{}')::bigint, 100),
    'pending_cents', (
      select coalesce(sum(p.amount_cents), 0) from public.payouts p
      where p.party = p_party and p.party_id = p_party_id and p.currency = p_currency and p.status in ('pending', 'processing')),
    'account', (
      select jsonb_build_object('holder_name', left(a.holder_name, 1) || '**', 'bank_name', a.bank_name,
        'account_masked', a.account_masked)
      from private.payout_accounts a where a.party_id = p_party_id and a.currency = p_currency and a.is_active));
end;
$$;
comment on function public.get_payout_balance(public.settlement_party, uuid, text) is
  'Money of a merchant or rider: {balance_cents (earned and not paid out), settled_cents, available_cents, pending_cents, minimum_cents, account}.';

create function public.request_payout(
  p_party public.settlement_party, p_party_id uuid, p_amount_cents bigint, p_idempotency_key text,
  p_currency text default 'CNY')
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb;
  v_account private.payout_accounts;
  v_payout public.payouts;
  v_id uuid := gen_random_uuid();
  v_available bigint;
  v_ledger_account_id uuid;
begin
  if not private.may_manage_money(p_party, p_party_id) then
    perform private.raise('identity.not_allowed', 403);
  end if;
  v_answer := private.begin_command('request_payout', p_idempotency_key, v_user_id, p_party_id);
  if v_answer is not null then
    return v_answer;
  end if;
  -- Requests of one party wait for each other here; earnings need not wait.
  v_ledger_account_id := private.payable_account(p_party, p_party_id, p_currency);
  perform 1 from public.ledger_accounts where id = v_ledger_account_id for no key update;
  select * into v_account from private.payout_accounts
  where party_id = p_party_id and currency = p_currency and is_active;
  if not found then
    perform private.raise('payout.account_missing', 409);
  end if;
  v_available := private.available_cents(p_party, p_party_id, p_currency);
  if p_amount_cents is null or p_amount_cents < coalesce((private.setting('payout.minimum_cents') #>> '{}')::bigint, 100) then
    perform private.raise('payout.amount_invalid', 422,
      jsonb_build_object('minimum_cents', private.setting('payout.minimum_cents')));
  end if;
  if p_amount_cents > v_available then
    perform private.raise('payout.above_balance', 409, jsonb_build_object('available_cents', v_available));
  end if;
  insert into public.payouts (
    id, party, party_id, currency, amount_cents, payout_account_id, account_masked, out_payout_no, requested_by)
  values (v_id, p_party, p_party_id, p_currency, p_amount_cents, v_account.id, v_account.account_masked,
    'LP' || left(replace(v_id::text, '-', ''), 30), v_user_id)
  returning * into v_payout;
  insert into public.payout_events (payout_id, command, from_status, to_status, actor, actor_id)
  values (v_id, 'request', 'pending', 'pending', p_party::text::public.actor_role, v_user_id);
  perform private.post_payout(v_payout, 'requested');
  return private.finish_command('request_payout', p_idempotency_key, v_user_id, private.payout_answer(v_payout));
end;
$$;
comment on function public.request_payout(public.settlement_party, uuid, bigint, text, text) is
  'A merchant''s manager or a rider withdraws settled money, up to what is available; finance approves it.';

create function public.cancel_payout(p_payout_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('cancel_payout', p_idempotency_key, v_user_id, p_payout_id);
  v_payout public.payouts;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_payout from public.payouts where id = p_payout_id;
  if not coalesce(private.may_manage_money(v_payout.party, v_payout.party_id), false)
    and not private.has_ops_role('finance')
  then
    perform private.raise('payout.not_found', 404);
  end if;
  v_payout := private.apply_payout_command(p_payout_id, 'cancel',
    case when private.may_manage_money(v_payout.party, v_payout.party_id)
      then v_payout.party::text::public.actor_role else 'ops' end);
  return private.finish_command('cancel_payout', p_idempotency_key, v_user_id, private.payout_answer(v_payout));
end;
$$;
comment on function public.cancel_payout(uuid, text) is 'The party, or finance, takes a payout back that is not approved yet; the money is owed again.';

-- 75_delivery/200_fn_rider_state.sql
create function private.require_rider()
returns public.riders
language plpgsql
set search_path = ''
as $$
declare
  v_rider public.riders;
begin
  perform private.require_user();
  select * into v_rider from public.riders where id = auth.uid() and is_active;
  if not found then
    perform private.raise('rider.not_rider', 403);
  end if;
  return v_rider;
end;
$$;

create function public.go_online(p_lon double precision, p_lat double precision)
returns jsonb
language plpgsql
security definer -- riders change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  update public.riders set reported_at = null where id = v_rider.id;
  perform private.move_rider(v_rider.id, p_lon, p_lat, null, null);
  update public.riders set status = 'online' where id = v_rider.id returning * into v_rider;
  perform private.start_shift(v_rider.id);
  perform private.announce_rider(v_rider);
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_rider.zone_id));
  return jsonb_build_object('id', v_rider.id, 'status', v_rider.status, 'zone_id', v_rider.zone_id);
end;
$$;
comment on function public.go_online(double precision, double precision) is 'Rider starts to receive offers at this place (WGS-84).';

create function public.go_offline()
returns jsonb
language plpgsql
security definer -- riders change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  -- Tasks are looked for last: an offer or the rider may have waited for one that was just being given.
  perform private.expire_offer(o.id, 'withdrawn')
  from public.dispatch_offers o where o.rider_id = v_rider.id and o.status = 'offered';
  update public.riders set status = 'offline' where id = v_rider.id returning * into v_rider;
  if exists (
    select 1 from public.deliveries
    where rider_id = v_rider.id and status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'))
  then
    perform private.raise('rider.has_open_tasks', 409);
  end if;
  update public.deliveries set pinned_rider_id = null
  where pinned_rider_id = v_rider.id and status in ('unassigned', 'offered');
  perform private.announce_rider(v_rider);
  return jsonb_build_object('id', v_rider.id, 'status', v_rider.status);
end;
$$;
comment on function public.go_offline() is 'Rider stops receiving offers; refused while a task is open.';

create function private.move_rider(
  p_rider_id uuid, p_lon double precision, p_lat double precision, p_heading double precision,
  p_at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.check_point(p_lon, p_lat);
  update public.riders r
  set lon = p_lon, lat = p_lat, heading = p_heading, position_at = now(),
      reported_at = case when p_at is not null then least(p_at, now()) end,
      zone_id = coalesce((
        select z.id from public.zones z
        where z.city_id = r.city_id and z.is_active
        order by z.area operator(extensions.<->) private.point(p_lon, p_lat)
        limit 1), r.zone_id)
  -- A late message never moves the rider back in time. Phones' clocks are wrong: only their order counts.
  where r.id = p_rider_id and (r.reported_at is null or r.reported_at <= p_at);
end;
$$;

create function private.announce_rider(p_rider public.riders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object(
    'rider_id', p_rider.id, 'lon', p_rider.lon, 'lat', p_rider.lat, 'heading', p_rider.heading,
    'status', p_rider.status, 'at', p_rider.position_at);
begin
  perform private.broadcast('city:' || p_rider.city_id, 'rider.moved', p_rider_payload)
  from (select v_payload || jsonb_build_object('display_name', p_rider.display_name) as p_rider_payload) named;
  perform private.broadcast('order:' || d.order_id, 'rider.moved', v_payload)
  from public.deliveries d
  where d.rider_id = p_rider.id
    and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer');
end;
$$;
comment on function private.announce_rider(public.riders) is 'Tells ops, and the customers whose orders the rider carries, where the rider is.';

create function public.report_position(
  p_lon double precision, p_lat double precision, p_heading double precision default null,
  p_at timestamptz default now())
returns void
language plpgsql
security definer -- riders change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  perform private.move_rider(v_rider.id, p_lon, p_lat, p_heading, p_at);
  select * into v_rider from public.riders where id = v_rider.id;
  perform private.announce_rider(v_rider);
end;
$$;
comment on function public.report_position(double precision, double precision, double precision, timestamptz) is
  'Rider''s place (WGS-84), heading in degrees clockwise from north, and the phone''s time. Old reports are ignored.';

-- 80_dispatch/200_fn_begin_dispatch_tick.sql
create function public.begin_dispatch_tick(p_zone_id uuid, p_is_routed boolean default true)
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_zone public.zones;
  v_tick_id uuid := gen_random_uuid();
  v_settings jsonb;
  v_deliveries jsonb;
  v_snapshot jsonb;
begin
  select * into v_zone from public.zones where id = p_zone_id and is_active;
  if not found then
    perform private.raise('dispatch.zone_not_found', 404);
  end if;
  insert into private.dispatch_leases as l (zone_id, tick_id, leased_until)
  values (p_zone_id, v_tick_id, now() + interval '15 seconds')
  on conflict (zone_id) do update
    set tick_id = excluded.tick_id, leased_until = excluded.leased_until
    where l.leased_until <= now();
  if not found then
    return jsonb_build_object('is_busy', true);
  end if;
  perform private.run_offer_timeouts(p_zone_id);

  v_settings := private.dispatch_settings(p_zone_id);
  v_deliveries := private.snapshot_deliveries(p_zone_id, v_settings);
  if coalesce(v_deliveries #>> '{0,status}', '') <> 'unassigned' then
    delete from private.dispatch_leases where zone_id = p_zone_id and tick_id = v_tick_id;
    return jsonb_build_object('is_idle', true);
  end if;
  v_snapshot := private.take_snapshot(v_zone, v_tick_id, v_settings, v_deliveries, p_is_routed);
  insert into public.dispatch_ticks (id, zone_id, snapshot) values (v_tick_id, p_zone_id, v_snapshot);
  return v_snapshot;
end;
$$;
comment on function public.begin_dispatch_tick(uuid, boolean) is
  'Leases a zone and returns what the engine decides from: settings, places, travel seconds between them (left out for a caller with a routing service of its own), open deliveries, riders. {is_busy} while another tick holds the zone, {is_idle} when nothing waits.';

-- 85_notification/200_fn_deliver_notification.sql
create function public.deliver_notification(p_message_id uuid)
returns void
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_message private.outbox_messages;
  v_id uuid;
begin
  select * into v_message from private.outbox_messages where id = p_message_id and kind = 'notify.in_app';
  if not found then
    perform private.raise('notification.message_not_found', 404);
  end if;
  insert into private.delivered_messages (message_id) values (p_message_id) on conflict do nothing;
  if not found then
    return;
  end if;
  insert into public.notifications (user_id, event, order_id, title, body)
  values (
    (v_message.payload ->> 'user_id')::uuid, v_message.payload ->> 'event', (v_message.payload ->> 'order_id')::uuid,
    v_message.payload ->> 'title', v_message.payload ->> 'body')
  returning id into v_id;
  perform private.broadcast('user:' || (v_message.payload ->> 'user_id'), 'notification.created',
    jsonb_build_object('notification_id', v_id, 'event', v_message.payload ->> 'event',
      'order_id', v_message.payload ->> 'order_id', 'title', v_message.payload ->> 'title',
      'body', v_message.payload ->> 'body'));
end;
$$;
comment on function public.deliver_notification(uuid) is 'Puts an in-app message of the outbox before its reader, once.';

-- 88_screen/200_fn_screen_problem.sql
create function private.screen_problem(p_path text, p_key text, p_cut text, p_detail jsonb default '{}', p_is_error boolean default true)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object('path', p_path, 'key', p_key, 'severity', case when p_is_error then 'error' else 'warning' end,
    'detail', p_detail, 'cut', p_cut);
$$;
comment on function private.screen_problem(text, text, text, jsonb, boolean) is
  'One fault of a screen definition: where (dots between keys and positions), what, how bad, and which part is left out because of it.';

create function private.nearest_name(p_name text, p_names text[])
returns text
language sql
immutable
set search_path = ''
as $$
  select n from unnest(p_names) n
  where extensions.similarity(n, p_name) > 0.3
  order by extensions.similarity(n, p_name) desc, n
  limit 1;
$$;

create function private.screen_roles()
returns text[]
language sql
stable
set search_path = ''
as $$
  select enum_range(null::public.ops_role)::text[] || enum_range(null::public.merchant_role)::text[];
$$;
comment on function private.screen_roles() is 'Roles that a screen can name; who has none of them never sees the back office.';

create function private.fit_widgets(p_kind text, p_is_reference boolean)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select case p_kind
    when 'text' then array['text', 'textarea', 'tag', 'choice', 'image', 'phone', 'url']
    when 'integer' then array['number', 'money', 'percent', 'duration', 'distance']
    when 'number' then array['number']
    when 'boolean' then array['switch']
    when 'datetime' then array['datetime', 'date']
    when 'date' then array['date']
    when 'time' then array['time']
    when 'enum' then array['tag', 'choice']
    when 'array' then array['tags']
    when 'json' then array['translations', 'tags']
    when 'geometry' then array['map']
    else array['text'] end
    || case when p_is_reference then array['reference', 'text'] else '{}' end || array['json'];
$$;
comment on function private.fit_widgets(text, boolean) is 'The widgets that can show values of this kind. The back office has one for each name here.';

-- 97_audit/200_fn_list_audit_log.sql
create function public.list_audit_log(p_filters jsonb default '{}', p_before_id bigint default null, p_limit int default 50)
returns table (
  id bigint, at timestamptz, actor_id uuid, actor_name text, actor_role text, table_name text, row_key text, operation text,
  command text, store_id uuid, before jsonb, after jsonb, request_id text)
language plpgsql
stable
security definer -- names of the actors are not the reader's to see otherwise; the rows are chosen by the reader's role
set search_path = ''
as $$
declare
  v_is_admin boolean := private.has_ops_role('admin');
  v_stores uuid[] := array(select private.my_store_ids('{manager}'));
  v_merchants uuid[] := array(select private.my_settled_party_ids());
begin
  perform private.require_user();
  return query
  select l.id, l.at, l.actor_id, p.display_name, l.actor_role, l.table_name, l.row_key, l.operation, l.command, l.store_id,
    l.before, l.after, l.request_id
  from public.audit_log l
  left join public.profiles p on p.id = l.actor_id
  where (p_before_id is null or l.id < p_before_id)
    and (v_is_admin or l.store_id = any (v_stores) or l.merchant_id = any (v_merchants))
    and (p_filters ->> 'table_name' is null or l.table_name = p_filters ->> 'table_name')
    and (p_filters ->> 'row_key' is null or l.row_key = p_filters ->> 'row_key')
    and (p_filters ->> 'operation' is null or l.operation = p_filters ->> 'operation')
    and (p_filters ->> 'actor_id' is null or l.actor_id = (p_filters ->> 'actor_id')::uuid)
    and (p_filters ->> 'store_id' is null or l.store_id = (p_filters ->> 'store_id')::uuid)
    and (p_filters ->> 'from' is null or l.at >= (p_filters ->> 'from')::timestamptz)
    and (p_filters ->> 'to' is null or l.at < (p_filters ->> 'to')::timestamptz)
  order by l.id desc
  limit least(greatest(p_limit, 1), 200);
end;
$$;
comment on function public.list_audit_log(jsonb, bigint, int) is
  'The log, newest first; filters: table_name, row_key, operation, actor_id, store_id, from, to. The next page begins before the last id. Administrators see all, managers what concerns their stores.';

-- 60_payment/202_fn_wallet.sql
create function private.wallet_balance(p_customer_id uuid, p_currency text)
returns bigint
language sql
stable
set search_path = ''
as $$
  -- The wallet is a credit: what we owe the customer.
  select coalesce(-(
    select private.account_balance(a.id) from public.ledger_accounts a
    where a.kind = 'customer_wallet' and a.owner_id = p_customer_id and a.currency = p_currency), 0)::bigint;
$$;
comment on function private.wallet_balance(uuid, text) is 'What a customer has in the wallet.';

create function private.capture_from_wallet(p_payment_id uuid)
returns public.payments
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_account_id uuid;
begin
  select * into v_payment from public.payments where id = p_payment_id;
  v_account_id := private.ledger_account('customer_wallet', v_payment.customer_id, v_payment.currency);
  -- Payments from one wallet wait for each other here; what comes in need not wait.
  perform 1 from public.ledger_accounts where id = v_account_id for no key update;
  if private.wallet_balance(v_payment.customer_id, v_payment.currency) < v_payment.amount_cents then
    perform private.raise('wallet.balance_low', 409, jsonb_build_object(
      'balance_cents', private.wallet_balance(v_payment.customer_id, v_payment.currency),
      'amount_cents', v_payment.amount_cents));
  end if;
  v_payment := private.apply_payment_command(
    v_payment.id, 'capture', 'wallet:' || v_payment.id, v_payment.amount_cents, '{}', now());
  perform private.post_capture(v_payment);
  perform private.void_pending_payments(v_payment.order_id);
  perform private.apply_order_command(v_payment.order_id, 'pay', 'system');
  return v_payment;
end;
$$;
comment on function private.capture_from_wallet(uuid) is 'Takes an open charge from its customer''s wallet; a wallet is never overdrawn.';

create function public.pay_with_wallet(p_order_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- payments are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('pay_with_wallet', p_idempotency_key, v_user_id, p_order_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  return private.finish_command('pay_with_wallet', p_idempotency_key, v_user_id, public.create_payment(p_order_id, 'wallet'));
end;
$$;
comment on function public.pay_with_wallet(uuid, text) is
  'Pays an order from the caller''s wallet at once; answers as create_payment does, with status captured.';

create function public.create_top_up(
  p_amount_cents bigint, p_provider public.payment_provider, p_idempotency_key text, p_currency text default 'CNY')
returns jsonb
language plpgsql
security definer -- payments are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('create_top_up', p_idempotency_key, v_user_id, null);
  v_payment public.payments;
  v_id uuid := gen_random_uuid();
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if p_provider = 'wallet' or not exists (select 1 from public.cities where currency = p_currency) then
    perform private.raise('wallet.top_up_invalid', 422);
  end if;
  if p_amount_cents is null or p_amount_cents not between
    coalesce((private.setting('wallet.top_up_minimum_cents') #>> '{}')::bigint, 100)
    and coalesce((private.setting('wallet.top_up_maximum_cents') #>> '{}')::bigint, 200000)
  then
    perform private.raise('wallet.top_up_invalid', 422);
  end if;
  if (select count(*) from public.payments where customer_id = v_user_id and purpose = 'top_up' and status = 'pending'
      and created_at > now() - interval '1 hour') >= 5
  then
    perform private.raise('wallet.too_many_top_ups', 429);
  end if;
  insert into public.payments (id, purpose, customer_id, provider, out_trade_no, amount_cents, currency)
  values (v_id, 'top_up', v_user_id, p_provider, 'LW' || left(replace(v_id::text, '-', ''), 30), p_amount_cents, p_currency)
  returning * into v_payment;
  return private.finish_command('create_top_up', p_idempotency_key, v_user_id,
    private.payment_answer(v_payment, v_payment.created_at + private.setting_interval('order.payment_timeout_seconds', 900),
      private.setting('wallet.description') #>> '{}'));
end;
$$;
comment on function public.create_top_up(bigint, public.payment_provider, text, text) is
  'An open charge that fills the caller''s wallet once it is paid; answers as create_payment does, without an order.';

create function public.get_wallet(p_currency text default 'CNY', p_before_id bigint default null, p_limit int default 30)
returns jsonb
language sql
stable
security definer -- the ledger is closed to customers; answers the caller's own wallet only
set search_path = ''
as $$
  select jsonb_build_object(
    'currency', p_currency,
    'balance_cents', private.wallet_balance(private.require_user(), p_currency),
    'entries', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', x.id, 'kind', x.kind, 'event_at', x.event_at, 'order_id', x.order_id, 'order_number', x.number,
        'amount_cents', x.amount_cents) order by x.id desc), '[]')
      from (
        select e.id, t.kind, t.event_at, t.order_id, o.number, -e.amount_cents as amount_cents
        from public.ledger_entries e
        join public.ledger_transactions t on t.id = e.transaction_id
        left join public.orders o on o.id = t.order_id
        where e.account_id = (
            select a.id from public.ledger_accounts a
            where a.kind = 'customer_wallet' and a.owner_id = auth.uid() and a.currency = p_currency)
          and (p_before_id is null or e.id < p_before_id)
        order by e.id desc
        limit least(greatest(p_limit, 1), 100)) x));
$$;
comment on function public.get_wallet(text, bigint, int) is
  'The caller''s wallet: {currency, balance_cents, entries: [{id, kind, event_at, order_id, order_number, amount_cents}]}, newest first; positive came in. The next page begins before the last id.';

-- 50_order/205_fn_promise_times.sql
create function private.promise_times(p_order_id uuid, p_preparation_minutes int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_meters int;
  v_travel interval;
  v_ready_at timestamptz := now() + make_interval(mins => p_preparation_minutes);
begin
  select * into v_order from public.orders where id = p_order_id;
  select distance_meters into v_meters from public.quotes where id = v_order.quote_id;
  v_travel := case when v_order.fulfillment_type = 'delivery'
    then make_interval(mins => private.estimate_minutes(p_preparation_minutes, v_meters) - p_preparation_minutes)
    else interval '0' end;
  -- A scheduled order is there within its slot: preparation is counted back from the slot's begin.
  if v_order.slot_starts_at is not null then
    v_ready_at := greatest(v_ready_at, v_order.slot_starts_at - v_travel);
  end if;
  update public.orders
  set preparation_expected_at = v_ready_at,
      pickup_expected_at = v_ready_at,
      dropoff_expected_at = v_ready_at + v_travel
  where id = p_order_id;
end;
$$;
comment on function private.promise_times(uuid, int) is
  'Sets when the order should be ready, picked up and at the door, from the store''s minutes and the slot, if any.';

-- 88_screen/205_fn_check_members.sql
create function private.check_members(p_part jsonb, p_allowed text[], p_path text, p_cut text)
returns setof jsonb
language sql
immutable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'not_an_object', p_cut) where jsonb_typeof(p_part) <> 'object'
  union all
  select private.screen_problem(ltrim(p_path || '.' || k, '.'), 'unknown_key', ltrim(p_path || '.' || k, '.'),
    jsonb_build_object('name', k, 'nearest', private.nearest_name(k, p_allowed)))
  from jsonb_object_keys(case when jsonb_typeof(p_part) = 'object' then p_part else '{}' end) k
  where k <> all (p_allowed);
$$;

create function private.check_labels(p_labels jsonb, p_path text)
returns setof jsonb
language sql
immutable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'not_an_object', p_path) where jsonb_typeof(p_labels) <> 'object'
  union all
  select private.screen_problem(p_path || '.' || l.key,
    case when l.key in ('zh-CN', 'en') then 'text_invalid' else 'unknown_locale' end, p_path || '.' || l.key,
    jsonb_build_object('name', l.key, 'max', 500))
  from jsonb_each(case when jsonb_typeof(p_labels) = 'object' then p_labels else '{}' end) l
  where l.key not in ('zh-CN', 'en') or jsonb_typeof(l.value) <> 'string' or length(l.value #>> '{}') > 500;
$$;

create function private.check_roles(p_roles jsonb, p_path text, p_cut text)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'not_a_list', p_cut) where jsonb_typeof(p_roles) <> 'array'
  union all
  select private.screen_problem(p_path, 'unknown_role', p_cut,
    jsonb_build_object('name', r, 'nearest', private.nearest_name(r, private.screen_roles())))
  from jsonb_array_elements_text(case when jsonb_typeof(p_roles) = 'array' then p_roles else '[]' end) r
  where r <> all (private.screen_roles());
$$;
comment on function private.check_roles(jsonb, text, text) is
  'A part with an unknown role is left out whole: shown to nobody is safer than shown to everybody.';

create function private.check_list(p_list jsonb, p_path text)
returns setof jsonb
language sql
immutable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'not_a_list', p_path) where p_list is not null and jsonb_typeof(p_list) <> 'array';
$$;

create function private.part_list(p_part jsonb)
returns table (value jsonb, place text)
language sql
immutable
set search_path = ''
as $$
  select e.value, (e.ordinality - 1)::text
  from jsonb_array_elements(case when jsonb_typeof(p_part) = 'array' then p_part else '[]' end) with ordinality e;
$$;
comment on function private.part_list(jsonb) is 'The members of a list with their positions; nothing when it is none.';

create function private.check_repeats(p_list jsonb, p_key text, p_path text)
returns setof jsonb
language sql
immutable
set search_path = ''
as $$
  select private.screen_problem(p_path || '.' || l.place, 'repeated', p_path || '.' || l.place,
    jsonb_build_object('name', l.value ->> p_key))
  from private.part_list(p_list) l
  where exists (
    select 1 from private.part_list(p_list) other
    where other.place::int < l.place::int and other.value ->> p_key = l.value ->> p_key);
$$;

-- 20_store/210_fn_licenses.sql
create function public.submit_license(
  p_merchant_id uuid, p_kind text, p_number text, p_file_path text, p_idempotency_key text,
  p_expires_on date default null, p_store_id uuid default null)
returns jsonb
language plpgsql
security definer -- documents are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_manager(p_merchant_id, p_store_id);
  v_answer jsonb := private.begin_command('submit_license', p_idempotency_key, v_user_id, p_merchant_id);
  v_row public.license_documents;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(p_kind, '') !~ '^[a-z_]{2,40}$' or coalesce(length(trim(p_number)), 0) not between 1 and 80
    or coalesce(length(p_file_path), 0) not between 1 and 300 or p_expires_on < current_date
  then
    perform private.raise('store.license_invalid', 422);
  end if;
  insert into public.license_documents (merchant_id, store_id, kind, number, file_path, expires_on, submitted_by)
  values (p_merchant_id, p_store_id, p_kind, trim(p_number), p_file_path, p_expires_on, v_user_id)
  returning * into v_row;
  return private.finish_command('submit_license', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.submit_license(uuid, text, text, text, text, date, uuid) is
  'A manager hands in a licence of the merchant or of a store; it counts when ops have approved it.';

create function public.review_license(
  p_license_id uuid, p_is_approved boolean, p_idempotency_key text, p_reason text default '')
returns jsonb
language plpgsql
security definer -- documents are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('review_license', p_idempotency_key, v_user_id, p_license_id);
  v_row public.license_documents;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not coalesce(p_is_approved, false) and coalesce(trim(p_reason), '') = '' then
    perform private.raise('store.reason_required', 422);
  end if;
  select * into v_row from public.license_documents where id = p_license_id for update;
  if not found then
    perform private.raise('store.license_not_found', 404);
  end if;
  -- An approved one can be taken back, a rejected one is handed in anew.
  if v_row.status = 'rejected' or (v_row.status = 'approved' and p_is_approved) then
    perform private.raise('store.license_reviewed', 409, jsonb_build_object('status', v_row.status));
  end if;
  update public.license_documents
  set status = case when p_is_approved then 'approved' else 'rejected' end::public.license_status,
      reason = left(coalesce(p_reason, ''), 300), reviewed_by = v_user_id, reviewed_at = now()
  where id = p_license_id
  returning * into v_row;
  return private.finish_command('review_license', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.review_license(uuid, boolean, text, text) is
  'Ops approve a licence, or reject it with a reason; an approved one can be taken back.';

create function private.flag_expiring_licenses(p_days int default 30)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_count int := 0;
begin
  for v_row in
    update public.license_documents d
    set flagged_at = now()
    where d.status = 'approved' and d.flagged_at is null
      and d.expires_on between current_date and current_date + p_days
      -- One that is followed already worries nobody.
      and not exists (
        select 1 from public.license_documents n
        where n.merchant_id = d.merchant_id and n.kind = d.kind and n.store_id is not distinct from d.store_id
          and n.status = 'approved' and (n.expires_on is null or n.expires_on > d.expires_on))
    returning d.*
  loop
    insert into private.outbox_messages (kind, payload)
    select 'notify.in_app', jsonb_build_object('user_id', m.user_id, 'event', r.event,
      'title', private.render_text(coalesce(r.translations #>> array[p.locale, 'title'], r.title), v.params),
      'body', private.render_text(coalesce(r.translations #>> array[p.locale, 'body'], r.body), v.params))
    from public.notification_rules r
    cross join (
      select jsonb_build_object('number', v_row.number, 'left', v_row.expires_on - current_date,
        'store', coalesce((select s.name from public.stores s where s.id = v_row.store_id),
          (select c.name from public.merchants c where c.id = v_row.merchant_id))) as params) v
    join public.merchant_members m on m.merchant_id = v_row.merchant_id and m.role = 'manager'
      and (m.store_id is null or m.store_id = v_row.store_id)
    left join public.profiles p on p.id = m.user_id
    where r.is_active and r.event = 'license.expiring' and r.audience = 'merchant' and r.channel = 'in_app';
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.flag_expiring_licenses(int) is
  'Flags licences that expire within some days, once each, and tells the managers; returns how many.';

-- 35_stock/210_fn_adjust_stock.sql
create function public.adjust_stock(p_subject_id uuid, p_idempotency_key text, p_change_count int, p_reason text)
returns jsonb
language plpgsql
security definer -- stock rows are changed by functions only
set search_path = ''
as $$
declare
  v_subject public.stock_items := private.stock_subject(p_subject_id);
  v_user_id uuid := private.require_store_staff(v_subject.store_id, '{manager,order_clerk}');
  v_answer jsonb := private.begin_command('adjust_stock', p_idempotency_key, v_user_id, p_subject_id);
  v_row public.stock_items;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(trim(p_reason), '') = '' then
    perform private.raise('catalog.stock_reason_required', 422);
  end if;
  if coalesce(p_change_count, 0) = 0 or abs(p_change_count) > 1000000 then
    perform private.raise('catalog.stock_change_invalid', 422);
  end if;
  update public.stock_items
  set on_hand_count = on_hand_count + p_change_count, updated_at = now()
  where id = p_subject_id and on_hand_count + p_change_count >= reserved_count
  returning * into v_row;
  if not found then
    if exists (select 1 from public.stock_items where id = p_subject_id) then
      perform private.raise('catalog.stock_reserved', 409);
    end if;
    perform private.raise('catalog.stock_uncounted', 409);
  end if;
  perform private.move_stock(v_row, 'adjusted', p_change_count, left(trim(p_reason), 200));
  perform private.warn_low_stock(v_row, v_row.on_hand_count - v_row.reserved_count - p_change_count);
  return private.finish_command('adjust_stock', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.adjust_stock(uuid, text, int, text) is
  'Adds to or takes from the counted stock of a product, variant or modifier, with a reason: delivery, breakage, count.';

-- 40_promotion/210_fn_return_promotions.sql
create function private.lock_promotions(p_order_ids uuid[])
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform 1 from private.promotion_counters c
  where (c.promotion_id, c.shard) in (
    select u.promotion_id, u.shard from private.promotion_uses u where u.order_id = any (p_order_ids))
  order by c.promotion_id, c.shard for update;
  perform 1 from private.promotion_customers c
  where (c.promotion_id, c.customer_id) in (
    select u.promotion_id, u.customer_id from private.promotion_uses u where u.order_id = any (p_order_ids))
  order by c.promotion_id, c.customer_id for update;
  perform 1 from private.flash_stock f
  where (f.promotion_id, f.product_id) in (
    select a.promotion_id, i.product_id
    from public.order_adjustments a
    join public.order_items i on i.order_id = a.order_id and i.line_number = a.line_number
    where a.order_id = any (p_order_ids))
  order by f.promotion_id, f.product_id for update;
  perform 1 from public.coupons c where c.order_id = any (p_order_ids) order by c.id for update;
end;
$$;
comment on function private.lock_promotions(uuid[]) is
  'Locks what several orders have used in the order in which a new order takes it; for a command that ends many at once.';

create function private.return_promotions(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  perform private.lock_promotions(array[p_order_id]);
  for v_row in
    update private.promotion_uses set returned_at = now()
    where order_id = p_order_id and returned_at is null
    returning promotion_id, customer_id, amount_cents, quantity, shard
  loop
    update private.promotion_counters
    set used_cents = used_cents - v_row.amount_cents, used_count = used_count - v_row.quantity
    where promotion_id = v_row.promotion_id and shard = v_row.shard;
    update private.promotion_customers
    set used_count = greatest(0, used_count - v_row.quantity)
    where promotion_id = v_row.promotion_id and customer_id = v_row.customer_id;
    update private.flash_stock f
    set sold_count = f.sold_count - t.quantity
    from (
      select i.product_id, sum(a.quantity)::int as quantity
      from public.order_adjustments a
      join public.order_items i on i.order_id = a.order_id and i.line_number = a.line_number
      where a.order_id = p_order_id and a.promotion_id = v_row.promotion_id
      group by i.product_id
    ) t
    where f.promotion_id = v_row.promotion_id and f.product_id = t.product_id;
  end loop;
  update public.coupons
  set status = 'returned', order_id = null, used_at = null
  where order_id = p_order_id and status = 'used';
  perform private.return_points(p_order_id);
end;
$$;
comment on function private.return_promotions(uuid) is
  'Gives back once what a cancelled, rejected or expired order used: budgets, caps, flash stock, coupons, points.';

-- 45_member/210_fn_exchange_points.sql
create function public.exchange_points(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- coupons and the ledger are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('exchange_points', p_idempotency_key, v_user_id, p_promotion_id);
  v_promotion public.promotions;
  v_currency text;
  v_price bigint;
  v_coupon public.coupons;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_promotion := private.find_coupon_campaign(p_promotion_id, '{exchange}');
  select currency into v_currency from public.cities where id = v_promotion.city_id;
  v_price := (v_promotion.effect ->> 'points_price')::bigint * private.cents_per_point();
  v_coupon := private.give_coupon(v_promotion, v_user_id, 'exchange', 'claimed');
  perform private.lock_member(v_user_id);
  if private.points_cents(v_user_id, v_currency) < v_price then
    perform private.raise('member.points_short', 409);
  end if;
  perform private.post_points('points_exchanged', 'points_exchanged:' || v_coupon.id, null, v_user_id, v_currency, -v_price);
  return private.finish_command('exchange_points', p_idempotency_key, v_user_id, private.coupon_view(v_coupon, v_promotion));
end;
$$;
comment on function public.exchange_points(uuid, text) is 'The caller pays points for a coupon of a campaign with distribution exchange. Answers the coupon.';

-- 50_order/210_fn_merchant_commands.sql
create function private.run_store_command(
  p_order_id uuid, p_command text, p_idempotency_key text,
  p_reason_code text default null, p_detail jsonb default '{}')
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid;
  v_store_id uuid;
  v_answer jsonb;
  v_order public.orders;
begin
  select store_id into v_store_id from public.orders where id = p_order_id;
  if private.has_ops_role('operations', 'support') and v_store_id is not null
    and not exists (select 1 from private.my_store_ids() id where id = v_store_id)
  then
    v_user_id := auth.uid();
    v_answer := private.begin_command(p_command, p_idempotency_key, v_user_id, p_order_id);
    if v_answer is not null then
      return v_answer;
    end if;
    v_order := private.apply_order_command(p_order_id, p_command, 'ops', p_reason_code, null, p_detail);
  else
    -- A stranger learns nothing about whether the order exists.
    v_user_id := private.require_store_staff(v_store_id);
    v_answer := private.begin_command(p_command, p_idempotency_key, v_user_id, p_order_id);
    if v_answer is not null then
      return v_answer;
    end if;
    v_order := private.apply_order_command(p_order_id, p_command, 'merchant', p_reason_code, null, p_detail);
  end if;
  perform private.after_store_command(v_order, p_command, p_detail);
  select * into v_order from public.orders where id = p_order_id;
  return private.finish_command(p_command, p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function private.run_store_command(uuid, text, text, text, jsonb) is
  'Runs a store''s command as its staff, or as ops who act for it.';

create function private.after_store_command(p_order public.orders, p_command text, p_detail jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.move_booking(p_order, p_command);
  case p_command
    when 'accept' then
      perform private.promise_times(p_order.id, (p_detail ->> 'preparation_minutes')::int);
      -- The rider of a scheduled order is called when its time comes.
      if p_order.fulfillment_type = 'delivery' and p_order.due_at is null then
        perform private.create_delivery(p_order.id);
      end if;
    when 'mark_ready' then
      if p_order.fulfillment_type = 'delivery'
        and not exists (select 1 from public.deliveries where order_id = p_order.id)
      then
        perform private.create_delivery(p_order.id);
      end if;
      perform private.delivery_order_ready(p_order.id);
      if p_order.fulfillment_type = 'pickup' then
        perform private.apply_order_command(p_order.id, 'await_pickup', 'system');
      end if;
    when 'delay' then
      perform private.delay_order(p_order, (p_detail ->> 'minutes')::int);
    when 'reject', 'cancel', 'no_show', 'agree_cancel' then
      perform private.close_order(p_order);
    when 'collect', 'complete' then
      perform private.complete_order(p_order.id);
    else null;
  end case;
end;
$$;
comment on function private.after_store_command(public.orders, text, jsonb) is 'What follows from a store''s command for booking, rider, stock and money.';

create function public.accept_order(p_order_id uuid, p_idempotency_key text, p_preparation_minutes int default null)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_minutes int;
begin
  if p_preparation_minutes not between 1 and 240 then
    perform private.raise('order.preparation_invalid', 422);
  end if;
  select coalesce(p_preparation_minutes, s.preparation_minutes) into v_minutes
  from public.orders o join public.stores s on s.id = o.store_id where o.id = p_order_id;
  return private.run_store_command(
    p_order_id, 'accept', p_idempotency_key, null, jsonb_build_object('preparation_minutes', v_minutes));
end;
$$;
comment on function public.accept_order(uuid, text, int) is
  'Store takes the order; preparation in minutes (1–240) moves the promised times and creates the delivery.';

create function public.start_preparing(p_order_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- orders change by commands only
set search_path = ''
as $$
  select private.run_store_command(p_order_id, 'start_preparing', p_idempotency_key);
$$;
comment on function public.start_preparing(uuid, text) is 'The kitchen has begun.';

create function public.mark_order_ready(p_order_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- orders change by commands only
set search_path = ''
as $$
  select private.run_store_command(p_order_id, 'mark_ready', p_idempotency_key);
$$;
comment on function public.mark_order_ready(uuid, text) is 'Packed; waits for the rider or the customer.';

create function public.reject_order(p_order_id uuid, p_idempotency_key text, p_reason_code text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
begin
  if p_reason_code is null then
    perform private.raise('order.reason_required', 422);
  end if;
  return private.run_store_command(p_order_id, 'reject', p_idempotency_key, p_reason_code);
end;
$$;
comment on function public.reject_order(uuid, text, text) is 'Store does not take the order; the customer is refunded.';

create function public.collect_order(p_order_id uuid, p_idempotency_key text, p_pickup_code text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
begin
  if not exists (select 1 from public.orders where id = p_order_id and pickup_code = p_pickup_code)
    and exists (select 1 from public.orders where id = p_order_id and store_id in (select private.my_store_ids()))
  then
    perform private.raise('order.pickup_code_wrong', 422);
  end if;
  return private.run_store_command(p_order_id, 'collect', p_idempotency_key);
end;
$$;
comment on function public.collect_order(uuid, text, text) is 'Customer takes a pickup order against the four-digit code.';

create function public.start_service(p_order_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- orders change by commands only
set search_path = ''
as $$
  select private.run_store_command(p_order_id, 'start_service', p_idempotency_key);
$$;
comment on function public.start_service(uuid, text) is 'The worker has begun at the customer''s place, or the table is being served.';

create function public.complete_service(p_order_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- orders change by commands only
set search_path = ''
as $$
  select private.run_store_command(p_order_id, 'complete', p_idempotency_key);
$$;
comment on function public.complete_service(uuid, text) is 'The service is done, or the table has been served: completes the order and splits the money.';

create function public.mark_no_show(p_order_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
begin
  -- Without a booking that has begun nobody was awaited.
  if exists (select 1 from public.orders where id = p_order_id and store_id in (select private.my_store_ids()))
    and not exists (select 1 from public.bookings where order_id = p_order_id and starts_at <= now())
  then
    perform private.raise('booking.not_begun', 409);
  end if;
  return private.run_store_command(p_order_id, 'no_show', p_idempotency_key, 'customer_no_show');
end;
$$;
comment on function public.mark_no_show(uuid, text) is
  'The customer of a booking did not come or was not there: ends the order; what goes back is the policy''s share.';

-- 55_booking/210_fn_redeem_voucher.sql
create function public.redeem_voucher(p_store_id uuid, p_code text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- vouchers change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_store_staff(p_store_id);
  v_answer jsonb := private.begin_command('redeem_voucher', p_idempotency_key, v_user_id, p_store_id);
  v_voucher public.vouchers;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- A code of another store is as unknown as no code.
  select * into v_voucher from public.vouchers
  where code = regexp_replace(coalesce(p_code, ''), '\s', '', 'g') and store_id = p_store_id;
  if not found then
    perform private.raise('voucher.not_found', 404);
  end if;
  perform 1 from public.orders where id = v_voucher.order_id for update;
  if v_voucher.expires_at <= now() then
    perform private.raise('voucher.expired', 409);
  end if;
  v_voucher := private.apply_voucher_command(v_voucher.id, 'redeem', 'merchant');
  perform private.settle_voucher_order(v_voucher.order_id);
  return private.finish_command('redeem_voucher', p_idempotency_key, v_user_id, private.voucher_answer(v_voucher));
end;
$$;
comment on function public.redeem_voucher(uuid, text, text) is
  'Staff of the store take a voucher against its code, once. The order completes with its last open voucher.';

-- 60_payment/210_fn_record_payment_event.sql
create function public.record_payment_event(
  p_provider public.payment_provider, p_event_id text, p_kind text, p_out_trade_no text,
  p_transaction_id text, p_amount_cents bigint, p_occurred_at timestamptz, p_payload jsonb default '{}')
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_order public.orders;
  v_refund public.refund_requests;
begin
  select * into v_payment from public.payments
  where provider = p_provider and out_trade_no = p_out_trade_no;
  if not found then
    perform private.raise('payment.not_found', 404, jsonb_build_object('out_trade_no', p_out_trade_no));
  end if;
  -- Lock in the order of every command: order first, then its payment.
  select * into v_order from public.orders where id = v_payment.order_id for update;
  select * into v_payment from public.payments where id = v_payment.id for update;
  if exists (
    select 1 from public.payment_events where provider = p_provider and provider_event_id = p_event_id)
  then
    return jsonb_build_object('is_duplicate', true, 'status', v_payment.status);
  end if;

  case p_kind
    when 'captured' then
      if v_payment.captured_at is not null then
        return jsonb_build_object('is_duplicate', true, 'status', v_payment.status);
      end if;
      if p_amount_cents is distinct from v_payment.amount_cents then
        perform private.raise('payment.amount_mismatch', 422,
          jsonb_build_object('expected', v_payment.amount_cents, 'told', p_amount_cents));
      end if;
      update public.payments set transaction_id = p_transaction_id where id = v_payment.id;
      v_payment := private.apply_payment_command(
        v_payment.id, 'capture', p_event_id, p_amount_cents, p_payload, p_occurred_at);
      perform private.post_capture(v_payment);
      if v_payment.order_id is null then
        null;
      elsif v_order.status = 'pending_payment' then
        perform private.void_pending_payments(v_order.id);
        perform private.apply_order_command(v_order.id, 'pay', 'system');
      else
        -- Paid too late, or paid twice: this money goes back by itself.
        perform private.refund_order_payment(v_order.id, 'paid_after_close', p_payment_id => v_payment.id);
      end if;
    when 'closed' then
      if v_payment.status = 'pending' then
        v_payment := private.apply_payment_command(
          v_payment.id, 'fail', p_event_id, v_payment.amount_cents, p_payload, p_occurred_at);
      end if;
    when 'refunded' then
      select * into v_refund from public.refund_requests
      where payment_id = v_payment.id and out_refund_no = p_payload ->> 'out_refund_no' for update;
      if not found then
        perform private.raise('refund.not_found', 404, jsonb_build_object('out_refund_no', p_payload ->> 'out_refund_no'));
      end if;
      if v_refund.status = 'refunded' then
        return jsonb_build_object('is_duplicate', true, 'status', v_payment.status);
      end if;
      if p_amount_cents is distinct from v_refund.amount_cents then
        perform private.raise('payment.amount_mismatch', 422,
          jsonb_build_object('expected', v_refund.amount_cents, 'told', p_amount_cents));
      end if;
      perform private.confirm_refund(v_refund.id, p_event_id, p_occurred_at, p_payload);
      select * into v_payment from public.payments where id = v_payment.id;
      perform private.announce_order(v_order, v_order.status);
    when 'refund_failed' then
      update public.refund_requests
      set next_attempt_at = now() + interval '10 minutes', updated_at = now()
      where payment_id = v_payment.id and out_refund_no = p_payload ->> 'out_refund_no' and status = 'refunding';
    else
      perform private.raise('payment.event_unknown', 422, jsonb_build_object('kind', p_kind));
  end case;
  return jsonb_build_object('is_duplicate', false, 'status', v_payment.status);
end;
$$;
comment on function public.record_payment_event(public.payment_provider, text, text, text, text, bigint, timestamptz, jsonb) is
  'Takes a verified event of the provider: captured, closed, refunded or refund_failed. Any number of repeats has one effect.';

-- 70_ledger/210_fn_preview_split.sql
create function public.preview_split(p_plan jsonb, p_order jsonb default '{}')
returns jsonb
language plpgsql
stable
security definer -- reads plans and orders for finance, and for the merchant that they are of
set search_path = ''
as $$
declare
  v_plan_id uuid := (p_plan ->> 'plan_id')::uuid;
  v_order_id uuid := (p_order ->> 'order_id')::uuid;
  v_rules jsonb := p_plan -> 'rules';
  v_facts jsonb;
  v_split jsonb;
begin
  if not private.is_ops() and not (
    v_rules is null and v_order_id is null and exists (
      select 1 from public.merchant_contracts c
      where c.plan_id = v_plan_id and c.merchant_id in (select private.my_settled_party_ids())))
  then
    perform private.raise('identity.not_allowed', 403);
  end if;
  if v_rules is null then
    select coalesce(jsonb_agg(to_jsonb(r) order by r.sort_order, r.id), '[]') into v_rules
    from public.commission_rules r
    where r.is_active and r.plan_id = coalesce(v_plan_id, (select p.id from public.commission_plans p where p.is_default));
  end if;

  -- A sample needs no merchant of its own, but its people must be told apart.
  v_facts := jsonb_build_object(
      'merchant_id', coalesce(p_order ->> 'merchant_id', 'merchant'),
      'rider_id', case when coalesce((p_order ->> 'rider_pay_cents')::bigint, 0) > 0 then 'rider' end)
    || case when v_order_id is null then p_order else private.order_facts(v_order_id) end;
  v_facts := v_facts || jsonb_build_object(
    'fulfillment_type', coalesce(p_order ->> 'fulfillment_type', (
      select o.fulfillment_type::text from public.orders o where o.id = v_order_id), 'delivery'),
    'adjustments', coalesce(v_facts -> 'adjustments', '[]'),
    'lines', (
      select coalesce(jsonb_agg(jsonb_build_object('quantity', 1) || l.line || jsonb_build_object(
        'line_number', coalesce((l.line ->> 'line_number')::bigint, l.place),
        'category_ids', private.category_path(coalesce((l.line ->> 'category_id')::uuid, (
          select s.category_id from public.orders o join public.stores s on s.id = o.store_id where o.id = v_order_id))))), '[]')
      from jsonb_array_elements(coalesce(v_facts -> 'lines', '[]')) with ordinality as l (line, place)));
  v_facts := v_facts || jsonb_build_object(
    'commission', (
      select coalesce(jsonb_agg(m.rule || jsonb_build_object('line_numbers', m.line_numbers)), '[]')
      from private.match_commission(v_rules, v_facts) m),
    'tax', coalesce(v_facts -> 'tax', (
      select coalesce(jsonb_agg(jsonb_build_object('tax_bps', t.tax_bps, 'line_numbers', t.line_numbers)), '[]')
      from (
        select (l ->> 'tax_bps')::int as tax_bps, array_agg((l ->> 'line_number')::int) as line_numbers
        from jsonb_array_elements(v_facts -> 'lines') l
        where (l ->> 'tax_bps')::int > 0 group by 1) t)));
  v_split := private.split_order(v_facts);
  return v_split || jsonb_build_object('sum_cents', (
    select coalesce(sum((e ->> 'amount_cents')::bigint), 0) from jsonb_array_elements(v_split -> 'entries') e));
end;
$$;
comment on function public.preview_split(jsonb, jsonb) is
  'How an order would be split under a plan ({plan_id} or {rules: [{percent_bps, fixed_cents, minimum_cents, maximum_cents, category_id …}]}): a sample ({lines: [{total_cents, category_id, tax_bps}], adjustments, delivery_fee_cents, packaging_fee_cents, tip_cents, rider_pay_cents}) or {order_id}. Answers {total_cents, commission, tax, entries, sum_cents}; the sum is zero.';

create function public.set_merchant_plan(p_merchant_id uuid, p_plan_id uuid)
returns jsonb
language plpgsql
security definer -- a contract that begins today may have to be written over
set search_path = ''
as $$
declare
  v_contract public.merchant_contracts;
begin
  perform private.require_ops_role('finance');
  insert into public.merchant_contracts (merchant_id, plan_id) values (p_merchant_id, p_plan_id)
  on conflict (merchant_id, starts_on) do update set plan_id = excluded.plan_id
  returning * into v_contract;
  return to_jsonb(v_contract);
end;
$$;
comment on function public.set_merchant_plan(uuid, uuid) is 'Puts a merchant under a commission plan from today on; orders already placed keep their terms.';

-- 72_payout/210_fn_finance_payouts.sql
create function private.run_finance_payout(p_payout_id uuid, p_command text, p_idempotency_key text, p_detail jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('finance');
  v_answer jsonb := private.begin_command(p_command || '_payout', p_idempotency_key, v_user_id, p_payout_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  return private.finish_command(p_command || '_payout', p_idempotency_key, v_user_id,
    private.payout_answer(private.apply_payout_command(p_payout_id, p_command, 'ops', p_detail)));
end;
$$;

create function public.approve_payout(
  p_payout_id uuid, p_idempotency_key text, p_method public.payout_method default 'manual')
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
declare
  v_answer jsonb := private.run_finance_payout(
    p_payout_id, 'approve', p_idempotency_key, jsonb_build_object('method', p_method));
begin
  if p_method = 'provider' then
    perform private.call_function('payout');
  end if;
  return v_answer;
end;
$$;
comment on function public.approve_payout(uuid, text, public.payout_method) is
  'Finance lets a payout go: by hand, or by the payout provider.';

create function public.mark_payout_paid(p_payout_id uuid, p_idempotency_key text, p_reference text)
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
begin
  if coalesce(p_reference, '') = '' then
    perform private.raise('payout.reference_required', 422);
  end if;
  return private.run_finance_payout(p_payout_id, 'mark_paid', p_idempotency_key,
    jsonb_build_object('reference', left(p_reference, 100)));
end;
$$;
comment on function public.mark_payout_paid(uuid, text, text) is 'Finance has transferred it by hand; the reference is the bank''s.';

create function public.fail_payout(p_payout_id uuid, p_idempotency_key text, p_reason text)
returns jsonb
language plpgsql
security definer -- payouts are written by commands only
set search_path = ''
as $$
begin
  if coalesce(p_reason, '') = '' then
    perform private.raise('order.reason_required', 422);
  end if;
  return private.run_finance_payout(p_payout_id, 'fail', p_idempotency_key, jsonb_build_object('reason', left(p_reason, 300)));
end;
$$;
comment on function public.fail_payout(uuid, text, text) is 'A payout did not arrive, or came back after it was paid: the money is owed again.';

create function public.reveal_payout_account(p_payout_id uuid)
returns jsonb
language plpgsql
security definer -- the number is in the vault
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('finance');
  v_payout public.payouts;
begin
  select * into v_payout from public.payouts where id = p_payout_id;
  if not found then
    perform private.raise('payout.not_found', 404);
  end if;
  insert into public.payout_events (payout_id, command, from_status, to_status, actor, actor_id)
  values (p_payout_id, 'reveal', v_payout.status, v_payout.status, 'ops', v_user_id);
  return (
    select jsonb_build_object('holder_name', a.holder_name, 'bank_name', a.bank_name, 'account_number', s.decrypted_secret)
    from private.payout_accounts a
    join vault.decrypted_secrets s on s.id = a.account_secret_id
    where a.id = v_payout.payout_account_id);
end;
$$;
comment on function public.reveal_payout_account(uuid) is 'The account to transfer to, for finance; each look is written down.';

-- 75_delivery/210_fn_rider_commands.sql
create function private.run_rider_command(
  p_delivery_id uuid, p_command text, p_idempotency_key text, p_client_at timestamptz, p_proof jsonb default '{}')
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command(p_command, p_idempotency_key, v_rider.id, p_delivery_id);
  v_order_id uuid;
  v_order public.orders;
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select order_id into v_order_id from public.deliveries where id = p_delivery_id;
  -- Lock in the order of every command: order first, then its delivery; only then it is sure whose task it is.
  select * into v_order from public.orders where id = v_order_id for update;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if v_delivery.rider_id is distinct from v_rider.id then
    perform private.raise('delivery.not_found', 404);
  end if;
  if p_command = 'pick_up' and v_order.status <> 'ready' then
    perform private.raise('delivery.order_not_ready', 409, jsonb_build_object('status', v_order.status));
  end if;
  if p_command = 'arrive_at_customer' and v_delivery.status = 'picked_up' then
    perform private.record_leg(v_delivery);
  elsif p_command = 'deliver' and v_delivery.status = 'arrived_at_customer' then
    if private.is_code_wrong(p_delivery_id, p_proof ->> 'code') then
      return private.finish_command(p_command, p_idempotency_key, v_rider.id,
        jsonb_build_object('id', v_delivery.id, 'status', v_delivery.status, 'refused', 'delivery.code_wrong'));
    end if;
    perform private.keep_proof(v_delivery, v_rider, p_proof);
  end if;
  v_delivery := private.apply_delivery_command(p_delivery_id, p_command, 'rider', null, null, p_client_at);
  if p_command = 'pick_up' then
    perform private.apply_order_command(v_order_id, 'depart', 'rider', null, p_client_at);
    perform private.predict_eta(p_delivery_id, 2);
  elsif p_command = 'deliver' then
    perform private.apply_order_command(v_order_id, 'complete', 'rider', null, p_client_at);
    perform private.complete_order(v_order_id);
    perform private.close_delivery(v_delivery);
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
  return private.finish_command(p_command, p_idempotency_key, v_rider.id,
    jsonb_build_object('id', v_delivery.id, 'order_id', v_delivery.order_id, 'status', v_delivery.status));
end;
$$;
comment on function private.run_rider_command(uuid, text, text, timestamptz, jsonb) is 'Runs a command of the assigned rider and what follows for the order.';

create function public.arrive_at_store(p_delivery_id uuid, p_idempotency_key text, p_client_at timestamptz default now())
returns jsonb language sql security definer -- deliveries change by commands only
set search_path = '' as $$
  select private.run_rider_command(p_delivery_id, 'arrive_at_store', p_idempotency_key, p_client_at);
$$;
comment on function public.arrive_at_store(uuid, text, timestamptz) is 'Rider stands in the store.';

create function public.pick_up_delivery(p_delivery_id uuid, p_idempotency_key text, p_client_at timestamptz default now())
returns jsonb language sql security definer -- deliveries change by commands only
set search_path = '' as $$
  select private.run_rider_command(p_delivery_id, 'pick_up', p_idempotency_key, p_client_at);
$$;
comment on function public.pick_up_delivery(uuid, text, timestamptz) is 'Rider has the goods; refused until the store marked the order ready.';

create function public.arrive_at_customer(p_delivery_id uuid, p_idempotency_key text, p_client_at timestamptz default now())
returns jsonb language sql security definer -- deliveries change by commands only
set search_path = '' as $$
  select private.run_rider_command(p_delivery_id, 'arrive_at_customer', p_idempotency_key, p_client_at);
$$;
comment on function public.arrive_at_customer(uuid, text, timestamptz) is 'Rider is at the door.';

create function public.deliver_delivery(
  p_delivery_id uuid, p_idempotency_key text, p_client_at timestamptz default now(), p_proof jsonb default '{}')
returns jsonb language sql security definer -- deliveries change by commands only
set search_path = '' as $$
  select private.run_rider_command(p_delivery_id, 'deliver', p_idempotency_key, p_client_at, p_proof);
$$;
comment on function public.deliver_delivery(uuid, text, timestamptz, jsonb) is
  'Handed over: completes the order and splits the money. p_proof {photo_path} or {code} where the zone asks for one. A wrong code changes nothing and is answered with refused: delivery.code_wrong; after five the task is locked and ops finish it.';

-- 80_dispatch/210_fn_commit_dispatch_tick.sql
create function private.commit_offer(p_tick public.dispatch_ticks, p_zone public.zones, p_batch_id uuid, p_offer jsonb)
returns text
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_rider_id uuid := (p_offer ->> 'rider_id')::uuid;
  v_most int := coalesce((p_tick.snapshot #>> '{settings,max_in_hand}')::int, p_zone.max_in_hand);
  v_offer public.dispatch_offers;
begin
  -- What a command holds just now is decided again in the next round.
  select * into v_delivery from public.deliveries where id = (p_offer ->> 'delivery_id')::uuid for update skip locked;
  if v_delivery.status is distinct from 'unassigned' or v_delivery.pinned_rider_id <> v_rider_id
    or exists (select 1 from private.dispatch_exclusions x where x.delivery_id = v_delivery.id and x.rider_id = v_rider_id)
  then
    return 'delivery_taken';
  end if;
  if not exists (select 1 from public.riders r where r.id = v_rider_id and r.status = 'online' and r.is_active) then
    return 'rider_offline';
  end if;
  if exists (
    select 1 from public.dispatch_offers o
    where o.rider_id = v_rider_id and o.status = 'offered' and o.batch_id is distinct from p_batch_id)
  then
    return 'rider_has_offer';
  end if;
  if v_most <= (
    select count(*) from public.deliveries d
    where (d.rider_id = v_rider_id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')))
    + (select count(*) from public.dispatch_offers o where o.rider_id = v_rider_id and o.status = 'offered')
  then
    return 'rider_full';
  end if;
  insert into public.dispatch_offers (tick_id, batch_id, delivery_id, rider_id, to_store_seconds, explanation, expires_at)
  values (p_tick.id, p_batch_id, v_delivery.id, v_rider_id, (p_offer ->> 'to_store_seconds')::int,
    coalesce(p_offer -> 'explanation', '{}'), now() + make_interval(secs => p_zone.offer_timeout_seconds))
  returning * into v_offer;
  perform private.apply_delivery_command(v_delivery.id, 'offer', 'system', null, null, null,
    jsonb_build_object('offer_id', v_offer.id, 'rider_id', v_rider_id));
  perform private.broadcast('rider:' || v_rider_id, 'offer.created',
    jsonb_build_object('offer_id', v_offer.id, 'delivery_id', v_offer.delivery_id, 'batch_id', p_batch_id,
      'expires_at', v_offer.expires_at));
  return 'offered';
end;
$$;
comment on function private.commit_offer(public.dispatch_ticks, public.zones, uuid, jsonb) is
  'Makes one offer of a plan unless the town moved on: offered, delivery_taken, rider_offline, rider_has_offer, rider_full.';

create function public.commit_dispatch_tick(p_tick_id uuid, p_plan jsonb)
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_tick public.dispatch_ticks;
  v_zone public.zones;
  v_row record;
  v_batch_id uuid;
  v_result jsonb := jsonb_build_array();
begin
  select * into v_tick from public.dispatch_ticks where id = p_tick_id for update;
  if not found or v_tick.finished_at is not null then
    perform private.raise('dispatch.tick_not_open', 409);
  end if;
  select * into v_zone from public.zones where id = v_tick.zone_id;
  -- A tick that lost its lease decided from a town that is gone.
  if not exists (select 1 from private.dispatch_leases where zone_id = v_zone.id and tick_id = p_tick_id) then
    perform private.raise('dispatch.tick_not_open', 409);
  end if;
  -- Zones share the riders of their city: one commit at a time, so that no rider decides on two tours.
  perform pg_advisory_xact_lock(hashtext('commit_dispatch_tick'), hashtext(v_zone.city_id::text));
  for v_row in
    select o ->> 'rider_id' as rider_id, jsonb_agg(o order by o ->> 'delivery_id') as offers
    from jsonb_array_elements(p_plan -> 'offers') o
    group by o ->> 'rider_id'
    order by min(o ->> 'delivery_id')
  loop
    insert into public.dispatch_batches (tick_id, zone_id, rider_id)
    values (p_tick_id, v_zone.id, v_row.rider_id::uuid) returning id into v_batch_id;
    select v_result || jsonb_agg(jsonb_build_object('delivery_id', o -> 'delivery_id', 'rider_id', o -> 'rider_id',
      'outcome', private.commit_offer(v_tick, v_zone, v_batch_id, o)) order by n)
    into v_result
    from jsonb_array_elements(v_row.offers) with ordinality e (o, n);
    delete from public.dispatch_batches b
    where b.id = v_batch_id and not exists (select 1 from public.dispatch_offers f where f.batch_id = b.id);
  end loop;
  perform private.plan_etas(p_plan -> 'etas');
  update public.dispatch_ticks
  set plan = p_plan - 'travel', result = v_result, finished_at = now(),
      snapshot = case when p_plan ? 'travel' then snapshot || jsonb_build_object('travel', p_plan -> 'travel') else snapshot end
  where id = p_tick_id;
  delete from private.dispatch_leases where zone_id = v_tick.zone_id and tick_id = p_tick_id;
  return v_result;
end;
$$;
comment on function public.commit_dispatch_tick(uuid, jsonb) is
  'Turns a plan {offers: [{delivery_id, rider_id, to_store_seconds, explanation}], held, etas: [{delivery_id, dropoff_at}], routes} into offers, a batch for each rider; each row answers for itself, since the town moved on meanwhile. travel is kept with the snapshot when the caller brought its own.';

-- 88_screen/210_fn_check_column.sql
create function private.screen_columns(p_resource jsonb)
returns table (name text, kind text, is_reference boolean, column_of jsonb)
language sql
stable
set search_path = ''
as $$
  select c ->> 'name', c ->> 'kind', c ? 'references', c from jsonb_array_elements(p_resource -> 'columns') c
  union all
  select 'custom.' || f.key, private.json_schema_kind(f.schema), false,
    jsonb_build_object('name', 'custom.' || f.key, 'may', '{"select": true, "insert": true, "update": true}'::jsonb,
      'enum', f.schema -> 'enum')
  from public.custom_fields f
  where f.resource = p_resource ->> 'name' and f.is_active;
$$;
comment on function private.screen_columns(jsonb) is 'The columns of a described resource and its custom fields, named custom.<key>.';

create function private.check_column(p_resource jsonb, p_name text, p_path text, p_cut text)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select private.screen_problem(p_path, 'unknown_column', p_cut, jsonb_build_object('name', p_name,
    'nearest', private.nearest_name(p_name, (select array_agg(c.name) from private.screen_columns(p_resource) c))))
  where p_name is null or not exists (select 1 from private.screen_columns(p_resource) c where c.name = p_name)
  union all
  select private.screen_problem(p_path, 'missing_right', p_cut, jsonb_build_object('name', p_name, 'command', 'select'))
  from private.screen_columns(p_resource) c
  where c.name = p_name and not (c.column_of #>> '{may,select}')::boolean;
$$;

create function private.check_sort(p_resource jsonb, p_sort jsonb, p_path text, p_cut text)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_members(p_sort, '{column,order}', p_path, p_cut)
  union all
  select * from private.check_column(p_resource, p_sort ->> 'column', p_path || '.column', p_cut)
  union all
  select private.screen_problem(p_path || '.column', 'not_sortable', p_cut, jsonb_build_object('name', p_sort ->> 'column'))
  where p_sort ->> 'column' like 'custom.%'
  union all
  select private.screen_problem(p_path || '.order', 'unknown_value', p_cut, jsonb_build_object('name', p_sort ->> 'order'))
  where coalesce(p_sort ->> 'order', 'asc') not in ('asc', 'desc');
$$;

create function private.check_filter(p_resource jsonb, p_filter jsonb, p_path text, p_cut text)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_members(p_filter, '{column,operator,value}', p_path, p_cut)
  union all
  select * from private.check_column(p_resource, p_filter ->> 'column', p_path || '.column', p_cut)
  union all
  select private.screen_problem(p_path || '.operator', 'unfit_operator', p_cut,
    jsonb_build_object('name', p_filter ->> 'operator', 'kind', c.kind))
  from private.screen_columns(p_resource) c
  where c.name = p_filter ->> 'column' and coalesce(p_filter ->> 'operator', '') <> all (
    array['eq', 'ne', 'in', 'null', 'nnull'] || case
      when c.kind = 'text' then array['contains', 'startswith']
      when c.kind in ('integer', 'number', 'datetime', 'date', 'time') then array['lt', 'lte', 'gt', 'gte', 'between']
      else '{}' end)
  union all
  select private.screen_problem(p_path || '.value', 'unknown_value', p_cut,
    jsonb_build_object('name', v, 'nearest', private.nearest_name(v, array(select jsonb_array_elements_text(c.column_of -> 'enum')))))
  from private.screen_columns(p_resource) c
  cross join lateral jsonb_array_elements_text(
    case jsonb_typeof(p_filter -> 'value') when 'array' then p_filter -> 'value' when 'string' then jsonb_build_array(p_filter -> 'value') else '[]' end) v
  where c.name = p_filter ->> 'column' and jsonb_typeof(c.column_of -> 'enum') = 'array' and not (c.column_of -> 'enum') ? v;
$$;
comment on function private.check_filter(jsonb, jsonb, text, text) is 'One filter {column, operator, value} against the kind of its column.';

-- 80_dispatch/215_fn_get_dispatch_tick.sql
create function public.get_dispatch_tick(p_tick_id uuid)
returns jsonb
language plpgsql
stable
security definer -- ops and the service read ticks whole
set search_path = ''
as $$
declare
  v_tick jsonb;
begin
  if coalesce(auth.role(), '') <> 'service_role' then
    perform private.require_ops();
  end if;
  select to_jsonb(t) into v_tick from public.dispatch_ticks t where t.id = p_tick_id;
  if v_tick is null then
    perform private.raise('dispatch.tick_not_found', 404);
  end if;
  return v_tick || jsonb_build_object('offers', (
    select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'delivery_id', o.delivery_id, 'rider_id', o.rider_id,
      'status', o.status, 'answered_at', o.answered_at)), '[]')
    from public.dispatch_offers o where o.tick_id = p_tick_id));
end;
$$;
comment on function public.get_dispatch_tick(uuid) is 'A stored round: {id, zone_id, snapshot, plan, result, offers, created_at, finished_at}. For ops and for the replay.';

-- 20_store/220_fn_apply_application_command.sql
create function private.apply_application_command(
  p_application_id uuid, p_command text, p_actor public.actor_role, p_reason text default '')
returns public.onboarding_applications
language plpgsql
set search_path = ''
as $$
declare
  v_row public.onboarding_applications;
  v_from public.application_status;
  v_to public.application_status;
begin
  select * into v_row from public.onboarding_applications where id = p_application_id for update;
  if not found then
    perform private.raise('store.application_not_found', 404);
  end if;
  select to_status into v_to
  from public.onboarding_transitions
  where from_status = v_row.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('store.application_refused', 409,
      jsonb_build_object('status', v_row.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_row.status;
  update public.onboarding_applications
  set status = v_to, reason = left(coalesce(p_reason, ''), 300)
  where id = p_application_id
  returning * into v_row;
  insert into public.onboarding_events (application_id, command, from_status, to_status, actor, actor_id, reason)
  values (p_application_id, p_command, v_from, v_to, p_actor, auth.uid(), left(coalesce(p_reason, ''), 300));
  return v_row;
end;
$$;
comment on function private.apply_application_command(uuid, text, public.actor_role, text) is
  'The only way an application changes state: looks the command up in onboarding_transitions and writes the event.';

-- 35_stock/220_fn_set_stock_rules.sql
create function private.next_midnight(p_store_id uuid)
returns timestamptz
language sql
stable
security definer -- the time zone of a store is public; reading it here must not depend on the caller
set search_path = ''
as $$
  select ((now() at time zone coalesce(s.timezone, c.timezone))::date + 1)::timestamp at time zone coalesce(s.timezone, c.timezone)
  from public.stores s
  join public.cities c on c.id = s.city_id
  where s.id = p_store_id;
$$;
comment on function private.next_midnight(uuid) is 'When the next day begins at a store.';

create function private.rule_stock(p_subject_id uuid, p_low_stock_count int, p_daily_count int)
returns public.stock_items
language plpgsql
set search_path = ''
as $$
declare
  v_row public.stock_items;
begin
  if p_low_stock_count < 0 or p_daily_count < 0 then
    perform private.raise('catalog.stock_negative', 400);
  end if;
  update public.stock_items
  set low_stock_count = p_low_stock_count, daily_count = p_daily_count,
      restock_at = case when p_daily_count is not null then private.next_midnight(store_id) end,
      updated_at = now()
  where id = p_subject_id
  returning * into v_row;
  if not found then
    perform private.raise('catalog.stock_uncounted', 409);
  end if;
  return v_row;
end;
$$;

create function public.set_stock_rules(p_subject_id uuid, p_low_stock_count int, p_daily_count int)
returns jsonb
language plpgsql
security definer -- stock rows are changed by functions only
set search_path = ''
as $$
begin
  perform private.require_store_staff((private.stock_subject(p_subject_id)).store_id, '{manager}');
  return to_jsonb(private.rule_stock(p_subject_id, p_low_stock_count, p_daily_count));
end;
$$;
comment on function public.set_stock_rules(uuid, int, int) is
  'When the store is warned and how many there are again every day; null for neither. The stock must be counted.';

create function private.run_stock_day()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_before public.stock_items;
  v_row public.stock_items;
  v_count int := 0;
begin
  -- Sorted, as orders take them; rows that an order holds right now come a minute later.
  for v_before in
    select * from public.stock_items where restock_at <= now() order by id limit 1000 for update skip locked
  loop
    update public.stock_items
    set on_hand_count = greatest(daily_count, reserved_count),
        restock_at = private.next_midnight(store_id), updated_at = now()
    where id = v_before.id
    returning * into v_row;
    perform private.move_stock(v_row, 'restocked', v_row.on_hand_count - v_before.on_hand_count);
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_stock_day() is
  'Puts the daily stock back on the shelf where a new day has begun; returns how many rows. Runs every minute: midnight comes at different times.';

-- 40_promotion/220_fn_give_coupon.sql
create function private.coupon_view(p_coupon public.coupons, p_promotion public.promotions)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_coupon.id, 'promotion_id', p_promotion.id, 'store_id', p_promotion.store_id,
    'name', p_promotion.name, 'translations', p_promotion.translations,
    'effect', p_promotion.effect - '{distribution,issue_count,customer_count}'::text[],
    'status', p_coupon.status, 'source', p_coupon.source, 'code', p_coupon.code,
    'issued_at', p_coupon.issued_at, 'expires_at', p_coupon.expires_at);
$$;
comment on function private.coupon_view(public.coupons, public.promotions) is 'A coupon as a wallet shows it.';

create function private.give_coupon(
  p_promotion public.promotions, p_customer_id uuid, p_source text, p_status public.coupon_status, p_code text default null)
returns public.coupons
language plpgsql
set search_path = ''
as $$
declare
  v_coupon public.coupons;
begin
  -- Waits for others who take from the same campaign; the count is right even when many claim at once.
  insert into private.coupon_issues as i (promotion_id, issued_count)
  values (p_promotion.id, 1)
  on conflict (promotion_id) do update set issued_count = i.issued_count + 1
    where i.issued_count < coalesce((p_promotion.effect ->> 'issue_count')::int, 2147483647);
  if not found then
    perform private.raise('promotion.coupons_gone', 409, jsonb_build_object('name', p_promotion.name));
  end if;
  if p_customer_id is not null and p_source <> 'issue' and (
    select count(*) from public.coupons where promotion_id = p_promotion.id and customer_id = p_customer_id)
    >= coalesce((p_promotion.effect ->> 'customer_count')::int, 1)
  then
    perform private.raise('promotion.coupon_claimed', 409, jsonb_build_object('name', p_promotion.name));
  end if;
  insert into public.coupons (promotion_id, customer_id, code, status, source, expires_at)
  values (p_promotion.id, p_customer_id, p_code, p_status, p_source,
    now() + make_interval(days => coalesce((p_promotion.effect ->> 'valid_days')::int, 30)))
  returning * into v_coupon;
  return v_coupon;
end;
$$;
comment on function private.give_coupon(public.promotions, uuid, text, public.coupon_status, text) is
  'Puts a coupon in a wallet, or makes a code; never more than the campaign has nor, unless ops give it, than a customer may have.';

create function private.find_coupon_campaign(p_promotion_id uuid, p_distributions text[])
returns public.promotions
language plpgsql
stable
set search_path = ''
as $$
declare
  v_promotion public.promotions;
begin
  select * into v_promotion from public.promotions
  where id = p_promotion_id and kind = 'coupon' and status = 'published'
    and effect ->> 'distribution' = any (p_distributions);
  if not found then
    perform private.raise('promotion.not_found', 404);
  elsif v_promotion.starts_at > now() then
    perform private.raise('promotion.not_started', 409);
  elsif v_promotion.ends_at <= now() then
    perform private.raise('promotion.over', 409);
  end if;
  return v_promotion;
end;
$$;

-- 45_member/220_fn_run_member_day.sql
create function private.expire_points()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_cutoff timestamptz := now() - make_interval(days => coalesce((private.setting('member.points_days') #>> '{}')::int, 365));
  v_row record;
  v_cents bigint;
  v_count int := 0;
begin
  for v_row in
    select a.id, a.owner_id, a.currency from public.ledger_accounts a
    where a.kind = 'customer_points' and a.created_at < v_cutoff
  loop
    perform private.lock_member(v_row.owner_id);
    -- The oldest points are spent first: what was earned before the cutoff and not spent since is over.
    select greatest(0, coalesce(sum(-e.amount_cents) filter (where e.purpose = 'points_earned' and t.event_at < v_cutoff), 0)
      - coalesce(sum(e.amount_cents) filter (where e.purpose <> 'points_earned'), 0)) into v_cents
    from public.ledger_entries e
    join public.ledger_transactions t on t.id = e.transaction_id
    where e.account_id = v_row.id;
    if v_cents > 0 then
      perform private.post_points('points_expired', 'points_expired:' || v_row.id || ':' || now()::date, null,
        v_row.owner_id, v_row.currency, -v_cents);
      v_count := v_count + 1;
    end if;
  end loop;
  return v_count;
end;
$$;
comment on function private.expire_points() is 'Takes points that are older than the setting member.points_days; answers how many accounts lost some.';

create function private.run_member_day()
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.coupons set status = 'expired'
  where expires_at <= now() and status in ('issued', 'claimed', 'returned');
  delete from private.coupon_attempts where attempted_at < now() - interval '1 day';
  perform private.compute_tier(m.customer_id)
  from (
    select customer_id from public.members where evaluated_at < now() - interval '20 hours' order by evaluated_at limit 5000
  ) m;
  perform private.expire_points();
end;
$$;
comment on function private.run_member_day() is 'Once a day: coupons and points expire, tiers follow the orders of the last year.';

-- 50_order/220_fn_cancel_order.sql
create function public.cancel_order(p_order_id uuid, p_idempotency_key text, p_reason_code text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_order public.orders;
  v_answer jsonb;
begin
  if p_reason_code is null then
    perform private.raise('order.reason_required', 422);
  end if;
  if not exists (select 1 from public.orders where id = p_order_id and customer_id = v_user_id) then
    return private.run_store_command(p_order_id, 'cancel', p_idempotency_key, p_reason_code);
  end if;
  v_answer := private.begin_command('cancel', p_idempotency_key, v_user_id, p_order_id);
  if v_answer is not null then
    return v_answer;
  end if;
  v_order := private.apply_order_command(p_order_id, 'cancel', 'customer', p_reason_code);
  perform private.close_order(v_order);
  return private.finish_command('cancel', p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function public.cancel_order(uuid, text, text) is
  'Customer, store or ops end the order while the machine lets them; money comes back.';

-- 55_booking/220_fn_refund_voucher.sql
create function public.refund_voucher(p_voucher_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- vouchers change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('refund_voucher', p_idempotency_key, v_user_id, p_voucher_id);
  v_voucher public.vouchers;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_voucher from public.vouchers where id = p_voucher_id and customer_id = v_user_id;
  if not found then
    perform private.raise('voucher.not_found', 404);
  end if;
  perform 1 from public.orders where id = v_voucher.order_id for update;
  v_voucher := private.refund_voucher(v_voucher, 'customer', 'voucher_unused');
  return private.finish_command('refund_voucher', p_idempotency_key, v_user_id, private.voucher_answer(v_voucher));
end;
$$;
comment on function public.refund_voucher(uuid, text) is 'Customer gives back an unused voucher for what was paid for it.';

-- 60_payment/220_fn_claim_refunds.sql
create function public.claim_refunds(p_limit int default 20)
returns table (
  refund_id uuid, payment_id uuid, provider public.payment_provider, out_trade_no text, out_refund_no text,
  amount_cents bigint, total_cents bigint, currency text, reason text)
language sql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  with due as (
    select r.id
    from public.refund_requests r
    where r.status = 'refunding' and r.next_attempt_at <= now()
    order by r.next_attempt_at
    limit least(p_limit, 100)
    for update skip locked
  ), claimed as (
    update public.refund_requests r
    set attempt_count = r.attempt_count + 1,
        next_attempt_at = now() + make_interval(secs => least(3600, 30 * 2 ^ least(r.attempt_count, 10))),
        updated_at = now()
    from due
    where r.id = due.id
    returning r.*
  )
  select c.id, p.id, p.provider, p.out_trade_no, c.out_refund_no, c.amount_cents, p.amount_cents, p.currency, c.reason
  from claimed c
  join public.payments p on p.id = c.payment_id;
$$;
comment on function public.claim_refunds(int) is
  'Leases refunds that the provider must be asked for; an unconfirmed one comes again with a growing delay. Asking twice is safe: out_refund_no is unique at the provider.';

-- 72_payout/220_fn_provider_payouts.sql
create function public.claim_payouts(p_limit int default 20)
returns table (
  payout_id uuid, out_payout_no text, amount_cents bigint, currency text, party public.settlement_party,
  holder_name text, bank_name text, account_number text, attempt_count int)
language sql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  with due as (
    select p.id
    from public.payouts p
    where p.status = 'processing' and p.method = 'provider' and p.next_attempt_at <= now()
    order by p.next_attempt_at
    limit least(p_limit, 100)
    for update skip locked
  ), claimed as (
    update public.payouts p
    set attempt_count = p.attempt_count + 1,
        next_attempt_at = now() + make_interval(secs => least(3600, 60 * 2 ^ least(p.attempt_count, 10))),
        updated_at = now()
    from due
    where p.id = due.id
    returning p.*
  )
  select c.id, c.out_payout_no, c.amount_cents, c.currency, c.party, a.holder_name, a.bank_name, s.decrypted_secret,
    c.attempt_count
  from claimed c
  join private.payout_accounts a on a.id = c.payout_account_id
  join vault.decrypted_secrets s on s.id = a.account_secret_id;
$$;
comment on function public.claim_payouts(int) is
  'Leases approved payouts that the provider must be asked for; an unanswered one comes again with a growing delay. Asking twice is safe: out_payout_no is unique at the provider. attempt_count is 1 when nobody was asked before.';

create function public.record_payout_event(
  p_out_payout_no text, p_event_id text, p_kind text, p_amount_cents bigint, p_reference text default null,
  p_payload jsonb default '{}')
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_payout public.payouts;
begin
  select * into v_payout from public.payouts where out_payout_no = p_out_payout_no for update;
  if not found then
    perform private.raise('payout.not_found', 404, jsonb_build_object('out_payout_no', p_out_payout_no));
  end if;
  if exists (select 1 from public.payout_events where provider_event_id = p_event_id)
    or (p_kind = 'paid' and v_payout.status = 'paid') or (p_kind = 'failed' and v_payout.status = 'failed')
  then
    return jsonb_build_object('is_duplicate', true, 'status', v_payout.status);
  end if;
  if p_amount_cents is distinct from v_payout.amount_cents then
    perform private.raise('payment.amount_mismatch', 422,
      jsonb_build_object('expected', v_payout.amount_cents, 'told', p_amount_cents));
  end if;
  case p_kind
    when 'paid' then
      v_payout := private.apply_payout_command(
        v_payout.id, 'mark_paid', 'system', p_payload || jsonb_build_object('reference', p_reference), p_event_id);
    when 'failed' then
      v_payout := private.apply_payout_command(
        v_payout.id, 'fail', 'system', p_payload || jsonb_build_object('reason', coalesce(p_payload ->> 'reason', '')), p_event_id);
    else
      perform private.raise('payment.event_unknown', 422, jsonb_build_object('kind', p_kind));
  end case;
  return jsonb_build_object('is_duplicate', false, 'status', v_payout.status);
end;
$$;
comment on function public.record_payout_event(text, text, text, bigint, text, jsonb) is
  'Takes a verified event of the payout provider: paid or failed. Any number of repeats has one effect. A payout that was taken for failed and is paid after all takes the money from its party again.';

-- 75_delivery/220_fn_get_rider_home.sql
create function public.get_rider_home()
returns jsonb
language plpgsql
security definer -- gathers the caller's own tasks with what a rider needs for them
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  return jsonb_build_object(
    'rider', to_jsonb(v_rider) - 'created_at' - 'reported_at',
    'city', (
      select jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'translations', c.translations,
        'lon', c.lon, 'lat', c.lat, 'attribution', c.attribution, 'currency', c.currency, 'timezone', c.timezone)
      from public.cities c where c.id = v_rider.city_id),
    'offers', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'delivery_id', o.delivery_id, 'batch_id', o.batch_id, 'expires_at', o.expires_at, 'created_at', o.created_at,
        'rider_pay_cents', d.rider_pay_cents, 'tip_cents', r.tip_cents, 'currency', r.currency,
        'distance_meters', d.distance_meters, 'ready_expected_at', d.ready_expected_at,
        'to_store_seconds', o.to_store_seconds,
        'store', jsonb_build_object('name', s.name, 'translations', s.translations, 'street', s.street, 'lon', s.lon, 'lat', s.lat),
        'dropoff', jsonb_build_object('street', k.street, 'lon', k.lon, 'lat', k.lat)) order by o.created_at), '[]')
      from public.dispatch_offers o
      join public.deliveries d on d.id = o.delivery_id
      join public.orders r on r.id = d.order_id
      join public.stores s on s.id = d.store_id
      join private.order_contacts k on k.order_id = d.order_id
      where o.rider_id = v_rider.id and o.status = 'offered' and o.expires_at > now()),
    'deliveries', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', d.id, 'order_id', d.order_id, 'status', d.status, 'number', r.number, 'order_status', r.status,
        'rider_pay_cents', d.rider_pay_cents, 'tip_cents', r.tip_cents, 'currency', r.currency, 'note', r.note,
        'ready_expected_at', d.ready_expected_at, 'dropoff_expected_at', d.dropoff_expected_at,
        'proof_kind', case
          when exists (select 1 from private.delivery_codes c where c.delivery_id = d.id) then 'code'
          when exists (select 1 from public.dispatch_parameters p where p.zone_id = d.zone_id and p.proof_rule = 'photo')
            then 'photo' else 'none' end,
        'has_incident', exists (
          select 1 from public.delivery_incidents i where i.delivery_id = d.id and i.status = 'open'),
        'pay_lines', (
          select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'label', l.label, 'translations', l.translations,
            'amount_cents', l.amount_cents) order by l.line_number), '[]')
          from public.delivery_pay_lines l where l.delivery_id = d.id and l.amount_cents > 0),
        'store', jsonb_build_object('name', s.name, 'translations', s.translations, 'street', s.street,
          'phone', s.phone, 'lon', s.lon, 'lat', s.lat),
        'dropoff', jsonb_build_object('contact_name', k.contact_name, 'contact_phone', private.mask_phone(k.contact_phone),
          'street', k.street, 'detail', k.detail, 'lon', k.lon, 'lat', k.lat),
        'items', (
          select jsonb_agg(jsonb_build_object('name', i.name, 'translations', i.translations, 'quantity', i.quantity) order by i.line_number)
          from public.order_items i where i.order_id = d.order_id)) order by d.assigned_at), '[]')
      from public.deliveries d
      join public.orders r on r.id = d.order_id
      join public.stores s on s.id = d.store_id
      join private.order_contacts k on k.order_id = d.order_id
      where d.rider_id = v_rider.id
        and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')),
    'returns', (
      select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'order_id', d.order_id, 'number', r.number,
        'store', jsonb_build_object('name', s.name, 'translations', s.translations, 'street', s.street, 'lon', s.lon, 'lat', s.lat))
        order by d.closed_at), '[]')
      from public.deliveries d
      join public.orders r on r.id = d.order_id
      join public.stores s on s.id = d.store_id
      where d.rider_id = v_rider.id and d.status = 'failed' and d.is_return_due and d.returned_at is null),
    'pool_count', case when v_rider.status = 'online' then (select count(*) from private.grabbable(v_rider)) else 0 end,
    'shift', (
      select to_jsonb(s) from public.rider_shifts s
      where s.rider_id = v_rider.id and s.status = 'started' order by s.ends_at limit 1),
    'today', (
      select jsonb_build_object('delivered_count', count(*),
        'earned_cents', coalesce(sum(d.rider_pay_cents + r.tip_cents), 0))
      from public.deliveries d
      join public.orders r on r.id = d.order_id
      join public.cities c on c.id = d.city_id
      where d.rider_id = v_rider.id and d.status = 'delivered'
        and (d.delivered_at at time zone c.timezone)::date = (now() at time zone c.timezone)::date));
end;
$$;
comment on function public.get_rider_home() is 'The rider''s whole screen in one answer: own state, open offers, tasks in hand, today''s income.';

-- 80_dispatch/220_fn_list_dispatch_zones.sql
create function public.list_dispatch_zones()
returns setof uuid
language sql
stable
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  select distinct z.id
  from public.zones z
  join public.deliveries d on d.zone_id = z.id and d.status in ('unassigned', 'offered')
  where z.is_active;
$$;
comment on function public.list_dispatch_zones() is 'Zones in which a delivery waits for a rider.';

-- 88_screen/220_fn_check_screen_fields.sql
create function private.check_screen_fields(p_resource jsonb, p_definition jsonb)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_list(p_definition -> 'groups', 'groups')
  union all select * from private.check_list(p_definition -> 'fields', 'fields')
  union all select * from private.check_repeats(p_definition -> 'groups', 'key', 'groups')
  union all select * from private.check_repeats(p_definition -> 'fields', 'column', 'fields')
  union all
  select found.* from private.part_list(p_definition -> 'groups') g
  cross join lateral (
    select * from private.check_members(g.value, '{key,labels,help,is_collapsed}', 'groups.' || g.place, 'groups.' || g.place)
    union all
    select private.screen_problem('groups.' || g.place || '.key', 'key_invalid', 'groups.' || g.place,
      jsonb_build_object('name', g.value ->> 'key'))
    where coalesce(g.value ->> 'key', '') !~ '^[a-z][a-z0-9_]{0,39}$'
    union all select * from private.check_labels(g.value -> 'labels', 'groups.' || g.place || '.labels')
    union all select * from private.check_labels(g.value -> 'help', 'groups.' || g.place || '.help')
  ) found
  union all
  select found.* from private.part_list(p_definition -> 'fields') f
  cross join lateral (select 'fields.' || f.place as path) at
  left join private.screen_columns(p_resource) c on c.name = f.value ->> 'column'
  cross join lateral (
    select * from private.check_members(f.value,
      '{column,labels,help,group,widget,width,visible_to,editable_by,required_for}', at.path, at.path)
    union all select * from private.check_column(p_resource, f.value ->> 'column', at.path || '.column', at.path)
    union all select * from private.check_labels(f.value -> 'labels', at.path || '.labels')
    union all select * from private.check_labels(f.value -> 'help', at.path || '.help')
    union all select * from private.check_roles(f.value -> 'visible_to', at.path || '.visible_to', at.path)
    union all select * from private.check_roles(f.value -> 'editable_by', at.path || '.editable_by', at.path)
    union all select * from private.check_roles(f.value -> 'required_for', at.path || '.required_for', at.path || '.required_for')
    union all
    select private.screen_problem(at.path || '.group', 'unknown_group', at.path || '.group',
      jsonb_build_object('name', f.value ->> 'group'))
    where f.value ? 'group' and not exists (
      select 1 from private.part_list(p_definition -> 'groups') g where g.value ->> 'key' = f.value ->> 'group')
    union all
    select private.screen_problem(at.path || '.width', 'unknown_value', at.path || '.width', jsonb_build_object('name', f.value ->> 'width'))
    where coalesce(f.value ->> 'width', 'full') not in ('full', 'half')
    union all
    select private.screen_problem(at.path || '.widget', 'unfit_widget', at.path || '.widget',
      jsonb_build_object('name', f.value ->> 'widget', 'kind', c.kind))
    where c.name is not null and f.value ? 'widget'
      and coalesce(f.value ->> 'widget', '') <> all (private.fit_widgets(c.kind, c.is_reference))
    union all
    select private.screen_problem(at.path || '.' || k.member, 'missing_right', at.path || '.' || k.member,
      jsonb_build_object('name', c.name, 'command', 'update'))
    from unnest(array['editable_by', 'required_for']) k (member)
    where f.value ? k.member and not ((c.column_of #>> '{may,insert}')::boolean or (c.column_of #>> '{may,update}')::boolean)
    union all
    select private.screen_problem(at.path || '.visible_to', 'hidden_required', at.path || '.visible_to',
      jsonb_build_object('name', c.name), false)
    where jsonb_typeof(f.value -> 'visible_to') = 'array' and jsonb_array_length(f.value -> 'visible_to') = 0
      and (c.column_of ->> 'is_required')::boolean and (c.column_of #>> '{may,insert}')::boolean
  ) found
  union all
  -- Without these no new row can be saved; the form shows them all the same.
  select private.screen_problem('fields', 'required_absent', 'none', jsonb_build_object('name', c.name), false)
  from private.screen_columns(p_resource) c
  where (c.column_of ->> 'is_required')::boolean and (c.column_of #>> '{may,insert}')::boolean
    and jsonb_array_length(case when jsonb_typeof(p_definition -> 'fields') = 'array' then p_definition -> 'fields' else '[]' end) > 0
    and not exists (select 1 from private.part_list(p_definition -> 'fields') f where f.value ->> 'column' = c.name);
$$;
comment on function private.check_screen_fields(jsonb, jsonb) is 'Faults of groups and fields.';

-- 75_delivery/225_fn_list_my_deliveries.sql
create function public.list_my_deliveries(p_before timestamptz default null, p_limit int default 20)
returns table (
  id uuid, number text, currency text, store_name text, store_translations jsonb,
  delivered_at timestamptz, distance_meters int, pay_cents bigint, tip_cents bigint)
language sql
stable
security definer -- a rider does not see the order for ever, but what it earned
set search_path = ''
as $$
  select d.id, o.number, o.currency, s.name, s.translations, d.delivered_at, d.distance_meters, d.rider_pay_cents, o.tip_cents
  from public.deliveries d
  join public.orders o on o.id = d.order_id
  join public.stores s on s.id = d.store_id
  where d.rider_id = auth.uid() and d.status = 'delivered' and (p_before is null or d.delivered_at < p_before)
  order by d.delivered_at desc
  limit least(greatest(p_limit, 1), 100);
$$;
comment on function public.list_my_deliveries(timestamptz, int) is
  'What the rider delivered and earned with it, newest first; p_before is the last delivered_at of the page before.';

-- 88_screen/225_fn_check_screen_list.sql
create function private.check_screen_list(p_resource jsonb, p_definition jsonb)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_members(coalesce(p_definition -> 'list', '{}'), '{columns,sort,filters,page_size}', 'list', 'list')
  union all select * from private.check_list(p_definition #> '{list,columns}', 'list.columns')
  union all select * from private.check_list(p_definition #> '{list,filters}', 'list.filters')
  union all
  select found.* from private.part_list(p_definition #> '{list,columns}') c
  cross join lateral private.check_column(p_resource, c.value #>> '{}', 'list.columns.' || c.place, 'list.columns.' || c.place) found
  union all
  select found.* from private.part_list(p_definition #> '{list,filters}') f
  cross join lateral private.check_filter(p_resource, f.value, 'list.filters.' || f.place, 'list.filters.' || f.place) found
  union all
  select found.* from private.check_sort(p_resource, p_definition #> '{list,sort}', 'list.sort', 'list.sort') found
  where p_definition #> '{list,sort}' is not null
  union all
  select private.screen_problem('list.page_size', 'unknown_value', 'list.page_size', jsonb_build_object('name', p_definition #>> '{list,page_size}'))
  where coalesce(p_definition #>> '{list,page_size}', '50') not in ('20', '50', '100')
  union all select * from private.check_list(p_definition -> 'views', 'views')
  union all select * from private.check_repeats(p_definition -> 'views', 'key', 'views')
  union all
  -- A view without one of its filters would show other rows than its name says: it is left out whole.
  select found.* from private.part_list(p_definition -> 'views') v
  cross join lateral (select 'views.' || v.place as path) at
  cross join lateral (
    select * from private.check_members(v.value, '{key,labels,filters,sort,columns,visible_to}', at.path, at.path)
    union all
    select private.screen_problem(at.path || '.key', 'key_invalid', at.path, jsonb_build_object('name', v.value ->> 'key'))
    where coalesce(v.value ->> 'key', '') !~ '^[a-z][a-z0-9_]{0,39}$'
    union all select * from private.check_labels(v.value -> 'labels', at.path || '.labels')
    union all select * from private.check_roles(v.value -> 'visible_to', at.path || '.visible_to', at.path)
    union all select * from private.check_list(v.value -> 'filters', at.path || '.filters')
    union all
    select inner_found.* from private.part_list(v.value -> 'filters') f
    cross join lateral private.check_filter(p_resource, f.value, at.path || '.filters.' || f.place, at.path) inner_found
    union all
    select inner_found.* from private.check_sort(p_resource, v.value -> 'sort', at.path || '.sort', at.path || '.sort') inner_found
    where v.value ? 'sort'
    union all
    select inner_found.* from private.part_list(v.value -> 'columns') c
    cross join lateral private.check_column(p_resource, c.value #>> '{}', at.path || '.columns.' || c.place,
      at.path || '.columns.' || c.place) inner_found
  ) found;
$$;
comment on function private.check_screen_list(jsonb, jsonb) is 'Faults of the list and its saved views.';

-- 20_store/230_fn_onboarding.sql
create function public.apply_to_sell(
  p_city_id uuid, p_category_id uuid, p_merchant_name text, p_legal_name text, p_contact_phone text,
  p_store_name text, p_street text, p_lon double precision, p_lat double precision, p_licenses jsonb,
  p_idempotency_key text, p_merchant_id uuid default null)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('apply_to_sell', p_idempotency_key, v_user_id, p_city_id);
  v_row public.onboarding_applications;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.check_point(p_lon, p_lat);
  if p_merchant_id is not null then
    perform private.require_manager(p_merchant_id);
  end if;
  if jsonb_typeof(p_licenses) is distinct from 'array' or jsonb_array_length(p_licenses) > 20
    or not exists (select 1 from public.cities where id = p_city_id and is_active)
    or not exists (select 1 from public.categories where id = p_category_id and is_active)
    or exists (
      select 1 from jsonb_array_elements(p_licenses) l
      where coalesce(l ->> 'kind', '') !~ '^[a-z_]{2,40}$' or coalesce(length(l ->> 'number'), 0) not between 1 and 80
        or coalesce(length(l ->> 'file_path'), 0) not between 1 and 300
        or coalesce(l ->> 'expires_on', '2000-01-01') !~ '^\d{4}-\d\d-\d\d$')
  then
    perform private.raise('store.application_invalid', 422);
  end if;
  begin
    insert into public.onboarding_applications (applicant_id, merchant_id, city_id, category_id, merchant_name, legal_name,
      contact_phone, store_name, street, lon, lat, licenses)
    values (v_user_id, p_merchant_id, p_city_id, p_category_id, trim(p_merchant_name), trim(p_legal_name),
      trim(p_contact_phone), trim(p_store_name), trim(p_street), p_lon, p_lat, p_licenses)
    returning * into v_row;
  exception
    when check_violation or not_null_violation then
      perform private.raise('store.application_invalid', 422);
  end;
  return private.finish_command('apply_to_sell', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.apply_to_sell(uuid, uuid, text, text, text, text, text, double precision, double precision, jsonb, text, uuid) is
  'Asks to sell here with a first store, or, as manager of p_merchant_id, with a further one. p_licenses: [{kind, number, file_path, expires_on}].';

create function public.withdraw_application(p_application_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('withdraw_application', p_idempotency_key, v_user_id, p_application_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not exists (select 1 from public.onboarding_applications where id = p_application_id and applicant_id = v_user_id) then
    perform private.raise('store.application_not_found', 404);
  end if;
  return private.finish_command('withdraw_application', p_idempotency_key, v_user_id,
    to_jsonb(private.apply_application_command(p_application_id, 'withdraw', 'customer')));
end;
$$;
comment on function public.withdraw_application(uuid, text) is 'The applicant takes an application back.';

create function public.review_application(p_application_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('review_application', p_idempotency_key, v_user_id, p_application_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  return private.finish_command('review_application', p_idempotency_key, v_user_id,
    to_jsonb(private.apply_application_command(p_application_id, 'review', 'ops')));
end;
$$;
comment on function public.review_application(uuid, text) is 'Ops begin to look at an application.';

create function public.reject_application(p_application_id uuid, p_reason text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('reject_application', p_idempotency_key, v_user_id, p_application_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(trim(p_reason), '') = '' then
    perform private.raise('store.reason_required', 422);
  end if;
  return private.finish_command('reject_application', p_idempotency_key, v_user_id,
    to_jsonb(private.apply_application_command(p_application_id, 'reject', 'ops', p_reason)));
end;
$$;
comment on function public.reject_application(uuid, text, text) is 'Ops refuse an application and say why.';

-- 50_order/230_fn_complete_order.sql
create function private.complete_order(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.settle_stock(p_order_id, true);
  -- Earned first, so that money which goes back with the split takes its points with it.
  perform private.earn_points(p_order_id);
  perform private.post_order_split(p_order_id);
  update public.stores s
  set monthly_sales_count = s.monthly_sales_count + 1
  from public.orders o
  where o.id = p_order_id and s.id = o.store_id;
end;
$$;
comment on function private.complete_order(uuid) is 'After completion: stock leaves the shelf and the money is split.';

-- 55_booking/230_fn_run_voucher_expiry.sql
create function private.run_voucher_expiry(p_limit int default 50)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_order_id uuid;
  v_voucher public.vouchers;
  v_count int := 0;
begin
  -- One order at a time, and none that somebody is busy with: its vouchers are locked after it, as every command does.
  for v_order_id in
    select o.id from public.orders o
    where o.id in (select order_id from public.vouchers where status = 'issued' and expires_at <= now() order by expires_at limit p_limit)
    order by o.id for update skip locked
  loop
    for v_voucher in
      select * from public.vouchers where order_id = v_order_id and status = 'issued' and expires_at <= now() order by id
    loop
      v_voucher := private.apply_voucher_command(v_voucher.id, 'expire', 'system');
      perform private.refund_voucher(v_voucher, 'system', 'voucher_expired');
      v_count := v_count + 1;
    end loop;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_voucher_expiry(int) is 'Ends vouchers whose time is over and pays them back; returns how many.';

-- 60_payment/230_fn_list_stale_payments.sql
create function public.list_stale_payments(p_limit int default 50)
returns table (
  kind text, payment_id uuid, provider public.payment_provider, out_trade_no text, out_refund_no text,
  amount_cents bigint, created_at timestamptz, is_given_up boolean)
language sql
stable
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  (select 'payment', p.id, p.provider, p.out_trade_no, null::text, p.amount_cents, p.created_at, p.status = 'voided'
   from public.payments p
   where (p.status = 'pending' and p.created_at between now() - interval '2 hours' and now() - interval '30 seconds')
     -- A charge that we gave up may still have been paid in the last minute.
     or (p.status = 'voided' and p.updated_at > now() - interval '30 minutes')
   order by p.created_at
   limit least(p_limit, 200))
  union all
  (select 'refund', p.id, p.provider, p.out_trade_no, r.out_refund_no, r.amount_cents, r.created_at, false
   from public.refund_requests r
   join public.payments p on p.id = r.payment_id
   where r.status = 'refunding' and r.attempt_count > 0 and r.updated_at < now() - interval '30 seconds'
   order by r.created_at
   limit least(p_limit, 200));
$$;
comment on function public.list_stale_payments(int) is
  'Charges and refunds whose outcome the provider should be asked for because no event came; a charge that is_given_up should be closed there.';

-- 75_delivery/230_fn_report_incident.sql
create function public.report_incident(
  p_delivery_id uuid, p_reason_code text, p_idempotency_key text, p_note text default '',
  p_photo_path text default null, p_client_at timestamptz default now())
returns jsonb
language plpgsql
security definer -- deliveries change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command('report_incident', p_idempotency_key, v_rider.id, p_delivery_id);
  v_delivery public.deliveries;
  v_incident_id uuid;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id where d.id = p_delivery_id for update of o;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if v_delivery.rider_id is distinct from v_rider.id
    or v_delivery.status not in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
  then
    perform private.raise('delivery.not_found', 404);
  end if;
  if not exists (
    select 1 from public.reason_codes
    where code = p_reason_code and applies_to = 'delivery_fail' and actor = 'rider' and is_active)
  then
    perform private.raise('delivery.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;
  perform private.check_proof_photo(p_delivery_id, p_photo_path);
  v_incident_id := private.open_incident(p_delivery_id, v_rider.id, p_reason_code, left(p_note, 500), p_photo_path, p_client_at);
  if v_delivery.status in ('assigned', 'arrived_at_store') then
    v_delivery := private.apply_delivery_command(p_delivery_id, 'give_back', 'rider', v_rider.id, p_reason_code, p_client_at);
    insert into private.dispatch_exclusions (delivery_id, rider_id, reason)
    values (p_delivery_id, v_rider.id, p_reason_code) on conflict do nothing;
    update public.delivery_incidents
    set status = 'resolved', resolution = 'rider_released', resolved_at = now() where id = v_incident_id;
    -- What the store or the street did is not the rider's breach.
    if p_reason_code not in ('store_closed', 'goods_not_ready', 'accident') then
      insert into public.breach_records (rider_id, delivery_id, kind, detail)
      values (v_rider.id, p_delivery_id, 'gave_back', jsonb_build_object('reason_code', p_reason_code))
      on conflict do nothing;
    end if;
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
  return private.finish_command('report_incident', p_idempotency_key, v_rider.id, jsonb_build_object(
    'incident_id', v_incident_id, 'delivery_id', p_delivery_id, 'status', v_delivery.status));
end;
$$;
comment on function public.report_incident(uuid, text, text, text, text, timestamptz) is
  'Rider tells what is in the way. Before pickup the task is given back and goes to another; after it ops are called and decide.';

create function public.return_delivery(p_delivery_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- deliveries change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('return_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_delivery public.deliveries;
  v_actor public.actor_role;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  v_actor := (case
    when v_delivery.rider_id = v_user_id then 'rider'
    when v_delivery.store_id in (select private.my_store_ids()) then 'merchant'
    when private.has_ops_role('operations', 'support') then 'ops' end)::public.actor_role;
  if v_actor is null then
    perform private.raise('delivery.not_found', 404);
  end if;
  if not v_delivery.is_return_due or v_delivery.returned_at is not null then
    perform private.raise('delivery.transition_refused', 409,
      jsonb_build_object('status', v_delivery.status, 'command', 'return', 'actor', v_actor));
  end if;
  perform private.apply_delivery_command(p_delivery_id, 'return', v_actor);
  update public.deliveries set returned_at = now() where id = p_delivery_id returning * into v_delivery;
  return private.finish_command('return_delivery', p_idempotency_key, v_user_id, jsonb_build_object(
    'id', v_delivery.id, 'status', v_delivery.status, 'returned_at', v_delivery.returned_at));
end;
$$;
comment on function public.return_delivery(uuid, text) is 'The goods of a failed delivery are back in the store; its rider, the store or ops say so.';

-- 88_screen/230_fn_check_screen_actions.sql
create function private.check_screen_actions(p_resource jsonb, p_definition jsonb)
returns setof jsonb
language sql
stable
set search_path = ''
as $$
  select * from private.check_list(p_definition -> 'actions', 'actions')
  union all select * from private.check_repeats(p_definition -> 'actions', 'key', 'actions')
  union all
  select found.* from private.part_list(p_definition -> 'actions') a
  cross join lateral (select 'actions.' || a.place as path) at
  left join lateral (
    select f.oid, array(select n from unnest(f.proargnames[1 : f.pronargs]) n) as names, f.pronargs - f.pronargdefaults as needed
    from pg_catalog.pg_proc f
    where f.pronamespace = 'public'::regnamespace and f.proname = a.value ->> 'rpc' and f.prokind = 'f'
    order by f.oid limit 1
  ) rpc on true
  cross join lateral (
    select * from private.check_members(a.value,
      '{key,labels,help,confirm,rpc,arguments,inputs,is_bulk,is_danger,visible_to}', at.path, at.path)
    union all
    select private.screen_problem(at.path || '.key', 'key_invalid', at.path, jsonb_build_object('name', a.value ->> 'key'))
    where coalesce(a.value ->> 'key', '') !~ '^[a-z][a-z0-9_]{0,39}$'
    union all select * from private.check_labels(a.value -> 'labels', at.path || '.labels')
    union all select * from private.check_labels(a.value -> 'help', at.path || '.help')
    union all select * from private.check_labels(a.value -> 'confirm', at.path || '.confirm')
    union all select * from private.check_roles(a.value -> 'visible_to', at.path || '.visible_to', at.path)
    union all
    select private.screen_problem(at.path || '.rpc', 'unknown_rpc', at.path, jsonb_build_object('name', a.value ->> 'rpc',
      'nearest', private.nearest_name(a.value ->> 'rpc', array(
        select f.proname::text from pg_catalog.pg_proc f where f.pronamespace = 'public'::regnamespace))))
    where rpc.oid is null
    union all
    select private.screen_problem(at.path || '.rpc', 'missing_right', at.path, jsonb_build_object('name', a.value ->> 'rpc', 'command', 'execute'))
    where rpc.oid is not null and not has_function_privilege('authenticated', rpc.oid, 'execute')
    union all
    select private.screen_problem(at.path || '.arguments.' || g.key, 'unknown_argument', at.path,
      jsonb_build_object('name', g.key, 'nearest', private.nearest_name(g.key, rpc.names)))
    from jsonb_object_keys(case when jsonb_typeof(a.value -> 'arguments') = 'object' then a.value -> 'arguments' else '{}' end) g (key)
    where rpc.oid is not null and g.key <> all (rpc.names)
    union all
    select private.screen_problem(at.path || '.arguments', 'missing_argument', at.path, jsonb_build_object('name', n))
    from unnest(rpc.names[1 : rpc.needed]) n
    where not coalesce((a.value -> 'arguments') ? n, false)
    union all
    select inner_found.* from jsonb_each(case when jsonb_typeof(a.value -> 'arguments') = 'object' then a.value -> 'arguments' else '{}' end) g
    cross join lateral (
      select * from private.check_column(p_resource, g.value ->> 'column', at.path || '.arguments.' || g.key, at.path) c
      where g.value ->> 'from' = 'row'
      union all
      select private.screen_problem(at.path || '.arguments.' || g.key, 'unknown_input', at.path, jsonb_build_object('name', g.value ->> 'name'))
      where g.value ->> 'from' = 'input' and not exists (
        select 1 from private.part_list(a.value -> 'inputs') i where i.value ->> 'name' = g.value ->> 'name')
      union all
      select private.screen_problem(at.path || '.arguments.' || g.key, 'unknown_value', at.path, jsonb_build_object('name', g.value ->> 'from'))
      where coalesce(g.value ->> 'from', '') not in ('row', 'input', 'value', 'idempotency_key')
    ) inner_found
    union all
    select inner_found.* from private.part_list(a.value -> 'inputs') i
    cross join lateral (
      select * from private.check_members(i.value, '{name,labels,kind,is_required}', at.path || '.inputs.' || i.place, at.path)
      union all select * from private.check_labels(i.value -> 'labels', at.path || '.inputs.' || i.place || '.labels')
      union all
      select private.screen_problem(at.path || '.inputs.' || i.place || '.kind', 'unknown_value', at.path, jsonb_build_object('name', i.value ->> 'kind'))
      where coalesce(i.value ->> 'kind', 'text') not in ('text', 'integer', 'money', 'boolean', 'datetime')
    ) inner_found
  ) found;
$$;
comment on function private.check_screen_actions(jsonb, jsonb) is 'Faults of actions: each calls one RPC with arguments from the row, from what a person types, or fixed.';

-- 20_store/235_fn_approve_application.sql
create function public.approve_application(p_application_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- makes merchant, store and manager, which no person may write
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('approve_application', p_idempotency_key, v_user_id, p_application_id);
  v_row public.onboarding_applications;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_row := private.apply_application_command(p_application_id, 'approve', 'ops');
  if v_row.merchant_id is null then
    insert into public.merchants (name, legal_name) values (v_row.merchant_name, v_row.legal_name)
    returning id into v_row.merchant_id;
    insert into public.merchant_members (merchant_id, user_id, role) values (v_row.merchant_id, v_row.applicant_id, 'manager');
  end if;
  insert into public.stores (merchant_id, city_id, category_id, name, phone, street, lon, lat)
  values (v_row.merchant_id, v_row.city_id, v_row.category_id, v_row.store_name, v_row.contact_phone, v_row.street, v_row.lon, v_row.lat)
  returning id into v_row.store_id;
  insert into public.license_documents (merchant_id, store_id, kind, number, file_path, expires_on, status, submitted_by,
    reviewed_by, reviewed_at)
  select v_row.merchant_id, v_row.store_id, l.kind, l.number, l.file_path, l.expires_on, 'approved', v_row.applicant_id, v_user_id, now()
  from jsonb_to_recordset(v_row.licenses) as l (kind text, number text, file_path text, expires_on date);
  update public.onboarding_applications set merchant_id = v_row.merchant_id, store_id = v_row.store_id
  where id = v_row.id
  returning * into v_row;
  return private.finish_command('approve_application', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.approve_application(uuid, text) is
  'Ops approve: the merchant, its store (not published yet), the applicant as its manager, and the licences, or a further store of a merchant that is there.';

-- 20_store/240_fn_staff.sql
create function private.find_person(p_contact text)
returns uuid
language sql
stable
security definer -- phone and e-mail stay in auth.users
set search_path = ''
as $$
  -- Phones are kept as digits with their country; a mobile number without one is Chinese.
  select u.id
  from auth.users u
  where case when p_contact like '%@%' then u.email = lower(trim(p_contact))
    else u.phone in (regexp_replace(p_contact, '\D', '', 'g'), '86' || regexp_replace(p_contact, '\D', '', 'g')) end
  order by u.created_at
  limit 1;
$$;
comment on function private.find_person(text) is 'The user with a phone number or an e-mail address.';

create function private.keep_a_manager(p_merchant_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if not exists (
    select 1 from public.merchant_members where merchant_id = p_merchant_id and role = 'manager' and store_id is null)
  then
    perform private.raise('store.last_manager', 409);
  end if;
end;
$$;
comment on function private.keep_a_manager(uuid) is 'Somebody must be left who manages the whole merchant.';

create function private.staff_view(p_member public.merchant_members)
returns jsonb
language sql
stable
security definer -- shows a masked phone to the managers who ask
set search_path = ''
as $$
  select jsonb_build_object(
    'merchant_id', p_member.merchant_id, 'user_id', p_member.user_id, 'store_id', p_member.store_id, 'role', p_member.role,
    'display_name', p.display_name, 'phone', private.mask_phone(nullif(u.phone, '')), 'created_at', p_member.created_at)
  from auth.users u
  left join public.profiles p on p.id = u.id
  where u.id = p_member.user_id;
$$;

create function public.set_staff(
  p_merchant_id uuid, p_contact text, p_role public.merchant_role, p_store_id uuid default null)
returns jsonb
language plpgsql
security definer -- memberships are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid;
  v_row public.merchant_members;
begin
  perform private.require_manager(p_merchant_id, p_store_id);
  -- One change of a merchant's staff at a time.
  perform 1 from public.merchants where id = p_merchant_id for no key update;
  v_user_id := private.find_person(p_contact);
  if v_user_id is null then
    perform private.raise('store.staff_not_found', 404);
  end if;
  select * into v_row from public.merchant_members where merchant_id = p_merchant_id and user_id = v_user_id;
  if found then
    -- Who manages one store decides about the people of that store.
    perform private.require_manager(p_merchant_id, v_row.store_id);
  end if;
  insert into public.merchant_members (merchant_id, user_id, store_id, role)
  values (p_merchant_id, v_user_id, p_store_id, p_role)
  on conflict (merchant_id, user_id) do update set store_id = excluded.store_id, role = excluded.role
  returning * into v_row;
  perform private.keep_a_manager(p_merchant_id);
  return private.staff_view(v_row);
end;
$$;
comment on function public.set_staff(uuid, text, public.merchant_role, uuid) is
  'Gives a user, found by phone or e-mail, a role in the merchant (p_store_id null: in every store), instead of the one they had. For managers; the last one of the whole merchant stays.';

create function public.remove_staff(p_merchant_id uuid, p_user_id uuid)
returns void
language plpgsql
security definer -- memberships are written by functions only
set search_path = ''
as $$
declare
  v_row public.merchant_members;
begin
  perform private.require_user();
  perform 1 from public.merchants where id = p_merchant_id for no key update;
  select * into v_row from public.merchant_members where merchant_id = p_merchant_id and user_id = p_user_id;
  -- Anyone may leave.
  if p_user_id <> auth.uid() then
    perform private.require_manager(p_merchant_id, v_row.store_id);
  end if;
  if v_row.user_id is null then
    perform private.raise('store.staff_not_found', 404);
  end if;
  delete from public.merchant_members where merchant_id = p_merchant_id and user_id = p_user_id;
  perform private.keep_a_manager(p_merchant_id);
end;
$$;
comment on function public.remove_staff(uuid, uuid) is
  'Takes a person off the staff: by a manager, or by themself; the last manager of the whole merchant stays.';

create function public.list_staff(p_merchant_id uuid)
returns jsonb
language plpgsql
stable
security definer -- names and masked phones of colleagues, for managers and ops
set search_path = ''
as $$
declare
  v_mine public.merchant_members;
begin
  perform private.require_user();
  if not private.is_ops() then
    select * into v_mine from public.merchant_members
    where merchant_id = p_merchant_id and user_id = auth.uid() and role = 'manager';
    if not found then
      perform private.raise('store.not_manager', 403);
    end if;
  end if;
  return (
    select coalesce(jsonb_agg(private.staff_view(m) order by m.created_at, m.user_id), '[]')
    from public.merchant_members m
    where m.merchant_id = p_merchant_id and (v_mine.store_id is null or m.store_id = v_mine.store_id));
end;
$$;
comment on function public.list_staff(uuid) is 'The staff of a merchant with names and masked phones; a manager of one store sees that store''s.';

-- 50_order/240_fn_end_due_order.sql
create function private.end_due_order()
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  select * into v_order from public.orders
  where due_at <= now() order by due_at limit 1 for update skip locked;
  if not found then
    return false;
  end if;
  begin
    case v_order.status
      when 'pending_payment' then
        v_order := private.apply_order_command(v_order.id, 'expire', 'system', 'payment_overdue');
        perform private.close_order(v_order);
      when 'placed' then
        v_order := private.apply_order_command(v_order.id, 'time_out', 'system', 'store_no_answer');
        perform private.close_order(v_order);
      else
        -- The time of a scheduled delivery has come: its rider is called.
        update public.orders set due_at = null where id = v_order.id;
        perform private.create_delivery(v_order.id)
        where not exists (select 1 from public.deliveries where order_id = v_order.id);
    end case;
  exception when others then
    -- One order that cannot end must not keep the others waiting.
    raise warning 'order % cannot end: %', v_order.id, sqlerrm;
    update public.orders set due_at = now() + interval '5 minutes' where id = v_order.id;
  end;
  return true;
end;
$$;
comment on function private.end_due_order() is
  'Takes one order whose time has come and that nobody is busy with: unpaid or unanswered it ends, a scheduled delivery is begun. False when there is none.';

-- 60_payment/240_fn_request_refund.sql
create function private.refund_answer(p_refund public.refund_requests)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_refund.id, 'order_id', p_refund.order_id, 'status', p_refund.status, 'amount_cents', p_refund.amount_cents,
    'liable_party', p_refund.liable_party, 'due_at', p_refund.due_at, 'updated_at', p_refund.updated_at);
$$;
comment on function private.refund_answer(public.refund_requests) is 'What every refund command returns.';

create function private.lock_refund(p_refund_id uuid)
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests;
begin
  select * into v_refund from public.refund_requests where id = p_refund_id;
  -- Order, payment, refund: as every command.
  perform 1 from public.orders where id = v_refund.order_id for update;
  perform 1 from public.payments where id = v_refund.payment_id for update;
  select * into v_refund from public.refund_requests where id = p_refund_id for update;
  return v_refund;
end;
$$;
comment on function private.lock_refund(uuid) is 'The refund with its order and payment locked.';

create function private.send_agreed_refund(p_refund_id uuid)
returns public.refund_requests
language plpgsql
set search_path = ''
as $$
declare
  v_refund public.refund_requests;
  v_left bigint;
begin
  select * into v_refund from public.refund_requests where id = p_refund_id;
  select private.refundable_cents(p) into v_left from public.payments p where p.id = v_refund.payment_id;
  if v_refund.amount_cents > v_left then
    perform private.raise('refund.above_paid', 422, jsonb_build_object('amount_cents', v_refund.amount_cents, 'left_cents', v_left));
  end if;
  return private.send_refund(p_refund_id);
end;
$$;
comment on function private.send_agreed_refund(uuid) is 'Sends a refund that was agreed to, if so much is still there.';

create function public.request_refund(
  p_order_id uuid, p_idempotency_key text, p_reason_code text, p_lines jsonb default '[]', p_note text default '',
  p_photos text[] default '{}')
returns jsonb
language plpgsql
security definer -- refunds change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('request_refund', p_idempotency_key, v_user_id, p_order_id);
  v_order public.orders;
  v_payment public.payments;
  v_refund public.refund_requests;
  v_lines jsonb;
  v_amount bigint;
  v_id uuid := gen_random_uuid();
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  if v_order.placed_at is null or v_order.closed_at is not null
    -- Vouchers are given back one by one.
    or (v_order.fulfillment_type = 'voucher' and v_order.status <> 'completed')
    or v_order.completed_at < now() - make_interval(days => coalesce((private.setting('refund.request_days') #>> '{}')::int, 7))
  then
    perform private.raise('refund.not_possible', 409, jsonb_build_object('status', v_order.status));
  end if;
  if not exists (
    select 1 from public.reason_codes r
    where r.code = p_reason_code and r.applies_to = 'refund_request' and r.actor = 'customer' and r.is_active)
  then
    perform private.raise('order.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;
  if exists (
    select 1 from public.refund_requests
    where order_id = p_order_id and is_asked and status in ('requested', 'merchant_rejected', 'escalated'))
  then
    perform private.raise('refund.already_open', 409);
  end if;
  if exists (select 1 from unnest(p_photos) photo where photo not like v_user_id || '/%') then
    perform private.raise('refund.photo_unknown', 422);
  end if;

  -- What a piece costs is never read from the client.
  v_lines := private.refund_lines(p_order_id, (
    select coalesce(jsonb_agg(l - 'amount_cents'), '[]') from jsonb_array_elements(coalesce(p_lines, '[]')) l));
  select p.* into v_payment from public.payments p
  where p.order_id = p_order_id and p.status in ('captured', 'partially_refunded')
  order by private.refundable_cents(p) desc, p.id limit 1;
  perform 1 from public.payments where id = v_payment.id for update;
  v_amount := case
    when jsonb_array_length(v_lines) > 0 then (
      select sum((l ->> 'amount_cents')::bigint)::bigint from jsonb_array_elements(v_lines) l)
    -- Once it was carried, the way is not asked back with the goods; the platform may still decide so.
    when v_order.status = 'completed' then least(private.refundable_cents(v_payment), v_order.packaging_fee_cents + (
      select sum(g.total_cents - g.discount_cents)::bigint from private.order_goods(p_order_id) g) - (
      select coalesce(sum(r.amount_cents), 0)::bigint from public.refund_requests r
      where r.payment_id = v_payment.id and r.status in ('refunding', 'refunded') and r.reason <> 'order_edited'))
    else private.refundable_cents(v_payment) end;
  if coalesce(v_amount, 0) <= 0 or v_amount > private.refundable_cents(v_payment) then
    perform private.raise('refund.above_paid', 422, jsonb_build_object(
      'amount_cents', v_amount, 'left_cents', coalesce(private.refundable_cents(v_payment), 0)));
  end if;

  insert into public.refund_requests (
    id, order_id, payment_id, customer_id, store_id, out_refund_no, amount_cents, liable_party, reason, is_asked, note,
    photos, due_at)
  values (v_id, p_order_id, v_payment.id, v_user_id, v_order.store_id, 'LR' || replace(v_id::text, '-', ''), v_amount,
    'merchant', p_reason_code, true, left(coalesce(p_note, ''), 500), coalesce(p_photos, '{}'),
    now() + private.setting_interval('refund.answer_seconds', 86400))
  returning * into v_refund;
  perform private.keep_refund_lines(v_id, p_order_id, v_lines);
  insert into public.refund_events (refund_request_id, command, from_status, to_status, actor, actor_id, detail)
  values (v_id, 'request', 'requested', 'requested', 'customer', v_user_id,
    jsonb_build_object('reason_code', p_reason_code, 'amount_cents', v_amount));
  perform private.announce_refund(v_refund);
  return private.finish_command('request_refund', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;
comment on function public.request_refund(uuid, text, text, jsonb, text, text[]) is
  'The customer asks money back: for lines [{order_item_id or line_number, quantity}], or for all of it without lines. Photos are names in the bucket after-sale. The store answers in time or has agreed.';

-- 75_delivery/240_fn_resolve_delivery.sql
create function private.fail_delivery(p_delivery public.deliveries, p_reason_code text)
returns public.deliveries
language plpgsql
set search_path = ''
as $$
declare
  v_delivery public.deliveries;
  v_order public.orders;
begin
  v_delivery := private.apply_delivery_command(p_delivery.id, 'fail', 'ops', null, p_reason_code);
  update public.deliveries set is_return_due = true where id = p_delivery.id returning * into v_delivery;
  v_order := private.apply_order_command(p_delivery.order_id, 'cancel', 'ops', 'delivery_failed');
  perform private.close_order(v_order);
  perform private.pay_failed_delivery(v_delivery, p_reason_code);
  return v_delivery;
end;
$$;
comment on function private.fail_delivery(public.deliveries, text) is
  'Ends a delivery that cannot be handed over: the customer gets the money back, the rider the pay, the store the goods.';

create function public.resolve_delivery(
  p_delivery_id uuid, p_resolution text, p_idempotency_key text, p_note text default '',
  p_rider_id uuid default null, p_reason_code text default null)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('resolve_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id where d.id = p_delivery_id for update of o;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  case p_resolution
    when 'continue' then
      null;
    when 'fail' then
      v_delivery := private.fail_delivery(v_delivery, coalesce(p_reason_code, (
        select i.reason_code from public.delivery_incidents i
        where i.delivery_id = p_delivery_id order by i.created_at desc limit 1)));
    when 'hand_over' then
      perform 1 from public.riders
      where id = p_rider_id and id <> v_delivery.rider_id and city_id = v_delivery.city_id and is_active and status = 'online'
      for share;
      if not found then
        perform private.raise('dispatch.rider_not_available', 409);
      end if;
      perform private.broadcast('rider:' || v_delivery.rider_id, 'delivery.unassigned',
        jsonb_build_object('delivery_id', p_delivery_id));
      v_delivery := private.apply_delivery_command(p_delivery_id, 'hand_over', 'ops', p_rider_id);
    when 'finish' then
      insert into public.delivery_proofs (delivery_id, kind, created_by)
      values (p_delivery_id, 'ops', v_user_id) on conflict do nothing;
      v_delivery := private.apply_delivery_command(p_delivery_id, 'deliver', 'ops', null, null, null,
        jsonb_build_object('note', p_note));
      perform private.apply_order_command(v_delivery.order_id, 'complete', 'ops');
      perform private.complete_order(v_delivery.order_id);
      perform private.close_delivery(v_delivery);
    else
      perform private.raise('delivery.resolution_unknown', 422, jsonb_build_object('resolution', p_resolution));
  end case;
  update public.delivery_incidents
  set status = 'resolved', resolution = p_resolution, resolution_note = left(coalesce(p_note, ''), 500),
      resolved_by = v_user_id, resolved_at = now()
  where delivery_id = p_delivery_id and status = 'open';
  return private.finish_command('resolve_delivery', p_idempotency_key, v_user_id, jsonb_build_object(
    'id', v_delivery.id, 'status', v_delivery.status, 'rider_id', v_delivery.rider_id,
    'is_return_due', v_delivery.is_return_due));
end;
$$;
comment on function public.resolve_delivery(uuid, text, text, text, uuid, text) is
  'Ops decide about goods under way: continue, fail (money back, goods return), hand_over to another rider who met the first, finish (the customer has it). Closes the open incidents.';

create function public.waive_breach(p_breach_id uuid, p_note text)
returns void
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations', 'support');
  update public.breach_records
  set waived_by = auth.uid(), waived_at = now(), waive_note = left(coalesce(p_note, ''), 200)
  where id = p_breach_id and waived_at is null;
  if not found then
    perform private.raise('delivery.breach_not_found', 404);
  end if;
end;
$$;
comment on function public.waive_breach(uuid, text) is 'Ops let a breach go, with a note why.';

-- 88_screen/240_fn_check_screen.sql
create function private.check_screen(p_definition jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_catalogue private.resource_catalogues := private.resource_catalogue();
  v_resource jsonb;
begin
  select r into v_resource from jsonb_array_elements(v_catalogue.resources) r where r ->> 'name' = p_definition ->> 'resource';
  if v_resource is null then
    return jsonb_build_array(private.screen_problem('resource', 'unknown_resource', '', jsonb_build_object(
      'name', p_definition ->> 'resource', 'nearest', private.nearest_name(p_definition ->> 'resource',
        array(select jsonb_array_elements(v_catalogue.resources) ->> 'name')))));
  end if;
  return coalesce((
    select jsonb_agg(p.problem order by p.problem ->> 'severity', p.place)
    from (
      select problem, row_number() over () as place
      from (
        select * from private.check_members(p_definition,
          '{format,resource,labels,help,groups,fields,list,views,actions}', '', '') m (problem)
        union all
        select private.screen_problem('format', 'unknown_value', '', jsonb_build_object('name', p_definition -> 'format'))
        where p_definition -> 'format' is distinct from '1'
        union all select * from private.check_labels(p_definition -> 'labels', 'labels')
        union all select * from private.check_labels(p_definition -> 'help', 'help')
        union all select * from private.check_screen_fields(v_resource, p_definition)
        union all select * from private.check_screen_list(v_resource, p_definition)
        union all select * from private.check_screen_actions(v_resource, p_definition)
      ) found
    ) p), '[]');
end;
$$;
comment on function private.check_screen(jsonb) is
  'Every fault of a screen definition against the schema as it is now: [{path, key, severity: error|warning, detail, cut}]. Empty when it may be published. A fault may tell the names of fields that are for ops.';

create function public.check_screen(p_definition jsonb)
returns jsonb
language plpgsql
security definer -- asked by ops, whom it tells of all custom fields
set search_path = ''
as $$
begin
  perform private.require_ops();
  return private.check_screen(p_definition);
end;
$$;
comment on function public.check_screen(jsonb) is
  'Every fault of a screen definition against the schema as it is now: [{path, key, severity: error|warning, detail, cut}]. Empty when it may be published. For ops.';

create function private.clean_screen(p_definition jsonb, p_problems jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_definition jsonb := p_definition;
  v_cut text[];
begin
  -- Last positions first, so that the positions before stay true.
  for v_cut in
    select c.cut
    from (
      select distinct string_to_array(p ->> 'cut', '.') as cut
      from jsonb_array_elements(p_problems) p
      where p ->> 'severity' = 'error' and p ->> 'cut' not in ('', 'none')
    ) c
    order by array(select case when part ~ '^\d+$' then lpad(part, 6, '0') else part end from unnest(c.cut) part) desc
  loop
    v_definition := v_definition #- v_cut;
  end loop;
  return v_definition;
end;
$$;

-- 60_payment/242_fn_answer_refund.sql
create function public.answer_refund(p_refund_id uuid, p_idempotency_key text, p_is_approved boolean, p_note text default '')
returns jsonb
language plpgsql
security definer -- refunds change by commands only
set search_path = ''
as $$
declare
  v_refund public.refund_requests := private.lock_refund(p_refund_id);
  v_user_id uuid := private.require_store_staff(v_refund.store_id);
  v_answer jsonb := private.begin_command('answer_refund', p_idempotency_key, v_user_id, p_refund_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not coalesce(p_is_approved, false) and coalesce(p_note, '') = '' then
    perform private.raise('order.reason_required', 422);
  end if;
  v_refund := private.apply_refund_command(p_refund_id, case when p_is_approved then 'approve' else 'reject' end, 'merchant',
    jsonb_build_object('note', p_note));
  update public.refund_requests set answer = left(coalesce(p_note, ''), 500) where id = p_refund_id;
  if p_is_approved then
    v_refund := private.send_agreed_refund(p_refund_id);
  end if;
  return private.finish_command('answer_refund', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;
comment on function public.answer_refund(uuid, text, boolean, text) is
  'The store agrees to a refund, which then goes out at its cost, or says no with a reason.';

create function private.run_refund_timeouts()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_left bigint;
  v_count int := 0;
begin
  -- Orders first: a refund whose order somebody works on waits for the next minute.
  for v_row in
    select r.id, r.payment_id, r.amount_cents
    from public.refund_requests r
    join public.orders o on o.id = r.order_id
    where r.due_at <= now() and r.status = 'requested'
    order by o.id limit 100 for update of o skip locked
  loop
    select private.refundable_cents(p) into v_left from public.payments p where p.id = v_row.payment_id for update;
    if (select status from public.refund_requests where id = v_row.id for update) <> 'requested' then
      continue;
    elsif v_row.amount_cents > v_left then
      perform private.apply_refund_command(v_row.id, 'close', 'system', jsonb_build_object('left_cents', v_left));
    else
      perform private.apply_refund_command(v_row.id, 'time_out', 'system');
      perform private.send_refund(v_row.id);
    end if;
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_refund_timeouts() is 'Refunds that the store left unanswered go out; returns how many requests ended.';

-- 60_payment/244_fn_refund_commands.sql
create function private.run_customer_refund(p_refund_id uuid, p_command text, p_idempotency_key text, p_note text)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command(p_command || '_refund', p_idempotency_key, v_user_id, p_refund_id);
  v_refund public.refund_requests;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_refund := private.lock_refund(p_refund_id);
  if v_refund.customer_id is distinct from v_user_id then
    perform private.raise('refund.not_found', 404);
  end if;
  v_refund := private.apply_refund_command(p_refund_id, p_command, 'customer', jsonb_build_object('note', p_note));
  return private.finish_command(p_command || '_refund', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;

create function public.escalate_refund(p_refund_id uuid, p_idempotency_key text, p_note text default '')
returns jsonb
language sql
security definer -- refunds change by commands only
set search_path = ''
as $$
  select private.run_customer_refund(p_refund_id, 'escalate', p_idempotency_key, left(coalesce(p_note, ''), 500));
$$;
comment on function public.escalate_refund(uuid, text, text) is 'The customer does not accept the store''s no: the platform decides.';

create function public.withdraw_refund(p_refund_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- refunds change by commands only
set search_path = ''
as $$
  select private.run_customer_refund(p_refund_id, 'withdraw', p_idempotency_key, '');
$$;
comment on function public.withdraw_refund(uuid, text) is 'The customer takes a request back that was not agreed to yet.';

create function public.decide_refund(
  p_refund_id uuid, p_idempotency_key text, p_amount_cents bigint, p_liable_party public.liable_party, p_note text default '')
returns jsonb
language plpgsql
security definer -- refunds change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('support', 'finance');
  v_answer jsonb := private.begin_command('decide_refund', p_idempotency_key, v_user_id, p_refund_id);
  v_refund public.refund_requests;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_refund := private.lock_refund(p_refund_id);
  if v_refund.id is null then
    perform private.raise('refund.not_found', 404);
  end if;
  if p_amount_cents is null or p_amount_cents < 0 or p_liable_party is null then
    perform private.raise('refund.amount_invalid', 422);
  end if;
  v_refund := private.apply_refund_command(
    p_refund_id, case when p_amount_cents = 0 then 'dismiss' else 'decide' end, 'ops',
    jsonb_build_object('asked_cents', v_refund.amount_cents, 'amount_cents', p_amount_cents,
      'liable_party', p_liable_party, 'note', p_note));
  update public.refund_requests
  set amount_cents = case when p_amount_cents = 0 then amount_cents else p_amount_cents end,
      liable_party = p_liable_party, answer = left(coalesce(p_note, ''), 500)
  where id = p_refund_id;
  if p_amount_cents > 0 then
    v_refund := private.send_agreed_refund(p_refund_id);
  end if;
  return private.finish_command('decide_refund', p_idempotency_key, v_user_id, private.refund_answer(v_refund));
end;
$$;
comment on function public.decide_refund(uuid, text, bigint, public.liable_party, text) is
  'Support decides a request: how much goes back and who bears it; an amount of 0 refuses it.';

-- 50_order/245_fn_end_due_request.sql
create function private.end_due_request()
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
begin
  -- The order is locked before its request, as every command does.
  select r.id into v_id
  from public.order_requests r
  join public.orders o on o.id = r.order_id
  where r.status = 'open' and r.due_at <= now()
  order by r.due_at limit 1
  for update of o skip locked;
  if not found then
    return false;
  end if;
  begin
    perform private.settle_order_request(v_id, (select kind = 'cancel' from public.order_requests where id = v_id), 'system');
  exception when others then
    raise warning 'request % cannot end: %', v_id, sqlerrm;
    update public.order_requests set status = 'expired', answered_at = now() where id = v_id and status = 'open';
  end;
  return true;
end;
$$;
comment on function private.end_due_request() is
  'Takes one unanswered request: a cancellation is agreed to, a change of slot or lines declined. False when there is none.';

-- 50_order/250_fn_settle_order_request.sql
create function private.open_order_request(
  p_order public.orders, p_kind public.order_request_kind, p_actor public.actor_role, p_detail jsonb, p_reason_code text default null)
returns public.order_requests
language plpgsql
set search_path = ''
as $$
declare
  v_request public.order_requests;
begin
  if exists (select 1 from public.order_requests where order_id = p_order.id and status = 'open') then
    perform private.raise('order.request_open', 409);
  end if;
  insert into public.order_requests (order_id, kind, asked_by, asked_by_id, detail, reason_code, due_at)
  values (p_order.id, p_kind, p_actor, auth.uid(), p_detail, p_reason_code,
    now() + private.setting_interval('order.request_timeout_seconds', 600))
  returning * into v_request;
  perform private.announce_order(p_order, p_order.status);
  perform private.notify_order(p_order, 'ask_' || p_kind);
  return v_request;
end;
$$;
comment on function private.open_order_request(public.orders, public.order_request_kind, public.actor_role, jsonb, text) is
  'Asks the other side; one question at a time. The caller holds the order.';

create function private.settle_order_request(p_request_id uuid, p_is_accepted boolean, p_actor public.actor_role)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_request public.order_requests;
  v_order public.orders;
begin
  select * into v_request from public.order_requests where id = p_request_id for update;
  if v_request.status <> 'open' then
    perform private.raise('order.request_closed', 409, jsonb_build_object('status', v_request.status));
  end if;
  update public.order_requests
  set status = case
        when p_is_accepted then 'accepted'
        when p_actor = 'system' then 'expired'
        else 'declined' end::public.order_request_status,
      answered_at = now(), answered_by_id = auth.uid()
  where id = p_request_id;
  if p_is_accepted then
    case v_request.kind
      when 'cancel' then
        v_order := private.apply_order_command(v_request.order_id, 'agree_cancel', p_actor, v_request.reason_code);
        perform private.close_order(v_order);
      when 'slot' then
        perform private.reschedule_order(v_request.order_id, (v_request.detail ->> 'starts_at')::timestamptz);
      when 'edit' then
        perform private.edit_order(v_request.order_id, v_request.detail -> 'lines');
        if (select total_cents from public.orders where id = v_request.order_id)
          is distinct from (v_request.detail ->> 'total_cents')::bigint
        then
          perform private.raise('order.edit_changed', 409);
        end if;
    end case;
  else
    select * into v_order from public.orders where id = v_request.order_id;
    perform private.announce_order(v_order, v_order.status);
    perform private.notify_order(v_order, 'declined_' || v_request.kind);
  end if;
  select * into v_order from public.orders where id = v_request.order_id;
  return v_order;
end;
$$;
comment on function private.settle_order_request(uuid, boolean, public.actor_role) is
  'Ends a request and does what was agreed. The caller holds the order and has checked who answers.';

-- 75_delivery/250_fn_shifts.sql
create function public.book_shift(p_slot_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- shifts change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command('book_shift', p_idempotency_key, v_rider.id, p_slot_id);
  v_slot public.rider_shift_slots;
  v_shift public.rider_shifts;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.riders where id = v_rider.id for update;
  if exists (
    select 1 from public.rider_shifts s join public.rider_shift_slots t on t.id = p_slot_id
    where s.rider_id = v_rider.id and s.status in ('booked', 'started') and s.starts_at < t.ends_at and s.ends_at > t.starts_at)
  then
    perform private.raise('delivery.shift_overlaps', 409);
  end if;
  update public.rider_shift_slots s set booked_count = booked_count + 1
  from public.zones z
  where s.id = p_slot_id and z.id = s.zone_id and z.city_id = v_rider.city_id
    and s.booked_count < s.capacity and s.ends_at > now()
  returning s.* into v_slot;
  if not found then
    perform private.raise('delivery.shift_full', 409);
  end if;
  insert into public.rider_shifts (slot_id, rider_id, zone_id, starts_at, ends_at, guaranteed_cents_per_hour)
  values (v_slot.id, v_rider.id, v_slot.zone_id, v_slot.starts_at, v_slot.ends_at, coalesce((
    select max(r.amount_cents) from public.rider_pay_rules r
    where r.zone_id = v_slot.zone_id and r.kind = 'guarantee' and r.is_active), 0))
  returning * into v_shift;
  return private.finish_command('book_shift', p_idempotency_key, v_rider.id, to_jsonb(v_shift));
end;
$$;
comment on function public.book_shift(uuid, text) is 'Rider takes one of the places of a slot, with the hourly guarantee of today.';

create function public.release_shift(p_shift_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- shifts change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command('release_shift', p_idempotency_key, v_rider.id, p_shift_id);
  v_shift public.rider_shifts;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  update public.rider_shifts set status = 'released'
  where id = p_shift_id and rider_id = v_rider.id and status = 'booked'
    and starts_at > now() + private.setting_interval('delivery.shift_release_seconds', 3600)
  returning * into v_shift;
  if not found then
    perform private.raise('delivery.shift_not_releasable', 409);
  end if;
  update public.rider_shift_slots set booked_count = booked_count - 1 where id = v_shift.slot_id;
  return private.finish_command('release_shift', p_idempotency_key, v_rider.id, to_jsonb(v_shift));
end;
$$;
comment on function public.release_shift(uuid, text) is 'Rider gives a booked shift back, at the latest an hour before it begins.';

create function private.start_shift(p_rider_id uuid)
returns void
language sql
set search_path = ''
as $$
  update public.rider_shifts set status = 'started', started_at = greatest(now(), starts_at)
  where rider_id = p_rider_id and status = 'booked'
    and starts_at <= now() + interval '15 minutes' and ends_at > now();
$$;
comment on function private.start_shift(uuid) is 'Who comes online around the beginning of a booked shift has begun it.';

create function private.count_presence()
returns trigger
language plpgsql
security definer -- shifts change with their rider, whoever changed the rider
set search_path = ''
as $$
begin
  if new.status = 'online' then
    update public.rider_shifts
    set absent_seconds = absent_seconds + greatest(0, extract(epoch from least(now(), ends_at) - left_at))::int, left_at = null
    where rider_id = new.id and status = 'started' and left_at is not null;
  else
    update public.rider_shifts set left_at = greatest(now(), started_at)
    where rider_id = new.id and status = 'started' and left_at is null;
  end if;
  return null;
end;
$$;
comment on function private.count_presence() is 'A started shift counts the time its rider is offline.';

create function private.end_shifts()
returns int
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
declare
  v_shift public.rider_shifts;
  v_earned bigint;
  v_top_up bigint;
  v_count int := 0;
begin
  -- Who is online already when a shift begins, or books a running one, does not come online for it.
  update public.rider_shifts s set status = 'started', started_at = greatest(s.starts_at, s.created_at)
  from public.riders r
  where r.id = s.rider_id and r.status = 'online' and r.is_active
    and s.status = 'booked' and s.starts_at <= now() and s.ends_at > now();
  for v_shift in
    select * from public.rider_shifts where status in ('booked', 'started') and ends_at <= now() for update skip locked
  loop
    v_count := v_count + 1;
    if v_shift.status = 'booked' then
      update public.rider_shifts set status = 'missed', ended_at = now() where id = v_shift.id;
      insert into public.breach_records (rider_id, shift_id, kind) values (v_shift.rider_id, v_shift.id, 'missed_shift');
      continue;
    end if;
    v_earned := private.shift_earned(v_shift, v_shift.ends_at);
    v_top_up := greatest(0, round(v_shift.guaranteed_cents_per_hour
      * private.shift_seconds(v_shift) / 3600)::bigint - v_earned);
    update public.rider_shifts
    set status = 'ended', ended_at = v_shift.ends_at, earned_cents = v_earned, topped_up_cents = v_top_up
    where id = v_shift.id;
    if v_top_up > 0 then
      perform private.post_ledger('shift_guarantee', 'guarantee:' || v_shift.id, null, c.currency, v_shift.ends_at,
        jsonb_build_array(
          jsonb_build_object('account', 'delivery_revenue', 'purpose', 'guarantee', 'amount_cents', v_top_up),
          jsonb_build_object('account', 'rider_payable', 'owner_id', v_shift.rider_id, 'purpose', 'guarantee',
            'amount_cents', -v_top_up)))
      from public.zones z join public.cities c on c.id = z.city_id where z.id = v_shift.zone_id;
    end if;
  end loop;
  return v_count;
end;
$$;
comment on function private.end_shifts() is
  'Begins the shifts of who is online. Shifts that are over: pay below the guarantee is topped up for the time the rider was there, who never came gets a breach record. Returns how many are over.';

create function public.get_my_shifts()
returns jsonb
language plpgsql
stable
security definer -- shows a rider the open slots of the city with own bookings
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  return jsonb_build_object(
    'slots', (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'zone_id', s.zone_id, 'zone_name', z.name,
        'zone_translations', z.translations, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
        'left_count', s.capacity - s.booked_count) order by s.starts_at, s.id), '[]')
      from public.rider_shift_slots s join public.zones z on z.id = s.zone_id
      where z.city_id = v_rider.city_id and s.ends_at > now() and s.starts_at < now() + interval '14 days'),
    'shifts', (
      select coalesce(jsonb_agg(to_jsonb(s) order by s.starts_at), '[]')
      from public.rider_shifts s
      where s.rider_id = v_rider.id and s.status <> 'released' and s.ends_at > now() - interval '14 days'));
end;
$$;
comment on function public.get_my_shifts() is 'Slots of the rider''s city that can be booked, and the rider''s own shifts.';

-- 88_screen/250_fn_get_screen.sql
create function private.preview_screen(p_definition jsonb)
returns jsonb
language sql
set search_path = ''
as $$
  select jsonb_build_object('definition', private.clean_screen(p_definition, p.problems), 'problems', p.problems)
  from (select private.check_screen(p_definition) as problems) p;
$$;

create function public.preview_screen(p_definition jsonb)
returns jsonb
language plpgsql
security definer -- asked by ops, whom it tells of all custom fields
set search_path = ''
as $$
begin
  perform private.require_ops();
  return private.preview_screen(p_definition);
end;
$$;
comment on function public.preview_screen(jsonb) is
  'What a definition would show today: {definition, problems}; parts that no longer fit the schema are left out. For ops.';

create function public.get_screen(p_resource text)
returns jsonb
language plpgsql
security definer -- a screen is shown to everybody as the schema allows it; what is wrong with it only to ops
set search_path = ''
as $$
declare
  v_row public.screen_definitions;
begin
  perform private.require_user();
  select * into v_row from public.screen_definitions where resource = p_resource and status = 'published';
  if not found then
    return jsonb_build_object('resource', p_resource, 'version', null, 'definition', null, 'problems', '[]'::jsonb);
  end if;
  return private.preview_screen(v_row.definition)
    || case when private.is_ops() then '{}' else '{"problems": []}'::jsonb end
    || jsonb_build_object('resource', p_resource, 'version', v_row.version, 'published_at', v_row.published_at);
end;
$$;
comment on function public.get_screen(text) is
  'The published screen of a resource as the schema allows it now: {resource, version, published_at, definition, problems}; problems are for ops, others get none. definition is null while nothing was published: the screen is then made from the columns alone.';

-- 50_order/260_fn_order_requests.sql
create function private.hold_store_order(p_order_id uuid)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  -- A stranger learns nothing about whether the order exists.
  perform private.require_store_staff(v_order.store_id);
  if v_order.placed_at is null then
    perform private.raise('order.not_found', 404);
  end if;
  return v_order;
end;
$$;
comment on function private.hold_store_order(uuid) is 'A paid order of the caller''s store, locked.';

create function private.hold_own_order(p_order_id uuid)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_order public.orders;
begin
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  return v_order;
end;
$$;
comment on function private.hold_own_order(uuid) is 'An order of the calling customer, locked.';

create function private.order_knows_command(p_order public.orders, p_command text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (
    select 1 from public.order_transitions
    where from_status = p_order.status and command = p_command and p_order.fulfillment_type = any (fulfillment_types));
$$;

create function public.propose_slot(p_order_id uuid, p_starts_at timestamptz, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_order public.orders := private.hold_store_order(p_order_id);
  v_answer jsonb := private.begin_command('propose_slot', p_idempotency_key, auth.uid(), p_order_id);
  v_store public.stores;
  v_ends_at timestamptz;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not private.order_knows_command(v_order, 'reschedule') or p_starts_at is null then
    perform private.raise('order.transition_refused', 409, jsonb_build_object('status', v_order.status, 'command', 'reschedule'));
  end if;
  select * into v_store from public.stores where id = v_order.store_id;
  v_ends_at := private.check_slot(v_store, v_order.fulfillment_type, p_starts_at);
  if private.slot_left_count(v_store, v_order.fulfillment_type, p_starts_at) <= 0 then
    perform private.raise('store.slot_full', 409, jsonb_build_object('starts_at', p_starts_at));
  end if;
  return private.finish_command('propose_slot', p_idempotency_key, auth.uid(), to_jsonb(private.open_order_request(
    v_order, 'slot', 'merchant', jsonb_build_object('starts_at', p_starts_at, 'ends_at', v_ends_at))));
end;
$$;
comment on function public.propose_slot(uuid, timestamptz, text) is 'Store asks the customer for another slot; nothing moves before the answer.';

create function public.request_cancel(p_order_id uuid, p_idempotency_key text, p_reason_code text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_order public.orders := private.hold_own_order(p_order_id);
  v_answer jsonb := private.begin_command('request_cancel', p_idempotency_key, auth.uid(), p_order_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if p_reason_code is null then
    perform private.raise('order.reason_required', 422);
  end if;
  perform private.check_order_reason(p_reason_code, 'cancel', 'customer');
  if not private.order_knows_command(v_order, 'agree_cancel') then
    perform private.raise('order.transition_refused', 409, jsonb_build_object('status', v_order.status, 'command', 'request_cancel'));
  end if;
  return private.finish_command('request_cancel', p_idempotency_key, auth.uid(),
    to_jsonb(private.open_order_request(v_order, 'cancel', 'customer', '{}', p_reason_code)));
end;
$$;
comment on function public.request_cancel(uuid, text, text) is
  'Customer asks the store to cancel an order that it has accepted; what goes back is the policy''s share.';

create function public.answer_order_request(p_request_id uuid, p_is_accepted boolean, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('answer_request', p_idempotency_key, v_user_id, p_request_id);
  v_request public.order_requests;
  v_order public.orders;
  v_actor public.actor_role;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_request from public.order_requests where id = p_request_id;
  select * into v_order from public.orders where id = v_request.order_id for update;
  v_actor := (case
    when v_request.kind <> 'cancel' and v_order.customer_id = v_user_id then 'customer'
    when v_request.kind = 'cancel' and v_order.store_id in (select private.my_store_ids('{manager,order_clerk}')) then 'merchant'
    when v_request.kind = 'cancel' and private.has_ops_role('operations', 'support') then 'ops'
  end)::public.actor_role;
  if v_actor is null then
    perform private.raise('order.request_not_found', 404);
  end if;
  v_order := private.settle_order_request(p_request_id, coalesce(p_is_accepted, false), v_actor);
  return private.finish_command('answer_request', p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function public.answer_order_request(uuid, boolean, text) is
  'The customer agrees to another slot or to edited lines, the store (or operations and support for it) to a cancellation; or not.';

-- 88_screen/260_fn_diff_screens.sql
create function private.screen_parts(p_value jsonb, p_path text default '')
returns table (path text, value jsonb)
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_member record;
begin
  if jsonb_typeof(p_value) = 'object' and p_value <> '{}' then
    for v_member in select key, m.value from jsonb_each(p_value) m loop
      return query select * from private.screen_parts(v_member.value, ltrim(p_path || '.' || v_member.key, '.'));
    end loop;
  elsif jsonb_typeof(p_value) = 'array' and jsonb_typeof(p_value -> 0) = 'object' and (p_value -> 0 ? 'column' or p_value -> 0 ? 'key') then
    -- Members are known by their names, so a moved field is one change and not two.
    for v_member in
      select m.value, coalesce(m.value ->> 'column', m.value ->> 'key', m.ordinality::text) as name, m.ordinality
      from jsonb_array_elements(p_value) with ordinality m
    loop
      return query select * from private.screen_parts(v_member.value, p_path || '[' || v_member.name || ']');
    end loop;
    return query select p_path || '.order', (
      select jsonb_agg(coalesce(m ->> 'column', m ->> 'key')) from jsonb_array_elements(p_value) m);
  else
    return query select p_path, p_value;
  end if;
end;
$$;
comment on function private.screen_parts(jsonb, text) is 'A definition as leaves with paths; fields, groups, views and actions by their names.';

create function public.diff_screens(p_before jsonb, p_after jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'path', coalesce(b.path, a.path),
    'change', case when b.path is null then 'added' when a.path is null then 'removed' else 'changed' end,
    'before', b.value, 'after', a.value) order by coalesce(b.path, a.path)), '[]')
  from private.screen_parts(coalesce(p_before, '{}')) b
  full join private.screen_parts(coalesce(p_after, '{}')) a on a.path = b.path
  where b.value is distinct from a.value;
$$;
comment on function public.diff_screens(jsonb, jsonb) is 'What differs between two definitions: [{path, change: added|removed|changed, before, after}].';

-- 50_order/270_fn_reschedule_order.sql
create function private.reschedule_order(p_order_id uuid, p_starts_at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_shift interval;
  v_slot tstzrange;
begin
  select * into v_order from public.orders where id = p_order_id;
  v_shift := p_starts_at - coalesce(v_order.slot_starts_at, v_order.dropoff_expected_at, now());
  -- Takes the new slot instead of the old one, if it is still free.
  v_slot := private.reserve_slot(p_order_id, p_starts_at);
  update public.orders
  set slot_starts_at = p_starts_at,
      slot_ends_at = upper(v_slot),
      preparation_expected_at = preparation_expected_at + v_shift,
      pickup_expected_at = pickup_expected_at + v_shift,
      dropoff_expected_at = dropoff_expected_at + v_shift
  where id = p_order_id
  returning * into v_order;
  update public.orders set due_at = private.order_due_at(v_order, v_order.status) where id = p_order_id;
  update public.bookings
  set starts_at = p_starts_at, ends_at = p_starts_at + (ends_at - starts_at), updated_at = now()
  where order_id = p_order_id;
  perform private.shift_delivery(p_order_id, v_shift);
  perform private.apply_order_command(p_order_id, 'reschedule', 'system', p_detail => jsonb_build_object('starts_at', p_starts_at));
end;
$$;
comment on function private.reschedule_order(uuid, timestamptz) is 'Moves an order to the slot that both sides agreed on, with every time that was promised.';

-- 88_screen/270_fn_screen_commands.sql
create function private.screen_answer(p_screen public.screen_definitions)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('id', p_screen.id, 'resource', p_screen.resource, 'version', p_screen.version,
    'status', p_screen.status, 'updated_at', p_screen.updated_at);
$$;

create function public.save_screen_draft(
  p_resource text, p_definition jsonb, p_seen_at timestamptz default null, p_note text default '')
returns jsonb
language plpgsql
security definer -- screens are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_row public.screen_definitions;
begin
  if jsonb_typeof(p_definition) is distinct from 'object' or p_definition ->> 'resource' is distinct from p_resource
    or not exists (select 1 from pg_catalog.pg_class where relnamespace = 'public'::regnamespace and relname = p_resource) then
    perform private.raise('screen.definition_invalid', 422);
  end if;
  if pg_column_size(p_definition) > 200000 then
    perform private.raise('screen.too_large', 422);
  end if;
  -- Two people who save the same screen meet here.
  perform pg_advisory_xact_lock(hashtext('screen ' || p_resource));
  select * into v_row from public.screen_definitions where resource = p_resource and status = 'draft';
  if found then
    if v_row.updated_at is distinct from p_seen_at then
      perform private.raise('screen.draft_changed', 409);
    end if;
    update public.screen_definitions
    set definition = p_definition, note = left(coalesce(p_note, ''), 200), updated_by = v_user_id, updated_at = clock_timestamp()
    where id = v_row.id returning * into v_row;
  else
    insert into public.screen_definitions (resource, version, definition, note, created_by, updated_by)
    select p_resource, coalesce(max(version), 0) + 1, p_definition, left(coalesce(p_note, ''), 200), v_user_id, v_user_id
    from public.screen_definitions where resource = p_resource
    returning * into v_row;
  end if;
  return private.screen_answer(v_row) || jsonb_build_object('problems', private.check_screen(p_definition));
end;
$$;
comment on function public.save_screen_draft(text, jsonb, timestamptz, text) is
  'Keeps the one draft of a resource, faults and all. p_seen_at is the updated_at that the author saw (null: there was no draft); screen.draft_changed when somebody else saved since.';

create function public.discard_screen_draft(p_resource text)
returns void
language plpgsql
security definer -- screens are written by commands only
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  delete from public.screen_definitions where resource = p_resource and status = 'draft';
end;
$$;
comment on function public.discard_screen_draft(text) is 'Throws the draft of a resource away; nothing when there is none.';

create function private.require_screen_publisher(p_resource text, p_definition jsonb, p_editor uuid)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
begin
  -- An action runs with the rights of whoever clicks it, so only who has all rights lets another one appear.
  if coalesce(p_definition -> 'actions', '[]') <> coalesce((
    select s.definition -> 'actions' from public.screen_definitions s
    where s.resource = p_resource and s.status = 'published'), '[]') then
    perform private.require_ops_role('admin');
    if p_editor is distinct from v_user_id then
      perform private.raise('screen.draft_changed', 409);
    end if;
  end if;
  return v_user_id;
end;
$$;
comment on function private.require_screen_publisher(text, jsonb, uuid) is
  'Who may publish this definition now: operations; with other actions than the published ones an admin who edited it last.';

create function private.make_screen_public(p_screen_id uuid, p_user_id uuid)
returns public.screen_definitions
language plpgsql
set search_path = ''
as $$
declare
  v_row public.screen_definitions;
  v_problems jsonb;
begin
  select * into v_row from public.screen_definitions where id = p_screen_id for update;
  v_problems := private.check_screen(v_row.definition);
  if jsonb_path_exists(v_problems, '$[*] ? (@.severity == "error")') then
    perform private.raise('screen.has_problems', 422, jsonb_build_object('count', jsonb_array_length(v_problems), 'problems', v_problems));
  end if;
  update public.screen_definitions set status = 'archived' where resource = v_row.resource and status = 'published';
  update public.screen_definitions
  set status = 'published', published_by = p_user_id, published_at = now()
  where id = p_screen_id returning * into v_row;
  return v_row;
end;
$$;
comment on function private.make_screen_public(uuid, uuid) is 'Publishes a version if nothing in it is broken, and archives the one before.';

create function public.publish_screen(p_draft_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- screens are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('publish_screen', p_idempotency_key, v_user_id, p_draft_id);
  v_draft public.screen_definitions;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- Held until the end: what was judged is what is published.
  select * into v_draft from public.screen_definitions where id = p_draft_id and status = 'draft' for update;
  if not found then
    perform private.raise('screen.draft_not_found', 404);
  end if;
  perform private.require_screen_publisher(v_draft.resource, v_draft.definition, v_draft.updated_by);
  return private.finish_command('publish_screen', p_idempotency_key, v_user_id,
    private.screen_answer(private.make_screen_public(p_draft_id, v_user_id)));
end;
$$;
comment on function public.publish_screen(uuid, text) is 'Shows a draft to everybody. screen.has_problems (422) with the problems when any is an error. With other actions than the published ones: for an admin only, and screen.draft_changed (409) unless the admin saved the draft last.';

create function public.roll_back_screen(p_screen_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- screens are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('roll_back_screen', p_idempotency_key, v_user_id, p_screen_id);
  v_old public.screen_definitions;
  v_id uuid;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_old from public.screen_definitions where id = p_screen_id and status = 'archived';
  if not found then
    perform private.raise('screen.version_not_found', 404);
  end if;
  perform pg_advisory_xact_lock(hashtext('screen ' || v_old.resource));
  perform private.require_screen_publisher(v_old.resource, v_old.definition, v_user_id);
  insert into public.screen_definitions (resource, version, status, definition, note, created_by, updated_by)
  select v_old.resource, max(version) + 1, 'archived', v_old.definition, '← ' || v_old.version, v_user_id, v_user_id
  from public.screen_definitions where resource = v_old.resource
  returning id into v_id;
  return private.finish_command('roll_back_screen', p_idempotency_key, v_user_id,
    private.screen_answer(private.make_screen_public(v_id, v_user_id)));
end;
$$;
comment on function public.roll_back_screen(uuid, text) is
  'Publishes an older version again, as a new version; a draft stays as it is. With other actions than the published ones: for an admin only. Refused like publish_screen when the schema has moved on.';

-- 50_order/275_fn_delay_order.sql
create function public.delay_order(p_order_id uuid, p_minutes int, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
begin
  if p_minutes is null or p_minutes not between 1 and 60 then
    perform private.raise('order.delay_invalid', 422);
  end if;
  if exists (
    select 1 from public.orders o
    where o.id = p_order_id and o.store_id in (select private.my_store_ids())
      and o.delayed_minutes + p_minutes > coalesce((private.setting('order.max_delay_minutes') #>> '{}')::int, 120))
  then
    perform private.raise('order.delay_too_long', 409);
  end if;
  return private.run_store_command(
    p_order_id, 'delay', p_idempotency_key, null, jsonb_build_object('minutes', p_minutes));
end;
$$;
comment on function public.delay_order(uuid, int, text) is
  'Store needs 1–60 minutes more: every promised time of order and rider moves, and everyone is told.';

create function private.delay_order(p_order public.orders, p_minutes int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_shift interval := make_interval(mins => p_minutes);
begin
  update public.orders
  set preparation_expected_at = preparation_expected_at + v_shift,
      pickup_expected_at = pickup_expected_at + v_shift,
      dropoff_expected_at = dropoff_expected_at + v_shift,
      delayed_minutes = delayed_minutes + p_minutes
  where id = p_order.id;
  perform private.shift_delivery(p_order.id, v_shift);
end;
$$;
comment on function private.delay_order(public.orders, int) is 'Moves every promised time of an order.';

-- 50_order/280_fn_urge_order.sql
create function public.urge_order(p_order_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_order public.orders := private.hold_own_order(p_order_id);
  v_answer jsonb := private.begin_command('urge', p_idempotency_key, auth.uid(), p_order_id);
  v_again_at timestamptz := v_order.urged_at + private.setting_interval('order.urge_interval_seconds', 300);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if v_again_at > now() then
    perform private.raise('order.urged_too_often', 429, jsonb_build_object('again_at', v_again_at));
  end if;
  update public.orders set urge_count = urge_count + 1, urged_at = now() where id = p_order_id;
  v_order := private.apply_order_command(p_order_id, 'urge', 'customer');
  return private.finish_command('urge', p_idempotency_key, auth.uid(), private.order_answer(v_order));
end;
$$;
comment on function public.urge_order(uuid, text) is 'Customer asks store and rider to hurry, once in a while.';

-- 50_order/290_fn_plan_edit.sql
create function private.check_edit_lines(p_order_id uuid, p_lines jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if jsonb_typeof(p_lines) is distinct from 'array' or jsonb_array_length(p_lines) not between 1 and 100
    or exists (
      select 1
      from jsonb_array_elements(p_lines) l
      left join public.order_items i
        on i.order_id = p_order_id and i.line_number::text = l ->> 'line_number'
      where i.id is null
        or coalesce(l ->> 'quantity', '') !~ '^\d{1,3}$'
        -- A line only ever gets smaller; what comes in for it is a line of its own.
        or (l ->> 'quantity')::int >= i.quantity)
    or (select count(distinct l ->> 'line_number') from jsonb_array_elements(p_lines) l) <> jsonb_array_length(p_lines)
  then
    perform private.raise('order.edit_invalid', 422);
  end if;
end;
$$;
comment on function private.check_edit_lines(uuid, jsonb) is 'Refuses an edit that names unknown lines, a line twice, or more than is left of one.';

create function private.plan_edit(p_order public.orders, p_lines jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_items jsonb;
  v_new jsonb := '[]'::jsonb;
  v_kept bigint;
  v_subtotal bigint;
  v_discounts jsonb;
  v_discount bigint;
  v_total bigint;
begin
  perform private.check_edit_lines(p_order.id, p_lines);
  select jsonb_agg(l -> 'item' order by n) into v_items
  from jsonb_array_elements(p_lines) with ordinality as e (l, n) where jsonb_typeof(l -> 'item') = 'object';
  if v_items is not null then
    v_new := private.price_lines(p_order.store_id, v_items, p_order.fulfillment_type);
  end if;
  select sum(i.unit_price_cents * coalesce((l ->> 'quantity')::int, i.quantity)) into v_kept
  from public.order_items i
  left join jsonb_array_elements(p_lines) l on l ->> 'line_number' = i.line_number::text
  where i.order_id = p_order.id;
  v_subtotal := v_kept + (select coalesce(sum((n ->> 'total_cents')::bigint), 0) from jsonb_array_elements(v_new) n);
  if v_kept = 0 and v_new = '[]' then
    perform private.raise('order.edit_empty', 422);
  end if;

  -- A discount keeps its proportion to what it made cheaper: that of a line to its pieces, that of the order to what
  -- the goods cost after the discounts of their lines, and at least so much that fewer goods never cost more.
  with part as (
    select a.id, a.scope, a.line_number, -a.amount_cents as amount,
      floor(-a.amount_cents * coalesce((l ->> 'quantity')::numeric, i.quantity) / nullif(i.quantity, 0))::bigint as line_amount,
      sum(-a.amount_cents) filter (where a.line_number is null and a.scope = 'goods') over (order by a.id) as up_to
    from public.order_adjustments a
    left join public.order_items i on i.order_id = a.order_id and i.line_number = a.line_number
    left join jsonb_array_elements(p_lines) l on l ->> 'line_number' = a.line_number::text
    where a.order_id = p_order.id
  ), goods as (
    select coalesce(sum(amount) filter (where line_number is null and scope = 'goods'), 0) as off,
      p_order.subtotal_cents - coalesce(sum(amount) filter (where line_number is not null), 0) as net,
      v_subtotal - coalesce(sum(line_amount), 0) as left_net
    from part
  ), kept as (
    select off, case when left_net >= net then off
      else greatest(floor(off * left_net / nullif(net, 0)), off - (net - left_net)) end as left_off
    from goods
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'amount_cents', -case
      when p.scope = 'delivery' then p.amount
      when p.line_number is not null then p.line_amount
      else floor(p.up_to * k.left_off / k.off) - floor((p.up_to - p.amount) * k.left_off / k.off)
    end)), '[]')
  into v_discounts
  from part p
  cross join kept k;
  select coalesce(-sum((d ->> 'amount_cents')::bigint), 0) into v_discount from jsonb_array_elements(v_discounts) d;
  v_total := v_subtotal + p_order.packaging_fee_cents + p_order.delivery_fee_cents + p_order.tip_cents - v_discount;
  if v_total > p_order.total_cents then
    perform private.raise('order.edit_costs_more', 422,
      jsonb_build_object('total_cents', v_total, 'paid_cents', p_order.total_cents));
  end if;
  return jsonb_build_object(
    'new_lines', v_new, 'adjustments', v_discounts, 'subtotal_cents', v_subtotal, 'discount_cents', v_discount,
    'total_cents', v_total, 'refund_cents', p_order.total_cents - v_total);
end;
$$;
comment on function private.plan_edit(public.orders, jsonb) is
  'What an edit [{line_number, quantity, item}] makes of an order: {new_lines, adjustments, subtotal_cents, discount_cents, total_cents, refund_cents}. Refused if it would cost more.';

-- 50_order/292_fn_edit_order.sql
create function private.edit_order(p_order_id uuid, p_lines jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_plan jsonb;
  v_row record;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  v_plan := private.plan_edit(v_order, p_lines);
  perform private.lock_edit_stock(v_order, v_plan -> 'new_lines');
  for v_row in
    select i.id, i.quantity, (l ->> 'quantity')::int as kept
    from jsonb_array_elements(p_lines) l
    join public.order_items i on i.order_id = p_order_id and i.line_number::text = l ->> 'line_number'
    order by i.line_number
  loop
    perform private.release_stock_line(v_row.id, v_row.quantity - v_row.kept);
    update public.order_items
    set quantity = v_row.kept, total_cents = unit_price_cents * v_row.kept,
        removed_quantity = removed_quantity + v_row.quantity - v_row.kept
    where id = v_row.id;
  end loop;
  perform private.add_edit_lines(p_order_id, p_lines, v_plan -> 'new_lines');

  perform private.post_points('points_returned',
    'points_edited:' || p_order_id || ':' || (select count(*) from public.order_events where order_id = p_order_id),
    p_order_id, v_order.customer_id, v_order.currency, (
      select coalesce(sum(d.amount_cents - a.amount_cents), 0)::bigint
      from jsonb_to_recordset(v_plan -> 'adjustments') as d (id uuid, amount_cents bigint)
      join public.order_adjustments a on a.id = d.id and a.kind = 'points'));
  update public.order_adjustments a set amount_cents = d.amount_cents
  from jsonb_to_recordset(v_plan -> 'adjustments') as d (id uuid, amount_cents bigint)
  where a.id = d.id and d.amount_cents < 0;
  delete from public.order_adjustments a
  using jsonb_to_recordset(v_plan -> 'adjustments') as d (id uuid, amount_cents bigint)
  where a.id = d.id and d.amount_cents = 0;
  update public.orders
  set subtotal_cents = (v_plan ->> 'subtotal_cents')::bigint,
      discount_cents = (v_plan ->> 'discount_cents')::bigint,
      total_cents = (v_plan ->> 'total_cents')::bigint
  where id = p_order_id;
  if (v_plan ->> 'refund_cents')::bigint > 0 then
    perform private.refund_part(p_order_id, (v_plan ->> 'refund_cents')::bigint, 'order_edited', 'merchant');
  end if;
  perform private.apply_order_command(p_order_id, 'edit', 'system', p_detail => jsonb_build_object(
    'lines', p_lines, 'total_cents_before', v_order.total_cents, 'total_cents', v_plan -> 'total_cents'));
end;
$$;
comment on function private.edit_order(uuid, jsonb) is
  'Takes lines off a paid order, or puts others in for them: stock, discounts and total follow, and the difference goes back.';

create function private.lock_edit_stock(p_order public.orders, p_new_lines jsonb)
returns void
language sql
set search_path = ''
as $$
  -- Sorted, as orders reserve it: what is freed and what is taken by one edit.
  select s.id from public.stock_items s
  where s.id in (
    select stock_item_id from public.stock_reservations where order_id = p_order.id
    union all
    select x.id
    from jsonb_array_elements(p_new_lines) l
    cross join lateral (
      select (l ->> 'product_id')::uuid as id
      union all
      select (l ->> 'variant_id')::uuid
      union all
      select (m ->> 'id')::uuid from jsonb_array_elements(l -> 'modifiers') m
    ) x)
  order by s.id for update;
$$;

create function private.add_edit_lines(p_order_id uuid, p_lines jsonb, p_new_lines jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_last int := (select max(line_number) from public.order_items where order_id = p_order_id);
  v_row record;
  v_id uuid;
begin
  for v_row in
    select n.line, n.place::int, o.replaced
    from jsonb_array_elements(p_new_lines) with ordinality as n (line, place)
    join (
      select (l ->> 'line_number')::int as replaced, row_number() over (order by place) as place
      from jsonb_array_elements(p_lines) with ordinality as e (l, place)
      where jsonb_typeof(l -> 'item') = 'object'
    ) o on o.place = n.place
    order by n.place
  loop
    insert into public.order_items (
      order_id, line_number, product_id, variant_id, category_id, section_id, name, variant_name, translations, modifiers,
      note, quantity, unit_price_cents, total_cents, tax_bps, replaces_line)
    select p_order_id, v_last + v_row.place, l.product_id, l.variant_id, l.category_id, l.section_id, l.name, l.variant_name,
      l.translations, l.modifiers, l.note, l.quantity, l.unit_price_cents, l.total_cents, coalesce(l.tax_bps, 0), v_row.replaced
    from jsonb_populate_record(null::public.order_items, v_row.line) l
    returning id into v_id;
    perform private.reserve_stock_line(p_order_id, v_id);
    -- What comes in for a line bears the terms of that line.
    update public.commission_lines set line_numbers = line_numbers || (v_last + v_row.place)
    where order_id = p_order_id and v_row.replaced = any (line_numbers);
    update public.tax_lines set line_numbers = line_numbers || (v_last + v_row.place)
    where order_id = p_order_id and v_row.replaced = any (line_numbers);
  end loop;
end;
$$;
comment on function private.add_edit_lines(uuid, jsonb, jsonb) is 'Writes the lines that come in for others and holds their stock.';

create function private.reserve_stock_line(p_order_id uuid, p_order_item_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  for v_row in
    select * from private.stock_wanted(p_order_id) where order_item_id = p_order_item_id order by stock_item_id
  loop
    update public.stock_items set reserved_count = reserved_count + v_row.quantity
    where id = v_row.stock_item_id and on_hand_count - reserved_count >= v_row.quantity;
    if not found then
      perform private.raise('stock.sold_out', 409,
        jsonb_build_object('stock_item_id', v_row.stock_item_id, 'name', v_row.name));
    end if;
    insert into public.stock_reservations (order_item_id, stock_item_id, order_id, quantity)
    values (p_order_item_id, v_row.stock_item_id, p_order_id, v_row.quantity);
  end loop;
end;
$$;
comment on function private.reserve_stock_line(uuid, uuid) is 'Holds counted stock for one more line of an order.';

create function public.propose_edit(p_order_id uuid, p_lines jsonb, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_order public.orders := private.hold_store_order(p_order_id);
  v_answer jsonb := private.begin_command('propose_edit', p_idempotency_key, auth.uid(), p_order_id);
  v_request public.order_requests;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not private.order_knows_command(v_order, 'edit') then
    perform private.raise('order.transition_refused', 409, jsonb_build_object('status', v_order.status, 'command', 'edit'));
  end if;
  v_request := private.open_order_request(v_order, 'edit', 'merchant',
    jsonb_build_object('lines', p_lines) || private.plan_edit(v_order, p_lines));
  if v_order.is_edit_consented then
    perform private.settle_order_request(v_request.id, true, 'customer');
    select * into v_request from public.order_requests where id = v_request.id;
  end if;
  return private.finish_command('propose_edit', p_idempotency_key, auth.uid(), to_jsonb(v_request));
end;
$$;
comment on function public.propose_edit(uuid, jsonb, text) is
  'Store asks to take pieces off lines of a paid order or to put others in for them: [{line_number, quantity, item}], quantity is what stays, item a cart item that comes in. Done at once when the customer agreed beforehand, else after answer_order_request. Never costs more; the difference is paid back.';

-- 30_catalog/300_fn_fill_store.sql
create function private.fill_store_of_product_part()
returns trigger
language plpgsql
security definer -- a product need not be visible to whom the policies then refuse
set search_path = ''
as $$
begin
  select store_id into new.store_id from public.products where id = new.product_id;
  return new;
end;
$$;
comment on function private.fill_store_of_product_part() is 'Gives a variant, modifier group or detail row the store of its product, whatever was sent.';

create function private.fill_store_of_modifier()
returns trigger
language plpgsql
security definer -- a group need not be visible to whom the policies then refuse
set search_path = ''
as $$
begin
  select store_id into new.store_id from public.modifier_groups where id = new.group_id;
  return new;
end;
$$;

create function private.fill_store_of_daypart_window()
returns trigger
language plpgsql
security definer -- a daypart need not be visible to whom the policies then refuse
set search_path = ''
as $$
begin
  select store_id into new.store_id from public.dayparts where id = new.daypart_id;
  return new;
end;
$$;

-- 35_stock/300_fn_menu_rows.sql
create function private.menu_types()
returns jsonb
language sql
immutable
set search_path = ''
as $$
  -- Of each type of row its table, what it hangs on, and its columns: a "?" may be empty.
  select '{
    "daypart": {"rank": 1, "table": "dayparts", "columns": {
      "name": "text", "translations": "json", "sort_order": "value"}},
    "section": {"rank": 2, "table": "menu_sections", "columns": {
      "name": "text", "translations": "json", "sort_order": "value"}},
    "product": {"rank": 3, "table": "products", "parent": "section", "parent_column": "section_id", "columns": {
      "name": "text", "translations": "json", "description": "text", "kind": "value", "price_cents": "value",
      "original_price_cents": "value?", "sku": "value?", "barcode": "value?", "weight_grams": "value", "tax_bps": "value",
      "attributes": "json", "fulfillment_types": "list?", "image_path": "value?", "is_available": "value", "sort_order": "value"}},
    "variant": {"rank": 4, "table": "product_variants", "parent": "product", "parent_column": "product_id", "columns": {
      "name": "text", "translations": "json", "price_cents": "value", "original_price_cents": "value?", "sku": "value?",
      "barcode": "value?", "weight_grams": "value?", "attributes": "json", "is_available": "value", "sort_order": "value"}},
    "modifier_group": {"rank": 5, "table": "modifier_groups", "parent": "product", "parent_column": "product_id", "columns": {
      "name": "text", "translations": "json", "min_count": "value", "max_count": "value", "free_count": "value",
      "is_required": "value", "sort_order": "value"}},
    "modifier": {"rank": 6, "table": "modifiers", "parent": "modifier_group", "parent_column": "group_id", "columns": {
      "name": "text", "translations": "json", "price_cents": "value", "max_quantity": "value", "is_available": "value",
      "sort_order": "value"}}
  }'::jsonb;
$$;
comment on function private.menu_types() is 'The rows that a menu is exported to and imported from.';

create function private.menu_header()
returns text[]
language sql
immutable
set search_path = ''
as $$
  select '{type,ref,parent,name,translations,description,kind,category,daypart,price_cents,original_price_cents,sku,barcode,
    weight_grams,tax_bps,attributes,fulfillment_types,image_path,is_available,min_count,max_count,free_count,is_required,
    max_quantity,stock_count,low_stock_count,daily_count,details,windows,sort_order}'::text[];
$$;
comment on function private.menu_header() is 'The columns of a menu as CSV.';

create function private.daypart_windows_of(p_daypart_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'weekday', w.weekday, 'starts_at', w.starts_at, 'ends_at', w.ends_at) order by w.weekday, w.starts_at), '[]')
  from public.daypart_windows w where w.daypart_id = p_daypart_id;
$$;

create function private.product_details(p_product_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select to_jsonb(d) - '{product_id,store_id}'::text[]
  from (
    select to_jsonb(s) as d from public.service_items s where s.product_id = p_product_id
    union all
    select to_jsonb(v) from public.voucher_products v where v.product_id = p_product_id
  ) x (d);
$$;
comment on function private.product_details(uuid) is 'The service or voucher side of a product; null for goods.';

create function private.menu_rows(p_store_id uuid)
returns table (place bigint, menu_row jsonb)
language sql
stable
set search_path = ''
as $$
  with item as (
    select 1 as rank, d.sort_order as o1, d.id as i1, 0 as o2, null::uuid as i2, 0 as o3, null::uuid as i3, 0 as o4,
      'daypart' as type, d.id, null::uuid as parent_id, to_jsonb(d) || jsonb_build_object(
        'windows', private.daypart_windows_of(d.id)) as row
    from public.dayparts d where d.store_id = p_store_id
    union all
    select 2, s.sort_order, s.id, 0, null, 0, null, 0, 'section', s.id, null, to_jsonb(s)
    from public.menu_sections s where s.store_id = p_store_id
    union all
    select 3, s.sort_order, s.id, p.sort_order, p.id, 0, null, 0, 'product', p.id, p.section_id,
      to_jsonb(p) || jsonb_build_object('category', c.slug, 'details', private.product_details(p.id))
    from public.products p
    join public.menu_sections s on s.id = p.section_id
    left join public.categories c on c.id = p.category_id
    where p.store_id = p_store_id
    union all
    select 3, s.sort_order, s.id, p.sort_order, p.id, 1, null, v.sort_order, 'variant', v.id, v.product_id, to_jsonb(v)
    from public.product_variants v
    join public.products p on p.id = v.product_id
    join public.menu_sections s on s.id = p.section_id
    where v.store_id = p_store_id
    union all
    select 3, s.sort_order, s.id, p.sort_order, p.id, 2 + g.sort_order, g.id, -1000000, 'modifier_group', g.id, g.product_id, to_jsonb(g)
    from public.modifier_groups g
    join public.products p on p.id = g.product_id
    join public.menu_sections s on s.id = p.section_id
    where g.store_id = p_store_id
    union all
    select 3, s.sort_order, s.id, p.sort_order, p.id, 2 + g.sort_order, g.id, m.sort_order, 'modifier', m.id, m.group_id, to_jsonb(m)
    from public.modifiers m
    join public.modifier_groups g on g.id = m.group_id
    join public.products p on p.id = g.product_id
    join public.menu_sections s on s.id = p.section_id
    where m.store_id = p_store_id
  )
  select row_number() over (order by i.rank, i.o1, i.i1, i.o2, i.i2 nulls first, i.o3, i.i3 nulls first, i.o4, i.id),
    jsonb_build_object('type', i.type, 'ref', i.id, 'parent', i.parent_id)
    || (select jsonb_object_agg(c.name, i.row -> c.name) from jsonb_object_keys(t.spec -> 'columns') as c (name))
    || case when i.type = 'daypart' then jsonb_build_object('windows', i.row -> 'windows') else '{}' end
    || case when i.type in ('section', 'product') then jsonb_build_object('daypart', i.row -> 'daypart_id') else '{}' end
    || case when i.type = 'product' then jsonb_build_object('category', i.row -> 'category', 'details', i.row -> 'details') else '{}' end
    || case when i.type in ('product', 'variant', 'modifier') then jsonb_build_object(
      'stock_count', k.on_hand_count, 'low_stock_count', k.low_stock_count, 'daily_count', k.daily_count) else '{}' end
  from item i
  cross join lateral (select private.menu_types() -> i.type as spec) t
  left join public.stock_items k on k.id = i.id;
$$;
comment on function private.menu_rows(uuid) is 'A whole menu as rows in reading order, each after what it hangs on.';

-- 40_promotion/300_fn_promotion_commands.sql
create function private.run_promotion_command(p_promotion_id uuid, p_command text, p_idempotency_key text)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb;
  v_promotion public.promotions;
  v_to public.promotion_status;
begin
  perform private.require_promotion_editor(p_promotion_id);
  select * into v_promotion from public.promotions where id = p_promotion_id for no key update;
  v_answer := private.begin_command(p_command || '_promotion', p_idempotency_key, v_user_id, p_promotion_id);
  if v_answer is not null then
    return v_answer;
  end if;
  v_to := (case
    when p_command = 'publish' and v_promotion.status in ('draft', 'paused') then 'published'
    when p_command = 'pause' and v_promotion.status = 'published' then 'paused'
    when p_command = 'end' and v_promotion.status in ('published', 'paused') then 'ended'
  end)::public.promotion_status;
  if v_to is null then
    perform private.raise('promotion.transition_refused', 409,
      jsonb_build_object('status', v_promotion.status, 'command', p_command));
  end if;
  if v_to = 'published' and v_promotion.ends_at <= now() then
    perform private.raise('promotion.over', 409);
  end if;
  update public.promotions set status = v_to where id = p_promotion_id returning * into v_promotion;
  return private.finish_command(p_command || '_promotion', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_promotion.id, 'status', v_promotion.status, 'version', v_promotion.version));
end;
$$;
comment on function private.run_promotion_command(uuid, text, text) is
  'draft, paused → publish → published → pause → paused; end ends both. By ops, or by a manager of the store that pays.';

create function public.publish_promotion(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- the state changes by commands only
set search_path = ''
as $$
  select private.run_promotion_command(p_promotion_id, 'publish', p_idempotency_key);
$$;
comment on function public.publish_promotion(uuid, text) is 'A draft or paused promotion runs from now, within its schedule. Answers {id, status, version}.';

create function public.pause_promotion(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- the state changes by commands only
set search_path = ''
as $$
  select private.run_promotion_command(p_promotion_id, 'pause', p_idempotency_key);
$$;
comment on function public.pause_promotion(uuid, text) is 'New orders do not get it; it can be published again. Answers {id, status, version}.';

create function public.end_promotion(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- the state changes by commands only
set search_path = ''
as $$
  select private.run_promotion_command(p_promotion_id, 'end', p_idempotency_key);
$$;
comment on function public.end_promotion(uuid, text) is 'Over for good; coupons already in wallets stay usable until they expire. Answers {id, status, version}.';

-- 50_order/300_fn_can_see_order.sql
create function private.can_see_order(p_order_id uuid)
returns boolean
language sql
stable
security definer -- the answer must not depend on the caller's row rights
set search_path = ''
as $$
  select exists (
    select 1 from public.orders o
    where o.id = p_order_id and (
      o.customer_id = (select auth.uid())
      or (o.placed_at is not null and o.store_id in (select private.my_store_ids()))
      or exists (
        select 1 from public.deliveries d
        where d.order_id = o.id and d.rider_id = (select auth.uid()) and (
          d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
          or coalesce(d.delivered_at, d.closed_at) > now() - interval '1 day'
          or d.is_return_due and d.returned_at is null))))
  or private.is_ops();
$$;
comment on function private.can_see_order(uuid) is 'Customer, staff of the store (once paid), the rider until a day after, ops.';

-- 80_dispatch/300_fn_answer_offer.sql
create function public.accept_offer(p_offer_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- offers change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb;
  v_offer public.dispatch_offers;
  v_delivery public.deliveries;
begin
  select * into v_offer from public.dispatch_offers where id = p_offer_id and rider_id = v_rider.id;
  if not found then
    perform private.raise('dispatch.offer_not_found', 404);
  end if;
  v_answer := private.begin_command('accept_offer', p_idempotency_key, v_rider.id, p_offer_id);
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id
  where d.id = v_offer.delivery_id for update of o;
  perform 1 from public.deliveries where id = v_offer.delivery_id for update;
  update public.dispatch_offers set status = 'accepted', answered_at = now()
  where id = p_offer_id and status = 'offered' and expires_at > now();
  if not found then
    perform private.raise('dispatch.offer_gone', 409);
  end if;
  v_delivery := private.apply_delivery_command(v_offer.delivery_id, 'accept_offer', 'rider', v_rider.id);
  perform private.predict_eta(v_delivery.id, 1);
  return private.finish_command('accept_offer', p_idempotency_key, v_rider.id,
    jsonb_build_object('id', v_delivery.id, 'order_id', v_delivery.order_id, 'status', v_delivery.status));
end;
$$;
comment on function public.accept_offer(uuid, text) is 'Rider takes the task; refused when the offer has ended.';

create function public.decline_offer(p_offer_id uuid, p_reason_code text default null)
returns void
language plpgsql
security definer -- offers change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_zone_id uuid;
begin
  if p_reason_code is not null and not exists (
    select 1 from public.reason_codes where code = p_reason_code and applies_to = 'offer_decline' and is_active)
  then
    perform private.raise('dispatch.reason_unknown', 422);
  end if;
  select d.zone_id into v_zone_id
  from public.dispatch_offers o join public.deliveries d on d.id = o.delivery_id
  where o.id = p_offer_id and o.rider_id = v_rider.id;
  if not found then
    perform private.raise('dispatch.offer_not_found', 404);
  end if;
  perform private.expire_offer(p_offer_id, 'declined', p_reason_code);
  -- Whom ops wanted does not want: it goes to everyone.
  update public.deliveries set pinned_rider_id = null
  where pinned_rider_id = v_rider.id
    and id = (select delivery_id from public.dispatch_offers where id = p_offer_id and status = 'declined');
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_zone_id));
end;
$$;
comment on function public.decline_offer(uuid, text) is 'Rider does not take the task; the next tick offers it to another.';

-- 88_screen/300_fn_json_schema.sql
create function private.json_schema_kind(p_schema jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when p_schema ->> 'type' = 'string' and p_schema ? 'enum' then 'enum'
    when p_schema ->> 'type' = 'string' and p_schema ->> 'format' = 'date' then 'date'
    when p_schema ->> 'type' = 'string' and p_schema ->> 'format' = 'date-time' then 'datetime'
    when p_schema ->> 'type' = 'string' then 'text'
    when p_schema ->> 'type' in ('integer', 'number', 'boolean', 'array') then p_schema ->> 'type'
    else 'json' end;
$$;
comment on function private.json_schema_kind(jsonb) is 'The kind of value a custom field holds, in the words of private.value_kind.';

create function private.json_schema_is_fit(p_schema jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_typeof(p_schema) = 'object'
    and p_schema ->> 'type' in ('string', 'integer', 'number', 'boolean', 'array')
    and (p_schema ->> 'type' <> 'array' or p_schema #>> '{items,type}' in ('string', 'integer', 'number'))
    and private.json_schema_problems(p_schema) = '[]', false);
$$;
comment on function private.json_schema_is_fit(jsonb) is 'Whether a JSON Schema can be that of a custom field: a sound one, of a single value or a list of them.';

-- 35_stock/305_fn_constraint_column.sql
create function private.constraint_column(p_constraint text)
returns text
language sql
stable
security definer -- reads the catalogue only
set search_path = ''
as $$
  select string_agg(a.attname, ', ' order by a.attnum)
  from pg_catalog.pg_constraint c
  join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
  where c.conname = p_constraint and c.connamespace = 'public'::regnamespace;
$$;
comment on function private.constraint_column(text) is 'The columns that a constraint speaks of.';

-- 50_order/305_fn_my_delivery_order_ids.sql
create function private.my_delivery_order_ids()
returns setof uuid
language sql
stable
security definer -- used by the policy on orders
set search_path = ''
as $$
  select d.order_id from public.deliveries d
  where d.rider_id = (select auth.uid()) and (
    d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
    or coalesce(d.delivered_at, d.closed_at) > now() - interval '1 day'
    or d.is_return_due and d.returned_at is null);
$$;
comment on function private.my_delivery_order_ids() is
  'Orders that the rider carries, has to bring back, or was done with less than a day ago.';

-- 30_catalog/310_fn_check_parts.sql
create function private.check_menu_section()
returns trigger
language plpgsql
security definer -- what is named need not be visible to the writer
set search_path = ''
as $$
begin
  if new.daypart_id is not null
    and not exists (select 1 from public.dayparts where id = new.daypart_id and store_id = new.store_id) then
    perform private.raise('catalog.daypart_of_other_store', 422);
  end if;
  return new;
end;
$$;

create function private.check_product_parts()
returns trigger
language plpgsql
security definer -- what is named need not be visible to the writer
set search_path = ''
as $$
begin
  if not exists (select 1 from public.menu_sections where id = new.section_id and store_id = new.store_id) then
    perform private.raise('catalog.section_of_other_store', 422);
  end if;
  if new.daypart_id is not null
    and not exists (select 1 from public.dayparts where id = new.daypart_id and store_id = new.store_id) then
    perform private.raise('catalog.daypart_of_other_store', 422);
  end if;
  return new;
end;
$$;

create function private.check_detail_kind()
returns trigger
language plpgsql
security definer -- the product need not be visible to the writer
set search_path = ''
as $$
declare
  v_kind public.product_kind := case tg_table_name when 'service_items' then 'service' else 'voucher' end;
begin
  if not exists (select 1 from public.products where id = new.product_id and kind = v_kind) then
    perform private.raise('catalog.kind_mismatch', 422, jsonb_build_object('kind', v_kind));
  end if;
  return new;
end;
$$;
comment on function private.check_detail_kind() is 'Service details belong to a service, voucher details to a voucher.';

-- 35_stock/310_fn_export_menu.sql
create function public.export_menu(p_store_id uuid, p_format text default 'csv')
returns text
language plpgsql
stable
security definer -- drafts and stock of the whole menu in one answer; the caller is checked here
set search_path = ''
as $$
begin
  if not private.has_ops_role('operations') then
    perform private.require_store_staff(p_store_id, '{manager}');
  end if;
  if not exists (select 1 from public.stores where id = p_store_id) then
    perform private.raise('store.not_found', 404);
  end if;
  if p_format = 'json' then
    return (
      select jsonb_build_object('version', 1, 'rows', coalesce(jsonb_agg(r.menu_row order by r.place), '[]'))::text
      from private.menu_rows(p_store_id) r);
  elsif p_format <> 'csv' then
    perform private.raise('catalog.format_unknown', 400);
  end if;
  return U&'\FEFF' || array_to_string(private.menu_header(), ',') || E'\r\n' || coalesce((
    select string_agg(l.line, E'\r\n' order by l.place) || E'\r\n'
    from (
      select r.place, string_agg(private.csv_cell(
        case jsonb_typeof(r.menu_row -> h.name)
          when 'array' then case h.name when 'fulfillment_types'
            then (select string_agg(e, ' ') from jsonb_array_elements_text(r.menu_row -> h.name) e)
            else r.menu_row ->> h.name end
          when 'object' then case r.menu_row -> h.name when '{}' then '' else r.menu_row ->> h.name end
          else r.menu_row ->> h.name
        end), ',' order by h.n) as line
      from private.menu_rows(p_store_id) r
      cross join unnest(private.menu_header()) with ordinality as h (name, n)
      group by r.place
    ) l), '');
end;
$$;
comment on function public.export_menu(uuid, text) is
  'A store''s whole menu as text, csv or json {version, rows}: dayparts, sections, products, variants, modifier groups and modifiers with their stock. ref is a row''s id, parent the ref of what it hangs on; import_menu reads it back.';

-- 40_promotion/310_fn_claim_coupon.sql
create function public.claim_coupon(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- coupons are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('claim_coupon', p_idempotency_key, v_user_id, p_promotion_id);
  v_promotion public.promotions;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_promotion := private.find_coupon_campaign(p_promotion_id, '{claim,first_order}');
  if v_promotion.effect ->> 'distribution' = 'first_order'
    and not (private.customer_facts(v_user_id) ->> 'is_first_order')::boolean
  then
    perform private.raise('promotion.first_order_only', 409);
  end if;
  return private.finish_command('claim_coupon', p_idempotency_key, v_user_id, private.coupon_view(
    private.give_coupon(v_promotion, v_user_id,
      case v_promotion.effect ->> 'distribution' when 'first_order' then 'first_order' else 'claim' end, 'claimed'),
    v_promotion));
end;
$$;
comment on function public.claim_coupon(uuid, text) is
  'The caller takes a coupon of a campaign that gives them away, or of one for first orders. Answers the coupon.';

create function public.redeem_coupon_code(p_code text)
returns jsonb
language plpgsql
security definer -- coupons and codes are not readable by who has none
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_code text := upper(btrim(p_code));
  v_promotion public.promotions;
  v_coupon public.coupons;
begin
  if (select count(*) from private.coupon_attempts where customer_id = v_user_id and attempted_at > now() - interval '1 hour') >= 10 then
    perform private.raise('promotion.too_many_codes', 429);
  end if;
  select p.* into v_promotion
  from private.coupon_codes c
  join public.promotions p on p.id = c.promotion_id and p.kind = 'coupon' and p.status = 'published'
    and p.starts_at <= now() and (p.ends_at is null or p.ends_at > now())
  where c.code = v_code;
  if found then
    v_coupon := private.give_coupon(v_promotion, v_user_id, 'code', 'claimed');
  else
    update public.coupons c
    set customer_id = v_user_id, status = 'claimed', issued_at = now()
    where c.code = v_code and c.customer_id is null and c.expires_at > now()
    returning * into v_coupon;
    if not found then
      -- An answer, not an error: the attempt must stay counted.
      insert into private.coupon_attempts (customer_id) values (v_user_id);
      return jsonb_build_object('is_redeemed', false, 'reason', 'promotion.code_unknown');
    end if;
    select * into v_promotion from public.promotions where id = v_coupon.promotion_id;
  end if;
  return jsonb_build_object('is_redeemed', true, 'coupon', private.coupon_view(v_coupon, v_promotion));
end;
$$;
comment on function public.redeem_coupon_code(text) is
  'Turns a code into a coupon of the caller: {is_redeemed, coupon} or {is_redeemed: false, reason}. After ten wrong codes within an hour promotion.too_many_codes.';

create function public.list_my_coupons(
  p_store_id uuid default null, p_items jsonb default null,
  p_fulfillment_type public.fulfillment_type default 'delivery', p_delivery_fee_cents bigint default 0)
returns jsonb
language plpgsql
security definer -- evaluates promotions, whose counters are private
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_store public.stores;
  v_lines jsonb;
  v_row record;
  v_found jsonb;
  v_list jsonb := '[]'::jsonb;
begin
  if p_store_id is not null then
    select * into v_store from public.stores where id = p_store_id and is_published;
    if not found then
      perform private.raise('store.not_found', 404);
    end if;
    v_lines := private.price_lines(p_store_id, p_items, p_fulfillment_type);
  end if;
  for v_row in
    select c as coupon, p as promotion
    from public.coupons c
    join public.promotions p on p.id = c.promotion_id
    where c.customer_id = v_user_id
    order by c.status in ('issued', 'claimed', 'returned') and c.expires_at > now() desc, c.expires_at, c.id
    limit 100
  loop
    v_found := null;
    if v_lines is not null and (v_row.coupon).status in ('issued', 'claimed', 'returned') then
      select e into v_found
      from jsonb_array_elements(private.evaluate_promotions(v_store, v_user_id, v_lines, p_delivery_fee_cents,
        p_fulfillment_type, now(), jsonb_build_object('coupon_ids', jsonb_build_array((v_row.coupon).id))) -> 'explanations') e
      where e ->> 'coupon_id' = (v_row.coupon).id::text;
    end if;
    v_list := v_list || (private.coupon_view(v_row.coupon, v_row.promotion) || case when v_lines is null then '{}' else
      jsonb_build_object(
        'is_usable', coalesce((v_found ->> 'is_applied')::boolean, false),
        'reason', case when v_found is null then 'promotion.coupon_unusable' else v_found ->> 'reason' end,
        'saving_cents', coalesce(-(v_found ->> 'amount_cents')::bigint, 0)) end);
  end loop;
  return v_list;
end;
$$;
comment on function public.list_my_coupons(uuid, jsonb, public.fulfillment_type, bigint) is
  'The caller''s coupons; for a cart (items as for quote_order) each with is_usable, reason and saving_cents.';

-- 50_order/310_fn_get_order_page.sql
create function public.get_order_page(p_order_id uuid)
returns jsonb
language plpgsql
stable
security definer -- gathers what the caller may see, masked by who the caller is
set search_path = ''
as $$
declare
  v_order public.orders;
  v_is_customer boolean;
  v_is_needed boolean;
begin
  select * into v_order from public.orders where id = p_order_id;
  if not found or not private.can_see_order(p_order_id) then
    perform private.raise('order.not_found', 404);
  end if;
  v_is_customer := v_order.customer_id = auth.uid();
  -- Full contact only for its owner, and for the rider while the task is open.
  v_is_needed := v_is_customer or exists (
    select 1 from public.deliveries d
    where d.order_id = p_order_id and d.rider_id = auth.uid()
      and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'));
  return jsonb_build_object(
    'order', to_jsonb(v_order) - 'pickup_code' - 'quote_id' || jsonb_build_object(
      'pickup_code', case when v_is_customer then v_order.pickup_code end),
    'store', (
      select jsonb_build_object('id', s.id, 'name', s.name, 'translations', s.translations, 'phone', s.phone,
        'street', s.street, 'lon', s.lon, 'lat', s.lat, 'image_path', s.image_path, 'category_slug', c.slug)
      from public.stores s join public.categories c on c.id = s.category_id where s.id = v_order.store_id),
    'contact', (
      select jsonb_build_object(
        'contact_name', case when v_is_needed then t.contact_name else left(t.contact_name, 1) || '**' end,
        'contact_phone', case when v_is_needed then t.contact_phone else private.mask_phone(t.contact_phone) end,
        'street', t.street,
        'detail', case when v_is_needed then t.detail else '' end,
        'lon', t.lon, 'lat', t.lat)
      from private.order_contacts t where t.order_id = p_order_id),
    'items', (
      select coalesce(jsonb_agg(to_jsonb(i) - 'order_id' order by i.line_number), '[]')
      from public.order_items i where i.order_id = p_order_id),
    'adjustments', (
      select coalesce(jsonb_agg(to_jsonb(a) - 'order_id'), '[]')
      from public.order_adjustments a where a.order_id = p_order_id),
    'events', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'command', e.command, 'from_status', e.from_status, 'to_status', e.to_status,
        'actor', e.actor, 'reason_code', e.reason_code, 'created_at', e.created_at) order by e.id), '[]')
      from public.order_events e where e.order_id = p_order_id),
    'payment', (
      select jsonb_build_object('provider', p.provider, 'status', p.status, 'amount_cents', p.amount_cents,
        'refunded_cents', p.refunded_cents)
      from public.payments p where p.order_id = p_order_id order by p.created_at desc limit 1),
    'requests', (
      select coalesce(jsonb_agg(to_jsonb(r) - 'order_id' - 'asked_by_id' - 'answered_by_id' order by r.created_at), '[]')
      from public.order_requests r where r.order_id = p_order_id),
    'booking', (
      select to_jsonb(b) - 'order_id' - 'customer_id' from public.bookings b where b.order_id = p_order_id),
    'vouchers', (
      select coalesce(jsonb_agg(private.voucher_answer(v)
        || jsonb_build_object('code', case when v_is_customer then v.code end) order by v.id), '[]')
      from public.vouchers v where v.order_id = p_order_id),
    'delivery', private.delivery_view(p_order_id));
end;
$$;
comment on function public.get_order_page(uuid) is
  'Everything an order page shows in one answer. Contacts are masked for those who do not need them.';

-- 70_ledger/310_fn_run_settlement.sql
create function public.run_settlement(p_on date default null)
returns jsonb
language plpgsql
security definer -- for the service role and ops; statements are written by this function only
set search_path = ''
as $$
declare
  v_statements int;
  v_lines int;
begin
  if (select auth.role()) is distinct from 'service_role' then
    perform private.require_ops_role('finance');
  end if;
  -- Two runs at once must not see the same open entries.
  perform pg_advisory_xact_lock(hashtext('run_settlement'));

  with settling as (
    select e.id as ledger_entry_id, t.order_id, e.purpose, -e.amount_cents as amount_cents,
      (case a.kind when 'merchant_payable' then 'merchant' else 'rider' end)::public.settlement_party as party,
      a.owner_id as party_id, c.id as city_id, a.currency, closes.period_on
    from public.ledger_entries e
    join public.ledger_accounts a on a.id = e.account_id and a.kind in ('merchant_payable', 'rider_payable')
    join public.ledger_transactions t on t.id = e.transaction_id
    left join public.orders o on o.id = t.order_id
    -- A guarantee has no order: the zone of its shift says where it was earned. Payouts have neither and stay out.
    left join public.rider_shifts s
      on s.id = case when t.kind = 'shift_guarantee' then split_part(t.event_key, ':', 2)::uuid end
    left join public.zones z on z.id = s.zone_id
    join public.cities c on c.id = coalesce(o.city_id, z.city_id)
    cross join lateral (
      -- A day that has not begun cannot be settled.
      select least(coalesce(p_on, local.today - 1), local.today) as period_on
      from (select (now() at time zone c.timezone)::date as today) local
    ) closes
    where (t.event_at at time zone c.timezone)::date <= closes.period_on
      and not exists (select 1 from public.settlement_lines l where l.ledger_entry_id = e.id)
  ), made as (
    insert into public.settlement_statements (
      party, party_id, city_id, period_on, currency, opening_cents, order_count, gross_cents, deducted_cents, net_cents)
    select s.party, s.party_id, s.city_id, s.period_on, s.currency,
      private.settled_balance(s.party, s.party_id, s.currency), count(distinct s.order_id),
      coalesce(sum(s.amount_cents) filter (where s.amount_cents > 0), 0),
      coalesce(-sum(s.amount_cents) filter (where s.amount_cents < 0), 0),
      sum(s.amount_cents)
    from settling s
    group by s.party, s.party_id, s.city_id, s.period_on, s.currency
    on conflict (party, party_id, city_id, period_on) do nothing
    returning id, party, party_id, city_id, period_on
  ), kept as (
    insert into public.settlement_lines (ledger_entry_id, statement_id, order_id, purpose, amount_cents)
    select s.ledger_entry_id, m.id, s.order_id, s.purpose, s.amount_cents
    from settling s
    join made m using (party, party_id, city_id, period_on)
    returning 1
  )
  select (select count(*) from made), (select count(*) from kept) into v_statements, v_lines;
  return jsonb_build_object('statements', v_statements, 'lines', v_lines);
end;
$$;
comment on function public.run_settlement(date) is
  'Makes the statements of a local day (default: yesterday in each city). Safe to run twice: an entry is settled once, a statement never changes, late entries go to the next day''s statement.';

-- 80_dispatch/310_fn_assign_delivery.sql
create function public.assign_delivery(p_delivery_id uuid, p_rider_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('assign_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  -- Held, so that the rider does not go offline meanwhile.
  perform 1 from public.riders
  where id = p_rider_id and city_id = v_delivery.city_id and is_active and status = 'online'
  for share;
  if not found then
    perform private.raise('dispatch.rider_not_available', 409);
  end if;
  perform private.withdraw_offers(p_delivery_id);
  select * into v_delivery from public.deliveries where id = p_delivery_id;
  if v_delivery.status in ('assigned', 'arrived_at_store') then
    perform private.broadcast('rider:' || v_delivery.rider_id, 'delivery.unassigned',
      jsonb_build_object('delivery_id', p_delivery_id));
    perform private.apply_delivery_command(p_delivery_id, 'unassign', 'ops');
  end if;
  v_delivery := private.apply_delivery_command(p_delivery_id, 'assign', 'ops', p_rider_id);
  perform private.predict_eta(p_delivery_id, 1);
  return private.finish_command('assign_delivery', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_delivery.id, 'status', v_delivery.status, 'rider_id', v_delivery.rider_id));
end;
$$;
comment on function public.assign_delivery(uuid, uuid, text) is 'Ops give a task to a rider by hand, taking it from another when needed; possible until it is picked up.';

-- 88_screen/310_fn_row_rights.sql
create function private.row_filter(p_resource text)
returns text
language sql
stable
set search_path = ''
as $$
  -- Null for a table without a key of one column, and for what is no table.
  select format('public.%I where %I = cast($1 as %s)', c.relname, a.attname, format_type(a.atttypid, a.atttypmod))
  from pg_catalog.pg_class c
  join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and cardinality(k.conkey) = 1
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname = p_resource;
$$;

create function private.can_read_row(p_resource text, p_row_id text)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
  v_filter text := private.row_filter(p_resource);
  v_found boolean;
begin
  if v_filter is null then
    return false;
  end if;
  execute 'select exists (select from ' || v_filter || ')' into v_found using p_row_id;
  return v_found;
exception
  when insufficient_privilege or invalid_text_representation or numeric_value_out_of_range then
    return false;
end;
$$;
comment on function private.can_read_row(text, text) is 'Whether the caller sees this row: the row''s own policies answer.';

create function private.can_change_row(p_resource text, p_row_id text)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_filter text := private.row_filter(p_resource);
  v_found boolean;
begin
  if v_filter is null then
    return false;
  end if;
  -- Locking a row asks the policies for update, without changing anything.
  execute 'select true from ' || v_filter || ' for key share' into v_found using p_row_id;
  return coalesce(v_found, false);
exception
  when insufficient_privilege or invalid_text_representation or numeric_value_out_of_range then
    return false;
end;
$$;
comment on function private.can_change_row(text, text) is 'Whether the caller may change this row: the row''s own policies answer.';

create function private.can_read_custom_field(p_resource text, p_key text)
returns boolean
language sql
stable
set search_path = ''
as $$
  select exists (select 1 from public.custom_fields where resource = p_resource and key = p_key);
$$;
comment on function private.can_read_custom_field(text, text) is 'Whether the caller may know this field; internal ones are for ops.';

-- 35_stock/315_fn_import_menu_parts.sql
create function private.own_menu_id(p_store_id uuid, p_table text, p_id uuid)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  v_id uuid;
begin
  execute format('select t.id from public.%I t where t.id = $1 and t.store_id = $2', p_table) into v_id using p_id, p_store_id;
  return v_id;
end;
$$;
comment on function private.own_menu_id(uuid, text, uuid) is 'The id when the store has it: a menu of another store is copied, not taken.';

create function private.bad_menu_column(p_table text, p_patch jsonb)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  v_column text;
begin
  for v_column in select key from jsonb_each(p_patch) loop
    begin
      execute format('select 1 from jsonb_populate_record(null::public.%I, $1)', p_table) using jsonb_build_object(v_column, p_patch -> v_column);
    exception when data_exception then
      return v_column;
    end;
  end loop;
  return null;
end;
$$;
comment on function private.bad_menu_column(text, jsonb) is 'The first column whose value its table cannot hold.';

create function private.import_menu_parts(p_store_id uuid, p_type text, p_id uuid, p_row jsonb)
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_before jsonb;
  v_given jsonb;
  v_stock public.stock_items;
  v_column text;
  v_is_changed boolean := false;
begin
  begin
    if p_type = 'daypart' and p_row ? 'windows' then
      v_column := 'windows';
      v_before := private.daypart_windows_of(p_id);
      v_given := coalesce(nullif(p_row ->> 'windows', ''), '[]')::jsonb;
      if v_given <> v_before then
        delete from public.daypart_windows where daypart_id = p_id;
        insert into public.daypart_windows (daypart_id, store_id, weekday, starts_at, ends_at)
        select p_id, p_store_id, w.weekday, w.starts_at, w.ends_at
        from jsonb_to_recordset(v_given) as w (weekday int, starts_at time, ends_at time);
        v_is_changed := private.daypart_windows_of(p_id) <> v_before;
      end if;
    end if;
    if p_type = 'product' and coalesce(p_row ->> 'details', '') <> '' then
      v_column := 'details';
      v_before := private.product_details(p_id);
      v_given := coalesce(v_before, '{}') || (p_row ->> 'details')::jsonb
        || jsonb_build_object('product_id', p_id, 'store_id', p_store_id);
      if (select kind from public.products where id = p_id) = 'service' then
        v_given := '{"capacity_per_slot": 1, "is_on_site": true, "is_at_store": false}' || v_given;
        insert into public.service_items select * from jsonb_populate_record(null::public.service_items, v_given)
        on conflict (product_id) do update set duration_minutes = excluded.duration_minutes,
          required_skill = excluded.required_skill, capacity_per_slot = excluded.capacity_per_slot,
          is_on_site = excluded.is_on_site, is_at_store = excluded.is_at_store;
      else
        v_given := '{"use_count": 1, "terms": ""}' || v_given;
        insert into public.voucher_products select * from jsonb_populate_record(null::public.voucher_products, v_given)
        on conflict (product_id) do update set valid_days = excluded.valid_days,
          face_value_cents = excluded.face_value_cents, use_count = excluded.use_count, terms = excluded.terms;
      end if;
      v_is_changed := private.product_details(p_id) is distinct from v_before;
    end if;
    if p_type in ('product', 'variant', 'modifier') and p_row ?| '{stock_count,low_stock_count,daily_count}' then
      v_column := 'stock_count';
      select * into v_stock from public.stock_items where id = p_id;
      if p_row ? 'stock_count' and v_stock.on_hand_count is distinct from nullif(trim(p_row ->> 'stock_count'), '')::int then
        perform private.count_stock(p_id, nullif(trim(p_row ->> 'stock_count'), '')::int);
        v_is_changed := true;
      end if;
      v_column := 'low_stock_count';
      v_given := jsonb_build_object(
        'low', case when p_row ? 'low_stock_count' then nullif(trim(p_row ->> 'low_stock_count'), '')::int else v_stock.low_stock_count end,
        'daily', case when p_row ? 'daily_count' then nullif(trim(p_row ->> 'daily_count'), '')::int else v_stock.daily_count end);
      if exists (select 1 from public.stock_items where id = p_id)
        and v_given <> jsonb_build_object('low', v_stock.low_stock_count, 'daily', v_stock.daily_count) then
        perform private.rule_stock(p_id, (v_given ->> 'low')::int, (v_given ->> 'daily')::int);
        v_is_changed := true;
      end if;
    end if;
  exception when data_exception or not_null_violation then
    perform private.raise('catalog.import_value_invalid', 422, jsonb_build_object('column', v_column));
  end;
  return v_is_changed;
end;
$$;
comment on function private.import_menu_parts(uuid, text, uuid, jsonb) is
  'Writes what a row of an import says beside its own table: windows, service or voucher details, stock. Answers whether anything changed.';

-- 30_catalog/320_fn_check_category.sql
create function private.check_category()
returns trigger
language plpgsql
security definer -- categories above may be hidden from the writer
set search_path = ''
as $$
declare
  v_problems jsonb;
begin
  if tg_op = 'INSERT' or new.attributes_schema is distinct from old.attributes_schema then
    v_problems := private.json_schema_problems(new.attributes_schema);
    if v_problems <> '[]' then
      perform private.raise('catalog.schema_invalid', 422, jsonb_build_object(
        'errors', v_problems, 'paths', (select string_agg(p ->> 'path', ', ') from jsonb_array_elements(v_problems) p)));
    end if;
  end if;
  if new.parent_id is not null and (tg_op = 'INSERT' or new.parent_id is distinct from old.parent_id) then
    perform pg_advisory_xact_lock(hashtext('public.categories'));
    if new.id in (select id from private.category_ancestry(new.parent_id)) then
      perform private.raise('catalog.category_cycle', 422);
    end if;
  end if;
  return new;
end;
$$;
comment on function private.check_category() is 'A category''s schema is one that can be checked, and no category lies below itself.';

-- 35_stock/320_fn_import_menu_row.sql
create function private.menu_patch(p_columns jsonb, p_row jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_patch jsonb := '{}'::jsonb;
  v_column text;
  v_kind text;
  v_text text;
begin
  for v_column, v_kind in select key, value from jsonb_each_text(p_columns) where p_row ? key loop
    v_text := p_row ->> v_column;
    if coalesce(v_text, '') = '' then
      -- An empty cell empties what may be empty and leaves the rest as it is.
      v_patch := v_patch || case
        when v_kind like '%?' then jsonb_build_object(v_column, null)
        when v_kind = 'text' then jsonb_build_object(v_column, '')
        when v_kind = 'json' then jsonb_build_object(v_column, '{}'::jsonb)
        else '{}' end;
    elsif v_kind = 'json' then
      begin
        v_patch := v_patch || jsonb_build_object(v_column, v_text::jsonb);
      exception when invalid_text_representation then
        perform private.raise('catalog.import_value_invalid', 422, jsonb_build_object('column', v_column));
      end;
    elsif v_kind = 'list?' then
      v_patch := v_patch || jsonb_build_object(v_column, case jsonb_typeof(p_row -> v_column)
        when 'array' then p_row -> v_column else to_jsonb(regexp_split_to_array(trim(v_text), '[\s|;]+')) end);
    else
      v_patch := v_patch || jsonb_build_object(v_column, case v_kind when 'text' then v_text else trim(v_text) end);
    end if;
  end loop;
  return v_patch;
end;
$$;
comment on function private.menu_patch(jsonb, jsonb) is 'The columns that a row of an import names, as a JSON of its table.';

create function private.find_menu_item(p_store_id uuid, p_type text, p_ref text, p_refs jsonb)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  v_id uuid := (p_refs ->> (p_type || ':' || p_ref))::uuid;
  v_table text := private.menu_types() -> p_type ->> 'table';
begin
  if v_id is null and p_ref ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    execute format('select t.id from public.%I t where t.id = $1 and t.store_id = $2', v_table) into v_id using p_ref::uuid, p_store_id;
  end if;
  if v_id is null and p_type in ('daypart', 'section', 'product') then
    execute format('select t.id from public.%I t where t.name = $1 and t.store_id = $2 order by t.sort_order, t.id limit 1', v_table)
    into v_id using p_ref, p_store_id;
  end if;
  return v_id;
end;
$$;
comment on function private.find_menu_item(uuid, text, text, jsonb) is
  'What a row of an import means by a ref: a row of the same file, an id of the store, or a name.';

create function private.import_menu_row(p_store_id uuid, p_row jsonb, p_refs jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_type text := p_row ->> 'type';
  v_spec jsonb := private.menu_types() -> v_type;
  v_table text := v_spec ->> 'table';
  v_patch jsonb;
  v_old jsonb;
  v_new jsonb;
  v_id uuid;
  v_parent_id uuid;
  v_is_changed boolean := false;
  v_columns text;
begin
  if v_spec is null then
    perform private.raise('catalog.import_type_unknown', 422, jsonb_build_object('column', 'type'));
  end if;
  v_patch := private.menu_patch(v_spec -> 'columns', p_row);
  if v_spec ? 'parent' and coalesce(p_row ->> 'parent', '') <> '' then
    v_parent_id := private.find_menu_item(p_store_id, v_spec ->> 'parent', p_row ->> 'parent', p_refs);
    if v_parent_id is null then
      perform private.raise('catalog.import_parent_unknown', 422, jsonb_build_object('column', 'parent'));
    end if;
    v_patch := v_patch || jsonb_build_object(v_spec ->> 'parent_column', v_parent_id);
  end if;
  if v_type in ('section', 'product') and p_row ? 'daypart' then
    v_patch := v_patch || jsonb_build_object('daypart_id', private.find_menu_item(p_store_id, 'daypart', p_row ->> 'daypart', p_refs));
    if coalesce(p_row ->> 'daypart', '') <> '' and v_patch ->> 'daypart_id' is null then
      perform private.raise('catalog.import_parent_unknown', 422, jsonb_build_object('column', 'daypart'));
    end if;
  end if;
  if v_type = 'product' and p_row ? 'category' then
    v_patch := v_patch || jsonb_build_object('category_id', (select id from public.categories where slug = p_row ->> 'category'));
    if coalesce(p_row ->> 'category', '') <> '' and v_patch ->> 'category_id' is null then
      perform private.raise('catalog.category_not_found', 422, jsonb_build_object('column', 'category'));
    end if;
  end if;

  -- The same row as before: by its id, else by its number in the store, else by its name where it hangs.
  execute format(
    'select to_jsonb(t) from public.%I t where t.store_id = $1 and (t.id = $2 or ($2 is null and (%s))) order by %s t.sort_order, t.id limit 1',
    v_table,
    case when v_patch ->> 'sku' is null then ''
        when v_type = 'product' then 't.sku = $4 or ' else 't.sku = $4 and t.product_id = $5 or ' end
      || case when v_spec ? 'parent' then format('t.name = $3 and t.%I = $5', v_spec ->> 'parent_column') else 't.name = $3' end,
    case when v_patch ->> 'sku' is not null then 't.sku is distinct from $4,' else '' end)
  into v_old
  using p_store_id, (
      case when p_row ->> 'ref' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        then private.own_menu_id(p_store_id, v_table, (p_row ->> 'ref')::uuid) end),
    p_row ->> 'name', v_patch ->> 'sku', v_parent_id;
  if v_old ->> 'kind' <> v_patch ->> 'kind' then
    perform private.raise('catalog.kind_mismatch', 422, jsonb_build_object('kind', v_old -> 'kind', 'column', 'kind'));
  end if;

  if v_old is null and v_spec ? 'parent' and v_parent_id is null then
    perform private.raise('catalog.import_parent_unknown', 422, jsonb_build_object('column', 'parent'));
  elsif coalesce(v_old ->> 'name', v_patch ->> 'name') is null then
    perform private.raise('catalog.import_value_invalid', 422, jsonb_build_object('column', 'name'));
  end if;

  v_id := coalesce((v_old ->> 'id')::uuid, gen_random_uuid());
  begin
    execute format('select to_jsonb(r) from jsonb_populate_record(null::public.%I, $1) r', v_table)
    into v_new using coalesce(v_old, '{}') || v_patch || jsonb_build_object('id', v_id, 'store_id', p_store_id);
  exception when data_exception then
    perform private.raise('catalog.import_value_invalid', 422,
      jsonb_build_object('column', private.bad_menu_column(v_table, v_patch)));
  end;
  select string_agg(quote_ident(key), ', ') into v_columns
  from jsonb_each(v_patch) where v_old is null or v_old -> key is distinct from v_new -> key;
  if v_old is null then
    execute format('insert into public.%1$I (id, store_id, %2$s) select id, store_id, %2$s from jsonb_populate_record(null::public.%1$I, $1)',
      v_table, v_columns) using v_new;
  elsif v_columns is not null then
    execute format('update public.%1$I t set (%2$s) = (select %3$s from jsonb_populate_record(null::public.%1$I, $1) r) where t.id = $2',
      v_table, v_columns, 'r.' || replace(v_columns, ', ', ', r.')) using v_new, v_id;
    v_is_changed := true;
  end if;

  v_is_changed := private.import_menu_parts(p_store_id, v_type, v_id, p_row) or v_is_changed;
  return jsonb_build_object('id', v_id,
    'status', case when v_old is null then 'created' when v_is_changed then 'updated' else 'unchanged' end);
end;
$$;
comment on function private.import_menu_row(uuid, jsonb, jsonb) is 'Writes one row of an import and answers {id, status}; raises what is wrong with it.';

-- 40_promotion/320_fn_issue_coupons.sql
create function public.issue_coupons(
  p_promotion_id uuid, p_idempotency_key text, p_customer_ids uuid[] default '{}', p_segment jsonb default null,
  p_code_count int default 0)
returns jsonb
language plpgsql
security definer -- coupons are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('issue_coupons', p_idempotency_key, v_user_id, p_promotion_id);
  v_promotion public.promotions;
  v_customer_id uuid;
  v_count int := 0;
  v_codes text[] := '{}'::text[];
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_promotion from public.promotions where id = p_promotion_id and kind = 'coupon' and status = 'published';
  if not found then
    perform private.raise('promotion.not_found', 404);
  end if;
  if coalesce(p_code_count, 0) not between 0 and 5000 or cardinality(coalesce(p_customer_ids, '{}')) > 5000 then
    perform private.raise('promotion.too_many_coupons', 422);
  end if;
  if p_segment is not null then
    perform private.check_json_logic(p_segment);
  end if;
  for v_customer_id in
    select id from public.profiles where id = any (coalesce(p_customer_ids, '{}'))
    union
    select p.id from public.profiles p
    where p_segment is not null and private.js_truthy(private.json_logic(
      p_segment, jsonb_build_object('customer', private.customer_facts(p.id))))
  loop
    perform private.give_coupon(v_promotion, v_customer_id, 'issue', 'issued');
    v_count := v_count + 1;
  end loop;
  for i in 1 .. coalesce(p_code_count, 0) loop
    v_codes := v_codes || (private.give_coupon(v_promotion, null, 'code', 'issued',
      translate(upper(encode(extensions.gen_random_bytes(6), 'hex')), '01', 'XZ'))).code;
  end loop;
  return private.finish_command('issue_coupons', p_idempotency_key, v_user_id,
    jsonb_build_object('issued_count', v_count, 'codes', to_jsonb(v_codes)));
end;
$$;
comment on function public.issue_coupons(uuid, text, uuid[], jsonb, int) is
  'Ops give coupons to customers, to everyone whom a JsonLogic over {customer} means, or as codes that work once. Answers {issued_count, codes}.';

create function public.set_coupon_code(p_promotion_id uuid, p_code text)
returns void
language plpgsql
security definer -- codes are private
set search_path = ''
as $$
declare
  v_code text := nullif(upper(btrim(p_code)), '');
begin
  perform private.require_promotion_editor(p_promotion_id);
  if v_code !~ '^[A-Z0-9]{4,24}$' then
    perform private.raise('promotion.code_invalid', 422);
  end if;
  delete from private.coupon_codes where promotion_id = p_promotion_id;
  if v_code is not null then
    insert into private.coupon_codes (code, promotion_id)
    select v_code, id from public.promotions
    where id = p_promotion_id and kind = 'coupon' and effect ->> 'distribution' = 'code'
    on conflict (code) do nothing;
    if not found then
      perform private.raise('promotion.code_taken', 409);
    end if;
  end if;
end;
$$;
comment on function public.set_coupon_code(uuid, text) is
  'The code (4–24 letters and digits) that everyone redeems for a coupon of a campaign with distribution code; null takes it away.';

-- 50_order/320_fn_reorder.sql
create function public.reorder(p_order_id uuid)
returns jsonb
language plpgsql
stable
security definer -- an own order's lines, and whether the menu still has them
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_order public.orders;
  v_line record;
  v_item jsonb;
  v_items jsonb := jsonb_build_array();
  v_missing jsonb := jsonb_build_array();
  v_key text;
begin
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  for v_line in select * from public.order_items where order_id = p_order_id and quantity > 0 order by line_number loop
    v_item := jsonb_build_object(
      'product_id', v_line.product_id, 'variant_id', v_line.variant_id, 'quantity', v_line.quantity, 'note', v_line.note,
      'modifier_ids', jsonb_path_query_array(v_line.modifiers, '$[*].id'));
    begin
      perform private.price_lines(v_order.store_id, jsonb_build_array(v_item), v_order.fulfillment_type);
      v_items := v_items || jsonb_build_array(v_item);
    exception when others then
      get stacked diagnostics v_key = message_text;
      v_missing := v_missing || jsonb_build_array(jsonb_build_object(
        'line_number', v_line.line_number, 'name', v_line.name, 'translations', v_line.translations, 'reason', v_key));
    end;
  end loop;
  return jsonb_build_object(
    'store_id', v_order.store_id, 'fulfillment_type', v_order.fulfillment_type, 'items', v_items, 'missing', v_missing);
end;
$$;
comment on function public.reorder(uuid) is
  'The lines of an own order as cart items {product_id, variant_id, quantity, modifier_ids, note}, and which of them cannot be had now: missing [{line_number, name, translations, reason}], reason an error key.';

-- 70_ledger/320_fn_my_settled_party_ids.sql
create function private.my_settled_party_ids()
returns setof uuid
language sql
stable
security definer -- used by policies on statements
set search_path = ''
as $$
  select m.merchant_id from public.merchant_members m
  where m.user_id = (select auth.uid()) and m.role = 'manager' and m.store_id is null
  union all
  select r.id from public.riders r where r.id = (select auth.uid());
$$;
comment on function private.my_settled_party_ids() is 'Merchants whose money the caller manages, and the rider that the caller is.';

-- 80_dispatch/320_fn_grab.sql
create function private.grabbable(p_rider public.riders)
returns setof public.deliveries
language sql
stable
set search_path = ''
as $$
  select d.*
  from public.deliveries d
  join public.zones z on z.id = d.zone_id
  join public.stores s on s.id = d.store_id
  cross join lateral private.dispatch_settings(z.id) g
  where d.city_id = p_rider.city_id and d.status = 'unassigned' and p_rider.lon is not null
    and d.waiting_since <= now() - make_interval(secs => (g ->> 'grab_after_seconds')::int)
    -- Not before a rider would have to leave for it anyway.
    and d.ready_expected_at <= now() + interval '15 minutes'
    and (d.pinned_rider_id is null or d.pinned_rider_id = p_rider.id)
    and d.needs <@ (p_rider.skills || p_rider.vehicle)
    and extensions.st_dwithin(s.location, private.point(p_rider.lon, p_rider.lat)::extensions.geography,
      (g ->> 'radius_meters')::int)
    and not exists (
      select 1 from private.dispatch_exclusions x where x.delivery_id = d.id and x.rider_id = p_rider.id);
$$;
comment on function private.grabbable(public.riders) is 'Tasks near a rider that waited longer than the zone''s interval and are not kept from them.';

create function public.list_grab_pool()
returns jsonb
language plpgsql
stable
security definer -- shows a rider what waits, without its people
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  if v_rider.status <> 'online' then
    return jsonb_build_array();
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'delivery_id', d.id, 'rider_pay_cents', d.rider_pay_cents, 'tip_cents', o.tip_cents, 'currency', o.currency,
      'distance_meters', d.distance_meters, 'ready_expected_at', d.ready_expected_at, 'waiting_since', d.waiting_since,
      'dropoff_expected_at', d.dropoff_expected_at,
      'to_store_meters', round(extensions.st_distance(s.location,
        private.point(v_rider.lon, v_rider.lat)::extensions.geography)),
      'store', jsonb_build_object('name', s.name, 'translations', s.translations, 'street', s.street, 'lon', s.lon, 'lat', s.lat),
      'dropoff', jsonb_build_object('street', k.street, 'lon', k.lon, 'lat', k.lat)) order by d.waiting_since, d.id), '[]')
    from (select * from private.grabbable(v_rider) g order by g.waiting_since limit 50) d
    join public.orders o on o.id = d.order_id
    join public.stores s on s.id = d.store_id
    join private.order_contacts k on k.order_id = d.order_id);
end;
$$;
comment on function public.list_grab_pool() is 'Tasks near the rider that anyone may grab because nobody took them in time, oldest first.';

create function public.grab_delivery(p_delivery_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- deliveries change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command('grab_delivery', p_idempotency_key, v_rider.id, p_delivery_id);
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.orders o join public.deliveries d on d.order_id = o.id where d.id = p_delivery_id for update of o;
  -- Two fingers at once: the second waits here and finds it taken.
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  -- Held, so that they neither go offline nor grab two at once beyond what they may hold.
  select * into v_rider from public.riders where id = v_rider.id for update;
  if v_rider.status <> 'online' then
    perform private.raise('dispatch.rider_not_available', 409);
  end if;
  if v_delivery.id is null or not exists (select 1 from private.grabbable(v_rider) g where g.id = p_delivery_id) then
    perform private.raise('dispatch.grab_gone', 409);
  end if;
  if (private.dispatch_settings(v_delivery.zone_id) ->> 'max_in_hand')::int <= (
    select count(*) from public.deliveries
    where rider_id = v_rider.id and status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'))
  then
    perform private.raise('dispatch.hands_full', 409);
  end if;
  v_delivery := private.apply_delivery_command(p_delivery_id, 'grab', 'rider', v_rider.id);
  perform private.predict_eta(p_delivery_id, 1);
  return private.finish_command('grab_delivery', p_idempotency_key, v_rider.id,
    jsonb_build_object('id', v_delivery.id, 'order_id', v_delivery.order_id, 'status', v_delivery.status));
end;
$$;
comment on function public.grab_delivery(uuid, text) is 'Rider takes a task out of the pool; the first gets it (dispatch.grab_gone for the rest).';

-- 88_screen/320_fn_custom_fields.sql
create function private.forget_custom_values()
returns trigger
language plpgsql
security definer -- whoever may delete a row need not hold rights on its custom values
set search_path = ''
as $$
begin
  delete from public.custom_values where resource = tg_table_name and row_id = to_jsonb(old) ->> tg_argv[0];
  return null;
end;
$$;
comment on function private.forget_custom_values() is 'After a row is deleted: its custom values go too. The argument is the key column.';

create function public.save_custom_field(
  p_resource text, p_key text, p_schema jsonb, p_labels jsonb default '{}', p_help jsonb default '{}',
  p_is_required boolean default false, p_is_internal boolean default true, p_sort_order int default 0)
returns jsonb
language plpgsql
security definer -- fields are written by this command only; it adds the trigger that follows deleted rows
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_key_column text;
  v_misfits bigint;
begin
  select a.attname into v_key_column
  from pg_catalog.pg_class c
  join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and cardinality(k.conkey) = 1
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname = p_resource
    and c.relname not in ('custom_fields', 'custom_values', 'custom_resources', 'screen_definitions');
  if v_key_column is null then
    perform private.raise('screen.resource_unfit', 422, jsonb_build_object('resource', p_resource));
  end if;
  if p_key !~ '^[a-z][a-z0-9_]{0,39}$' or not private.json_schema_is_fit(p_schema) then
    perform private.raise('screen.field_invalid', 422, jsonb_build_object('name', p_key));
  end if;
  if (select count(*) from public.custom_fields where resource = p_resource and key <> p_key) >= 40 then
    perform private.raise('screen.too_many_fields', 422, jsonb_build_object('max', 40));
  end if;
  select count(*) into v_misfits from public.custom_values
  where resource = p_resource and key = p_key and private.json_schema_errors(p_schema, value) <> '[]';
  if v_misfits > 0 then
    perform private.raise('screen.values_do_not_fit', 409, jsonb_build_object('count', v_misfits));
  end if;
  insert into public.custom_fields (resource, key, schema, labels, help, is_required, is_internal, sort_order, created_by)
  values (p_resource, p_key, p_schema, p_labels, p_help, p_is_required, p_is_internal, p_sort_order, v_user_id)
  on conflict (resource, key) do update
  set schema = excluded.schema, labels = excluded.labels, help = excluded.help, is_required = excluded.is_required,
    is_internal = excluded.is_internal, sort_order = excluded.sort_order, is_active = true;
  if not exists (select 1 from pg_catalog.pg_trigger
    where tgrelid = format('public.%I', p_resource)::regclass and tgname = 'forget_custom_values') then
    execute format('create trigger forget_custom_values after delete on public.%I for each row execute function private.forget_custom_values(%L)',
      p_resource, v_key_column);
  end if;
  return jsonb_build_object('resource', p_resource, 'key', p_key);
end;
$$;
comment on function public.save_custom_field(text, text, jsonb, jsonb, jsonb, boolean, boolean, int) is
  'Adds a field to a resource, or changes one; a change that values of today do not fit is refused (screen.values_do_not_fit). Repeating it changes nothing more.';

create function public.retire_custom_field(p_resource text, p_key text)
returns void
language plpgsql
security definer -- fields are written by commands only
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  update public.custom_fields set is_active = false where resource = p_resource and key = p_key;
  if not found then
    perform private.raise('screen.field_not_found', 404);
  end if;
end;
$$;
comment on function public.retire_custom_field(text, text) is 'Takes a field off every screen. Its values stay and come back with save_custom_field.';

-- 50_order/325_fn_order_row.sql
create function private.order_row(p_order public.orders)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id, 'number', p_order.number, 'status', p_order.status, 'fulfillment_type', p_order.fulfillment_type,
    'store_id', p_order.store_id, 'store_name', s.name, 'store_translations', s.translations, 'city_id', p_order.city_id,
    'currency', p_order.currency, 'total_cents', p_order.total_cents, 'note', p_order.note,
    'reason_code', p_order.reason_code, 'phone_suffix', p_order.phone_suffix, 'table_label', p_order.table_label,
    'party_size', p_order.party_size, 'slot_starts_at', p_order.slot_starts_at, 'due_at', p_order.due_at,
    'dropoff_expected_at', p_order.dropoff_expected_at, 'placed_at', p_order.placed_at, 'urged_at', p_order.urged_at,
    'created_at', p_order.created_at, 'updated_at', p_order.updated_at,
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', i.name, 'translations', i.translations, 'quantity', i.quantity) order by i.line_number), '[]')
      from public.order_items i where i.order_id = p_order.id))
  from public.stores s where s.id = p_order.store_id;
$$;
comment on function private.order_row(public.orders) is 'An order as lists show it.';

create function private.find_order_ids(p_digits text)
returns setof uuid
language sql
stable
set search_path = ''
as $$
  -- A colon follows the digits: everything that begins so. A pattern in a parameter would find no index.
  select id from public.orders
  where reverse(number) operator(pg_catalog.~>=~) reverse(p_digits)
    and reverse(number) operator(pg_catalog.~<~) (reverse(p_digits) || ':')
  union
  select o.id
  from public.orders o
  where o.phone_suffix = right(p_digits, 4)
    and (length(p_digits) = 4 or exists (
      select 1 from private.order_contacts c
      where c.order_id = o.id and right(regexp_replace(c.contact_phone, '\D', '', 'g'), length(p_digits)) = p_digits));
$$;
comment on function private.find_order_ids(text) is 'Orders by the last digits of their number or of their contact''s phone.';

-- 30_catalog/330_fn_check_attributes.sql
create function private.require_attributes(p_category_id uuid, p_store_id uuid, p_attributes jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_errors jsonb := private.json_schema_errors(
    private.category_schema(coalesce(p_category_id, (select category_id from public.stores where id = p_store_id))), p_attributes);
begin
  if v_errors <> '[]' then
    perform private.raise('catalog.attributes_invalid', 422, jsonb_build_object(
      'errors', v_errors, 'paths', (select string_agg(distinct e ->> 'path', ', ') from jsonb_array_elements(v_errors) e)));
  end if;
end;
$$;
comment on function private.require_attributes(uuid, uuid, jsonb) is
  'Refuses attributes that the category does not allow with catalog.attributes_invalid {errors: [{path, key, expected}], paths}.';

create function private.check_product_attributes()
returns trigger
language plpgsql
security definer -- the category's schema need not be visible to the writer
set search_path = ''
as $$
begin
  perform private.require_attributes(new.category_id, new.store_id, new.attributes);
  return new;
end;
$$;

create function private.check_variant_attributes()
returns trigger
language plpgsql
security definer -- the product need not be visible to the writer
set search_path = ''
as $$
declare
  v_product public.products;
begin
  select * into v_product from public.products where id = new.product_id;
  perform private.require_attributes(v_product.category_id, v_product.store_id, v_product.attributes || new.attributes);
  return new;
end;
$$;
comment on function private.check_variant_attributes() is 'A variant has its product''s attributes but for those that it names itself.';

-- 35_stock/330_fn_import_menu.sql
create function private.menu_input(p_format text, p_content text)
returns table (line_number int, menu_row jsonb)
language plpgsql
stable
set search_path = ''
as $$
declare
  v_rows jsonb;
begin
  if octet_length(p_content) > 8000000 then
    perform private.raise('catalog.import_too_large', 413);
  elsif p_format = 'json' then
    begin
      v_rows := p_content::jsonb;
    exception when invalid_text_representation or untranslatable_character then
      perform private.raise('catalog.json_invalid', 422);
    end;
    v_rows := case jsonb_typeof(v_rows) when 'object' then v_rows -> 'rows' else v_rows end;
    if jsonb_typeof(v_rows) is distinct from 'array' then
      perform private.raise('catalog.json_invalid', 422);
    end if;
    return query
    select r.n::int, case jsonb_typeof(r.item) when 'object' then r.item else '{}' end
    from jsonb_array_elements(v_rows) with ordinality as r (item, n);
  elsif p_format = 'csv' then
    return query
    with line as materialized (select l.line_number as n, l.cells from private.parse_csv(p_content) l),
    header as (select lower(trim(h.name)) as name, h.position
      from line l cross join unnest(l.cells) with ordinality as h (name, position) where l.n = 1)
    select l.n, jsonb_object_agg(h.name, private.csv_value(coalesce(l.cells[h.position], '')))
    from line l
    join header h on h.name <> ''
    -- Spreadsheets like to leave lines without anything at the end.
    where l.n > 1 and exists (select 1 from unnest(l.cells) c where trim(c) <> '')
    group by l.n;
  else
    perform private.raise('catalog.format_unknown', 400);
  end if;
end;
$$;
comment on function private.menu_input(text, text) is
  'The rows of an import: of JSON the n-th element, of CSV the n-th line with its cells by their column''s name.';

create function public.import_menu(
  p_store_id uuid, p_format text, p_content text, p_is_dry_run boolean default false, p_is_all_or_nothing boolean default false)
returns jsonb
language plpgsql
security definer -- writes stock and many tables; the caller is checked here and triggers still know who it is
set search_path = ''
as $$
declare
  v_types jsonb := private.menu_types();
  v_rows jsonb[] := '{}'::jsonb[];
  v_is_failed boolean := false;
  v_unknown text[] := '{}'::text[];
  v_refs jsonb := '{}'::jsonb;
  v_row record;
  v_done jsonb;
  v_error jsonb;
  v_detail text;
  v_column text;
  v_constraint text;
  v_is_applied boolean := true;
begin
  if not private.has_ops_role('operations') then
    perform private.require_store_staff(p_store_id, '{manager}');
  elsif not exists (select 1 from public.stores where id = p_store_id) then
    perform private.raise('store.not_found', 404);
  end if;
  begin
    for v_row in
      select i.line_number, i.menu_row, i.menu_row ->> 'type' as type, coalesce(i.menu_row ->> 'ref', '') as ref,
        coalesce(i.menu_row ->> 'name', '') as name, coalesce(i.menu_row ->> 'parent', '') as parent
      from private.menu_input(p_format, coalesce(p_content, '')) i
      -- What others hang on first, wherever it stands in the file.
      order by (v_types -> (i.menu_row ->> 'type') ->> 'rank')::int nulls last, i.line_number
    loop
      v_error := null;
      v_unknown := array(
        select unnest(v_unknown)
        union
        select jsonb_object_keys(v_row.menu_row)
        except
        select unnest(private.menu_header()));
      begin
        v_done := private.import_menu_row(p_store_id, v_row.menu_row, v_refs);
      exception when others then
        get stacked diagnostics v_detail = pg_exception_detail, v_column = column_name, v_constraint = constraint_name;
        v_error := case
          when sqlstate like 'PT%' then jsonb_build_object('key', sqlerrm, 'detail', v_detail::jsonb)
          when sqlstate = '23505' and v_constraint like '%\_sku' then jsonb_build_object('key', 'catalog.sku_taken', 'detail', '{"column": "sku"}'::jsonb)
          when sqlstate like '23%' then jsonb_build_object('key', 'catalog.import_value_invalid', 'detail', jsonb_build_object(
            'column', coalesce(nullif(v_column, ''), private.constraint_column(v_constraint))))
        end;
        -- Anything else is no fault of the row.
        if v_error is null then
          raise;
        end if;
      end;
      v_is_failed := v_is_failed or v_error is not null;
      -- What the file calls by another name than the store does.
      if v_error is null and v_row.ref <> v_done ->> 'id' then
        v_refs := v_refs || jsonb_build_object(
          v_row.type || ':' || case v_row.ref when '' then v_row.parent || '/' || v_row.name else v_row.ref end, v_done -> 'id');
      end if;
      v_rows := v_rows || jsonb_build_object(
        'row', v_row.line_number, 'type', v_row.type, 'name', v_row.name,
        'key', coalesce(nullif(v_row.ref, ''), v_row.name),
        'id', case when v_error is null then v_done -> 'id' end,
        'status', case when v_error is null then v_done ->> 'status' else 'failed' end,
        'errors', case when v_error is null then '[]' else jsonb_build_array(v_error) end);
    end loop;
    if p_is_dry_run or (p_is_all_or_nothing and v_is_failed) then
      raise exception using errcode = 'ZZ001', message = 'undo';
    end if;
  exception when sqlstate 'ZZ001' then
    v_is_applied := false;
  end;
  return (
    select jsonb_build_object(
      'is_applied', v_is_applied,
      'unknown_columns', v_unknown,
      'created', count(*) filter (where r ->> 'status' = 'created'),
      'updated', count(*) filter (where r ->> 'status' = 'updated'),
      'unchanged', count(*) filter (where r ->> 'status' = 'unchanged'),
      'failed', count(*) filter (where r ->> 'status' = 'failed'),
      'rows', coalesce(jsonb_agg(r order by (r ->> 'row')::int), '[]'))
    from unnest(v_rows) r);
end;
$$;
comment on function public.import_menu(uuid, text, text, boolean, boolean) is
  'Adds to and changes a store''s menu from csv or json as export_menu writes it; removes nothing, and columns that are left out stay as they are. A row is known again by its ref, else its sku, else its name where it hangs; parent is a ref of the file, an id, a name, or parent/name. Each row by itself or all or nothing; a dry run only reports. Answers {is_applied, unknown_columns, created, updated, unchanged, failed, rows: [{row, type, name, key, id, status, errors: [{key, detail}]}]}.';

-- 40_promotion/330_fn_preview_promotions.sql
create function private.draft_promotion(p_draft jsonb, p_city_id uuid)
returns public.promotions
language plpgsql
stable
set search_path = ''
as $$
declare
  v_saved public.promotions;
  v_promotion public.promotions;
  v_problem text;
begin
  select * into v_saved from public.promotions where id = (p_draft ->> 'id')::uuid;
  if found then
    perform private.require_promotion_editor(v_saved.id);
  end if;
  v_promotion := jsonb_populate_record(v_saved, jsonb_build_object(
      'id', gen_random_uuid(), 'name', '–', 'translations', '{}'::jsonb, 'conditions', true, 'effect', '{}'::jsonb,
      'tiers', '[]'::jsonb, 'windows', '[]'::jsonb, 'excludes', '[]'::jsonb, 'cost_bearer', 'platform',
      'merchant_share_bps', 0, 'priority', 100, 'is_for_enrolled', false, 'is_enrolment_open', false,
      'enrolment_share_bps', 10000, 'starts_at', now(), 'created_at', now(), 'updated_at', now(), 'version', 0)
    || case when v_saved.id is null then '{}' else to_jsonb(v_saved) end || p_draft || jsonb_build_object('city_id', p_city_id, 'status', 'published'));
  if v_promotion.kind is null or not private.tiers_are_valid(v_promotion.kind, v_promotion.tiers) then
    perform private.raise('promotion.tiers_invalid', 422);
  end if;
  v_problem := private.effect_problem(v_promotion.kind, v_promotion.effect);
  if v_problem is not null then
    perform private.raise('promotion.effect_invalid', 422, jsonb_build_object('field', v_problem));
  end if;
  if not private.windows_are_valid(v_promotion.windows) then
    perform private.raise('promotion.windows_invalid', 422);
  end if;
  perform private.check_json_logic(v_promotion.conditions);
  return v_promotion;
end;
$$;
comment on function private.draft_promotion(jsonb, uuid) is
  'A promotion that is not saved yet, or a saved one with changes, as if it were published; refused as saving would refuse it.';

create function public.preview_promotions(
  p_store_id uuid,
  p_items jsonb,
  p_customer_id uuid default null,
  p_at timestamptz default now(),
  p_draft jsonb default null,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_delivery_fee_cents bigint default 0,
  p_choice jsonb default '{}')
returns jsonb
language plpgsql
stable
security definer -- evaluates promotions, whose counters are private
set search_path = ''
as $$
declare
  v_store public.stores;
  v_lines jsonb;
begin
  select * into v_store from public.stores where id = p_store_id;
  -- What a customer has bought is nothing that a store may ask for.
  if not private.is_ops() then
    perform private.require_store_staff(p_store_id, '{manager}');
    if p_customer_id is not null then
      perform private.raise('identity.not_allowed', 403);
    end if;
  end if;
  if v_store.id is null then
    perform private.raise('store.not_found', 404);
  end if;
  v_lines := private.price_lines(p_store_id, p_items, p_fulfillment_type, p_at);
  return private.evaluate_promotions(
      v_store, p_customer_id, v_lines, p_delivery_fee_cents, p_fulfillment_type, p_at, coalesce(p_choice, '{}'), true,
      case when p_draft is not null then private.draft_promotion(p_draft, v_store.city_id) end)
    || jsonb_build_object('lines', v_lines);
end;
$$;
comment on function public.preview_promotions(
  uuid, jsonb, uuid, timestamptz, jsonb, public.fulfillment_type, bigint, jsonb) is
  'Dry run of a cart at a store and time, for ops and its manager: {lines, adjustments, explanations, discount_cents}; explanations name of each promotion, and of the draft, the reason why it does not apply. Only ops may name a customer.';

-- 50_order/330_fn_list_orders.sql
create function public.list_orders(
  p_store_id uuid default null,
  p_city_id uuid default null,
  p_statuses public.order_status[] default null,
  p_query text default null,
  p_from timestamptz default null,
  p_to timestamptz default null,
  p_before jsonb default null,
  p_limit int default 20)
returns jsonb
language plpgsql
stable
security definer -- checks who asks and then reads by index, without a policy for every row
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_query text := nullif(trim(p_query), '');
  v_limit int := least(greatest(coalesce(p_limit, 20), 1), 100);
  v_keys text := '(select) k';
  v_where text;
  v_rows jsonb;
begin
  -- Each filter has an index that ends in (created_at, id); the statement names just the columns of one of them.
  if p_store_id is not null then
    if not exists (select 1 from private.my_store_ids() id where id = p_store_id) then
      perform private.require_ops();
    end if;
    v_where := 'o.store_id = $1 and o.placed_at is not null';
  elsif p_city_id is not null or private.is_ops() then
    perform private.require_ops();
    v_keys := v_keys || ' cross join (select c.id from public.cities c where $2 is null or c.id = $2) city';
    v_where := 'o.city_id = city.id';
  else
    v_where := 'o.customer_id = $10';
  end if;
  if p_statuses is not null then
    v_keys := v_keys || ' cross join (select distinct unnest($3) as status) state';
    v_where := v_where || ' and o.status = state.status';
  end if;
  if v_query is not null then
    if v_query !~ '^\d{4,20}$' then
      perform private.raise('order.query_invalid', 400);
    end if;
    v_keys := v_keys || ' cross join private.find_order_ids($4) hit (id)';
    v_where := v_where || ' and o.id = hit.id';
  end if;
  if p_from is not null then
    v_where := v_where || ' and o.created_at >= $5';
  end if;
  if p_to is not null then
    v_where := v_where || ' and o.created_at < $6';
  end if;
  if p_before is not null then
    v_where := v_where || ' and (o.created_at, o.id) < ($7, $8)';
  end if;
  execute format(
    $sql$
    select coalesce(jsonb_agg(private.order_row(page) order by page.created_at desc, page.id desc), '[]')
    from (
      select found.*
      from %1$s
      cross join lateral (
        select o.* from public.orders o where %2$s order by o.created_at desc, o.id desc limit $9
      ) found
      order by found.created_at desc, found.id desc
      limit $9
    ) page
    $sql$, v_keys, v_where)
  into v_rows
  using p_store_id, p_city_id, p_statuses, v_query, p_from, p_to,
    (p_before ->> 'created_at')::timestamptz, (p_before ->> 'id')::uuid, v_limit, v_user_id;
  return jsonb_build_object(
    'orders', v_rows,
    'next', case when jsonb_array_length(v_rows) = v_limit then jsonb_build_object(
      'created_at', v_rows #> array[(v_limit - 1)::text, 'created_at'], 'id', v_rows #> array[(v_limit - 1)::text, 'id']) end);
end;
$$;
comment on function public.list_orders(uuid, uuid, public.order_status[], text, timestamptz, timestamptz, jsonb, int) is
  'A page of orders, newest first: of a store for its staff, of a city or all for ops, else the caller''s own. p_query: last digits of the number or of the phone. p_before: the "next" of the page before.';

-- 80_dispatch/330_fn_override_delivery.sql
create function public.override_delivery(p_delivery_id uuid, p_change jsonb, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('override_delivery', p_idempotency_key, v_user_id, p_delivery_id);
  v_delivery public.deliveries;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_delivery from public.deliveries where id = p_delivery_id for update;
  if not found then
    perform private.raise('delivery.not_found', 404);
  end if;
  if v_delivery.status not in ('unassigned', 'offered') then
    perform private.raise('delivery.transition_refused', 409,
      jsonb_build_object('status', v_delivery.status, 'command', 'override', 'actor', 'ops'));
  end if;
  if p_change ->> 'pinned_rider_id' is not null and not exists (
    select 1 from public.riders r
    where r.id = (p_change ->> 'pinned_rider_id')::uuid and r.city_id = v_delivery.city_id and r.is_active)
  then
    perform private.raise('dispatch.rider_not_available', 409);
  end if;
  insert into private.dispatch_exclusions (delivery_id, rider_id, reason)
  select p_delivery_id, r.id, 'ops'
  from jsonb_array_elements_text(coalesce(p_change -> 'exclude_rider_ids', '[]')) x
  join public.riders r on r.id = x::uuid
  on conflict do nothing;
  delete from private.dispatch_exclusions
  where delivery_id = p_delivery_id and rider_id in (
    select x::uuid from jsonb_array_elements_text(
      coalesce(p_change -> 'include_rider_ids', '[]') || coalesce(p_change -> 'pinned_rider_id', '[]')) x
    where x is not null);
  update public.deliveries
  set pinned_rider_id = case when p_change ? 'pinned_rider_id'
        then (p_change ->> 'pinned_rider_id')::uuid else pinned_rider_id end,
      needs = case when p_change ? 'needs'
        then array(select jsonb_array_elements_text(p_change -> 'needs')) else needs end,
      updated_at = now()
  where id = p_delivery_id
  returning * into v_delivery;
  -- An open offer that no longer fits is taken back.
  perform private.expire_offer(o.id, 'withdrawn')
  from public.dispatch_offers o
  where o.delivery_id = p_delivery_id and o.status = 'offered'
    and (o.rider_id <> v_delivery.pinned_rider_id or exists (
      select 1 from private.dispatch_exclusions x where x.delivery_id = p_delivery_id and x.rider_id = o.rider_id));
  insert into public.delivery_events (
    delivery_id, command, from_status, to_status, actor, actor_id, rider_id, detail)
  select id, 'override', status, status, 'ops', v_user_id, pinned_rider_id, p_change
  from public.deliveries where id = p_delivery_id;
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  return private.finish_command('override_delivery', p_idempotency_key, v_user_id, (
    select jsonb_build_object('id', d.id, 'status', d.status, 'pinned_rider_id', d.pinned_rider_id, 'needs', d.needs,
      'excluded_rider_ids', (
        select coalesce(jsonb_agg(x.rider_id), '[]') from private.dispatch_exclusions x where x.delivery_id = d.id))
    from public.deliveries d where d.id = p_delivery_id));
end;
$$;
comment on function public.override_delivery(uuid, jsonb, text) is
  'Ops bind the engine for a task without a rider: {pinned_rider_id: id|null, exclude_rider_ids, include_rider_ids, needs}; what is not named stays.';

-- 88_screen/330_fn_set_custom_values.sql
create function private.check_custom_value()
returns trigger
language plpgsql
security definer -- the writer may not see the field's row when it is retired
set search_path = ''
as $$
declare
  v_field public.custom_fields;
  v_fault text;
begin
  select * into v_field from public.custom_fields where resource = new.resource and key = new.key;
  v_fault := private.json_schema_errors(v_field.schema, new.value) #>> '{0,key}';
  if v_fault is not null or not v_field.is_active then
    perform private.raise('screen.value_invalid', 422,
      jsonb_build_object('name', new.key, 'fault', coalesce(v_fault, 'retired')));
  end if;
  new.updated_at := now();
  new.updated_by := auth.uid();
  return new;
end;
$$;

create function public.set_custom_values(p_resource text, p_row_id text, p_values jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_missing text;
begin
  perform private.require_user();
  if jsonb_typeof(p_values) is distinct from 'object' then
    perform private.raise('screen.value_invalid', 422, jsonb_build_object('name', '', 'fault', 'type'));
  end if;
  select f.key into v_missing
  from public.custom_fields f
  where f.resource = p_resource and f.is_active and f.is_required and p_values ? f.key
    and coalesce(p_values -> f.key, 'null') in ('null', '""', '[]');
  if v_missing is not null then
    perform private.raise('screen.value_required', 422, jsonb_build_object('name', v_missing));
  end if;
  delete from public.custom_values v
  using jsonb_each(p_values) given
  where v.resource = p_resource and v.row_id = p_row_id and v.key = given.key and given.value = 'null';
  insert into public.custom_values (resource, row_id, key, value)
  select p_resource, p_row_id, given.key, given.value from jsonb_each(p_values) given where given.value <> 'null'
  on conflict (resource, row_id, key) do update set value = excluded.value;
exception
  when foreign_key_violation then
    perform private.raise('screen.field_not_found', 404);
end;
$$;
comment on function public.set_custom_values(text, text, jsonb) is
  'Writes custom fields of one row, {key: value}; null clears one, what is not named stays. Allowed to whoever may change the row itself.';

-- 30_catalog/340_fn_review_product.sql
create function private.needs_review(p_category_id uuid, p_store_id uuid)
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(bool_or(c.is_review_required), false)
  from private.category_ancestry(coalesce(p_category_id, (select s.category_id from public.stores s where s.id = p_store_id))) c;
$$;
comment on function private.needs_review(uuid, uuid) is 'Whether ops read a product of this category before it is shown.';

create function private.guard_product_status()
returns trigger
language plpgsql
security definer -- what the category asks need not be visible to the writer
set search_path = ''
as $$
begin
  -- Loads and ops decide themselves; a store's people go through review where there is one.
  if auth.uid() is null or private.has_ops_role('operations') or not private.needs_review(new.category_id, new.store_id) then
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.status := 'draft';
  elsif new.status = old.status and old.status <> 'draft' then
    new.status := case old.status when 'refused' then 'draft' else 'in_review' end::public.product_status;
  end if;
  return new;
end;
$$;
comment on function private.guard_product_status() is 'What a store changes in words, pictures or attributes of a reviewed product is reviewed again.';

create function private.log_product_review()
returns trigger
language plpgsql
security definer -- the log is written by this function only
set search_path = ''
as $$
begin
  insert into public.product_reviews (product_id, store_id, from_status, to_status, note, actor_id)
  values (new.id, new.store_id, old.status, new.status, new.review_note, auth.uid());
  perform private.broadcast('store:' || new.store_id, 'product.reviewed',
    jsonb_build_object('product_id', new.id, 'status', new.status));
  return null;
end;
$$;

create function public.submit_product(p_product_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- the review state changes by commands only
set search_path = ''
as $$
declare
  v_product public.products;
  v_user_id uuid;
  v_answer jsonb;
begin
  select * into v_product from public.products where id = p_product_id for update;
  if not found then
    perform private.raise('catalog.product_not_found', 404);
  end if;
  v_user_id := private.require_store_staff(v_product.store_id, '{manager}');
  v_answer := private.begin_command('submit_product', p_idempotency_key, v_user_id, p_product_id);
  if v_answer is not null then
    return v_answer;
  end if;
  if v_product.status not in ('draft', 'refused') then
    perform private.raise('catalog.review_refused', 409, jsonb_build_object('status', v_product.status));
  end if;
  update public.products
  set status = case when private.needs_review(category_id, store_id) then 'in_review' else 'published' end::public.product_status,
      review_note = ''
  where id = p_product_id
  returning * into v_product;
  return private.finish_command('submit_product', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_product.id, 'status', v_product.status));
end;
$$;
comment on function public.submit_product(uuid, text) is
  'A store hands a draft or refused product in for review; where no review is asked it is published at once.';

create function public.review_product(p_product_id uuid, p_idempotency_key text, p_is_approved boolean, p_note text default '')
returns jsonb
language plpgsql
security definer -- the review state changes by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('review_product', p_idempotency_key, v_user_id, p_product_id);
  v_product public.products;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_product from public.products where id = p_product_id for update;
  if not found then
    perform private.raise('catalog.product_not_found', 404);
  end if;
  -- A product that is already shown can still be taken down.
  if not (v_product.status = 'in_review' or (v_product.status = 'published' and p_is_approved is false)) then
    perform private.raise('catalog.review_refused', 409, jsonb_build_object('status', v_product.status));
  end if;
  if p_is_approved is not true and coalesce(trim(p_note), '') = '' then
    perform private.raise('catalog.review_note_required', 422);
  end if;
  update public.products
  set status = case when p_is_approved then 'published' else 'refused' end::public.product_status,
      review_note = left(trim(coalesce(p_note, '')), 500)
  where id = p_product_id
  returning * into v_product;
  return private.finish_command('review_product', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_product.id, 'status', v_product.status));
end;
$$;
comment on function public.review_product(uuid, text, boolean, text) is
  'Ops publish or refuse a product that is in review, or take one down; a refusal says why.';

-- 40_promotion/340_fn_simulate_promotion.sql
create function private.promotion_cost_of_order(p_promotion public.promotions, p_order public.orders)
returns bigint
language plpgsql
stable
set search_path = ''
as $$
declare
  v_store public.stores;
  v_lines jsonb;
  v_cents bigint[];
  v_value bigint;
begin
  select * into v_store from public.stores where id = p_order.store_id;
  select coalesce(jsonb_agg(to_jsonb(i) order by i.line_number), '[]'), array_agg(i.total_cents order by i.line_number)
  into v_lines, v_cents
  from public.order_items i where i.order_id = p_order.id;
  if not private.is_in_windows(p_promotion.windows, (
      select p_order.created_at at time zone c.timezone from public.cities c where c.id = p_order.city_id))
    or (p_promotion.conditions <> 'true' and not private.js_truthy(private.json_logic(p_promotion.conditions,
      private.promotion_data(v_store, p_order.customer_id, v_lines, p_order.delivery_fee_cents,
        p_order.fulfillment_type, p_order.created_at))))
  then
    return 0;
  end if;
  if p_promotion.kind in ('item_discount', 'flash_sale') then
    select sum(private.unit_saving_cents(p_promotion, l)
      * least((l ->> 'quantity')::int, (p_promotion.effect ->> 'max_quantity')::int)) into v_value
    from jsonb_array_elements(v_lines) l;
    return least(coalesce(v_value, 0), (p_promotion.effect ->> 'max_discount_cents')::bigint);
  elsif p_promotion.kind = 'points' then
    return trunc(p_order.subtotal_cents * (p_promotion.effect ->> 'earn_bps')::int / 10000.0);
  end if;
  return private.order_saving_cents(p_promotion, v_lines, v_cents, p_order.subtotal_cents, p_order.delivery_fee_cents);
end;
$$;
comment on function private.promotion_cost_of_order(public.promotions, public.orders) is
  'What a promotion alone would have cost on a past order, by its conditions, times and effect.';

create function public.simulate_promotion(p_promotion jsonb, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql
stable
security definer -- reads orders of the whole city for ops, of the own store for its manager
set search_path = ''
as $$
declare
  v_store_id uuid := (p_promotion ->> 'store_id')::uuid;
  v_city_id uuid := coalesce((select city_id from public.stores where id = v_store_id), (p_promotion ->> 'city_id')::uuid);
  v_promotion public.promotions;
  v_share int;
  v_answer jsonb;
begin
  if not private.is_ops() then
    perform private.require_store_staff(v_store_id, '{manager}');
  end if;
  v_promotion := private.draft_promotion(p_promotion, v_city_id);
  v_share := case v_promotion.cost_bearer when 'merchant' then 10000 when 'shared' then v_promotion.merchant_share_bps else 0 end;
  with past as (
    select o as placed from public.orders o
    where o.city_id = v_city_id and o.created_at >= p_from and o.created_at < p_to
      and (v_promotion.store_id is null or o.store_id = v_promotion.store_id)
      and (not v_promotion.is_for_enrolled or o.store_id in (
        select e.store_id from public.campaign_enrolments e where e.promotion_id = v_promotion.id))
      and o.status not in ('draft', 'pending_payment', 'cancelled', 'rejected', 'expired')
    order by o.created_at
    limit 5000
  ),
  costs as (
    select (p.placed).id, (p.placed).customer_id, (p.placed).created_at, (p.placed).subtotal_cents,
      private.promotion_cost_of_order(v_promotion, p.placed) as cents
    from past p
  ),
  running as (
    select c.*, sum(c.cents) over (order by c.created_at, c.id) as total,
      count(*) filter (where c.cents > 0) over (order by c.created_at, c.id) as uses,
      count(*) filter (where c.cents > 0) over (partition by c.customer_id order by c.created_at, c.id) as nth
    from costs c
  )
  select jsonb_build_object(
    'order_count', count(*), 'applied_count', count(*) filter (where r.counts),
    'cost_cents', coalesce(sum(r.cents) filter (where r.counts), 0),
    'merchant_cents', coalesce(sum(round(r.cents * v_share / 10000.0)) filter (where r.counts), 0)::bigint,
    'subtotal_cents', coalesce(sum(r.subtotal_cents) filter (where r.counts), 0),
    'is_budget_reached', coalesce(bool_or(r.total > v_promotion.budget_cents), false),
    'is_sample', count(*) = 5000)
  into v_answer
  from (
    select r.*, r.cents > 0 and (v_promotion.budget_cents is null or r.total <= v_promotion.budget_cents)
      and (v_promotion.usage_cap is null or r.uses <= v_promotion.usage_cap)
      and (v_promotion.customer_cap is null or r.nth <= v_promotion.customer_cap) as counts
    from running r
  ) r;
  return v_answer;
end;
$$;
comment on function public.simulate_promotion(jsonb, timestamptz, timestamptz) is
  'What a promotion would have cost on the orders of a past time (the first 5000): {order_count, applied_count, cost_cents, merchant_cents, subtotal_cents, is_budget_reached, is_sample}. For ops, or the manager of its store.';

-- 80_dispatch/340_fn_incident_mode.sql
create function public.start_incident_mode(p_zone_id uuid, p_kind text, p_minutes int, p_change jsonb, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('start_incident_mode', p_idempotency_key, v_user_id, p_zone_id);
  v_mode public.incident_modes;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not exists (select 1 from public.zones where id = p_zone_id) then
    perform private.raise('dispatch.zone_not_found', 404);
  end if;
  update public.incident_modes set ended_at = now()
  where zone_id = p_zone_id and ended_at is null and starts_at < now() and ends_at > now();
  begin
    insert into public.incident_modes (
      zone_id, kind, ends_at, travel_factor, extra_promise_minutes, extra_in_hand, radius_factor, note, created_by)
    values (p_zone_id, p_kind, now() + make_interval(mins => p_minutes),
      coalesce((p_change ->> 'travel_factor')::numeric, 1), coalesce((p_change ->> 'extra_promise_minutes')::int, 0),
      coalesce((p_change ->> 'extra_in_hand')::int, 0), coalesce((p_change ->> 'radius_factor')::numeric, 1),
      coalesce(p_change ->> 'note', ''), v_user_id)
    returning * into v_mode;
  exception when check_violation or not_null_violation or invalid_text_representation then
    perform private.raise('dispatch.parameter_invalid', 422, jsonb_build_object('detail', sqlerrm));
  end;
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', p_zone_id));
  return private.finish_command('start_incident_mode', p_idempotency_key, v_user_id, to_jsonb(v_mode));
end;
$$;
comment on function public.start_incident_mode(uuid, text, int, jsonb, text) is
  'Ops switch a zone to rain, shortage, road_closed or event for so many minutes: {travel_factor, extra_promise_minutes, extra_in_hand, radius_factor, note}. Replaces the mode that holds; ends by itself.';

create function public.end_incident_mode(p_mode_id uuid)
returns void
language plpgsql
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations', 'support');
  update public.incident_modes set ended_at = now() where id = p_mode_id and ended_at is null and ends_at > now();
end;
$$;
comment on function public.end_incident_mode(uuid) is 'Ops end an incident mode before its time; one that is over stays as it was.';

-- 30_catalog/400_fn_csv.sql
create function private.parse_csv(p_content text)
returns table (line_number int, cells text[])
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_content text := ltrim(p_content, U&'\FEFF');
  v_cells text[];
  v_ends text[];
begin
  if v_content !~ '[\r\n]$' then
    v_content := v_content || E'\n';
  end if;
  select array_agg(m.parts[1] order by m.n), array_agg(m.parts[2] order by m.n) into v_cells, v_ends
  from regexp_matches(v_content, '("(?:[^"]|"")*"|[^",\r\n][^,\r\n]*|)(,|\r\n|\n|\r)', 'g') with ordinality as m (parts, n);
  -- A cell that goes on after its closing quote leaves text that no cell took.
  if length(array_to_string(v_cells, '') || array_to_string(v_ends, '')) <> length(v_content) then
    perform private.raise('catalog.csv_invalid', 422);
  end if;
  return query
  select p.line::int, array_agg(
    case when p.cell like '"%' then replace(substr(p.cell, 2, length(p.cell) - 2), '""', '"') else p.cell end order by p.n)
  from (
    select c.cell, c.n, 1 + coalesce(sum(case c.ending when ',' then 0 else 1 end)
      over (order by c.n rows between unbounded preceding and 1 preceding), 0) as line
    from unnest(v_cells, v_ends) with ordinality as c (cell, ending, n)
  ) p
  group by p.line
  order by p.line;
end;
$$;
comment on function private.parse_csv(text) is
  'Lines of a CSV text (RFC 4180; any line end, with or without a byte order mark): quoted cells may hold commas, quotes and line ends.';

create function private.csv_cell(p_value text)
returns text
language sql
immutable
set search_path = ''
as $$
  -- A spreadsheet would run a cell that begins like a formula; the apostrophe says that it is text.
  select case when g.value ~ '[",\r\n]|^\s|\s$' then '"' || replace(g.value, '"', '""') || '"' else g.value end
  from (select case when p_value ~ '^[=+@\t\r''-]' then '''' || p_value else coalesce(p_value, '') end as value) g;
$$;
comment on function private.csv_cell(text) is 'A value as a CSV cell: quoted where needed, and guarded so that no spreadsheet takes it for a formula.';

create function private.csv_value(p_cell text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when p_cell ~ '^''[=+@\t\r''-]' then substr(p_cell, 2) else p_cell end;
$$;
comment on function private.csv_value(text) is 'The value of a cell that csv_cell may have guarded.';

-- 80_dispatch/400_fn_get_ops_map.sql
create function public.get_ops_map(p_city_id uuid)
returns jsonb
language plpgsql
stable
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops();
  return jsonb_build_object(
    'city', (
      select jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'translations', c.translations,
        'lon', c.lon, 'lat', c.lat, 'attribution', c.attribution, 'currency', c.currency, 'timezone', c.timezone)
      from public.cities c where c.id = p_city_id),
    'zones', (
      select coalesce(jsonb_agg(jsonb_build_object('id', z.id, 'name', z.name, 'translations', z.translations,
        'area', extensions.st_asgeojson(z.area, 6)::jsonb)), '[]')
      from public.zones z where z.city_id = p_city_id and z.is_active),
    'riders', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'display_name', r.display_name, 'status', r.status,
        'lon', r.lon, 'lat', r.lat, 'heading', r.heading, 'position_at', r.position_at, 'zone_id', r.zone_id,
        'in_hand', (select count(*) from public.deliveries d where d.rider_id = r.id
          and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')))), '[]')
      from public.riders r where r.city_id = p_city_id and r.status = 'online' and r.lon is not null),
    'orders', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', o.id, 'number', o.number, 'status', o.status, 'total_cents', o.total_cents, 'currency', o.currency,
        'placed_at', o.placed_at, 'dropoff_expected_at', o.dropoff_expected_at,
        'store', jsonb_build_object('id', s.id, 'name', s.name, 'translations', s.translations, 'lon', s.lon, 'lat', s.lat),
        'dropoff', case when k.lon is not null then jsonb_build_object('lon', k.lon, 'lat', k.lat) end,
        'delivery', (
          select jsonb_build_object('id', d.id, 'status', d.status, 'rider_id', d.rider_id,
            'why', (select f.explanation from public.dispatch_offers f where f.delivery_id = d.id
              order by f.created_at desc limit 1))
          from public.deliveries d where d.order_id = o.id)) order by o.placed_at desc), '[]')
      from public.orders o
      join public.stores s on s.id = o.store_id
      left join private.order_contacts k on k.order_id = o.id
      where o.city_id = p_city_id
        and o.status in ('placed', 'accepted', 'preparing', 'ready', 'in_delivery', 'awaiting_pickup')));
end;
$$;
comment on function public.get_ops_map(uuid) is 'The live map of a city in one answer: zones, online riders, open orders with their deliveries and why a rider was chosen. For ops.';

-- 88_screen/400_fn_custom_column.sql
create function private.custom_column_sql(p_column jsonb)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  v_name text := p_column ->> 'name';
  v_type text := p_column ->> 'type';
  v_target text := p_column ->> 'references';
  v_max int := coalesce((p_column ->> 'max_length')::int, case v_type when 'long_text' then 4000 else 200 end);
  v_sql text;
begin
  if v_name is null or v_name !~ '^[a-z][a-z0-9_]{0,39}$'
    or v_name in ('id', 'created_at', 'updated_at', 'created_by', 'store_id', 'oid', 'ctid', 'xmin', 'xmax', 'cmin', 'cmax', 'tableoid') then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'name'));
  end if;
  -- A name tells its kind everywhere in the back office.
  if v_type = 'money' and v_name !~ '_cents$' or v_type <> 'money' and v_name ~ '_cents$'
    or v_type = 'image' and v_name !~ '_path$' or v_type = 'reference' and v_name !~ '_id$' then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'suffix'));
  end if;
  if v_type in ('text', 'long_text') and v_max not between 1 and 10000 then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'max_length'));
  end if;
  if v_type = 'choice' and (jsonb_typeof(p_column -> 'choices') is distinct from 'array'
    or jsonb_array_length(p_column -> 'choices') not between 1 and 50
    or exists (select 1 from jsonb_array_elements_text(p_column -> 'choices') c where c !~ '^[a-z][a-z0-9_]{0,39}$')) then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'choices'));
  end if;
  -- Working rows come and go by the thousand; nothing lasting can hang on them.
  if v_type = 'reference' and (private.row_filter(v_target) is null
    or v_target ~ '^(quotes|audit_log|notifications|workflow_failures)$|^dispatch_') then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'references'));
  end if;
  v_sql := case v_type
    when 'text' then format('text check (length(%I) <= %s)', v_name, v_max)
    when 'long_text' then format('text check (length(%I) <= %s)', v_name, v_max)
    when 'integer' then 'int'
    when 'decimal' then 'numeric(16, 4)'
    when 'money' then format('bigint check (%I >= 0)', v_name)
    when 'boolean' then 'boolean'
    when 'date' then 'date'
    when 'datetime' then 'timestamptz'
    when 'image' then 'text'
    when 'translations' then 'jsonb'
    when 'choice' then format('text check (%I in (%s))', v_name, (
      select string_agg(quote_literal(c), ', ') from jsonb_array_elements_text(p_column -> 'choices') c))
    -- Goes with its row, or forgets it: whoever may delete that is never held up by a table of ops.
    when 'reference' then (
      select format('%s references public.%I on delete %s', format_type(a.atttypid, a.atttypmod), c.relname,
        case when (p_column ->> 'is_required')::boolean then 'cascade' else 'set null' end)
      from pg_catalog.pg_class c
      join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where c.relnamespace = 'public'::regnamespace and c.relname = v_target) end;
  if v_sql is null then
    perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_name, 'fault', 'type'));
  end if;
  return format('%I %s', v_name, v_sql)
    || case when coalesce((p_column ->> 'is_required')::boolean, false) then ' not null' else '' end
    || case v_type when 'boolean' then ' default false' when 'translations' then ' default ''{}''' else '' end
    || case when coalesce((p_column ->> 'is_unique')::boolean, false) then ' unique' else '' end;
end;
$$;
comment on function private.custom_column_sql(jsonb) is
  'One column of a custom resource as checked SQL: {name, type, is_required, is_unique, max_length, choices, references}. Every name is quoted, every type is one of a list.';

-- 88_screen/410_fn_custom_resource.sql
create function private.protect_custom_resource(p_name text, p_template public.resource_template, p_columns text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_ops text := '(select private.is_ops())';
  v_keeper text := '(select private.has_ops_role(''operations''))';
  v_read text := case p_template
    when 'ops_only' then v_ops
    when 'public_read' then 'true'
    else 'store_id in (select private.my_store_ids()) or ' || v_ops end;
  v_write text := case p_template
    when 'store_owned' then 'store_id in (select private.my_store_ids(''{manager}'')) or ' || v_keeper
    else v_keeper end;
begin
  execute format('alter table public.%I enable row level security', p_name);
  execute format('create policy select_by_template on public.%I for select to %s using (%s)', p_name,
    case p_template when 'public_read' then 'anon, authenticated' else 'authenticated' end, v_read);
  execute format('create policy insert_by_template on public.%I for insert to authenticated with check (%s)', p_name, v_write);
  execute format('create policy update_by_template on public.%I for update to authenticated using (%s) with check (%s)', p_name, v_write, v_write);
  execute format('create policy delete_by_template on public.%I for delete to authenticated using (%s)', p_name, v_write);
  execute format('grant select on public.%I to %s', p_name, case p_template when 'public_read' then 'anon, authenticated' else 'authenticated' end);
  execute format('grant insert (%s), update (%s), delete on public.%I to authenticated', p_columns, p_columns, p_name);
end;
$$;
comment on function private.protect_custom_resource(text, public.resource_template, text) is 'Policies and grants of a custom resource by its template.';

create function public.create_custom_resource(
  p_name text, p_template public.resource_template, p_columns jsonb, p_labels jsonb default '{}', p_comment text default '')
returns jsonb
language plpgsql
security definer -- makes a table; everything that goes into the statement is checked or quoted
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('admin');
  v_column jsonb;
  v_lines text[] := '{}'::text[];
  v_written text[] := '{}'::text[];
begin
  if p_name is null or p_name !~ '^x_[a-z][a-z0-9_]{1,38}$' then
    perform private.raise('screen.name_invalid', 422, jsonb_build_object('name', p_name));
  end if;
  if jsonb_typeof(p_columns) is distinct from 'array' or jsonb_array_length(p_columns) not between 1 and 30 then
    perform private.raise('screen.columns_invalid', 422, jsonb_build_object('max', 30));
  end if;
  perform pg_advisory_xact_lock(hashtext('custom resources'));
  if (select count(*) from public.custom_resources) >= 50 then
    perform private.raise('screen.too_many_resources', 422, jsonb_build_object('max', 50));
  end if;
  if to_regclass(format('public.%I', p_name)) is not null then
    perform private.raise('screen.name_taken', 409, jsonb_build_object('name', p_name));
  end if;
  for v_column in select jsonb_array_elements(p_columns) loop
    v_lines := v_lines || private.custom_column_sql(v_column);
    if quote_ident(v_column ->> 'name') = any (v_written) then
      perform private.raise('screen.column_invalid', 422, jsonb_build_object('name', v_column ->> 'name', 'fault', 'repeated'));
    end if;
    v_written := v_written || quote_ident(v_column ->> 'name');
  end loop;
  if p_template = 'store_owned' then
    v_lines := 'store_id uuid not null references public.stores on delete cascade'::text || v_lines;
    v_written := 'store_id'::text || v_written;
  end if;
  execute format(
    'create table public.%I (id uuid primary key default gen_random_uuid(), %s, '
    'created_by uuid default auth.uid() references auth.users on delete set null, '
    'created_at timestamptz not null default now(), updated_at timestamptz not null default now())',
    p_name, array_to_string(v_lines, ', '));
  execute format('comment on table public.%I is %L', p_name, left(coalesce(p_comment, ''), 500));
  execute format('create index on public.%I (created_by)', p_name);
  if p_template = 'store_owned' then
    execute format('create index on public.%I (store_id)', p_name);
  end if;
  for v_column in select jsonb_array_elements(p_columns) loop
    if v_column ->> 'type' = 'reference' then
      execute format('create index on public.%I (%I)', p_name, v_column ->> 'name');
    end if;
    if coalesce(v_column ->> 'comment', '') <> '' then
      execute format('comment on column public.%I.%I is %L', p_name, v_column ->> 'name', left(v_column ->> 'comment', 500));
    end if;
  end loop;
  execute format('create trigger touch_updated_at before update on public.%I for each row execute function private.touch_updated_at()', p_name);
  perform private.protect_custom_resource(p_name, p_template, array_to_string(v_written, ', '));
  perform private.audit_table(format('public.%I', p_name)::regclass);
  insert into public.custom_resources (name, template, columns, labels, created_by)
  values (p_name, p_template, p_columns, p_labels, v_user_id);
  notify pgrst, 'reload schema';
  return jsonb_build_object('name', p_name);
end;
$$;
comment on function public.create_custom_resource(text, public.resource_template, jsonb, jsonb, text) is
  'Makes a table of ops'' own from a checked template, with key, times, policies, grants, indexes and audit. For admins. Columns as in private.custom_column_sql.';

create function public.drop_custom_resource(p_name text)
returns void
language plpgsql
security definer -- drops a table that this domain made
set search_path = ''
as $$
declare
  v_is_used boolean;
begin
  perform private.require_ops_role('admin');
  perform 1 from public.custom_resources where name = p_name for update;
  if not found then
    perform private.raise('screen.resource_not_found', 404);
  end if;
  -- Nobody adds a row between the look and the drop.
  execute format('lock table public.%I in access exclusive mode', p_name);
  execute format('select exists (select from public.%I)', p_name) into v_is_used;
  if v_is_used or exists (
    select 1 from pg_catalog.pg_constraint
    where contype = 'f' and confrelid = format('public.%I', p_name)::regclass and conrelid <> confrelid) then
    perform private.raise('screen.resource_in_use', 409, jsonb_build_object('name', p_name));
  end if;
  execute format('drop table public.%I', p_name);
  delete from public.custom_resources where name = p_name;
  delete from public.custom_fields where resource = p_name;
  delete from public.screen_definitions where resource = p_name;
  notify pgrst, 'reload schema';
end;
$$;
comment on function public.drop_custom_resource(text) is 'Removes a custom resource with its screen, only while it has no rows and nothing refers to it. For admins.';

-- 00_platform/800_access.sql
alter table public.settings enable row level security;
alter table public.reason_codes enable row level security;
alter table public.workflow_failures enable row level security;
alter table private.idempotency_keys enable row level security;
alter table private.outbox_messages enable row level security;

grant select on public.settings to authenticated;
grant update (value) on public.settings to authenticated;
grant select on public.reason_codes to anon, authenticated;
grant insert, update, delete on public.reason_codes to authenticated;
grant select on public.workflow_failures to authenticated;
grant select on public.settings, public.reason_codes, public.workflow_failures to service_role;

create policy select_ops on public.settings for select to authenticated using ((select private.is_ops()));
create policy update_ops on public.settings for update to authenticated
  using ((select private.has_ops_role('admin'))) with check ((select private.has_ops_role('admin')));

create policy select_all on public.reason_codes for select to anon, authenticated using (true);
create policy insert_ops on public.reason_codes for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.reason_codes for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
-- What timeouts name must stay.
create policy delete_ops on public.reason_codes for delete to authenticated
  using (actor <> 'system' and (select private.has_ops_role('operations')));

create policy select_ops on public.workflow_failures for select to authenticated using ((select private.is_ops()));

grant execute on function private.raise(text, int, jsonb) to anon, authenticated, service_role;
grant execute on function public.claim_outbox_messages(int, int) to service_role;
grant execute on function public.finish_outbox_message(uuid, text) to service_role;
grant execute on function public.record_workflow_failure(text, text, text) to service_role;

-- 05_map/800_access.sql
alter table public.cities enable row level security;
alter table public.zones enable row level security;
alter table public.city_conditions enable row level security;
alter table private.road_nodes enable row level security;
alter table private.road_edges enable row level security;
alter table private.map_areas enable row level security;
alter table private.map_places enable row level security;

grant select on public.cities, public.zones to anon, authenticated, service_role;
grant select on public.city_conditions to anon, authenticated, service_role;
grant update (name, translations, is_active) on public.cities to authenticated;
grant update (name, translations, offer_timeout_seconds, max_in_hand, radius_meters,
  rider_base_pay_cents, rider_pay_per_km_cents, is_active) on public.zones to authenticated;

create policy select_active on public.cities for select to anon, authenticated
  using (is_active or (select private.is_ops()));
create policy update_ops on public.cities for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));

create policy select_all on public.city_conditions for select to anon, authenticated using (true);

create policy select_active on public.zones for select to anon, authenticated
  using (is_active or (select private.is_ops()));
create policy update_ops on public.zones for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));

grant execute on function public.map_tile(int, int, int) to anon, authenticated, service_role;
grant execute on function
  public.find_route(uuid, double precision, double precision, double precision, double precision)
  to authenticated, service_role;

grant execute on function public.set_city_condition(uuid, text, timestamptz, timestamptz, text) to authenticated, service_role;

-- 10_identity/800_access.sql
alter table public.profiles enable row level security;
alter table public.ops_members enable row level security;
alter table public.addresses enable row level security;

-- Policies call these as the reader.
grant execute on function private.is_ops() to anon, authenticated, service_role;
grant execute on function private.has_ops_role(public.ops_role[]) to anon, authenticated, service_role;
grant execute on function private.require_user() to authenticated;

grant select on public.profiles to authenticated, service_role;
grant update (display_name, locale, avatar_path) on public.profiles to authenticated;
create policy select_own on public.profiles for select to authenticated
  using (id = (select auth.uid()) or (select private.is_ops()));
create policy update_own on public.profiles for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));

grant select on public.ops_members to authenticated;
grant select, insert, update, delete on public.ops_members to service_role;
create policy select_ops on public.ops_members for select to authenticated using ((select private.is_ops()));

grant select, delete on public.addresses to authenticated;
grant insert (label, contact_name, contact_phone, street, detail, lon, lat, is_default) on public.addresses to authenticated;
grant update (label, contact_name, contact_phone, street, detail, lon, lat, is_default) on public.addresses to authenticated;
grant select on public.addresses to service_role;
create policy select_own on public.addresses for select to authenticated using (user_id = (select auth.uid()));
create policy insert_own on public.addresses for insert to authenticated with check (user_id = (select auth.uid()));
create policy update_own on public.addresses for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy delete_own on public.addresses for delete to authenticated using (user_id = (select auth.uid()));

grant execute on function public.get_my_roles() to authenticated;
grant execute on function public.set_default_address(uuid) to authenticated;

grant execute on function public.set_ops_member(text, public.ops_role), public.list_ops_members() to authenticated;

-- 20_store/800_access.sql
alter table public.merchants enable row level security;
alter table public.categories enable row level security;
alter table public.stores enable row level security;
alter table public.merchant_members enable row level security;
alter table public.store_hours enable row level security;
alter table public.store_hour_exceptions enable row level security;
alter table public.rate_cards enable row level security;
alter table public.rate_card_rules enable row level security;
alter table public.slot_capacities enable row level security;
alter table public.license_documents enable row level security;
alter table public.onboarding_applications enable row level security;
alter table public.onboarding_transitions enable row level security;
alter table public.onboarding_events enable row level security;
alter table private.store_listings enable row level security;
alter table private.slot_counts enable row level security;
alter table private.slot_reservations enable row level security;

grant execute on function private.my_store_ids(public.merchant_role[]) to authenticated;
grant execute on function private.my_merchant_ids() to authenticated;

grant select on public.merchants to authenticated, service_role;
grant insert (name, legal_name, status), update (name, legal_name, status)
  on public.merchants to authenticated;
create policy select_member on public.merchants for select to authenticated
  using (id in (select private.my_merchant_ids()) or (select private.is_ops()));
create policy insert_ops on public.merchants for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.merchants for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));

grant select on public.categories to anon, authenticated, service_role;
grant insert, update, delete on public.categories to authenticated;
create policy select_active on public.categories for select to anon, authenticated
  using (is_active or (select private.is_ops()));
create policy insert_ops on public.categories for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.categories for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.categories for delete to authenticated using ((select private.has_ops_role('operations')));

grant select on public.stores to anon, authenticated, service_role;
grant update (name, translations, description, phone, street, image_path, is_published, closed_until, timezone,
  slot_minutes, schedule_lead_minutes, schedule_days_ahead, preparation_minutes, minimum_order_cents, packaging_fee_cents) on public.stores to authenticated;
create policy select_published on public.stores for select to anon using (is_published);
create policy select_published_or_own on public.stores for select to authenticated
  using (is_published or id in (select private.my_store_ids()) or (select private.is_ops()));
create policy update_manager on public.stores for update to authenticated
  using (id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant select on public.merchant_members to authenticated;
grant select, insert, update, delete on public.merchant_members to service_role;
create policy select_own_merchant on public.merchant_members for select to authenticated
  using (user_id = (select auth.uid()) or merchant_id in (select private.my_merchant_ids()) or (select private.is_ops()));

grant select on public.store_hours, public.store_hour_exceptions, public.rate_cards, public.rate_card_rules to anon, authenticated, service_role;
grant insert (store_id, weekday, opens_at, closes_at), update (weekday, opens_at, closes_at), delete
  on public.store_hours to authenticated;
grant insert (store_id, on_date, opens_at, closes_at), update (on_date, opens_at, closes_at), delete
  on public.store_hour_exceptions to authenticated;
create policy select_all on public.store_hours for select to anon, authenticated using (true);
create policy insert_manager on public.store_hours for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.store_hours for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.store_hours for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

create policy select_all on public.store_hour_exceptions for select to anon, authenticated using (true);
create policy insert_manager on public.store_hour_exceptions for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.store_hour_exceptions for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.store_hour_exceptions for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

create policy select_all on public.rate_cards for select to anon, authenticated using (true);
create policy select_all on public.rate_card_rules for select to anon, authenticated using (true);

grant select on public.slot_capacities to anon, authenticated, service_role;
grant insert (store_id, zone_id, fulfillment_type, weekdays, starts_at, ends_at, slot_minutes, capacity_count),
  update (weekdays, starts_at, ends_at, slot_minutes, capacity_count),
  delete on public.slot_capacities to authenticated;
create policy select_all on public.slot_capacities for select to anon, authenticated using (true);
create policy insert_manager on public.slot_capacities for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.slot_capacities for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.slot_capacities for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant execute on function
  public.save_rate_card(uuid, int, jsonb, text, uuid, uuid, text, timestamptz, timestamptz),
  public.end_rate_card(uuid),
  public.set_delivery_area(uuid, jsonb),
  public.set_rush_mode(uuid, timestamptz, int, boolean),
  public.close_store_temporarily(uuid, timestamptz)
  to authenticated;
grant execute on function
  public.check_serviceability(uuid, public.fulfillment_type, double precision, double precision, bigint, timestamptz, uuid),
  public.list_slots(uuid, public.fulfillment_type, date),
  public.find_stores(double precision, double precision, uuid, text, text, text, int, text),
  public.get_store_page(uuid)
  to anon, authenticated, service_role;


grant select on public.license_documents, public.onboarding_applications, public.onboarding_events to authenticated, service_role;
grant select on public.onboarding_transitions to anon, authenticated, service_role;
create policy select_manager on public.license_documents for select to authenticated
  using ((store_id is null and merchant_id in (select private.my_merchant_ids()))
    or store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));
create policy select_own on public.onboarding_applications for select to authenticated
  using (applicant_id = (select auth.uid()) or (select private.is_ops()));
create policy select_own on public.onboarding_events for select to authenticated
  using (application_id in (select a.id from public.onboarding_applications a where a.applicant_id = (select auth.uid()))
    or (select private.is_ops()));
create policy select_all on public.onboarding_transitions for select to anon, authenticated using (true);

grant execute on function
  public.submit_license(uuid, text, text, text, text, date, uuid),
  public.review_license(uuid, boolean, text, text),
  public.apply_to_sell(uuid, uuid, text, text, text, text, text, double precision, double precision, jsonb, text, uuid),
  public.withdraw_application(uuid, text),
  public.review_application(uuid, text),
  public.reject_application(uuid, text, text),
  public.approve_application(uuid, text),
  public.set_staff(uuid, text, public.merchant_role, uuid),
  public.remove_staff(uuid, uuid),
  public.list_staff(uuid)
  to authenticated;

-- 30_catalog/800_access.sql
alter table public.dayparts enable row level security;
alter table public.daypart_windows enable row level security;
alter table public.menu_sections enable row level security;
alter table public.products enable row level security;
alter table public.product_reviews enable row level security;
alter table public.product_variants enable row level security;
alter table public.modifier_groups enable row level security;
alter table public.modifiers enable row level security;
alter table public.service_items enable row level security;
alter table public.voucher_products enable row level security;

grant execute on function private.can_edit_menu(uuid) to authenticated;

grant select on public.dayparts, public.daypart_windows, public.menu_sections, public.products, public.product_variants,
  public.modifier_groups, public.modifiers, public.service_items, public.voucher_products
  to anon, authenticated, service_role;

-- Each part keeps its store, so that a policy asks the store's own policy once and no function for every row.

grant insert (store_id, name, translations, sort_order),
  update (name, translations, sort_order), delete
  on public.dayparts to authenticated;
create policy select_visible on public.dayparts for select to anon, authenticated
  using (exists (select 1 from public.stores s where s.id = store_id));
create policy insert_manager on public.dayparts for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.dayparts for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.dayparts for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant insert (daypart_id, store_id, weekday, starts_at, ends_at),
  update (weekday, starts_at, ends_at), delete
  on public.daypart_windows to authenticated;
create policy select_visible on public.daypart_windows for select to anon, authenticated
  using (exists (select 1 from public.stores s where s.id = store_id));
create policy insert_manager on public.daypart_windows for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.daypart_windows for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.daypart_windows for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant insert (store_id, name, translations, daypart_id, sort_order),
  update (name, translations, daypart_id, sort_order), delete
  on public.menu_sections to authenticated;
create policy select_visible on public.menu_sections for select to anon, authenticated
  using (exists (select 1 from public.stores s where s.id = store_id));
create policy insert_manager on public.menu_sections for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.menu_sections for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.menu_sections for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant insert (store_id, section_id, category_id, kind, name, translations, description, price_cents,
    original_price_cents, sku, barcode, weight_grams, tax_bps, attributes, fulfillment_types, daypart_id, image_path,
    is_available, sold_out_until, sort_order),
  update (section_id, category_id, name, translations, description, price_cents,
    original_price_cents, sku, barcode, weight_grams, tax_bps, attributes, fulfillment_types, daypart_id, image_path,
    is_available, sold_out_until, sort_order), delete
  on public.products to authenticated;
create policy select_published on public.products for select to anon
  using (status = 'published' and exists (select 1 from public.stores s where s.id = store_id));
create policy select_published_or_own on public.products for select to authenticated
  using (
    (status = 'published' and exists (select 1 from public.stores s where s.id = store_id))
    or store_id in (select private.my_store_ids()) or (select private.is_ops()));
create policy insert_manager on public.products for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.products for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.products for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant insert (product_id, store_id, name, translations, price_cents, original_price_cents, sku, barcode,
    weight_grams, attributes, is_available, sold_out_until, sort_order),
  update (name, translations, price_cents, original_price_cents, sku, barcode,
    weight_grams, attributes, is_available, sold_out_until, sort_order), delete
  on public.product_variants to authenticated;
create policy select_visible on public.product_variants for select to anon, authenticated
  using (exists (select 1 from public.stores s where s.id = store_id));
create policy insert_manager on public.product_variants for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.product_variants for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.product_variants for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant insert (product_id, store_id, name, translations, min_count, max_count, free_count, is_required, sort_order),
  update (name, translations, min_count, max_count, free_count, is_required, sort_order), delete
  on public.modifier_groups to authenticated;
create policy select_visible on public.modifier_groups for select to anon, authenticated
  using (exists (select 1 from public.stores s where s.id = store_id));
create policy insert_manager on public.modifier_groups for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.modifier_groups for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.modifier_groups for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant insert (group_id, store_id, name, translations, price_cents, max_quantity, is_available, sold_out_until, sort_order),
  update (name, translations, price_cents, max_quantity, is_available, sold_out_until, sort_order), delete
  on public.modifiers to authenticated;
create policy select_visible on public.modifiers for select to anon, authenticated
  using (exists (select 1 from public.stores s where s.id = store_id));
create policy insert_manager on public.modifiers for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.modifiers for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.modifiers for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant insert (product_id, store_id, duration_minutes, required_skill, capacity_per_slot, is_on_site, is_at_store),
  update (duration_minutes, required_skill, capacity_per_slot, is_on_site, is_at_store), delete
  on public.service_items to authenticated;
create policy select_visible on public.service_items for select to anon, authenticated
  using (exists (select 1 from public.stores s where s.id = store_id));
create policy insert_manager on public.service_items for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.service_items for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.service_items for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant insert (product_id, store_id, valid_days, face_value_cents, use_count, terms),
  update (valid_days, face_value_cents, use_count, terms), delete
  on public.voucher_products to authenticated;
create policy select_visible on public.voucher_products for select to anon, authenticated
  using (exists (select 1 from public.stores s where s.id = store_id));
create policy insert_manager on public.voucher_products for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy update_manager on public.voucher_products for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));
create policy delete_manager on public.voucher_products for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant select on public.product_reviews to authenticated, service_role;
create policy select_staff on public.product_reviews for select to authenticated
  using (store_id in (select private.my_store_ids()) or (select private.is_ops()));

grant execute on function public.get_category_schema(uuid) to anon, authenticated, service_role;
grant execute on function
  public.move_category(uuid, uuid, int),
  public.submit_product(uuid, text),
  public.review_product(uuid, text, boolean, text)
  to authenticated;

-- 35_stock/800_access.sql
alter table public.stock_items enable row level security;
alter table public.stock_movements enable row level security;
alter table public.stock_reservations enable row level security;

grant select on public.stock_items, public.stock_movements, public.stock_reservations to authenticated, service_role;

-- Customers learn what is left from the store page, not what is on the shelf or held for others.
create policy select_staff on public.stock_items for select to authenticated
  using (store_id in (select private.my_store_ids()) or (select private.is_ops()));
create policy select_staff on public.stock_movements for select to authenticated
  using (store_id in (select private.my_store_ids()) or (select private.is_ops()));
create policy select_staff on public.stock_reservations for select to authenticated
  using (
    stock_item_id in (select s.id from public.stock_items s where s.store_id in (select private.my_store_ids()))
    or (select private.is_ops()));

grant execute on function
  public.set_stock(uuid, int),
  public.adjust_stock(uuid, text, int, text),
  public.set_stock_rules(uuid, int, int),
  public.export_menu(uuid, text),
  public.import_menu(uuid, text, text, boolean, boolean)
  to authenticated;

-- 40_promotion/800_access.sql
alter table public.promotions enable row level security;
alter table public.promotion_versions enable row level security;
alter table public.campaign_enrolments enable row level security;
alter table public.coupons enable row level security;
alter table private.promotion_counters enable row level security;
alter table private.promotion_uses enable row level security;
alter table private.promotion_customers enable row level security;
alter table private.flash_stock enable row level security;
alter table private.coupon_codes enable row level security;
alter table private.coupon_issues enable row level security;
alter table private.coupon_attempts enable row level security;

-- What a promotion costs whom is between the operator and its stores.
grant select (id, city_id, store_id, kind, name, translations, status, conditions, effect, tiers, starts_at, ends_at, windows)
  on public.promotions to anon;
grant select on public.promotions to authenticated, service_role;
grant insert (city_id, store_id, is_for_enrolled, is_enrolment_open, enrolment_share_bps, kind, name, translations,
    conditions, effect, tiers, cost_bearer, merchant_share_bps, priority, stack_group, excludes, starts_at, ends_at,
    windows, budget_cents, usage_cap, customer_cap),
  update (is_enrolment_open, enrolment_share_bps, name, translations, conditions, effect, tiers, priority, stack_group,
    excludes, starts_at, ends_at, windows, budget_cents, usage_cap, customer_cap)
  on public.promotions to authenticated;
grant delete on public.promotions to authenticated;
create policy select_published on public.promotions for select to anon using (status = 'published');
create policy select_own_or_campaign on public.promotions for select to authenticated
  using (store_id in (select private.my_store_ids()) or (select private.is_ops())
    or (status = 'published' and store_id is null and (select exists (select private.my_store_ids()))));
-- A store promises its own money only.
create policy insert_bearer on public.promotions for insert to authenticated
  with check ((select private.has_ops_role('operations'))
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));
create policy update_bearer on public.promotions for update to authenticated
  using ((select private.has_ops_role('operations'))
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))))
  with check ((select private.has_ops_role('operations'))
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));
create policy delete_bearer on public.promotions for delete to authenticated
  using ((select private.has_ops_role('operations'))
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));

grant select on public.promotion_versions to authenticated;
create policy select_editor on public.promotion_versions for select to authenticated
  using ((select private.is_ops()) or promotion_id in (
    select p.id from public.promotions p where p.store_id in (select private.my_store_ids())));

grant select, insert (promotion_id, store_id, merchant_share_bps), update (merchant_share_bps), delete
  on public.campaign_enrolments to authenticated;
create policy select_concerned on public.campaign_enrolments for select to authenticated
  using (store_id in (select private.my_store_ids()) or (select private.is_ops()));
create policy insert_concerned on public.campaign_enrolments for insert to authenticated
  with check ((select private.has_ops_role('operations')) or (
    store_id in (select private.my_store_ids('{manager}'))
    and exists (
      select 1 from public.promotions p
      where p.id = promotion_id and p.is_enrolment_open and p.status = 'published'
        and campaign_enrolments.merchant_share_bps >= p.enrolment_share_bps)));
create policy update_ops on public.campaign_enrolments for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_concerned on public.campaign_enrolments for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.has_ops_role('operations')));

grant select on public.coupons to authenticated;
create policy select_own on public.coupons for select to authenticated
  using (customer_id = (select auth.uid()) or (select private.is_ops()));

grant execute on function public.used_cents(public.promotions) to authenticated;
grant execute on function
  public.publish_promotion(uuid, text), public.pause_promotion(uuid, text), public.end_promotion(uuid, text)
  to authenticated;
grant execute on function
  public.claim_coupon(uuid, text), public.redeem_coupon_code(text),
  public.list_my_coupons(uuid, jsonb, public.fulfillment_type, bigint),
  public.issue_coupons(uuid, text, uuid[], jsonb, int), public.set_coupon_code(uuid, text),
  public.preview_promotions(uuid, jsonb, uuid, timestamptz, jsonb, public.fulfillment_type, bigint, jsonb),
  public.simulate_promotion(jsonb, timestamptz, timestamptz)
  to authenticated;

-- 45_member/800_access.sql
alter table public.member_tiers enable row level security;
alter table public.members enable row level security;
alter table public.customer_tags enable row level security;

grant select on public.member_tiers to anon, authenticated;
grant insert (slug, level, name, translations, min_spend_cents, min_order_count, earn_bps, benefits),
  update (level, name, translations, min_spend_cents, min_order_count, earn_bps, benefits), delete
  on public.member_tiers to authenticated;
create policy select_all on public.member_tiers for select to anon, authenticated using (true);
create policy insert_ops on public.member_tiers for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.member_tiers for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.member_tiers for delete to authenticated using ((select private.has_ops_role('operations')));

grant select on public.members to authenticated;
create policy select_own on public.members for select to authenticated
  using (customer_id = (select auth.uid()) or (select private.is_ops()));

grant select, insert (customer_id, tag), delete on public.customer_tags to authenticated;
create policy select_ops on public.customer_tags for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.customer_tags for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.customer_tags for delete to authenticated using ((select private.has_ops_role('operations')));

grant execute on function public.get_my_membership(), public.exchange_points(uuid, text) to authenticated;

-- 50_order/800_access.sql
alter table public.quotes enable row level security;
alter table public.orders enable row level security;
alter table private.order_contacts enable row level security;
alter table public.order_items enable row level security;
alter table public.order_adjustments enable row level security;
alter table public.order_transitions enable row level security;
alter table public.order_events enable row level security;
alter table public.order_cancel_policies enable row level security;
alter table public.order_requests enable row level security;

grant select on public.quotes, public.order_items, public.order_adjustments,
  public.order_events, public.order_requests to authenticated, service_role;
grant select on public.order_transitions, public.order_cancel_policies to anon, authenticated, service_role;
grant update (refund_bps, liable_party) on public.order_cancel_policies to authenticated;
-- Everything but the pickup code, which only its customer is shown.
grant select (id, number, customer_id, merchant_id, store_id, city_id, quote_id, fulfillment_type, status, currency,
  subtotal_cents, packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents, note,
  phone_suffix, slot_starts_at, slot_ends_at, table_label, party_size, is_edit_consented, urge_count, urged_at, delayed_minutes,
  preparation_expected_at, pickup_expected_at, dropoff_expected_at, due_at, reason_code, placed_at, accepted_at,
  ready_at, completed_at, closed_at, created_at, updated_at) on public.orders to authenticated;
grant select on public.orders to service_role;

create policy select_own on public.quotes for select to authenticated using (customer_id = (select auth.uid()));

-- The parts that an index can serve are spelled out; can_see_order says the same for one order.
create policy select_concerned on public.orders for select to authenticated
  using (
    customer_id = (select auth.uid())
    or (placed_at is not null and store_id in (select private.my_store_ids()))
    or id in (select private.my_delivery_order_ids())
    or (select private.is_ops()));
grant execute on function private.my_delivery_order_ids() to authenticated;

-- An order's parts are seen by who sees the order: a subquery, since a function would run for every row of a list.
create policy select_concerned on public.order_items for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.orders o where o.id = order_id));
create policy select_concerned on public.order_adjustments for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.orders o where o.id = order_id));
create policy select_concerned on public.order_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.orders o where o.id = order_id));
create policy select_concerned on public.order_requests for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.orders o where o.id = order_id));
create policy select_all on public.order_cancel_policies for select to anon, authenticated using (true);
create policy update_ops on public.order_cancel_policies for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy select_all on public.order_transitions for select to anon, authenticated using (true);

grant execute on function
  public.quote_order(uuid, jsonb, public.fulfillment_type, uuid, bigint, timestamptz, uuid[], text, int, jsonb),
  public.place_order(uuid, text, text, boolean),
  public.accept_order(uuid, text, int),
  public.start_preparing(uuid, text),
  public.mark_order_ready(uuid, text),
  public.reject_order(uuid, text, text),
  public.collect_order(uuid, text, text),
  public.cancel_order(uuid, text, text),
  public.start_service(uuid, text),
  public.complete_service(uuid, text),
  public.mark_no_show(uuid, text),
  public.delay_order(uuid, int, text),
  public.urge_order(uuid, text),
  public.propose_slot(uuid, timestamptz, text),
  public.propose_edit(uuid, jsonb, text),
  public.request_cancel(uuid, text, text),
  public.answer_order_request(uuid, boolean, text),
  public.reorder(uuid),
  public.list_orders(uuid, uuid, public.order_status[], text, timestamptz, timestamptz, jsonb, int),
  public.get_order_page(uuid)
  to authenticated;

-- 55_booking/800_access.sql
alter table public.bookings enable row level security;
alter table public.booking_transitions enable row level security;
alter table public.booking_events enable row level security;
alter table public.vouchers enable row level security;
alter table public.voucher_transitions enable row level security;
alter table public.voucher_events enable row level security;

grant select on public.bookings, public.booking_events, public.voucher_events to authenticated, service_role;
grant select on public.booking_transitions, public.voucher_transitions to anon, authenticated, service_role;
-- Everything but the code, which only its customer is shown.
grant select (id, order_id, order_item_id, store_id, customer_id, status, code_hint, amount_cents, expires_at,
  redeemed_at, redeemed_by_id, created_at, updated_at) on public.vouchers to authenticated;
grant select on public.vouchers to service_role;

create policy select_concerned on public.bookings for select to authenticated
  using (
    customer_id = (select auth.uid())
    or worker_id = (select auth.uid())
    or exists (select 1 from public.orders o where o.id = order_id)
    or (select private.is_ops()));
create policy select_concerned on public.booking_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.bookings b where b.id = booking_id));
create policy select_concerned on public.vouchers for select to authenticated
  using (
    customer_id = (select auth.uid())
    or store_id in (select private.my_store_ids())
    or (select private.is_ops()));
create policy select_concerned on public.voucher_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.vouchers v where v.id = voucher_id));
create policy select_all on public.booking_transitions for select to anon, authenticated using (true);
create policy select_all on public.voucher_transitions for select to anon, authenticated using (true);

grant execute on function
  public.assign_booking(uuid, uuid),
  public.redeem_voucher(uuid, text, text),
  public.refund_voucher(uuid, text)
  to authenticated;

-- 60_payment/800_access.sql
alter table public.payments enable row level security;
alter table public.payment_transitions enable row level security;
alter table public.payment_events enable row level security;
alter table public.refund_requests enable row level security;
alter table public.refund_request_lines enable row level security;
alter table public.refund_transitions enable row level security;
alter table public.refund_events enable row level security;

grant select on public.payments, public.payment_events, public.refund_requests, public.refund_request_lines,
  public.refund_events
  to authenticated, service_role;
grant select on public.payment_transitions, public.refund_transitions to anon, authenticated, service_role;

create policy select_payer on public.payments for select to authenticated
  using (customer_id = (select auth.uid()) or (select private.is_ops()));
create policy select_concerned on public.refund_requests for select to authenticated
  using (customer_id = (select auth.uid()) or store_id in (select private.my_store_ids()) or (select private.is_ops()));
create policy select_concerned on public.refund_request_lines for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.refund_requests r where r.id = refund_request_id));
create policy select_ops on public.payment_events for select to authenticated using ((select private.is_ops()));
create policy select_concerned on public.refund_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.refund_requests r where r.id = refund_request_id));
create policy select_all on public.payment_transitions for select to anon, authenticated using (true);
create policy select_all on public.refund_transitions for select to anon, authenticated using (true);

grant execute on function
  public.create_payment(uuid, public.payment_provider),
  public.create_top_up(bigint, public.payment_provider, text, text),
  public.pay_with_wallet(uuid, text),
  public.get_wallet(text, bigint, int),
  public.request_refund(uuid, text, text, jsonb, text, text[]),
  public.answer_refund(uuid, text, boolean, text),
  public.escalate_refund(uuid, text, text),
  public.decide_refund(uuid, text, bigint, public.liable_party, text),
  public.withdraw_refund(uuid, text)
  to authenticated;
grant execute on function
  public.record_payment_event(public.payment_provider, text, text, text, text, bigint, timestamptz, jsonb),
  public.claim_refunds(int),
  public.list_stale_payments(int)
  to service_role;

-- 70_ledger/800_access.sql
alter table public.ledger_accounts enable row level security;
alter table public.ledger_transactions enable row level security;
alter table private.ledger_snapshots enable row level security;
alter table public.ledger_entries enable row level security;
alter table public.settlement_statements enable row level security;
alter table public.settlement_lines enable row level security;

grant select on public.ledger_accounts, public.ledger_transactions, public.ledger_entries,
  public.settlement_statements, public.settlement_lines to authenticated, service_role;

create policy select_ops on public.ledger_accounts for select to authenticated using ((select private.is_ops()));
create policy select_ops on public.ledger_transactions for select to authenticated using ((select private.is_ops()));
create policy select_ops on public.ledger_entries for select to authenticated using ((select private.is_ops()));

grant execute on function private.my_settled_party_ids() to authenticated;
create policy select_party on public.settlement_statements for select to authenticated
  using (party_id in (select private.my_settled_party_ids()) or (select private.is_ops()));
create policy select_party on public.settlement_lines for select to authenticated
  using (exists (select 1 from public.settlement_statements s where s.id = statement_id));

grant execute on function public.get_order_ledger(uuid) to authenticated;
grant execute on function public.run_settlement(date) to authenticated, service_role;
grant execute on function public.preview_split(jsonb, jsonb), public.set_merchant_plan(uuid, uuid) to authenticated;


alter table public.commission_plans enable row level security;
alter table public.commission_rules enable row level security;
alter table public.merchant_contracts enable row level security;
alter table public.commission_lines enable row level security;
alter table public.tax_lines enable row level security;

grant select on public.commission_plans, public.commission_rules, public.merchant_contracts, public.commission_lines,
  public.tax_lines to authenticated, service_role;

-- A merchant sees the terms that it is under; finance writes them.
create policy select_party on public.merchant_contracts for select to authenticated
  using (merchant_id in (select private.my_settled_party_ids()) or (select private.is_ops()));
grant insert (merchant_id, plan_id, number, starts_on, ends_on, note),
  update (plan_id, number, starts_on, ends_on, note) on public.merchant_contracts to authenticated;
create policy insert_finance on public.merchant_contracts for insert to authenticated
  with check ((select private.has_ops_role('finance')));
create policy update_finance on public.merchant_contracts for update to authenticated
  using ((select private.has_ops_role('finance'))) with check ((select private.has_ops_role('finance')));

create policy select_party on public.commission_plans for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.merchant_contracts c where c.plan_id = commission_plans.id));
grant insert (name, translations, is_default, is_active), update (name, translations, is_default, is_active)
  on public.commission_plans to authenticated;
create policy insert_finance on public.commission_plans for insert to authenticated
  with check ((select private.has_ops_role('finance')));
create policy update_finance on public.commission_plans for update to authenticated
  using ((select private.has_ops_role('finance'))) with check ((select private.has_ops_role('finance')));

create policy select_party on public.commission_rules for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.commission_plans p where p.id = plan_id));
grant insert (plan_id, name, category_id, fulfillment_type, promotion_id, percent_bps, fixed_cents, minimum_cents,
    maximum_cents, sort_order, is_active),
  update (name, category_id, fulfillment_type, promotion_id, percent_bps, fixed_cents, minimum_cents, maximum_cents,
    sort_order, is_active),
  delete on public.commission_rules to authenticated;
create policy insert_finance on public.commission_rules for insert to authenticated
  with check ((select private.has_ops_role('finance')));
create policy update_finance on public.commission_rules for update to authenticated
  using ((select private.has_ops_role('finance'))) with check ((select private.has_ops_role('finance')));
create policy delete_finance on public.commission_rules for delete to authenticated
  using ((select private.has_ops_role('finance')));

create policy select_party on public.commission_lines for select to authenticated
  using ((select private.is_ops()) or exists (
    select 1 from public.orders o where o.id = order_id and o.merchant_id in (select private.my_settled_party_ids())));
create policy select_party on public.tax_lines for select to authenticated
  using ((select private.is_ops()) or exists (
    select 1 from public.orders o where o.id = order_id and o.merchant_id in (select private.my_settled_party_ids())));

-- 72_payout/800_access.sql
alter table private.payout_accounts enable row level security;
alter table public.payouts enable row level security;
alter table public.payout_transitions enable row level security;
alter table public.payout_events enable row level security;

grant select on public.payouts, public.payout_events to authenticated, service_role;
grant select on public.payout_transitions to anon, authenticated, service_role;

create policy select_party on public.payouts for select to authenticated
  using (party_id in (select private.my_settled_party_ids()) or (select private.is_ops()));
create policy select_party on public.payout_events for select to authenticated
  using (exists (select 1 from public.payouts p where p.id = payout_id));
create policy select_all on public.payout_transitions for select to anon, authenticated using (true);

grant execute on function
  public.set_payout_account(public.settlement_party, uuid, text, text, text, text),
  public.get_payout_balance(public.settlement_party, uuid, text),
  public.request_payout(public.settlement_party, uuid, bigint, text, text),
  public.cancel_payout(uuid, text),
  public.approve_payout(uuid, text, public.payout_method),
  public.mark_payout_paid(uuid, text, text),
  public.fail_payout(uuid, text, text),
  public.reveal_payout_account(uuid)
  to authenticated;
grant execute on function
  public.claim_payouts(int),
  public.record_payout_event(text, text, text, bigint, text, jsonb)
  to service_role;

-- 74_reconciliation/800_access.sql
alter table public.reconciliation_runs enable row level security;
alter table public.reconciliation_items enable row level security;

grant select on public.reconciliation_runs, public.reconciliation_items to authenticated, service_role;
create policy select_finance on public.reconciliation_runs for select to authenticated
  using ((select private.has_ops_role('finance')));
create policy select_finance on public.reconciliation_items for select to authenticated
  using ((select private.has_ops_role('finance')));

grant execute on function public.import_provider_statement(public.payment_provider, date, jsonb) to service_role;
grant execute on function public.resolve_reconciliation_item(bigint, text, text, boolean) to authenticated;

-- 75_delivery/800_access.sql
alter table public.riders enable row level security;
alter table public.deliveries enable row level security;
alter table public.delivery_transitions enable row level security;
alter table public.delivery_events enable row level security;

alter table public.rider_pay_rules enable row level security;
alter table public.delivery_pay_lines enable row level security;
alter table public.rider_shift_slots enable row level security;
alter table public.rider_shifts enable row level security;
alter table public.delivery_incidents enable row level security;
alter table public.delivery_proofs enable row level security;
alter table public.breach_records enable row level security;
alter table private.delivery_codes enable row level security;

grant select on public.riders to authenticated;
-- Customers and stores read these too: not what the rider earns, whom ops want, or where a proof was made.
grant select (id, order_id, store_id, city_id, zone_id, rider_id, status, distance_meters, ready_expected_at, dropoff_expected_at,
  eta_p50_at, eta_p90_at, promised_p90_at, assigned_at, picked_up_at, delivered_at, closed_at, is_return_due, returned_at,
  reason_code, created_at, updated_at) on public.deliveries to authenticated;
grant select (id, delivery_id, command, from_status, to_status, actor, reason_code, client_at, created_at)
  on public.delivery_events to authenticated;
grant select (delivery_id, kind, photo_path, created_at) on public.delivery_proofs to authenticated;
grant select, insert, update, delete on public.riders to service_role;
grant select on public.deliveries, public.delivery_events to service_role;
grant select on public.delivery_transitions to anon, authenticated, service_role;
grant update (display_name, phone, vehicle, skills, is_active) on public.riders to authenticated;

create policy select_own on public.riders for select to authenticated
  using (id = (select auth.uid()) or (select private.is_ops()));
create policy update_ops on public.riders for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));

create policy select_concerned on public.deliveries for select to authenticated
  using (
    (select private.is_ops())
    or rider_id = (select auth.uid())
    or store_id in (select private.my_store_ids())
    or exists (select 1 from public.orders o where o.id = order_id and o.customer_id = (select auth.uid())));
create policy select_concerned on public.delivery_events for select to authenticated
  using (exists (select 1 from public.deliveries d where d.id = delivery_id));
create policy select_all on public.delivery_transitions for select to anon, authenticated using (true);

grant select on public.delivery_pay_lines, public.delivery_incidents, public.breach_records,
  public.rider_shifts, public.rider_shift_slots, public.rider_pay_rules to authenticated;
grant insert (zone_id, kind, label, translations, amount_cents, weekdays, starts_at, ends_at, mode, is_active),
  update (label, translations, amount_cents, weekdays, starts_at, ends_at, mode, is_active), delete
  on public.rider_pay_rules to authenticated;
grant insert (zone_id, starts_at, ends_at, capacity), update (capacity), delete on public.rider_shift_slots to authenticated;

create policy select_concerned on public.delivery_pay_lines for select to authenticated
  using ((select private.is_ops()) or delivery_id in (
    select d.id from public.deliveries d where d.rider_id = (select auth.uid())));
create policy select_concerned on public.delivery_incidents for select to authenticated
  using ((select private.is_ops()) or rider_id = (select auth.uid()));
create policy select_concerned on public.delivery_proofs for select to authenticated
  using (exists (select 1 from public.deliveries d where d.id = delivery_id));
create policy select_own on public.breach_records for select to authenticated
  using ((select private.is_ops()) or rider_id = (select auth.uid()));
create policy select_own on public.rider_shifts for select to authenticated
  using ((select private.is_ops()) or rider_id = (select auth.uid()));
create policy select_ops on public.rider_shift_slots for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.rider_shift_slots for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.rider_shift_slots for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.rider_shift_slots for delete to authenticated using ((select private.has_ops_role('operations')));
create policy select_ops on public.rider_pay_rules for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.rider_pay_rules for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.rider_pay_rules for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.rider_pay_rules for delete to authenticated using ((select private.has_ops_role('operations')));

create policy linli_insert_proof on storage.objects for insert to authenticated
  with check (bucket_id = 'proofs' and name ~ '^proofs/[0-9a-f-]{36}/[^/]+$' and split_part(name, '/', 2) in (
    select d.id::text from public.deliveries d
    where d.rider_id = (select auth.uid())
      and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')));
-- Who may see the delivery may see its photos.
create policy linli_select_proof on storage.objects for select to authenticated
  using (bucket_id = 'proofs' and exists (
    select 1 from public.deliveries d where d.id::text = split_part(storage.objects.name, '/', 2)));

grant execute on function
  public.go_online(double precision, double precision),
  public.go_offline(),
  public.report_position(double precision, double precision, double precision, timestamptz),
  public.arrive_at_store(uuid, text, timestamptz),
  public.pick_up_delivery(uuid, text, timestamptz),
  public.arrive_at_customer(uuid, text, timestamptz),
  public.deliver_delivery(uuid, text, timestamptz, jsonb),
  public.report_incident(uuid, text, text, text, text, timestamptz),
  public.return_delivery(uuid, text),
  public.resolve_delivery(uuid, text, text, text, uuid, text),
  public.waive_breach(uuid, text),
  public.book_shift(uuid, text),
  public.release_shift(uuid, text),
  public.get_my_shifts(),
  public.get_rider_home(),
  public.list_my_deliveries(timestamptz, int)
  to authenticated;

-- 80_dispatch/800_access.sql
alter table public.dispatch_ticks enable row level security;
alter table private.dispatch_leases enable row level security;
alter table public.dispatch_offers enable row level security;
alter table public.dispatch_batches enable row level security;
alter table public.dispatch_parameters enable row level security;
alter table public.dispatch_parameter_changes enable row level security;
alter table public.incident_modes enable row level security;
alter table private.dispatch_exclusions enable row level security;
alter table private.travel_cache enable row level security;
alter table private.speed_factors enable row level security;
alter table private.travel_legs enable row level security;
alter table private.learnt_quantiles enable row level security;
alter table private.eta_predictions enable row level security;

grant select on public.dispatch_ticks, public.dispatch_offers to authenticated, service_role;
create policy select_ops on public.dispatch_ticks for select to authenticated using ((select private.is_ops()));
create policy select_own on public.dispatch_offers for select to authenticated
  using (rider_id = (select auth.uid()) or (select private.is_ops()));

grant select on public.dispatch_batches, public.incident_modes to authenticated, service_role;
create policy select_own on public.dispatch_batches for select to authenticated
  using (rider_id = (select auth.uid()) or (select private.is_ops()));
create policy select_ops on public.incident_modes for select to authenticated using ((select private.is_ops()));

grant select on public.dispatch_parameters, public.dispatch_parameter_changes to authenticated;
grant update (commit_lead_seconds, pickup_service_seconds, dropoff_service_seconds, grab_after_seconds,
  position_max_age_seconds, dark_after_seconds, decline_peace_seconds, search_steps, weights, proof_rule)
  on public.dispatch_parameters to authenticated;
create policy select_ops on public.dispatch_parameters for select to authenticated using ((select private.is_ops()));
create policy update_ops on public.dispatch_parameters for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy select_ops on public.dispatch_parameter_changes for select to authenticated
  using ((select private.is_ops()));

grant execute on function
  public.begin_dispatch_tick(uuid, boolean),
  public.get_dispatch_tick(uuid),
  public.commit_dispatch_tick(uuid, jsonb),
  public.list_dispatch_zones()
  to service_role;
grant execute on function
  public.accept_offer(uuid, text),
  public.decline_offer(uuid, text),
  public.assign_delivery(uuid, uuid, text),
  public.get_ops_map(uuid),
  public.get_dispatch_tick(uuid),
  public.list_grab_pool(),
  public.grab_delivery(uuid, text),
  public.override_delivery(uuid, jsonb, text),
  public.start_incident_mode(uuid, text, int, jsonb, text),
  public.end_incident_mode(uuid),
  public.get_eta_calibration(uuid, timestamptz, timestamptz),
  public.predict_eta(uuid)
  to authenticated;

-- 85_notification/800_access.sql
alter table public.notification_rules enable row level security;
alter table public.notifications enable row level security;
alter table private.delivered_messages enable row level security;

grant select, insert, update, delete on public.notification_rules to authenticated;
grant select on public.notification_rules to service_role;
create policy select_ops on public.notification_rules for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.notification_rules for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.notification_rules for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.notification_rules for delete to authenticated using ((select private.has_ops_role('operations')));

grant select on public.notifications to authenticated, service_role;
grant update (read_at) on public.notifications to authenticated;
create policy select_own on public.notifications for select to authenticated using (user_id = (select auth.uid()));
create policy update_own on public.notifications for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));

grant execute on function public.deliver_notification(uuid) to service_role;

-- 88_screen/800_access.sql
alter table private.resource_catalogues enable row level security;
alter table public.screen_definitions enable row level security;
alter table public.custom_fields enable row level security;
alter table public.custom_values enable row level security;
alter table public.custom_resources enable row level security;

grant select on public.screen_definitions, public.custom_fields, public.custom_resources to authenticated;
create policy select_published_or_ops on public.screen_definitions for select to authenticated
  using (status = 'published' or (select private.is_ops()));
create policy select_shown on public.custom_fields for select to authenticated
  using (not is_internal or (select private.is_ops()));
create policy select_ops on public.custom_resources for select to authenticated using ((select private.is_ops()));

-- Written through set_custom_values, as the caller: the rights on a value are those on its row.
grant select, insert (resource, row_id, key, value), update (value), delete on public.custom_values to authenticated;
create policy select_reader on public.custom_values for select to authenticated
  using (private.can_read_custom_field(resource, key) and private.can_read_row(resource, row_id));
create policy insert_editor on public.custom_values for insert to authenticated
  with check (private.can_read_custom_field(resource, key) and private.can_change_row(resource, row_id));
create policy update_editor on public.custom_values for update to authenticated
  using (private.can_read_custom_field(resource, key) and private.can_change_row(resource, row_id))
  with check (private.can_read_custom_field(resource, key) and private.can_change_row(resource, row_id));
create policy delete_editor on public.custom_values for delete to authenticated
  using (private.can_read_custom_field(resource, key) and private.can_change_row(resource, row_id));

grant execute on function
  private.can_read_custom_field(text, text), private.can_read_row(text, text), private.can_change_row(text, text),
  private.row_filter(text), private.resource_catalogue(), private.my_rights(),
  private.weigh_right(jsonb, jsonb, jsonb, int), private.screen_parts(jsonb, text)
  to authenticated;
grant execute on function
  public.describe_resources(text), public.get_row_rights(text, jsonb), public.get_screen(text), public.preview_screen(jsonb), public.check_screen(jsonb),
  public.diff_screens(jsonb, jsonb), public.save_screen_draft(text, jsonb, timestamptz, text),
  public.discard_screen_draft(text), public.publish_screen(uuid, text), public.roll_back_screen(uuid, text),
  public.save_custom_field(text, text, jsonb, jsonb, jsonb, boolean, boolean, int),
  public.retire_custom_field(text, text), public.set_custom_values(text, text, jsonb),
  public.create_custom_resource(text, public.resource_template, jsonb, jsonb, text), public.drop_custom_resource(text)
  to authenticated;

-- 90_realtime/800_access.sql
grant execute on function private.can_read_topic(text) to authenticated;

create policy linli_read_topic on realtime.messages for select to authenticated
  using (extension = 'broadcast' and private.can_read_topic((select realtime.topic())));

-- 95_storage/800_access.sql
grant execute on function private.can_edit_store_folder(text) to authenticated;

-- 97_audit/800_access.sql
alter table public.audit_log enable row level security;
grant select on public.audit_log to authenticated;
create policy select_concerned on public.audit_log for select to authenticated
  using (
    (select private.has_ops_role('admin'))
    or store_id in (select private.my_store_ids('{manager}'))
    or merchant_id in (select private.my_settled_party_ids()));
grant execute on function public.list_audit_log(jsonb, bigint, int) to authenticated;

-- 95_storage/810_after_sale.sql
create policy linli_insert_after_sale on storage.objects for insert to authenticated
  with check (bucket_id = 'after-sale' and split_part(name, '/', 1) = (select auth.uid())::text);
create policy linli_select_after_sale on storage.objects for select to authenticated
  using (bucket_id = 'after-sale' and (
    split_part(name, '/', 1) = (select auth.uid())::text
    or exists (select 1 from public.refund_requests r where r.photos @> array[objects.name])));

-- 00_platform/900_triggers.sql
create trigger outbox_messages_nudge_workflows
after insert on private.outbox_messages
referencing new table as added
for each statement execute function private.nudge_workflows();

-- 10_identity/900_triggers.sql
create trigger users_create_profile
after insert on auth.users
for each row execute function private.create_profile();

create trigger profiles_touch_updated_at
before update on public.profiles
for each row execute function private.touch_updated_at();

create trigger addresses_touch_updated_at
before update on public.addresses
for each row execute function private.touch_updated_at();

create trigger settings_touch_updated_at
before update on public.settings
for each row execute function private.touch_updated_at();

-- 20_store/900_triggers.sql
create trigger merchants_touch_updated_at
before update on public.merchants
for each row execute function private.touch_updated_at();

create trigger stores_touch_updated_at
before update on public.stores
for each row execute function private.touch_updated_at();

create trigger stores_check_timezone
before insert or update of timezone on public.stores
for each row execute function private.check_store_timezone();

create trigger store_hour_exceptions_check
before insert or update on public.store_hour_exceptions
for each row execute function private.check_hour_exception();

create trigger rate_card_rules_check
before insert or update on public.rate_card_rules
for each row execute function private.check_rate_rule();

create trigger slot_capacities_check
before update or delete on public.slot_capacities
for each row execute function private.check_slot_capacity();

create trigger stores_list_new
after insert on public.stores
referencing new table as new_rows
for each statement execute function private.list_new_stores();

create trigger stores_list_changed
after update on public.stores
referencing old table as old_rows new table as new_rows
for each statement execute function private.list_changed_stores();

create trigger store_hours_list_new
after insert on public.store_hours
referencing new table as new_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hours_list_changed
after update on public.store_hours
referencing old table as old_rows new table as new_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hours_list_removed
after delete on public.store_hours
referencing old table as old_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hour_exceptions_list_new
after insert on public.store_hour_exceptions
referencing new table as new_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hour_exceptions_list_changed
after update on public.store_hour_exceptions
referencing old table as old_rows new table as new_rows
for each statement execute function private.list_stores_of_rows();

create trigger store_hour_exceptions_list_removed
after delete on public.store_hour_exceptions
referencing old table as old_rows
for each statement execute function private.list_stores_of_rows();

create trigger merchants_list_stores
after update of status on public.merchants
for each row when (old.status <> new.status)
execute function private.list_stores_of_merchant();

create trigger cities_list_stores
after update of is_active, timezone on public.cities
for each row when (old.is_active <> new.is_active or old.timezone <> new.timezone)
execute function private.list_stores_of_city();

create trigger zones_list_stores
after insert or delete or update of area, is_active on public.zones
for each row execute function private.list_stores_of_city();

create trigger rate_cards_list_stores
after insert or delete or update on public.rate_cards
for each row execute function private.list_stores_of_city();

create trigger license_documents_list_stores
after insert or delete or update of status, expires_on on public.license_documents
for each row execute function private.list_stores_of_merchant();

create trigger categories_list_stores
after update of required_license_kinds, parent_id on public.categories
for each row when (
  old.required_license_kinds <> new.required_license_kinds or old.parent_id is distinct from new.parent_id)
execute function private.list_stores_of_category();

create trigger onboarding_applications_touch_updated_at
before update on public.onboarding_applications
for each row execute function private.touch_updated_at();

-- 30_catalog/900_triggers.sql
create trigger categories_check
before insert or update of parent_id, attributes_schema on public.categories
for each row execute function private.check_category();

create trigger menu_sections_check_parts
before insert or update of daypart_id, store_id on public.menu_sections
for each row execute function private.check_menu_section();

create trigger products_check_parts
before insert or update of section_id, daypart_id, store_id on public.products
for each row execute function private.check_product_parts();

create trigger products_touch_updated_at
before update on public.products
for each row execute function private.touch_updated_at();

create trigger products_check_attributes
before insert or update of attributes, category_id on public.products
for each row execute function private.check_product_attributes();

create trigger products_guard_status
before insert or update of name, description, translations, image_path, attributes, category_id on public.products
for each row execute function private.guard_product_status();

create trigger products_log_review
after update on public.products
for each row when (old.status <> new.status) execute function private.log_product_review();

create trigger product_variants_check_attributes
before insert or update of product_id, attributes on public.product_variants
for each row execute function private.check_variant_attributes();

create trigger product_variants_fill_store
before insert or update of product_id, store_id on public.product_variants
for each row execute function private.fill_store_of_product_part();

create trigger modifier_groups_fill_store
before insert or update of product_id, store_id on public.modifier_groups
for each row execute function private.fill_store_of_product_part();

create trigger modifiers_fill_store
before insert or update of group_id, store_id on public.modifiers
for each row execute function private.fill_store_of_modifier();

create trigger daypart_windows_fill_store
before insert or update of daypart_id, store_id on public.daypart_windows
for each row execute function private.fill_store_of_daypart_window();

create trigger service_items_fill_store
before insert or update of product_id, store_id on public.service_items
for each row execute function private.fill_store_of_product_part();

create trigger service_items_check_kind
before insert or update of product_id on public.service_items
for each row execute function private.check_detail_kind();

create trigger voucher_products_fill_store
before insert or update of product_id, store_id on public.voucher_products
for each row execute function private.fill_store_of_product_part();

create trigger voucher_products_check_kind
before insert or update of product_id on public.voucher_products
for each row execute function private.check_detail_kind();

-- 35_stock/900_triggers.sql
create function private.fill_stock_item()
returns trigger
language plpgsql
security definer -- what is counted need not be visible to the writer
set search_path = ''
as $$
begin
  new.id := coalesce(new.product_id, new.variant_id, new.modifier_id);
  new.store_id := (private.stock_subject(new.id)).store_id;
  return new;
end;
$$;

create trigger stock_items_fill
before insert on public.stock_items
for each row execute function private.fill_stock_item();

create function private.refuse_stock_movement_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'stock movements are append-only: correct by another movement';
end;
$$;

create trigger stock_movements_append_only
before update on public.stock_movements
for each row execute function private.refuse_stock_movement_change();

-- 40_promotion/900_triggers.sql
create trigger promotions_check
before insert or update of city_id, store_id, kind, tiers, effect, conditions, windows on public.promotions
for each row execute function private.check_promotion();

create trigger promotions_count_version
before update on public.promotions
for each row execute function private.count_promotion_version();

create trigger promotions_touch_updated_at
before update on public.promotions
for each row execute function private.touch_updated_at();

create trigger promotions_keep_version
after insert or update on public.promotions
for each row execute function private.keep_promotion_version();

create trigger promotions_spread_caps_of_new
after insert on public.promotions
for each row execute function private.spread_changed_caps();

create trigger promotions_spread_caps
after update of budget_cents, usage_cap on public.promotions
for each row when (new.budget_cents is distinct from old.budget_cents or new.usage_cap is distinct from old.usage_cap)
execute function private.spread_changed_caps();

create trigger promotions_sync_flash_stock
after insert or update of effect on public.promotions
for each row when (new.kind = 'flash_sale')
execute function private.sync_flash_stock();

create trigger campaign_enrolments_check
before insert or update on public.campaign_enrolments
for each row execute function private.check_enrolment();

-- 70_ledger/900_triggers.sql
create trigger ledger_entries_append_only
before update or delete on public.ledger_entries
for each row execute function private.refuse_ledger_change();

create trigger ledger_transactions_append_only
before update or delete on public.ledger_transactions
for each row execute function private.refuse_ledger_change();

create trigger ledger_entries_balance
after insert on public.ledger_entries
referencing new table as added
for each statement execute function private.check_ledger_balance();

create trigger settlement_lines_append_only
before update or delete on public.settlement_lines
for each row execute function private.refuse_ledger_change();

create trigger settlement_statements_append_only
before update or delete on public.settlement_statements
for each row execute function private.refuse_ledger_change();

create trigger commission_plans_touch_updated_at
before update on public.commission_plans
for each row execute function private.touch_updated_at();

create trigger commission_rules_touch_updated_at
before update on public.commission_rules
for each row execute function private.touch_updated_at();

create trigger merchant_contracts_touch_updated_at
before update on public.merchant_contracts
for each row execute function private.touch_updated_at();

-- 88_screen/900_triggers.sql
create trigger custom_values_check
before insert or update on public.custom_values
for each row execute function private.check_custom_value();

-- 20_store/910_transitions.sql
insert into public.onboarding_transitions (from_status, command, actor, to_status) values
  ('applied', 'review', 'ops', 'in_review'),
  ('applied', 'withdraw', 'customer', 'withdrawn'),
  ('in_review', 'approve', 'ops', 'approved'),
  ('in_review', 'reject', 'ops', 'rejected'),
  ('in_review', 'withdraw', 'customer', 'withdrawn')
on conflict (from_status, command, actor) do nothing;

-- 45_member/910_tiers.sql
insert into public.member_tiers (slug, level, name, translations, min_spend_cents, min_order_count, earn_bps) values
  ('regular', 0, '普通会员', '{"en": {"name": "Member"}}', 0, 0, 100),
  ('silver', 1, '银卡会员', '{"en": {"name": "Silver"}}', 50000, 10, 150),
  ('gold', 2, '金卡会员', '{"en": {"name": "Gold"}}', 200000, 40, 200)
on conflict (slug) do nothing;

insert into public.settings (key, value, description) values
  ('member.cents_per_point', '1', 'What one point is worth, in minor units'),
  ('member.points_max_share_bps', '5000', 'The most that points may pay of an order''s goods, in hundredths of a percent'),
  ('member.points_days', '365', 'Points expire this many days after they were earned'),
  ('member.earn_bps', '100', 'Points earned by customers without a tier, in hundredths of a percent of what they pay for goods'),
  ('member.day', '{"weekdays": [3], "month_days": [], "earn_times": 2}', 'Member day: local weekdays (0 is Sunday) and days of the month, and how many times the points')
on conflict (key) do nothing;

-- 50_order/910_transitions.sql
insert into public.order_transitions (from_status, command, actor, to_status) values
  ('draft', 'place', 'customer', 'pending_payment'),
  ('pending_payment', 'pay', 'system', 'placed'),
  ('pending_payment', 'expire', 'system', 'expired'),
  ('pending_payment', 'cancel', 'customer', 'cancelled'),
  ('pending_payment', 'cancel', 'ops', 'cancelled')
on conflict (from_status, command, actor) do update
set to_status = excluded.to_status, fulfillment_types = excluded.fulfillment_types;

insert into public.order_transitions (from_status, command, actor, to_status, fulfillment_types)
select t.from_status::public.order_status, t.command, t.actor::public.actor_role, t.to_status::public.order_status,
  t.fulfillment_types::public.fulfillment_type[]
from (values
  ('placed', 'issue', 'system', 'in_service', '{voucher}'),
  ('placed', 'accept', 'merchant', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'accept', 'ops', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'reject', 'merchant', 'rejected', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'reject', 'ops', 'rejected', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'cancel', 'customer', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'time_out', 'system', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'urge', 'customer', 'placed', '{delivery,pickup,dine_in,on_site}'),
  ('placed', 'edit', 'system', 'placed', '{delivery,pickup,dine_in}'),
  ('placed', 'reschedule', 'system', 'placed', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'start_preparing', 'merchant', 'preparing', '{delivery,pickup,dine_in}'),
  ('accepted', 'mark_ready', 'merchant', 'ready', '{delivery,pickup,dine_in}'),
  ('accepted', 'start_service', 'merchant', 'in_service', '{on_site}'),
  ('accepted', 'no_show', 'merchant', 'cancelled', '{dine_in,on_site}'),
  ('accepted', 'cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'agree_cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'agree_cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'agree_cancel', 'system', 'cancelled', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'delay', 'merchant', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'delay', 'ops', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'urge', 'customer', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('accepted', 'edit', 'system', 'accepted', '{delivery,pickup,dine_in}'),
  ('accepted', 'reschedule', 'system', 'accepted', '{delivery,pickup,dine_in,on_site}'),
  ('preparing', 'mark_ready', 'merchant', 'ready', '{delivery,pickup,dine_in}'),
  ('preparing', 'cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'agree_cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'agree_cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'agree_cancel', 'system', 'cancelled', '{delivery,pickup,dine_in}'),
  ('preparing', 'delay', 'merchant', 'preparing', '{delivery,pickup,dine_in}'),
  ('preparing', 'delay', 'ops', 'preparing', '{delivery,pickup,dine_in}'),
  ('preparing', 'urge', 'customer', 'preparing', '{delivery,pickup,dine_in}'),
  ('preparing', 'edit', 'system', 'preparing', '{delivery,pickup,dine_in}'),
  ('ready', 'depart', 'rider', 'in_delivery', '{delivery}'),
  ('ready', 'await_pickup', 'system', 'awaiting_pickup', '{pickup}'),
  ('ready', 'start_service', 'merchant', 'in_service', '{dine_in}'),
  ('ready', 'complete', 'merchant', 'completed', '{dine_in}'),
  ('ready', 'no_show', 'merchant', 'cancelled', '{dine_in}'),
  ('ready', 'cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in}'),
  ('ready', 'agree_cancel', 'merchant', 'cancelled', '{delivery,pickup,dine_in}'),
  ('ready', 'agree_cancel', 'ops', 'cancelled', '{delivery,pickup,dine_in}'),
  ('ready', 'urge', 'customer', 'ready', '{delivery,dine_in}'),
  ('awaiting_pickup', 'collect', 'merchant', 'completed', '{pickup}'),
  ('awaiting_pickup', 'cancel', 'ops', 'cancelled', '{pickup}'),
  ('in_delivery', 'complete', 'rider', 'completed', '{delivery}'),
  ('in_delivery', 'complete', 'ops', 'completed', '{delivery}'),
  ('in_delivery', 'cancel', 'ops', 'cancelled', '{delivery}'),
  ('in_delivery', 'urge', 'customer', 'in_delivery', '{delivery}'),
  ('in_service', 'complete', 'merchant', 'completed', '{dine_in,on_site}'),
  ('in_service', 'complete', 'system', 'completed', '{voucher}'),
  ('in_service', 'cancel', 'system', 'cancelled', '{voucher}'),
  ('in_service', 'cancel', 'ops', 'cancelled', '{dine_in,on_site}')
) as t (from_status, command, actor, to_status, fulfillment_types)
on conflict (from_status, command, actor) do update
set to_status = excluded.to_status, fulfillment_types = excluded.fulfillment_types;

insert into public.order_cancel_policies (command, from_status, actor, refund_bps, liable_party) values
  ('cancel', 'placed', 'customer', 10000, 'customer'),
  ('cancel', 'accepted', 'merchant', 10000, 'merchant'),
  ('cancel', 'preparing', 'merchant', 10000, 'merchant'),
  ('reject', 'placed', 'merchant', 10000, 'merchant'),
  ('time_out', 'placed', 'system', 10000, 'merchant'),
  ('agree_cancel', 'accepted', 'merchant', 10000, 'customer'),
  ('agree_cancel', 'accepted', 'ops', 10000, 'customer'),
  ('agree_cancel', 'accepted', 'system', 10000, 'merchant'),
  ('agree_cancel', 'preparing', 'merchant', 5000, 'customer'),
  ('agree_cancel', 'preparing', 'ops', 5000, 'customer'),
  ('agree_cancel', 'preparing', 'system', 10000, 'merchant'),
  ('agree_cancel', 'ready', 'merchant', 0, 'customer'),
  ('agree_cancel', 'ready', 'ops', 0, 'customer'),
  ('no_show', 'accepted', 'merchant', 7000, 'customer'),
  ('no_show', 'ready', 'merchant', 0, 'customer')
on conflict (command, from_status, actor) do nothing;

insert into public.reason_codes (code, applies_to, actor, label, translations, sort_order) values
  ('payment_overdue', 'order_cancel', 'system', '超时未支付', '{"en": {"label": "Not paid in time"}}', 10),
  ('store_no_answer', 'order_cancel', 'system', '商家超时未接单', '{"en": {"label": "The store did not answer in time"}}', 20),
  ('vouchers_refunded', 'order_cancel', 'system', '团购券已全部退款', '{"en": {"label": "All vouchers were refunded"}}', 25),
  ('changed_mind', 'order_cancel', 'customer', '不想要了', '{"en": {"label": "I changed my mind"}}', 30),
  ('wrong_address', 'order_cancel', 'customer', '地址填错了', '{"en": {"label": "Wrong address"}}', 40),
  ('too_long', 'order_cancel', 'customer', '等待时间太长', '{"en": {"label": "It takes too long"}}', 50),
  ('kitchen_problem', 'order_cancel', 'merchant', '无法完成制作', '{"en": {"label": "The kitchen cannot finish it"}}', 60),
  ('customer_no_show', 'order_cancel', 'merchant', '顾客未到', '{"en": {"label": "The customer did not come"}}', 65),
  ('ops_decision', 'order_cancel', 'ops', '平台取消', '{"en": {"label": "Cancelled by the platform"}}', 70),
  ('sold_out', 'order_reject', 'merchant', '商品售罄', '{"en": {"label": "Sold out"}}', 80),
  ('too_busy', 'order_reject', 'merchant', '太忙无法接单', '{"en": {"label": "Too busy"}}', 90),
  ('closing_soon', 'order_reject', 'merchant', '即将打烊', '{"en": {"label": "Closing soon"}}', 100),
  ('customer_absent', 'delivery_fail', 'rider', '联系不上顾客', '{"en": {"label": "Customer cannot be reached"}}', 110),
  ('goods_damaged', 'delivery_fail', 'rider', '商品损坏', '{"en": {"label": "Goods damaged"}}', 120),
  ('too_far', 'offer_decline', 'rider', '距离太远', '{"en": {"label": "Too far"}}', 130),
  ('hands_full', 'offer_decline', 'rider', '手上单太多', '{"en": {"label": "Too many tasks"}}', 140)
on conflict (code) do nothing;

insert into public.settings (key, value, description) values
  ('order.quote_seconds', '900', 'How long a quote is good for, in seconds'),
  ('order.quotes_per_minute', '60', 'A customer asks for at most this many quotes a minute'),
  ('order.max_unpaid', '10', 'A customer holds at most this many unpaid orders'),
  ('order.payment_timeout_seconds', '900', 'An unpaid order expires after this many seconds'),
  ('order.accept_timeout_seconds', '300', 'A store that does not answer loses the order after this many seconds'),
  ('order.booking_accept_timeout_seconds', '1800', 'The same for a service at the customer''s address'),
  ('order.schedule_lead_seconds', '3600', 'A scheduled order is begun this many seconds before its slot'),
  ('order.request_timeout_seconds', '600', 'An unanswered change of slot or lines is declined, an unanswered cancellation agreed to, after this many seconds'),
  ('order.urge_interval_seconds', '300', 'A customer urges an order again after this many seconds'),
  ('order.max_delay_minutes', '120', 'A store puts an order off by at most this many minutes in all')
on conflict (key) do nothing;

-- 55_booking/910_transitions.sql
insert into public.booking_transitions (from_status, command, actor, to_status) values
  ('requested', 'confirm', 'merchant', 'confirmed'),
  ('requested', 'confirm', 'ops', 'confirmed'),
  ('requested', 'cancel', 'system', 'cancelled'),
  ('confirmed', 'start', 'merchant', 'in_service'),
  ('confirmed', 'start', 'ops', 'in_service'),
  ('confirmed', 'finish', 'merchant', 'done'),
  ('confirmed', 'no_show', 'merchant', 'no_show'),
  ('confirmed', 'cancel', 'system', 'cancelled'),
  ('in_service', 'finish', 'merchant', 'done'),
  ('in_service', 'finish', 'ops', 'done'),
  ('in_service', 'cancel', 'system', 'cancelled')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.voucher_transitions (from_status, command, actor, to_status) values
  ('issued', 'redeem', 'merchant', 'redeemed'),
  ('issued', 'expire', 'system', 'expired'),
  ('issued', 'refund', 'customer', 'refunded'),
  ('issued', 'refund', 'system', 'refunded'),
  ('expired', 'refund', 'system', 'refunded')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.settings (key, value, description) values
  ('booking.default_minutes', '60', 'How long a booking takes when its service does not say')
on conflict (key) do nothing;

-- 60_payment/910_transitions.sql
insert into public.payment_transitions (from_status, command, to_status) values
  ('pending', 'capture', 'captured'),
  ('pending', 'fail', 'failed'),
  ('pending', 'void', 'voided'),
  ('voided', 'capture', 'captured'),
  ('failed', 'capture', 'captured'),
  ('captured', 'refund_part', 'partially_refunded'),
  ('captured', 'refund_full', 'refunded'),
  ('partially_refunded', 'refund_part', 'partially_refunded'),
  ('partially_refunded', 'refund_full', 'refunded')
on conflict (from_status, command) do update set to_status = excluded.to_status;

insert into public.refund_transitions (from_status, command, actor, to_status) values
  ('requested', 'approve', 'merchant', 'merchant_approved'),
  ('requested', 'reject', 'merchant', 'merchant_rejected'),
  ('requested', 'time_out', 'system', 'merchant_approved'),
  ('requested', 'withdraw', 'customer', 'withdrawn'),
  ('requested', 'decide', 'ops', 'platform_decided'),
  ('requested', 'dismiss', 'ops', 'withdrawn'),
  ('requested', 'close', 'system', 'withdrawn'),
  ('requested', 'start', 'system', 'refunding'),
  ('merchant_rejected', 'escalate', 'customer', 'escalated'),
  ('merchant_rejected', 'withdraw', 'customer', 'withdrawn'),
  ('merchant_rejected', 'close', 'system', 'withdrawn'),
  ('escalated', 'decide', 'ops', 'platform_decided'),
  ('escalated', 'dismiss', 'ops', 'withdrawn'),
  ('escalated', 'withdraw', 'customer', 'withdrawn'),
  ('escalated', 'close', 'system', 'withdrawn'),
  ('merchant_approved', 'start', 'system', 'refunding'),
  ('platform_decided', 'start', 'system', 'refunding'),
  ('refunding', 'confirm', 'system', 'refunded')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.reason_codes (code, applies_to, actor, label, translations, sort_order) values
  ('item_missing', 'refund_request', 'customer', '少送或漏送', '{"en": {"label": "Something is missing"}}', 200),
  ('item_wrong', 'refund_request', 'customer', '送错商品', '{"en": {"label": "Wrong item"}}', 210),
  ('item_bad', 'refund_request', 'customer', '商品质量问题', '{"en": {"label": "Something is wrong with it"}}', 220),
  ('too_late', 'refund_request', 'customer', '送达太晚', '{"en": {"label": "It came too late"}}', 230),
  ('never_came', 'refund_request', 'customer', '没有收到', '{"en": {"label": "It never came"}}', 240)
on conflict (code) do nothing;

insert into public.settings (key, value, description) values
  ('refund.answer_seconds', '86400', 'A store that does not answer a refund request in this many seconds has agreed'),
  ('refund.request_days', '7', 'For how many days after completion a refund may be asked for'),
  ('wallet.description', '"钱包充值"', 'How a top-up is called at the payment provider'),
  ('wallet.top_up_minimum_cents', '100', 'The least that a customer may put into the wallet at once'),
  ('wallet.top_up_maximum_cents', '200000', 'The most that a customer may put into the wallet at once')
on conflict (key) do nothing;

-- 70_ledger/910_commission.sql
insert into public.commission_plans (id, name, translations, is_default) values
  ('00000000-0000-4000-8000-000000000101', '标准', '{"en": {"name": "Standard"}}', true)
on conflict (id) do nothing;

insert into public.commission_rules (id, plan_id, name, percent_bps) values
  ('00000000-0000-4000-8000-000000000102', '00000000-0000-4000-8000-000000000101', '商品金额', 1500)
on conflict (id) do nothing;

-- 72_payout/910_transitions.sql
insert into public.payout_transitions (from_status, command, actor, to_status) values
  ('pending', 'approve', 'ops', 'processing'),
  ('pending', 'cancel', 'merchant', 'cancelled'),
  ('pending', 'cancel', 'rider', 'cancelled'),
  ('pending', 'cancel', 'ops', 'cancelled'),
  ('processing', 'mark_paid', 'ops', 'paid'),
  ('processing', 'mark_paid', 'system', 'paid'),
  ('processing', 'fail', 'ops', 'failed'),
  ('processing', 'fail', 'system', 'failed'),
  -- It was taken for failed, and the provider paid it all the same.
  ('failed', 'mark_paid', 'system', 'paid'),
  ('paid', 'fail', 'ops', 'failed'),
  ('paid', 'fail', 'system', 'failed')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.settings (key, value, description) values
  ('payout.minimum_cents', '100', 'The least that is paid out at once')
on conflict (key) do nothing;

-- 75_delivery/910_transitions.sql
insert into public.delivery_transitions (from_status, command, actor, to_status) values
  ('unassigned', 'offer', 'system', 'offered'),
  ('offered', 'withdraw_offer', 'system', 'unassigned'),
  ('offered', 'accept_offer', 'rider', 'assigned'),
  ('unassigned', 'assign', 'ops', 'assigned'),
  ('unassigned', 'grab', 'rider', 'assigned'),
  ('assigned', 'give_back', 'rider', 'unassigned'),
  ('arrived_at_store', 'give_back', 'rider', 'unassigned'),
  ('assigned', 'unassign', 'system', 'unassigned'),
  ('arrived_at_store', 'unassign', 'system', 'unassigned'),
  ('assigned', 'unassign', 'ops', 'unassigned'),
  ('arrived_at_store', 'unassign', 'ops', 'unassigned'),
  ('assigned', 'arrive_at_store', 'rider', 'arrived_at_store'),
  ('arrived_at_store', 'pick_up', 'rider', 'picked_up'),
  ('picked_up', 'arrive_at_customer', 'rider', 'arrived_at_customer'),
  ('arrived_at_customer', 'deliver', 'rider', 'delivered'),
  ('picked_up', 'hand_over', 'ops', 'picked_up'),
  ('arrived_at_customer', 'hand_over', 'ops', 'picked_up'),
  ('picked_up', 'deliver', 'ops', 'delivered'),
  ('arrived_at_customer', 'deliver', 'ops', 'delivered'),
  ('picked_up', 'fail', 'ops', 'failed'),
  ('arrived_at_customer', 'fail', 'ops', 'failed'),
  ('failed', 'return', 'rider', 'failed'),
  ('failed', 'return', 'merchant', 'failed'),
  ('failed', 'return', 'ops', 'failed'),
  ('unassigned', 'cancel', 'system', 'cancelled'),
  ('offered', 'cancel', 'system', 'cancelled'),
  ('assigned', 'cancel', 'system', 'cancelled'),
  ('arrived_at_store', 'cancel', 'system', 'cancelled')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.reason_codes (code, applies_to, actor, label, translations, sort_order) values
  ('address_wrong', 'delivery_fail', 'rider', '地址有误', '{"en": {"label": "The address is wrong"}}', 111),
  ('vehicle_broken', 'delivery_fail', 'rider', '车辆故障', '{"en": {"label": "The vehicle broke down"}}', 112),
  ('accident', 'delivery_fail', 'rider', '发生事故', '{"en": {"label": "An accident"}}', 113),
  ('store_closed', 'delivery_fail', 'rider', '商家未营业', '{"en": {"label": "The store is closed"}}', 114),
  ('goods_not_ready', 'delivery_fail', 'rider', '商家出餐过慢', '{"en": {"label": "The goods are not ready"}}', 115),
  ('rider_dark', 'delivery_fail', 'system', '骑手失联', '{"en": {"label": "The rider cannot be reached"}}', 116),
  ('delivery_failed', 'order_cancel', 'ops', '配送失败', '{"en": {"label": "The delivery failed"}}', 75)
on conflict (code) do nothing;

-- 80_dispatch/910_triggers.sql
create trigger zones_add_dispatch_parameters
after insert on public.zones
for each row execute function private.add_dispatch_parameters();

create trigger zones_keep_parameter_change
after update on public.zones
for each row execute function private.keep_parameter_change();

create trigger dispatch_parameters_check
before insert or update on public.dispatch_parameters
for each row execute function private.check_dispatch_parameters();

create trigger dispatch_parameters_keep_change
after update on public.dispatch_parameters
for each row execute function private.keep_parameter_change();

create trigger road_edges_forget_travel
after insert or update or delete on private.road_edges
for each statement execute function private.forget_travel();

-- 85_notification/910_rules.sql
insert into public.notification_rules (event, audience, channel, template, title, body, translations) values
  ('order.placed', 'merchant', 'in_app', 'new_order', '新订单 {number}', '{store} 收到新订单，实付 {total}，请尽快接单。',
   '{"en": {"title": "New order {number}", "body": "{store} has a new order of {total}. Please answer soon."}}'),
  ('order.accepted', 'customer', 'in_app', 'order_accepted', '商家已接单', '{store} 已接单，正在为您准备。',
   '{"en": {"title": "Order accepted", "body": "{store} is preparing your order."}}'),
  ('order.in_delivery', 'customer', 'in_app', 'order_in_delivery', '骑手已取餐', '您在 {store} 的订单已在路上。',
   '{"en": {"title": "On the way", "body": "Your order from {store} is on the way."}}'),
  ('order.in_delivery', 'customer', 'sms', 'order_in_delivery', '骑手已取餐', '您在 {store} 的订单 {number} 已在路上。', '{}'),
  ('order.completed', 'customer', 'in_app', 'order_completed', '订单已送达', '您在 {store} 的订单已完成，感谢您的光临。',
   '{"en": {"title": "Delivered", "body": "Your order from {store} is complete. Enjoy!"}}'),
  ('order.rejected', 'customer', 'in_app', 'order_rejected', '商家未能接单', '{store} 未能接单，款项将原路退回。',
   '{"en": {"title": "Order declined", "body": "{store} could not take your order. Your money is on its way back."}}'),
  ('order.rejected', 'customer', 'sms', 'order_closed', '商家未能接单', '{store} 未能接单，订单 {number} 的款项将原路退回。', '{}'),
  ('order.cancelled', 'customer', 'in_app', 'order_cancelled', '订单已取消', '您在 {store} 的订单已取消，已付款项将原路退回。',
   '{"en": {"title": "Order cancelled", "body": "Your order from {store} was cancelled. What you paid is on its way back."}}'),
  ('order.cancelled', 'customer', 'sms', 'order_closed', '订单已取消', '{store} 的订单 {number} 已取消，已付款项将原路退回。', '{}'),
  ('order.cancelled', 'merchant', 'in_app', 'order_cancelled', '订单 {number} 已取消', '{store} 的订单 {number} 已取消。',
   '{"en": {"title": "Order {number} cancelled", "body": "Order {number} of {store} was cancelled."}}'),
  ('stock.low', 'merchant', 'in_app', 'stock_low', '「{product}」快卖完了', '{store} 的「{product}」只剩 {left} 份。',
   '{"en": {"title": "{product} runs low", "body": "{store} has {left} left of {product}."}}'),
  ('stock.sold_out', 'merchant', 'in_app', 'stock_sold_out', '「{product}」已售罄', '{store} 的「{product}」已卖完，已自动停售。',
   '{"en": {"title": "{product} is sold out", "body": "{store} has no {product} left; it is no longer sold."}}'),
  ('order.urge', 'merchant', 'in_app', 'order_urged', '顾客催单 {number}', '{store} 的订单 {number} 被顾客催促，请尽快处理。',
   '{"en": {"title": "Order {number} is urged", "body": "The customer of order {number} of {store} asks you to hurry."}}'),
  ('order.delay', 'customer', 'in_app', 'order_delayed', '订单稍有延迟', '{store} 的订单 {number} 需要更多时间，请谅解。',
   '{"en": {"title": "A little later", "body": "{store} needs more time for order {number}."}}'),
  ('order.edit', 'customer', 'in_app', 'order_edited', '订单已变更', '{store} 已变更订单 {number}，差额将原路退回。',
   '{"en": {"title": "Order changed", "body": "{store} changed order {number}. The difference is on its way back."}}'),
  ('order.ask_slot', 'customer', 'in_app', 'order_ask_slot', '商家想更改时间', '{store} 想更改订单 {number} 的时间，请确认。',
   '{"en": {"title": "Another time?", "body": "{store} asks for another time for order {number}."}}'),
  ('order.ask_edit', 'customer', 'in_app', 'order_ask_edit', '商家想变更商品', '{store} 想变更订单 {number} 的商品，请确认。',
   '{"en": {"title": "Change of items?", "body": "{store} asks to change items of order {number}."}}'),
  ('order.ask_cancel', 'merchant', 'in_app', 'order_ask_cancel', '顾客申请取消 {number}', '{store} 的订单 {number} 申请取消，请尽快处理。',
   '{"en": {"title": "Cancel order {number}?", "body": "The customer of order {number} of {store} asks to cancel."}}'),
  ('order.declined_cancel', 'customer', 'in_app', 'order_declined_cancel', '商家未同意取消', '{store} 未同意取消订单 {number}。',
   '{"en": {"title": "Not cancelled", "body": "{store} did not agree to cancel order {number}."}}'),
  ('order.declined_slot', 'merchant', 'in_app', 'order_declined_slot', '顾客未同意改期', '订单 {number} 的顾客未同意更改时间。',
   '{"en": {"title": "Time not changed", "body": "The customer of order {number} keeps the time."}}'),
  ('order.declined_edit', 'merchant', 'in_app', 'order_declined_edit', '顾客未同意变更', '订单 {number} 的顾客未同意变更商品。',
   '{"en": {"title": "Items not changed", "body": "The customer of order {number} did not agree to the change."}}'),
  ('order.reschedule', 'merchant', 'in_app', 'order_rescheduled', '订单 {number} 已改期', '{store} 的订单 {number} 已改到新时间。',
   '{"en": {"title": "Order {number} moved", "body": "Order {number} of {store} has a new time."}}'),
  ('license.expiring', 'merchant', 'in_app', 'license_expiring', '证照即将到期', '{store} 的证照 {number} 还有 {left} 天到期，到期后将不能接单，请尽快更新。',
   '{"en": {"title": "A licence expires soon", "body": "Licence {number} of {store} expires in {left} days. Without a new one no orders can be taken."}}')
on conflict (event, audience, channel) do nothing;

-- 90_realtime/910_publication.sql
-- Back-office lists follow these tables; everything else goes by private topics.
alter publication supabase_realtime add table public.categories, public.promotions, public.products, public.orders;

-- 95_storage/910_buckets.sql
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('pictures', 'pictures', true, 5242880, '{image/png,image/jpeg,image/webp,image/avif}'),
  ('after-sale', 'after-sale', false, 5242880, '{image/png,image/jpeg,image/webp}'),
  ('licenses', 'licenses', false, 10485760, '{image/png,image/jpeg,image/webp,application/pdf}')
on conflict (id) do nothing;

create policy linli_insert_store_picture on storage.objects for insert to authenticated
  with check (bucket_id = 'pictures' and private.can_edit_store_folder(name));
create policy linli_update_store_picture on storage.objects for update to authenticated
  using (bucket_id = 'pictures' and private.can_edit_store_folder(name))
  with check (bucket_id = 'pictures' and private.can_edit_store_folder(name));
create policy linli_delete_store_picture on storage.objects for delete to authenticated
  using (bucket_id = 'pictures' and private.can_edit_store_folder(name));
create policy linli_select_store_picture on storage.objects for select to authenticated
  using (bucket_id = 'pictures' and private.can_edit_store_folder(name));

-- 97_audit/910_settings.sql
insert into public.settings (key, value, description) values
  ('audit.retention_months', '24', 'For how many months the audit log is kept')
on conflict (key) do nothing;

-- 99_jobs/910_schedule.sql
create extension if not exists pg_cron with schema pg_catalog;
select cron.schedule('linli-minute', '* * * * *', 'select private.run_minute()');
select cron.schedule('linli-orders', '* * * * *', 'call private.run_due_orders()');
select cron.schedule('linli-day', '17 19 * * *', 'select private.run_day()');
select cron.schedule('linli-members', '37 19 * * *', 'select private.run_member_day()');
select cron.schedule('linli-ledger', '57 19 * * *', 'select private.snapshot_ledger()');
-- Providers have yesterday's statement ready by ten in the morning in China.
select cron.schedule('linli-reconcile', '30 3 * * *', $$select private.call_function('payment-reconcile')$$);

-- 75_delivery/920_triggers.sql
create trigger riders_deactivated
after update of is_active on public.riders
for each row when (old.is_active and not new.is_active)
execute function private.rider_deactivated();

create trigger riders_presence
after update of status on public.riders
for each row when (old.status is distinct from new.status)
execute function private.count_presence();

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('proofs', 'proofs', false, 5242880, '{image/png,image/jpeg,image/webp,image/avif}')
on conflict (id) do nothing;

-- 95_storage/920_licenses.sql
-- Whoever hands a licence in uploads it to a folder of their own; ops read all of them.
create policy linli_insert_license on storage.objects for insert to authenticated
  with check (bucket_id = 'licenses' and split_part(name, '/', 1) = (select auth.uid())::text);
create policy linli_select_license on storage.objects for select to authenticated
  using (bucket_id = 'licenses' and (split_part(name, '/', 1) = (select auth.uid())::text or (select private.is_ops())));

-- 99_jobs/920_dispatch.sql
-- Apart, so that no rider's row is held while the shift of another is paid.
select cron.schedule('linli-riders', '* * * * *', 'select private.watch_riders()');
select cron.schedule('linli-shifts', '* * * * *', 'select private.end_shifts()');
select cron.schedule('linli-learn', '7 * * * *', 'select private.learn_from_deliveries()');

-- 97_audit/990_attach.sql
create trigger audit_log_append_only
before update or delete on public.audit_log
for each row execute function private.refuse_audit_change();

-- Every table that signed-in people may write, but for what is a person's own, and those that commands write for the back office.
do $$
declare
  v_table regclass;
begin
  for v_table in
    select c.oid
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname <> all ('{addresses,profiles,notifications}')
      and (has_table_privilege('authenticated', c.oid, 'insert, update, delete')
        or has_any_column_privilege('authenticated', c.oid, 'insert, update')
        or c.relname = any (array[
          'ops_members', 'merchant_members', 'merchants', 'stores', 'riders', 'zones', 'rate_cards', 'rate_card_rules',
          'order_cancel_policies', 'member_tiers', 'dispatch_parameters', 'rider_pay_rules', 'incident_modes', 'city_conditions',
          'screen_definitions', 'custom_fields', 'custom_resources', 'custom_values']))
    order by c.relname
  loop
    perform private.audit_table(v_table);
  end loop;
end
$$;

do $$
begin
  perform private.audit_table('private.payout_accounts');
end
$$;


