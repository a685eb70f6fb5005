create function private.line_is_target(p_targets jsonb, p_line jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return coalesce(p_targets, '{}') = '{}'
    or coalesce(p_targets -> 'product_ids' ? (p_line ->> 'product_id'), false)
    or coalesce(p_targets -> 'section_ids' ? (p_line ->> 'section_id'), false)
    or coalesce(p_targets -> 'category_ids' ? (p_line ->> 'category_id'), false);
end;
$$;

create function private.unit_saving_cents(p_promotion public.promotions, p_line jsonb)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_unit bigint := (p_line ->> 'unit_price_cents')::bigint;
  v_price bigint;
begin
  if p_promotion.kind = 'flash_sale' then
    select (i ->> 'price_cents')::bigint into v_price
    from jsonb_array_elements(p_promotion.effect -> 'items') i where i -> 'product_id' = p_line -> 'product_id';
    if v_price is null then
      return 0;
    end if;
  elsif not private.line_is_target(p_promotion.effect -> 'targets', p_line) then
    return 0;
  elsif p_promotion.effect ? 'percent_bps' then
    return round(v_unit * (p_promotion.effect ->> 'percent_bps')::numeric / 10000);
  elsif p_promotion.effect ? 'amount_cents' then
    return least(v_unit, (p_promotion.effect ->> 'amount_cents')::bigint);
  else
    v_price := (p_promotion.effect ->> 'price_cents')::bigint;
  end if;
  -- A price is the product's own; what was added to it is paid as before.
  return greatest(0, v_unit - v_price - coalesce((
    select sum((m ->> 'price_cents')::bigint) from jsonb_array_elements(p_line -> 'modifiers') m), 0));
end;
$$;
comment on function private.unit_saving_cents(public.promotions, jsonb) is 'What an item price saves on one unit of a line; 0 when the line is not meant.';

create function private.order_saving_cents(
  p_promotion public.promotions, p_lines jsonb, p_line_cents bigint[], p_left_cents bigint, p_fee_cents bigint)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_basis bigint;
  v_amount bigint;
  v_is_delivery boolean := p_promotion.kind = 'delivery_discount'
    or coalesce(p_promotion.effect ->> 'scope', '') = 'delivery';
begin
  select coalesce(sum(p_line_cents[l.n]), 0) into v_basis
  from jsonb_array_elements(p_lines) with ordinality as l (line, n)
  where private.line_is_target(p_promotion.effect -> 'targets', l.line);
  if p_promotion.kind = 'coupon' then
    if v_basis < coalesce((p_promotion.effect ->> 'min_cents')::bigint, 0) then
      return 0;
    end if;
    v_amount := coalesce(
      (p_promotion.effect ->> 'amount_cents')::bigint,
      round(case when v_is_delivery then p_fee_cents else v_basis end * (p_promotion.effect ->> 'percent_bps')::numeric / 10000));
    v_amount := least(v_amount, (p_promotion.effect ->> 'max_discount_cents')::bigint);
  else
    select max((t ->> 'discount_cents')::bigint) into v_amount
    from jsonb_array_elements(p_promotion.tiers) t
    where (t ->> 'min_cents')::bigint <= v_basis;
  end if;
  return greatest(0, least(coalesce(v_amount, 0),
    case when v_is_delivery then p_fee_cents else least(v_basis, p_left_cents) end));
end;
$$;
comment on function private.order_saving_cents(public.promotions, jsonb, bigint[], bigint, bigint) is
  'What a promotion of the whole order saves: thresholds look at the goods at their item prices (p_line_cents), the discount never takes more than what is left.';
