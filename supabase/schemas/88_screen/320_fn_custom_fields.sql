create function private.forget_custom_values()
returns trigger
language plpgsql
security definer -- whoever may delete a row need not hold rights on its custom values
set search_path = ''
as $$
begin
  delete from public.custom_values where resource = tg_table_name and row_id = to_jsonb(old) ->> tg_argv[0];
  return null;
end;
$$;
comment on function private.forget_custom_values() is 'After a row is deleted: its custom values go too. The argument is the key column.';

create function public.save_custom_field(
  p_resource text, p_key text, p_schema jsonb, p_labels jsonb default '{}', p_help jsonb default '{}',
  p_is_required boolean default false, p_is_internal boolean default true, p_sort_order int default 0)
returns jsonb
language plpgsql
security definer -- fields are written by this command only; it adds the trigger that follows deleted rows
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_key_column text;
  v_misfits bigint;
begin
  select a.attname into v_key_column
  from pg_catalog.pg_class c
  join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p' and cardinality(k.conkey) = 1
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname = p_resource
    and c.relname not in ('custom_fields', 'custom_values', 'custom_resources', 'screen_definitions');
  if v_key_column is null then
    perform private.raise('screen.resource_unfit', 422, jsonb_build_object('resource', p_resource));
  end if;
  if p_key !~ '^[a-z][a-z0-9_]{0,39}$' or not private.json_schema_is_fit(p_schema) then
    perform private.raise('screen.field_invalid', 422, jsonb_build_object('name', p_key));
  end if;
  if (select count(*) from public.custom_fields where resource = p_resource and key <> p_key) >= 40 then
    perform private.raise('screen.too_many_fields', 422, jsonb_build_object('max', 40));
  end if;
  select count(*) into v_misfits from public.custom_values
  where resource = p_resource and key = p_key and private.json_schema_errors(p_schema, value) <> '[]';
  if v_misfits > 0 then
    perform private.raise('screen.values_do_not_fit', 409, jsonb_build_object('count', v_misfits));
  end if;
  insert into public.custom_fields (resource, key, schema, labels, help, is_required, is_internal, sort_order, created_by)
  values (p_resource, p_key, p_schema, p_labels, p_help, p_is_required, p_is_internal, p_sort_order, v_user_id)
  on conflict (resource, key) do update
  set schema = excluded.schema, labels = excluded.labels, help = excluded.help, is_required = excluded.is_required,
    is_internal = excluded.is_internal, sort_order = excluded.sort_order, is_active = true;
  if not exists (select 1 from pg_catalog.pg_trigger
    where tgrelid = format('public.%I', p_resource)::regclass and tgname = 'forget_custom_values') then
    execute format('create trigger forget_custom_values after delete on public.%I for each row execute function private.forget_custom_values(%L)',
      p_resource, v_key_column);
  end if;
  return jsonb_build_object('resource', p_resource, 'key', p_key);
end;
$$;
comment on function public.save_custom_field(text, text, jsonb, jsonb, jsonb, boolean, boolean, int) is
  'Adds a field to a resource, or changes one; a change that values of today do not fit is refused (screen.values_do_not_fit). Repeating it changes nothing more.';

create function public.retire_custom_field(p_resource text, p_key text)
returns void
language plpgsql
security definer -- fields are written by commands only
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations');
  update public.custom_fields set is_active = false where resource = p_resource and key = p_key;
  if not found then
    perform private.raise('screen.field_not_found', 404);
  end if;
end;
$$;
comment on function public.retire_custom_field(text, text) is 'Takes a field off every screen. Its values stay and come back with save_custom_field.';
