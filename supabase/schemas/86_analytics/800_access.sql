grant execute on function public.get_kpis(uuid, uuid, uuid, timestamptz) to authenticated;
