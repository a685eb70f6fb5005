create function public.get_store_page(p_store_id uuid)
returns jsonb
language plpgsql
stable
security definer -- shows published stores to everyone, others to their staff and ops
set search_path = ''
as $$
declare
  v_store public.stores;
begin
  select * into v_store from public.stores s
  where s.id = p_store_id
    and (s.is_published or private.is_ops() or s.id in (select private.my_store_ids()));
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  return jsonb_build_object(
    'store', (
      select jsonb_build_object(
        'id', s.id, 'city_id', s.city_id, 'name', s.name, 'translations', s.translations,
        'description', s.description, 'phone', s.phone, 'street', s.street, 'lon', s.lon, 'lat', s.lat,
        'image_path', s.image_path, 'rating_average', s.rating_average, 'rating_count', s.rating_count,
        'monthly_sales_count', s.monthly_sales_count, 'preparation_minutes', s.preparation_minutes,
        'minimum_order_cents', s.minimum_order_cents, 'packaging_fee_cents', s.packaging_fee_cents,
        'closed_until', s.closed_until, 'category_id', s.category_id, 'category_slug', c.slug, 'currency', ci.currency,
        'timezone', ci.timezone, 'is_open', private.store_is_open(s.id))
      from public.stores s
      join public.categories c on c.id = s.category_id
      join public.cities ci on ci.id = s.city_id
      where s.id = v_store.id),
    'hours', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'weekday', h.weekday, 'opens_at', h.opens_at, 'closes_at', h.closes_at) order by h.weekday, h.opens_at), '[]')
      from public.store_hours h where h.store_id = v_store.id),
    'promotions', private.store_promotion_tags(v_store.id),
    'sections', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', ms.id, 'name', ms.name, 'translations', ms.translations, 'daypart_id', ms.daypart_id,
        'is_on_now', ms.daypart_id is null or private.daypart_is_on(ms.daypart_id, private.local_time(ms.store_id)),
        'products', (
          select coalesce(jsonb_agg(private.product_view(p) order by p.sort_order, p.id), '[]')
          from public.products p where p.section_id = ms.id and p.is_available and p.status = 'published')
      ) order by ms.sort_order, ms.id), '[]')
      from public.menu_sections ms where ms.store_id = v_store.id),
    'dayparts', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', d.id, 'name', d.name, 'translations', d.translations,
        'windows', (
          select coalesce(jsonb_agg(jsonb_build_object(
            'weekday', w.weekday, 'starts_at', w.starts_at, 'ends_at', w.ends_at) order by w.weekday, w.starts_at), '[]')
          from public.daypart_windows w where w.daypart_id = d.id)
      ) order by d.sort_order, d.id), '[]')
      from public.dayparts d where d.store_id = v_store.id));
end;
$$;
comment on function public.get_store_page(uuid) is 'Everything a store page shows in one answer: store, hours, live promotions, sections with products, their variants and modifier groups, dayparts.';

