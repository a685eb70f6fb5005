create function private.check_store_timezone()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.timezone is not null and not exists (select 1 from pg_catalog.pg_timezone_names where name = new.timezone) then
    perform private.raise('store.timezone_unknown', 422);
  end if;
  return new;
end;
$$;

create function private.check_hour_exception()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- One writer a store, so that two of them cannot pass each other.
  perform 1 from public.stores where id = new.store_id for no key update;
  if exists (
    select 1 from public.store_hour_exceptions e
    where e.store_id = new.store_id and e.on_date = new.on_date and e.id <> new.id
      and (e.opens_at is null) <> (new.opens_at is null))
  then
    perform private.raise('store.exception_conflict', 422, jsonb_build_object('on_date', new.on_date));
  end if;
  return new;
end;
$$;
comment on function private.check_hour_exception() is 'A date is closed, or has ranges, not both.';

create function private.check_slot_capacity()
returns trigger
language plpgsql
security definer -- reservations are private
set search_path = ''
as $$
begin
  if exists (
    select 1 from private.slot_reservations r where r.capacity_id = old.id and r.starts_at >= now() - interval '1 day')
    and (tg_op = 'DELETE'
      or (old.weekdays, old.starts_at, old.ends_at, old.slot_minutes) is distinct from
        (new.weekdays, new.starts_at, new.ends_at, new.slot_minutes))
  then
    perform private.raise('store.capacity_in_use', 409);
  end if;
  if tg_op = 'DELETE' then
    delete from private.slot_reservations where capacity_id = old.id;
    return old;
  end if;
  return new;
end;
$$;
comment on function private.check_slot_capacity() is 'The grid of slots that orders hold stays; how many fit may change at any time.';
