create function public.place_order(
  p_quote_id uuid, p_idempotency_key text, p_note text default '', p_is_edit_consented boolean default false)
returns jsonb
language plpgsql
security definer -- orders are written by commands only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('place_order', p_idempotency_key, v_user_id, p_quote_id);
  v_quote public.quotes;
  v_order public.orders;
  v_decision public.risk_decision;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- One customer's orders wait for each other: limits and discounts of a customer count every order before.
  perform pg_advisory_xact_lock(hashtextextended('place_order:' || v_user_id, 0));
  select * into v_quote from public.quotes where id = p_quote_id and customer_id = v_user_id for update;
  if not found then
    perform private.raise('order.quote_not_found', 404);
  end if;
  if v_quote.expires_at <= now() then
    perform private.raise('order.quote_expired', 409);
  end if;
  if exists (select 1 from public.orders where quote_id = v_quote.id) then
    perform private.raise('order.quote_used', 409);
  end if;
  if private.is_quote_overtaken(v_quote) then
    perform private.raise('order.quote_expired', 409);
  end if;
  if (select count(*) from public.orders where customer_id = v_user_id and status = 'pending_payment')
    >= coalesce((private.setting('order.max_unpaid') #>> '{}')::int, 10)
  then
    perform private.raise('order.too_many_unpaid', 429);
  end if;
  perform private.check_not_blocked('customer', v_user_id, 'ordering');
  perform private.check_quote_still_good(v_quote);

  v_order := private.write_order(v_quote, p_note, p_is_edit_consented);
  perform private.freeze_commission(v_order.id);
  v_order := private.apply_order_command(v_order.id, 'place', 'customer');
  -- What many orders share is held only from here to the commit: stock, slots, promotions, in this order everywhere.
  perform private.reserve_stock(v_order.id);
  perform private.take_slot(v_order);
  perform private.take_promotions(v_order.id);
  v_decision := private.assess_order(v_order);
  if v_decision = 'block' then
    v_order := private.refuse_risky_order(v_order.id);
  elsif v_decision = 'allow' and v_order.total_cents = 0 then
    v_order := private.apply_order_command(v_order.id, 'pay', 'system');
  end if;
  return private.finish_command('place_order', p_idempotency_key, v_user_id, private.order_answer(v_order));
end;
$$;
comment on function public.place_order(uuid, text, text, boolean) is
  'Turns a quote into an order awaiting payment: checks again, reserves stock and slot, counts promotions, asks the risk rules (an order on hold cannot be paid yet, a refused one is cancelled). p_is_edit_consented: the store may remove or replace what has sold out without asking. A repeat with the same key returns the first answer.';
