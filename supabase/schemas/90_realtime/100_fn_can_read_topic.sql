create function private.can_read_topic(p_topic text)
returns boolean
language plpgsql
stable
security definer -- used by the policy on realtime.messages
set search_path = ''
as $$
declare
  v_kind text := split_part(p_topic, ':', 1);
  v_id uuid;
begin
  if split_part(p_topic, ':', 2) !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or split_part(p_topic, ':', 3) <> '' then
    return false;
  end if;
  v_id := split_part(p_topic, ':', 2)::uuid;
  return case v_kind
    when 'order' then private.can_see_order(v_id)
    when 'store' then v_id in (select private.my_store_ids()) or private.is_ops()
    when 'rider' then v_id = auth.uid() or private.is_ops()
    when 'ticket' then private.can_see_ticket(v_id)
    when 'user' then v_id = auth.uid()
    when 'city' then private.is_ops()
    else false
  end;
end;
$$;
comment on function private.can_read_topic(text) is
  'Who may listen: order:<id> those concerned, store:<id> its staff, rider:<id> that rider, user:<id> that person, ticket:<id> who asked and ops, city:<id> ops.';

