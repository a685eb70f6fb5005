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
