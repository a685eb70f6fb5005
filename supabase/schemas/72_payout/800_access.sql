alter table private.payout_accounts enable row level security;
alter table public.payouts enable row level security;
alter table public.payout_transitions enable row level security;
alter table public.payout_events enable row level security;

grant select on public.payouts, public.payout_events to authenticated, service_role;
grant select on public.payout_transitions to anon, authenticated, service_role;

create policy select_party on public.payouts for select to authenticated
  using (party_id in (select private.my_settled_party_ids()) or (select private.is_ops()));
create policy select_party on public.payout_events for select to authenticated
  using (exists (select 1 from public.payouts p where p.id = payout_id));
create policy select_all on public.payout_transitions for select to anon, authenticated using (true);

grant execute on function
  public.set_payout_account(public.settlement_party, uuid, text, text, text, text),
  public.get_payout_balance(public.settlement_party, uuid, text),
  public.request_payout(public.settlement_party, uuid, bigint, text, text),
  public.cancel_payout(uuid, text),
  public.approve_payout(uuid, text, public.payout_method),
  public.mark_payout_paid(uuid, text, text),
  public.fail_payout(uuid, text, text),
  public.reveal_payout_account(uuid)
  to authenticated;
grant execute on function
  public.claim_payouts(int),
  public.record_payout_event(text, text, text, bigint, text, jsonb)
  to service_role;
