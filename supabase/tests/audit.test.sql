-- The back office leaves a trace: who, when, what was before and after; nobody rewrites it.
begin;
select plan(22);
select tests.make_town();

select is(
  (select string_agg(c.relname, ', ' order by c.relname)
   from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     -- A person's own rows are no back office.
     and c.relname not in ('addresses', 'profiles', 'notifications')
     and (has_table_privilege('authenticated', c.oid, 'insert, update, delete')
       or has_any_column_privilege('authenticated', c.oid, 'insert, update'))
     and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'private.audit_row'::regproc)),
  null, 'every table that people may write is under audit');
select is(
  (select string_agg(n, ', ') from unnest('{settings,reason_codes,categories,merchants,stores,store_hours,products,modifiers,promotions,
     commission_plans,commission_rules,merchant_contracts,ops_members,merchant_members,riders,zones,notification_rules,rate_cards,city_conditions}'::text[]) n
   where not exists (select 1 from pg_trigger t where t.tgrelid = ('public.' || n)::regclass and t.tgfoid = 'private.audit_row'::regproc)),
  null, 'and so are those that commands write');
select is_empty($$ select 1 from public.audit_log $$, 'what migrations and the seed write is not logged');

select set_config('request.path', '/stores', true), set_config('request.headers', '{"x-request-id": "r-1"}', true);
select tests.act_as('staff');
update public.stores set name = '新面馆', phone = '0571-88' where id = tests.person('store');
select is(
  (select (actor_id, actor_role, table_name, row_key, operation, command, store_id, request_id)::text from public.audit_log),
  (select (tests.person('staff'), 'merchant:manager', 'stores', tests.person('store')::text, 'update', '/stores', tests.person('store'), 'r-1')::text),
  'who, where, what and by which request');
select is((select (before, after)::text from public.audit_log),
  (select ('{"name": "一号面馆", "phone": "***"}'::jsonb, '{"name": "新面馆", "phone": "***"}'::jsonb)::text),
  'only what changed; a phone number is not kept');
update public.stores set name = '新面馆' where id = tests.person('store');
select is((select count(*) from public.audit_log), 1::bigint, 'what changes nothing leaves nothing');
select tests.act_as('clerk');
select is_empty($$ select 1 from public.audit_log $$, 'a clerk does not read it');
select tests.act_as('other_staff');
select is_empty($$ select 1 from public.audit_log $$, 'nor does another merchant');

select tests.act_as('ops');
insert into public.reason_codes (code, applies_to, actor, label) values ('test_reason', 'order_cancel', 'ops', '测试');
delete from public.reason_codes where code = 'test_reason';
update public.merchants set legal_name = '新名称' where id = tests.person('merchant');
select results_eq(
  $$ select operation, row_key, before ->> 'label', after ->> 'label' from public.audit_log where table_name = 'reason_codes' order by id $$,
  $$ values ('insert', 'test_reason', null, '测试'), ('delete', 'test_reason', '测试', null) $$, 'rows that come and go are whole');
select is((select count(*) from public.list_audit_log()), 4::bigint, 'an administrator reads all');
select is((select string_agg(operation, ' ') from public.list_audit_log('{"table_name": "reason_codes"}')), 'delete insert', 'newest first, filtered');
select is((select count(*) from public.list_audit_log('{}', (select min(id) + 1 from public.audit_log))), 1::bigint, 'page by page');
select tests.act_as('staff');
select is((select string_agg(table_name, ' ' order by id) from public.list_audit_log()), 'stores merchants', 'a manager reads the own stores'' and merchant''s');
select throws_ok($$ delete from public.audit_log $$, '42501', null, 'nobody signed in changes it');
select tests.act_as('postgres');
select throws_like($$ update public.audit_log set after = '{}' $$, '%append-only%', 'not even the owner');
select throws_like($$ delete from public.audit_log $$, '%append-only%', 'nor removes it');
select lives_ok($$ select private.forget_audit_log() $$, 'what is too old is forgotten');
select is((select count(*) from public.audit_log), 4::bigint, 'and nothing else');

-- Counters that orders keep are no changes by people.
select tests.delivered_order('order');
select tests.act_as('postgres');
select is((select count(*) from public.audit_log), 4::bigint, 'an order''s life leaves no rows here');
select tests.act_as('service_role');
insert into public.merchant_members (merchant_id, user_id, role) values (tests.person('merchant'), tests.person('rider'), 'courier');
select tests.act_as('postgres');
select is((select actor_role || ' ' || row_key from public.audit_log order by id desc limit 1),
  'service_role ' || tests.person('merchant') || '/' || tests.person('rider'), 'the service role''s writes are');

-- A product put on the sold-out list is a change by a person; the value of a custom field stays with its author.
select tests.act_as('staff');
update public.products set sold_out_until = '2030-01-01' where id = (
  select id from public.products where store_id = tests.person('store') order by id limit 1);
select is((select count(*) from public.audit_log where table_name = 'products' and after ? 'sold_out_until'), 1::bigint,
  'taken off the menu for a while');
select tests.act_as('postgres');
select is(private.mask_audited('custom_values', '{"key": "seats", "value": {"secret": 1}}'), '{"key": "seats", "value": "***"}', 'no value of a custom field');
select * from finish();
rollback;
