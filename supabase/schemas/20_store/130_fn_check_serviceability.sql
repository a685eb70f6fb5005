create function private.slot_reason(p_store public.stores, p_at timestamptz)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when p_at <= now() then null
    when p_at < now() + make_interval(mins => p_store.schedule_lead_minutes) then 'store.too_soon'
    when (p_at at time zone z.timezone)::date > (now() at time zone z.timezone)::date + p_store.schedule_days_ahead
      then 'store.too_far_ahead'
  end
  from (select private.store_timezone(p_store) as timezone) z;
$$;
comment on function private.slot_reason(public.stores, timestamptz) is
  'Why a later instant cannot be wished for: too soon, or too many days ahead. Now and before are no wish.';

create function private.store_goes_to(p_store public.stores, p_lon double precision, p_lat double precision)
returns boolean
language sql
stable
set search_path = ''
as $$
  select case when p_store.delivery_area is not null
    then extensions.st_covers(p_store.delivery_area, private.point(p_lon, p_lat))
    else extensions.st_dwithin(private.point(p_store.lon, p_store.lat)::extensions.geography,
      private.point(p_lon, p_lat)::extensions.geography,
      coalesce((private.setting('booking.reach_meters') #>> '{}')::double precision, 15000)) end;
$$;
comment on function private.store_goes_to(public.stores, double precision, double precision) is
  'Whether a store serves at a place: within its area, or without one within booking.reach_meters.';

create function public.check_serviceability(
  p_store_id uuid,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_lon double precision default null,
  p_lat double precision default null,
  p_subtotal_cents bigint default null,
  p_at timestamptz default now(),
  p_order_id uuid default null)
returns jsonb
language plpgsql
stable
security definer -- one predicate for everyone; it reveals nothing that a store page does not
set search_path = ''
as $$
declare
  v_store public.stores;
  v_card public.rate_cards;
  v_price jsonb := '{}'::jsonb;
  v_is_delivery boolean := p_fulfillment_type = 'delivery';
  v_is_held boolean;
  v_preparation_minutes int;
  v_licensed_until timestamptz;
  v_reason text;
begin
  select * into v_store from public.stores where id = p_store_id and is_published;
  if not found then
    return jsonb_build_object('is_serviceable', false, 'reason', 'store.not_found');
  end if;
  if v_is_delivery then
    perform private.check_point(p_lon, p_lat);
    v_price := private.price_delivery(v_store, p_lon, p_lat, p_subtotal_cents, 0, p_at);
    select * into v_card from public.rate_cards where id = (v_price ->> 'rate_card_id')::uuid;
  end if;
  if p_fulfillment_type = 'on_site' and p_lon is not null then
    perform private.check_point(p_lon, p_lat);
  end if;
  v_licensed_until := private.licensed_until(v_store);
  v_preparation_minutes := private.preparation_minutes(v_store, p_at);
  -- What an order has reserved is not asked of it again.
  v_is_held := exists (select 1 from private.slot_reservations where order_id = p_order_id);
  v_reason := case
    when private.is_blocked('merchant', v_store.merchant_id, 'selling') then 'store.closed'
    -- A voucher is bought at any hour.
    when p_fulfillment_type = 'voucher' then (
      select 'store.closed' from public.merchants m where m.id = v_store.merchant_id and m.status <> 'active')
    when not private.store_is_open(v_store.id, p_at) then 'store.closed'
    when v_licensed_until = '-infinity' then 'store.licence_missing'
    when v_licensed_until <= p_at then 'store.licence_expired'
    when v_is_delivery and v_store.is_rush_delivery_paused and v_store.rush_until > p_at then 'store.delivery_paused'
    when v_is_delivery and (
      v_card.id is null
      or (v_price ->> 'distance_meters')::int > v_card.reach_meters
      or not coalesce(extensions.st_covers(v_store.delivery_area, private.point(p_lon, p_lat)), true))
      then 'store.out_of_area'
    when p_fulfillment_type = 'on_site' and p_lon is not null and not private.store_goes_to(v_store, p_lon, p_lat)
      then 'store.out_of_area'
    when not v_is_held then coalesce(
      private.slot_reason(v_store, p_at),
      case when private.slot_left_count(v_store, p_fulfillment_type, p_at) <= 0 then 'store.slot_full' end)
  end;
  if v_reason is null and v_is_delivery and p_subtotal_cents < v_store.minimum_order_cents then
    v_reason := 'store.below_minimum';
  end if;
  return jsonb_strip_nulls(jsonb_build_object(
    'is_serviceable', v_reason is null,
    'reason', v_reason,
    'minimum_order_cents', v_store.minimum_order_cents,
    'preparation_minutes', v_preparation_minutes,
    'distance_meters', v_price -> 'distance_meters',
    'delivery_fee_cents', v_price -> 'fee_cents'));
end;
$$;
comment on function public.check_serviceability(uuid, public.fulfillment_type, double precision, double precision, bigint, timestamptz, uuid) is
  'The one answer to "can this store serve this order": list, page, quote, place and pay all ask it. p_at in the future is a scheduled slot; p_order_id is the order that already holds its slot. reason is an error key.';
