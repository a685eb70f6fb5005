create function private.release_rider(p_rider_id uuid, p_why text)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_count int := 0;
begin
  perform private.expire_offer(o.id, 'withdrawn')
  from public.dispatch_offers o where o.rider_id = p_rider_id and o.status = 'offered';
  update public.deliveries set pinned_rider_id = null
  where pinned_rider_id = p_rider_id and status in ('unassigned', 'offered');
  for v_row in
    select d.id, d.status, d.zone_id
    from public.orders o
    join public.deliveries d on d.order_id = o.id
    where d.rider_id = p_rider_id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')
    order by o.id
    for update of o skip locked
  loop
    v_count := v_count + 1;
    -- What is still in the store goes to another; where the goods are only ops can find out.
    if v_row.status in ('assigned', 'arrived_at_store') then
      perform private.apply_delivery_command(v_row.id, 'unassign', 'system', null, null, null,
        jsonb_build_object('why', p_why, 'from_rider_id', p_rider_id));
      insert into private.dispatch_exclusions (delivery_id, rider_id, reason)
      values (v_row.id, p_rider_id, p_why) on conflict do nothing;
      perform private.broadcast('rider:' || p_rider_id, 'delivery.unassigned', jsonb_build_object('delivery_id', v_row.id));
      perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_row.zone_id));
    elsif not exists (
      select 1 from public.delivery_incidents i where i.delivery_id = v_row.id and i.status = 'open')
    then
      perform private.open_incident(v_row.id, p_rider_id, 'rider_dark', p_why);
    end if;
    if p_why = 'dark' then
      insert into public.breach_records (rider_id, delivery_id, kind)
      values (p_rider_id, v_row.id, 'went_dark') on conflict do nothing;
    end if;
  end loop;
  return v_count;
end;
$$;
comment on function private.release_rider(uuid, text) is
  'A rider is gone (dark, deactivated): offers and tasks still in the store are freed, for goods in hand ops get an incident.';

create function private.open_incident(
  p_delivery_id uuid, p_rider_id uuid, p_reason_code text, p_note text,
  p_photo_path text default null, p_client_at timestamptz default null)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
  v_delivery public.deliveries;
begin
  insert into public.delivery_incidents (delivery_id, rider_id, reason_code, note, photo_path, client_at, lon, lat)
  select p_delivery_id, r.id, p_reason_code, coalesce(p_note, ''), p_photo_path, p_client_at, r.lon, r.lat
  from public.riders r where r.id = p_rider_id
  returning id into v_id;
  select * into v_delivery from public.deliveries where id = p_delivery_id;
  perform private.broadcast('city:' || v_delivery.city_id, 'incident.created', jsonb_build_object(
    'incident_id', v_id, 'delivery_id', p_delivery_id, 'order_id', v_delivery.order_id, 'reason_code', p_reason_code));
  return v_id;
end;
$$;

create function private.rider_deactivated()
returns trigger
language plpgsql
security definer -- ops change is_active; what follows goes by commands
set search_path = ''
as $$
begin
  perform private.release_rider(new.id, 'deactivated');
  update public.riders set status = 'offline' where id = new.id;
  return null;
end;
$$;

create function private.watch_riders()
returns int
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
declare
  v_id uuid;
  v_is_active boolean;
  v_count int := 0;
begin
  for v_id, v_is_active in
    select r.id, r.is_active
    from public.riders r
    left join public.dispatch_parameters p on p.zone_id = r.zone_id
    where r.status = 'online' and r.position_at < now() - make_interval(secs => coalesce(p.dark_after_seconds, 600))
      -- A task that was locked when its rider was deactivated, or given at that moment.
      or not r.is_active and exists (
        select 1 from public.deliveries d where d.rider_id = r.id and d.status in ('assigned', 'arrived_at_store'))
    for update of r skip locked
  loop
    perform private.release_rider(v_id, case when v_is_active then 'dark' else 'deactivated' end);
    -- With goods in hand they stay on the map until ops have decided.
    update public.riders r set status = 'offline'
    where r.id = v_id and not exists (
      select 1 from public.deliveries d
      where d.rider_id = v_id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'));
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.watch_riders() is 'Every minute: who was not heard of for the zone''s time, or is deactivated and still has a task in a store, is released; returns how many.';
