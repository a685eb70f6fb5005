-- A store's managers read its sales by day, hour, item and customer.
begin;
select plan(7);
select tests.make_town();
select tests.paid_order('order');
select tests.act_as('clerk');
select throws_ok($$ select public.get_store_report(tests.person('store'), current_date, current_date) $$, 'PT403', 'store.not_staff', 'managers only');
select tests.act_as('staff');
select throws_ok($$ select public.get_store_report(tests.person('store'), current_date, current_date - 1) $$, 'PT422', 'order.report_range_invalid', 'a range has an end');
select set_config('t.report', public.get_store_report(tests.person('store'), current_date - 1, current_date + 1)::text, true);
select is((select sum((d ->> 'sales_cents')::bigint) from jsonb_array_elements(current_setting('t.report')::jsonb -> 'days') d), 3500::numeric, 'what was paid');
select is(jsonb_array_length(current_setting('t.report')::jsonb -> 'days'), 3, 'every day has a row');
select is((select sum(h::int) from jsonb_array_elements_text(current_setting('t.report')::jsonb -> 'hours') h), 1::bigint, 'one order in its hour');
select is(jsonb_array_length(current_setting('t.report')::jsonb -> 'items'), 2, 'two items');
select is(current_setting('t.report')::jsonb -> 'customers', '{"count": 1, "new_count": 1, "repeat_count": 0}', 'one new customer');
select * from finish();
rollback;
