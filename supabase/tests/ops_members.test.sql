-- Only administrators give roles, and one of them always stays.
begin;
select plan(13);
select tests.make_town();
select tests.act_as('staff');
select throws_ok($$ select public.set_ops_member('staff@test.linli', 'admin') $$, 'PT403', 'identity.not_allowed', 'nobody makes themself an administrator');
select throws_ok($$ select * from public.list_ops_members() $$, 'PT403', 'identity.not_allowed', 'or sees who is');
select tests.act_as('ops');
select throws_ok($$ select public.set_ops_member('nobody@test.linli', 'finance') $$, 'PT404', 'identity.person_not_found', 'nobody');
select is(public.set_ops_member('Other_Customer@test.linli', 'finance') ->> 'role', 'finance', 'by e-mail');
select throws_ok($$ select public.set_ops_member('ops@test.linli', 'support') $$, 'PT409', 'identity.last_admin', 'the last administrator stays');
select throws_ok($$ select public.set_ops_member(tests.person('ops')::text) $$, 'PT409', 'identity.last_admin', 'whoever takes the role away');
select results_eq($$ select role::text, account ~ '\*' from public.list_ops_members() order by role $$,
  $$ values ('admin', true), ('finance', true) $$, 'the staff, masked');

select tests.act_as('other_customer');
select throws_ok($$ select public.set_ops_member('staff@test.linli', 'finance') $$, 'PT403', 'identity.not_allowed', 'finance gives no roles');
select ok(private.has_ops_role('finance', 'support') and not private.has_ops_role('support', 'operations'), 'a role is what it is');
select tests.act_as('ops');
select ok(private.has_ops_role('support'), 'an administrator has every role');
select is(public.set_ops_member(tests.person('other_customer')::text, 'admin') ->> 'role', 'admin', 'a second administrator');
select is(public.set_ops_member('ops@test.linli') ->> 'role', null, 'then the first may go');
select tests.act_as('postgres');
select is((select string_agg(table_name || ' ' || operation, ', ' order by id) from public.audit_log),
  'ops_members insert, ops_members update, ops_members delete', 'all of it is logged');
select * from finish();
rollback;
