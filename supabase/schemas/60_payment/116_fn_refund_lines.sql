create function private.allocate_goods(p_lines jsonb, p_adjustments jsonb)
returns table (line_number int, quantity int, total_cents bigint, discount_cents bigint, merchant_discount_cents bigint)
language sql
immutable
set search_path = ''
as $$
  with line as (
    select (l ->> 'line_number')::int as line_number, coalesce((l ->> 'quantity')::int, 1) as quantity,
      (l ->> 'total_cents')::bigint as total_cents
    from jsonb_array_elements(p_lines) l
  ), discount as (
    select (a ->> 'line_number')::int as line_number, -(a ->> 'amount_cents')::bigint as amount_cents,
      private.merchant_part(a) as merchant_cents
    from jsonb_array_elements(p_adjustments) a
    where coalesce(a ->> 'scope', 'goods') = 'goods'
  ), own as (
    select line.line_number, line.quantity, line.total_cents,
      coalesce(sum(d.amount_cents), 0)::bigint as own_cents, coalesce(sum(d.merchant_cents), 0)::bigint as own_merchant_cents
    from line left join discount d on d.line_number = line.line_number
    group by line.line_number, line.quantity, line.total_cents
  ), whole as (
    select coalesce(sum(d.amount_cents), 0) as amount_cents, coalesce(sum(d.merchant_cents), 0) as merchant_cents
    from discount d
    where d.line_number is null or not exists (select 1 from line where line.line_number = d.line_number)
  ), net as (
    select own.*, greatest(0, own.total_cents - own.own_cents) as net_cents from own
  ), run as (
    -- Shares are differences of rounded running totals: no cent is lost and no line pays more than it costs.
    select net.*, sum(net.net_cents) over (order by net.line_number) as upto_cents, sum(net.net_cents) over () as all_cents
    from net
  ), shared as (
    select run.*,
      coalesce(round(whole.amount_cents * run.upto_cents / nullif(run.all_cents, 0))
        - round(whole.amount_cents * (run.upto_cents - run.net_cents) / nullif(run.all_cents, 0)), 0) as share_cents,
      whole.amount_cents as whole_cents, whole.merchant_cents as whole_merchant_cents
    from run cross join whole
  ), summed as (
    select shared.*, sum(shared.share_cents) over (order by shared.line_number) as shared_upto from shared
  )
  select s.line_number, s.quantity, s.total_cents, (s.own_cents + s.share_cents)::bigint,
    (s.own_merchant_cents + coalesce(round(s.whole_merchant_cents * s.shared_upto / nullif(s.whole_cents, 0))
      - round(s.whole_merchant_cents * (s.shared_upto - s.share_cents) / nullif(s.whole_cents, 0)), 0))::bigint
  from summed s
  order by s.line_number;
$$;
comment on function private.allocate_goods(jsonb, jsonb) is
  'Each line with its part of the goods'' discounts, and how much of that the merchant bears; the parts sum to the whole.';

create function private.order_goods(p_order_id uuid)
returns table (line_number int, quantity int, total_cents bigint, discount_cents bigint, merchant_discount_cents bigint)
language sql
stable
set search_path = ''
as $$
  select g.* from private.allocate_goods(
    (select coalesce(jsonb_agg(jsonb_build_object(
       'line_number', i.line_number, 'quantity', i.quantity, 'total_cents', i.total_cents)), '[]')
     from public.order_items i where i.order_id = p_order_id),
    (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from public.order_adjustments a where a.order_id = p_order_id)) g;
$$;
comment on function private.order_goods(uuid) is 'The lines of an order with their part of its discounts.';

create function private.refund_lines(p_order_id uuid, p_lines jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_lines jsonb;
  v_bad record;
begin
  -- One answer per line: a line named twice counts once with the sum.
  with asked as (
    select i.id, i.line_number, i.name, i.quantity as sold_count, sum(coalesce(l.quantity, i.quantity))::int as quantity,
      sum(l.amount_cents)::bigint as amount_cents,
      coalesce((
        select sum(x.quantity) from public.refund_request_lines x
        join public.refund_requests r on r.id = x.refund_request_id
        where x.order_id = p_order_id and x.line_number = i.line_number
          and r.status not in ('withdrawn', 'merchant_rejected')), 0)::int as gone_count
    from jsonb_to_recordset(p_lines) as l (order_item_id uuid, line_number int, quantity int, amount_cents bigint)
    join public.order_items i on i.order_id = p_order_id
      and (i.id = l.order_item_id or (l.order_item_id is null and i.line_number = l.line_number))
    group by i.id
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'order_item_id', a.id, 'line_number', a.line_number, 'name', a.name, 'quantity', a.quantity,
    'sold_count', a.sold_count, 'gone_count', a.gone_count,
    'amount_cents', coalesce(a.amount_cents,
      -- Running differences again: all pieces of a line together give exactly what was paid for it.
      round((g.total_cents - g.discount_cents) * (a.gone_count + a.quantity)::numeric / a.sold_count)
      - round((g.total_cents - g.discount_cents) * a.gone_count::numeric / a.sold_count))) order by a.line_number), '[]')
  into v_lines
  from asked a
  join private.order_goods(p_order_id) g on g.line_number = a.line_number;

  if jsonb_array_length(v_lines) < (
    select count(distinct coalesce(l ->> 'order_item_id', l ->> 'line_number')) from jsonb_array_elements(p_lines) l)
  then
    perform private.raise('refund.line_unknown', 422);
  end if;
  select l.line_number, l.quantity, l.sold_count, l.gone_count into v_bad
  from jsonb_to_recordset(v_lines) as l (line_number int, quantity int, sold_count int, gone_count int)
  where l.quantity < 1 or l.quantity + l.gone_count > l.sold_count
  limit 1;
  if found then
    perform private.raise('refund.line_gone', 422, jsonb_build_object(
      'line_number', v_bad.line_number, 'left', v_bad.sold_count - v_bad.gone_count));
  end if;
  return v_lines;
end;
$$;
comment on function private.refund_lines(uuid, jsonb) is
  'Lines [{order_item_id or line_number, quantity}] of an order with the amount that was paid for them; a piece is refunded once.';
