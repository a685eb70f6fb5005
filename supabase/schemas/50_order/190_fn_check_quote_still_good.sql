create function private.check_quote_still_good(p_quote public.quotes)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_check jsonb;
begin
  v_check := public.check_serviceability(
    p_quote.store_id, p_quote.fulfillment_type,
    (p_quote.address ->> 'lon')::double precision, (p_quote.address ->> 'lat')::double precision,
    p_quote.subtotal_cents, coalesce(p_quote.slot_starts_at, now()));
  if not (v_check ->> 'is_serviceable')::boolean then
    perform private.raise(v_check ->> 'reason', 422, v_check);
  end if;
  -- Prices hold as quoted, but what has left the menu since is not sold.
  perform private.price_lines(p_quote.store_id, private.quote_items(p_quote),
    p_quote.fulfillment_type, coalesce(p_quote.slot_starts_at, now()));
end;
$$;
comment on function private.check_quote_still_good(public.quotes) is
  'Refuses what can no longer be had as quoted: the place, the time or the goods.';

create function private.quote_items(p_quote public.quotes)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_agg(jsonb_build_object(
    'product_id', l -> 'product_id', 'variant_id', l -> 'variant_id', 'quantity', l -> 'quantity', 'note', l -> 'note',
    'modifier_ids', jsonb_path_query_array(l, '$.modifiers[*].id')))
  from jsonb_array_elements(p_quote.lines) l;
$$;
comment on function private.quote_items(public.quotes) is 'The cart that a quote was made from.';
