create function private.require_user()
returns uuid
language plpgsql
stable
set search_path = ''
as $$
begin
  if auth.uid() is null then
    perform private.raise('identity.sign_in_required', 401);
  end if;
  return auth.uid();
end;
$$;
comment on function private.require_user() is 'The signed-in user, or identity.sign_in_required.';

