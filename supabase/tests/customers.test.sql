-- The operator's staff find a customer and see them whole; contacts only as far as the role goes.
begin;
select plan(34);
select tests.make_town();
insert into auth.users (id, email) values (tests.person('support'), 'support@test.linli'), (tests.person('finance'), 'finance@test.linli'),
  (tests.person('operations'), 'operations@test.linli');
insert into public.ops_members (user_id, role) values
  (tests.person('support'), 'support'), (tests.person('finance'), 'finance'), (tests.person('operations'), 'operations');
update public.profiles set display_name = '张小三', created_at = now() - interval '90 days' where id = tests.person('customer');
update public.profiles set display_name = '李四', created_at = now() - interval '2 days' where id = tests.person('other_customer');
update auth.users set phone = '8613812345678' where id = tests.person('customer');
select tests.delivered_order('order');
select tests.act_as('postgres');
create function pg_temp.names(p_filters jsonb) returns text language sql
as $$ select string_agg(c ->> 'display_name', ' ' order by o)
  from jsonb_array_elements(public.list_customers(p_filters) -> 'customers') with ordinality x (c, o) $$;
create function pg_temp.page() returns jsonb language sql as $$ select public.get_customer_page(tests.person('customer')) $$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select throws_ok($$ select public.list_customers() $$, 'PT403', 'identity.not_allowed', 'customers list nobody');
select throws_ok($$ select pg_temp.page() $$, 'PT403', 'identity.not_allowed', 'nor see themselves so');
select throws_ok($$ select public.list_customer_movements(tests.person('customer'), 'customer_wallet', 'CNY') $$,
  'PT403', 'identity.not_allowed', 'nor movements');
select throws_ok($$ select public.add_customer_note(tests.person('customer'), 'x', 'note-0001') $$, 'PT403', 'identity.not_allowed', 'nor notes');
select throws_ok($$ select public.list_customer_notes(tests.person('customer')) $$, 'PT403', 'identity.not_allowed', 'nor read them');
select throws_ok($$ select public.list_orders(p_customer_id => tests.person('other_customer')) $$, 'PT403', 'identity.not_allowed',
  'nor orders of others');

select tests.act_as('support');
select is(pg_temp.names('{"query": "13812345678"}'), '张小三', 'found by a whole phone number');
select is(pg_temp.names('{"query": "+86 138 1234 5678"}'), '张小三', 'however it is written');
select is(pg_temp.names('{"query": "12345678"}'), null, 'not by a part of it');
select is(pg_temp.names('{"query": "customer@test.linli"}'), '张小三', 'by a whole e-mail');
select is(pg_temp.names('{"query": "小三"}'), '张小三', 'by a part of the name');
select is(pg_temp.names(jsonb_build_object('query', tests.person('other_customer'))), '李四', 'by the id');
select is(pg_temp.names('{"query": "%"}'), null, 'a wildcard is only a letter');
select is(jsonb_array_length(public.list_customers('{}', null, 4) -> 'customers'), 4, 'a page');
select is(jsonb_array_length(public.list_customers('{}', public.list_customers('{}', null, 4) -> 'next', 100) -> 'customers'), 7,
  'and everyone else on the next');
select is(pg_temp.names(jsonb_build_object('query', '李', 'joined_from', now() - interval '1 day')), null, 'joined since');
select is(pg_temp.names(jsonb_build_object('tier_id', (select tier_id from public.members where customer_id = tests.person('customer')))),
  '张小三', 'by tier');
select public.block_subject('customer', tests.person('other_customer'), '{ordering}', '恶意退款', null, 'block-one');
select is(pg_temp.names('{"is_blocked": true}'), '李四', 'the blocked');
select is(pg_temp.names('{"is_blocked": false, "query": "李四"}'), null, 'and the others');
select tests.act_as('operations');
insert into public.segments (slug, name, conditions)
values ('buyers', '买过', '{">=": [{"var": "customer.order_count"}, 1]}');
select is(pg_temp.names(jsonb_build_object('segment_id', (select id from public.segments where slug = 'buyers'))), '张小三', 'by segment');
select throws_ok($$ select public.list_customers('{"tier_id": "gold"}') $$, 'PT400', 'member.filter_invalid', 'a broken filter is refused');

select tests.act_as('support');
select is(pg_temp.page() #>> '{customer,phone}', '86138****5678', 'the phone is masked');
select is(pg_temp.page() #>> '{addresses,0,contact_name}', '张**', 'and so is who lives there');
select is(pg_temp.page() #>> '{segments,0,name}', '买过', 'segments by name');
select is(pg_temp.page() #>> '{habits,completed_count}', '1', 'what was ordered');
select is(pg_temp.page() #>> '{habits,months,11,order_count}', '1', 'by month');
select is(jsonb_array_length(public.list_orders(p_customer_id => tests.person('customer')) -> 'orders'), 1, 'and which orders');
select is(public.list_customer_movements(tests.person('customer'), 'customer_points', 'CNY') #>> '{0,kind}', 'points_earned', 'what went in');
select throws_ok($$ select public.reveal_customer_contact(tests.person('customer'), ' ') $$, 'PT422', 'member.reason_required', 'no look without a reason');
select is(public.reveal_customer_contact(tests.person('customer'), '电话核实') ->> 'phone', '8613812345678', 'support sees the phone with a reason');
select is(pg_temp.page() #>> '{reveals,0,reason}', '电话核实', 'which is kept');

select tests.act_as('finance');
select is((pg_temp.page() #> '{customer,phone}', pg_temp.page() -> 'addresses', pg_temp.names('{"query": "13812345678"}'))::text,
  '(null,null,)', 'finance sees no contacts and finds none by them');
select throws_ok($$ select public.reveal_customer_contact(tests.person('customer'), '好奇') $$, 'PT403', 'identity.not_allowed', 'nor reveals any');
select public.add_customer_note(tests.person('customer'), '发票寄错过', 'note-0002');
select public.add_customer_note(tests.person('customer'), '发票寄错过', 'note-0002');
select is(public.list_customer_notes(tests.person('customer')) #>> '{0,body}', '发票寄错过', 'a note is kept once');
select * from finish();
rollback;
