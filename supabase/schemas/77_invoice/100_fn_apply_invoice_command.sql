create function private.invoiceable_cents(p_order_id uuid)
returns bigint
language sql
stable
set search_path = ''
as $$
  select coalesce(sum(p.amount_cents - coalesce((
    select sum(r.amount_cents) from public.refund_requests r
    where r.payment_id = p.id and r.status in ('refunding', 'refunded')), 0)), 0)::bigint
  from public.payments p
  where p.order_id = p_order_id and p.status in ('captured', 'partially_refunded');
$$;
comment on function private.invoiceable_cents(uuid) is 'What was paid for an order less what went or goes back.';

create function private.announce_invoice(p_invoice public.order_invoices)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_payload jsonb := jsonb_build_object('invoice_id', p_invoice.id, 'order_id', p_invoice.order_id,
    'status', p_invoice.status, 'is_outdated', p_invoice.status = 'issued' and p_invoice.owed_cents <> p_invoice.amount_cents,
    'at', p_invoice.updated_at);
begin
  perform private.broadcast('user:' || p_invoice.customer_id, 'invoice.updated', v_payload);
  perform private.broadcast('store:' || p_invoice.store_id, 'invoice.updated', v_payload);
end;
$$;
comment on function private.announce_invoice(public.order_invoices) is 'Tells the customer and the store.';

create function private.apply_invoice_command(
  p_invoice_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}')
returns public.order_invoices
language plpgsql
set search_path = ''
as $$
declare
  v_row public.order_invoices;
  v_from public.invoice_status;
  v_to public.invoice_status;
begin
  select * into v_row from public.order_invoices where id = p_invoice_id for update;
  select to_status into v_to
  from public.invoice_transitions
  where from_status = v_row.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('invoice.transition_refused', 409,
      jsonb_build_object('status', v_row.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_row.status;
  update public.order_invoices
  set status = v_to,
      number = case when v_to = 'issued' then p_detail ->> 'number' else number end,
      file_path = case when v_to = 'issued' then p_detail ->> 'file_path' else file_path end,
      amount_cents = case when v_to = 'issued' then owed_cents else amount_cents end,
      issued_at = case when v_to = 'issued' then now() else issued_at end,
      issued_by = case when v_to = 'issued' then auth.uid() else issued_by end,
      reason = coalesce(p_detail ->> 'reason', reason),
      updated_at = now()
  where id = p_invoice_id
  returning * into v_row;
  insert into public.invoice_events (invoice_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_invoice_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
  perform private.announce_invoice(v_row);
  return v_row;
end;
$$;
comment on function private.apply_invoice_command(uuid, text, public.actor_role, jsonb) is
  'The only way an invoice changes state: looks the command up in invoice_transitions and writes the event.';

create function private.follow_refund()
returns trigger
language plpgsql
security definer -- whoever moves a refund need not reach invoices
set search_path = ''
as $$
declare
  v_row public.order_invoices;
  v_owed bigint;
begin
  select * into v_row
  from public.order_invoices
  where order_id = new.order_id and status in ('requested', 'issued') for update;
  if not found then
    return null;
  end if;
  v_owed := private.invoiceable_cents(new.order_id);
  if v_owed = v_row.owed_cents then
    return null;
  end if;
  update public.order_invoices
  set owed_cents = v_owed,
      -- What is not issued yet follows; nothing to invoice is no invoice.
      amount_cents = case when v_row.status = 'requested' and v_owed > 0 then v_owed else amount_cents end,
      updated_at = now()
  where id = v_row.id
  returning * into v_row;
  if v_row.status = 'requested' and v_owed = 0 then
    perform private.apply_invoice_command(v_row.id, 'lapse', 'system', jsonb_build_object('owed_cents', 0));
    return null;
  end if;
  insert into public.invoice_events (invoice_id, command, from_status, to_status, actor, actor_id, detail)
  values (v_row.id, 'follow_refund', v_row.status, v_row.status, 'system', null,
    jsonb_build_object('refund_request_id', new.id, 'owed_cents', v_owed));
  perform private.announce_invoice(v_row);
  return null;
end;
$$;
comment on function private.follow_refund() is 'A refund changes what an open invoice should be of: both sides are told.';
