create function public.check_serviceability(
  p_store_id uuid,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_lon double precision default null,
  p_lat double precision default null,
  p_subtotal_cents bigint default null,
  p_at timestamptz default now())
returns jsonb
language plpgsql
stable
security definer -- one predicate for everyone; it reveals nothing that a store page does not
set search_path = ''
as $$
declare
  v_store public.stores;
  v_card public.rate_cards;
  v_distance double precision;
  v_reason text;
begin
  select * into v_store from public.stores where id = p_store_id and is_published;
  if not found then
    return jsonb_build_object('is_serviceable', false, 'reason', 'store.not_found');
  end if;
  if p_fulfillment_type = 'delivery' then
    perform private.check_point(p_lon, p_lat);
    select * into v_card from public.rate_cards where city_id = v_store.city_id;
    v_distance := extensions.st_distance(v_store.location, private.point(p_lon, p_lat)::extensions.geography);
  end if;
  v_reason := case
    when not private.store_is_open(v_store.id, p_at) then 'store.closed'
    when p_fulfillment_type = 'delivery' and (
      v_card.id is null
      or v_distance > v_card.reach_meters
      or not coalesce(extensions.st_covers(v_store.delivery_area, private.point(p_lon, p_lat)), true))
      then 'store.out_of_area'
    when p_fulfillment_type = 'delivery' and p_subtotal_cents < v_store.minimum_order_cents
      then 'store.below_minimum'
  end;
  return jsonb_strip_nulls(jsonb_build_object(
    'is_serviceable', v_reason is null,
    'reason', v_reason,
    'minimum_order_cents', v_store.minimum_order_cents,
    'distance_meters', round(v_distance),
    'delivery_fee_cents', private.delivery_fee_cents(v_card, v_distance)));
end;
$$;
comment on function public.check_serviceability(uuid, public.fulfillment_type, double precision, double precision, bigint, timestamptz) is
  'The one answer to "can this store serve this order here and now": list, page, quote, place and pay all ask it. reason is an error key.';

