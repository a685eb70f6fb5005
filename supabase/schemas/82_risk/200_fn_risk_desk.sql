create function public.list_risk_cases(
  p_is_open boolean default true, p_before timestamptz default null, p_limit int default 50)
returns jsonb
language plpgsql
stable
security definer -- names and masked contacts of people
set search_path = ''
as $$
begin
  perform private.require_ops_role('operations', 'support');
  return (
    select coalesce(jsonb_agg(to_jsonb(c) - 'facts' || jsonb_build_object(
      'subject', private.subject_view(
        (case c.moment when 'rider' then 'rider' else 'customer' end)::public.block_subject, c.subject_id),
      'order_number', (select o.number from public.orders o where o.id = c.order_id))
      order by case when p_is_open then c.score end desc nulls last, c.created_at desc), '[]')
    from (
      select * from public.risk_cases x
      where x.is_open = p_is_open and (p_before is null or x.created_at < p_before)
      order by x.created_at desc, x.id desc
      limit least(greatest(p_limit, 1), 200)) c);
end;
$$;
comment on function public.list_risk_cases(boolean, timestamptz, int) is
  'Cases that wait, the most suspicious first, or those decided, newest first; each with subject {id, name, account} and order_number.';

create function public.get_risk_case(p_case_id uuid)
returns jsonb
language plpgsql
stable
security definer -- names and masked contacts of people
set search_path = ''
as $$
declare
  v_case public.risk_cases;
  v_subject public.block_subject;
begin
  perform private.require_ops_role('operations', 'support');
  select * into v_case from public.risk_cases where id = p_case_id;
  if not found then
    perform private.raise('risk.case_not_found', 404);
  end if;
  v_subject := (case v_case.moment when 'rider' then 'rider' else 'customer' end)::public.block_subject;
  return jsonb_build_object(
    'case', to_jsonb(v_case),
    'subject', private.subject_view(v_subject, v_case.subject_id),
    'order', (
      select jsonb_build_object('id', o.id, 'number', o.number, 'status', o.status, 'total_cents', o.total_cents,
        'discount_cents', o.discount_cents, 'currency', o.currency, 'store_name', s.name, 'created_at', o.created_at)
      from public.orders o join public.stores s on s.id = o.store_id where o.id = v_case.order_id),
    'orders', (
      select coalesce(jsonb_agg(x order by x ->> 'created_at' desc), '[]')
      from (
        select jsonb_build_object('id', o.id, 'number', o.number, 'status', o.status, 'total_cents', o.total_cents,
          'currency', o.currency, 'store_name', s.name, 'created_at', o.created_at) as x
        from public.orders o join public.stores s on s.id = o.store_id
        where v_subject = 'customer' and o.customer_id = v_case.subject_id
        order by o.created_at desc limit 10) last),
    'linked', (
      select coalesce(jsonb_agg(private.subject_view('customer', l.customer_id) || jsonb_build_object('by', l.by)), '[]')
      from (
        select o.customer_id, string_agg(distinct w.by, ',' order by w.by) as by
        from (
          select k.order_id, 'phone' as by
          from private.order_contacts mine join private.order_contacts k on k.contact_phone = mine.contact_phone
          where mine.order_id = v_case.order_id
          union all
          select g.order_id, 'origin'
          from private.order_origins mine join private.order_origins g on g.origin = mine.origin
          where mine.order_id = v_case.order_id) w
        join public.orders o on o.id = w.order_id and o.customer_id <> v_case.subject_id
          and o.created_at > v_case.created_at - interval '7 days'
        group by o.customer_id limit 20) l),
    'jumps', (
      select coalesce(jsonb_agg(jsonb_build_object('meters', j.meters, 'seconds', j.seconds, 'at', j.created_at) order by j.id desc), '[]')
      from private.rider_jumps j
      where v_subject = 'rider' and j.rider_id = v_case.subject_id and j.created_at > v_case.created_at - interval '1 day'),
    'blocks', public.list_blocks(null, v_case.subject_id),
    'events', (
      select jsonb_agg(to_jsonb(e) - 'case_id' || jsonb_build_object('actor_name', p.display_name) order by e.id)
      from public.risk_events e left join public.profiles p on p.id = e.actor_id where e.case_id = v_case.id));
end;
$$;
comment on function public.get_risk_case(uuid) is
  'A case with its evidence: {case, subject, order, orders (last ten), linked (accounts that share phone or origin), jumps, blocks, events}.';

create function public.decide_risk_case(
  p_case_id uuid, p_decision public.risk_decision, p_note text, p_idempotency_key text,
  p_block_days int default null, p_refuses public.block_action[] default null)
returns jsonb
language plpgsql
security definer -- cases change by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations', 'support');
  v_answer jsonb := private.begin_command('decide_risk_case', p_idempotency_key, v_user_id, p_case_id);
  v_case public.risk_cases;
  v_order public.orders;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- The order is locked before its case, as everywhere.
  perform 1 from public.orders o join public.risk_cases c on c.order_id = o.id where c.id = p_case_id for update of o;
  select * into v_case from public.risk_cases where id = p_case_id for update;
  if not found then
    perform private.raise('risk.case_not_found', 404);
  end if;
  if not v_case.is_open then
    perform private.raise('risk.case_decided', 409);
  end if;
  update public.risk_cases
  set decision = p_decision, is_open = p_decision = 'hold', note = left(btrim(coalesce(p_note, '')), 500),
      decided_by = v_user_id, decided_at = now()
  where id = p_case_id
  returning * into v_case;
  insert into public.risk_events (case_id, decision, actor_id, note) values (p_case_id, p_decision, v_user_id, v_case.note);
  select * into v_order from public.orders where id = v_case.order_id;
  if v_order.status = 'pending_payment' then
    if p_decision = 'block' then
      perform private.refuse_risky_order(v_order.id);
    else
      update public.orders
      set due_at = now() + case p_decision
        when 'hold' then private.setting_interval('risk.review_seconds', 1800)
        else private.setting_interval('order.payment_timeout_seconds', 900) end
      where id = v_order.id
      returning * into v_order;
      if p_decision = 'allow' and v_order.total_cents = 0 then
        perform private.apply_order_command(v_order.id, 'pay', 'system');
      else
        perform private.announce_order(v_order, v_order.status);
      end if;
    end if;
  end if;
  if p_decision = 'block' and cardinality(p_refuses) > 0 then
    perform private.write_block((case v_case.moment when 'rider' then 'rider' else 'customer' end)::public.block_subject,
      v_case.subject_id, p_refuses, coalesce(nullif(v_case.note, ''), (v_case.reasons #>> '{0,name}')),
      now() + make_interval(days => p_block_days));
  end if;
  return private.finish_command('decide_risk_case', p_idempotency_key, v_user_id, to_jsonb(v_case) - 'facts');
end;
$$;
comment on function public.decide_risk_case(uuid, public.risk_decision, text, text, int, public.block_action[]) is
  'allow lets the order be paid, hold keeps it waiting, block ends it; with p_refuses its subject is blocked too, for p_block_days or until lifted. Answers the case.';

create function public.simulate_risk_rule(p_moment public.risk_moment, p_conditions jsonb, p_days int default 7)
returns jsonb
language plpgsql
stable
security definer -- reads what people did, for operations alone
set search_path = ''
as $$
declare
  v_from timestamptz := now() - make_interval(days => least(greatest(p_days, 1), 30));
begin
  perform private.require_ops_role('operations');
  perform private.check_json_logic(p_conditions);
  return (
    with asked as materialized (
      (select o.id, o.number as label, o.created_at as at, o.status::text as outcome, private.risk_order_facts(o) as facts
       from public.orders o where p_moment = 'order' and o.created_at > v_from order by o.created_at desc limit 500)
      union all
      (select c.customer_id, private.subject_view('customer', c.customer_id) ->> 'name', max(c.issued_at), '',
         jsonb_build_object('customer', private.risk_customer_facts(c.customer_id, max(c.issued_at)))
       from public.coupons c
       where p_moment = 'claim' and c.customer_id is not null and c.issued_at > v_from group by c.customer_id limit 500)
      union all
      (select j.rider_id, private.subject_view('rider', j.rider_id) ->> 'name', max(j.created_at), '',
         private.risk_rider_facts(j.rider_id, max(j.created_at))
       from private.rider_jumps j where p_moment = 'rider' and j.created_at > v_from group by j.rider_id limit 500)
    ), hit as (
      select * from asked a where private.js_truthy(private.json_logic(p_conditions, a.facts))
    )
    select jsonb_build_object(
      'checked_count', (select count(*) from asked), 'hit_count', count(*),
      'completed_count', count(*) filter (where outcome = 'completed'),
      'sample', (
        select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'label', h.label, 'at', h.at, 'outcome', h.outcome, 'facts', h.facts)
          order by h.at desc), '[]')
        from (select * from hit order by at desc limit 20) h))
    from hit);
end;
$$;
comment on function public.simulate_risk_rule(public.risk_moment, jsonb, int) is
  'Whom a rule would have hit in the last days, as things were then: {checked_count (at most 500, the newest), hit_count, completed_count (hit orders that went well), sample: [{id, label, at, outcome, facts}]}.';
