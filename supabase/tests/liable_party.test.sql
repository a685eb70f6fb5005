-- Who bears money that goes back: whom the reason names, unless ops say otherwise; in a refund and in a cancellation alike.
begin;
select plan(15);
select tests.make_town();
update public.stock_items set on_hand_count = 20;
select tests.paid_order('one');
select tests.paid_order('two');
select tests.paid_order('three');
select tests.paid_order('four');
select tests.delivered_order('done');
create function pg_temp.liable(p_order text) returns text language sql security definer
as $$ select string_agg(liable_party::text, ' ' order by created_at, id) from public.refund_requests where order_id = current_setting('tests.' || p_order)::uuid $$;
create function pg_temp.cancel(p_order text, p_reason text, p_liable public.liable_party default null) returns text language sql
as $$ select public.cancel_order(current_setting('tests.' || p_order)::uuid, 'cancel-' || p_order, p_reason, p_liable) ->> 'status' $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('postgres');
select is(private.liable_of_reason('kitchen_problem')::text, 'merchant', 'a reason names who bears it');
select is(private.liable_of_reason('changed_mind')::text, 'platform', 'what is a customer''s fault the platform gives');
select is(private.liable_of_reason('nothing'), null, 'no reason names nobody');

select tests.act_as('customer');
select throws_ok($$ select pg_temp.cancel('one', 'changed_mind', 'merchant') $$, 'PT403', 'identity.not_allowed', 'a customer puts it on nobody');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.one')::uuid, 'accept-one');
select throws_ok($$ select pg_temp.cancel('one', 'kitchen_problem', 'platform') $$, 'PT403', 'identity.not_allowed', 'nor does a store');
select is(pg_temp.cancel('one', 'kitchen_problem'), 'cancelled', 'which cancels');
select is(pg_temp.liable('one'), 'merchant', 'at its own cost');

select tests.act_as('ops');
select pg_temp.cancel('two', 'kitchen_problem');
select is(pg_temp.liable('two'), 'merchant', 'ops cancel at the cost of whom the reason names');
select pg_temp.cancel('three', 'kitchen_problem', 'platform');
select is(pg_temp.liable('three'), 'platform', 'or of whom they say');
select is((select detail ->> 'liable_party' from public.order_events where order_id = current_setting('tests.three')::uuid and command = 'cancel'),
  'platform', 'which the order''s trail keeps');
select public.reject_order(current_setting('tests.four')::uuid, 'reject-four', 'sold_out');
select is(pg_temp.liable('four'), 'merchant', 'a refusal for the store goes by its reason as well');

select throws_ok($$ select public.refund_order(current_setting('tests.done')::uuid, 'refund-00', null, '汤洒了', '[]', 100, 'changed_mind') $$,
  'PT422', 'order.reason_unknown', 'a refund has a reason for refunds');
select public.refund_order(current_setting('tests.done')::uuid, 'refund-01', null, '来得太晚', '[]', 100, 'too_late');
select is(pg_temp.liable('done'), 'platform', 'and goes by it');
select tests.act_as('customer');
select public.request_refund(current_setting('tests.done')::uuid, 'request-1', 'never_came', '[{"line_number": 2}]');
select tests.act_as('staff');
select public.answer_refund((select id from public.refund_requests where is_asked), 'answer-01', false, '已送达');
select tests.act_as('customer');
select public.escalate_refund((select id from public.refund_requests where is_asked), 'escalate1');
select tests.act_as('ops');
select is(public.decide_refund((select id from public.refund_requests where is_asked), 'decide-01', 100) ->> 'liable_party', 'platform',
  'a decision without a party goes by what the customer gave as reason');
select is((select detail ->> 'liable_party' from public.refund_events where command = 'decide'), 'platform', 'and says so');
select * from finish();
rollback;
