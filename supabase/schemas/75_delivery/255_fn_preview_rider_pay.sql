create function public.preview_rider_pay(p_zone_id uuid, p_distance_meters int, p_at timestamptz, p_mode text default null)
returns jsonb
language plpgsql
stable
security definer -- checks that the caller is ops
set search_path = ''
as $$
declare
  v_zone public.zones;
begin
  perform private.require_ops();
  select * into v_zone from public.zones where id = p_zone_id;
  if not found then
    perform private.raise('dispatch.zone_not_found', 404);
  end if;
  return (
    select jsonb_agg(to_jsonb(l) order by l.kind not in ('base', 'distance'), l.kind, l.rule_id)
    from (
      select * from private.price_rider_pay(v_zone, greatest(0, p_distance_meters), p_at)
      union
      select r.kind, r.label, r.translations, r.id, r.amount_cents
      from public.rider_pay_rules r
      where r.zone_id = p_zone_id and r.is_active and r.kind = 'weather' and r.mode = p_mode
    ) l);
end;
$$;
comment on function public.preview_rider_pay(uuid, int, timestamptz, text) is
  'What a delivery of that length would pay a rider at that time, as if the named incident mode held: [{kind, label, translations, rule_id, amount_cents}]. For ops.';
