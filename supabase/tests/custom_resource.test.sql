-- Ops make a simple resource without a deploy; its rights come from a template.
begin;
select plan(26);
select tests.make_town();

select tests.act_as('staff');
select throws_ok($$ select public.create_custom_resource('x_fridges', 'store_owned', '[{"name": "label", "type": "text"}]') $$,
  'PT403', 'identity.not_allowed', 'tables are for admins');
select tests.act_as('ops');
select throws_ok($$ select public.create_custom_resource('orders', 'ops_only', '[{"name": "label", "type": "text"}]') $$,
  'PT422', 'screen.name_invalid', 'a name of the product''s own is not taken');
select throws_ok($$ select public.create_custom_resource('x_fridges', 'ops_only', '[{"name": "a\"; drop table orders; --", "type": "text"}]') $$,
  'PT422', 'screen.column_invalid', 'a column name is a name');
select throws_ok($$ select public.create_custom_resource('x_fridges', 'ops_only', '[{"name": "ctid", "type": "text"}]') $$,
  'PT422', 'screen.column_invalid', 'and not a reserved one');
select throws_ok($$ select public.create_custom_resource('x_fridges', 'ops_only', '[{"name": "a", "type": "text; drop table orders"}]') $$,
  'PT422', 'screen.column_invalid', 'a type is one of the list');
select throws_ok($$ select public.create_custom_resource('x_fridges', 'ops_only', '[{"name": "a", "type": "choice", "choices": ["x''); drop"]}]') $$,
  'PT422', 'screen.column_invalid', 'a choice is a word');
select throws_ok($$ select public.create_custom_resource('x_fridges', 'ops_only', '[]') $$, 'PT422', 'screen.columns_invalid', 'something must be in it');
select lives_ok($$ select public.create_custom_resource('x_fridges', 'store_owned',
  '[{"name": "label", "type": "text", "is_required": true, "max_length": 40}, {"name": "deposit_cents", "type": "money"},
    {"name": "state", "type": "choice", "choices": ["good", "broken"]}, {"name": "product_id", "type": "reference", "references": "products"},
    {"name": "checked_at", "type": "datetime"}]', '{"en": "Fridges"}', 'Fridges lent to stores.') $$, 'a resource of stores');
select throws_ok($$ select public.create_custom_resource('x_fridges', 'ops_only', '[{"name": "a", "type": "text"}]') $$,
  'PT409', 'screen.name_taken', 'once');
select is(
  (select r -> 'rights' from jsonb_array_elements(public.describe_resources() -> 'resources') r where r ->> 'name' = 'x_fridges'),
  '{"select": "all", "insert": "all", "update": "all", "delete": "all"}', 'ops may do everything with it at once');

select tests.act_as('staff');
select lives_ok(format($$ insert into public.x_fridges (store_id, label, state, deposit_cents) values (%L, '冰柜', 'good', 5000) $$, tests.person('store')),
  'a manager adds to the own store');
select throws_ok(format($$ insert into public.x_fridges (store_id, label) values (%L, '冰柜') $$, tests.person('other_store')), '42501', null, 'and to no other');
select throws_ok(format($$ insert into public.x_fridges (store_id, label, state) values (%L, '冰柜', 'lost') $$, tests.person('store')), '23514', null, 'choices hold');
select is((select string_agg(operation, ' ') from public.audit_log where table_name = 'x_fridges'), 'insert', 'which is written to the audit log');
select tests.act_as('clerk');
select is((select count(*) from public.x_fridges), 1::bigint, 'a clerk sees it');
select is(
  (select r #>> '{rights,update}' from jsonb_array_elements(public.describe_resources() -> 'resources') r where r ->> 'name' = 'x_fridges'),
  'none', 'but is offered no change');
select tests.act_as('other_staff');
select is((select count(*) from public.x_fridges), 0::bigint, 'another store does not');
select tests.act_as('ops');
select throws_ok($$ select public.drop_custom_resource('x_fridges') $$, 'PT409', 'screen.resource_in_use', 'with rows it stays');
select throws_ok($$ select public.drop_custom_resource('stores') $$, 'PT404', 'screen.resource_not_found', 'and no other table can be dropped');
delete from public.x_fridges;
select lives_ok($$ select public.drop_custom_resource('x_fridges') $$, 'empty, it goes');
select is(to_regclass('public.x_fridges'), null, 'and is gone');

-- No table of ops holds up what others delete, and only operations keep it.
select throws_ok($$ select public.create_custom_resource('x_waiting', 'ops_only', '[{"name": "quote_id", "type": "reference", "references": "quotes"}]') $$,
  'PT422', 'screen.column_invalid', 'nothing hangs on a quote');
select public.create_custom_resource('x_tests', 'ops_only',
  '[{"name": "product_id", "type": "reference", "references": "products", "is_required": true}]');
insert into public.x_tests (product_id) select id from public.products order by id limit 1;
select is((select count(*) from public.x_tests), 1::bigint, 'an admin keeps it');
select is((select confdeltype from pg_catalog.pg_constraint where conrelid = 'public.x_tests'::regclass and confrelid = 'public.products'::regclass),
  'c', 'a row goes with its product');
select tests.act_as('postgres');
insert into public.ops_members (user_id, role) values (tests.person('customer'), 'finance');
select tests.act_as('customer');
select throws_ok($$ insert into public.x_tests (product_id) select id from public.products limit 1 $$, '42501', null, 'finance does not write it');
select is((select count(*) from public.x_tests), 1::bigint, 'but reads it');
select * from finish();
rollback;
