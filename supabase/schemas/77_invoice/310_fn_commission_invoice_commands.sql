create function public.void_commission_invoice(p_invoice_id uuid, p_reason text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- invoices are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('finance');
  v_answer jsonb := private.begin_command('void_commission_invoice', p_idempotency_key, v_user_id, p_invoice_id);
  v_row public.commission_invoices;
  v_note public.commission_invoices;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_row from public.commission_invoices where id = p_invoice_id for update;
  if not found then
    perform private.raise('invoice.not_found', 404);
  end if;
  if v_row.corrects_id is not null or exists (select 1 from public.commission_invoices where corrects_id = p_invoice_id) then
    perform private.raise('invoice.transition_refused', 409);
  end if;
  if coalesce(length(trim(p_reason)), 0) not between 1 and 300 then
    perform private.raise('invoice.reason_required', 422);
  end if;
  -- Corrected by reversal, never by change: a credit note of the same amounts.
  insert into public.commission_invoices (statement_id, merchant_id, city_id, number, period_on, legal_name, currency,
    net_cents, tax_bps, tax_cents, gross_cents, issue_count, corrects_id, reason)
  values (v_row.statement_id, v_row.merchant_id, v_row.city_id, private.next_invoice_number(v_row.city_id), v_row.period_on,
    v_row.legal_name, v_row.currency, -v_row.net_cents, v_row.tax_bps, -v_row.tax_cents, -v_row.gross_cents,
    v_row.issue_count, v_row.id, trim(p_reason))
  returning * into v_note;
  insert into public.commission_invoice_lines (invoice_id, position, kind, order_count, amount_cents)
  select v_note.id, l.position, l.kind, l.order_count, -l.amount_cents
  from public.commission_invoice_lines l where l.invoice_id = p_invoice_id;
  return private.finish_command('void_commission_invoice', p_idempotency_key, v_user_id, to_jsonb(v_note));
end;
$$;
comment on function public.void_commission_invoice(uuid, text, text) is
  'Finance takes a commission invoice back by a credit note with a number of its own. Answers the credit note.';

create function public.issue_commission_invoice(p_statement_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- invoices are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('finance');
  v_answer jsonb := private.begin_command('issue_commission_invoice', p_idempotency_key, v_user_id, p_statement_id);
  v_statement public.settlement_statements;
  v_row public.commission_invoices;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform pg_advisory_xact_lock(hashtext('make_commission_invoices'));
  select * into v_statement from public.settlement_statements where id = p_statement_id and party = 'merchant';
  if not found then
    perform private.raise('invoice.not_found', 404);
  end if;
  if exists (
    select 1 from public.commission_invoices i
    where i.statement_id = p_statement_id and i.corrects_id is null
      and not exists (select 1 from public.commission_invoices c where c.corrects_id = i.id))
  then
    perform private.raise('invoice.already_open', 409);
  end if;
  v_row := private.write_commission_invoice(v_statement, 1 + (
    select count(*)::int from public.commission_invoices i where i.statement_id = p_statement_id and i.corrects_id is null));
  if v_row.id is null then
    perform private.raise('invoice.nothing_left', 409);
  end if;
  return private.finish_command('issue_commission_invoice', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.issue_commission_invoice(uuid, text) is
  'Finance invoices the commission of a merchant''s statement that has no invoice standing: at once, or anew after one was taken back. It is made out to the merchant''s legal name of now.';
