create function public.set_default_address(p_address_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform private.require_user();
  perform 1 from public.addresses where id = p_address_id and user_id = auth.uid();
  if not found then
    perform private.raise('identity.address_not_found', 404);
  end if;
  update public.addresses set is_default = false where user_id = auth.uid() and is_default and id <> p_address_id;
  update public.addresses set is_default = true where id = p_address_id;
end;
$$;
comment on function public.set_default_address(uuid) is 'Makes one of the caller''s addresses the default, and no other.';

