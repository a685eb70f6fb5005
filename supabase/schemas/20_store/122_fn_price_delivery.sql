create function private.store_distance(p_location extensions.geography, p_lon double precision, p_lat double precision)
returns double precision
language sql
immutable
parallel safe
set search_path = ''
as $$
  -- On the sphere, as the index orders by; the ellipsoid differs by less than half a percent.
  select extensions.st_distance(p_location, private.point(p_lon, p_lat)::extensions.geography, false);
$$;
comment on function private.store_distance(extensions.geography, double precision, double precision) is 'Straight metres from a store to a place.';

create function private.price_delivery(
  p_store public.stores, p_lon double precision, p_lat double precision,
  p_goods_cents bigint, p_weight_grams int, p_at timestamptz)
returns jsonb
language plpgsql
stable
security definer -- rules and conditions are read for everyone alike
set search_path = ''
as $$
declare
  v_card public.rate_cards := private.find_rate_card(p_store, p_at);
  v_meters double precision := private.store_distance(p_store.location, p_lon, p_lat);
  v_rule record;
  v_amount bigint;
  v_fee bigint := 0;
  v_lines jsonb := '[]'::jsonb;
begin
  for v_rule in
    select r.id, r.kind, r.label, r.translations, r.free_from_cents, l.amount_cents as amount
    from private.rate_lines(array[v_card.id], array[v_meters], array[private.store_timezone(p_store)],
      p_lon, p_lat, p_goods_cents, p_weight_grams, p_at) l
    join public.rate_card_rules r on r.id = l.rule_id
    order by r.position
  loop
    v_amount := case when v_rule.free_from_cents <= p_goods_cents then -v_fee else v_rule.amount end;
    continue when v_amount = 0;
    v_fee := v_fee + v_amount;
    v_lines := v_lines || jsonb_build_array(jsonb_build_object(
      'rule_id', v_rule.id, 'kind', v_rule.kind, 'label', v_rule.label, 'translations', v_rule.translations,
      'amount_cents', v_amount));
  end loop;
  return jsonb_build_object(
    'rate_card_id', v_card.id,
    'distance_meters', round(v_meters),
    'fee_cents', case when v_card.id is not null then v_fee end,
    'lines', v_lines);
end;
$$;
comment on function private.price_delivery(public.stores, double precision, double precision, bigint, int, timestamptz) is
  'Delivery fee to a place at an instant: {rate_card_id, distance_meters, fee_cents, lines: [{rule_id, kind, label, translations, amount_cents}]}. The lines sum to the fee; without a card both are null and empty.';
