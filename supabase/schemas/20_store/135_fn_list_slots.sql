create function public.list_slots(
  p_store_id uuid, p_fulfillment_type public.fulfillment_type default 'delivery', p_on date default null)
returns table (starts_at timestamptz, ends_at timestamptz, left_count int, is_available boolean, reason text)
language plpgsql
stable
security definer -- slots of published stores are public; counts are told, not who took them
set search_path = ''
as $$
declare
  v_store public.stores;
begin
  select * into v_store from public.stores s where s.id = p_store_id and s.is_published;
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  return query
  select s.starts_at, s.ends_at, s.left_count, w.reason is null, w.reason
  from private.find_slots(
    v_store, p_fulfillment_type, coalesce(p_on, (now() at time zone private.store_timezone(v_store))::date)) s
  cross join lateral (
    select case
      when not private.store_is_open(v_store.id, s.starts_at) then 'store.closed'
      when private.licensed_until(v_store) <= s.starts_at then 'store.licence_expired'
      when p_fulfillment_type = 'delivery' and v_store.is_rush_delivery_paused and v_store.rush_until > s.starts_at
        then 'store.delivery_paused'
      when s.starts_at <= now() then 'store.too_soon'
      when private.slot_reason(v_store, s.starts_at) is not null then private.slot_reason(v_store, s.starts_at)
      when s.left_count <= 0 then 'store.slot_full'
    end as reason
  ) w;
end;
$$;
comment on function public.list_slots(uuid, public.fulfillment_type, date) is
  'Slots of a date of the store''s calendar (today when not given), as instants; left_count null means not counted, reason is an error key.';
