-- One tour is offered together; ops bind the engine; a round that lost its zone commits nothing.
begin;
select plan(17);
select tests.make_town();
create function pg_temp.waiting(p_name text)
returns uuid language plpgsql as $$
begin
  perform tests.paid_order('batch_' || p_name);
  perform tests.act_as('staff');
  perform public.accept_order(current_setting('tests.batch_' || p_name)::uuid, 'accept-batch_' || p_name);
  perform tests.act_as('postgres');
  return (select id from public.deliveries where order_id = current_setting('tests.batch_' || p_name)::uuid);
end;
$$;
create function pg_temp.commit(p_rider text, variadic p_deliveries uuid[])
returns text language plpgsql as $$
declare
  v_tick jsonb;
  v_answer jsonb;
begin
  perform tests.act_as('service_role');
  v_tick := public.begin_dispatch_tick(tests.person('zone'));
  v_answer := public.commit_dispatch_tick((v_tick ->> 'tick_id')::uuid, jsonb_build_object('offers', (
    select jsonb_agg(jsonb_build_object('delivery_id', d, 'rider_id', tests.person(p_rider)) order by o)
    from unnest(p_deliveries) with ordinality e (d, o))));
  perform tests.act_as('postgres');
  return (select string_agg(r ->> 'outcome', ', ') from jsonb_array_elements(v_answer) r);
end;
$$;
grant execute on all functions in schema pg_temp to public;
update public.stock_items set on_hand_count = 20;
select set_config('t.' || n, pg_temp.waiting(n)::text, true) from unnest(array['a1', 'b1', 'c1', 'd1']) n;
select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select tests.act_as('other_rider');
select public.go_online(120.153, 30.272);

select is(pg_temp.commit('rider', current_setting('t.a1')::uuid, current_setting('t.b1')::uuid), 'offered, offered', 'two tasks of one tour');
select is((select count(distinct batch_id) from public.dispatch_offers), 1::bigint, 'are one batch');
select is(pg_temp.commit('rider', current_setting('t.c1')::uuid), 'rider_has_offer', 'who is thinking is not asked for more');
select is((select count(*) from public.dispatch_batches), 1::bigint, 'and an empty batch leaves nothing');
select tests.act_as('rider');
select public.accept_offer((public.get_rider_home() #>> '{offers,0,id}')::uuid, 'accept-first');
select is(jsonb_array_length(public.get_rider_home() -> 'offers'), 1, 'each is answered for itself');
select public.accept_offer((public.get_rider_home() #>> '{offers,0,id}')::uuid, 'accept-second');
select is(pg_temp.commit('rider', current_setting('t.c1')::uuid, current_setting('t.d1')::uuid), 'offered, rider_full', 'nobody gets more than they may hold');
-- Which of the two was offered depends on their ids.
select set_config('t.c1', (select delivery_id::text from public.dispatch_offers where status = 'offered'), true);
select set_config('t.d1', (select id::text from public.deliveries where status = 'unassigned'), true);

select tests.act_as('ops');
select is(
  public.override_delivery(current_setting('t.d1')::uuid, jsonb_build_object('pinned_rider_id', tests.person('other_rider')), 'pin-0001')
    ->> 'pinned_rider_id', tests.person('other_rider')::text, 'ops name a rider');
select tests.act_as('postgres');
update public.zones set max_in_hand = 9;
select is((select count(*) from public.dispatch_offers where status = 'offered'), 1::bigint, 'other offers stay');
select tests.act_as('ops');
select public.override_delivery(current_setting('t.c1')::uuid, jsonb_build_object('exclude_rider_ids', jsonb_build_array(tests.person('rider'))), 'exclude-1');
select tests.act_as('postgres');
select is((select count(*) from public.dispatch_offers where status = 'offered'), 0::bigint, 'an offer to who is excluded is taken back');
select is(pg_temp.commit('rider', current_setting('t.d1')::uuid), 'delivery_taken', 'what is pinned goes to nobody else');
select is(pg_temp.commit('other_rider', current_setting('t.d1')::uuid), 'offered', 'but to whom it is pinned');
select tests.act_as('other_rider');
select public.decline_offer((public.get_rider_home() #>> '{offers,0,id}')::uuid, 'too_far');
select tests.act_as('postgres');
select is((select pinned_rider_id from public.deliveries where id = current_setting('t.d1')::uuid), null, 'who declines is pinned no more');
select tests.act_as('ops');
select public.override_delivery(current_setting('t.d1')::uuid, jsonb_build_object('pinned_rider_id', tests.person('other_rider')), 'pin-0002');
select tests.act_as('postgres');
update public.riders set lon = 121 where id = tests.person('other_rider');
select tests.act_as('service_role');
select set_config('t.round', public.begin_dispatch_tick(tests.person('zone'))::text, true);
select is(
  (select d -> 'excluded_rider_ids' from jsonb_array_elements(current_setting('t.round')::jsonb -> 'deliveries') d
   where d ->> 'id' = current_setting('t.d1')), '[]', 'whom ops name again is asked again');
select ok(
  exists (select 1 from jsonb_array_elements(current_setting('t.round')::jsonb -> 'riders') r where r ->> 'id' = tests.person('other_rider')::text),
  'even from far away');
select tests.act_as('postgres');
delete from private.dispatch_leases;

select tests.act_as('service_role');
select set_config('t.tick', public.begin_dispatch_tick(tests.person('zone')) ->> 'tick_id', true);
select is(public.begin_dispatch_tick(tests.person('zone')) ->> 'is_busy', 'true', 'one round a zone at a time');
select tests.act_as('postgres');
update private.dispatch_leases set leased_until = now() - interval '1 second';
select tests.act_as('service_role');
select isnt(public.begin_dispatch_tick(tests.person('zone')) ->> 'tick_id', null, 'a round that died gives the zone back');
select throws_ok(
  $$ select public.commit_dispatch_tick(current_setting('t.tick')::uuid, '{"offers": []}') $$, 'PT409', 'dispatch.tick_not_open', 'and can no longer commit');
select * from finish();
rollback;
