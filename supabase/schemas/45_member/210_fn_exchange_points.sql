create function public.exchange_points(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- coupons and the ledger are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('exchange_points', p_idempotency_key, v_user_id, p_promotion_id);
  v_promotion public.promotions;
  v_currency text;
  v_price bigint;
  v_coupon public.coupons;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_promotion := private.find_coupon_campaign(p_promotion_id, '{exchange}');
  select currency into v_currency from public.cities where id = v_promotion.city_id;
  v_price := (v_promotion.effect ->> 'points_price')::bigint * private.cents_per_point();
  v_coupon := private.give_coupon(v_promotion, v_user_id, 'exchange', 'claimed');
  perform private.lock_member(v_user_id);
  if private.points_cents(v_user_id, v_currency) < v_price then
    perform private.raise('member.points_short', 409);
  end if;
  perform private.post_points('points_exchanged', 'points_exchanged:' || v_coupon.id, null, v_user_id, v_currency, -v_price);
  return private.finish_command('exchange_points', p_idempotency_key, v_user_id, private.coupon_view(v_coupon, v_promotion));
end;
$$;
comment on function public.exchange_points(uuid, text) is 'The caller pays points for a coupon of a campaign with distribution exchange. Answers the coupon.';
