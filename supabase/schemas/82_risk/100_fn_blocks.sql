create function private.is_blocked(p_subject public.block_subject, p_subject_id uuid, p_action public.block_action)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return exists (
    select 1 from public.blocks
    where subject = p_subject and subject_id = p_subject_id and lifted_at is null and (until is null or until > now())
      and p_action = any (refuses));
end;
$$;
comment on function private.is_blocked(public.block_subject, uuid, public.block_action) is 'Whether a block refuses this now.';

create function private.check_not_blocked(p_subject public.block_subject, p_subject_id uuid, p_action public.block_action)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if private.is_blocked(p_subject, p_subject_id, p_action) then
    perform private.raise('risk.blocked', 403, jsonb_build_object('action', p_action));
  end if;
end;
$$;
comment on function private.check_not_blocked(public.block_subject, uuid, public.block_action) is
  'Refuses with risk.blocked who is blocked from it. Commands ask it before they do anything.';

create function private.write_block(
  p_subject public.block_subject, p_subject_id uuid, p_refuses public.block_action[], p_reason text, p_until timestamptz)
returns public.blocks
language plpgsql
set search_path = ''
as $$
declare
  v_block public.blocks;
begin
  if not (case p_subject
    when 'customer' then exists (select 1 from public.profiles where id = p_subject_id)
    when 'merchant' then exists (select 1 from public.merchants where id = p_subject_id)
    else exists (select 1 from public.riders where id = p_subject_id) end)
  then
    perform private.raise('identity.person_not_found', 404);
  end if;
  if coalesce(cardinality(p_refuses), 0) = 0 or not p_refuses <@ (case p_subject
      when 'customer' then '{ordering,claiming,reviewing}' when 'merchant' then '{selling}' else '{delivering}' end)::public.block_action[]
    or p_until <= now() or length(btrim(coalesce(p_reason, ''))) not between 2 and 300
  then
    perform private.raise('risk.block_invalid', 422);
  end if;
  insert into public.blocks (subject, subject_id, refuses, reason, until, blocked_by)
  values (p_subject, p_subject_id, p_refuses, btrim(p_reason), p_until, auth.uid())
  returning * into v_block;
  if p_subject = 'rider' then
    perform private.release_rider(p_subject_id, 'blocked');
    -- With goods in hand they stay on the map until ops have decided.
    update public.riders r set status = 'offline'
    where r.id = p_subject_id and not exists (
      select 1 from public.deliveries d
      where d.rider_id = r.id and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer'));
  end if;
  return v_block;
end;
$$;
comment on function private.write_block(public.block_subject, uuid, public.block_action[], text, timestamptz) is
  'Blocks someone; a rider''s offers and tasks still in a store are freed at once.';

create function public.block_subject(
  p_subject public.block_subject, p_subject_id uuid, p_refuses public.block_action[], p_reason text, p_until timestamptz,
  p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- blocks are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('block_subject', p_idempotency_key, v_user_id, p_subject_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  return private.finish_command('block_subject', p_idempotency_key, v_user_id,
    to_jsonb(private.write_block(p_subject, p_subject_id, p_refuses, p_reason, p_until)));
end;
$$;
comment on function public.block_subject(public.block_subject, uuid, public.block_action[], text, timestamptz, text) is
  'Operations or support refuse a customer ordering, claiming or reviewing, a merchant selling, a rider delivering; until null: until lifted. Answers the block.';

create function public.lift_block(p_block_id uuid, p_reason text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- blocks are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('lift_block', p_idempotency_key, v_user_id, p_block_id);
  v_block public.blocks;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  update public.blocks
  set lifted_at = now(), lifted_by = v_user_id, lift_reason = left(btrim(coalesce(p_reason, '')), 300)
  where id = p_block_id and lifted_at is null
  returning * into v_block;
  if not found then
    perform private.raise('risk.block_not_found', 404);
  end if;
  return private.finish_command('lift_block', p_idempotency_key, v_user_id, to_jsonb(v_block));
end;
$$;
comment on function public.lift_block(uuid, text, text) is 'Ends a block before its time. Answers the block.';

create function private.subject_view(p_subject public.block_subject, p_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return case p_subject
    when 'merchant' then (select jsonb_build_object('id', m.id, 'name', m.name, 'account', '') from public.merchants m where m.id = p_id)
    when 'rider' then (
      select jsonb_build_object('id', r.id, 'name', r.display_name, 'account', private.mask_phone(r.phone)) from public.riders r where r.id = p_id)
    else (
      select jsonb_build_object('id', p.id, 'name', p.display_name, 'account',
        coalesce(nullif(private.mask_phone(u.phone::text), '****'), regexp_replace(u.email, '^(.).*@', '\1***@'), ''))
      from public.profiles p join auth.users u on u.id = p.id where p.id = p_id) end;
end;
$$;
comment on function private.subject_view(public.block_subject, uuid) is 'Whom a block or case is about: {id, name, account}, the account masked.';

create function public.find_subjects(p_subject public.block_subject, p_query text)
returns jsonb
language plpgsql
stable
security definer -- contacts live in auth.users
set search_path = ''
as $$
declare
  v_query text := btrim(coalesce(p_query, ''));
  v_like text := '%' || replace(replace(v_query, '\', ''), '%', '') || '%';
begin
  perform private.require_ops_role('operations', 'support');
  if length(v_query) < 2 then
    return jsonb_build_array();
  end if;
  return (
    select coalesce(jsonb_agg(private.subject_view(p_subject, x.id)), '[]')
    from (
      select m.id from public.merchants m where p_subject = 'merchant' and (m.name ilike v_like or m.id::text = v_query)
      union
      select r.id from public.riders r where p_subject = 'rider' and (r.display_name ilike v_like or r.phone = v_query or r.id::text = v_query)
      union
      select p.id from public.profiles p join auth.users u on u.id = p.id
      where p_subject = 'customer' and (
        p.display_name ilike v_like or lower(u.email) = lower(v_query) or u.phone = any (array[ltrim(v_query, '+'), '86' || v_query])
        or u.id::text = v_query)
      limit 20) x);
end;
$$;
comment on function public.find_subjects(public.block_subject, text) is
  'Whom support or operations mean by a name, a whole phone number, e-mail or id: [{id, name, account}], at most 20, accounts masked.';

create function public.list_blocks(
  p_is_active boolean default true, p_subject_id uuid default null, p_before timestamptz default null, p_limit int default 50)
returns jsonb
language plpgsql
stable
security definer -- contacts live in auth.users
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations', 'support');
  return (
    select coalesce(jsonb_agg(to_jsonb(b) || jsonb_build_object(
      'subject_name', private.subject_view(b.subject, b.subject_id) ->> 'name',
      'subject_account', private.subject_view(b.subject, b.subject_id) ->> 'account',
      'blocked_by_name', (select display_name from public.profiles where id = b.blocked_by),
      'lifted_by_name', (select display_name from public.profiles where id = b.lifted_by)) order by b.created_at desc, b.id desc), '[]')
    from (
      select * from public.blocks x
      where (p_is_active is null or p_is_active = (x.lifted_at is null and (x.until is null or x.until > now())))
        and (p_subject_id is null or x.subject_id = p_subject_id)
        and (p_before is null or x.created_at < p_before)
      order by x.created_at desc, x.id desc
      limit least(greatest(p_limit, 1), 200)) b);
end;
$$;
comment on function public.list_blocks(boolean, uuid, timestamptz, int) is
  'Blocks, newest first, with names and masked accounts; p_is_active null lists all. The next page begins before the last created_at.';
