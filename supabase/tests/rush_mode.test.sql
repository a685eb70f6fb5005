-- Rush mode and a temporary close are set by the staff of the store and end by themselves.
begin;
select plan(13);
select tests.make_town();
create function pg_temp.check_at(p_at timestamptz, p_type public.fulfillment_type default 'delivery')
returns jsonb
language sql
as $$ select public.check_serviceability(tests.person('store'), p_type, 120.158, 30.274, 5000, p_at) $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('clerk');
select lives_ok($$ select public.set_rush_mode(tests.person('store'), now() + interval '1 hour', 20) $$, 'a clerk sets rush mode');
select is((pg_temp.check_at(now()) ->> 'preparation_minutes')::int, 30, 'the kitchen takes longer');
select is((pg_temp.check_at(now() + interval '1 hour') ->> 'preparation_minutes')::int, 10, 'until it is over');
select lives_ok($$ select public.set_rush_mode(tests.person('store'), now() + interval '1 hour', 0, true) $$, 'or stops deliveries');
select is(pg_temp.check_at(now()) ->> 'reason', 'store.delivery_paused', 'no delivery');
select is(pg_temp.check_at(now(), 'pickup') ->> 'reason', null, 'pickup goes on');
select is(pg_temp.check_at(now() + interval '1 hour') ->> 'reason', null, 'deliveries come back by themselves');
select throws_ok($$ select public.set_rush_mode(tests.person('store'), now() + interval '25 hours') $$, 'PT422', 'store.rush_invalid', 'for a day at most');
select lives_ok($$ select public.close_store_temporarily(tests.person('store'), now() + interval '1 hour') $$, 'a clerk closes the store for an hour');
select is(pg_temp.check_at(now(), 'pickup') ->> 'reason', 'store.closed', 'it is closed');
select is(pg_temp.check_at(now() + interval '1 hour', 'pickup') ->> 'reason', null, 'and opens by itself');
select lives_ok($$ select public.close_store_temporarily(tests.person('store'), null) $$, 'or at once');
select tests.act_as('other_staff');
select throws_ok($$ select public.set_rush_mode(tests.person('store'), null) $$, 'PT403', 'store.not_staff', 'not by another store''s staff');
select * from finish();
rollback;
