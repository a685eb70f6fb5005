create function public.mend_application(
  p_application_id uuid, p_category_id uuid, p_merchant_name text, p_legal_name text, p_contact_phone text, p_store_name text, p_street text,
  p_lon double precision, p_lat double precision, p_licenses jsonb, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('mend_application', p_idempotency_key, v_user_id, p_application_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not exists (select 1 from public.onboarding_applications where id = p_application_id and applicant_id = v_user_id) then
    perform private.raise('store.application_not_found', 404);
  end if;
  perform private.check_point(p_lon, p_lat);
  if not private.licenses_are_whole(p_licenses)
    or not exists (select 1 from public.categories where id = p_category_id and is_active)
  then
    perform private.raise('store.application_invalid', 422);
  end if;
  perform private.apply_application_command(p_application_id, 'mend', 'customer');
  begin
    update public.onboarding_applications
    set category_id = p_category_id, merchant_name = trim(p_merchant_name), legal_name = trim(p_legal_name), contact_phone = trim(p_contact_phone),
        store_name = trim(p_store_name), street = trim(p_street), lon = p_lon, lat = p_lat, licenses = p_licenses
    where id = p_application_id;
  exception
    when check_violation or not_null_violation then
      perform private.raise('store.application_invalid', 422);
  end;
  return private.finish_command('mend_application', p_idempotency_key, v_user_id, (
    select to_jsonb(a) from public.onboarding_applications a where a.id = p_application_id));
end;
$$;
comment on function public.mend_application(uuid, uuid, text, text, text, text, text, double precision, double precision, jsonb, text) is
  'The applicant hands an application that ops returned in again, mended.';
