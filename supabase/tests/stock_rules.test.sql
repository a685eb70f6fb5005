-- The store is told once when stock runs low or out, and the daily portions come back at its own midnight.
begin;
select plan(14);
select tests.make_town();
select tests.act_as('staff');
select is((select (r ->> 'low_stock_count', r ->> 'daily_count')::text from public.set_stock_rules(tests.person('tea'), 1, 20) r), '(1,20)', 'the manager rules');
select throws_ok($$ select public.set_stock_rules(tests.person('noodles'), 1, null) $$, 'PT409', 'catalog.stock_uncounted', 'what is counted only');
select throws_ok($$ select public.set_stock_rules(tests.person('tea'), -1, null) $$, 'PT400', 'catalog.stock_negative', 'with counts');
select tests.act_as('clerk');
select throws_ok($$ select public.set_stock_rules(tests.person('tea'), 1, null) $$, 'PT403', 'store.not_staff', 'a clerk does not');
select tests.act_as('postgres');
select is((select restock_at from public.stock_items where id = tests.person('tea')),
  ((now() at time zone 'Asia/Shanghai')::date + 1)::timestamp at time zone 'Asia/Shanghai', 'the next day begins at the store''s midnight');

create function pg_temp.told()
returns text
language sql
security definer
as $$
  select coalesce(string_agg(payload ->> 'event' || ' ' || n, ', ' order by 1), 'nothing') from (
    select m.payload, count(*) as n from (
      select jsonb_build_object('event', payload ->> 'event') as payload from private.outbox_messages where payload ->> 'event' like 'stock.%') m
    group by m.payload) x (payload, n)
$$;
grant execute on all functions in schema pg_temp to public;
select tests.placed_order('one');
select is(pg_temp.told(), 'nothing', 'two are left: nobody is told');
select tests.placed_order('two');
select is(pg_temp.told(), 'stock.low 2', 'one is left: manager and clerk are told');
select tests.act_as('postgres');
select is((select payload ->> 'body' from private.outbox_messages where payload ->> 'event' = 'stock.low' limit 1), '一号面馆 的「绿茶」只剩 1 份。', 'in words that ops edit');
select is((select count(*)::int from realtime.messages where topic = 'store:' || tests.person('store') and event = 'stock.low'), 1, 'the store''s screens too');
select tests.placed_order('three');
select is(pg_temp.told(), 'stock.low 2, stock.sold_out 2', 'none is left');
select is(public.get_store_page(tests.person('store')) #>> '{sections,0,products,0,is_sold_out}',
  case when public.get_store_page(tests.person('store')) #>> '{sections,0,products,0,name}' = '绿茶' then 'true' else 'false' end, 'the menu says so by itself');

select tests.act_as('postgres');
select is(private.run_stock_day(), 0, 'the day is not over');
update public.stock_items set restock_at = now() - interval '1 second' where id = tests.person('tea');
select is(private.run_stock_day(), 1, 'then it is');
select is((select (on_hand_count, reserved_count, restock_at > now())::text from public.stock_items where id = tests.person('tea')), '(20,3,t)', 'twenty stand on the shelf, three of them held');
select * from finish();
rollback;
