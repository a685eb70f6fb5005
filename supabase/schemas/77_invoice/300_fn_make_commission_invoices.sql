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

create function private.make_commission_invoices(p_limit int default 1000)
returns int
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
declare
  v_row record;
  v_id uuid;
  v_tax_bps int := coalesce((private.setting('invoice.commission_tax_bps') #>> '{}')::int, 600);
  v_net bigint;
  v_count int := 0;
begin
  -- Two runs at once would count the same statements.
  perform pg_advisory_xact_lock(hashtext('make_commission_invoices'));
  for v_row in
    select s.id, s.party_id as merchant_id, s.city_id, s.period_on, s.currency, m.name, m.legal_name, c.charged_cents,
      c.returned_cents, c.charged_count, c.returned_count
    from public.settlement_statements s
    join public.merchants m on m.id = s.party_id
    cross join lateral (
      -- A statement's line is what the merchant is owed: commission is below zero there.
      select coalesce(-sum(l.amount_cents) filter (where l.amount_cents < 0), 0)::bigint as charged_cents,
        coalesce(sum(l.amount_cents) filter (where l.amount_cents > 0), 0)::bigint as returned_cents,
        count(distinct l.order_id) filter (where l.amount_cents < 0) as charged_count,
        count(distinct l.order_id) filter (where l.amount_cents > 0) as returned_count
      from public.settlement_lines l where l.statement_id = s.id and l.purpose = 'commission'
    ) c
    where s.party = 'merchant' and s.created_at > now() - interval '40 days'
      and c.charged_cents <> c.returned_cents
      and not exists (select 1 from public.commission_invoices i where i.statement_id = s.id)
    order by s.period_on, s.id
    limit p_limit
  loop
    v_net := round((v_row.charged_cents - v_row.returned_cents) * 10000.0 / (10000 + v_tax_bps));
    insert into public.commission_invoices (
      statement_id, merchant_id, city_id, number, period_on, legal_name, currency, net_cents, tax_bps, tax_cents, gross_cents)
    values (v_row.id, v_row.merchant_id, v_row.city_id, private.next_invoice_number(v_row.city_id), v_row.period_on,
      coalesce(nullif(v_row.legal_name, ''), v_row.name), v_row.currency, v_net, v_tax_bps,
      v_row.charged_cents - v_row.returned_cents - v_net, v_row.charged_cents - v_row.returned_cents)
    returning id into v_id;
    insert into public.commission_invoice_lines (invoice_id, position, kind, order_count, amount_cents)
    select v_id, row_number() over (order by l.kind), l.kind, l.order_count, l.amount_cents
    from (values ('charged', v_row.charged_count, v_row.charged_cents), ('returned', v_row.returned_count, -v_row.returned_cents))
      as l (kind, order_count, amount_cents)
    where l.amount_cents <> 0;
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.make_commission_invoices(int) is
  'Makes the platform''s invoice of each merchant statement that has none: a statement is final when it is made. Returns how many.';
