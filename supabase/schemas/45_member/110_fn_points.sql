create function private.cents_per_point()
returns bigint
language plpgsql
stable
set search_path = ''
as $$
begin
  return greatest(1, coalesce((private.setting('member.cents_per_point') #>> '{}')::bigint, 1));
end;
$$;

create function private.points_cents(p_customer_id uuid, p_currency text)
returns bigint
language sql
stable
set search_path = ''
as $$
  select coalesce(-sum(e.amount_cents), 0)::bigint
  from public.ledger_accounts a
  join public.ledger_entries e on e.account_id = a.id
  where a.kind = 'customer_points' and a.owner_id = p_customer_id and a.currency = p_currency;
$$;
comment on function private.points_cents(uuid, text) is 'What a customer''s points are worth, in minor units: the balance of their account.';

create function private.usable_points_cents(p_customer_id uuid, p_city_id uuid, p_points bigint, p_goods_cents bigint)
returns bigint
language plpgsql
stable
set search_path = ''
as $$
begin
  if coalesce(p_points, 0) <= 0 then
    return 0;
  end if;
  return (
    select greatest(0, least(
        p_points,
        private.points_cents(p_customer_id, c.currency) / private.cents_per_point(),
        p_goods_cents * coalesce((private.setting('member.points_max_share_bps') #>> '{}')::int, 5000) / 10000
          / private.cents_per_point()) * private.cents_per_point())
    from public.cities c where c.id = p_city_id);
end;
$$;
comment on function private.usable_points_cents(uuid, uuid, bigint, bigint) is
  'What the wanted points take off goods: whole points, no more than there are and than the share that may be paid with points.';

create function private.post_points(
  p_kind text, p_event_key text, p_order_id uuid, p_customer_id uuid, p_currency text, p_cents bigint)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_cents <> 0 and not exists (select 1 from public.ledger_transactions where event_key = p_event_key) then
    perform private.post_ledger(p_kind, p_event_key, p_order_id, p_currency, now(), jsonb_build_array(
      jsonb_build_object('account', 'promo_expense', 'purpose', p_kind, 'amount_cents', p_cents),
      jsonb_build_object('account', 'customer_points', 'owner_id', p_customer_id, 'purpose', p_kind, 'amount_cents', -p_cents)));
  end if;
end;
$$;
comment on function private.post_points(text, text, uuid, uuid, text, bigint) is
  'Gives a customer points of a value (minor units, negative takes them): promo_expense against customer_points, once per event key.';

create function private.lock_member(p_customer_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into public.members (customer_id) values (p_customer_id) on conflict do nothing;
  perform 1 from public.members where customer_id = p_customer_id for no key update;
end;
$$;
comment on function private.lock_member(uuid) is 'One spender of points at a time.';

create function private.spend_points(p_order public.orders)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_cents bigint;
begin
  select -sum(amount_cents) into v_cents
  from public.order_adjustments where order_id = p_order.id and kind = 'points';
  if v_cents is null or exists (
    select 1 from public.ledger_transactions where event_key = 'points_spent:' || p_order.id)
  then
    return;
  end if;
  perform private.lock_member(p_order.customer_id);
  if private.points_cents(p_order.customer_id, p_order.currency) < v_cents then
    perform private.raise('member.points_short', 409);
  end if;
  perform private.post_points('points_spent', 'points_spent:' || p_order.id, p_order.id, p_order.customer_id,
    p_order.currency, -v_cents);
end;
$$;

create function private.return_points(p_order_id uuid)
returns void
language sql
set search_path = ''
as $$
  select private.post_points('points_returned', 'points_returned:' || o.id, o.id, o.customer_id, o.currency, -sum(a.amount_cents)::bigint)
  from public.orders o
  join public.order_adjustments a on a.order_id = o.id and a.kind = 'points'
  where o.id = p_order_id
    and exists (select 1 from public.ledger_transactions t where t.event_key = 'points_spent:' || o.id)
  group by o.id;
$$;

create function private.earn_points(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_order public.orders;
  v_store public.stores;
  v_local timestamp;
  v_paid bigint;
  v_bps int;
  v_bonus int;
  v_data jsonb;
begin
  select * into v_order from public.orders where id = p_order_id;
  if not found or v_order.status <> 'completed' then
    return;
  end if;
  select * into v_store from public.stores where id = v_order.store_id;
  select v_order.subtotal_cents + coalesce(sum(a.amount_cents), 0) into v_paid
  from public.order_adjustments a where a.order_id = p_order_id and a.scope = 'goods';
  select v_order.created_at at time zone c.timezone into v_local from public.cities c where c.id = v_order.city_id;
  perform private.lock_member(v_order.customer_id);
  select coalesce(max(t.earn_bps), (private.setting('member.earn_bps') #>> '{}')::int, 0) into v_bps
  from public.members m join public.member_tiers t on t.id = m.tier_id
  where m.customer_id = v_order.customer_id;
  if private.is_member_day(v_local::date) then
    v_bps := v_bps * coalesce((private.setting('member.day') ->> 'earn_times')::int, 1);
  end if;
  if exists (select 1 from public.promotions where city_id = v_order.city_id and kind = 'points' and status = 'published') then
    v_data := private.promotion_data(v_store, v_order.customer_id, (
      select coalesce(jsonb_agg(to_jsonb(i) order by i.line_number), '[]') from public.order_items i where i.order_id = p_order_id),
      v_order.delivery_fee_cents, v_order.fulfillment_type, v_order.created_at);
    select max((p.effect ->> 'earn_bps')::int) into v_bonus
    from public.promotions p
    where p.city_id = v_order.city_id and p.kind = 'points' and p.status = 'published'
      and (p.store_id is null or p.store_id = v_order.store_id)
      and p.starts_at <= v_order.created_at and (p.ends_at is null or p.ends_at > v_order.created_at)
      and (not p.is_for_enrolled or exists (
        select 1 from public.campaign_enrolments e where e.promotion_id = p.id and e.store_id = v_order.store_id))
      and private.is_in_windows(p.windows, v_local)
      and private.js_truthy(private.json_logic(p.conditions, v_data));
  end if;
  perform private.post_points('points_earned', 'points_earned:' || p_order_id, p_order_id, v_order.customer_id, v_order.currency,
    trunc(greatest(v_paid, 0) * (v_bps + coalesce(v_bonus, 0)) / 10000.0 / private.cents_per_point())::bigint
      * private.cents_per_point());
  perform private.compute_tier(v_order.customer_id);
end;
$$;
comment on function private.earn_points(uuid) is
  'After completion, once per order: points for what was paid for goods, by tier, member day and the best points promotion; then the tier is computed again.';
