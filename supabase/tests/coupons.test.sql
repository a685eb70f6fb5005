-- Coupons: claimed, issued, for a first order, by code and for points; used once, returned on cancel, never more than there are.
begin;
select plan(34);
select tests.make_town();
select tests.act_as('postgres');
delete from public.promotions;
insert into public.profiles (id) select tests.person(p) from unnest('{customer,other_customer}'::text[]) p on conflict do nothing;
insert into public.promotions (id, city_id, kind, name, effect, status) values
  (tests.person('gift'), tests.person('city'), 'coupon', 'gift', '{"distribution": "claim", "amount_cents": 300, "min_cents": 3000, "issue_count": 1}', 'published'),
  (tests.person('first'), tests.person('city'), 'coupon', 'first', '{"distribution": "first_order", "percent_bps": 5000, "max_discount_cents": 800}', 'published'),
  (tests.person('vip'), tests.person('city'), 'coupon', 'vip', '{"distribution": "issue", "amount_cents": 200, "scope": "delivery"}', 'published'),
  (tests.person('word'), tests.person('city'), 'coupon', 'word', '{"distribution": "code", "amount_cents": 100, "valid_days": 3}', 'published'),
  (tests.person('swap'), tests.person('city'), 'coupon', 'swap', '{"distribution": "exchange", "amount_cents": 500, "points_price": 400}', 'published'),
  (tests.person('draft'), tests.person('city'), 'coupon', 'draft', '{"distribution": "claim", "amount_cents": 300}', 'draft');

create function pg_temp.quote(p_coupons uuid[] default '{}', p_code text default null)
returns jsonb
language sql
as $$
  select public.quote_order(p_store_id => tests.person('store'), p_items => tests.noodles_and_tea(), p_address_id => tests.person('home'),
    p_coupon_ids => p_coupons, p_coupon_code => p_code);
$$;
create function pg_temp.listed(p_name text)
returns jsonb
language sql
as $$
  select c from jsonb_array_elements(public.list_my_coupons(tests.person('store'), tests.noodles_and_tea())) c where c ->> 'name' = p_name;
$$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select set_config('t.gift', public.claim_coupon(tests.person('gift'), 'claim-01') ->> 'id', true);
select is(public.claim_coupon(tests.person('gift'), 'claim-01') ->> 'id', current_setting('t.gift'), 'a repeat is the same coupon');
select throws_ok($$ select public.claim_coupon(tests.person('gift'), 'claim-02') $$, 'PT409', 'promotion.coupons_gone', 'there was one');
select throws_ok($$ select public.claim_coupon(tests.person('draft'), 'claim-03') $$, 'PT404', 'promotion.not_found', 'a draft gives none');
select throws_ok($$ select public.claim_coupon(tests.person('vip'), 'claim-04') $$, 'PT404', 'promotion.not_found', 'what ops give cannot be taken');
select tests.act_as('other_customer');
select throws_ok($$ select public.claim_coupon(tests.person('gift'), 'claim-01') $$, 'PT409', 'promotion.coupons_gone', 'nor by others');
select is(pg_temp.listed('gift'), null, 'a wallet is its owner''s');

select tests.act_as('customer');
select is(pg_temp.quote() ->> 'discount_cents', '0', 'a coupon is used when it is chosen');
select is(pg_temp.quote(array[current_setting('t.gift')::uuid]) ->> 'discount_cents', '300', 'chosen');
select is(pg_temp.listed('gift') - '{id,promotion_id,translations,effect,issued_at,expires_at,store_id,code,source}'::text[],
  '{"name": "gift", "status": "claimed", "is_usable": true, "reason": null, "saving_cents": 300}', 'the wallet knows the cart');
select is((select c ->> 'reason' from jsonb_array_elements(public.list_my_coupons(tests.person('store'),
    jsonb_build_array(jsonb_build_object('product_id', tests.person('tea'), 'quantity', 1)))) c),
  'promotion.below_minimum', 'and why a coupon does not fit');
select set_config('t.quote', pg_temp.quote(array[current_setting('t.gift')::uuid]) ->> 'id', true);
select set_config('t.twin', pg_temp.quote(array[current_setting('t.gift')::uuid]) ->> 'id', true);
select set_config('t.order', public.place_order(current_setting('t.quote')::uuid, 'place-01') ->> 'id', true);
select is((select status from public.coupons where id = current_setting('t.gift')::uuid), 'used', 'used by the order');
select throws_ok($$ select public.place_order(current_setting('t.twin')::uuid, 'place-02') $$, 'PT409', 'promotion.coupon_unusable', 'and by no other');
select public.cancel_order(current_setting('t.order')::uuid, 'cancel-1', 'changed_mind');
select is((select (status, order_id)::text from public.coupons where id = current_setting('t.gift')::uuid), '(returned,)', 'returned by a cancelled one');
select lives_ok($$ select public.place_order(current_setting('t.twin')::uuid, 'place-02') $$, 'and usable again');

select tests.act_as('other_customer');
select set_config('t.first', public.claim_coupon(tests.person('first'), 'claim-05') ->> 'id', true);
select is((public.quote_order(p_store_id => tests.person('store'), p_items => tests.noodles_and_tea(), p_address_id => tests.person('other_home'),
  p_coupon_ids => array[current_setting('t.first')::uuid])) ->> 'discount_cents', '800', 'half, but no more than 8');
select throws_ok($$ select public.claim_coupon(tests.person('first'), 'claim-06') $$, 'PT409', 'promotion.coupon_claimed', 'one each');
select tests.act_as('customer');
select throws_ok($$ select public.claim_coupon(tests.person('first'), 'claim-07') $$, 'PT409', 'promotion.first_order_only', 'not for who has ordered');
select is(pg_temp.quote(array[current_setting('t.first')::uuid]) ->> 'discount_cents', '0', 'another''s coupon is nothing');

select tests.act_as('staff');
select throws_ok($$ select public.issue_coupons(tests.person('vip'), 'issue-01', array[tests.person('customer')]) $$,
  'PT403', 'identity.not_allowed', 'a store gives no coupons of the platform');
select tests.act_as('ops');
select is(public.issue_coupons(tests.person('vip'), 'issue-01', array[tests.person('customer')]) ->> 'issued_count', '1', 'ops give one');
select is(public.issue_coupons(tests.person('vip'), 'issue-02', '{}', ('{"and": [{"var": "customer.is_first_order"},
    {"in": [{"var": "customer.id"}, ["' || tests.person('other_customer') || '"]]}]}')::jsonb) ->> 'issued_count', '1', 'to a segment');
select set_config('t.codes', (public.issue_coupons(tests.person('word'), 'issue-03', p_code_count => 2) -> 'codes')::text, true);
select is(jsonb_array_length(current_setting('t.codes')::jsonb), 2, 'codes that work once');
select lives_ok($$ select public.set_coupon_code(tests.person('word'), 'hello24') $$, 'a code for everyone');

select tests.act_as('customer');
select is(public.redeem_coupon_code(' Hello24 ') #>> '{coupon,status}', 'claimed', 'redeemed');
select throws_ok($$ select public.redeem_coupon_code('HELLO24') $$, 'PT409', 'promotion.coupon_claimed', 'once each');
select is(public.redeem_coupon_code(current_setting('t.codes')::jsonb ->> 0) ->> 'is_redeemed', 'true', 'a code of one''s own');
select is(pg_temp.quote('{}', current_setting('t.codes')::jsonb ->> 0) ->> 'discount_cents', '100', 'which a cart can name');
select tests.act_as('other_customer');
select is(public.redeem_coupon_code(current_setting('t.codes')::jsonb ->> 0) ->> 'reason', 'promotion.code_unknown', 'it works once');
select public.redeem_coupon_code('WRONG' || n) from generate_series(1, 9) n;
select throws_ok($$ select public.redeem_coupon_code('HELLO24') $$, 'PT429', 'promotion.too_many_codes', 'guessing ends');

select throws_ok($$ select public.exchange_points(tests.person('swap'), 'swap-0001') $$, 'PT409', 'member.points_short', 'no points, no coupon');
select tests.act_as('postgres');
select private.post_points('points_earned', 'gift-of-points', null, tests.person('customer'), 'CNY', 1000);
select tests.act_as('customer');
select is(public.exchange_points(tests.person('swap'), 'swap-0002') ->> 'source', 'exchange', 'points for a coupon');
select is(public.get_my_membership() #>> '{points,0,points}', '600', 'paid with points');

select tests.act_as('postgres');
update public.coupons set expires_at = now() - interval '1 second' where status = 'claimed' and source = 'exchange';
select private.run_member_day();
select is((select status from public.coupons where source = 'exchange'), 'expired', 'time passes');
select tests.act_as('customer');
select is(pg_temp.listed('swap') ->> 'reason', 'promotion.coupon_unusable', 'and the coupon with it');
select * from finish();
rollback;
