create function private.stock_wanted(p_order_id uuid)
returns table (order_item_id uuid, stock_item_id uuid, name text, quantity int)
language plpgsql -- run twice for every order: its plan is kept
stable
set search_path = ''
as $$
begin
  return query
  select i.id, s.id, min(i.name), (i.quantity * count(*))::int
  from public.order_items i
  cross join lateral (
    select i.product_id as id
    union all
    select i.variant_id
    union all
    select (m ->> 'id')::uuid from jsonb_array_elements(i.modifiers) m
  ) x
  join public.stock_items s on s.id = x.id
  where i.order_id = p_order_id
  group by i.id, i.quantity, s.id;
end;
$$;
comment on function private.stock_wanted(uuid) is 'What the lines of an order take of everything counted: product, variant and each piece of a modifier.';
