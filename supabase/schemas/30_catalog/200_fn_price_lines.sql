create function private.price_lines(
  p_store_id uuid,
  p_items jsonb,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_at timestamptz default now())
returns jsonb
language plpgsql
stable
set search_path = ''
set plan_cache_mode = 'force_generic_plan' -- planning the one large query costs many times its execution
as $$
declare
  -- Ids are read in any letter case; whatever is not one finds nothing.
  c_uuid constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
  v_local timestamp := private.local_time(p_store_id, p_at);
  v_lines jsonb;
  v_problem jsonb;
begin
  if jsonb_typeof(p_items) is distinct from 'array' or jsonb_array_length(p_items) = 0 then
    perform private.raise('cart.empty', 422);
  end if;
  if jsonb_array_length(p_items) > 100 then
    perform private.raise('cart.too_many_lines', 422);
  end if;

  with item as (
    select l.line_number,
      case when l.item ->> 'product_id' ~ c_uuid then (l.item ->> 'product_id')::uuid end as product_id,
      case when l.item ->> 'variant_id' ~ c_uuid then (l.item ->> 'variant_id')::uuid end as variant_id,
      coalesce(l.item ->> 'variant_id', '') <> '' as has_variant,
      case when l.item ->> 'quantity' ~ '^[1-9][0-9]{0,2}$' then (l.item ->> 'quantity')::int end as quantity,
      case jsonb_typeof(l.item -> 'modifier_ids') when 'array' then l.item -> 'modifier_ids' else '[]' end as modifier_ids,
      left(coalesce(l.item ->> 'note', ''), 100) as note
    from jsonb_array_elements(p_items) with ordinality as l (item, line_number)
  ),
  line as (
    select i.line_number, i.product_id, v.id as variant_id, i.quantity, i.note,
      coalesce(p.category_id, s.category_id) as category_id, p.section_id, p.name, p.translations, p.tax_bps,
      v.name as variant_name, v.translations as variant_translations, p.kind, chosen.modifiers,
      coalesce(v.price_cents, p.price_cents) + chosen.price_cents as unit_price_cents,
      coalesce(v.weight_grams, p.weight_grams) as weight_grams,
      wrong.group_name, wrong.min_count, wrong.max_count,
      case
        when p.id is null or i.quantity is null then 'cart.product_unavailable'
        when not case p.kind
            when 'goods' then p_fulfillment_type in ('delivery', 'pickup', 'dine_in')
            when 'service' then coalesce(
              case p_fulfillment_type when 'on_site' then si.is_on_site when 'dine_in' then si.is_at_store end, false)
            else p_fulfillment_type = 'voucher' and vp.product_id is not null
          end
          or not p_fulfillment_type = any (coalesce(p.fulfillment_types, array[p_fulfillment_type]))
          then 'cart.fulfillment_unsupported'
        when (p.daypart_id is not null and not private.daypart_is_on(p.daypart_id, v_local))
          or (ms.daypart_id is not null and not private.daypart_is_on(ms.daypart_id, v_local))
          then 'cart.not_now'
        when p.sold_out_until > p_at or v.sold_out_until > p_at then 'stock.sold_out'
        when i.has_variant and v.id is null then 'cart.variant_unavailable'
        when v.id is null and exists (select 1 from public.product_variants x where x.product_id = p.id)
          then 'cart.variant_required'
        when chosen.has_unknown then 'cart.modifier_unavailable'
        when wrong.group_name is not null then 'cart.modifier_count'
      end as problem
    from item i
    join public.stores s on s.id = p_store_id
    -- One look-up for each line by limit: nobody knows how few lines a cart has, and a store's whole menu is not read.
    left join lateral (
      select x.* from public.products x
      where x.id = i.product_id and x.store_id = p_store_id and x.is_available and x.status = 'published'
      limit 1
    ) p on true
    left join public.menu_sections ms on ms.id = p.section_id
    left join public.service_items si on p.kind = 'service' and si.product_id = p.id
    left join public.voucher_products vp on p.kind = 'voucher' and vp.product_id = p.id
    left join lateral (
      select x.* from public.product_variants x where x.id = i.variant_id and x.product_id = p.id and x.is_available limit 1
    ) v on true
    -- One entry for each chosen piece; the first free ones of a group cost nothing.
    cross join lateral (
      select
        coalesce(sum(c.charged_cents), 0)::bigint as price_cents,
        coalesce(bool_or(c.id is null or c.piece > c.max_quantity), false) as has_unknown,
        array_agg(c.group_id) as group_ids,
        coalesce(jsonb_agg(jsonb_build_object(
          'id', c.id, 'group', c.group_name, 'name', c.name, 'translations', c.translations,
          'price_cents', c.charged_cents) order by c.sort_order, c.group_id, c.position), '[]') as modifiers
      from (
        select m.id, m.name, m.translations, m.max_quantity, g.id as group_id, g.name as group_name, g.sort_order, e.position,
          row_number() over (partition by m.id order by e.position) as piece,
          case when row_number() over (partition by g.id order by e.position) > g.free_count
            then m.price_cents else 0 end as charged_cents
        from jsonb_array_elements_text(i.modifier_ids) with ordinality as e (id, position)
        left join (public.modifiers m join public.modifier_groups g on g.id = m.group_id)
          on m.id = case when e.id ~ c_uuid then e.id::uuid end and g.product_id = p.id
            and m.is_available and coalesce(m.sold_out_until <= p_at, true)
      ) c
    ) chosen
    left join lateral (
      select g.name as group_name, g.min_count, g.max_count
      from public.modifier_groups g
      cross join lateral (select cardinality(array_positions(chosen.group_ids, g.id)) as pieces) n
      where g.product_id = p.id
        and coalesce(n.pieces, 0) not between g.min_count and g.max_count
        and (g.is_required or n.pieces > 0)
      order by g.sort_order, g.id
      limit 1
    ) wrong on true
  )
  select
    jsonb_agg(jsonb_build_object(
      'line_number', l.line_number, 'product_id', l.product_id, 'variant_id', l.variant_id,
      'category_id', l.category_id, 'section_id', l.section_id, 'kind', l.kind,
      'name', l.name, 'variant_name', l.variant_name,
      'translations', case when l.variant_id is null then l.translations
        else private.name_variant(l.translations, l.variant_name, l.variant_translations) end,
      'modifiers', l.modifiers, 'note', l.note, 'quantity', l.quantity,
      'unit_price_cents', l.unit_price_cents, 'total_cents', l.unit_price_cents * l.quantity,
      'weight_grams', l.weight_grams * l.quantity, 'tax_bps', l.tax_bps) order by l.line_number),
    (array_agg(jsonb_build_object(
      'key', l.problem, 'line_number', l.line_number, 'product_id', l.product_id, 'name', l.name,
      'group_name', l.group_name, 'min_count', l.min_count, 'max_count', l.max_count) order by l.line_number)
      filter (where l.problem is not null))[1]
  into v_lines, v_problem
  from line l;
  if v_lines is null then
    perform private.raise('store.not_found', 404);
  end if;
  if v_problem is not null then
    perform private.raise(
      v_problem ->> 'key', case v_problem ->> 'key' when 'stock.sold_out' then 409 else 422 end,
      jsonb_strip_nulls(v_problem - 'key'));
  end if;

  -- Everything counted in the cart, over all of its lines.
  select jsonb_build_object('product_id', (array_agg(w.product_id))[1], 'name', (array_agg(w.name))[1]) into v_problem
  from (
    select x.id, l.product_id, l.name, l.quantity
    from jsonb_to_recordset(v_lines) as l (product_id uuid, variant_id uuid, name text, quantity int, modifiers jsonb)
    cross join lateral (
      select l.product_id as id
      union all
      select l.variant_id
      union all
      select (m ->> 'id')::uuid from jsonb_array_elements(l.modifiers) m
    ) x
  ) w
  join public.stock_items s on s.id = w.id
  group by s.id, s.on_hand_count, s.reserved_count
  having sum(w.quantity) > s.on_hand_count - s.reserved_count
  limit 1;
  if found then
    perform private.raise('stock.sold_out', 409, v_problem);
  end if;
  return v_lines;
end;
$$;
comment on function private.price_lines(uuid, jsonb, public.fulfillment_type, timestamptz) is
  'Cart items [{product_id, variant_id, quantity, modifier_ids, note}] as lines priced for a way of selling at a time; refuses with a key what cannot be sold. modifier_ids names a modifier once for each piece. weight_grams and total_cents are of the whole line; modifiers has one entry a piece with what it costs.';
