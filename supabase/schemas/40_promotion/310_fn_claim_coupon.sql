create function public.claim_coupon(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- coupons are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('claim_coupon', p_idempotency_key, v_user_id, p_promotion_id);
  v_promotion public.promotions;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.check_claim(v_user_id);
  v_promotion := private.find_coupon_campaign(p_promotion_id, '{claim,first_order}');
  if v_promotion.effect ->> 'distribution' = 'first_order'
    and not (private.customer_facts(v_user_id) ->> 'is_first_order')::boolean
  then
    perform private.raise('promotion.first_order_only', 409);
  end if;
  return private.finish_command('claim_coupon', p_idempotency_key, v_user_id, private.coupon_view(
    private.give_coupon(v_promotion, v_user_id,
      case v_promotion.effect ->> 'distribution' when 'first_order' then 'first_order' else 'claim' end, 'claimed'),
    v_promotion));
end;
$$;
comment on function public.claim_coupon(uuid, text) is
  'The caller takes a coupon of a campaign that gives them away, or of one for first orders. Answers the coupon.';

create function public.redeem_coupon_code(p_code text)
returns jsonb
language plpgsql
security definer -- coupons and codes are not readable by who has none
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_code text := upper(btrim(p_code));
  v_promotion public.promotions;
  v_coupon public.coupons;
begin
  perform private.check_claim(v_user_id);
  if (select count(*) from private.coupon_attempts where customer_id = v_user_id and attempted_at > now() - interval '1 hour') >= 10 then
    perform private.raise('promotion.too_many_codes', 429);
  end if;
  select p.* into v_promotion
  from private.coupon_codes c
  join public.promotions p on p.id = c.promotion_id and p.kind = 'coupon' and p.status = 'published'
    and p.starts_at <= now() and (p.ends_at is null or p.ends_at > now())
  where c.code = v_code;
  if found then
    v_coupon := private.give_coupon(v_promotion, v_user_id, 'code', 'claimed');
  else
    update public.coupons c
    set customer_id = v_user_id, status = 'claimed', issued_at = now()
    where c.code = v_code and c.customer_id is null and c.expires_at > now()
    returning * into v_coupon;
    if not found then
      -- An answer, not an error: the attempt must stay counted.
      insert into private.coupon_attempts (customer_id) values (v_user_id);
      return jsonb_build_object('is_redeemed', false, 'reason', 'promotion.code_unknown');
    end if;
    select * into v_promotion from public.promotions where id = v_coupon.promotion_id;
  end if;
  return jsonb_build_object('is_redeemed', true, 'coupon', private.coupon_view(v_coupon, v_promotion));
end;
$$;
comment on function public.redeem_coupon_code(text) is
  'Turns a code into a coupon of the caller: {is_redeemed, coupon} or {is_redeemed: false, reason}. After ten wrong codes within an hour promotion.too_many_codes.';

create function public.list_my_coupons(
  p_store_id uuid default null, p_items jsonb default null,
  p_fulfillment_type public.fulfillment_type default 'delivery', p_delivery_fee_cents bigint default 0)
returns jsonb
language plpgsql
security definer -- evaluates promotions, whose counters are private
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_store public.stores;
  v_lines jsonb;
  v_row record;
  v_found jsonb;
  v_list jsonb := '[]'::jsonb;
begin
  if p_store_id is not null then
    select * into v_store from public.stores where id = p_store_id and is_published;
    if not found then
      perform private.raise('store.not_found', 404);
    end if;
    v_lines := private.price_lines(p_store_id, p_items, p_fulfillment_type);
  end if;
  for v_row in
    select c as coupon, p as promotion
    from public.coupons c
    join public.promotions p on p.id = c.promotion_id
    where c.customer_id = v_user_id
    order by c.status in ('issued', 'claimed', 'returned') and c.expires_at > now() desc, c.expires_at, c.id
    limit 100
  loop
    v_found := null;
    if v_lines is not null and (v_row.coupon).status in ('issued', 'claimed', 'returned') then
      select e into v_found
      from jsonb_array_elements(private.evaluate_promotions(v_store, v_user_id, v_lines, p_delivery_fee_cents,
        p_fulfillment_type, now(), jsonb_build_object('coupon_ids', jsonb_build_array((v_row.coupon).id))) -> 'explanations') e
      where e ->> 'coupon_id' = (v_row.coupon).id::text;
    end if;
    v_list := v_list || (private.coupon_view(v_row.coupon, v_row.promotion) || case when v_lines is null then '{}' else
      jsonb_build_object(
        'is_usable', coalesce((v_found ->> 'is_applied')::boolean, false),
        'reason', case when v_found is null then 'promotion.coupon_unusable' else v_found ->> 'reason' end,
        'saving_cents', coalesce(-(v_found ->> 'amount_cents')::bigint, 0)) end);
  end loop;
  return v_list;
end;
$$;
comment on function public.list_my_coupons(uuid, jsonb, public.fulfillment_type, bigint) is
  'The caller''s coupons; for a cart (items as for quote_order) each with is_usable, reason and saving_cents.';
