create function private.can_edit_store_folder(p_name text)
returns boolean
language plpgsql
stable
security definer -- used by policies on storage.objects
set search_path = ''
as $$
begin
  if p_name !~ '^stores/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[^/]+$' then
    return false;
  end if;
  return private.can_edit_menu(split_part(p_name, '/', 2)::uuid);
end;
$$;
comment on function private.can_edit_store_folder(text) is 'Pictures live in stores/<store id>/<file>; the store''s manager and ops write there.';

