-- Every rule keeps what it was, who changed it and when; an older version saved again is the way back.
begin;
select plan(24);
select tests.make_town();
select tests.act_as('postgres');
insert into auth.users (id, email) select tests.person(r), r || '@test.linli' from unnest('{operations,finance}'::text[]) r;
insert into public.ops_members (user_id, role)
select tests.person(r), r::public.ops_role from unnest('{operations,finance}'::text[]) r;
insert into public.settings (key, value, schema) values ('test.seconds', '60', '{"type": "integer", "minimum": 30, "maximum": 600}');

select is_empty($$ select key from public.settings where private.json_schema_errors(schema, value) <> '[]' $$, 'every delivered value keeps to its schema');

-- A parameter: by the log.
select tests.act_as('ops');
update public.settings set value = '90' where key = 'test.seconds';
update public.settings set value = '120' where key = 'test.seconds';
select results_eq($$ select content -> 'value', actor_role from public.list_versions('settings', 'test.seconds') $$,
  $$ values ('120'::jsonb, 'ops:admin'), ('90', 'ops:admin'), ('60', '') $$, 'what a parameter was, down to what was delivered');
select throws_ok($$ update public.settings set value = '29' where key = 'test.seconds' $$, 'PT422', 'platform.setting_invalid', 'a value out of bounds is refused');
select throws_ok($$ update public.settings set value = '"soon"' where key = 'test.seconds' $$, 'PT422', 'platform.setting_invalid', 'so is one of another type');
update public.settings set value = (select content -> 'value' from public.list_versions('settings', 'test.seconds') where version = 0) where key = 'test.seconds';
select is((select value from public.settings where key = 'test.seconds'), '60', 'back to the first');
select is((select count(*) from public.list_versions('settings', 'test.seconds')), 4::bigint, 'which is a change like any other');

select tests.act_as('operations');
insert into public.reason_codes (code, applies_to, actor, label, liable_party) values ('test_reason', 'order_cancel', 'ops', '一', 'platform');
update public.reason_codes set label = '二', liable_party = 'merchant' where code = 'test_reason';
select results_eq($$ select content ->> 'label', content ->> 'liable_party' from public.list_versions('reason_codes', 'test_reason') $$,
  $$ values ('二', 'merchant'), ('一', 'platform') $$, 'a row made by people begins with its first version');
select is((select count(*) from public.list_versions('notification_rules', (select id::text from public.notification_rules limit 1))), 1::bigint,
  'what nobody changed has one version');
select throws_ok($$ select public.list_versions('orders', 'x') $$, 'PT404', 'platform.not_versioned', 'other tables have none');

-- A promotion.
update public.promotions set priority = 7 where id = tests.person('cheap_way');
select is((select array_agg((content ->> 'priority')::int) from public.list_versions('promotions', tests.person('cheap_way')::text)),
  '{7,100}'::int[], 'a promotion');
select tests.act_as('staff');
select is((select count(*) from public.list_versions('promotions', tests.person('cheap_way')::text)), 2::bigint, 'its store''s manager sees it as well');
select throws_ok($$ select public.list_versions('promotions', tests.person('full_cut')::text) $$, 'PT403', 'identity.not_allowed', 'not another''s');
select throws_ok($$ select public.list_versions('settings', 'test.seconds') $$, 'PT403', 'identity.not_allowed', 'nor parameters');

-- A rate card.
select tests.act_as('operations');
select public.save_rate_card(tests.person('city'), 5000, '[{"kind": "base", "amount_cents": 600}]', 'card-0002');
select is(
  (select array_agg(content #> '{rules,0,amount_cents}') from public.list_versions('rate_cards', tests.person('rate_card')::text)),
  '{600,400}'::jsonb[], 'a rate card with its rules');

-- A commission plan.
select tests.act_as('finance');
select set_config('t.plan', public.save_commission_plan(
  '{"name": "餐饮", "rules": [{"name": "外卖", "fulfillment_type": "delivery", "percent_bps": 1800}, {"name": "其他", "percent_bps": 1000}]}', 'plan-0001') ->> 'id', true);
select is(
  (select string_agg(name || ' ' || percent_bps, ', ' order by sort_order) from public.commission_rules where plan_id = current_setting('t.plan')::uuid),
  '外卖 1800, 其他 1000', 'a plan with its rules in order');
select is(public.save_commission_plan('{"name": "餐饮", "rules": [{"name": "外卖", "fulfillment_type": "delivery", "percent_bps": 1800}, {"name": "其他", "percent_bps": 1000}]}',
  'plan-0001') ->> 'id', current_setting('t.plan'), 'a repeat is the first answer');
select public.save_commission_plan(jsonb_build_object('name', '餐饮', 'rules', jsonb_build_array(
  (select content #> '{rules,1}' from public.list_versions('commission_plans', current_setting('t.plan')) limit 1))), 'plan-0002', current_setting('t.plan')::uuid);
select is((select array_agg(jsonb_array_length(content -> 'rules')) from public.list_versions('commission_plans', current_setting('t.plan'))),
  '{1,2}'::int[], 'each change is kept');
select lives_ok($$ select public.save_commission_plan(
    (select content from public.list_versions('commission_plans', current_setting('t.plan')) where version = 1), 'plan-0003', current_setting('t.plan')::uuid) $$,
  'an older one is saved again');
select is((select count(*) from public.commission_rules where plan_id = current_setting('t.plan')::uuid), 2::bigint, 'with its rules');
select throws_ok($$ select public.save_commission_plan('{"name": "x", "rules": []}', 'plan-0004') $$, 'PT422', 'ledger.plan_invalid', 'a plan needs a rule');
select throws_ok($$ select public.save_commission_plan('{"name": "x", "rules": [{"percent_bps": 20000}]}', 'plan-0005') $$, 'PT422', 'ledger.plan_invalid', 'and right ones');
select throws_ok($$ select public.save_commission_plan('{"name": "x", "rules": [{"percent_bps": 1}]}', 'plan-0006', (select id from public.commission_plans where is_default)) $$,
  'PT409', 'ledger.plan_default_needed', 'one plan is always the default');
select lives_ok($$ select public.save_commission_plan('{"name": "餐饮", "is_default": true, "is_active": true, "rules": [{"percent_bps": 1}]}', 'plan-0007', current_setting('t.plan')::uuid) $$,
  'another takes its place');
select is((select array_agg(id::text) from public.commission_plans where is_default), array[current_setting('t.plan')], 'alone');
select * from finish();
rollback;
