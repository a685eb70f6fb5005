create function private.shift_earned(p_shift public.rider_shifts, p_until timestamptz)
returns bigint
language sql
stable
set search_path = ''
as $$
  select coalesce(sum(d.rider_pay_cents), 0)::bigint
  from public.deliveries d
  cross join lateral (select coalesce(p_shift.started_at, p_shift.starts_at) as at) began
  where d.rider_id = p_shift.rider_id
    and (d.status = 'delivered' and d.delivered_at between began.at and p_until
      or d.status = 'failed' and d.reason_code is distinct from 'goods_damaged' and d.closed_at between began.at and p_until);
$$;
comment on function private.shift_earned(public.rider_shifts, timestamptz) is
  'Pay of deliveries within a shift, failed ones that are paid among them, without tips.';

create function private.shift_seconds(p_shift public.rider_shifts)
returns numeric
language sql
immutable
set search_path = ''
as $$
  select greatest(0, extract(epoch from p_shift.ends_at - coalesce(p_shift.started_at, p_shift.starts_at))
    - p_shift.absent_seconds
    - greatest(0, coalesce(extract(epoch from p_shift.ends_at - p_shift.left_at), 0)));
$$;
comment on function private.shift_seconds(public.rider_shifts) is
  'How long the guarantee of a shift pays: from its start to its end without the time away.';

create function private.shift_view(p_rider_id uuid)
returns table (ends_at timestamptz, guaranteed_left numeric)
language sql
stable
set search_path = ''
as $$
  -- How many tasks at the zone's base pay still fit under the guarantee: they cost nothing more.
  select s.ends_at, case when s.guaranteed_cents_per_hour > 0 then greatest(0, floor(
    (s.guaranteed_cents_per_hour * private.shift_seconds(s) / 3600 - private.shift_earned(s, now()))
    / greatest(1, z.rider_base_pay_cents))) end
  from public.rider_shifts s
  join public.zones z on z.id = s.zone_id
  where s.rider_id = p_rider_id and s.status = 'started' and s.ends_at > now()
  order by s.ends_at
  limit 1;
$$;
comment on function private.shift_view(uuid) is 'The running shift of a rider as dispatch sees it; no row without one.';
