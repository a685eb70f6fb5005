-- Dry runs of fees and messages: what is not saved is priced as if it were, and leaves nothing behind.
begin;
select plan(16);
select tests.make_town();
create function pg_temp.price(p_rules jsonb default null, p_goods bigint default 3000, p_reach int default null)
returns jsonb
language sql
as $$ select public.preview_rate_card(tests.person('store'), 120.158, 30.274, p_goods, 0, now(), p_rules, p_reach) $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('ops');
select is(pg_temp.price() -> 'fee_cents', '400', 'the card that counts');
select is(pg_temp.price() #>> '{rules,1,amount_cents}', '0', 'a rule that does not apply adds nothing');
select is(pg_temp.price('[{"kind": "base", "amount_cents": 700}, {"kind": "amount", "below_cents": 5000, "amount_cents": 200}]') -> 'fee_cents', '900', 'rules that are not saved');
select is(pg_temp.price('[{"kind": "base", "amount_cents": 700}, {"kind": "amount", "free_from_cents": 2000}]') #> '{rules,1,amount_cents}', '-700', 'free from an amount on');
select is(pg_temp.price('[{"kind": "base", "amount_cents": 700}]', p_reach => 100) -> 'is_in_reach', 'false', 'too far is said');
select throws_ok($$ select pg_temp.price('[{"kind": "base", "amount_cents": 700}, {"kind": "weather"}]') $$, 'PT422', 'store.rate_rule_invalid', 'checked as saving would');
select is((select count(*) from public.rate_cards), 1::bigint, 'nothing is left of it');
select is(pg_temp.price() -> 'fee_cents', '400', 'and nothing has changed');
select tests.act_as('staff');
select throws_ok($$ select pg_temp.price() $$, 'PT403', null, 'not for stores');

select tests.act_as('ops');
select lives_ok($$ select public.send_test_notification('in_app', 't', '{store} ok', 'No. {number}', '{"store": "S", "number": "1"}', 'test-0001') $$, 'a test message');
select throws_ok($$ select public.send_test_notification('sms', 't', 'a', 'b', '{}', 'test-0002', 'nobody') $$, 'PT422', 'notification.phone_missing', 'needs a number');
select lives_ok($$ select public.send_test_notification('sms', 't', 'a', 'b', '{"number": "1"}', 'test-0003', '13900000000') $$, 'that is given');
select results_eq($$ select kind, subject, state from public.list_outbox_messages() order by kind $$,
  $$ values ('notify.in_app', 'test', 'waiting'), ('notify.sms', 't', 'waiting') $$, 'both are seen on their way');
select throws_ok($$ select public.retry_outbox_message((select id from public.list_outbox_messages() limit 1)) $$, 'PT409', 'platform.message_not_failed', 'what waits is not sent again');
select tests.act_as('service_role');
select public.finish_outbox_message(m.id, 'no way') from public.claim_outbox_messages() m;
select tests.act_as('ops');
select is((select array_agg(distinct state) from public.list_outbox_messages('failing')), '{failing}', 'what fails is told');
select lives_ok($$ select public.retry_outbox_message(id) from public.list_outbox_messages('failing') $$, 'and tried again');
select * from finish();
rollback;
