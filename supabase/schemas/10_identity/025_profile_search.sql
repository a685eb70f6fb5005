-- The operator's list of customers: newest first, and found by a part of the name.
create index profiles_created_at on public.profiles (created_at desc, id desc);
create index profiles_name_trgm on public.profiles using gin (display_name extensions.gin_trgm_ops);
