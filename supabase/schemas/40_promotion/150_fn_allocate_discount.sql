create function private.allocate_discount(p_lines jsonb, p_amount_cents bigint)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  with lines as (
    select (l ->> 'line_number')::int as line_number, (l ->> 'amount_cents')::bigint as cents,
      sum((l ->> 'amount_cents')::bigint) over () as total
    from jsonb_array_elements(p_lines) l
  ),
  shares as (
    select line_number, trunc(p_amount_cents * cents::numeric / nullif(total, 0)) as share,
      p_amount_cents * cents::numeric % nullif(total, 0) as rest
    from lines
  ),
  ranked as (
    select line_number, coalesce(share, 0) as share,
      row_number() over (order by abs(rest) desc, line_number) as place,
      p_amount_cents - coalesce(sum(share) over (), p_amount_cents) as missing
    from shares
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'line_number', line_number,
    'amount_cents', (share + case when place <= abs(missing) then sign(missing) else 0 end)::bigint) order by line_number), '[]')
  from ranked;
$$;
comment on function private.allocate_discount(jsonb, bigint) is
  'Spreads an amount over lines [{line_number, amount_cents}] in proportion to what they cost, the odd cents to the largest remainders: the parts always sum to the amount.';
