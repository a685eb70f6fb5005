create function private.promotion_tag(p_promotion public.promotions)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_promotion.id, 'kind', p_promotion.kind, 'name', p_promotion.name,
    'translations', p_promotion.translations, 'tiers', p_promotion.tiers);
$$;
comment on function private.promotion_tag(public.promotions) is 'A promotion as store cards and pages show it.';

create function private.store_promotion_tags(p_store_id uuid, p_city_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(private.promotion_tag(p) order by p.priority, p.id), '[]')
  from public.promotions p
  where p.city_id = p_city_id and p.status = 'published'
    and (p.store_id is null or p.store_id = p_store_id)
    and p.kind not in ('coupon', 'points')
    and p.starts_at <= now() and (p.ends_at is null or p.ends_at > now())
    and (not p.is_for_enrolled or exists (
      select 1 from public.campaign_enrolments e where e.promotion_id = p.id and e.store_id = p_store_id))
    and (p.budget_cents is null and p.usage_cap is null
      or exists (select 1 from private.promotion_left(p.id) l where coalesce(l.cents, 1) > 0 and coalesce(l.uses, 1) > 0));
$$;
comment on function private.store_promotion_tags(uuid, uuid) is 'Promotions that run at a store now and have something left, as tags.';
