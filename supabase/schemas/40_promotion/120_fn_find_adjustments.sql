create function private.find_adjustments(p_store public.stores, p_subtotal_cents bigint, p_delivery_fee_cents bigint)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_left_goods bigint := p_subtotal_cents;
  v_left_fee bigint := p_delivery_fee_cents;
  v_result jsonb := jsonb_build_array();
  v_row record;
  v_amount bigint;
begin
  -- One promotion of each kind: the best for the customer, earlier priority first among equals.
  for v_row in
    select distinct on (p.kind) p.id, p.kind, p.name, p.translations, p.cost_bearer, best.discount_cents,
      p.budget_cents - p.used_cents as budget_left
    from public.promotions p
    cross join lateral (
      select max((t ->> 'discount_cents')::bigint) as discount_cents
      from jsonb_array_elements(p.tiers) t
      where (t ->> 'min_cents')::bigint <= p_subtotal_cents
    ) best
    where private.promotion_is_live(p)
      and p.city_id = p_store.city_id
      and (p.store_id is null or p.store_id = p_store.id)
      and best.discount_cents is not null
      and (p.budget_cents is null or p.budget_cents - p.used_cents >= best.discount_cents)
    order by p.kind, best.discount_cents desc, p.priority, p.id
  loop
    if v_row.kind = 'spend_and_save' then
      v_amount := least(v_row.discount_cents, v_left_goods);
      v_left_goods := v_left_goods - v_amount;
    else
      v_amount := least(v_row.discount_cents, v_left_fee);
      v_left_fee := v_left_fee - v_amount;
    end if;
    if v_amount > 0 then
      v_result := v_result || jsonb_build_array(jsonb_build_object(
        'promotion_id', v_row.id, 'kind', v_row.kind, 'name', v_row.name, 'translations', v_row.translations,
        'cost_bearer', v_row.cost_bearer, 'amount_cents', -v_amount));
    end if;
  end loop;
  return v_result;
end;
$$;
comment on function private.find_adjustments(public.stores, bigint, bigint) is
  'Discounts that apply to goods and delivery fee, as adjustments with negative amounts; never more than what they discount.';

