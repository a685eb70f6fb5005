create function private.draft_promotion(p_draft jsonb, p_city_id uuid)
returns public.promotions
language plpgsql
stable
set search_path = ''
as $$
declare
  v_saved public.promotions;
  v_promotion public.promotions;
  v_problem text;
begin
  select * into v_saved from public.promotions where id = (p_draft ->> 'id')::uuid;
  if found then
    perform private.require_promotion_editor(v_saved.id);
  end if;
  v_promotion := jsonb_populate_record(v_saved, jsonb_build_object(
      'id', gen_random_uuid(), 'name', '–', 'translations', '{}'::jsonb, 'conditions', true, 'effect', '{}'::jsonb,
      'tiers', '[]'::jsonb, 'windows', '[]'::jsonb, 'excludes', '[]'::jsonb, 'cost_bearer', 'platform',
      'merchant_share_bps', 0, 'priority', 100, 'is_for_enrolled', false, 'is_enrolment_open', false,
      'enrolment_share_bps', 10000, 'starts_at', now(), 'created_at', now(), 'updated_at', now(), 'version', 0)
    || case when v_saved.id is null then '{}' else to_jsonb(v_saved) end || p_draft || jsonb_build_object('city_id', p_city_id, 'status', 'published'));
  if v_promotion.kind is null or not private.tiers_are_valid(v_promotion.kind, v_promotion.tiers) then
    perform private.raise('promotion.tiers_invalid', 422);
  end if;
  v_problem := private.effect_problem(v_promotion.kind, v_promotion.effect);
  if v_problem is not null then
    perform private.raise('promotion.effect_invalid', 422, jsonb_build_object('field', v_problem));
  end if;
  if not private.windows_are_valid(v_promotion.windows) then
    perform private.raise('promotion.windows_invalid', 422);
  end if;
  perform private.check_json_logic(v_promotion.conditions);
  return v_promotion;
end;
$$;
comment on function private.draft_promotion(jsonb, uuid) is
  'A promotion that is not saved yet, or a saved one with changes, as if it were published; refused as saving would refuse it.';

create function public.preview_promotions(
  p_store_id uuid,
  p_items jsonb,
  p_customer_id uuid default null,
  p_at timestamptz default now(),
  p_draft jsonb default null,
  p_fulfillment_type public.fulfillment_type default 'delivery',
  p_delivery_fee_cents bigint default 0,
  p_choice jsonb default '{}')
returns jsonb
language plpgsql
stable
security definer -- evaluates promotions, whose counters are private
set search_path = ''
as $$
declare
  v_store public.stores;
  v_lines jsonb;
begin
  select * into v_store from public.stores where id = p_store_id;
  -- What a customer has bought is nothing that a store may ask for.
  if not private.is_ops() then
    perform private.require_store_staff(p_store_id, '{manager}');
    if p_customer_id is not null then
      perform private.raise('identity.not_allowed', 403);
    end if;
  end if;
  if v_store.id is null then
    perform private.raise('store.not_found', 404);
  end if;
  v_lines := private.price_lines(p_store_id, p_items, p_fulfillment_type, p_at);
  return private.evaluate_promotions(
      v_store, p_customer_id, v_lines, p_delivery_fee_cents, p_fulfillment_type, p_at, coalesce(p_choice, '{}'), true,
      case when p_draft is not null then private.draft_promotion(p_draft, v_store.city_id) end)
    || jsonb_build_object('lines', v_lines, 'data', private.promotion_data(
      v_store, p_customer_id, v_lines, p_delivery_fee_cents, p_fulfillment_type, p_at));
end;
$$;
comment on function public.preview_promotions(
  uuid, jsonb, uuid, timestamptz, jsonb, public.fulfillment_type, bigint, jsonb) is
  'Dry run of a cart at a store and time, for ops and its manager: {lines, adjustments, explanations, discount_cents, data}; data is what conditions read; explanations name of each promotion, and of the draft, the reason why it does not apply. Only ops may name a customer.';
