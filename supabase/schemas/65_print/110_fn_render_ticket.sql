create function private.ticket_words(p_locale text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case p_locale when 'en' then
    '{"delivery": "Delivery", "pickup": "Pickup", "dine_in": "Dine in", "on_site": "At the customer''s", "voucher": "Voucher",
      "placed": "Placed", "due": "Wanted", "note": "Note", "goods": "Goods", "packaging": "Packaging", "fee": "Delivery",
      "tip": "Tip", "discount": "Discounts", "total": "Total", "removed": "removed", "table": "Table"}'::jsonb
  else
    '{"delivery": "配送", "pickup": "自取", "dine_in": "堂食", "on_site": "上门", "voucher": "团购券",
      "placed": "下单", "due": "期望", "note": "备注", "goods": "商品", "packaging": "包装", "fee": "配送费",
      "tip": "小费", "discount": "优惠", "total": "合计", "removed": "已退", "table": "桌号"}'::jsonb
  end;
$$;
comment on function private.ticket_words(text) is 'The words that a printed ticket brings itself.';

create function private.ticket_items(p_order_id uuid, p_locale text, p_columns int, p_words jsonb)
returns bytea
language plpgsql
stable
set search_path = ''
as $$
declare
  v_out bytea := ''::bytea;
  v_item public.order_items;
  v_modifier jsonb;
begin
  for v_item in select * from public.order_items where order_id = p_order_id order by line_number loop
    if v_item.quantity > 0 then
      -- Bold on: ESC E 1, off: ESC E 0.
      v_out := v_out || '\x1b4501'::bytea || private.ticket_line(
        v_item.quantity || ' x ' || coalesce(v_item.translations #>> array[p_locale, 'name'], v_item.name)
          || coalesce(' ' || v_item.variant_name, ''),
        to_char(v_item.total_cents / 100.0, 'FM999999990.00'), p_columns) || '\x1b4500'::bytea;
      for v_modifier in select * from jsonb_array_elements(v_item.modifiers) loop
        v_out := v_out || private.ticket_line(
          '    + ' || coalesce(v_modifier #>> array['translations', p_locale, 'name'], v_modifier ->> 'name', ''), '', p_columns);
      end loop;
      if v_item.note <> '' then
        v_out := v_out || private.ticket_line('    ! ' || v_item.note, '', p_columns);
      end if;
    end if;
    if v_item.removed_quantity > 0 then
      v_out := v_out || private.ticket_line(
        v_item.removed_quantity || ' x ' || v_item.name || ' (' || (p_words ->> 'removed') || ')', '', p_columns);
    end if;
  end loop;
  return v_out;
end;
$$;

create function private.render_ticket(p_order_id uuid, p_paper_mm int, p_locale text)
returns bytea
language plpgsql
stable
set search_path = ''
as $$
declare
  -- Font A: 12 dots a column on 384 or 576 dots.
  v_columns int := case p_paper_mm when 58 then 32 else 48 end;
  v_rule bytea := convert_to(repeat('-', v_columns), 'GBK') || '\x0a'::bytea;
  v_words jsonb := private.ticket_words(p_locale);
  v_order public.orders;
  v_store public.stores;
  v_zone text;
  v_contact private.order_contacts;
  v_out bytea;
  v_sum record;
begin
  select * into v_order from public.orders where id = p_order_id;
  select * into v_store from public.stores where id = v_order.store_id;
  select * into v_contact from private.order_contacts where order_id = p_order_id;
  v_zone := private.store_timezone(v_store);
  -- ESC @ resets, FS & takes Chinese, ESC a 1 centres, GS ! 0x11 doubles.
  v_out := '\x1b40'::bytea || '\x1c26'::bytea || '\x1b6101'::bytea
    || '\x1d2111'::bytea || private.gbk('#' || right(v_order.number, 4) || ' ' || (v_words ->> v_order.fulfillment_type::text))
    || '\x0a'::bytea || '\x1d2100'::bytea
    || private.gbk(coalesce(v_store.translations #>> array[p_locale, 'name'], v_store.name)) || '\x0a'::bytea
    || '\x1b6100'::bytea || v_rule
    || private.ticket_line(v_words ->> 'placed', to_char(v_order.placed_at at time zone v_zone, 'MM-DD HH24:MI'), v_columns)
    || case when coalesce(v_order.slot_starts_at, v_order.dropoff_expected_at, v_order.pickup_expected_at) is null then ''::bytea
      else private.ticket_line(v_words ->> 'due', to_char(
        coalesce(v_order.slot_starts_at, v_order.dropoff_expected_at, v_order.pickup_expected_at) at time zone v_zone, 'MM-DD HH24:MI'), v_columns) end
    || case when v_order.table_label is null then ''::bytea
      else private.ticket_line(v_words ->> 'table', v_order.table_label, v_columns) end
    || private.ticket_line(v_order.number, '', v_columns) || v_rule
    || private.ticket_items(p_order_id, p_locale, v_columns, v_words) || v_rule;
  for v_sum in
    select * from (values
      ('goods', v_order.subtotal_cents), ('packaging', v_order.packaging_fee_cents), ('fee', v_order.delivery_fee_cents),
      ('tip', v_order.tip_cents), ('discount', -v_order.discount_cents)) as s (word, cents) where s.cents <> 0
  loop
    v_out := v_out || private.ticket_line(v_words ->> v_sum.word, to_char(v_sum.cents / 100.0, 'FM999999990.00'), v_columns);
  end loop;
  v_out := v_out || '\x1b4501'::bytea
    || private.ticket_line(v_words ->> 'total', v_order.currency || ' ' || to_char(v_order.total_cents / 100.0, 'FM999999990.00'), v_columns)
    || '\x1b4500'::bytea;
  if v_order.note <> '' then
    v_out := v_out || v_rule || '\x1d2101'::bytea
      || private.ticket_line((v_words ->> 'note') || ': ' || v_order.note, '', v_columns) || '\x1d2100'::bytea;
  end if;
  if v_contact.order_id is not null then
    v_out := v_out || v_rule
      || private.ticket_line(left(v_contact.contact_name, 1) || '**', private.mask_phone(v_contact.contact_phone), v_columns)
      || private.ticket_line(coalesce(v_contact.street, ''), '', v_columns);
  end if;
  -- Feed four lines, GS V 66 0 cuts.
  return v_out || '\x1b6404'::bytea || '\x1d564200'::bytea;
end;
$$;
comment on function private.render_ticket(uuid, int, text) is
  'An order as ESC/POS (Epson''s command set, text in GBK) for paper of 58 or 80 mm. The customer''s name and phone stay masked.';
