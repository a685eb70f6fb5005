create function public.preview_rate_card(
  p_store_id uuid, p_lon double precision, p_lat double precision, p_goods_cents bigint default 0, p_weight_grams int default 0,
  p_at timestamptz default now(), p_rules jsonb default null, p_reach_meters int default null)
returns jsonb
language plpgsql
security definer -- a draft is written and taken back again: only its price is left
set search_path = ''
as $$
declare
  v_store public.stores;
  v_card public.rate_cards;
  v_answer jsonb;
begin
  perform private.require_ops();
  select * into v_store from public.stores where id = p_store_id;
  if not found then
    perform private.raise('store.not_found', 404);
  end if;
  begin
    if p_rules is not null then
      -- As the store's own newest card, so that it counts before every other and nothing else is touched.
      insert into public.rate_cards (city_id, store_id, version, currency, reach_meters, starts_at)
      select v_store.city_id, v_store.id, coalesce(max(r.version), 0) + 1, (select c.currency from public.cities c where c.id = v_store.city_id),
        coalesce(p_reach_meters, 50000), p_at - interval '1 second'
      from public.rate_cards r where r.city_id = v_store.city_id and r.store_id = v_store.id;
      select * into v_card from public.rate_cards r
      where r.city_id = v_store.city_id and r.store_id = v_store.id order by r.version desc limit 1;
      perform private.write_rate_rules(v_card.id, p_rules);
    else
      v_card := private.find_rate_card(v_store, p_at);
    end if;
    v_answer := private.price_delivery(v_store, p_lon, p_lat, p_goods_cents, p_weight_grams, p_at);
    v_answer := v_answer || jsonb_build_object(
      'reach_meters', v_card.reach_meters,
      'is_in_reach', (v_answer ->> 'distance_meters')::int <= v_card.reach_meters,
      'rules', (
        select coalesce(jsonb_agg(jsonb_build_object('position', r.position, 'kind', r.kind, 'label', r.label,
          'translations', r.translations, 'amount_cents', coalesce(l.amount_cents, 0)) order by r.position), '[]')
        from public.rate_card_rules r
        left join jsonb_to_recordset(v_answer -> 'lines') as l (rule_id uuid, amount_cents bigint) on l.rule_id = r.id
        where r.rate_card_id = v_card.id));
    raise exception using errcode = 'LN002';
  exception
    when sqlstate 'LN002' then null;
  end;
  return v_answer - 'lines' - case when p_rules is null then '' else 'rate_card_id' end;
end;
$$;
comment on function public.preview_rate_card(uuid, double precision, double precision, bigint, int, timestamptz, jsonb, int) is
  'Dry run of a delivery fee from a store to a place, by the card that counts or by rules that are not saved: {rate_card_id, distance_meters, reach_meters, is_in_reach, fee_cents, rules: [{position, kind, label, translations, amount_cents}]}. Rules are checked as saving would. For ops.';
