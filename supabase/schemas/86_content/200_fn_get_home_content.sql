create function private.banner_view(p_banner public.banners)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return jsonb_build_object(
    'id', p_banner.id, 'name', p_banner.name, 'subtitle', p_banner.subtitle, 'translations', p_banner.translations,
    'picture_path', p_banner.picture_path,
    'link', p_banner.link || case p_banner.link ->> 'kind'
      when 'product' then (
        select jsonb_build_object('store_id', p.store_id) from public.products p where p.id = (p_banner.link ->> 'id')::uuid)
      when 'promotion' then (
        select jsonb_build_object('store_id', p.store_id) from public.promotions p where p.id = (p_banner.link ->> 'id')::uuid)
      else '{}' end);
end;
$$;
comment on function private.banner_view(public.banners) is 'A banner as the front page shows it; its link knows the store of a product or promotion.';

create function public.get_home_content(p_city_id uuid, p_place public.content_place default null)
returns jsonb
language plpgsql
stable
security definer -- whom a segment means is closed to customers; answers what the caller may see
set search_path = ''
as $$
declare
  v_content jsonb;
begin
  select coalesce(jsonb_object_agg(x.place, x.banners), '{}') into v_content
  from (
    select b.place, jsonb_agg(private.banner_view(b) order by b.sort_order, b.id) as banners
    from public.banners b
    where b.city_id = p_city_id and b.is_published and b.starts_at <= now() and (b.ends_at is null or b.ends_at > now())
      and (p_place is null or b.place = p_place)
      and (b.segment_id is null or private.is_in_segment(b.segment_id, auth.uid()))
    group by b.place) x;
  return jsonb_build_object('home_banner', '[]'::jsonb, 'home_tile', '[]'::jsonb) || v_content
    || jsonb_build_object('ads', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'slot_id', r.slot_id, 'position', a.position, 'store_id', s.id, 'name', s.name, 'translations', s.translations,
        'description', s.description, 'image_path', s.image_path, 'category_slug', c.slug,
        'rating_average', s.rating_average, 'monthly_sales_count', s.monthly_sales_count) order by a.position), '[]')
      from public.cities t
      join public.ad_runs r on r.city_id = t.id and r.run_on = (now() at time zone t.timezone)::date
      join public.ad_slots a on a.id = r.slot_id and a.is_active
      join public.stores s on s.id = r.store_id and s.is_published
      join public.categories c on c.id = s.category_id
      where t.id = p_city_id));
end;
$$;
comment on function public.get_home_content(uuid, public.content_place) is
  'The front page of a city for the caller: {home_banner: [banner], home_tile: [banner], ads: [{slot_id, position, store_id, name, …}]}; banner: {id, name, subtitle, translations, picture_path, link}. Ads are today''s winners.';
