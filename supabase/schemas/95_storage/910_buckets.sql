insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values
  ('pictures', 'pictures', true, 5242880, '{image/png,image/jpeg,image/webp,image/avif}'),
  ('after-sale', 'after-sale', false, 5242880, '{image/png,image/jpeg,image/webp}'),
  ('proofs', 'proofs', false, 5242880, '{image/png,image/jpeg,image/webp}'),
  ('licenses', 'licenses', false, 10485760, '{image/png,image/jpeg,image/webp,application/pdf}')
on conflict (id) do nothing;

create policy linli_insert_store_picture on storage.objects for insert to authenticated
  with check (bucket_id = 'pictures' and private.can_edit_store_folder(name));
create policy linli_update_store_picture on storage.objects for update to authenticated
  using (bucket_id = 'pictures' and private.can_edit_store_folder(name))
  with check (bucket_id = 'pictures' and private.can_edit_store_folder(name));
create policy linli_delete_store_picture on storage.objects for delete to authenticated
  using (bucket_id = 'pictures' and private.can_edit_store_folder(name));
create policy linli_select_store_picture on storage.objects for select to authenticated
  using (bucket_id = 'pictures' and private.can_edit_store_folder(name));

