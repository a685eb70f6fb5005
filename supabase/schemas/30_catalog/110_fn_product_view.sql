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

