alter table public.store_printers enable row level security;
alter table public.print_jobs enable row level security;

grant select on public.store_printers, public.print_jobs to authenticated, service_role;
grant insert (store_id, paper_mm, locale, is_auto, copy_count), update (paper_mm, locale, is_auto, copy_count), delete
  on public.store_printers to authenticated;

create policy select_staff on public.store_printers for select to authenticated
  using (store_id in (select private.my_store_ids()) or (select private.is_ops()));
create policy insert_manager on public.store_printers for insert to authenticated
  with check (store_id in (select private.my_store_ids('{manager}')));
create policy update_manager on public.store_printers for update to authenticated
  using (store_id in (select private.my_store_ids('{manager}')))
  with check (store_id in (select private.my_store_ids('{manager}')));
create policy delete_manager on public.store_printers for delete to authenticated
  using (store_id in (select private.my_store_ids('{manager}')));
create policy select_staff on public.print_jobs for select to authenticated
  using (store_id in (select private.my_store_ids()) or (select private.is_ops()));

grant execute on function
  public.print_order(uuid, text),
  public.claim_print_jobs(uuid, int),
  public.finish_print_job(uuid, boolean, text)
  to authenticated;
