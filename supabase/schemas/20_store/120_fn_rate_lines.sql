create function private.rate_lines(
  p_card_ids uuid[], p_meters double precision[], p_timezones text[],
  p_lon double precision, p_lat double precision, p_goods_cents bigint, p_weight_grams int, p_at timestamptz)
returns table (item int, rule_id uuid, amount_cents bigint)
language plpgsql
stable
security definer -- zones that are off are hidden from readers, not from rules
rows 100
-- Planned once a session: planning costs more than the answer.
set plan_cache_mode = force_generic_plan
set search_path = ''
as $$
begin
  return query
  select i.line::int, r.id, coalesce(case r.kind
    when 'base' then r.amount_cents
    when 'distance' then case when i.meters > r.from_meters then r.amount_cents
      + coalesce(r.per_km_cents, 0) * ceil((least(i.meters, r.to_meters) - r.from_meters) / 1000)::bigint end
    when 'amount' then case when p_goods_cents < r.below_cents then r.amount_cents end
    when 'zone' then (
      select r.amount_cents from public.zones z
      where z.id = r.zone_id and z.is_active and extensions.st_covers(z.area, private.point(p_lon, p_lat)))
    when 'time_window' then (
      select r.amount_cents
      from (select p_at at time zone i.timezone as local_time offset 0) t
      where case
        when r.starts_at < r.ends_at then t.local_time::time >= r.starts_at and t.local_time::time < r.ends_at
          and extract(dow from t.local_time)::int = any (r.weekdays)
        -- A night counts for the weekday on which it begins.
        else t.local_time::time >= r.starts_at and extract(dow from t.local_time)::int = any (r.weekdays)
          or t.local_time::time < r.ends_at and extract(dow from t.local_time - interval '1 day')::int = any (r.weekdays)
        end)
    when 'weather' then (
      select r.amount_cents
      from public.rate_cards c
      where c.id = r.rate_card_id and (
        exists (
          select 1 from public.city_conditions w
          where w.city_id = c.city_id and w.condition = r.condition and w.starts_at <= p_at and w.ends_at > p_at)
        -- What ops switched on where the customer lives; one surcharge for one rain.
        or exists (
          select 1 from public.incident_modes m join public.zones z on z.id = m.zone_id
          where z.city_id = c.city_id and m.kind = r.condition and m.starts_at <= p_at
            and coalesce(m.ended_at, m.ends_at) > p_at
            and extensions.st_covers(z.area, private.point(p_lon, p_lat)))))
    when 'weight' then case when p_weight_grams > r.over_grams then r.amount_cents
      + coalesce(r.per_kg_cents, 0) * ceil((p_weight_grams - r.over_grams) / 1000.0)::bigint end
  end, 0)
  from unnest(p_card_ids, p_meters, p_timezones) with ordinality as i (card_id, meters, timezone, line)
  join public.rate_card_rules r on r.rate_card_id = i.card_id;
end;
$$;
comment on function private.rate_lines(uuid[], double precision[], text[], double precision, double precision, bigint, int, timestamptz) is
  'What each rule of some stores'' cards adds to the fee to one place, in minor units, 0 when it does not apply; item counts the arrays, which give a store''s card, its distance and its time zone. An unknown goods'' total (null) meets no amount rule; taking back for free delivery is left to the caller.';
