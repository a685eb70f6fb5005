begin;
select plan(16);
select tests.make_town();
insert into public.ad_slots (id, city_id, name, position, floor_cents) values (tests.person('ad'), tests.person('city'), '首页第三位', 3, 500);
create function tests.day() returns date language sql as $$ select (now() at time zone 'Asia/Shanghai')::date $$;
grant execute on function tests.day() to authenticated, service_role;
-- Both merchants have earned something.
select private.post_ledger('test', 'earn:' || m, null, 'CNY', now(), jsonb_build_array(
  jsonb_build_object('account', 'merchant_payable', 'owner_id', tests.person(m), 'purpose', 'goods', 'amount_cents', -c),
  jsonb_build_object('account', 'refund_liability', 'purpose', 'goods', 'amount_cents', c)))
from (values ('merchant', 5000), ('other_merchant', 5000)) x (m, c);

select tests.act_as('staff');
select throws_ok($$ select public.place_ad_bid(tests.person('ad'), tests.person('store'), 400, tests.day(), tests.day(), 'bid-low-1') $$,
  'PT422', 'content.bid_below_floor', 'a bid below the floor is refused');
select is(public.place_ad_bid(tests.person('ad'), tests.person('store'), 1200, tests.day(), tests.day() + 1, 'bid-first') ->> 'amount_cents', '1200', 'a manager bids');
select is(public.place_ad_bid(tests.person('ad'), tests.person('store'), 1200, tests.day(), tests.day() + 1, 'bid-first') ->> 'amount_cents', '1200', 'a repeat is the same bid');
select throws_ok($$ select public.place_ad_bid(tests.person('ad'), tests.person('store'), 1300, tests.day() + 1, tests.day() + 2, 'bid-again') $$,
  'PT409', 'content.bid_overlaps', 'one bid a day');
select tests.act_as('clerk');
select throws_ok($$ select public.place_ad_bid(tests.person('ad'), tests.person('store'), 1300, tests.day() + 5, tests.day() + 5, 'bid-clerk') $$,
  'PT403', 'store.not_manager', 'a clerk does not bid');
select tests.act_as('other_staff');
select throws_ok($$ select public.place_ad_bid(tests.person('ad'), tests.person('store'), 1300, tests.day() + 5, tests.day() + 5, 'bid-alien') $$,
  'PT403', 'store.not_manager', 'nor a stranger');
select lives_ok($$ select public.place_ad_bid(tests.person('ad'), tests.person('other_store'), 800, tests.day(), tests.day(), 'bid-second') $$, 'another merchant bids');
select is((select count(*) from public.ad_bids), 1::bigint, 'and sees only its own bid');

select tests.act_as('postgres');
select private.run_ad_auctions();
select private.run_ad_auctions();
select results_eq($$ select store_id, price_cents, bid_count from public.ad_runs $$,
  $$ values (tests.person('store'), 800::bigint, 2) $$, 'the highest wins once a day at the second price');
select is(-private.account_balance(private.payable_account('merchant', tests.person('merchant'), 'CNY')), 4200::bigint, 'the winner is charged');
select is(-private.account_balance(private.payable_account('merchant', tests.person('other_merchant'), 'CNY')), 5000::bigint, 'the loser is not');
select is_empty($$ select * from private.check_ledger() $$, 'the books are right');
select is((private.run_ad_auction(a, tests.day() + 1)).price_cents, 500::bigint, 'alone one pays the floor') from public.ad_slots a;
update public.ad_bids set starts_on = tests.day() + 2, ends_on = tests.day() + 2, amount_cents = 99900 where store_id = tests.person('store');
insert into public.ad_bids (slot_id, store_id, amount_cents, starts_on, ends_on)
values (tests.person('ad'), tests.person('other_store'), 20000, tests.day() + 2, tests.day() + 2);
select is((private.run_ad_auction(a, tests.day() + 2)).store_id, tests.person('other_store'), 'who cannot pay is passed over') from public.ad_slots a;
select tests.act_as('anon');
select is(public.get_home_content(tests.person('city')) #>> '{ads,0,store_id}', tests.person('store')::text, 'the front page shows the winner');
select tests.act_as('service_role');
select public.run_settlement(tests.day());
select tests.act_as('postgres');
select ok(exists (select 1 from public.settlement_lines where purpose = 'advertising' and amount_cents = -800), 'a statement shows the charge');
select * from finish();
rollback;
