create function private.has_ops_role(variadic p_roles public.ops_role[])
returns boolean
language sql
stable
security definer -- used by policies; must not depend on the reader's own rights on ops_members
set search_path = ''
as $$
  select exists (
    select 1 from public.ops_members
    where user_id = (select auth.uid()) and (role = 'admin' or role = any (p_roles)));
$$;
comment on function private.has_ops_role(public.ops_role[]) is 'The caller is an administrator of the operator or has one of the roles.';

create function private.require_ops_role(variadic p_roles public.ops_role[])
returns uuid
language plpgsql
stable
set search_path = ''
as $$
begin
  if not private.has_ops_role(variadic p_roles) then
    perform private.raise('identity.not_allowed', 403);
  end if;
  return auth.uid();
end;
$$;
comment on function private.require_ops_role(public.ops_role[]) is 'The caller with one of the roles, or identity.not_allowed.';
