create function private.edit_order(p_order_id uuid, p_lines jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_plan jsonb;
  v_flash jsonb;
  v_row record;
begin
  select * into v_order from public.orders where id = p_order_id for update;
  v_plan := private.plan_edit(v_order, p_lines);
  perform private.lock_edit_stock(v_order, v_plan -> 'new_lines');
  perform private.lock_promotions(array[p_order_id]);
  select coalesce(jsonb_agg(f), '[]') into v_flash from private.flash_units(p_order_id) f;
  for v_row in
    select i.id, i.quantity, (l ->> 'quantity')::int as kept
    from jsonb_array_elements(p_lines) l
    join public.order_items i on i.order_id = p_order_id and i.line_number::text = l ->> 'line_number'
    order by i.line_number
  loop
    perform private.release_stock_line(v_row.id, v_row.quantity - v_row.kept);
    update public.order_items
    set quantity = v_row.kept, total_cents = unit_price_cents * v_row.kept,
        removed_quantity = removed_quantity + v_row.quantity - v_row.kept
    where id = v_row.id;
  end loop;
  perform private.add_edit_lines(p_order_id, p_lines, v_plan -> 'new_lines');

  perform private.post_points('points_returned',
    'points_edited:' || p_order_id || ':' || (select count(*) from public.order_events where order_id = p_order_id),
    p_order_id, v_order.customer_id, v_order.currency, (
      select coalesce(sum(d.amount_cents - a.amount_cents), 0)::bigint
      from jsonb_to_recordset(v_plan -> 'adjustments') as d (id uuid, amount_cents bigint)
      join public.order_adjustments a on a.id = d.id and a.kind = 'points'));
  update public.order_adjustments a
  set amount_cents = d.amount_cents,
      quantity = least(a.quantity, (
        select i.quantity from public.order_items i where i.order_id = p_order_id and i.line_number = a.line_number))
  from jsonb_to_recordset(v_plan -> 'adjustments') as d (id uuid, amount_cents bigint)
  where a.id = d.id and d.amount_cents < 0;
  delete from public.order_adjustments a
  using jsonb_to_recordset(v_plan -> 'adjustments') as d (id uuid, amount_cents bigint)
  where a.id = d.id and d.amount_cents = 0;
  perform private.shrink_promotions(p_order_id, v_flash);
  update public.orders
  set subtotal_cents = (v_plan ->> 'subtotal_cents')::bigint,
      discount_cents = (v_plan ->> 'discount_cents')::bigint,
      total_cents = (v_plan ->> 'total_cents')::bigint
  where id = p_order_id;
  if (v_plan ->> 'refund_cents')::bigint > 0 then
    perform private.refund_part(p_order_id, (v_plan ->> 'refund_cents')::bigint, 'order_edited', 'merchant');
  end if;
  perform private.apply_order_command(p_order_id, 'edit', 'system', p_detail => jsonb_build_object(
    'lines', p_lines, 'total_cents_before', v_order.total_cents, 'total_cents', v_plan -> 'total_cents'));
end;
$$;
comment on function private.edit_order(uuid, jsonb) is
  'Takes lines off a paid order, or puts others in for them: stock, discounts with what they use, and total follow, and the difference goes back.';

create function private.lock_edit_stock(p_order public.orders, p_new_lines jsonb)
returns void
language sql
set search_path = ''
as $$
  -- Sorted, as orders reserve it: what is freed and what is taken by one edit.
  select s.id from public.stock_items s
  where s.id in (
    select stock_item_id from public.stock_reservations where order_id = p_order.id
    union all
    select x.id
    from jsonb_array_elements(p_new_lines) l
    cross join lateral (
      select (l ->> 'product_id')::uuid as id
      union all
      select (l ->> 'variant_id')::uuid
      union all
      select (m ->> 'id')::uuid from jsonb_array_elements(l -> 'modifiers') m
    ) x)
  order by s.id for update;
$$;

create function private.add_edit_lines(p_order_id uuid, p_lines jsonb, p_new_lines jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_last int := (select max(line_number) from public.order_items where order_id = p_order_id);
  v_row record;
  v_id uuid;
begin
  for v_row in
    select n.line, n.place::int, o.replaced
    from jsonb_array_elements(p_new_lines) with ordinality as n (line, place)
    join (
      select (l ->> 'line_number')::int as replaced, row_number() over (order by place) as place
      from jsonb_array_elements(p_lines) with ordinality as e (l, place)
      where jsonb_typeof(l -> 'item') = 'object'
    ) o on o.place = n.place
    order by n.place
  loop
    insert into public.order_items (
      order_id, line_number, product_id, variant_id, category_id, section_id, name, variant_name, translations, modifiers,
      note, quantity, unit_price_cents, total_cents, tax_bps, replaces_line)
    select p_order_id, v_last + v_row.place, l.product_id, l.variant_id, l.category_id, l.section_id, l.name, l.variant_name,
      l.translations, l.modifiers, l.note, l.quantity, l.unit_price_cents, l.total_cents, coalesce(l.tax_bps, 0), v_row.replaced
    from jsonb_populate_record(null::public.order_items, v_row.line) l
    returning id into v_id;
    perform private.reserve_stock_line(p_order_id, v_id);
    -- What comes in for a line bears the terms of that line.
    update public.commission_lines set line_numbers = line_numbers || (v_last + v_row.place)
    where order_id = p_order_id and v_row.replaced = any (line_numbers);
    update public.tax_lines set line_numbers = line_numbers || (v_last + v_row.place)
    where order_id = p_order_id and v_row.replaced = any (line_numbers);
  end loop;
end;
$$;
comment on function private.add_edit_lines(uuid, jsonb, jsonb) is 'Writes the lines that come in for others and holds their stock.';

create function private.reserve_stock_line(p_order_id uuid, p_order_item_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  for v_row in
    select * from private.stock_wanted(p_order_id) where order_item_id = p_order_item_id order by stock_item_id
  loop
    update public.stock_items set reserved_count = reserved_count + v_row.quantity
    where id = v_row.stock_item_id and on_hand_count - reserved_count >= v_row.quantity;
    if not found then
      perform private.raise('stock.sold_out', 409,
        jsonb_build_object('stock_item_id', v_row.stock_item_id, 'name', v_row.name));
    end if;
    insert into public.stock_reservations (order_item_id, stock_item_id, order_id, quantity)
    values (p_order_item_id, v_row.stock_item_id, p_order_id, v_row.quantity);
  end loop;
end;
$$;
comment on function private.reserve_stock_line(uuid, uuid) is 'Holds counted stock for one more line of an order.';

create function public.propose_edit(p_order_id uuid, p_lines jsonb, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_order public.orders := private.hold_store_order(p_order_id);
  v_answer jsonb := private.begin_command('propose_edit', p_idempotency_key, auth.uid(), p_order_id);
  v_request public.order_requests;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not private.order_knows_command(v_order, 'edit') then
    perform private.raise('order.transition_refused', 409, jsonb_build_object('status', v_order.status, 'command', 'edit'));
  end if;
  v_request := private.open_order_request(v_order, 'edit', 'merchant',
    jsonb_build_object('lines', p_lines) || private.plan_edit(v_order, p_lines));
  if v_order.is_edit_consented then
    perform private.settle_order_request(v_request.id, true, 'customer');
    select * into v_request from public.order_requests where id = v_request.id;
  end if;
  return private.finish_command('propose_edit', p_idempotency_key, auth.uid(), to_jsonb(v_request));
end;
$$;
comment on function public.propose_edit(uuid, jsonb, text) is
  'Store asks to take pieces off lines of a paid order or to put others in for them: [{line_number, quantity, item}], quantity is what stays, item a cart item that comes in. Done at once when the customer agreed beforehand, else after answer_order_request. Never costs more; the difference is paid back.';
