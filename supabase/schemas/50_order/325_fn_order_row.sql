create function private.order_row(p_order public.orders)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_order.id, 'number', p_order.number, 'status', p_order.status, 'fulfillment_type', p_order.fulfillment_type,
    'store_id', p_order.store_id, 'store_name', s.name, 'store_translations', s.translations, 'city_id', p_order.city_id,
    'currency', p_order.currency, 'total_cents', p_order.total_cents, 'note', p_order.note,
    'reason_code', p_order.reason_code, 'phone_suffix', p_order.phone_suffix, 'table_label', p_order.table_label,
    'party_size', p_order.party_size, 'slot_starts_at', p_order.slot_starts_at, 'due_at', p_order.due_at,
    'dropoff_expected_at', p_order.dropoff_expected_at, 'placed_at', p_order.placed_at, 'urged_at', p_order.urged_at,
    'created_at', p_order.created_at, 'updated_at', p_order.updated_at,
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', i.name, 'translations', i.translations, 'quantity', i.quantity) order by i.line_number), '[]')
      from public.order_items i where i.order_id = p_order.id))
  from public.stores s where s.id = p_order.store_id;
$$;
comment on function private.order_row(public.orders) is 'An order as lists show it.';

create function private.find_order_ids(p_digits text)
returns setof uuid
language sql
stable
set search_path = ''
as $$
  -- A colon follows the digits: everything that begins so. A pattern in a parameter would find no index.
  select id from public.orders
  where reverse(number) operator(pg_catalog.~>=~) reverse(p_digits)
    and reverse(number) operator(pg_catalog.~<~) (reverse(p_digits) || ':')
  union
  select o.id
  from public.orders o
  where o.phone_suffix = right(p_digits, 4)
    and (length(p_digits) = 4 or exists (
      select 1 from private.order_contacts c
      where c.order_id = o.id and right(regexp_replace(c.contact_phone, '\D', '', 'g'), length(p_digits)) = p_digits));
$$;
comment on function private.find_order_ids(text) is 'Orders by the last digits of their number or of their contact''s phone.';
