-- Ops add a field to a resource without a deploy; its values are typed, and rights follow the row.
begin;
select plan(17);
select tests.make_town();

select tests.act_as('staff');
select throws_ok($$ select public.save_custom_field('stores', 'wifi', '{"type": "string"}') $$, 'PT403', 'identity.not_allowed', 'fields are for ops');
select tests.act_as('ops');
select lives_ok($$ select public.save_custom_field('stores', 'seats', '{"type": "integer", "minimum": 0, "maximum": 500}', '{"en": "Seats"}',
  p_is_required => true, p_is_internal => false) $$, 'a field that staff fill in');
select lives_ok($$ select public.save_custom_field('stores', 'risk', '{"type": "string", "enum": ["low", "high"]}') $$, 'a field for ops');
select throws_ok($$ select public.save_custom_field('stores', 'x', '{"type": "object"}') $$, 'PT422', 'screen.field_invalid', 'a schema that is not understood');
select throws_ok($$ select public.save_custom_field('merchant_members', 'x', '{"type": "string"}') $$,
  'PT422', 'screen.resource_unfit', 'a table without a key of one column');
select is(
  (select jsonb_agg(f ->> 'key') from jsonb_array_elements(public.describe_resources() -> 'resources') r, jsonb_array_elements(r -> 'custom_fields') f
   where r ->> 'name' = 'stores'), '["risk", "seats"]', 'both are described to ops');
select is(jsonb_array_length(public.check_screen('{"format": 1, "resource": "stores", "fields": [{"column": "custom.seats", "widget": "number"}]}')), 0,
  'and stand in a screen');

select tests.act_as('staff');
select lives_ok(format($$ select public.set_custom_values('stores', %L, '{"seats": 40}') $$, tests.person('store')), 'staff fill in their store''s');
select throws_ok(format($$ select public.set_custom_values('stores', %L, '{"seats": 900}') $$, tests.person('store')),
  'PT422', 'screen.value_invalid', 'within its range');
select throws_ok(format($$ select public.set_custom_values('stores', %L, '{"seats": null}') $$, tests.person('store')),
  'PT422', 'screen.value_required', 'and not nothing');
select throws_ok(format($$ select public.set_custom_values('stores', %L, '{"seats": 4}') $$, tests.person('other_store')),
  '42501', null, 'not another store''s');
select throws_ok(format($$ select public.set_custom_values('stores', %L, '{"risk": "low"}') $$, tests.person('store')),
  '42501', null, 'and not what is for ops');
select tests.act_as('ops');
select lives_ok(format($$ select public.set_custom_values('stores', %L, '{"risk": "high"}') $$, tests.person('store')), 'ops fill in theirs');
select tests.act_as('customer');
select is((select jsonb_object_agg(key, value) from public.custom_values), '{"seats": 40}', 'who sees the row sees its open fields');
select tests.act_as('ops');
select throws_ok($$ select public.save_custom_field('stores', 'seats', '{"type": "string"}') $$,
  'PT409', 'screen.values_do_not_fit', 'a type that values do not fit is refused');
select lives_ok($$ select public.retire_custom_field('stores', 'seats') $$, 'a field is retired');
select tests.act_as('postgres');
delete from public.stores where id = tests.person('store');
select is((select count(*) from public.custom_values), 0::bigint, 'values go with their row');
select * from finish();
rollback;
