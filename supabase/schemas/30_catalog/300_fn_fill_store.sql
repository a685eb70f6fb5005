create function private.fill_store_of_product_part()
returns trigger
language plpgsql
security definer -- a product need not be visible to whom the policies then refuse
set search_path = ''
as $$
begin
  select store_id into new.store_id from public.products where id = new.product_id;
  return new;
end;
$$;
comment on function private.fill_store_of_product_part() is 'Gives a variant, modifier group or detail row the store of its product, whatever was sent.';

create function private.fill_store_of_modifier()
returns trigger
language plpgsql
security definer -- a group need not be visible to whom the policies then refuse
set search_path = ''
as $$
begin
  select store_id into new.store_id from public.modifier_groups where id = new.group_id;
  return new;
end;
$$;

create function private.fill_store_of_daypart_window()
returns trigger
language plpgsql
security definer -- a daypart need not be visible to whom the policies then refuse
set search_path = ''
as $$
begin
  select store_id into new.store_id from public.dayparts where id = new.daypart_id;
  return new;
end;
$$;
