-- Whoever hands a licence in uploads it to a folder of their own; ops read all of them.
create policy linli_insert_license on storage.objects for insert to authenticated
  with check (bucket_id = 'licenses' and split_part(name, '/', 1) = (select auth.uid())::text);
create policy linli_select_license on storage.objects for select to authenticated
  using (bucket_id = 'licenses' and (split_part(name, '/', 1) = (select auth.uid())::text or (select private.is_ops())));
