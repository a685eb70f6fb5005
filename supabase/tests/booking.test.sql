-- A service at the customer's place: booked for a slot, moved with its order, done or not there.
begin;
select plan(22);
select tests.make_town();
insert into public.products (id, store_id, section_id, kind, name, price_cents) values
  (tests.person('repair'), tests.person('store'), tests.person('section'), 'service', '空调清洗', 9000);
insert into public.service_items (product_id, store_id, duration_minutes, required_skill)
values (tests.person('repair'), tests.person('store'), 90, 'aircon');
create function pg_temp.slot() returns timestamptz language sql as $$
  select starts_at from public.list_slots(tests.person('store'), 'on_site', (now() at time zone 'Asia/Shanghai')::date + 1) order by 1 offset 20 limit 1 $$;
create function pg_temp.quote(p_slot timestamptz) returns jsonb language sql as $$
  select public.quote_order(tests.person('store'), jsonb_build_array(jsonb_build_object('product_id', tests.person('repair'), 'quantity', 1)),
    'on_site', tests.person('home'), 0, p_slot) $$;
create function pg_temp.booked(p_name text) returns uuid language plpgsql as $$
declare v_id uuid; v_pay jsonb;
begin
  perform tests.act_as('customer');
  v_id := (public.place_order((pg_temp.quote(pg_temp.slot()) ->> 'id')::uuid, 'place-' || p_name) ->> 'id')::uuid;
  v_pay := public.create_payment(v_id, 'wechat_pay');
  perform tests.act_as('service_role');
  perform public.record_payment_event('wechat_pay', 'e-' || p_name, 'captured', v_pay ->> 'out_trade_no', 'tx-' || p_name, (v_pay ->> 'amount_cents')::bigint, now());
  perform set_config('t.' || p_name, v_id::text, true);
  return v_id;
end $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select throws_ok($$ select pg_temp.quote(null) $$, 'PT422', 'order.slot_required', 'a service needs a time');
select throws_ok($$ select pg_temp.quote(pg_temp.slot() + interval '7 minutes') $$, 'PT422', 'order.slot_invalid', 'that begins a slot');
select is((pg_temp.quote(pg_temp.slot()) ->> 'slot_starts_at')::timestamptz, pg_temp.slot(), 'the quote is for the slot');
select pg_temp.booked('one');
select tests.act_as('customer');
select is(
  (select status || ' ' || skill || ' ' || (ends_at - starts_at) from public.bookings where order_id = current_setting('t.one')::uuid),
  'requested aircon 01:30:00', 'placing requests a booking as long as the service takes');
select tests.act_as('other_customer');
select is_empty($$ select 1 from public.bookings $$, 'nobody else sees it');

select tests.act_as('staff');
select throws_ok($$ select public.start_service(current_setting('t.one')::uuid, 'start-01') $$,
  'PT409', 'order.transition_refused', 'what is not accepted does not begin');
select lives_ok($$ select public.accept_order(current_setting('t.one')::uuid, 'accept-1') $$, 'accepted');
select is((select status from public.bookings), 'confirmed', 'the booking is confirmed with it');
select throws_ok($$ select public.assign_booking(current_setting('t.one')::uuid, tests.person('customer')) $$,
  'PT422', 'booking.worker_not_staff', 'only staff go');
select is(public.assign_booking(current_setting('t.one')::uuid, tests.person('clerk')) ->> 'worker_id', tests.person('clerk')::text, 'a clerk goes');
select is((public.list_store_bookings(tests.person('store'), now(), now() + interval '3 days') #> '{bookings,0}')
    #>> '{worker_id}', tests.person('clerk')::text, 'the desk shows who goes');
select matches(public.list_store_bookings(tests.person('store'), now(), now() + interval '3 days') #>> '{bookings,0,contact,phone}', '\*', 'and a masked customer');
select tests.act_as('clerk');
select is(public.list_store_bookings(tests.person('store'), now(), now() + interval '3 days') #>> '{bookings,0,contact,phone}',
  public.get_order_page(current_setting('t.one')::uuid) #>> '{contact,contact_phone}', 'who goes can call');
select doesnt_match(public.get_order_page(current_setting('t.one')::uuid) #>> '{contact,contact_phone}', '\*', 'in full');
select throws_ok($$ select public.list_store_bookings(tests.person('store'), now(), now() + interval '60 days') $$, 'PT422', 'order.report_range_invalid', 'a month at most');
select tests.act_as('other_staff');
select throws_ok($$ select public.list_store_bookings(tests.person('store'), now(), now() + interval '3 days') $$, 'PT403', 'store.not_staff', 'nobody else''s desk');
select tests.act_as('staff');
select throws_ok($$ select public.mark_no_show(current_setting('t.one')::uuid, 'absent-1') $$,
  'PT409', 'booking.not_begun', 'nobody is absent before the time');
select is(public.start_service(current_setting('t.one')::uuid, 'start-02') ->> 'status', 'in_service', 'begun');
select is(public.complete_service(current_setting('t.one')::uuid, 'done-001') ->> 'status', 'completed', 'done');
select is((select string_agg(status::text, ',') from public.bookings), 'done', 'and so is the booking');

select pg_temp.booked('two');
select tests.act_as('staff');
select public.accept_order(current_setting('t.two')::uuid, 'accept-2');
select tests.act_as('postgres');
update public.bookings set starts_at = now() - interval '1 hour' where order_id = current_setting('t.two')::uuid;
select tests.act_as('staff');
select is(public.mark_no_show(current_setting('t.two')::uuid, 'absent-2') ->> 'status', 'cancelled', 'the customer was not there');
select tests.act_as('postgres');
select is(
  (select r.amount_cents || ' of ' || p.amount_cents from public.refund_requests r join public.payments p on p.id = r.payment_id
   where r.order_id = current_setting('t.two')::uuid), '5950 of 8500', 'and gets back what the policy says');
select * from finish();
rollback;
