create function private.can_read_store(p_store_id uuid)
returns boolean
language sql
stable
security definer -- used by policies of a store's parts
set search_path = ''
as $$
  select exists (
    select 1 from public.stores s
    where s.id = p_store_id
      and (s.is_published or private.is_ops() or s.id in (select private.my_store_ids())));
$$;

create function private.can_edit_menu(p_store_id uuid)
returns boolean
language sql
stable
security definer -- used by policies of a store's parts
set search_path = ''
as $$
  select private.is_ops() or p_store_id in (select private.my_store_ids('{manager}'));
$$;

create function private.product_store_id(p_product_id uuid)
returns uuid
language sql
stable
security definer -- used by policies; the product's own policy asks the same store
set search_path = ''
as $$
  select store_id from public.products where id = p_product_id;
$$;

create function private.group_store_id(p_group_id uuid)
returns uuid
language sql
stable
security definer -- used by policies; the group's own policy asks the same store
set search_path = ''
as $$
  select p.store_id
  from public.modifier_groups g
  join public.products p on p.id = g.product_id
  where g.id = p_group_id;
$$;

