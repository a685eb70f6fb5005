-- What nobody pays or answers ends by itself, whatever ops have switched off.
begin;
select plan(9);
select tests.make_town();
select tests.placed_order('unpaid');
select tests.paid_order('unanswered');
select tests.paid_order('answered');
select tests.act_as('staff');
select public.accept_order(current_setting('tests.answered')::uuid, 'accept-1');
select tests.act_as('postgres');
select is(private.end_due_order(), false, 'nothing is due yet');

select tests.act_as('ops');
select lives_ok($$ update public.reason_codes set is_active = false $$, 'ops may switch every reason off');
delete from public.reason_codes where actor = 'system';
select is((select count(*) from public.reason_codes where actor = 'system'), 4::bigint, 'but not remove what the system needs');
select tests.act_as('postgres');
update public.orders set due_at = now() where due_at is not null;
select is((select count(*) from generate_series(1, 5) where private.end_due_order()), 2::bigint, 'two orders are due');
select is(
  (select status || ' ' || reason_code from public.orders where id = current_setting('tests.unpaid')::uuid),
  'expired payment_overdue', 'the unpaid one expired');
select is(
  (select status || ' ' || reason_code from public.orders where id = current_setting('tests.unanswered')::uuid),
  'cancelled store_no_answer', 'the unanswered one is cancelled');
select is(
  (select status from public.refund_requests where order_id = current_setting('tests.unanswered')::uuid), 'refunding', 'and paid back');
select is(
  (select status from public.orders where id = current_setting('tests.answered')::uuid), 'accepted', 'the answered one goes on');
select is(
  (select on_hand_count || '/' || reserved_count from public.stock_items where product_id = tests.person('tea')), '3/1', 'with its tea');
select * from finish();
rollback;
