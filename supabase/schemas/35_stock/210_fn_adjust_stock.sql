create function public.adjust_stock(p_subject_id uuid, p_idempotency_key text, p_change_count int, p_reason text)
returns jsonb
language plpgsql
security definer -- stock rows are changed by functions only
set search_path = ''
as $$
declare
  v_subject public.stock_items := private.stock_subject(p_subject_id);
  v_user_id uuid := private.require_store_staff(v_subject.store_id, '{manager,order_clerk}');
  v_answer jsonb := private.begin_command('adjust_stock', p_idempotency_key, v_user_id, p_subject_id);
  v_row public.stock_items;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if coalesce(trim(p_reason), '') = '' then
    perform private.raise('catalog.stock_reason_required', 422);
  end if;
  if coalesce(p_change_count, 0) = 0 or abs(p_change_count) > 1000000 then
    perform private.raise('catalog.stock_change_invalid', 422);
  end if;
  update public.stock_items
  set on_hand_count = on_hand_count + p_change_count, updated_at = now()
  where id = p_subject_id and on_hand_count + p_change_count >= reserved_count
  returning * into v_row;
  if not found then
    if exists (select 1 from public.stock_items where id = p_subject_id) then
      perform private.raise('catalog.stock_reserved', 409);
    end if;
    perform private.raise('catalog.stock_uncounted', 409);
  end if;
  perform private.move_stock(v_row, 'adjusted', p_change_count, left(trim(p_reason), 200));
  perform private.warn_low_stock(v_row, v_row.on_hand_count - v_row.reserved_count - p_change_count);
  return private.finish_command('adjust_stock', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.adjust_stock(uuid, text, int, text) is
  'Adds to or takes from the counted stock of a product, variant or modifier, with a reason: delivery, breakage, count.';
