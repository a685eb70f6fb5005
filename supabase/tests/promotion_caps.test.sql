-- Budgets, caps and flash stock hold, count once, and come back once.
begin;
select plan(21);
select tests.make_town();
select tests.act_as('postgres');
delete from public.promotions;
update public.stock_items set on_hand_count = 100;
insert into public.promotions (id, city_id, kind, name, tiers, status, usage_cap, customer_cap, priority) values
  (tests.person('three'), tests.person('city'), 'spend_and_save', 'three', '[{"min_cents": 100, "discount_cents": 100}]', 'published', 3, 2, 1);
insert into public.promotions (id, city_id, kind, name, effect, status, customer_cap) values
  (tests.person('flash'), tests.person('city'), 'flash_sale', 'flash',
    jsonb_build_object('items', jsonb_build_array(jsonb_build_object('product_id', tests.person('tea'), 'price_cents', 1, 'stock_count', 5))), 'published', 3);
create function pg_temp.quote(p_person text, p_tea int)
returns text
language plpgsql
as $$
begin
  perform tests.act_as(p_person);
  return public.quote_order(tests.person('store'), jsonb_build_array(
    jsonb_build_object('product_id', tests.person('tea'), 'quantity', p_tea)), 'pickup')::text;
end;
$$;
create function pg_temp.place(p_person text, p_quote text, p_key text)
returns uuid
language plpgsql
as $$
begin
  perform tests.act_as(p_person);
  return public.place_order((p_quote::jsonb ->> 'id')::uuid, p_key) ->> 'id';
end;
$$;
create function pg_temp.counted(p_name text)
returns text
language sql
security definer
as $$ select sum(used_count) || ' ' || sum(used_cents) from private.promotion_counters where promotion_id = tests.person(p_name) $$;
create function pg_temp.sold()
returns int
language sql
security definer
as $$ select sold_count from private.flash_stock where promotion_id = tests.person('flash') $$;
grant execute on all functions in schema pg_temp to public;

select is(pg_temp.quote('customer', 4)::jsonb ->> 'discount_cents', (3 * 799 + 100)::text, 'three units each');
select set_config('t.a', pg_temp.quote('customer', 4), true);
select set_config('t.b', pg_temp.quote('customer', 1), true);
select set_config('t.c', pg_temp.quote('other_customer', 3), true);
select set_config('t.one', pg_temp.place('customer', current_setting('t.a'), 'place-01')::text, true);
select is(pg_temp.sold(), 3, 'three are sold');
select is(pg_temp.counted('flash'), '3 2397', 'flash sales count units');
select is(pg_temp.counted('three'), '1 100', 'others count orders');
select throws_ok($$ select pg_temp.place('customer', current_setting('t.b'), 'place-02') $$, 'PT409', 'promotion.used_up', 'a fourth unit is too many');
select throws_ok($$ select pg_temp.place('other_customer', current_setting('t.c'), 'place-03') $$, 'PT409', 'promotion.used_up', 'two are left, not three');
select is(pg_temp.quote('other_customer', 3)::jsonb ->> 'discount_cents', (2 * 799 + 100)::text, 'which a new quote knows');
select set_config('t.lines', (pg_temp.quote('customer', 1)::jsonb -> 'lines')::text, true);
select tests.act_as('postgres');
select is((
  select e ->> 'reason'
  from public.stores s
  cross join lateral jsonb_array_elements(private.apply_promotions(
    s, tests.person('customer'), current_setting('t.lines')::jsonb, 0, 'pickup', now()) -> 'explanations') e
  where s.id = tests.person('store') and e ->> 'name' = 'flash'), 'promotion.customer_cap_reached', 'who had three hears why');

select is(pg_temp.place('customer', current_setting('t.a'), 'place-01')::text, current_setting('t.one'), 'a repeat');
select is(pg_temp.counted('three'), '1 100', 'counts nothing');
select tests.act_as('postgres');
select private.take_promotions(current_setting('t.one')::uuid);
select is(pg_temp.counted('flash'), '3 2397', 'nor does taking again');
select tests.act_as('customer');
select public.cancel_order(current_setting('t.one')::uuid, 'cancel-1', 'changed_mind');
select is(pg_temp.sold(), 0, 'returned');
select is(pg_temp.counted('flash'), '0 0', 'from the budget');
select tests.act_as('postgres');
select private.return_promotions(current_setting('t.one')::uuid);
select is(pg_temp.counted('three'), '0 0', 'once');
select lives_ok($$ select pg_temp.place('customer', current_setting('t.b'), 'place-02') $$, 'for the next');

select pg_temp.place('other_customer', pg_temp.quote('other_customer', 4), 'place-05');
select tests.act_as('ops');
select lives_ok($$ update public.promotions set usage_cap = 1 where id = tests.person('three') $$, 'a cap may sink to what is used');
select is((select count(*) from jsonb_array_elements(pg_temp.quote('customer', 1)::jsonb -> 'adjustments') a where a ->> 'name' = 'three'),
  0::bigint, 'then nobody gets it');
select tests.act_as('ops');
update public.promotions set usage_cap = 3, budget_cents = 100 where id = tests.person('three');
select throws_ok($$ update public.promotions set budget_cents = 99 where id = tests.person('three') $$, 'PT409', 'promotion.cap_below_used', 'not below it');
select is((select p.used_cents from public.promotions p where id = tests.person('three')), 100::bigint, 'ops see what is spent');
select tests.act_as('customer');
select is((select p.used_cents from public.promotions p where id = tests.person('three')), null, 'others do not');
select tests.act_as('other_staff');
select is(
  public.used_cents(jsonb_populate_record(null::public.promotions,
    jsonb_build_object('id', tests.person('three'), 'store_id', tests.person('other_store')))),
  0::bigint, 'not even with a row of one''s own making');
select * from finish();
rollback;
