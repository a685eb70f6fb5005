-- Walks every cell of the payout machine, and the ledger stays even whatever way is taken.
begin;
select plan(3);
select tests.make_town();
select tests.delivered_order('order');
select tests.act_as('service_role');
select public.run_settlement((now() at time zone 'Asia/Shanghai')::date);
select tests.act_as('staff');
select public.set_payout_account('merchant', tests.person('merchant'), '张三', '工商银行', '6222020012345678');
select set_config('t.payout', public.request_payout('merchant', tests.person('merchant'), 1000, 'payout-001') ->> 'id', true);
select tests.act_as('postgres');

create function pg_temp.cell(p_state public.payout_status, p_command text, p_actor public.actor_role)
returns text
language plpgsql
as $$
declare
  v_answer text;
begin
  begin
    update public.payouts set status = p_state where id = current_setting('t.payout')::uuid;
    v_answer := (private.apply_payout_command(current_setting('t.payout')::uuid, p_command, p_actor)).status::text;
    if exists (select 1 from private.check_ledger()) then
      v_answer := 'the books are wrong';
    end if;
    raise exception using errcode = 'ZZ001';
  exception
    when sqlstate 'ZZ001' then null;
    when others then v_answer := sqlerrm;
  end;
  return v_answer;
end;
$$;
create temporary view cells as
select s.state, c.command, a.actor, t.to_status
from unnest(enum_range(null::public.payout_status)) s (state)
cross join (select distinct command from public.payout_transitions) c
cross join unnest(enum_range(null::public.actor_role)) a (actor)
left join public.payout_transitions t on t.from_status = s.state and t.command = c.command and t.actor = a.actor;

select is(
  (select jsonb_object_agg(c.state || ' ' || c.command || ' ' || c.actor, found)
   from cells c cross join lateral (select pg_temp.cell(c.state, c.command, c.actor) as found) x
   where found <> coalesce(c.to_status::text, 'payout.transition_refused')),
  null, 'payout: every state × command × actor');
select is((select count(*) from cells), 100::bigint, 'the walk covers every cell');
select is_empty($$ select * from private.check_ledger() $$, 'the books are right');
select * from finish();
rollback;
