alter table public.tickets enable row level security;
alter table public.ticket_messages enable row level security;
alter table public.ticket_transitions enable row level security;
alter table public.ticket_events enable row level security;
alter table public.canned_answers enable row level security;

grant select on public.tickets, public.ticket_messages, public.ticket_events to authenticated, service_role;
grant select on public.ticket_transitions to anon, authenticated, service_role;

-- Policies call these as the reader.
grant execute on function private.my_ticket_ids() to authenticated;

create policy select_concerned on public.tickets for select to authenticated
  using (id in (select private.my_ticket_ids()) or (select private.is_ops()));
create policy select_concerned on public.ticket_messages for select to authenticated
  using ((select private.is_ops()) or (not is_internal and ticket_id in (select private.my_ticket_ids())));
create policy select_ops on public.ticket_events for select to authenticated using ((select private.is_ops()));
create policy select_all on public.ticket_transitions for select to anon, authenticated using (true);

grant execute on function
  public.open_ticket(text, text, text, uuid, uuid, uuid, text[]),
  public.reply_ticket(uuid, text, text, text[]),
  public.note_ticket(uuid, text, text, text[]),
  public.ask_store(uuid, text, text),
  public.assign_ticket(uuid, text, uuid),
  public.prioritize_ticket(uuid, public.ticket_priority, text),
  public.resolve_ticket(uuid, text, text),
  public.reopen_ticket(uuid, text, text),
  public.close_ticket(uuid, text),
  public.rate_ticket(uuid, int, text, text),
  public.list_tickets(jsonb, text, jsonb, int),
  public.list_support_staff(),
  public.get_ticket_page(uuid)
  to authenticated;

grant select, delete on public.canned_answers to authenticated;
grant insert (name, body, translations, sort_order, is_active), update (name, body, translations, sort_order, is_active)
  on public.canned_answers to authenticated;
create policy select_ops on public.canned_answers for select to authenticated using ((select private.is_ops()));
create policy insert_ops on public.canned_answers for insert to authenticated
  with check ((select private.has_ops_role('support', 'operations')));
create policy update_ops on public.canned_answers for update to authenticated
  using ((select private.has_ops_role('support', 'operations'))) with check ((select private.has_ops_role('support', 'operations')));
create policy delete_ops on public.canned_answers for delete to authenticated
  using ((select private.has_ops_role('support', 'operations')));
