-- Discounts: the best tier, never more than what they discount, never over their budget; what is not used comes back.
begin;
select plan(17);
select tests.make_town();
select tests.act_as('postgres');
update public.promotions
set tiers = '[{"min_cents": 3000, "discount_cents": 500}, {"min_cents": 6000, "discount_cents": 1200}]', budget_cents = 900
where id = tests.person('full_cut');
update public.promotions set tiers = '[{"min_cents": 0, "discount_cents": 900}]' where id = tests.person('cheap_way');

create function pg_temp.quote(p_noodles int)
returns jsonb
language sql
as $$
  select public.quote_order(tests.person('store'), jsonb_build_array(jsonb_build_object('product_id', tests.person('noodles'),
    'quantity', p_noodles, 'modifier_ids', jsonb_build_array(tests.person('mild')))), 'delivery', tests.person('home'));
$$;
create function pg_temp.used()
returns bigint
language sql
security definer
as $$ select sum(used_cents)::bigint from private.promotion_counters where promotion_id = tests.person('full_cut') $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select is(pg_temp.quote(1) ->> 'discount_cents', '400', 'below the first tier; the way is never discounted below nothing');
select is(pg_temp.quote(2) ->> 'discount_cents', '900', 'the first tier');
select is(pg_temp.quote(3) ->> 'discount_cents', '400', 'what its budget cannot pay is not promised');

select set_config('t.one', public.place_order((pg_temp.quote(2) ->> 'id')::uuid, 'place-one') ->> 'id', true);
select is(pg_temp.used(), 500::bigint, 'a placed order counts');
select tests.act_as('postgres');
update public.promotions set budget_cents = 1000 where id = tests.person('full_cut');
select tests.act_as('customer');
select set_config('t.quote', pg_temp.quote(2) ->> 'id', true);
select lives_ok(format('select public.place_order(%L, %L)', pg_temp.quote(2) ->> 'id', 'place-two'), 'the last of the budget');
select throws_ok(format('select public.place_order(%L, %L)', current_setting('t.quote'), 'place-three'),
  'PT409', 'promotion.used_up', 'the same budget is not spent twice');
select is(pg_temp.used(), 1000::bigint, 'exactly the budget is used');
select lives_ok(format('select public.cancel_order(%L, %L, %L)', current_setting('t.one'), 'cancel-one', 'changed_mind'), 'an order ends');
select is(pg_temp.used(), 500::bigint, 'and its share comes back');
select lives_ok(format('select public.place_order(%L, %L)', current_setting('t.quote'), 'place-three'), 'for the next');

select tests.act_as('ops');
create function pg_temp.set_tiers(p_tiers jsonb)
returns void
language sql
as $$ update public.promotions set tiers = p_tiers where id = tests.person('full_cut') $$;
select throws_ok($$ select pg_temp.set_tiers('[]') $$, 'PT422', 'promotion.tiers_invalid', 'no tier');
select throws_ok($$ select pg_temp.set_tiers('[{"min_cents": 3000.0, "discount_cents": 500}]') $$,
  'PT422', 'promotion.tiers_invalid', 'an amount with a decimal point');
select throws_ok($$ select pg_temp.set_tiers('[{"min_cents": 100, "discount_cents": 500}]') $$,
  'PT422', 'promotion.tiers_invalid', 'a save above the spend');
select throws_ok($$ select pg_temp.set_tiers('[{"min_cents": "3000", "discount_cents": 500}]') $$,
  'PT422', 'promotion.tiers_invalid', 'an amount as text');
select throws_ok($$ select pg_temp.set_tiers('[{"min_cents": 3000, "discount_cents": 0}]') $$,
  'PT422', 'promotion.tiers_invalid', 'a save of nothing');

select tests.act_as('staff');
select throws_ok(
  $$ insert into public.promotions (city_id, store_id, kind, name, tiers, cost_bearer)
     values (tests.person('city'), tests.person('store'), 'spend_and_save', 'x', '[{"min_cents": 1, "discount_cents": 1}]', 'platform') $$,
  '42501', null, 'a store does not promise the platform''s money');
select throws_ok(
  $$ insert into public.promotions (city_id, store_id, kind, name, tiers, cost_bearer)
     values (tests.person('city'), tests.person('other_store'), 'spend_and_save', 'x', '[{"min_cents": 1, "discount_cents": 1}]', 'merchant') $$,
  '42501', null, 'nor another store''s');
select * from finish();
rollback;
