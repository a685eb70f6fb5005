create function private.required_license_kinds(p_category_id uuid)
returns text[]
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    with recursive above as (
      select c.id, c.parent_id, c.required_license_kinds from public.categories c where c.id = p_category_id
      union
      select c.id, c.parent_id, c.required_license_kinds from public.categories c join above a on c.id = a.parent_id
    )
    select coalesce(array_agg(distinct k), '{}') from above a cross join lateral unnest(a.required_license_kinds) k);
end;
$$;
comment on function private.required_license_kinds(uuid) is 'Licences that a category and those above it demand.';

create function private.licensed_until(p_store public.stores)
returns timestamptz
language plpgsql
stable
security definer -- documents are for staff and ops; whether they are good concerns every order
set search_path = ''
as $$
declare
  v_kinds text[] := private.required_license_kinds(p_store.category_id);
begin
  if v_kinds = '{}' then
    return 'infinity'::timestamptz;
  end if;
  return (
    select coalesce(min(coalesce(good.until, '-infinity')), 'infinity')
    from unnest(v_kinds) as k (kind)
    left join lateral (
      select max(coalesce((d.expires_on + 1)::timestamp at time zone private.store_timezone(p_store), 'infinity')) as until
      from public.license_documents d
      where d.merchant_id = p_store.merchant_id and (d.store_id is null or d.store_id = p_store.id)
        and d.kind = k.kind and d.status = 'approved'
    ) good on true);
end;
$$;
comment on function private.licensed_until(public.stores) is
  'Until when a store has every licence that its category demands: infinity when none expires, -infinity when one is missing.';
