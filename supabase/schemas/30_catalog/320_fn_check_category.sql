create function private.check_category()
returns trigger
language plpgsql
security definer -- categories above may be hidden from the writer
set search_path = ''
as $$
declare
  v_problems jsonb;
begin
  if tg_op = 'INSERT' or new.attributes_schema is distinct from old.attributes_schema then
    v_problems := private.json_schema_problems(new.attributes_schema);
    if v_problems <> '[]' then
      perform private.raise('catalog.schema_invalid', 422, jsonb_build_object(
        'errors', v_problems, 'paths', (select string_agg(p ->> 'path', ', ') from jsonb_array_elements(v_problems) p)));
    end if;
  end if;
  if new.parent_id is not null and (tg_op = 'INSERT' or new.parent_id is distinct from old.parent_id) then
    perform pg_advisory_xact_lock(hashtext('public.categories'));
    if new.id in (select id from private.category_ancestry(new.parent_id)) then
      perform private.raise('catalog.category_cycle', 422);
    end if;
  end if;
  return new;
end;
$$;
comment on function private.check_category() is 'A category''s schema is one that can be checked, and no category lies below itself.';
