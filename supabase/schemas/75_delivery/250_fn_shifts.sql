create function public.book_shift(p_slot_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- shifts change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command('book_shift', p_idempotency_key, v_rider.id, p_slot_id);
  v_slot public.rider_shift_slots;
  v_shift public.rider_shifts;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform 1 from public.riders where id = v_rider.id for update;
  if exists (
    select 1 from public.rider_shifts s join public.rider_shift_slots t on t.id = p_slot_id
    where s.rider_id = v_rider.id and s.status in ('booked', 'started') and s.starts_at < t.ends_at and s.ends_at > t.starts_at)
  then
    perform private.raise('delivery.shift_overlaps', 409);
  end if;
  update public.rider_shift_slots s set booked_count = booked_count + 1
  from public.zones z
  where s.id = p_slot_id and z.id = s.zone_id and z.city_id = v_rider.city_id
    and s.booked_count < s.capacity and s.ends_at > now()
  returning s.* into v_slot;
  if not found then
    perform private.raise('delivery.shift_full', 409);
  end if;
  insert into public.rider_shifts (slot_id, rider_id, zone_id, starts_at, ends_at, guaranteed_cents_per_hour)
  values (v_slot.id, v_rider.id, v_slot.zone_id, v_slot.starts_at, v_slot.ends_at, coalesce((
    select max(r.amount_cents) from public.rider_pay_rules r
    where r.zone_id = v_slot.zone_id and r.kind = 'guarantee' and r.is_active), 0))
  returning * into v_shift;
  return private.finish_command('book_shift', p_idempotency_key, v_rider.id, to_jsonb(v_shift));
end;
$$;
comment on function public.book_shift(uuid, text) is 'Rider takes one of the places of a slot, with the hourly guarantee of today.';

create function public.release_shift(p_shift_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- shifts change by commands only
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
  v_answer jsonb := private.begin_command('release_shift', p_idempotency_key, v_rider.id, p_shift_id);
  v_shift public.rider_shifts;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  update public.rider_shifts set status = 'released'
  where id = p_shift_id and rider_id = v_rider.id and status = 'booked'
    and starts_at > now() + private.setting_interval('delivery.shift_release_seconds', 3600)
  returning * into v_shift;
  if not found then
    perform private.raise('delivery.shift_not_releasable', 409);
  end if;
  update public.rider_shift_slots set booked_count = booked_count - 1 where id = v_shift.slot_id;
  return private.finish_command('release_shift', p_idempotency_key, v_rider.id, to_jsonb(v_shift));
end;
$$;
comment on function public.release_shift(uuid, text) is 'Rider gives a booked shift back, at the latest an hour before it begins.';

create function private.start_shift(p_rider_id uuid)
returns void
language sql
set search_path = ''
as $$
  update public.rider_shifts set status = 'started', started_at = greatest(now(), starts_at)
  where rider_id = p_rider_id and status = 'booked'
    and starts_at <= now() + interval '15 minutes' and ends_at > now();
$$;
comment on function private.start_shift(uuid) is 'Who comes online around the beginning of a booked shift has begun it.';

create function private.count_presence()
returns trigger
language plpgsql
security definer -- shifts change with their rider, whoever changed the rider
set search_path = ''
as $$
begin
  if new.status = 'online' then
    update public.rider_shifts
    set absent_seconds = absent_seconds + greatest(0, extract(epoch from least(now(), ends_at) - left_at))::int, left_at = null
    where rider_id = new.id and status = 'started' and left_at is not null;
  else
    update public.rider_shifts set left_at = greatest(now(), started_at)
    where rider_id = new.id and status = 'started' and left_at is null;
  end if;
  return null;
end;
$$;
comment on function private.count_presence() is 'A started shift counts the time its rider is offline.';

create function private.end_shifts()
returns int
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
declare
  v_shift public.rider_shifts;
  v_earned bigint;
  v_top_up bigint;
  v_count int := 0;
begin
  -- Who is online already when a shift begins, or books a running one, does not come online for it.
  update public.rider_shifts s set status = 'started', started_at = greatest(s.starts_at, s.created_at)
  from public.riders r
  where r.id = s.rider_id and r.status = 'online' and r.is_active
    and s.status = 'booked' and s.starts_at <= now() and s.ends_at > now();
  for v_shift in
    select * from public.rider_shifts where status in ('booked', 'started') and ends_at <= now() for update skip locked
  loop
    v_count := v_count + 1;
    if v_shift.status = 'booked' then
      update public.rider_shifts set status = 'missed', ended_at = now() where id = v_shift.id;
      insert into public.breach_records (rider_id, shift_id, kind) values (v_shift.rider_id, v_shift.id, 'missed_shift');
      continue;
    end if;
    v_earned := private.shift_earned(v_shift, v_shift.ends_at);
    v_top_up := greatest(0, round(v_shift.guaranteed_cents_per_hour
      * private.shift_seconds(v_shift) / 3600)::bigint - v_earned);
    update public.rider_shifts
    set status = 'ended', ended_at = v_shift.ends_at, earned_cents = v_earned, topped_up_cents = v_top_up
    where id = v_shift.id;
    if v_top_up > 0 then
      perform private.post_ledger('shift_guarantee', 'guarantee:' || v_shift.id, null, c.currency, v_shift.ends_at,
        jsonb_build_array(
          jsonb_build_object('account', 'delivery_revenue', 'purpose', 'guarantee', 'amount_cents', v_top_up),
          jsonb_build_object('account', 'rider_payable', 'owner_id', v_shift.rider_id, 'purpose', 'guarantee',
            'amount_cents', -v_top_up)))
      from public.zones z join public.cities c on c.id = z.city_id where z.id = v_shift.zone_id;
    end if;
  end loop;
  return v_count;
end;
$$;
comment on function private.end_shifts() is
  'Begins the shifts of who is online. Shifts that are over: pay below the guarantee is topped up for the time the rider was there, who never came gets a breach record. Returns how many are over.';

create function public.get_my_shifts()
returns jsonb
language plpgsql
stable
security definer -- shows a rider the open slots of the city with own bookings
set search_path = ''
as $$
declare
  v_rider public.riders := private.require_rider();
begin
  return jsonb_build_object(
    'slots', (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'zone_id', s.zone_id, 'zone_name', z.name,
        'zone_translations', z.translations, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
        'left_count', s.capacity - s.booked_count) order by s.starts_at, s.id), '[]')
      from public.rider_shift_slots s join public.zones z on z.id = s.zone_id
      where z.city_id = v_rider.city_id and s.ends_at > now() and s.starts_at < now() + interval '14 days'),
    'shifts', (
      select coalesce(jsonb_agg(to_jsonb(s) order by s.starts_at), '[]')
      from public.rider_shifts s
      where s.rider_id = v_rider.id and s.status <> 'released' and s.ends_at > now() - interval '14 days'));
end;
$$;
comment on function public.get_my_shifts() is 'Slots of the rider''s city that can be booked, and the rider''s own shifts.';
