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
