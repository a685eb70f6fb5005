begin;
select plan(26);
select tests.make_town();
update public.risk_rules set is_active = false;
insert into public.risk_rules (slug, moment, name, conditions, score)
values ('second_order', 'order', '第二单', '{">=": [{"var": "customer.orders_hour"}, 2]}', 100);
select tests.paid_order('first');
select tests.act_as('postgres');
select is_empty($$ select 1 from public.risk_cases $$, 'a first order is no case');

select tests.placed_order('second');
select throws_ok($$ select public.create_payment(current_setting('tests.second')::uuid, 'wechat_pay') $$, 'PT409', 'risk.order_held',
  'an order on hold is not paid');
select tests.act_as('other_customer');
select throws_ok($$ select public.list_risk_cases() $$, 'PT403', 'identity.not_allowed', 'customers see no cases');
select tests.act_as('ops');
select is(public.list_risk_cases() #>> '{0,reasons,0,slug}', 'second_order', 'the case says why');
select is(public.list_risk_cases() #>> '{0,order_number}', (select number from public.orders where id = current_setting('tests.second')::uuid), 'and about which order');
select set_config('tests.case', public.list_risk_cases() #>> '{0,id}', true);
select is(jsonb_array_length(public.get_risk_case(current_setting('tests.case')::uuid) -> 'orders'), 2, 'its evidence has the last orders');
select is(public.get_risk_case(current_setting('tests.case')::uuid) #>> '{case,facts,customer,orders_hour}', '2', 'and the facts of then');
select is(public.decide_risk_case(current_setting('tests.case')::uuid, 'hold', '等电话', 'decide-hold-1') ->> 'is_open', 'true', 'people may wait longer');
select is(public.decide_risk_case(current_setting('tests.case')::uuid, 'allow', '已核实', 'decide-allow-1') ->> 'decision', 'allow', 'or allow');
select throws_ok($$ select public.decide_risk_case(current_setting('tests.case')::uuid, 'block', '', 'decide-late-1') $$,
  'PT409', 'risk.case_decided', 'a case is decided once');
select is((select count(*) from public.risk_events), 3::bigint, 'each decision is logged');
select tests.act_as('customer');
select lives_ok($$ select public.create_payment(current_setting('tests.second')::uuid, 'wechat_pay') $$, 'an allowed order is paid');

select tests.placed_order('third');
select tests.act_as('ops');
select public.decide_risk_case((public.list_risk_cases() #>> '{0,id}')::uuid, 'block', '刷单', 'decide-block-1', 30, '{ordering}');
select is((select status::text from public.orders where id = current_setting('tests.third')::uuid), 'cancelled', 'a blocked order is over');
select throws_ok($$ select tests.placed_order('fourth') $$, 'PT403', 'risk.blocked', 'and its customer is blocked');
select tests.act_as('ops');
select public.lift_block((public.list_blocks() #>> '{0,id}')::uuid, '', 'lift-risk-1');

select is(public.simulate_risk_rule('order', '{">=": [{"var": "customer.orders_hour"}, 2]}') ->> 'hit_count', '3', 'a rule is tried on what was');
select is(public.simulate_risk_rule('order', '{"==": [{"var": "order.fulfillment_type"}, "pickup"]}') ->> 'hit_count', '0', 'and may hit nothing');
update public.risk_rules set score = 200 where slug = 'second_order';
select is((select version from public.risk_rules where slug = 'second_order'), 2, 'a changed rule is a new version');
select is((select l.before ->> 'score' from public.audit_log l where l.table_name = 'risk_rules' order by l.id desc limit 1), '100', 'and the log has what it was');
select tests.act_as('postgres');
select ok((select bool_and(private.risk_order_facts(o) #> string_to_array(f.path, '.') is not null) from public.orders o, private.risk_facts() f where 'order' = any (f.moments) and o.id = current_setting('tests.first')::uuid), 'every fact on offer is a value');
select tests.placed_order('fifth');
select is((select status::text from public.orders where id = current_setting('tests.fifth')::uuid), 'cancelled', 'a high score refuses at once');
select tests.act_as('ops');
select is((select is_open from public.risk_cases where order_id = current_setting('tests.fifth')::uuid), false, 'nobody needs to decide');

select tests.act_as('postgres');
update public.risk_rules set is_active = true where slug in ('rider_jumps', 'coupon_hoarder');
insert into public.promotions (id, city_id, kind, name, effect, status) values
  (tests.person('gift'), tests.person('city'), 'coupon', '减3元券', '{"distribution": "claim", "amount_cents": 300}', 'published');
insert into public.coupons (promotion_id, customer_id, source, expires_at)
select tests.person('gift'), tests.person('other_customer'), 'claim', now() + interval '1 day' from generate_series(1, 15);
select tests.act_as('other_customer');
select throws_ok($$ select public.claim_coupon(tests.person('gift'), 'claim-too-much') $$, 'PT409', 'risk.claim_refused', 'a hoarder gets no more coupons');
select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select public.report_position(120.192, 30.272, null, now());
select public.report_position(120.152, 30.272, null, now());
select public.report_position(120.192, 30.272, null, now());
select tests.act_as('postgres');
select is((select count(*) from private.rider_jumps), 3::bigint, 'jumps of a rider are kept');
select is(private.run_risk_sweep(), 2, 'the sweep opens a case for each');
select is(private.run_risk_sweep(), 0, 'once');
select tests.act_as('ops');
select is(public.get_risk_case((select id from public.risk_cases where moment = 'rider')) #>> '{jumps,0,seconds}', '0', 'the evidence has the jumps');
select * from finish();
rollback;
