create function private.customer_habits(p_customer_id uuid)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_timezone text := coalesce((
    select c.timezone from public.orders o join public.cities c on c.id = o.city_id
    where o.customer_id = p_customer_id order by o.created_at desc, o.id desc limit 1), 'UTC');
begin
  return (
    select jsonb_build_object(
      'order_count', count(*), 'completed_count', count(*) filter (where o.status = 'completed'),
      'cancelled_count', count(*) filter (where o.status = 'cancelled'),
      'first_order_at', min(o.created_at), 'last_order_at', max(o.created_at))
    from public.orders o where o.customer_id = p_customer_id and o.placed_at is not null)
  || jsonb_build_object(
    'refund_count', (
      select count(distinct r.order_id) from public.refund_requests r where r.customer_id = p_customer_id and r.is_asked),
    'spent', (
      select coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'spent_cents', s.spent, 'average_cents', s.average)
        order by s.spent desc), '[]')
      from (
        select o.currency, sum(o.total_cents)::bigint as spent, round(avg(o.total_cents))::bigint as average
        from public.orders o where o.customer_id = p_customer_id and o.status = 'completed' group by o.currency) s),
    'months', (
      select jsonb_agg(jsonb_build_object('month', to_char(m.month, 'YYYY-MM'), 'order_count', (
        select count(*) from public.orders o
        where o.customer_id = p_customer_id and o.placed_at is not null
          and o.created_at >= m.month at time zone v_timezone
          and o.created_at < (m.month + interval '1 month') at time zone v_timezone)) order by m.month)
      from generate_series(
        date_trunc('month', now() at time zone v_timezone) - interval '11 months',
        date_trunc('month', now() at time zone v_timezone), interval '1 month') as m (month)));
end;
$$;
comment on function private.customer_habits(uuid) is
  'How someone orders: {order_count, completed_count, cancelled_count, first_order_at, last_order_at, refund_count (orders with a refund asked), spent: [{currency, spent_cents, average_cents}], months: [{month, order_count}] of the last twelve in the time zone of the last order}. Unpaid orders do not count.';

-- Answer: {
--   "customer": {"id", "display_name", "locale", "joined_at", "last_seen_at", "phone" and "email" (masked; null for finance),
--     "ops_role", "is_rider", "stores": names of stores where they work},
--   "member": {"tier", "next_tier": rows of member_tiers or null, "spend_cents", "order_count": of the last year},
--   "cents_per_point", "points" and "wallet": [{"currency", "cents"}],
--   "segments": [{"id", "name", "translations"}], "tags": [text],
--   "habits": private.customer_habits,
--   "addresses": [{"id", "label", "contact_name", "contact_phone", "street", "is_default"}] masked; null for finance,
--   "reveals": last ten [{"id", "actor_name", "reason", "created_at"}]}
create function public.get_customer_page(p_customer_id uuid)
returns jsonb
language plpgsql
stable
security definer -- contacts live in auth.users, and sums the ledger
set search_path = ''
as $$
declare
  v_has_account boolean := private.has_ops_role('operations', 'support');
  v_profile public.profiles;
  v_member public.members;
  v_tier public.member_tiers;
begin
  perform private.require_ops();
  select * into v_profile from public.profiles where id = p_customer_id;
  if not found then
    perform private.raise('identity.person_not_found', 404);
  end if;
  select * into v_member from public.members where customer_id = p_customer_id;
  select * into v_tier from public.member_tiers where id = v_member.tier_id;
  return jsonb_build_object(
    'customer', (
      select jsonb_build_object(
        'id', u.id, 'display_name', v_profile.display_name, 'locale', v_profile.locale, 'joined_at', v_profile.created_at,
        'last_seen_at', u.last_sign_in_at,
        'phone', case when v_has_account and u.phone <> '' then private.mask_phone(u.phone::text) end,
        'email', case when v_has_account then regexp_replace(u.email, '^(.).*@', '\1***@') end,
        'ops_role', (select o.role from public.ops_members o where o.user_id = u.id),
        'is_rider', exists (select 1 from public.riders r where r.id = u.id),
        'stores', (
          select coalesce(jsonb_agg(s.name order by s.name), '[]')
          from public.merchant_members m
          join public.stores s on s.merchant_id = m.merchant_id and (m.store_id is null or m.store_id = s.id)
          where m.user_id = u.id))
      from auth.users u where u.id = p_customer_id),
    'member', jsonb_build_object(
      'tier', case when v_tier.id is not null then to_jsonb(v_tier) end,
      'next_tier', (
        select to_jsonb(t) from public.member_tiers t where t.level > coalesce(v_tier.level, -1) order by t.level limit 1),
      'spend_cents', coalesce(v_member.spend_cents, 0), 'order_count', coalesce(v_member.order_count, 0)),
    'cents_per_point', private.cents_per_point(),
    'points', (
      select coalesce(jsonb_agg(jsonb_build_object('currency', a.currency, 'cents', private.points_cents(p_customer_id, a.currency))
        order by a.currency), '[]')
      from public.ledger_accounts a where a.kind = 'customer_points' and a.owner_id = p_customer_id),
    'wallet', (
      select coalesce(jsonb_agg(jsonb_build_object('currency', a.currency, 'cents', private.wallet_balance(p_customer_id, a.currency))
        order by a.currency), '[]')
      from public.ledger_accounts a where a.kind = 'customer_wallet' and a.owner_id = p_customer_id),
    'segments', (
      select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'translations', s.translations) order by s.name), '[]')
      from public.segments s
      where s.slug in (select jsonb_array_elements_text(private.customer_facts(p_customer_id) -> 'segments'))),
    'tags', (select coalesce(jsonb_agg(t.tag order by t.tag), '[]') from public.customer_tags t where t.customer_id = p_customer_id),
    'habits', private.customer_habits(p_customer_id),
    'addresses', case when v_has_account then (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', a.id, 'label', a.label, 'contact_name', left(a.contact_name, 1) || '**',
        'contact_phone', private.mask_phone(a.contact_phone), 'street', a.street, 'is_default', a.is_default)
        order by a.is_default desc, a.created_at, a.id), '[]')
      from public.addresses a where a.user_id = p_customer_id) end,
    'reveals', (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'actor_name', p.display_name, 'reason', r.reason,
        'created_at', r.created_at) order by r.id desc), '[]')
      from (
        select * from public.contact_reveals x where x.customer_id = p_customer_id order by x.id desc limit 10) r
      left join public.profiles p on p.id = r.actor_id));
end;
$$;
comment on function public.get_customer_page(uuid) is
  'One customer for ops: profile, membership, balances, segments, habits; contacts and addresses masked, and not for finance.';
