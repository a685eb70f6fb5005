create function private.write_rate_rules(p_rate_card_id uuid, p_rules jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if jsonb_typeof(p_rules) is distinct from 'array' or jsonb_array_length(p_rules) not between 1 and 50 then
    perform private.raise('store.rate_card_invalid', 422, '{"field": "rules"}');
  end if;
  begin
    insert into public.rate_card_rules (rate_card_id, position, kind, label, translations, amount_cents, from_meters, to_meters,
      per_km_cents, free_from_cents, below_cents, zone_id, weekdays, starts_at, ends_at, condition, over_grams, per_kg_cents)
    select p_rate_card_id, l.line, r.kind, coalesce(r.label, n.name ->> 'label'),
      coalesce(r.translations, case when r.label is null then n.name -> 'translations' end, '{}'), coalesce(r.amount_cents, 0),
      r.from_meters, r.to_meters, r.per_km_cents, r.free_from_cents, r.below_cents, r.zone_id, r.weekdays, r.starts_at, r.ends_at,
      r.condition, r.over_grams, r.per_kg_cents
    from jsonb_array_elements(p_rules) with ordinality as l (rule, line)
    cross join lateral jsonb_populate_record(null::public.rate_card_rules, l.rule) as r
    cross join lateral private.rate_rule_name(r.kind) as n (name);
  exception
    when data_exception or check_violation or not_null_violation then
      perform private.raise('store.rate_rule_invalid', 422, jsonb_build_object('message', sqlerrm));
  end;
end;
$$;
comment on function private.write_rate_rules(uuid, jsonb) is 'The rules of a new card, in order, as objects of rate_card_rules'' columns; store.rate_rule_invalid names position and field.';

create function public.save_rate_card(
  p_city_id uuid,
  p_reach_meters int,
  p_rules jsonb,
  p_idempotency_key text,
  p_zone_id uuid default null,
  p_store_id uuid default null,
  p_name text default '',
  p_starts_at timestamptz default now(),
  p_ends_at timestamptz default null)
returns jsonb
language plpgsql
security definer -- cards and rules are written by this function only
set search_path = ''
as $$
declare
  v_user_id uuid := private.require_ops_role('operations');
  v_answer jsonb := private.begin_command('save_rate_card', p_idempotency_key, v_user_id, p_city_id);
  v_city public.cities;
  v_card public.rate_cards;
begin
  if v_answer is not null then
    return v_answer;
  end if;
  -- Versions of a city are numbered one at a time.
  select * into v_city from public.cities where id = p_city_id for update;
  if not found then
    perform private.raise('map.city_not_found', 404);
  end if;
  if num_nonnulls(p_zone_id, p_store_id) > 1
    or (p_zone_id is not null and not exists (select 1 from public.zones where id = p_zone_id and city_id = p_city_id))
    or (p_store_id is not null and not exists (select 1 from public.stores where id = p_store_id and city_id = p_city_id))
    or p_reach_meters is null or p_reach_meters not between 1 and 50000
    or p_ends_at <= coalesce(p_starts_at, now())
  then
    perform private.raise('store.rate_card_invalid', 422);
  end if;
  insert into public.rate_cards (city_id, zone_id, store_id, version, name, currency, reach_meters, starts_at, ends_at, created_by)
  select p_city_id, p_zone_id, p_store_id, coalesce(max(c.version), 0) + 1, left(coalesce(p_name, ''), 60), v_city.currency,
    p_reach_meters, coalesce(p_starts_at, now()), p_ends_at, v_user_id
  from public.rate_cards c
  where c.city_id = p_city_id and c.zone_id is not distinct from p_zone_id and c.store_id is not distinct from p_store_id
  returning * into v_card;
  perform private.write_rate_rules(v_card.id, p_rules);
  return private.finish_command('save_rate_card', p_idempotency_key, v_user_id, private.rate_card_view(v_card));
end;
$$;
comment on function public.save_rate_card(uuid, int, jsonb, text, uuid, uuid, text, timestamptz, timestamptz) is
  'The next version of a city''s, a zone''s or a store''s card, with its rules in order as objects of rate_card_rules'' columns. One with an end gives way to the version before.';

create function private.rate_card_view(p_card public.rate_cards)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select to_jsonb(p_card) || jsonb_build_object('rules', (
    select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(r)) - 'rate_card_id' order by r.position), '[]')
    from public.rate_card_rules r where r.rate_card_id = p_card.id));
$$;

create function public.end_rate_card(p_rate_card_id uuid)
returns jsonb
language plpgsql
security definer -- cards and rules are written by functions only
set search_path = ''
as $$
declare
  v_card public.rate_cards;
begin
  perform private.require_ops_role('operations');
  select * into v_card from public.rate_cards where id = p_rate_card_id for update;
  if not found then
    perform private.raise('store.rate_card_not_found', 404);
  end if;
  if v_card.starts_at >= now() then
    -- It has priced nothing yet.
    delete from public.rate_cards where id = p_rate_card_id;
  elsif v_card.ends_at is null or v_card.ends_at > now() then
    update public.rate_cards set ends_at = now() where id = p_rate_card_id returning * into v_card;
  end if;
  return private.rate_card_view(v_card);
end;
$$;
comment on function public.end_rate_card(uuid) is 'Ends a card now; the version or the scope before it counts again. A card that has not begun is removed.';
