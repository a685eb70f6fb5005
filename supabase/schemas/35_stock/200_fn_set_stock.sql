create function private.stock_subject(p_id uuid)
returns public.stock_items
language plpgsql
stable
set search_path = ''
as $$
declare
  v_item public.stock_items;
begin
  select t.store_id, t.product_id, t.variant_id, t.modifier_id
  into v_item.store_id, v_item.product_id, v_item.variant_id, v_item.modifier_id
  from (
    select p.store_id, p.id as product_id, null::uuid as variant_id, null::uuid as modifier_id
    from public.products p where p.id = p_id
    union all
    select v.store_id, null, v.id, null from public.product_variants v where v.id = p_id
    union all
    select m.store_id, null, null, m.id from public.modifiers m where m.id = p_id
  ) t;
  if v_item.store_id is null then
    perform private.raise('catalog.product_not_found', 404);
  end if;
  v_item.id := p_id;
  return v_item;
end;
$$;
comment on function private.stock_subject(uuid) is 'What a stock row of this product, variant or modifier would say of whom it counts.';

create function private.count_stock(p_subject_id uuid, p_on_hand_count int)
returns public.stock_items
language plpgsql
set search_path = ''
as $$
declare
  v_subject public.stock_items := private.stock_subject(p_subject_id);
  v_before public.stock_items;
  v_row public.stock_items;
begin
  select * into v_before from public.stock_items where id = p_subject_id for update;
  if p_on_hand_count is null then
    if v_before.reserved_count > 0 then
      perform private.raise('catalog.stock_reserved', 409);
    end if;
    delete from public.stock_items where id = p_subject_id;
    if found then
      v_before.on_hand_count := 0;
      perform private.move_stock(v_before, 'uncounted', 0);
    end if;
    return null;
  end if;
  if p_on_hand_count < 0 then
    perform private.raise('catalog.stock_negative', 400);
  end if;
  insert into public.stock_items as s (id, store_id, product_id, variant_id, modifier_id, on_hand_count)
  values (p_subject_id, v_subject.store_id, v_subject.product_id, v_subject.variant_id, v_subject.modifier_id, p_on_hand_count)
  on conflict (id) do update
    set on_hand_count = excluded.on_hand_count, updated_at = now()
    where s.reserved_count <= excluded.on_hand_count
  returning * into v_row;
  if v_row.id is null then
    perform private.raise('catalog.stock_reserved', 409);
  end if;
  perform private.move_stock(v_row, 'counted', p_on_hand_count - coalesce(v_before.on_hand_count, 0));
  perform private.warn_low_stock(v_row, v_before.on_hand_count - v_before.reserved_count);
  return v_row;
end;
$$;
comment on function private.count_stock(uuid, int) is
  'Sets the counted stock of a product, variant or modifier; null stops counting. Refused below what orders have reserved.';

create function public.set_stock(p_subject_id uuid, p_on_hand_count int)
returns jsonb
language plpgsql
security definer -- stock rows are changed by functions only
set search_path = ''
as $$
declare
  v_row public.stock_items;
begin
  perform private.require_store_staff((private.stock_subject(p_subject_id)).store_id, '{manager,order_clerk}');
  v_row := private.count_stock(p_subject_id, p_on_hand_count);
  return case when v_row.id is not null then to_jsonb(v_row) end;
end;
$$;
comment on function public.set_stock(uuid, int) is
  'Sets the counted stock of a product, variant or modifier; null stops counting. Refused below what orders have reserved.';
