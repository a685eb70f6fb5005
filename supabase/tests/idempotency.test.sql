-- A repeat returns the first answer; a key never answers for something else.
begin;
select plan(7);
select tests.make_town();
select tests.paid_order('first');
select tests.paid_order('second');

select tests.act_as('staff');
select is(
  public.accept_order(current_setting('tests.first')::uuid, 'same-key', 20) ->> 'status', 'accepted', 'the first order is accepted');
select is(
  public.accept_order(current_setting('tests.first')::uuid, 'same-key', 5) ->> 'status', 'accepted', 'a repeat gets the first answer');
select is(
  (select count(*) from public.order_events where order_id = current_setting('tests.first')::uuid and command = 'accept'),
  1::bigint, 'and changes nothing');
select throws_ok(
  format('select public.accept_order(%L, %L)', current_setting('tests.second'), 'same-key'),
  'PT422', 'platform.idempotency_key_reused', 'the key of one order does not answer for another');
select tests.act_as('postgres');
select is((select status from public.orders where id = current_setting('tests.second')::uuid), 'placed', 'which stays as it was');

select tests.act_as('other_staff');
select throws_ok(
  format('select public.accept_order(%L, %L)', current_setting('tests.first'), 'same-key'),
  'PT403', 'store.not_staff', 'a key does not open another store''s answers');
select tests.act_as('clerk');
select throws_ok(
  format('select public.accept_order(%L, %L)', current_setting('tests.first'), 'same-key'),
  'PT409', 'order.transition_refused', 'and two people''s keys never meet');
select * from finish();
rollback;
