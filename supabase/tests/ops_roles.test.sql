-- Each role of the back office writes what it is for; all of them read.
begin;
select plan(18);
select tests.make_town();
select tests.act_as('postgres');
insert into auth.users (id, email) select tests.person(r), r || '@test.linli' from unnest('{operations,finance,support}'::text[]) r;
insert into public.ops_members (user_id, role)
select tests.person(r), r::public.ops_role from unnest('{operations,finance,support}'::text[]) r;
insert into public.settings (key, value) values ('test.parameter', '1');

create function pg_temp.changed(p_person text, p_sql text)
returns text
language plpgsql
as $$
declare
  v_count int;
begin
  perform tests.act_as(p_person);
  begin
    execute p_sql;
    get diagnostics v_count = row_count;
  exception when others then
    perform tests.act_as('postgres');
    return sqlerrm;
  end;
  perform tests.act_as('postgres');
  return v_count::text;
end;
$$;

select is(pg_temp.changed('ops', $$ update public.settings set value = '2' where key = 'test.parameter' $$), '1', 'an administrator changes parameters');
select is(pg_temp.changed('operations', $$ update public.settings set value = '3' where key = 'test.parameter' $$), '0', 'operations do not');
select is(pg_temp.changed('finance', $$ update public.settings set value = '3' where key = 'test.parameter' $$), '0', 'nor finance');
select is(pg_temp.changed('operations', $$ update public.stores set name = '面' where id = tests.person('store') $$), '1', 'operations change stores');
select is(pg_temp.changed('support', $$ update public.stores set name = '面馆' where id = tests.person('store') $$), '0', 'support does not');
select is(pg_temp.changed('finance', $$ update public.stores set name = '面馆' where id = tests.person('store') $$), '0', 'nor finance');
select is(pg_temp.changed('operations', $$ update public.categories set sort_order = 5 where id = tests.person('category') $$), '1', 'operations change categories');
select is(pg_temp.changed('support', $$ update public.categories set sort_order = 6 where id = tests.person('category') $$), '0', 'support does not');
select is(pg_temp.changed('finance', $$ select public.save_commission_plan('{"name": "新", "rules": [{"percent_bps": 1000}]}', 'plan-0001') $$), '1', 'finance writes commission plans');
select is(pg_temp.changed('operations', $$ select public.save_commission_plan('{"name": "新", "rules": [{"percent_bps": 1000}]}', 'plan-0002') $$), 'identity.not_allowed', 'operations do not');
select is(pg_temp.changed('operations', $$ select public.run_settlement() $$), 'identity.not_allowed', 'operations settle nothing');
select is(pg_temp.changed('finance', $$ select public.run_settlement() $$), '1', 'finance does');
select is(pg_temp.changed('support', $$ select public.approve_payout(gen_random_uuid(), 'approve-1') $$), 'identity.not_allowed', 'support pays nothing out');
select is(pg_temp.changed('finance', $$ select public.approve_payout(gen_random_uuid(), 'approve-1') $$), 'payout.not_found', 'finance may');
select is(pg_temp.changed('operations', $$ select public.decide_refund(gen_random_uuid(), 'decide-1', 1, 'platform') $$), 'identity.not_allowed', 'operations decide no refund');
select is(pg_temp.changed('support', $$ select public.decide_refund(gen_random_uuid(), 'decide-1', 1, 'platform') $$), 'refund.not_found', 'support may');
select is(pg_temp.changed('operations', $$ select public.set_ops_member('ops@test.linli', 'support') $$), 'identity.not_allowed', 'members are for administrators');
select is(pg_temp.changed('support', $$ select 1 from public.orders union all select 1 $$), '1', 'and all of them read');
select * from finish();
rollback;
