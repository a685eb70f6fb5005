-- A quote becomes one order, once, and only while everything in it can still be had.
begin;
select plan(13);
select tests.make_town();
select tests.act_as('customer');

create function pg_temp.quote()
returns text
language sql
as $$ select public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'delivery', tests.person('home')) ->> 'id' $$;
create function pg_temp.place(p_quote text, p_key text)
returns jsonb
language sql
as $$ select public.place_order(p_quote::uuid, p_key) $$;
grant execute on all functions in schema pg_temp to public;

select set_config('t.quote', pg_temp.quote(), true);
select is(pg_temp.place(current_setting('t.quote'), 'place-01') ->> 'status', 'pending_payment', 'placed, to be paid');
select is(
  pg_temp.place(current_setting('t.quote'), 'place-01') ->> 'id', (select id::text from public.orders), 'a repeat is the same order');
select throws_ok(format('select pg_temp.place(%L, %L)', current_setting('t.quote'), 'place-02'),
  'PT409', 'order.quote_used', 'a quote is used once');
select throws_ok(format('select pg_temp.place(%L, %L)', current_setting('t.quote'), 'short'),
  'PT400', 'platform.idempotency_key_invalid', 'a key has eight characters at least');
select throws_ok(format('select pg_temp.place(%L, %L)', current_setting('t.quote'), null),
  'PT400', 'platform.idempotency_key_invalid', 'and must be there');

select set_config('t.quote', pg_temp.quote(), true);
select tests.act_as('other_customer');
select throws_ok(format('select pg_temp.place(%L, %L)', current_setting('t.quote'), 'place-03'),
  'PT404', 'order.quote_not_found', 'another person''s quote');

select tests.act_as('postgres');
update public.products set sold_out_until = now() + interval '1 hour' where id = tests.person('noodles');
select tests.act_as('customer');
select throws_ok(format('select pg_temp.place(%L, %L)', current_setting('t.quote'), 'place-04'),
  'PT409', 'stock.sold_out', 'what sold out since is not ordered');
select tests.act_as('postgres');
update public.products set sold_out_until = null, is_available = false where id = tests.person('noodles');
select tests.act_as('customer');
select throws_ok(format('select pg_temp.place(%L, %L)', current_setting('t.quote'), 'place-04'),
  'PT422', 'cart.product_unavailable', 'nor what left the menu');
select tests.act_as('postgres');
update public.products set is_available = true where id = tests.person('noodles');
update public.modifiers set is_available = false where id = tests.person('egg');
select tests.act_as('customer');
select throws_ok(format('select pg_temp.place(%L, %L)', current_setting('t.quote'), 'place-04'),
  'PT422', 'cart.modifier_unavailable', 'nor a choice that left it');
select tests.act_as('postgres');
update public.modifiers set is_available = true where id = tests.person('egg');
update public.products set price_cents = 9900 where id = tests.person('noodles');
select tests.act_as('customer');
select is(pg_temp.place(current_setting('t.quote'), 'place-04') ->> 'total_cents', '3500',
  'a key that failed may try again, and the quoted price holds');

select set_config('t.quote', pg_temp.quote(), true);
select tests.act_as('postgres');
update public.quotes set expires_at = now() where id = current_setting('t.quote')::uuid;
select tests.act_as('customer');
select throws_ok(format('select pg_temp.place(%L, %L)', current_setting('t.quote'), 'place-05'),
  'PT409', 'order.quote_expired', 'an old quote');

select tests.act_as('postgres');
select setval('private.order_numbers', 1234566);
select tests.act_as('customer');
select matches(pg_temp.place(pg_temp.quote(), 'place-06') ->> 'number', '^\d{6}1234567$', 'numbers go on after a million orders');
select is((select count(*) from public.orders), 3::bigint, 'three orders in all');
select * from finish();
rollback;
