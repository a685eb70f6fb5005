create function private.is_int(p_value jsonb, p_min bigint, p_max bigint)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(case when jsonb_typeof(p_value) = 'number' and p_value #>> '{}' ~ '^-?\d{1,12}$'
    then (p_value #>> '{}')::bigint between p_min and p_max end, false);
$$;
comment on function private.is_int(jsonb, bigint, bigint) is 'A JSON number without fraction or exponent, between two bounds.';

create function private.tiers_are_valid(p_kind public.promotion_kind, p_tiers jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case
    when p_kind not in ('spend_and_save', 'delivery_discount') then p_tiers = '[]'
    when jsonb_typeof(p_tiers) is distinct from 'array' then false
    else jsonb_array_length(p_tiers) between 1 and 10 and not exists (
      select 1 from jsonb_array_elements(p_tiers) t
      where not private.is_int(t -> 'min_cents', 0, 999999999)
        or not private.is_int(t -> 'discount_cents', 1, 999999999)
        or (p_kind = 'spend_and_save' and (t -> 'discount_cents') > (t -> 'min_cents')))
  end;
$$;

create function private.targets_are_valid(p_targets jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_targets is null or (jsonb_typeof(p_targets) = 'object' and not exists (
    select 1 from jsonb_each(case jsonb_typeof(p_targets) when 'object' then p_targets else '{}' end) as t (key, value)
    where t.key not in ('product_ids', 'section_ids', 'category_ids')
      or jsonb_typeof(t.value) <> 'array'
      or jsonb_path_exists(t.value, '$[*] ? (!(@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))')));
$$;
comment on function private.targets_are_valid(jsonb) is 'Which goods: {product_ids, section_ids, category_ids}, or null for all.';

create function private.effect_problem(p_kind public.promotion_kind, p_effect jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_known text[] := (case p_kind
    when 'item_discount' then '{percent_bps,amount_cents,price_cents,targets,max_quantity,max_discount_cents}'
    when 'flash_sale' then '{items,max_quantity}'
    when 'coupon' then '{distribution,amount_cents,percent_bps,max_discount_cents,min_cents,scope,targets,valid_days,issue_count,customer_count,points_price}'
    when 'points' then '{earn_bps}'
    else '{targets}' end)::text[];
  v_bad text;
begin
  select min(k) into v_bad from jsonb_object_keys(p_effect) k where k <> all (v_known);
  if v_bad is not null then
    return v_bad;
  end if;
  if not private.targets_are_valid(p_effect -> 'targets') then
    return 'targets';
  end if;
  if p_kind in ('item_discount', 'coupon') then
    if 1 <> (select count(*) from jsonb_object_keys(p_effect) k where k in ('percent_bps', 'amount_cents', 'price_cents'))
      or not coalesce(private.is_int(p_effect -> 'percent_bps', 1, 10000), true) and p_effect ? 'percent_bps'
      or p_effect ? 'amount_cents' and not private.is_int(p_effect -> 'amount_cents', 1, 999999999)
      or p_effect ? 'price_cents' and not private.is_int(p_effect -> 'price_cents', 0, 999999999)
    then
      return 'amount';
    end if;
  end if;
  select min(k.key) into v_bad
  from jsonb_each(p_effect) k
  where k.key in ('max_quantity', 'max_discount_cents', 'min_cents', 'valid_days', 'issue_count', 'customer_count', 'points_price')
    and not private.is_int(k.value, case k.key when 'min_cents' then 0 else 1 end, 999999999);
  if v_bad is not null then
    return v_bad;
  end if;
  if p_kind = 'flash_sale' and (
    jsonb_typeof(p_effect -> 'items') is distinct from 'array'
    or jsonb_array_length(p_effect -> 'items') not between 1 and 200
    or exists (
      select 1 from jsonb_array_elements(p_effect -> 'items') i
      where not private.targets_are_valid(jsonb_build_object('product_ids', jsonb_build_array(i -> 'product_id')))
        or not private.is_int(i -> 'price_cents', 0, 999999999)
        or not private.is_int(i -> 'stock_count', 1, 9999999))
    or (select count(distinct i -> 'product_id') from jsonb_array_elements(p_effect -> 'items') i)
      <> jsonb_array_length(p_effect -> 'items'))
  then
    return 'items';
  end if;
  if p_kind = 'coupon' then
    if coalesce(p_effect ->> 'distribution', '') not in ('claim', 'issue', 'first_order', 'code', 'exchange') then
      return 'distribution';
    end if;
    if coalesce(p_effect ->> 'scope', 'goods') not in ('goods', 'delivery') then
      return 'scope';
    end if;
    if (p_effect ->> 'distribution' = 'exchange') <> (p_effect ? 'points_price') then
      return 'points_price';
    end if;
  end if;
  if p_kind = 'points' and not private.is_int(p_effect -> 'earn_bps', 1, 100000) then
    return 'earn_bps';
  end if;
  return null;
end;
$$;
comment on function private.effect_problem(public.promotion_kind, jsonb) is 'The part of an effect that its kind does not take; null when it is right.';

create function private.windows_are_valid(p_windows jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case when jsonb_typeof(p_windows) is distinct from 'array' then false
    else jsonb_array_length(p_windows) <= 20 and not exists (
      select 1 from jsonb_array_elements(p_windows) w
      where jsonb_typeof(w -> 'weekdays') is distinct from 'array'
        or jsonb_array_length(case jsonb_typeof(w -> 'weekdays') when 'array' then w -> 'weekdays' else '[]' end) = 0
        or not (w -> 'weekdays') <@ '[0, 1, 2, 3, 4, 5, 6]'
        or coalesce(w ->> 'from', '') !~ '^([01]\d|2[0-3]):[0-5]\d$'
        or coalesce(w ->> 'to', '') !~ '^([01]\d|2[0-3]):[0-5]\d$') end;
$$;

create function private.check_promotion()
returns trigger
language plpgsql
security definer -- its checks are private functions
set search_path = ''
as $$
declare
  v_problem text;
begin
  if not private.tiers_are_valid(new.kind, new.tiers) then
    perform private.raise('promotion.tiers_invalid', 422);
  end if;
  v_problem := private.effect_problem(new.kind, new.effect);
  if v_problem is not null then
    perform private.raise('promotion.effect_invalid', 422, jsonb_build_object('field', v_problem));
  end if;
  if not private.windows_are_valid(new.windows) then
    perform private.raise('promotion.windows_invalid', 422);
  end if;
  if new.kind = 'points' and new.cost_bearer <> 'platform' then
    -- Points are always the platform's money.
    perform private.raise('promotion.effect_invalid', 422, '{"field": "cost_bearer"}');
  end if;
  perform private.check_json_logic(new.conditions);
  new.conditions := private.fold_json_logic(new.conditions);
  if new.store_id is not null and not exists (
    select 1 from public.stores where id = new.store_id and city_id = new.city_id)
  then
    perform private.raise('promotion.store_of_other_city', 422);
  end if;
  return new;
end;
$$;

create function private.check_enrolment()
returns trigger
language plpgsql
security definer -- the answer must not depend on the caller's row rights
set search_path = ''
as $$
begin
  if not exists (
    select 1
    from public.promotions p
    join public.stores s on s.city_id = p.city_id
    where p.id = new.promotion_id and s.id = new.store_id and p.is_for_enrolled)
  then
    perform private.raise('promotion.store_of_other_city', 422);
  end if;
  return new;
end;
$$;
