-- Hours are wall-clock hours: when the clocks change, the store still opens at nine.
begin;
select plan(9);
select tests.make_town();
select tests.act_as('postgres');
update public.cities set timezone = 'Europe/Monaco' where id = tests.person('city');
update public.store_hours set opens_at = '09:00', closes_at = '10:00' where store_id = tests.person('store');

select ok(private.store_is_open(tests.person('store'), '2026-03-28 08:30:00+00'), 'winter: nine is eight UTC');
select ok(not private.store_is_open(tests.person('store'), '2026-03-28 07:30:00+00'), 'and not seven');
select ok(private.store_is_open(tests.person('store'), '2026-03-29 07:30:00+00'), 'summer: nine is seven UTC');
select ok(not private.store_is_open(tests.person('store'), '2026-03-29 08:30:00+00'), 'and no longer eight');

-- The hour that the clocks leave out, and the one that they repeat (25 October 2026).
update public.store_hours set opens_at = '02:00', closes_at = '03:00' where store_id = tests.person('store');
select ok(not private.store_is_open(tests.person('store'), '2026-03-29 00:59:59+00'), 'the hour that is left out opens nothing before');
select ok(not private.store_is_open(tests.person('store'), '2026-03-29 01:00:00+00'), 'nor after');
update public.store_hours set opens_at = '01:00', closes_at = '04:00' where store_id = tests.person('store');
select ok(private.store_is_open(tests.person('store'), '2026-10-25 00:30:00+00'), 'open the first time it is half past two');
select ok(private.store_is_open(tests.person('store'), '2026-10-25 01:30:00+00'), 'and the second time');
select ok(not private.store_is_open(tests.person('store'), '2026-10-25 03:00:00+00'), 'until four');
select * from finish();
rollback;
