-- One weather: whoever said that it rains, fees, pay and travel times know it, and none of them twice.
begin;
select plan(8);
select tests.make_town();
create function pg_temp.rain_pay()
returns bigint language sql as $$
  select coalesce(sum(p.amount_cents), 0)::bigint
  from public.zones z cross join lateral private.price_rider_pay(z, 1000, now()) p
  where z.id = tests.person('zone') and p.kind = 'weather'
$$;
select tests.act_as('ops');
insert into public.rider_pay_rules (zone_id, kind, label, amount_cents, mode) values (tests.person('zone'), 'weather', '雨天', 150, 'rain');
select tests.act_as('postgres');
select is(pg_temp.rain_pay(), 0::bigint, 'a dry day pays no supplement');

select tests.act_as('service_role');
select public.set_city_condition(tests.person('city'), 'rain', now() + interval '1 hour', now() - interval '1 minute', 'weather-service', 1.3);
select tests.act_as('postgres');
select is(pg_temp.rain_pay(), 150::bigint, 'a weather service says rain: riders are paid for it');
select is(private.speed_factor(tests.person('zone')), 1.3::double precision, 'and ride slower');
insert into public.incident_modes (zone_id, kind, starts_at, ends_at, travel_factor)
values (tests.person('zone'), 'rain', now() - interval '1 minute', now() + interval '1 hour', 1.2);
select is(pg_temp.rain_pay(), 150::bigint, 'ops say it too: still one supplement');
select is(private.speed_factor(tests.person('zone')), 1.3::double precision, 'and the slower of the two, not both');
select is(private.dispatch_settings(tests.person('zone')) -> 'conditions', '["rain"]'::jsonb, 'dispatch names it once');
delete from public.city_conditions;
select is(pg_temp.rain_pay(), 150::bigint, 'what ops switched on alone is rain as well');
select tests.act_as('service_role');
select throws_ok(
  $$ select public.set_city_condition(tests.person('city'), 'rain', now() + interval '1 hour', now(), 'x', 9) $$,
  'PT422', 'map.condition_invalid', 'nobody rides nine times slower');
select * from finish();
rollback;
