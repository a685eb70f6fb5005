create function private.delivery_fee_cents(p_rate_card public.rate_cards, p_distance_meters double precision)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select p_rate_card.base_cents
    + p_rate_card.per_km_cents * ceil(greatest(0, p_distance_meters - p_rate_card.included_meters) / 1000)::bigint;
$$;
comment on function private.delivery_fee_cents(public.rate_cards, double precision) is
  'Fee in minor units for a straight-line distance in metres.';

