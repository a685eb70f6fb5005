alter table public.blocks enable row level security;
alter table public.risk_rules enable row level security;
alter table public.risk_cases enable row level security;
alter table public.risk_events enable row level security;
alter table private.order_origins enable row level security;
alter table private.rider_jumps enable row level security;

grant select on public.blocks, public.risk_cases, public.risk_events to authenticated;
create policy select_ops on public.blocks for select to authenticated using ((select private.has_ops_role('operations', 'support')));
create policy select_ops on public.risk_cases for select to authenticated
  using ((select private.has_ops_role('operations', 'support')));
create policy select_ops on public.risk_events for select to authenticated
  using ((select private.has_ops_role('operations', 'support')));

grant select, delete on public.risk_rules to authenticated;
grant insert (slug, moment, name, translations, conditions, score, is_active),
  update (name, translations, conditions, score, is_active) on public.risk_rules to authenticated;
create policy select_ops on public.risk_rules for select to authenticated
  using ((select private.has_ops_role('operations', 'support')));
create policy insert_ops on public.risk_rules for insert to authenticated with check ((select private.has_ops_role('operations')));
create policy update_ops on public.risk_rules for update to authenticated
  using ((select private.has_ops_role('operations'))) with check ((select private.has_ops_role('operations')));
create policy delete_ops on public.risk_rules for delete to authenticated using ((select private.has_ops_role('operations')));

grant execute on function
  public.block_subject(public.block_subject, uuid, public.block_action[], text, timestamptz, text),
  public.lift_block(uuid, text, text), public.find_subjects(public.block_subject, text),
  public.list_blocks(boolean, uuid, timestamptz, int),
  public.list_risk_cases(boolean, timestamptz, int), public.get_risk_case(uuid),
  public.decide_risk_case(uuid, public.risk_decision, text, text, int, public.block_action[]),
  public.simulate_risk_rule(public.risk_moment, jsonb, int)
  to authenticated;
grant execute on function public.describe_risk_facts(public.risk_moment) to authenticated;
