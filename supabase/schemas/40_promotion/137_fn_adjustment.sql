create function private.stack_group_of(p_promotion public.promotions)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return coalesce(p_promotion.stack_group,
    p_promotion.kind || case when p_promotion.effect ->> 'scope' = 'delivery' then ':delivery' else '' end);
end;
$$;

create function private.adjustment(
  p_promotion public.promotions, p_coupon_id uuid, p_share_bps int, p_scope text,
  p_line_number int, p_quantity int, p_amount_cents bigint)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'promotion_id', p_promotion.id, 'coupon_id', p_coupon_id, 'kind', p_promotion.kind, 'scope', p_scope,
    'line_number', p_line_number, 'quantity', p_quantity,
    'name', p_promotion.name, 'translations', p_promotion.translations,
    'cost_bearer', case p_share_bps when 0 then 'platform' when 10000 then 'merchant' else 'shared' end,
    'merchant_share_bps', case when p_share_bps in (0, 10000) then 0 else p_share_bps end,
    'amount_cents', -p_amount_cents, 'points', null);
end;
$$;
comment on function private.adjustment(public.promotions, uuid, int, text, int, int, bigint) is 'A discount as quotes and orders keep it.';

create function private.points_adjustment(p_amount_cents bigint)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'promotion_id', null, 'coupon_id', null, 'kind', 'points', 'scope', 'goods', 'line_number', null, 'quantity', null,
    'name', '积分抵扣', 'translations', jsonb_build_object('en', jsonb_build_object('name', 'Points')),
    'cost_bearer', 'platform', 'merchant_share_bps', 0, 'amount_cents', -p_amount_cents,
    'points', p_amount_cents / private.cents_per_point());
end;
$$;

create function private.flash_left_count(p_promotion public.promotions, p_line jsonb)
returns int
language plpgsql
stable
set search_path = ''
as $$
begin
  return coalesce((
    select f.stock_count - f.sold_count from private.flash_stock f
    where f.promotion_id = p_promotion.id and f.product_id = (p_line ->> 'product_id')::uuid), (
    -- A draft has no stock of its own yet.
    select (i ->> 'stock_count')::int from jsonb_array_elements(p_promotion.effect -> 'items') i
    where i -> 'product_id' = p_line -> 'product_id'), 0);
end;
$$;
comment on function private.flash_left_count(public.promotions, jsonb) is 'Units of a line''s product that a flash sale still has.';
