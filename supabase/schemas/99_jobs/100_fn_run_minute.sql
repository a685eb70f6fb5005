create function private.run_step(p_name text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  execute format('select private.%I()', p_name);
exception when others then
  raise warning 'job step % failed: % (%)', p_name, sqlerrm, sqlstate;
end;
$$;
comment on function private.run_step(text) is 'Runs one private function of a job; when it fails, the steps before and after it still count.';

create function private.call_due_functions()
returns void
language plpgsql
set search_path = ''
as $$
begin
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
end;
$$;
comment on function private.call_due_functions() is 'Wakes the edge functions that ask payment providers, where something waits for them.';

create function private.tick_dispatch()
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- The function goes on ticking until the next minute's call.
  if exists (select 1 from public.list_dispatch_zones()) then
    perform private.call_function('dispatch-tick', jsonb_build_object('loop_seconds', 55));
  end if;
end;
$$;
comment on function private.tick_dispatch() is 'Wakes the dispatcher where a zone has work.';

create function private.run_minute()
returns void
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
begin
  perform private.run_step('run_offer_timeouts');
  perform private.run_step('run_stock_day');
  perform private.run_step('run_refund_timeouts');
  perform private.run_step('end_old_payments');
  perform private.run_step('close_silent_tickets');
  perform private.run_step('refresh_due_listings');
  perform private.run_step('run_risk_sweep');
  perform private.run_step('call_due_functions');
  perform private.run_step('tick_dispatch');
end;
$$;
comment on function private.run_minute() is 'Everything that waits is looked after at least once a minute.';
