-- A manager draws where the store delivers; what cannot be an area of the store is refused.
begin;
select plan(8);
select tests.make_town();
create function pg_temp.box(p_lon float8, p_size float8)
returns jsonb
language sql
as $$ select extensions.st_asgeojson(extensions.st_makeenvelope(p_lon, 30.27, p_lon + p_size, 30.27 + p_size, 4326))::jsonb $$;
create function pg_temp.reason()
returns text
language sql
as $$ select coalesce(public.check_serviceability(tests.person('store'), 'delivery', 120.158, 30.274, 5000) ->> 'reason', 'yes') $$;
grant execute on all functions in schema pg_temp to public;
select tests.act_as('staff');
select is(public.set_delivery_area(tests.person('store'), pg_temp.box(120.15, 0.005)) ->> 'type', 'MultiPolygon', 'an area is drawn');
select is(pg_temp.reason(), 'store.out_of_area', 'outside it: no');
select lives_ok($$ select public.set_delivery_area(tests.person('store'), null) $$, 'and taken away');
select is(pg_temp.reason(), 'yes', 'as far as the card reaches');
select throws_ok($$ select public.set_delivery_area(tests.person('store'), pg_temp.box(125, 0.005)) $$, 'PT422', 'store.area_invalid', 'not in another town');
select throws_ok($$ select public.set_delivery_area(tests.person('store'), '{"type": "Point", "coordinates": [120.15, 30.27]}') $$, 'PT422', 'store.area_invalid', 'a point is no area');
select throws_ok($$ select public.set_delivery_area(tests.person('store'),
  '{"type": "Polygon", "coordinates": [[[120.15, 30.27], [120.16, 30.28], [120.16, 30.27], [120.15, 30.28], [120.15, 30.27]]]}') $$,
  'PT422', 'store.area_invalid', 'nor a line that crosses itself');
select tests.act_as('other_staff');
select throws_ok($$ select public.set_delivery_area(tests.person('store'), null) $$, 'PT403', 'store.not_staff', 'for one''s own store');
select * from finish();
rollback;
