create function private.run_offer_timeouts(p_zone_id uuid default null)
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
  v_count int := 0;
begin
  for v_id in
    select o.id
    from public.dispatch_offers o
    join public.deliveries d on d.id = o.delivery_id
    where o.status = 'offered' and o.expires_at <= now() and (p_zone_id is null or d.zone_id = p_zone_id)
    limit 200
    for update of d skip locked
  loop
    perform private.expire_offer(v_id, 'expired');
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_offer_timeouts(uuid) is 'Closes offers that nobody answered in time; returns how many. What another command holds is left to the next run.';

