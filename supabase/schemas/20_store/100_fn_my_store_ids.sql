create function private.my_store_ids(p_roles public.merchant_role[] default null)
returns setof uuid
language sql
stable
security definer -- used by policies on stores and members themselves
set search_path = ''
as $$
  select s.id
  from public.merchant_members m
  join public.stores s on s.merchant_id = m.merchant_id and (m.store_id is null or m.store_id = s.id)
  where m.user_id = (select auth.uid()) and (p_roles is null or m.role = any (p_roles));
$$;
comment on function private.my_store_ids(public.merchant_role[]) is 'Stores in which the caller works, optionally in one of the given roles.';

create function private.my_merchant_ids()
returns setof uuid
language sql
stable
security definer -- used by policies on merchants
set search_path = ''
as $$
  select m.merchant_id from public.merchant_members m where m.user_id = (select auth.uid());
$$;

create function private.require_store_staff(p_store_id uuid, p_roles public.merchant_role[] default '{manager,order_clerk}')
returns uuid
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require_user();
  if not exists (select 1 from private.my_store_ids(p_roles) id where id = p_store_id) then
    perform private.raise('store.not_staff', 403);
  end if;
  return auth.uid();
end;
$$;

