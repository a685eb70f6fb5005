create function private.mask_phone(p_phone text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when length(p_phone) > 7
    then left(p_phone, length(p_phone) - 8) || '****' || right(p_phone, 4)
    else '****' end;
$$;
comment on function private.mask_phone(text) is 'Keeps the last four digits.';

