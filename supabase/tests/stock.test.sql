-- Counted stock is held by open orders, sold by completed ones, free again after others, and never below what is held.
begin;
select plan(12);
select tests.make_town();

create function pg_temp.tea()
returns text
language sql
security definer
as $$ select on_hand_count || '/' || reserved_count from public.stock_items where product_id = tests.person('tea') $$;
grant execute on all functions in schema pg_temp to public;

select tests.placed_order('one');
select is(pg_temp.tea(), '3/1', 'an unpaid order holds its tea');
select tests.act_as('customer');
select public.cancel_order(current_setting('tests.one')::uuid, 'cancel-one', 'changed_mind');
select is(pg_temp.tea(), '3/0', 'a cancelled one gives it back');
select tests.delivered_order('two');
select is(pg_temp.tea(), '2/0', 'a delivered one has sold it');
select tests.placed_order('three');
select is(pg_temp.tea(), '2/1', 'the next holds');

select tests.act_as('clerk');
select throws_ok($$ select public.set_stock(tests.person('tea'), 0) $$, 'PT409', 'catalog.stock_reserved', 'never below what is held');
select throws_ok($$ select public.set_stock(tests.person('tea'), null) $$, 'PT409', 'catalog.stock_reserved', 'counting does not stop while something is held');
select throws_ok($$ select public.set_stock(tests.person('tea'), -1) $$, 'PT400', 'catalog.stock_negative', 'never below nothing');
select is(public.set_stock(tests.person('tea'), 1) ->> 'on_hand_count', '1', 'down to what is held');
select tests.act_as('customer');
select throws_ok($$ select tests.placed_order('four') $$, 'PT409', 'stock.sold_out', 'then nobody else gets any');
select tests.act_as('other_staff');
select throws_ok($$ select public.set_stock(tests.person('tea'), 9) $$, 'PT403', 'store.not_staff', 'another store does not count ours');
select tests.act_as('customer');
select throws_ok($$ select public.set_stock(tests.person('tea'), 9) $$, 'PT403', 'store.not_staff', 'nor does a customer');
select throws_ok($$ update public.stock_items set on_hand_count = 9 $$, '42501', null, 'and no row is written by hand');
select * from finish();
rollback;
