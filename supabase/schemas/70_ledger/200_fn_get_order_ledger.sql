create function public.get_order_ledger(p_order_id uuid)
returns table (
  transaction_kind text, event_at timestamptz, account public.ledger_account_kind,
  owner_id uuid, owner_name text, purpose text, amount_cents bigint, currency text)
language plpgsql
stable
security definer -- checks that the caller is ops
set search_path = ''
as $$
begin
  perform private.require_ops();
  return query
  select t.kind, t.event_at, a.kind, a.owner_id,
    coalesce((select m.name from public.merchants m where m.id = a.owner_id),
      (select r.display_name from public.riders r where r.id = a.owner_id),
      (select p.display_name from public.profiles p where p.id = a.owner_id)),
    e.purpose, e.amount_cents, a.currency
  from public.ledger_transactions t
  join public.ledger_entries e on e.transaction_id = t.id
  join public.ledger_accounts a on a.id = e.account_id
  where t.order_id = p_order_id
  order by e.id;
end;
$$;
comment on function public.get_order_ledger(uuid) is 'Who paid and who received each cent of an order; for ops.';

