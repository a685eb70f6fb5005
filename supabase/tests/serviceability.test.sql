-- One predicate says whether a store serves an order, and why not.
begin;
select plan(12);
select tests.make_town();
select tests.act_as('anon');

create function pg_temp.reason(p_type public.fulfillment_type, p_lon float8, p_lat float8, p_subtotal bigint)
returns text
language sql
as $$ select coalesce(public.check_serviceability(tests.person('store'), p_type, p_lon, p_lat, p_subtotal) ->> 'reason', 'yes') $$;
grant execute on all functions in schema pg_temp to public;

select is(pg_temp.reason('delivery', 120.158, 30.274, 1500), 'yes', 'at the minimum, near: yes');
select is(pg_temp.reason('delivery', 120.158, 30.274, 1499), 'store.below_minimum', 'one cent below the minimum: no');
select is(pg_temp.reason('delivery', 120.158, 30.274, null), 'yes', 'without a cart the minimum is not asked');
select is(pg_temp.reason('pickup', null, null, 1), 'yes', 'pickup has neither minimum nor area');
select is(pg_temp.reason('delivery', 120.25, 30.27, 5000), 'store.out_of_area', 'beyond the reach: no');
select throws_ok($$ select pg_temp.reason('delivery', null, 30.27, 5000) $$, 'PT400', 'map.position_invalid', 'delivery needs a place');
select throws_ok($$ select pg_temp.reason('delivery', 181, 30.27, 5000) $$, 'PT400', 'map.position_invalid', 'a place on earth');

select tests.act_as('postgres');
update public.stores
set delivery_area = extensions.st_multi(extensions.st_makeenvelope(120.15, 30.27, 120.155, 30.275, 4326))
where id = tests.person('store');
select is(pg_temp.reason('delivery', 120.158, 30.274, 5000), 'store.out_of_area', 'outside the drawn area: no');
select is(pg_temp.reason('delivery', 120.152, 30.272, 5000), 'yes', 'inside it: yes');

update public.merchants set status = 'suspended' where id = tests.person('merchant');
select is(pg_temp.reason('delivery', 120.152, 30.272, 5000), 'store.closed', 'a suspended merchant sells nothing');
update public.merchants set status = 'active' where id = tests.person('merchant');
update public.cities set is_active = false where id = tests.person('city');
select is(pg_temp.reason('delivery', 120.152, 30.272, 5000), 'store.closed', 'nor does anyone in a town that is off');
update public.stores set is_published = false where id = tests.person('store');
select is(pg_temp.reason('pickup', null, null, 5000), 'store.not_found', 'an unpublished store is not there');
select * from finish();
rollback;
