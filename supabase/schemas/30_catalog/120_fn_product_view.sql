create function private.product_view(p_product public.products)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_product.id, 'kind', p_product.kind, 'name', p_product.name, 'translations', p_product.translations,
    'description', p_product.description, 'price_cents', p_product.price_cents,
    'original_price_cents', p_product.original_price_cents, 'image_path', p_product.image_path,
    'monthly_sales_count', p_product.monthly_sales_count, 'category_id', p_product.category_id,
    'attributes', p_product.attributes,
    'weight_grams', p_product.weight_grams, 'fulfillment_types', p_product.fulfillment_types,
    'daypart_id', p_product.daypart_id,
    'is_on_now', p_product.daypart_id is null
      or private.daypart_is_on(p_product.daypart_id, private.local_time(p_product.store_id)),
    'left_count', (
      select k.on_hand_count - k.reserved_count from public.stock_items k where k.id = p_product.id),
    'is_sold_out', private.product_is_sold_out(p_product),
    'service', (
      select jsonb_build_object('duration_minutes', s.duration_minutes, 'required_skill', s.required_skill,
        'capacity_per_slot', s.capacity_per_slot, 'is_on_site', s.is_on_site, 'is_at_store', s.is_at_store)
      from public.service_items s where p_product.kind = 'service' and s.product_id = p_product.id),
    'voucher', (
      select jsonb_build_object('valid_days', v.valid_days, 'face_value_cents', v.face_value_cents,
        'use_count', v.use_count, 'terms', v.terms)
      from public.voucher_products v where p_product.kind = 'voucher' and v.product_id = p_product.id),
    'variants', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', v.id, 'name', v.name, 'translations', v.translations, 'price_cents', v.price_cents,
        'original_price_cents', v.original_price_cents, 'attributes', v.attributes,
        'left_count', k.on_hand_count - k.reserved_count,
        'is_sold_out', coalesce(v.sold_out_until > now(), false) or coalesce(k.on_hand_count <= k.reserved_count, false)
        ) order by v.sort_order, v.id), '[]')
      from public.product_variants v left join public.stock_items k on k.id = v.id where v.product_id = p_product.id and v.is_available),
    'modifier_groups', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'name', g.name, 'translations', g.translations,
        'min_count', g.min_count, 'max_count', g.max_count, 'free_count', g.free_count, 'is_required', g.is_required,
        'modifiers', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'id', m.id, 'name', m.name, 'translations', m.translations,
            'price_cents', m.price_cents, 'max_quantity', m.max_quantity,
            'left_count', k.on_hand_count - k.reserved_count,
            'is_available', m.is_available and coalesce(m.sold_out_until <= now(), true)
              and coalesce(k.on_hand_count > k.reserved_count, true)) order by m.sort_order, m.id), '[]')
          from public.modifiers m left join public.stock_items k on k.id = m.id where m.group_id = g.id)
      ) order by g.sort_order, g.id), '[]')
      from public.modifier_groups g where g.product_id = p_product.id));
$$;
comment on function private.product_view(public.products) is 'A product as the store page shows it, amounts in minor units; is_on_now is about its own daypart, its section''s is the section''s.';
