insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('invoices', 'invoices', false, 5242880, '{application/pdf,image/png,image/jpeg}')
on conflict (id) do nothing;

-- The store's staff, or ops for it, put the file into the store's folder; who sees an invoice sees its file.
create policy linli_insert_invoice on storage.objects for insert to authenticated
  with check (bucket_id = 'invoices' and (
    split_part(name, '/', 1) in (select id::text from private.my_store_ids('{manager,order_clerk}') id)
    or (select private.has_ops_role('finance', 'operations'))));
create policy linli_select_invoice on storage.objects for select to authenticated
  using (bucket_id = 'invoices' and (
    split_part(name, '/', 1) in (select id::text from private.my_store_ids('{manager,order_clerk}') id)
    or exists (select 1 from public.order_invoices i where i.file_path = objects.name)
    or (select private.is_ops())));
