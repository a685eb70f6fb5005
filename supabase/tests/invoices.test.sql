-- A customer asks for an invoice of a completed order; the store issues it; a refund after that is reported.
begin;
select plan(49);
select tests.make_town();
select tests.act_as('postgres');
insert into auth.users (id, email) values (tests.person('finance'), 'finance@test.linli'), (tests.person('support'), 'support@test.linli');
insert into public.ops_members (user_id, role) values (tests.person('finance'), 'finance'), (tests.person('support'), 'support');
select tests.delivered_order('order');
select tests.paid_order('waiting');
create function pg_temp.ask(p_key text, p_tax text default '91330100MA27') returns jsonb language sql as $$
  select public.request_invoice(current_setting('tests.order')::uuid, 'company', '某某有限公司', 'boss@firm.cn', p_key, p_tax) $$;
create function pg_temp.invoice() returns uuid language sql as $$ select current_setting('t.invoice')::uuid $$;
create function pg_temp.file() returns text language sql as $$ select tests.person('store') || '/a.pdf' $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('other_customer');
select throws_ok($$ select pg_temp.ask('ask-0000') $$, 'PT404', 'order.not_found', 'a stranger''s order');
select tests.act_as('customer');
select throws_ok($$ select public.request_invoice(current_setting('tests.waiting')::uuid, 'person', '张三', 'a@b.cn', 'ask-0000') $$,
  'PT409', 'invoice.not_possible', 'not before it is completed');
select throws_ok($$ select pg_temp.ask('ask-0000', null) $$, 'PT422', 'invoice.details_invalid', 'a company has a tax number');
select throws_ok($$ select public.request_invoice(current_setting('tests.order')::uuid, 'person', '张三', 'nowhere', 'ask-0000') $$,
  'PT422', 'invoice.details_invalid', 'an address is one');
select set_config('t.invoice', pg_temp.ask('ask-0001') ->> 'id', true);
select is(pg_temp.ask('ask-0001') ->> 'id', current_setting('t.invoice'), 'a repeat is the same invoice');
select is((public.get_invoice(pg_temp.invoice()) ->> 'amount_cents')::bigint, 3500::bigint, 'of what was paid');
select throws_ok($$ select pg_temp.ask('ask-0002') $$, 'PT409', 'invoice.already_open', 'one at a time');
select throws_ok($$ select email from public.order_invoices $$, '42501', null, 'e-mail is in no list');
select tests.act_as('other_staff');
select throws_ok($$ select public.get_invoice(pg_temp.invoice()) $$, 'PT404', 'invoice.not_found', 'not another store''s');
select is_empty($$ select id from public.order_invoices $$, 'nor in its list');
select tests.act_as('rider');
select is_empty($$ select id from public.order_invoices $$, 'nor a rider''s');

-- What goes back before it is issued is not on it.
select tests.act_as('postgres');
select private.refund_part(current_setting('tests.order')::uuid, null, 'cold', 'merchant', '[{"line_number": 2}]');
select tests.act_as('clerk');
select is((public.get_invoice(pg_temp.invoice()) ->> 'amount_cents')::bigint, 2811::bigint, 'paid minus refunded');
select is(public.get_invoice(pg_temp.invoice()) ->> 'tax_number', '91330100MA27', 'the store sees what it has to print');
select throws_ok($$ select public.issue_invoice(pg_temp.invoice(), '', pg_temp.file(), 'issue-00') $$, 'PT422', 'invoice.number_invalid', 'with a number');
select throws_ok($$ select public.issue_invoice(pg_temp.invoice(), '001', 'else/a.pdf', 'issue-00') $$, 'PT422', 'invoice.file_unknown', 'and a file of the store');
select throws_ok($$ select public.withdraw_invoice(pg_temp.invoice(), 'withdraw') $$, 'PT409', 'invoice.transition_refused', 'it is not the store''s to withdraw');
select is(public.issue_invoice(pg_temp.invoice(), '001', pg_temp.file(), 'issue-01') ->> 'status', 'issued', 'issued');
select throws_ok($$ select public.issue_invoice(pg_temp.invoice(), '002', pg_temp.file(), 'issue-02') $$, 'PT409', 'invoice.unchanged', 'once');
select tests.act_as('support');
select is(public.get_invoice(pg_temp.invoice()) ->> 'tax_number', '****MA27', 'masked to support');
select is(public.get_invoice(pg_temp.invoice()) ->> 'email', 'b***@firm.cn', 'the e-mail too');
select throws_ok($$ select public.void_invoice(pg_temp.invoice(), 'x', 'void-000') $$, 'PT403', 'identity.not_allowed', 'support voids nothing');
select tests.act_as('finance');
select is(public.get_invoice(pg_temp.invoice()) ->> 'email', 'boss@firm.cn', 'in full to finance');
select tests.act_as('customer');
select throws_ok($$ select public.withdraw_invoice(pg_temp.invoice(), 'withdraw') $$, 'PT409', 'invoice.transition_refused', 'issued is issued');

-- A refund after that.
select tests.act_as('postgres');
select private.refund_part(current_setting('tests.order')::uuid, 1000, 'cold', 'merchant', '[]');
select tests.act_as('staff');
select is((select (amount_cents, owed_cents)::text from public.order_invoices), '(2811,1811)', 'a refund is reported, the invoice stays');
select is(public.get_invoice(pg_temp.invoice()) -> 'is_outdated', 'true', 'as outdated');
select throws_ok($$ select public.issue_invoice(pg_temp.invoice(), '001', pg_temp.file(), 'issue-03') $$, 'PT422', 'invoice.number_invalid', 'a number is used once');
select is(public.issue_invoice(pg_temp.invoice(), '002', pg_temp.file(), 'issue-03') -> 'amount_cents', '1811', 'issued anew');
select tests.act_as('postgres');
select private.refund_part(current_setting('tests.order')::uuid, 1811, 'cold', 'platform', '[]');
select tests.act_as('staff');
select throws_ok($$ select public.issue_invoice(pg_temp.invoice(), '003', pg_temp.file(), 'issue-04') $$, 'PT409', 'invoice.nothing_left', 'nothing is left to invoice');
select throws_ok($$ select public.void_invoice(pg_temp.invoice(), '', 'void-001') $$, 'PT422', 'invoice.reason_required', 'voided with a reason');
select is(public.void_invoice(pg_temp.invoice(), '全额退款', 'void-001') ->> 'status', 'voided', 'voided');
select is(public.get_invoice(pg_temp.invoice()) ->> 'tax_number', '****MA27', 'then the store has no need of it');
select is(
  (select string_agg(command, ' ' order by id) from public.invoice_events),
  'request follow_refund issue follow_refund issue follow_refund void', 'every step is written down');
select tests.act_as('customer');
select throws_ok($$ select pg_temp.ask('ask-0003') $$, 'PT409', 'invoice.not_possible', 'nothing paid, nothing to invoice');

-- The platform's invoice of its commission.
select tests.act_as('service_role');
select public.run_settlement((now() at time zone 'Asia/Shanghai')::date);
select tests.act_as('postgres');
select set_config('t.commission', (select sum(-l.amount_cents)::text from public.settlement_lines l where l.purpose = 'commission'), true);
select is(private.make_commission_invoices(), 1, 'one for the merchant''s statement, none for the rider''s');
select is(private.make_commission_invoices(), 0, 'once');
select is((select gross_cents from public.commission_invoices), current_setting('t.commission')::bigint, 'of the commission deducted');
select is((select (number ~ ('^TEST-TOWN-' || extract(year from now() at time zone 'Asia/Shanghai') || '-000001$'), net_cents = round(gross_cents / 1.06))::text
  from public.commission_invoices), '(t,t)', 'numbered by city and year, tax within');
select is((select sum(amount_cents) from public.commission_invoice_lines), current_setting('t.commission')::numeric, 'lines add up');
select tests.act_as('staff');
select is((select count(*) from public.commission_invoices), 1::bigint, 'its manager reads it');
select throws_ok($$ select public.void_commission_invoice((select id from public.commission_invoices), '错', 'void-c-0') $$, 'PT403', 'identity.not_allowed', 'but takes nothing back');
select tests.act_as('finance');
select throws_ok($$ select public.issue_commission_invoice((select statement_id from public.commission_invoices), 'issue-c-0') $$, 'PT409', 'invoice.already_open', 'one stands at a time');
select throws_ok($$ select public.void_commission_invoice((select id from public.commission_invoices), ' ', 'void-c-0') $$, 'PT422', 'invoice.reason_required', 'taken back with a reason');
select set_config('t.first', (select id::text from public.commission_invoices), true);
select is(public.void_commission_invoice(current_setting('t.first')::uuid, '抬头有误', 'void-c-1') ->> 'gross_cents', '-' || current_setting('t.commission'), 'by a credit note');
select is(public.void_commission_invoice(current_setting('t.first')::uuid, '抬头有误', 'void-c-1') ->> 'corrects_id', current_setting('t.first'), 'a repeat is the same');
select throws_ok($$ select public.void_commission_invoice(current_setting('t.first')::uuid, '再来', 'void-c-2') $$, 'PT409', 'invoice.transition_refused', 'once');
select tests.act_as('postgres');
select is(private.make_commission_invoices(), 0, 'the job does not issue it anew');
select tests.act_as('finance');
select is(public.issue_commission_invoice((select statement_id from public.commission_invoices where id = current_setting('t.first')::uuid), 'issue-c-1') ->> 'issue_count', '2', 'finance does');
select is((select sum(gross_cents)::text from public.commission_invoices), current_setting('t.commission'), 'what stands is the commission');
select is((select sum(amount_cents)::text from public.commission_invoice_lines), current_setting('t.commission'), 'in its lines as well');
select * from finish();
rollback;
