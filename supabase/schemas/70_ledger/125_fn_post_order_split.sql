create function private.order_facts(p_order_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'merchant_id', o.merchant_id, 'currency', o.currency,
    'rider_id', d.rider_id, 'rider_pay_cents', d.rider_pay_cents,
    'packaging_fee_cents', o.packaging_fee_cents, 'delivery_fee_cents', o.delivery_fee_cents, 'tip_cents', o.tip_cents,
    'lines', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'line_number', i.line_number, 'quantity', i.quantity, 'total_cents', i.total_cents)), '[]')
      from public.order_items i where i.order_id = o.id),
    'adjustments', (
      select coalesce(jsonb_agg(to_jsonb(a)), '[]') from public.order_adjustments a where a.order_id = o.id),
    'commission', (
      select coalesce(jsonb_agg(to_jsonb(c)), '[]') from public.commission_lines c where c.order_id = o.id),
    'tax', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from public.tax_lines t where t.order_id = o.id))
  from public.orders o
  left join public.deliveries d on d.order_id = o.id and d.status = 'delivered'
  where o.id = p_order_id;
$$;
comment on function private.order_facts(uuid) is 'What private.split_order needs to know of an order.';

create function private.post_order_split(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_split jsonb := private.split_order(private.order_facts(p_order_id));
  v_owed bigint;
  v_row record;
begin
  select * into v_order from public.orders where id = p_order_id;
  perform private.post_ledger(
    'order_completed', 'complete:' || p_order_id, p_order_id, v_order.currency, v_order.completed_at, v_split -> 'entries');
  update public.commission_lines c
  set base_cents = s.base_cents, amount_cents = s.amount_cents
  from jsonb_to_recordset(v_split -> 'commission') as s (id uuid, base_cents bigint, amount_cents bigint)
  where c.id = s.id and (c.base_cents, c.amount_cents) is distinct from (s.base_cents, s.amount_cents);
  update public.tax_lines t
  set amount_cents = s.amount_cents
  from jsonb_to_recordset(v_split -> 'tax') as s (tax_bps int, amount_cents bigint)
  where t.order_id = p_order_id and t.tax_bps = s.tax_bps;

  -- Money that went back before now, and that the order's own lines do not yet lack, is taken from who bears it.
  select (v_split ->> 'total_cents')::bigint - coalesce(sum(
    p.amount_cents - p.kept_cents - (
      select coalesce(sum(r.amount_cents), 0) from public.refund_requests r
      where r.payment_id = p.id and r.status in ('refunding', 'refunded'))), 0)
  into v_owed
  from public.payments p
  where p.order_id = p_order_id and p.captured_at is not null;
  for v_row in
    select r.id, r.amount_cents from public.refund_requests r
    where r.order_id = p_order_id and r.status in ('refunding', 'refunded') and r.reason not in ('paid_after_close', 'order_edited')
    order by r.created_at, r.id
  loop
    exit when v_owed <= 0;
    perform private.post_refund_shares(v_row.id, least(v_owed, v_row.amount_cents));
    v_owed := v_owed - v_row.amount_cents;
  end loop;
end;
$$;
comment on function private.post_order_split(uuid) is
  'Splits a completed order between merchant, rider and platform; every cent of the total is named.';
