create function private.customer_facts(p_customer_id uuid, p_store_id uuid default null, p_at timestamptz default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'id', p_customer_id,
      'order_count', o.order_count, 'is_first_order', o.order_count = 0, 'store_order_count', o.store_order_count,
      'tier', t.slug, 'tier_level', coalesce(t.level, 0),
      'tags', (select coalesce(jsonb_agg(c.tag order by c.tag), '[]') from public.customer_tags c where c.customer_id = p_customer_id))
    from (
      select count(*) as order_count, count(*) filter (where store_id = p_store_id) as store_order_count
      from public.orders
      where customer_id = p_customer_id and status not in ('cancelled', 'rejected', 'expired')
        and (p_at is null or created_at < p_at)
    ) o
    left join public.members m on m.customer_id = p_customer_id
    left join public.member_tiers t on t.id = m.tier_id);
end;
$$;
comment on function private.customer_facts(uuid, uuid, timestamptz) is 'What conditions may know about a customer: orders before p_at that were not called off, tier and tags.';

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
