-- After payment a store takes off or replaces what has sold out: with consent, never dearer, and the difference goes back.
begin;
select plan(18);
select tests.make_town();
select tests.paid_order('order');
create function pg_temp.propose(p_lines jsonb, p_key text) returns jsonb language sql as $$
  select public.propose_edit(current_setting('tests.order')::uuid, p_lines, p_key) $$;
grant execute on all functions in schema pg_temp to public;
select tests.act_as('staff');
select throws_ok($$ select pg_temp.propose('[{"line_number": 9, "quantity": 0}]', 'edit-001') $$, 'PT422', 'order.edit_invalid', 'an unknown line');
select throws_ok($$ select pg_temp.propose('[{"line_number": 2, "quantity": 1}]', 'edit-001') $$, 'PT422', 'order.edit_invalid', 'a line that loses nothing');
select throws_ok($$ select pg_temp.propose('[{"line_number": 1, "quantity": 0}, {"line_number": 2, "quantity": 0}]', 'edit-001') $$,
  'PT422', 'order.edit_empty', 'nothing would be left');
select throws_ok(
  format($$ select pg_temp.propose('[{"line_number": 2, "quantity": 0, "item": {"product_id": "%s", "quantity": 1, "modifier_ids": ["%s"]}}]', 'edit-001') $$,
    tests.person('noodles'), tests.person('mild')),
  'PT422', 'order.edit_costs_more', 'nothing dearer comes in');
select tests.act_as('other_staff');
select throws_ok($$ select pg_temp.propose('[{"line_number": 2, "quantity": 0}]', 'edit-001') $$, 'PT403', 'store.not_staff', 'another store');

select tests.act_as('staff');
select set_config('t.request', pg_temp.propose('[{"line_number": 2, "quantity": 0}]', 'edit-002') ->> 'id', true);
select tests.act_as('postgres');
select is((select total_cents from public.orders), 3500::bigint, 'asking changes nothing');
select tests.act_as('customer');
select is(public.get_order_page(current_setting('tests.order')::uuid) #>> '{requests,0,detail,refund_cents}', '688', 'the customer sees what comes back');
select is(public.answer_order_request(current_setting('t.request')::uuid, true, 'answer-1') ->> 'total_cents', '2812', 'agreed');
select tests.act_as('postgres');
select is(
  (select string_agg(quantity || '-' || removed_quantity || ' ' || total_cents, ', ' order by line_number) from public.order_items),
  '1-0 2800, 0-1 0', 'the line is off');
select is(
  (select sum(i.total_cents) from public.order_items i) + (select sum(a.amount_cents) from public.order_adjustments a) + 200 + 400,
  (select total_cents::numeric from public.orders), 'lines, discounts and fees add up to the total');
select is((select amount_cents || ' ' || liable_party || ' ' || reason from public.refund_requests), '688 merchant order_edited', 'the difference goes back');
select is((select reserved_count from public.stock_items where product_id = tests.person('tea')), 0, 'and the tea is free again');
select is((select detail ->> 'total_cents_before' from public.order_events where command = 'edit'), '3500', 'written down');

select tests.act_as('customer');
select set_config('tests.order', public.place_order(
  (public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'delivery', tests.person('home')) ->> 'id')::uuid,
  'place-02', '', true) ->> 'id', true);
select set_config('t.pay', public.create_payment(current_setting('tests.order')::uuid, 'wechat_pay') ->> 'out_trade_no', true);
select tests.act_as('service_role');
select public.record_payment_event('wechat_pay', 'e2', 'captured', current_setting('t.pay'), 'tx2', 3500, now());
select tests.act_as('staff');
select is(
  pg_temp.propose(jsonb_build_array(jsonb_build_object('line_number', 1, 'quantity', 0, 'item', jsonb_build_object(
    'product_id', tests.person('tea'), 'quantity', 2, 'modifier_ids', '[]'::jsonb))), 'edit-003') ->> 'status',
  'accepted', 'who agreed beforehand is not asked');
select tests.act_as('postgres');
select is(
  (select line_number || ' for ' || replaces_line || ': ' || total_cents from public.order_items
   where order_id = current_setting('tests.order')::uuid and replaces_line is not null), '3 for 1: 1600', 'tea comes in for noodles');
select is((select reserved_count from public.stock_items where product_id = tests.person('tea')), 3, 'and is held');
select is(
  (select bool_and(3 = any (line_numbers)) from public.commission_lines where order_id = current_setting('tests.order')::uuid
   and 1 = any (line_numbers)), true, 'under the terms of the line that it replaces');
select tests.act_as('staff');
select throws_ok($$ select pg_temp.propose('[{"line_number": 2, "quantity": 0, "item": {"product_id": "none", "quantity": 1}}]', 'edit-004') $$,
  'PT422', 'cart.product_unavailable', 'what is not on the menu does not come in');
select * from finish();
rollback;
