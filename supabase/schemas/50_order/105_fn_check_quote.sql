create function private.check_quote_rate(p_customer_id uuid)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if (
    select count(*) from public.quotes where customer_id = p_customer_id and created_at > now() - interval '1 minute'
  ) >= coalesce((private.setting('order.quotes_per_minute') #>> '{}')::int, 60) then
    perform private.raise('order.too_many_quotes', 429);
  end if;
end;
$$;
comment on function private.check_quote_rate(uuid) is 'Refuses a customer who asks for quotes faster than a person can.';

create function private.check_slot(p_store public.stores, p_fulfillment_type public.fulfillment_type, p_starts_at timestamptz)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  v_ends_at timestamptz;
begin
  if p_starts_at is null then
    if p_fulfillment_type = 'on_site' then
      perform private.raise('order.slot_required', 422);
    end if;
    return null;
  end if;
  -- A slot after midnight may be of the calendar day before.
  select s.ends_at into v_ends_at
  from generate_series(-1, 0) d
  cross join lateral private.find_slots(
    p_store, p_fulfillment_type, (p_starts_at at time zone private.store_timezone(p_store))::date + d) s
  where s.starts_at = p_starts_at
  limit 1;
  if p_fulfillment_type = 'voucher' or p_starts_at <= now() or v_ends_at is null then
    perform private.raise('order.slot_invalid', 422);
  end if;
  return v_ends_at;
end;
$$;
comment on function private.check_slot(public.stores, public.fulfillment_type, timestamptz) is
  'The end of the slot that begins at an instant; refuses what is no slot, and a service without one. Whether it is free, check_serviceability tells.';

create function private.check_party(p_fulfillment_type public.fulfillment_type, p_party jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  if p_fulfillment_type <> 'dine_in' or p_party is null then
    return null;
  end if;
  if coalesce(p_party ->> 'party_size', '1') !~ '^[1-9]\d?$' or length(coalesce(p_party ->> 'table_label', '')) > 20 then
    perform private.raise('order.party_invalid', 422);
  end if;
  return jsonb_build_object(
    'table_label', p_party ->> 'table_label', 'party_size', coalesce((p_party ->> 'party_size')::int, 1));
end;
$$;
comment on function private.check_party(public.fulfillment_type, jsonb) is 'Table and number of guests (1–99) of a dine-in order.';
