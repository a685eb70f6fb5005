begin;
select plan(13);
select tests.make_town();
select tests.act_as('customer');
select throws_ok($$ select public.block_subject('customer', tests.person('customer'), '{ordering}', '测试', null, 'block-self-1') $$,
  'PT403', 'identity.not_allowed', 'customers block nobody');
select tests.act_as('ops');
select throws_ok($$ select public.block_subject('customer', tests.person('customer'), '{selling}', '测试', null, 'block-wrong-1') $$,
  'PT422', 'risk.block_invalid', 'a customer does not sell');
select is(public.find_subjects('customer', 'customer@test.linli') #>> '{0,id}', tests.person('customer')::text, 'a person is found by e-mail');
select is(public.block_subject('customer', tests.person('customer'), '{ordering,claiming}', '恶意下单', now() + interval '7 days', 'block-one-1')
  ->> 'subject_id', tests.person('customer')::text, 'ops block a customer');
select is(jsonb_array_length(public.list_blocks()), 1, 'the list shows it');
select throws_ok($$ select tests.placed_order('blocked') $$, 'PT403', 'risk.blocked', 'who is blocked places no order');
select tests.act_as('postgres');
insert into public.promotions (id, city_id, kind, name, effect, status) values
  (tests.person('gift'), tests.person('city'), 'coupon', '减3元券', '{"distribution": "claim", "amount_cents": 300}', 'published');
select tests.act_as('customer');
select throws_ok($$ select public.claim_coupon(tests.person('gift'), 'claim-blocked') $$, 'PT403', 'risk.blocked', 'nor claims a coupon');
select tests.act_as('ops');
select public.lift_block((public.list_blocks() #>> '{0,id}')::uuid, '误判', 'lift-one-1');
select lives_ok($$ select tests.placed_order('again') $$, 'once lifted, orders are placed again');
select tests.act_as('ops');
select is(jsonb_array_length(public.list_blocks(null)), 1, 'the block stays in the log');

select public.block_subject('merchant', tests.person('merchant'), '{selling}', '证照造假', null, 'block-shop-1');
select tests.act_as('other_customer');
select throws_ok($$ select public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'delivery', tests.person('other_home')) $$,
  'PT422', 'store.closed', 'a blocked merchant sells nothing');

select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select tests.act_as('ops');
select public.block_subject('rider', tests.person('rider'), '{delivering}', '定位作弊', now() + interval '1 day', 'block-rider-1');
select is((select status::text from public.riders where id = tests.person('rider')), 'offline', 'a blocked rider is offline');
select tests.act_as('rider');
select throws_ok($$ select public.go_online(120.152, 30.272) $$, 'PT403', 'risk.blocked', 'and stays so');
select tests.act_as('postgres');
update public.blocks set until = now() - interval '1 minute', created_at = now() - interval '1 day' where subject = 'rider';
select tests.act_as('rider');
select lives_ok($$ select public.go_online(120.152, 30.272) $$, 'until the block is over');
select * from finish();
rollback;
