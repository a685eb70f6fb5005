-- A quote prices the cart from the database alone and refuses what cannot be sold.
begin;
select plan(18);
select tests.make_town();

create function pg_temp.quote(p_items jsonb, p_type public.fulfillment_type default 'delivery', p_tip bigint default 0)
returns jsonb
language sql
as $$ select public.quote_order(tests.person('store'), p_items, p_type, tests.person('home'), p_tip) $$;
create function pg_temp.item(p_product text, p_quantity numeric, variadic p_modifiers text[] default '{}')
returns jsonb
language sql
as $$
  select jsonb_build_array(jsonb_build_object('product_id', tests.person(p_product), 'quantity', p_quantity,
    'price_cents', 1, 'modifier_ids', (select coalesce(jsonb_agg(tests.person(m)), '[]') from unnest(p_modifiers) m)));
$$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select is(
  (select (q ->> 'subtotal_cents', q ->> 'delivery_fee_cents', q ->> 'discount_cents', q ->> 'tip_cents', q ->> 'total_cents')::text
   from pg_temp.quote(tests.noodles_and_tea(), 'delivery', 300) q),
  '(3600,400,700,300,3800)', 'goods + packaging 2 + way 4 + tip 3 − 5 − 2');
select is(
  (select (q ->> 'delivery_fee_cents', q ->> 'discount_cents', q ->> 'total_cents', q -> 'address')::text
   from pg_temp.quote(tests.noodles_and_tea(), 'pickup') q),
  '(0,500,3300,null)', 'pickup pays no way, and no discount of it');
select is(pg_temp.quote(pg_temp.item('noodles', 2, 'hot')) ->> 'subtotal_cents', '5000', 'a price sent along is not read');

select throws_ok($$ select pg_temp.quote('[]') $$, 'PT422', 'cart.empty', 'an empty cart');
select throws_ok($$ select pg_temp.quote('{"a": 1}') $$, 'PT422', 'cart.empty', 'not a list');
select throws_ok($$ select pg_temp.quote(pg_temp.item('noodles', 0, 'hot')) $$, 'PT422', 'cart.product_unavailable', 'none of a thing');
select throws_ok($$ select pg_temp.quote(pg_temp.item('tea', null)) $$, 'PT422', 'cart.product_unavailable', 'no number of a thing');
select throws_ok($$ select pg_temp.quote(pg_temp.item('other_noodles', 1)) $$, 'PT422', 'cart.product_unavailable', 'a dish of another store');
select throws_ok($$ select pg_temp.quote(pg_temp.item('noodles', 1)) $$, 'PT422', 'cart.modifier_count', 'a choice that must be made');
select throws_ok($$ select pg_temp.quote(pg_temp.item('noodles', 1, 'mild', 'hot')) $$, 'PT422', 'cart.modifier_count', 'one choice too many');
select throws_ok($$ select pg_temp.quote(pg_temp.item('noodles', 1, 'mild', 'mild')) $$, 'PT422', 'cart.modifier_unavailable', 'a choice made twice');
select throws_ok($$ select pg_temp.quote(pg_temp.item('tea', 2, 'egg')) $$, 'PT422', 'cart.modifier_unavailable', 'a choice of another dish');
select throws_ok($$ select pg_temp.quote(pg_temp.item('tea', 4)) $$, 'PT409', 'stock.sold_out', 'more than there is');
select throws_ok($$ select pg_temp.quote(pg_temp.item('tea', 1)) $$, 'PT422', 'store.below_minimum', 'too little to be carried');
select throws_ok($$ select pg_temp.quote(tests.noodles_and_tea(), 'delivery', -1) $$, 'PT422', 'order.tip_invalid', 'a tip that takes');
select throws_ok(
  $$ select public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'delivery', tests.person('other_home')) $$,
  'PT404', 'identity.address_not_found', 'another person''s address');
select tests.act_as('anon');
select throws_ok($$ select pg_temp.quote(tests.noodles_and_tea()) $$, '42501', null, 'nobody quotes without signing in');
select tests.act_as('other_customer');
select is_empty($$ select 1 from public.quotes $$, 'a quote is its customer''s alone');
select * from finish();
rollback;
