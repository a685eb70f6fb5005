create function private.coupon_view(p_coupon public.coupons, p_promotion public.promotions)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_coupon.id, 'promotion_id', p_promotion.id, 'store_id', p_promotion.store_id,
    'name', p_promotion.name, 'translations', p_promotion.translations,
    'effect', p_promotion.effect - '{distribution,issue_count,customer_count}'::text[],
    'status', p_coupon.status, 'source', p_coupon.source, 'code', p_coupon.code,
    'issued_at', p_coupon.issued_at, 'expires_at', p_coupon.expires_at);
$$;
comment on function private.coupon_view(public.coupons, public.promotions) is 'A coupon as a wallet shows it.';

create function private.give_coupon(
  p_promotion public.promotions, p_customer_id uuid, p_source text, p_status public.coupon_status, p_code text default null)
returns public.coupons
language plpgsql
set search_path = ''
as $$
declare
  v_coupon public.coupons;
begin
  -- Waits for others who take from the same campaign; the count is right even when many claim at once.
  insert into private.coupon_issues as i (promotion_id, issued_count)
  values (p_promotion.id, 1)
  on conflict (promotion_id) do update set issued_count = i.issued_count + 1
    where i.issued_count < coalesce((p_promotion.effect ->> 'issue_count')::int, 2147483647);
  if not found then
    perform private.raise('promotion.coupons_gone', 409, jsonb_build_object('name', p_promotion.name));
  end if;
  if p_customer_id is not null and p_source <> 'issue' and (
    select count(*) from public.coupons where promotion_id = p_promotion.id and customer_id = p_customer_id)
    >= coalesce((p_promotion.effect ->> 'customer_count')::int, 1)
  then
    perform private.raise('promotion.coupon_claimed', 409, jsonb_build_object('name', p_promotion.name));
  end if;
  insert into public.coupons (promotion_id, customer_id, code, status, source, expires_at)
  values (p_promotion.id, p_customer_id, p_code, p_status, p_source,
    now() + make_interval(days => coalesce((p_promotion.effect ->> 'valid_days')::int, 30)))
  returning * into v_coupon;
  return v_coupon;
end;
$$;
comment on function private.give_coupon(public.promotions, uuid, text, public.coupon_status, text) is
  'Puts a coupon in a wallet, or makes a code; never more than the campaign has nor, unless ops give it, than a customer may have.';

create function private.find_coupon_campaign(p_promotion_id uuid, p_distributions text[])
returns public.promotions
language plpgsql
stable
set search_path = ''
as $$
declare
  v_promotion public.promotions;
begin
  select * into v_promotion from public.promotions
  where id = p_promotion_id and kind = 'coupon' and status = 'published'
    and effect ->> 'distribution' = any (p_distributions);
  if not found then
    perform private.raise('promotion.not_found', 404);
  elsif v_promotion.starts_at > now() then
    perform private.raise('promotion.not_started', 409);
  elsif v_promotion.ends_at <= now() then
    perform private.raise('promotion.over', 409);
  end if;
  return v_promotion;
end;
$$;
