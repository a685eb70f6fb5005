create policy linli_insert_after_sale on storage.objects for insert to authenticated
  with check (bucket_id = 'after-sale' and split_part(name, '/', 1) = (select auth.uid())::text);
create policy linli_select_after_sale on storage.objects for select to authenticated
  using (bucket_id = 'after-sale' and (
    split_part(name, '/', 1) = (select auth.uid())::text
    or exists (select 1 from public.refund_requests r where r.photos @> array[objects.name])
    or exists (select 1 from public.ticket_messages m where m.attachments @> array[objects.name])));
