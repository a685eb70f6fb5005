create function private.risk_customer_facts(p_customer_id uuid, p_at timestamptz)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return private.customer_facts(p_customer_id, null, p_at) || (
    select jsonb_build_object(
      'orders_hour', count(*) filter (where created_at > p_at - interval '1 hour'),
      'orders_day', count(*) filter (where created_at > p_at - interval '1 day'),
      'cancelled_month', count(*) filter (where status in ('cancelled', 'expired')))
    from public.orders where customer_id = p_customer_id and created_at > p_at - interval '30 days' and created_at <= p_at) || (
    select jsonb_build_object(
      'refunds_month', r.count,
      'refund_percent', case when o.count = 0 then 0 else round(100.0 * r.count / o.count) end)
    from (
      select count(distinct order_id) as count from public.refund_requests
      where customer_id = p_customer_id and is_asked and created_at > p_at - interval '30 days' and created_at <= p_at) r
    cross join (
      select count(*) as count from public.orders
      where customer_id = p_customer_id and status = 'completed' and created_at > p_at - interval '30 days' and created_at <= p_at) o) || (
    select jsonb_build_object(
      'claims_hour', count(*) filter (where issued_at > p_at - interval '1 hour'),
      'claims_day', count(*))
    from public.coupons
    where customer_id = p_customer_id and source in ('claim', 'code', 'first_order')
      and issued_at > p_at - interval '1 day' and issued_at <= p_at);
end;
$$;
comment on function private.risk_customer_facts(uuid, timestamptz) is 'What risk rules know about a customer at an instant.';

create function private.risk_order_facts(p_order public.orders)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'customer', private.risk_customer_facts(p_order.customer_id, p_order.created_at),
    'order', jsonb_build_object(
      'total_cents', p_order.total_cents, 'discount_cents', p_order.discount_cents,
      'fulfillment_type', p_order.fulfillment_type,
      'coupon_count', (select count(*) from public.order_adjustments a where a.order_id = p_order.id and a.coupon_id is not null)),
    'shared', jsonb_build_object(
      'phone_customers', (
        select count(distinct o.customer_id)
        from private.order_contacts mine
        join private.order_contacts k on k.contact_phone = mine.contact_phone
        join public.orders o on o.id = k.order_id
        where mine.order_id = p_order.id and o.created_at between p_order.created_at - interval '7 days' and p_order.created_at),
      'origin_customers', (
        select count(distinct g.customer_id)
        from private.order_origins mine
        join private.order_origins g on g.origin = mine.origin
        where mine.order_id = p_order.id and g.created_at between p_order.created_at - interval '1 day' and p_order.created_at)),
    'store', jsonb_build_object(
      'customer_orders_day', (
        select count(*) from public.orders o
        where o.customer_id = p_order.customer_id and o.store_id = p_order.store_id
          and o.created_at between p_order.created_at - interval '1 day' and p_order.created_at),
      'is_own', exists (
        select 1 from public.merchant_members m
        where m.user_id = p_order.customer_id and m.merchant_id = p_order.merchant_id)));
end;
$$;
comment on function private.risk_order_facts(public.orders) is 'What risk rules know about an order at its placing: the same for a rule that is tried out later.';

create function private.risk_rider_facts(p_rider_id uuid, p_at timestamptz)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return jsonb_build_object('rider', (
    select jsonb_build_object(
      'jumps_hour', count(*) filter (where j.created_at > p_at - interval '1 hour'),
      'jumps_day', count(*),
      'deliveries_day', (
        select count(*) from public.deliveries d
        where d.rider_id = p_rider_id and d.status = 'delivered' and d.updated_at between p_at - interval '1 day' and p_at))
    from private.rider_jumps j
    where j.rider_id = p_rider_id and j.created_at between p_at - interval '1 day' and p_at));
end;
$$;
comment on function private.risk_rider_facts(uuid, timestamptz) is 'What risk rules know about a rider at an instant.';

create function private.weigh_risk(p_moment public.risk_moment, p_facts jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'score', coalesce(sum(r.score), 0),
      'decision', case
        when coalesce(sum(r.score), 0) >= coalesce((private.setting('risk.block_score') #>> '{}')::int, 160) then 'block'
        when coalesce(sum(r.score), 0) >= coalesce((private.setting('risk.hold_score') #>> '{}')::int, 100) then 'hold'
        else 'allow' end,
      'reasons', coalesce(jsonb_agg(jsonb_build_object(
        'rule_id', r.id, 'slug', r.slug, 'name', r.name, 'translations', r.translations, 'score', r.score,
        'version', r.version) order by r.score desc, r.slug), '[]'))
    from public.risk_rules r
    where r.moment = p_moment and r.is_active and private.js_truthy(private.json_logic(r.conditions, p_facts)));
end;
$$;
comment on function private.weigh_risk(public.risk_moment, jsonb) is
  'The active rules on these facts: {score, decision, reasons}. Decisions are by the settings risk.hold_score and risk.block_score.';
