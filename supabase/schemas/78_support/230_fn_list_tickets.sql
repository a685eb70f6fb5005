-- The desk's lists. Answer of list_tickets:
-- {
--   "tickets": [{
--     "id", "number" (number to read out), "status": open|waiting|answered|resolved|closed, "priority": low|normal|high|urgent,
--     "subject": {"code", "label", "translations"}, "opened_as": customer|merchant|rider, "opened_by", "opener_name",
--     "order_id", "order_number", "refund_request_id", "store_id", "store_name", "store_asked_at", "city_id",
--     "last_message": {"body" (140 characters), "author_role", "is_internal", "attachment_count", "created_at"},
--     "resolution", "resolved_at", "closed_at", "closes_at", "first_responded_at",
--     "rating", "rating_note", "rated_at", "created_at", "updated_at",
--     -- to ops only:
--     "assignee_id", "assignee_name", "first_response_due_at", "resolution_due_at", "due_at", "is_overdue"
--   }],
--   "next": what p_before of the next page is, or null,
--   -- to ops only: everything that is not resolved
--   "counts": {"open", "waiting", "answered", "overdue", "unassigned", "mine"}
-- }
-- p_filters, all optional: {"statuses": [...], "priorities": [...], "subject_code", "opened_as", "assignee_id": id or "none",
-- "city_id", "store_id", "order_id", "opened_by", "is_overdue": true, "number"}.
-- p_sort: "newest", or "due": what support owes first; resolved and closed tickets owe nothing and are not in it.
-- Live: the desk's list follows changes of the table tickets (postgres_changes); a ticket's page and who asked listen to the
-- private topic ticket:<id> with the events ticket.message {ticket_id, number, status, at, message_id, author_role} and
-- ticket.updated {ticket_id, number, status, at, command}.
create function public.list_tickets(
  p_filters jsonb default '{}', p_sort text default 'newest', p_before jsonb default null, p_limit int default 20)
returns jsonb
language plpgsql
stable
security definer -- checks who asks and then reads by index, without a policy for every row
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_is_ops boolean := private.is_ops();
  v_is_due boolean := p_sort = 'due';
  v_filters jsonb := coalesce(p_filters, '{}');
  v_limit int := least(greatest(coalesce(p_limit, 20), 1), 100);
  v_where text := 'true';
  v_rows jsonb;
  v_last jsonb;
begin
  if not v_is_ops then
    if v_filters ? 'store_id' then
      perform private.require_store_staff((v_filters ->> 'store_id')::uuid);
      v_where := '(t.opened_as = ''merchant'' or t.store_asked_at is not null)';
    else
      v_where := 't.opened_by = $2';
    end if;
    v_is_due := false;
  end if;
  -- Only the columns that are asked for, so that an index serves them.
  v_where := v_where
    || case when v_filters ? 'statuses' then ' and t.status = any (array(select jsonb_array_elements_text($1 -> ''statuses''))::public.ticket_status[])' else '' end
    || case when v_filters ? 'priorities' then ' and t.priority = any (array(select jsonb_array_elements_text($1 -> ''priorities''))::public.ticket_priority[])' else '' end
    || case when v_filters ? 'subject_code' then ' and t.subject_code = $1 ->> ''subject_code''' else '' end
    || case when v_filters ? 'opened_as' then ' and t.opened_as = ($1 ->> ''opened_as'')::public.actor_role' else '' end
    || case when v_filters ? 'city_id' then ' and t.city_id = ($1 ->> ''city_id'')::uuid' else '' end
    || case when v_filters ? 'store_id' then ' and t.store_id = ($1 ->> ''store_id'')::uuid' else '' end
    || case when v_filters ? 'order_id' then ' and t.order_id = ($1 ->> ''order_id'')::uuid' else '' end
    || case when v_filters ? 'opened_by' then ' and t.opened_by = ($1 ->> ''opened_by'')::uuid' else '' end
    || case when v_filters ? 'number' then ' and t.number = ($1 ->> ''number'')::bigint' else '' end
    || case when v_is_ops and v_filters ->> 'assignee_id' = 'none' then ' and t.assignee_id is null'
      when v_is_ops and v_filters ? 'assignee_id' then ' and t.assignee_id = ($1 ->> ''assignee_id'')::uuid' else '' end
    || case when v_is_ops and (v_filters ->> 'is_overdue')::boolean then ' and t.due_at < now()' else '' end
    || case when v_is_due then ' and t.due_at is not null' else '' end
    || case
      when p_before is null then ''
      when v_is_due then ' and (t.due_at, t.id) > (($3 ->> ''due_at'')::timestamptz, ($3 ->> ''id'')::uuid)'
      else ' and (t.created_at, t.id) < (($3 ->> ''created_at'')::timestamptz, ($3 ->> ''id'')::uuid)' end;
  execute format(
    $sql$
    select coalesce(jsonb_agg(private.ticket_row(page, $5) order by %2$s), '[]')
    from (select t.* from public.tickets t where %1$s order by %3$s limit $4) page
    $sql$,
    v_where,
    case when v_is_due then 'page.due_at, page.id' else 'page.created_at desc, page.id desc' end,
    case when v_is_due then 't.due_at, t.id' else 't.created_at desc, t.id desc' end)
  into v_rows
  using v_filters, v_user_id, p_before, v_limit, v_is_ops;
  v_last := v_rows -> (v_limit - 1);
  return jsonb_build_object(
    'tickets', v_rows,
    'next', case
      when v_last is null then null
      when v_is_due then jsonb_build_object('due_at', v_last -> 'due_at', 'id', v_last -> 'id')
      else jsonb_build_object('created_at', v_last -> 'created_at', 'id', v_last -> 'id') end)
    || case when v_is_ops then jsonb_build_object('counts', (
      select jsonb_build_object(
        'open', count(*) filter (where t.status = 'open'), 'waiting', count(*) filter (where t.status = 'waiting'),
        'answered', count(*) filter (where t.status = 'answered'), 'overdue', count(*) filter (where t.due_at < now()),
        'unassigned', count(*) filter (where t.assignee_id is null), 'mine', count(*) filter (where t.assignee_id = v_user_id))
      from public.tickets t where t.due_at is not null)) else '{}'::jsonb end;
exception
  when invalid_text_representation then
    perform private.raise('support.filter_invalid', 400);
    return null;
end;
$$;
comment on function public.list_tickets(jsonb, text, jsonb, int) is
  'A page of tickets: all for ops, for the staff of a store (filter store_id) its own and those on which it was asked, else the caller''s own. p_sort: newest or due. p_before: the "next" of the page before.';

create function public.list_support_staff()
returns table (user_id uuid, display_name text, role public.ops_role, open_count bigint)
language plpgsql
stable
security definer -- names are not the reader's to see otherwise
set search_path = ''
as $$
begin
  perform private.require_ops();
  return query
  select m.user_id, p.display_name, m.role,
    (select count(*) from public.tickets t where t.assignee_id = m.user_id and t.due_at is not null)
  from public.ops_members m
  left join public.profiles p on p.id = m.user_id
  where m.role in ('support', 'operations', 'admin')
  order by m.role desc, p.display_name, m.user_id;
end;
$$;
comment on function public.list_support_staff() is 'To whom a ticket can be given, and how many each has in work.';
