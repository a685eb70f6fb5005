create function private.price_rider_pay(p_zone public.zones, p_distance_meters int, p_at timestamptz)
returns table (kind text, label text, translations jsonb, rule_id uuid, amount_cents bigint)
language sql
stable
set search_path = ''
as $$
  select 'base', '基础', '{"en": {"label": "Base"}}'::jsonb, null::uuid, p_zone.rider_base_pay_cents
  union all
  select 'distance', '里程', '{"en": {"label": "Distance"}}'::jsonb, null,
    p_zone.rider_pay_per_km_cents * ceil(p_distance_meters / 1000.0)::bigint
  union all
  (select r.kind, r.label, r.translations, r.id, r.amount_cents
   from public.rider_pay_rules r
   join public.cities c on c.id = p_zone.city_id
   cross join lateral (select p_at at time zone c.timezone as local_at) t
   cross join lateral (
     -- After midnight a range over midnight still belongs to yesterday.
     select extract(dow from t.local_at
       - case when r.ends_at <= r.starts_at and t.local_at::time < r.ends_at then interval '1 day' else interval '0' end)::int
       as weekday) w
   where r.zone_id = p_zone.id and r.is_active
     and case r.kind
       when 'peak' then w.weekday = any (r.weekdays) and case when r.ends_at > r.starts_at
         then t.local_at::time >= r.starts_at and t.local_at::time < r.ends_at
         else t.local_at::time >= r.starts_at or t.local_at::time < r.ends_at end
       when 'weather' then r.mode in (select w.condition from private.zone_conditions(r.zone_id, p_at) w)
       else false end
   order by r.kind, r.id);
$$;
comment on function private.price_rider_pay(public.zones, int, timestamptz) is
  'The lines of a delivery''s pay: base, every begun kilometre, peak and weather supplements that hold at that time.';
