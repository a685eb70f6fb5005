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
