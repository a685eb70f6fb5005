alter table public.payments enable row level security;
alter table public.payment_transitions enable row level security;
alter table public.payment_events enable row level security;
alter table public.refund_requests enable row level security;
alter table public.refund_request_lines enable row level security;
alter table public.refund_transitions enable row level security;
alter table public.refund_events enable row level security;

grant select on public.payments, public.payment_events, public.refund_requests, public.refund_request_lines,
  public.refund_events
  to authenticated, service_role;
grant select on public.payment_transitions, public.refund_transitions to anon, authenticated, service_role;

create policy select_payer on public.payments for select to authenticated
  using (customer_id = (select auth.uid()) or (select private.is_ops()));
create policy select_concerned on public.refund_requests for select to authenticated
  using (customer_id = (select auth.uid()) or store_id in (select private.my_store_ids()) or (select private.is_ops()));
create policy select_concerned on public.refund_request_lines for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.refund_requests r where r.id = refund_request_id));
create policy select_ops on public.payment_events for select to authenticated using ((select private.is_ops()));
create policy select_concerned on public.refund_events for select to authenticated
  using ((select private.is_ops()) or exists (select 1 from public.refund_requests r where r.id = refund_request_id));
create policy select_all on public.payment_transitions for select to anon, authenticated using (true);
create policy select_all on public.refund_transitions for select to anon, authenticated using (true);

grant execute on function
  public.create_payment(uuid, public.payment_provider),
  public.create_top_up(bigint, public.payment_provider, text, text),
  public.pay_with_wallet(uuid, text),
  public.get_wallet(text, bigint, int),
  public.request_refund(uuid, text, text, jsonb, text, text[]),
  public.answer_refund(uuid, text, boolean, text),
  public.give_refund(uuid, text, text, jsonb),
  public.escalate_refund(uuid, text, text),
  public.decide_refund(uuid, text, bigint, public.liable_party, text),
  public.get_order_trail(uuid),
  public.refund_order(uuid, text, public.liable_party, text, jsonb, bigint, text),
  public.preview_refund(uuid, public.liable_party, jsonb, bigint),
  public.withdraw_refund(uuid, text)
  to authenticated;
grant execute on function
  public.record_payment_event(public.payment_provider, text, text, text, text, bigint, timestamptz, jsonb),
  public.claim_refunds(int),
  public.list_stale_payments(int)
  to service_role;

