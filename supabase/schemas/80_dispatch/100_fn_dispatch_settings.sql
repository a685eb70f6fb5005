create function private.dispatch_mode(p_zone_id uuid, p_at timestamptz default now())
returns public.incident_modes
language sql
stable
set search_path = ''
as $$
  select m from public.incident_modes m
  where m.zone_id = p_zone_id and m.starts_at <= p_at and coalesce(m.ended_at, m.ends_at) > p_at
  order by m.starts_at desc
  limit 1;
$$;
comment on function private.dispatch_mode(uuid, timestamptz) is 'The incident mode that holds in a zone; the latest begun wins. A row of nulls when there is none.';

create function private.dispatch_settings(p_zone_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'offer_timeout_seconds', z.offer_timeout_seconds,
    'max_in_hand', least(20, greatest(1, z.max_in_hand + coalesce(m.extra_in_hand, 0))),
    'radius_meters', round(z.radius_meters * coalesce(m.radius_factor, 1)),
    'commit_lead_seconds', p.commit_lead_seconds,
    'pickup_service_seconds', coalesce(round(qp.p50_seconds), p.pickup_service_seconds),
    'dropoff_service_seconds', coalesce(round(qd.p50_seconds), p.dropoff_service_seconds),
    'grab_after_seconds', p.grab_after_seconds,
    'position_max_age_seconds', p.position_max_age_seconds,
    'dark_after_seconds', p.dark_after_seconds,
    'decline_peace_seconds', p.decline_peace_seconds,
    'search_steps', p.search_steps,
    'weights', p.weights,
    'proof_rule', p.proof_rule,
    'mode', case when m.id is not null then m.kind end,
    'conditions', (select coalesce(jsonb_agg(distinct w.condition), '[]') from private.zone_conditions(z.id, now()) w),
    'travel_factor', coalesce((select max(w.travel_factor) from private.zone_conditions(z.id, now()) w), 1),
    'extra_promise_minutes', coalesce(m.extra_promise_minutes, 0))
  from public.zones z
  join public.dispatch_parameters p on p.zone_id = z.id
  cross join lateral private.dispatch_mode(z.id) m
  left join private.learnt_quantiles qp
    on qp.kind = 'pickup_service' and qp.subject_id = z.id and qp.hour = -1 and qp.band = -1
  left join private.learnt_quantiles qd
    on qd.kind = 'dropoff_service' and qd.subject_id = z.id and qd.hour = -1 and qd.band = -1
  where z.id = p_zone_id;
$$;
comment on function private.dispatch_settings(uuid) is
  'What dispatch goes by in a zone now: its limits and parameters, learnt service times, changed by the incident mode that holds.';
