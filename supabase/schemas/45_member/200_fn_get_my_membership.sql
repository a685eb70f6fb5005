create function public.get_my_membership()
returns jsonb
language plpgsql
stable
security definer -- sums the caller's own account of the ledger
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_member public.members;
  v_tier public.member_tiers;
begin
  select * into v_member from public.members where customer_id = v_user_id;
  select * into v_tier from public.member_tiers where id = v_member.tier_id;
  return jsonb_build_object(
    'tier', case when v_tier.id is not null then to_jsonb(v_tier) - 'created_at' end,
    'next_tier', (
      select to_jsonb(t) - 'created_at' from public.member_tiers t
      where t.level > coalesce(v_tier.level, -1) order by t.level limit 1),
    'spend_cents', coalesce(v_member.spend_cents, 0), 'order_count', coalesce(v_member.order_count, 0),
    'cents_per_point', private.cents_per_point(),
    'points', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'currency', a.currency, 'cents', b.cents, 'points', b.cents / private.cents_per_point()) order by a.currency), '[]')
      from public.ledger_accounts a
      cross join lateral private.points_cents(v_user_id, a.currency) as b (cents)
      where a.kind = 'customer_points' and a.owner_id = v_user_id),
    'recent', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', r.kind, 'order_id', r.order_id, 'points', r.cents / private.cents_per_point(), 'at', r.event_at) order by r.id desc), '[]')
      from (
        select e.id, t.kind, t.order_id, -e.amount_cents as cents, t.event_at
        from public.ledger_accounts a
        join public.ledger_entries e on e.account_id = a.id
        join public.ledger_transactions t on t.id = e.transaction_id
        where a.kind = 'customer_points' and a.owner_id = v_user_id
        order by e.id desc limit 50
      ) r),
    'member_day', private.setting('member.day'));
end;
$$;
comment on function public.get_my_membership() is
  'The caller''s tier and the next one, points by currency with the last fifty movements, and the member day.';
