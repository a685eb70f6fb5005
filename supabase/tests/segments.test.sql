begin;
select plan(8);
select tests.make_town();
select tests.act_as('ops');
insert into public.segments (slug, name, conditions) values
  ('newcomers', '新客', '{"==": [{"var": "customer.order_count"}, 0]}'),
  ('spenders', '高消费', '{">=": [{"var": "customer.spent_cents"}, 1000]}');
select is((public.preview_segment('{"==": [{"var": "customer.order_count"}, 0]}') ->> 'count')::int, 8, 'everyone is new at first');
select tests.paid_order();
select tests.act_as('ops');
select is((public.preview_segment('{">=": [{"var": "customer.spent_cents"}, 1000]}') #>> '{sample,0,id}')::uuid,
  tests.person('customer'), 'the sample shows who has spent');
select tests.act_as('postgres');
select is(private.customer_facts(tests.person('customer')) -> 'segments', '["spenders"]', 'facts name the segments of now');
select is(private.customer_facts(tests.person('other_customer')) -> 'segments', '["newcomers"]', 'and of another customer');
select ok(private.is_in_segment((select id from public.segments where slug = 'spenders'), tests.person('customer')), 'a member belongs');
select ok(not private.is_in_segment((select id from public.segments where slug = 'spenders'), null), 'nobody belongs to none');
select tests.act_as('ops');
select throws_ok(
  $$ insert into public.segments (slug, name, conditions) values ('loop', '环', '{"in": ["spenders", {"var": "customer.segments"}]}') $$,
  'PT422', 'member.segment_of_segments', 'a segment does not ask for segments');
select tests.act_as('customer');
select throws_ok($$ select public.preview_segment('true') $$, 'PT403', 'identity.not_allowed', 'customers preview nobody');
select * from finish();
rollback;
