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
