-- Jobs do not fail together: a broken step is a warning, and what locks deliveries' rows runs apart.
begin;
select plan(6);
select tests.make_town();
insert into private.idempotency_keys (actor_id, command, key, created_at)
values (tests.person('ops'), 'old', 'old-key-1', now() - interval '8 days');
create or replace function private.flag_expiring_licenses(p_days int default 30) returns int language plpgsql as $$
begin
  raise exception 'broken';
end;
$$;
create or replace function private.run_offer_timeouts(p_zone_id uuid default null) returns int language plpgsql as $$
begin
  raise exception 'broken';
end;
$$;
set client_min_messages = error;
select lives_ok('select private.run_day()', 'a broken step does not end the day');
select is_empty($$ select 1 from private.idempotency_keys where command = 'old' $$, 'the others are done');
select lives_ok('select private.run_minute()', 'nor the minute');
select is(
  (select string_agg(jobname || ' ' || schedule, ', ' order by jobname) from cron.job
   where jobname in ('linli-members', 'linli-ledger', 'linli-shifts')),
  'linli-ledger 57 19 * * *, linli-members 37 19 * * *, linli-shifts * * * * *', 'long locks have jobs of their own');
select is((select command from cron.job where jobname = 'linli-riders'), 'select private.watch_riders()', 'riders are watched apart from shifts');
select is(
  (select count(*) from pg_catalog.pg_proc f
   where f.oid in ('private.run_day()'::regprocedure, 'private.run_minute()'::regprocedure)
     and f.prosrc ~ '(run_member_day|snapshot_ledger|end_shifts)'), 0::bigint, 'and are not run twice');
select * from finish();
rollback;
