create function private.price_lines(p_store_id uuid, p_items jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_bad record;
  v_lines jsonb;
begin
  if jsonb_typeof(p_items) is distinct from 'array' or jsonb_array_length(p_items) = 0 then
    perform private.raise('cart.empty', 422);
  end if;
  if jsonb_array_length(p_items) > 100 then
    perform private.raise('cart.too_many_lines', 422);
  end if;

  select i.product_id, p.name into v_bad
  from jsonb_to_recordset(p_items) as i (product_id uuid, quantity int)
  left join public.products p on p.id = i.product_id and p.store_id = p_store_id and p.is_available
  where p.id is null or i.quantity is null or i.quantity not between 1 and 999
  limit 1;
  if found then
    perform private.raise('cart.product_unavailable', 422,
      jsonb_build_object('product_id', v_bad.product_id, 'name', v_bad.name));
  end if;

  select p.id as product_id, p.name into v_bad
  from (
    select i.product_id, sum(i.quantity) as quantity
    from jsonb_to_recordset(p_items) as i (product_id uuid, quantity int)
    group by i.product_id
  ) w
  join public.products p on p.id = w.product_id
  left join public.stock_items s on s.product_id = p.id
  where coalesce(p.sold_out_until > now(), false) or s.on_hand_count - s.reserved_count < w.quantity
  limit 1;
  if found then
    perform private.raise('stock.sold_out', 409,
      jsonb_build_object('product_id', v_bad.product_id, 'name', v_bad.name));
  end if;

  -- Each chosen modifier must be on sale, belong to the product, and be chosen once.
  select p.id as product_id, p.name into v_bad
  from jsonb_array_elements(p_items) with ordinality as l (item, line)
  cross join lateral jsonb_array_elements_text(coalesce(l.item -> 'modifier_ids', '[]')) as chosen (id)
  join public.products p on p.id = (l.item ->> 'product_id')::uuid
  left join public.modifiers m on m.id = chosen.id::uuid and m.is_available
  left join public.modifier_groups g on g.id = m.group_id and g.product_id = p.id
  group by l.line, p.id, p.name
  having bool_or(g.id is null) or count(*) <> count(distinct chosen.id)
  limit 1;
  if found then
    perform private.raise('cart.modifier_unavailable', 422,
      jsonb_build_object('product_id', v_bad.product_id, 'name', v_bad.name));
  end if;

  select p.id as product_id, p.name, g.name as group_name, g.min_count, g.max_count into v_bad
  from jsonb_array_elements(p_items) with ordinality as l (item, line)
  join public.products p on p.id = (l.item ->> 'product_id')::uuid
  join public.modifier_groups g on g.product_id = p.id
  left join public.modifiers m
    on m.group_id = g.id and coalesce(l.item -> 'modifier_ids', '[]') ? m.id::text
  group by l.line, p.id, p.name, g.id, g.name, g.min_count, g.max_count
  having count(m.id) not between g.min_count and g.max_count
  limit 1;
  if found then
    perform private.raise('cart.modifier_count', 422, to_jsonb(v_bad));
  end if;

  select jsonb_agg(jsonb_build_object(
    'product_id', p.id, 'name', p.name, 'translations', p.translations,
    'quantity', (l.item ->> 'quantity')::int,
    'note', left(coalesce(l.item ->> 'note', ''), 100),
    'modifiers', chosen.modifiers,
    'unit_price_cents', p.price_cents + chosen.price_cents,
    'total_cents', (p.price_cents + chosen.price_cents) * (l.item ->> 'quantity')::int) order by l.line)
  into v_lines
  from jsonb_array_elements(p_items) with ordinality as l (item, line)
  join public.products p on p.id = (l.item ->> 'product_id')::uuid
  cross join lateral (
    select
      coalesce(sum(m.price_cents), 0)::bigint as price_cents,
      coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'group', g.name, 'name', m.name, 'translations', m.translations,
        'price_cents', m.price_cents) order by g.sort_order, m.sort_order, m.id), '[]') as modifiers
    from public.modifiers m
    join public.modifier_groups g on g.id = m.group_id
    where g.product_id = p.id and coalesce(l.item -> 'modifier_ids', '[]') ? m.id::text
  ) chosen;
  return v_lines;
end;
$$;
comment on function private.price_lines(uuid, jsonb) is
  'Cart items [{product_id, quantity, modifier_ids, note}] as priced lines; refuses with a key what cannot be sold.';

