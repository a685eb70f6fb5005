-- Each command answers with the row of merchant_penalties.
create function private.require_penalty_note(p_note text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  if coalesce(length(trim(p_note)), 0) not between 1 and 1000 then
    perform private.raise('penalty.note_required', 422);
  end if;
  return trim(p_note);
end;
$$;

create function public.issue_penalty(
  p_merchant_id uuid, p_kind public.penalty_kind, p_reason_code text, p_note text, p_idempotency_key text,
  p_amount_cents bigint default null, p_store_id uuid default null, p_order_id uuid default null)
returns jsonb
language plpgsql
security definer -- penalties are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('issue_penalty', p_idempotency_key, v_user_id, p_merchant_id);
  v_store_id uuid := p_store_id;
  v_cities uuid[];
  v_row public.merchant_penalties;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if not exists (
    select 1 from public.reason_codes where code = p_reason_code and applies_to = 'merchant_penalty' and is_active)
  then
    perform private.raise('order.reason_unknown', 422, jsonb_build_object('reason_code', p_reason_code));
  end if;
  if p_kind is null or (p_kind = 'fine') is distinct from (p_amount_cents is not null) or p_amount_cents <= 0
    or p_amount_cents > coalesce((private.setting('penalty.maximum_cents') #>> '{}')::bigint, 500000)
  then
    perform private.raise('penalty.amount_invalid', 422);
  end if;
  if p_order_id is not null then
    select o.store_id into v_store_id
    from public.orders o
    where o.id = p_order_id and o.merchant_id = p_merchant_id and o.store_id = coalesce(p_store_id, o.store_id);
    if not found then
      perform private.raise('order.not_found', 404);
    end if;
  end if;
  select array_agg(distinct s.city_id) into v_cities
  from public.stores s where s.merchant_id = p_merchant_id and s.id = coalesce(v_store_id, s.id);
  -- A merchant in several cities is fined in one of them.
  if coalesce(cardinality(v_cities), 0) <> 1 then
    perform private.raise('penalty.store_required', 422);
  end if;
  insert into public.merchant_penalties (
    merchant_id, store_id, order_id, city_id, kind, reason_code, amount_cents, currency, note, issued_by, appeal_due_at)
  select p_merchant_id, v_store_id, p_order_id, c.id, p_kind, p_reason_code, p_amount_cents, c.currency,
    private.require_penalty_note(p_note), v_user_id,
    now() + make_interval(days => coalesce((private.setting('penalty.appeal_days') #>> '{}')::int, 7))
  from public.cities c where c.id = v_cities[1]
  returning * into v_row;
  insert into public.penalty_events (penalty_id, command, from_status, to_status, actor, actor_id, note)
  values (v_row.id, 'issue', 'issued', 'issued', 'ops', v_user_id, v_row.note);
  perform private.post_penalty(v_row, 1);
  perform private.announce_penalty(v_row, 'penalty.issued');
  return private.finish_command('issue_penalty', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.issue_penalty(uuid, public.penalty_kind, text, text, text, bigint, uuid, uuid) is
  'Ops warn or fine a merchant, perhaps for one store or order. A fine is posted at once and stands in the next settlement; the merchant may appeal.';

create function public.appeal_penalty(p_penalty_id uuid, p_appeal text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- penalties are written by commands only
set search_path = ''
as $$
declare
  v_row public.merchant_penalties;
  v_user_id uuid := private.require_user();
  v_answer jsonb;
begin
  select * into v_row from public.merchant_penalties where id = p_penalty_id;
  if not found then
    perform private.raise('penalty.not_found', 404);
  end if;
  perform private.require_manager(v_row.merchant_id, v_row.store_id);
  v_answer := private.begin_command('appeal_penalty', p_idempotency_key, v_user_id, p_penalty_id);
  if v_answer is not null then
    return v_answer;
  end if;
  if v_row.appeal_due_at < now() then
    perform private.raise('penalty.appeal_too_late', 409);
  end if;
  return private.finish_command('appeal_penalty', p_idempotency_key, v_user_id,
    to_jsonb(private.apply_penalty_command(p_penalty_id, 'appeal', 'merchant', private.require_penalty_note(p_appeal))));
end;
$$;
comment on function public.appeal_penalty(uuid, text, text) is 'A manager says why a penalty is wrong; once, within some days.';

create function public.uphold_penalty(p_penalty_id uuid, p_answer text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- penalties are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('uphold_penalty', p_idempotency_key, v_user_id, p_penalty_id);
  v_row public.merchant_penalties;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_row := private.apply_penalty_command(p_penalty_id, 'uphold', 'ops', private.require_penalty_note(p_answer));
  perform private.announce_penalty(v_row, 'penalty.decided');
  return private.finish_command('uphold_penalty', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.uphold_penalty(uuid, text, text) is 'Ops do not follow an appeal and say why.';

create function public.withdraw_penalty(p_penalty_id uuid, p_answer text, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- penalties are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('withdraw_penalty', p_idempotency_key, v_user_id, p_penalty_id);
  v_row public.merchant_penalties;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  v_row := private.apply_penalty_command(p_penalty_id, 'withdraw', 'ops', private.require_penalty_note(p_answer));
  perform private.post_penalty(v_row, -1);
  perform private.announce_penalty(v_row, 'penalty.decided');
  return private.finish_command('withdraw_penalty', p_idempotency_key, v_user_id, to_jsonb(v_row));
end;
$$;
comment on function public.withdraw_penalty(uuid, text, text) is 'Ops take a penalty back and say why; a fine is given back with the next settlement.';
