create function private.can_edit_menu(p_store_id uuid)
returns boolean
language sql
stable
security definer -- used by policies of a store's parts
set search_path = ''
as $$
  select private.has_ops_role('operations') or p_store_id in (select private.my_store_ids('{manager}'));
$$;
