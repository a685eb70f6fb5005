-- Weekly ranges, ranges over midnight, dated exceptions and temporary closes, read in the store's own time zone.
begin;
select plan(24);
select tests.make_town();
select tests.act_as('postgres');

delete from public.store_hours where store_id = tests.person('store');
-- 2026-11-23 is a Monday.
insert into public.store_hours (store_id, weekday, opens_at, closes_at) values
  (tests.person('store'), 1, '09:00', '14:00'),
  (tests.person('store'), 1, '17:00', '02:00'),
  (tests.person('store'), 2, '09:00', '24:00');

create function pg_temp.open_at(p_local text)
returns boolean
language sql
as $$
  select private.store_is_open(tests.person('store'), p_local::timestamp at time zone
    (select timezone from public.cities where id = tests.person('city')));
$$;

select ok(not pg_temp.open_at('2026-11-23 08:59:59'), 'closed just before it opens');
select ok(pg_temp.open_at('2026-11-23 09:00'), 'open from the first minute');
select ok(pg_temp.open_at('2026-11-23 13:59:59'), 'open until the last second');
select ok(not pg_temp.open_at('2026-11-23 14:00'), 'the end itself is closed');
select ok(not pg_temp.open_at('2026-11-23 15:30'), 'closed between two ranges');
select ok(pg_temp.open_at('2026-11-24 01:59'), 'a night belongs to the day it opens');
select ok(not pg_temp.open_at('2026-11-24 02:00'), 'and ends on the next');
select ok(not pg_temp.open_at('2026-11-23 01:00'), 'no night before the first day');
select ok(pg_temp.open_at('2026-11-24 23:59:59'), '24:00 is the end of the day');
select ok(not pg_temp.open_at('2026-11-25 00:00'), 'and not of the next');
select ok(not pg_temp.open_at('2026-11-25 12:00'), 'a day without a range is closed');
select ok(
  private.store_is_open(tests.person('store'), '2026-11-23 01:30:00+00'), 'an instant is read in the town''s time zone');

insert into public.store_hour_exceptions (store_id, on_date, opens_at, closes_at) values
  (tests.person('store'), '2026-11-30', null, null),
  (tests.person('store'), '2026-12-01', '20:00', '03:00');
select ok(not pg_temp.open_at('2026-11-30 10:00'), 'an exception without times closes the day');
select ok(not pg_temp.open_at('2026-12-01 01:00'), 'and the night that would have begun on it');
select ok(not pg_temp.open_at('2026-12-01 10:00'), 'an exception replaces the weekly ranges');
select ok(pg_temp.open_at('2026-12-02 02:59'), 'and may run over midnight too');

insert into public.store_hour_exceptions (store_id, on_date, opens_at, closes_at) values
  (tests.person('store'), '2026-12-07', '08:00', '10:00'), (tests.person('store'), '2026-12-07', '12:00', '13:00');
select ok(pg_temp.open_at('2026-12-07 09:00'), 'a date may have several ranges: the first');
select ok(not pg_temp.open_at('2026-12-07 11:00'), 'between them it is closed');
select ok(pg_temp.open_at('2026-12-07 12:30'), 'the second');
select throws_ok(
  $$ insert into public.store_hour_exceptions (store_id, on_date) values (tests.person('store'), '2026-12-07') $$,
  'PT422', 'store.exception_conflict', 'a date is closed or has ranges, not both');
update public.stores set timezone = 'America/New_York' where id = tests.person('store');
select ok(private.store_is_open(tests.person('store'), '2026-11-23 14:30:00+00'), 'a store may live in a time zone of its own');
update public.stores set timezone = null where id = tests.person('store');
select throws_ok(
  $$ update public.stores set timezone = 'Mars/Olympus' where id = tests.person('store') $$, 'PT422', 'store.timezone_unknown', 'that exists');

update public.stores set closed_until = '2026-11-23 10:00:00+08' where id = tests.person('store');
select ok(not pg_temp.open_at('2026-11-23 09:30'), 'a temporary close counts');
select ok(pg_temp.open_at('2026-11-23 10:00'), 'and ends by itself');
select * from finish();
rollback;
