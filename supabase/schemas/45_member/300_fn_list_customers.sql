create function private.masked_account(p_user_id uuid)
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select coalesce(nullif(private.mask_phone(u.phone::text), '****'), regexp_replace(u.email, '^(.).*@', '\1***@'), '')
    from auth.users u where u.id = p_user_id);
end;
$$;
comment on function private.masked_account(uuid) is 'By what a person signs in, with only its end: phone, else e-mail.';

create function private.customer_row(p_profile public.profiles, p_has_account boolean)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return (
    select jsonb_build_object(
      'id', p_profile.id, 'display_name', p_profile.display_name, 'joined_at', p_profile.created_at,
      'account', case when p_has_account then private.masked_account(p_profile.id) end,
      'tier', (
        select jsonb_build_object('id', t.id, 'name', t.name, 'translations', t.translations, 'level', t.level)
        from public.member_tiers t where t.id = m.tier_id),
      'order_count', coalesce(m.order_count, 0), 'spend_cents', coalesce(m.spend_cents, 0),
      'last_order_at', (
        select o.created_at from public.orders o where o.customer_id = p_profile.id order by o.created_at desc, o.id desc limit 1),
      'is_blocked', exists (
        select 1 from public.blocks b
        where b.subject = 'customer' and b.subject_id = p_profile.id and b.lifted_at is null
          and (b.until is null or b.until > now())))
    from (select 1) one left join public.members m on m.customer_id = p_profile.id);
end;
$$;
comment on function private.customer_row(public.profiles, boolean) is 'A customer as the operator''s list shows them; the account only to whom it may be shown.';

-- Answer: {"customers": [{"id", "display_name", "joined_at", "account" (masked; null for finance), "tier": {"id", "name", "translations",
-- "level"} or null, "order_count" and "spend_cents" (completed, last year), "last_order_at", "is_blocked"}], "next": p_before of the next page or null}.
-- p_filters, all optional: {"query": a part of the name, a whole phone number or e-mail, or an id; "tier_id": id or "none", "is_blocked",
-- "segment_id", "joined_from"}. A segment is a rule that is asked of one after the other: a page then looks at 500 people at most, and
-- may be short although there is a next one.
create function public.list_customers(p_filters jsonb default '{}', p_before jsonb default null, p_limit int default 50)
returns jsonb
language plpgsql
stable
security definer -- contacts live in auth.users, and what people bought is not for every table right
set search_path = ''
as $$
declare
  v_filters jsonb := coalesce(p_filters, '{}');
  v_query text := btrim(coalesce(v_filters ->> 'query', ''));
  v_has_account boolean := private.has_ops_role('operations', 'support');
  v_limit int := least(greatest(coalesce(p_limit, 50), 1), 100);
  v_scan int := case when v_filters ? 'segment_id' then 500 else v_limit end;
  v_where text := 'true';
  v_page public.profiles[];
  v_profile public.profiles;
  v_rows jsonb := '[]'::jsonb;
  v_seen int := 0;
begin
  perform private.require_ops();
  if v_query <> '' then
    v_where := case
      when v_query ~ '^[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}$' then 'p.id = ($1 ->> ''query'')::uuid'
      when v_has_account and v_query ~ '^\+?[0-9 -]{7,20}$'
        then 'p.id in (select u.id from auth.users u where u.phone = any (array[$3, ''86'' || $3]))'
      when v_has_account and v_query like '%@%'
        then 'p.id in (select u.id from auth.users u where u.email = lower($4))'
      else 'p.display_name ilike $5' end;
  end if;
  v_where := v_where
    || case
      when v_filters ->> 'tier_id' = 'none'
        then ' and not exists (select 1 from public.members m where m.customer_id = p.id and m.tier_id is not null)'
      when v_filters ? 'tier_id' then ' and p.id in (select m.customer_id from public.members m where m.tier_id = ($1 ->> ''tier_id'')::uuid)'
      else '' end
    || case when v_filters ? 'is_blocked' then format(
      ' and p.id %s (select b.subject_id from public.blocks b where b.subject = ''customer'' and b.lifted_at is null and (b.until is null or b.until > now()))',
      case when (v_filters ->> 'is_blocked')::boolean then 'in' else 'not in' end) else '' end
    || case when v_filters ? 'joined_from' then ' and p.created_at >= ($1 ->> ''joined_from'')::timestamptz' else '' end
    || case when p_before is not null
      then ' and (p.created_at, p.id) < (($2 ->> ''joined_at'')::timestamptz, ($2 ->> ''id'')::uuid)' else '' end;
  execute format(
    'select coalesce(array_agg(p), ''{}'')
     from (select p::public.profiles as p from public.profiles p where %s order by p.created_at desc, p.id desc limit %s) x',
    v_where, v_scan)
    into v_page using v_filters, p_before, regexp_replace(v_query, '\D', '', 'g'), v_query,
      '%' || regexp_replace(v_query, '([\\%_])', '\\\1', 'g') || '%';
  foreach v_profile in array v_page loop
    v_seen := v_seen + 1;
    if not v_filters ? 'segment_id' or private.is_in_segment((v_filters ->> 'segment_id')::uuid, v_profile.id) then
      v_rows := v_rows || private.customer_row(v_profile, v_has_account);
    end if;
    exit when jsonb_array_length(v_rows) = v_limit;
  end loop;
  return jsonb_build_object(
    'customers', v_rows,
    'next', case when jsonb_array_length(v_rows) = v_limit or v_seen = v_scan
      then jsonb_build_object('joined_at', v_profile.created_at, 'id', v_profile.id) end);
exception
  when invalid_text_representation or invalid_datetime_format then
    perform private.raise('member.filter_invalid', 400);
    return null;
end;
$$;
comment on function public.list_customers(jsonb, jsonb, int) is
  'A page of customers for ops, newest first. Whole phone numbers and e-mails find someone only for operations and support. p_before: the "next" of the page before.';
