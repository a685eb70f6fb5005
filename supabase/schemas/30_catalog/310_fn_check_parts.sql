create function private.check_menu_section()
returns trigger
language plpgsql
security definer -- what is named need not be visible to the writer
set search_path = ''
as $$
begin
  if new.daypart_id is not null
    and not exists (select 1 from public.dayparts where id = new.daypart_id and store_id = new.store_id) then
    perform private.raise('catalog.daypart_of_other_store', 422);
  end if;
  return new;
end;
$$;

create function private.check_product_parts()
returns trigger
language plpgsql
security definer -- what is named need not be visible to the writer
set search_path = ''
as $$
begin
  if not exists (select 1 from public.menu_sections where id = new.section_id and store_id = new.store_id) then
    perform private.raise('catalog.section_of_other_store', 422);
  end if;
  if new.daypart_id is not null
    and not exists (select 1 from public.dayparts where id = new.daypart_id and store_id = new.store_id) then
    perform private.raise('catalog.daypart_of_other_store', 422);
  end if;
  return new;
end;
$$;

create function private.check_detail_kind()
returns trigger
language plpgsql
security definer -- the product need not be visible to the writer
set search_path = ''
as $$
declare
  v_kind public.product_kind := case tg_table_name when 'service_items' then 'service' else 'voucher' end;
begin
  if not exists (select 1 from public.products where id = new.product_id and kind = v_kind) then
    perform private.raise('catalog.kind_mismatch', 422, jsonb_build_object('kind', v_kind));
  end if;
  return new;
end;
$$;
comment on function private.check_detail_kind() is 'Service details belong to a service, voucher details to a voucher.';
