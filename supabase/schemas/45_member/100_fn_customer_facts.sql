create function private.customer_facts(p_customer_id uuid, p_store_id uuid default null, p_at timestamptz default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_facts jsonb;
begin
  select jsonb_build_object(
    'id', p_customer_id,
    'order_count', o.order_count, 'is_first_order', o.order_count = 0, 'store_order_count', o.store_order_count,
    'spent_cents', o.spent_cents,
    'days_since_order', floor(extract(epoch from coalesce(p_at, now()) - o.last_at) / 86400)::int,
    'member_days', floor(extract(epoch from coalesce(p_at, now()) - p.created_at) / 86400)::int,
    'tier', t.slug, 'tier_level', coalesce(t.level, 0),
    'tags', (select coalesce(jsonb_agg(c.tag order by c.tag), '[]') from public.customer_tags c where c.customer_id = p_customer_id))
  into v_facts
  from (
    select count(*) as order_count, count(*) filter (where store_id = p_store_id) as store_order_count,
      coalesce(sum(total_cents), 0) as spent_cents, max(created_at) as last_at
    from public.orders
    where customer_id = p_customer_id and status not in ('cancelled', 'rejected', 'expired')
      and (p_at is null or created_at < p_at)
  ) o
  left join public.profiles p on p.id = p_customer_id
  left join public.members m on m.customer_id = p_customer_id
  left join public.member_tiers t on t.id = m.tier_id;
  return v_facts || jsonb_build_object('segments', private.segments_of(v_facts));
end;
$$;
comment on function private.customer_facts(uuid, uuid, timestamptz) is 'What conditions may know about a customer: orders before p_at that were not called off and what they cost, days since the last one (null before the first) and since joining, tier, tags and segments.';

create function private.is_member_day(p_on date)
returns boolean
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select coalesce((
      select s.value -> 'weekdays' @> to_jsonb(extract(dow from p_on)::int)
        or s.value -> 'month_days' @> to_jsonb(extract(day from p_on)::int)
      from (select private.setting('member.day') as value) s), false));
end;
$$;
comment on function private.is_member_day(date) is 'Whether the setting member.day {weekdays, month_days} names this local date.';
