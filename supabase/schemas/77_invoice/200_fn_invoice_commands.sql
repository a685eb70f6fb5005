-- Every command answers with the invoice as get_invoice shows it.
create function private.invoice_row(p_invoice public.order_invoices, p_is_masked boolean)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select to_jsonb(p_invoice) || jsonb_build_object(
    'order_number', (select o.number from public.orders o where o.id = p_invoice.order_id),
    'is_outdated', p_invoice.status = 'issued' and p_invoice.owed_cents <> p_invoice.amount_cents)
  || case when p_is_masked then jsonb_build_object(
    'email', regexp_replace(p_invoice.email, '^(.).*@', '\1***@'),
    'tax_number', case when p_invoice.tax_number is not null then '****' || right(p_invoice.tax_number, 4) end)
    else '{}'::jsonb end;
$$;
comment on function private.invoice_row(public.order_invoices, boolean) is 'An invoice as its page shows it.';

create function private.invoice_actor(p_invoice_id uuid, p_is_reading boolean default false)
returns public.actor_role
language plpgsql
stable
set search_path = ''
as $$
declare
  v_row public.order_invoices;
begin
  perform private.require_user();
  select * into v_row from public.order_invoices where id = p_invoice_id;
  if v_row.customer_id = auth.uid() then
    return 'customer'::public.actor_role;
  end if;
  if v_row.store_id in (select private.my_store_ids('{manager,order_clerk}')) then
    return 'merchant'::public.actor_role;
  end if;
  if v_row.id is null or not private.is_ops() then
    perform private.raise('invoice.not_found', 404);
  end if;
  if not p_is_reading then
    perform private.require_ops_role('finance', 'operations');
  end if;
  return 'ops'::public.actor_role;
end;
$$;
comment on function private.invoice_actor(uuid, boolean) is 'As what the caller acts on an invoice: its customer, the store, or ops; refuses everybody else.';

create function public.request_invoice(
  p_order_id uuid, p_buyer_kind public.invoice_buyer, p_title text, p_email text, p_idempotency_key text,
  p_tax_number text default null)
returns jsonb
language plpgsql
security definer -- invoices are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('request_invoice', p_idempotency_key, v_user_id, p_order_id);
  v_order public.orders;
  v_amount bigint;
  v_row public.order_invoices;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- With the order locked no refund changes the amount meanwhile.
  select * into v_order from public.orders where id = p_order_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  v_amount := private.invoiceable_cents(p_order_id);
  if v_order.status <> 'completed' or v_amount <= 0
    or v_order.completed_at < now() - make_interval(days => coalesce((private.setting('invoice.request_days') #>> '{}')::int, 180))
  then
    perform private.raise('invoice.not_possible', 409, jsonb_build_object('status', v_order.status));
  end if;
  if exists (select 1 from public.order_invoices where order_id = p_order_id and status in ('requested', 'issued')) then
    perform private.raise('invoice.already_open', 409);
  end if;
  begin
    insert into public.order_invoices (order_id, customer_id, merchant_id, store_id, city_id, buyer_kind, title, tax_number,
      email, currency, amount_cents, owed_cents)
    values (p_order_id, v_user_id, v_order.merchant_id, v_order.store_id, v_order.city_id, p_buyer_kind, trim(p_title),
      nullif(trim(p_tax_number), ''), trim(p_email), v_order.currency, v_amount, v_amount)
    returning * into v_row;
  exception
    when check_violation or not_null_violation then
      perform private.raise('invoice.details_invalid', 422);
  end;
  insert into public.invoice_events (invoice_id, command, from_status, to_status, actor, actor_id)
  values (v_row.id, 'request', 'requested', 'requested', 'customer', v_user_id);
  perform private.announce_invoice(v_row);
  return private.finish_command('request_invoice', p_idempotency_key, v_user_id, private.invoice_row(v_row, false));
end;
$$;
comment on function public.request_invoice(uuid, public.invoice_buyer, text, text, text, text) is
  'The customer of a completed order wants an invoice of what was paid less what went back. A company names its tax number.';

create function public.withdraw_invoice(p_invoice_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- invoices are written by commands only
set search_path = ''
as $$
declare
  v_role public.actor_role := private.invoice_actor(p_invoice_id);
  v_answer jsonb := private.begin_command('withdraw_invoice', p_idempotency_key, auth.uid(), p_invoice_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  return private.finish_command('withdraw_invoice', p_idempotency_key, auth.uid(),
    private.invoice_row(private.apply_invoice_command(p_invoice_id, 'withdraw', v_role), false));
end;
$$;
comment on function public.withdraw_invoice(uuid, text) is 'The customer does not want the invoice any more.';

create function public.issue_invoice(p_invoice_id uuid, p_number text, p_file_path text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- invoices are written by commands only
set search_path = ''
as $$
declare
  v_role public.actor_role := private.invoice_actor(p_invoice_id);
  v_answer jsonb := private.begin_command('issue_invoice', p_idempotency_key, auth.uid(), p_invoice_id);
  v_row public.order_invoices;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  select * into v_row from public.order_invoices where id = p_invoice_id for update;
  if coalesce(length(trim(p_number)), 0) not between 1 and 60
    or exists (select 1 from public.order_invoices
      where merchant_id = v_row.merchant_id and number = trim(p_number))
  then
    perform private.raise('invoice.number_invalid', 422);
  end if;
  if coalesce(p_file_path, '') not like v_row.store_id || '/%' or length(p_file_path) > 300 then
    perform private.raise('invoice.file_unknown', 422);
  end if;
  if v_row.status = 'issued' and v_row.owed_cents = v_row.amount_cents then
    perform private.raise('invoice.unchanged', 409);
  elsif v_row.owed_cents = 0 then
    perform private.raise('invoice.nothing_left', 409);
  end if;
  v_row := private.apply_invoice_command(p_invoice_id, 'issue', v_role,
    jsonb_build_object('number', trim(p_number), 'file_path', p_file_path, 'amount_cents', v_row.owed_cents));
  perform private.notify_order(o, 'invoice_issued') from public.orders o where o.id = v_row.order_id;
  return private.finish_command('issue_invoice', p_idempotency_key, auth.uid(), private.invoice_row(v_row, v_role = 'ops'));
end;
$$;
comment on function public.issue_invoice(uuid, text, text, text) is
  'The store, or ops for it, issues an invoice of what is owed now: p_file_path is <store id>/<file> in the bucket invoices. After a refund it is issued anew with another number.';

create function private.end_invoice(p_invoice_id uuid, p_command text, p_reason text, p_idempotency_key text)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_role public.actor_role := private.invoice_actor(p_invoice_id);
  v_answer jsonb := private.begin_command(p_command || '_invoice', p_idempotency_key, auth.uid(), p_invoice_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(length(trim(p_reason)), 0) not between 1 and 300 then
    perform private.raise('invoice.reason_required', 422);
  end if;
  return private.finish_command(p_command || '_invoice', p_idempotency_key, auth.uid(), private.invoice_row(
    private.apply_invoice_command(p_invoice_id, p_command, v_role, jsonb_build_object('reason', trim(p_reason))), v_role = 'ops'));
end;
$$;

create function public.decline_invoice(p_invoice_id uuid, p_reason text, p_idempotency_key text)
returns jsonb
language sql
security definer -- invoices are written by commands only
set search_path = ''
as $$
  select private.end_invoice(p_invoice_id, 'decline', p_reason, p_idempotency_key);
$$;
comment on function public.decline_invoice(uuid, text, text) is 'The store, or ops for it, does not issue the invoice and says why.';

create function public.void_invoice(p_invoice_id uuid, p_reason text, p_idempotency_key text)
returns jsonb
language sql
security definer -- invoices are written by commands only
set search_path = ''
as $$
  select private.end_invoice(p_invoice_id, 'void', p_reason, p_idempotency_key);
$$;
comment on function public.void_invoice(uuid, text, text) is 'The store, or ops for it, takes an issued invoice back; another may be asked for.';

create function public.get_invoice(p_invoice_id uuid)
returns jsonb
language plpgsql
stable
security definer -- e-mail and tax number are in no grant
set search_path = ''
as $$
declare
  v_role public.actor_role := private.invoice_actor(p_invoice_id, true);
  v_row public.order_invoices;
begin
  select * into v_row from public.order_invoices where id = p_invoice_id;
  return private.invoice_row(v_row, case v_role
    when 'customer' then false
    when 'ops' then not private.has_ops_role('finance')
    -- A store needs them while it works on the invoice.
    else v_row.status not in ('requested', 'issued') end);
end;
$$;
comment on function public.get_invoice(uuid) is
  'An invoice with e-mail and tax number: in full to its customer, to finance, and to the store while it is open; masked to others of ops and to the store afterwards.';
