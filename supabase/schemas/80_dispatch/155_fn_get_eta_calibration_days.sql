create function public.get_eta_calibration_days(p_city_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql
stable
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  return (
    select coalesce(jsonb_agg(to_jsonb(r) order by r.day, r.zone_id, r.stage), '[]')
    from (
      select (p.predicted_at at time zone c.timezone)::date as day, z.id as zone_id, p.stage, count(*) as count,
        count(*) filter (where p.actual_at <= p.p50_at) as held_p50_count,
        count(*) filter (where p.actual_at <= p.p90_at) as held_p90_count,
        round(avg(extract(epoch from p.p90_at - p.p50_at))) as mean_width_seconds
      from private.eta_predictions p
      join public.zones z on z.id = p.zone_id
      join public.cities c on c.id = z.city_id
      where z.city_id = p_city_id and p.actual_at is not null and p.predicted_at >= p_from and p.predicted_at < p_to
      group by 1, 2, 3
    ) r);
end;
$$;
comment on function public.get_eta_calibration_days(uuid, timestamptz, timestamptz) is
  'How often the told windows held by day of the city, zone and stage (0 promised, 1 with a rider, 2 picked up): [{day, zone_id, stage, count, held_p50_count, held_p90_count, mean_width_seconds}]. For ops.';
