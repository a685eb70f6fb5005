create function private.forget_working_rows()
returns void
language sql
set search_path = ''
as $$
  delete from private.idempotency_keys where created_at < now() - interval '7 days';
  delete from private.slot_counts where starts_at < now() - interval '7 days';
  delete from public.dispatch_ticks where created_at < now() - interval '14 days';
$$;

create function private.forget_messages()
returns void
language sql
set search_path = ''
as $$
  -- What could not be sent for a month is nobody's news any more.
  delete from private.outbox_messages where created_at < now() - interval '30 days';
  delete from private.delivered_messages where created_at < now() - interval '30 days';
  delete from public.notifications where created_at < now() - interval '180 days';
  delete from public.workflow_failures where created_at < now() - interval '90 days';
$$;

create function private.forget_job_runs()
returns void
language sql
set search_path = ''
as $$
  delete from cron.job_run_details where start_time < now() - interval '7 days';
$$;

create function private.forget_quotes()
returns void
language sql
set search_path = ''
as $$
  delete from public.quotes q
  where q.expires_at < now() - interval '7 days' and not exists (select 1 from public.orders o where o.quote_id = q.id);
$$;

create function private.forget_large_travel_cache(p_max_rows bigint default 5000000)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if (select count(*) from (select 1 from private.travel_cache limit p_max_rows + 1) c) > p_max_rows then
    truncate private.travel_cache;
  end if;
end;
$$;
comment on function private.forget_large_travel_cache(bigint) is
  'Starts the cache of travel times anew when it has grown too large; it fills again by itself.';

create function private.run_day()
returns void
language plpgsql
security definer -- runs as the job's owner
set search_path = ''
as $$
begin
  perform private.run_step('forget_working_rows');
  perform private.run_step('forget_messages');
  perform private.run_step('forget_job_runs');
  perform private.run_step('flag_expiring_licenses');
  perform private.run_step('forget_audit_log');
  perform private.run_step('forget_quotes');
  perform private.run_step('forget_risk_traces');
  perform private.run_step('forget_large_travel_cache');
end;
$$;
comment on function private.run_day() is
  'Forgets what nobody needs any more. Members and the ledger have jobs of their own: they lock what deliveries need.';
