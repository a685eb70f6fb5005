-- A file of a conversation or an invoice is read by those who see the message or the invoice.
begin;
select plan(9);
select tests.make_town();
select tests.act_as('postgres');
select tests.delivered_order('order');
create function pg_temp.own(p_file text) returns text language sql as $$ select auth.uid() || '/' || p_file $$;
create function pg_temp.put(p_bucket text, p_name text) returns void language sql
as $$ insert into storage.objects (bucket_id, name) values (p_bucket, p_name) $$;
create function pg_temp.seen(p_bucket text) returns text language sql
as $$ select string_agg(split_part(name, '/', 2), ' ' order by split_part(name, '/', 2)) from storage.objects where bucket_id = p_bucket $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select pg_temp.put('after-sale', pg_temp.own('question.jpg'));
select set_config('t.ticket', public.open_ticket('ticket_other', '你好', 'ticket-01', p_attachments => array[pg_temp.own('question.jpg')]) ->> 'id', true);
select throws_ok($$ select pg_temp.put('after-sale', tests.person('ops') || '/x.jpg') $$, '42501', null, 'nobody writes into another''s folder');
select tests.act_as('ops');
select is(pg_temp.seen('after-sale'), 'question.jpg', 'support sees what is asked');
select pg_temp.put('after-sale', pg_temp.own('answer.jpg')), pg_temp.put('after-sale', pg_temp.own('note.jpg'));
select public.reply_ticket(current_setting('t.ticket')::uuid, '看图', 'reply-01', array[pg_temp.own('answer.jpg')]);
select public.note_ticket(current_setting('t.ticket')::uuid, '内部', 'note-001', array[pg_temp.own('note.jpg')]);
select tests.act_as('customer');
select is(pg_temp.seen('after-sale'), 'answer.jpg question.jpg', 'who asked sees the answer, not the note');
select tests.act_as('other_customer');
select is(pg_temp.seen('after-sale'), null, 'strangers see nothing');

select tests.act_as('customer');
select set_config('t.invoice', public.request_invoice(current_setting('tests.order')::uuid, 'person', '张三', 'a@b.cn', 'invoice-1') ->> 'id', true);
select tests.act_as('other_staff');
select throws_ok($$ select pg_temp.put('invoices', tests.person('store') || '/a.pdf') $$, '42501', null, 'another store puts no invoice there');
select tests.act_as('clerk');
select pg_temp.put('invoices', tests.person('store') || '/a.pdf');
select tests.act_as('customer');
select is(pg_temp.seen('invoices'), null, 'a file is nobody''s until the invoice is issued');
select tests.act_as('clerk');
select public.issue_invoice(current_setting('t.invoice')::uuid, '001', tests.person('store') || '/a.pdf', 'issue-01');
select tests.act_as('customer');
select is(pg_temp.seen('invoices'), 'a.pdf', 'then it is its customer''s');
select tests.act_as('other_customer');
select is(pg_temp.seen('invoices'), null, 'and nobody else''s');
select tests.act_as('rider');
select is(pg_temp.seen('invoices'), null, 'nor the rider''s');
select * from finish();
rollback;
