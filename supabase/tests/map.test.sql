-- Tiles hold what can be seen and no more; ways stay within a town.
begin;
select plan(12);
select tests.make_town();
select tests.act_as('postgres');
-- Two parallel streets joined at both ends; the southern one is fast, the northern one leads back only.
insert into private.road_nodes (id, city_id, geom) values
  (901, tests.person('city'), private.point(120.15, 30.27)), (902, tests.person('city'), private.point(120.16, 30.27)),
  (903, tests.person('city'), private.point(120.15, 30.28)), (904, tests.person('city'), private.point(120.16, 30.28));
insert into private.road_edges (id, city_id, source_id, target_id, geom, class, is_oneway, length_meters, speed_mps)
select r.id, tests.person('city'), r.a, r.b, extensions.st_makeline(s.geom, t.geom), r.class, r.oneway, 1000, r.speed
from (values (901, 901, 902, 'primary', false, 10.0), (902, 902, 904, 'residential', false, 5.0),
  (903, 904, 903, 'residential', true, 5.0), (904, 903, 901, 'residential', false, 5.0)) r (id, a, b, class, oneway, speed)
join private.road_nodes s on s.id = r.a
join private.road_nodes t on t.id = r.b;
insert into private.map_areas (city_id, kind, geom) values
  (tests.person('city'), 'park', extensions.st_makeenvelope(120.15, 30.27, 120.16, 30.28, 4326)),
  (tests.person('city'), 'water', extensions.st_makeenvelope(120.15, 30.27, 120.15001, 30.27001, 4326));
create function pg_temp.route(p_lon float8, p_lat float8)
returns jsonb
language sql
as $$ select public.find_route(tests.person('city'), 120.15, 30.27, p_lon, p_lat) $$;
create function pg_temp.tile_length(z int)
returns int
language sql
as $$ select length(public.map_tile(z, floor((120.155 + 180) / 360 * 2 ^ z)::int,
  floor((1 - asinh(tan(radians(30.275))) / pi()) / 2 * 2 ^ z)::int)) $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select is((pg_temp.route(120.16, 30.27) ->> 'duration_seconds')::int, 100, 'along the fast street');
select is((pg_temp.route(120.15, 30.28) ->> 'duration_seconds')::int, 200, 'a street in both directions');
select is((public.find_route(tests.person('city'), 120.15, 30.28, 120.16, 30.28) ->> 'duration_seconds')::int, 500, 'not against a one-way street');
select is(pg_temp.route(120.16, 30.27) ->> 'is_on_roads', 'true', 'on roads');
select is(pg_temp.route(120.1501, 30.2701) ->> 'is_on_roads', 'false', 'a few steps are a straight line');
select throws_ok($$ select pg_temp.route(121.15, 30.27) $$, 'PT422', 'map.route_too_far', 'not to another town');
select throws_ok($$ select public.find_route(tests.person('nowhere'), 120.15, 30.27, 120.16, 30.27) $$, 'PT422', 'map.route_too_far', 'nor in a town that is none');
select tests.act_as('anon');
select throws_ok($$ select pg_temp.route(120.16, 30.27) $$, '42501', null, 'visitors ask no ways');
select ok(pg_temp.tile_length(15) > pg_temp.tile_length(11), 'a near tile shows more than a far one');
select ok(pg_temp.tile_length(11) > 0, 'which shows the main roads');
select is(pg_temp.tile_length(5), 0, 'the world is not drawn');
select throws_ok($$ select public.map_tile(3, 8, 0) $$, 'PT400', 'map.tile_out_of_range', 'a tile that is none');
select * from finish();
rollback;
