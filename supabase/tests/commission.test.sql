-- Commission is charged by the terms at placing; a worked order's shares sum to zero.
begin;
select plan(14);
select tests.make_town();
select tests.act_as('postgres');
insert into public.commission_plans (id, name) values (tests.person('plan'), '餐饮');
insert into public.commission_rules (id, plan_id, name, category_id, percent_bps, fixed_cents, minimum_cents, maximum_cents, sort_order) values
  (tests.person('rule'), tests.person('plan'), '餐饮 20%', tests.person('category'), 2000, 50, 0, 700, 10),
  (tests.person('rest'), tests.person('plan'), '其他', null, 500, 0, 100, null, 20);
insert into public.merchant_contracts (id, merchant_id, plan_id, starts_on)
values (tests.person('contract'), tests.person('merchant'), tests.person('plan'), current_date - 30);

select tests.placed_order('order');
select tests.act_as('postgres');
select is(
  (select (name, line_numbers, base_cents, amount_cents)::text from public.commission_lines
   where order_id = current_setting('tests.order')::uuid),
  '("餐饮 20%","{1,2}",3600,700)', '20 % of 3600 and 50 more, but 700 at the most; a platform''s discount does not lower the base');

update public.commission_rules set percent_bps = 1;
select is((select amount_cents from public.commission_lines), 700::bigint, 'a later change of the plan does not reach the order');

select is(
  (select jsonb_agg(jsonb_build_array(line_number, discount_cents, merchant_discount_cents) order by line_number)
   from private.allocate_goods(
    '[{"line_number": 1, "total_cents": 1000}, {"line_number": 2, "total_cents": 500}, {"line_number": 3, "total_cents": 1}]',
    '[{"amount_cents": -100, "cost_bearer": "shared", "merchant_share_bps": 5000, "scope": "goods"},
      {"amount_cents": -200, "cost_bearer": "merchant", "scope": "goods", "line_number": 2},
      {"amount_cents": -300, "cost_bearer": "merchant", "scope": "delivery"}]')),
  '[[1, 77, 39], [2, 223, 211], [3, 0, 0]]', 'discounts are allocated to lines without a lost cent');

create function pg_temp.sum_of(p_split jsonb)
returns bigint
language sql
as $$ select sum((e ->> 'amount_cents')::bigint)::bigint from jsonb_array_elements(p_split -> 'entries') e $$;
select set_config('t.split', private.split_order(jsonb_build_object(
  'merchant_id', tests.person('merchant'), 'rider_id', tests.person('rider'),
  'rider_pay_cents', 700, 'packaging_fee_cents', 200, 'delivery_fee_cents', 500, 'tip_cents', 300,
  'lines', '[{"line_number": 1, "total_cents": 1130}]'::jsonb,
  'adjustments', '[{"kind": "points", "cost_bearer": "platform", "amount_cents": -130, "scope": "goods"},
    {"kind": "coupon", "cost_bearer": "shared", "merchant_share_bps": 3333, "amount_cents": -100, "scope": "goods"}]'::jsonb,
  'commission', '[{"line_numbers": [1], "percent_bps": 1000, "fixed_cents": 0, "minimum_cents": 0}]'::jsonb,
  'tax', '[{"tax_bps": 1300, "line_numbers": [1]}]'::jsonb))::text, true);
select is(pg_temp.sum_of(current_setting('t.split')::jsonb), 0::bigint, 'with points, a shared discount, tax and a tip it sums to zero');
select is(current_setting('t.split')::jsonb ->> 'total_cents', '1900', 'the customer pays the rest');
select is(
  (select jsonb_object_agg((e ->> 'account') || ' ' || (e ->> 'purpose'), e -> 'amount_cents')
   from jsonb_array_elements(current_setting('t.split')::jsonb -> 'entries') e),
  '{"refund_liability order": 1900, "promo_expense discount": 197,
    "merchant_payable goods": -1130, "merchant_payable packaging": -200, "merchant_payable discount": 33,
    "merchant_payable commission": 110, "platform_commission commission": -110, "merchant_payable tax": 126,
    "tax_payable tax": -126, "delivery_revenue delivery_fee": -500, "delivery_revenue rider_pay": 700,
    "rider_payable rider_pay": -700, "rider_payable tip": -300}'::jsonb, 'everyone''s share is named');
select is(
  current_setting('t.split')::jsonb #>> '{commission,0,base_cents}', '1097', 'commission is on goods after the merchant''s part');

select tests.act_as('staff');
select is((select count(*) from public.commission_rules), 2::bigint, 'a manager sees the terms of the own contract');
select tests.act_as('other_staff');
select is((select count(*) from public.commission_rules) + (select count(*) from public.commission_lines), 0::bigint,
  'and nobody else''s');
select tests.act_as('staff');
select is(
  (select (s ->> 'sum_cents') || ' ' || (s #>> '{commission,0,amount_cents}')
   from public.preview_split(jsonb_build_object('plan_id', tests.person('plan')), '{"lines": [{"total_cents": 10000}], "delivery_fee_cents": 500, "rider_pay_cents": 700}') s),
  '0 100', 'a manager sees a sample order split by the own plan');
select throws_ok($$ select public.preview_split('{"rules": []}') $$, 'PT403', 'identity.not_allowed', 'and tries no other');
select tests.act_as('ops');
select is(
  (select (s ->> 'sum_cents') || ' ' || (s #>> '{commission,0,amount_cents}')
   from public.preview_split('{"rules": [{"percent_bps": 1000, "fixed_cents": 100, "minimum_cents": 0}]}',
     jsonb_build_object('order_id', current_setting('tests.order'))) s),
  '0 460', 'ops try terms on an order that was');
select public.set_merchant_plan(tests.person('other_merchant'), tests.person('plan'));
select public.set_merchant_plan(tests.person('other_merchant'), '00000000-0000-4000-8000-000000000101');
select is(
  (select string_agg(p.name, ', ') from public.merchant_contracts c join public.commission_plans p on p.id = c.plan_id
   where c.merchant_id = tests.person('other_merchant')), '标准', 'the terms from today on are the last that were chosen');
select tests.act_as('staff');
select throws_ok($$ select public.set_merchant_plan(tests.person('merchant'), tests.person('plan')) $$, 'PT403', 'identity.not_allowed',
  'a merchant chooses no plan');
select * from finish();
rollback;
