-- Slots are instants of the store's calendar; kitchen and zone count them, and nobody takes more than there are.
begin;
select plan(24);
select tests.make_town();
select tests.placed_order('one');
select tests.placed_order('two');
select tests.placed_order('three');
select tests.act_as('postgres');
update public.stores set timezone = 'Europe/Monaco', schedule_days_ahead = 60 where id = tests.person('store');
delete from public.store_hours where store_id = tests.person('store');
insert into public.store_hours (store_id, weekday, opens_at, closes_at)
select tests.person('store'), d, '18:00', '02:00' from generate_series(0, 6) d;
-- Tomorrow by the store's clock.
select set_config('tests.day', ((now() at time zone 'Europe/Monaco')::date + 1)::text, true);
create function pg_temp.at(p_time text)
returns timestamptz
language sql
as $$ select (current_setting('tests.day')::date + p_time::interval) at time zone 'Europe/Monaco' $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('anon');
select is((select count(*)::int from public.list_slots(tests.person('store'), 'delivery', current_setting('tests.day')::date)), 16, 'eight hours in half hours');
select is((select min(starts_at) from public.list_slots(tests.person('store'), 'delivery', current_setting('tests.day')::date)), pg_temp.at('18:00'), 'from when the store opens by its own clock');
select is((select max(ends_at) from public.list_slots(tests.person('store'), 'delivery', current_setting('tests.day')::date)), pg_temp.at('26:00'), 'to the end of its night');
select ok((select bool_and(left_count is null) from public.list_slots(tests.person('store'), 'delivery', current_setting('tests.day')::date)), 'nothing is counted');

select tests.act_as('staff');
insert into public.slot_capacities (store_id, fulfillment_type, starts_at, ends_at, slot_minutes, capacity_count)
values (tests.person('store'), 'delivery', '18:00', '22:00', 60, 2);
select tests.act_as('anon');
select is((select count(*)::int from public.list_slots(tests.person('store'), 'delivery', current_setting('tests.day')::date)), 4, 'a store that counts offers its counted slots');
select is((select count(*)::int from public.list_slots(tests.person('store'), 'pickup', current_setting('tests.day')::date)), 16, 'another fulfilment has slots of its own');

select tests.act_as('postgres');
select is(private.reserve_slot(current_setting('tests.one')::uuid, pg_temp.at('19:00')), tstzrange(pg_temp.at('19:00'), pg_temp.at('20:00')), 'a slot is held');
select lives_ok($$ select private.reserve_slot(current_setting('tests.two')::uuid, pg_temp.at('19:00')) $$, 'twice, as there are two');
select throws_ok($$ select private.reserve_slot(current_setting('tests.three')::uuid, pg_temp.at('19:00')) $$, 'PT409', 'store.slot_full', 'never a third time');
select is((select left_count || ' ' || reason from public.list_slots(tests.person('store'), 'delivery', current_setting('tests.day')::date) where starts_at = pg_temp.at('19:00')), '0 store.slot_full', 'it is listed as full');
select is(public.check_serviceability(tests.person('store'), 'delivery', 120.158, 30.274, 5000, pg_temp.at('19:00')) ->> 'reason', 'store.slot_full', 'the predicate says so too');
select is(public.check_serviceability(tests.person('store'), 'delivery', 120.158, 30.274, 5000, pg_temp.at('19:00'), current_setting('tests.one')::uuid) ->> 'reason', null, 'but not to the order that holds it');
select private.release_slot(current_setting('tests.two')::uuid);
select lives_ok($$ select private.reserve_slot(current_setting('tests.three')::uuid, pg_temp.at('19:00')) $$, 'a freed one can be held again');
select lives_ok($$ select private.reserve_slot(current_setting('tests.three')::uuid, pg_temp.at('20:00')) $$, 'an order that moves frees what it held');
select is((select sum(reserved_count)::int from private.slot_counts where starts_at = pg_temp.at('19:00')), 1, 'one is left there');
select throws_ok($$ select private.reserve_slot(current_setting('tests.two')::uuid, pg_temp.at('12:00')) $$, 'PT422', 'store.closed', 'no slot while the store is closed');

insert into public.slot_capacities (zone_id, fulfillment_type, slot_minutes, capacity_count) values (tests.person('zone'), 'delivery', 120, 1);
select lives_ok($$ select private.reserve_slot(current_setting('tests.two')::uuid, pg_temp.at('21:00')) $$, 'riders of the zone are counted too');
select throws_ok($$ select private.reserve_slot(current_setting('tests.three')::uuid, pg_temp.at('21:00')) $$, 'PT409', 'store.slot_full', 'the zone is full while the kitchen is not');
select throws_ok($$ update public.slot_capacities set slot_minutes = 45 where store_id = tests.person('store') $$, 'PT409', 'store.capacity_in_use', 'the grid stays while orders hold it');
select lives_ok($$ update public.slot_capacities set capacity_count = 5 where store_id = tests.person('store') $$, 'how many fit may change');

update public.stores set schedule_days_ahead = 0 where id = tests.person('store');
select is(public.check_serviceability(tests.person('store'), 'pickup', null, null, 5000, pg_temp.at('19:00')) ->> 'reason', 'store.too_far_ahead', 'not beyond the days ahead');
update public.stores set schedule_days_ahead = 5, schedule_lead_minutes = 10080 where id = tests.person('store');
select is(public.check_serviceability(tests.person('store'), 'pickup', null, null, 5000, pg_temp.at('19:00')) ->> 'reason', 'store.too_soon', 'nor within the lead time');

-- Clocks go back on 25 October 2026 and forward on 28 March 2027: a night has one hour more, or one less.
update public.stores set schedule_days_ahead = 60 where id = tests.person('store');
update public.store_hours set opens_at = '00:00', closes_at = '06:00' where store_id = tests.person('store');
select is((select count(*)::int from private.find_slots((select s from public.stores s where id = tests.person('store')), 'pickup', '2026-10-25')), 14, 'the long night has fourteen half hours');
select is((select count(*)::int from private.find_slots((select s from public.stores s where id = tests.person('store')), 'pickup', '2027-03-28')), 10, 'the short one ten');
select * from finish();
rollback;
