create function private.promotion_data(
  p_store public.stores, p_customer_id uuid, p_lines jsonb, p_delivery_fee_cents bigint,
  p_fulfillment_type public.fulfillment_type, p_at timestamptz)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'cart', (
        select jsonb_build_object(
          'subtotal_cents', coalesce(sum((l ->> 'total_cents')::bigint), 0),
          'quantity', coalesce(sum((l ->> 'quantity')::int), 0),
          'line_count', count(*),
          'lines', coalesce(jsonb_agg(l), '[]'),
          'product_ids', coalesce(jsonb_agg(distinct l -> 'product_id'), '[]'),
          'section_ids', coalesce(jsonb_agg(distinct l -> 'section_id') filter (where l -> 'section_id' <> 'null'), '[]'),
          'category_ids', coalesce(jsonb_agg(distinct l -> 'category_id') filter (where l -> 'category_id' <> 'null'), '[]'))
        from jsonb_array_elements(p_lines) l),
      'store', jsonb_build_object('id', p_store.id, 'merchant_id', p_store.merchant_id,
        'category_id', p_store.category_id, 'city_id', p_store.city_id),
      'customer', private.customer_facts(p_customer_id, p_store.id, p_at),
      'now', (
        select jsonb_build_object('weekday', extract(dow from t.at)::int, 'hour', extract(hour from t.at)::int,
          'minute', extract(minute from t.at)::int, 'month_day', extract(day from t.at)::int, 'date', t.at::date,
          'is_member_day', private.is_member_day(t.at::date))
        from (select p_at at time zone c.timezone as at from public.cities c where c.id = p_store.city_id) t),
      'fulfillment_type', p_fulfillment_type,
      'delivery_fee_cents', p_delivery_fee_cents));
end;
$$;
comment on function private.promotion_data(public.stores, uuid, jsonb, bigint, public.fulfillment_type, timestamptz) is
  'What the conditions of promotions read; see promotions.conditions.';

create function private.is_in_windows(p_windows jsonb, p_local timestamp)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return p_windows = '[]' or exists (
    select 1
    from jsonb_array_elements(p_windows) w
    -- Today's windows, and yesterday's that run over midnight.
    cross join (values (0), (1)) as d (days_ago)
    where w -> 'weekdays' @> to_jsonb(extract(dow from p_local::date - d.days_ago)::int)
      and p_local >= p_local::date - d.days_ago + (w ->> 'from')::time
      and p_local < p_local::date - d.days_ago + (w ->> 'to')::time
        + case when (w ->> 'to')::time <= (w ->> 'from')::time then interval '1 day' else interval '0' end);
end;
$$;
comment on function private.is_in_windows(jsonb, timestamp) is 'Whether a local time is within weekly windows; none is always.';
