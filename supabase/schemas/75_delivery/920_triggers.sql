create trigger riders_deactivated
after update of is_active on public.riders
for each row when (old.is_active and not new.is_active)
execute function private.rider_deactivated();

create trigger riders_presence
after update of status on public.riders
for each row when (old.status is distinct from new.status)
execute function private.count_presence();

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('proofs', 'proofs', false, 5242880, '{image/png,image/jpeg,image/webp,image/avif}')
on conflict (id) do nothing;
