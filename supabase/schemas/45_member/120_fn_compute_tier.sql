create function private.compute_tier(p_customer_id uuid)
returns void
language sql
set search_path = ''
as $$
  with done as (
    select count(*)::int as order_count, coalesce(sum(o.subtotal_cents - o.discount_cents), 0)::bigint as spend_cents
    from public.orders o
    where o.customer_id = p_customer_id and o.status = 'completed' and o.completed_at > now() - interval '1 year'
  )
  update public.members m
  set order_count = d.order_count, spend_cents = d.spend_cents, evaluated_at = now(),
      tier_id = (
        select t.id from public.member_tiers t
        where t.min_spend_cents <= d.spend_cents and t.min_order_count <= d.order_count
        order by t.level desc limit 1)
  from done d
  where m.customer_id = p_customer_id;
$$;
comment on function private.compute_tier(uuid) is 'Sets a member''s tier by the completed orders of the last year.';
