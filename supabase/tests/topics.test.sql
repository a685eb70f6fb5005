-- Who may listen to which private topic.
begin;
select plan(9);
select tests.make_town();
select tests.delivered_order('order');
select tests.placed_order('unpaid');

select tests.act_as('customer');
select set_config('tests.ticket', public.open_ticket('ticket_other', '你好', 'ticket-01') ->> 'id', true);

create function pg_temp.listeners(p_topic text)
returns text
language plpgsql
as $$
declare
  v_name text;
  v_found text[] := '{}';
begin
  foreach v_name in array array['anon', 'customer', 'other_customer', 'staff', 'clerk', 'other_staff', 'rider', 'other_rider', 'ops'] loop
    perform tests.act_as(v_name);
    perform set_config('realtime.topic', p_topic, true);
    begin
      if exists (select 1 from realtime.messages where topic = p_topic) then
        v_found := v_found || v_name;
      end if;
    exception when insufficient_privilege then
      null;
    end;
  end loop;
  perform tests.act_as('postgres');
  return array_to_string(v_found, ' ');
end;
$$;

select tests.act_as('postgres');
select private.broadcast('rider:' || tests.person('rider'), 'test', '{}'), private.broadcast('user:' || tests.person('customer'), 'test', '{}'),
  private.broadcast('order:x', 'test', '{}'), private.broadcast('orders', 'test', '{}');
select is(pg_temp.listeners('order:' || current_setting('tests.order')), 'customer staff clerk rider ops', 'an order: those concerned');
select is(pg_temp.listeners('order:' || current_setting('tests.unpaid')), 'customer ops', 'before it is paid: its customer');
select is(pg_temp.listeners('store:' || tests.person('store')), 'staff clerk ops', 'a store: its staff');
select is(pg_temp.listeners('rider:' || tests.person('rider')), 'rider ops', 'a rider: that rider');
select is(pg_temp.listeners('user:' || tests.person('customer')), 'customer', 'a person: that person');
select is(pg_temp.listeners('ticket:' || current_setting('tests.ticket')), 'customer ops', 'a ticket: who asked');
select is(pg_temp.listeners('city:' || tests.person('city')), 'ops', 'a town: ops');
select is(pg_temp.listeners('order:x') || pg_temp.listeners('orders'), '', 'a topic of no kind: nobody');

select tests.act_as('customer');
select throws_ok(
  format('insert into realtime.messages (topic, extension, event, payload, private) values (%L, ''broadcast'', ''order.updated'', ''{}'', true)',
    'order:' || current_setting('tests.order')),
  '42501', null, 'and nobody may speak in it');
select * from finish();
rollback;
