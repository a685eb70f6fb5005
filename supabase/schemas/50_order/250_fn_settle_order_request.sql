create function private.open_order_request(
  p_order public.orders, p_kind public.order_request_kind, p_actor public.actor_role, p_detail jsonb, p_reason_code text default null)
returns public.order_requests
language plpgsql
set search_path = ''
as $$
declare
  v_request public.order_requests;
begin
  if exists (select 1 from public.order_requests where order_id = p_order.id and status = 'open') then
    perform private.raise('order.request_open', 409);
  end if;
  insert into public.order_requests (order_id, kind, asked_by, asked_by_id, detail, reason_code, due_at)
  values (p_order.id, p_kind, p_actor, auth.uid(), p_detail, p_reason_code,
    now() + private.setting_interval('order.request_timeout_seconds', 600))
  returning * into v_request;
  perform private.announce_order(p_order, p_order.status);
  perform private.notify_order(p_order, 'ask_' || p_kind);
  return v_request;
end;
$$;
comment on function private.open_order_request(public.orders, public.order_request_kind, public.actor_role, jsonb, text) is
  'Asks the other side; one question at a time. The caller holds the order.';

create function private.settle_order_request(p_request_id uuid, p_is_accepted boolean, p_actor public.actor_role)
returns public.orders
language plpgsql
set search_path = ''
as $$
declare
  v_request public.order_requests;
  v_order public.orders;
begin
  select * into v_request from public.order_requests where id = p_request_id for update;
  if v_request.status <> 'open' then
    perform private.raise('order.request_closed', 409, jsonb_build_object('status', v_request.status));
  end if;
  update public.order_requests
  set status = case
        when p_is_accepted then 'accepted'
        when p_actor = 'system' then 'expired'
        else 'declined' end::public.order_request_status,
      answered_at = now(), answered_by_id = auth.uid()
  where id = p_request_id;
  if p_is_accepted then
    case v_request.kind
      when 'cancel' then
        v_order := private.apply_order_command(v_request.order_id, 'agree_cancel', p_actor, v_request.reason_code);
        perform private.close_order(v_order);
      when 'slot' then
        perform private.reschedule_order(v_request.order_id, (v_request.detail ->> 'starts_at')::timestamptz);
      when 'edit' then
        perform private.edit_order(v_request.order_id, v_request.detail -> 'lines');
        if (select total_cents from public.orders where id = v_request.order_id)
          is distinct from (v_request.detail ->> 'total_cents')::bigint
        then
          perform private.raise('order.edit_changed', 409);
        end if;
    end case;
  else
    select * into v_order from public.orders where id = v_request.order_id;
    perform private.announce_order(v_order, v_order.status);
    perform private.notify_order(v_order, 'declined_' || v_request.kind);
  end if;
  select * into v_order from public.orders where id = v_request.order_id;
  return v_order;
end;
$$;
comment on function private.settle_order_request(uuid, boolean, public.actor_role) is
  'Ends a request and does what was agreed. The caller holds the order and has checked who answers.';
