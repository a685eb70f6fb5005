-- Who may end an order, and when.
begin;
select plan(9);
select tests.make_town();
select tests.paid_order('order');

create function pg_temp.cancel(p_key text, p_reason text default 'changed_mind')
returns text
language sql
as $$ select public.cancel_order(current_setting('tests.order')::uuid, p_key, p_reason) ->> 'status' $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('anon');
select throws_ok($$ select pg_temp.cancel('cancel-00') $$, '42501', null, 'nobody');
select tests.act_as('other_customer');
select throws_ok($$ select pg_temp.cancel('cancel-00') $$, 'PT403', 'store.not_staff', 'no other customer');
select throws_ok($$ select public.cancel_order(gen_random_uuid(), 'cancel-00', 'changed_mind') $$, 'PT403', 'store.not_staff',
  'and the answer is the same for an order that does not exist');
select tests.act_as('other_staff');
select throws_ok($$ select pg_temp.cancel('cancel-00') $$, 'PT403', 'store.not_staff', 'no other store');
select tests.act_as('staff');
select throws_ok($$ select pg_temp.cancel('cancel-00', 'kitchen_problem') $$, 'PT409', 'order.transition_refused', 'a store rejects before it accepts');
select lives_ok($$ select public.accept_order(current_setting('tests.order')::uuid, 'accept-1') $$, 'once accepted');
select tests.act_as('customer');
select throws_ok($$ select pg_temp.cancel('cancel-00') $$, 'PT409', 'order.transition_refused', 'the customer asks instead');
select throws_ok($$ select pg_temp.cancel('cancel-00', null) $$, 'PT422', 'order.reason_required', 'and nobody cancels without a reason');
select tests.act_as('staff');
select is(pg_temp.cancel('cancel-00', 'kitchen_problem'), 'cancelled', 'the store may still give up');
select * from finish();
rollback;
