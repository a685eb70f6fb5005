create function private.is_quote_overtaken(p_quote public.quotes)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return exists (
      select 1 from public.orders where customer_id = p_quote.customer_id and created_at >= p_quote.created_at)
    and exists (
      select 1
      from jsonb_to_recordset(p_quote.adjustments) as a (promotion_id uuid)
      join public.promotions p on p.id = a.promotion_id
      where p.conditions::text like '%customer%' or p.effect ->> 'distribution' = 'first_order');
end;
$$;
comment on function private.is_quote_overtaken(public.quotes) is
  'Whether a discount of the quote asks about its customer, who has placed another order since: it must be asked again.';
