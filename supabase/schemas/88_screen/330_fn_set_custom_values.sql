create function private.check_custom_value()
returns trigger
language plpgsql
security definer -- the writer may not see the field's row when it is retired
set search_path = ''
as $$
declare
  v_field public.custom_fields;
  v_fault text;
begin
  select * into v_field from public.custom_fields where resource = new.resource and key = new.key;
  v_fault := private.json_schema_errors(v_field.schema, new.value) #>> '{0,key}';
  if v_fault is not null or not v_field.is_active then
    perform private.raise('screen.value_invalid', 422,
      jsonb_build_object('name', new.key, 'fault', coalesce(v_fault, 'retired')));
  end if;
  new.updated_at := now();
  new.updated_by := auth.uid();
  return new;
end;
$$;

create function public.set_custom_values(p_resource text, p_row_id text, p_values jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_missing text;
begin
  perform private.require_user();
  if jsonb_typeof(p_values) is distinct from 'object' then
    perform private.raise('screen.value_invalid', 422, jsonb_build_object('name', '', 'fault', 'type'));
  end if;
  select f.key into v_missing
  from public.custom_fields f
  where f.resource = p_resource and f.is_active and f.is_required and p_values ? f.key
    and coalesce(p_values -> f.key, 'null') in ('null', '""', '[]');
  if v_missing is not null then
    perform private.raise('screen.value_required', 422, jsonb_build_object('name', v_missing));
  end if;
  delete from public.custom_values v
  using jsonb_each(p_values) given
  where v.resource = p_resource and v.row_id = p_row_id and v.key = given.key and given.value = 'null';
  insert into public.custom_values (resource, row_id, key, value)
  select p_resource, p_row_id, given.key, given.value from jsonb_each(p_values) given where given.value <> 'null'
  on conflict (resource, row_id, key) do update set value = excluded.value;
exception
  when foreign_key_violation then
    perform private.raise('screen.field_not_found', 404);
end;
$$;
comment on function public.set_custom_values(text, text, jsonb) is
  'Writes custom fields of one row, {key: value}; null clears one, what is not named stays. Allowed to whoever may change the row itself.';
