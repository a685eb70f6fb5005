create function private.mask_audited(p_table text, p_row jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(f.key, case
    when jsonb_typeof(f.value) = 'null' then f.value
    when f.key ~ '(phone|password|secret|token|email|contact|street|address|account_n|holder|id_number|legal_name)'
      then '"***"'::jsonb
    -- Nobody but its author knows what a custom field holds.
    when p_table = 'custom_values' and f.key = 'value' then '"***"'::jsonb
    when p_table = 'settings' and f.key = 'value' and p_row ->> 'key' ~ '(secret|password|token|_key)' then '"***"'::jsonb
    else f.value end), '{}')
  from jsonb_each(p_row) f;
$$;
comment on function private.mask_audited(text, jsonb) is 'A row without what the log must not keep: personal data and secrets.';

create function private.audit_actor_role()
returns text
language sql
stable
security definer -- must not depend on the caller's own rights on memberships
set search_path = ''
as $$
  select case
    when auth.uid() is null then auth.role()
    else coalesce(
      (select 'ops:' || o.role from public.ops_members o where o.user_id = auth.uid()),
      (select 'merchant:' || m.role from public.merchant_members m where m.user_id = auth.uid() order by m.role limit 1),
      (select 'rider' from public.riders r where r.id = auth.uid()),
      'customer') end;
$$;

create function private.audit_row()
returns trigger
language plpgsql
security definer -- nobody may write the log otherwise
set search_path = ''
as $$
declare
  v_old jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - 'location' - 'updated_at' else '{}' end;
  v_new jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - 'location' - 'updated_at' else '{}' end;
  v_row jsonb := case when tg_op = 'DELETE' then v_old else v_new end;
  v_before jsonb := v_old;
  v_after jsonb := v_new;
  v_store_id uuid;
begin
  -- Migrations and the seed are not people; what they write is in the repository.
  if auth.uid() is null and coalesce(auth.role(), '') <> 'service_role' then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    select coalesce(jsonb_object_agg(o.key, o.value), '{}'), coalesce(jsonb_object_agg(o.key, v_new -> o.key), '{}')
    into v_before, v_after
    from jsonb_each(v_old) o
    where v_new -> o.key is distinct from o.value;
    if v_before = '{}' then
      return null;
    end if;
    v_before := private.mask_audited(tg_table_name, v_before || jsonb_strip_nulls(jsonb_build_object('key', v_row -> 'key')));
    v_after := private.mask_audited(tg_table_name, v_after || jsonb_strip_nulls(jsonb_build_object('key', v_row -> 'key')));
  else
    v_before := private.mask_audited(tg_table_name, v_before);
    v_after := private.mask_audited(tg_table_name, v_after);
  end if;
  v_store_id := case
    when tg_table_name = 'stores' then (v_row ->> 'id')::uuid
    when v_row ? 'store_id' then (v_row ->> 'store_id')::uuid
    when v_row ? 'product_id' then (
      select p.store_id from public.products p where p.id = (v_row ->> 'product_id')::uuid) end;
  insert into public.audit_log (
    actor_id, actor_role, table_name, row_key, operation, command, store_id, merchant_id, before, after, request_id)
  values (
    auth.uid(), coalesce(private.audit_actor_role(), ''), tg_table_name,
    (select string_agg(v_row ->> key_column, '/' order by place) from unnest(tg_argv) with ordinality as k (key_column, place)),
    lower(tg_op), coalesce(current_setting('request.path', true), ''), v_store_id,
    case when tg_table_name = 'merchants' then (v_row ->> 'id')::uuid when v_row ? 'merchant_id' then (v_row ->> 'merchant_id')::uuid end,
    v_before, v_after, nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-request-id');
  return null;
end;
$$;
comment on function private.audit_row() is 'Writes a change of a back-office table to the log; its arguments name the key columns.';

create function private.audit_table(p_table regclass)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_keys text;
  v_columns text;
begin
  select string_agg(quote_literal(a.attname), ', ' order by k.place) into v_keys
  from pg_catalog.pg_index i
  cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
  join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
  where i.indrelid = p_table and i.indisprimary;
  -- Counters and places that the system keeps by itself are no changes by people: their updates do not even call the trigger.
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into v_columns
  from pg_catalog.pg_attribute a
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
    and a.attname !~ '^(used|issued|claimed|taken|reserved|sold|on_hand)_(count|cents)$|^(rating|monthly_sales)_|^(created_at|updated_at)$'
    and not (p_table = 'public.riders'::regclass
      and a.attname in ('status', 'zone_id', 'lon', 'lat', 'heading', 'position_at', 'reported_at'));
  execute format('drop trigger if exists audit on %s', p_table);
  execute format(
    'create trigger audit after insert or delete or update of %s on %s for each row execute function private.audit_row(%s)',
    v_columns, p_table, v_keys);
end;
$$;
comment on function private.audit_table(regclass) is 'Puts a table under audit.';

create function private.refuse_audit_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if tg_op = 'DELETE' and old.at < now() - make_interval(months => private.audit_months()) then
    return old;
  end if;
  raise exception 'the audit log is append-only';
end;
$$;

create function private.audit_months()
returns int
language sql
stable
set search_path = ''
as $$
  select greatest(1, coalesce((private.setting('audit.retention_months') #>> '{}')::int, 24));
$$;

create function private.forget_audit_log()
returns void
language sql
security definer -- runs as the job's owner
set search_path = ''
as $$
  delete from public.audit_log where at < now() - make_interval(months => private.audit_months());
$$;
comment on function private.forget_audit_log() is 'Forgets what is older than audit.retention_months.';
