create function public.preview_split(p_plan jsonb, p_order jsonb default '{}')
returns jsonb
language plpgsql
stable
security definer -- reads plans and orders for finance, and for the merchant that they are of
set search_path = ''
as $$
declare
  v_plan_id uuid := (p_plan ->> 'plan_id')::uuid;
  v_order_id uuid := (p_order ->> 'order_id')::uuid;
  v_rules jsonb := p_plan -> 'rules';
  v_facts jsonb;
  v_split jsonb;
begin
  if not private.is_ops() and not (
    v_rules is null and v_order_id is null and exists (
      select 1 from public.merchant_contracts c
      where c.plan_id = v_plan_id and c.merchant_id in (select private.my_settled_party_ids())))
  then
    perform private.raise('identity.not_allowed', 403);
  end if;
  if v_rules is null then
    select coalesce(jsonb_agg(to_jsonb(r) order by r.sort_order, r.id), '[]') into v_rules
    from public.commission_rules r
    where r.is_active and r.plan_id = coalesce(v_plan_id, (select p.id from public.commission_plans p where p.is_default));
  end if;

  -- A sample needs no merchant of its own, but its people must be told apart.
  v_facts := jsonb_build_object(
      'merchant_id', coalesce(p_order ->> 'merchant_id', 'merchant'),
      'rider_id', case when coalesce((p_order ->> 'rider_pay_cents')::bigint, 0) > 0 then 'rider' end)
    || case when v_order_id is null then p_order else private.order_facts(v_order_id) end;
  v_facts := v_facts || jsonb_build_object(
    'fulfillment_type', coalesce(p_order ->> 'fulfillment_type', (
      select o.fulfillment_type::text from public.orders o where o.id = v_order_id), 'delivery'),
    'adjustments', coalesce(v_facts -> 'adjustments', '[]'),
    'lines', (
      select coalesce(jsonb_agg(jsonb_build_object('quantity', 1) || l.line || jsonb_build_object(
        'line_number', coalesce((l.line ->> 'line_number')::bigint, l.place),
        'category_ids', private.category_path(coalesce((l.line ->> 'category_id')::uuid, (
          select s.category_id from public.orders o join public.stores s on s.id = o.store_id where o.id = v_order_id))))), '[]')
      from jsonb_array_elements(coalesce(v_facts -> 'lines', '[]')) with ordinality as l (line, place)));
  v_facts := v_facts || jsonb_build_object(
    'commission', (
      select coalesce(jsonb_agg(m.rule || jsonb_build_object('line_numbers', m.line_numbers)), '[]')
      from private.match_commission(v_rules, v_facts) m),
    'tax', coalesce(v_facts -> 'tax', (
      select coalesce(jsonb_agg(jsonb_build_object('tax_bps', t.tax_bps, 'line_numbers', t.line_numbers)), '[]')
      from (
        select (l ->> 'tax_bps')::int as tax_bps, array_agg((l ->> 'line_number')::int) as line_numbers
        from jsonb_array_elements(v_facts -> 'lines') l
        where (l ->> 'tax_bps')::int > 0 group by 1) t)));
  v_split := private.split_order(v_facts);
  return v_split || jsonb_build_object('sum_cents', (
    select coalesce(sum((e ->> 'amount_cents')::bigint), 0) from jsonb_array_elements(v_split -> 'entries') e));
end;
$$;
comment on function public.preview_split(jsonb, jsonb) is
  'How an order would be split under a plan ({plan_id} or {rules: [{percent_bps, fixed_cents, minimum_cents, maximum_cents, category_id …}]}): a sample ({lines: [{total_cents, category_id, tax_bps}], adjustments, delivery_fee_cents, packaging_fee_cents, tip_cents, rider_pay_cents}) or {order_id}. Answers {total_cents, commission, tax, entries, sum_cents}; the sum is zero.';

create function public.set_merchant_plan(p_merchant_id uuid, p_plan_id uuid)
returns jsonb
language plpgsql
security definer -- a contract that begins today may have to be written over
set search_path = ''
as $$
declare
  v_contract public.merchant_contracts;
begin
  perform private.require_ops_role('finance');
  insert into public.merchant_contracts (merchant_id, plan_id) values (p_merchant_id, p_plan_id)
  on conflict (merchant_id, starts_on) do update set plan_id = excluded.plan_id
  returning * into v_contract;
  return to_jsonb(v_contract);
end;
$$;
comment on function public.set_merchant_plan(uuid, uuid) is 'Puts a merchant under a commission plan from today on; orders already placed keep their terms.';
