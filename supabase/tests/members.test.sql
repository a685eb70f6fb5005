-- Members: points are money in the ledger, earned once per completed order, spent and returned; tiers follow the orders.
begin;
select plan(19);
select tests.make_town();
select tests.act_as('postgres');
delete from public.promotions;
update public.settings set value = '{"weekdays": [], "earn_times": 3}' where key = 'member.day';
create function pg_temp.points(p_person text default 'customer')
returns bigint
language sql
security definer
as $$ select private.points_cents(tests.person(p_person), 'CNY') $$;
create function pg_temp.zero()
returns bigint
language sql
security definer
as $$ select coalesce(sum(amount_cents), 0) from public.ledger_entries $$;
grant execute on all functions in schema pg_temp to public;

select set_config('t.order', tests.delivered_order('order')::text, true);
select tests.act_as('postgres');
select is(pg_temp.points(), 36::bigint, 'one in a hundred of 36');
select private.earn_points(current_setting('t.order')::uuid);
select is(pg_temp.points(), 36::bigint, 'once');
select tests.act_as('customer');
select is(public.get_my_membership() #>> '{tier,slug}', 'regular', 'a member now');
select is(public.get_my_membership() #>> '{recent,0,kind}', 'points_earned', 'who can read why');
select is(public.get_my_membership() ->> 'spend_cents', '3600', 'and what counts');

select tests.act_as('postgres');
insert into public.promotions (id, city_id, kind, name, effect, status) values
  (tests.person('double'), tests.person('city'), 'points', 'double', '{"earn_bps": 900}', 'published');
update public.member_tiers set min_spend_cents = 3000, min_order_count = 1, earn_bps = 100 where slug = 'silver';
select private.compute_tier(tests.person('customer'));
update public.settings set value = jsonb_build_object('weekdays', '[0, 1, 2, 3, 4, 5, 6]'::jsonb, 'earn_times', 2) where key = 'member.day';
update public.stock_items set on_hand_count = 50;
update public.promotions set conditions = '{"and": [{"==": [{"var": "customer.tier"}, "silver"]}, {"var": "now.is_member_day"}]}';
select tests.act_as('customer');
select is(public.get_my_membership() #>> '{tier,slug}', 'silver', 'a tier reached');
select tests.act_as('customer');
select set_config('t.quote', public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'pickup') ->> 'id', true);
select set_config('t.second', public.place_order(current_setting('t.quote')::uuid, 'place-02') ->> 'id', true);
select tests.act_as('postgres');
update public.orders set status = 'completed', completed_at = now() where id = current_setting('t.second')::uuid;
select private.earn_points(current_setting('t.second')::uuid);
select is(pg_temp.points(), 36 + 396::bigint, 'twice a hundredth on a member day, and nine for the tier''s campaign');

-- Spending.
select tests.act_as('customer');
select is(public.quote_order(p_store_id => tests.person('store'), p_items => tests.noodles_and_tea(), p_address_id => tests.person('home'),
  p_points => 100000) ->> 'discount_cents', '432', 'no more than there are');
select tests.act_as('postgres');
update public.settings set value = '1000' where key = 'member.points_max_share_bps';
select tests.act_as('customer');
select is(public.quote_order(p_store_id => tests.person('store'), p_items => tests.noodles_and_tea(), p_address_id => tests.person('home'),
  p_points => 100000) ->> 'discount_cents', '360', 'nor than a share of the goods');
select set_config('t.a', public.quote_order(p_store_id => tests.person('store'), p_items => tests.noodles_and_tea(),
  p_address_id => tests.person('home'), p_points => 300) ->> 'id', true);
select set_config('t.b', public.quote_order(p_store_id => tests.person('store'), p_items => tests.noodles_and_tea(),
  p_address_id => tests.person('home'), p_points => 300) ->> 'id', true);
select set_config('t.third', public.place_order(current_setting('t.a')::uuid, 'place-03') ->> 'id', true);
select is(pg_temp.points(), 132::bigint, 'taken when the order is placed');
select throws_ok($$ select public.place_order(current_setting('t.b')::uuid, 'place-04') $$, 'PT409', 'member.points_short', 'not twice');
select public.cancel_order(current_setting('t.third')::uuid, 'cancel-3', 'changed_mind');
select is(pg_temp.points(), 432::bigint, 'back when it is cancelled');
select tests.act_as('postgres');
select private.return_promotions(current_setting('t.third')::uuid);
select is(pg_temp.points(), 432::bigint, 'once');
select is(pg_temp.zero(), 0::bigint, 'the ledger is balanced');

-- Expiry: the oldest are spent first.
update public.settings set value = '30' where key = 'member.points_days';
update public.ledger_accounts set created_at = now() - interval '90 days' where kind = 'customer_points';
select private.post_ledger('points_earned', 'old-points', null, 'CNY', now() - interval '60 days', jsonb_build_array(
  jsonb_build_object('account', 'promo_expense', 'purpose', 'points_earned', 'amount_cents', 500),
  jsonb_build_object('account', 'customer_points', 'owner_id', tests.person('customer'), 'purpose', 'points_earned', 'amount_cents', -500)));
select private.post_points('points_spent', 'some-spent', null, tests.person('customer'), 'CNY', -200);
select is(private.expire_points(), 1, 'one account loses some');
select is(pg_temp.points(), 432::bigint, 'what was old and not spent');
select is(private.expire_points(), 0, 'once');
select is(pg_temp.zero(), 0::bigint, 'still balanced');

select tests.act_as('customer');
select throws_ok($$ insert into public.customer_tags (customer_id, tag) values (tests.person('customer'), 'vip') $$, '42501', null, 'tags are given by ops');
select * from finish();
rollback;
