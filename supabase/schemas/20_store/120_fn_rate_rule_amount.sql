create function private.is_in_window(p_local timestamp, p_weekdays int[], p_starts_at time, p_ends_at time)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case
    when p_starts_at < p_ends_at then
      p_local::time >= p_starts_at and p_local::time < p_ends_at and extract(dow from p_local)::int = any (p_weekdays)
    else
      (p_local::time >= p_starts_at and extract(dow from p_local)::int = any (p_weekdays))
      or (p_local::time < p_ends_at and extract(dow from p_local - interval '1 day')::int = any (p_weekdays))
  end;
$$;
comment on function private.is_in_window(timestamp, int[], time, time) is
  'Whether a local time lies in a daily window; a night counts for the weekday on which it begins.';

create function private.rate_rule_amount(
  p_rule public.rate_card_rules, p_meters double precision, p_goods_cents bigint, p_weight_grams int,
  p_local timestamp, p_zone_id uuid, p_conditions text[])
returns bigint
language sql
immutable
set search_path = ''
as $$
  select coalesce(case p_rule.kind
    when 'base' then p_rule.amount_cents
    when 'distance' then case when p_meters > p_rule.from_meters then p_rule.amount_cents
      + coalesce(p_rule.per_km_cents, 0) * ceil((least(p_meters, p_rule.to_meters) - p_rule.from_meters) / 1000)::bigint end
    when 'amount' then case when p_goods_cents < p_rule.below_cents then p_rule.amount_cents end
    when 'zone' then case when p_rule.zone_id = p_zone_id then p_rule.amount_cents end
    when 'time_window' then case
      when private.is_in_window(p_local, p_rule.weekdays, p_rule.starts_at, p_rule.ends_at) then p_rule.amount_cents end
    when 'weather' then case when p_rule.condition = any (p_conditions) then p_rule.amount_cents end
    when 'weight' then case when p_weight_grams > p_rule.over_grams then p_rule.amount_cents
      + coalesce(p_rule.per_kg_cents, 0) * ceil((p_weight_grams - p_rule.over_grams) / 1000.0)::bigint end
  end, 0);
$$;
comment on function private.rate_rule_amount(public.rate_card_rules, double precision, bigint, int, timestamp, uuid, text[]) is
  'What one rule adds to the fee, in minor units; 0 when it does not apply. An unknown goods'' total (null) meets no amount rule.';
