create function private.check_order_reason(p_reason_code text, p_command text, p_actor public.actor_role)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if not exists (
    select 1 from public.reason_codes r
    where r.code = p_reason_code and (r.is_active or p_actor = 'system')
      and r.applies_to = case p_command when 'reject' then 'order_reject' else 'order_cancel' end
      -- Ops may name any reason, and who agrees to a cancellation repeats the customer's; everyone else their own.
      and (r.actor = p_actor or p_actor = 'ops' or (p_command = 'agree_cancel' and r.actor = 'customer')))
  then
    perform private.raise('order.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;
end;
$$;
comment on function private.check_order_reason(text, text, public.actor_role) is 'Refuses a reason that the actor cannot give for the command.';
