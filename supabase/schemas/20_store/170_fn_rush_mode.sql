create function public.set_rush_mode(
  p_store_id uuid, p_until timestamptz, p_extra_minutes int default 15, p_is_delivery_paused boolean default false)
returns jsonb
language plpgsql
security definer -- clerks hold no right to change a store's row
set search_path = ''
as $$
declare
  v_store public.stores;
begin
  perform private.require_store_staff(p_store_id, '{manager,order_clerk}');
  if p_until > now() + interval '24 hours' or coalesce(p_extra_minutes, 0) not between 0 and 180 then
    perform private.raise('store.rush_invalid', 422);
  end if;
  update public.stores
  set rush_until = case when p_until > now() then p_until end,
      rush_extra_minutes = coalesce(p_extra_minutes, 0),
      is_rush_delivery_paused = coalesce(p_is_delivery_paused, false)
  where id = p_store_id
  returning * into v_store;
  return jsonb_build_object('rush_until', v_store.rush_until, 'rush_extra_minutes', v_store.rush_extra_minutes,
    'is_rush_delivery_paused', v_store.is_rush_delivery_paused);
end;
$$;
comment on function public.set_rush_mode(uuid, timestamptz, int, boolean) is
  'The kitchen is behind: until p_until (24 hours at most) orders take p_extra_minutes longer, or no delivery is taken. Null or a past time ends it.';

create function public.close_store_temporarily(p_store_id uuid, p_until timestamptz)
returns jsonb
language plpgsql
security definer -- clerks hold no right to change a store's row
set search_path = ''
as $$
declare
  v_store public.stores;
begin
  perform private.require_store_staff(p_store_id, '{manager,order_clerk}');
  if p_until > now() + interval '1 year' then
    perform private.raise('store.close_invalid', 422);
  end if;
  update public.stores set closed_until = case when p_until > now() then p_until end
  where id = p_store_id
  returning * into v_store;
  return jsonb_build_object('closed_until', v_store.closed_until);
end;
$$;
comment on function public.close_store_temporarily(uuid, timestamptz) is
  'The store takes no orders before p_until and opens again by itself; null or a past time opens it now.';
