-- A voucher that is given back unused is on sale again: a piece when all of its uses came back.
begin;
select plan(6);
select tests.make_town();
insert into public.products (id, store_id, section_id, kind, name, price_cents) values
  (tests.person('deal'), tests.person('store'), tests.person('section'), 'voucher', '双人餐', 1000),
  (tests.person('card'), tests.person('store'), tests.person('section'), 'voucher', '两次卡', 2000);
insert into public.voucher_products (product_id, store_id, valid_days, face_value_cents, use_count)
values (tests.person('deal'), tests.person('store'), 30, 2000, 1), (tests.person('card'), tests.person('store'), 30, 4000, 2);
insert into public.stock_items (product_id, on_hand_count) values (tests.person('deal'), 5), (tests.person('card'), 5);
create function pg_temp.left() returns text language sql security definer as $$
  select string_agg(p.name || ' ' || s.on_hand_count || '-' || s.reserved_count, ', ' order by p.name)
  from public.stock_items s join public.products p on p.id = s.product_id where p.kind = 'voucher' $$;
create function pg_temp.id(p_product text, p_nr int) returns uuid language sql security definer as $$
  select v.id from public.vouchers v join public.order_items i on i.id = v.order_item_id
  where i.product_id = tests.person(p_product) order by v.id offset p_nr - 1 limit 1 $$;
create function pg_temp.code(p_id uuid) returns text language sql security definer as $$ select code from public.vouchers where id = p_id $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select set_config('t.order', public.place_order((public.quote_order(tests.person('store'), jsonb_build_array(
  jsonb_build_object('product_id', tests.person('deal'), 'quantity', 3),
  jsonb_build_object('product_id', tests.person('card'), 'quantity', 2)), 'voucher') ->> 'id')::uuid, 'place-01') ->> 'id', true);
select set_config('t.pay', public.create_payment(current_setting('t.order')::uuid, 'wechat_pay')::text, true);
select tests.act_as('service_role');
select public.record_payment_event('wechat_pay', 'e1', 'captured', current_setting('t.pay')::jsonb ->> 'out_trade_no', 'tx1',
  (current_setting('t.pay')::jsonb ->> 'amount_cents')::bigint, now());
select is(pg_temp.left(), '两次卡 3-0, 双人餐 2-0', 'bought');
select tests.act_as('customer');
select public.refund_voucher(pg_temp.id('deal', 1), 'refund-01');
select is(pg_temp.left(), '两次卡 3-0, 双人餐 3-0', 'one comes back');
select public.refund_voucher(pg_temp.id('card', 1), 'refund-02');
select is(pg_temp.left(), '两次卡 3-0, 双人餐 3-0', 'half a card is no card');
select public.refund_voucher(pg_temp.id('card', 2), 'refund-03');
select is(pg_temp.left(), '两次卡 4-0, 双人餐 3-0', 'a whole one is');
select tests.act_as('postgres');
update public.vouchers set expires_at = now() - interval '1 minute' where id = pg_temp.id('deal', 2);
select tests.act_as('clerk');
select public.redeem_voucher(tests.person('store'), pg_temp.code(pg_temp.id('deal', 3)), 'redeem-1');
select tests.act_as('postgres');
select private.run_voucher_expiry();
select is(pg_temp.left(), '两次卡 4-0, 双人餐 4-0', 'an expired one too, a used one never');
select is((select string_agg(kind || ' ' || change_count, ', ' order by id) from public.stock_movements where kind in ('sold', 'returned') and stock_item_id = tests.person('deal')),
  'sold -3, returned 1, returned 1', 'the shelf''s log says why');
select * from finish();
rollback;
