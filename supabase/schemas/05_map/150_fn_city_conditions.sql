create function public.set_city_condition(
  p_city_id uuid, p_condition text, p_ends_at timestamptz, p_starts_at timestamptz default now(), p_source text default 'ops',
  p_travel_factor numeric default 1)
returns jsonb
language plpgsql
security definer -- conditions are written by this function only
set search_path = ''
as $$
declare
  v_row public.city_conditions;
begin
  if (select auth.role()) is distinct from 'service_role' then
    perform private.require_ops_role('operations');
  end if;
  if not exists (select 1 from public.cities where id = p_city_id) then
    perform private.raise('map.city_not_found', 404);
  end if;
  if p_condition is null or p_condition !~ '^[a-z_]{2,30}$' then
    perform private.raise('map.condition_invalid', 422);
  end if;
  if p_travel_factor is null or p_travel_factor not between 0.5 and 4 then
    perform private.raise('map.condition_invalid', 422);
  end if;
  if p_ends_at is null or p_ends_at <= greatest(now(), p_starts_at) then
    delete from public.city_conditions where city_id = p_city_id and condition = p_condition;
    return null;
  end if;
  insert into public.city_conditions as c (city_id, condition, starts_at, ends_at, source, travel_factor)
  values (p_city_id, p_condition, coalesce(p_starts_at, now()), p_ends_at, left(coalesce(p_source, ''), 60), p_travel_factor)
  on conflict (city_id, condition) do update
    set starts_at = excluded.starts_at, ends_at = excluded.ends_at, source = excluded.source,
        travel_factor = excluded.travel_factor
  returning * into v_row;
  return to_jsonb(v_row);
end;
$$;
comment on function public.set_city_condition(uuid, text, timestamptz, timestamptz, text, numeric) is
  'Says until when a condition lies over a city and how much longer rides take meanwhile; an end that is past or null lifts it. For ops and for a weather service.';
