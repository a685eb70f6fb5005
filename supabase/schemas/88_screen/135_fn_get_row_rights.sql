create function public.get_row_rights(p_resource text, p_keys jsonb)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_catalogue private.resource_catalogues := private.resource_catalogue();
  v_match text;
  v_answer jsonb;
begin
  perform private.require_user();
  if jsonb_typeof(p_keys) is distinct from 'array' or jsonb_array_length(p_keys) > 200 then
    perform private.raise('screen.too_many_rows', 422, jsonb_build_object('max', 200));
  end if;
  select string_agg(format('%I.%I = cast(key.value ->> %L as %s)', c.relname, a.attname, a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
  into v_match
  from pg_catalog.pg_class c
  join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
  where c.relnamespace = 'public'::regnamespace and c.relname = p_resource;
  if v_match is null or v_catalogue.predicates -> p_resource is null then
    perform private.raise('screen.resource_unfit', 422, jsonb_build_object('resource', p_resource));
  end if;
  execute format(
    'select coalesce(jsonb_agg(jsonb_build_object(''update'', coalesce(may.may_update, false), ''delete'', coalesce(may.may_delete, false)) order by key.place), ''[]'')
     from jsonb_array_elements($1) with ordinality key (value, place)
     left join lateral (select %s as may_update, %s as may_delete from public.%I where %s) may on true',
    v_catalogue.predicates #>> array[p_resource, 'update'], v_catalogue.predicates #>> array[p_resource, 'delete'], p_resource, v_match)
  into v_answer using p_keys;
  return v_answer;
end;
$$;
comment on function public.get_row_rights(text, jsonb) is
  'Which of the given rows ([{key column: value}], at most 200) the caller may change or delete: [{update, delete}] in the same order. The policies'' own conditions answer, as the caller.';
