create function private.audited_versions(p_table text, p_key text, p_current jsonb)
returns table (version bigint, created_at timestamptz, actor_id uuid, actor_role text, content jsonb)
language plpgsql
stable
set search_path = ''
as $$
declare
  v_entry public.audit_log;
  v_content jsonb := p_current;
begin
  -- From today backwards: what a change wrote over was there before it.
  for v_entry in
    select * from public.audit_log l where l.table_name = p_table and l.row_key = p_key order by l.id desc limit 100
  loop
    version := v_entry.id;
    created_at := v_entry.at;
    actor_id := v_entry.actor_id;
    actor_role := v_entry.actor_role;
    content := v_content;
    return next;
    exit when v_entry.operation = 'insert';
    v_content := case v_entry.operation when 'delete' then v_entry.before else v_content || v_entry.before end;
  end loop;
  if v_entry.operation is distinct from 'insert' then
    version := 0;
    created_at := null;
    actor_id := null;
    actor_role := '';
    content := v_content;
    return next;
  end if;
end;
$$;
comment on function private.audited_versions(text, text, jsonb) is
  'What a row was after each logged change, newest first; version 0 is what the installation brought.';

create function public.list_versions(p_table text, p_key text)
returns table (version bigint, created_at timestamptz, actor_name text, actor_role text, content jsonb)
language plpgsql
stable
security definer -- the log and other people's names are not the reader's to see otherwise
set search_path = ''
as $$
declare
  v_current jsonb;
begin
  perform private.require_user();
  if not private.is_ops() and not (p_table = 'promotions' and exists (
    select 1 from public.promotions p where p.id::text = p_key and p.store_id in (select private.my_store_ids('{manager}'))))
  then
    perform private.raise('identity.not_allowed', 403);
  end if;
  case p_table
    when 'promotions' then
      return query
      select v.version::bigint, v.created_at, a.display_name, private.role_of(v.changed_by), v.content
      from public.promotion_versions v
      left join public.profiles a on a.id = v.changed_by
      where v.promotion_id::text = p_key order by v.version desc limit 100;
    when 'commission_plans' then
      return query
      select v.version::bigint, v.created_at, a.display_name, private.role_of(v.changed_by), v.content
      from public.commission_plan_versions v
      left join public.profiles a on a.id = v.changed_by
      where v.plan_id::text = p_key order by v.version desc limit 100;
    when 'rate_cards' then
      return query
      select c.version::bigint, c.created_at, a.display_name, private.role_of(c.created_by), private.rate_card_view(c)
      from public.rate_cards one
      join public.rate_cards c on c.city_id = one.city_id and c.zone_id is not distinct from one.zone_id
        and c.store_id is not distinct from one.store_id
      left join public.profiles a on a.id = c.created_by
      where one.id::text = p_key order by c.version desc limit 100;
    when 'settings' then
      select to_jsonb(s) - '{schema,updated_at}'::text[] into v_current from public.settings s where s.key = p_key;
    when 'reason_codes' then
      select to_jsonb(r) into v_current from public.reason_codes r where r.code = p_key;
    when 'notification_rules' then
      select to_jsonb(r) into v_current from public.notification_rules r where r.id::text = p_key;
    else
      perform private.raise('platform.not_versioned', 404, jsonb_build_object('table', p_table));
  end case;
  if v_current is not null then
    return query
    select v.version, v.created_at, a.display_name, v.actor_role, v.content
    from private.audited_versions(p_table, p_key, v_current) v
    left join public.profiles a on a.id = v.actor_id
    -- A secret is not kept, so there is nothing to go back to.
    where v.content ->> 'value' is distinct from '***';
  end if;
end;
$$;
comment on function public.list_versions(text, text) is
  'What a rule was after each change, newest first, for promotions, commission_plans, rate_cards, settings, reason_codes and notification_rules: content is what saving takes, so an older one is saved again to go back. For ops; of its own promotions for a manager.';

create function private.role_of(p_user_id uuid)
returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (select 'ops:' || o.role from public.ops_members o where o.user_id = p_user_id),
    (select 'merchant:' || m.role from public.merchant_members m where m.user_id = p_user_id order by m.role limit 1), '');
$$;
comment on function private.role_of(uuid) is 'ops:<role> or merchant:<role> of today; empty for a process.';
