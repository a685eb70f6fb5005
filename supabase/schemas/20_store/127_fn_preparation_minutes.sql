create function private.preparation_minutes(p_store public.stores, p_at timestamptz default now())
returns int
language plpgsql -- cheaper to call for each row of a list than a function in SQL, which cannot be inlined here
stable
set search_path = ''
as $$
begin
  return p_store.preparation_minutes + case when p_store.rush_until > p_at then p_store.rush_extra_minutes else 0 end;
end;
$$;
comment on function private.preparation_minutes(public.stores, timestamptz) is 'What the kitchen needs at an instant, with the extra of rush mode.';
