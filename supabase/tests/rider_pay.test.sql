-- Pay is base, distance and what the hour and the weather add; a shift has places and a guarantee.
begin;
select plan(17);
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
select is((select sum(amount_cents) from public.delivery_pay_lines), (select rider_pay_cents from public.deliveries)::numeric, 'the rider sees lines that add up');

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
select * from finish();
rollback;
