create function private.apply_voucher_command(
  p_voucher_id uuid, p_command text, p_actor public.actor_role, p_detail jsonb default '{}')
returns public.vouchers
language plpgsql
set search_path = ''
as $$
declare
  v_voucher public.vouchers;
  v_from public.voucher_status;
  v_to public.voucher_status;
begin
  select * into v_voucher from public.vouchers where id = p_voucher_id for update;
  if not found then
    perform private.raise('voucher.not_found', 404);
  end if;
  select to_status into v_to
  from public.voucher_transitions
  where from_status = v_voucher.status and command = p_command and actor = p_actor;
  if not found then
    perform private.raise('voucher.transition_refused', 409,
      jsonb_build_object('status', v_voucher.status, 'command', p_command, 'actor', p_actor));
  end if;
  v_from := v_voucher.status;
  update public.vouchers
  set status = v_to,
      redeemed_at = case when v_to = 'redeemed' then now() else redeemed_at end,
      redeemed_by_id = case when v_to = 'redeemed' then auth.uid() else redeemed_by_id end,
      updated_at = now()
  where id = p_voucher_id
  returning * into v_voucher;
  insert into public.voucher_events (voucher_id, command, from_status, to_status, actor, actor_id, detail)
  values (p_voucher_id, p_command, v_from, v_to, p_actor, auth.uid(), p_detail);
  return v_voucher;
end;
$$;
comment on function private.apply_voucher_command(uuid, text, public.actor_role, jsonb) is
  'The only way a voucher changes state: looks the command up in voucher_transitions and writes the event.';
