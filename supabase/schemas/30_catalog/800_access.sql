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

