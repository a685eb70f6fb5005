create function private.category_ancestry(p_category_id uuid)
returns setof public.categories
language plpgsql -- called for every product that is written: its plan is kept, that of a nested sql function is not
stable
security definer -- a category may be hidden from the writer and still rule its products
set search_path = ''
as $$
begin
  return query
  with recursive up as (
    select c.id, c.parent_id, 1 as step from public.categories c where c.id = p_category_id
    union all
    select c.id, c.parent_id, u.step + 1 from up u join public.categories c on c.id = u.parent_id
  )
  select c.* from up u join public.categories c on c.id = u.id order by u.step desc;
end;
$$;
comment on function private.category_ancestry(uuid) is 'A category after those above it, the root first.';

create function private.category_schema(p_category_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_schema jsonb := '{}'::jsonb;
  v_own jsonb;
  v_rest jsonb;
begin
  -- One object schema of all, so that additionalProperties knows the properties of every level.
  for v_own in
    select attributes_schema from private.category_ancestry(p_category_id) where attributes_schema <> '{}'
  loop
    v_rest := v_own - '{type,properties,required,additionalProperties,title,description,$schema}'::text[];
    v_schema := v_schema || jsonb_strip_nulls(jsonb_build_object(
      'additionalProperties', coalesce(v_own -> 'additionalProperties', v_schema -> 'additionalProperties')))
      || case when v_own ? 'properties'
        then jsonb_build_object('properties', coalesce(v_schema -> 'properties', '{}') || (v_own -> 'properties')) else '{}' end
      || case when v_own ? 'required'
        then jsonb_build_object('required', coalesce(v_schema -> 'required', '[]') || (v_own -> 'required')) else '{}' end
      || case when v_rest <> '{}'
        then jsonb_build_object('allOf', coalesce(v_schema -> 'allOf', '[]') || v_rest) else '{}' end;
  end loop;
  return v_schema;
end;
$$;
comment on function private.category_schema(uuid) is
  'The schema of the attributes of a category''s products: those of the categories above it, refined by its own.';

create function public.get_category_schema(p_category_id uuid)
returns jsonb
language sql
stable
security definer -- schemas are public; a category that is switched off still has products to edit
set search_path = ''
as $$
  select private.category_schema(p_category_id);
$$;
comment on function public.get_category_schema(uuid) is
  'JSON Schema of the attributes of a category''s products, inherited along the tree; {} when there are none.';
