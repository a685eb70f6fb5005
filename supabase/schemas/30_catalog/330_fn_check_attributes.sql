create function private.require_attributes(p_category_id uuid, p_store_id uuid, p_attributes jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_errors jsonb := private.json_schema_errors(
    private.category_schema(coalesce(p_category_id, (select category_id from public.stores where id = p_store_id))), p_attributes);
begin
  if v_errors <> '[]' then
    perform private.raise('catalog.attributes_invalid', 422, jsonb_build_object(
      'errors', v_errors, 'paths', (select string_agg(distinct e ->> 'path', ', ') from jsonb_array_elements(v_errors) e)));
  end if;
end;
$$;
comment on function private.require_attributes(uuid, uuid, jsonb) is
  'Refuses attributes that the category does not allow with catalog.attributes_invalid {errors: [{path, key, expected}], paths}.';

create function private.check_product_attributes()
returns trigger
language plpgsql
security definer -- the category's schema need not be visible to the writer
set search_path = ''
as $$
begin
  perform private.require_attributes(new.category_id, new.store_id, new.attributes);
  return new;
end;
$$;

create function private.check_variant_attributes()
returns trigger
language plpgsql
security definer -- the product need not be visible to the writer
set search_path = ''
as $$
declare
  v_product public.products;
begin
  select * into v_product from public.products where id = new.product_id;
  perform private.require_attributes(v_product.category_id, v_product.store_id, v_product.attributes || new.attributes);
  return new;
end;
$$;
comment on function private.check_variant_attributes() is 'A variant has its product''s attributes but for those that it names itself.';
