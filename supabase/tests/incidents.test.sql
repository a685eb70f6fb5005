-- A rider in trouble: before pickup the task goes to another, after it ops decide; money follows.
begin;
select plan(49);
select tests.make_town();
create function pg_temp.delivery_of(p_name text)
returns uuid language sql security definer as $$ select id from public.deliveries where order_id = current_setting('tests.' || p_name)::uuid $$;
create function pg_temp.carried(p_name text)
returns void language plpgsql as $$
begin
  perform tests.paid_order(p_name);
  perform tests.act_as('staff');
  perform public.accept_order(current_setting('tests.' || p_name)::uuid, 'accept-' || p_name);
  perform public.mark_order_ready(current_setting('tests.' || p_name)::uuid, 'ready-' || p_name);
  perform tests.act_as('ops');
  perform public.assign_delivery(pg_temp.delivery_of(p_name), tests.person('rider'), 'assign-' || p_name);
  perform tests.act_as('rider');
  perform public.arrive_at_store(pg_temp.delivery_of(p_name), 'arrive-' || p_name);
  perform public.pick_up_delivery(pg_temp.delivery_of(p_name), 'pick-up-' || p_name);
end;
$$;
grant execute on all functions in schema pg_temp to public;
select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select tests.act_as('other_rider');
select public.go_online(120.153, 30.272);

-- Before pickup.
select tests.paid_order('early');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.early')::uuid, 'accept-early');
select tests.act_as('ops');
select public.assign_delivery(pg_temp.delivery_of('early'), tests.person('rider'), 'assign-early');
select tests.act_as('other_rider');
select throws_ok($$ select public.report_incident(pg_temp.delivery_of('early'), 'vehicle_broken', 'report-0') $$, 'PT404', 'delivery.not_found', 'only about one''s own task');
select tests.act_as('rider');
select throws_ok($$ select public.report_incident(pg_temp.delivery_of('early'), 'rider_dark', 'report-0') $$, 'PT422', 'delivery.reason_unknown', 'only with a rider''s reason');
select is(public.report_incident(pg_temp.delivery_of('early'), 'vehicle_broken', 'report-1') ->> 'status', 'unassigned', 'a broken vehicle gives the task back');
select is(public.report_incident(pg_temp.delivery_of('early'), 'vehicle_broken', 'report-1') ->> 'status', 'unassigned', 'a repeat gets the first answer');
select is((select count(*) from public.breach_records), 1::bigint, 'it is a breach');
select tests.act_as('service_role');
select ok(public.begin_dispatch_tick(tests.person('zone')) #> '{deliveries,0,excluded_rider_ids}' ? tests.person('rider')::text, 'and is not asked again');
select tests.act_as('postgres');
delete from private.dispatch_leases;
select tests.act_as('ops');
select lives_ok($$ select public.waive_breach((select id from public.breach_records), 'a nail on the road') $$, 'ops may waive it');
select throws_ok($$ select public.waive_breach((select id from public.breach_records), 'twice') $$, 'PT404', 'delivery.breach_not_found', 'once');
select public.assign_delivery(pg_temp.delivery_of('early'), tests.person('other_rider'), 'assign-early-2');

-- After pickup: nobody at the door.
select pg_temp.carried('absent');
select is(public.report_incident(pg_temp.delivery_of('absent'), 'customer_absent', 'report-2', '敲门无人') ->> 'status', 'picked_up', 'with goods in hand nothing changes yet');
select tests.act_as('customer');
select throws_ok($$ select public.resolve_delivery(pg_temp.delivery_of('absent'), 'fail', 'fail-000') $$, 'PT403', 'identity.not_allowed', 'customers do not decide');
select tests.act_as('ops');
select throws_ok($$ select public.resolve_delivery(pg_temp.delivery_of('absent'), 'forget', 'fail-001') $$, 'PT422', 'delivery.resolution_unknown', 'only a known way out');
select is(public.resolve_delivery(pg_temp.delivery_of('absent'), 'fail', 'fail-002') ->> 'status', 'failed', 'ops end it');
select is(public.resolve_delivery(pg_temp.delivery_of('absent'), 'fail', 'fail-002') ->> 'is_return_due', 'true', 'a repeat gets the first answer; the goods go back');
select tests.act_as('postgres');
select is((select status from public.orders where id = current_setting('tests.absent')::uuid), 'cancelled', 'the order is over');
select is((select sum(amount_cents)::numeric from public.refund_requests where order_id = current_setting('tests.absent')::uuid),
  (select total_cents::numeric from public.orders where id = current_setting('tests.absent')::uuid), 'the customer gets everything back');
select is(
  (select -sum(e.amount_cents) from public.ledger_entries e
   join public.ledger_transactions t on t.id = e.transaction_id join public.ledger_accounts a on a.id = e.account_id
   where t.order_id = current_setting('tests.absent')::uuid and a.kind = 'rider_payable'),
  (select rider_pay_cents from public.deliveries where id = pg_temp.delivery_of('absent'))::numeric, 'the rider is paid for the way');
select is((select status from public.delivery_incidents where delivery_id = pg_temp.delivery_of('absent')), 'resolved', 'the incident is closed');
select tests.act_as('other_staff');
select throws_ok($$ select public.return_delivery(pg_temp.delivery_of('absent'), 'return-0') $$, 'PT404', 'delivery.not_found', 'another store gets nothing back');
select tests.act_as('rider');
select is(jsonb_array_length(public.get_rider_home() -> 'returns'), 1, 'the rider sees what goes back');
select isnt(public.return_delivery(pg_temp.delivery_of('absent'), 'return-1') ->> 'returned_at', null, 'and brings it');
select tests.act_as('staff');
select throws_ok($$ select public.return_delivery(pg_temp.delivery_of('absent'), 'return-2') $$, 'PT409', 'delivery.transition_refused', 'once');

-- A rider goes dark with goods in hand, and with a task still in the store.
select pg_temp.carried('dark');
select tests.paid_order('waiting');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.waiting')::uuid, 'accept-waiting');
select tests.act_as('ops');
select public.assign_delivery(pg_temp.delivery_of('waiting'), tests.person('rider'), 'assign-waiting');
select tests.act_as('postgres');
select is(private.watch_riders(), 0, 'who reports is there');
update public.riders set position_at = now() - interval '11 minutes' where id = tests.person('rider');
select is(private.watch_riders(), 1, 'who does not is dark');
select is((select status from public.deliveries where id = pg_temp.delivery_of('waiting')), 'unassigned', 'what is in the store goes to others');
select is((select reason_code from public.delivery_incidents where status = 'open'), 'rider_dark', 'for what is in hand ops are called');
select is((select status from public.riders where id = tests.person('rider')), 'online', 'who stays on the map');
select tests.act_as('ops');
select throws_ok(
  $$ select public.resolve_delivery(pg_temp.delivery_of('dark'), 'hand_over', 'hand-000', '', tests.person('rider')) $$,
  'PT409', 'dispatch.rider_not_available', 'not to the same rider');
select is(public.resolve_delivery(pg_temp.delivery_of('dark'), 'hand_over', 'hand-001', '', tests.person('other_rider')) ->> 'rider_id',
  tests.person('other_rider')::text, 'another rider fetches the goods');
update public.riders set is_active = false where id = tests.person('other_rider');
select is((select status from public.riders where id = tests.person('other_rider')), 'offline', 'a rider who is deactivated is gone');
select is((select status from public.deliveries where id = pg_temp.delivery_of('early')), 'unassigned', 'and keeps nothing that is in a store');
select is(public.resolve_delivery(pg_temp.delivery_of('dark'), 'finish', 'finish-1', '电话确认') ->> 'status', 'delivered', 'ops finish what the customer has');
select tests.act_as('postgres');
select is(
  (select sum(-e.amount_cents) from public.ledger_entries e
   join public.ledger_transactions t on t.id = e.transaction_id join public.ledger_accounts a on a.id = e.account_id
   where t.order_id = current_setting('tests.dark')::uuid and a.kind = 'rider_payable' and a.owner_id = tests.person('other_rider')),
  (select rider_pay_cents from public.deliveries where id = pg_temp.delivery_of('dark'))::numeric, 'who carried it last is paid');
select is((select kind from public.delivery_proofs), 'ops', 'and the proof says that ops knew');

-- Ops end an order under way: the rider is paid and brings the goods back.
update public.stock_items set on_hand_count = on_hand_count + 10;
select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select pg_temp.carried('called_off');
select public.report_incident(pg_temp.delivery_of('called_off'), 'customer_absent', 'report-off');
select tests.act_as('ops');
select lives_ok($$ select public.cancel_order(current_setting('tests.called_off')::uuid, 'cancel-off', 'ops_decision') $$, 'ops end an order under way');
select tests.act_as('postgres');
select is(
  (select (d.status, d.is_return_due, i.status)::text
   from public.deliveries d join public.delivery_incidents i on i.delivery_id = d.id where d.id = pg_temp.delivery_of('called_off')),
  '(failed,t,resolved)', 'the goods go back and nothing is open');
select is(
  (select -sum(e.amount_cents) from public.ledger_entries e
   join public.ledger_transactions t on t.id = e.transaction_id join public.ledger_accounts a on a.id = e.account_id
   where t.order_id = current_setting('tests.called_off')::uuid and a.kind = 'rider_payable'),
  (select rider_pay_cents from public.deliveries where id = pg_temp.delivery_of('called_off'))::numeric, 'the rider is paid for the way');
update public.ops_members set role = 'finance' where user_id = tests.person('ops');
select tests.act_as('ops');
select throws_ok($$ select public.return_delivery(pg_temp.delivery_of('called_off'), 'return-off') $$, 'PT404', 'delivery.not_found', 'finance does not take goods back');
select tests.act_as('postgres');
update public.ops_members set role = 'admin' where user_id = tests.person('ops');

-- The customer's code can be guessed five times.
update public.dispatch_parameters set proof_rule = 'code' where zone_id = tests.person('zone');
select pg_temp.carried('coded');
select public.arrive_at_customer(pg_temp.delivery_of('coded'), 'door-coded');
select tests.act_as('postgres');
create function pg_temp.code(p_is_right boolean)
returns text language sql security definer as $$
  select case when p_is_right then code when code = '0000' then '0001' else '0000' end
  from private.delivery_codes where delivery_id = pg_temp.delivery_of('coded')
$$;
create function pg_temp.try(p_key text, p_is_right boolean)
returns jsonb language sql as $$
  select public.deliver_delivery(pg_temp.delivery_of('coded'), p_key, now(), jsonb_build_object('code', pg_temp.code(p_is_right)))
$$;
grant execute on all functions in schema pg_temp to public;
select tests.act_as('rider');
select is(
  pg_temp.try('code-0001', false),
  jsonb_build_object('id', pg_temp.delivery_of('coded'), 'status', 'arrived_at_customer', 'refused', 'delivery.code_wrong'), 'a wrong code is refused');
select is(pg_temp.try('code-0001', false) ->> 'refused', 'delivery.code_wrong', 'a repeat gets the first answer');
select is((select count(pg_temp.try('code-000' || n, false)) from generate_series(2, 5) n), 4::bigint, 'and again');
select throws_ok($$ select pg_temp.try('code-0006', true) $$, 'PT429', 'delivery.code_locked', 'after five not even the right one');
select tests.act_as('ops');
select is(public.resolve_delivery(pg_temp.delivery_of('coded'), 'finish', 'finish-coded') ->> 'status', 'delivered', 'ops finish it');

-- A photo has to be there.
select tests.act_as('postgres');
update public.dispatch_parameters set proof_rule = 'photo' where zone_id = tests.person('zone');
select pg_temp.carried('photo');
select public.arrive_at_customer(pg_temp.delivery_of('photo'), 'door-photo');
select set_config('t.path', 'proofs/' || pg_temp.delivery_of('photo') || '/door.jpg', true);
select throws_ok(
  $$ select public.report_incident(pg_temp.delivery_of('photo'), 'customer_absent', 'report-photo', '', current_setting('t.path')) $$,
  'PT422', 'delivery.photo_invalid', 'an incident with a photo that nobody took');
select throws_ok(
  $$ select public.deliver_delivery(pg_temp.delivery_of('photo'), 'photo-001', now(), jsonb_build_object('photo_path', current_setting('t.path'))) $$,
  'PT422', 'delivery.photo_invalid', 'a proof that nobody took');
select tests.act_as('postgres');
insert into storage.objects (bucket_id, name) values ('proofs', current_setting('t.path'));
select tests.act_as('rider');
select is(
  public.deliver_delivery(pg_temp.delivery_of('photo'), 'photo-002', now(), jsonb_build_object('photo_path', current_setting('t.path'))) ->> 'status',
  'delivered', 'with the photo it is delivered');

-- Nobody keeps a task who cannot do it.
select tests.act_as('postgres');
select is(private.watch_riders(), 0, 'all are well');
update public.deliveries set rider_id = tests.person('other_rider'), status = 'assigned' where id = pg_temp.delivery_of('early');
select is(private.watch_riders(), 1, 'a task that stayed with a deactivated rider is found');
select is((select status from public.deliveries where id = pg_temp.delivery_of('early')), 'unassigned', 'and freed');
update public.riders set zone_id = null, position_at = now() - interval '11 minutes' where id = tests.person('rider');
select is(private.watch_riders(), 1, 'a rider without a zone goes dark too');
select * from finish();
rollback;
