create function public.get_order_trail(p_order_id uuid)
returns jsonb
language plpgsql
stable
security definer -- messages and quotes are otherwise their owners' alone; for ops
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  perform private.require_ops();
  select * into v_order from public.orders where id = p_order_id;
  if not found then
    perform private.raise('order.not_found', 404);
  end if;
  return jsonb_build_object(
    'refundable_cents', (
      select coalesce(max(private.refundable_cents(p)), 0) from public.payments p where p.order_id = p_order_id),
    'payments', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'provider', p.provider, 'status', p.status,
        'out_trade_no', p.out_trade_no, 'transaction_id', p.transaction_id, 'amount_cents', p.amount_cents,
        'refunded_cents', p.refunded_cents, 'kept_cents', p.kept_cents, 'created_at', p.created_at,
        'captured_at', p.captured_at) order by p.created_at, p.id), '[]')
      from public.payments p where p.order_id = p_order_id),
    'refunds', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'status', r.status, 'amount_cents', r.amount_cents,
        'liable_party', r.liable_party, 'reason', r.reason, 'is_asked', r.is_asked, 'note', r.note, 'photos', r.photos,
        'answer', r.answer, 'due_at', r.due_at, 'created_at', r.created_at,
        'lines', (
          select coalesce(jsonb_agg(jsonb_build_object('line_number', l.line_number, 'name', l.name, 'quantity', l.quantity,
            'amount_cents', l.amount_cents) order by l.line_number), '[]')
          from public.refund_request_lines l where l.refund_request_id = r.id),
        'events', (
          select coalesce(jsonb_agg(jsonb_build_object('command', e.command, 'to_status', e.to_status, 'actor', e.actor,
            'created_at', e.created_at) order by e.id), '[]')
          from public.refund_events e where e.refund_request_id = r.id)) order by r.created_at, r.id), '[]')
      from public.refund_requests r where r.order_id = p_order_id),
    'messages', (
      select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'event', n.event, 'title', n.title, 'body', n.body,
        'is_customer', n.user_id = v_order.customer_id, 'read_at', n.read_at, 'created_at', n.created_at)
        order by n.created_at, n.id), '[]')
      from public.notifications n where n.order_id = p_order_id),
    'explanations', (select q.explanations from public.quotes q where q.id = v_order.quote_id));
end;
$$;
comment on function public.get_order_trail(uuid) is
  'What ops see of an order beside its page: payments, refunds with their steps, messages that were sent, why each promotion applied or not, and what may still go back.';
