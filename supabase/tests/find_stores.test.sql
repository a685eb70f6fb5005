-- Stores around a point: those that deliver there and are open first; a muddled category tree breaks nothing.
begin;
select plan(9);
select tests.make_town();
select tests.act_as('postgres');
insert into public.categories (id, slug, name) values (tests.person('food'), 'test-food', '美食');
update public.categories set parent_id = tests.person('food') where id = tests.person('category');

create function pg_temp.found(p_lon float8, p_category text default null, p_query text default null)
returns text
language sql
as $$
  select coalesce(string_agg(name || case when is_deliverable then '' else ' far' end || case when is_open then '' else ' closed' end, ', '), '')
  from public.find_stores(p_lon, 30.271, tests.person('city'), p_category, p_query);
$$;
grant execute on all functions in schema pg_temp to public;
select tests.act_as('anon');
select is(pg_temp.found(120.151), '一号面馆, 二号面馆', 'the nearest first');
select is(pg_temp.found(120.3), '二号面馆 far, 一号面馆 far', 'too far is said');
select is(pg_temp.found(120.151, 'test-food'), '一号面馆, 二号面馆', 'a category holds what is below it');
select is(pg_temp.found(120.151, 'test-none'), '', 'an unknown one nothing');
select is(pg_temp.found(120.151, null, '鸡汤'), '二号面馆', 'a dish finds its store');
select throws_ok($$ select * from public.find_stores(120.151, 30.271, p_sort => 'price') $$, 'PT400', 'store.sort_unknown', 'an unknown sort');

select tests.act_as('postgres');
update public.stores set closed_until = now() + interval '1 hour' where id = tests.person('store');
select is(pg_temp.found(120.151), '二号面馆, 一号面馆 closed', 'open goes before near');
update public.stores set is_published = false where id = tests.person('store');
select is(pg_temp.found(120.151), '二号面馆', 'an unpublished store is not found');
select throws_ok($$ update public.categories set parent_id = tests.person('category') where id = tests.person('food') $$,
  'PT422', 'catalog.category_cycle', 'categories never lie in a circle');
select * from finish();
rollback;
