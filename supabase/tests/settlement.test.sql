-- A statement holds each earned cent once, never changes, and is its party's alone.
begin;
select plan(14);
select tests.make_town();
select tests.delivered_order('one');
select tests.act_as('postgres');
select set_config('t.today', ((now() at time zone 'Asia/Shanghai')::date)::text, true);

-- Only a test may move the books: the entries of an order become yesterday's.
create function pg_temp.make_yesterdays(p_order_id uuid)
returns void
language plpgsql
as $$
begin
  alter table public.ledger_transactions disable trigger ledger_transactions_append_only;
  update public.ledger_transactions set event_at = event_at - interval '1 day' where order_id = p_order_id;
  alter table public.ledger_transactions enable trigger ledger_transactions_append_only;
end;
$$;
set constraints all immediate;
select pg_temp.make_yesterdays(current_setting('tests.one')::uuid);

create function pg_temp.settle(p_on date)
returns text
language sql
as $$ select public.run_settlement(p_on)::text $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('staff');
select throws_ok($$ select pg_temp.settle(null) $$, 'PT403', 'identity.not_allowed', 'a merchant does not settle');
select tests.act_as('anon');
select throws_ok($$ select pg_temp.settle(null) $$, '42501', null, 'nor does nobody');
select tests.act_as('service_role');
select is(pg_temp.settle(current_setting('t.today')::date - 2), '{"lines": 0, "statements": 0}', 'the day before earned nothing');
select is(pg_temp.settle(null), '{"lines": 5, "statements": 2}', 'by default yesterday: one statement each for merchant and rider');
select is(pg_temp.settle(null), '{"lines": 0, "statements": 0}', 'a second run makes nothing');

select tests.delivered_order('two');
select tests.act_as('postgres');
select pg_temp.make_yesterdays(current_setting('tests.two')::uuid);
select tests.act_as('ops');
select is(pg_temp.settle(null), '{"lines": 0, "statements": 0}', 'an entry that comes late does not change a statement');
select is(pg_temp.settle(current_setting('t.today')::date + 9), '{"lines": 5, "statements": 2}', 'it is in the next, which is today''s at the latest');
select is(
  (select (gross_cents, deducted_cents, net_cents, order_count)::text from public.settlement_statements
   where party = 'merchant' and period_on = current_setting('t.today')::date - 1),
  '(3800,740,3060,1)', 'goods and packaging less discount and commission');

select tests.act_as('staff');
select is((select count(*) from public.settlement_statements), 2::bigint, 'the manager sees the merchant''s');
select tests.act_as('clerk');
select is_empty($$ select 1 from public.settlement_statements $$, 'a clerk sees none');
select tests.act_as('rider');
select is((select sum(net_cents) from public.settlement_statements), 1000::numeric, 'a rider sees their own');
select tests.act_as('other_rider');
select is_empty($$ select 1 from public.settlement_lines $$, 'and nobody else''s lines');

-- A guarantee was earned by no order.
select tests.act_as('postgres');
insert into public.rider_shift_slots (zone_id, starts_at, ends_at, capacity)
values (tests.person('zone'), now() - interval '26 hours', now() - interval '1 day', 1);
insert into public.rider_shifts (slot_id, rider_id, zone_id, starts_at, ends_at, started_at, status, guaranteed_cents_per_hour)
select id, tests.person('other_rider'), zone_id, starts_at, ends_at, starts_at, 'started', 3000 from public.rider_shift_slots;
select private.end_shifts();
select tests.act_as('service_role');
select is(pg_temp.settle(null), '{"lines": 1, "statements": 1}', 'a guarantee is settled in the city of its shift');
select tests.act_as('other_rider');
select is(
  (select (s.order_count, s.net_cents, l.order_id, l.purpose)::text
   from public.settlement_statements s join public.settlement_lines l on l.statement_id = s.id),
  '(0,6000,,guarantee)', 'in a line without an order');
select * from finish();
rollback;
