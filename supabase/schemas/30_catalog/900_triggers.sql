create function private.check_product_section()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if not exists (select 1 from public.menu_sections where id = new.section_id and store_id = new.store_id) then
    perform private.raise('catalog.section_of_other_store', 422);
  end if;
  return new;
end;
$$;

create trigger products_check_section
before insert or update of section_id, store_id on public.products
for each row execute function private.check_product_section();

create trigger products_touch_updated_at
before update on public.products
for each row execute function private.touch_updated_at();

