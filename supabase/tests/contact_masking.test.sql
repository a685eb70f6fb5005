-- Names, phones and doors are shown in full to those who need them, while they need them.
begin;
select plan(13);
select is(private.mask_phone('13812345678'), '138****5678', 'the middle is hidden');
select is(private.mask_phone('1234567'), '****', 'a short number is hidden whole');
select is(private.mask_phone(null), '****', 'as is none');

select tests.make_town();
select tests.paid_order('order');

create function pg_temp.contact()
returns text
language sql
as $$
  select (c ->> 'contact_name', c ->> 'contact_phone', c ->> 'detail')::text
  from (select public.get_order_page(current_setting('tests.order')::uuid) -> 'contact' as c) x;
$$;
grant execute on all functions in schema pg_temp to public;

select tests.act_as('customer');
select is(pg_temp.contact(), '(张三,13812345678,"2 单元 301")', 'its owner');
select tests.act_as('staff');
select is(pg_temp.contact(), '(张**,138****5678,"")', 'the store does not need it');
select tests.act_as('ops');
select is(pg_temp.contact(), '(张**,138****5678,"")', 'nor do ops');
select tests.act_as('rider');
select throws_ok($$ select pg_temp.contact() $$, 'PT404', 'order.not_found', 'nor a rider without the task');
select tests.act_as('other_customer');
select throws_ok($$ select pg_temp.contact() $$, 'PT404', 'order.not_found', 'nor another customer');

select tests.act_as('staff');
select public.accept_order(current_setting('tests.order')::uuid, 'accept-1');
select public.mark_order_ready(current_setting('tests.order')::uuid, 'ready-01');
select tests.act_as('rider');
select public.go_online(120.152, 30.272);
select tests.act_as('postgres');
select set_config('t.delivery', (select id::text from public.deliveries), true);
select tests.act_as('ops');
select public.assign_delivery(current_setting('t.delivery')::uuid, tests.person('rider'), 'assign-1');
select tests.act_as('rider');
select is(pg_temp.contact(), '(张三,13812345678,"2 单元 301")', 'the rider on the way does');
select tests.act_as('customer');
select is(
  public.get_order_page(current_setting('tests.order')::uuid) #>> '{delivery,rider,phone}', '139****0001', 'whose own number is masked');
select tests.act_as('rider');
select public.arrive_at_store(current_setting('t.delivery')::uuid, 'arrive-1');
select public.pick_up_delivery(current_setting('t.delivery')::uuid, 'pickup-1');
select public.arrive_at_customer(current_setting('t.delivery')::uuid, 'door-001');
select public.deliver_delivery(current_setting('t.delivery')::uuid, 'deliver-1');
select is(pg_temp.contact(), '(张**,138****5678,"")', 'after the handing over no more');
select tests.act_as('customer');
select is(
  public.get_order_page(current_setting('tests.order')::uuid) #>> '{delivery,rider,lon}', null, 'nor is the rider followed home');
select throws_ok($$ select 1 from private.order_contacts $$, '42501', null, 'the table itself is closed');
select * from finish();
rollback;
