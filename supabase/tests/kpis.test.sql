-- The wall counts what was paid, beside the same hours a week ago, and narrows to a zone or a category.
begin;
select plan(11);
select tests.make_town();
select tests.delivered_order('one');
select tests.paid_order('two');
select tests.refunded_order('gone');
select tests.placed_order('unpaid');
select tests.act_as('postgres');
update public.deliveries set delivered_at = now(), promised_p90_at = now() + interval '5 minutes' where order_id = current_setting('tests.one')::uuid;
update public.orders set created_at = created_at - interval '7 days' where id = current_setting('tests.two')::uuid;
update public.orders set created_at = date_trunc('day', now(), (select timezone from public.cities where id = tests.person('city')))
where id in (current_setting('tests.one')::uuid, current_setting('tests.gone')::uuid);
create function pg_temp.kpis(p_zone uuid default null, p_category uuid default null)
returns jsonb
language sql
as $$ select public.get_kpis(tests.person('city'), p_zone, p_category, now() + interval '1 second') $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select throws_ok($$ select pg_temp.kpis() $$, 'PT403', 'identity.not_allowed', 'for ops');
select throws_ok($$ select public.get_money_flow(tests.person('city'), current_date, current_date) $$, 'PT403', 'identity.not_allowed', 'money is for finance');
select tests.act_as('ops');
select is((pg_temp.kpis() #>> '{today,order_count}')::int, 2, 'what was not paid is no order');
select is((pg_temp.kpis() #>> '{today,lost_count}')::int, 1, 'what was cancelled is lost');
select is(
  (pg_temp.kpis() #>> '{today,gmv_cents}')::bigint,
  (select total_cents from public.orders where id = current_setting('tests.one')::uuid), 'and no turnover');
select is((pg_temp.kpis() #>> '{today,on_time_count}')::int, 1, 'one came in time');
select is((pg_temp.kpis() #>> '{before,order_count}')::int, 1, 'beside a week ago');
select is((pg_temp.kpis(gen_random_uuid()) #>> '{today,order_count}')::int, 0, 'another zone has none');
select is(
  (pg_temp.kpis(null, (select category_id from public.stores where id = tests.person('store'))) #>> '{today,order_count}')::int,
  2, 'its category has both');
select is(
  (select paid_cents - refunded_cents from public.get_money_flow(tests.person('city'), current_date - 1, current_date + 1)
    where paid_cents > 0),
  (select sum(amount_cents - refunded_cents)::bigint from public.payments where status <> 'pending'), 'the flow is the ledger''s');
select throws_ok($$ select public.get_money_flow(tests.person('city'), current_date, current_date - 1) $$, 'PT422', 'ledger.period_invalid', 'days go forward');
select * from finish();
rollback;
