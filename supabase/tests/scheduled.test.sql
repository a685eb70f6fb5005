-- A scheduled order holds its slot, waits for its time, and moves only with its customer's consent.
begin;
select plan(17);
select tests.make_town();
insert into public.slot_capacities (store_id, fulfillment_type, slot_minutes, capacity_count)
values (tests.person('store'), 'delivery', 30, 1);
create function pg_temp.slot(p_nr int) returns timestamptz language sql as $$
  select starts_at from public.list_slots(tests.person('store'), 'delivery', (now() at time zone 'Asia/Shanghai')::date + 1) order by 1 offset p_nr limit 1 $$;
create function pg_temp.quote(p_person text, p_home text, p_slot timestamptz) returns uuid language plpgsql as $$
begin
  perform tests.act_as(p_person);
  return (public.quote_order(tests.person('store'), tests.noodles_and_tea(), 'delivery', tests.person(p_home), 0, p_slot) ->> 'id')::uuid;
end $$;
grant execute on all functions in schema pg_temp to public;

select set_config('t.second', pg_temp.quote('other_customer', 'other_home', pg_temp.slot(20))::text, true);
select set_config('t.order', public.place_order(pg_temp.quote('customer', 'home', pg_temp.slot(20)), 'place-01') ->> 'id', true);
select is((select slot_starts_at from public.orders), pg_temp.slot(20), 'placed for the slot');
select is((select left_count from public.list_slots(tests.person('store'), 'delivery', (now() at time zone 'Asia/Shanghai')::date + 1) where starts_at = pg_temp.slot(20)), 0, 'which is taken');
select tests.act_as('other_customer');
select throws_ok($$ select public.place_order(current_setting('t.second')::uuid, 'place-02') $$, 'PT422', 'store.slot_full', 'nobody else gets it');
select tests.act_as('customer');
select set_config('t.pay', public.create_payment(current_setting('t.order')::uuid, 'wechat_pay') ->> 'out_trade_no', true);
select isnt(current_setting('t.pay'), '', 'its own slot does not stop its payment');
select tests.act_as('service_role');
select public.record_payment_event('wechat_pay', 'e1', 'captured', current_setting('t.pay'), 'tx1', (select total_cents from public.orders), now());
select tests.act_as('postgres');
select is((select due_at from public.orders), pg_temp.slot(20) - interval '55 minutes', 'the store''s time to answer runs from the lead before the slot');
select tests.act_as('staff');
select public.accept_order(current_setting('t.order')::uuid, 'accept-1');
select tests.act_as('postgres');
select is_empty($$ select 1 from public.deliveries $$, 'no rider is called yet');
select is((select due_at from public.orders), pg_temp.slot(20) - interval '1 hour', 'but an hour before');
select cmp_ok((select dropoff_expected_at from public.orders), '>=', pg_temp.slot(20), 'promised within the slot');

select tests.act_as('staff');
select set_config('t.request', public.propose_slot(current_setting('t.order')::uuid, pg_temp.slot(21), 'propose-1') ->> 'id', true);
select throws_ok($$ select public.propose_slot(current_setting('t.order')::uuid, pg_temp.slot(22), 'propose-2') $$, 'PT409', 'order.request_open', 'one question at a time');
select throws_ok($$ select public.answer_order_request(current_setting('t.request')::uuid, true, 'answer-1') $$, 'PT404', 'order.request_not_found', 'the store does not answer itself');
select tests.act_as('customer');
select is((select slot_starts_at from public.orders), pg_temp.slot(20), 'nothing moves before the answer');
select lives_ok($$ select public.answer_order_request(current_setting('t.request')::uuid, true, 'answer-2') $$, 'the customer agrees');
select is((select slot_starts_at || '' from public.orders), pg_temp.slot(21) || '', 'and the order moves');
select is((select left_count from public.list_slots(tests.person('store'), 'delivery', (now() at time zone 'Asia/Shanghai')::date + 1) where starts_at = pg_temp.slot(20)), 1, 'the old slot is free');

select tests.act_as('postgres');
update public.orders set due_at = now() where due_at is not null;
select is((select count(*) from generate_series(1, 3) where private.end_due_order()), 1::bigint, 'its time comes');
select is((select status::text from public.deliveries), 'unassigned', 'and a rider is called');
select tests.act_as('ops');
select public.cancel_order(current_setting('t.order')::uuid, 'cancel-1', 'ops_decision');
select is((select left_count from public.list_slots(tests.person('store'), 'delivery', (now() at time zone 'Asia/Shanghai')::date + 1) where starts_at = pg_temp.slot(21)), 1, 'a cancelled order frees its slot');
select * from finish();
rollback;
