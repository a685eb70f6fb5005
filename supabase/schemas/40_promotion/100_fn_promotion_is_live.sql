create function private.promotion_is_live(p_promotion public.promotions)
returns boolean
language sql
stable
set search_path = ''
as $$
  select p_promotion.is_active
    and p_promotion.starts_at <= now()
    and (p_promotion.ends_at is null or p_promotion.ends_at > now())
    and (p_promotion.budget_cents is null or p_promotion.used_cents < p_promotion.budget_cents);
$$;

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

