create function private.promotion_facts()
returns table (place int, path text, type text, label text, label_en text, options jsonb, "references" jsonb, min int, max int)
language sql
stable
set search_path = ''
as $$
  select f.place, f.path, f.type, f.label, f.label_en,
    case f.path
      when 'customer.tier' then (
        select coalesce(jsonb_agg(jsonb_build_object('value', t.slug, 'label', t.name,
          'translations', jsonb_build_object('en', jsonb_build_object('label', coalesce(t.translations #>> '{en,name}', t.name))))
          order by t.level), '[]')
        from public.member_tiers t)
      when 'customer.segments' then (
        select coalesce(jsonb_agg(jsonb_build_object('value', g.slug, 'label', g.name,
          'translations', jsonb_build_object('en', jsonb_build_object('label', coalesce(g.translations #>> '{en,name}', g.name))))
          order by g.name), '[]')
        from public.segments g where g.is_active)
      when 'customer.tags' then (
        select coalesce(jsonb_agg(jsonb_build_object('value', g.tag, 'label', g.tag) order by g.tag), '[]')
        from (select distinct c.tag from public.customer_tags c order by c.tag limit 500) g)
      when 'fulfillment_type' then (
        select jsonb_agg(jsonb_build_object('value', e.value) order by e.value) from unnest(enum_range(null::public.fulfillment_type)) e (value))
      when 'now.weekday' then (select jsonb_agg(jsonb_build_object('value', d)) from generate_series(0, 6) d)
    end,
    case when f.table_name is not null then jsonb_build_object('table', f.table_name, 'column', 'id', 'label', 'name') end,
    f.min, f.max
  from (values
    (1, 'cart.subtotal_cents', 'money', '商品金额', 'Goods total', null, 0, null),
    (2, 'cart.quantity', 'number', '商品件数', 'Number of items', null, 0, 999),
    (3, 'cart.line_count', 'number', '商品种类数', 'Different items', null, 0, 200),
    (4, 'cart.product_ids', 'list', '购物车里的商品', 'Items in the cart', 'products', null, null),
    (5, 'cart.section_ids', 'list', '商品所在菜单分组', 'Menu sections in the cart', 'menu_sections', null, null),
    (6, 'cart.category_ids', 'list', '商品所属类目', 'Categories in the cart', 'categories', null, null),
    (10, 'customer.is_first_order', 'boolean', '首次下单', 'First order', null, null, null),
    (11, 'customer.order_count', 'number', '历史订单数', 'Orders so far', null, 0, 100000),
    (12, 'customer.store_order_count', 'number', '在本店的订单数', 'Orders at this store', null, 0, 100000),
    (13, 'customer.tier', 'choice', '会员等级', 'Member tier', null, null, null),
    (14, 'customer.tier_level', 'number', '会员等级序号', 'Member level', null, 0, 100),
    (15, 'customer.spent_cents', 'money', '累计消费', 'Spent so far', null, 0, null),
    (16, 'customer.days_since_order', 'number', '距上次下单天数', 'Days since the last order', null, 0, 10000),
    (17, 'customer.member_days', 'number', '注册天数', 'Days since joining', null, 0, 10000),
    (18, 'customer.segments', 'list', '顾客分群', 'Segments', null, null, null),
    (19, 'customer.tags', 'list', '顾客标签', 'Tags', null, null, null),
    (20, 'now.weekday', 'choice', '星期', 'Weekday', null, null, null),
    (21, 'now.hour', 'number', '小时', 'Hour', null, 0, 23),
    (22, 'now.minute', 'number', '分钟', 'Minute', null, 0, 59),
    (23, 'now.month_day', 'number', '每月几号', 'Day of the month', null, 1, 31),
    (24, 'now.date', 'date', '日期', 'Date', null, null, null),
    (25, 'now.is_member_day', 'boolean', '会员日', 'Member day', null, null, null),
    (30, 'fulfillment_type', 'choice', '取餐方式', 'How it is fulfilled', null, null, null),
    (31, 'delivery_fee_cents', 'money', '配送费', 'Delivery fee', null, 0, null),
    (40, 'store.id', 'choice', '店铺', 'Store', 'stores', null, null),
    (41, 'store.merchant_id', 'choice', '商户', 'Merchant', 'merchants', null, null),
    (42, 'store.category_id', 'choice', '店铺类目', 'Store category', 'categories', null, null)
  ) as f (place, path, type, label, label_en, table_name, min, max);
$$;
comment on function private.promotion_facts() is
  'What conditions may ask: every value of private.promotion_data but the lines and the ids of one customer and the city.';

create function public.describe_promotion_facts()
returns jsonb
language plpgsql
stable
security definer -- options come from tiers, segments and tags, which their own policies keep from merchants
set search_path = ''
as $$
begin
  perform private.require_user();
  if not private.is_ops() and not exists (select private.my_store_ids()) then
    perform private.raise('identity.not_allowed', 403);
  end if;
  return (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'path', f.path, 'type', f.type, 'label', f.label,
      'translations', jsonb_build_object('en', jsonb_build_object('label', f.label_en)),
      'options', f.options, 'references', f."references", 'min', f.min, 'max', f.max)) order by f.place)
    from private.promotion_facts() f
    -- Segments are the operator's; whom they hold is nothing for a store.
    where private.is_ops() or f.path not in ('customer.segments', 'customer.tags', 'store.id', 'store.merchant_id'));
end;
$$;
comment on function public.describe_promotion_facts() is
  'The facts that conditions of promotions read, for the visual builder: [{path, type: money|number|boolean|choice|list|date, label, translations, options, references, min, max}].';
