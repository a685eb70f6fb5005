create function private.check_edit_lines(p_order_id uuid, p_lines jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if jsonb_typeof(p_lines) is distinct from 'array' or jsonb_array_length(p_lines) not between 1 and 100
    or exists (
      select 1
      from jsonb_array_elements(p_lines) l
      left join public.order_items i
        on i.order_id = p_order_id and i.line_number::text = l ->> 'line_number'
      where i.id is null
        or coalesce(l ->> 'quantity', '') !~ '^\d{1,3}$'
        -- A line only ever gets smaller; what comes in for it is a line of its own.
        or (l ->> 'quantity')::int >= i.quantity)
    or (select count(distinct l ->> 'line_number') from jsonb_array_elements(p_lines) l) <> jsonb_array_length(p_lines)
  then
    perform private.raise('order.edit_invalid', 422);
  end if;
end;
$$;
comment on function private.check_edit_lines(uuid, jsonb) is 'Refuses an edit that names unknown lines, a line twice, or more than is left of one.';

create function private.plan_edit(p_order public.orders, p_lines jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_items jsonb;
  v_new jsonb := '[]'::jsonb;
  v_kept bigint;
  v_subtotal bigint;
  v_discounts jsonb;
  v_discount bigint;
  v_total bigint;
begin
  perform private.check_edit_lines(p_order.id, p_lines);
  select jsonb_agg(l -> 'item' order by n) into v_items
  from jsonb_array_elements(p_lines) with ordinality as e (l, n) where jsonb_typeof(l -> 'item') = 'object';
  if v_items is not null then
    v_new := private.price_lines(p_order.store_id, v_items, p_order.fulfillment_type);
  end if;
  select sum(i.unit_price_cents * coalesce((l ->> 'quantity')::int, i.quantity)) into v_kept
  from public.order_items i
  left join jsonb_array_elements(p_lines) l on l ->> 'line_number' = i.line_number::text
  where i.order_id = p_order.id;
  v_subtotal := v_kept + (select coalesce(sum((n ->> 'total_cents')::bigint), 0) from jsonb_array_elements(v_new) n);
  if v_kept = 0 and v_new = '[]' then
    perform private.raise('order.edit_empty', 422);
  end if;

  -- A discount keeps its proportion to what it made cheaper: that of a line to its pieces, that of the order to what
  -- the goods cost after the discounts of their lines, and at least so much that fewer goods never cost more.
  with part as (
    select a.id, a.scope, a.line_number, -a.amount_cents as amount,
      -- The pieces that it does not cover go first.
      floor(-a.amount_cents * least(coalesce((l ->> 'quantity')::numeric, i.quantity), coalesce(a.quantity, i.quantity))
        / nullif(coalesce(a.quantity, i.quantity), 0))::bigint as line_amount,
      sum(-a.amount_cents) filter (where a.line_number is null and a.scope = 'goods') over (order by a.id) as up_to
    from public.order_adjustments a
    left join public.order_items i on i.order_id = a.order_id and i.line_number = a.line_number
    left join jsonb_array_elements(p_lines) l on l ->> 'line_number' = a.line_number::text
    where a.order_id = p_order.id
  ), goods as (
    select coalesce(sum(amount) filter (where line_number is null and scope = 'goods'), 0) as off,
      p_order.subtotal_cents - coalesce(sum(amount) filter (where line_number is not null), 0) as net,
      v_subtotal - coalesce(sum(line_amount), 0) as left_net
    from part
  ), kept as (
    select off, case when left_net >= net then off
      else greatest(floor(off * left_net / nullif(net, 0)), off - (net - left_net)) end as left_off
    from goods
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'amount_cents', -case
      when p.scope = 'delivery' then p.amount
      when p.line_number is not null then p.line_amount
      else floor(p.up_to * k.left_off / k.off) - floor((p.up_to - p.amount) * k.left_off / k.off)
    end)), '[]')
  into v_discounts
  from part p
  cross join kept k;
  select coalesce(-sum((d ->> 'amount_cents')::bigint), 0) into v_discount from jsonb_array_elements(v_discounts) d;
  v_total := v_subtotal + p_order.packaging_fee_cents + p_order.delivery_fee_cents + p_order.tip_cents - v_discount;
  if v_total > p_order.total_cents then
    perform private.raise('order.edit_costs_more', 422,
      jsonb_build_object('total_cents', v_total, 'paid_cents', p_order.total_cents));
  end if;
  return jsonb_build_object(
    'new_lines', v_new, 'adjustments', v_discounts, 'subtotal_cents', v_subtotal, 'discount_cents', v_discount,
    'total_cents', v_total, 'refund_cents', p_order.total_cents - v_total);
end;
$$;
comment on function private.plan_edit(public.orders, jsonb) is
  'What an edit [{line_number, quantity, item}] makes of an order: {new_lines, adjustments, subtotal_cents, discount_cents, total_cents, refund_cents}. Refused if it would cost more.';
