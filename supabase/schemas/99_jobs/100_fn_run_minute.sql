create function private.run_minute()
returns void
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
begin
  perform private.run_offer_timeouts();
  perform private.run_stock_day();
  perform private.run_refund_timeouts();
  perform private.refresh_due_listings();
  if exists (select 1 from public.refund_requests where status = 'refunding' and next_attempt_at <= now()) then
    perform private.call_function('payment-refund');
  end if;
  if exists (
    select 1 from public.payouts where status = 'processing' and method = 'provider' and next_attempt_at <= now())
  then
    perform private.call_function('payout');
  end if;
  if exists (select 1 from public.list_stale_payments(1)) then
    perform private.call_function('payment-sync');
  end if;
  -- The function goes on ticking until the next minute's call.
  if exists (select 1 from public.list_dispatch_zones()) then
    perform private.call_function('dispatch-tick', jsonb_build_object('loop_seconds', 55));
  end if;
end;
$$;
comment on function private.run_minute() is 'Everything that waits is looked after at least once a minute.';

create function private.run_day()
returns void
language sql
security definer -- runs as the job's owner
set search_path = ''
as $$
  delete from private.idempotency_keys where created_at < now() - interval '7 days';
  delete from private.outbox_messages where finished_at < now() - interval '30 days';
  delete from private.slot_counts where starts_at < now() - interval '7 days';
  delete from private.delivered_messages where created_at < now() - interval '30 days';
  delete from public.dispatch_ticks where created_at < now() - interval '14 days';
  select private.flag_expiring_licenses();
  select private.run_member_day();
  select private.snapshot_ledger();
  select private.forget_audit_log();
  delete from public.quotes q
  where q.expires_at < now() - interval '7 days' and not exists (select 1 from public.orders o where o.quote_id = q.id);
$$;
comment on function private.run_day() is 'Forgets what nobody needs any more.';

