-- A line is priced with its variant, free pieces and quantities, and only in the way and at the time it is sold.
begin;
select plan(33);
select tests.make_town();
select tests.act_as('postgres');

insert into public.product_variants (id, product_id, name, translations, price_cents, weight_grams) values
  (tests.person('small'), tests.person('tea'), '小杯', '{"en": {"name": "Small"}}', 800, null),
  (tests.person('large'), tests.person('tea'), '大杯', '{}', 1100, 700),
  (tests.person('gone_size'), tests.person('tea'), '特大杯', '{}', 1500, null);
update public.product_variants set is_available = false where id = tests.person('gone_size');
update public.products set weight_grams = 400, tax_bps = 600, translations = '{"en": {"name": "Tea"}}' where id = tests.person('tea');
update public.modifiers set max_quantity = 3 where id = tests.person('egg');
update public.modifier_groups set max_count = 4, free_count = 1 where id = tests.person('extra');

create function pg_temp.item(p_product text, p_variant text, p_quantity int, variadic p_modifiers text[] default '{}')
returns jsonb
language sql
as $$
  select jsonb_build_object('product_id', tests.person(p_product), 'variant_id', tests.person(p_variant), 'quantity', p_quantity,
    'modifier_ids', (select coalesce(jsonb_agg(tests.person(m)), '[]') from unnest(p_modifiers) m));
$$;
create function pg_temp.price(
  p_item jsonb, p_type public.fulfillment_type default 'delivery', p_at timestamptz default now())
returns jsonb
language sql
as $$ select private.price_lines(tests.person('store'), jsonb_build_array(p_item), p_type, p_at) -> 0 $$;

-- variants
select throws_ok($$ select pg_temp.price(pg_temp.item('tea', null, 1)) $$, 'PT422', 'cart.variant_required', 'a product with variants needs one');
select throws_ok($$ select pg_temp.price(pg_temp.item('tea', 'gone_size', 1)) $$, 'PT422', 'cart.variant_unavailable', 'one that is on sale');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', 'small', 1, 'hot')) $$, 'PT422', 'cart.variant_unavailable', 'and of this product');
select throws_ok($$ select pg_temp.price(pg_temp.item('tea', null, 1) || '{"variant_id": "large"}') $$, 'PT422', 'cart.variant_unavailable', 'and an id');
select is(pg_temp.price(pg_temp.item('tea', 'large', 2)) - '{section_id,category_id,note,modifiers}'::text[],
  jsonb_build_object('line_number', 1, 'product_id', tests.person('tea'), 'variant_id', tests.person('large'), 'kind', 'goods',
    'name', '绿茶', 'variant_name', '大杯', 'translations', '{"en": {"name": "Tea"}}'::jsonb, 'quantity', 2,
    'unit_price_cents', 1100, 'total_cents', 2200, 'weight_grams', 1400, 'tax_bps', 600),
  'a variant has its price and weight');
select is((select (l ->> 'weight_grams', l -> 'translations')::text from pg_temp.price(pg_temp.item('tea', 'small', 1)) l),
  (select ('400', '{"en": {"name": "Tea", "variant_name": "Small"}}'::jsonb)::text), 'or its product''s weight, and its own words');
select is((select (l ->> 'category_id', l ->> 'section_id')::text from pg_temp.price(pg_temp.item('tea', 'small', 1)) l),
  (select (tests.person('category')::text, tests.person('section')::text)::text), 'a line knows its category and section');

-- modifiers
select is((pg_temp.price(pg_temp.item('noodles', null, 1, 'mild', 'egg')) ->> 'unit_price_cents')::int, 2500, 'the first piece is free');
select is((pg_temp.price(pg_temp.item('noodles', null, 1, 'mild', 'egg', 'beef')) ->> 'unit_price_cents')::int, 3400, 'in the order chosen');
select is((pg_temp.price(pg_temp.item('noodles', null, 1, 'mild', 'beef', 'egg')) ->> 'unit_price_cents')::int, 2800, 'whichever that is');
select is((pg_temp.price(pg_temp.item('noodles', null, 2, 'mild', 'egg', 'egg', 'egg')) ->> 'total_cents')::int, 6200, 'three eggs, one free, in each of two');
select is(
  (select jsonb_agg(m -> 'price_cents') from jsonb_array_elements(pg_temp.price(pg_temp.item('noodles', null, 1, 'egg', 'mild', 'egg')) -> 'modifiers') m
   where m ->> 'name' = '煎蛋'), '[0, 300]', 'each piece says what it costs');
select is(
  pg_temp.price(jsonb_build_object('product_id', tests.person('noodles'), 'quantity', 1, 'modifier_ids', (
    select jsonb_agg(m -> 'id') from jsonb_array_elements(pg_temp.price(pg_temp.item('noodles', null, 1, 'beef', 'hot', 'egg', 'egg')) -> 'modifiers') m))),
  pg_temp.price(pg_temp.item('noodles', null, 1, 'beef', 'hot', 'egg', 'egg')), 'a priced line prices the same again');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'mild', 'egg', 'egg', 'egg', 'egg')) $$, 'PT422', 'cart.modifier_unavailable', 'no more of one than its maximum');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'mild', 'egg', 'egg', 'egg', 'beef', 'beef')) $$, 'PT422', 'cart.modifier_unavailable', 'each on its own');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'mild', 'hot')) $$, 'PT422', 'cart.modifier_count', 'no more than the group takes');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'egg')) $$, 'PT422', 'cart.modifier_count', 'no fewer than it needs');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1) || '{"modifier_ids": ["mild"]}') $$, 'PT422', 'cart.modifier_unavailable', 'a modifier is an id');
update public.modifier_groups set min_count = 2, is_required = false where id = tests.person('extra');
select lives_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'mild')) $$, 'a group that is not required may be left out');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'mild', 'egg')) $$, 'PT422', 'cart.modifier_count', 'who chooses from it chooses enough');
update public.modifiers set sold_out_until = now() + interval '1 hour' where id = tests.person('beef');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'mild', 'beef', 'egg')) $$, 'PT422', 'cart.modifier_unavailable', 'an option may be sold out');
select lives_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'mild', 'beef', 'egg'), 'delivery', now() + interval '2 hours') $$, 'and be back by then');

-- ids
select is(
  pg_temp.price(jsonb_build_object('product_id', upper(tests.person('noodles')::text), 'quantity', 1,
    'modifier_ids', jsonb_build_array(upper(tests.person('hot')::text)))) ->> 'product_id',
  tests.person('noodles')::text, 'ids are read in any letter case');
select throws_ok($$ select pg_temp.price('{"product_id": "noodles", "quantity": 1}') $$, 'PT422', 'cart.product_unavailable', 'what is no id is no product');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'hot') || '{"quantity": 1.5}') $$, 'PT422', 'cart.product_unavailable', 'half of a thing');
select throws_ok($$ select pg_temp.price('7') $$, 'PT422', 'cart.product_unavailable', 'a number is no item');

-- kinds
insert into public.products (id, store_id, section_id, kind, name, price_cents) values
  (tests.person('repair'), tests.person('store'), tests.person('section'), 'service', '上门维修', 5000),
  (tests.person('deal'), tests.person('store'), tests.person('section'), 'voucher', '双人套餐券', 6000);
insert into public.service_items (product_id, duration_minutes) values (tests.person('repair'), 60);
insert into public.voucher_products (product_id, valid_days, face_value_cents) values (tests.person('deal'), 30, 8000);
select is(
  (select jsonb_object_agg(k.name, (
    select string_agg(f::text, ' ' order by f) from unnest(enum_range(null::public.fulfillment_type)) f
    where tests.answer(format('select pg_temp.price(pg_temp.item(%L, null, 1%s), %L)', k.name, case k.name when 'noodles' then ', ''hot''' else '' end, f)) = 'done'))
   from unnest(array['noodles', 'repair', 'deal']) k (name)),
  '{"noodles": "delivery pickup dine_in", "repair": "on_site", "deal": "voucher"}', 'each kind is sold in its own ways');
update public.service_items set is_at_store = true, is_on_site = false;
select is(tests.answer($$ select pg_temp.price(pg_temp.item('repair', null, 1), 'dine_in') $$)
  || ' ' || tests.answer($$ select pg_temp.price(pg_temp.item('repair', null, 1), 'on_site') $$),
  'done cart.fulfillment_unsupported', 'a service may be done in the store only');
update public.products set fulfillment_types = '{pickup}' where id = tests.person('noodles');
select is(tests.answer($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'hot'), 'pickup') $$)
  || ' ' || tests.answer($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'hot'), 'delivery') $$),
  'done cart.fulfillment_unsupported', 'a product may narrow its ways');
update public.products set status = 'in_review' where id = tests.person('noodles');
select throws_ok($$ select pg_temp.price(pg_temp.item('noodles', null, 1, 'hot'), 'pickup') $$, 'PT422', 'cart.product_unavailable', 'what is in review is not sold');

-- stock over the whole cart
select throws_ok(
  $$ select private.price_lines(tests.person('store'), jsonb_build_array(pg_temp.item('tea', 'small', 2), pg_temp.item('tea', 'large', 2))) $$,
  'PT409', 'stock.sold_out', 'lines add up against the product''s stock');
insert into public.stock_items (variant_id, on_hand_count) values (tests.person('large'), 1);
select throws_ok($$ select pg_temp.price(pg_temp.item('tea', 'large', 2)) $$, 'PT409', 'stock.sold_out', 'a variant has its own');
select lives_ok($$ select pg_temp.price(pg_temp.item('tea', 'small', 2)) $$, 'that the others do not share');
select * from finish();
rollback;
