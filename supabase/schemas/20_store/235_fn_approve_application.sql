create function public.approve_application(p_application_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- makes merchant, store and manager, which no person may write
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('approve_application', p_idempotency_key, v_user_id, p_application_id);
  v_row public.onboarding_applications;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_row := private.apply_application_command(p_application_id, 'approve', 'ops');
  if v_row.merchant_id is null then
    insert into public.merchants (name, legal_name) values (v_row.merchant_name, v_row.legal_name)
    returning id into v_row.merchant_id;
    insert into public.merchant_members (merchant_id, user_id, role) values (v_row.merchant_id, v_row.applicant_id, 'manager');
  end if;
  insert into public.stores (merchant_id, city_id, category_id, name, phone, street, lon, lat)
  values (v_row.merchant_id, v_row.city_id, v_row.category_id, v_row.store_name, v_row.contact_phone, v_row.street, v_row.lon, v_row.lat)
  returning id into v_row.store_id;
  insert into public.license_documents (merchant_id, store_id, kind, number, file_path, expires_on, status, submitted_by,
    reviewed_by, reviewed_at)
  select v_row.merchant_id, v_row.store_id, l.kind, l.number, l.file_path, l.expires_on, 'approved', v_row.applicant_id, v_user_id, now()
  from jsonb_to_recordset(v_row.licenses) as l (kind text, number text, file_path text, expires_on date);
  update public.onboarding_applications set merchant_id = v_row.merchant_id, store_id = v_row.store_id
  where id = v_row.id
  returning * into v_row;
  return private.finish_command('approve_application', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.approve_application(uuid, text) is
  'Ops approve: the merchant, its store (not published yet), the applicant as its manager, and the licences, or a further store of a merchant that is there.';
