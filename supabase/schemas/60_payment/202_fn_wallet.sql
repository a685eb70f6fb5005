create function private.wallet_balance(p_customer_id uuid, p_currency text)
returns bigint
language sql
stable
set search_path = ''
as $$
  -- The wallet is a credit: what we owe the customer.
  select coalesce(-(
    select private.account_balance(a.id) from public.ledger_accounts a
    where a.kind = 'customer_wallet' and a.owner_id = p_customer_id and a.currency = p_currency), 0)::bigint;
$$;
comment on function private.wallet_balance(uuid, text) is 'What a customer has in the wallet.';

create function private.capture_from_wallet(p_payment_id uuid)
returns public.payments
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_account_id uuid;
begin
  select * into v_payment from public.payments where id = p_payment_id;
  v_account_id := private.ledger_account('customer_wallet', v_payment.customer_id, v_payment.currency);
  -- Payments from one wallet wait for each other here; what comes in need not wait.
  perform 1 from public.ledger_accounts where id = v_account_id for no key update;
  if private.wallet_balance(v_payment.customer_id, v_payment.currency) < v_payment.amount_cents then
    perform private.raise('wallet.balance_low', 409, jsonb_build_object(
      'balance_cents', private.wallet_balance(v_payment.customer_id, v_payment.currency),
      'amount_cents', v_payment.amount_cents));
  end if;
  v_payment := private.apply_payment_command(
    v_payment.id, 'capture', 'wallet:' || v_payment.id, v_payment.amount_cents, '{}', now());
  perform private.post_capture(v_payment);
  perform private.void_pending_payments(v_payment.order_id);
  perform private.apply_order_command(v_payment.order_id, 'pay', 'system');
  return v_payment;
end;
$$;
comment on function private.capture_from_wallet(uuid) is 'Takes an open charge from its customer''s wallet; a wallet is never overdrawn.';

create function public.pay_with_wallet(p_order_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- payments are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('pay_with_wallet', p_idempotency_key, v_user_id, p_order_id);
begin
  if v_answer is not null then
    return v_answer;
  end if;
  return private.finish_command('pay_with_wallet', p_idempotency_key, v_user_id, public.create_payment(p_order_id, 'wallet'));
end;
$$;
comment on function public.pay_with_wallet(uuid, text) is
  'Pays an order from the caller''s wallet at once; answers as create_payment does, with status captured.';

create function public.create_top_up(
  p_amount_cents bigint, p_provider public.payment_provider, p_idempotency_key text, p_currency text default 'CNY')
returns jsonb
language plpgsql
security definer -- payments are written by functions only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_user();
  v_answer jsonb := private.begin_command('create_top_up', p_idempotency_key, v_user_id, null);
  v_payment public.payments;
  v_id uuid := gen_random_uuid();
begin
  if v_answer is not null then
    return v_answer;
  end if;
  if p_provider = 'wallet' or not exists (select 1 from public.cities where currency = p_currency) then
    perform private.raise('wallet.top_up_invalid', 422);
  end if;
  if p_amount_cents is null or p_amount_cents not between
    coalesce((private.setting('wallet.top_up_minimum_cents') #>> '{}')::bigint, 100)
    and coalesce((private.setting('wallet.top_up_maximum_cents') #>> '{}')::bigint, 200000)
  then
    perform private.raise('wallet.top_up_invalid', 422);
  end if;
  if (select count(*) from public.payments where customer_id = v_user_id and purpose = 'top_up' and status = 'pending'
      and created_at > now() - interval '1 hour') >= 5
  then
    perform private.raise('wallet.too_many_top_ups', 429);
  end if;
  insert into public.payments (id, purpose, customer_id, provider, out_trade_no, amount_cents, currency)
  values (v_id, 'top_up', v_user_id, p_provider, 'LW' || left(replace(v_id::text, '-', ''), 30), p_amount_cents, p_currency)
  returning * into v_payment;
  return private.finish_command('create_top_up', p_idempotency_key, v_user_id,
    private.payment_answer(v_payment, v_payment.created_at + private.setting_interval('order.payment_timeout_seconds', 900),
      private.setting('wallet.description') #>> '{}'));
end;
$$;
comment on function public.create_top_up(bigint, public.payment_provider, text, text) is
  'An open charge that fills the caller''s wallet once it is paid; answers as create_payment does, without an order.';

create function public.get_wallet(p_currency text default 'CNY', p_before_id bigint default null, p_limit int default 30)
returns jsonb
language sql
stable
security definer -- the ledger is closed to customers; answers the caller's own wallet only
set search_path = ''
as $$
  select jsonb_build_object(
    'currency', p_currency,
    'balance_cents', private.wallet_balance(private.require_user(), p_currency),
    'entries', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', x.id, 'kind', x.kind, 'event_at', x.event_at, 'order_id', x.order_id, 'order_number', x.number,
        'amount_cents', x.amount_cents) order by x.id desc), '[]')
      from (
        select e.id, t.kind, t.event_at, t.order_id, o.number, -e.amount_cents as amount_cents
        from public.ledger_entries e
        join public.ledger_transactions t on t.id = e.transaction_id
        left join public.orders o on o.id = t.order_id
        where e.account_id = (
            select a.id from public.ledger_accounts a
            where a.kind = 'customer_wallet' and a.owner_id = auth.uid() and a.currency = p_currency)
          and (p_before_id is null or e.id < p_before_id)
        order by e.id desc
        limit least(greatest(p_limit, 1), 100)) x));
$$;
comment on function public.get_wallet(text, bigint, int) is
  'The caller''s wallet: {currency, balance_cents, entries: [{id, kind, event_at, order_id, order_number, amount_cents}]}, newest first; positive came in. The next page begins before the last id.';
