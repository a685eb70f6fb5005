create function private.is_ops()
returns boolean
language sql
stable
security definer -- used by policies; must not depend on the reader's own rights on ops_members
set search_path = ''
as $$
  select exists (select 1 from public.ops_members where user_id = (select auth.uid()));
$$;

create function private.require_ops()
returns uuid
language plpgsql
stable
set search_path = ''
as $$
begin
  if not private.is_ops() then
    perform private.raise('identity.not_allowed', 403);
  end if;
  return auth.uid();
end;
$$;

