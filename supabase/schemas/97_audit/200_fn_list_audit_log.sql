create function public.list_audit_log(p_filters jsonb default '{}', p_before_id bigint default null, p_limit int default 50)
returns table (
  id bigint, at timestamptz, actor_id uuid, actor_name text, actor_role text, table_name text, row_key text, operation text,
  command text, store_id uuid, before jsonb, after jsonb, request_id text)
language plpgsql
stable
security definer -- names of the actors are not the reader's to see otherwise; the rows are chosen by the reader's role
set search_path = ''
as $$
declare
  v_is_admin boolean := private.has_ops_role('admin');
  v_stores uuid[] := array(select private.my_store_ids('{manager}'));
  v_merchants uuid[] := array(select private.my_settled_party_ids());
begin
  perform private.require_user();
  return query
  select l.id, l.at, l.actor_id, p.display_name, l.actor_role, l.table_name, l.row_key, l.operation, l.command, l.store_id,
    l.before, l.after, l.request_id
  from public.audit_log l
  left join public.profiles p on p.id = l.actor_id
  where (p_before_id is null or l.id < p_before_id)
    and (v_is_admin or l.store_id = any (v_stores) or l.merchant_id = any (v_merchants))
    and (p_filters ->> 'table_name' is null or l.table_name = p_filters ->> 'table_name')
    and (p_filters ->> 'row_key' is null or l.row_key = p_filters ->> 'row_key')
    and (p_filters ->> 'operation' is null or l.operation = p_filters ->> 'operation')
    and (p_filters ->> 'actor_id' is null or l.actor_id = (p_filters ->> 'actor_id')::uuid)
    and (p_filters ->> 'store_id' is null or l.store_id = (p_filters ->> 'store_id')::uuid)
    and (p_filters ->> 'from' is null or l.at >= (p_filters ->> 'from')::timestamptz)
    and (p_filters ->> 'to' is null or l.at < (p_filters ->> 'to')::timestamptz)
  order by l.id desc
  limit least(greatest(p_limit, 1), 200);
end;
$$;
comment on function public.list_audit_log(jsonb, bigint, int) is
  'The log, newest first; filters: table_name, row_key, operation, actor_id, store_id, from, to. The next page begins before the last id. Administrators see all, managers what concerns their stores.';
