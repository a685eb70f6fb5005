create function private.end_due_request()
returns boolean
language plpgsql
set search_path = ''
as $$
declare
  v_id uuid;
begin
  -- The order is locked before its request, as every command does.
  select r.id into v_id
  from public.order_requests r
  join public.orders o on o.id = r.order_id
  where r.status = 'open' and r.due_at <= now()
  order by r.due_at limit 1
  for update of o skip locked;
  if not found then
    return false;
  end if;
  begin
    perform private.settle_order_request(v_id, (select kind = 'cancel' from public.order_requests where id = v_id), 'system');
  exception when others then
    raise warning 'request % cannot end: %', v_id, sqlerrm;
    update public.order_requests set status = 'expired', answered_at = now() where id = v_id and status = 'open';
  end;
  return true;
end;
$$;
comment on function private.end_due_request() is
  'Takes one unanswered request: a cancellation is agreed to, a change of slot or lines declined. False when there is none.';
