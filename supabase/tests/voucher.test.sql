-- Group-buy vouchers: issued on payment, used once in their store, given back unused, ended by their date.
begin;
select plan(20);
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
select tests.act_as('clerk');
select is(public.redeem_voucher(tests.person('store'), pg_temp.code('one', 1), 'redeem-01') ->> 'status', 'redeemed', 'redeemed');
select is(public.redeem_voucher(tests.person('store'), pg_temp.code('one', 1), 'redeem-01') ->> 'status', 'redeemed', 'a repeat answers the same');
select throws_ok($$ select public.redeem_voucher(tests.person('store'), pg_temp.code('one', 1), 'redeem-02') $$,
  'PT409', 'voucher.transition_refused', 'but it is used once');

select tests.act_as('other_customer');
select throws_ok($$ select public.refund_voucher(pg_temp.id('one', 2), 'refund-01') $$, 'PT404', 'voucher.not_found', 'a stranger gives nothing back');
select tests.act_as('customer');
select is(public.refund_voucher(pg_temp.id('one', 2), 'refund-02') ->> 'status', 'refunded', 'an unused one is given back');
select tests.act_as('postgres');
update public.vouchers set expires_at = now() where id = pg_temp.id('one', 3);
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
