-- Variants and modifiers are counted as products are: held by lines, freed by edits, sold once, with every change of the shelf written down.
begin;
select plan(24);
select tests.make_town();
select tests.act_as('postgres');
insert into public.product_variants (id, product_id, name, price_cents) values (tests.person('large'), tests.person('tea'), '大杯', 1100);
insert into public.stock_items (variant_id, on_hand_count) values (tests.person('large'), 2);
insert into public.stock_items (modifier_id, on_hand_count) values (tests.person('egg'), 5);
update public.modifiers set max_quantity = 2 where id = tests.person('egg');

create function pg_temp.left_of(p_name text)
returns text
language sql
security definer
as $$ select on_hand_count || '/' || reserved_count from public.stock_items where id = tests.person(p_name) $$;
create function pg_temp.order_it(p_key text, p_noodles int, p_eggs int, p_teas int)
returns uuid
language plpgsql
as $$
declare
  v_items jsonb := jsonb_build_array(
    jsonb_build_object('product_id', tests.person('noodles'), 'quantity', p_noodles, 'modifier_ids',
      jsonb_build_array(tests.person('mild')) || (select coalesce(jsonb_agg(tests.person('egg')), '[]') from generate_series(1, p_eggs))),
    jsonb_build_object('product_id', tests.person('tea'), 'variant_id', tests.person('large'), 'quantity', p_teas));
begin
  perform tests.act_as('customer');
  return (public.place_order((public.quote_order(tests.person('store'), v_items, 'pickup') ->> 'id')::uuid, p_key) ->> 'id')::uuid;
end;
$$;
grant execute on all functions in schema pg_temp to public;

select is((select store_id from public.stock_items where id = tests.person('egg')), tests.person('store'), 'a stock row knows its store');
select set_config('tests.one', pg_temp.order_it('order-one', 2, 2, 1)::text, true);
select is(pg_temp.left_of('egg') || ' ' || pg_temp.left_of('large') || ' ' || pg_temp.left_of('tea'), '5/4 2/1 3/1',
  'two bowls with two eggs each, a large tea of all the tea');
select throws_ok($$ select pg_temp.order_it('order-two', 1, 2, 1) $$, 'PT409', 'stock.sold_out', 'one egg is left, not two');
select throws_ok($$ select pg_temp.order_it('order-two', 1, 0, 2) $$, 'PT409', 'stock.sold_out', 'one large tea is left, not two');

select tests.act_as('postgres');
select private.release_stock_line((select id from public.order_items where order_id = current_setting('tests.one')::uuid and line_number = 1), 1);
select is(pg_temp.left_of('egg') || ' ' || pg_temp.left_of('large'), '5/2 2/1', 'one bowl taken off frees its two eggs');
update public.order_items set quantity = 1, total_cents = unit_price_cents where order_id = current_setting('tests.one')::uuid and line_number = 1;
select throws_ok(
  $$ select private.release_stock_line((select id from public.order_items where order_id = current_setting('tests.one')::uuid and line_number = 1), 2) $$,
  'PT422', 'stock.release_invalid', 'more than is held is not freed');
select private.release_stock_line((select id from public.order_items where order_id = current_setting('tests.one')::uuid and line_number = 2), 1);
select is(pg_temp.left_of('large') || ' ' || pg_temp.left_of('tea'), '2/0 3/0', 'a line taken off frees all it held');
select private.settle_stock(current_setting('tests.one')::uuid, true);
select is(pg_temp.left_of('egg'), '3/0', 'what is left of the order is sold');
select is_empty($$ select 1 from public.stock_reservations $$, 'nothing is held any more');
select results_eq(
  $$ select kind, change_count, on_hand_count, order_id = current_setting('tests.one')::uuid from public.stock_movements $$,
  $$ values ('sold', -2, 3, true) $$, 'the sale is written down once, reservations are not');

select tests.act_as('clerk');
select is(public.adjust_stock(tests.person('egg'), 'eggs-came-in', 10, ' 到货 ') ->> 'on_hand_count', '13', 'a delivery comes in');
select is(public.adjust_stock(tests.person('egg'), 'eggs-came-in', 10, '到货') ->> 'on_hand_count', '13', 'once');
select throws_ok($$ select public.adjust_stock(tests.person('egg'), 'eggs-broken', -3, ' ') $$, 'PT422', 'catalog.stock_reason_required', 'a reason is given');
select throws_ok($$ select public.adjust_stock(tests.person('egg'), 'eggs-broken', 0, '打碎') $$, 'PT422', 'catalog.stock_change_invalid', 'something changes');
select throws_ok($$ select public.adjust_stock(tests.person('egg'), 'eggs-broken', -14, '打碎') $$, 'PT409', 'catalog.stock_reserved', 'never below nothing');
select throws_ok($$ select public.adjust_stock(tests.person('noodles'), 'noodles-in', 1, '到货') $$, 'PT409', 'catalog.stock_uncounted', 'only what is counted');
select throws_ok($$ select public.adjust_stock(gen_random_uuid(), 'nothing-in', 1, '到货') $$, 'PT404', 'catalog.product_not_found', 'only what exists');
select is(public.set_stock(tests.person('beef'), 4) ->> 'modifier_id', tests.person('beef')::text, 'a modifier begins to be counted');
select is(public.set_stock(tests.person('beef'), null), null, 'and ends');
select results_eq(
  $$ select kind, change_count, on_hand_count, reason, actor_id from public.stock_movements where order_id is null order by id $$,
  $$ values ('adjusted', 10, 13, '到货', tests.person('clerk')), ('counted', 4, 4, '', tests.person('clerk')),
     ('uncounted', 0, 0, '', tests.person('clerk')) $$, 'each by whom and why');
select tests.act_as('postgres');
select throws_ok($$ update public.stock_movements set reason = '' $$, 'P0001', null, 'what is written down stays');
select tests.act_as('other_staff');
select throws_ok($$ select public.adjust_stock(tests.person('egg'), 'eggs-stolen', 1, '到货') $$, 'PT403', 'store.not_staff', 'another store does not count ours');
select throws_ok($$ select public.set_stock_rules(tests.person('egg'), 1, 1) $$, 'PT403', 'store.not_staff', 'nor rule it');
select is_empty($$ select 1 from public.stock_movements $$, 'nor read our log');
select * from finish();
rollback;
