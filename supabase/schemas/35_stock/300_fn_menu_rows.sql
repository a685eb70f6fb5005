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
