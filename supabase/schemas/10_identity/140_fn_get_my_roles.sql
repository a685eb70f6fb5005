create function public.get_my_roles()
returns jsonb
language sql
stable
security definer -- reads the caller's own memberships only
set search_path = ''
as $$
  select jsonb_build_object(
    'user_id', auth.uid(),
    'display_name', (select p.display_name from public.profiles p where p.id = auth.uid()),
    'ops_role', (select o.role from public.ops_members o where o.user_id = auth.uid()),
    'is_rider', exists (select 1 from public.riders r where r.id = auth.uid()),
    'stores', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', s.id, 'name', s.name, 'translations', s.translations, 'merchant_id', s.merchant_id,
        'city_id', s.city_id, 'is_published', s.is_published, 'role', m.role) order by s.name)
      from public.merchant_members m
      join public.stores s on s.merchant_id = m.merchant_id and (m.store_id is null or m.store_id = s.id)
      where m.user_id = auth.uid()), '[]'));
$$;
comment on function public.get_my_roles() is 'Every role of the signed-in person: ops, rider, stores with the role in each.';

