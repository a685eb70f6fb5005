create function public.urge_order(p_order_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- orders change by commands only
set search_path = ''
as $$
declare
  v_order public.orders := private.hold_own_order(p_order_id);
  v_answer jsonb := private.begin_command('urge', p_idempotency_key, auth.uid(), p_order_id);
  v_again_at timestamptz := v_order.urged_at + private.setting_interval('order.urge_interval_seconds', 300);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if v_again_at > now() then
    perform private.raise('order.urged_too_often', 429, jsonb_build_object('again_at', v_again_at));
  end if;
  update public.orders set urge_count = urge_count + 1, urged_at = now() where id = p_order_id;
  v_order := private.apply_order_command(p_order_id, 'urge', 'customer');
  return private.finish_command('urge', p_idempotency_key, auth.uid(), private.order_answer(v_order));
end;
$$;
comment on function public.urge_order(uuid, text) is 'Customer asks store and rider to hurry, once in a while.';
