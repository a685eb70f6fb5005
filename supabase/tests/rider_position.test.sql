-- A rider's place moves forward in time only, and is seen by ops and by whom the rider is on the way to.
begin;
select plan(9);
select tests.make_town();
select tests.act_as('rider');
select public.go_online(120.152, 30.272);

create function pg_temp.lon()
returns double precision
language sql
security definer
as $$ select lon from public.riders where id = tests.person('rider') $$;
grant execute on all functions in schema pg_temp to public;

select public.report_position(120.153, 30.272, 90, now() - interval '1 hour');
select is(pg_temp.lon(), 120.153::double precision, 'a slow clock moves the rider too');
select public.report_position(120.16, 30.272, 90, now() - interval '2 hours');
select is(pg_temp.lon(), 120.153::double precision, 'a report older than the last one is ignored');
select public.report_position(120.16, 30.272, 90, null);
select is(pg_temp.lon(), 120.153::double precision, 'so is one without a time');
select public.report_position(120.16, 30.272, 90, now() + interval '1 day');
select is(pg_temp.lon(), 120.16::double precision, 'a fast clock moves the rider');
select public.report_position(120.161, 30.272);
select is(pg_temp.lon(), 120.161::double precision, 'and does not lock out what comes next');
select throws_ok($$ select public.report_position(200, 30) $$, 'PT400', 'map.position_invalid', 'a place off the earth');
select tests.act_as('customer');
select throws_ok($$ select public.report_position(120.16, 30.272) $$, 'PT403', 'rider.not_rider', 'who is no rider has no place');
select is_empty($$ select 1 from public.riders $$, 'and sees no rider''s row');
select tests.act_as('postgres');
select is(
  (select count(distinct topic) from realtime.messages where event = 'rider.moved'), 1::bigint,
  'a rider without a task is told of to the town''s ops alone');
select * from finish();
rollback;
