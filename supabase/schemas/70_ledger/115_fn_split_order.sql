create function private.commission_amount(
  p_base_cents bigint, p_percent_bps int, p_fixed_cents bigint, p_minimum_cents bigint, p_maximum_cents bigint)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select least(p_maximum_cents,
    greatest(p_minimum_cents, round(p_base_cents * p_percent_bps / 10000.0)::bigint + p_fixed_cents));
$$;
comment on function private.commission_amount(bigint, int, bigint, bigint, bigint) is 'Percent of the base plus a fixed amount, kept between minimum and maximum.';

create function private.match_commission(p_rules jsonb, p_facts jsonb)
returns table (rule jsonb, line_numbers int[])
language sql
immutable
set search_path = ''
as $$
  select first.rule, array_agg((l ->> 'line_number')::int order by (l ->> 'line_number')::int)
  from jsonb_array_elements(p_facts -> 'lines') l
  cross join lateral (
    select r.rule, r.place
    from jsonb_array_elements(p_rules) with ordinality as r (rule, place)
    where (r.rule ->> 'category_id' is null or l -> 'category_ids' ? (r.rule ->> 'category_id'))
      and (r.rule ->> 'fulfillment_type' is null or r.rule ->> 'fulfillment_type' = p_facts ->> 'fulfillment_type')
      and (r.rule ->> 'promotion_id' is null or exists (
        select 1 from jsonb_array_elements(p_facts -> 'adjustments') a
        where a ->> 'promotion_id' = r.rule ->> 'promotion_id'))
    order by r.place limit 1
  ) first
  group by first.place, first.rule;
$$;
comment on function private.match_commission(jsonb, jsonb) is 'Which lines of an order each rule charges: the first rule that fits a line.';

create function private.split_order(p_facts jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_lines jsonb := coalesce(p_facts -> 'lines', '[]');
  v_adjustments jsonb := coalesce(p_facts -> 'adjustments', '[]');
  v_merchant text := p_facts ->> 'merchant_id';
  v_rider text := p_facts ->> 'rider_id';
  v_subtotal bigint;
  v_merchant_discount bigint;
  v_platform_discount bigint;
  v_fee bigint := coalesce((p_facts ->> 'delivery_fee_cents')::bigint, 0);
  v_packaging bigint := coalesce((p_facts ->> 'packaging_fee_cents')::bigint, 0);
  v_tip bigint := coalesce((p_facts ->> 'tip_cents')::bigint, 0);
  v_rider_pay bigint := case when v_rider is null then 0 else coalesce((p_facts ->> 'rider_pay_cents')::bigint, 0) end;
  v_commission jsonb;
  v_commission_cents bigint;
  v_tax jsonb;
  v_tax_cents bigint;
begin
  select coalesce(sum((l ->> 'total_cents')::bigint), 0) into v_subtotal from jsonb_array_elements(v_lines) l;
  select coalesce(sum(private.merchant_part(a)), 0),
    coalesce(-sum((a ->> 'amount_cents')::bigint) - sum(private.merchant_part(a)), 0)
  into v_merchant_discount, v_platform_discount
  from jsonb_array_elements(v_adjustments) a;

  with goods as (
    select * from private.allocate_goods(v_lines, v_adjustments)
  ), term as (
    select t.*, row_number() over (order by cardinality(t.line_numbers) desc, t.place) = 1 as is_widest
    from rows from (jsonb_to_recordset(coalesce(p_facts -> 'commission', '[]')) as (
      id uuid, name text, line_numbers int[], percent_bps int, fixed_cents bigint, minimum_cents bigint,
      maximum_cents bigint)) with ordinality as t (
      id, name, line_numbers, percent_bps, fixed_cents, minimum_cents, maximum_cents, place)
  ), based as (
    -- A line that came into the order later is charged as most of it is.
    select t.id, t.name, t.place, t.percent_bps, t.fixed_cents, t.minimum_cents, t.maximum_cents, count(g.*) as line_count,
      coalesce(sum(g.total_cents - g.merchant_discount_cents), 0)::bigint as base_cents
    from term t
    left join goods g on g.line_number = any (t.line_numbers)
      or (t.is_widest and not exists (select 1 from term o where g.line_number = any (o.line_numbers)))
    group by t.id, t.name, t.place, t.percent_bps, t.fixed_cents, t.minimum_cents, t.maximum_cents
  ), charged as (
    select b.*, case when b.line_count = 0 then 0 else private.commission_amount(
      b.base_cents, b.percent_bps, b.fixed_cents, b.minimum_cents, b.maximum_cents) end as amount_cents
    from based b
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'base_cents', c.base_cents,
      'percent_bps', c.percent_bps, 'fixed_cents', c.fixed_cents, 'amount_cents', c.amount_cents) order by c.place), '[]'),
    coalesce(sum(c.amount_cents), 0)
  into v_commission, v_commission_cents
  from charged c;

  with goods as (
    select * from private.allocate_goods(v_lines, v_adjustments)
  ), rated as (
    select t.tax_bps, coalesce(sum(g.total_cents - g.merchant_discount_cents), 0)::bigint as base_cents
    from jsonb_to_recordset(coalesce(p_facts -> 'tax', '[]')) as t (tax_bps int, line_numbers int[])
    join goods g on g.line_number = any (t.line_numbers)
    group by t.tax_bps
  ), taxed as (
    -- Prices include the tax.
    select r.*, round(r.base_cents * r.tax_bps::numeric / (10000 + r.tax_bps))::bigint as amount_cents from rated r
  )
  select coalesce(jsonb_agg(to_jsonb(t) order by t.tax_bps), '[]'), coalesce(sum(t.amount_cents), 0)
  into v_tax, v_tax_cents
  from taxed t;

  return jsonb_build_object(
    'total_cents', v_subtotal + v_packaging + v_fee + v_tip - v_merchant_discount - v_platform_discount,
    'commission', v_commission, 'tax', v_tax,
    'entries', (
      select jsonb_agg(jsonb_build_object(
        'account', e.account, 'owner_id', e.owner_id, 'purpose', e.purpose, 'amount_cents', e.amount_cents) order by e.place)
      from (values
        (1, 'refund_liability', null, 'order',
          v_subtotal + v_packaging + v_fee + v_tip - v_merchant_discount - v_platform_discount),
        -- Spending points has already moved what they are worth from the customer's points to this account.
        (2, 'promo_expense', null, 'discount', v_platform_discount),
        (3, 'merchant_payable', v_merchant, 'goods', -v_subtotal),
        (4, 'merchant_payable', v_merchant, 'packaging', -v_packaging),
        (5, 'merchant_payable', v_merchant, 'discount', v_merchant_discount),
        (6, 'merchant_payable', v_merchant, 'commission', v_commission_cents),
        (7, 'platform_commission', null, 'commission', -v_commission_cents),
        (8, 'merchant_payable', v_merchant, 'tax', v_tax_cents),
        (9, 'tax_payable', null, 'tax', -v_tax_cents),
        (10, 'delivery_revenue', null, 'delivery_fee', -v_fee),
        (11, 'delivery_revenue', null, 'rider_pay', v_rider_pay),
        (12, 'rider_payable', v_rider, 'rider_pay', -v_rider_pay),
        -- A tip without a rider (pickup) belongs to the store's people.
        (13, case when v_rider is null then 'merchant_payable' else 'rider_payable' end,
          coalesce(v_rider, v_merchant), 'tip', -v_tip)
      ) as e (place, account, owner_id, purpose, amount_cents)
      where e.amount_cents <> 0));
end;
$$;
comment on function private.split_order(jsonb) is
  'Who pays and who receives each cent of an order given as facts (merchant_id, rider_id, rider_pay_cents, lines, adjustments, fees, commission terms, tax rates): {total_cents, commission, tax, entries}; the entries sum to zero.';
