create function private.queue_print_job(p_order public.orders, p_printer public.store_printers, p_user_id uuid)
returns public.print_jobs
language plpgsql
set search_path = ''
as $$
declare
  v_job public.print_jobs;
begin
  insert into public.print_jobs (store_id, order_id, paper_mm, locale, copy_count, requested_by)
  values (p_order.store_id, p_order.id, p_printer.paper_mm, p_printer.locale, p_printer.copy_count, p_user_id)
  returning * into v_job;
  perform private.broadcast('store:' || p_order.store_id, 'print.queued', jsonb_build_object('print_job_id', v_job.id));
  return v_job;
end;
$$;
comment on function private.queue_print_job(public.orders, public.store_printers, uuid) is 'A new ticket of an order; the agent hears of it on the store''s topic.';

create function private.print_accepted_order()
returns trigger
language plpgsql
security definer -- jobs are written by functions only
set search_path = ''
as $$
declare
  v_printer public.store_printers;
begin
  select * into v_printer from public.store_printers where store_id = new.store_id and is_auto;
  if found then
    perform private.queue_print_job(new, v_printer, null);
  end if;
  return null;
end;
$$;

create function public.print_order(p_order_id uuid, p_idempotency_key text)
returns jsonb
language plpgsql
security definer -- jobs are written by functions only
set search_path = ''
as $$
declare
  v_order public.orders;
  v_user_id uuid;
  v_answer jsonb;
  v_printer public.store_printers;
begin
  select * into v_order from public.orders where id = p_order_id;
  -- A stranger learns nothing about whether the order exists.
  v_user_id := private.require_store_staff(v_order.store_id);
  v_answer := private.begin_command('print_order', p_idempotency_key, v_user_id, p_order_id);
  if v_answer is not null then
    return v_answer;
  end if;
  if v_order.placed_at is null then
    perform private.raise('order.not_found', 404);
  end if;
  select * into v_printer from public.store_printers where store_id = v_order.store_id;
  if not found then
    perform private.raise('print.no_printer', 409);
  end if;
  return private.finish_command('print_order', p_idempotency_key, v_user_id,
    to_jsonb(private.queue_print_job(v_order, v_printer, v_user_id)));
end;
$$;
comment on function public.print_order(uuid, text) is 'Staff print an order''s ticket (again).';

create function public.claim_print_jobs(p_store_id uuid, p_limit int default 5)
returns jsonb
language plpgsql
security definer -- jobs are written by functions only
set search_path = ''
as $$
declare
  v_jobs jsonb;
begin
  perform private.require_store_staff(p_store_id);
  -- Silence of the agent is no print: after five of them somebody has to look.
  update public.print_jobs set status = 'failed', failure = 'no_answer', updated_at = now()
  where store_id = p_store_id and status = 'sent' and next_attempt_at <= now() and attempt_count >= 5;
  with due as (
    select id from public.print_jobs
    where store_id = p_store_id and status in ('queued', 'sent') and next_attempt_at <= now()
    order by created_at, id
    limit least(greatest(coalesce(p_limit, 5), 1), 20)
    for update skip locked
  ), taken as (
    update public.print_jobs j
    set status = 'sent', attempt_count = attempt_count + 1, updated_at = now(),
        next_attempt_at = now() + make_interval(secs => 30 * (attempt_count + 1))
    from due where j.id = due.id
    returning j.*
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', t.id, 'order_id', t.order_id, 'paper_mm', t.paper_mm, 'copy_count', t.copy_count, 'attempt_count', t.attempt_count,
    'content', replace(encode(private.render_ticket(t.order_id, t.paper_mm, t.locale), 'base64'), E'\n', '')) order by t.created_at, t.id), '[]')
  into v_jobs
  from taken t;
  return v_jobs;
end;
$$;
comment on function public.claim_print_jobs(uuid, int) is
  'For a store''s print agent, signed in as staff: takes waiting tickets as [{id, order_id, paper_mm, copy_count, attempt_count, content}], content is ESC/POS in base64. Unacknowledged ones come again after 30 s, 60 s … and fail after the fifth time.';

create function public.finish_print_job(p_print_job_id uuid, p_is_printed boolean, p_failure text default '')
returns jsonb
language plpgsql
security definer -- jobs are written by functions only
set search_path = ''
as $$
declare
  v_job public.print_jobs;
begin
  select * into v_job from public.print_jobs where id = p_print_job_id for update;
  perform private.require_store_staff(v_job.store_id);
  -- The same word twice, or one that comes late, changes nothing.
  if v_job.status in ('queued', 'sent') then
    update public.print_jobs
    set status = case when p_is_printed then 'printed' when attempt_count >= 5 then 'failed' else 'queued' end::public.print_status,
        printed_at = case when p_is_printed then now() end,
        failure = case when p_is_printed then '' else left(coalesce(p_failure, ''), 300) end,
        next_attempt_at = now() + interval '10 seconds', updated_at = now()
    where id = p_print_job_id
    returning * into v_job;
    perform private.broadcast('store:' || v_job.store_id, 'print.' || v_job.status, jsonb_build_object('print_job_id', v_job.id));
  end if;
  return to_jsonb(v_job);
end;
$$;
comment on function public.finish_print_job(uuid, boolean, text) is
  'The print agent says that a ticket is on paper, or why not (out of paper, cover open); then it is tried again, five times in all.';
