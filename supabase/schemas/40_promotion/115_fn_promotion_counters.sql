create function private.spread_promotion_caps(p_promotion_id uuid, p_budget_cents bigint, p_usage_cap int)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_left_cents bigint;
  v_left_count bigint;
begin
  insert into private.promotion_counters (promotion_id, shard)
  select p_promotion_id, n from generate_series(0, 15) n
  on conflict do nothing;
  perform 1 from private.promotion_counters where promotion_id = p_promotion_id order by shard for update;
  select p_budget_cents - sum(used_cents), p_usage_cap - sum(used_count) into v_left_cents, v_left_count
  from private.promotion_counters where promotion_id = p_promotion_id;
  if least(v_left_cents, v_left_count) < 0 then
    perform private.raise('promotion.cap_below_used', 409);
  end if;
  update private.promotion_counters
  set quota_cents = used_cents + v_left_cents / 16 + (shard < v_left_cents % 16)::int,
      quota_count = used_count + v_left_count / 16 + (shard < v_left_count % 16)::int
  where promotion_id = p_promotion_id;
end;
$$;
comment on function private.spread_promotion_caps(uuid, bigint, int) is
  'Spreads what is left of a budget and a usage cap evenly over the counters; null caps take the quotas away. Locks all of them.';

create function private.spread_changed_caps()
returns trigger
language plpgsql
security definer -- counters are private
set search_path = ''
as $$
begin
  if new.budget_cents is not null or new.usage_cap is not null or tg_op = 'UPDATE' then
    perform private.spread_promotion_caps(new.id, new.budget_cents, new.usage_cap);
  end if;
  return null;
end;
$$;

create function private.sync_flash_stock()
returns trigger
language plpgsql
security definer -- flash stock is private
set search_path = ''
as $$
declare
  v_row record;
begin
  for v_row in
    select (i ->> 'product_id')::uuid as product_id, (i ->> 'stock_count')::int as stock_count
    from jsonb_array_elements(new.effect -> 'items') i order by 1
  loop
    begin
      insert into private.flash_stock as s (promotion_id, product_id, stock_count)
      values (new.id, v_row.product_id, v_row.stock_count)
      on conflict (promotion_id, product_id) do update set stock_count = excluded.stock_count;
    exception
      when check_violation then
        perform private.raise('promotion.cap_below_used', 409);
      when foreign_key_violation then
        perform private.raise('promotion.effect_invalid', 422, jsonb_build_object('field', 'items'));
    end;
  end loop;
  return null;
end;
$$;

create function private.promotion_left(p_promotion_id uuid, out cents bigint, out uses bigint)
language plpgsql
stable
set search_path = ''
as $$
begin
  select sum(c.quota_cents - c.used_cents), sum(c.quota_count - c.used_count) into cents, uses
  from private.promotion_counters c where c.promotion_id = p_promotion_id;
end;
$$;
comment on function private.promotion_left(uuid) is 'What is left of the caps; null without a cap.';

create function private.count_promotion_use(p_promotion_id uuid, p_amount_cents bigint, p_count int)
returns smallint
language plpgsql
set search_path = ''
as $$
declare
  v_shard smallint := pg_backend_pid() % 16;
  v_left record;
  v_counted smallint;
begin
  -- Each connection counts in a row of its own. A subtransaction lets go of the row again when its quota is too small.
  begin
    insert into private.promotion_counters as c (promotion_id, shard, used_cents, used_count)
    values (p_promotion_id, v_shard, p_amount_cents, p_count)
    on conflict (promotion_id, shard) do update
      set used_cents = c.used_cents + excluded.used_cents, used_count = c.used_count + excluded.used_count
      where (c.quota_cents is null or c.used_cents + excluded.used_cents <= c.quota_cents)
        and (c.quota_count is null or c.used_count + excluded.used_count <= c.quota_count)
    returning shard into v_counted;
    if v_counted is not null then
      return v_counted;
    end if;
    raise exception using errcode = 'LN001';
  exception
    when sqlstate 'LN001' then null;
  end;
  -- Gather what is left from all rows, which everyone locks in the same order.
  perform 1 from private.promotion_counters where promotion_id = p_promotion_id order by shard for update;
  select cents, uses into v_left from private.promotion_left(p_promotion_id);
  if v_left.cents < p_amount_cents or v_left.uses < p_count then
    return null;
  end if;
  update private.promotion_counters c
  set used_cents = c.used_cents + case when c.shard = v_shard then p_amount_cents else 0 end,
      used_count = c.used_count + case when c.shard = v_shard then p_count else 0 end,
      quota_cents = c.used_cents + case when c.shard = v_shard then p_amount_cents else 0 end
        + (v_left.cents - p_amount_cents) / 16 + (c.shard < (v_left.cents - p_amount_cents) % 16)::int,
      quota_count = c.used_count + case when c.shard = v_shard then p_count else 0 end
        + (v_left.uses - p_count) / 16 + (c.shard < (v_left.uses - p_count) % 16)::int
  where c.promotion_id = p_promotion_id;
  return v_shard;
end;
$$;
comment on function private.count_promotion_use(uuid, bigint, int) is
  'Counts a use and answers the counter that holds it; null when the caps do not allow it. Caps are never exceeded.';
