create function public.describe_resources(p_known_version text default null)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_catalogue private.resource_catalogues := private.resource_catalogue();
  v_rights jsonb := private.my_rights();
  v_fields jsonb;
  v_version text;
begin
  perform private.require_user();
  select coalesce(jsonb_object_agg(f.resource, f.fields), '{}') into v_fields
  from (
    select c.resource, jsonb_agg(jsonb_build_object('key', c.key, 'schema', c.schema, 'labels', c.labels, 'help', c.help,
      'is_required', c.is_required, 'is_internal', c.is_internal) order by c.sort_order, c.key) as fields
    from public.custom_fields c where c.is_active group by c.resource
  ) f;
  v_version := md5(v_catalogue.version || v_rights::text || v_fields::text);
  if v_version = p_known_version then
    return jsonb_build_object('version', v_version, 'resources', null);
  end if;
  return jsonb_build_object('version', v_version, 'resources', coalesce((
    select jsonb_agg(r || jsonb_build_object(
      'rights', v_rights -> (r ->> 'name'),
      'custom_fields', coalesce(v_fields -> (r ->> 'name'), '[]'),
      'custom_labels', (select x.labels from public.custom_resources x where x.name = r ->> 'name'),
      'row_estimate', (select greatest(c.reltuples, 0)::bigint from pg_catalog.pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relname = r ->> 'name')) order by r ->> 'name')
    from jsonb_array_elements(v_catalogue.resources) r
    where v_rights -> (r ->> 'name') ->> 'select' <> 'none' or v_rights -> (r ->> 'name') ->> 'insert' <> 'none'), '[]'));
end;
$$;
comment on function public.describe_resources(text) is
  'The exposed tables as the caller may use them: {version, resources: [{name, kind, comment, has_rls, is_custom, primary_key, label_column, columns, checks, policies, children, rights, custom_fields, row_estimate}]}. resources is null when p_known_version is still true.';
