create function public.set_ops_member(p_account text, p_role public.ops_role default null)
returns jsonb
language plpgsql
security definer -- memberships are written by this command only
set search_path = ''
as $$
declare
  v_user_id uuid;
begin
  perform private.require_ops_role('admin');
  select u.id into v_user_id
  from auth.users u
  where u.id::text = p_account or lower(u.email) = lower(p_account) or u.phone = ltrim(p_account, '+')
  limit 1;
  if v_user_id is null then
    perform private.raise('identity.person_not_found', 404);
  end if;
  -- Two administrators who remove each other wait here.
  perform 1 from public.ops_members where role = 'admin' order by user_id for update;
  if p_role is distinct from 'admin'
    and exists (select 1 from public.ops_members where user_id = v_user_id and role = 'admin')
    and not exists (select 1 from public.ops_members where user_id <> v_user_id and role = 'admin')
  then
    perform private.raise('identity.last_admin', 409);
  end if;
  if p_role is null then
    delete from public.ops_members where user_id = v_user_id;
  else
    insert into public.ops_members (user_id, role) values (v_user_id, p_role)
    on conflict (user_id) do update set role = excluded.role;
  end if;
  return jsonb_build_object('user_id', v_user_id, 'role', p_role);
end;
$$;
comment on function public.set_ops_member(text, public.ops_role) is
  'An administrator gives a person (user id, e-mail or phone) a role in the back office, or takes it with a null role. The last administrator stays.';

create function public.list_ops_members()
returns table (user_id uuid, display_name text, account text, role public.ops_role, created_at timestamptz)
language plpgsql
stable
security definer -- contacts live in auth.users
set search_path = ''
as $$
begin
  perform private.require_ops_role('admin');
  return query
  select m.user_id, p.display_name,
    coalesce(nullif(private.mask_phone(u.phone::text), '****'), regexp_replace(u.email, '^(.).*@', '\1***@')),
    m.role, m.created_at
  from public.ops_members m
  join auth.users u on u.id = m.user_id
  left join public.profiles p on p.id = m.user_id
  order by m.created_at, m.user_id;
end;
$$;
comment on function public.list_ops_members() is 'Staff of the operator with masked contacts; for administrators.';
