create function private.find_promotions(
  p_store public.stores, p_customer_id uuid, p_at timestamptz, p_choice jsonb, p_is_dry_run boolean)
returns table (promotion public.promotions, coupon public.coupons, enrolled_share_bps int)
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
  select p, null::public.coupons, e.merchant_share_bps
  from public.promotions p
  left join public.campaign_enrolments e on p.is_for_enrolled and e.promotion_id = p.id and e.store_id = p_store.id
  where p.city_id = p_store.city_id
    and (p.store_id is null or p.store_id = p_store.id)
    and p.kind not in ('coupon', 'points')
    and (p.status = 'published' or (p_is_dry_run and p.status = 'paused'))
    and (p.ends_at is null or p.ends_at > p_at)
    and (p_is_dry_run or p.starts_at <= p_at)
    and (p_is_dry_run or not p.is_for_enrolled or e.store_id is not null);
  if coalesce(p_choice -> 'coupon_ids', '[]') = '[]' and p_choice ->> 'coupon_code' is null then
    return;
  end if;
  return query
  select p, c, e.merchant_share_bps
  from public.coupons c
  join public.promotions p on p.id = c.promotion_id
  left join public.campaign_enrolments e on p.is_for_enrolled and e.promotion_id = p.id and e.store_id = p_store.id
  where c.customer_id = p_customer_id
    and (p_choice -> 'coupon_ids' ? c.id::text or c.code = upper(p_choice ->> 'coupon_code'));
end;
$$;
comment on function private.find_promotions(public.stores, uuid, timestamptz, jsonb, boolean) is
  'Promotions that run at a store, and the coupons that its customer has chosen.';

create function private.promotion_refusal(
  p_promotion public.promotions, p_coupon public.coupons, p_enrolled_share_bps int, p_store public.stores,
  p_customer_id uuid, p_at timestamptz, p_local timestamp)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  v_left record;
begin
  if p_promotion.city_id <> p_store.city_id or p_promotion.store_id <> p_store.id then
    return 'promotion.other_store';
  elsif p_promotion.is_for_enrolled and p_enrolled_share_bps is null then
    return 'promotion.not_enrolled';
  elsif p_promotion.status = 'paused' then
    return 'promotion.paused';
  end if;
  if p_coupon.id is not null then
    -- A coupon outlives its campaign.
    if p_coupon.status not in ('issued', 'claimed', 'returned') then
      return 'promotion.coupon_unusable';
    elsif p_coupon.expires_at <= p_at then
      return 'promotion.coupon_expired';
    end if;
  elsif p_promotion.starts_at > p_at then
    return 'promotion.not_started';
  elsif p_promotion.ends_at <= p_at then
    return 'promotion.over';
  end if;
  if not private.is_in_windows(p_promotion.windows, p_local) then
    return 'promotion.not_in_window';
  end if;
  if p_promotion.budget_cents is not null or p_promotion.usage_cap is not null then
    select cents, uses into v_left from private.promotion_left(p_promotion.id);
    if v_left.cents <= 0 or v_left.uses <= 0 then
      return 'promotion.budget_spent';
    end if;
  end if;
  if p_promotion.customer_cap is not null and exists (
    select 1 from private.promotion_customers c
    where c.promotion_id = p_promotion.id and c.customer_id = p_customer_id and c.used_count >= p_promotion.customer_cap)
  then
    return 'promotion.customer_cap_reached';
  end if;
  return null;
end;
$$;
comment on function private.promotion_refusal(public.promotions, public.coupons, int, public.stores, uuid, timestamptz, timestamp) is
  'Why a promotion does not run here and now for this customer, before its conditions; null when it does.';

create function private.evaluate_promotions(
  p_store public.stores, p_customer_id uuid, p_lines jsonb, p_delivery_fee_cents bigint,
  p_fulfillment_type public.fulfillment_type, p_at timestamptz, p_choice jsonb,
  p_is_dry_run boolean default false, p_draft public.promotions default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_local timestamp;
  v_data jsonb;
  v_row record;
  v_stage text;
  v_group text;
  v_best int;
  v_saving bigint;
  v_units int;
  v_amount bigint;
  -- The promotions, each by its number.
  v_count int := 0;
  v_promotion public.promotions[] := '{}'::public.promotions[];
  v_coupon uuid[] := '{}'::uuid[];
  v_share int[] := '{}'::int[];
  v_reason text[] := '{}'::text[];
  v_detail jsonb[] := '{}'::jsonb[];
  v_value bigint[] := '{}'::bigint[];
  v_applied bigint[] := '{}'::bigint[];
  v_left_budget bigint[] := '{}'::bigint[];
  v_left_units int[] := '{}'::int[];
  -- The lines, each by its place.
  v_lines jsonb[] := array(select l from jsonb_array_elements(p_lines) l);
  v_line_promotion int[] := '{}'::int[];
  v_line_units int[] := '{}'::int[];
  v_line_cents bigint[] := array(select (l ->> 'total_cents')::bigint from jsonb_array_elements(p_lines) l);
  v_adjustments jsonb := '[]'::jsonb;
  v_explanations jsonb := '[]'::jsonb;
  v_goods bigint;
  v_left_goods bigint;
  v_left record;
  v_left_fee bigint := coalesce(p_delivery_fee_cents, 0);
begin
  select coalesce(sum(c), 0) into v_goods from unnest(v_line_cents) c;
  select p_at at time zone c.timezone into v_local from public.cities c where c.id = p_store.city_id;

  -- 1. Who runs at all, and what each would save alone.
  for v_row in
    select * from (
      select f.promotion, f.coupon, f.enrolled_share_bps
      from private.find_promotions(p_store, p_customer_id, p_at, p_choice, p_is_dry_run) f
      where p_draft.id is null or (f.promotion).id <> p_draft.id
      union all
      select p_draft, null, case when p_draft.is_for_enrolled then coalesce((
        select e.merchant_share_bps from public.campaign_enrolments e
        where e.promotion_id = p_draft.id and e.store_id = p_store.id), p_draft.enrolment_share_bps) end
      where p_draft.id is not null
    ) candidates
    order by (promotion).priority, (promotion).id, (coupon).id
  loop
    v_count := v_count + 1;
    v_promotion[v_count] := v_row.promotion;
    v_coupon[v_count] := (v_row.coupon).id;
    v_share[v_count] := coalesce(v_row.enrolled_share_bps, case (v_row.promotion).cost_bearer
      when 'merchant' then 10000 when 'shared' then (v_row.promotion).merchant_share_bps else 0 end);
    v_reason[v_count] := private.promotion_refusal(
      v_row.promotion, v_row.coupon, v_row.enrolled_share_bps, p_store, p_customer_id, p_at, v_local);
    v_applied[v_count] := 0;
    v_value[v_count] := 0;
    if v_reason[v_count] is null and ((v_row.promotion).conditions <> 'true'
      or (v_row.promotion).effect ->> 'distribution' = 'first_order')
    then
      v_data := coalesce(v_data, private.promotion_data(
        p_store, p_customer_id, p_lines, p_delivery_fee_cents, p_fulfillment_type, p_at));
      if not private.js_truthy(private.json_logic((v_row.promotion).conditions, v_data)) then
        v_reason[v_count] := 'promotion.condition_not_met';
      elsif (v_row.promotion).effect ->> 'distribution' = 'first_order'
        and v_data #> '{customer,is_first_order}' <> 'true'
      then
        v_reason[v_count] := 'promotion.first_order_only';
      end if;
    end if;
    continue when v_reason[v_count] is not null;
    if (v_row.promotion).budget_cents is not null or (v_row.promotion).usage_cap is not null then
      v_left := private.promotion_left((v_row.promotion).id);
      v_left_budget[v_count] := v_left.cents;
      v_left_units[v_count] := least(v_left.uses, 1000000);
    end if;
    if (v_row.promotion).kind in ('item_discount', 'flash_sale') then
      if (v_row.promotion).kind = 'flash_sale' then
        v_left_units[v_count] := least(v_left_units[v_count], (v_row.promotion).customer_cap - coalesce((
          select c.used_count from private.promotion_customers c
          where c.promotion_id = (v_row.promotion).id and c.customer_id = p_customer_id), 0));
      else
        v_left_units[v_count] := null;
      end if;
      v_left_units[v_count] := least(v_left_units[v_count], ((v_row.promotion).effect ->> 'max_quantity')::int);
      v_value[v_count] := (
        select coalesce(sum(private.unit_saving_cents(v_row.promotion, l) * (l ->> 'quantity')::int), 0) from unnest(v_lines) l);
    else
      v_value[v_count] := private.order_saving_cents(v_row.promotion, p_lines, v_line_cents, v_goods, v_left_fee);
    end if;
    if v_value[v_count] = 0 then
      v_reason[v_count] := case
        when (v_row.promotion).kind = 'delivery_discount' and v_left_fee = 0 then 'promotion.nothing_left'
        when (v_row.promotion).kind in ('item_discount', 'flash_sale') then 'promotion.no_target'
        else 'promotion.below_minimum' end;
    end if;
  end loop;

  -- 2. Who may not stand beside whom: the earlier priority wins.
  for i in 2 .. v_count loop
    for j in 1 .. i - 1 loop
      if v_reason[i] is null and v_reason[j] is null and (
        (v_promotion[j]).id = any ((v_promotion[i]).excludes) or (v_promotion[i]).id = any ((v_promotion[j]).excludes))
      then
        v_reason[i] := 'promotion.excluded';
        v_detail[i] := jsonb_build_object('by', (v_promotion[j]).name, 'promotion_id', (v_promotion[j]).id);
      end if;
    end loop;
  end loop;

  -- 3. Of a named stack group only the best for the customer.
  for i in 1 .. v_count loop
    for j in 1 .. v_count loop
      if i <> j and v_reason[i] is null and v_reason[j] is null
        and (v_promotion[i]).stack_group = (v_promotion[j]).stack_group
        and (v_value[j] > v_value[i] or (v_value[j] = v_value[i] and j < i))
      then
        v_reason[i] := 'promotion.other_of_group';
        v_detail[i] := jsonb_build_object('by', (v_promotion[j]).name, 'promotion_id', (v_promotion[j]).id);
      end if;
    end loop;
  end loop;

  -- 4. Item prices: each line gets the one that saves most on it.
  for n in 1 .. cardinality(v_lines) loop
    v_best := null;
    v_saving := 0;
    for i in 1 .. v_count loop
      continue when v_reason[i] is not null or (v_promotion[i]).kind not in ('item_discount', 'flash_sale');
      v_amount := private.unit_saving_cents(v_promotion[i], v_lines[n]);
      continue when v_amount = 0;
      v_units := least((v_lines[n] ->> 'quantity')::int, v_left_units[i]);
      if (v_promotion[i]).kind = 'flash_sale' then
        v_units := least(v_units, private.flash_left_count(v_promotion[i], v_lines[n]) - (
          select coalesce(sum(t.units), 0) from unnest(v_lines, v_line_promotion, v_line_units) as t (line, promotion, units)
          where t.promotion = i and t.line -> 'product_id' = v_lines[n] -> 'product_id'));
      end if;
      continue when v_units <= 0;
      v_amount := least(v_amount * v_units, ((v_promotion[i]).effect ->> 'max_discount_cents')::bigint - v_applied[i]);
      if v_amount > v_left_budget[i] then
        v_reason[i] := case when v_applied[i] = 0 then 'promotion.budget_spent' end;
        continue;
      end if;
      if v_amount > v_saving then
        v_best := i;
        v_saving := v_amount;
        v_line_units[n] := v_units;
      end if;
    end loop;
    continue when v_best is null;
    v_line_promotion[n] := v_best;
    v_units := v_line_units[n];
    v_applied[v_best] := v_applied[v_best] + v_saving;
    v_left_budget[v_best] := v_left_budget[v_best] - v_saving;
    v_left_units[v_best] := v_left_units[v_best] - v_units;
    v_line_cents[n] := v_line_cents[n] - v_saving;
    v_adjustments := v_adjustments || private.adjustment(
      v_promotion[v_best], null, v_share[v_best], 'goods', coalesce((v_lines[n] ->> 'line_number')::int, n), v_units, v_saving);
  end loop;
  for i in 1 .. v_count loop
    if v_reason[i] is null and v_applied[i] = 0 and (v_promotion[i]).kind in ('item_discount', 'flash_sale') then
      v_reason[i] := case when v_left_units[i] <= 0 then 'promotion.customer_cap_reached' else 'promotion.better_price' end;
    end if;
  end loop;

  -- 5. The rest one after another: of each group the best that is left to take.
  select coalesce(sum(c), 0) into v_left_goods from unnest(v_line_cents) c;
  foreach v_stage in array array['spend_and_save', 'coupon', 'points', 'delivery_discount'] loop
    if v_stage = 'points' then
      v_amount := private.usable_points_cents(p_customer_id, p_store.city_id, (p_choice ->> 'points')::bigint, v_left_goods);
      if v_amount > 0 then
        v_left_goods := v_left_goods - v_amount;
        v_adjustments := v_adjustments || private.points_adjustment(v_amount);
      end if;
      continue;
    end if;
    for i in 1 .. v_count loop
      continue when v_reason[i] is not null or v_applied[i] > 0 or (v_promotion[i]).kind::text <> v_stage;
      v_group := private.stack_group_of(v_promotion[i]);
      v_best := null;
      v_saving := 0;
      for j in 1 .. v_count loop
        continue when v_reason[j] is not null or (v_promotion[j]).kind::text <> v_stage
          or private.stack_group_of(v_promotion[j]) <> v_group;
        v_amount := private.order_saving_cents(v_promotion[j], p_lines, v_line_cents, v_left_goods, v_left_fee);
        if v_amount = 0 then
          v_reason[j] := case when v_value[j] > 0 and (v_left_goods = 0 or v_left_fee = 0) then 'promotion.nothing_left'
            else 'promotion.below_minimum' end;
        elsif v_amount > v_left_budget[j] then
          v_reason[j] := 'promotion.budget_spent';
        elsif v_amount > v_saving then
          v_best := j;
          v_saving := v_amount;
        end if;
      end loop;
      for j in 1 .. v_count loop
        if j <> v_best and v_reason[j] is null and (v_promotion[j]).kind::text = v_stage
          and private.stack_group_of(v_promotion[j]) = v_group
        then
          v_reason[j] := 'promotion.other_of_group';
          v_detail[j] := jsonb_build_object('by', (v_promotion[v_best]).name, 'promotion_id', (v_promotion[v_best]).id);
        end if;
      end loop;
      continue when v_best is null;
      v_applied[v_best] := v_saving;
      if v_stage = 'delivery_discount' or (v_promotion[v_best]).effect ->> 'scope' = 'delivery' then
        v_left_fee := v_left_fee - v_saving;
      else
        v_left_goods := v_left_goods - v_saving;
      end if;
      v_adjustments := v_adjustments || private.adjustment(
        v_promotion[v_best], v_coupon[v_best], v_share[v_best],
        case when v_stage = 'delivery_discount' then 'delivery' else coalesce((v_promotion[v_best]).effect ->> 'scope', 'goods') end,
        null, null, v_saving);
    end loop;
  end loop;

  for i in 1 .. v_count loop
    v_explanations := v_explanations || jsonb_build_object(
      'promotion_id', (v_promotion[i]).id, 'coupon_id', v_coupon[i], 'kind', (v_promotion[i]).kind,
      'name', (v_promotion[i]).name, 'translations', (v_promotion[i]).translations,
      'is_applied', v_applied[i] > 0, 'amount_cents', -v_applied[i],
      'reason', case when v_applied[i] = 0 then v_reason[i] end, 'detail', coalesce(v_detail[i], '{}'));
  end loop;
  return jsonb_build_object(
    'adjustments', v_adjustments,
    'explanations', v_explanations,
    'discount_cents', (select coalesce(-sum((a ->> 'amount_cents')::bigint), 0) from jsonb_array_elements(v_adjustments) a));
end;
$$;
comment on function private.evaluate_promotions(
  public.stores, uuid, jsonb, bigint, public.fulfillment_type, timestamptz, jsonb, boolean, public.promotions) is
  'Applies what runs, in the order item price, spend-and-save, coupon, points, delivery discount, and says of each promotion why or why not. A dry run also looks at paused and coming promotions and at a draft.';
