-- Dry runs explain and change nothing; publishing is a command; a store promises its own money only.
begin;
select plan(25);
select tests.make_town();
create function pg_temp.reasons(p_answer jsonb)
returns jsonb
language sql
as $$ select jsonb_object_agg(e ->> 'name', coalesce(e ->> 'reason', 'applied')) from jsonb_array_elements(p_answer -> 'explanations') e $$;
grant execute on all functions in schema pg_temp to public;
select tests.placed_order('past');
select tests.act_as('postgres');
update public.orders set status = 'completed';

select tests.act_as('staff');
select is(pg_temp.reasons(public.preview_promotions(tests.person('store'), tests.noodles_and_tea(), p_delivery_fee_cents => 500)),
  '{"满30减5": "applied", "配送减2元": "applied"}', 'a manager sees what runs in the store');
select is(pg_temp.reasons(public.preview_promotions(tests.person('store'), tests.noodles_and_tea(), p_delivery_fee_cents => 500,
    p_draft => '{"kind": "spend_and_save", "name": "new", "tiers": [{"min_cents": 3000, "discount_cents": 600}], "cost_bearer": "merchant"}')),
  '{"满30减5": "promotion.other_of_group", "配送减2元": "applied", "new": "applied"}', 'and what a draft would change');
select is(pg_temp.reasons(public.preview_promotions(tests.person('store'), tests.noodles_and_tea(), p_at => now() + interval '1 hour',
    p_draft => jsonb_build_object('kind', 'item_discount', 'name', 'new', 'effect', '{"percent_bps": 1000}'::jsonb, 'starts_at', now() + interval '1 day'))) ->> 'new',
  'promotion.not_started', 'a draft for tomorrow');
select is(pg_temp.reasons(public.preview_promotions(tests.person('store'), tests.noodles_and_tea(),
    p_draft => '{"kind": "coupon", "name": "new", "effect": {"distribution": "claim", "amount_cents": 100, "min_cents": 9000}}')) ->> 'new',
  'promotion.below_minimum', 'a coupon as if one had it');
select throws_ok($$ select public.preview_promotions(tests.person('store'), tests.noodles_and_tea(), tests.person('customer')) $$,
  'PT403', 'identity.not_allowed', 'but not as a customer');
select throws_ok($$ select public.preview_promotions(tests.person('other_store'), '[]') $$, 'PT403', 'store.not_staff', 'nor in another store');
select throws_ok($$ select public.preview_promotions(tests.person('store'), tests.noodles_and_tea(), p_draft => jsonb_build_object('id', tests.person('full_cut'))) $$,
  'PT404', 'promotion.not_found', 'nor with another''s promotion');
select throws_ok($$ select public.preview_promotions(tests.person('store'), tests.noodles_and_tea(), p_draft => '{"kind": "item_discount", "effect": {}}') $$,
  'PT422', 'promotion.effect_invalid', 'a draft is checked as saving would');
select is(public.simulate_promotion(jsonb_build_object('store_id', tests.person('store'), 'kind', 'item_discount', 'cost_bearer', 'merchant',
    'effect', '{"percent_bps": 1000}'::jsonb), now() - interval '1 day', now() + interval '1 day') - 'days',
  '{"order_count": 1, "applied_count": 1, "cost_cents": 360, "merchant_cents": 360, "subtotal_cents": 3600, "is_budget_reached": false, "is_sample": false}',
  'what it would have cost');
select throws_ok($$ select public.simulate_promotion(jsonb_build_object('city_id', tests.person('city'), 'kind', 'item_discount',
    'effect', '{"percent_bps": 1000}'::jsonb), now() - interval '1 day', now()) $$, 'PT403', 'store.not_staff', 'not of the whole city');

select tests.act_as('ops');
select is(pg_temp.reasons(public.preview_promotions(tests.person('store'), tests.noodles_and_tea(), tests.person('other_customer'),
    p_draft => '{"kind": "item_discount", "name": "new", "effect": {"amount_cents": 1}, "conditions": {"var": "customer.is_first_order"}}')) ->> 'new',
  'applied', 'ops ask for a customer');
select is(pg_temp.reasons(public.preview_promotions(tests.person('store'), tests.noodles_and_tea(), tests.person('customer'), now() + interval '1 second',
    p_draft => '{"kind": "item_discount", "name": "new", "effect": {"amount_cents": 1}, "conditions": {"var": "customer.is_first_order"}}')) ->> 'new',
  'promotion.condition_not_met', 'who has ordered before');
select is(public.simulate_promotion(jsonb_build_object('city_id', tests.person('city'), 'kind', 'spend_and_save', 'cost_bearer', 'shared',
    'merchant_share_bps', 2500, 'tiers', '[{"min_cents": 3000, "discount_cents": 400}]'::jsonb, 'budget_cents', 399), now() - interval '1 day', now() + interval '1 day')
  ->> 'is_budget_reached', 'true', 'of a whole city, within its budget');

-- State by command.
select tests.act_as('staff');
select lives_ok(
  $$ insert into public.promotions (city_id, store_id, kind, name, tiers, cost_bearer)
     values (tests.person('city'), tests.person('store'), 'spend_and_save', 'own', '[{"min_cents": 100, "discount_cents": 10}]', 'merchant') $$,
  'a manager plans one');
select set_config('t.own', (select id::text from public.promotions where name = 'own'), true);
select is((select status from public.promotions where name = 'own'), 'draft', 'a draft');
select throws_ok($$ update public.promotions set status = 'published' where name = 'own' $$, '42501', null, 'no state is written by hand');
select is(public.publish_promotion(current_setting('t.own')::uuid, 'publish-1') ->> 'status', 'published', 'published');
select is(public.publish_promotion(current_setting('t.own')::uuid, 'publish-1') ->> 'status', 'published', 'a repeat is the first answer');
select throws_ok($$ select public.publish_promotion(current_setting('t.own')::uuid, 'publish-2') $$, 'PT409', 'promotion.transition_refused', 'not twice');
select is(public.pause_promotion(current_setting('t.own')::uuid, 'pause-01') ->> 'status', 'paused', 'paused');
select is(public.end_promotion(current_setting('t.own')::uuid, 'end-0001') ->> 'status', 'ended', 'ended');
select throws_ok($$ select public.publish_promotion(current_setting('t.own')::uuid, 'publish-3') $$, 'PT409', 'promotion.transition_refused', 'for good');
select tests.act_as('other_staff');
select throws_ok($$ select public.end_promotion(tests.person('cheap_way'), 'end-0002') $$, 'PT404', 'promotion.not_found', 'another store''s is not there');

-- A store joins a campaign with at least the share that is asked.
select tests.act_as('postgres');
insert into public.promotions (id, city_id, is_for_enrolled, is_enrolment_open, enrolment_share_bps, kind, name, tiers, status)
values (tests.person('joint'), tests.person('city'), true, true, 5000, 'spend_and_save', 'joint', '[{"min_cents": 100, "discount_cents": 100}]', 'published');
select tests.act_as('staff');
select throws_ok($$ insert into public.campaign_enrolments (promotion_id, store_id, merchant_share_bps) values (tests.person('joint'), tests.person('store'), 4999) $$,
  '42501', null, 'too small a share');
select lives_ok($$ insert into public.campaign_enrolments (promotion_id, store_id, merchant_share_bps) values (tests.person('joint'), tests.person('store'), 5000) $$, 'joined');
select * from finish();
rollback;
