-- A statement holds each earned cent once, never changes, and is its party's alone.
begin;
select plan(12);
select tests.make_town();
select tests.delivered_order('one');
select tests.act_as('postgres');
select set_config('t.today', ((now() at time zone 'Asia/Shanghai')::date)::text, true);

create function pg_temp.settle(p_on date)
returns text
language sql
as $$ select public.run_settlement(p_on)::text $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('staff');
select throws_ok($$ select pg_temp.settle(current_setting('t.today')::date) $$, 'PT403', 'identity.not_allowed', 'a merchant does not settle');
select tests.act_as('anon');
select throws_ok($$ select pg_temp.settle(current_setting('t.today')::date) $$, '42501', null, 'nor does nobody');
select tests.act_as('service_role');
select is(pg_temp.settle(null), '{"lines": 0, "statements": 0}', 'by default yesterday is settled, and today is not over');
select is(pg_temp.settle(current_setting('t.today')::date), '{"lines": 5, "statements": 2}', 'one statement each for merchant and rider');
select is(pg_temp.settle(current_setting('t.today')::date), '{"lines": 0, "statements": 0}', 'a second run makes nothing');

select tests.delivered_order('two');
select tests.act_as('ops');
select is(pg_temp.settle(current_setting('t.today')::date), '{"lines": 0, "statements": 0}', 'what comes later does not change a statement');
select is(pg_temp.settle(current_setting('t.today')::date + 1), '{"lines": 5, "statements": 2}', 'and is in the next');
select is(
  (select (gross_cents, deducted_cents, net_cents, order_count)::text from public.settlement_statements
   where party = 'merchant' and period_on = current_setting('t.today')::date),
  '(3800,740,3060,1)', 'goods and packaging less discount and commission');

select tests.act_as('staff');
select is((select count(*) from public.settlement_statements), 2::bigint, 'the manager sees the merchant''s');
select tests.act_as('clerk');
select is_empty($$ select 1 from public.settlement_statements $$, 'a clerk sees none');
select tests.act_as('rider');
select is((select sum(net_cents) from public.settlement_statements), 1000::numeric, 'a rider sees their own');
select tests.act_as('other_rider');
select is_empty($$ select 1 from public.settlement_lines $$, 'and nobody else''s lines');
select * from finish();
rollback;
