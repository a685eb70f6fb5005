create function private.next_invoice_number(p_city_id uuid)
returns text
language sql
set search_path = ''
as $$
  with place as (
    select c.id, upper(c.slug) as slug, extract(year from now() at time zone c.timezone)::int as year
    from public.cities c where c.id = p_city_id
  ), counted as (
    insert into private.invoice_counters (city_id, year, last_number)
    select id, year, 1 from place
    on conflict (city_id, year) do update set last_number = invoice_counters.last_number + 1
    returning year, last_number
  )
  select p.slug || '-' || c.year || '-' || lpad(c.last_number::text, 6, '0') from place p, counted c;
$$;
comment on function private.next_invoice_number(uuid) is 'The next number of a city in its year, as CITY-2026-000001; one that is rolled back is given again.';

create function private.write_commission_invoice(p_statement public.settlement_statements, p_issue_count int)
returns public.commission_invoices
language plpgsql
set search_path = ''
as $$
declare
  v_tax_bps int := coalesce((private.setting('invoice.commission_tax_bps') #>> '{}')::int, 600);
  v_lines record;
  v_gross bigint;
  v_net bigint;
  v_invoice public.commission_invoices;
begin
  select
    -- A statement's line is what the merchant is owed: commission is below zero there.
    coalesce(-sum(l.amount_cents) filter (where l.amount_cents < 0), 0)::bigint as charged_cents,
    coalesce(sum(l.amount_cents) filter (where l.amount_cents > 0), 0)::bigint as returned_cents,
    count(distinct l.order_id) filter (where l.amount_cents < 0) as charged_count,
    count(distinct l.order_id) filter (where l.amount_cents > 0) as returned_count
  into v_lines
  from public.settlement_lines l where l.statement_id = p_statement.id and l.purpose = 'commission';
  v_gross := v_lines.charged_cents - v_lines.returned_cents;
  if v_gross = 0 then
    return null;
  end if;
  v_net := round(v_gross * 10000.0 / (10000 + v_tax_bps));
  insert into public.commission_invoices (statement_id, merchant_id, city_id, number, period_on, legal_name, currency,
    net_cents, tax_bps, tax_cents, gross_cents, issue_count)
  select p_statement.id, m.id, p_statement.city_id, private.next_invoice_number(p_statement.city_id), p_statement.period_on,
    coalesce(nullif(m.legal_name, ''), m.name), p_statement.currency, v_net, v_tax_bps, v_gross - v_net, v_gross, p_issue_count
  from public.merchants m where m.id = p_statement.party_id
  returning * into v_invoice;
  insert into public.commission_invoice_lines (invoice_id, position, kind, order_count, amount_cents)
  select v_invoice.id, row_number() over (order by l.kind), l.kind, l.order_count, l.amount_cents
  from (values ('charged', v_lines.charged_count, v_lines.charged_cents), ('returned', v_lines.returned_count, -v_lines.returned_cents))
    as l (kind, order_count, amount_cents)
  where l.amount_cents <> 0;
  return v_invoice;
end;
$$;
comment on function private.write_commission_invoice(public.settlement_statements, int) is
  'Invoices the commission of a merchant''s statement to its name of today; null when there is nothing to invoice.';

create function private.make_commission_invoices(p_limit int default 1000)
returns int
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
declare
  v_statement public.settlement_statements;
  v_count int := 0;
begin
  -- Two runs at once would count the same statements.
  perform pg_advisory_xact_lock(hashtext('make_commission_invoices'));
  for v_statement in
    select s.*
    from public.settlement_statements s
    where s.party = 'merchant' and s.created_at > now() - interval '40 days'
      and (select sum(l.amount_cents) from public.settlement_lines l where l.statement_id = s.id and l.purpose = 'commission') <> 0
      -- One that was taken back is issued anew by a person only.
      and not exists (select 1 from public.commission_invoices i where i.statement_id = s.id)
    order by s.period_on, s.id
    limit p_limit
  loop
    perform private.write_commission_invoice(v_statement, 1);
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.make_commission_invoices(int) is
  'Makes the platform''s invoice of each merchant statement that has none: a statement is final when it is made. Returns how many.';
