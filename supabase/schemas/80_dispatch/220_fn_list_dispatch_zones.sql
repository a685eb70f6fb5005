create function public.list_dispatch_zones()
returns setof uuid
language sql
stable
security definer -- execute is granted to service_role only
set search_path = ''
as $$
  select distinct z.id
  from public.zones z
  join public.deliveries d on d.zone_id = z.id and d.status in ('unassigned', 'offered')
  where z.is_active;
$$;
comment on function public.list_dispatch_zones() is 'Zones in which a delivery waits for a rider.';

