set check_function_bodies = off;

-- 20_store/005_types.sql
create type public.fulfillment_type as enum ('delivery', 'pickup');

-- 00_platform/010_schemas.sql
create extension if not exists postgis with schema extensions;
create extension if not exists pgrouting with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists pg_trgm with schema extensions;

-- Nothing is reachable unless a file here says so.
alter default privileges for role postgres revoke execute on functions from public;
alter default privileges for role postgres in schema public
  revoke select, insert, update, delete on tables from anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  revoke usage, select on sequences from anon, authenticated, service_role;
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

-- 40_promotion/010_types.sql
create type public.promotion_kind as enum ('spend_and_save', 'delivery_discount');
create type public.cost_bearer as enum ('platform', 'merchant');

-- 50_order/010_types.sql
create type public.order_status as enum (
  'draft', 'pending_payment', 'placed', 'accepted', 'preparing', 'ready', 'in_delivery', 'awaiting_pickup',
  'completed', 'rejected', 'cancelled', 'expired');

-- 60_payment/010_types.sql
create type public.payment_provider as enum ('wechat_pay');
create type public.payment_status as enum (
  'pending', 'authorized', 'captured', 'partially_refunded', 'refunded', 'failed', 'voided');
create type public.refund_status as enum (
  'requested', 'merchant_approved', 'merchant_rejected', 'escalated', 'platform_decided',
  'refunding', 'refunded', 'withdrawn');
create type public.liable_party as enum ('customer', 'merchant', 'rider', 'platform');

-- 70_ledger/010_types.sql
create type public.ledger_account_kind as enum (
  'psp_clearing', 'customer_wallet', 'merchant_payable', 'rider_payable', 'platform_commission',
  'delivery_revenue', 'promo_expense', 'refund_liability', 'tax_payable', 'cash_in_transit', 'adjustments');

-- 75_delivery/010_types.sql
create type public.delivery_status as enum (
  'unassigned', 'offered', 'assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer',
  'delivered', 'failed', 'cancelled');

-- 80_dispatch/010_types.sql
create type public.dispatch_offer_status as enum ('offered', 'accepted', 'declined', 'expired', 'withdrawn');

-- 00_platform/015_types.sql
create type public.actor_role as enum ('customer', 'merchant', 'rider', 'ops', 'system');
comment on type public.actor_role is 'Who may issue a command in a state machine.';

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
  applies_to text not null check (applies_to in ('order_cancel', 'order_reject', 'delivery_fail', 'offer_decline')),
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
  created_at timestamptz not null default now()
);
comment on table public.cities is 'A town that the operator serves. lon and lat (WGS-84) are where its map opens.';
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
  commission_bps int not null default 1500 check (commission_bps between 0 and 10000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.merchants is 'Legal party that sells and gets settled.';
comment on column public.merchants.commission_bps is 'Platform commission on goods after the merchant''s own discounts, in hundredths of a percent.';

create table public.categories (
  id uuid primary key default gen_random_uuid(),
  parent_id uuid references public.categories on delete restrict,
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  icon text not null default 'store',
  sort_order int not null default 0,
  is_active boolean not null default true,
  check (parent_id <> id)
);
comment on table public.categories is 'Category tree of the storefront, edited by ops.';
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
  closed_until timestamptz,
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
comment on column public.stores.delivery_area is 'Where the store delivers; null means the whole city by the rate card''s reach.';
create index stores_location on public.stores using gist (location) where is_published;
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
comment on table public.store_hours is 'Weekly ranges in the city''s time zone. A range that closes at or before it opens runs overnight and belongs to the day it opens.';
comment on column public.store_hours.weekday is '0 is Sunday.';

create table public.store_hour_exceptions (
  store_id uuid not null references public.stores on delete cascade,
  on_date date not null,
  opens_at time,
  closes_at time,
  primary key (store_id, on_date),
  check ((opens_at is null) = (closes_at is null))
);
comment on table public.store_hour_exceptions is 'Replaces the weekly hours on one date; without times the store is closed.';

create table public.rate_cards (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null unique references public.cities on delete cascade,
  base_cents bigint not null check (base_cents >= 0),
  included_meters int not null check (included_meters >= 0),
  per_km_cents bigint not null check (per_km_cents >= 0),
  reach_meters int not null check (reach_meters > 0)
);
comment on table public.rate_cards is 'Delivery fee of a city: a base for the first metres, then per started kilometre, up to the reach.';

-- 30_catalog/020_tables.sql
create table public.menu_sections (
  id uuid primary key default gen_random_uuid(),
  store_id uuid not null references public.stores on delete cascade,
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  sort_order int not null default 0
);
comment on table public.menu_sections is 'Headings of a store''s menu.';
create index menu_sections_store_id on public.menu_sections (store_id, sort_order);

create table public.products (
  id uuid primary key default gen_random_uuid(),
  store_id uuid not null references public.stores on delete cascade,
  section_id uuid not null references public.menu_sections on delete restrict,
  name text not null check (length(name) between 1 and 80),
  translations jsonb not null default '{}',
  description text not null default '',
  price_cents bigint not null check (price_cents >= 0),
  original_price_cents bigint check (original_price_cents > price_cents),
  image_path text,
  is_available boolean not null default true,
  sold_out_until timestamptz,
  monthly_sales_count int not null default 0,
  sort_order int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.products is 'What a store sells; prices in minor units of the city''s currency.';
create index products_store_id on public.products (store_id, sort_order);
create index products_section_id on public.products (section_id);
create index products_name_trgm on public.products using gin (name extensions.gin_trgm_ops);

create table public.modifier_groups (
  id uuid primary key default gen_random_uuid(),
  product_id uuid not null references public.products on delete cascade,
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  min_count int not null default 0 check (min_count >= 0),
  max_count int not null default 1,
  sort_order int not null default 0,
  check (max_count >= greatest(min_count, 1))
);
comment on table public.modifier_groups is 'Choices of a product: at least min_count, at most max_count of its modifiers.';
create index modifier_groups_product_id on public.modifier_groups (product_id, sort_order);

create table public.modifiers (
  id uuid primary key default gen_random_uuid(),
  group_id uuid not null references public.modifier_groups on delete cascade,
  name text not null check (length(name) between 1 and 40),
  translations jsonb not null default '{}',
  price_cents bigint not null default 0 check (price_cents >= 0),
  is_available boolean not null default true,
  sort_order int not null default 0
);
create index modifiers_group_id on public.modifiers (group_id, sort_order);

create table public.stock_items (
  product_id uuid primary key references public.products on delete cascade,
  on_hand_count int not null check (on_hand_count >= 0),
  reserved_count int not null default 0 check (reserved_count >= 0),
  updated_at timestamptz not null default now(),
  check (reserved_count <= on_hand_count)
);
comment on table public.stock_items is 'Stock of products that are counted; a product without a row is not counted.';

-- 40_promotion/020_tables.sql
create table public.promotions (
  id uuid primary key default gen_random_uuid(),
  city_id uuid not null references public.cities on delete cascade,
  store_id uuid references public.stores on delete cascade,
  kind public.promotion_kind not null,
  name text not null check (length(name) between 1 and 60),
  translations jsonb not null default '{}',
  tiers jsonb not null,
  cost_bearer public.cost_bearer not null default 'platform',
  priority int not null default 100,
  starts_at timestamptz not null default now(),
  ends_at timestamptz,
  is_active boolean not null default false,
  budget_cents bigint check (budget_cents >= 0),
  used_cents bigint not null default 0 check (used_cents >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at),
  check (budget_cents is null or used_cents <= budget_cents)
);
comment on table public.promotions is 'A discount that ops or a store set without code; store_id null means every store of the city.';
comment on column public.promotions.tiers is 'Array of {"min_cents", "discount_cents"}; the highest tier reached by the goods'' subtotal counts.';
comment on column public.promotions.cost_bearer is 'Who pays the discount; settlement reads it from the order''s adjustment.';
create index promotions_city_id on public.promotions (city_id, store_id) where is_active;
create index promotions_store_id on public.promotions (store_id);

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
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check (total_cents = subtotal_cents + packaging_fee_cents + delivery_fee_cents + tip_cents - discount_cents)
);
comment on table public.quotes is 'A priced cart. The only source of the amount that an order charges.';
create index quotes_customer_id on public.quotes (customer_id);
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
comment on column public.orders.due_at is 'When the current state times out by itself: payment or acceptance overdue.';
comment on column public.orders.closed_at is 'When the order was rejected, cancelled or expired.';
create index orders_customer_id on public.orders (customer_id, created_at desc, id);
create index orders_store_id on public.orders (store_id, created_at desc, id);
create index orders_store_status on public.orders (store_id, status, created_at desc);
create index orders_city_id on public.orders (city_id, created_at desc, id);
create index orders_city_open on public.orders (city_id)
  where status in ('placed', 'accepted', 'preparing', 'ready', 'in_delivery', 'awaiting_pickup');
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
  name text not null,
  translations jsonb not null default '{}',
  modifiers jsonb not null default '[]',
  note text not null default '',
  quantity int not null check (quantity > 0),
  unit_price_cents bigint not null check (unit_price_cents >= 0),
  total_cents bigint not null check (total_cents = unit_price_cents * quantity),
  unique (order_id, line_number)
);
comment on table public.order_items is 'Lines as sold. unit_price_cents includes the modifiers.';
create index order_items_product_id on public.order_items (product_id);

create table public.order_adjustments (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete cascade,
  promotion_id uuid references public.promotions on delete restrict,
  kind public.promotion_kind not null,
  name text not null,
  translations jsonb not null default '{}',
  cost_bearer public.cost_bearer not null,
  amount_cents bigint not null check (amount_cents < 0)
);
comment on table public.order_adjustments is 'Every discount with its source and who bears it.';
create index order_adjustments_order_id on public.order_adjustments (order_id);
create index order_adjustments_promotion_id on public.order_adjustments (promotion_id);

create table public.order_transitions (
  from_status public.order_status not null,
  command text not null,
  actor public.actor_role not null,
  to_status public.order_status not null,
  primary key (from_status, command, actor)
);
comment on table public.order_transitions is 'The order state machine. What is not listed is refused.';

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

create table public.stock_reservations (
  order_id uuid not null references public.orders on delete cascade,
  product_id uuid not null references public.products on delete cascade,
  quantity int not null check (quantity > 0),
  created_at timestamptz not null default now(),
  primary key (order_id, product_id)
);
comment on table public.stock_reservations is 'Counted stock that open orders hold; gone when released or consumed.';
create index stock_reservations_product_id on public.stock_reservations (product_id);

-- 60_payment/020_tables.sql
create table public.payments (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders on delete restrict,
  provider public.payment_provider not null,
  status public.payment_status not null default 'pending',
  out_trade_no text not null unique,
  transaction_id text,
  amount_cents bigint not null check (amount_cents > 0),
  refunded_cents bigint not null default 0 check (refunded_cents >= 0 and refunded_cents <= amount_cents),
  currency text not null,
  captured_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, transaction_id)
);
comment on table public.payments is 'One attempt to charge an order with one provider. Changed by provider events only.';
comment on column public.payments.out_trade_no is 'Our number for the charge, as the provider knows it.';
create index payments_order_id on public.payments (order_id);
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
  status public.refund_status not null default 'requested',
  out_refund_no text not null unique,
  amount_cents bigint not null check (amount_cents > 0),
  liable_party public.liable_party not null,
  reason text not null,
  attempt_count int not null default 0,
  next_attempt_at timestamptz not null default now(),
  refunded_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.refund_requests is 'Money on its way back to the customer, and who bears it.';
create index refund_requests_order_id on public.refund_requests (order_id);
create index refund_requests_payment_id on public.refund_requests (payment_id);
create index refund_requests_open on public.refund_requests (next_attempt_at) where status = 'refunding';

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
  kind text not null check (kind in ('payment_captured', 'order_completed', 'payment_refunded')),
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

-- 75_delivery/020_tables.sql
create table public.riders (
  id uuid primary key references auth.users on delete cascade,
  city_id uuid not null references public.cities on delete restrict,
  display_name text not null check (length(display_name) between 1 and 40),
  phone text not null default '',
  vehicle text not null default 'e_bike' check (vehicle in ('bike', 'e_bike', 'motorbike', 'car')),
  status public.rider_status not null default 'offline',
  is_active boolean not null default true,
  zone_id uuid references public.zones on delete set null,
  lon double precision,
  lat double precision,
  heading double precision,
  position_at timestamptz,
  reported_at timestamptz,
  created_at timestamptz not null default now()
);
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
  assigned_at timestamptz,
  picked_up_at timestamptz,
  delivered_at timestamptz,
  closed_at timestamptz,
  reason_code text references public.reason_codes on delete restrict,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table public.deliveries is 'The rider''s task for an order. Changed by commands only.';
create index deliveries_rider_id on public.deliveries (rider_id, created_at desc);
create index deliveries_store_id on public.deliveries (store_id);
create index deliveries_city_id on public.deliveries (city_id);
create index deliveries_zone_open on public.deliveries (zone_id) where status in ('unassigned', 'offered');
create index deliveries_rider_open on public.deliveries (rider_id)
  where status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer');
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

create table public.dispatch_offers (
  id uuid primary key default gen_random_uuid(),
  tick_id uuid references public.dispatch_ticks on delete set null,
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
create index dispatch_offers_reason_code on public.dispatch_offers (reason_code);

-- 85_notification/020_tables.sql
create table public.notification_rules (
  id uuid primary key default gen_random_uuid(),
  event text not null check (event ~ '^order\.[a-z_]+$'),
  audience text not null check (audience in ('customer', 'merchant')),
  channel text not null check (channel in ('in_app', 'sms')),
  template text not null,
  title text not null,
  body text not null,
  translations jsonb not null default '{}',
  is_active boolean not null default true,
  unique (event, audience, channel)
);
comment on table public.notification_rules is 'Which order event tells whom, how, in which words; edited by ops. {number}, {store} and {total} are filled in.';
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

-- 30_catalog/100_fn_product_is_sold_out.sql
create function private.product_is_sold_out(p_product public.products)
returns boolean
language sql
stable
set search_path = ''
as $$
  select coalesce(p_product.sold_out_until > now(), false)
    or coalesce((
      select s.on_hand_count - s.reserved_count <= 0
      from public.stock_items s where s.product_id = p_product.id), false);
$$;

-- 40_promotion/100_fn_promotion_is_live.sql
create function private.promotion_is_live(p_promotion public.promotions)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_promotion.is_active
    and p_promotion.starts_at <= now()
    and (p_promotion.ends_at is null or p_promotion.ends_at > now())
    and (p_promotion.budget_cents is null or p_promotion.used_cents < p_promotion.budget_cents);
$$;

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

-- 50_order/100_fn_price_lines.sql
create function private.price_lines(p_store_id uuid, p_items jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_bad record;
  v_lines jsonb;
begin
  if jsonb_typeof(p_items) is distinct from 'array' or jsonb_array_length(p_items) = 0 then
    perform private.raise('cart.empty', 422);
  end if;
  if jsonb_array_length(p_items) > 100 then
    perform private.raise('cart.too_many_lines', 422);
  end if;

  select i.product_id, p.name into v_bad
  from jsonb_to_recordset(p_items) as i (product_id uuid, quantity int)
  left join public.products p on p.id = i.product_id and p.store_id = p_store_id and p.is_available
  where p.id is null or i.quantity is null or i.quantity not between 1 and 999
  limit 1;
  if found then
    perform private.raise('cart.product_unavailable', 422,
      jsonb_build_object('product_id', v_bad.product_id, 'name', v_bad.name));
  end if;

  select p.id as product_id, p.name into v_bad
  from (
    select i.product_id, sum(i.quantity) as quantity
    from jsonb_to_recordset(p_items) as i (product_id uuid, quantity int)
    group by i.product_id
  ) w
  join public.products p on p.id = w.product_id
  left join public.stock_items s on s.product_id = p.id
  where coalesce(p.sold_out_until > now(), false) or s.on_hand_count - s.reserved_count < w.quantity
  limit 1;
  if found then
    perform private.raise('stock.sold_out', 409,
      jsonb_build_object('product_id', v_bad.product_id, 'name', v_bad.name));
  end if;

  -- Each chosen modifier must be on sale, belong to the product, and be chosen once.
  select p.id as product_id, p.name into v_bad
  from jsonb_array_elements(p_items) with ordinality as l (item, line)
  cross join lateral jsonb_array_elements_text(coalesce(l.item -> 'modifier_ids', '[]')) as chosen (id)
  join public.products p on p.id = (l.item ->> 'product_id')::uuid
  left join public.modifiers m on m.id = chosen.id::uuid and m.is_available
  left join public.modifier_groups g on g.id = m.group_id and g.product_id = p.id
  group by l.line, p.id, p.name
  having bool_or(g.id is null) or count(*) <> count(distinct chosen.id)
  limit 1;
  if found then
    perform private.raise('cart.modifier_unavailable', 422,
      jsonb_build_object('product_id', v_bad.product_id, 'name', v_bad.name));
  end if;

  select p.id as product_id, p.name, g.name as group_name, g.min_count, g.max_count into v_bad
  from jsonb_array_elements(p_items) with ordinality as l (item, line)
  join public.products p on p.id = (l.item ->> 'product_id')::uuid
  join public.modifier_groups g on g.product_id = p.id
  left join public.modifiers m
    on m.group_id = g.id and coalesce(l.item -> 'modifier_ids', '[]') ? m.id::text
  group by l.line, p.id, p.name, g.id, g.name, g.min_count, g.max_count
  having count(m.id) not between g.min_count and g.max_count
  limit 1;
  if found then
    perform private.raise('cart.modifier_count', 422, to_jsonb(v_bad));
  end if;

  select jsonb_agg(jsonb_build_object(
    'product_id', p.id, 'name', p.name, 'translations', p.translations,
    'quantity', (l.item ->> 'quantity')::int,
    'note', left(coalesce(l.item ->> 'note', ''), 100),
    'modifiers', chosen.modifiers,
    'unit_price_cents', p.price_cents + chosen.price_cents,
    'total_cents', (p.price_cents + chosen.price_cents) * (l.item ->> 'quantity')::int) order by l.line)
  into v_lines
  from jsonb_array_elements(p_items) with ordinality as l (item, line)
  join public.products p on p.id = (l.item ->> 'product_id')::uuid
  cross join lateral (
    select
      coalesce(sum(m.price_cents), 0)::bigint as price_cents,
      coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'group', g.name, 'name', m.name, 'translations', m.translations,
        'price_cents', m.price_cents) order by g.sort_order, m.sort_order, m.id), '[]') as modifiers
    from public.modifiers m
    join public.modifier_groups g on g.id = m.group_id
    where g.product_id = p.id and coalesce(l.item -> 'modifier_ids', '[]') ? m.id::text
  ) chosen;
  return v_lines;
end;
$$;
comment on function private.price_lines(uuid, jsonb) is
  'Cart items [{product_id, quantity, modifier_ids, note}] as priced lines; refuses with a key what cannot be sold.';

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
  select id into v_id from public.ledger_accounts
  where kind = p_kind and owner_id is not distinct from p_owner_id and currency = p_currency;
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
  v_id uuid;
  v_sum numeric;
begin
  select coalesce(sum((e ->> 'amount_cents')::bigint), 0) into v_sum from jsonb_array_elements(p_entries) e;
  if v_sum <> 0 then
    raise exception 'ledger transaction % does not balance: %', p_event_key, v_sum;
  end if;
  insert into public.ledger_transactions (kind, event_key, order_id, event_at)
  values (p_kind, p_event_key, p_order_id, p_event_at)
  returning id into v_id;
  insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents)
  select v_id,
    private.ledger_account((e ->> 'account')::public.ledger_account_kind, (e ->> 'owner_id')::uuid, p_currency),
    e ->> 'purpose', (e ->> 'amount_cents')::bigint
  from jsonb_array_elements(p_entries) e
  where (e ->> 'amount_cents')::bigint <> 0;
  return v_id;
end;
$$;
comment on function private.post_ledger(text, text, uuid, text, timestamptz, jsonb) is
  'Posts entries [{account, owner_id, purpose, amount_cents}] that must sum to zero; the event key may be posted once.';

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
      assigned_at = case when v_to = 'assigned' then now() when v_to = 'unassigned' then null else assigned_at end,
      picked_up_at = case when v_to = 'picked_up' then now() else picked_up_at end,
      delivered_at = case when v_to = 'delivered' then now() else delivered_at end,
      closed_at = case when v_to in ('failed', 'cancelled') then now() else closed_at end,
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
  select replace(replace(replace(p_text,
    '{number}', coalesce(p_params ->> 'number', '')),
    '{store}', coalesce(p_params ->> 'store', '')),
    '{total}', coalesce(p_params ->> 'total', ''));
$$;

create function private.notify_order(p_order public.orders)
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
  where r.is_active and r.event = 'order.' || p_order.status
    and (r.channel = 'in_app' or coalesce(u.phone, '') <> '');
end;
$$;
comment on function private.notify_order(public.orders) is
  'Puts the messages that the rules ask for into the outbox, in the transaction of the event.';

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

-- 99_jobs/100_fn_run_minute.sql
create function private.run_minute()
returns void
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
begin
  perform private.run_order_timeouts();
  perform private.run_offer_timeouts();
  if exists (select 1 from public.refund_requests where status = 'refunding' and next_attempt_at <= now()) then
    perform private.call_function('payment-refund');
  end if;
  if exists (select 1 from public.list_stale_payments(1)) then
    perform private.call_function('payment-sync');
  end if;
  -- The function goes on ticking until the next minute's call.
  if exists (select 1 from public.list_dispatch_zones()) then
    perform private.call_function('dispatch-tick', jsonb_build_object('loop_seconds', 55));
  end if;
end;
$$;
comment on function private.run_minute() is 'Everything that waits is looked after at least once a minute.';

create function private.run_day()
returns void
language sql
security definer -- runs as the job's owner
set search_path = ''
as $$
  delete from private.idempotency_keys where created_at < now() - interval '7 days';
  delete from private.outbox_messages where finished_at < now() - interval '30 days';
  delete from private.delivered_messages where created_at < now() - interval '30 days';
  delete from public.dispatch_ticks where created_at < now() - interval '14 days';
  delete from public.quotes q
  where q.expires_at < now() - interval '7 days' and not exists (select 1 from public.orders o where o.quote_id = q.id);
$$;
comment on function private.run_day() is 'Forgets what nobody needs any more.';

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
language sql
stable
security definer -- hours are public; reading them here must not depend on the caller
set search_path = ''
as $$
  with local as (
    select s.id, s.closed_until, (p_at at time zone c.timezone) as at
    from public.stores s
    join public.cities c on c.id = s.city_id and c.is_active
    join public.merchants m on m.id = s.merchant_id and m.status = 'active'
    where s.id = p_store_id and s.is_published
  ),
  -- Today's ranges, and yesterday's that run over midnight.
  ranges as (
    select d.day, coalesce(e.opens_at, h.opens_at) as opens_at, coalesce(e.closes_at, h.closes_at) as closes_at
    from local l
    cross join lateral (values (l.at::date), (l.at::date - 1)) as d (day)
    left join public.store_hour_exceptions e on e.store_id = l.id and e.on_date = d.day
    left join public.store_hours h
      on h.store_id = l.id and h.weekday = extract(dow from d.day) and e.store_id is null
  )
  select exists (
    select 1
    from local l
    join ranges r on r.opens_at is not null
    where (l.closed_until is null or l.closed_until <= p_at)
      and l.at >= r.day + r.opens_at
      and l.at < r.day + r.closes_at
        + case when r.closes_at <= r.opens_at then interval '1 day' else interval '0' end);
$$;
comment on function private.store_is_open(uuid, timestamptz) is 'Published, of an active merchant in an active town, within its hours in its own time zone, and not temporarily closed.';

-- 30_catalog/110_fn_product_view.sql
create function private.product_view(p_product public.products)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_product.id, 'name', p_product.name, 'translations', p_product.translations,
    'description', p_product.description, 'price_cents', p_product.price_cents,
    'original_price_cents', p_product.original_price_cents, 'image_path', p_product.image_path,
    'monthly_sales_count', p_product.monthly_sales_count,
    'left_count', (select s.on_hand_count - s.reserved_count from public.stock_items s where s.product_id = p_product.id),
    'is_sold_out', private.product_is_sold_out(p_product),
    'modifier_groups', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'name', g.name, 'translations', g.translations,
        'min_count', g.min_count, 'max_count', g.max_count,
        'modifiers', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'id', m.id, 'name', m.name, 'translations', m.translations,
            'price_cents', m.price_cents, 'is_available', m.is_available) order by m.sort_order, m.id), '[]')
          from public.modifiers m where m.group_id = g.id)
      ) order by g.sort_order, g.id), '[]')
      from public.modifier_groups g where g.product_id = p_product.id));
$$;
comment on function private.product_view(public.products) is 'A product as the store page shows it.';

-- 40_promotion/110_fn_check_tiers.sql
create function private.check_promotion_tiers()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if jsonb_typeof(new.tiers) is distinct from 'array' or jsonb_array_length(new.tiers) not between 1 and 10
    or exists (
      select 1 from jsonb_array_elements(new.tiers) t
      where jsonb_typeof(t -> 'min_cents') is distinct from 'number'
        or jsonb_typeof(t -> 'discount_cents') is distinct from 'number'
        or t ->> 'min_cents' !~ '^\d{1,9}$'
        or t ->> 'discount_cents' !~ '^[1-9]\d{0,8}$'
        or (new.kind = 'spend_and_save' and (t ->> 'discount_cents')::numeric > (t ->> 'min_cents')::numeric))
  then
    perform private.raise('promotion.tiers_invalid', 422);
  end if;
  if new.store_id is not null and not exists (
    select 1 from public.stores where id = new.store_id and city_id = new.city_id)
  then
    perform private.raise('promotion.store_of_other_city', 422);
  end if;
  return new;
end;
$$;

-- 50_order/110_fn_quote_order.sql
create function public.quote_order(
  p_store_id uuid,
  p_items jsonb,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_address_id uuid default null,
  p_tip_cents bigint default 0)
returns jsonb
language plpgsql
security definer -- quotes are written by this function only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_store public.stores;
  v_currency text;
  v_address public.addresses;
  v_lines jsonb;
  v_adjustments jsonb;
  v_subtotal bigint;
  v_packaging bigint;
  v_fee bigint := 0;
  v_discount bigint;
  v_check jsonb;
  v_quote public.quotes;
begin
  select s.* into v_store from public.stores s where s.id = p_store_id and s.is_published;
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  select currency into v_currency from public.cities where id = v_store.city_id;
  if coalesce(p_tip_cents, 0) not between 0 and 100000 then
    perform private.raise('order.tip_invalid', 422);
  end if;
  if p_fulfillment_type = 'delivery' then
    select a.* into v_address from public.addresses a where a.id = p_address_id and a.user_id = v_user_id;
    if not found then
      perform private.raise('identity.address_not_found', 404);
    end if;
  end if;

  v_lines := private.price_lines(v_store.id, p_items);
  select sum((l ->> 'total_cents')::bigint) into v_subtotal from jsonb_array_elements(v_lines) l;
  v_check := public.check_serviceability(
    v_store.id, p_fulfillment_type, v_address.lon, v_address.lat, v_subtotal);
  if not (v_check ->> 'is_serviceable')::boolean then
    perform private.raise(v_check ->> 'reason', 422, v_check);
  end if;

  v_packaging := v_store.packaging_fee_cents;
  v_fee := coalesce((v_check ->> 'delivery_fee_cents')::bigint, 0);
  v_adjustments := private.find_adjustments(v_store, v_subtotal, v_fee);
  select coalesce(-sum((a ->> 'amount_cents')::bigint), 0) into v_discount from jsonb_array_elements(v_adjustments) a;

  insert into public.quotes (
    customer_id, store_id, fulfillment_type, address, lines, adjustments, currency, subtotal_cents,
    packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents,
    distance_meters, estimated_minutes, expires_at)
  values (
    v_user_id, v_store.id, p_fulfillment_type,
    case when v_address.id is not null then to_jsonb(v_address) - '{user_id,is_default,created_at,updated_at}'::text[] end,
    v_lines, v_adjustments, v_currency, v_subtotal, v_packaging, v_fee, v_discount,
    coalesce(p_tip_cents, 0), v_subtotal + v_packaging + v_fee + coalesce(p_tip_cents, 0) - v_discount,
    (v_check ->> 'distance_meters')::int,
    private.estimate_minutes(v_store.preparation_minutes, (v_check ->> 'distance_meters')::double precision),
    now() + private.setting_interval('order.quote_seconds', 900))
  returning * into v_quote;
  return to_jsonb(v_quote) - 'customer_id';
end;
$$;
comment on function public.quote_order(uuid, jsonb, public.fulfillment_type, uuid, bigint) is
  'Prices a cart for the caller and keeps the quote until expires_at. items: [{product_id, quantity, modifier_ids, note}].';

-- 60_payment/110_fn_apply_refund_command.sql
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
      updated_at = now()
  where id = p_refund_id
  returning * into v_refund;
  insert into public.refund_events (refund_request_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_refund_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
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
begin
  if (select sum(amount_cents) from public.ledger_entries where transaction_id = new.transaction_id) <> 0 then
    raise exception 'ledger transaction % does not balance', new.transaction_id;
  end if;
  return null;
end;
$$;

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
begin
  if z not between 0 and 20 or x < 0 or y < 0 or x >= 2 ^ z or y >= 2 ^ z then
    perform private.raise('map.tile_out_of_range', 400);
  end if;
  v_bounds := extensions.st_tileenvelope(z, x, y);
  v_area := extensions.st_transform(extensions.st_tileenvelope(z, x, y, margin => 64.0 / 4096), 4326);
  perform set_config('response.headers', '[{"cache-control": "public, max-age=3600"}]', true);

  select
    (select extensions.st_asmvt(t, 'areas', 4096, 'geom') from (
      select a.kind, a.name, a.translations -> 'en' ->> 'name' as name_en,
        extensions.st_asmvtgeom(extensions.st_transform(a.geom, 3857), v_bounds, 4096, 64) as geom
      from private.map_areas a
      where a.geom operator(extensions.&&) v_area and (a.kind <> 'building' or z >= 15)
    ) t where t.geom is not null)
    ||
    (select extensions.st_asmvt(t, 'roads', 4096, 'geom') from (
      select e.class, e.name, e.is_oneway as oneway, e.translations -> 'en' ->> 'name' as name_en,
        extensions.st_asmvtgeom(extensions.st_transform(e.geom, 3857), v_bounds, 4096, 64) as geom
      from private.road_edges e
      where e.geom operator(extensions.&&) v_area
        and (z >= 14 or e.class in ('motorway', 'primary', 'secondary') or (z >= 12 and e.class = 'residential'))
    ) t where t.geom is not null)
    ||
    (select extensions.st_asmvt(t, 'places', 4096, 'geom') from (
      select p.kind, p.name, p.translations -> 'en' ->> 'name' as name_en,
        extensions.st_asmvtgeom(extensions.st_transform(p.geom, 3857), v_bounds, 4096, 64) as geom
      from private.map_places p
      where p.geom operator(extensions.&&) v_area
    ) t where t.geom is not null)
  into v_tile;
  return coalesce(v_tile, ''::bytea);
end;
$$;
comment on function public.map_tile(int, int, int) is
  'Vector tile (Mapbox Vector Tile 2) of the base map with layers areas, roads, places; web-mercator z/x/y.';

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

-- 20_store/120_fn_delivery_fee.sql
create function private.delivery_fee_cents(p_rate_card public.rate_cards, p_distance_meters double precision)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select p_rate_card.base_cents
    + p_rate_card.per_km_cents * ceil(greatest(0, p_distance_meters - p_rate_card.included_meters) / 1000)::bigint;
$$;
comment on function private.delivery_fee_cents(public.rate_cards, double precision) is
  'Fee in minor units for a straight-line distance in metres.';

-- 30_catalog/120_fn_set_stock.sql
create function public.set_stock(p_product_id uuid, p_on_hand_count int)
returns jsonb
language plpgsql
security definer -- stock rows are changed by functions only
set search_path = ''
as $$
declare
  v_store_id uuid;
  v_row public.stock_items;
begin
  select store_id into v_store_id from public.products where id = p_product_id;
  if v_store_id is null then
    perform private.raise('catalog.product_not_found', 404);
  end if;
  perform private.require_store_staff(v_store_id, '{manager,order_clerk}');
  if p_on_hand_count is null then
    delete from public.stock_items where product_id = p_product_id and reserved_count = 0;
    if not found and exists (select 1 from public.stock_items where product_id = p_product_id) then
      perform private.raise('catalog.stock_reserved', 409);
    end if;
    return null;
  end if;
  if p_on_hand_count < 0 then
    perform private.raise('catalog.stock_negative', 400);
  end if;
  insert into public.stock_items as s (product_id, on_hand_count)
  values (p_product_id, p_on_hand_count)
  on conflict (product_id) do update
    set on_hand_count = excluded.on_hand_count, updated_at = now()
    where s.reserved_count <= excluded.on_hand_count
  returning * into v_row;
  if v_row.product_id is null then
    perform private.raise('catalog.stock_reserved', 409);
  end if;
  return to_jsonb(v_row);
end;
$$;
comment on function public.set_stock(uuid, int) is 'Sets the counted stock of a product; null stops counting. Refused below what orders have reserved.';

-- 40_promotion/120_fn_find_adjustments.sql
create function private.find_adjustments(p_store public.stores, p_subtotal_cents bigint, p_delivery_fee_cents bigint)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_left_goods bigint := p_subtotal_cents;
  v_left_fee bigint := p_delivery_fee_cents;
  v_result jsonb := jsonb_build_array();
  v_row record;
  v_amount bigint;
begin
  -- One promotion of each kind: the best for the customer, earlier priority first among equals.
  for v_row in
    select distinct on (p.kind) p.id, p.kind, p.name, p.translations, p.cost_bearer, best.discount_cents,
      p.budget_cents - p.used_cents as budget_left
    from public.promotions p
    cross join lateral (
      select max((t ->> 'discount_cents')::bigint) as discount_cents
      from jsonb_array_elements(p.tiers) t
      where (t ->> 'min_cents')::bigint <= p_subtotal_cents
    ) best
    where private.promotion_is_live(p)
      and p.city_id = p_store.city_id
      and (p.store_id is null or p.store_id = p_store.id)
      and best.discount_cents is not null
      and (p.budget_cents is null or p.budget_cents - p.used_cents >= best.discount_cents)
    order by p.kind, best.discount_cents desc, p.priority, p.id
  loop
    if v_row.kind = 'spend_and_save' then
      v_amount := least(v_row.discount_cents, v_left_goods);
      v_left_goods := v_left_goods - v_amount;
    else
      v_amount := least(v_row.discount_cents, v_left_fee);
      v_left_fee := v_left_fee - v_amount;
    end if;
    if v_amount > 0 then
      v_result := v_result || jsonb_build_array(jsonb_build_object(
        'promotion_id', v_row.id, 'kind', v_row.kind, 'name', v_row.name, 'translations', v_row.translations,
        'cost_bearer', v_row.cost_bearer, 'amount_cents', -v_amount));
    end if;
  end loop;
  return v_result;
end;
$$;
comment on function private.find_adjustments(public.stores, bigint, bigint) is
  'Discounts that apply to goods and delivery fee, as adjustments with negative amounts; never more than what they discount.';

-- 50_order/120_fn_stock.sql
create function private.reserve_stock(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  -- Sorted, so that two orders never wait for each other in a circle.
  for v_row in
    select i.product_id, sum(i.quantity)::int as quantity, min(i.name) as name
    from public.order_items i
    join public.stock_items s on s.product_id = i.product_id
    where i.order_id = p_order_id
    group by i.product_id
    order by i.product_id
  loop
    update public.stock_items
    set reserved_count = reserved_count + v_row.quantity
    where product_id = v_row.product_id and on_hand_count - reserved_count >= v_row.quantity;
    if not found then
      perform private.raise('stock.sold_out', 409,
        jsonb_build_object('product_id', v_row.product_id, 'name', v_row.name));
    end if;
    insert into public.stock_reservations (order_id, product_id, quantity)
    values (p_order_id, v_row.product_id, v_row.quantity);
  end loop;
end;
$$;
comment on function private.reserve_stock(uuid) is 'Holds counted stock for an order, all or nothing.';

create function private.settle_stock(p_order_id uuid, p_is_sold boolean)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  -- Sorted, as they were reserved.
  for v_row in
    select product_id, quantity from public.stock_reservations where order_id = p_order_id order by product_id
  loop
    update public.stock_items
    set reserved_count = reserved_count - v_row.quantity,
        on_hand_count = on_hand_count - case when p_is_sold then v_row.quantity else 0 end
    where product_id = v_row.product_id;
  end loop;
  delete from public.stock_reservations where order_id = p_order_id;
end;
$$;
comment on function private.settle_stock(uuid, boolean) is 'Ends an order''s reservations: sold stock leaves the shelf, other stock is free again.';

-- 60_payment/120_fn_refund_order_payment.sql
create function private.refund_order_payment(
  p_order_id uuid, p_reason text, p_liable public.liable_party default 'platform', p_payment_id uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_refund_id uuid;
  v_open bigint;
begin
  for v_payment in
    select * from public.payments
    where order_id = p_order_id and (p_payment_id is null or id = p_payment_id)
    order by id for update
  loop
    if v_payment.status = 'pending' then
      perform private.apply_payment_command(
        v_payment.id, 'void', 'void:' || v_payment.id, v_payment.amount_cents, '{}', now());
    elsif v_payment.status in ('captured', 'partially_refunded') then
      select coalesce(sum(amount_cents), 0) into v_open
      from public.refund_requests where payment_id = v_payment.id and status <> 'withdrawn';
      if v_payment.amount_cents > v_open then
        v_refund_id := gen_random_uuid();
        insert into public.refund_requests (id, order_id, payment_id, out_refund_no, amount_cents, liable_party, reason)
        values (v_refund_id, p_order_id, v_payment.id, 'LR' || replace(v_refund_id::text, '-', ''),
          v_payment.amount_cents - v_open, p_liable, p_reason);
        perform private.apply_refund_command(v_refund_id, 'start', 'system');
        perform private.call_function('payment-refund');
      end if;
    end if;
  end loop;
end;
$$;
comment on function private.refund_order_payment(uuid, text, public.liable_party, uuid) is
  'Voids what is not paid yet and sends back all that is paid and not already on its way back; of one payment only when it is named.';

-- 70_ledger/120_fn_post_order_money.sql
create function private.post_capture(p_payment public.payments)
returns void
language sql
set search_path = ''
as $$
  -- Until the order is completed the money is owed back to the customer.
  select private.post_ledger(
    'payment_captured', 'capture:' || p_payment.id, p_payment.order_id, p_payment.currency, p_payment.captured_at,
    jsonb_build_array(
      jsonb_build_object('account', 'psp_clearing', 'purpose', 'capture', 'amount_cents', p_payment.amount_cents),
      jsonb_build_object('account', 'refund_liability', 'purpose', 'capture', 'amount_cents', -p_payment.amount_cents)));
$$;

create function private.post_refund(p_refund public.refund_requests)
returns void
language sql
set search_path = ''
as $$
  select private.post_ledger(
    'payment_refunded', 'refund:' || p_refund.id, p_refund.order_id, p.currency, now(),
    jsonb_build_array(
      jsonb_build_object('account', 'refund_liability', 'purpose', 'refund', 'amount_cents', p_refund.amount_cents),
      jsonb_build_object('account', 'psp_clearing', 'purpose', 'refund', 'amount_cents', -p_refund.amount_cents)))
  from public.payments p where p.id = p_refund.payment_id;
$$;

create function private.post_order_split(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_bps int;
  v_goods_discount bigint;
  v_fee_discount bigint;
  v_platform_discount bigint;
  v_commission bigint;
  v_rider_id uuid;
  v_rider_pay bigint;
begin
  select * into v_order from public.orders where id = p_order_id;
  select commission_bps into v_bps from public.merchants where id = v_order.merchant_id;
  select
    coalesce(-sum(amount_cents) filter (where cost_bearer = 'merchant' and kind = 'spend_and_save'), 0),
    coalesce(-sum(amount_cents) filter (where cost_bearer = 'merchant' and kind = 'delivery_discount'), 0),
    coalesce(-sum(amount_cents) filter (where cost_bearer = 'platform'), 0)
  into v_goods_discount, v_fee_discount, v_platform_discount
  from public.order_adjustments where order_id = p_order_id;
  select d.rider_id, d.rider_pay_cents into v_rider_id, v_rider_pay
  from public.deliveries d where d.order_id = p_order_id and d.status = 'delivered';
  v_commission := round((v_order.subtotal_cents - v_goods_discount) * v_bps / 10000.0);

  -- A tip without a rider (pickup) belongs to the store's people.
  perform private.post_ledger(
    'order_completed', 'complete:' || p_order_id, p_order_id, v_order.currency, v_order.completed_at,
    jsonb_build_array(
      jsonb_build_object('account', 'refund_liability', 'purpose', 'order', 'amount_cents', v_order.total_cents),
      jsonb_build_object('account', 'promo_expense', 'purpose', 'discount', 'amount_cents', v_platform_discount),
      jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'goods',
        'amount_cents', -v_order.subtotal_cents),
      jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'packaging',
        'amount_cents', -v_order.packaging_fee_cents),
      jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'discount',
        'amount_cents', v_goods_discount + v_fee_discount),
      jsonb_build_object('account', 'merchant_payable', 'owner_id', v_order.merchant_id, 'purpose', 'commission',
        'amount_cents', v_commission),
      jsonb_build_object('account', 'platform_commission', 'purpose', 'commission', 'amount_cents', -v_commission),
      jsonb_build_object('account', 'delivery_revenue', 'purpose', 'delivery_fee',
        'amount_cents', -v_order.delivery_fee_cents),
      jsonb_build_object('account', 'delivery_revenue', 'purpose', 'rider_pay', 'amount_cents', coalesce(v_rider_pay, 0)),
      jsonb_build_object('account', 'rider_payable', 'owner_id', v_rider_id, 'purpose', 'rider_pay',
        'amount_cents', -coalesce(v_rider_pay, 0)),
      jsonb_build_object(
        'account', case when v_rider_id is null then 'merchant_payable' else 'rider_payable' end,
        'owner_id', coalesce(v_rider_id, v_order.merchant_id), 'purpose', 'tip',
        'amount_cents', -v_order.tip_cents)));
end;
$$;
comment on function private.post_order_split(uuid) is
  'Splits a completed order between merchant, rider and platform; every cent of the total is named.';

-- 75_delivery/120_fn_create_delivery.sql
create function private.create_delivery(p_order_id uuid)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
  v_zone_id uuid;
begin
  insert into public.deliveries (
    order_id, store_id, city_id, zone_id, rider_pay_cents, distance_meters, ready_expected_at, dropoff_expected_at)
  select o.id, o.store_id, o.city_id, z.id,
    coalesce(z.rider_base_pay_cents + z.rider_pay_per_km_cents * ceil(q.distance_meters / 1000.0)::bigint, 0),
    q.distance_meters, o.preparation_expected_at, o.dropoff_expected_at
  from public.orders o
  join public.quotes q on q.id = o.quote_id
  join public.stores s on s.id = o.store_id
  left join lateral (
    select z.* from public.zones z
    where z.city_id = o.city_id and z.is_active
    order by z.area operator(extensions.<->) s.location::extensions.geometry
    limit 1
  ) z on true
  where o.id = p_order_id
  returning id, zone_id into v_id, v_zone_id;
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_zone_id));
  return v_id;
end;
$$;
comment on function private.create_delivery(uuid) is 'Makes the rider''s task of an accepted order in the zone of its store, and asks dispatch for a rider.';

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
create function public.check_serviceability(
  p_store_id uuid,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_lon double precision default null,
  p_lat double precision default null,
  p_subtotal_cents bigint default null,
  p_at timestamptz default now())
returns jsonb
language plpgsql
stable
security definer -- one predicate for everyone; it reveals nothing that a store page does not
set search_path = ''
as $$
declare
  v_store public.stores;
  v_card public.rate_cards;
  v_distance double precision;
  v_reason text;
begin
  select * into v_store from public.stores where id = p_store_id and is_published;
  if not found then
    return jsonb_build_object('is_serviceable', false, 'reason', 'store.not_found');
  end if;
  if p_fulfillment_type = 'delivery' then
    perform private.check_point(p_lon, p_lat);
    select * into v_card from public.rate_cards where city_id = v_store.city_id;
    v_distance := extensions.st_distance(v_store.location, private.point(p_lon, p_lat)::extensions.geography);
  end if;
  v_reason := case
    when not private.store_is_open(v_store.id, p_at) then 'store.closed'
    when p_fulfillment_type = 'delivery' and (
      v_card.id is null
      or v_distance > v_card.reach_meters
      or not coalesce(extensions.st_covers(v_store.delivery_area, private.point(p_lon, p_lat)), true))
      then 'store.out_of_area'
    when p_fulfillment_type = 'delivery' and p_subtotal_cents < v_store.minimum_order_cents
      then 'store.below_minimum'
  end;
  return jsonb_strip_nulls(jsonb_build_object(
    'is_serviceable', v_reason is null,
    'reason', v_reason,
    'minimum_order_cents', v_store.minimum_order_cents,
    'distance_meters', round(v_distance),
    'delivery_fee_cents', private.delivery_fee_cents(v_card, v_distance)));
end;
$$;
comment on function public.check_serviceability(uuid, public.fulfillment_type, double precision, double precision, bigint, timestamptz) is
  'The one answer to "can this store serve this order here and now": list, page, quote, place and pay all ask it. reason is an error key.';

-- 30_catalog/130_fn_menu_access.sql
create function private.can_read_store(p_store_id uuid)
returns boolean
language sql
stable
security definer -- used by policies of a store's parts
set search_path = ''
as $$
  select exists (
    select 1 from public.stores s
    where s.id = p_store_id
      and (s.is_published or private.is_ops() or s.id in (select private.my_store_ids())));
$$;

create function private.can_edit_menu(p_store_id uuid)
returns boolean
language sql
stable
security definer -- used by policies of a store's parts
set search_path = ''
as $$
  select private.is_ops() or p_store_id in (select private.my_store_ids('{manager}'));
$$;

create function private.product_store_id(p_product_id uuid)
returns uuid
language sql
stable
security definer -- used by policies; the product's own policy asks the same store
set search_path = ''
as $$
  select store_id from public.products where id = p_product_id;
$$;

create function private.group_store_id(p_group_id uuid)
returns uuid
language sql
stable
security definer -- used by policies; the group's own policy asks the same store
set search_path = ''
as $$
  select p.store_id
  from public.modifier_groups g
  join public.products p on p.id = g.product_id
  where g.id = p_group_id;
$$;

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
  where from_status = v_order.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('order.transition_refused', 409,
      jsonb_build_object('status', v_order.status, 'command', p_command, 'actor', p_actor));
  end if;
  if p_reason_code is not null and not exists (
    select 1 from public.reason_codes r
    where r.code = p_reason_code and (r.is_active or p_actor = 'system')
      and r.applies_to = case p_command when 'reject' then 'order_reject' else 'order_cancel' end
      -- Ops may name any reason; everyone else their own.
      and (r.actor = p_actor or p_actor = 'ops'))
  then
    perform private.raise('order.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;

  v_from := v_order.status;
  update public.orders
  set status = v_to,
      reason_code = coalesce(p_reason_code, reason_code),
      placed_at = case when v_to = 'placed' then now() else placed_at end,
      accepted_at = case when v_to = 'accepted' then now() else accepted_at end,
      ready_at = case when v_to = 'ready' then now() else ready_at end,
      completed_at = case when v_to = 'completed' then now() else completed_at end,
      closed_at = case when v_to in ('rejected', 'cancelled', 'expired') then now() else closed_at end,
      due_at = case v_to
        when 'pending_payment' then now() + private.setting_interval('order.payment_timeout_seconds', 900)
        when 'placed' then now() + private.setting_interval('order.accept_timeout_seconds', 300)
      end,
      updated_at = now()
  where id = p_order_id
  returning * into v_order;

  insert into public.order_events (
    order_id, command, from_status, to_status, actor, actor_id, reason_code, client_at, detail)
  values (
    p_order_id, p_command, v_from, v_to, p_actor, auth.uid(), p_reason_code, p_client_at, p_detail);

  perform private.announce_order(v_order, v_from);
  perform private.notify_order(v_order);
  return v_order;
end;
$$;
comment on function private.apply_order_command(uuid, text, public.actor_role, text, timestamptz, jsonb) is
  'The only way an order changes state: looks the command up in order_transitions, writes the event, tells everyone. Callers check who the actor is.';

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
    perform private.withdraw_offers(v_delivery.id);
    perform private.apply_delivery_command(v_delivery.id, 'cancel', 'system');
  end if;
end;
$$;

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
  v_from bigint;
  v_to bigint;
  v_path extensions.geometry;
  v_seconds double precision;
  v_line extensions.geometry;
begin
  perform private.check_point(p_from_lon, p_from_lat);
  perform private.check_point(p_to_lon, p_to_lat);
  v_from := private.nearest_road_node(p_city_id, p_from_lon, p_from_lat);
  v_to := private.nearest_road_node(p_city_id, p_to_lon, p_to_lat);

  if v_from is not null and v_to is not null and v_from <> v_to then
    select
      extensions.st_makeline(
        case when r.node = e.source_id then e.geom else extensions.st_reverse(e.geom) end order by r.path_seq),
      sum(r.cost)
    into v_path, v_seconds
    from extensions.pgr_dijkstra(
      format(
        'select id, source_id as source, target_id as target, length_meters / speed_mps as cost,
           case when is_oneway then -1 else length_meters / speed_mps end as reverse_cost
         from private.road_edges where city_id = %L', p_city_id),
      v_from, v_to, true) r
    join private.road_edges e on e.id = r.edge;
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
  'Fastest way on the town''s roads as GeoJSON LineString with metres and seconds; is_on_roads is false when only a straight line was possible.';

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
language sql
immutable
set search_path = ''
as $$
  -- Streets are about 1.4 times the straight line; a town rider averages 5 m/s; three minutes at the doors.
  select (p_preparation_minutes + 3 + ceil(coalesce(p_distance_meters, 0) * 1.4 / 5 / 60))::int;
$$;
comment on function private.estimate_minutes(int, double precision) is 'Minutes from placing to the door before a rider is known.';

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
    where m.finished_at is null and m.available_at <= now()
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
  'Leases due messages to the workflow engine. A message that is not finished before its lease ends comes again.';

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

-- 20_store/150_fn_find_stores.sql
create function public.find_stores(
  p_lon double precision,
  p_lat double precision,
  p_city_id uuid default null,
  p_category_slug text default null,
  p_query text default null,
  p_sort text default 'distance',
  p_limit int default 20,
  p_offset int default 0)
returns table (
  id uuid, city_id uuid, name text, translations jsonb, category_slug text, image_path text,
  lon double precision, lat double precision, rating_average numeric, rating_count int,
  monthly_sales_count int, preparation_minutes int, minimum_order_cents bigint, currency text,
  distance_meters int, delivery_fee_cents bigint, estimated_minutes int,
  is_open boolean, is_deliverable boolean, promotions jsonb)
language plpgsql
stable
security definer -- reads published stores only; rate cards and promotions are joined for everyone alike
set search_path = ''
as $$
declare
  v_here extensions.geography;
  v_query text := nullif(trim(p_query), '');
begin
  perform private.check_point(p_lon, p_lat);
  if p_sort not in ('distance', 'rating', 'sales') then
    perform private.raise('store.sort_unknown', 400);
  end if;
  v_here := private.point(p_lon, p_lat)::extensions.geography;
  return query
  with recursive wanted as (
    select c.id from public.categories c where c.slug = p_category_slug
    union
    select c.id from public.categories c join wanted w on c.parent_id = w.id
  ),
  near as (
    select s.*, extensions.st_distance(s.location, v_here) as meters
    from public.stores s
    where s.is_published
      and (p_city_id is null or s.city_id = p_city_id)
      and (p_category_slug is null or s.category_id in (select w.id from wanted w))
      and (v_query is null
        or s.name ilike '%' || v_query || '%'
        or s.translations #>> '{en,name}' ilike '%' || v_query || '%'
        or exists (
          select 1 from public.products p
          where p.store_id = s.id and p.is_available
            and (p.name ilike '%' || v_query || '%' or p.translations #>> '{en,name}' ilike '%' || v_query || '%')))
  ),
  rated as (
    select n.*, c.slug as cat_slug, ci.currency as city_currency, rc as card,
      private.store_is_open(n.id) as open_now,
      rc.id is not null and n.meters <= rc.reach_meters
        and coalesce(extensions.st_covers(n.delivery_area, private.point(p_lon, p_lat)), true) as in_reach
    from near n
    join public.cities ci on ci.id = n.city_id and ci.is_active
    join public.categories c on c.id = n.category_id
    left join public.rate_cards rc on rc.city_id = n.city_id
  )
  select r.id, r.city_id, r.name, r.translations, r.cat_slug, r.image_path, r.lon, r.lat,
    r.rating_average, r.rating_count, r.monthly_sales_count, r.preparation_minutes,
    r.minimum_order_cents, r.city_currency, round(r.meters)::int,
    private.delivery_fee_cents(r.card, r.meters),
    private.estimate_minutes(r.preparation_minutes, r.meters),
    r.open_now, r.in_reach,
    (select coalesce(jsonb_agg(private.promotion_tag(p) order by p.priority), '[]')
     from public.promotions p
     where private.promotion_is_live(p) and p.city_id = r.city_id and (p.store_id is null or p.store_id = r.id))
  from rated r
  order by
    r.in_reach desc, r.open_now desc,
    case when p_sort = 'rating' then -r.rating_average when p_sort = 'sales' then -r.monthly_sales_count end nulls last,
    r.meters, r.id
  limit least(greatest(p_limit, 1), 100) offset greatest(p_offset, 0);
end;
$$;
comment on function public.find_stores(double precision, double precision, uuid, text, text, text, int, int) is
  'Published stores around a point, those that deliver there and are open first. p_sort: distance, rating or sales; p_query matches stores and products.';

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
    'promotions', (
      select coalesce(jsonb_agg(private.promotion_tag(p) order by p.priority), '[]')
      from public.promotions p
      where private.promotion_is_live(p) and p.city_id = v_store.city_id
        and (p.store_id is null or p.store_id = v_store.id)),
    'sections', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', ms.id, 'name', ms.name, 'translations', ms.translations,
        'products', (
          select coalesce(jsonb_agg(private.product_view(p) order by p.sort_order, p.id), '[]')
          from public.products p where p.section_id = ms.id and p.is_available)
      ) order by ms.sort_order, ms.id), '[]')
      from public.menu_sections ms where ms.store_id = v_store.id));
end;
$$;
comment on function public.get_store_page(uuid) is 'Everything a store page shows in one answer: store, hours, live promotions, sections with products and their modifier groups.';

-- 50_order/160_fn_close_order.sql
create function private.close_order(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  perform private.settle_stock(p_order.id, false);
  -- Sorted, as they were counted.
  for v_row in
    select promotion_id, sum(amount_cents) as amount_cents
    from public.order_adjustments where order_id = p_order.id
    group by promotion_id
    order by promotion_id
  loop
    update public.promotions set used_cents = greatest(0, used_cents + v_row.amount_cents) where id = v_row.promotion_id;
  end loop;
  perform private.cancel_delivery(p_order.id);
  perform private.refund_order_payment(p_order.id, 'order_closed');
end;
$$;
comment on function private.close_order(public.orders) is
  'After reject, cancel or expire: stock and promotion budget come back, the rider is released, the money is returned.';

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

-- 80_dispatch/190_fn_snapshot.sql
create function private.snapshot_deliveries(p_zone_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', d.id, 'store', jsonb_build_object('lon', s.lon, 'lat', s.lat),
    'dropoff', jsonb_build_object('lon', k.lon, 'lat', k.lat),
    'ready_at', d.ready_expected_at, 'promised_at', d.dropoff_expected_at, 'created_at', d.created_at,
    'node', private.nearest_road_node(d.city_id, s.lon, s.lat),
    'excluded_rider_ids', (
      -- Who said no is not asked again; who did not answer has two minutes of peace.
      select coalesce(jsonb_agg(distinct o.rider_id), '[]')
      from public.dispatch_offers o
      where o.delivery_id = d.id
        and (o.status = 'declined'
          or (o.status in ('expired', 'withdrawn') and o.answered_at > now() - interval '2 minutes')))
  ) order by d.created_at), '[]')
  from (
    select * from public.deliveries
    where zone_id = p_zone_id and status = 'unassigned'
    order by created_at
    limit 500
  ) d
  join public.stores s on s.id = d.store_id
  join private.order_contacts k on k.order_id = d.order_id;
$$;
comment on function private.snapshot_deliveries(uuid) is 'Deliveries of a zone that wait for a rider, oldest first.';

create function private.snapshot_riders(p_zone public.zones)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', r.id, 'display_name', r.display_name, 'lon', r.lon, 'lat', r.lat, 'position_at', r.position_at,
    'in_hand', hand.in_hand, 'free_at', coalesce(hand.free_at, now()),
    'node', private.nearest_road_node(r.city_id, coalesce(hand.last_lon, r.lon), coalesce(hand.last_lat, r.lat)))), '[]')
  from public.riders r
  cross join lateral (
    -- A rider with tasks is free at the last door, when it was promised.
    select count(*)::int as in_hand,
      greatest(max(d.dropoff_expected_at), now()) as free_at,
      (array_agg(k.lon order by d.dropoff_expected_at desc))[1] as last_lon,
      (array_agg(k.lat order by d.dropoff_expected_at desc))[1] as last_lat
    from public.deliveries d
    join private.order_contacts k on k.order_id = d.order_id
    where d.rider_id = r.id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
  ) hand
  where r.city_id = p_zone.city_id and r.status = 'online' and r.is_active
    and r.position_at > now() - private.setting_interval('dispatch.position_max_age_seconds', 300)
    and hand.in_hand < p_zone.max_in_hand
    and not exists (select 1 from public.dispatch_offers o where o.rider_id = r.id and o.status = 'offered');
$$;
comment on function private.snapshot_riders(public.zones) is 'Riders of the city who are online, seen lately, not full and not deciding on another offer.';

create function private.snapshot_travel(p_city_id uuid, p_riders jsonb, p_deliveries jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_from bigint[];
  v_to bigint[];
  v_travel jsonb;
begin
  select array_agg(distinct (r ->> 'node')::bigint) into v_from
  from jsonb_array_elements(p_riders) r where r ->> 'node' is not null;
  select array_agg(distinct (d ->> 'node')::bigint) into v_to
  from jsonb_array_elements(p_deliveries) d where d ->> 'node' is not null;
  if v_from is null or v_to is null then
    return jsonb_build_array();
  end if;
  select coalesce(jsonb_agg(jsonb_build_object(
    'rider_id', r ->> 'id', 'delivery_id', d ->> 'id', 'seconds', round(m.seconds))), '[]')
  into v_travel
  from (
    select tm.from_id, tm.to_id, tm.seconds from private.travel_matrix(p_city_id, v_from, v_to) tm
    union all
    select n, n, 0 from unnest(v_from) n where n = any (v_to)
  ) m
  join jsonb_array_elements(p_riders) r on (r ->> 'node')::bigint = m.from_id
  join jsonb_array_elements(p_deliveries) d on (d ->> 'node')::bigint = m.to_id;
  return v_travel;
end;
$$;
comment on function private.snapshot_travel(uuid, jsonb, jsonb) is
  'Seconds on the roads from where each rider will be free to each store; pairs without a road are absent.';

-- 50_order/200_fn_place_order.sql
create function public.place_order(p_quote_id uuid, p_idempotency_key text, p_note text default '')
returns jsonb
language plpgsql
security definer -- orders are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('place_order', p_idempotency_key, v_user_id, p_quote_id);
  v_quote public.quotes;
  v_check jsonb;
  v_order public.orders;
  v_row record;
begin
  if v_answer is not null then
    return v_answer;
  end if;
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
  v_check := public.check_serviceability(
    v_quote.store_id, v_quote.fulfillment_type,
    (v_quote.address ->> 'lon')::double precision, (v_quote.address ->> 'lat')::double precision,
    v_quote.subtotal_cents);
  if not (v_check ->> 'is_serviceable')::boolean then
    perform private.raise(v_check ->> 'reason', 422, v_check);
  end if;
  -- Prices hold as quoted, but what has left the menu since is not sold.
  perform private.price_lines(v_quote.store_id, (
    select jsonb_agg(jsonb_build_object(
      'product_id', l -> 'product_id', 'quantity', l -> 'quantity',
      'modifier_ids', jsonb_path_query_array(l, '$.modifiers[*].id')))
    from jsonb_array_elements(v_quote.lines) l));

  insert into public.orders (
    number, customer_id, merchant_id, store_id, city_id, quote_id, fulfillment_type, currency,
    subtotal_cents, packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents,
    note, pickup_code, dropoff_expected_at)
  select
    private.next_order_number(c.timezone), v_user_id, s.merchant_id, s.id, s.city_id, v_quote.id,
    v_quote.fulfillment_type, v_quote.currency, v_quote.subtotal_cents, v_quote.packaging_fee_cents,
    v_quote.delivery_fee_cents, v_quote.discount_cents, v_quote.tip_cents, v_quote.total_cents,
    left(coalesce(p_note, ''), 200),
    case when v_quote.fulfillment_type = 'pickup' then lpad((floor(random() * 10000))::text, 4, '0') end,
    now() + make_interval(mins => v_quote.estimated_minutes)
  from public.stores s
  join public.cities c on c.id = s.city_id
  where s.id = v_quote.store_id
  returning * into v_order;

  insert into private.order_contacts (order_id, contact_name, contact_phone, street, detail, lon, lat)
  select v_order.id, v_quote.address ->> 'contact_name', v_quote.address ->> 'contact_phone',
    v_quote.address ->> 'street', coalesce(v_quote.address ->> 'detail', ''),
    (v_quote.address ->> 'lon')::double precision, (v_quote.address ->> 'lat')::double precision
  where v_quote.address is not null;

  insert into public.order_items (
    order_id, line_number, product_id, name, translations, modifiers, note, quantity, unit_price_cents, total_cents)
  select v_order.id, l.line_number, l.product_id, l.name, l.translations, l.modifiers, l.note,
    l.quantity, l.unit_price_cents, l.total_cents
  from rows from (jsonb_to_recordset(v_quote.lines) as (
    product_id uuid, name text, translations jsonb, modifiers jsonb, note text,
    quantity int, unit_price_cents bigint, total_cents bigint)) with ordinality as l (
    product_id, name, translations, modifiers, note, quantity, unit_price_cents, total_cents, line_number);
  perform private.reserve_stock(v_order.id);

  for v_row in
    select * from jsonb_to_recordset(v_quote.adjustments) as a (
      promotion_id uuid, kind public.promotion_kind, name text, translations jsonb,
      cost_bearer public.cost_bearer, amount_cents bigint)
    order by promotion_id
  loop
    update public.promotions
    set used_cents = used_cents - v_row.amount_cents
    where id = v_row.promotion_id and is_active
      and (budget_cents is null or used_cents - v_row.amount_cents <= budget_cents);
    if not found then
      perform private.raise('promotion.used_up', 409,
        jsonb_build_object('promotion_id', v_row.promotion_id, 'name', v_row.name));
    end if;
    insert into public.order_adjustments (order_id, promotion_id, kind, name, translations, cost_bearer, amount_cents)
    values (v_order.id, v_row.promotion_id, v_row.kind, v_row.name, v_row.translations, v_row.cost_bearer, v_row.amount_cents);
  end loop;

  v_order := private.apply_order_command(v_order.id, 'place', 'customer');
  if v_order.total_cents = 0 then
    v_order := private.apply_order_command(v_order.id, 'pay', 'system');
  end if;
  return private.finish_command('place_order', p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function public.place_order(uuid, text, text) is
  'Turns a quote into an order awaiting payment: checks again, reserves stock, counts promotion budgets. A repeat with the same key returns the first answer.';

-- 60_payment/200_fn_create_payment.sql
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
  v_check jsonb;
begin
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  select * into v_payment from public.payments
  where order_id = p_order_id and provider = p_provider and status in ('pending', 'captured')
  order by created_at desc limit 1;
  if v_payment.id is null then
    if v_order.status <> 'pending_payment' or v_order.due_at <= now() then
      perform private.raise('payment.order_not_payable', 409, jsonb_build_object('status', v_order.status));
    end if;
    select public.check_serviceability(q.store_id, q.fulfillment_type,
      (q.address ->> 'lon')::double precision, (q.address ->> 'lat')::double precision, q.subtotal_cents)
    into v_check from public.quotes q where q.id = v_order.quote_id;
    if not (v_check ->> 'is_serviceable')::boolean then
      perform private.raise(v_check ->> 'reason', 422, v_check);
    end if;
    insert into public.payments (id, order_id, provider, out_trade_no, amount_cents, currency)
    values (v_id, p_order_id, p_provider, 'LL' || left(replace(v_id::text, '-', ''), 30), v_order.total_cents, v_order.currency)
    returning * into v_payment;
  end if;
  return jsonb_build_object(
    'payment_id', v_payment.id, 'out_trade_no', v_payment.out_trade_no, 'amount_cents', v_payment.amount_cents,
    'currency', v_payment.currency, 'status', v_payment.status, 'expires_at', v_order.due_at,
    'description', (select s.name from public.stores s where s.id = v_order.store_id) || ' ' || v_order.number);
end;
$$;
comment on function public.create_payment(uuid, public.payment_provider) is
  'The open charge of an order with a provider, made on first call. The provider is then asked by an edge function.';

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
      (select r.display_name from public.riders r where r.id = a.owner_id)),
    e.purpose, e.amount_cents, a.currency
  from public.ledger_transactions t
  join public.ledger_entries e on e.transaction_id = t.id
  join public.ledger_accounts a on a.id = e.account_id
  where t.order_id = p_order_id
  order by e.id;
end;
$$;
comment on function public.get_order_ledger(uuid) is 'Who paid and who received each cent of an order; for ops.';

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
create function public.begin_dispatch_tick(p_zone_id uuid)
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_zone public.zones;
  v_tick_id uuid := gen_random_uuid();
  v_deliveries jsonb;
  v_riders jsonb;
  v_snapshot jsonb;
begin
  select * into v_zone from public.zones where id = p_zone_id and is_active;
  if not found then
    perform private.raise('dispatch.zone_not_found', 404);
  end if;
  insert into private.dispatch_leases as l (zone_id, tick_id, leased_until)
  values (p_zone_id, v_tick_id, now() + interval '10 seconds')
  on conflict (zone_id) do update
    set tick_id = excluded.tick_id, leased_until = excluded.leased_until
    where l.leased_until <= now();
  if not found then
    return jsonb_build_object('is_busy', true);
  end if;
  perform private.run_offer_timeouts(p_zone_id);

  v_deliveries := private.snapshot_deliveries(p_zone_id);
  if jsonb_array_length(v_deliveries) = 0 then
    delete from private.dispatch_leases where zone_id = p_zone_id and tick_id = v_tick_id;
    return jsonb_build_object('is_idle', true);
  end if;
  v_riders := private.snapshot_riders(v_zone);
  v_snapshot := jsonb_build_object(
    'tick_id', v_tick_id, 'zone_id', p_zone_id, 'at', now(),
    'params', jsonb_build_object(
      'offer_timeout_seconds', v_zone.offer_timeout_seconds, 'max_in_hand', v_zone.max_in_hand,
      'radius_meters', v_zone.radius_meters),
    'deliveries', v_deliveries, 'riders', v_riders,
    'travel', private.snapshot_travel(v_zone.city_id, v_riders, v_deliveries));
  insert into public.dispatch_ticks (id, zone_id, snapshot) values (v_tick_id, p_zone_id, v_snapshot);
  return v_snapshot;
end;
$$;
comment on function public.begin_dispatch_tick(uuid) is
  'Leases a zone and returns what the engine decides from: open deliveries, free riders, travel seconds between them on the roads. {is_busy} while another tick holds the zone, {is_idle} when nothing waits.';

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

-- 50_order/205_fn_promise_times.sql
create function private.promise_times(p_order_id uuid, p_preparation_minutes int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_ready_at timestamptz := now() + make_interval(mins => p_preparation_minutes);
begin
  update public.orders o
  set preparation_expected_at = v_ready_at,
      pickup_expected_at = v_ready_at,
      dropoff_expected_at = case when o.fulfillment_type = 'delivery'
        then now() + make_interval(mins => private.estimate_minutes(p_preparation_minutes, q.distance_meters))
        else v_ready_at end
  from public.quotes q
  where o.id = p_order_id and q.id = o.quote_id;
end;
$$;
comment on function private.promise_times(uuid, int) is 'Sets when the order should be ready, picked up and at the door, from the store''s minutes.';

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
  if private.is_ops() and v_store_id is not null
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
  case p_command
    when 'accept' then
      perform private.promise_times(p_order.id, (p_detail ->> 'preparation_minutes')::int);
      if p_order.fulfillment_type = 'delivery' then
        perform private.create_delivery(p_order.id);
      end if;
    when 'mark_ready' then
      perform private.delivery_order_ready(p_order.id);
      if p_order.fulfillment_type = 'pickup' then
        perform private.apply_order_command(p_order.id, 'await_pickup', 'system');
      end if;
    when 'reject', 'cancel' then
      perform private.close_order(p_order);
    when 'collect' then
      perform private.complete_order(p_order.id);
    else null;
  end case;
end;
$$;

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
      if v_order.status = 'pending_payment' then
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
      perform private.apply_refund_command(v_refund.id, 'confirm', 'system', p_payload);
      v_payment := private.apply_payment_command(
        v_payment.id,
        case when v_payment.refunded_cents + v_refund.amount_cents = v_payment.amount_cents
          then 'refund_full' else 'refund_part' end,
        p_event_id, v_refund.amount_cents, p_payload, p_occurred_at);
      perform private.post_refund(v_refund);
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

-- 75_delivery/210_fn_rider_commands.sql
create function private.run_rider_command(
  p_delivery_id uuid, p_command text, p_idempotency_key text, p_client_at timestamptz, p_reason_code text default null)
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
  v_delivery := private.apply_delivery_command(p_delivery_id, p_command, 'rider', null, p_reason_code, p_client_at);
  if p_command = 'pick_up' then
    perform private.apply_order_command(v_order_id, 'depart', 'rider', null, p_client_at);
  elsif p_command = 'deliver' then
    perform private.apply_order_command(v_order_id, 'complete', 'rider', null, p_client_at);
    perform private.complete_order(v_order_id);
    perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_delivery.zone_id));
  end if;
  return private.finish_command(p_command, p_idempotency_key, v_rider.id,
    jsonb_build_object('id', v_delivery.id, 'order_id', v_delivery.order_id, 'status', v_delivery.status));
end;
$$;
comment on function private.run_rider_command(uuid, text, text, timestamptz, text) is 'Runs a command of the assigned rider and what follows for the order.';

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

create function public.deliver_delivery(p_delivery_id uuid, p_idempotency_key text, p_client_at timestamptz default now())
returns jsonb language sql security definer -- deliveries change by commands only
set search_path = '' as $$
  select private.run_rider_command(p_delivery_id, 'deliver', p_idempotency_key, p_client_at);
$$;
comment on function public.deliver_delivery(uuid, text, timestamptz) is 'Handed over: completes the order and splits the money.';

-- 80_dispatch/210_fn_commit_dispatch_tick.sql
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
  v_delivery public.deliveries;
  v_offer public.dispatch_offers;
  v_result jsonb := jsonb_build_array();
  v_outcome text;
begin
  select * into v_tick from public.dispatch_ticks where id = p_tick_id for update;
  if not found or v_tick.finished_at is not null then
    perform private.raise('dispatch.tick_not_open', 409);
  end if;
  select * into v_zone from public.zones where id = v_tick.zone_id;
  -- Zones share the riders of their city: one commit at a time, so that no rider decides on two offers.
  perform pg_advisory_xact_lock(hashtext('commit_dispatch_tick'), hashtext(v_zone.city_id::text));
  for v_row in
    select * from jsonb_to_recordset(p_plan -> 'offers') as o (
      delivery_id uuid, rider_id uuid, to_store_seconds int, explanation jsonb)
    order by delivery_id
  loop
    select * into v_delivery from public.deliveries where id = v_row.delivery_id for update;
    v_outcome := case
      when v_delivery.status is distinct from 'unassigned' then 'delivery_taken'
      when not exists (select 1 from public.riders r where r.id = v_row.rider_id and r.status = 'online' and r.is_active)
        then 'rider_offline'
      when exists (select 1 from public.dispatch_offers o where o.rider_id = v_row.rider_id and o.status = 'offered')
        then 'rider_has_offer'
      else 'offered' end;
    if v_outcome = 'offered' then
      insert into public.dispatch_offers (tick_id, delivery_id, rider_id, to_store_seconds, explanation, expires_at)
      values (p_tick_id, v_row.delivery_id, v_row.rider_id, v_row.to_store_seconds, coalesce(v_row.explanation, '{}'),
        now() + make_interval(secs => v_zone.offer_timeout_seconds))
      returning * into v_offer;
      perform private.apply_delivery_command(v_row.delivery_id, 'offer', 'system', null, null, null,
        jsonb_build_object('offer_id', v_offer.id, 'rider_id', v_row.rider_id));
      perform private.broadcast('rider:' || v_row.rider_id, 'offer.created',
        jsonb_build_object('offer_id', v_offer.id, 'delivery_id', v_offer.delivery_id, 'expires_at', v_offer.expires_at));
    end if;
    v_result := v_result || jsonb_build_array(jsonb_build_object(
      'delivery_id', v_row.delivery_id, 'rider_id', v_row.rider_id, 'outcome', v_outcome));
  end loop;
  update public.dispatch_ticks set plan = p_plan, result = v_result, finished_at = now() where id = p_tick_id;
  delete from private.dispatch_leases where zone_id = v_tick.zone_id and tick_id = p_tick_id;
  return v_result;
end;
$$;
comment on function public.commit_dispatch_tick(uuid, jsonb) is
  'Turns a plan {offers: [{delivery_id, rider_id, to_store_seconds, explanation}]} into offers; each row answers for itself, since the town moved on meanwhile.';

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
        'id', o.id, 'delivery_id', o.delivery_id, 'expires_at', o.expires_at, 'created_at', o.created_at,
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

-- 50_order/230_fn_complete_order.sql
create function private.complete_order(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.settle_stock(p_order_id, true);
  perform private.post_order_split(p_order_id);
  update public.stores s
  set monthly_sales_count = s.monthly_sales_count + 1
  from public.orders o
  where o.id = p_order_id and s.id = o.store_id;
end;
$$;
comment on function private.complete_order(uuid) is 'After completion: stock leaves the shelf and the money is split.';

-- 60_payment/230_fn_list_stale_payments.sql
create function public.list_stale_payments(p_limit int default 50)
returns table (
  kind text, payment_id uuid, provider public.payment_provider, out_trade_no text, out_refund_no text,
  amount_cents bigint, created_at timestamptz)
language sql
stable
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  (select 'payment', p.id, p.provider, p.out_trade_no, null::text, p.amount_cents, p.created_at
   from public.payments p
   where (p.status = 'pending' and p.created_at < now() - interval '30 seconds')
     -- A charge that we gave up may still have been paid in the last minute.
     or (p.status = 'voided' and p.updated_at > now() - interval '30 minutes')
   order by p.created_at
   limit least(p_limit, 200))
  union all
  (select 'refund', p.id, p.provider, p.out_trade_no, r.out_refund_no, r.amount_cents, r.created_at
   from public.refund_requests r
   join public.payments p on p.id = r.payment_id
   where r.status = 'refunding' and r.attempt_count > 0 and r.updated_at < now() - interval '30 seconds'
   order by r.created_at
   limit least(p_limit, 200));
$$;
comment on function public.list_stale_payments(int) is
  'Charges and refunds whose outcome the provider should be asked for because no event came.';

-- 50_order/240_fn_run_order_timeouts.sql
create function private.run_order_timeouts()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_ids uuid[];
  v_row record;
  v_order public.orders;
  v_count int := 0;
begin
  select array_agg(id) into v_ids
  from (
    select id from public.orders where due_at <= now() order by due_at limit 200 for update skip locked
  ) due;
  -- Many orders end in one transaction: all their stock is locked before any promotion, both sorted, as an order does it.
  perform 1 from public.stock_items
  where product_id in (select product_id from public.stock_reservations where order_id = any (v_ids))
  order by product_id for update;
  perform 1 from public.promotions
  where id in (select promotion_id from public.order_adjustments where order_id = any (v_ids))
  order by id for update;
  for v_row in
    select id, status from public.orders where id = any (v_ids) order by due_at
  loop
    v_order := private.apply_order_command(
      v_row.id,
      case v_row.status when 'pending_payment' then 'expire' else 'time_out' end,
      'system',
      case v_row.status when 'pending_payment' then 'payment_overdue' else 'store_no_answer' end);
    perform private.close_order(v_order);
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_order_timeouts() is
  'Ends orders whose payment or acceptance is overdue and refunds them; returns how many.';

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
        select 1 from public.deliveries d where d.order_id = o.id and d.rider_id = (select auth.uid()))))
  or private.is_ops();
$$;
comment on function private.can_see_order(uuid) is 'Customer, staff of the store (once paid), the assigned rider, ops.';

-- 70_ledger/300_settlement_tables.sql
create type public.settlement_party as enum ('merchant', 'rider');

create table public.settlement_statements (
  id uuid primary key default gen_random_uuid(),
  party public.settlement_party not null,
  party_id uuid not null,
  city_id uuid not null references public.cities on delete restrict,
  period_on date not null,
  currency text not null,
  order_count int not null,
  gross_cents bigint not null,
  deducted_cents bigint not null,
  net_cents bigint not null check (net_cents = gross_cents - deducted_cents),
  created_at timestamptz not null default now(),
  unique (party, party_id, city_id, period_on)
);
comment on table public.settlement_statements is 'What a merchant or rider earned up to the end of a local day, from ledger entries that no earlier statement holds. Never changed.';
create index settlement_statements_party on public.settlement_statements (party_id, period_on desc);
create index settlement_statements_city_id on public.settlement_statements (city_id);

create table public.settlement_lines (
  ledger_entry_id bigint primary key references public.ledger_entries on delete restrict,
  statement_id uuid not null references public.settlement_statements on delete restrict,
  order_id uuid not null references public.orders on delete restrict,
  purpose text not null,
  amount_cents bigint not null
);
comment on table public.settlement_lines is 'One ledger entry is in at most one statement: its id is the key. Positive is owed to the party.';
create index settlement_lines_statement_id on public.settlement_lines (statement_id);
create index settlement_lines_order_id on public.settlement_lines (order_id);

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
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_zone_id));
end;
$$;
comment on function public.decline_offer(uuid, text) is 'Rider does not take the task; the next tick offers it to another.';

-- 50_order/305_fn_my_delivery_order_ids.sql
create function private.my_delivery_order_ids()
returns setof uuid
language sql
stable
security definer -- used by the policy on orders
set search_path = ''
as $$
  select d.order_id from public.deliveries d where d.rider_id = (select auth.uid());
$$;

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
    perform private.require_ops();
  end if;
  -- Two runs at once must not see the same open entries.
  perform pg_advisory_xact_lock(hashtext('run_settlement'));

  with settling as (
    select e.id as ledger_entry_id, t.order_id, e.purpose, -e.amount_cents as amount_cents,
      (case a.kind when 'merchant_payable' then 'merchant' else 'rider' end)::public.settlement_party as party,
      a.owner_id as party_id, o.city_id, a.currency, closes.period_on
    from public.ledger_entries e
    join public.ledger_accounts a on a.id = e.account_id and a.kind in ('merchant_payable', 'rider_payable')
    join public.ledger_transactions t on t.id = e.transaction_id
    join public.orders o on o.id = t.order_id
    join public.cities c on c.id = o.city_id
    cross join lateral (
      -- A day that has not begun cannot be settled.
      select least(coalesce(p_on, local.today - 1), local.today) as period_on
      from (select (now() at time zone c.timezone)::date as today) local
    ) closes
    where (t.event_at at time zone c.timezone)::date <= closes.period_on
      and not exists (select 1 from public.settlement_lines l where l.ledger_entry_id = e.id)
  ), made as (
    insert into public.settlement_statements (
      party, party_id, city_id, period_on, currency, order_count, gross_cents, deducted_cents, net_cents)
    select s.party, s.party_id, s.city_id, s.period_on, s.currency, count(distinct s.order_id),
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
  v_user_id uuid := private.require_ops();
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
  return private.finish_command('assign_delivery', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_delivery.id, 'status', v_delivery.status, 'rider_id', v_delivery.rider_id));
end;
$$;
comment on function public.assign_delivery(uuid, uuid, text) is 'Ops give a task to a rider by hand, taking it from another when needed; possible until it is picked up.';

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
  using ((select private.is_ops())) with check ((select private.is_ops()));

create policy select_all on public.reason_codes for select to anon, authenticated using (true);
create policy insert_ops on public.reason_codes for insert to authenticated with check ((select private.is_ops()));
create policy update_ops on public.reason_codes for update to authenticated
  using ((select private.is_ops())) with check ((select private.is_ops()));
-- What timeouts name must stay.
create policy delete_ops on public.reason_codes for delete to authenticated
  using (actor <> 'system' and (select private.is_ops()));

create policy select_ops on public.workflow_failures for select to authenticated using ((select private.is_ops()));

grant execute on function private.raise(text, int, jsonb) to anon, authenticated, service_role;
grant execute on function public.claim_outbox_messages(int, int) to service_role;
grant execute on function public.finish_outbox_message(uuid, text) to service_role;
grant execute on function public.record_workflow_failure(text, text, text) to service_role;

-- 05_map/800_access.sql
alter table public.cities enable row level security;
alter table public.zones enable row level security;
alter table private.road_nodes enable row level security;
alter table private.road_edges enable row level security;
alter table private.map_areas enable row level security;
alter table private.map_places enable row level security;

grant select on public.cities, public.zones to anon, authenticated, service_role;
grant update (name, translations, is_active) on public.cities to authenticated;
grant update (name, translations, offer_timeout_seconds, max_in_hand, radius_meters,
  rider_base_pay_cents, rider_pay_per_km_cents, is_active) on public.zones to authenticated;

create policy select_active on public.cities for select to anon, authenticated
  using (is_active or (select private.is_ops()));
create policy update_ops on public.cities for update to authenticated
  using ((select private.is_ops())) with check ((select private.is_ops()));

create policy select_active on public.zones for select to anon, authenticated
  using (is_active or (select private.is_ops()));
create policy update_ops on public.zones for update to authenticated
  using ((select private.is_ops())) with check ((select private.is_ops()));

grant execute on function public.map_tile(int, int, int) to anon, authenticated, service_role;
grant execute on function
  public.find_route(uuid, double precision, double precision, double precision, double precision)
  to authenticated, service_role;

-- 10_identity/800_access.sql
alter table public.profiles enable row level security;
alter table public.ops_members enable row level security;
alter table public.addresses enable row level security;

-- Policies call these as the reader.
grant execute on function private.is_ops() to anon, authenticated, service_role;
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

-- 20_store/800_access.sql
alter table public.merchants enable row level security;
alter table public.categories enable row level security;
alter table public.stores enable row level security;
alter table public.merchant_members enable row level security;
alter table public.store_hours enable row level security;
alter table public.store_hour_exceptions enable row level security;
alter table public.rate_cards enable row level security;

grant execute on function private.my_store_ids(public.merchant_role[]) to authenticated;
grant execute on function private.my_merchant_ids() to authenticated;

grant select on public.merchants to authenticated, service_role;
grant insert (name, legal_name, status, commission_bps), update (name, legal_name, status, commission_bps)
  on public.merchants to authenticated;
create policy select_member on public.merchants for select to authenticated
  using (id in (select private.my_merchant_ids()) or (select private.is_ops()));
create policy insert_ops on public.merchants for insert to authenticated with check ((select private.is_ops()));
create policy update_ops on public.merchants for update to authenticated
  using ((select private.is_ops())) with check ((select private.is_ops()));

grant select on public.categories to anon, authenticated, service_role;
grant insert, update, delete on public.categories to authenticated;
create policy select_active on public.categories for select to anon, authenticated
  using (is_active or (select private.is_ops()));
create policy insert_ops on public.categories for insert to authenticated with check ((select private.is_ops()));
create policy update_ops on public.categories for update to authenticated
  using ((select private.is_ops())) with check ((select private.is_ops()));
create policy delete_ops on public.categories for delete to authenticated using ((select private.is_ops()));

grant select on public.stores to anon, authenticated, service_role;
grant update (name, translations, description, phone, street, image_path, is_published, closed_until,
  preparation_minutes, minimum_order_cents, packaging_fee_cents) on public.stores to authenticated;
create policy select_published on public.stores for select to anon using (is_published);
create policy select_published_or_own on public.stores for select to authenticated
  using (is_published or id in (select private.my_store_ids()) or (select private.is_ops()));
create policy update_manager on public.stores for update to authenticated
  using (id in (select private.my_store_ids('{manager}')) or (select private.is_ops()))
  with check (id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));

grant select on public.merchant_members to authenticated;
grant select, insert, update, delete on public.merchant_members to service_role;
create policy select_own_merchant on public.merchant_members for select to authenticated
  using (user_id = (select auth.uid()) or merchant_id in (select private.my_merchant_ids()) or (select private.is_ops()));

grant select on public.store_hours, public.store_hour_exceptions, public.rate_cards to anon, authenticated, service_role;
grant insert, update, delete on public.store_hours, public.store_hour_exceptions to authenticated;
create policy select_all on public.store_hours for select to anon, authenticated using (true);
create policy insert_manager on public.store_hours for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));
create policy update_manager on public.store_hours for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));
create policy delete_manager on public.store_hours for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));

create policy select_all on public.store_hour_exceptions for select to anon, authenticated using (true);
create policy insert_manager on public.store_hour_exceptions for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));
create policy update_manager on public.store_hour_exceptions for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()))
  with check (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));
create policy delete_manager on public.store_hour_exceptions for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));

grant insert (city_id, base_cents, included_meters, per_km_cents, reach_meters),
  update (base_cents, included_meters, per_km_cents, reach_meters) on public.rate_cards to authenticated;
create policy select_all on public.rate_cards for select to anon, authenticated using (true);
create policy insert_ops on public.rate_cards for insert to authenticated with check ((select private.is_ops()));
create policy update_ops on public.rate_cards for update to authenticated
  using ((select private.is_ops())) with check ((select private.is_ops()));

grant execute on function
  public.check_serviceability(uuid, public.fulfillment_type, double precision, double precision, bigint, timestamptz),
  public.find_stores(double precision, double precision, uuid, text, text, text, int, int),
  public.get_store_page(uuid)
  to anon, authenticated, service_role;

-- 30_catalog/800_access.sql
alter table public.menu_sections enable row level security;
alter table public.products enable row level security;
alter table public.modifier_groups enable row level security;
alter table public.modifiers enable row level security;
alter table public.stock_items enable row level security;

grant execute on function private.can_read_store(uuid) to anon, authenticated;
grant execute on function private.can_edit_menu(uuid) to authenticated;
grant execute on function private.product_store_id(uuid) to anon, authenticated;
grant execute on function private.group_store_id(uuid) to anon, authenticated;

grant select on public.menu_sections, public.products, public.modifier_groups, public.modifiers, public.stock_items
  to anon, authenticated, service_role;

grant insert (store_id, name, translations, sort_order), update (name, translations, sort_order), delete
  on public.menu_sections to authenticated;
create policy select_visible on public.menu_sections for select to anon, authenticated
  using (private.can_read_store(store_id));
create policy insert_manager on public.menu_sections for insert to authenticated with check (private.can_edit_menu(store_id));
create policy update_manager on public.menu_sections for update to authenticated
  using (private.can_edit_menu(store_id)) with check (private.can_edit_menu(store_id));
create policy delete_manager on public.menu_sections for delete to authenticated using (private.can_edit_menu(store_id));

grant insert (store_id, section_id, name, translations, description, price_cents, original_price_cents, image_path,
    is_available, sold_out_until, sort_order),
  update (section_id, name, translations, description, price_cents, original_price_cents, image_path,
    is_available, sold_out_until, sort_order),
  delete on public.products to authenticated;
create policy select_visible on public.products for select to anon, authenticated
  using (private.can_read_store(store_id));
create policy insert_manager on public.products for insert to authenticated with check (private.can_edit_menu(store_id));
create policy update_manager on public.products for update to authenticated
  using (private.can_edit_menu(store_id)) with check (private.can_edit_menu(store_id));
create policy delete_manager on public.products for delete to authenticated using (private.can_edit_menu(store_id));

grant insert (product_id, name, translations, min_count, max_count, sort_order),
  update (name, translations, min_count, max_count, sort_order), delete on public.modifier_groups to authenticated;
create policy select_visible on public.modifier_groups for select to anon, authenticated
  using (private.can_read_store(private.product_store_id(product_id)));
create policy insert_manager on public.modifier_groups for insert to authenticated
  with check (private.can_edit_menu(private.product_store_id(product_id)));
create policy update_manager on public.modifier_groups for update to authenticated
  using (private.can_edit_menu(private.product_store_id(product_id)))
  with check (private.can_edit_menu(private.product_store_id(product_id)));
create policy delete_manager on public.modifier_groups for delete to authenticated
  using (private.can_edit_menu(private.product_store_id(product_id)));

grant insert (group_id, name, translations, price_cents, is_available, sort_order),
  update (name, translations, price_cents, is_available, sort_order), delete on public.modifiers to authenticated;
create policy select_visible on public.modifiers for select to anon, authenticated
  using (private.can_read_store(private.group_store_id(group_id)));
create policy insert_manager on public.modifiers for insert to authenticated
  with check (private.can_edit_menu(private.group_store_id(group_id)));
create policy update_manager on public.modifiers for update to authenticated
  using (private.can_edit_menu(private.group_store_id(group_id)))
  with check (private.can_edit_menu(private.group_store_id(group_id)));
create policy delete_manager on public.modifiers for delete to authenticated
  using (private.can_edit_menu(private.group_store_id(group_id)));

create policy select_visible on public.stock_items for select to anon, authenticated
  using (private.can_read_store(private.product_store_id(product_id)));

grant execute on function public.set_stock(uuid, int) to authenticated;

-- 40_promotion/800_access.sql
alter table public.promotions enable row level security;

grant select on public.promotions to anon, authenticated, service_role;
grant insert (city_id, store_id, kind, name, translations, tiers, cost_bearer, priority, starts_at, ends_at,
    is_active, budget_cents),
  update (name, translations, tiers, priority, starts_at, ends_at, is_active, budget_cents)
  on public.promotions to authenticated;
grant delete on public.promotions to authenticated;
create policy select_active on public.promotions for select to anon using (is_active);
create policy select_active_or_own on public.promotions for select to authenticated
  using (is_active or store_id in (select private.my_store_ids()) or (select private.is_ops()));
-- A store promises its own money only.
create policy insert_bearer on public.promotions for insert to authenticated
  with check ((select private.is_ops())
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));
create policy update_bearer on public.promotions for update to authenticated
  using ((select private.is_ops())
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))))
  with check ((select private.is_ops())
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));
create policy delete_bearer on public.promotions for delete to authenticated
  using ((select private.is_ops())
    or (cost_bearer = 'merchant' and store_id in (select private.my_store_ids('{manager}'))));

-- 50_order/800_access.sql
alter table public.quotes enable row level security;
alter table public.orders enable row level security;
alter table private.order_contacts enable row level security;
alter table public.order_items enable row level security;
alter table public.order_adjustments enable row level security;
alter table public.order_transitions enable row level security;
alter table public.order_events enable row level security;
alter table public.stock_reservations enable row level security;

grant select on public.quotes, public.order_items, public.order_adjustments,
  public.order_events, public.stock_reservations to authenticated, service_role;
grant select on public.order_transitions to anon, authenticated, service_role;
-- Everything but the pickup code, which only its customer is shown.
grant select (id, number, customer_id, merchant_id, store_id, city_id, quote_id, fulfillment_type, status, currency,
  subtotal_cents, packaging_fee_cents, delivery_fee_cents, discount_cents, tip_cents, total_cents, note,
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
create policy select_all on public.order_transitions for select to anon, authenticated using (true);
create policy select_staff on public.stock_reservations for select to authenticated
  using (private.product_store_id(product_id) in (select private.my_store_ids()) or (select private.is_ops()));

grant execute on function
  public.quote_order(uuid, jsonb, public.fulfillment_type, uuid, bigint),
  public.place_order(uuid, text, text),
  public.accept_order(uuid, text, int),
  public.start_preparing(uuid, text),
  public.mark_order_ready(uuid, text),
  public.reject_order(uuid, text, text),
  public.collect_order(uuid, text, text),
  public.cancel_order(uuid, text, text),
  public.get_order_page(uuid)
  to authenticated;

-- 60_payment/800_access.sql
alter table public.payments enable row level security;
alter table public.payment_transitions enable row level security;
alter table public.payment_events enable row level security;
alter table public.refund_requests enable row level security;
alter table public.refund_transitions enable row level security;
alter table public.refund_events enable row level security;

grant select on public.payments, public.payment_events, public.refund_requests, public.refund_events
  to authenticated, service_role;
grant select on public.payment_transitions, public.refund_transitions to anon, authenticated, service_role;

create policy select_payer on public.payments for select to authenticated
  using ((select private.is_ops()) or exists (
    select 1 from public.orders o where o.id = order_id and o.customer_id = (select auth.uid())));
create policy select_payer on public.refund_requests for select to authenticated
  using ((select private.is_ops()) or exists (
    select 1 from public.orders o where o.id = order_id and o.customer_id = (select auth.uid())));
create policy select_ops on public.payment_events for select to authenticated using ((select private.is_ops()));
create policy select_ops on public.refund_events for select to authenticated using ((select private.is_ops()));
create policy select_all on public.payment_transitions for select to anon, authenticated using (true);
create policy select_all on public.refund_transitions for select to anon, authenticated using (true);

grant execute on function public.create_payment(uuid, public.payment_provider) to authenticated;
grant execute on function
  public.record_payment_event(public.payment_provider, text, text, text, text, bigint, timestamptz, jsonb),
  public.claim_refunds(int),
  public.list_stale_payments(int)
  to service_role;

-- 70_ledger/800_access.sql
alter table public.ledger_accounts enable row level security;
alter table public.ledger_transactions enable row level security;
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

-- 75_delivery/800_access.sql
alter table public.riders enable row level security;
alter table public.deliveries enable row level security;
alter table public.delivery_transitions enable row level security;
alter table public.delivery_events enable row level security;

grant select on public.riders, public.deliveries, public.delivery_events to authenticated;
grant select, insert, update, delete on public.riders to service_role;
grant select on public.deliveries, public.delivery_events to service_role;
grant select on public.delivery_transitions to anon, authenticated, service_role;
grant update (display_name, phone, vehicle, is_active) on public.riders to authenticated;

create policy select_own on public.riders for select to authenticated
  using (id = (select auth.uid()) or (select private.is_ops()));
create policy update_ops on public.riders for update to authenticated
  using ((select private.is_ops())) with check ((select private.is_ops()));

create policy select_concerned on public.deliveries for select to authenticated
  using (
    (select private.is_ops())
    or rider_id = (select auth.uid())
    or store_id in (select private.my_store_ids())
    or exists (select 1 from public.orders o where o.id = order_id and o.customer_id = (select auth.uid())));
create policy select_concerned on public.delivery_events for select to authenticated
  using (exists (select 1 from public.deliveries d where d.id = delivery_id));
create policy select_all on public.delivery_transitions for select to anon, authenticated using (true);

grant execute on function
  public.go_online(double precision, double precision),
  public.go_offline(),
  public.report_position(double precision, double precision, double precision, timestamptz),
  public.arrive_at_store(uuid, text, timestamptz),
  public.pick_up_delivery(uuid, text, timestamptz),
  public.arrive_at_customer(uuid, text, timestamptz),
  public.deliver_delivery(uuid, text, timestamptz),
  public.get_rider_home()
  to authenticated;

-- 80_dispatch/800_access.sql
alter table public.dispatch_ticks enable row level security;
alter table private.dispatch_leases enable row level security;
alter table public.dispatch_offers enable row level security;

grant select on public.dispatch_ticks, public.dispatch_offers to authenticated, service_role;
create policy select_ops on public.dispatch_ticks for select to authenticated using ((select private.is_ops()));
create policy select_own on public.dispatch_offers for select to authenticated
  using (rider_id = (select auth.uid()) or (select private.is_ops()));

grant execute on function
  public.begin_dispatch_tick(uuid),
  public.commit_dispatch_tick(uuid, jsonb),
  public.list_dispatch_zones()
  to service_role;
grant execute on function
  public.accept_offer(uuid, text),
  public.decline_offer(uuid, text),
  public.assign_delivery(uuid, uuid, text),
  public.get_ops_map(uuid)
  to authenticated;

-- 85_notification/800_access.sql
alter table public.notification_rules enable row level security;
alter table public.notifications enable row level security;
alter table private.delivered_messages enable row level security;

grant select, insert, update, delete on public.notification_rules to authenticated;
grant select on public.notification_rules to service_role;
create policy select_ops on public.notification_rules for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.notification_rules for insert to authenticated with check ((select private.is_ops()));
create policy update_ops on public.notification_rules for update to authenticated
  using ((select private.is_ops())) with check ((select private.is_ops()));
create policy delete_ops on public.notification_rules for delete to authenticated using ((select private.is_ops()));

grant select on public.notifications to authenticated, service_role;
grant update (read_at) on public.notifications to authenticated;
create policy select_own on public.notifications for select to authenticated using (user_id = (select auth.uid()));
create policy update_own on public.notifications for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));

grant execute on function public.deliver_notification(uuid) to service_role;

-- 90_realtime/800_access.sql
grant execute on function private.can_read_topic(text) to authenticated;

create policy linli_read_topic on realtime.messages for select to authenticated
  using (extension = 'broadcast' and private.can_read_topic((select realtime.topic())));

-- 95_storage/800_access.sql
grant execute on function private.can_edit_store_folder(text) to authenticated;

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

-- 30_catalog/900_triggers.sql
create function private.check_product_section()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if not exists (select 1 from public.menu_sections where id = new.section_id and store_id = new.store_id) then
    perform private.raise('catalog.section_of_other_store', 422);
  end if;
  return new;
end;
$$;

create trigger products_check_section
before insert or update of section_id, store_id on public.products
for each row execute function private.check_product_section();

create trigger products_touch_updated_at
before update on public.products
for each row execute function private.touch_updated_at();

-- 40_promotion/900_triggers.sql
create trigger promotions_check_tiers
before insert or update of city_id, store_id, kind, tiers on public.promotions
for each row execute function private.check_promotion_tiers();

create trigger promotions_touch_updated_at
before update on public.promotions
for each row execute function private.touch_updated_at();

-- 70_ledger/900_triggers.sql
create trigger ledger_entries_append_only
before update or delete on public.ledger_entries
for each row execute function private.refuse_ledger_change();

create trigger ledger_transactions_append_only
before update or delete on public.ledger_transactions
for each row execute function private.refuse_ledger_change();

create constraint trigger ledger_entries_balance
after insert on public.ledger_entries
deferrable initially deferred
for each row execute function private.check_ledger_balance();

create trigger settlement_lines_append_only
before update or delete on public.settlement_lines
for each row execute function private.refuse_ledger_change();

-- 50_order/910_transitions.sql
insert into public.order_transitions (from_status, command, actor, to_status) values
  ('draft', 'place', 'customer', 'pending_payment'),
  ('pending_payment', 'pay', 'system', 'placed'),
  ('pending_payment', 'expire', 'system', 'expired'),
  ('pending_payment', 'cancel', 'customer', 'cancelled'),
  ('pending_payment', 'cancel', 'ops', 'cancelled'),
  ('placed', 'accept', 'merchant', 'accepted'),
  ('placed', 'accept', 'ops', 'accepted'),
  ('placed', 'reject', 'merchant', 'rejected'),
  ('placed', 'reject', 'ops', 'rejected'),
  ('placed', 'cancel', 'customer', 'cancelled'),
  ('placed', 'cancel', 'ops', 'cancelled'),
  ('placed', 'time_out', 'system', 'cancelled'),
  ('accepted', 'start_preparing', 'merchant', 'preparing'),
  ('accepted', 'mark_ready', 'merchant', 'ready'),
  ('accepted', 'cancel', 'merchant', 'cancelled'),
  ('accepted', 'cancel', 'ops', 'cancelled'),
  ('preparing', 'mark_ready', 'merchant', 'ready'),
  ('preparing', 'cancel', 'merchant', 'cancelled'),
  ('preparing', 'cancel', 'ops', 'cancelled'),
  ('ready', 'depart', 'rider', 'in_delivery'),
  ('ready', 'await_pickup', 'system', 'awaiting_pickup'),
  ('ready', 'cancel', 'ops', 'cancelled'),
  ('awaiting_pickup', 'collect', 'merchant', 'completed'),
  ('awaiting_pickup', 'cancel', 'ops', 'cancelled'),
  ('in_delivery', 'complete', 'rider', 'completed'),
  ('in_delivery', 'cancel', 'ops', 'cancelled')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

insert into public.reason_codes (code, applies_to, actor, label, translations, sort_order) values
  ('payment_overdue', 'order_cancel', 'system', '超时未支付', '{"en": {"label": "Not paid in time"}}', 10),
  ('store_no_answer', 'order_cancel', 'system', '商家超时未接单', '{"en": {"label": "The store did not answer in time"}}', 20),
  ('changed_mind', 'order_cancel', 'customer', '不想要了', '{"en": {"label": "I changed my mind"}}', 30),
  ('wrong_address', 'order_cancel', 'customer', '地址填错了', '{"en": {"label": "Wrong address"}}', 40),
  ('too_long', 'order_cancel', 'customer', '等待时间太长', '{"en": {"label": "It takes too long"}}', 50),
  ('kitchen_problem', 'order_cancel', 'merchant', '无法完成制作', '{"en": {"label": "The kitchen cannot finish it"}}', 60),
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
  ('order.payment_timeout_seconds', '900', 'An unpaid order expires after this many seconds'),
  ('order.accept_timeout_seconds', '300', 'A store that does not answer loses the order after this many seconds')
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
  ('requested', 'start', 'system', 'refunding'),
  ('refunding', 'confirm', 'system', 'refunded')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

-- 75_delivery/910_transitions.sql
insert into public.delivery_transitions (from_status, command, actor, to_status) values
  ('unassigned', 'offer', 'system', 'offered'),
  ('offered', 'withdraw_offer', 'system', 'unassigned'),
  ('offered', 'accept_offer', 'rider', 'assigned'),
  ('unassigned', 'assign', 'ops', 'assigned'),
  ('assigned', 'unassign', 'ops', 'unassigned'),
  ('arrived_at_store', 'unassign', 'ops', 'unassigned'),
  ('assigned', 'arrive_at_store', 'rider', 'arrived_at_store'),
  ('arrived_at_store', 'pick_up', 'rider', 'picked_up'),
  ('picked_up', 'arrive_at_customer', 'rider', 'arrived_at_customer'),
  ('arrived_at_customer', 'deliver', 'rider', 'delivered'),
  ('unassigned', 'cancel', 'system', 'cancelled'),
  ('offered', 'cancel', 'system', 'cancelled'),
  ('assigned', 'cancel', 'system', 'cancelled'),
  ('arrived_at_store', 'cancel', 'system', 'cancelled'),
  ('picked_up', 'cancel', 'system', 'cancelled'),
  ('arrived_at_customer', 'cancel', 'system', 'cancelled')
on conflict (from_status, command, actor) do update set to_status = excluded.to_status;

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
   '{"en": {"title": "Order {number} cancelled", "body": "Order {number} of {store} was cancelled."}}')
on conflict (event, audience, channel) do nothing;

-- 90_realtime/910_publication.sql
-- Back-office lists follow these tables; everything else goes by private topics.
alter publication supabase_realtime add table public.categories, public.promotions, public.products, public.orders;

-- 95_storage/910_buckets.sql
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('pictures', 'pictures', true, 5242880, '{image/png,image/jpeg,image/webp,image/avif}')
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

-- 99_jobs/910_schedule.sql
create extension if not exists pg_cron with schema pg_catalog;
select cron.schedule('linli-minute', '* * * * *', 'select private.run_minute()');
select cron.schedule('linli-day', '17 19 * * *', 'select private.run_day()');


