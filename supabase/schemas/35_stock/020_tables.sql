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
  kind text not null check (kind in ('counted', 'adjusted', 'sold', 'returned', 'restocked', 'uncounted')),
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
