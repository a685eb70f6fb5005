create function private.licenses_are_whole(p_licenses jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select case when jsonb_typeof(p_licenses) = 'array' then jsonb_array_length(p_licenses) <= 20 and not exists (
    select 1 from jsonb_array_elements(p_licenses) l
    where coalesce(l ->> 'kind', '') !~ '^[a-z_]{2,40}$' or coalesce(length(l ->> 'number'), 0) not between 1 and 80
      or coalesce(length(l ->> 'file_path'), 0) not between 1 and 300
      or coalesce(l ->> 'expires_on', '2000-01-01') !~ '^\d{4}-\d\d-\d\d$')
    else false end;
$$;
comment on function private.licenses_are_whole(jsonb) is 'Whether each licence of an application has kind, number, file and a possible date.';

create function public.apply_to_sell(
  p_city_id uuid, p_category_id uuid, p_merchant_name text, p_legal_name text, p_contact_phone text,
  p_store_name text, p_street text, p_lon double precision, p_lat double precision, p_licenses jsonb,
  p_idempotency_key text, p_merchant_id uuid default null)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('apply_to_sell', p_idempotency_key, v_user_id, p_city_id);
  v_row public.onboarding_applications;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  perform private.check_point(p_lon, p_lat);
  if p_merchant_id is not null then
    perform private.require_manager(p_merchant_id);
  end if;
  if not private.licenses_are_whole(p_licenses)
    or not exists (select 1 from public.cities where id = p_city_id and is_active)
    or not exists (select 1 from public.categories where id = p_category_id and is_active)
  then
    perform private.raise('store.application_invalid', 422);
  end if;
  begin
    insert into public.onboarding_applications (applicant_id, merchant_id, city_id, category_id, merchant_name, legal_name,
      contact_phone, store_name, street, lon, lat, licenses)
    values (v_user_id, p_merchant_id, p_city_id, p_category_id, trim(p_merchant_name), trim(p_legal_name),
      trim(p_contact_phone), trim(p_store_name), trim(p_street), p_lon, p_lat, p_licenses)
    returning * into v_row;
  exception
    when check_violation or not_null_violation then
      perform private.raise('store.application_invalid', 422);
  end;
  return private.finish_command('apply_to_sell', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.apply_to_sell(uuid, uuid, text, text, text, text, text, double precision, double precision, jsonb, text, uuid) is
  'Asks to sell here with a first store, or, as manager of p_merchant_id, with a further one. p_licenses: [{kind, number, file_path, expires_on}].';

create function public.withdraw_application(p_application_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('withdraw_application', p_idempotency_key, v_user_id, p_application_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not exists (select 1 from public.onboarding_applications where id = p_application_id and applicant_id = v_user_id) then
    perform private.raise('store.application_not_found', 404);
  end if;
  return private.finish_command('withdraw_application', p_idempotency_key, v_user_id,
    to_jsonb(private.apply_application_command(p_application_id, 'withdraw', 'customer')));
end;
$$;
comment on function public.withdraw_application(uuid, text) is 'The applicant takes an application back.';

create function public.review_application(p_application_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('review_application', p_idempotency_key, v_user_id, p_application_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  return private.finish_command('review_application', p_idempotency_key, v_user_id,
    to_jsonb(private.apply_application_command(p_application_id, 'review', 'ops')));
end;
$$;
comment on function public.review_application(uuid, text) is 'Ops begin to look at an application.';

create function public.reject_application(p_application_id uuid, p_reason text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('reject_application', p_idempotency_key, v_user_id, p_application_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(trim(p_reason), '') = '' then
    perform private.raise('store.reason_required', 422);
  end if;
  return private.finish_command('reject_application', p_idempotency_key, v_user_id,
    to_jsonb(private.apply_application_command(p_application_id, 'reject', 'ops', p_reason)));
end;
$$;
comment on function public.reject_application(uuid, text, text) is 'Ops refuse an application and say why.';

create function public.return_application(p_application_id uuid, p_reason text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- applications are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('return_application', p_idempotency_key, v_user_id, p_application_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(trim(p_reason), '') = '' then
    perform private.raise('store.reason_required', 422);
  end if;
  return private.finish_command('return_application', p_idempotency_key, v_user_id,
    to_jsonb(private.apply_application_command(p_application_id, 'return', 'ops', p_reason)));
end;
$$;
comment on function public.return_application(uuid, text, text) is 'Ops hand an application back to be mended and say what is wrong.';
