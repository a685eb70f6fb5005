grant execute on function private.can_edit_store_folder(text) to authenticated;

