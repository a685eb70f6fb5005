create function private.announce_penalty(p_penalty public.merchant_penalties, p_event text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.broadcast('user:' || m.user_id, 'penalty.updated',
    jsonb_build_object('penalty_id', p_penalty.id, 'status', p_penalty.status, 'at', p_penalty.updated_at))
  from public.merchant_members m
  where m.merchant_id = p_penalty.merchant_id and m.role = 'manager' and (m.store_id is null or m.store_id = p_penalty.store_id);
  insert into private.outbox_messages (kind, payload)
  select 'notify.in_app', jsonb_build_object('user_id', m.user_id, 'event', r.event, 'order_id', p_penalty.order_id,
    'title', private.render_text(coalesce(r.translations #>> array[p.locale, 'title'], r.title), v.params),
    'body', private.render_text(coalesce(r.translations #>> array[p.locale, 'body'], r.body), v.params))
  from public.notification_rules r
  cross join (
    select jsonb_build_object('store', coalesce((select s.name from public.stores s where s.id = p_penalty.store_id),
      (select c.name from public.merchants c where c.id = p_penalty.merchant_id))) as params) v
  join public.merchant_members m on m.merchant_id = p_penalty.merchant_id and m.role = 'manager'
    and (m.store_id is null or m.store_id = p_penalty.store_id)
  left join public.profiles p on p.id = m.user_id
  where r.is_active and r.event = p_event and r.audience = 'merchant' and r.channel = 'in_app';
end;
$$;
comment on function private.announce_penalty(public.merchant_penalties, text) is 'Tells the managers whom a penalty concerns.';

create function private.apply_penalty_command(
  p_penalty_id uuid, p_command text, p_actor public.actor_role, p_note text default '')
returns public.merchant_penalties
language plpgsql
set search_path = ''
as $$
declare
  v_row public.merchant_penalties;
  v_from public.penalty_status;
  v_to public.penalty_status;
begin
  select * into v_row from public.merchant_penalties where id = p_penalty_id for update;
  if not found then
    perform private.raise('penalty.not_found', 404);
  end if;
  select to_status into v_to
  from public.penalty_transitions
  where from_status = v_row.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('penalty.transition_refused', 409,
      jsonb_build_object('status', v_row.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_row.status;
  update public.merchant_penalties
  set status = v_to,
      appeal = case when p_command = 'appeal' then p_note else appeal end,
      appealed_by = case when p_command = 'appeal' then auth.uid() else appealed_by end,
      appealed_at = case when p_command = 'appeal' then now() else appealed_at end,
      answer = case when p_actor = 'ops' then p_note else answer end,
      decided_by = case when p_actor = 'ops' then auth.uid() else decided_by end,
      decided_at = case when p_actor = 'ops' then now() else decided_at end,
      updated_at = now()
  where id = p_penalty_id
  returning * into v_row;
  insert into public.penalty_events (penalty_id, command, from_status, to_status, actor, actor_id, note)
  values (p_penalty_id, p_command, v_from, v_to, p_actor, auth.uid(), p_note);
  return v_row;
end;
$$;
comment on function private.apply_penalty_command(uuid, text, public.actor_role, text) is
  'The only way a penalty changes state: looks the command up in penalty_transitions and writes the event.';

create function private.post_penalty(p_penalty public.merchant_penalties, p_sign int)
returns void
language sql
set search_path = ''
as $$
  select private.post_ledger(
    case p_sign when 1 then 'merchant_penalty' else 'penalty_withdrawn' end,
    case p_sign when 1 then 'penalty:' else 'penalty_withdrawn:' end || p_penalty.id, null, p_penalty.currency, now(),
    jsonb_build_array(
      jsonb_build_object('account', 'merchant_payable', 'owner_id', p_penalty.merchant_id, 'purpose', 'penalty',
        'amount_cents', p_sign * p_penalty.amount_cents),
      jsonb_build_object('account', 'adjustments', 'purpose', 'penalty', 'amount_cents', -p_sign * p_penalty.amount_cents)))
  where p_penalty.kind = 'fine';
$$;
comment on function private.post_penalty(public.merchant_penalties, int) is
  'Takes a fine from what is owed to the merchant (1), or gives it back (-1), once each. Its city is found by the event key.';
