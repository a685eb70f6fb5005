create function public.list_customer_movements(
  p_customer_id uuid, p_kind public.ledger_account_kind, p_currency text, p_before_id bigint default null, p_limit int default 20)
returns jsonb
language plpgsql
stable
security definer -- checks who asks; numbers of orders are joined without a policy for every row
set search_path = ''
as $$
begin
  perform private.require_ops();
  if p_kind not in ('customer_points', 'customer_wallet') then
    perform private.raise('member.filter_invalid', 400);
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', x.id, 'kind', x.kind, 'event_at', x.event_at, 'order_id', x.order_id, 'order_number', x.number,
      'amount_cents', x.amount_cents) order by x.id desc), '[]')
    from (
      -- What we owe is a credit: shown as the customer's own.
      select e.id, t.kind, t.event_at, t.order_id, o.number, -e.amount_cents as amount_cents
      from public.ledger_entries e
      join public.ledger_transactions t on t.id = e.transaction_id
      left join public.orders o on o.id = t.order_id
      where e.account_id = (
          select a.id from public.ledger_accounts a
          where a.kind = p_kind and a.owner_id = p_customer_id and a.currency = p_currency)
        and (p_before_id is null or e.id < p_before_id)
      order by e.id desc
      limit least(greatest(p_limit, 1), 100)) x);
end;
$$;
comment on function public.list_customer_movements(uuid, public.ledger_account_kind, text, bigint, int) is
  'What went in and out of a customer''s points or wallet, for ops, newest first: [{id, kind, event_at, order_id, order_number, amount_cents}]. The next page begins before the last id.';
