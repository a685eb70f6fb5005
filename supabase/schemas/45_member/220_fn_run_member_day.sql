create function private.expire_points()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_cutoff timestamptz := now() - make_interval(days => coalesce((private.setting('member.points_days') #>> '{}')::int, 365));
  v_row record;
  v_cents bigint;
  v_count int := 0;
begin
  for v_row in
    select a.id, a.owner_id, a.currency from public.ledger_accounts a
    where a.kind = 'customer_points' and a.created_at < v_cutoff
  loop
    perform private.lock_member(v_row.owner_id);
    -- The oldest points are spent first: what was earned before the cutoff and not spent since is over.
    select greatest(0, coalesce(sum(-e.amount_cents) filter (where e.purpose = 'points_earned' and t.event_at < v_cutoff), 0)
      - coalesce(sum(e.amount_cents) filter (where e.purpose <> 'points_earned'), 0)) into v_cents
    from public.ledger_entries e
    join public.ledger_transactions t on t.id = e.transaction_id
    where e.account_id = v_row.id;
    if v_cents > 0 then
      perform private.post_points('points_expired', 'points_expired:' || v_row.id || ':' || now()::date, null,
        v_row.owner_id, v_row.currency, -v_cents);
      v_count := v_count + 1;
    end if;
  end loop;
  return v_count;
end;
$$;
comment on function private.expire_points() is 'Takes points that are older than the setting member.points_days; answers how many accounts lost some.';

create function private.run_member_day()
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.coupons set status = 'expired'
  where expires_at <= now() and status in ('issued', 'claimed', 'returned');
  delete from private.coupon_attempts where attempted_at < now() - interval '1 day';
  perform private.compute_tier(m.customer_id)
  from (
    select customer_id from public.members where evaluated_at < now() - interval '20 hours' order by evaluated_at limit 5000
  ) m;
  perform private.expire_points();
end;
$$;
comment on function private.run_member_day() is 'Once a day: coupons and points expire, tiers follow the orders of the last year.';
