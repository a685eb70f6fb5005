create function public.claim_payouts(p_limit int default 20)
returns table (
  payout_id uuid, out_payout_no text, amount_cents bigint, currency text, party public.settlement_party,
  holder_name text, bank_name text, account_number text, attempt_count int)
language sql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  with due as (
    select p.id
    from public.payouts p
    where p.status = 'processing' and p.method = 'provider' and p.next_attempt_at <= now()
    order by p.next_attempt_at
    limit least(p_limit, 100)
    for update skip locked
  ), claimed as (
    update public.payouts p
    set attempt_count = p.attempt_count + 1,
        next_attempt_at = now() + make_interval(secs => least(3600, 60 * 2 ^ least(p.attempt_count, 10))),
        updated_at = now()
    from due
    where p.id = due.id
    returning p.*
  )
  select c.id, c.out_payout_no, c.amount_cents, c.currency, c.party, a.holder_name, a.bank_name, s.decrypted_secret,
    c.attempt_count
  from claimed c
  join private.payout_accounts a on a.id = c.payout_account_id
  join vault.decrypted_secrets s on s.id = a.account_secret_id;
$$;
comment on function public.claim_payouts(int) is
  'Leases approved payouts that the provider must be asked for; an unanswered one comes again with a growing delay. Asking twice is safe: out_payout_no is unique at the provider. attempt_count is 1 when nobody was asked before.';

create function public.record_payout_event(
  p_out_payout_no text, p_event_id text, p_kind text, p_amount_cents bigint, p_reference text default null,
  p_payload jsonb default '{}')
returns jsonb
language plpgsql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
declare
  v_payout public.payouts;
begin
  select * into v_payout from public.payouts where out_payout_no = p_out_payout_no for update;
  if not found then
    perform private.raise('payout.not_found', 404, jsonb_build_object('out_payout_no', p_out_payout_no));
  end if;
  if exists (select 1 from public.payout_events where provider_event_id = p_event_id)
    or (p_kind = 'paid' and v_payout.status = 'paid') or (p_kind = 'failed' and v_payout.status = 'failed')
  then
    return jsonb_build_object('is_duplicate', true, 'status', v_payout.status);
  end if;
  if p_amount_cents is distinct from v_payout.amount_cents then
    perform private.raise('payment.amount_mismatch', 422,
      jsonb_build_object('expected', v_payout.amount_cents, 'told', p_amount_cents));
  end if;
  case p_kind
    when 'paid' then
      v_payout := private.apply_payout_command(
        v_payout.id, 'mark_paid', 'system', p_payload || jsonb_build_object('reference', p_reference), p_event_id);
    when 'failed' then
      v_payout := private.apply_payout_command(
        v_payout.id, 'fail', 'system', p_payload || jsonb_build_object('reason', coalesce(p_payload ->> 'reason', '')), p_event_id);
    else
      perform private.raise('payment.event_unknown', 422, jsonb_build_object('kind', p_kind));
  end case;
  return jsonb_build_object('is_duplicate', false, 'status', v_payout.status);
end;
$$;
comment on function public.record_payout_event(text, text, text, bigint, text, jsonb) is
  'Takes a verified event of the payout provider: paid or failed. Any number of repeats has one effect. A payout that was taken for failed and is paid after all takes the money from its party again.';
