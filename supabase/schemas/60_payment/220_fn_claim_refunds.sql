create function public.claim_refunds(p_limit int default 20)
returns table (
  refund_id uuid, payment_id uuid, provider public.payment_provider, out_trade_no text, out_refund_no text,
  amount_cents bigint, total_cents bigint, currency text, reason text)
language sql
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  with due as (
    select r.id
    from public.refund_requests r
    where r.status = 'refunding' and r.next_attempt_at <= now()
    order by r.next_attempt_at
    limit least(p_limit, 100)
    for update skip locked
  ), claimed as (
    update public.refund_requests r
    set attempt_count = r.attempt_count + 1,
        next_attempt_at = now() + make_interval(secs => least(3600, 30 * 2 ^ least(r.attempt_count, 10))),
        updated_at = now()
    from due
    where r.id = due.id
    returning r.*
  )
  select c.id, p.id, p.provider, p.out_trade_no, c.out_refund_no, c.amount_cents, p.amount_cents, p.currency, c.reason
  from claimed c
  join public.payments p on p.id = c.payment_id;
$$;
comment on function public.claim_refunds(int) is
  'Leases refunds that the provider must be asked for; an unconfirmed one comes again with a growing delay. Asking twice is safe: out_refund_no is unique at the provider.';

