create function private.run_promotion_command(p_promotion_id uuid, p_command text, p_idempotency_key text)
returns jsonb
language plpgsql
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb;
  v_promotion public.promotions;
  v_to public.promotion_status;
begin
  perform private.require_promotion_editor(p_promotion_id);
  select * into v_promotion from public.promotions where id = p_promotion_id for no key update;
  v_answer := private.begin_command(p_command || '_promotion', p_idempotency_key, v_user_id, p_promotion_id);
  if v_answer is not null then
    return v_answer;
  end if;
  v_to := (case
    when p_command = 'publish' and v_promotion.status in ('draft', 'paused') then 'published'
    when p_command = 'pause' and v_promotion.status = 'published' then 'paused'
    when p_command = 'end' and v_promotion.status in ('published', 'paused') then 'ended'
  end)::public.promotion_status;
  if v_to is null then
    perform private.raise('promotion.transition_refused', 409,
      jsonb_build_object('status', v_promotion.status, 'command', p_command));
  end if;
  if v_to = 'published' and v_promotion.ends_at <= now() then
    perform private.raise('promotion.over', 409);
  end if;
  update public.promotions set status = v_to where id = p_promotion_id returning * into v_promotion;
  return private.finish_command(p_command || '_promotion', p_idempotency_key, v_user_id,
    jsonb_build_object('id', v_promotion.id, 'status', v_promotion.status, 'version', v_promotion.version));
end;
$$;
comment on function private.run_promotion_command(uuid, text, text) is
  'draft, paused → publish → published → pause → paused; end ends both. By ops, or by a manager of the store that pays.';

create function public.publish_promotion(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- the state changes by commands only
set search_path = ''
as $$
  select private.run_promotion_command(p_promotion_id, 'publish', p_idempotency_key);
$$;
comment on function public.publish_promotion(uuid, text) is 'A draft or paused promotion runs from now, within its schedule. Answers {id, status, version}.';

create function public.pause_promotion(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- the state changes by commands only
set search_path = ''
as $$
  select private.run_promotion_command(p_promotion_id, 'pause', p_idempotency_key);
$$;
comment on function public.pause_promotion(uuid, text) is 'New orders do not get it; it can be published again. Answers {id, status, version}.';

create function public.end_promotion(p_promotion_id uuid, p_idempotency_key text)
returns jsonb
language sql
security definer -- the state changes by commands only
set search_path = ''
as $$
  select private.run_promotion_command(p_promotion_id, 'end', p_idempotency_key);
$$;
comment on function public.end_promotion(uuid, text) is 'Over for good; coupons already in wallets stay usable until they expire. Answers {id, status, version}.';
