create function private.my_settled_party_ids()
returns setof uuid
language sql
stable
security definer -- used by policies on statements
set search_path = ''
as $$
  select m.merchant_id from public.merchant_members m
  where m.user_id = (select auth.uid()) and m.role = 'manager' and m.store_id is null
  union all
  select r.id from public.riders r where r.id = (select auth.uid());
$$;
comment on function private.my_settled_party_ids() is 'Merchants whose money the caller manages, and the rider that the caller is.';

