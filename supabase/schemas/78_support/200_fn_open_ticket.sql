-- Every command on a ticket answers with the ticket as list_tickets shows it (see 230_fn_list_tickets.sql).
create function public.open_ticket(
  p_subject_code text, p_body text, p_idempotency_key text, p_order_id uuid default null, p_store_id uuid default null,
  p_refund_request_id uuid default null, p_attachments text[] default '{}')
returns jsonb
language plpgsql
security definer -- tickets are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('open_ticket', p_idempotency_key, v_user_id, p_order_id);
  v_role public.actor_role;
  v_order public.orders;
  v_city_id uuid;
  v_ticket public.tickets;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select actor into v_role
  from public.reason_codes
  where code = p_subject_code and applies_to = 'ticket' and is_active and actor in ('customer', 'merchant', 'rider');
  if not found then
    perform private.raise('support.subject_unknown', 422, jsonb_build_object('subject_code', p_subject_code));
  end if;
  if v_role = 'merchant' then
    perform private.require_store_staff(p_store_id);
  elsif v_role = 'rider' and not exists (select 1 from public.riders where id = v_user_id) then
    perform private.raise('identity.not_allowed', 403);
  end if;
  if p_order_id is not null then
    select * into v_order from public.orders o
    where o.id = p_order_id and case v_role
      when 'customer' then o.customer_id = v_user_id
      when 'merchant' then o.store_id = p_store_id and o.placed_at is not null
      else exists (select 1 from public.deliveries d where d.order_id = o.id and d.rider_id = v_user_id) end;
    if not found then
      perform private.raise('order.not_found', 404);
    end if;
  end if;
  if p_refund_request_id is not null and not exists (
    select 1 from public.refund_requests where id = p_refund_request_id and order_id = p_order_id)
  then
    perform private.raise('refund.not_found', 404);
  end if;
  -- One after the other, so that the limit holds.
  perform pg_advisory_xact_lock(hashtextextended('open_ticket:' || v_user_id, 0));
  if (select count(*) from public.tickets where opened_by = v_user_id and status not in ('resolved', 'closed'))
    >= coalesce((private.setting('support.max_open') #>> '{}')::int, 10)
  then
    perform private.raise('support.too_many_open', 429);
  end if;
  v_city_id := coalesce(v_order.city_id, (select s.city_id from public.stores s where s.id = p_store_id),
    case v_role when 'rider' then (select r.city_id from public.riders r where r.id = v_user_id) end);
  insert into public.tickets (subject_code, opened_by, opened_as, order_id, refund_request_id, store_id, city_id,
    first_response_due_at, resolution_due_at)
  values (p_subject_code, v_user_id, v_role, p_order_id, p_refund_request_id,
    case v_role when 'merchant' then p_store_id else v_order.store_id end, v_city_id,
    now() + private.ticket_time('first_response', 'normal'), now() + private.ticket_time('resolution', 'normal'))
  returning * into v_ticket;
  v_ticket := private.set_ticket_due(v_ticket);
  perform private.add_ticket_message(v_ticket.id, v_role, p_body, p_attachments);
  insert into public.ticket_events (ticket_id, command, from_status, to_status, actor, actor_id)
  values (v_ticket.id, 'open', 'open', 'open', v_role, v_user_id);
  perform private.announce_ticket(v_ticket, 'ticket.updated', '{"command": "open"}');
  return private.finish_command('open_ticket', p_idempotency_key, v_user_id, private.ticket_row(v_ticket, false));
end;
$$;
comment on function public.open_ticket(text, text, text, uuid, uuid, uuid, text[]) is
  'Asks support. The subject, a reason code for tickets, says as what: customer (an own order), merchant (p_store_id, an order of it) or rider (an order carried). Attachments are names in the bucket after-sale, in a folder of the caller''s id.';
