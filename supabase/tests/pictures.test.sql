-- A store's pictures are written by its manager and ops, in the store's own folder.
begin;
select plan(7);
select tests.make_town();

create function pg_temp.put(p_name text, p_bucket text default 'pictures')
returns void
language sql
as $$ insert into storage.objects (bucket_id, name) values (p_bucket, p_name) $$;
create function pg_temp.in_store(p_file text)
returns text
language sql
as $$ select 'stores/' || tests.person('store') || '/' || p_file $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('staff');
select lives_ok($$ select pg_temp.put(pg_temp.in_store('a.webp')) $$, 'the manager');
select throws_ok($$ select pg_temp.put('stores/' || tests.person('other_store') || '/a.webp') $$, '42501', null, 'not in another store''s folder');
select throws_ok($$ select pg_temp.put('a.webp') $$, '42501', null, 'nor outside any');
select throws_ok($$ select pg_temp.put('stores/../x/a.webp') $$, '42501', null, 'nor around it');
select tests.act_as('clerk');
select throws_ok($$ select pg_temp.put(pg_temp.in_store('b.webp')) $$, '42501', null, 'no clerk');
select tests.act_as('customer');
select throws_ok($$ select pg_temp.put(pg_temp.in_store('b.webp')) $$, '42501', null, 'no customer');
select tests.act_as('ops');
select lives_ok($$ select pg_temp.put(pg_temp.in_store('c.webp')) $$, 'ops');
select * from finish();
rollback;
