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

