-- Hours are wall-clock hours: when the clocks change, the store still opens at nine.
begin;
select plan(4);
select tests.make_town();
select tests.act_as('postgres');
update public.cities set timezone = 'Europe/Monaco' where id = tests.person('city');
update public.store_hours set opens_at = '09:00', closes_at = '10:00' where store_id = tests.person('store');

select ok(private.store_is_open(tests.person('store'), '2026-03-28 08:30:00+00'), 'winter: nine is eight UTC');
select ok(not private.store_is_open(tests.person('store'), '2026-03-28 07:30:00+00'), 'and not seven');
select ok(private.store_is_open(tests.person('store'), '2026-03-29 07:30:00+00'), 'summer: nine is seven UTC');
select ok(not private.store_is_open(tests.person('store'), '2026-03-29 08:30:00+00'), 'and no longer eight');
select * from finish();
rollback;
