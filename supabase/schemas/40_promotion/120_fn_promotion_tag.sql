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

create function private.list_promotion_tags(p_store_ids uuid[])
returns table (store_id uuid, tags jsonb)
language plpgsql
stable
rows 20
-- Planned once a session: a page of stores asks it, and planning costs more than the answer.
set plan_cache_mode = force_generic_plan
set search_path = ''
as $$
begin
  return query
  with running as materialized (
    select p.id, p.city_id, p.store_id, p.is_for_enrolled, p.priority, private.promotion_tag(p) as tag
    from public.promotions p
    where p.city_id in (select s.city_id from public.stores s where s.id = any (p_store_ids))
      and p.status = 'published'
      and (p.store_id is null or p.store_id = any (p_store_ids))
      and p.kind not in ('coupon', 'points')
      and p.starts_at <= now() and (p.ends_at is null or p.ends_at > now())
      and (p.budget_cents is null and p.usage_cap is null
        or exists (select 1 from private.promotion_left(p.id) l where coalesce(l.cents, 1) > 0 and coalesce(l.uses, 1) > 0))
  )
  select s.id, jsonb_agg(r.tag order by r.priority, r.id)
  from public.stores s
  join running r on r.city_id = s.city_id and (r.store_id is null or r.store_id = s.id)
  where s.id = any (p_store_ids)
    and (not r.is_for_enrolled or exists (
      select 1 from public.campaign_enrolments e where e.promotion_id = r.id and e.store_id = s.id))
  group by s.id;
end;
$$;
comment on function private.list_promotion_tags(uuid[]) is 'Promotions that run at stores now and have something left, as tags; a store without any is left out.';

create function private.store_promotion_tags(p_store_id uuid)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce((select t.tags from private.list_promotion_tags(array[p_store_id]) t), '[]');
$$;
comment on function private.store_promotion_tags(uuid) is 'The same of one store, as an array.';
