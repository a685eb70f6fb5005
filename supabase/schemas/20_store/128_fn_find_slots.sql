create function private.capacity_slots(
  p_store_id uuid, p_zone_id uuid, p_fulfillment_type public.fulfillment_type, p_timezone text, p_on date)
returns table (capacity_id uuid, is_of_store boolean, starts_at timestamptz, ends_at timestamptz, capacity_count int, left_count int)
language sql
stable
security definer -- counts are private; what is left is told to everyone
set search_path = ''
as $$
  select k.id, k.store_id is not null, n.starts_at, least(n.starts_at + make_interval(mins => k.slot_minutes), w.ends_at),
    k.capacity_count, greatest(0, k.capacity_count - coalesce(c.reserved_count, 0))
  from public.slot_capacities k
  cross join lateral (
    select (p_on + k.starts_at) at time zone p_timezone as starts_at,
      (p_on + k.ends_at + case when k.ends_at <= k.starts_at then interval '1 day' else interval '0' end)
        at time zone p_timezone as ends_at
  ) w
  -- Steps are real minutes: a clock change makes a window longer or shorter, never a slot.
  cross join lateral generate_series(w.starts_at, w.ends_at - interval '1 second', make_interval(mins => k.slot_minutes)) as n (starts_at)
  left join private.slot_counts c on c.capacity_id = k.id and c.starts_at = n.starts_at
  where (k.store_id = p_store_id or k.zone_id = p_zone_id)
    and k.fulfillment_type = p_fulfillment_type
    and extract(dow from p_on)::int = any (k.weekdays);
$$;
comment on function private.capacity_slots(uuid, uuid, public.fulfillment_type, text, date) is
  'Counted slots of a store and of its zone whose window begins on a date.';

create function private.find_slots(p_store public.stores, p_fulfillment_type public.fulfillment_type, p_on date)
returns table (starts_at timestamptz, ends_at timestamptz, left_count int)
language plpgsql
stable
set search_path = ''
as $$
declare
  v_timezone text := private.store_timezone(p_store);
  v_zone_id uuid := case when p_fulfillment_type = 'delivery' then private.store_zone_id(p_store) end;
  v_step interval := make_interval(mins => p_store.slot_minutes);
begin
  return query
  with counted as (
    -- A slot after midnight may lie in a window of the day before, and the other way round.
    select distinct on (k.capacity_id, k.starts_at) k.*
    from generate_series(-1, 1) d
    cross join lateral private.capacity_slots(p_store.id, v_zone_id, p_fulfillment_type, v_timezone, p_on + d) k
  ),
  own as (
    select distinct k.starts_at, k.ends_at from counted k where k.is_of_store
  ),
  grid as (
    select g.starts_at, g.ends_at
    from own g
    join private.find_open_periods(array[p_store.id], p_on, p_on) o
      on g.starts_at >= o.starts_at and g.starts_at < o.ends_at
    union
    -- Where the store counts nothing, its hours are cut into equal slots.
    select n.starts_at, least(n.starts_at + v_step, o.ends_at)
    from private.find_open_periods(array[p_store.id], p_on, p_on) o
    cross join lateral generate_series(o.starts_at, o.ends_at - interval '1 second', v_step) as n (starts_at)
    where not exists (select 1 from own)
  )
  select g.starts_at, g.ends_at, min(k.left_count)
  from grid g
  left join counted k on k.starts_at <= g.starts_at and k.ends_at > g.starts_at
  group by g.starts_at, g.ends_at
  order by g.starts_at, g.ends_at;
end;
$$;
comment on function private.find_slots(public.stores, public.fulfillment_type, date) is
  'Slots that begin within the opening periods of a date of the store''s calendar; left_count null means not counted.';
