-- An edit of a paid order gives back what its discounts no longer use: budgets, counts, flash stock, coupons.
begin;
select plan(12);
select tests.make_town();
select tests.act_as('postgres');
delete from public.promotions;
insert into public.products (id, store_id, section_id, name, price_cents) values
  (tests.person('straw'), tests.person('store'), tests.person('section'), '吸管', 1);
insert into public.promotions (id, city_id, kind, name, tiers, status, usage_cap, budget_cents, customer_cap) values
  (tests.person('save'), tests.person('city'), 'spend_and_save', 'save', '[{"min_cents": 2000, "discount_cents": 500}]', 'published', 3, 5000, 1);
insert into public.promotions (id, city_id, kind, name, effect, status, customer_cap) values
  (tests.person('flash'), tests.person('city'), 'flash_sale', 'flash',
    jsonb_build_object('items', jsonb_build_array(jsonb_build_object('product_id', tests.person('tea'), 'price_cents', 1, 'stock_count', 5))),
    'published', 2),
  (tests.person('gift'), tests.person('city'), 'coupon', 'gift', '{"distribution": "claim", "amount_cents": 300}', 'published', null);
insert into public.coupons (id, promotion_id, customer_id, source, expires_at)
values (tests.person('coupon'), tests.person('gift'), tests.person('customer'), 'claim', now() + interval '7 days');
create function pg_temp.counted(p_name text) returns text language sql security definer
as $$ select sum(used_count) || ' ' || sum(used_cents) from private.promotion_counters where promotion_id = tests.person(p_name) $$;
create function pg_temp.sold() returns int language sql security definer
as $$ select sold_count from private.flash_stock where promotion_id = tests.person('flash') $$;
create function pg_temp.customers() returns text language sql security definer
as $$ select string_agg(used_count::text, ' ' order by promotion_id = tests.person('flash')) from private.promotion_customers $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select set_config('tests.order', public.place_order((public.quote_order(tests.person('store'), jsonb_build_array(
    jsonb_build_object('product_id', tests.person('tea'), 'quantity', 3),
    jsonb_build_object('product_id', tests.person('noodles'), 'quantity', 1, 'modifier_ids', jsonb_build_array(tests.person('mild'))),
    jsonb_build_object('product_id', tests.person('straw'), 'quantity', 1)),
  'pickup', null, 0, null, array[tests.person('coupon')]) ->> 'id')::uuid, 'place-01', '', true) ->> 'id', true);
select set_config('t.pay', public.create_payment(current_setting('tests.order')::uuid, 'wechat_pay')::text, true);
select tests.act_as('service_role');
select public.record_payment_event('wechat_pay', 'e1', 'captured', current_setting('t.pay')::jsonb ->> 'out_trade_no', 'tx1',
  (current_setting('t.pay')::jsonb ->> 'amount_cents')::bigint, now());
select is(pg_temp.counted('flash') || ', ' || pg_temp.counted('save') || ', ' || pg_temp.counted('gift') || ', ' || pg_temp.customers(),
  '2 1598, 1 500, 1 300, 1 2', 'what the order uses: two of three teas at the flash price');

-- One tea goes: the one without the flash price.
select tests.act_as('staff');
select public.propose_edit(current_setting('tests.order')::uuid, '[{"line_number": 1, "quantity": 2}]', 'edit-001');
select is(pg_temp.counted('flash') || ', ' || pg_temp.sold(), '2 1598, 2', 'the cheap ones stay');
-- Another goes.
select public.propose_edit(current_setting('tests.order')::uuid, '[{"line_number": 1, "quantity": 1}]', 'edit-002');
select is(pg_temp.counted('flash'), '1 799', 'a unit of the flash sale is free again');
select is(pg_temp.sold(), 1, 'in its stock');
select is(pg_temp.customers(), '1 1', 'and for its customer');
select tests.act_as('postgres');
select is((select quantity from public.order_adjustments where kind = 'flash_sale'), 1, 'the discount says so');
select is(
  (select sum(used_cents) from private.promotion_counters where promotion_id in (tests.person('save'), tests.person('gift'))),
  (select -sum(amount_cents) from public.order_adjustments where kind <> 'flash_sale'), 'budgets hold what is still given');
select is((select count(*) from private.promotion_uses where returned_at is null), 3::bigint, 'all three are still used');

-- What is left meets nothing any more.
select tests.act_as('staff');
select public.propose_edit(current_setting('tests.order')::uuid, '[{"line_number": 1, "quantity": 0}, {"line_number": 2, "quantity": 0}]', 'edit-003');
select is(pg_temp.counted('flash') || ', ' || pg_temp.counted('save') || ', ' || pg_temp.counted('gift') || ', ' || pg_temp.customers() || ', ' || pg_temp.sold(),
  '0 0, 0 0, 0 0, 0 0, 0', 'no use counts');
select tests.act_as('postgres');
select is((select status || ' ' || (order_id is null) from public.coupons), 'returned true', 'the coupon is its customer''s again');
select is((select total_cents from public.orders), 201::bigint, 'a straw and its bag');

-- A cancellation gives nothing back twice.
select tests.act_as('ops');
select public.cancel_order(current_setting('tests.order')::uuid, 'cancel-1', 'ops_decision');
select is(pg_temp.counted('flash') || ', ' || pg_temp.counted('save') || ', ' || pg_temp.counted('gift') || ', ' || pg_temp.customers() || ', ' || pg_temp.sold(),
  '0 0, 0 0, 0 0, 0 0, 0', 'nothing comes back twice');
select * from finish();
rollback;
