create function private.create_delivery(p_order_id uuid)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_zone public.zones;
  v_distance int;
  v_id uuid;
begin
  select * into v_order from public.orders where id = p_order_id;
  select q.distance_meters into v_distance from public.quotes q where q.id = v_order.quote_id;
  select z.* into v_zone
  from public.zones z, public.stores s
  where s.id = v_order.store_id and z.city_id = v_order.city_id and z.is_active
  order by z.area operator(extensions.<->) s.location::extensions.geometry
  limit 1;

  insert into public.deliveries (
    order_id, store_id, city_id, zone_id, distance_meters, ready_expected_at, dropoff_expected_at)
  values (p_order_id, v_order.store_id, v_order.city_id, v_zone.id, v_distance,
    -- A kitchen begins a scheduled order when its slot asks for it.
    coalesce(case when v_order.slot_starts_at is null then private.predict_ready_at(v_order) end,
      v_order.preparation_expected_at),
    v_order.dropoff_expected_at
      + make_interval(mins => coalesce((private.dispatch_mode(v_zone.id)).extra_promise_minutes, 0)))
  returning id into v_id;
  if v_zone.id is not null then
    insert into public.delivery_pay_lines (delivery_id, line_number, kind, label, translations, rule_id, amount_cents)
    select v_id, row_number() over (), p.kind, p.label, p.translations, p.rule_id, p.amount_cents
    from private.price_rider_pay(v_zone, v_distance, now()) p;
    update public.deliveries
    set rider_pay_cents = (select sum(amount_cents) from public.delivery_pay_lines where delivery_id = v_id)
    where id = v_id;
    if (select proof_rule = 'code' from public.dispatch_parameters where zone_id = v_zone.id) then
      insert into private.delivery_codes (delivery_id, code) values (v_id, lpad((random() * 9999)::int::text, 4, '0'));
    end if;
  end if;
  perform private.predict_eta(v_id, 0);
  perform private.call_function('dispatch-tick', jsonb_build_object('zone_id', v_zone.id));
  return v_id;
end;
$$;
comment on function private.create_delivery(uuid) is
  'Makes the rider''s task of an accepted order in the zone of its store: its pay line by line, the promise to the customer, the code where one is asked for; then asks dispatch for a rider.';
