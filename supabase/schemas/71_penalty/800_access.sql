alter table public.merchant_penalties enable row level security;
alter table public.penalty_transitions enable row level security;
alter table public.penalty_events enable row level security;

grant select on public.merchant_penalties, public.penalty_events to authenticated, service_role;
grant select on public.penalty_transitions to anon, authenticated, service_role;

create policy select_concerned on public.merchant_penalties for select to authenticated
  using (merchant_id in (select private.my_settled_party_ids())
    or store_id in (select private.my_store_ids('{manager}')) or (select private.is_ops()));
create policy select_concerned on public.penalty_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.merchant_penalties p where p.id = penalty_id));
create policy select_all on public.penalty_transitions for select to anon, authenticated using (true);

grant execute on function
  public.issue_penalty(uuid, public.penalty_kind, text, text, text, bigint, uuid, uuid),
  public.appeal_penalty(uuid, text, text),
  public.uphold_penalty(uuid, text, text),
  public.withdraw_penalty(uuid, text, text)
  to authenticated;
