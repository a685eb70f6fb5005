create function private.require_rider()
returns public.riders
language plpgsql
set search_path = ''
as $$
declare
  v_rider public.riders;
begin
  perform private.require_user();
  select * into v_rider from public.riders where id = auth.uid() and is_active;
  if not found then
    perform private.raise('rider.not_rider', 403);
  end if;
  return v_rider;
end;
$$;

create function public.go_online(p_lon double precision, p_lat double precision)
returns jsonb
language plpgsql
security definer -- riders change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  perform private.check_not_blocked('rider', v_rider.id, 'delivering');
  update public.riders set reported_at = null where id = v_rider.id;
  perform private.move_rider(v_rider.id, p_lon, p_lat, null, null);
  update public.riders set status = 'online' where id = v_rider.id returning * into v_rider;
  perform private.start_shift(v_rider.id);
  perform private.announce_rider(v_rider);
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_rider.zone_id));
  return jsonb_build_object('id', v_rider.id, 'status', v_rider.status, 'zone_id', v_rider.zone_id);
end;
$$;
comment on function public.go_online(double precision, double precision) is 'Rider starts to receive offers at this place (WGS-84).';

create function public.go_offline()
returns jsonb
language plpgsql
security definer -- riders change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  -- Tasks are looked for last: an offer or the rider may have waited for one that was just being given.
  perform private.expire_offer(o.id, 'withdrawn')
  from public.dispatch_offers o where o.rider_id = v_rider.id and o.status = 'offered';
  update public.riders set status = 'offline' where id = v_rider.id returning * into v_rider;
  if exists (
    select 1 from public.deliveries
    where rider_id = v_rider.id and status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'))
  then
    perform private.raise('rider.has_open_tasks', 409);
  end if;
  update public.deliveries set pinned_rider_id = null
  where pinned_rider_id = v_rider.id and status in ('unassigned', 'offered');
  perform private.announce_rider(v_rider);
  return jsonb_build_object('id', v_rider.id, 'status', v_rider.status);
end;
$$;
comment on function public.go_offline() is 'Rider stops receiving offers; refused while a task is open.';

create function private.move_rider(
  p_rider_id uuid, p_lon double precision, p_lat double precision, p_heading double precision,
  p_at timestamptz)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.check_point(p_lon, p_lat);
  update public.riders r
  set lon = p_lon, lat = p_lat, heading = p_heading, position_at = now(),
      reported_at = case when p_at is not null then least(p_at, now()) end,
      zone_id = coalesce((
        select z.id from public.zones z
        where z.city_id = r.city_id and z.is_active
        order by z.area operator(extensions.<->) private.point(p_lon, p_lat)
        limit 1), r.zone_id)
  -- A late message never moves the rider back in time. Phones' clocks are wrong: only their order counts.
  where r.id = p_rider_id and (r.reported_at is null or r.reported_at <= p_at);
end;
$$;

create function private.announce_rider(p_rider public.riders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object(
    'rider_id', p_rider.id, 'lon', p_rider.lon, 'lat', p_rider.lat, 'heading', p_rider.heading,
    'status', p_rider.status, 'at', p_rider.position_at);
begin
  perform private.broadcast('city:' || p_rider.city_id, 'rider.moved', p_rider_payload)
  from (select v_payload || jsonb_build_object('display_name', p_rider.display_name) as p_rider_payload) named;
  perform private.broadcast('order:' || d.order_id, 'rider.moved', v_payload)
  from public.deliveries d
  where d.rider_id = p_rider.id
    and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer');
end;
$$;
comment on function private.announce_rider(public.riders) is 'Tells ops, and the customers whose orders the rider carries, where the rider is.';

create function public.report_position(
  p_lon double precision, p_lat double precision, p_heading double precision default null,
  p_at timestamptz default now())
returns void
language plpgsql
security definer -- riders change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  perform private.check_point(p_lon, p_lat);
  perform private.note_rider_jump(v_rider, p_lon, p_lat);
  perform private.move_rider(v_rider.id, p_lon, p_lat, p_heading, p_at);
  select * into v_rider from public.riders where id = v_rider.id;
  perform private.announce_rider(v_rider);
end;
$$;
comment on function public.report_position(double precision, double precision, double precision, timestamptz) is
  'Rider''s place (WGS-84), heading in degrees clockwise from north, and the phone''s time. Old reports are ignored.';

