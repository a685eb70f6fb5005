create function private.check_rate_rule()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_field text;
begin
  v_field := case new.kind
    when 'distance' then case
      when new.from_meters is null or new.from_meters < 0 then 'from_meters'
      when new.to_meters <= new.from_meters then 'to_meters'
      when new.per_km_cents < 0 then 'per_km_cents' end
    when 'amount' then case
      when num_nonnulls(new.free_from_cents, new.below_cents) <> 1 then 'free_from_cents'
      when new.free_from_cents < 0 or (new.free_from_cents is not null and new.amount_cents <> 0) then 'free_from_cents'
      when new.below_cents <= 0 then 'below_cents' end
    when 'zone' then case
      when not exists (
        select 1 from public.zones z
        join public.rate_cards c on c.city_id = z.city_id
        where z.id = new.zone_id and c.id = new.rate_card_id) then 'zone_id' end
    when 'time_window' then case
      when new.starts_at is null then 'starts_at'
      when new.ends_at is null then 'ends_at'
      when new.weekdays is null or cardinality(new.weekdays) = 0 or not new.weekdays <@ '{0,1,2,3,4,5,6}' then 'weekdays' end
    when 'weather' then case when coalesce(new.condition, '') !~ '^[a-z_]{2,30}$' then 'condition' end
    when 'weight' then case
      when new.over_grams is null or new.over_grams < 0 then 'over_grams'
      when new.per_kg_cents < 0 then 'per_kg_cents' end
    else null
  end;
  -- A column of another kind would be read by nobody.
  v_field := coalesce(v_field, case
    when new.kind <> 'distance' and num_nonnulls(new.from_meters, new.to_meters, new.per_km_cents) > 0 then 'from_meters'
    when new.kind <> 'amount' and num_nonnulls(new.free_from_cents, new.below_cents) > 0 then 'free_from_cents'
    when new.kind <> 'zone' and new.zone_id is not null then 'zone_id'
    when new.kind <> 'time_window' and num_nonnulls(new.weekdays, new.starts_at, new.ends_at) > 0 then 'starts_at'
    when new.kind <> 'weather' and new.condition is not null then 'condition'
    when new.kind <> 'weight' and num_nonnulls(new.over_grams, new.per_kg_cents) > 0 then 'over_grams' end);
  if v_field is not null then
    perform private.raise('store.rate_rule_invalid', 422,
      jsonb_build_object('position', new.position, 'kind', new.kind, 'field', v_field));
  end if;
  return new;
end;
$$;
comment on function private.check_rate_rule() is 'A rule has what its kind needs and nothing else.';
