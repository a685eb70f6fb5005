-- Walks every cell of the state machines: what is listed works, what is not listed is refused and leaves no trace.
begin;
select plan(15);
select tests.make_town();
select tests.delivered_order('order');
select tests.act_as('postgres');

create temporary view order_cells as
select s.state, c.command, a.actor, f.fulfillment_type, t.to_status
from unnest(enum_range(null::public.order_status)) s (state)
cross join (select distinct command from public.order_transitions) c
cross join unnest(enum_range(null::public.actor_role)) a (actor)
left join public.order_transitions l on l.from_status = s.state and l.command = c.command and l.actor = a.actor
-- A listed command is walked with every kind of order, one that nobody lists with one.
cross join unnest(case when l.command is null then '{delivery}' else enum_range(null::public.fulfillment_type) end) f (fulfillment_type)
left join public.order_transitions t on t.from_status = s.state and t.command = c.command and t.actor = a.actor
  and f.fulfillment_type = any (t.fulfillment_types);

create function pg_temp.order_cell(
  p_state public.order_status, p_command text, p_actor public.actor_role, p_type public.fulfillment_type)
returns text
language plpgsql
as $$
declare
  v_id uuid := current_setting('tests.order')::uuid;
  v_events bigint;
  v_answer text;
  v_after record;
begin
  update public.orders set status = p_state, fulfillment_type = p_type where id = v_id;
  select count(*) into v_events from public.order_events where order_id = v_id;
  begin
    v_answer := (private.apply_order_command(v_id, p_command, p_actor)).status::text;
  exception when others then
    v_answer := sqlerrm;
  end;
  select o.status, (select count(*) from public.order_events where order_id = v_id) - v_events as new_events
  into v_after from public.orders o where o.id = v_id;
  return v_answer || ' ' || v_after.status || ' ' || v_after.new_events;
end;
$$;

select is(
  (select jsonb_object_agg(x.state || ' ' || x.command || ' ' || x.actor || ' ' || x.fulfillment_type, x.found)
   from (select c.*, pg_temp.order_cell(c.state, c.command, c.actor, c.fulfillment_type) as found from order_cells c) x
   where x.found <> case when x.to_status is null then 'order.transition_refused ' || x.state || ' 0'
     -- A paid voucher order goes on by itself; the one here sells no vouchers, so it is given back.
     when x.command = 'pay' and x.fulfillment_type = 'voucher' then 'cancelled cancelled 3'
     else x.to_status || ' ' || x.to_status || ' 1' end),
  null, 'order: every state × command × actor × fulfilment');
select cmp_ok((select count(*) from order_cells), '>', 1500::bigint, 'the order walk covers every cell');
delete from public.vouchers;

-- The same for the two machines that hang on an order.
create temporary table a_booking on commit drop as
with made as (
  insert into public.bookings (order_id, store_id, customer_id, starts_at, ends_at)
  select id, store_id, customer_id, now(), now() + interval '1 hour' from public.orders where id = current_setting('tests.order')::uuid
  returning id
)
select id from made;
create temporary table a_voucher on commit drop as
with made as (
  insert into public.vouchers (order_id, order_item_id, store_id, customer_id, code, amount_cents, expires_at)
  select o.id, i.id, o.store_id, o.customer_id, private.new_voucher_code(), 1, now() + interval '1 day'
  from public.orders o join public.order_items i on i.order_id = o.id and i.line_number = 1
  where o.id = current_setting('tests.order')::uuid
  returning id
)
select id from made;

create function pg_temp.booking_cell(p_state public.booking_status, p_command text, p_actor public.actor_role)
returns text
language plpgsql
as $$
begin
  update public.bookings set status = p_state where id = (select id from a_booking);
  return (private.apply_booking_command((select id from a_booking), p_command, p_actor)).status::text;
exception when others then
  return sqlerrm;
end;
$$;

create function pg_temp.voucher_cell(p_state public.voucher_status, p_command text, p_actor public.actor_role)
returns text
language plpgsql
as $$
begin
  update public.vouchers set status = p_state where id = (select id from a_voucher);
  return (private.apply_voucher_command((select id from a_voucher), p_command, p_actor)).status::text;
exception when others then
  return sqlerrm;
end;
$$;

select is(
  (select jsonb_object_agg(s.state || ' ' || c.command || ' ' || a.actor, x.found)
   from unnest(enum_range(null::public.booking_status)) s (state)
   cross join (select distinct command from public.booking_transitions) c
   cross join unnest(enum_range(null::public.actor_role)) a (actor)
   left join public.booking_transitions t on t.from_status = s.state and t.command = c.command and t.actor = a.actor
   cross join lateral (select pg_temp.booking_cell(s.state, c.command, a.actor) as found) x
   where x.found <> coalesce(t.to_status::text, 'booking.transition_refused')),
  null, 'booking: every state × command × actor');
select is(
  (select jsonb_object_agg(s.state || ' ' || c.command || ' ' || a.actor, x.found)
   from unnest(enum_range(null::public.voucher_status)) s (state)
   cross join (select distinct command from public.voucher_transitions) c
   cross join unnest(enum_range(null::public.actor_role)) a (actor)
   left join public.voucher_transitions t on t.from_status = s.state and t.command = c.command and t.actor = a.actor
   cross join lateral (select pg_temp.voucher_cell(s.state, c.command, a.actor) as found) x
   where x.found <> coalesce(t.to_status::text, 'voucher.transition_refused')),
  null, 'voucher: every state × command × actor');
delete from public.bookings;
delete from public.vouchers;
update public.orders set fulfillment_type = 'delivery' where id = current_setting('tests.order')::uuid;
select is(
  (select count(*) from public.booking_events) + (select count(*) from public.voucher_events), 0::bigint, 'and their events go with them');

create temporary view delivery_cells as
select s.state, c.command, a.actor, t.to_status
from unnest(enum_range(null::public.delivery_status)) s (state)
cross join (select distinct command from public.delivery_transitions) c
cross join unnest(enum_range(null::public.actor_role)) a (actor)
left join public.delivery_transitions t on t.from_status = s.state and t.command = c.command and t.actor = a.actor;

create function pg_temp.delivery_cell(p_state public.delivery_status, p_command text, p_actor public.actor_role)
returns text
language plpgsql
as $$
declare
  v_id uuid := (select id from public.deliveries where order_id = current_setting('tests.order')::uuid);
  v_events bigint;
  v_answer text;
  v_after record;
begin
  update public.deliveries set status = p_state where id = v_id;
  select count(*) into v_events from public.delivery_events where delivery_id = v_id;
  begin
    v_answer := (private.apply_delivery_command(v_id, p_command, p_actor, tests.person('rider'))).status::text;
  exception when others then
    v_answer := sqlerrm;
  end;
  select d.status, (select count(*) from public.delivery_events where delivery_id = v_id) - v_events as new_events
  into v_after from public.deliveries d where d.id = v_id;
  return v_answer || ' ' || v_after.status || ' ' || v_after.new_events;
end;
$$;

select is(
  (select jsonb_object_agg(x.state || ' ' || x.command || ' ' || x.actor, x.found)
   from (select c.*, pg_temp.delivery_cell(c.state, c.command, c.actor) as found from delivery_cells c) x
   where x.found <> case when x.to_status is null then 'delivery.transition_refused ' || x.state || ' 0'
     else x.to_status || ' ' || x.to_status || ' 1' end),
  null, 'delivery: every state × command × actor');

create function pg_temp.payment_cell(p_state public.payment_status, p_command text)
returns text
language plpgsql
as $$
declare
  v_id uuid := (select id from public.payments where order_id = current_setting('tests.order')::uuid);
begin
  update public.payments set status = p_state, refunded_cents = 0 where id = v_id;
  return (private.apply_payment_command(v_id, p_command, 'cell-' || p_state || p_command, 1, '{}', now())).status::text;
exception when others then
  return sqlerrm;
end;
$$;

select is(
  (select jsonb_object_agg(s.state || ' ' || c.command, x.found)
   from unnest(enum_range(null::public.payment_status)) s (state)
   cross join (select distinct command from public.payment_transitions) c
   left join public.payment_transitions t on t.from_status = s.state and t.command = c.command
   cross join lateral (select pg_temp.payment_cell(s.state, c.command) as found) x
   where x.found <> coalesce(t.to_status::text, 'payment.transition_refused')),
  null, 'payment: every state × command');

create temporary table a_refund on commit drop as
with made as (
  insert into public.refund_requests (
    order_id, payment_id, customer_id, store_id, out_refund_no, amount_cents, liable_party, reason)
  select order_id, id, customer_id, tests.person('store'), 'LRtest', 1, 'platform', 'test' from public.payments
  where order_id = current_setting('tests.order')::uuid
  returning id
)
select id from made;

create function pg_temp.refund_cell(p_state public.refund_status, p_command text, p_actor public.actor_role)
returns text
language plpgsql
as $$
begin
  update public.refund_requests set status = p_state where id = (select id from a_refund);
  return (private.apply_refund_command((select id from a_refund), p_command, p_actor)).status::text;
exception when others then
  return sqlerrm;
end;
$$;

select is(
  (select jsonb_object_agg(s.state || ' ' || c.command || ' ' || a.actor, x.found)
   from unnest(enum_range(null::public.refund_status)) s (state)
   cross join (select distinct command from public.refund_transitions) c
   cross join unnest(enum_range(null::public.actor_role)) a (actor)
   left join public.refund_transitions t on t.from_status = s.state and t.command = c.command and t.actor = a.actor
   cross join lateral (select pg_temp.refund_cell(s.state, c.command, a.actor) as found) x
   where x.found <> coalesce(t.to_status::text, 'refund.transition_refused')),
  null, 'refund: every state × command × actor');

create temporary table a_ticket on commit drop as
with made as (
  insert into public.tickets (subject_code, opened_by, opened_as, first_response_due_at, resolution_due_at)
  values ('ticket_other', tests.person('customer'), 'customer', now(), now())
  returning id
)
select id from made;

create function pg_temp.ticket_cell(p_state public.ticket_status, p_command text, p_actor public.actor_role)
returns text
language plpgsql
as $$
begin
  update public.tickets set status = p_state where id = (select id from a_ticket);
  return (private.apply_ticket_command((select id from a_ticket), p_command, p_actor)).status::text;
exception when others then
  return sqlerrm;
end;
$$;

select is(
  (select jsonb_object_agg(s.state || ' ' || c.command || ' ' || a.actor, x.found)
   from unnest(enum_range(null::public.ticket_status)) s (state)
   cross join (select distinct command from public.ticket_transitions) c
   cross join unnest(enum_range(null::public.actor_role)) a (actor)
   left join public.ticket_transitions t on t.from_status = s.state and t.command = c.command and t.actor = a.actor
   cross join lateral (select pg_temp.ticket_cell(s.state, c.command, a.actor) as found) x
   where x.found <> coalesce(t.to_status::text, 'support.transition_refused')),
  null, 'ticket: every state × command × actor');

create temporary table a_penalty on commit drop as
with made as (
  insert into public.merchant_penalties (merchant_id, city_id, kind, reason_code, currency, note, appeal_due_at)
  values (tests.person('merchant'), tests.person('city'), 'warning', 'food_safety', 'CNY', 'x', now())
  returning id
)
select id from made;
create temporary table an_invoice on commit drop as
with made as (
  insert into public.order_invoices (order_id, customer_id, merchant_id, store_id, city_id, buyer_kind, title, email, currency,
    amount_cents, owed_cents)
  select id, customer_id, merchant_id, store_id, city_id, 'person', 'x', 'a@b.cn', 'CNY', 1, 1
  from public.orders where id = current_setting('tests.order')::uuid
  returning id
)
select id from made;

create function pg_temp.penalty_cell(p_state public.penalty_status, p_command text, p_actor public.actor_role)
returns text
language plpgsql
as $$
begin
  update public.merchant_penalties set status = p_state where id = (select id from a_penalty);
  return (private.apply_penalty_command((select id from a_penalty), p_command, p_actor)).status::text;
exception when others then
  return sqlerrm;
end;
$$;

create function pg_temp.invoice_cell(p_state public.invoice_status, p_command text, p_actor public.actor_role)
returns text
language plpgsql
as $$
begin
  update public.order_invoices
  set status = p_state, number = case when p_state in ('issued', 'voided') then '1' end where id = (select id from an_invoice);
  return (private.apply_invoice_command((select id from an_invoice), p_command, p_actor, '{"number": "2"}')).status::text;
exception when others then
  return sqlerrm;
end;
$$;

select is(
  (select jsonb_object_agg(s.state || ' ' || c.command || ' ' || a.actor, x.found)
   from unnest(enum_range(null::public.penalty_status)) s (state)
   cross join (select distinct command from public.penalty_transitions) c
   cross join unnest(enum_range(null::public.actor_role)) a (actor)
   left join public.penalty_transitions t on t.from_status = s.state and t.command = c.command and t.actor = a.actor
   cross join lateral (select pg_temp.penalty_cell(s.state, c.command, a.actor) as found) x
   where x.found <> coalesce(t.to_status::text, 'penalty.transition_refused')),
  null, 'penalty: every state × command × actor');
select is(
  (select jsonb_object_agg(s.state || ' ' || c.command || ' ' || a.actor, x.found)
   from unnest(enum_range(null::public.invoice_status)) s (state)
   cross join (select distinct command from public.invoice_transitions) c
   cross join unnest(enum_range(null::public.actor_role)) a (actor)
   left join public.invoice_transitions t on t.from_status = s.state and t.command = c.command and t.actor = a.actor
   cross join lateral (select pg_temp.invoice_cell(s.state, c.command, a.actor) as found) x
   where x.found <> coalesce(t.to_status::text, 'invoice.transition_refused')),
  null, 'invoice: every state × command × actor');

-- The same machines through the door that people use: who may, may; everyone else is refused, whatever the state.
create temporary table door (rpc text, command text) on commit drop;
insert into door values
  ('select public.accept_order(%L, %L)', 'accept'),
  ('select public.start_preparing(%L, %L)', 'start_preparing'),
  ('select public.mark_order_ready(%L, %L)', 'mark_ready'),
  ('select public.reject_order(%L, %L, ''sold_out'')', 'reject'),
  ('select public.collect_order(%L, %L, ''4711'')', 'collect'),
  ('select public.start_service(%L, %L)', 'start_service'),
  ('select public.complete_service(%L, %L)', 'complete'),
  ('select public.mark_no_show(%L, %L)', 'no_show'),
  ('select public.delay_order(%L, 10, %L)', 'delay'),
  ('select public.urge_order(%L, %L)', 'urge'),
  ('select public.cancel_order(%L, %L, pg_temp.cancel_reason())', 'cancel');
create temporary table person_actor (person text, actor public.actor_role) on commit drop;
insert into person_actor values
  ('anon', null), ('customer', 'customer'), ('other_customer', null), ('staff', 'merchant'), ('clerk', 'merchant'),
  ('other_staff', null), ('rider', null), ('other_rider', null), ('ops', 'ops');

create function pg_temp.cancel_reason()
returns text
language sql
as $$
  select case auth.uid() when tests.person('customer') then 'changed_mind'
    when tests.person('staff') then 'kitchen_problem' when tests.person('clerk') then 'kitchen_problem'
    else 'ops_decision' end;
$$;
grant execute on function pg_temp.cancel_reason() to public;

create function pg_temp.door_cell(p_state public.order_status, p_rpc text, p_person text, p_type public.fulfillment_type)
returns boolean
language plpgsql
as $$
declare
  v_id uuid := current_setting('tests.order')::uuid;
  v_done boolean;
begin
  begin
    update public.orders set status = p_state, pickup_code = '4711', fulfillment_type = p_type where id = v_id;
    if p_rpc like '%no_show%' then
      insert into public.bookings (order_id, store_id, customer_id, status, starts_at, ends_at)
      select id, store_id, customer_id, 'confirmed', now() - interval '1 hour', now() from public.orders where id = v_id;
    end if;
    perform tests.act_as(p_person);
    execute format(p_rpc, v_id, 'door-' || p_state || '-' || p_person);
    v_done := true;
    raise exception using errcode = 'ZZ001', message = 'undo';
  exception
    when sqlstate 'ZZ001' then null;
    when unique_violation then v_done := true; -- completed once already: the command itself was let through
    when others then v_done := false;
  end;
  perform tests.act_as('postgres');
  return v_done;
end;
$$;

select is(
  (select jsonb_object_agg(s.state || ' ' || d.command || ' ' || p.person || ' ' || f.fulfillment_type, x.found)
   from unnest(enum_range(null::public.order_status)) s (state)
   cross join door d
   cross join person_actor p
   cross join lateral (
     select coalesce((
       select (t.fulfillment_types)[array_length(t.fulfillment_types, 1)] from public.order_transitions t
       where t.from_status = s.state and t.command = d.command limit 1), 'pickup') as fulfillment_type) f
   cross join lateral (
     select exists (
       select 1 from public.order_transitions t
       where t.from_status = s.state and t.command = d.command and t.actor = p.actor
         and f.fulfillment_type = any (t.fulfillment_types)) as wanted) w
   cross join lateral (select pg_temp.door_cell(s.state, d.rpc, p.person, f.fulfillment_type) as found) x
   where x.found is distinct from w.wanted),
  null, 'orders through RPC: every state × command × person');

create temporary table rider_door (rpc text, command text) on commit drop;
insert into rider_door values
  ('select public.arrive_at_store(%L, %L)', 'arrive_at_store'),
  ('select public.pick_up_delivery(%L, %L)', 'pick_up'),
  ('select public.arrive_at_customer(%L, %L)', 'arrive_at_customer'),
  ('select public.deliver_delivery(%L, %L)', 'deliver'),
  ('select public.assign_delivery(%L, tests.person(''rider''), %L)', 'assign');

create function pg_temp.rider_cell(p_state public.delivery_status, p_rpc text, p_person text)
returns boolean
language plpgsql
as $$
declare
  v_id uuid := (select id from public.deliveries where order_id = current_setting('tests.order')::uuid);
  v_done boolean;
begin
  begin
    update public.deliveries set status = p_state where id = v_id;
    update public.orders
    set status = case when p_state in ('picked_up', 'arrived_at_customer') then 'in_delivery' else 'ready' end::public.order_status
    where id = current_setting('tests.order')::uuid;
    perform tests.act_as(p_person);
    execute format(p_rpc, v_id, 'door-' || p_state || '-' || p_person);
    v_done := true;
    raise exception using errcode = 'ZZ001', message = 'undo';
  exception
    when sqlstate 'ZZ001' then null;
    when unique_violation then v_done := true; -- split once already: the command itself was let through
    when others then v_done := false;
  end;
  perform tests.act_as('postgres');
  return v_done;
end;
$$;

select is(
  (select jsonb_object_agg(s.state || ' ' || d.command || ' ' || p.person, x.found)
   from unnest(enum_range(null::public.delivery_status)) s (state)
   cross join rider_door d
   cross join (values ('anon'), ('customer'), ('staff'), ('other_staff'), ('rider'), ('other_rider'), ('ops')) as p (person)
   cross join lateral (
     select case d.command
       -- Ops also take a task from another rider first, as long as it is not picked up.
       when 'assign' then p.person = 'ops' and s.state in ('unassigned', 'assigned', 'arrived_at_store')
       else p.person = 'rider' and exists (
         select 1 from public.delivery_transitions t where t.from_status = s.state and t.command = d.command and t.actor = 'rider')
       end as wanted) w
   cross join lateral (select pg_temp.rider_cell(s.state, d.rpc, p.person) as found) x
   where x.found is distinct from w.wanted),
  null, 'deliveries through RPC: every state × command × person');

select throws_ok(
  $$ delete from public.ledger_entries $$, null, null, 'the ledger cannot be deleted from');
select throws_ok(
  $$ update public.ledger_entries set amount_cents = amount_cents + 1 $$, null, null, 'nor changed');
select * from finish();
rollback;
