-- A section or product that names a daypart is sold in its windows of the store's own week, over midnight too.
begin;
select plan(14);
select tests.make_town();
select tests.act_as('postgres');
insert into public.dayparts (id, store_id, name) values
  (tests.person('breakfast'), tests.person('store'), '早餐'), (tests.person('night'), tests.person('store'), '夜宵'),
  (tests.person('foreign'), tests.person('other_store'), '别家');
insert into public.daypart_windows (daypart_id, weekday, starts_at, ends_at) values
  (tests.person('breakfast'), 1, '06:00', '10:00'), (tests.person('breakfast'), 2, '07:00', '10:00'),
  (tests.person('night'), 6, '22:00', '02:00');
update public.products set daypart_id = tests.person('breakfast') where id = tests.person('noodles');

create function pg_temp.at(p_local timestamp)
returns text
language sql
as $$
  select tests.answer(format('select private.price_lines(tests.person(''store''), jsonb_build_array(jsonb_build_object(
    ''product_id'', tests.person(''noodles''), ''quantity'', 1, ''modifier_ids'', jsonb_build_array(tests.person(''hot'')))),
    ''delivery'', %L)', p_local at time zone 'Asia/Shanghai'));
$$;
-- 7 December 2026 is a Monday.
select is(pg_temp.at('2026-12-07 05:59:59'), 'cart.not_now', 'before breakfast');
select is(pg_temp.at('2026-12-07 06:00'), 'done', 'at breakfast');
select is(pg_temp.at('2026-12-07 10:00'), 'cart.not_now', 'after it');
select is(pg_temp.at('2026-12-08 06:30'), 'cart.not_now', 'each day has its own hours');
select is(pg_temp.at('2026-12-09 08:00'), 'cart.not_now', 'or none');
update public.products set daypart_id = tests.person('night') where id = tests.person('noodles');
select is(pg_temp.at('2026-12-12 23:00'), 'done', 'Saturday night');
select is(pg_temp.at('2026-12-13 01:59'), 'done', 'goes on into Sunday');
select is(pg_temp.at('2026-12-13 02:00'), 'cart.not_now', 'and ends');
select is(pg_temp.at('2026-12-12 01:00'), 'cart.not_now', 'Friday has none');
update public.menu_sections set daypart_id = tests.person('breakfast') where id = tests.person('section');
select is(pg_temp.at('2026-12-12 23:00'), 'cart.not_now', 'a section''s times hold for its products');
update public.products set daypart_id = null where id = tests.person('noodles');
select is(pg_temp.at('2026-12-07 08:00'), 'done', 'those without their own');
select throws_ok($$ update public.products set daypart_id = tests.person('foreign') where id = tests.person('tea') $$, 'PT422', 'catalog.daypart_of_other_store', 'no times of another store');
select throws_ok($$ update public.menu_sections set daypart_id = tests.person('foreign') where id = tests.person('section') $$, 'PT422', 'catalog.daypart_of_other_store', 'for sections either');
select is(
  jsonb_path_query_array(public.get_store_page(tests.person('store')), '$.dayparts[*] ? (@.name == "夜宵").windows[*].ends_at'),
  '["02:00:00"]', 'the store page shows the times');
select * from finish();
rollback;
