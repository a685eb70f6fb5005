create function private.record_leg(p_delivery public.deliveries)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_from record;
  v_contact private.order_contacts;
  v_seconds double precision;
  v_actual double precision;
begin
  -- From the last counter or door of this rider to this door.
  select e.created_at, case when e.to_status = 'picked_up' then s.lon else k.lon end as lon,
    case when e.to_status = 'picked_up' then s.lat else k.lat end as lat
  into v_from
  from public.delivery_events e
  join public.deliveries d on d.id = e.delivery_id
  join public.stores s on s.id = d.store_id
  join private.order_contacts k on k.order_id = d.order_id
  where e.rider_id = p_delivery.rider_id and e.to_status in ('picked_up', 'delivered')
    and e.created_at > now() - interval '2 hours'
  order by e.id desc
  limit 1;
  select * into v_contact from private.order_contacts where order_id = p_delivery.order_id;
  if v_from.lon is null or p_delivery.zone_id is null then
    return;
  end if;
  v_actual := extract(epoch from now() - v_from.created_at);
  v_seconds := private.ride_seconds(p_delivery.city_id, v_from.lon, v_from.lat, v_contact.lon, v_contact.lat);
  -- Steps across the yard and forgotten taps teach nothing.
  if v_seconds >= 60 and v_actual between v_seconds / 5 and v_seconds * 5 then
    insert into private.travel_legs (delivery_id, zone_id, hour, expected_seconds, actual_seconds)
    select p_delivery.id, p_delivery.zone_id, extract(hour from now() at time zone c.timezone)::int, v_seconds, v_actual
    from public.cities c where c.id = p_delivery.city_id;
  end if;
end;
$$;
comment on function private.record_leg(public.deliveries) is 'A rider reached a door: what the ride took beside what the map said.';

create function private.learn_speeds()
returns void
language sql
set search_path = ''
as $$
  -- Ten minutes at the map's speed weigh against few legs.
  insert into private.speed_factors as f (zone_id, hour, factor, leg_count)
  select zone_id, hour,
    greatest(0.3, least(5, (sum(actual_seconds) + 600) / (sum(expected_seconds) + 600))), count(*)
  from private.travel_legs
  where created_at > now() - interval '28 days'
  group by zone_id, hour
  on conflict (zone_id, hour) do update
    set factor = excluded.factor, leg_count = excluded.leg_count, learnt_at = now();
$$;

create function private.learn_durations()
returns void
language sql
set search_path = ''
as $$
  with done as (
    select d.*, o.accepted_at, o.ready_at, o.preparation_expected_at, o.slot_starts_at, c.timezone
    from public.deliveries d
    join public.orders o on o.id = d.order_id
    join public.cities c on c.id = d.city_id
    where d.status = 'delivered' and d.delivered_at > now() - interval '28 days'
  ), steps as (
    select d.id, d.store_id, d.zone_id,
      max(e.created_at) filter (where e.to_status = 'arrived_at_store') as at_store_at,
      max(e.created_at) filter (where e.to_status = 'picked_up') as picked_at,
      max(e.created_at) filter (where e.to_status = 'arrived_at_customer') as at_door_at,
      max(e.created_at) filter (where e.to_status = 'delivered') as delivered_at,
      max(d.ready_at) as ready_at
    from done d join public.delivery_events e on e.delivery_id = d.id
    group by d.id, d.store_id, d.zone_id
  ), samples as (
    select 'preparation' as kind, d.store_id as subject_id,
      extract(hour from d.accepted_at at time zone d.timezone)::int as hour,
      private.kitchen_band((
        select count(*) from public.orders o
        where o.store_id = d.store_id and o.id <> d.order_id
          and o.accepted_at <= d.accepted_at and o.ready_at > d.accepted_at)) as band,
      extract(epoch from d.ready_at - d.accepted_at) as seconds
    from done d where d.ready_at > d.accepted_at and d.slot_starts_at is null
    union all
    select 'preparation_excess', d.city_id, -1, -1, extract(epoch from d.ready_at - d.preparation_expected_at)
    from done d where d.ready_at > d.accepted_at and d.slot_starts_at is null
    union all
    -- Waiting for the kitchen is the kitchen's time, not the counter's.
    select 'pickup_service', s.zone_id, -1, -1, extract(epoch from s.picked_at - greatest(s.at_store_at, s.ready_at))
    from steps s where s.picked_at >= s.at_store_at and s.zone_id is not null
    union all
    select 'dropoff_service', s.zone_id, -1, -1, extract(epoch from s.delivered_at - s.at_door_at)
    from steps s where s.delivered_at >= s.at_door_at and s.zone_id is not null
  )
  insert into private.learnt_quantiles (kind, subject_id, hour, band, p50_seconds, p90_seconds, sample_count)
  select kind, subject_id, coalesce(hour, -1), coalesce(band, -1),
    percentile_cont(0.5) within group (order by seconds), percentile_cont(0.9) within group (order by seconds), count(*)
  from samples
  where seconds is not null
  group by grouping sets ((kind, subject_id, hour, band), (kind, subject_id))
  -- What knows no hour has one row only.
  having kind = 'preparation' or hour is null
  on conflict (kind, subject_id, hour, band) do update
    set p50_seconds = excluded.p50_seconds, p90_seconds = excluded.p90_seconds,
        sample_count = excluded.sample_count, learnt_at = now();
$$;
comment on function private.learn_durations() is
  'Learns from finished deliveries: preparation by store, hour and load; what kitchens take beyond what they say; counter and door by zone.';

create function private.learn_eta_errors()
returns void
language sql
set search_path = ''
as $$
  -- A prediction is judged as it would be made today: the errors of what was not known then are not made again.
  with told as (
    select p.zone_id, d.city_id, p.stage, extract(epoch from p.actual_at - private.join_parts(p.predicted_at,
        case when p.kitchen_at is null then null
          else private.food_at(o.ready_at, coalesce(o.accepted_at + make_interval(secs => k.p50_seconds),
              o.preparation_expected_at + make_interval(secs => qe.p50_seconds), p.kitchen_at),
            t.preparation_minutes, p.predicted_at) end,
        p.approach_seconds, p.ride_seconds, coalesce(f.factor, 1) * coalesce(w.travel_factor, 1),
        coalesce(qp.p50_seconds, s.pickup_service_seconds), coalesce(qd.p50_seconds, s.dropoff_service_seconds))) as seconds
    from private.eta_predictions p
    join public.deliveries d on d.id = p.delivery_id
    join public.orders o on o.id = d.order_id
    join public.cities c on c.id = d.city_id
    join public.stores t on t.id = d.store_id
    join public.dispatch_parameters s on s.zone_id = p.zone_id
    cross join lateral (select max(x.travel_factor) as travel_factor from private.zone_conditions(p.zone_id, p.predicted_at) x) w
    left join private.speed_factors f
      on f.zone_id = p.zone_id and f.hour = extract(hour from p.predicted_at at time zone c.timezone)::int
    left join private.learnt_quantiles qe
      on qe.kind = 'preparation_excess' and qe.subject_id = d.city_id and qe.hour = -1 and qe.band = -1
        and qe.sample_count >= 5 and o.slot_starts_at is null
    left join private.learnt_quantiles qp
      on qp.kind = 'pickup_service' and qp.subject_id = p.zone_id and qp.hour = -1 and qp.band = -1
    left join private.learnt_quantiles qd
      on qd.kind = 'dropoff_service' and qd.subject_id = p.zone_id and qd.hour = -1 and qd.band = -1
    left join lateral private.learnt('preparation', d.store_id,
      extract(hour from o.accepted_at at time zone c.timezone)::int,
      private.kitchen_band((
        select count(*) from public.orders x
        where x.store_id = d.store_id and x.id <> o.id
          and x.accepted_at <= o.accepted_at and x.ready_at > o.accepted_at))) k
      on o.slot_starts_at is null and k.p50_seconds is not null
    where p.actual_at is not null and p.ride_seconds is not null and p.predicted_at > now() - interval '14 days'
  ), errors as (
    -- Few errors of a zone say less than those of its whole city.
    select subject_id, stage, seconds, count(*) over (partition by subject_id, stage) as sample_count
    from (
      select zone_id as subject_id, stage, seconds from told
      union all
      select city_id, stage, seconds from told
    ) t
  )
  insert into private.learnt_quantiles (kind, subject_id, hour, band, p50_seconds, p90_seconds, sample_count)
  -- With nine in ten certainty the next errors stay within nine times in ten: few errors say less, so they count for more.
  select 'eta_error', subject_id, -1, stage, percentile_cont(0.5) within group (order by seconds),
    percentile_cont(least(1, 0.9 + 1.28 * sqrt(0.09 / sample_count))) within group (order by seconds),
    sample_count
  from errors
  group by subject_id, stage, sample_count
  on conflict (kind, subject_id, hour, band) do update
    set p50_seconds = excluded.p50_seconds, p90_seconds = excluded.p90_seconds,
        sample_count = excluded.sample_count, learnt_at = now();
$$;
comment on function private.learn_eta_errors() is
  'Learns how wrong predictions of today''s knowledge would have been in the last two weeks, by stage, of each zone and of the whole city.';

create function private.learn_from_deliveries()
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.learn_speeds();
  perform private.learn_durations();
  perform private.learn_eta_errors();
  delete from private.travel_legs where created_at < now() - interval '60 days';
  delete from public.dispatch_batches where created_at < now() - interval '60 days';
  delete from private.eta_predictions where predicted_at < now() - interval '60 days';
end;
$$;
comment on function private.learn_from_deliveries() is 'Once an hour: what the last weeks teach about roads, kitchens, doors and promises.';

create function public.get_eta_calibration(p_city_id uuid, p_from timestamptz, p_to timestamptz)
returns jsonb
language plpgsql
stable
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  return (
    select coalesce(jsonb_agg(to_jsonb(r) order by r.zone_id, r.stage), '[]')
    from (
      select z.id as zone_id, z.name as zone_name, p.stage, count(*) as count,
        round(avg((p.actual_at <= p.p90_at)::int), 4) as held_p90_share,
        round(avg((p.actual_at <= p.p50_at)::int), 4) as held_p50_share,
        round(avg(extract(epoch from p.actual_at - p.p50_at))) as mean_error_seconds,
        round(avg(extract(epoch from p.p90_at - p.p50_at))) as mean_width_seconds
      from private.eta_predictions p
      join public.zones z on z.id = p.zone_id
      where z.city_id = p_city_id and p.actual_at is not null and p.predicted_at >= p_from and p.predicted_at < p_to
      group by z.id, p.stage
    ) r);
end;
$$;
comment on function public.get_eta_calibration(uuid, timestamptz, timestamptz) is
  'How often the told windows held, by zone and stage (0 promised, 1 with a rider, 2 picked up): [{zone_id, stage, count, held_p90_share, held_p50_share, mean_error_seconds, mean_width_seconds}]. For ops.';
