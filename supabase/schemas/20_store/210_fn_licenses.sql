create function public.submit_license(
  p_merchant_id uuid, p_kind text, p_number text, p_file_path text, p_idempotency_key text,
  p_expires_on date default null, p_store_id uuid default null)
returns jsonb
language plpgsql
security definer -- documents are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_manager(p_merchant_id, p_store_id);
  v_answer jsonb := private.begin_command('submit_license', p_idempotency_key, v_user_id, p_merchant_id);
  v_row public.license_documents;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(p_kind, '') !~ '^[a-z_]{2,40}$' or coalesce(length(trim(p_number)), 0) not between 1 and 80
    or coalesce(length(p_file_path), 0) not between 1 and 300 or p_expires_on < current_date
  then
    perform private.raise('store.license_invalid', 422);
  end if;
  insert into public.license_documents (merchant_id, store_id, kind, number, file_path, expires_on, submitted_by)
  values (p_merchant_id, p_store_id, p_kind, trim(p_number), p_file_path, p_expires_on, v_user_id)
  returning * into v_row;
  return private.finish_command('submit_license', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.submit_license(uuid, text, text, text, text, date, uuid) is
  'A manager hands in a licence of the merchant or of a store; it counts when ops have approved it.';

create function public.review_license(
  p_license_id uuid, p_is_approved boolean, p_idempotency_key text, p_reason text default '')
returns jsonb
language plpgsql
security definer -- documents are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('review_license', p_idempotency_key, v_user_id, p_license_id);
  v_row public.license_documents;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not coalesce(p_is_approved, false) and coalesce(trim(p_reason), '') = '' then
    perform private.raise('store.reason_required', 422);
  end if;
  select * into v_row from public.license_documents where id = p_license_id for update;
  if not found then
    perform private.raise('store.license_not_found', 404);
  end if;
  -- An approved one can be taken back, a rejected one is handed in anew.
  if v_row.status = 'rejected' or (v_row.status = 'approved' and p_is_approved) then
    perform private.raise('store.license_reviewed', 409, jsonb_build_object('status', v_row.status));
  end if;
  update public.license_documents
  set status = case when p_is_approved then 'approved' else 'rejected' end::public.license_status,
      reason = left(coalesce(p_reason, ''), 300), reviewed_by = v_user_id, reviewed_at = now()
  where id = p_license_id
  returning * into v_row;
  return private.finish_command('review_license', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.review_license(uuid, boolean, text, text) is
  'Ops approve a licence, or reject it with a reason; an approved one can be taken back.';

create function private.flag_expiring_licenses(p_days int default 30)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
  v_count int := 0;
begin
  for v_row in
    update public.license_documents d
    set flagged_at = now()
    where d.status = 'approved' and d.flagged_at is null
      and d.expires_on between current_date and current_date + p_days
      -- One that is followed already worries nobody.
      and not exists (
        select 1 from public.license_documents n
        where n.merchant_id = d.merchant_id and n.kind = d.kind and n.store_id is not distinct from d.store_id
          and n.status = 'approved' and (n.expires_on is null or n.expires_on > d.expires_on))
    returning d.*
  loop
    insert into private.outbox_messages (kind, payload)
    select 'notify.in_app', jsonb_build_object('user_id', m.user_id, 'event', r.event,
      'title', private.render_text(coalesce(r.translations #>> array[p.locale, 'title'], r.title), v.params),
      'body', private.render_text(coalesce(r.translations #>> array[p.locale, 'body'], r.body), v.params))
    from public.notification_rules r
    cross join (
      select jsonb_build_object('number', v_row.number, 'left', v_row.expires_on - current_date,
        'store', coalesce((select s.name from public.stores s where s.id = v_row.store_id),
          (select c.name from public.merchants c where c.id = v_row.merchant_id))) as params) v
    join public.merchant_members m on m.merchant_id = v_row.merchant_id and m.role = 'manager'
      and (m.store_id is null or m.store_id = v_row.store_id)
    left join public.profiles p on p.id = m.user_id
    where r.is_active and r.event = 'license.expiring' and r.audience = 'merchant' and r.channel = 'in_app';
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.flag_expiring_licenses(int) is
  'Flags licences that expire within some days, once each, and tells the managers; returns how many.';
