create function private.risk_facts()
returns table (place int, path text, type text, label text, label_en text, moments public.risk_moment[], options jsonb)
language sql
stable
set search_path = ''
as $$
  select f.place, f.path, f.type, f.label, f.label_en, f.moments::public.risk_moment[],
    case f.path
      when 'order.fulfillment_type' then (
        select jsonb_agg(jsonb_build_object('value', e.value) order by e.value) from unnest(enum_range(null::public.fulfillment_type)) e (value))
      when 'customer.segments' then (
        select coalesce(jsonb_agg(jsonb_build_object('value', s.slug, 'label', s.name, 'translations',
          jsonb_build_object('en', jsonb_build_object('label', coalesce(s.translations #>> '{en,name}', s.name)))) order by s.name), '[]')
        from public.segments s)
    end
  from (values
    (1, 'customer.orders_hour', 'number', '一小时内下单数', 'Orders within an hour', '{order,claim}'),
    (2, 'customer.orders_day', 'number', '一天内下单数', 'Orders within a day', '{order,claim}'),
    (3, 'customer.cancelled_month', 'number', '30 天取消或未付单数', 'Orders called off in 30 days', '{order,claim}'),
    (4, 'customer.refunds_month', 'number', '30 天申请退款单数', 'Refunds asked for in 30 days', '{order,claim}'),
    (5, 'customer.refund_percent', 'number', '退款率（%）', 'Refunds per 100 completed orders', '{order,claim}'),
    (6, 'customer.claims_hour', 'number', '一小时内领券数', 'Coupons claimed within an hour', '{order,claim}'),
    (7, 'customer.claims_day', 'number', '一天内领券数', 'Coupons claimed within a day', '{order,claim}'),
    (8, 'customer.order_count', 'number', '历史订单数', 'Orders so far', '{order,claim}'),
    (9, 'customer.spent_cents', 'money', '历史消费', 'Spent so far', '{order,claim}'),
    (10, 'customer.member_days', 'number', '注册天数', 'Days since joining', '{order,claim}'),
    (11, 'customer.segments', 'list', '所属人群', 'Segments', '{order,claim}'),
    (20, 'order.total_cents', 'money', '订单金额', 'Order total', '{order}'),
    (21, 'order.discount_cents', 'money', '优惠金额', 'Discounts', '{order}'),
    (22, 'order.coupon_count', 'number', '用券张数', 'Coupons used', '{order}'),
    (23, 'order.fulfillment_type', 'choice', '取餐方式', 'How it is fulfilled', '{order}'),
    (30, 'shared.phone_customers', 'number', '7 天内共用收货电话的账号数', 'Accounts sharing the phone in 7 days', '{order}'),
    (31, 'shared.origin_customers', 'number', '一天内同设备网络的账号数', 'Accounts on the same device and network in a day', '{order}'),
    (40, 'store.customer_orders_day', 'number', '一天内在本店下单数', 'Orders at this store within a day', '{order}'),
    (41, 'store.is_own', 'boolean', '是本商户员工', 'Works for the merchant', '{order}'),
    (50, 'rider.jumps_hour', 'number', '一小时内定位瞬移次数', 'Position jumps within an hour', '{rider}'),
    (51, 'rider.jumps_day', 'number', '一天内定位瞬移次数', 'Position jumps within a day', '{rider}'),
    (52, 'rider.deliveries_day', 'number', '一天内完成单数', 'Deliveries within a day', '{rider}')
  ) as f (place, path, type, label, label_en, moments);
$$;

create function public.describe_risk_facts(p_moment public.risk_moment)
returns jsonb
language plpgsql
stable
security definer -- options come from segments
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations', 'support');
  return (
    select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'path', f.path, 'type', f.type, 'label', f.label,
      'translations', jsonb_build_object('en', jsonb_build_object('label', f.label_en)),
      'options', f.options, 'min', case when f.type in ('number', 'money') then 0 end)) order by f.place)
    from private.risk_facts() f where p_moment = any (f.moments));
end;
$$;
comment on function public.describe_risk_facts(public.risk_moment) is
  'What the risk rules of a moment may ask for, for the visual builder: [{path, type, label, translations, options, min}].';
