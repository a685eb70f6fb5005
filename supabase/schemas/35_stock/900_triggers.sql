create function private.fill_stock_item()
returns trigger
language plpgsql
security definer -- what is counted need not be visible to the writer
set search_path = ''
as $$
begin
  new.id := coalesce(new.product_id, new.variant_id, new.modifier_id);
  new.store_id := (private.stock_subject(new.id)).store_id;
  return new;
end;
$$;

create trigger stock_items_fill
before insert on public.stock_items
for each row execute function private.fill_stock_item();

create function private.refuse_stock_movement_change()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'stock movements are append-only: correct by another movement';
end;
$$;

create trigger stock_movements_append_only
before update on public.stock_movements
for each row execute function private.refuse_stock_movement_change();
