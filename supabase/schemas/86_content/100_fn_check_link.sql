create function private.link_is_valid(p_link jsonb, p_city_id uuid)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
declare
  v_id uuid := case when p_link ->> 'id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (p_link ->> 'id')::uuid end;
begin
  return coalesce(case p_link ->> 'kind'
    when 'none' then true
    when 'store' then exists (select 1 from public.stores where id = v_id and city_id = p_city_id)
    when 'product' then exists (
      select 1 from public.products p join public.stores s on s.id = p.store_id where p.id = v_id and s.city_id = p_city_id)
    when 'promotion' then exists (
      select 1 from public.promotions p
      where p.id = v_id and p.city_id = p_city_id
        and (p.store_id is not null or p.kind = 'coupon' and p.effect ->> 'distribution' in ('claim', 'first_order')))
    when 'category' then exists (select 1 from public.categories where slug = p_link ->> 'slug')
    when 'article' then exists (
      select 1 from public.articles where slug = p_link ->> 'slug' and (city_id is null or city_id = p_city_id))
    when 'url' then length(p_link ->> 'url') <= 500
      and private.setting('content.link_hosts') ? lower(substring(p_link ->> 'url' from '^https://([A-Za-z0-9.-]+)(?:[/?#][^\s\\]*)?$'))
  end, false);
end;
$$;
comment on function private.link_is_valid(jsonb, uuid) is
  'Whether a banner''s link leads to something of its city, or to an https page of an allowed host. A promotion is of one store, or a coupon to claim.';

create function private.check_banner()
returns trigger
language plpgsql
security definer -- the answer must not depend on the caller's row rights
set search_path = ''
as $$
begin
  if not private.link_is_valid(new.link, new.city_id) then
    perform private.raise('content.link_invalid', 422);
  end if;
  return new;
end;
$$;

create function private.stamp_article()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.is_published then
    new.published_at := coalesce(new.published_at, now());
  end if;
  return new;
end;
$$;
