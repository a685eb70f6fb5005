create function private.category_path(p_category_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with recursive up as (
    select c.id, c.parent_id, 1 as depth from public.categories c where c.id = p_category_id
    union all
    select c.id, c.parent_id, up.depth + 1 from up join public.categories c on c.id = up.parent_id where up.depth < 16
  )
  select coalesce(jsonb_agg(up.id order by up.depth), '[]') from up;
$$;
comment on function private.category_path(uuid) is 'A category and those above it, nearest first.';

create function private.freeze_commission(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_contract public.merchant_contracts;
  v_rules jsonb;
  v_facts jsonb;
begin
  select * into v_order from public.orders where id = p_order_id;
  select c.* into v_contract
  from public.merchant_contracts c
  join public.cities city on city.id = v_order.city_id
  where c.merchant_id = v_order.merchant_id
    and (now() at time zone city.timezone)::date between c.starts_on and coalesce(c.ends_on, 'infinity')
  order by c.starts_on desc limit 1;
  select jsonb_agg(to_jsonb(r) order by r.sort_order, r.id) into v_rules
  from public.commission_rules r
  where r.is_active and r.plan_id = coalesce(
    v_contract.plan_id, (select p.id from public.commission_plans p where p.is_default));

  v_rules := coalesce(v_rules, '[]');

  select jsonb_build_object(
    'fulfillment_type', v_order.fulfillment_type,
    'lines', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'line_number', i.line_number, 'quantity', i.quantity, 'total_cents', i.total_cents,
        'tax_bps', coalesce((l.line ->> 'tax_bps')::int, 0),
        'category_ids', case when v_rules @? '$[*] ? (@.category_id != null)' then private.category_path(
          coalesce((l.line ->> 'category_id')::uuid, (select s.category_id from public.stores s where s.id = v_order.store_id)))
          else '[]' end)), '[]')
      from public.order_items i
      left join jsonb_array_elements(q.lines) with ordinality as l (line, place)
        on coalesce((l.line ->> 'line_number')::int, l.place) = i.line_number
      where i.order_id = p_order_id),
    'adjustments', (
      select coalesce(jsonb_agg(to_jsonb(a)), '[]') from public.order_adjustments a where a.order_id = p_order_id))
  into v_facts
  from public.quotes q where q.id = v_order.quote_id;

  with goods as (
    select * from private.allocate_goods(v_facts -> 'lines', v_facts -> 'adjustments')
  ), matched as (
    select r.*, m.line_numbers, (
      select coalesce(sum(g.total_cents - g.merchant_discount_cents), 0)::bigint
      from goods g where g.line_number = any (m.line_numbers)) as base_cents
    from private.match_commission(v_rules, v_facts) m
    cross join lateral jsonb_populate_record(null::public.commission_rules, m.rule) r
  )
  insert into public.commission_lines (
    order_id, rule_id, contract_id, name, line_numbers, percent_bps, fixed_cents, minimum_cents, maximum_cents,
    base_cents, amount_cents)
  select p_order_id, m.id, v_contract.id, m.name, m.line_numbers, m.percent_bps, m.fixed_cents, m.minimum_cents,
    m.maximum_cents, m.base_cents, private.commission_amount(
      m.base_cents, m.percent_bps, m.fixed_cents, m.minimum_cents, m.maximum_cents)
  from matched m;

  insert into public.tax_lines (order_id, tax_bps, line_numbers, amount_cents)
  select p_order_id, (l ->> 'tax_bps')::int, array_agg((l ->> 'line_number')::int order by (l ->> 'line_number')::int), 0
  from jsonb_array_elements(v_facts -> 'lines') l
  where (l ->> 'tax_bps')::int > 0
    and (select c.is_tax_collected from public.cities c where c.id = v_order.city_id)
  group by 2;
end;
$$;
comment on function private.freeze_commission(uuid) is
  'Writes down the commission terms and tax rates of an order as they are now: the rules of the merchant''s contract, else of the default plan. Called once the order''s lines and discounts are written.';
