-- The builder offers what conditions can read, no more and no less; the report tells what a promotion did.
begin;
select plan(17);
select tests.make_town();
select tests.delivered_order('order');

select tests.act_as('postgres');
create function pg_temp.leaves(p_data jsonb, p_path text default '')
returns setof text
language sql
as $$
  select case jsonb_typeof(f.value) when 'object' then l.leaf else p_path || f.key end
  from jsonb_each(p_data) f
  left join lateral (
    select pg_temp.leaves(case jsonb_typeof(f.value) when 'object' then f.value else '{}' end, p_path || f.key || '.') as leaf) l
    on jsonb_typeof(f.value) = 'object'
$$;
select set_eq(
  $$ select l from pg_temp.leaves(private.promotion_data(
       (select s from public.stores s where s.id = tests.person('store')), tests.person('customer'),
       private.price_lines(tests.person('store'), tests.noodles_and_tea()), 500, 'delivery', now())) l
     except values ('cart.lines'), ('customer.id'), ('store.city_id') $$,
  $$ select path from private.promotion_facts() $$, 'every value of a cart is a fact, and every fact is a value of it');
select bag_has(
  $$ select f.type, jsonb_typeof(d.value) from private.promotion_facts() f
     cross join lateral (select private.promotion_data((select s from public.stores s where s.id = tests.person('store')),
       tests.person('customer'), private.price_lines(tests.person('store'), tests.noodles_and_tea()), 500, 'delivery', now()) #> string_to_array(f.path, '.')) d (value) $$,
  $$ values ('money', 'number'), ('boolean', 'boolean'), ('list', 'array'), ('date', 'string') $$, 'of its type');

select tests.act_as('ops');
select is(
  (select array_agg(o ->> 'value') from jsonb_array_elements(public.describe_promotion_facts()) f, jsonb_array_elements(f -> 'options') o
   where f ->> 'path' = 'fulfillment_type'),
  '{delivery,pickup,dine_in,on_site,voucher}', 'choices name their values');
select is((select f #>> '{references,table}' from jsonb_array_elements(public.describe_promotion_facts()) f where f ->> 'path' = 'store.id'),
  'stores', 'others point to their rows');
select tests.act_as('staff');
select is_empty($$ select 1 from jsonb_array_elements(public.describe_promotion_facts()) f where f ->> 'path' in ('customer.tags', 'customer.segments') $$,
  'a store is told nothing of segments');
select tests.act_as('customer');
select throws_ok('select public.describe_promotion_facts()', 'PT403', 'identity.not_allowed', 'a customer has no business here');

-- What the data of a preview is, the builder explains with.
select tests.act_as('staff');
select is(public.preview_promotions(tests.person('store'), tests.noodles_and_tea()) #> '{data,cart,subtotal_cents}', '3600',
  'a preview says what its conditions read');
select is(
  (public.simulate_promotion(jsonb_build_object('store_id', tests.person('store'), 'kind', 'item_discount', 'cost_bearer', 'merchant',
    'effect', '{"percent_bps": 1000}'::jsonb), now() - interval '1 day', now() + interval '1 day') #> '{days,0}') - 'placed_on', '{"order_count": 1, "applied_count": 1, "cost_cents": 360}', 'a simulation goes day by day');

select is(public.get_promotion_report(tests.person('cheap_way'), now() - interval '1 day', now() + interval '1 day') - '{days,total_cents}'::text[],
  '{"order_count": 1, "returned_count": 0, "customer_count": 1, "first_count": 1, "discount_cents": 200, "merchant_cents": 200, "subtotal_cents": 3600}',
  'a manager reads what the own promotion did');
select throws_ok($$ select public.get_promotion_report(tests.person('full_cut'), now(), now()) $$, 'PT404', 'promotion.not_found', 'not the platform''s');
select is(public.get_store_promotion_report(tests.person('store'), now() - interval '1 day', now() + interval '1 day') - '{days,promotions}'::text[],
  '{"order_count": 1, "subtotal_cents": 3600, "discount_cents": 700, "merchant_cents": 200}', 'all promotions of the own orders, an order counted once');
select is((public.get_store_promotion_report(tests.person('store'), now() - interval '1 day', now() + interval '1 day') #>> '{days,0,merchant_cents}'), '200', 'by day, what the store bears');
select tests.act_as('clerk');
select throws_ok($$ select public.get_store_promotion_report(tests.person('store'), now(), now()) $$, 'PT403', 'store.not_staff', 'managers only');
select tests.act_as('other_staff');
select throws_ok($$ select public.get_store_promotion_report(tests.person('store'), now(), now()) $$, 'PT403', 'store.not_staff', 'of this store');
select tests.act_as('ops');
select is(public.get_promotion_report(tests.person('full_cut'), now() - interval '1 day', now() + interval '1 day') #>> '{days,0,discount_cents}'::text[],
  '500', 'ops read all, by day');
select is(public.get_promotion_report(tests.person('full_cut'), now() - interval '9 days', now() - interval '8 days') -> 'order_count', '0', 'of the time asked for');

-- An order that is called off spent nothing.
select tests.paid_order('gone');
select tests.act_as('customer');
select public.cancel_order(current_setting('tests.gone')::uuid, 'cancel-gone', 'changed_mind');
select tests.act_as('ops');
select is(public.get_promotion_report(tests.person('full_cut'), now() - interval '1 day', now() + interval '1 day') -> 'returned_count', '1',
  'what came back is told apart');
select * from finish();
rollback;
