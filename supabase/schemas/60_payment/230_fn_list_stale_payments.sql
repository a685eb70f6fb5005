create function public.list_stale_payments(p_limit int default 50)
returns table (
  kind text, payment_id uuid, provider public.payment_provider, out_trade_no text, out_refund_no text,
  amount_cents bigint, created_at timestamptz, is_given_up boolean)
language sql
stable
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  (select 'payment', p.id, p.provider, p.out_trade_no, null::text, p.amount_cents, p.created_at, p.status = 'voided'
   from public.payments p
   where (p.status = 'pending' and p.created_at between now() - interval '2 hours' and now() - interval '30 seconds')
     -- A charge that we gave up may still have been paid in the last minute.
     or (p.status = 'voided' and p.updated_at > now() - interval '30 minutes')
   order by p.created_at
   limit least(p_limit, 200))
  union all
  (select 'refund', p.id, p.provider, p.out_trade_no, r.out_refund_no, r.amount_cents, r.created_at, false
   from public.refund_requests r
   join public.payments p on p.id = r.payment_id
   where r.status = 'refunding' and r.attempt_count > 0 and r.updated_at < now() - interval '30 seconds'
   order by r.created_at
   limit least(p_limit, 200));
$$;
comment on function public.list_stale_payments(int) is
  'Charges and refunds whose outcome the provider should be asked for because no event came; a charge that is_given_up should be closed there.';


create function private.end_old_payments()
returns int
language plpgsql
set search_path = ''
as $$
declare
  v_payment public.payments;
  v_count int := 0;
begin
  for v_payment in
    select * from public.payments
    where status = 'pending' and created_at < now() - interval '2 hours'
    order by created_at limit 200 for update skip locked
  loop
    perform private.apply_payment_command(
      v_payment.id, 'void', 'void:' || v_payment.id, v_payment.amount_cents, '{}', now());
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.end_old_payments() is
  'Gives up charges and top-ups that list_stale_payments no longer asks for; their providers are told to close them, and what is paid there all the same is taken. Returns how many.';
