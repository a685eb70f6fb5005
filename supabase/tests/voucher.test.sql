-- Group-buy vouchers: issued on payment, used once in their store, given back unused, ended by their date.
begin;
select plan(32);
select tests.make_town();
insert into public.products (id, store_id, section_id, kind, name, price_cents) values
  (tests.person('deal'), tests.person('store'), tests.person('section'), 'voucher', '双人餐', 1001);
insert into public.voucher_products (product_id, store_id, valid_days, face_value_cents)
values (tests.person('deal'), tests.person('store'), 30, 2000);
create function pg_temp.bought(p_name text) returns uuid language plpgsql as $$
declare v_id uuid; v_pay jsonb;
begin
  perform tests.act_as('customer');
  v_id := (public.place_order((public.quote_order(tests.person('store'),
    jsonb_build_array(jsonb_build_object('product_id', tests.person('deal'), 'quantity', 3)), 'voucher') ->> 'id')::uuid, 'place-' || p_name) ->> 'id')::uuid;
  v_pay := public.create_payment(v_id, 'wechat_pay');
  perform tests.act_as('service_role');
  perform public.record_payment_event('wechat_pay', 'e-' || p_name, 'captured', v_pay ->> 'out_trade_no', 'tx-' || p_name, (v_pay ->> 'amount_cents')::bigint, now());
  perform set_config('t.' || p_name, v_id::text, true);
  return v_id;
end $$;
create function pg_temp.code(p_name text, p_nr int) returns text language sql security definer as $$
  select code from public.vouchers where order_id = current_setting('t.' || p_name)::uuid order by id offset p_nr - 1 limit 1 $$;
create function pg_temp.id(p_name text, p_nr int) returns uuid language sql security definer as $$
  select id from public.vouchers where order_id = current_setting('t.' || p_name)::uuid order by id offset p_nr - 1 limit 1 $$;
grant execute on all functions in schema pg_temp to public;

select pg_temp.bought('one');
select tests.act_as('customer');
select is((select status from public.orders where id = current_setting('t.one')::uuid), 'in_service', 'paid, the vouchers are out');
select is((select count(*) from public.vouchers), 3::bigint, 'one for each piece');
select is(
  (select sum(amount_cents) from public.vouchers), (select total_cents::numeric from public.orders), 'that add up to what was paid');
select matches(public.get_order_page(current_setting('t.one')::uuid) #>> '{vouchers,0,code}', '^\d{12}$', 'their customer sees the codes');
select throws_ok($$ select code from public.vouchers $$, '42501', null, 'nobody reads them from the table');
select tests.act_as('staff');
select is(public.get_order_page(current_setting('t.one')::uuid) #>> '{vouchers,0,code}', null, 'staff do not see them');
select matches(public.get_order_page(current_setting('t.one')::uuid) #>> '{vouchers,0,code_hint}', '^\d{4}$', 'but the last digits');

select throws_ok($$ select public.redeem_voucher(tests.person('store'), '000000000000', 'redeem-00') $$, 'PT404', 'voucher.not_found', 'a wrong code');
select tests.act_as('other_staff');
select throws_ok($$ select public.redeem_voucher(tests.person('other_store'), pg_temp.code('one', 1), 'redeem-00') $$,
  'PT404', 'voucher.not_found', 'another store does not know it');
select throws_ok($$ select public.redeem_voucher(tests.person('store'), pg_temp.code('one', 1), 'redeem-00') $$,
  'PT403', 'store.not_staff', 'and cannot act for this one');
select throws_ok($$ select public.find_voucher(tests.person('store'), pg_temp.code('one', 1)) $$, 'PT403', 'store.not_staff', 'nor look it up here');
select throws_ok($$ select public.list_voucher_redemptions(tests.person('store'), now() - interval '1 day', now() + interval '1 day') $$,
  'PT403', 'store.not_staff', 'nor read what was taken');
-- A second store of the same merchant.
select tests.act_as('postgres');
insert into public.stores (id, merchant_id, city_id, category_id, name, street, lon, lat, is_published)
select tests.person('branch'), merchant_id, city_id, category_id, '分店', street, lon, lat, true from public.stores where id = tests.person('store');
select tests.act_as('staff');
select throws_ok($$ select public.find_voucher(tests.person('branch'), pg_temp.code('one', 1)) $$, 'PT409', 'voucher.other_store', 'a branch is told where it belongs');
select tests.act_as('clerk');
select is((public.find_voucher(tests.person('store'), substr(pg_temp.code('one', 1), 1, 4) || ' ' || substr(pg_temp.code('one', 1), 5)) - '{id,order_id,bought_at,expires_at,order_number,code_hint,amount_cents,translations,customer_phone}'::text[]),
  '{"status": "issued", "name": "双人餐", "currency": "CNY", "customer_name": null, "redeemed_at": null, "redeemed_by": null}',
  'what it is, before it is taken');
select matches(public.find_voucher(tests.person('store'), pg_temp.code('one', 1)) ->> 'customer_phone', '\*{4}\d{4}$', 'whose, masked');
select is((select count(*) from public.vouchers where status = 'issued'), 3::bigint, 'looking changes nothing');
select is(public.redeem_voucher(tests.person('store'), pg_temp.code('one', 1), 'redeem-01') ->> 'status', 'redeemed', 'redeemed');
select is(public.redeem_voucher(tests.person('store'), pg_temp.code('one', 1), 'redeem-01') ->> 'status', 'redeemed', 'a repeat answers the same');
select throws_ok($$ select public.redeem_voucher(tests.person('store'), pg_temp.code('one', 1), 'redeem-02') $$,
  'PT409', 'voucher.used', 'but it is used once');
select is(public.find_voucher(tests.person('store'), pg_temp.code('one', 1)) ->> 'status', 'redeemed', 'and says so');
select is(jsonb_array_length(public.list_voucher_redemptions(tests.person('store'), now() - interval '1 day', now() + interval '1 day')), 1, 'it is in the list of the day');
select is(public.list_voucher_redemptions(tests.person('store'), now() + interval '1 day', now() + interval '2 days'), '[]', 'of that day only');

select tests.act_as('other_customer');
select throws_ok($$ select public.refund_voucher(pg_temp.id('one', 2), 'refund-01') $$, 'PT404', 'voucher.not_found', 'a stranger gives nothing back');
select tests.act_as('customer');
select is(public.refund_voucher(pg_temp.id('one', 2), 'refund-02') ->> 'status', 'refunded', 'an unused one is given back');
select tests.act_as('clerk');
select throws_ok($$ select public.redeem_voucher(tests.person('store'), pg_temp.code('one', 2), 'redeem-03') $$, 'PT409', 'voucher.refunded', 'and no more taken');
select tests.act_as('postgres');
update public.vouchers set expires_at = now() where id = pg_temp.id('one', 3);
select tests.act_as('clerk');
select is(public.find_voucher(tests.person('store'), pg_temp.code('one', 3)) ->> 'status', 'expired', 'over by the clock');
select throws_ok($$ select public.redeem_voucher(tests.person('store'), pg_temp.code('one', 3), 'redeem-04') $$, 'PT409', 'voucher.expired', 'and too late');
select tests.act_as('postgres');
select is(private.run_voucher_expiry(), 1, 'the last one expires');
select is(
  (select status || ' ' || (select sum(amount_cents) from public.refund_requests where order_id = o.id) from public.orders o
   where id = current_setting('t.one')::uuid), 'completed ' || (
   select sum(amount_cents) from public.vouchers where status = 'refunded'), 'the order is completed and the unused ones are paid back');
select is((select sum(amount_cents) from public.ledger_entries), 0::numeric, 'and the ledger balances');

select pg_temp.bought('two');
select tests.act_as('postgres');
update public.vouchers set expires_at = now() where order_id = current_setting('t.two')::uuid;
select is((select count(*) from generate_series(1, 5) where private.run_voucher_expiry() > 0), 1::bigint, 'all expire');
select is(
  (select status || ' ' || reason_code from public.orders where id = current_setting('t.two')::uuid),
  'cancelled vouchers_refunded', 'an order without any use is cancelled');
select * from finish();
rollback;
