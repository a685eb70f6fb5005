-- Lists of orders page by a cursor, for whom they concern, and are found by the last digits.
begin;
select plan(13);
select tests.make_town();
select tests.paid_order('aaa');
select tests.paid_order('bbb');
select tests.placed_order('ccc');
select tests.act_as('postgres');
update public.orders set created_at = now() - interval '1 hour' where id = current_setting('tests.aaa')::uuid;
create function pg_temp.ids(p_list jsonb) returns text language sql as $$
  select coalesce(string_agg(case o ->> 'id' when current_setting('tests.aaa') then 'a' when current_setting('tests.bbb') then 'b' else 'c' end, '' order by n), '')
  from jsonb_array_elements(p_list -> 'orders') with ordinality as e (o, n) $$;
grant execute on all functions in schema pg_temp to public;
select tests.act_as('customer');
select is(length(pg_temp.ids(public.list_orders())), 3, 'a customer sees all of their own');
select tests.act_as('other_customer');
select is(pg_temp.ids(public.list_orders()), '', 'and nobody else''s');
select throws_ok($$ select public.list_orders(p_store_id => tests.person('store')) $$, 'PT403', 'identity.not_allowed', 'nor a store''s');
select throws_ok($$ select public.list_orders(p_city_id => tests.person('city')) $$, 'PT403', 'identity.not_allowed', 'nor a town''s');
select tests.act_as('clerk');
select is(pg_temp.ids(public.list_orders(p_store_id => tests.person('store'))), 'ba', 'a store sees the paid ones, newest first');
select is(pg_temp.ids(public.list_orders(p_store_id => tests.person('store'), p_limit => 1)), 'b', 'a page');
select is(
  pg_temp.ids(public.list_orders(p_store_id => tests.person('store'), p_limit => 1,
    p_before => public.list_orders(p_store_id => tests.person('store'), p_limit => 1) -> 'next')), 'a', 'and the next');
select is(pg_temp.ids(public.list_orders(p_store_id => tests.person('store'), p_statuses => '{accepted,rejected}')), '', 'by status');
select tests.act_as('ops');
select is(length(pg_temp.ids(public.list_orders())), 3, 'ops see all');
select is(length(pg_temp.ids(public.list_orders(p_city_id => tests.person('city'), p_statuses => '{placed,pending_payment}'))), 3, 'by several states');
select is(pg_temp.ids(public.list_orders(p_from => now() - interval '2 hours', p_to => now() - interval '30 minutes')), 'a', 'by time');
select is(length(pg_temp.ids(public.list_orders(p_query => '5678'))), 3, 'by the phone''s last digits');
select is(pg_temp.ids(public.list_orders(p_query => right((select number from public.orders where id = current_setting('tests.bbb')::uuid), 6))), 'b', 'by the number''s');
select * from finish();
rollback;
