-- The matrix of roles is weighed from grants and policies, for administrators, and leaves everybody as they were.
begin;
select plan(5);
select tests.make_town();
select tests.act_as('customer');
select throws_ok($$ select public.describe_role_rights() $$, 'PT403', 'identity.not_allowed', 'for administrators');
select tests.act_as('ops');
select is(public.describe_role_rights() #>> '{admin,merchants,update}', 'all', 'administrators change merchants');
select is(public.describe_role_rights() #>> '{operations,merchants,update}', 'all', 'so do operations');
select is(public.describe_role_rights() #>> '{finance,merchants,update}', 'none', 'finance does not');
select tests.act_as('postgres');
select is((select role::text from public.ops_members where user_id = tests.person('ops')), 'admin', 'and the one who asked is still an administrator');
select * from finish();
rollback;
