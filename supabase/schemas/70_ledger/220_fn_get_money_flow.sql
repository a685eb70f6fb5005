create function public.get_money_flow(p_city_id uuid, p_from date, p_to date)
returns table (
  on_date date, paid_cents bigint, refunded_cents bigint, merchant_discount_cents bigint, platform_discount_cents bigint,
  commission_cents bigint, delivery_cents bigint, rider_cents bigint, payout_cents bigint)
language plpgsql
stable
security definer -- the ledger is closed; sums for finance
set search_path = ''
as $$
declare
  v_city public.cities;
begin
  perform private.require_ops_role('finance');
  select * into v_city from public.cities where id = p_city_id;
  if not found or p_from is null or p_to is null or p_to < p_from or p_to - p_from > 366 then
    perform private.raise('ledger.period_invalid', 422);
  end if;
  return query
  with entry as (
    select (t.event_at at time zone v_city.timezone)::date as on_day, t.kind as what, a.kind as account, e.purpose, e.amount_cents
    from public.ledger_transactions t
    join public.ledger_entries e on e.transaction_id = t.id
    join public.ledger_accounts a on a.id = e.account_id and a.currency = v_city.currency
    left join public.orders o on o.id = t.order_id
    where t.event_at >= p_from::timestamp at time zone v_city.timezone
      and t.event_at < (p_to + 1)::timestamp at time zone v_city.timezone
      and (o.city_id = p_city_id or (t.order_id is null and case a.kind
        when 'rider_payable' then exists (select 1 from public.riders r where r.id = a.owner_id and r.city_id = p_city_id)
        when 'merchant_payable' then exists (
          select 1 from public.stores s where s.merchant_id = a.owner_id and s.city_id = p_city_id)
        else false end))
  )
  select d.day::date,
    coalesce(-sum(x.amount_cents) filter (where x.account = 'refund_liability' and x.what = 'payment_captured'), 0)::bigint,
    coalesce(sum(x.amount_cents) filter (where x.account = 'refund_liability' and x.what = 'payment_refunded'), 0)::bigint,
    coalesce(sum(x.amount_cents) filter (where x.account = 'merchant_payable' and x.purpose = 'discount'), 0)::bigint,
    coalesce(sum(x.amount_cents) filter (where x.account = 'promo_expense'), 0)::bigint,
    coalesce(-sum(x.amount_cents) filter (where x.account = 'platform_commission'), 0)::bigint,
    coalesce(-sum(x.amount_cents) filter (where x.account = 'delivery_revenue'), 0)::bigint,
    coalesce(-sum(x.amount_cents) filter (where x.account = 'rider_payable' and x.what not like 'payout%'), 0)::bigint,
    coalesce(sum(x.amount_cents) filter (
      where x.account in ('rider_payable', 'merchant_payable') and x.what like 'payout%'), 0)::bigint
  from generate_series(p_from, p_to, interval '1 day') as d (day)
  left join entry x on x.on_day = d.day::date
  group by d.day
  order by d.day;
end;
$$;
comment on function public.get_money_flow(uuid, date, date) is
  'What came in and where it went, by local day of a city, from the ledger; days without money are zero. For finance, a year at most.';
