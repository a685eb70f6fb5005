-- An offer is one rider's for a short time; who said no is not asked again; who goes offline gives it back.
begin;
select plan(17);
select tests.make_town();
select tests.paid_order('order');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.order')::uuid, 'accept-1');
select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select tests.act_as('other_rider');
select public.go_online(120.153, 30.272);

create function pg_temp.offer_to(p_rider text)
returns text
language plpgsql
as $$
declare
  v_tick jsonb;
  v_answer jsonb;
begin
  perform tests.act_as('service_role');
  v_tick := public.begin_dispatch_tick(tests.person('zone'));
  v_answer := public.commit_dispatch_tick((v_tick ->> 'tick_id')::uuid, jsonb_build_object('offers', jsonb_build_array(
    jsonb_build_object('delivery_id', v_tick #>> '{deliveries,0,id}', 'rider_id', tests.person(p_rider)))));
  perform set_config('t.excluded', v_tick #>> '{deliveries,0,excluded_rider_ids}', true);
  perform tests.act_as('postgres');
  perform set_config('t.offer', coalesce((select id::text from public.dispatch_offers where status = 'offered'), ''), true);
  perform set_config('t.delivery', (select id::text from public.deliveries), true);
  return v_answer #>> '{0,outcome}';
end;
$$;

select is(pg_temp.offer_to('rider'), 'offered', 'an offer to one rider');
select tests.act_as('other_rider');
select throws_ok($$ select public.accept_offer(current_setting('t.offer')::uuid, 'accept-x') $$, 'PT404', 'dispatch.offer_not_found', 'is not another''s');
select throws_ok($$ select public.decline_offer(current_setting('t.offer')::uuid) $$, 'PT404', 'dispatch.offer_not_found', 'nor may another decline it');
select tests.act_as('customer');
select throws_ok($$ select public.accept_offer(current_setting('t.offer')::uuid, 'accept-x') $$, 'PT403', 'rider.not_rider', 'nor may who is no rider');
select tests.act_as('service_role');
select is(public.begin_dispatch_tick(tests.person('zone')) ->> 'is_idle', 'true', 'what is offered does not wait');

select tests.act_as('rider');
select throws_ok($$ select public.decline_offer(current_setting('t.offer')::uuid, 'changed_mind') $$, 'PT422', 'dispatch.reason_unknown', 'a reason of something else');
select lives_ok($$ select public.decline_offer(current_setting('t.offer')::uuid, 'too_far') $$, 'the rider declines');
select throws_ok($$ select public.accept_offer(current_setting('t.offer')::uuid, 'accept-1') $$, 'PT409', 'dispatch.offer_gone', 'and cannot have it back');
select is(pg_temp.offer_to('other_rider'), 'offered', 'the next is asked');
select is(current_setting('t.excluded')::jsonb, jsonb_build_array(tests.person('rider')), 'who declined is left out');

update public.dispatch_offers set expires_at = now() where status = 'offered';
select tests.act_as('other_rider');
select throws_ok($$ select public.accept_offer(current_setting('t.offer')::uuid, 'accept-2') $$, 'PT409', 'dispatch.offer_gone', 'time is up');
select tests.act_as('postgres');
select is(private.run_offer_timeouts(), 1, 'it ends by itself');
select is((select status from public.deliveries), 'unassigned', 'and the delivery waits again');

select is(pg_temp.offer_to('rider'), 'offered', 'offered once more');
select tests.act_as('rider');
select is(public.go_offline() ->> 'status', 'offline', 'who goes offline');
select tests.act_as('postgres');
select is((select status from public.dispatch_offers where id = current_setting('t.offer')::uuid), 'withdrawn', 'gives the offer back');
select is(pg_temp.offer_to('rider'), 'rider_offline', 'and is not asked while away');
select * from finish();
rollback;
