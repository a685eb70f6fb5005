-- Managers add, change and remove staff by phone or e-mail; the last manager of the merchant stays.
begin;
select plan(18);
select tests.make_town();
select tests.act_as('postgres');
update auth.users set phone = '8613700000001' where id = tests.person('customer');

select tests.act_as('staff');
select is(public.set_staff(tests.person('merchant'), '137 0000 0001', 'courier', tests.person('store')) ->> 'role', 'courier', 'by phone, without the country');
select is(public.set_staff(tests.person('merchant'), 'other_customer@test.linli', 'order_clerk') ->> 'user_id', tests.person('other_customer')::text, 'or by e-mail');
select throws_ok($$ select public.set_staff(tests.person('merchant'), 'nobody@test.linli', 'courier') $$, 'PT404', 'store.staff_not_found', 'who is not there cannot be added');
select throws_ok($$ select public.set_staff(tests.person('merchant'), '13700000001', 'courier', tests.person('other_store')) $$, 'PT404', 'store.not_found', 'nor to another merchant''s store');
select throws_ok($$ select public.set_staff(tests.person('other_merchant'), '13700000001', 'courier') $$, 'PT403', 'store.not_manager', 'nor to another merchant');
select is(jsonb_array_length(public.list_staff(tests.person('merchant'))), 4, 'four people work here');
select ok(public.list_staff(tests.person('merchant'))::text not like '%13700000001%', 'their numbers are masked');

select tests.act_as('customer');
select is(public.get_my_roles() #>> '{stores,0,role}', 'courier', 'the new role is there');
select throws_ok($$ select public.list_staff(tests.person('merchant')) $$, 'PT403', 'store.not_manager', 'a courier reads no list');
select throws_ok($$ select public.remove_staff(tests.person('merchant'), tests.person('clerk')) $$, 'PT403', 'store.not_manager', 'and removes nobody');

select tests.act_as('staff');
select throws_ok($$ select public.remove_staff(tests.person('merchant'), tests.person('staff')) $$, 'PT409', 'store.last_manager', 'the last manager cannot leave');
select throws_ok($$ select public.set_staff(tests.person('merchant'), 'staff@test.linli', 'order_clerk') $$, 'PT409', 'store.last_manager', 'nor become a clerk');
select throws_ok($$ select public.set_staff(tests.person('merchant'), 'staff@test.linli', 'manager', tests.person('store')) $$, 'PT409', 'store.last_manager', 'nor manage one store only');
select lives_ok($$ select public.set_staff(tests.person('merchant'), '13700000001', 'manager', tests.person('store')) $$, 'a role is changed');

select tests.act_as('customer');
select throws_ok($$ select public.remove_staff(tests.person('merchant'), tests.person('staff')) $$, 'PT403', 'store.not_manager', 'who manages one store does not decide about all');
select lives_ok($$ select public.remove_staff(tests.person('merchant'), tests.person('clerk')) $$, 'but about the people of that store');
select is(jsonb_array_length(public.list_staff(tests.person('merchant'))), 1, 'and sees them only');
select lives_ok($$ select public.remove_staff(tests.person('merchant'), tests.person('customer')) $$, 'anyone may leave');
select * from finish();
rollback;
