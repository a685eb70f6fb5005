-- Somebody asks support; support answers in time, resolves with an outcome, and is rated. Notes stay inside.
begin;
select plan(58);
select tests.make_town();
select tests.act_as('postgres');
insert into auth.users (id, email) values (tests.person('support'), 'support@test.linli'), (tests.person('finance'), 'finance@test.linli');
insert into public.ops_members (user_id, role) values (tests.person('support'), 'support'), (tests.person('finance'), 'finance');
select tests.delivered_order('order');

create function pg_temp.ticket() returns uuid language sql as $$ select current_setting('t.ticket')::uuid $$;
create function pg_temp.page() returns jsonb language sql as $$ select public.get_ticket_page(pg_temp.ticket()) $$;
create function pg_temp.names(p_answer jsonb) returns text language sql
as $$ select string_agg(t ->> 'id', ' ' order by o) from jsonb_array_elements(p_answer -> 'tickets') with ordinality x (t, o) $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('anon');
select throws_ok($$ select public.open_ticket('ticket_other', 'hello', 'ticket-00') $$, '42501', null, 'nobody asks unknown');
select tests.act_as('customer');
select throws_ok($$ select public.open_ticket('sold_out', 'x', 'ticket-00') $$, 'PT422', 'support.subject_unknown', 'no subject of tickets');
select throws_ok($$ select public.open_ticket('ticket_order', ' ', 'ticket-00') $$, 'PT422', 'support.message_invalid', 'nothing said');
select throws_ok($$ select public.open_ticket('ticket_order', 'x', 'ticket-00', p_attachments => '{other/a.jpg}') $$,
  'PT422', 'support.attachment_unknown', 'somebody else''s file');
select throws_ok($$ select public.open_ticket('rider_order', 'x', 'ticket-00') $$, 'PT403', 'identity.not_allowed', 'no rider');
select throws_ok($$ select public.open_ticket('store_order', 'x', 'ticket-00', p_store_id => tests.person('store')) $$,
  'PT403', 'store.not_staff', 'no store');
select tests.act_as('other_customer');
select throws_ok($$ select public.open_ticket('ticket_order', 'x', 'ticket-00', current_setting('tests.order')::uuid) $$,
  'PT404', 'order.not_found', 'a stranger''s order');

select tests.act_as('customer');
select set_config('t.ticket', public.open_ticket('ticket_order', '少了一杯茶', 'ticket-01', current_setting('tests.order')::uuid,
  p_attachments => array[tests.person('customer') || '/a.jpg']) ->> 'id', true);
select is(public.open_ticket('ticket_order', '少了一杯茶', 'ticket-01', current_setting('tests.order')::uuid) ->> 'id',
  current_setting('t.ticket'), 'a repeat is the same ticket');
select is(pg_temp.page() -> 'commands', '["close", "reply"]', 'who asked may go on or let it be');
select is(pg_temp.page() #>> '{order,id}', current_setting('tests.order'), 'the page knows its order');
select ok(not (pg_temp.page() -> 'ticket' ? 'due_at') and not pg_temp.page() ? 'events', 'what support owes is its own affair');
select tests.act_as('other_customer');
select throws_ok($$ select pg_temp.page() $$, 'PT404', 'support.not_found', 'strangers see nothing');
select throws_ok($$ select public.reply_ticket(pg_temp.ticket(), 'x', 'reply-00') $$, 'PT404', 'support.not_found', 'or say anything');
select is(public.list_tickets() -> 'tickets', '[]', 'or list it');
select tests.act_as('staff');
select throws_ok($$ select pg_temp.page() $$, 'PT404', 'support.not_found', 'the store neither: it is between customer and support');

-- Support
select tests.act_as('finance');
select throws_ok($$ select public.reply_ticket(pg_temp.ticket(), 'x', 'reply-00') $$, 'PT403', 'identity.not_allowed', 'finance read, but do not answer');
select lives_ok($$ select public.note_ticket(pg_temp.ticket(), '已核对付款', 'note-001') $$, 'they leave a note');
select tests.act_as('support');
select is((public.list_tickets('{"assignee_id": "none", "statuses": ["open"]}', 'due') ->> 'counts')::jsonb,
  '{"open": 1, "waiting": 0, "answered": 0, "overdue": 0, "unassigned": 1, "mine": 0}', 'the desk counts its work');
select is((select due_at = created_at + interval '30 minutes' and resolution_due_at = created_at + interval '1 day' from public.tickets),
  true, 'due by the settings');
select public.prioritize_ticket(pg_temp.ticket(), 'urgent', 'priority1');
select is((select due_at = created_at + interval '3 minutes' and resolution_due_at = created_at + interval '2 hours' from public.tickets),
  true, 'what is urgent is due sooner');
select throws_ok($$ select public.assign_ticket(pg_temp.ticket(), 'assign-0', tests.person('finance')) $$,
  'PT422', 'support.assignee_invalid', 'only people of support get tickets');
select is(public.assign_ticket(pg_temp.ticket(), 'assign-1', tests.person('support')) ->> 'assignee_id', tests.person('support')::text, 'given to somebody');
select is(public.reply_ticket(pg_temp.ticket(), '马上核实', 'reply-01') ->> 'status', 'answered', 'support answers');
select is(public.reply_ticket(pg_temp.ticket(), '马上核实', 'reply-01') ->> 'status', 'answered', 'once');
select is((select first_responded_at is not null and due_at = resolution_due_at from public.tickets), true, 'the first answer is kept');
select is(jsonb_array_length(pg_temp.page() -> 'messages'), 3, 'question, note and answer');
select tests.act_as('customer');
select is((select string_agg(m ->> 'body', ' ') from jsonb_array_elements(pg_temp.page() -> 'messages') m), '少了一杯茶 马上核实', 'the note stays inside');
select is((select count(*) from public.ticket_messages), 2::bigint, 'in the table too');
select is(pg_temp.page() #>> '{messages,1,author_id}', null, 'who of support answered is nobody''s business');
select throws_ok($$ select public.note_ticket(pg_temp.ticket(), 'x', 'note-002') $$, 'PT403', 'identity.not_allowed', 'customers write no notes');
select is(public.reply_ticket(pg_temp.ticket(), '还在等', 'reply-02') ->> 'status', 'waiting', 'the customer goes on');
select throws_ok($$ select public.rate_ticket(pg_temp.ticket(), 5, 'rate-000') $$, 'PT409', 'support.transition_refused', 'rated when it is over');

-- The outcome
select tests.act_as('support');
select throws_ok($$ select public.resolve_ticket(pg_temp.ticket(), '', 'resolve0') $$, 'PT422', 'support.resolution_required', 'an outcome has words');
select is(public.resolve_ticket(pg_temp.ticket(), '已退 8 元', 'resolve1') ->> 'status', 'resolved', 'resolved');
select tests.act_as('customer');
select is(public.reopen_ticket(pg_temp.ticket(), '还没收到', 'reopen-1') ->> 'status', 'waiting', 'opened again');
select tests.act_as('support');
select public.resolve_ticket(pg_temp.ticket(), '已到账', 'resolve2');
select tests.act_as('customer');
select throws_ok($$ select public.rate_ticket(pg_temp.ticket(), 6, 'rate-001') $$, 'PT422', 'support.rating_invalid', 'one to five');
select is(public.rate_ticket(pg_temp.ticket(), 4, 'rate-002', '谢谢') ->> 'status', 'closed', 'a rating ends it');
select throws_ok($$ select public.rate_ticket(pg_temp.ticket(), 4, 'rate-003') $$, 'PT409', 'support.already_rated', 'once');
select tests.act_as('postgres');
select is((select string_agg(payload ->> 'event', ' ' order by payload ->> 'event') from private.outbox_messages where payload ->> 'event' like 'ticket.%'),
  'ticket.answered ticket.resolved ticket.resolved', 'who asked is told');
select is((select string_agg(command, ' ' order by id) from public.ticket_events),
  'open note prioritize assign reply reply resolve reopen resolve rate', 'every step is written down');
update public.tickets set closed_at = now() - interval '8 days';
select tests.act_as('customer');
select throws_ok($$ select public.reopen_ticket(pg_temp.ticket(), 'x', 'reopen-2') $$, 'PT409', 'support.reopen_too_late', 'not after a week');

-- A store's ticket is the store's.
select tests.act_as('clerk');
select set_config('t.ticket', public.open_ticket('store_money', '账单不对', 'ticket-02', p_store_id => tests.person('store')) ->> 'id', true);
select tests.act_as('staff');
select is(public.reply_ticket(pg_temp.ticket(), '补充说明', 'reply-03') ->> 'status', 'open', 'its manager goes on with what a clerk asked');
select is(pg_temp.names(public.list_tickets(jsonb_build_object('store_id', tests.person('store')))), current_setting('t.ticket'), 'and lists it');

-- Support brings the store of an order into a customer's ticket.
select set_config('t.own', current_setting('t.ticket'), true);
select tests.act_as('customer');
select set_config('t.ticket', public.open_ticket('ticket_store', '汤洒了一半', 'ticket-03', current_setting('tests.order')::uuid) ->> 'id', true);
select tests.act_as('staff');
select throws_ok($$ select public.ask_store(pg_temp.ticket(), '我来说', 'asked-00') $$, 'PT403', 'identity.not_allowed', 'a store does not ask itself in');
select tests.act_as('support');
select public.note_ticket(pg_temp.ticket(), '先问店家', 'note-003');
select ok(pg_temp.page() -> 'commands' ? 'ask_store', 'support may ask the store');
select is(public.ask_store(pg_temp.ticket(), '请店家说明包装情况', 'asked-01') ->> 'status', 'open', 'the store is asked');
select ok(not pg_temp.page() -> 'commands' ? 'ask_store', 'once');
select throws_ok($$ select public.ask_store(pg_temp.ticket(), '再问', 'asked-02') $$, 'PT409', 'support.no_store_to_ask', 'and not again');
select throws_ok($$ select public.ask_store(current_setting('t.own')::uuid, '问', 'asked-03') $$, 'PT409', 'support.no_store_to_ask',
  'on its own ticket it is there already');
select tests.act_as('clerk');
select ok(pg_temp.names(public.list_tickets(jsonb_build_object('store_id', tests.person('store')))) ~ current_setting('t.ticket'),
  'its staff list it');
select is((select string_agg(m ->> 'body', ' ') from jsonb_array_elements(pg_temp.page() -> 'messages') m), '汤洒了一半 请店家说明包装情况',
  'and read it, but not the notes');
select is(pg_temp.page() -> 'commands', '["reply"]', 'they answer, no more');
select is(public.reply_ticket(pg_temp.ticket(), '骑手取餐时是好的', 'reply-05') ->> 'status', 'open', 'they say what they know');
select throws_ok($$ select public.close_ticket(pg_temp.ticket(), 'close-01') $$, 'PT409', 'support.transition_refused', 'but end nothing');
select tests.act_as('other_staff');
select throws_ok($$ select pg_temp.page() $$, 'PT404', 'support.not_found', 'another store sees none of it');
select tests.act_as('postgres');
select is((select count(*) from private.outbox_messages where payload ->> 'event' = 'ticket.store_asked'), 2::bigint, 'manager and clerk are told');
select set_config('t.ticket', current_setting('t.own'), true);

-- Silence closes what was answered.
select tests.act_as('support');
select public.reply_ticket(pg_temp.ticket(), '请看附件', 'reply-04');
select tests.act_as('postgres');
update public.tickets set auto_close_at = now() where id = pg_temp.ticket();
select is(private.close_silent_tickets(), 1, 'silence closes it');
select tests.act_as('staff');
select is(pg_temp.page() #>> '{ticket,status}', 'closed', 'closed');
select * from finish();
rollback;
