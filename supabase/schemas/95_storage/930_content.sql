create policy linli_insert_content_picture on storage.objects for insert to authenticated
  with check (bucket_id = 'pictures' and name ~ '^content/[^/]+$' and (select private.has_ops_role('operations')));
create policy linli_delete_content_picture on storage.objects for delete to authenticated
  using (bucket_id = 'pictures' and name ~ '^content/[^/]+$' and (select private.has_ops_role('operations')));
create policy linli_select_content_picture on storage.objects for select to authenticated
  using (bucket_id = 'pictures' and name ~ '^content/[^/]+$' and (select private.has_ops_role('operations')));
