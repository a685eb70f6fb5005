create function private.find_person(p_contact text)
returns uuid
language sql
stable
security definer -- phone and e-mail stay in auth.users
set search_path = ''
as $$
  -- Phones are kept as digits with their country; a mobile number without one is Chinese.
  select u.id
  from auth.users u
  where case when p_contact like '%@%' then u.email = lower(trim(p_contact))
    else u.phone in (regexp_replace(p_contact, '\D', '', 'g'), '86' || regexp_replace(p_contact, '\D', '', 'g')) end
  order by u.created_at
  limit 1;
$$;
comment on function private.find_person(text) is 'The user with a phone number or an e-mail address.';

create function private.keep_a_manager(p_merchant_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if not exists (
    select 1 from public.merchant_members where merchant_id = p_merchant_id and role = 'manager' and store_id is null)
  then
    perform private.raise('store.last_manager', 409);
  end if;
end;
$$;
comment on function private.keep_a_manager(uuid) is 'Somebody must be left who manages the whole merchant.';

create function private.staff_view(p_member public.merchant_members)
returns jsonb
language sql
stable
security definer -- shows a masked phone to the managers who ask
set search_path = ''
as $$
  select jsonb_build_object(
    'merchant_id', p_member.merchant_id, 'user_id', p_member.user_id, 'store_id', p_member.store_id, 'role', p_member.role,
    'display_name', p.display_name, 'phone', private.mask_phone(nullif(u.phone, '')), 'created_at', p_member.created_at)
  from auth.users u
  left join public.profiles p on p.id = u.id
  where u.id = p_member.user_id;
$$;

create function public.set_staff(
  p_merchant_id uuid, p_contact text, p_role public.merchant_role, p_store_id uuid default null)
returns jsonb
language plpgsql
security definer -- memberships are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid;
  v_row public.merchant_members;
begin
  perform private.require_manager(p_merchant_id, p_store_id);
  -- One change of a merchant's staff at a time.
  perform 1 from public.merchants where id = p_merchant_id for no key update;
  v_user_id := private.find_person(p_contact);
  if v_user_id is null then
    perform private.raise('store.staff_not_found', 404);
  end if;
  select * into v_row from public.merchant_members where merchant_id = p_merchant_id and user_id = v_user_id;
  if found then
    -- Who manages one store decides about the people of that store.
    perform private.require_manager(p_merchant_id, v_row.store_id);
  end if;
  insert into public.merchant_members (merchant_id, user_id, store_id, role)
  values (p_merchant_id, v_user_id, p_store_id, p_role)
  on conflict (merchant_id, user_id) do update set store_id = excluded.store_id, role = excluded.role
  returning * into v_row;
  perform private.keep_a_manager(p_merchant_id);
  return private.staff_view(v_row);
end;
$$;
comment on function public.set_staff(uuid, text, public.merchant_role, uuid) is
  'Gives a user, found by phone or e-mail, a role in the merchant (p_store_id null: in every store), instead of the one they had. For managers; the last one of the whole merchant stays.';

create function public.remove_staff(p_merchant_id uuid, p_user_id uuid)
returns void
language plpgsql
security definer -- memberships are written by functions only
set search_path = ''
as $$
declare
  v_row public.merchant_members;
begin
  perform private.require_user();
  perform 1 from public.merchants where id = p_merchant_id for no key update;
  select * into v_row from public.merchant_members where merchant_id = p_merchant_id and user_id = p_user_id;
  -- Anyone may leave.
  if p_user_id <> auth.uid() then
    perform private.require_manager(p_merchant_id, v_row.store_id);
  end if;
  if v_row.user_id is null then
    perform private.raise('store.staff_not_found', 404);
  end if;
  delete from public.merchant_members where merchant_id = p_merchant_id and user_id = p_user_id;
  perform private.keep_a_manager(p_merchant_id);
end;
$$;
comment on function public.remove_staff(uuid, uuid) is
  'Takes a person off the staff: by a manager, or by themself; the last manager of the whole merchant stays.';

create function public.list_staff(p_merchant_id uuid)
returns jsonb
language plpgsql
stable
security definer -- names and masked phones of colleagues, for managers and ops
set search_path = ''
as $$
declare
  v_mine public.merchant_members;
begin
  perform private.require_user();
  if not private.is_ops() then
    select * into v_mine from public.merchant_members
    where merchant_id = p_merchant_id and user_id = auth.uid() and role = 'manager';
    if not found then
      perform private.raise('store.not_manager', 403);
    end if;
  end if;
  return (
    select coalesce(jsonb_agg(private.staff_view(m) order by m.created_at, m.user_id), '[]')
    from public.merchant_members m
    where m.merchant_id = p_merchant_id and (v_mine.store_id is null or m.store_id = v_mine.store_id));
end;
$$;
comment on function public.list_staff(uuid) is 'The staff of a merchant with names and masked phones; a manager of one store sees that store''s.';
