-- Discounts one after another: item price, spend-and-save, coupon, points, delivery discount; each names its source and who bears it.
begin;
select plan(31);
select tests.make_town();
select tests.act_as('postgres');
delete from public.promotions;
create function pg_temp.line(p_number int, p_product text, p_cents bigint, p_quantity int default 1)
returns jsonb
language sql
as $$
  select jsonb_build_object('line_number', p_number, 'product_id', tests.person(p_product), 'section_id', tests.person('section'),
    'category_id', tests.person(p_product || '-category'), 'name', p_product, 'quantity', p_quantity,
    'unit_price_cents', p_cents, 'total_cents', p_cents * p_quantity, 'modifiers', '[]'::jsonb);
$$;
create function pg_temp.apply(p_lines jsonb, p_fee bigint default 500, p_choice jsonb default '{}', p_at timestamptz default now())
returns jsonb
language sql
as $$
  select private.apply_promotions((select s from public.stores s where id = tests.person('store')), tests.person('customer'),
    p_lines, p_fee, 'delivery', p_at, p_choice);
$$;
create function pg_temp.amounts(p_answer jsonb)
returns text
language sql
as $$
  select string_agg(concat_ws(' ', a ->> 'kind', a ->> 'line_number', a ->> 'amount_cents'), ', ') from jsonb_array_elements(p_answer -> 'adjustments') a;
$$;
create function pg_temp.reason(p_answer jsonb, p_name text)
returns text
language sql
as $$ select e ->> 'reason' from jsonb_array_elements(p_answer -> 'explanations') e where e ->> 'name' = p_name $$;
create function pg_temp.promote(p_name text, p_kind public.promotion_kind, p_effect jsonb, p_tiers jsonb default '[]', p_more jsonb default '{}')
returns void
language sql
as $$
  insert into public.promotions (id, city_id, kind, name, effect, tiers, status, cost_bearer, merchant_share_bps, priority, conditions,
    windows, stack_group, excludes, budget_cents, usage_cap, customer_cap)
  select tests.person(p_name), tests.person('city'), p_kind, p_name, p_effect, p_tiers, 'published',
    coalesce(p_more ->> 'bearer', 'platform')::public.cost_bearer, coalesce((p_more ->> 'share')::int, 0),
    coalesce((p_more ->> 'priority')::int, 100), coalesce(p_more -> 'conditions', 'true'), coalesce(p_more -> 'windows', '[]'),
    p_more ->> 'group', array(select tests.person(e) from jsonb_array_elements_text(coalesce(p_more -> 'excludes', '[]')) e),
    (p_more ->> 'budget')::bigint, (p_more ->> 'uses')::int, (p_more ->> 'each')::int;
$$;
select set_config('t.cart', jsonb_build_array(pg_temp.line(1, 'noodles', 2500), pg_temp.line(2, 'tea', 800, 2))::text, true);

select is(pg_temp.apply(current_setting('t.cart')::jsonb) ->> 'discount_cents', '0', 'nothing runs, nothing is discounted');
select pg_temp.promote('tea_off', 'item_discount', jsonb_build_object('percent_bps', 2500, 'targets',
  jsonb_build_object('product_ids', jsonb_build_array(tests.person('tea')))), '[]', '{"bearer": "merchant"}');
select pg_temp.promote('save', 'spend_and_save', '{}', '[{"min_cents": 3000, "discount_cents": 400}, {"min_cents": 4000, "discount_cents": 900}]',
  '{"bearer": "shared", "share": 3000}');
select pg_temp.promote('way', 'delivery_discount', '{}', '[{"min_cents": 0, "discount_cents": 900}]');
select is(pg_temp.amounts(pg_temp.apply(current_setting('t.cart')::jsonb)),
  'item_discount 2 -400, spend_and_save -400, delivery_discount -500',
  'the item price counts for the threshold; the way is never below nothing');
select is((select jsonb_agg(concat_ws(' ', a ->> 'cost_bearer', a ->> 'merchant_share_bps', a ->> 'scope', a ->> 'quantity'))
   from jsonb_array_elements(pg_temp.apply(current_setting('t.cart')::jsonb) -> 'adjustments') a),
  '["merchant 0 goods 2", "shared 3000 goods", "platform 0 delivery"]', 'who bears what');

select pg_temp.promote('flash', 'flash_sale', jsonb_build_object('items', jsonb_build_array(
  jsonb_build_object('product_id', tests.person('tea'), 'price_cents', 100, 'stock_count', 1))));
select is(pg_temp.amounts(pg_temp.apply(current_setting('t.cart')::jsonb)),
  'flash_sale 2 -700, spend_and_save -400, delivery_discount -500', 'a line gets the price that saves most; the units that the sale still has');
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb), 'tea_off'), 'promotion.better_price', 'and says why not the other');
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb), 'save'), null, 'the threshold is still reached');
delete from public.promotions where name = 'flash';

select pg_temp.promote('dear', 'item_discount', '{"price_cents": 2000}', '[]', '{"conditions": {">": [{"var": "cart.quantity"}, 5]}}');
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb), 'dear'), 'promotion.condition_not_met', 'a condition of the cart');
select is(pg_temp.amounts(pg_temp.apply(jsonb_build_array(pg_temp.line(1, 'noodles', 2500, 6)))),
  'item_discount 1 -3000, spend_and_save -900, delivery_discount -500', 'met');
delete from public.promotions where name = 'dear';

-- Weekly windows in the city's time: 2026-11-23 is a Monday in Shanghai from 16:00 UTC of the 22nd.
select pg_temp.promote('night', 'spend_and_save', '{}', '[{"min_cents": 100, "discount_cents": 99}]',
  '{"group": "night", "windows": [{"weekdays": [1], "from": "22:00", "to": "02:00"}]}');
update public.promotions set starts_at = '2026-01-01';
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb, 500, '{}', '2026-11-23 13:59+00'), 'night'),
  'promotion.not_in_window', 'before the window');
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb, 500, '{}', '2026-11-23 14:00+00'), 'night'), null, 'in it');
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb, 500, '{}', '2026-11-23 17:59+00'), 'night'), null, 'after midnight too');
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb, 500, '{}', '2026-11-23 18:00+00'), 'night'),
  'promotion.not_in_window', 'and then over');
select is(pg_temp.amounts(pg_temp.apply(current_setting('t.cart')::jsonb, 500, '{}', '2026-11-23 15:00+00')),
  'item_discount 2 -400, spend_and_save -400, spend_and_save -99, delivery_discount -500', 'groups stack');
delete from public.promotions where name = 'night';

select pg_temp.promote('small', 'spend_and_save', '{}', '[{"min_cents": 100, "discount_cents": 50}]');
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb), 'small'), 'promotion.other_of_group', 'one of a kind: the best');
update public.promotions set excludes = array[tests.person('save')], priority = 1 where name = 'small';
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb), 'save'), 'promotion.excluded', 'who excludes and comes first wins');
delete from public.promotions where name = 'small';

update public.promotions set stack_group = 'either' where name in ('tea_off', 'save');
select is(pg_temp.amounts(pg_temp.apply(current_setting('t.cart')::jsonb)), 'spend_and_save -900, delivery_discount -500',
  'of a named group across kinds only the best');
update public.promotions set stack_group = null;

update public.promotions set budget_cents = 399 where name = 'save';
select is(pg_temp.reason(pg_temp.apply(current_setting('t.cart')::jsonb), 'save'), 'promotion.budget_spent', 'what the budget cannot pay is not promised');
update public.promotions set budget_cents = null where name = 'save';
update public.promotions set status = 'paused' where name = 'save';
select is(pg_temp.amounts(pg_temp.apply(current_setting('t.cart')::jsonb)), 'item_discount 2 -400, delivery_discount -500', 'paused is off');
delete from public.promotions where name in ('save', 'way', 'tea_off');

select pg_temp.promote('all_off', 'item_discount', '{"amount_cents": 99999}');
select is(pg_temp.apply(current_setting('t.cart')::jsonb) ->> 'discount_cents', '4100', 'never more than the goods cost');
delete from public.promotions;
select pg_temp.promote('capped', 'item_discount', '{"percent_bps": 5000, "max_discount_cents": 1000}');
select is(pg_temp.amounts(pg_temp.apply(current_setting('t.cart')::jsonb)), 'item_discount 1 -1000', 'a cap over all lines');
delete from public.promotions;
select pg_temp.promote('two', 'item_discount', '{"percent_bps": 5000, "max_quantity": 2}');
select is(pg_temp.amounts(pg_temp.apply(current_setting('t.cart')::jsonb)), 'item_discount 1 -1250, item_discount 2 -400', 'two units in all');
delete from public.promotions;

-- Several stores by enrolment.
insert into public.promotions (id, city_id, is_for_enrolled, kind, name, tiers, status)
values (tests.person('joint'), tests.person('city'), true, 'spend_and_save', 'joint', '[{"min_cents": 100, "discount_cents": 100}]', 'published');
select is(pg_temp.apply(current_setting('t.cart')::jsonb) ->> 'discount_cents', '0', 'a store that is not enrolled gives nothing');
insert into public.campaign_enrolments (promotion_id, store_id, merchant_share_bps) values (tests.person('joint'), tests.person('store'), 6000);
select is((select concat_ws(' ', a ->> 'cost_bearer', a ->> 'merchant_share_bps')
   from jsonb_array_elements(pg_temp.apply(current_setting('t.cart')::jsonb) -> 'adjustments') a), 'shared 6000', 'an enrolled one bears its part');
delete from public.promotions;

-- The parts of an order's discount add up.
select is(private.allocate_discount('[{"line_number": 1, "amount_cents": 1000}, {"line_number": 2, "amount_cents": 1000}, {"line_number": 3, "amount_cents": 1000}]', 100),
  '[{"line_number": 1, "amount_cents": 34}, {"line_number": 2, "amount_cents": 33}, {"line_number": 3, "amount_cents": 33}]', 'largest remainder');
select is(private.allocate_discount('[{"line_number": 1, "amount_cents": 1}, {"line_number": 2, "amount_cents": 999}]', -500),
  '[{"line_number": 1, "amount_cents": -1}, {"line_number": 2, "amount_cents": -499}]', 'negative amounts too');
select is(private.allocate_discount('[]', 100), '[]', 'no lines, no parts');
select is((
  select count(*) from generate_series(1, 200) n
  cross join lateral (select jsonb_agg(jsonb_build_object('line_number', i, 'amount_cents', (i * 7919 * n) % 5000 + 1)) as lines
    from generate_series(1, n % 7 + 1) i) l
  where n * 13 <> (select sum((p ->> 'amount_cents')::bigint) from jsonb_array_elements(private.allocate_discount(l.lines, n * 13)) p)),
  0::bigint, 'always the whole amount');

-- Every change is kept.
select pg_temp.promote('kept', 'spend_and_save', '{}', '[{"min_cents": 100, "discount_cents": 50}]');
update public.promotions set priority = 5 where name = 'kept';
select results_eq(
  $$ select version, (content ->> 'priority')::int from public.promotion_versions where promotion_id = tests.person('kept') order by 1 $$,
  $$ values (1, 100), (2, 5) $$, 'versions');
select throws_ok($$ select pg_temp.promote('bad', 'item_discount', '{"percent_bps": 20000}') $$, 'PT422', 'promotion.effect_invalid', 'more than all');
select throws_ok($$ select pg_temp.promote('bad', 'item_discount', '{"percent_bps": 100, "surprise": 1}') $$, 'PT422', 'promotion.effect_invalid', 'an unknown part');
select throws_ok($$ select pg_temp.promote('bad', 'coupon', '{"distribution": "claim", "amount_cents": 1}', '[]', '{"conditions": {"oops": 1}}') $$,
  'PT422', 'promotion.rule_unknown_operator', 'an unknown operator');
select * from finish();
rollback;
