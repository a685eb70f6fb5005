create function private.take_promotions(p_order_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_row record;
begin
  -- Sorted, so that two orders never wait for each other in a circle.
  for v_row in
    select promotion_id, min(name) as name, sum(amount_cents) as amount_cents
    from public.order_adjustments where order_id = p_order_id
    group by promotion_id
    order by promotion_id
  loop
    update public.promotions
    set used_cents = used_cents - v_row.amount_cents
    where id = v_row.promotion_id and is_active
      and (budget_cents is null or used_cents - v_row.amount_cents <= budget_cents);
    if not found then
      perform private.raise('promotion.used_up', 409,
        jsonb_build_object('promotion_id', v_row.promotion_id, 'name', v_row.name));
    end if;
  end loop;
end;
$$;
comment on function private.take_promotions(uuid) is 'Counts an order''s discounts against the budgets, all or nothing.';
