create function public.used_cents(p_promotion public.promotions)
returns bigint
language sql
stable
security definer -- counters are private; only who may edit the promotion learns what it has spent
set search_path = ''
as $$
  select coalesce(sum(c.used_cents), 0)::bigint
  from private.promotion_counters c
  where c.promotion_id = p_promotion.id
    -- The caller may write any row; only the stored one says whose it is.
    and (private.is_ops() or exists (
      select 1 from public.promotions p
      where p.id = p_promotion.id and p.store_id in (select private.my_store_ids())))
$$;
comment on function public.used_cents(public.promotions) is
  'What orders have spent of a promotion, as a computed column (select=*,used_cents); 0 for others than ops and the store.';
