create function private.require_manager(p_merchant_id uuid, p_store_id uuid default null)
returns uuid
language plpgsql
stable
security definer -- the answer must not depend on the caller's row rights
set search_path = ''
as $$
begin
  perform private.require_user();
  if not exists (
    select 1 from public.merchant_members m
    where m.merchant_id = p_merchant_id and m.user_id = auth.uid() and m.role = 'manager'
      and (m.store_id is null or m.store_id = p_store_id))
  then
    perform private.raise('store.not_manager', 403);
  end if;
  if p_store_id is not null and not exists (
    select 1 from public.stores s where s.id = p_store_id and s.merchant_id = p_merchant_id)
  then
    perform private.raise('store.not_found', 404);
  end if;
  return auth.uid();
end;
$$;
comment on function private.require_manager(uuid, uuid) is
  'The caller as manager of the merchant, or of the one store; refuses a store of another merchant.';
