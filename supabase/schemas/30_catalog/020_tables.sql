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
