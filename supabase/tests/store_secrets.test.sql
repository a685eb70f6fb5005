-- What stands on a shelf and what a promotion costs whom is for the store and ops.
begin;
select plan(7);
select tests.make_town();
create function pg_temp.stock() returns bigint language sql as $$ select count(*) from public.stock_items $$;
grant execute on function pg_temp.stock() to public;

select tests.act_as('anon');
select throws_ok('select * from public.stock_items', '42501', null, 'no visitor counts the shelf');
select throws_ok('select budget_cents from public.promotions', '42501', null, 'nor reads a budget');
select lives_ok('select id, name, effect from public.promotions', 'but what is offered');
select tests.act_as('customer');
select is(pg_temp.stock(), 0::bigint, 'nor does a customer');
select is_empty('select 1 from public.promotions', 'who sees promotions on the store page');
select tests.act_as('other_staff');
select is(pg_temp.stock(), 0::bigint, 'nor another store');
select tests.act_as('staff');
select is(pg_temp.stock(), 1::bigint, 'the store does');
select * from finish();
rollback;
