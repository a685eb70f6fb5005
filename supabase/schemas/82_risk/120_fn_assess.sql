create function private.open_risk_case(
  p_moment public.risk_moment, p_subject_id uuid, p_order public.orders, p_city_id uuid, p_weight jsonb, p_facts jsonb)
returns public.risk_cases
language plpgsql
set search_path = ''
as $$
declare
  v_case public.risk_cases;
  v_decision public.risk_decision := (p_weight ->> 'decision')::public.risk_decision;
begin
  insert into public.risk_cases (moment, subject_id, order_id, city_id, score, decision, is_open, reasons, facts, decided_at)
  values (p_moment, p_subject_id, p_order.id, p_city_id, (p_weight ->> 'score')::int, v_decision, v_decision = 'hold',
    p_weight -> 'reasons', p_facts, case when v_decision = 'block' then now() end)
  returning * into v_case;
  insert into public.risk_events (case_id, decision) values (v_case.id, v_decision);
  return v_case;
end;
$$;

create function private.assess_order(p_order public.orders)
returns public.risk_decision
language plpgsql
set search_path = ''
as $$
declare
  v_headers jsonb := nullif(current_setting('request.headers', true), '')::jsonb;
  v_facts jsonb;
  v_weight jsonb;
begin
  if v_headers ? 'user-agent' then
    insert into private.order_origins (order_id, origin, customer_id)
    values (p_order.id, encode(extensions.digest(
      coalesce(split_part(v_headers ->> 'x-forwarded-for', ',', 1), '') || ' ' || (v_headers ->> 'user-agent'), 'sha256'), 'hex'),
      p_order.customer_id);
  end if;
  if not exists (select 1 from public.risk_rules where moment = 'order' and is_active) then
    return 'allow'::public.risk_decision;
  end if;
  v_facts := private.risk_order_facts(p_order);
  v_weight := private.weigh_risk('order', v_facts);
  if v_weight ->> 'decision' <> 'allow' then
    perform private.open_risk_case('order', p_order.customer_id, p_order, p_order.city_id, v_weight, v_facts);
    if v_weight ->> 'decision' = 'hold' then
      -- People need time to look; the goods stay reserved for it.
      update public.orders set due_at = greatest(due_at, now() + private.setting_interval('risk.review_seconds', 1800))
      where id = p_order.id;
    end if;
  end if;
  return (v_weight ->> 'decision')::public.risk_decision;
end;
$$;
comment on function private.assess_order(public.orders) is
  'Asks the risk rules about an order that is being placed, and keeps a case when they say hold or block.';

create function private.check_not_held(p_order_id uuid)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if exists (select 1 from public.risk_cases where order_id = p_order_id and is_open) then
    perform private.raise('risk.order_held', 409);
  end if;
end;
$$;
comment on function private.check_not_held(uuid) is 'Refuses with risk.order_held while people look at the order.';

create function private.refuse_risky_order(p_order_id uuid)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
begin
  v_order := private.apply_order_command(p_order_id, 'cancel', 'ops', 'risk_refused');
  perform private.close_order(v_order);
  return v_order;
end;
$$;

create function private.check_claim(p_customer_id uuid)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.check_not_blocked('customer', p_customer_id, 'claiming');
  if exists (select 1 from public.risk_rules where moment = 'claim' and is_active)
    and private.weigh_risk('claim', jsonb_build_object('customer', private.risk_customer_facts(p_customer_id, now())))
      ->> 'decision' <> 'allow'
  then
    perform private.raise('risk.claim_refused', 409);
  end if;
end;
$$;
comment on function private.check_claim(uuid) is
  'Who is blocked or suspicious gets no coupon. The case is opened by the sweep: what is refused leaves no trace of its own.';

create function private.note_rider_jump(p_rider public.riders, p_lon double precision, p_lat double precision)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_seconds double precision := extract(epoch from now() - p_rider.position_at);
  v_meters double precision;
begin
  if p_rider.lon is null or v_seconds is null or v_seconds > 600 then
    return;
  end if;
  v_meters := extensions.st_distance(
    private.point(p_rider.lon, p_rider.lat)::extensions.geography, private.point(p_lon, p_lat)::extensions.geography);
  -- 180 km/h, and more than any error of a phone.
  if v_meters > 1000 and v_meters > v_seconds * 50 then
    insert into private.rider_jumps (rider_id, meters, seconds) values (p_rider.id, v_meters::int, v_seconds::int);
  end if;
end;
$$;
comment on function private.note_rider_jump(public.riders, double precision, double precision) is
  'Keeps a report that lies further from the last than any vehicle could be.';

create function private.run_risk_sweep()
returns int
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
declare
  v_subject record;
  v_weight jsonb;
  v_facts jsonb;
  v_count int := 0;
begin
  for v_subject in
    select distinct 'claim'::public.risk_moment as moment, c.customer_id as id, null::uuid as city_id
    from public.coupons c
    where c.issued_at > now() - interval '1 hour' and c.source in ('claim', 'code', 'first_order') and c.customer_id is not null
    union all
    select distinct 'rider'::public.risk_moment, j.rider_id, r.city_id
    from private.rider_jumps j join public.riders r on r.id = j.rider_id
    where j.created_at > now() - interval '1 hour'
  loop
    -- One case a day is enough for the same person.
    continue when exists (
      select 1 from public.risk_cases k
      where k.subject_id = v_subject.id and k.moment = v_subject.moment and (k.is_open or k.created_at > now() - interval '1 day'));
    v_facts := case v_subject.moment
      when 'claim' then jsonb_build_object('customer', private.risk_customer_facts(v_subject.id, now()))
      else private.risk_rider_facts(v_subject.id, now()) end;
    v_weight := private.weigh_risk(v_subject.moment, v_facts);
    if v_weight ->> 'decision' <> 'allow' then
      -- A job accuses, people decide.
      perform private.open_risk_case(v_subject.moment, v_subject.id, null, v_subject.city_id,
        v_weight || '{"decision": "hold"}', v_facts);
      v_count := v_count + 1;
    end if;
  end loop;
  return v_count;
end;
$$;
comment on function private.run_risk_sweep() is 'Looks at who claimed coupons or jumped on the map within the hour; answers how many cases it opened.';

create function private.forget_risk_traces()
returns void
language sql
set search_path = ''
as $$
  delete from private.order_origins where created_at < now() - interval '30 days';
  delete from private.rider_jumps where created_at < now() - interval '30 days';
$$;

create function private.check_risk_rule()
returns trigger
language plpgsql
security definer -- its checks are private functions
set search_path = ''
as $$
begin
  perform private.check_json_logic(new.conditions);
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    new.updated_at := now();
  end if;
  return new;
end;
$$;
