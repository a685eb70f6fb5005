-- Pay is base, distance and what the hour and the weather add; a shift has places and a guarantee.
begin;
select plan(30);
select tests.make_town();
select tests.act_as('ops');
insert into public.rider_pay_rules (zone_id, kind, label, amount_cents, starts_at, ends_at, weekdays) values
  (tests.person('zone'), 'peak', '夜间', 200, '22:00', '02:00', '{1}');
insert into public.rider_pay_rules (zone_id, kind, label, amount_cents, mode) values (tests.person('zone'), 'weather', '雨天', 150, 'rain');
insert into public.rider_pay_rules (zone_id, kind, label, amount_cents) values (tests.person('zone'), 'guarantee', '保底', 3000);
select throws_ok($$ insert into public.rider_pay_rules (zone_id, kind, label, amount_cents) values (tests.person('zone'), 'peak', '空', 1) $$, '23514', null, 'a peak has its hours');
select tests.act_as('postgres');
create function pg_temp.pay(p_at timestamptz)
returns text language sql as $$
  select string_agg(p.kind || ' ' || p.amount_cents, ', ')
  from public.zones z cross join lateral private.price_rider_pay(z, 2300, p_at) p
$$;
select is(pg_temp.pay('2026-11-16 12:00+08'), 'base 400, distance 300', 'Monday noon: base and every begun kilometre');
select is(pg_temp.pay('2026-11-16 23:00+08'), 'base 400, distance 300, peak 200', 'Monday night adds');
select is(pg_temp.pay('2026-11-17 01:30+08'), 'base 400, distance 300, peak 200', 'until two in the morning');
select is(pg_temp.pay('2026-11-17 23:00+08'), 'base 400, distance 300', 'Tuesday does not');
insert into public.incident_modes (zone_id, kind, starts_at, ends_at)
values (tests.person('zone'), 'rain', '2026-11-17 20:00+08', '2026-11-18 02:00+08');
select is(pg_temp.pay('2026-11-17 23:00+08'), 'base 400, distance 300, weather 150', 'rain does');
select tests.delivered_order('order');
select tests.act_as('rider');
select is((select sum(amount_cents) from public.delivery_pay_lines), (select pay_cents from public.list_my_deliveries())::numeric, 'the rider sees lines that add up');
select is((select count(*) from public.orders), 1::bigint, 'and the order just delivered');
select tests.act_as('customer');
select throws_ok($$ select rider_pay_cents from public.deliveries $$, '42501', null, 'customers do not see what riders earn');
select is_empty($$ select 1 from public.list_my_deliveries() $$, 'nor by its list');
select tests.act_as('postgres');
update public.deliveries set delivered_at = now() - interval '2 days';
select tests.act_as('rider');
select is_empty($$ select 1 from public.orders union all select 1 from public.order_items $$, 'days later the order is nothing to its rider');
select throws_ok(
  $$ select public.get_order_page(current_setting('tests.order')::uuid) $$, 'PT404', 'order.not_found', 'nor its page');
select is((select count(*) from public.list_my_deliveries()), 1::bigint, 'what it earned is listed for ever');
select tests.act_as('postgres');
update public.deliveries set delivered_at = now();

select tests.act_as('ops');
insert into public.rider_shift_slots (zone_id, starts_at, ends_at, capacity)
values (tests.person('zone'), now() - interval '2 hours', now() + interval '1 hour', 1);
select set_config('t.slot', (select id::text from public.rider_shift_slots), true);
select tests.act_as('rider');
select is(public.book_shift(current_setting('t.slot')::uuid, 'book-one') ->> 'guaranteed_cents_per_hour', '3000', 'a place with the guarantee of today');
select throws_ok($$ select public.book_shift(current_setting('t.slot')::uuid, 'book-two') $$, 'PT409', 'delivery.shift_overlaps', 'nobody is in two places');
select tests.act_as('other_rider');
select throws_ok($$ select public.book_shift(current_setting('t.slot')::uuid, 'book-other') $$, 'PT409', 'delivery.shift_full', 'no more riders than places');
select tests.act_as('rider');
select throws_ok(
  $$ select public.release_shift((select id from public.rider_shifts), 'release-1') $$, 'PT409', 'delivery.shift_not_releasable', 'too late to give it back');
select public.go_online(120.152, 30.272);
select is((select status from public.rider_shifts), 'started', 'who comes online has begun');
select isnt(public.get_rider_home() -> 'shift', 'null'::jsonb, 'and sees the shift');
select tests.act_as('postgres');
update public.rider_shifts set started_at = now() - interval '2 hours', ends_at = now();
select is(private.end_shifts(), 1, 'it ends by itself');
select is((select topped_up_cents from public.rider_shifts), 6000 - (select rider_pay_cents from public.deliveries), 'pay below the guarantee is topped up');
select is(
  (select -sum(e.amount_cents) from public.ledger_entries e join public.ledger_accounts a on a.id = e.account_id
   where a.kind = 'rider_payable' and e.purpose = 'guarantee'),
  (select topped_up_cents from public.rider_shifts)::numeric, 'in the books');
select is(private.end_shifts(), 0, 'once');

-- The guarantee pays for the time the rider was there.
insert into public.rider_shift_slots (zone_id, starts_at, ends_at, capacity)
values (tests.person('zone'), now() - interval '2 hours', now() + interval '2 hours', 9);
select set_config('t.slot', (select id::text from public.rider_shift_slots where capacity = 9), true);
select tests.act_as('other_rider');
select public.book_shift(current_setting('t.slot')::uuid, 'book-there');
select public.go_online(120.152, 30.272);
select public.go_offline();
select tests.act_as('postgres');
select is((select left_at from public.rider_shifts where rider_id = tests.person('other_rider')), now(), 'who goes offline has left');
update public.rider_shifts set started_at = now() - interval '2 hours', left_at = now() - interval '1 hour'
where rider_id = tests.person('other_rider');
select tests.act_as('other_rider');
select public.go_online(120.152, 30.272);
select is((select (absent_seconds, left_at is null)::text from public.rider_shifts), '(3600,t)', 'who comes back was away');
select public.go_offline();
select tests.act_as('postgres');
update public.rider_shifts set left_at = now() - interval '30 minutes', ends_at = now() where rider_id = tests.person('other_rider');
select private.end_shifts();
select is((select topped_up_cents from public.rider_shifts where rider_id = tests.person('other_rider')), 1500::bigint, 'half an hour of two is paid');

-- Who is online already begins a shift without coming online.
insert into public.rider_shifts (slot_id, rider_id, zone_id, starts_at, ends_at, created_at)
select id, tests.person('rider'), zone_id, now() - interval '1 hour', ends_at, now() - interval '1 day'
from public.rider_shift_slots where id = current_setting('t.slot')::uuid;
select private.end_shifts();
select is(
  (select (status, started_at)::text from public.rider_shifts where slot_id = current_setting('t.slot')::uuid and rider_id = tests.person('rider')),
  (select ('started', now() - interval '1 hour')::text), 'who is online has begun a shift of now');
create function pg_temp.earned()
returns bigint language sql as $$
  select private.shift_earned(s, now()) from public.rider_shifts s
  where s.slot_id = current_setting('t.slot')::uuid and s.rider_id = tests.person('rider')
$$;
select is(pg_temp.earned(), (select rider_pay_cents from public.deliveries), 'a delivered task counts for it');
update public.deliveries set status = 'failed', closed_at = now(), delivered_at = null;
select is(pg_temp.earned(), (select rider_pay_cents from public.deliveries), 'a failed one that is paid does');
update public.deliveries set reason_code = 'goods_damaged';
select is(pg_temp.earned(), 0::bigint, 'goods that the rider spoilt do not');
select * from finish();
rollback;
